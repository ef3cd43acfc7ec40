"""Land and recruitment on the real files: values noted from them by another path."""

from __future__ import annotations

import pandas as pd
import pytest

from bassin.claims import held
from bassin.errors import DataError
from bassin.files.sources import Sources
from bassin.places.territory import Territory
from bassin.read import cerema
from bassin.study import Study
from bassin.topics.land.local import Land
from bassin.topics.land.recruitment import Recruitment
from bassin.verdict import UNTESTED

EXPECTED = {
    "land-power-station": "compatible",
    "land-carnoules": "compatible",
    "land-zan": "supported",
    "land-law-2021": "supported",
    "land-halving": "differs",
    "land-half": "supported",
    "land-rarer": "supported",
    "land-growth": "confirmed by data",
    "bmo-arithmetic": "consistent in the text",
    "skills-crouzet": "supported",
}


def test_verdicts(study: Study):
    """Frozen: a change of one is to be looked at. Nothing tests the others."""
    verdicts = held.verdicts(study, "land")["verdict"]
    tested = verdicts[~verdicts.isin(UNTESTED)]
    assert tested.to_dict() == EXPECTED
    assert len(verdicts) == 44


def test_land_take(study: Study):
    """762.0 ha over 2009-2024, 550.7 ha over 2011-2021, 126.7 ha since."""
    even = study.land.calendar
    assert study.land.yearly.sum() == pytest.approx(762.0, abs=0.05)
    assert even["reference"] == pytest.approx(550.7, abs=0.05)
    assert even["used"] == pytest.approx(126.7, abs=0.05)
    assert even["used_pct"] == pytest.approx(46.0, abs=0.05)
    assert study.land.by_use["total"].notna().sum() == 72
    assert study.land.uses[["housing", "activity"]].sum().tolist() == [5_369_808, 1_546_299]


def test_the_first_two_flows_are_halves(real: Sources):
    """They differ by a square metre at most in each commune."""
    flows = cerema.land_take(real)["total"].unstack("year")
    assert (flows[2009] - flows[2010]).abs().max() <= 1


def test_brownfields(study: Study):
    """81 of 89 records are potential; the eight others are six places."""
    assert study.land.sites["status"].value_counts().to_dict() == {
        "site_potential": 81,
        "site_without_project": 5,
        "site_with_project": 3,
    }
    places = study.land.places
    assert places["confirmed"].sum() == 6
    assert places.loc[places["confirmed"], "hectares"].sum() == pytest.approx(65.97, abs=0.01)
    exposed = study.land.exposure(study.risk.by_commune("plan", "floods", "fires"))
    assert exposed["plan"].to_dict() == {"sites_confirmed": 6, "sites_potential": 72}


def test_vacant_dwellings(study: Study):
    """6,253 published in 60 of 71 communes; 18.81 % in La Grand-Combe; Corbès has merged."""
    row = study.land.vacancy_by_area.loc[study.territory.here]
    assert row[["hidden", "rated"]].tolist() == [11, 36]
    assert row["vacant_low"] == 6_253 + 11
    assert study.land.vacancy.at["30132", "vacant_pct"] == pytest.approx(18.81, abs=0.005)
    assert study.land.vacancy.at["30094", "status"] == "missing"


def test_no_count_from_1_to_10_is_printed(real: Sources):
    """So a secret count is from 1 to 10."""
    table = cerema.vacant_dwellings(real, 2025)
    for column in ("dwellings", "vacant", "vacant_2y"):
        assert sorted(table[column].dropna().unique())[:2] == [0, 11]


def test_recruitment_by_sector(study: Study):
    """Industry of the bassin in 2019: 275 projects, 40.2 % difficult; France 50.1 % in all."""
    table = study.recruitment.by_sector(2019)
    assert table.at["survey_industry", "projects"] == pytest.approx(275, abs=0.5)
    assert table.at["survey_industry", "difficult_pct"] == pytest.approx(40.2, abs=0.05)
    assert table.at["survey_all", "france_pct"] == pytest.approx(50.1, abs=0.05)


def test_recruitment_by_occupation(study: Study):
    """123 occupations in the bassin, 4,285 projects printed; the smallest count is five."""
    recruitment = study.recruitment
    there = recruitment.occupations(2024)
    assert (there["basin"] == "7636").sum() == 123
    assert recruitment.by_family(2024).at["survey_all", "projects"] == 4_285
    assert recruitment.least_printed(2024) == 5
    assert recruitment.hardest(2024).at["G0B41", "difficult_pct"] == 80


def test_another_territory(real: Sources):
    """All but land consumed, whose copy has one EPCI, runs on Nîmes."""
    nimes = Territory.named("Nîmes", real)
    found = Land(nimes, real)
    assert found.places["confirmed"].any()
    assert found.vacancy["vacant_pct"].notna().any()
    with pytest.raises(DataError, match="List the national file"):
        _ = found.yearly
    families = Recruitment(nimes, real).by_family(2024)
    assert (families["low_pct"] <= families["high_pct"]).all()


def test_figure_ii_is_between_its_years(study: Study):
    """The survey of 2019 lies between what is printed for 2014 and for 2022 in all sectors."""
    series: pd.DataFrame = study.recruitment.series("projects")
    assert (series["printed_2014"] < series["survey_2019"]).all()
    assert (series["survey_2019"] < series["printed_2022"]).all()
