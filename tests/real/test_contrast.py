"""The two halves of the basin, on the real files: values worked out by hand, and other places."""

from __future__ import annotations

import numpy as np
import pytest

from bassin.claims import held
from bassin.files.sources import Sources
from bassin.places.territory import AWAY, FACING
from bassin.read import ign, insee
from bassin.study import Study
from bassin.topics.contrast import ALTITUDE, AZIMUTH, CENTRE, LINES, MASSIF, MINES
from bassin.topics.contrast.halves import altitude_range
from bassin.words import write


def test_lines(study: Study):
    """37, 30, 35, 35 communes in the hills; Corbès, merged since, is no row of the massifs."""
    lines = study.contrast.lines
    assert list(lines) == [AZIMUTH, MASSIF, ALTITUDE, MINES]
    assert [(lines[line] == "hills").sum() for line in lines] == [37, 30, 35, 35]
    assert lines.index[lines[MASSIF].isna()].to_list() == ["30094"]
    assert lines.loc["30007"].eq(CENTRE).all()


def test_straight_line_is_that_of_the_other_chapters(study: Study):
    """The sides the territory gives, under the names of this chapter."""
    sides = study.territory.sides().replace({FACING: "hills", AWAY: "plain"})
    sides["30007"] = CENTRE
    assert study.contrast.lines[AZIMUTH].to_dict() == sides.to_dict()


def test_half_way_stands_in_for_the_mean_altitude(study: Study, real: Sources):
    """Over the 72, half-way from the lowest to the highest point goes with the mean altitude."""
    contrast = study.contrast
    halls = ign.town_halls_2012(real)
    found = altitude_range(halls, study.territory.passage, study.territory.codes)
    assert found.notna().all(axis=None)
    middle = found.mean(axis=1)
    assert middle.corr(contrast.altitude) > 0.95


def test_people(study: Study):
    """The zones add up to the 72; the plain passes the hills in 2015, 1975 or 1982, or not yet."""
    contrast = study.contrast
    years = [1968, 1999, 2020]
    corbes = contrast.population.by_commune.loc["30094", years]
    for line in contrast.kept:
        people = contrast.people(line).sum(axis=1)[years]
        if line == MASSIF:
            people = people + corbes
        assert people.to_list() == [114_491, 113_721, 132_799]
    turns = [contrast.crossing(line) for line in (AZIMUTH, MASSIF, ALTITUDE, MINES)]
    assert turns == [2015, 1975, 1982, None]


def test_middle(study: Study):
    """The middle of the people moves 3.8 km to the south-east from 1876 to 2023."""
    contrast = study.contrast
    assert contrast.middle.loc[2023, "moved_km"] == pytest.approx(3.835, abs=0.01)
    assert contrast.heading(1876, 2023) == pytest.approx(142, abs=1)


def test_growth_by_another_path(study: Study):
    """The mean change of a side is that of its inhabitants added up; Corbès is counted in 2013."""
    contrast = study.contrast
    people = contrast.population.by_commune
    hills = contrast.lines.index[contrast.lines[AZIMUTH] == "hills"]
    assert {"30094", "30329"} <= set(hills)
    whole = 100 * (people.loc[hills, 2023].sum() / people.loc[hills, 2013].sum() - 1)
    row = contrast.table.loc[("growth_2013_2023", AZIMUTH)]
    assert row["hills"] == pytest.approx(whole)
    assert row["hills_communes"] == 36


def test_indicators_reach_the_communes(study: Study):
    """23 indicators are tested; what is masked too often is left out, what is merged is missing."""
    contrast = study.contrast
    assert len(contrast.headline) == 23
    assert len(contrast.expected) == 16
    assert contrast.left_out.index.to_list() == ["poverty_rate_pct", "vacant_pct"]
    assert contrast.left_out["communes"].to_list() == [15, 35]
    known = contrast.indicators.notna().sum()
    assert known[["poverty_rate_pct", "vacant_pct", "house_price"]].to_list() == [16, 36, 70]
    assert known.drop(["poverty_rate_pct", "vacant_pct", "house_price"]).min() == 71


def test_commuters(study: Study):
    """38,854 of 44,349 employed residents of the 72 go to work by car, as the shares give it."""
    table = insee.commuting_modes(study.sources, 2021).loc[study.territory.codes]
    assert len(table) == 72
    assert table["workers"].sum() == 44_349
    drivers = (table["workers"] * table["car_pct"] / 100).sum()
    assert drivers == pytest.approx(38_854, abs=1)
    assert study.contrast.car_share() == pytest.approx(87.61, abs=0.005)


def test_stations(study: Study):
    """Nine stations; Salindres alone is left to freight."""
    stations = study.contrast.stations
    assert len(stations) == 9
    assert stations.loc[~stations["passengers"], "name"].to_list() == ["Salindres"]


