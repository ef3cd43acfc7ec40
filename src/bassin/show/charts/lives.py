"""Lineages: when things lived, and what each became."""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from typing import Any

import pandas as pd
from matplotlib.axes import Axes
from matplotlib.figure import Figure
from matplotlib.lines import Line2D
from matplotlib.patches import FancyArrowPatch, Patch, Rectangle
from matplotlib.patheffects import withStroke

from bassin.files.citation import Source
from bassin.phrase import Phrase
from bassin.show import _check
from bassin.show.exhibit import Exhibit
from bassin.show.style import style
from bassin.show.tokens import FAINT, INK, OKABE_ITO, WIDTH, Fill, tell_apart
from bassin.words import counted, write

_HALO = [withStroke(linewidth=2.5, foreground="white")]
_TALL = 0.36  # share of a row that its bar takes
_ROW = 0.41  # inches
_STEP = 1.1  # years between two arrows that would lie on each other
_UNKNOWN = 5.0  # years drawn, faded, after the last sign of life of something without an end
_DECADE = 10


def lives(
    table: pd.DataFrame,
    *,
    name: str,
    caption: str,
    source: Source = "",
    until: int,
    colors: Mapping[str, str] | None = None,
    what: str = "instrument",
) -> Exhibit:
    """Draw lives as bars on one calendar, and an arrow from each to what came of it.

    Parameters
    ----------
    table : DataFrame
        One row a life, indexed by an identifier: ``name``; ``start`` (year); ``decade`` (bool:
        whether only the decade that begins with ``start`` is known); ``end`` (year, NaN where not
        known); ``last_seen`` (last year of which life is known); ``group``; ``successor`` (an
        identifier, or empty). A life that ends the year it starts is one event.
    name, caption, source : str
        As in :class:`~bassin.show.exhibit.Exhibit`; the name begins with ``fig-``.
    until : int
        Year of the last news: what was last seen then still lives.
    colors : mapping, optional
        Colour by group, in the order of the legend; Okabe and Ito's by default.
    what : str
        What a life is that of: the code of what is counted in :mod:`bassin.words`.

    Returns
    -------
    Exhibit

    Raises
    ------
    ValueError
        If a column is absent, an identifier comes twice, a year of start is missing, or a
        successor or a group's colour is unknown.
    """
    _check.not_empty(table)
    _check.unique(table.index, "identifier")
    _check.columns(table, ["name", "decade", "group", "successor"])
    _check.columns(table, ["start", "end", "last_seen"], numeric=True)
    undated = table.index[table["start"].isna() | table["last_seen"].isna()]
    if len(undated):
        raise ValueError(f"row {undated[0]!r} has no date: leave it out, and count it in words")
    strange = sorted(set(table["successor"]) - {"", *table.index})
    if strange:
        raise ValueError(f"successor {strange[0]!r} is no row of the table")
    if colors is None:
        groups = list(dict.fromkeys(table["group"]))
        colors = dict(zip(groups, OKABE_ITO, strict=False))
    absent = sorted(set(table["group"]) - set(colors))
    if absent:
        raise ValueError(f"colors has none for {absent[0]!r}: add it to the mapping")
    rows = table.loc[families(table)]
    held = {group: color for group, color in colors.items() if (rows["group"] == group).any()}
    fills = dict(zip(held, tell_apart(list(held.values())), strict=True))
    first = float(rows["start"].min())
    with style():
        figure = Figure(figsize=(WIDTH, 1.4 + _ROW * len(rows)), layout="constrained")
        ax = figure.subplots()
        ax.set_xlim(first - 2, until + 4)
        ax.set_ylim(len(rows) - 0.4, -0.9)
        ax.set_yticks([])
        ax.spines["left"].set_visible(False)
        ax.xaxis.set_ticks_position("both")
        ax.tick_params(axis="x", labeltop=True)
        led = set(rows["successor"])
        for rank, life in enumerate(rows.itertuples()):
            late = float(life.start) > first + 0.45 * (until - first)
            _draw(ax, rank, life, fills[str(life.group)], until, late, life.Index in led)
        _arrows(ax, rows)
        figure.legend(handles=_handles(fills, rows, until), loc="outside lower left", ncols=2)
    shown = ["name", "start", "decade", "end", "last_seen", "group", "successor"]
    return Exhibit(
        name=name,
        caption=caption,
        source=source,
        alt=write(describe(rows, until, what)),
        data=rows[shown],
        figure=figure,
    )


