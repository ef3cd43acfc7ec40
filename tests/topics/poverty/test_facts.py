"""What the chapter on poverty and unemployment says."""

from __future__ import annotations

import pytest

from bassin.study import Study
from bassin.topics.poverty import facts


@pytest.fixture(scope="module")
def toy_study(toy_root) -> Study:
    """The study of the Alès-like EPCI of the toy France."""
    return Study("200000018", toy_root)


def test_poverty_of_another_place(toy_study):
    """Rates of its own levels; those of 2020 are carried from 2019."""
    carried = facts._carried(toy_study)
    assert carried["poverty_agglo_moved"] == 2
    assert carried["poverty_agglo_carried"] == (toy_study.income.rate_2020(), ".1f", "%")
    places = facts._places(toy_study)
    assert places["poverty_gard_2019"] == (20.5, ".1f", "%")
    assert facts._town(toy_study)["poverty_hood_rate"] == (55, ".0f", "%")


def test_unemployment_of_another_place(toy_study):
    """The top and the census of its own zone."""
    yearly = facts._yearly(toy_study)
    assert yearly["une_peak_year"] == (2003, "d")
    assert facts._census(toy_study)["une_agglo_2007"][0] == pytest.approx(14.7619, abs=1e-4)


def test_windows_that_a_file_does_not_reach_are_an_error(toy_study):
    """The quarters of the toy France end in 2004: no change up to 2022 is told."""
    with pytest.raises(ValueError, match="There are 20"):
        facts._changes(toy_study)
