"""Labels and instruments on the real files, with values noted from them by hand."""

from __future__ import annotations

import pytest

from bassin.claims import held
from bassin.places.territory import Territory
from bassin.read import anct
from bassin.topics.programmes.labels import DISTRICT_2015, DISTRICT_2024, SERVICES
from bassin.topics.programmes.local import Programmes
from bassin.verdict import UNTESTED

#: What pages of others say as the study does.
SUPPORTED_BY_PAGES = (
    "instr-coal-pact",
    "instr-coal-end",
    "instr-agency",
    "instr-ti-2018",
    "instr-acv-2010s",
    "instr-qpv-law",
    "instr-npnru",
    "instr-aeronautics",
)


def test_labels_of_the_basin(study):
    """One town centre, four small towns, four then three districts, three France services."""
    labels = study.programmes.totals["labels"].to_dict()
    assert [labels[p] for p in anct.TOWN_PROGRAMMES] == [1, 4]
    assert [labels[key] for key in (DISTRICT_2015, DISTRICT_2024, SERVICES)] == [4, 3, 3]
    assert set(study.programmes.own.index) == {
        *("30007", "30010", "30051", "30132", "30259", "30269", "30307")
    }


def test_every_point_is_in_the_commune_of_its_code(study):
    """13 holders, 13 points; 31 France services of the country have none."""
    matched = study.programmes.matched
    assert (matched["by_code"] == matched["both"]).all()
    assert matched["both"].sum() == 13
    assert matched.at[SERVICES, "without_point"] == 31


def test_sums(study):
    """4.7 million francs are 716,510 euros, and 6.3 million of 2022 at the rate printed."""
    grant = study.programmes.money.loc["fiat-ales"]
    assert grant["euros_low"] == pytest.approx(716_510, abs=1)
    assert grant["later_low"] == pytest.approx(6_298_000)


def test_verdicts(study):
    """The verdicts of the chapter, frozen: a change of one is to be looked at."""
    verdicts = held.verdicts(study, "instruments")
    tested = verdicts.loc[~verdicts["verdict"].isin(UNTESTED), "verdict"]
    assert tested.to_dict() == {
        "instr-coal-output": "contradicted",
        "instr-sixties": "consistent in the text",
        "instr-programme-start": "contradicted",
        "instr-programme-end": "consistent in the text",
        "instr-pillars": "consistent in the text",
        "instr-ntn-twice": "consistent in the text",
        "instr-pole-opened": "consistent in the text",
        "instr-acv": "confirmed by data",
        "instr-ti": "confirmed by data",
        "instr-ti-renewed": "confirmed by data",
        "instr-pvd": "confirmed by data",
        "instr-pvd-2010s": "differs",
        "instr-qpv": "differs",
        **dict.fromkeys(SUPPORTED_BY_PAGES, "supported"),
    }


def test_another_intercommunality(real):
    """Cèze Cévennes, next door: in the second phase only, and with labels of its own."""
    other = Programmes(Territory("200035129", real), real)
    assert (other.held["territoires_industrie_1"] == 0).all()
    assert (other.held["territoires_industrie_2"] == 1).all()
    assert len(other.labelled) == len(other.held)