def families(table: pd.DataFrame) -> list[Any]:
    """Order lives by their first year, and keep those that lead to one another together.

    Parameters
    ----------
    table : DataFrame
        As in :func:`lives`: ``start`` and ``successor``.
    """
    head = {key: key for key in table.index}
    for key, after in table.loc[table["successor"] != "", "successor"].items():
        old, new = head[after], head[key]
        head = {one: new if of == old else of for one, of in head.items()}
    kin = pd.Series(head)
    oldest = table["start"].groupby(kin).min()
    order = pd.DataFrame({"oldest": kin.map(oldest), "kin": kin, "start": table["start"]})
    return list(order.sort_values(["oldest", "kin", "start"], kind="stable").index)


def years(life: Any, until: int) -> str:
    """Write when something lived: ``1960s–1999``, ``from 1999``, ``1967 to after 2001``, ``1968``.

    Parameters
    ----------
    life : object
        With ``start``, ``decade``, ``end`` and ``last_seen``.
    until : int
        Year of the last news.
    """
    start = write(Phrase("lives.decade", year=life.start)) if life.decade else f"{life.start:.0f}"
    if not math.isnan(life.end):
        if life.end == life.start:
            return start
        return write(Phrase("lives.years", start=start, end=life.end))
    if life.last_seen >= until:
        return write(Phrase("lives.alive_decade" if life.decade else "lives.alive", start=start))
    if life.decade and life.last_seen < life.start + _DECADE:
        return start
    if life.last_seen == life.start:
        return write(Phrase("lives.end_unknown", start=start))
    return write(Phrase("lives.after", start=start, seen=life.last_seen))


def describe(rows: pd.DataFrame, until: int, what: str) -> Phrase:
    """Say how many lives there are, who is alive, and what became what.

    Parameters
    ----------
    rows : DataFrame
        As in :func:`lives`.
    until : int
        Year of the last news.
    what : str
        What a life is that of: the code of what is counted in :mod:`bassin.words`.
    """
    spans = {
        row.Index: Phrase("lives.span", name=str(row.name), years=years(row, until))
        for row in rows.itertuples()
    }
    groups = rows["group"].value_counts().items()
    led = rows.loc[rows["successor"] != "", "successor"].items()
    became = [Phrase("lives.led", before=spans[key], after=spans[after]) for key, after in led]
    return Phrase(
        "lives.said",
        lives=counted(len(rows), what),
        start=int(rows["start"].min()),
        until=until,
        alive=int((rows["end"].isna() & (rows["last_seen"] >= until)).sum()),
        groups=[Phrase("lives.group", group=str(group), n=int(n)) for group, n in groups],
        led=became or Phrase("lives.none_led"),
    )


def _draw(ax: Axes, rank: int, life: Any, fill: Fill, until: int, late: bool, led: bool) -> None:
    """Draw one life in its row, and name it where its own bar leaves room."""
    ended = not math.isnan(life.end)
    stop = float(life.end if ended else life.last_seen)
    alive = not ended and stop >= until
    sure = float(life.start + _DECADE if life.decade else life.start)
    moment = ended and not life.decade and life.start == stop
    if life.decade:
        _faded(ax, rank, life.start, _DECADE)
    if moment:
        look: dict[str, Any] = {"color": fill.color, "markeredgecolor": INK, "markersize": 8}
        ax.plot([life.start], [rank], "D", zorder=4, **look)
    elif not life.decade or stop > sure:
        _bar(ax, rank, sure, max(stop - sure, 1.0), fill)
    right = max(stop, sure + (not life.decade and not moment))
    if ended and not moment:
        ax.plot([stop, stop], [rank - 0.26, rank + 0.26], color=INK, linewidth=2.4, zorder=4)
    elif alive:
        ax.plot([right + 1.8], [rank], ">", color=INK, markersize=7, zorder=4)
    elif not ended and stop >= sure:
        _faded(ax, rank, right, _UNKNOWN)
        right += _UNKNOWN
    words = write(Phrase("lives.named", name=str(life.name), years=years(life, until)))
    at: tuple[float, float] = (life.start, rank)
    shift: tuple[float, float] = (-6, 0)
    side, level = "right", "center"
    if not late and right - life.start < 2 * _DECADE:
        at, shift, side = (right, rank), (9, 0), "left"
    elif not late:
        at, shift = (life.start, rank - _TALL / 2), (12 * led, 1.5)
        side, level = "left", "bottom"
    named = ax.annotate(
        words,
        at,
        shift,
        textcoords="offset points",
        ha=side,
        va=level,
        fontsize=10,
        path_effects=_HALO,
        zorder=5,
    )
    named.set_in_layout(False)  # or the layout would narrow the calendar to make room for names


