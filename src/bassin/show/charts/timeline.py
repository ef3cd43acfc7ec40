"""Timelines: what happened when, by kind.

Kinds are told apart by marker and place at once, colour only helps: a figure reads in grey.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import numpy as np
import pandas as pd
from matplotlib.figure import Figure

from bassin.files.citation import Source
from bassin.phrase import Phrase
from bassin.show import _check
from bassin.show.exhibit import Exhibit
from bassin.show.style import style
from bassin.show.tokens import INK, OKABE_ITO, WIDTH
from bassin.words import write

#: Markers in the order kinds are given, chosen to differ in outline.
_MARKS = ("o", "X", "D", "^", "s", "v", "P", "*")
_BAND = "#efefef"


def lanes(
    table: pd.DataFrame,
    *,
    name: str,
    caption: str,
    source: Source = "",
    kinds: Mapping[str, str],
    periods: Mapping[str, int],
    since: int | None = None,
) -> Exhibit:
    """Draw every event on one scale of years, a lane a kind.

    An event of one year is a marker; one of several years a line from its marker. Those that
    would touch are set one above the other.

    Parameters
    ----------
    table : DataFrame
        One row an event: ``year``, ``until`` (NaN for one year) and ``kind``; other columns are
        offered with the data.
    name, caption, source : str
        As in :class:`~bassin.show.exhibit.Exhibit`; the name begins with ``fig-``.
    kinds : mapping
        Kinds in the order of the lanes, at most eight, with the word for each.
    periods : mapping
        Name of each period to its first year, in order: bands behind the lanes.
    since : int, optional
        First year drawn; earlier events are counted in the description.

    Returns
    -------
    Exhibit

    Raises
    ------
    ValueError
        If the table is empty, lacks a column, has a kind that is not among ``kinds``, or has no
        event in the years drawn.
    """
    _events(table, kinds)
    _check.columns(table, ["until"], numeric=True)
    drawn = table if since is None else table[table["year"] >= since]
    _check.not_empty(drawn)
    left = int(drawn["year"].min()) if since is None else since
    right = int(drawn[["year", "until"]].max(axis=None)) + 2
    gap = (right - left) / 42  # years a marker takes
    rows = {kind: _stack(drawn[drawn["kind"] == kind], gap) for kind in kinds}
    heights = {kind: max(1, 1 + max(placed.values(), default=0)) for kind, placed in rows.items()}

    with style():
        lines = sum(heights.values()) + 0.6 * len(kinds)
        figure = Figure(figsize=(WIDTH, 0.9 + 0.15 * lines), layout="constrained")
        ax = figure.subplots()
        starts = [max(left, start) for start in periods.values() if start < right]
        for rank, (period, start) in enumerate(zip(periods, starts, strict=False)):
            end = starts[rank + 1] if rank + 1 < len(starts) else right
            if end <= start:
                continue
            if rank % 2 == 0:
                ax.axvspan(start, end, color=_BAND, zorder=0, linewidth=0)
            ax.annotate(
                period.replace(" ", "\n", 1),
                ((start + end) / 2, 1),
                (0, 4),
                xycoords=("data", "axes fraction"),
                textcoords="offset points",
                ha="center",
                va="bottom",
                fontsize=10,
                fontweight="bold",
            )
        top, ticks = 0.0, []
        for rank, kind in enumerate(kinds):
            for event, row in rows[kind].items():
                at = drawn.loc[event]
                height = top + row + 0.5
                if not np.isnan(at["until"]):
                    ax.plot([at["year"], at["until"]], [height] * 2, color=INK, linewidth=1.2)
                ax.plot(at["year"], height, **_mark(rank))
            ticks.append(top + heights[kind] / 2)
            top += heights[kind] + 0.6
            if rank + 1 < len(kinds):
                ax.axhline(top - 0.3, color="#d0d0d0", linewidth=0.7)
        ax.set_ylim(top - 0.3, -0.3)
        ax.set_xlim(left - 1, right)
        ax.set_yticks(ticks, [_word(word, _count(table, kind)) for kind, word in kinds.items()])
        ax.tick_params(axis="y", length=0)
        ax.grid(visible=False, axis="y")
        ax.spines["left"].set_visible(False)
    earlier = len(table) - len(drawn)
    drawing = (
        Phrase("timeline.before", n=earlier, year=since) if earlier else Phrase("timeline.all")
    )
    alt = Phrase(
        "timeline.said",
        events=_described(table, kinds),
        periods=_by_period(table, periods),
        drawn=drawing,
    )
    return Exhibit(
        name=name,
        caption=caption,
        source=source,
        alt=write(alt),
        data=table,
        figure=figure,
    )


def _events(table: pd.DataFrame, kinds: Mapping[str, str]) -> None:
    _check.not_empty(table)
    _check.columns(table, ["kind"])
    _check.columns(table, ["year"], numeric=True)
    if len(kinds) > len(_MARKS):
        raise ValueError(f"{len(kinds)} kinds cannot be told apart: keep {len(_MARKS)}")
    strange = table.loc[~table["kind"].isin(list(kinds)), "kind"]
    if len(strange):
        raise ValueError(f"row {strange.index[0]!r}: {strange.iloc[0]!r} is none of the kinds")


def _stack(events: pd.DataFrame, gap: float) -> dict[Any, int]:
    """Row of each event of a lane: the first whose last event has ended ``gap`` years before."""
    ends: list[float] = []
    placed = {}
    for event, at in events.sort_values("year", kind="stable").iterrows():
        row = next((r for r, end in enumerate(ends) if at["year"] - end >= gap), len(ends))
        end = float(at["year"] if np.isnan(at["until"]) else at["until"])
        if row == len(ends):
            ends.append(end)
        else:
            ends[row] = end
        placed[event] = row
    return placed


def _mark(rank: int) -> dict[str, Any]:
    return {
        "marker": _MARKS[rank],
        "color": OKABE_ITO[rank],
        "linestyle": "",
        "markersize": 6.5,
        "markeredgecolor": INK,
        "markeredgewidth": 0.6,
        "zorder": 3,
    }


def _word(word: str, n: int) -> str:
    return write(Phrase("timeline.kind", name=word, n=n))


def _count(table: pd.DataFrame, kind: str) -> int:
    return int((table["kind"] == kind).sum())


def _described(table: pd.DataFrame, kinds: Mapping[str, str]) -> Phrase:
    counts = [(word, _count(table, kind)) for kind, word in kinds.items()]
    said = [Phrase("timeline.count", name=word, n=n) for word, n in counts if n]
    return Phrase("timeline.events", n=len(table), kinds=said)


def _by_period(table: pd.DataFrame, periods: Mapping[str, int]) -> list[Phrase]:
    starts = [*periods.values(), np.inf]
    return [
        Phrase(
            "timeline.count",
            name=period,
            n=int(((table["year"] >= start) & (table["year"] < end)).sum()),
        )
        for period, start, end in zip(periods, starts, starts[1:], strict=False)
    ]
