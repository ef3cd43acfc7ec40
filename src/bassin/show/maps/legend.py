"""What the two kinds of map with a legend share: the columns they show, and their legend."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Any

import geopandas as gpd
import pandas as pd

from bassin import availability
from bassin.phrase import Phrase
from bassin.show import _check
from bassin.show.maps.plan import Entry, Layer
from bassin.show.tokens import MISSING, SECRET, Fill
from bassin.words import number, write

#: How what has no value is filled, what the legend calls it, and what is said of each place.
_HIDDEN = {
    availability.SECRET: (SECRET, Phrase("legend.secret"), Phrase("legend.secret_why")),
    availability.MISSING: (MISSING, Phrase("legend.missing"), Phrase("legend.missing")),
}


@dataclass(frozen=True)
class Columns:
    """The columns of a table of places that a map shows.

    Parameters
    ----------
    names : list of str
        The columns; each is a panel of the image and a layer of the interactive map.
    statuses : sequence of str or None
        Column that says whether each value is published, by column.
    titles : list of str
        What sets each column apart.
    known : list of Series of str
        Whether each value is published, secret or missing, by column.
    """

    names: list[str]
    statuses: Sequence[str | None]
    titles: list[str]
    known: list[pd.Series[str]]

    @classmethod
    def of(
        cls,
        gdf: gpd.GeoDataFrame,
        column: str | Sequence[str],
        status: str | Sequence[str] | None,
        titles: Sequence[str] | None,
        *,
        numeric: bool = False,
    ) -> Columns:
        """Check a table of places, and the columns of it that are to be shown.

        Raises
        ------
        ValueError
            As :func:`bassin.show.maps.choropleth`.
        """
        names = [column] if isinstance(column, str) else list(column)
        _check.places(gdf)
        _check.columns(gdf, names, numeric=numeric)
        statuses = _per_column(status, len(names), "status")
        shown = [""] if len(names) == 1 and titles is None else [*(titles or names)]
        if len(shown) != len(names):
            raise ValueError(f"titles has {len(shown)} items for {len(names)} columns")
        known = [_check.status(gdf, c, s) for c, s in zip(names, statuses, strict=True)]
        return cls(names, statuses, shown, known)

    @property
    def offered(self) -> list[str]:
        """The columns of the data that are offered: those shown, and what says their status."""
        return [*self.names, *dict.fromkeys(s for s in self.statuses if s is not None)]

    def layers(
        self, gdf: gpd.GeoDataFrame, ranks: Sequence[pd.Series[int]], form: Callable[[Any], str]
    ) -> list[Layer]:
        """One layer a column, of the rank of each place in the legend and its written value."""
        return [
            Layer(title, rank, _written(gdf[name], known, form))
            for title, rank, name, known in zip(
                self.titles, ranks, self.names, self.known, strict=True
            )
        ]

    def said(self, label: str, described: Sequence[str]) -> str:
        """What describes each column, as one text."""
        if len(self.names) == 1:
            return described[0]
        return write(Phrase("describe.panels", label=label, panels=list(described)))


def _per_column(given: str | Sequence[str] | None, n: int, keyword: str) -> Sequence[str | None]:
    if given is None or isinstance(given, str):
        return [given] * n
    if len(given) != n:
        raise ValueError(f"{keyword} has {len(given)} items for {n} columns: give one, or one each")
    return given


def class_labels(
    bins: Sequence[float], fmt: str, *, counts: pd.Series[float] | None = None
) -> list[str]:
    """Words for the classes that inner limits part, the lower limit of each being in it.

    Parameters
    ----------
    bins : sequence of float
        Inner limits, increasing.
    fmt : str
        As in :func:`bassin.show.text.number`.
    counts : Series of float, optional
        The values, where they are counts: a class then ends on the number before the next limit,
        and the first and the last are written as one number where no other is in them.

    Examples
    --------
    >>> class_labels([0, 2.5], ".1f")
    ['under 0.0', '0.0 to 2.5', '2.5 and over']
    >>> class_labels([2, 3, 10], ",.0f", counts=pd.Series([1, 2, 4, 12, 30]))
    ['1', '2', '3 to 9', '10 and over']
    """
    written = [number(limit, fmt) for limit in bins]
    first = write(Phrase("legend.under", limit=written[0]))
    last = write(Phrase("legend.over", limit=written[-1]))
    if counts is not None:
        if counts.min() == bins[0] - 1:
            first = number(bins[0] - 1, fmt)
        if counts.max() == bins[-1]:
            last = written[-1]
        between = [
            low if end == start else _between(low, number(end, fmt))
            for low, (start, end) in zip(
                written, ((a, b - 1) for a, b in pairwise(bins)), strict=False
            )
        ]
    else:
        between = [_between(low, high) for low, high in pairwise(written)]
    return [first, *between, last]


def _between(low: str, high: str) -> str:
    return write(Phrase("legend.between", low=low, high=high))


def counts_in(
    columns: Sequence[pd.Series[float]], limits: Sequence[float], fmt: str
) -> pd.Series[float] | None:
    """Every value, where values and limits are counts, written without decimals or sign."""
    if fmt != ",.0f" or any(limit % 1 for limit in limits):
        return None
    values = pd.concat(columns).dropna().astype(float)
    return values if (values % 1 == 0).all() else None


def legend(
    ranks: list[pd.Series[int]],
    known: list[pd.Series[str]],
    fills: Sequence[Fill],
    texts: Sequence[str],
) -> tuple[list[Entry], list[pd.Series[int]]]:
    """Count the places of each class by layer, and set those without a value apart.

    Returns the entries of the legend, and the rank of the entry of each place, by layer.
    """
    entries = []
    for rank, (fill, text) in enumerate(zip(fills, texts, strict=True)):
        counts = (
            ((of == rank) & (k == availability.PUBLISHED)).sum()
            for of, k in zip(ranks, known, strict=True)
        )
        entries.append(Entry(fill, text, tuple(map(int, counts))))
    for state, (fill, said, _) in _HIDDEN.items():
        hidden = [k == state for k in known]
        if any(h.any() for h in hidden):
            ranks = [of.mask(h, len(entries)) for of, h in zip(ranks, hidden, strict=True)]
            entries.append(Entry(fill, write(said), tuple(int(h.sum()) for h in hidden)))
    return entries, ranks


def _written(
    values: pd.Series[Any], known: pd.Series[str], form: Callable[[Any], str]
) -> pd.Series[str]:
    """The value as a reader sees it, or why there is none."""
    why = {state: write(said) for state, (_, _, said) in _HIDDEN.items()}
    return pd.Series(
        [
            form(value) if state == availability.PUBLISHED else why[state]
            for value, state in zip(values, known, strict=True)
        ],
        values.index,
        dtype=str,
    )
