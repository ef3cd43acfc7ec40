"""Figure II, land for firms and the law on land, as printed."""

from __future__ import annotations

import pytest
from tests.fixtures.spoil import Spoiler

from bassin.errors import DataError
from bassin.files.sources import Sources
from bassin.read import printed


def test_figure_ii(toy: Sources):
    """Counts are printed in tens."""
    table = printed.figure_ii(toy)
    assert table.loc[("survey_industry", 2022), ["projects", "difficult_pct"]].tolist() == [
        360,
        63.9,
    ]


def test_a_count_not_in_tens_is_refused(spoil: Spoiler):
    """It would be a slip of the transcription."""
    path = spoil.root / "study" / printed.FIGURE_II
    path.write_text(path.read_text("utf-8").replace(",360,", ",361,"), "utf-8")
    with pytest.raises(DataError, match="361"):
        printed.figure_ii(Sources(spoil.root))


@pytest.mark.parametrize(
    ("file", "old", "new", "column"),
    [
        (printed.FIGURE_II, "Industry,2022", "Industry,2022.5", "year"),
        (printed.LAND_LAW, ",2021,", ",2021.5,", "end"),
    ],
)
def test_half_a_year_is_refused(spoil: Spoiler, file: str, old: str, new: str, column: str):
    """It would be the year before."""
    path = spoil.root / "study" / file
    assert old in path.read_text("utf-8")
    path.write_text(path.read_text("utf-8").replace(old, new, 1), "utf-8")
    read = printed.figure_ii if file == printed.FIGURE_II else printed.land_law
    with pytest.raises(DataError, match=rf"column '{column}', row .*\.5' is not a whole number"):
        read(Sources(spoil.root))


def test_a_sector_that_is_not_of_the_survey_is_refused(spoil: Spoiler):
    """It has no code, and could not be set beside the survey."""
    path = spoil.root / "study" / printed.FIGURE_II
    path.write_text(path.read_text("utf-8").replace("Industry,2022", "Banks,2022"), "utf-8")
    with pytest.raises(DataError, match="'Banks' is no sector"):
        printed.figure_ii(Sources(spoil.root))


def test_printed_land_and_the_law(toy: Sources):
    """Areas by key; the calendar in years and ratios."""
    assert printed.land_areas(toy)["hectares"].to_dict() == {"available": 1, "asked": 4}
    law = printed.land_law(toy)
    assert law.loc["halving", ["start", "end", "ratio"]].tolist() == [2021, 2031, 0.5]
