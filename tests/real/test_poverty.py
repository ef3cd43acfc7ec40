"""The real files on poverty and unemployment give the values found from them by a second path."""

from __future__ import annotations

import numpy as np
import pytest

from bassin.files.sources import Sources
from bassin.places.territory import Territory
from bassin.read import insee
from bassin.study import Study
from bassin.topics.facts import facts
from bassin.topics.portrait.writer import Writer
from bassin.topics.poverty.income import Income
from bassin.topics.poverty.quarters import MAINLAND, mainland_of_zones, restored_since
from bassin.topics.poverty.unemployment import Unemployment
from bassin.topics.standing import told


@pytest.fixture(scope="module")
def ales(real: Sources) -> Territory:
    return Territory("200066918", real)


@pytest.mark.parametrize("key", ["employed_2022", "youth_unemployed_2022"])
def test_a_rank_is_told_alike_in_the_book_and_in_the_portraits(study: Study, key: str):
    """In the chapter, on its strip, in its table, in the look-up and by a sentence."""
    (sentence,) = Writer(study.territory, study.sources).rank(key)
    place = told(sentence.phrase.given["first"], sentence.phrase.given["last"])
    name = key.removesuffix("_2022")
    work = study.unemployment.work.loc[f"indicator.{key}"]
    row = study.look_up.table.loc[key]
    strip = study.peers.standing([key]).loc[key]
    assert place.key == "portrait.ranks"  # nothing is told alike that is one rank alone
    assert facts(study, "poverty")[f"work_{name}_place"] == place
    assert told(work["first"], work["last"]) == place
    assert told(row["rank"], row["last"]) == place
    assert told(strip["rank"], strip["last"]) == place


@pytest.fixture(scope="module")
def income(ales: Territory, real: Sources) -> Income:
    return Income(ales, real)


@pytest.fixture(scope="module")
def unemployment(ales: Territory, real: Sources) -> Unemployment:
    return Unemployment(ales, real)


def test_secrecy(income: Income):
    """16 of 72 communes have a rate in each year; 33,253 taxed persons are in the others."""
    table = income.secrecy()
    assert table["published"].tolist() == [16, 16, 16]
    assert table["secret"].tolist() == [56, 56, 56]
    interval, people = income.hidden()
    assert people == 33_253
    assert interval == pytest.approx((18.90, 17.31, 20.48), abs=0.01)


def test_rates(income: Income):
    """22.1 and 22.3 % in the EPCI; the communes with a rate went from 23.25 to 22.61."""
    assert income.published.loc[income.here, [2019, 2021]].tolist() == [22.1, 22.3]
    assert income.moved_2020() == pytest.approx((23.2485, 22.6076), abs=1e-3)
    read = [22.27, 19.64, 17.22, 14.90]
    assert income.interpolated().tolist() == pytest.approx(read, abs=0.005)


def test_two_publications_of_2019_agree(income: Income, real: Sources):
    """Where a commune is one IRIS, the third party's file gives INSEE's own rate of 2019."""
    table = income.epci.dropna()
    assert len(table) > 1200
    error = income.interpolation_error()
    assert (len(error), error.mean()) == (895, pytest.approx(0.332, abs=1e-3))
    medians = insee.epci_income(real)["median_income"].xs(2019, level="year")
    ours = insee.filosofi_distribution(real, "epci", 2019)["d5"]
    both = medians.index.intersection(ours.index)
    assert np.isclose(medians[both], ours[both]).mean() > 0.98


def test_regions(income: Income):
    """Hauts-de-France, Corsica, Occitanie; fifth with Martinique and La Réunion."""
    assert list(income.poorest_regions().index[:3]) == ["32", "94", "76"]
    assert list(income.poorest_regions(overseas=True).index).index("76") == 4


def test_housing_aid(income: Income):
    """8,391 of 12,568 recipients in the fifteen IRIS of Alès."""
    assert income.aid_communes == ["30007"]
    assert income.aid_share(["30007"]) == pytest.approx(100 * 8391 / 12568)
    assert income.aid_share() == pytest.approx(55.469, abs=1e-3)
    assert len(income.neighbourhoods("30007")) == 15


def test_districts(income: Income, ales: Territory):
    """Four districts in 2015; five communes have one in 2024."""
    assert len(income.districts) == 4
    assert list(income.districts_2024.index) == ["30007", "30010", "30051", "30132", "30307"]
    areas = income.district_areas(ales.outlines)
    assert areas.area.sum() == pytest.approx(areas.union_all().area)


