"""Names of dots."""

from __future__ import annotations

import numpy as np
import pandas as pd
import pytest
from matplotlib.figure import Figure

from bassin.show.charts.names import AWAY, LINE, clearest, name_dots

ROOM = np.array([0.0, 0.0, 400.0, 300.0])


def hidden(dot: tuple[float, float], offset: tuple[float, float], width: float, dots) -> int:
    """Dots under a name of some width at an offset of its dot."""
    left = dot[0] + offset[0] - (0 if offset[0] >= 0 else width)
    x, y = np.asarray(dots, float).T
    across = (x > left) & (x < left + width)
    return int((across & (abs(y - dot[1] - offset[1]) < LINE / 2)).sum())


@pytest.mark.parametrize(
    ("others", "side"),
    [([], 1), ([(220, 150)], -1), ([(180, 150)], 1)],
)
def test_a_name_goes_beside_its_dot_where_there_is_room(others, side: int):
    """On the right if it can, else on the left, and no line is drawn."""
    dots = np.array([(200.0, 150.0), *others])
    (across, up), _ = clearest((200.0, 150.0), 60.0, dots, [], ROOM)
    assert (np.sign(across), up, abs(across)) == (side, 0, AWAY[0])


def test_a_name_in_a_crowd_leaves_it_by_the_shortest_way():
    """Where both sides are full it goes up or down, and hides none."""
    row = [(float(x), 150.0) for x in range(100, 300, 10)]
    offset, _ = clearest((200.0, 150.0), 60.0, np.array(row), [], ROOM)
    assert hidden((200.0, 150.0), offset, 60.0, row) == 0
    assert np.hypot(*offset) == pytest.approx(AWAY[1], abs=0.01)


def test_the_line_to_a_name_runs_over_few_dots():
    """Of two free places the one is taken whose way is free."""
    full = [(x, 150.0 + up) for x in (180.0, 220.0) for up in (-14.0, 0.0, 14.0)]
    over = [(200.0 + across, 158.66) for across in (-5.0, 5.0)]
    offset, _ = clearest((200.0, 150.0), 60.0, np.array([*full, *over]), [], ROOM)
    assert offset[1] < 0


def test_names_do_not_touch_and_stay_inside():
    """A second name leaves the room of the first, and the edge counts as a name."""
    dots = np.array([(395.0, 150.0), (335.0, 152.0)])
    _, first = clearest((395.0, 150.0), 60.0, dots[:1], [], ROOM)
    _, second = clearest((335.0, 152.0), 60.0, dots, [first], ROOM)
    assert first[2] <= ROOM[2]
    assert second[2] <= first[0] or second[3] <= first[1] or second[1] >= first[3]


def test_names_of_places_that_are_shown_are_written():
    """A place that has no dot has no name."""
    figure = Figure(layout="constrained")
    ax = figure.subplots()
    shown = pd.DataFrame({"x": [1.0, 2.0], "y": [1.0, 1.0]}, index=["Here", "There"])
    ax.scatter(shown["x"], shown["y"])
    name_dots(figure, ax, shown, ["Here", "Nowhere"])
    assert [text.get_text() for text in ax.texts] == ["Here"]
