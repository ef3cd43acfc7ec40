"""Specialisation and change of jobs, on a table made by hand and on the toy France."""

from __future__ import annotations

import pandas as pd
import pytest
from tests.fixtures.spoil import Spoiler

from bassin.files.sources import Sources
from bassin.places.territory import Territory
from bassin.read import urssaf
from bassin.topics.employment.local import Employment


@pytest.fixture(scope="module")
def mineville(toy: Sources) -> Employment:
    """Jobs of the Alès-like EPCI of the toy France."""
    return Employment(Territory("200000018", toy), toy)


def test_the_zone_is_that_of_most_inhabitants(mineville):
    """Eleven of the twelve communes, and the town, are in zone 7601."""
    assert (mineville.zone, mineville.zone_name, mineville.members) == ("7601", "Mineville", 11)


def test_zones_of_the_region(mineville):
    """The two departements of Midi have three zones."""
    assert mineville.region_zones == ["0061", "7601", "7602"]
    shares = mineville.industry_share([2019])[2019]
    assert shares.tolist() == pytest.approx([100 * 100 / 200, 100 * 260 / 500, 30])


def test_every_window_is_shown(mineville):
    """The toy changes once, between 2022 and 2023: four windows hold it, two do not."""
    table = mineville.windows()
    assert list(table.index) == [
        *("2019–2022", "2019–2023", "2019–2024", "2022–2023", "2022–2024", "2023–2024")
    ]
    moving = table.loc[["2019–2023", "2019–2024", "2022–2023", "2022–2024"]]
    assert moving["zone_pct"].tolist() == pytest.approx([10] * 4)
    assert moving["france_pct"].tolist() == pytest.approx([100 * 20 / 300] * 4)
    assert moving["residual"].tolist() == pytest.approx([-2] * 4)
    assert moving["all_zone_pct"].tolist() == pytest.approx([20] * 4)
    assert moving["all_france_pct"].tolist() == pytest.approx([10] * 4)
    assert moving["all_residual"].tolist() == pytest.approx([8] * 4)
    still = table.loc[["2019–2022", "2023–2024"]]
    assert still.abs().to_numpy().max() == pytest.approx(0)


def test_residuals_of_industries_add_up_to_that_of_the_zone(mineville):
    """In each window, those of all industries are the residual of all private jobs."""
    found, table = mineville.residuals(), mineville.windows()
    assert list(found.columns) == list(table.index)
    assert found.sum().tolist() == pytest.approx(table["all_residual"].tolist())
    one = mineville.shift_share(2022, 2024)["residual"]
    pd.testing.assert_series_equal(found["2022–2024"], one, check_names=False)


def test_jobs_of_the_communes_of_the_territory(mineville):
    """The town's, and none known where the file has no row."""
    assert mineville.communes.at["30001", 2024] == 240
    assert mineville.communes.at["30014", 2014] == 10
    assert len(mineville.communes) == 12


def test_totals_side_by_side(mineville):
    """The EPCI, its zone and France."""
    assert mineville.totals.loc[2024].tolist() == [250, 240, 1100]


def test_quotients_of_the_zone(mineville):
    """Chemicals: 60 of 240 against 120 of 1,100, and 60 of 300 against 100 of 1,100 salaried."""
    table = mineville.location_quotients()
    assert table.index.tolist() == ["A38-CE", "A38-CA"]
    assert table.loc["A38-CE", "urssaf"] == pytest.approx((60 / 240) / (120 / 1100))
    assert table.loc["A38-CE", "flores"] == pytest.approx((60 / 300) / (100 / 1100))


def test_shift_share_of_the_zone(mineville):
    """As drawn in the toy France: 20 + 12 + 8 = 40."""
    table = mineville.shift_share_by_sector()
    parts = ["change", "national", "mix", "residual"]
    assert table.loc["all_private_jobs", parts].tolist() == pytest.approx([40, 20, 12, 8])
    assert table.loc["A5-BE", parts].tolist() == pytest.approx([10, 10, 2, -2])


def test_the_growth_of_a_sector(mineville):
    """Industry goes from 100 to 110 here and from 300 to 320 everywhere."""
    assert mineville.growth("BE", ["7601"]) == pytest.approx(10)
    assert mineville.growth("BE") == pytest.approx(100 * 20 / 300)


def test_the_publisher_s_file_is_used_where_it_is_at_hand(mineville):
    """Chemicals and food of the twelve communes; employees that are not published are counted."""
    table = mineville.fabric(2022)
    assert table.loc["CE"].tolist() == [2, 50, 0]
    assert table.loc["CA", ["establishments", "unknown"]].tolist() == [1, 1]
    assert table["employees"].isna().to_dict() == {"CA": True, "CE": False}
    totals = mineville.own_totals([2008, 2013])
    assert totals.loc[2008].tolist() == [60, 90]
    assert totals.loc[2013].isna().all()


def test_without_it_nothing_is_made_up(spoil: Spoiler):
    """No table rather than an empty one."""
    sources = spoil.unlist(urssaf.COMMUNES_APE[0])
    jobs = Employment(Territory("200000018", sources), sources)
    assert jobs.own_file is None
    assert jobs.fabric(2022) is None
    assert jobs.own_totals([2022]) is None
