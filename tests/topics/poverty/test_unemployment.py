"""Unemployment, on the toy France and on tables made by hand."""

import numpy as np
import pandas as pd
import pytest

from bassin.places.territory import Territory
from bassin.topics.poverty import unemployment
from bassin.topics.poverty.unemployment import Unemployment


@pytest.fixture(scope="module")
def mineville(toy) -> Unemployment:
    """Unemployment in the Alès-like EPCI of the toy France."""
    return Unemployment(Territory("200000018", toy), toy)


def test_the_zone_is_that_of_most_inhabitants(mineville):
    """Eleven of the twelve communes are in it, with others."""
    assert mineville.zone == "7601"
    assert "11 of its 12" in mineville.perimeter()


def test_the_zone_is_not_taken_for_its_town(mineville):
    """A zone has the name of its town: both are in the table of the census."""
    assert {"Mineville", "Zone Mineville"} <= set(mineville.census)
    assert mineville.census.at[2017, "Mineville"] == 20
    assert mineville.census.at[2017, "Zone Mineville"] == pytest.approx(14.3478, abs=1e-3)


def test_quarters_and_their_gap(mineville):
    """13.0 against 8.0, then 12.0; 14.0 at the top."""
    # The mainland in the vintage of the zones is what its zones make of it.
    rates = mineville.quarters["Zone Mineville"] - mineville.mainland
    assert mineville.gap().tolist() == rates.tolist()
    assert mineville.peak() == ("2003-Q4", 14.0)
    assert mineville.change("2003-Q1", "2004-Q4").tolist() == [-1, 0, 0, 0]
    assert mineville.yearly(2003) == pytest.approx(13.575)


def test_a_chart_has_dates(mineville):
    """Quarters are a fourth of a year apart, and keep their names."""
    chart = mineville.chart("gap")
    assert chart.index[:3].tolist() == [2003, 2003.25, 2003.5]
    assert mineville.dates()[2003.75] == "2003-Q4"
    assert chart["gap"].iloc[-1] == mineville.gap().iloc[-1]


def test_the_mainland_is_the_mean_of_its_zones():
    """By active people; a zone overseas, and the arrondissements of a city, do not count."""
    quarters = ["2003-Q1", "2003-Q2"]
    zones = pd.DataFrame(
        [[10.0, 20.0], [4.0, 4.0], [float("nan"), 30.0]], ["A", "B", "O"], quarters
    )
    membership = pd.Series({"01001": "A", "75056": "B", "97101": "O"})
    labour = pd.DataFrame(
        {"active": [100.0, 100.0, 200.0, 50.0]}, ["01001", "75101", "75102", "97101"]
    )
    found = unemployment.mainland_of_zones(zones, membership, labour)
    assert found.tolist() == [5.5, 8.0]
    whole = pd.concat([labour, pd.DataFrame({"active": [300.0]}, ["75056"])])
    assert unemployment.mainland_of_zones(zones, membership, whole).tolist() == [5.5, 8.0]
    with pytest.raises(ValueError, match="active people of the zone B are not all known"):
        unemployment.mainland_of_zones(zones, membership, labour.loc[["01001"]])
    part = labour.astype(float).replace({"active": {200.0: float("nan")}})
    with pytest.raises(ValueError, match="active people of the zone B are not all known"):
        unemployment.mainland_of_zones(zones, membership, part)
    assert unemployment.mainland_of_zones(zones, membership, part, ["75102"]).tolist() == [7, 12]


def test_a_year_needs_four_quarters():
    """Three of them are no year."""
    quarters = [f"{year}-Q{n}" for year in (2003, 2004) for n in range(1, 5)][:-1]
    assert unemployment.by_year(pd.Series(range(7), quarters)).to_dict() == {2003: 1.5}


