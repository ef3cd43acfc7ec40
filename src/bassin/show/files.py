"""The raw files as a reader is shown them."""

from __future__ import annotations

import pandas as pd

from bassin.phrase import Name, Phrase
from bassin.topics.pages import when
from bassin.words import write


def lines(shown: pd.DataFrame) -> pd.DataFrame:
    """A line a file, for a page's width: publisher, title and period are in one column.

    Parameters
    ----------
    shown : DataFrame
        As :attr:`bassin.files.listing.Listing.shown`.

    Returns
    -------
    DataFrame
        Index ``what``; ``status``, ``licence`` (which says where it is but the usual one),
        ``obtained_from``.
    """
    table = shown.reset_index()
    what = [_titled(*row) for row in table[["publisher", "title", "period"]].to_numpy()]
    licences = [
        write(Phrase("files.usual", licence=licence)) if usual else licence
        for licence, usual in zip(table["licence"], table["usual"], strict=True)
    ]
    told = table.assign(what=what, licence=licences).set_index("what")
    return told[["status", "licence", "obtained_from"]]


def outcomes(counts: pd.DataFrame) -> pd.DataFrame:
    """Counts of spoiled copies, each way to spoil a file in words.

    Parameters
    ----------
    counts : DataFrame
        As :attr:`bassin.files.spoiled.Spoiled.counts`.

    Returns
    -------
    DataFrame
        The same, its index in words.
    """
    return counts.rename(lambda family: write(Phrase(f"files.spoiled.{family.replace(' ', '_')}")))


def _titled(publisher: str, title: str, period: str | None) -> str:
    told = {"publisher": publisher, "title": title}
    if pd.isna(period) or not str(period).strip("-"):
        return write(Phrase("files.undated", **told))
    return write(Phrase("files.dated", **told, period=str(period)))


def pages(listed: pd.DataFrame) -> pd.DataFrame:
    """A line a claim and page of others, for a page's width.

    Parameters
    ----------
    listed : DataFrame
        As :attr:`bassin.topics.gathered.Topics.pages`.

    Returns
    -------
    DataFrame
        Index ``statement``; ``found``, ``agreement``, ``by`` (publisher and date), ``independent``
        (whether the page owes nothing to the study).
    """
    table = listed.reset_index()
    by = [
        write(
            Phrase(
                "files.page" if dated else "files.undated_page", publisher=who, dated=when(dated)
            )
        )
        for who, dated in table[["publisher", "dated"]].to_numpy()
    ]
    told = {
        name: [write(Name(f"{name}.{word}")) for word in table[name]]
        for name in ("agreement", "independent")
    }
    shown = table.assign(by=by, **told).set_index("statement")
    return shown[["found", "agreement", "by", "independent"]]
