"""Land, on the toy France and on tables made by hand."""

import pandas as pd
import pytest
from tests.fixtures import toy_land

from bassin.errors import DataError
from bassin.places.territory import Territory
from bassin.read import cerema
from bassin.topics.land import sites
from bassin.topics.land.local import Land
from bassin.topics.land.vacancy import counted_by_area
from bassin.topics.risk.local import Risk
from bassin.words import write


@pytest.fixture(scope="module")
def town(toy) -> Territory:
    """The Alès-like EPCI of the toy France."""
    return Territory("200000018", toy)


@pytest.fixture(scope="module")
def mineville(toy, town) -> Land:
    """Its land."""
    return Land(town, toy)


def test_calendar(mineville):
    """30 ha in the decade, 15 allowed, 6 used in three years; at 2 ha a year, until mid-2028."""
    found = mineville.calendar
    assert found[["reference", "budget", "used", "left"]].tolist() == [30, 15, 6, 9]
    assert found[["used_pct", "years", "years_pct", "years_left"]].tolist() == [40, 3, 30, 7]
    paces = found[["pace_reference", "pace_allowed", "pace_recent", "pace_left"]]
    assert paces.tolist() == pytest.approx([3, 1.5, 2, 9 / 7])
    assert found["runs_out"] == 2028.5


def test_trajectory(mineville):
    """The recent pace goes on from the last year known; the half ends on the budget."""
    table = mineville.trajectory
    assert table["land_used"].dropna().to_dict() == {2021: 0, 2022: 2, 2023: 4, 2024: 6}
    assert table.at[2024, "land_recent_pace"] == 6
    assert table.loc[2031].tolist()[1:] == [20, 30, 15]


def test_runs_of_years_add_up_by_commune(mineville):
    """Five runs of three years hold, in each commune, what it consumed in fifteen."""
    table = mineville.by_period(3)
    starts = [int(run[:4]) for run in table.columns[1:]]
    assert (starts, table.columns[-1]) == ([2009, 2012, 2015, 2018, 2021], "2021–2023")
    sums = table.drop(columns="name").sum(axis=1)
    assert sums.tolist() == pytest.approx(mineville.by_use["total"].tolist())


def test_uses_by_year_come_with_the_national_file(mineville, town, spoil):
    """The copy at hand has none; the file of France splits each year by use."""
    assert mineville.by_year().columns.tolist() == ["land_consumed"]
    sources = spoil.add(cerema.LAND_TAKE_FRANCE, toy_land.land_take_france())
    table = Land(town, sources).by_year()
    assert {"land_housing", "land_activity", "land_roads"} <= set(table.columns)
    assert table.sum(axis=1).tolist() == pytest.approx(mineville.yearly.tolist(), abs=1e-3)


def test_top_adds_up(mineville):
    """The first communes and the others make the whole."""
    table = mineville.top(1)
    assert table.index.tolist() == ["Mineville", "land_others", "land_all"]
    assert write(mineville.top_names(1)["land_others"]) == "The 11 others"
    assert table["total"].tolist() == [27, 15, 42]
    assert table.at["land_all", "share_pct"] == pytest.approx(100 * 42 / 32_500)


def test_offer_against_demand(mineville):
    """1 ha left, 4 ha asked for; activities take a quarter of 42 ha in 15 years, 0.7 ha a year."""
    assert mineville.pressed().tolist() == pytest.approx([0.7, 12 / 0.7, 4 / 0.7])


def test_sites_by_state(mineville):
    """Six records, four places: one with a project, one without, two unverified."""
    table = mineville.by_state()
    assert table["records"].tolist() == [1, 2, 3]
    assert table["places"].tolist() == [1, 1, 2]
    assert table["hectares"].tolist() == pytest.approx([3, 0, 1.50005])
    assert table["polluted"].tolist() == [1, 0, 0]