def test_quarters(unemployment: Unemployment):
    """13.0, 16.2 and 11.9 %; the top is 16.3 in 2015-Q2."""
    series = unemployment.quarters[unemployment.in_zone]
    assert series[["2003-Q1", "2014-Q4", "2022-Q4"]].tolist() == [13.0, 16.2, 11.9]
    assert unemployment.peak() == ("2015-Q2", 16.3)
    assert (unemployment.zone, len(unemployment.zone_communes)) == ("7603", 173)


def test_the_mean_of_the_zones_is_the_mainland(unemployment: Unemployment):
    """It is about 0.1 point from the series of 2025 at most in a quarter, 0.05 in a year."""
    published = unemployment.quarters[MAINLAND]
    assert (unemployment.mainland - published).abs().max() < 0.115
    assert unemployment.revised() < 0.05
    years = unemployment.years()
    assert set(years["of"]) == {287}
    places = years.loc[[2003, 2022], ["rank", "last"]].to_numpy().tolist()
    assert places == [[5, 5], [2, 3]], "in 2022 another zone is level with it"


def test_the_gap_on_like_vintages(unemployment: Unemployment):
    """4.6 points over 2003-2005, 4.8 over 2020-2022, 6.0 in 2015 and 4.4 in 2010."""
    gap = unemployment.years()["gap"]
    assert unemployment.window(2003, 2005)["gap"] == pytest.approx(4.59, abs=0.005)
    assert unemployment.window(2020, 2022)["gap"] == pytest.approx(4.84, abs=0.005)
    assert gap[[2010, 2015]].tolist() == pytest.approx([4.39, 5.99], abs=0.005)


def test_other_weights_of_the_zones_give_the_same_mainland(
    unemployment: Unemployment, real: Sources
):
    """Active people of 2007 instead of 2017 move no quarter by more than a fiftieth of a point."""
    zone = insee.employment_zones(real)["zone"]
    back = restored_since(insee.commune_events(real), "2007-01-01", insee.LABOUR_GEOGRAPHY[2007])
    other = mainland_of_zones(unemployment.zones, zone, insee.labour_force(real, 2007), back)
    assert (other - unemployment.mainland).abs().max() < 0.02


def test_no_region_is_as_uneven_as_occitanie(unemployment: Unemployment):
    """From 4.6 to 11.6 % in 2022; the standard deviation is twice that of the middle region."""
    table = unemployment.dispersion(2022)
    assert (table.index[0], len(table)) == ("REG-76", 13)
    assert table.loc["REG-76", "deviation"] == pytest.approx(1.965, abs=1e-3)


def test_places_of_the_poorest(income: Income):
    """The agglomeration stays among the lowest 6 %; 74 of the 103 lowest stay in the tenth."""
    place = income.place_among_epci("200066918")
    assert list(place.index) == [*range(2014, 2020), 2021]
    assert place.between(3.6, 5.5).all()
    assert income.stayed_low() == (103, 74, 1032)
    assert income.published[2019].tolist() == [22.1, 19.6, 16.8, 14.5]
    assert income.moves["communes"].tolist() == [16, 74, 460, 4206]


def test_censuses(unemployment: Unemployment):
    """Five censuses of the agglomeration and of Alès."""
    census = unemployment.census
    here = [18.21, 18.82, 20.77, 20.44, 17.37]
    town = [23.99, 22.76, 27.13, 26.97, 23.83]
    assert census["EPCI-200066918"].tolist() == pytest.approx(here, abs=0.01)
    assert census["30007"].tolist() == pytest.approx(town, abs=0.01)
    assert unemployment.by_commune().notna().sum().tolist() == [72, 72, 72, 72, 72, 71]


def test_another_territory(real: Sources):
    """It runs on the Pays d'Uzès; only the census of 2022, typed for Alès, is missing there."""
    uzes = Territory.named("Pays d'Uzès", real)
    income, unemployment = Income(uzes, real), Unemployment(uzes, real)
    assert income.secrecy()[["published", "secret", "missing"]].sum(axis=1).tolist() == [
        *[len(uzes.codes)] * 3
    ]
    assert income.published.loc[uzes.here, [2019, 2021]].notna().all()
    assert unemployment.census[uzes.here].notna().tolist() == [True] * 4 + [False]
