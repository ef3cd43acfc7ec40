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
            "date": ["1910", "1960s", "1960", "1984"],
            "label": ["A mill opens", "Pits close", "A forge closes", "A fund"],
            "jobs": [np.nan, -15000, np.nan, 20],
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


def test_chronicle_writes_every_event(events, words):
    """Its date, its label, and its jobs where there are any."""
    exhibit = charts.chronicle(events, name="fig-t", kinds=KINDS, **words)
    (ax,) = exhibit.figure.axes
    written = [text.get_text() for text in ax.texts]
    assert written[:4] == ["1910", "A mill opens", "1960s", "Pits close −15,000 jobs"]
    heights = [text.get_position()[1] for text in ax.texts[::2]]
    assert np.diff(heights).min() >= 1 - 1e-9
    assert exhibit.alt == (
        "Timeline of 1910 to 1984. 4 events: Opening 2, Closure 2. With a number of jobs: "
        "Pits close (1960s) −15,000 jobs; A fund (1984) +20 jobs"
    )


def test_a_chronicle_of_one_year_is_drawn(events, words):
    """A scale without length."""
    assert charts.chronicle(events.iloc[:1], name="fig-t", kinds=KINDS, **words).png


def test_every_line_of_a_chronicle_fits(events, words):
    """The widest letters of the longest line allowed may pass the edge; usual words may not."""
    label = "Commissioner for the reconversion of mining ba"
    events["label"], events["jobs"] = label, np.nan
    figure = charts.chronicle(events, name="fig-t", kinds=KINDS, **words).figure
    figure.canvas.draw()
    edge = figure.bbox.width
    assert max(text.get_window_extent().x1 for text in figure.axes[0].texts) <= edge


@pytest.mark.parametrize(
    ("change", "why"),
    [
        ({"kind": "riot"}, "row 0: 'riot' is none of the kinds"),
        ({"label": "x" * 50}, "is over 46 characters: shorten it"),
    ],
)
def test_what_a_chronicle_refuses(events, words, change, why):
    """An unknown kind, a label that would be cut."""
    with pytest.raises(ValueError, match=why):
        charts.chronicle(events.assign(**change), name="fig-t", kinds=KINDS, **words)


def test_events_out_of_order_are_refused(events, words):
    """Lines to the scale would cross."""
    with pytest.raises(ValueError, match="out of order"):
        charts.chronicle(events[::-1], name="fig-t", kinds=KINDS, **words)


def test_more_kinds_than_markers_are_refused(events, words):
    """Nine kinds cannot be told apart."""
    kinds = KINDS | {f"k{i}": "K" for i in range(7)}
    with pytest.raises(ValueError, match="9 kinds cannot be told apart"):
        charts.lanes(events, name="fig-t", kinds=kinds, periods=PERIODS, **words)
