"""The two halves of the basin, on the real files: values worked out by hand, and other places."""

from __future__ import annotations

import pytest

from bassin.indicators.contrast import ALTITUDE, AZIMUTH, MASSIF, Contrast
from bassin.sources import Sources
from bassin.study import Study
from bassin.territory import Territory


@pytest.fixture(scope="module")
def study(real: Sources) -> Study:
    return Study(data=real.root)


def test_lines(study: Study):
    """37, 30 and 35 communes in the hills; Corbès, merged since, is outside the list of massifs."""
    lines = study.contrast.lines
    assert [(lines[line] == "hills").sum() for line in (AZIMUTH, MASSIF, ALTITUDE)] == [37, 30, 35]
    assert lines.index[lines[MASSIF].isna()].to_list() == ["30094"]
    assert lines.loc["30007"].eq("Alès").all()


def test_people(study: Study):
    """The zones add up to the 72; the plain passes the hills in 2015, 1975 or 1982."""
    contrast = study.contrast
    assert contrast.people(AZIMUTH).sum(axis=1)[[1968, 1999, 2020]].to_list() == [
        *(114_491, 113_721, 132_799)
    ]
    turns = [contrast.crossing(line) for line in (AZIMUTH, MASSIF, ALTITUDE)]
    assert turns == [2015, 1975, 1982]


def test_middle(study: Study):
    """The middle of the people moves 3.8 km to the south-east from 1876 to 2023."""
    contrast = study.contrast
    assert contrast.middle.loc[2023, "moved_km"] == pytest.approx(3.835, abs=0.01)
    assert contrast.heading(1876, 2023) == pytest.approx(142, abs=1)


def test_commuters(study: Study):
    """35,205 of 42,016 employed residents drove to work in 2015."""
    total = study.contrast.commuters.sum()
    assert total["car_within"] + total["car_outside"] == 11_732 + 23_473
    assert total["workers"] == 42_016
    assert study.contrast.car_share() == pytest.approx(83.79, abs=0.005)


def test_stations(study: Study):
    """Nine stations; Salindres alone is left to freight."""
    stations = study.contrast.stations
    assert len(stations) == 9
    assert stations.loc[~stations["passengers"], "name"].to_list() == ["Salindres"]


def test_verdicts(study: Study):
    """Internet and the railway deny the contrast, the telephone and growth bear it out."""
    verdict = study.verdicts("reversal")["verdict"]
    assert verdict[["rev-internet", "rev-transit"]].eq("differs").all()
    assert verdict[["rev-decline", "rev-plain-grows"]].eq("confirmed").all()
    assert verdict[["rev-telephone", "rev-reach", "rev-car"]].eq("close").all()
    assert verdict[["rev-wealth", "rev-road"]].eq("not testable").all()


def test_another_territory(real: Sources):
    """Le Creusot Montceau: no massif, no altitude outside Occitanie, the rest as here."""
    contrast = Contrast.of(Territory("247100290", real), real)
    assert contrast.kept == [AZIMUTH]
    assert "Occitanie" in contrast.without[ALTITUDE]
    assert contrast.held()["holds"].dropna().isin(["0 of 1", "1 of 1"]).any()
    assert contrast.indicators["fast_internet_pct"].notna().all()
