"""One rule for both sides: the comparisons of the study's time, by their number."""

from __future__ import annotations

from types import SimpleNamespace

import pandas as pd
import pytest

from bassin.places.territory import AWAY, FACING
from bassin.topics.checks import CHECKS
from bassin.topics.health.access import COMMON_FIELD, GP, GP_UNDER_65
from bassin.words import write

YEARS = [2016, 2018, 2022, 2023]


def study_with(every: list[float], young: list[float], ratio: float) -> SimpleNamespace:
    """Both sides have these values in the two columns, and this ratio; the country has 3."""
    values = {GP: every, GP_UNDER_65: young}
    country = pd.DataFrame({COMMON_FIELD: 3.0}, index=YEARS)
    care = SimpleNamespace(
        quoted="ratio", sides=lambda _: pd.Series({FACING: ratio, AWAY: ratio, "country": 10.0})
    )
    return SimpleNamespace(
        health=SimpleNamespace(
            by_zone=lambda name, _: pd.DataFrame(
                dict.fromkeys((FACING, AWAY), values[name]), YEARS
            ),
            by_area=lambda name, _: country,
        ),
        care=care,
    )


@pytest.mark.parametrize(
    ("every", "young", "ratio", "under", "above"),
    [
        ([2, 2, 2, 2], [2, 2, 2, 2], 9, True, False),
        ([4, 4, 2, 2], [4, 2, 2, 2], 9, False, True),
        ([4, 4, 4, 4], [2, 2, 4, 4], 9, True, False),
        ([4, 4, 4, 4], [2, 2, 4, 4], 11, False, True),
        ([2, 2, 4, 4], [2, 2, 4, 4], 11, True, False),
        ([3, 3, 4, 4], [3, 3, 4, 4], 10, False, False),
    ],
    ids=["short", "ample once", "ratio short", "ratio ample", "ample since", "level"],
)
def test_most_comparisons_of_the_time_decide(
    every: list[float], young: list[float], ratio: float, under: bool, above: bool
):
    """Two editions by two columns and the ratio, for the one side and for the other."""
    study = study_with(every, young, ratio)
    assert CHECKS["care-north-west"](study).value is under
    assert CHECKS["care-south-east"](study).value is above


@pytest.mark.parametrize(
    ("late", "said"), [([2, 2], True), ([2, 4], False)], ids=["none since", "one since"]
)
def test_a_claim_that_no_later_edition_bears_out_is_outdated(late: list[float], said: bool):
    """It is said of a claim that held, and of neither side otherwise."""
    study = study_with([4, 4, *late], [4, 4, 2, 2], 9)
    assert ("Outdated since 2022." in write(CHECKS["care-south-east"](study).says)) is said
    assert "Outdated" not in write(CHECKS["care-north-west"](study).says)


def test_the_measure_quoted_comes_first():
    """With its side of the country, in percent."""
    says = write(CHECKS["care-south-east"](study_with([4] * 4, [4] * 4, 9.7)).says)
    assert says.startswith("On the measure the study quotes")
    assert "3% under the country in 2019" in says
    assert "above in 4 of 4 comparisons of 2016 and 2018, in 4 of 4 since" in says
