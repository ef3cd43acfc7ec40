"""Compasses: lobes, the marked direction, the interval, and the words for them."""

from __future__ import annotations

import numpy as np
import pandas as pd
import pytest

from bassin.show import charts


@pytest.fixture
def curves() -> pd.DataFrame:
    """Two measures: one widest to the north-west, one half as wide to the east."""
    angles = np.arange(0, 360, 5)
    turn = np.deg2rad(angles)
    table = {"Income": np.cos(turn - np.deg2rad(315)), "Doctors": 0.5 * np.sin(turn)}
    return pd.DataFrame(table, index=pd.Index(angles, name="angle"))


@pytest.fixture
def directions() -> pd.DataFrame:
    return pd.DataFrame(
        {"angle": [315.0, 90.0], "low": [270.0, 350.0], "high": [10.0, 180.0]},
        index=["Income", "Doctors"],
    )


def draw(curves, directions, words, **options):
    return charts.compasses(
        curves,
        directions,
        name="fig-compasses",
        label="Gap",
        bearing=315,
        bearing_label="North-west",
        **options,
        **words,
    )


def test_compasses_say_where_each_is_widest(curves, directions, words):
    """The description counts the directions and names the widest; the data are the curves."""
    exhibit = draw(curves, directions, words)
    assert exhibit.alt == (
        "2 compasses. Gap: widest to the north-west for 1, east for 1; the widest of all is 1.0 "
        "for Income, to the north-west"
    )
    assert exhibit.data is curves
    assert "0.5 and 1.0" in exhibit.caption
    assert exhibit.png


def test_each_measure_has_a_panel_on_one_scale(curves, directions, words):
    """North is up, clockwise, and the rim is the same; empty panels have no axis."""
    axes = draw(curves, directions, words).figure.axes
    drawn = [ax for ax in axes if ax.axison]
    assert [ax.get_title() for ax in drawn] == ["Income", "Doctors"]
    assert len({ax.get_ylim() for ax in drawn}) == 1
    assert all(ax.get_theta_direction() == -1 for ax in drawn)


def test_arc_of_the_interval_runs_clockwise(curves, directions, words):
    """From 350 to 180 through north and east, over 190 degrees."""
    ax = draw(curves, directions, words).figure.axes[1]
    arc = next(line for line in ax.lines if len(line.get_xdata()) == 60)
    x = np.rad2deg(arc.get_xdata())
    assert (x[0], x[-1]) == pytest.approx((350, 540))


def test_a_measure_without_direction_has_no_arc(curves, directions, words):
    """The curve stays, the interval is not drawn."""
    directions.loc["Doctors"] = np.nan
    ax = draw(curves, directions, words).figure.axes[1]
    assert not any(len(line.get_xdata()) == 60 for line in ax.lines)


def test_a_measure_without_a_row_is_refused(curves, directions, words):
    """The message names it."""
    with pytest.raises(ValueError, match="'Doctors' has no row"):
        draw(curves, directions.drop("Doctors"), words)
    with pytest.raises(ValueError, match="'Nurses' has no row"):
        draw(curves, directions, words, open_rows=["Nurses"])


def test_compasses_are_the_same_twice(curves, directions, words):
    """Two drawings are the same bytes."""
    assert draw(curves, directions, words).png == draw(curves, directions, words).png
