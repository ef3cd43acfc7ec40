"""One rule for both sides: the comparisons of the study's time, by their number."""

from __future__ import annotations

from types import SimpleNamespace

import pandas as pd
import pytest

from bassin.places.lines import HILLS, MINES, PLAIN
from bassin.places.territory import AWAY, FACING
from bassin.topics.checks import CHECKS
from bassin.topics.health.access import COMMON_FIELD, GP, GP_UNDER_65
from bassin.words import write

YEARS = [2016, 2018, 2022, 2023]


def study_with(
    every: list[float],
    young: list[float],
    ratio: float,
    known: float | None = None,
    field: float | None = None,
    lines: dict[str, pd.Series] | None = None,
) -> SimpleNamespace:
    """Both sides have these values in the two columns, and this ratio; the country has 3 and 10."""
    values = {GP: every, GP_UNDER_65: young}
    country = pd.DataFrame({COMMON_FIELD: 3.0}, index=YEARS)

    def of(here: float) -> pd.Series:
        return pd.Series({FACING: here, AWAY: here, "country": 10.0})

    care = SimpleNamespace(
        quoted="ratio",
        sides=lambda _: of(ratio),
        on_own_roads=lambda _: of(ratio if known is None else known),
        in_field=lambda _: of(ratio if field is None else field),
        turning=lambda _, setting: -8.0 if setting == "ratio" else None,
        roads=pd.DataFrame({"gap_pct": [6.0, -12.0]}, [FACING, AWAY]),
    )
    near = pd.DataFrame({HILLS: 3.5, PLAIN: 2.5}, pd.Index(YEARS, name="year"))
    return SimpleNamespace(
        health=SimpleNamespace(
            by_zone=lambda name, _: pd.DataFrame(
                dict.fromkeys((FACING, AWAY), values[name]), YEARS
            ),
            by_area=lambda name, _: country,
            by_line=lambda name, years, lines: pd.concat(dict.fromkeys(lines, near.loc[years])),
        ),
        care=care,
        contrast=SimpleNamespace(in_two=(lines or {}).get),
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
        ([3.2, 3.2, 2, 2], [3.09, 3.2, 2, 2], 9, False, True),
        ([3.2, 3.2, 2, 2], [3.09, 3.09, 2, 2], 9, False, False),
        ([2.8, 2.8, 4, 4], [2.91, 2.8, 4, 4], 11, True, False),
        ([2.8, 2.8, 4, 4], [2.91, 2.91, 4, 4], 11, False, False),
    ],
    ids=[
        "short",
        "ample once",
        "ratio short",
        "ratio ample",
        "ample since",
        "level",
        "one level, ample",
        "two level, not ample",
        "one level, short",
        "two level, not short",
    ],
)
def test_most_comparisons_of_the_time_decide(
    every: list[float], young: list[float], ratio: float, under: bool, above: bool
):
    """Two editions by two columns and the ratio, for the one side and for the other."""
    study = study_with(every, young, ratio)
    assert CHECKS["care-north-west"](study).value is under
    assert CHECKS["care-south-east"](study).value is above


@pytest.mark.parametrize(
    ("late", "said"),
    [([2, 2], True), ([2, 4], False), ([2, 3.05], True)],
    ids=["none since", "one since", "level since"],
)
def test_a_claim_that_no_later_edition_bears_out_is_outdated(late: list[float], said: bool):
    """It is said of a claim that held, and of neither side otherwise."""
    study = study_with([4, 4, *late], [4, 4, 2, 2], 9)
    says = write(CHECKS["care-south-east"](study).says)
    assert ("Outdated since 2022." in says) is said
    assert ("in none since" in says) is said
    assert "Outdated" not in write(CHECKS["care-north-west"](study).says)


def test_the_measure_quoted_comes_first():
    """With its side of the country, in percent."""
    says = write(CHECKS["care-south-east"](study_with([4] * 4, [4] * 4, 9.7)).says)
    assert says.startswith("Doctors within 30 minutes for one possible patient, the measure the")
    assert "3% under the country in 2019" in says
    assert "above in 4 of 4 comparisons of 2016 and 2018, by " in says
    assert "in 4 of 4 since" in says


def test_a_comparison_within_a_tenth_is_said_to_be_level():
    """It is counted for neither, and the row says how many there are."""
    says = write(CHECKS["care-south-east"](study_with([3.2, 3.2, 2, 2], [3.09, 3.2, 2, 2], 9)).says)
    assert "above in 3 of 4 comparisons of 2016 and 2018 and level in 1, by " in says
    assert "level" not in write(CHECKS["care-south-east"](study_with([4] * 4, [4] * 4, 9)).says)


@pytest.mark.parametrize(
    ("claim", "ratio", "known", "held"),
    [
        ("care-south-east", 11, 10.5, True),
        ("care-south-east", 11, 9.5, False),
        ("care-south-east", 9.5, 11, False),
        ("care-north-west", 9, 9.5, True),
        ("care-north-west", 9, 10.5, False),
        ("care-north-west", 10.5, 9, False),
    ],
)
def test_the_ratio_counts_where_the_known_ways_agree(
    claim: str, ratio: float, known: float, held: bool
):
    """Two of the four comparisons hold, so that the ratio decides."""
    study = study_with([4, 4, 3, 3], [2, 2, 3, 3], ratio, known)
    assert CHECKS[claim](study).value is held


@pytest.mark.parametrize(
    ("claim", "ratio", "field", "held"),
    [("care-south-east", 11, 9.5, False), ("care-north-west", 9, 10.5, False)],
)
def test_the_ratio_counts_where_the_field_agrees(
    claim: str, ratio: float, field: float, held: bool
):
    """As with the known ways; the row says it, and what change of the ways would turn it."""
    finding = CHECKS[claim](study_with([4, 4, 3, 3], [2, 2, 3, 3], ratio, field=field))
    assert finding.value is held
    says = write(finding.detail)
    way = "under" if field < 10 else "above"
    assert f"5% {way} with a field of the errors of the model" in says
    assert "it would have as many as the country were its ways 8% shorter than modelled" in says


def test_the_row_says_how_far_the_minutes_of_each_side_are_off():
    """Longer on one side, shorter on the other, with the ratio that follows."""
    study = study_with([4] * 4, [4] * 4, 10.4, 10.2)
    said = (
        "4% above with a field of the errors of the model, 2% above with the ways known there "
        "(minutes 12% shorter than"
    )
    finding = CHECKS["care-south-east"](study)
    assert "4% above the country in 2019 by modelled minutes. " in write(finding.says)
    assert said in write(finding.detail)
    assert "(minutes 6% longer than modelled)" in write(CHECKS["care-north-west"](study).detail)


def test_the_other_line_is_told_where_there_are_mines():
    """Near them and far from them, in the last edition that the study could read."""
    said = "By distance to the mines, all doctors 2018: near 3.50, far 2.50, France 3.00."
    with_mines = study_with([4] * 4, [4] * 4, 9, lines={MINES: pd.Series(dtype=object)})
    assert said in write(CHECKS["care-south-east"](with_mines).detail)
    assert "mines" not in write(CHECKS["care-south-east"](study_with([4] * 4, [4] * 4, 9)).detail)
