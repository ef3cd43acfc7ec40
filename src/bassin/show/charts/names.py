"""Names of dots, where they hide as few other dots as they can."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
import pandas as pd
from matplotlib.axes import Axes
from matplotlib.figure import Figure

from bassin.show.charts.axes import HALO

SIZE = 9.5  #: Points of a name.
#: Points from a dot to its name: beside it, or at the end of a line.
AWAY = (7.0, 22.0, 40.0, 60.0)
#: Directions tried, the first ones first: right, left, then all round.
DIRECTIONS = np.deg2rad([0, 180, 30, 150, 330, 210, 60, 120, 300, 240])
#: What a name takes, in points: a letter on the mean, and the height of a line.
LETTER, LINE = 0.6 * SIZE, 1.5 * SIZE
#: Points between a name and the nearest dot it leaves in sight.
CLEAR = 3.0
_Box = tuple[float, float, float, float]


def name_dots(figure: Figure, ax: Axes, shown: pd.DataFrame, named: Sequence[str]) -> None:
    """Write the names of some places, each beside its dot or at the end of a line.

    Parameters
    ----------
    figure, ax
        Where the dots are; the axes have their limits.
    shown : DataFrame
        Place to its two coordinates, of all dots.
    named : sequence of str
        Places to name; one that is not shown is left out.
    """
    figure.draw_without_rendering()  # sets the size of the axes
    ax.set_autoscale_on(False)
    points = 72 / figure.dpi * ax.transData.transform(shown.to_numpy(float))
    box = 72 / figure.dpi * ax.get_window_extent().get_points()
    taken: list[_Box] = []
    for label in (one for one in named if one in shown.index):
        across, up = points[shown.index.get_loc(label)]
        place, where = clearest(
            (float(across), float(up)), len(label) * LETTER, points, taken, box.ravel()
        )
        taken.append(where)
        far = np.hypot(*place) > AWAY[0] + 1
        ax.annotate(
            label,
            tuple(shown.loc[label]),
            place,
            textcoords="offset points",
            ha="left" if place[0] >= 0 else "right",
            va="center",
            fontsize=SIZE,
            path_effects=HALO,
            zorder=6,
            arrowprops={"arrowstyle": "-", "linewidth": 0.8, "shrinkA": 1, "shrinkB": 3}
            if far
            else None,
        )


def clearest(
    dot: tuple[float, float],
    width: float,
    points: np.ndarray,
    taken: Sequence[_Box],
    inside: np.ndarray,
) -> tuple[tuple[float, float], _Box]:
    """Where a name hides the fewest dots; the nearest place of those that hide as few.

    Parameters
    ----------
    dot : tuple of float
        The dot to name, in points.
    width : float
        Width of the name, in points.
    points : ndarray of shape (n, 2)
        All dots, in points.
    taken : sequence of boxes
        Names already there: left, bottom, right, top.
    inside : ndarray of shape (4,)
        What no name leaves: left, bottom, right, top.

    Returns
    -------
    offset : tuple of float
        From the dot to the near end of the name, in points.
    box : tuple of float
        What the name takes.

    Examples
    --------
    >>> dots = np.array([[50.0, 50.0], [70.0, 50.0]])
    >>> clearest((50.0, 50.0), 30.0, dots, [], np.array([0.0, 0.0, 100.0, 100.0]))[0]
    (-7.0, 0.0)
    """
    best: tuple[tuple[int, int], tuple[float, float], _Box] | None = None
    for away in AWAY:
        for angle in DIRECTIONS:
            x, y = round(away * float(np.cos(angle)), 3), round(away * float(np.sin(angle)), 3)
            left = dot[0] + x - (0 if x >= 0 else width)
            box = (left, dot[1] + y - LINE / 2, left + width, dot[1] + y + LINE / 2)
            out = box[0] < inside[0] or box[2] > inside[2]
            out = out or box[1] < inside[1] or box[3] > inside[3]
            over = sum(_touch(box, other) for other in taken)
            crossed = _near_line(dot, (x, y), points) if away > AWAY[0] else 0
            cost = (int(out) + over, _hidden(box, points) + crossed)
            if best is None or cost < best[0]:
                best = (cost, (x, y), box)
    assert best is not None  # there are directions
    return best[1], best[2]


def _hidden(box: _Box, points: np.ndarray) -> int:
    """How many dots are under a name, or too near to it."""
    low, high = np.array(box[:2]) - CLEAR, np.array(box[2:]) + CLEAR
    return int(np.count_nonzero(((points > low) & (points < high)).all(axis=1)))


def _near_line(dot: tuple[float, float], offset: tuple[float, float], points: np.ndarray) -> int:
    """How many dots the line to a name runs over, the dot itself left aside."""
    way, to = np.array(offset), points - np.array(dot)
    along = (to @ way) / float(way @ way)
    aside = np.abs(to @ np.array([-way[1], way[0]])) / float(np.hypot(*way))
    return int(np.count_nonzero((along > 0) & (along < 1) & (aside < CLEAR)))


def _touch(one: _Box, other: _Box) -> bool:
    return one[0] < other[2] and other[0] < one[2] and one[1] < other[3] and other[1] < one[3]
