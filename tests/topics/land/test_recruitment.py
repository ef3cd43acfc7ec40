"""Recruitment, on the toy France and on tables made by hand."""

import pandas as pd
import pytest
from tests.fixtures import toy_land

from bassin.places.territory import Territory
from bassin.topics.land import recruitment
from bassin.topics.land.recruitment import Recruitment


@pytest.fixture(scope="module")
def mineville(toy) -> Recruitment:
    """Recruitment in the bassin of the Alès-like EPCI."""
    return Recruitment(Territory("200000018", toy), toy)


def test_basin(mineville):
    """Eleven of the twelve communes are in 7636."""
    assert mineville.basin == "7636"
    assert (mineville.communes_in, mineville.communes_of) == (11, 12)


def test_by_sector(mineville):
    """20 of 40 in industry, 60 of 110 in France; two zones of one bassin add up."""
    table = mineville.by_sector(2019)
    assert table.loc["survey_industry", ["projects", "difficult_pct"]].tolist() == [40, 50]
    assert table.at["survey_industry", "france_pct"] == pytest.approx(6000 / 110)
    assert table.index[-1] == "survey_all"
    assert table.at["survey_all", "projects"] == 100


def test_masked_counts_give_bounds(mineville):
    """30 of at most 64, and 38 of 64: a mask is from 0 to 4, since 5 is printed."""
    assert mineville.least_printed(2024) == 5
    row = mineville.by_family(2024).loc["occupations_industry"]
    assert row[["projects", "difficult", "projects_hidden", "difficult_hidden"]].tolist() == [
        *(60, 30, 1, 2)
    ]
    assert row[["low_pct", "high_pct"]].tolist() == pytest.approx([3000 / 64, 3800 / 64])


def test_bounds_meet_where_nothing_is_masked():
    """Without a mask there is one share."""
    table = pd.DataFrame({"projects": [10.0, 30.0], "difficult": [5.0, 5.0]})
    assert recruitment.bounds(table, 4)[["low_pct", "high_pct"]].tolist() == [25, 25]


def test_a_mask_hides_no_more_than_there_are_projects():
    """Three projects cannot hide four difficult ones."""
    table = pd.DataFrame({"projects": [7.0, 3.0], "difficult": [5.0, float("nan")]})
    assert recruitment.bounds(table, 4)["high_pct"] == 80


def test_hardest(mineville):
    """From the hardest; one whose difficult projects are masked is left out."""
    table = mineville.hardest(2024, least=20)
    assert table["difficult_pct"].to_dict() == {"G0B41": 75, "T3X61": 20}
    assert table.loc["G0B41", ["france_low_pct", "france_high_pct"]].tolist() == [60, 60]


def test_changes_of_figure_ii(mineville):
    """120 to 360 is +200 %; 33.3 % of 120 are 40, 63.9 % of 360 are 230."""
    row = mineville.changes.loc["survey_industry"]
    assert row["projects_change_pct"] == pytest.approx(200)
    assert row[["difficult_2014", "difficult_2022"]].tolist() == [40, 230]
    assert row["share_change"] == pytest.approx(30.6)
    assert mineville.changes.at["survey_business_services", "share_change"] == -25


def test_a_share_that_is_of_no_number_of_tens(mineville):
    """34 % of 120 is 40.8, of which neither 40 nor 50 is 34 %."""
    printed = mineville.printed.copy()
    assert recruitment.follows_from_tens(printed).all()
    printed.loc[("survey_industry", 2014), "difficult_pct"] = 34.0
    assert recruitment.follows_from_tens(printed).tolist() == [False, True, True, True]


def test_a_survey_that_is_listed_joins_the_figure(spoil):
    """The file of a printed year is set beside what is printed."""
    rows = [("Industrie", "76", "30", "7636", "7601", 118.0, 40.0, 0)]
    sources = toy_land.with_sectors(spoil, 2014, rows)
    found = Recruitment(Territory("200000018", sources), sources).series("projects")
    assert found.columns.tolist() == [
        *("printed_2014", "survey_2014", "survey_2019", "printed_2022")
    ]
    assert found.loc["survey_industry"].tolist() == [120, 118, 40, 360]


def test_figure_ii_without_its_surveys(mineville):
    """A sector without a survey that year is missing, not zero."""
    table = mineville.series("difficult_pct")
    assert table.columns.tolist() == ["printed_2014", "survey_2019", "printed_2022"]
    assert table.loc["survey_industry"].tolist() == [33.3, 50, 63.9]
    shares = mineville.shares(2019)
    assert shares.columns[-1] == "survey_france_2019"
    assert shares.at["survey_industry", "survey_france_2019"] == pytest.approx(6000 / 110)
