"""Figure II and land for firms, as printed."""

from __future__ import annotations

import pytest
from tests.fixtures.places import MINEVILLE
from tests.fixtures.spoil import Spoiler

from bassin.errors import DataError
from bassin.files.sources import Sources
from bassin.files.transcribed import of_study
from bassin.read import printed


def test_figure_ii(toy: Sources):
    """Counts are printed in tens."""
    table = printed.figure_ii(toy, MINEVILLE)
    assert table.loc[("survey_industry", 2022), ["projects", "difficult_pct"]].tolist() == [
        360,
        63.9,
    ]


def test_a_count_not_in_tens_is_refused(spoil: Spoiler):
    """It would be a slip of the transcription."""
    path = spoil.root / of_study(MINEVILLE, printed.FIGURE_II)
    path.write_text(path.read_text("utf-8").replace(",360,", ",361,"), "utf-8")
    with pytest.raises(DataError, match="361"):
        printed.figure_ii(Sources(spoil.root), MINEVILLE)


def test_half_a_year_is_refused(spoil: Spoiler):
    """It would be the year before."""
    path = spoil.root / of_study(MINEVILLE, printed.FIGURE_II)
    path.write_text(path.read_text("utf-8").replace("Industry,2022", "Industry,2022.5", 1), "utf-8")
    with pytest.raises(DataError, match=r"column 'year', row .*\.5' is not a whole number"):
        printed.figure_ii(Sources(spoil.root), MINEVILLE)


def test_a_sector_that_is_not_of_the_survey_is_refused(spoil: Spoiler):
    """It has no code, and could not be set beside the survey."""
    path = spoil.root / of_study(MINEVILLE, printed.FIGURE_II)
    path.write_text(path.read_text("utf-8").replace("Industry,2022", "Banks,2022"), "utf-8")
    with pytest.raises(DataError, match="'Banks' is no sector"):
        printed.figure_ii(Sources(spoil.root), MINEVILLE)


def test_printed_land(toy: Sources):
    """Areas by key."""
    assert printed.land_areas(toy, MINEVILLE)["hectares"].to_dict() == {"available": 1, "asked": 4}
