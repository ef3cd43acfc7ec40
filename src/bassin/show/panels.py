"""Claims and their verdicts: the panel at the head of a chapter, and the ledger of them all.

Both are one kind of exhibit, whose claims the book's renderer sets as rows that can be linked to.
Elsewhere, and with no script, they are plain tables.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import replace
from typing import Any

import numpy as np
import pandas as pd

from bassin.files.citation import Source
from bassin.files.transcribed import of_study
from bassin.phrase import Name, Phrase
from bassin.read.printed import CLAIMS, HEADINGS, MATCHES
from bassin.show import figured, tables
from bassin.show.bodies import Claim, ClaimsBody
from bassin.show.exhibit import Exhibit, told
from bassin.show.figured import with_decimals
from bassin.show.qualified import how_sure, moved, qualified, replied, searched, weight
from bassin.verdict import HOLDING, UNTESTED, VERDICTS
from bassin.words import NBSP, called, current, write
from bassin.words import told as saying

#: Up to so many tested claims, a panel shows all of them; above, those that hold are folded.
SHOWN = 8
#: So many claims of a shorter panel fill a screen; of those that hold, the rest is folded. It is a
#: count, so that no language folds what another shows.
SCREEN = 5
#: What the data of the ledger have of how sure a claim is.
_SURE = ["word", "agreeing", "tried", "reason"]


def verdicts(df: pd.DataFrame, *, name: str, caption: str, source: Source | None = None) -> Exhibit:
    """Show what the study prints on a topic, claim by claim, with what the files say.

    Claims that differ, or contradict themselves, come first. Those that hold are folded where
    there are many, and so are those that nothing tests, by why nothing does.

    Parameters
    ----------
    df : DataFrame
        As :func:`bassin.claims.judging.verdicts`.
    name, caption, source : str
        As in :class:`~bassin.show.exhibit.Exhibit`; the name begins with ``tab-``. By default the
        source is the lines each claim gives and the files of its chapter.
    """
    source = told("source.chapter") if source is None else source
    claims = [_claim(str(claim), row) for claim, row in df.iterrows()]
    tested = [claim for claim in claims if claim.verdict not in UNTESTED]
    shown, folds = tested, []
    wrong = [claim for claim in tested if claim.verdict not in HOLDING]
    if len(tested) > SHOWN and wrong:
        shown = wrong
        holding = [claim for claim in tested if claim.verdict in HOLDING]
        folds.append((write(Phrase("panel.holding", n=len(holding))), holding))
    elif tested:
        shown, holding = _that_fit(tested, wrong)
        if holding:
            folds.append((write(Phrase("panel.more_holding", n=len(holding))), holding))
    for why in UNTESTED:
        untested = [claim for claim in claims if claim.verdict == why]
        if untested and tested:
            title = Phrase("panel.untested", n=len(untested), why=Name(why))
            folds.append((write(title), untested))
        elif untested:
            shown = [*shown, *untested]
    shown = sorted(shown, key=lambda claim: -VERDICTS.index(claim.verdict))
    body = ClaimsBody("panel", score(df), shown, folds)
    shown_as = replace(_table(df, name=name, caption=caption, source=source), claims=body)
    return shown_as.resting_within(_files(df))


def _files(df: pd.DataFrame) -> set[str]:
    """Files that some claims rest on: those of their checks, and the list they stand in."""
    lists = [CLAIMS, HEADINGS] if (df["heading"] != "").any() else [CLAIMS]
    listed = {of_study(epci, name) for epci in df["epci"].unique() for name in lists}
    return listed.union(*df["files"])


def _that_fit(tested: list[Claim], wrong: list[Claim]) -> tuple[list[Claim], list[Claim]]:
    """Claims that a screen has room for, those that do not hold first, and the others."""
    holding = [claim for claim in tested if claim not in wrong]
    room = max(SCREEN - len(wrong), 0 if wrong else 1)
    return [*wrong, *holding[:room]], holding[room:]


def tested(df: pd.DataFrame) -> pd.Series:
    """Tell the claims that something tests, public data or the text itself, from the others.

    Parameters
    ----------
    df : DataFrame
        As :func:`bassin.claims.judging.verdicts`.

    Returns
    -------
    Series of bool
        By claim.

    Examples
    --------
    >>> tested(pd.DataFrame({"verdict": [VERDICTS[0], UNTESTED[1]]}, index=["a", "b"])).tolist()
    [True, False]
    """
    return ~df["verdict"].isin(UNTESTED)


def untested(
    df: pd.DataFrame, *, name: str, caption: str, source: Source, folded: str = ""
) -> Exhibit:
    """Show what the study prints that nothing tests, why, and what would tell.

    Parameters
    ----------
    df : DataFrame
        Rows of :func:`bassin.claims.judging.verdicts`.
    name, caption, source : str
        As in :class:`~bassin.show.exhibit.Exhibit`; the name begins with ``tab-``.
    folded : str
        As in :func:`bassin.show.tables.show`.
    """
    printed = [len(f"{value:.4f}".rstrip("0").partition(".")[2]) for value in df["published"]]
    columns = ["lines", "statement", "published", "unit", "verdict", "finding"]
    labels = {column: f"column.{column}" for column in columns}
    labels |= {"verdict": "column.untested", "finding": "column.would_tell"}
    table = df[columns].reset_index(drop=True)
    shown = tables.show(
        table.assign(
            published=with_decimals(table["published"], printed, table["unit"]),
            unit=table["unit"].replace({"": None}),
            verdict=table["verdict"].map(called),
        ),
        name=name,
        caption=caption,
        source=source,
        labels={column: write(Phrase(key)) for column, key in labels.items()},
        folded=folded,
    )
    body = shown.table
    if body is not None:
        numeric = [column == "published" for column in table]
        data = table.assign(verdict=table["verdict"].map(called))
        shown = replace(shown, data=data, table=replace(body, numeric=numeric))
    return shown.resting_within(_files(df))


def failing(
    df: pd.DataFrame,
    *,
    name: str,
    caption: str,
    source: Source,
    labels: Mapping[str, str] | None = None,
) -> Exhibit:
    """Show claims that do not hold: what speaks against them, and what becomes of the text.

    Parameters
    ----------
    df : DataFrame
        Rows of :func:`bassin.claims.judging.verdicts` that do not hold.
    name, caption, source, labels
        As in :func:`bassin.show.tables.show`; the columns are ``lines``, ``statement``,
        ``finding``, ``grade``, ``importance`` (with what went wrong, and what becomes of the
        sentence).
    """
    table = df.set_index("lines")[["statement", "finding", "grade"]]
    table["importance"] = [write(weight(row)) for _, row in df.iterrows()]
    heads = {column: f"column.{column}" for column in ("lines", *table)}
    written = {column: write(Phrase(key)) for column, key in heads.items()} | dict(labels or {})
    shown = tables.show(table, name=name, caption=caption, source=source, labels=written)
    return shown.resting_within(_files(df))


def reasons(
    df: pd.DataFrame,
    *,
    name: str,
    caption: str,
    source: Source,
    labels: Mapping[str, str] | None = None,
) -> Exhibit:
    """Show what would tell of the claims that nothing tests, each with how many and their lines.

    Parameters
    ----------
    df : DataFrame
        As :func:`bassin.claims.judging.verdicts`; the claims that something tests are left out.
    name, caption, source, labels
        As in :func:`bassin.show.tables.show`; the columns are ``finding``, ``claims``, ``lines``.
    """
    rows = df[~tested(df)]
    by_reason = rows.groupby("finding", sort=False).agg(
        claims=("lines", "size"), lines=("lines", lambda lines: ", ".join(dict.fromkeys(lines)))
    )
    shown = tables.show(by_reason, name=name, caption=caption, source=source, labels=labels)
    return shown.resting_within(_files(rows))


def ledger(
    df: pd.DataFrame,
    *,
    name: str,
    caption: str,
    source: Source,
    places: pd.DataFrame | None = None,
    sections: pd.DataFrame | None = None,
    searches: pd.DataFrame | None = None,
    errata: pd.DataFrame | None = None,
    replies: pd.DataFrame | None = None,
    wanted: pd.Series | None = None,
    sure: pd.DataFrame | None = None,
    offered: Mapping[str, str] | None = None,
) -> Exhibit:
    """Show every claim as a table to search, sort and filter, whose rows open to their evidence.

    Parameters
    ----------
    df : DataFrame
        As :func:`bassin.claims.judging.verdicts`.
    name, caption, source : str
        As in :class:`~bassin.show.exhibit.Exhibit`; the name begins with ``tab-``.
    places : DataFrame, optional
        As :meth:`bassin.claims.ledger.Ledger.places`: where each chapter's claims are shown.
    sections : DataFrame, optional
        As :meth:`bassin.claims.ledger.Ledger.sections`: where each claim is discussed.
    searches : DataFrame, optional
        As :func:`bassin.read.printed.searches`: why what is not tested is not.
    errata : DataFrame, optional
        As :func:`bassin.read.printed.errata`: which verdicts moved.
    replies : DataFrame, optional
        As :func:`bassin.read.printed.replies`: what was replied to a verdict.
    wanted : Series of str, optional
        As :meth:`bassin.claims.ledger.Ledger.holders`: by what those that nothing tests are
        grouped.
    sure : DataFrame, optional
        As :attr:`bassin.claims.curves.Curves.table`: how sure contested claims are.
    offered : mapping of str to str, optional
        Files to download beside the CSV, by their names.
    """
    claims = [
        replace(
            own := _claim(str(claim), row, places),
            qualified=(*own.qualified, *map(write, _of(str(claim), sure, how_sure))),
            **({} if sections is None else sections.loc[claim].to_dict()),
            replies=tuple(map(write, _of(str(claim), replies, replied))),
            wanted="" if wanted is None else str(wanted.get(claim, "")),
            since=(
                *map(write, _of(str(claim), errata, moved)),
                *map(write, _of(str(claim), searches, searched)),
            ),
        )
        for claim, row in df.iterrows()
    ]
    body = ClaimsBody("ledger", score(df), claims, [], dict(offered or {}))
    shown = _table(df, name=name, caption=caption, source=source)
    kept = ["chapter", "locus", "heading", *shown.data.columns, "detail", "unit", "gap"]
    kept += ["vintage", "check"]
    kept += ["importance", "effect", "error", "tolerance", "tolerance_basis"]
    kept += ["tolerance_changed", "later", "margin"]
    kept += ["margin_basis", *MATCHES]
    kept += ["cannot_fail", "premises", "files"]
    if searches is not None:
        df = df.join(searches.add_prefix("search_"))
        kept += [f"search_{name}" for name in searches]
    if sure is not None:
        df = df.join(sure[_SURE].rename(columns={"word": "sure"}))
        kept += ["sure", *_SURE[1:]]
    joined = {name: df[name].str.join("; ") for name in ("premises", "files")}
    known = current().names
    # Verdicts, and the vintage of what is printed, are codes spelt as words.
    words = {name: df[name].map(lambda one: known.get(one, one)) for name in ("verdict", "vintage")}
    data = df[kept].assign(**joined, **words)
    return replace(shown, data=data, claims=body)


def _of(
    claim: str, rows: pd.DataFrame | None, say: Callable[[pd.Series], Iterator[Phrase]]
) -> Iterator[Phrase]:
    """What is said of a claim by the rows of it that a list has, if it has any."""
    if rows is not None:
        of = rows.index if rows.index.name == "claim" else rows["claim"]
        for _, row in rows[of == claim].iterrows():
            yield from say(row)


def score(df: pd.DataFrame) -> list[tuple[str, int]]:
    """Number of claims of each verdict that some have, in the order of :data:`VERDICTS`."""
    found = df["verdict"].value_counts()
    return [(verdict, int(found[verdict])) for verdict in VERDICTS if verdict in found]


def written(df: pd.DataFrame, prefix: str) -> dict[str, str]:
    """What is printed and found of some claims, for the prose.

    Returns
    -------
    dict
        ``<prefix>_<claim>_printed`` and ``..._found`` to the written figure, the hyphens of the
        claim's identifier turned into underscores.
    """
    found = {}
    for claim, row in df.iterrows():
        key = f"{prefix}_{claim}".replace("-", "_")
        found[f"{key}_printed"], found[f"{key}_found"] = figured.figures(row)
    return found


def _claim(identifier: str, row: pd.Series, places: pd.DataFrame | None = None) -> Claim:
    printed, found = figured.figures(row)
    place: Mapping[str, Any] = {}
    if places is not None and row["chapter"] in places.index:
        place = places.loc[row["chapter"]].to_dict()
    where = Phrase(
        "panel.where",
        locus=_capital(saying(row["locus"])),
        heading=_under(row["heading"]),
        n=2 if "\N{EN DASH}" in row["lines"] else 1,
        lines=row["lines"],
    )
    return Claim(
        id=identifier,
        statement=row["statement"],
        where=write(where),
        chapter=row["chapter"],
        title=place.get("title", row["chapter"]),
        panel=place.get("exhibit", ""),
        printed=printed,
        found=found,
        gap=figured.gap(row),
        verdict=row["verdict"],
        grade=row["grade"],
        says=row["finding"],
        vintage=row["vintage"],
        files=list(row["files"]),
        premises=tuple(row["premises"]),
        cannot_fail=row["cannot_fail"],
        importance=write(Phrase(f"importance.{row['importance']}")),
        effect=write(Phrase(f"effect.{row['effect']}")) if row["effect"] else "",
        qualified=(*filter(None, [row["detail"]]), *map(write, qualified(row))),
    )


def _under(heading: str) -> str:
    """A heading of the study, in its language and its quotation marks."""
    return f"« {heading} », ".replace("« ", f"«{NBSP}").replace(" »", f"{NBSP}»") if heading else ""


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]


def _table(df: pd.DataFrame, *, name: str, caption: str, source: Source) -> Exhibit:
    """The claims as a plain table: what is shown where nothing of the book's own is."""
    columns = ["lines", "statement", "published", "found", "finding", "verdict", "grade"]
    table = df[columns]
    percent = df["unit"].str.startswith("%").to_numpy()
    printed = [
        len(f"{value:.4f}".rstrip("0").partition(".")[2]) for value in table["published"].fillna(0)
    ]
    written = table.assign(
        published=with_decimals(table["published"], printed, df["unit"]),
        found=with_decimals(table["found"], np.maximum(printed, percent), df["unit"]),
        verdict=table["verdict"].map(called),
    ).reset_index(drop=True)
    shown = tables.show(
        written,
        name=name,
        caption=caption,
        source=source,
        labels={column: write(Phrase(f"column.{column}")) for column in columns},
    )
    body = shown.table
    if body is not None:
        numeric = [column in ("published", "found") for column in columns]
        data = table.assign(verdict=table["verdict"].map(called))
        shown = replace(shown, data=data, table=replace(body, numeric=numeric))
    return shown
