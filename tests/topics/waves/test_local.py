"""What follows from the printed events and figures."""

from __future__ import annotations

import numpy as np
import pandas as pd
import pytest

from bassin.topics.waves import local as waves
from bassin.words import write


def test_an_event_is_in_the_wave_that_has_begun():
    """The first year of a wave is in it."""
    years = pd.Series([1959, 1960, 1989, 1990, 2010])
    assert waves.wave_of(years).tolist() == [
        *(waves.BEFORE, waves.FIRST, waves.FIRST, waves.SECOND, waves.THIRD)
    ]


def test_a_year_before_all_waves_is_refused():
    """It would fall in the last one."""
    with pytest.raises(ValueError, match="1650 is before 1700"):
        waves.wave_of(pd.Series([1650]))


@pytest.mark.parametrize(
    ("row", "written"),
    [
        ((1984, np.nan, "year"), "1984"),
        ((1970, 1989.0, "period"), "1970–89"),
        ((1998, 2002.0, "period"), "1998–2002"),
        ((2000, 2009.0, "decade"), "2000s"),
        ((1945, np.nan, "about"), "c. 1945"),
        ((1801, 1900.0, "century"), "19th c."),
    ],
)
def test_a_date_is_no_more_precise_than_printed(row, written):
    """A decade is not a year."""
    assert write(waves.dated(*row)) == written


@pytest.mark.parametrize(
    ("printed", "start", "end", "verdict"),
    [
        (-16, 4798, 4014, waves.ROUNDED),
        (-5, 24511, 23118, waves.TRUNCATED),
        (6.17, 23112, 25405, waves.WRONG),
        (0, 23118, 23112, waves.ROUNDED),
    ],
)
def test_a_printed_change_is_judged_at_its_decimals(printed, start, end, verdict):
    """Rounded, cut, or neither."""
    assert waves.compare_change(printed, start, end)[1] == verdict


def test_the_ledger_adds_flows_and_no_headcount():
    """Jobs at a date, and a count that may repeat others, are not added."""
    events = pd.DataFrame(
        [
            (waves.FIRST, "opening", "created", 30.0),
            (waves.FIRST, "count", "created", 500.0),
            (waves.FIRST, "closure", "destroyed", 100.0),
            (waves.THIRD, "closure", "", np.nan),
            (waves.THIRD, "opening", "present", 80.0),
        ],
        columns=["wave", "kind", "effect", "jobs"],
    )
    table = waves.ledger(events)
    assert table.loc[waves.FIRST].tolist() == [30, 100, -70, 2, 1, 1]
    assert table.loc[waves.THIRD].tolist() == [0, 0, 0, 0, 1, 0]
    assert table.loc[waves.ALL_WAVES, "balance"] == -70
