"""What each indicator is, and how far it reaches, in words: made from the declarations."""

from __future__ import annotations

from types import ModuleType

import pandas as pd

from bassin.files.sources import Sources
from bassin.indicators import catalogue
from bassin.indicators.declaration import Indicator, WeightedMean
from bassin.words import current
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
    return "; ".join(told)
