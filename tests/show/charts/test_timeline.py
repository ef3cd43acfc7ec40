"""Timelines: what is drawn, what is said, what is refused."""

from __future__ import annotations

import numpy as np
import pandas as pd
import pytest
from matplotlib.colors import to_rgb

from bassin.show import charts
from bassin.show.charts.timeline import _MARKS
from bassin.show.tokens import lightness

KINDS = {"opening": "Opening", "closure": "Closure"}
PERIODS = {"Before": 1900, "After": 1970}


@pytest.fixture
def events():
    return pd.DataFrame(
        {
            "year": [1910, 1960, 1960, 1984],
            "until": [np.nan, 1969, np.nan, np.nan],
            "kind": ["opening", "closure", "closure", "opening"],
        }
    )


def marks(ax):
    return [line for line in ax.lines if line.get_marker() not in ("", "None", None)]


def test_lanes_has_a_marker_an_event_and_a_line_a_period(events, words):
    """Two events of one year and kind are set one above the other."""
    exhibit = charts.lanes(events, name="fig-t", kinds=KINDS, periods=PERIODS, **words)
    (ax,) = exhibit.figure.axes
    drawn = marks(ax)
    assert len(drawn) == 4
    places = [(line.get_xdata()[0], line.get_ydata()[0]) for line in drawn]
    assert len(set(places)) == 4
    spans = [line.get_xdata() for line in ax.lines if len(line.get_xdata()) == 2]
    assert [1960, 1969] in [list(span) for span in spans]
    assert [tick.get_text() for tick in ax.get_yticklabels()] == ["Opening (2)", "Closure (2)"]


def test_kinds_differ_by_marker(events, words):
    """Colour is not needed to tell them apart."""
    exhibit = charts.lanes(events, name="fig-t", kinds=KINDS, periods=PERIODS, **words)
    assert len({line.get_marker() for line in marks(exhibit.figure.axes[0])}) == 2
    assert len(set(_MARKS)) == len(_MARKS)


def test_every_marker_has_a_dark_edge(events, words):
    """The palest colour is still seen on white, in grey."""
    exhibit = charts.lanes(events, name="fig-t", kinds=KINDS, periods=PERIODS, **words)
    edges = {line.get_markeredgecolor() for line in marks(exhibit.figure.axes[0])}
    assert all(lightness(edge) < 25 and to_rgb(edge) for edge in edges)


def test_earlier_events_are_counted_and_not_drawn(events, words):
    """They are in the data all the same."""
    exhibit = charts.lanes(events, name="fig-t", kinds=KINDS, periods=PERIODS, since=1950, **words)
    assert len(marks(exhibit.figure.axes[0])) == 3
    assert len(exhibit.data) == 4
    assert exhibit.alt == (
        "Timeline. 4 events: Opening 2, Closure 2. By period: Before 3, After 1; "
        "1 before 1950 not drawn"
    )


def test_more_kinds_than_markers_are_refused(events, words):
    """Nine kinds cannot be told apart."""
    kinds = KINDS | {f"k{i}": "K" for i in range(7)}
    with pytest.raises(ValueError, match="9 kinds cannot be told apart"):
        charts.lanes(events, name="fig-t", kinds=kinds, periods=PERIODS, **words)