def _bar(ax: Axes, rank: int, start: float, width: float, fill: Fill) -> None:
    box = Rectangle(
        (start, rank - _TALL / 2),
        width,
        _TALL,
        facecolor=fill.color,
        edgecolor=fill.ink if fill.hatch else "white",
        hatch=fill.hatch,
        zorder=2,
    )
    ax.add_patch(box)


def _faded(ax: Axes, rank: int, start: float, width: float) -> None:
    """Draw years that are not known for certain: an empty bar with a broken edge."""
    box = Rectangle(
        (start, rank - _TALL / 2),
        width,
        _TALL,
        facecolor="white",
        edgecolor=INK,
        linewidth=1,
        linestyle=(0, (2, 1.5)),
        zorder=1.5,
    )
    ax.add_patch(box)


def _arrows(ax: Axes, rows: pd.DataFrame) -> None:
    """Draw an arrow from the bar of each life to that of its successor."""
    place = {key: rank for rank, key in enumerate(rows.index)}
    taken: list[tuple[float, int, int]] = []
    for key, after in rows.loc[rows["successor"] != "", "successor"].items():
        start = float(rows.at[after, "start"])
        last = rows.loc[key, ["end", "last_seen"]].astype(float).max()
        shift, top, foot = 0.6, place[key], place[after]
        while any(
            abs(start + shift - x) < _STEP and top < end and begin < foot for x, begin, end in taken
        ):
            shift += _STEP
        taken.append((start + shift, top, foot))
        leave = min(start + shift, last) if last < start else start + shift
        arrow = FancyArrowPatch(
            (leave, place[key] + _TALL / 2),
            (start + shift, place[after] - _TALL / 2),
            arrowstyle="-|>",
            mutation_scale=11,
            color=INK,
            linewidth=1.5,
            shrinkA=0,
            shrinkB=0,
            zorder=3,
        )
        arrow.set_path_effects([withStroke(linewidth=3.2, foreground="white")])
        ax.add_patch(arrow)
        ax.plot([leave], [place[key] + _TALL / 2], "o", color=INK, markersize=4, zorder=4)


def _handles(fills: Mapping[str, Fill], rows: pd.DataFrame, until: int) -> Sequence[Patch | Line2D]:
    handles: list[Patch | Line2D] = [
        Patch(facecolor=f.color, edgecolor=f.ink, hatch=f.hatch, label=group)
        for group, f in fills.items()
    ]
    undated = write(Phrase("lives.undated"))
    handles.append(Patch(facecolor="white", edgecolor=INK, linestyle=(0, (2, 1.5)), label=undated))
    if (rows["end"] == rows["start"]).any():
        handles.append(_mark("D", FAINT, write(Phrase("lives.grant"))))
    ended = write(Phrase("lives.ended"))
    handles.append(_mark("|", INK, ended, markersize=12, markeredgewidth=2.4))
    handles.append(_mark(">", INK, write(Phrase("lives.at_work", year=until))))
    return handles


def _mark(marker: str, color: str, label: str, **look: float) -> Line2D:
    drawn: dict[str, Any] = {"marker": marker, "color": color, "linestyle": "", **look}
    return Line2D([], [], label=label, **drawn)
