"""Curves round the compass, one small panel each."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
import pandas as pd
from matplotlib.figure import Figure
from matplotlib.lines import Line2D
from matplotlib.patches import Patch

from bassin.files.citation import Source
from bassin.phrase import Name, Phrase
from bassin.show import _check
from bassin.show.charts.axes import wrap
from bassin.show.exhibit import Exhibit
from bassin.show.measures import alike
from bassin.show.style import style
from bassin.show.tokens import FAINT, INK, OKABE_ITO, WIDTH
from bassin.words import compass, number, write

_FOR, _AGAINST = OKABE_ITO[0], OKABE_ITO[1]
_COLUMNS = 3


def compasses(
    curves: pd.DataFrame,
    directions: pd.DataFrame,
    *,
    name: str,
    caption: str,
    source: Source = "",
    label: str,
    bearing: float,
    bearing_label: str,
    fmt: str = ".1f",
    open_rows: Sequence[str] = (),
) -> Exhibit:
    """Draw how a gap changes as a line turns, one compass a measure, all on one scale.

    Parameters
    ----------
    curves : DataFrame
        One column a measure, indexed by bearing in degrees from north, increasing; the whole turn.
    directions : DataFrame
        Indexed by measure, those of ``curves``: ``angle``, where the curve is highest, and ``low``
        and ``high``, the interval that runs clockwise from one to the other. NaN is not drawn.
    name, caption, source : str
        As in :class:`~bassin.show.exhibit.Exhibit`; the name begins with ``fig-``.
    label : str
        What the curve is, for the description.
    bearing : float
        A direction to mark in each panel, in degrees from north.
    bearing_label : str
        What it is, for the legend.
    fmt : str
        As in :func:`bassin.show.text.number`, for the scale.
    open_rows : sequence of str
        Measures whose title is in grey: those without an expected direction.

    Returns
    -------
    Exhibit

    Raises
    ------
    ValueError
        If a column is absent or not numeric, or a measure has no row of directions.
    """
    _check.not_empty(curves)
    _check.unique(curves.columns, "measure")
    _check.columns(curves, curves.columns, numeric=True)
    _check.columns(directions, ["angle", "low", "high"], numeric=True)
    for measure in [*curves.columns, *open_rows]:
        if measure not in directions.index:
            raise ValueError(f"measure {measure!r} has no row of directions: add its angle")
    turn = np.deg2rad(np.append(curves.index.to_numpy(float), curves.index[0] + 360.0))
    most = float(np.nanmax(np.abs(curves.to_numpy(float))))
    rows = -(-curves.shape[1] // _COLUMNS)

    letters = [write(Phrase(f"compass.{way}")) for way in ("north", "east", "south", "west")]

    with style():
        figure = Figure(figsize=(WIDTH, 0.9 + 2.05 * rows), layout="constrained")
        axes = figure.subplots(rows, _COLUMNS, squeeze=False, subplot_kw={"projection": "polar"})
        for ax in axes.flat[curves.shape[1] :]:
            ax.set_axis_off()
        for ax, measure in zip(axes.flat, curves.columns, strict=False):
            ax.set_theta_zero_location("N")
            ax.set_theta_direction(-1)
            values = np.append(curves[measure].to_numpy(float), curves[measure].iloc[0])
            for sign, color, dash in ((1, _FOR, "-"), (-1, _AGAINST, (0, (3, 1.5)))):
                lobe = np.clip(sign * values, 0, None)
                ax.plot(turn, lobe, color=color, linestyle=dash, linewidth=1.2)
                ax.fill(turn, lobe, color=color, alpha=0.28 if sign > 0 else 0.1, linewidth=0)
            rim = 1.12 * most
            ax.plot([np.deg2rad(bearing)] * 2, [0, rim], color=INK, linewidth=1.1)
            angle, low, high = directions.loc[measure, ["angle", "low", "high"]].astype(float)
            if not np.isnan(angle):
                arc = np.deg2rad(low + np.linspace(0, (high - low) % 360, 60))
                ax.plot(arc, np.full(60, rim), color=_FOR, linewidth=3, solid_capstyle="butt")
                ax.plot([np.deg2rad(angle)], [rim], "o", color=_FOR, markersize=5)
            ax.set_ylim(0, 1.2 * most)
            ax.set_xticks(np.deg2rad([0, 90, 180, 270]), letters, fontsize=9)
            ax.tick_params(axis="x", pad=-5)
            ax.set_yticks([most / 2, most], [])
            ax.grid(color="#dddddd", linewidth=0.6)
            ax.spines["polar"].set_visible(False)
            ax.set_title(
                wrap(str(measure), 21),
                fontsize=10,
                loc="center",
                color=FAINT if measure in open_rows else INK,
            )
        interval = write(Phrase("compass.interval"))
        figure.legend(
            handles=[
                Patch(facecolor=_FOR, alpha=0.4, label=write(Phrase("compass.gap"))),
                Patch(facecolor=_AGAINST, alpha=0.3, label=write(Phrase("compass.other_way"))),
                Line2D([], [], color=INK, linewidth=1.1, label=bearing_label),
                Line2D([], [], color=_FOR, linewidth=3, marker="o", label=interval),
            ],
            loc="outside upper left",
            ncols=2,
            fontsize=9.5,
        )
    half, whole = number(most / 2, fmt), number(most, fmt)
    return Exhibit(
        name=name,
        caption=caption + write(Phrase("compass.circles", half=half, whole=whole)),
        source=source,
        alt=write(_said(label, curves, directions)),
        data=curves,
        figure=figure,
        measures=alike(curves.columns, label, "", fmt),
    )


def _said(label: str, curves: pd.DataFrame, directions: pd.DataFrame) -> Phrase:
    """How many curves are highest in each of the eight directions, and where the highest is."""
    angles = directions.loc[curves.columns, "angle"].dropna()
    counts = angles.map(compass).value_counts()
    peaks = curves.max()
    top = str(peaks.idxmax())
    return Phrase(
        "compass.said",
        n=curves.shape[1],
        label=label,
        peaks=[Phrase("compass.peak", where=Name(way), n=int(n)) for way, n in counts.items()],
        most=float(peaks.max()),
        top=top,
        towards=compass(float(directions.at[top, "angle"])),
    )
