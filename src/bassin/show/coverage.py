"""What each indicator is, and how far it reaches, in words: made from the declarations."""

from __future__ import annotations

from collections.abc import Mapping
from types import ModuleType

import pandas as pd

from bassin.files.citation import Source
from bassin.files.sources import Sources
from bassin.indicators import catalogue
from bassin.indicators.declaration import Indicator, WeightedMean
from bassin.phrase import Phrase
from bassin.show import tables
from bassin.show.exhibit import Exhibit
from bassin.topics.available import NONE, PARTIAL, THERE
from bassin.words import called, current, spaced, write
from bassin.words.yearly import of_key


def lines(coverage: pd.DataFrame) -> pd.DataFrame:
    """A line an indicator, in words.

    Parameters
    ----------
    coverage : DataFrame
        As :func:`bassin.indicators.catalogue.coverage`.

    Returns
    -------
    DataFrame
        ``indicator``, ``added``, ``of``, ``geography``, ``where``, ``known``, ``missing``,
        ``masked``, then a column a kind of group.
    """
    words, terms = (current().module(name) for name in ("indicators", "declarations"))
    declared = [catalogue.find(str(key)) for key in coverage.index]
    return pd.DataFrame(
        {
            "indicator": [of_key(words.LABELS, one.key) for one in declared],
            "added": [terms.RULES[type(one.rule).__name__] for one in declared],
            "of": coverage["vintage"].to_numpy(),
            "geography": [one.geography[:4] for one in declared],
            "where": [terms.FIELDS[one.field] for one in declared],
            **{name: coverage[name].to_numpy() for name in ("known", "missing", "masked")},
            **{kind: coverage[kind].to_numpy() for kind in terms.KINDS},
        }
    )


def declared(sources: Sources) -> pd.DataFrame:
    """What each indicator of the catalogue declares of itself, a line each, in words.

    Parameters
    ----------
    sources : Sources
        They say which of two files is at hand; none is read.

    Returns
    -------
    DataFrame
        ``indicator``, ``counts``, ``unit``, ``better``, ``added``, ``years``, ``geography``,
        ``where``, ``masked``, ``files`` (with the publisher's columns).
    """
    words, terms = (current().module(name) for name in ("indicators", "declarations"))
    return pd.DataFrame(
        [
            {
                "indicator": of_key(words.LABELS, one.key),
                "counts": of_key(words.COUNTS, one.key),
                "unit": terms.MEASURES[one.unit],
                "better": terms.BETTER[one.better],
                "added": _added(one, terms),
                "years": str(one.since) if one.since == one.until else f"{one.since}–{one.until}",
                "geography": one.geography[:4],
                "where": terms.FIELDS[one.field],
                "masked": terms.MASKS[one.masked],
                "files": _files(one, sources),
            }
            for one in catalogue.at_hand(sources).values()
        ]
    )


def _added(one: Indicator, terms: ModuleType) -> str:
    """How it adds up, and by what where communes do not count alike."""
    rule = terms.RULES[type(one.rule).__name__]
    if isinstance(one.rule, WeightedMean):
        rule = terms.WEIGHED.format(rule=rule, weight=terms.WEIGHTS[one.rule.weight])
    return str(rule)


def _files(one: Indicator, sources: Sources) -> str:
    """Each file read for its communes and its groups, with the columns."""
    told = []
    for read in one.reads:
        several = "*" in read.file  # one for each departement: told by their pattern
        file = read.file if several else next(iter(read.files(sources)), read.file)
        told.append(f"{file} ({', '.join(read.columns)})")
    return spaced("; ".join(told))


def available(
    table: pd.DataFrame,
    place: str,
    *,
    every: bool = False,
    name: str,
    caption: str,
    source: Source = "",
    labels: Mapping[str, str] | None = None,
) -> Exhibit:
    """Show what there is of a territory, and say it in a sentence.

    Parameters
    ----------
    table : DataFrame
        As :func:`bassin.topics.available.available`.
    place : str
        What the territory is called.
    every : bool
        Whether a row is shown of what reaches all of it, too.
    name, caption, source, labels
        As in :func:`bassin.show.tables.show`.

    Returns
    -------
    Exhibit
        Where everything is there, all rows are shown.
    """
    shown = table if every else table[table["state"] != THERE]
    shown = table if shown.empty else shown
    written = pd.DataFrame(
        {
            "topic": [called(f"topic.{topic}") for topic in shown["topic"]],
            "indicator": [called(code) for code in shown["indicator"]],
            "state": [called(state) for state in shown["state"]],
            "known": [
                write(Phrase("available.known", n=int(n), of=int(of)))
                for n, of in zip(shown["known"], shown["communes"], strict=True)
            ],
            "masked": shown["masked"].to_numpy(),
            "vintage": shown["vintage"].to_numpy(),
            "mends": shown["mends"].mask(shown["mends"] == "").to_numpy(),
        }
    )
    notes = told_of(table, place)
    return tables.show(
        written, name=name, caption=caption, source=source, labels=labels, notes=notes
    )


def told_of(table: pd.DataFrame, place: str) -> str:
    """How much there is of a territory, as a sentence that names what is missing.

    Parameters
    ----------
    table : DataFrame
        As :func:`bassin.topics.available.available`.
    place : str
        What the territory is called.
    """
    counts = table["state"].value_counts()
    there, partial, none = (int(counts.get(state, 0)) for state in (THERE, PARTIAL, NONE))
    if there == len(table):
        return write(Phrase("reach.all", all=there, place=place))
    names = [called(code) for code in table.loc[table["state"] == NONE, "indicator"]]
    return write(
        Phrase(
            "reach.told",
            there=there,
            all=len(table),
            place=place,
            partial=Phrase("reach.partial", n=partial) if partial else "",
            missing=Phrase("reach.missing", n=none, names=names) if none else "",
        )
    )
