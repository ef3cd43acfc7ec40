"""Strips of dots: where one place stands among many, an indicator a strip."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

import numpy as np
import pandas as pd
from matplotlib.axes import Axes
from matplotlib.figure import Figure
from matplotlib.lines import Line2D

from bassin.files.citation import Source
from bassin.phrase import Amount, Name, Phrase
from bassin.places.names import Called
from bassin.show import _check
from bassin.show.charts.axes import HALO, spread
from bassin.show.exhibit import Exhibit
from bassin.show.style import style
from bassin.show.tokens import INK, OKABE_ITO, WIDTH
from bassin.words import write

_ROW = 0.8  # inches a strip takes, with its words
#: Half of the height that dots of a strip take.
_ROOM = 0.55
#: Share of places beyond each end of a strip, which are drawn at the end.
_TAIL = 0.01


def strips(
    dots: pd.DataFrame,
    standing: pd.DataFrame,
    *,
    kinds: Mapping[str, Called],
    name: str,
    caption: str,
    source: Source = "",
) -> Exhibit:
    """Draw every place as a dot, a strip an indicator, one place marked.

    Each strip has a scale of its own, from the lowest hundredth of places to the highest; places
    beyond are drawn at its ends.

    Parameters
    ----------
    dots : DataFrame
        One row an indicator and place: ``indicator`` (the key of a declared one), ``kind`` and
        ``value``.
    standing : DataFrame
        Index ``indicator``, in the order of the strips; ``here``, ``median``, ``rank`` (missing
        where none is told) and ``of``; ``last``, where the place may have any rank up to it.
    kinds : mapping
        Kind to what it is called: first the place itself, then those in colour, last the others.
    name, caption, source : str
        As in :class:`~bassin.show.exhibit.Exhibit`; the name begins with ``fig-``.

    Returns
    -------
    Exhibit
        Its data are ``standing``.

    Raises
    ------
    ValueError
        If a column is absent or not numeric, an indicator of ``standing`` has no dot, or a kind is
        not among ``kinds``.
    """
    _check.not_empty(standing)
    _check.columns(standing, ["here", "median", "rank", "of"], numeric=True)
    _check.columns(dots, ["indicator", "kind"])
    _check.columns(dots, ["value"], numeric=True)
    strange = dots.loc[~dots["kind"].isin(list(kinds)), "kind"]
    if len(strange):
        raise ValueError(f"{strange.iloc[0]!r} is none of the kinds: give it a name and a colour")
    absent = [key for key in standing.index if not (dots["indicator"] == key).any()]
    if absent:
        raise ValueError(f"no place has a value of {absent[0]!r}")
    looks = _looks(list(kinds))
    with style():
        figure = Figure(figsize=(WIDTH, 0.55 + _ROW * len(standing)), layout="constrained")
        axes = figure.subplots(len(standing), 1, squeeze=False)[:, 0]
        for ax, (key, row) in zip(axes, standing.iterrows(), strict=True):
            _draw(ax, dots[dots["indicator"] == key], str(key), row, looks)
        handles = [
            Line2D([], [], linestyle="", label=write(kinds[kind]), **look)
            for kind, look in reversed(looks.items())
        ]
        figure.legend(handles=handles, loc="outside upper left", ncols=2, handletextpad=0.2)
    said = [_told(str(key), row) for key, row in standing.iterrows()]
    return Exhibit(
        name=name,
        caption=caption,
        source=source,
        alt=write(Phrase("strips.said", strips=said)),
        data=standing,
        figure=figure,
    )


def _looks(kinds: Sequence[str]) -> dict[str, dict[str, Any]]:
    """Look of each kind, the last drawn first: grey, then colours, then the place itself."""
    here, *between, rest = kinds
    looks: dict[str, dict[str, Any]] = {
        rest: {"marker": "o", "color": "#cfcfcf", "markersize": 2.6, "markeredgewidth": 0}
    }
    for rank, kind in enumerate(reversed(between)):
        color = (OKABE_ITO[6], OKABE_ITO[1], OKABE_ITO[2])[rank]
        size = 2.8 + 2.2 * rank
        looks[kind] = {"marker": "o", "color": color, "markersize": size, "markeredgewidth": 0}
    looks[here] = {
        "marker": "D",
        "color": INK,
        "markersize": 8,
        "markeredgecolor": "white",
        "markeredgewidth": 1,
    }
    return looks


def _draw(
    ax: Axes,
    dots: pd.DataFrame,
    key: str,
    row: pd.Series,
    looks: Mapping[str, Mapping[str, Any]],
) -> None:
    low, high = (float(dots["value"].quantile(q)) for q in (_TAIL, 1 - _TAIL))
    low, high = min(low, row["here"]), max(high, row["here"])
    for kind, look in looks.items():
        values = dots.loc[dots["kind"] == kind, "value"].clip(low, high).sort_values()
        heights = spread(len(values), _ROOM) if len(values) > 1 else np.zeros(len(values))
        ax.plot(values, heights, linestyle="", **look)
    ax.vlines(row["median"], -0.62, 0.62, color=INK, linewidth=1.4, linestyle=(0, (2, 1)))
    ax.annotate(
        _written(key, row["here"]),
        (row["here"], 0),
        (0, 9),
        textcoords="offset points",
        ha="center",
        fontsize=10,
        fontweight="bold",
        path_effects=HALO,
        zorder=6,
    )
    ax.set_title(_label(key), loc="left", fontsize=10, pad=3)
    # Between the two ends, under the strip: beside its name the longest names would run into it.
    ax.text(
        0.5, -0.03, _place(key, row), ha="center", va="top", fontsize=8.5, transform=ax.transAxes
    )
    ax.set_ylim(-0.75, 1.15)
    margin = (high - low) * 0.04 or 1.0
    ax.set_xlim(low - margin, high + margin)
    ax.set_xticks([low, high], [_written(key, end) for end in (low, high)], fontsize=8.5)
    first, last = ax.get_xticklabels()
    first.set_horizontalalignment("left")
    last.set_horizontalalignment("right")
    ax.tick_params(axis="x", length=2, pad=1)
    ax.yaxis.set_visible(False)
    ax.grid(visible=False)
    ax.spines["left"].set_visible(False)


def _written(key: str, value: float) -> str:
    """A value of an indicator, with its unit."""
    return write(Phrase("strips.value", value=Amount(key, float(value))))


def _label(key: str) -> str:
    return write(Name(f"indicator.{key}"))


def _place(key: str, row: pd.Series) -> str:
    return write(Phrase(f"strips.place{_ranked(row)}", **_ranks(row), **_middle(key, row)))


def _told(key: str, row: pd.Series) -> Phrase:
    told = {"label": _label(key), "here": Amount(key, float(row["here"]))}
    return Phrase(f"strips.told{_ranked(row)}", **told, **_ranks(row), **_middle(key, row))


def _middle(key: str, row: pd.Series) -> dict[str, Amount]:
    return {"median": Amount(key, float(row["median"]))}


def _ranked(row: pd.Series) -> str:
    """End of the key of what is said of a rank: one, several, none."""
    if pd.isna(row["rank"]):
        return ".unranked"
    return "" if row.get("last", row["rank"]) == row["rank"] else ".between"


def _ranks(row: pd.Series) -> dict[str, int]:
    """What is said of it."""
    told = {"": ("rank", "of"), ".between": ("rank", "last", "of"), ".unranked": ()}[_ranked(row)]
    return {name: int(row[name]) for name in told}
