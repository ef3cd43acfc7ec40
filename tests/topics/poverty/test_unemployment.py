"""Unemployment, on the toy France and on tables made by hand."""

import numpy as np
import pandas as pd
import pytest
from tests.fixtures.spoil import Spoiler

from bassin.errors import ChoiceError
from bassin.places.territory import FRANCE, Territory
from bassin.read import insee
from bassin.show import named
from bassin.topics.poverty.quarters import GAP
from bassin.topics.poverty.unemployment import Unemployment
from bassin.words import write

#: The Alès-like EPCI of the toy France and its zone, departement and region.
HERE, ZONE, GRAVON, MIDI = "EPCI-200000018", "ZONE-7601", "DEP-30", "REG-76"


def test_the_zone_is_that_of_most_inhabitants(unemployment):
    """Eleven of the twelve communes are in it, with others."""
    assert unemployment.zone == "7601"
    perimeter = unemployment.perimeter()
    assert (perimeter["inside"], perimeter["of"]) == (11, 12)


def test_the_zone_is_not_taken_for_its_town(unemployment):
    """A zone has the name of its town: both are in the table of the census."""
    called = named(unemployment.census, unemployment.place_names)
    assert {"Mineville", "Zone Mineville"} <= set(called)
    assert unemployment.census.at[2017, "30001"] == 20
    assert unemployment.census.at[2017, ZONE] == pytest.approx(14.3478, abs=1e-3)


def test_quarters_and_their_gap(unemployment):
    """13.0 against 8.0, then 12.0; 14.0 at the top."""
    # The mainland in the vintage of the zones is what its zones make of it.
    rates = unemployment.quarters[ZONE] - unemployment.mainland
    assert unemployment.gap().tolist() == rates.tolist()
    assert unemployment.peak() == ("2003-Q4", 14.0)
    assert unemployment.change("2003-Q1", "2004-Q4").tolist() == [-1, 0, 0, 0]
    assert unemployment.yearly(2003) == pytest.approx(13.575)


def test_a_chart_has_dates(unemployment):
    """Quarters are a fourth of a year apart, and keep their names."""
    chart = unemployment.chart()
    assert chart.index[:3].tolist() == [2003, 2003.25, 2003.5]
    assert write(unemployment.dates()[2003.75]) == "2003-Q4"
    assert chart[GAP].iloc[-1] == unemployment.gap().iloc[-1]


def test_years_rank_the_same_zones_throughout(unemployment):
    """The zone whose rates begin in 2004 is in no rank."""
    years = unemployment.years()
    assert years[["rank", "last"]].to_numpy().tolist() == [[1, 1], [1, 1]]
    assert years["of"].tolist() == [4, 4]
    assert years.at[2003, "zone"] == pytest.approx(13.575)
    assert (years["gap"] == years["zone"] - years["mainland"]).all()


def test_a_window_is_the_mean_of_its_years(unemployment):
    """And it is refused where a year is not there."""
    assert unemployment.window(2003, 2004)["zone"] == pytest.approx((13.575 + 12.425) / 2)
    with pytest.raises(ValueError, match="There are 20"):
        unemployment.window(2003, 2005)


def test_dispersion_is_widest_first(unemployment):
    """Each departement counts once; a region of equal rates comes last."""
    rates = pd.DataFrame(
        [[6.0] * 4, [10.0] * 4, [7.0] * 4, [7.0] * 4],
        index=pd.MultiIndex.from_tuples(
            [(MIDI, "a"), (MIDI, "b"), ("REG-93", "c"), ("REG-93", "d")],
            names=["region", "departement"],
        ),
        columns=[f"2003-Q{n}" for n in range(1, 5)],
    )
    table = unemployment.having(all_departements=rates).dispersion(2003)
    assert table["deviation"].to_dict() == {MIDI: 2, "REG-93": 0}
    assert table.loc[MIDI, ["departements", "range"]].tolist() == [2, 4]


def test_censuses_kept_share_no_survey(unemployment):
    """Of 2017, 2018 and 2022, the last and the one five years before it."""
    assert unemployment.apart().index.tolist() == [2007, 2012, 2017, 2022]


def test_the_last_quarter_at_a_rate(unemployment):
    """The search ends where it is told to; a rate never reached is in none."""
    assert unemployment.last_at(ZONE, 13.0, "2004-Q4") == "2004-Q1"
    assert unemployment.last_at(ZONE, 13.0, "2003-Q4") == "2003-Q1"
    assert unemployment.last_at(ZONE, 7.0, "2004-Q4") is None


def test_census_rates(unemployment):
    """310 of 2,100 at each census, a merged commune being counted in the one that took it in."""
    assert unemployment.census[HERE].tolist() == pytest.approx([14.7619] * 5, 1e-4)
    rates = unemployment.by_commune()
    assert rates.loc["30001", "2007"] == 20
    assert rates.loc["30015", "2018"] == 10
    assert np.isnan(rates.loc["30015", "2022"])
    assert unemployment.people()["unemployed"].tolist() == [310] * 5


def test_people_of_a_census_with_a_blank_are_unknown(unemployment, spoil: Spoiler):
    """A commune merged since is counted elsewhere; one whose cell is blank is not counted."""
    sources = spoil.text(insee.LABOUR_2022, "30002;10;80;10;2;6;2", "30002;10;80;10;2;;2")
    spoiled = Unemployment(Territory("200000018", sources), sources)
    people = spoiled.people()
    assert people.loc[2022].isna().all()
    assert people.drop(2022).equals(unemployment.people().drop(2022))
    assert np.isnan(spoiled.census.at[2022, HERE])


def test_people_of_a_census_with_a_row_lost_are_unknown(unemployment, spoil: Spoiler):
    """30002 is still a commune in 2025: a file without it is not one it has merged out of."""
    spoil.text(insee.LABOUR_2022, "30002;10;80;10;2;6;2\n", "")
    sources = spoil.relist(insee.LABOUR_2022, rows=10)
    spoiled = Unemployment(Territory("200000018", sources), sources)
    assert spoiled.people().loc[2022].isna().all()
    assert np.isnan(spoiled.census.at[2022, "EPCI-200000018"])
    assert unemployment.people().loc[2022].notna().all()


def test_a_file_of_one_territory_tells_of_no_other(unemployment):
    """In 2022 the departement, the region and the country are missing, not those twelve."""
    assert unemployment.census.loc[2022, [ZONE, GRAVON, MIDI, FRANCE]].isna().all()


def test_another_territory_has_no_census_of_2022(toy):
    """The file at hand covers one EPCI; the others have the four earlier censuses."""
    census = Unemployment(Territory("243000213", toy), toy).census
    assert census["EPCI-243000213"].notna().tolist() == [True] * 4 + [False]


def test_a_place_of_neither_file_is_refused(unemployment):
    """The error lists those there are."""
    with pytest.raises(ChoiceError, match=r"place='DEP-48' is no choice\. There are DEP-30"):
        unemployment.rates_of("DEP-48")


def test_the_file_of_each_census_is_told(unemployment):
    """Those of one file and one geography together."""
    told = write(unemployment.basis((2007, 2017, 2022)))
    assert told.startswith("2007, 2017: active population 2007–2017 (extract), communes of 2020; ")
    assert "2022: dossier complet" in told
