"""Specialisation and change of jobs, on a table made by hand and on the toy France."""

from __future__ import annotations

import pandas as pd
import pytest
from tests.fixtures.spoil import Spoiler

from bassin.files.sources import Sources
from bassin.places.territory import Territory
from bassin.read import urssaf
from bassin.topics.employment import local as employment
from bassin.topics.employment.local import Employment, location_quotient, shift_share


@pytest.fixture(scope="module")
def mineville(toy: Sources) -> Employment:
    """Jobs of the Alès-like EPCI of the toy France."""
    return Employment(Territory("200000018", toy), toy)


@pytest.fixture
def two() -> list[pd.Series]:
    """Two industries here and everywhere, at the start and at the end."""
    pairs = [(100, 100), (130, 90), (1000, 1000), (1200, 1000)]
    return [pd.Series(pair, index=["a", "b"]) for pair in pairs]


def test_shift_share_by_hand(two):
    """Jobs grow by 10 % everywhere; ``a`` by 20 %, ``b`` not: 10 + 10 + 10 and 10 - 10 - 10."""
    table = shift_share(*two)
    assert table.loc["a", ["national", "mix", "residual"]].tolist() == pytest.approx([10, 10, 10])
    assert table.loc["b", ["national", "mix", "residual"]].tolist() == pytest.approx([10, -10, -10])
    assert table.sum()[["change", "national", "mix", "residual"]].tolist() == pytest.approx(
        [20, 20, 0, 0], abs=1e-9
    )


def test_the_parts_add_up_to_the_change(two):
    """In each industry and in all."""
    table = shift_share(*two)
    parts = table[["national", "mix", "residual"]].sum(axis=1)
    assert parts.tolist() == pytest.approx(table["change"].tolist(), abs=1e-12)


def test_an_industry_that_appears_is_local(two):
    """Without a job at the start there is nothing to grow with France."""
    two[0]["b"] = 0
    assert shift_share(*two).loc["b", ["national", "mix", "residual"]].tolist() == [0, 0, 90]


def test_an_industry_that_is_nowhere_at_the_start(two):
    """Neither here nor everywhere: nothing to share out, and no NaN."""
    for series in two:
        series["b"] = 0
    assert shift_share(*two).loc["b"].tolist() == [0] * 6


def test_jobs_here_and_none_everywhere_are_refused(two):
    """The two tables cannot be of the same industries."""
    two[2]["b"] = 0
    with pytest.raises(ValueError, match="'b' has jobs here and none everywhere"):
        shift_share(*two)


def test_other_industries_are_refused(two):
    """A sum by position would compare one industry with another."""
    with pytest.raises(ValueError, match="align the tables"):
        shift_share(two[0], two[1], two[2][::-1], two[3])
    with pytest.raises(ValueError, match="align the tables"):
        location_quotient(two[0], two[2][::-1])


def test_location_quotient_by_hand():
    """Half the jobs here, a quarter everywhere: 2; none everywhere: no quotient."""
    here = pd.Series([50, 50, 0], index=list("abc"))
    everywhere = pd.Series([250, 750, 0], index=list("abc"))
    quotients = location_quotient(here, everywhere)
    assert quotients[["a", "b"]].tolist() == pytest.approx([2, 2 / 3])
    assert quotients.isna().tolist() == [False, False, True]


def test_effective_number_of_industries():
    """One industry counts for one, four equal ones for four."""
    jobs = pd.DataFrame({"a": [8, 2], "b": [0, 2], "c": [0, 2], "d": [0, 2]}, index=["one", "all"])
    assert employment.effective_number(jobs).to_dict() == {"one": 1, "all": 4}


def test_the_zone_is_that_of_most_inhabitants(mineville):
    """Eleven of the twelve communes, and the town, are in zone 7601."""
    assert (mineville.zone, mineville.zone_name, mineville.members) == ("7601", "Mineville", 11)


def test_zones_of_the_region(mineville):
    """The two departements of Midi have three zones."""
    assert mineville.region_zones == ["0061", "7601", "7602"]
    shares = mineville.industry_share([2019])[2019]
    assert shares.tolist() == pytest.approx([100 * 100 / 200, 100 * 260 / 500, 30])


@pytest.mark.parametrize(("inside", "zones"), [(50, []), (51, ["z"]), (49, [])])
def test_a_zone_of_two_halves_is_of_no_region(inside: int, zones: list[str]):
    """More than half of the jobs, not half of them."""
    jobs = pd.Series({"a": inside, "b": 100 - inside})
    table = pd.DataFrame({"zone": "z"}, index=["a", "b"])
    regions = pd.Series({"a": "76", "b": "93"})
    assert employment.zones_of_region(jobs, table, regions, "76") == zones


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
    one = mineville.shift_share(2022, 2024).set_index("label")["residual"]
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
    assert table.index.tolist() == ["Chemicals", "Food"]
    assert table.loc["Chemicals", "urssaf"] == pytest.approx((60 / 240) / (120 / 1100))
    assert table.loc["Chemicals", "flores"] == pytest.approx((60 / 300) / (100 / 1100))


def test_shift_share_of_the_zone(mineville):
    """As drawn in the toy France: 20 + 12 + 8 = 40."""
    table = mineville.shift_share_by_sector()
    parts = ["change", "national", "mix", "residual"]
    assert table.loc["All private jobs", parts].tolist() == pytest.approx([40, 20, 12, 8])
    assert table.loc["Industry", parts].tolist() == pytest.approx([10, 10, 2, -2])


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
    (spoil.root / "raw" / urssaf.COMMUNES_APE[0]).unlink()
    sources = Sources(spoil.root)
    jobs = Employment(Territory("200000018", sources), sources)
    assert jobs.own_file is None
    assert jobs.fabric(2022) is None
    assert jobs.own_totals([2022]) is None