def test_years_rank_the_same_zones_throughout(mineville):
    """The zone whose rates begin in 2004 is in no rank."""
    years = mineville.years()
    assert years["rank"].tolist() == [1, 1]
    assert years["of"].tolist() == [4, 4]
    assert years.at[2003, "zone"] == pytest.approx(13.575)
    assert (years["gap"] == years["zone"] - years["mainland"]).all()


def test_a_window_is_the_mean_of_its_years(mineville):
    """And it is refused where a year is not there."""
    assert mineville.window(2003, 2004)["zone"] == pytest.approx((13.575 + 12.425) / 2)
    with pytest.raises(ValueError, match="not within 2003-2004"):
        mineville.window(2003, 2005)


def test_revisions_are_measured_on_yearly_rates(mineville):
    """The published series of the mainland is at 8 all along."""
    by_year = unemployment.by_year(mineville.mainland)
    assert mineville.revised() == pytest.approx((by_year - 8).abs().max())


def test_dispersion_is_widest_first(mineville):
    """Each departement counts once; a region of equal rates comes last."""
    rates = pd.DataFrame(
        [[6.0] * 4, [10.0] * 4, [7.0] * 4, [7.0] * 4],
        index=pd.MultiIndex.from_tuples(
            [("Midi", "a"), ("Midi", "b"), ("Levant", "c"), ("Levant", "d")],
            names=["region", "departement"],
        ),
        columns=[f"2003-Q{n}" for n in range(1, 5)],
    )
    table = mineville.having(all_departements=rates).dispersion(2003)
    assert table["deviation"].to_dict() == {"Midi": 2, "Levant": 0}
    assert table.loc["Midi", ["departements", "range"]].tolist() == [2, 4]


def test_censuses_kept_share_no_survey(mineville):
    """Of 2017, 2018 and 2022, the last and the one five years before it."""
    assert mineville.apart().index.tolist() == [2007, 2012, 2017, 2022]


def test_the_last_quarter_at_a_rate(mineville):
    """The search ends where it is told to; a rate never reached is in none."""
    assert mineville.last_at("Zone Mineville", 13.0, "2004-Q4") == "2004-Q1"
    assert mineville.last_at("Zone Mineville", 13.0, "2003-Q4") == "2003-Q1"
    assert mineville.last_at("Zone Mineville", 7.0, "2004-Q4") is None


def test_census_rates(mineville):
    """310 of 2,100 at each census, a merged commune being counted in the one that took it in."""
    assert mineville.census["Bassin de Mineville"].tolist() == pytest.approx([14.7619] * 5, 1e-4)
    rates = mineville.by_commune()
    assert rates.loc["30001", "2007"] == 20
    assert rates.loc["30015", "2018"] == 10
    assert np.isnan(rates.loc["30015", "2022"])
    assert mineville.people()["unemployed"].tolist() == [310] * 5


def test_a_file_of_one_territory_tells_of_no_other(mineville):
    """In 2022 the departement, the region and the country are missing, not those twelve."""
    assert mineville.census.loc[2022, ["Zone Mineville", "Gravon", "Midi", "France"]].isna().all()


def test_another_territory_has_no_census_of_2022(toy):
    """The file at hand covers one EPCI; the others have the four earlier censuses."""
    census = Unemployment(Territory("243000213", toy), toy).census
    assert census["Garrigues"].notna().tolist() == [True] * 4 + [False]


def test_nobody_active_is_no_rate():
    """Zero of zero is not zero."""
    labour = pd.DataFrame({"active": [0.0, 10], "unemployed": [0.0, 0]}, ["a", "b"])
    rates = unemployment.rate_pct(labour)
    assert np.isnan(rates["a"])
    assert rates["b"] == 0


def test_cities_are_not_counted_with_their_arrondissements():
    """Paris is listed whole and in parts."""
    codes = ["01001", "75056", "75101"]
    labour = pd.DataFrame({"active": [100.0, 50, 50], "unemployed": [10.0, 25, 25]}, codes)
    rate = unemployment._departements_rate(labour, codes, ["01", "75"])
    assert rate == pytest.approx(100 * 35 / 150)