def test_tests_of_the_gaps(study: Study):
    """Free shuffling finds most gaps remarkable, tests that respect space few of them."""
    contrast = study.contrast
    passing = {test: len(contrast.passing(AZIMUTH, test)) for test in ("p_naive", "p_moran")}
    assert passing["p_naive"] >= 12
    assert passing["p_moran"] <= 4
    tested = contrast.tested
    assert tested["p_moran"].notna().sum() == 92
    assert tested["p_moran"].min() * 92 == pytest.approx(tested["p_holm"].min())
    assert contrast.standing_out().empty


def test_index_of_doctors_is_level(study: Study):
    """Of 2023: the sign changes from line to line, and no test tells a gap."""
    row = study.contrast.tested.loc["gp_2023"]
    assert row.loc[AZIMUTH, "difference"] > 0 > row.loc[[MASSIF, ALTITUDE], "difference"].max()
    assert row.loc[[AZIMUTH, MASSIF, ALTITUDE], "effect"].abs().max() < 0.1
    assert row.loc[[AZIMUTH, MASSIF, ALTITUDE], "p_moran"].min() > 0.9


def test_what_is_kept_of_the_lines(study: Study):
    """What the chapter says of three lines: the hills are behind, and most so by the massif."""
    contrast = study.contrast
    three = [AZIMUTH, MASSIF, ALTITUDE]
    names = contrast.indicators_of("argument_population")
    names += contrast.indicators_of("argument_telephone")
    names += ["median_income", "unemployment_2018", "house_price"]
    gaps = contrast.table["aligned"].unstack("line").loc[names, three]
    assert (gaps > 0).all(axis=None)
    assert (gaps.idxmax(axis=1) == MASSIF).all()


def test_what_is_seen_of_claims_that_are_not_tested(study: Study):
    """What the rows of both claims say that the chapter shows."""
    assert not study.contrast.bears_out("argument_internet")
    assert not study.contrast.bears_out("argument_rail")


def test_table_and_verdicts_count_alike(study: Study):
    """The count of the table of the argument stands in the finding of the claim."""
    table = study.contrast.claims()["held"]
    findings = held.verdicts(study, "reversal")["finding"]
    for claim, row in (
        ("rev-plain-grows", "argument_population"),
        ("rev-reach", "argument_reach"),
        ("rev-telephone", "argument_telephone"),
    ):
        assert f"{write(table[row])} comparisons" in findings[claim]
        assert "None of these gaps stands out" in findings[claim]


def test_directions(study: Study):
    """Growth since 1999 and incomes are widest to the west of north-west, doctors nowhere near."""
    widest = study.contrast.widest
    assert widest.loc["growth_1999_2020", "angle"] == pytest.approx(300, abs=5)
    assert widest.loc[["growth_1999_2020", "median_income"], "covers"].all()
    assert not widest.loc["gp_2023", "covers"]


def test_verdicts_are_those_expected(study: Study):
    """Each verdict is the one the list of claims has."""
    claims = study.claims("reversal")
    verdict = held.verdicts(study, "reversal")["verdict"]
    assert verdict.to_dict() == claims["expected"].to_dict()
    assert verdict[["rev-internet", "rev-transit"]].eq("not obtained").all()


@pytest.mark.parametrize(
    ("siren", "without"),
    [
        ("241200567", {MINES}),  # Millau Grands Causses, in Occitanie
        ("247100290", {MINES}),  # Le Creusot Montceau, a coal basin outside it
    ],
)
def test_another_territory(real: Sources, siren: str, without: set[str]):
    """The whole topic runs: lines, tests, curves, counts; what no file reaches is left out."""
    contrast = Study(siren, real.root).contrast
    assert without <= set(contrast.without)
    assert set(contrast.kept) | set(contrast.without) == set(LINES)
    assert contrast.altitude.notna().all()
    assert ALTITUDE in contrast.kept
    assert len(contrast.headline) >= 18
    tested = contrast.tested
    p = tested[["p_naive", "p_rotation", "p_moran", "p_holm"]].dropna()
    assert len(p) > 0
    assert ((p > 0) & (p <= 1)).all(axis=None)
    curves = contrast.turning
    assert np.allclose(curves, -np.roll(curves.to_numpy(), 180, axis=0), equal_nan=True)
    assert contrast.widest["angle"].dropna().between(0, 360).all()
    assert contrast.share_held().iloc[0]["of"] > 0
    assert len(contrast.claims()) > 3
    assert len(contrast.likeness) == len(contrast.headline)
    assert contrast.clusters("growth_1999_2020").notna().any(axis=None)
    assert contrast.turns([1876, 2023]).notna().any(axis=None)