def test_exposure_counts_places_by_risk(mineville):
    """A commune that the register does not list has no plan."""
    codes = ["30001", "30002", "30006", "30012"]
    risks = pd.DataFrame(
        {"plan": [1, 1, 0, float("nan")], "floods": [3, 1, 0, 2], "fires": [0, 1, 1, 1]}, codes
    )
    table = mineville.exposure(risks)
    assert table.loc["sites_confirmed"].tolist() == [2, 1, 1, 2, 1, 0.5]
    assert table.loc["sites_potential"].tolist() == [2, 1, 2, 1, 0, 2.5]
    alone = sites.exposure(mineville.places[mineville.places["confirmed"]], risks)
    assert alone.loc["sites_potential", ["places", "plan", "all_three"]].tolist() == [0, 0, 0]
    assert pd.isna(alone.loc["sites_potential", "floods"])


def test_site_map_does_not_overlap(toy, town, mineville):
    """Discs and communes cover the territory once."""
    table = mineville.site_map(town.outlines, Risk(town, toy).by_commune("plan"))
    assert len(table) == 12 + 4
    kinds = {sites.CONFIRMED_PLACE, sites.POTENTIAL_PLACE, sites.PLAN, sites.NO_PLAN}
    assert set(table["kind"]) <= kinds | {sites.NOT_LISTED}
    assert table.area.sum() == pytest.approx(table.union_all().area, rel=1e-6)


def test_vacancy(mineville):
    """A commune merged since has no row: missing, not secret."""
    table = mineville.vacancy
    assert table.at["30001", "vacant_pct"] == 10
    assert table.loc[["30012", "30002", "30015"], "status"].tolist() == [
        *("secret", "secret", "missing")
    ]


def test_vacancy_by_area(mineville, town):
    """215 of 2,300 where both are published; eight hidden counts of 1 to 10 on top of 235."""
    row = mineville.vacancy_by_area.loc[town.here]
    assert row[["communes", "hidden", "rated", "rated_stock"]].tolist() == [11, 8, 2, 2300]
    assert row["vacant_pct"] == pytest.approx(100 * 215 / 2300)
    assert row[["vacant_low", "vacant_high"]].tolist() == [243, 315]


def test_what_secrecy_hides_is_bounded_and_what_is_missing_is_not():
    """A hidden count is from 1 to 10; one that is not in the file may be any."""
    dwellings = pd.DataFrame(
        {
            "dwellings": [100.0, 50.0, float("nan")],
            "vacant": [10.0, float("nan"), float("nan")],
            "vacant_2y": [5.0, float("nan"), float("nan")],
            "vacant_status": ["published", "secret", "missing"],
        },
        index=["a", "b", "c"],
    )
    table = counted_by_area(dwellings, {"told": ["a", "b"], "not told": ["a", "b", "c"]})
    assert table.loc["told", ["vacant_low", "vacant_high"]].tolist() == [11, 20]
    assert table.loc["not told", ["vacant_low", "vacant_high"]].isna().all()


def test_a_territory_without_land_take_says_which_file_would_tell(toy):
    """The copy at hand has only the communes of one EPCI; the rest of the topic works."""
    other = Land(Territory("244800405", toy), toy)
    assert other.by_state()["records"].to_dict() == {"site_reused": 1}
    with pytest.raises(DataError, match="List the national file as cerema/conso2009_2024"):
        _ = other.yearly


def test_shares_of_uses_are_those_of_what_was_consumed(mineville):
    """Of 42 hectares; the uses of a commune that consumed nothing have no share."""
    whole = mineville.by_use[["total", "housing", "activity"]].sum()
    assert mineville.selected.value("land_taken") == whole["total"] == 42
    for use in ("housing", "activity"):
        share = 100 * whole[use] / whole["total"]
        assert mineville.selected.value(f"land_{use}_pct") == pytest.approx(share)
    nothing = mineville.by_use.index[mineville.by_use["total"] == 0]
    assert mineville.selected.by_commune("land_housing_pct")[nothing].isna().all()
