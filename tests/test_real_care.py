"""The rebuilt index on the real files."""

import pandas as pd
import pytest

from bassin.errors import TerritoryError
from bassin.indicators import care
from bassin.indicators.care import Care
from bassin.study import Study
from bassin.territory import AWAY, FACING, Territory


@pytest.fixture(scope="module")
def study(real) -> Study:
    """The study of the real basin."""
    return Study()


@pytest.fixture(scope="module")
def ales(study) -> Care:
    """Its rebuilt access to doctors."""
    return study.care


def test_nearly_all_doctors_and_inhabitants_are_placed(ales, study):
    """Those of the mainland and Corsica, read straight from the raw files."""
    raw = pd.read_csv(
        study.sources.open("insee/bpe2019_sante_communes.csv.gz"), dtype=str, compression="gzip"
    )
    doctors = raw[(raw["TYPEQU"] == "D201") & ~raw["DEPCOM"].str.startswith("97")]
    assert ales.counts["doctors"].sum() == doctors["NB_EQUIP"].astype(int).sum()
    people = pd.read_csv(
        study.sources.open("insee/population_municipale_communes_2013_2023.csv"),
        sep=";",
        dtype={"codgeo": str},
        encoding="utf-8-sig",
    )
    home = people[~people["codgeo"].str.startswith("97")]["p19_pop"].sum()
    assert 0.9999 < ales.counts["people"].sum() / home <= 1
    assert len(ales.left_out) == 2


def test_the_country_is_doctors_over_inhabitants(ales):
    """About nine for 10,000, and the mean of the main setting but for who reaches none."""
    assert ales.national == pytest.approx(59_781 / 65_093_093 * 10_000, rel=1e-4)
    assert ales.by_zone().loc[care.MAIN, "country"] == pytest.approx(ales.national, rel=1e-3)


def test_a_part_of_the_country_is_enough(ales):
    """The index of the agglomeration from nearby times is that from all of them."""
    assert ales.rebuilt()["access"].to_numpy() == pytest.approx(ales.here.to_numpy(), rel=1e-5)


def test_the_hills_are_short_in_every_setting_and_the_plain_is_rarely_ample(ales):
    """What the chapter says of the study's claim."""
    counts = ales.agreement()
    assert counts["short"] == counts["settings"]
    assert counts["ample"] < counts["settings"] / 2


def test_the_error_of_travel_times_does_not_turn_the_sides(ales):
    """The hills have less than the plain in nearly all draws."""
    draws = ales.zone_draws()
    assert (draws[FACING] < draws[AWAY]).mean() > 0.95


def test_the_official_index_ranks_the_gard_alike(ales):
    """Not the same, for it counts otherwise; the main setting is among the nearest."""
    ranks = ales.correlations([2018])[2018]
    assert 0.55 < ranks[care.MAIN] < 0.75
    assert ranks.rank(ascending=False)[care.MAIN] <= 3


def test_old_mining_communes_stand_lower_in_the_rebuilt_index(ales, study):
    """It leaves out the salaried doctors of the miners' health centres."""
    centres = study.health.named("filieris").query("category == 'Centre de Santé'")["code"]
    gaps = ales.gap_near(2018, list(centres))
    assert gaps["near"] < -10 < gaps["rest"]


def test_no_times_are_invented_overseas(study):
    """An intercommunality of La Réunion has none."""
    island = Territory("249740077", study.sources)
    with pytest.raises(TerritoryError, match="no car times are modelled there"):
        Care.of(island, study.sources, study.travel)


def test_the_relief_of_the_network_is_traced(study):
    """The check on it compares an index with salaried doctors and one without."""
    table = study.verdicts("health")
    assert table.loc["care-relief", ["verdict", "grade"]].tolist() == ["compatible", "B"]
    assert "places in a hundred higher" in table.loc["care-relief", "finding"]
