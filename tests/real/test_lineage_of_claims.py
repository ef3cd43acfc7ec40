"""What a claim rests on: lists made by hand, from the code of its check and of the readers."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import TypeAlias

import pytest
from tests.fixtures.observed import taken_away

from bassin.claims.judging import verdicts
from bassin.errors import BassinError
from bassin.files.sources import Sources
from bassin.files.trace import recording
from bassin.read import printed
from bassin.study import ALES_AGGLOMERATION, Study
from bassin.topics.checks import check_of
from bassin.topics.finding import Check, Finding
from bassin.topics.gathered import Topics

#: The communes of the territory, its name, those of its departement and region.
MEMBERS = "insee/Intercommunalite_Metropole_au_01-01-2023.xlsx"
DEPARTEMENTS, REGIONS = "insee/v_departement_2023.csv", "insee/v_region_2023.csv"
#: Inhabitants of each commune of the territory in 2020: they say which is its centre, and its zone.
PEOPLE = "dgcl/epcicom2023.xlsx"
#: What happened to communes: counts of old boundaries are carried to those of 2023 by it.
EVENTS = "insee/v_mvtcommune_2023.csv"
#: One table of two files: that of France is read with that of the other places.
BALANCE = ("anct/indics_FRTOT_histodemo.csv", "anct/indics_TERR_histodemo.csv")
CENSUSES = "insee/base-pop-historiques-1876-2015.csv.gz"
CLAIMS = "study/200066918/claims.csv"

BY_HAND: dict[str, set[str]] = {
    # The list of members names SIREN, and the territory is one: no list of its communes is asked.
    "ti-is-epci": {"anct/territoires_industrie_149.geojson"},
    # No table is read but that of altitudes: the towns are named by code in the check. The claim's
    # own row says which passage is its own, and which are others.
    "waves-silk-high": {
        "ign/repertoire_communes_2012.csv.gz",
        "toulouse_dataviz/hackaviz2019_par_commune.csv",
        "study/200066918/altitudes.csv",
        CLAIMS,
    },
    # Of two premises: the opening of the motor park is among the instruments, a takeover is told by
    # pages of others, which stand beside the statements and checks of their claims.
    "waves-wave-2": {
        *("study/200066918/events.csv", "study/200066918/instruments.csv"),
        *("study/200066918/secondary.csv", CLAIMS),
    },
    # The reader holds the industries of each zone against its total, in the file of totals.
    "waves-diverse": {
        *(MEMBERS, PEOPLE, "insee/ZE2020_au_01-01-2023.xlsx"),
        *("urssaf/effectifs_prives_ze_a38_2019_2024.parquet",),
        "urssaf/effectifs_prives_2014_2024.parquet",
    },
    "pop-grand-combe": {
        *(MEMBERS, CENSUSES, "insee/population_municipale_communes_2013_2023.csv", EVENTS)
    },
    # Of a region, in every publication: the territory has no part in it. The period of 2013 to
    # 2018 is added up from communes, by the region of their departement.
    "pop-natural": {
        *BALANCE,
        *("insee/base_cc_comparateur_csv.zip", DEPARTEMENTS, "ptod/agg_reg.json"),
    },
    "age-15-29": {MEMBERS, PEOPLE, "insee/rp2022_ages_alesagglo.csv"},
    # The editions of 2016 to 2019 do not count people by age.
    "age-care": {MEMBERS, "drees/apl_medecins_generalistes_2022_2023.xlsx"},
    # One row of the file is the territory's, by its SIREN.
    "age-tertiary": {"insee/flores_epci_2023.json"},
    # A commune without a value is one no more: the density of 2025 lists those that are left.
    "edu-improves": {
        *(MEMBERS, "anct/densite.csv"),
        "insee/rp_indicateurs_iris_2011_2016_2022_france.parquet",
    },
    "care-filieris": {MEMBERS, "finess/finess_occitanie.csv"},
    # Regions by code, those of 2021 from the file of a third party.
    "pov-region-rank": {"insee/FILO2019_DISP_REG.csv", "ptod/agg_reg.json"},
    # The series is found by the name of the region; which year is meant hangs on the number that
    # the claim prints.
    "une-region": {
        *(MEMBERS, REGIONS, CLAIMS),
        "insee/famille_TAUX-CHOMAGE_21032025.xlsx",
    },
    # The perimeter of other years: the density of 2025 lists the communes that are left; a member
    # of 2019 is known by the populations of the EPCI of then.
    "risk-plans": {
        *(MEMBERS, EVENTS, CENSUSES, *BALANCE),
        *("anct/densite.csv", "anct/pprn_communes_2024.xlsx"),
    },
    # Beside the departement, found among all communes, and named.
    "risk-floods": {
        *(MEMBERS, DEPARTEMENTS, REGIONS, EVENTS, "insee/v_commune_2023.csv"),
        *("ccr/catnat_decrees_1982_2024.parquet", "insee/populations_legales_2020_communes.csv"),
    },
    "rev-mines-high": {
        "toulouse_dataviz/hackaviz2019_par_commune.csv",
        "ign/repertoire_communes_2012.csv.gz",
    },
    # A law is of no territory.
    "land-zan": {"law/land.csv"},
    "skills-harder": {
        *(MEMBERS, "france_travail/passage_commune_bassin_bmo.xlsx"),
        *("france_travail/bmo_2019_secteur.xlsx", "study/200066918/figure-ii.csv"),
    },
    # The actors are refused where they are not of the territory.
    "eco-toulouse": {MEMBERS, "study/200066918/actors.csv", "study/200066918/relations.csv"},
    "instr-qpv": {
        *(MEMBERS, "anct/qpv_2015_occitanie.geojson", "anct/qpv_2024_centroides.geojson")
    },
}

Found: TypeAlias = Finding | BassinError | None

#: Topics whose files are deleted in turn: how the claims on them begin.
TOPICS = {"population": "pop-", "programmes": ("instr-", "ti-"), "ecosystem": "eco-"}


def observed(order: Iterable[str]) -> dict[str, set[str]]:
    """Files that each claim rests on, asked of a new study in this order."""
    study = Study()
    listed = printed.claims(study.sources, study.epci).loc[list(order)]
    return {str(claim): set(files) for claim, files in verdicts(listed, study)["files"].items()}


@pytest.fixture(scope="module")
def in_order() -> dict[str, set[str]]:
    return observed(BY_HAND)


@pytest.mark.parametrize("claim", BY_HAND)
def test_a_claim_rests_on_the_files_listed_by_hand(claim: str, in_order: dict[str, set[str]]):
    """All of them, and no other."""
    assert in_order[claim] == BY_HAND[claim]


def test_there_are_twenty_from_all_over(real: Sources):
    """Every chapter that has tested claims has one of them."""
    listed = printed.claims(real, ALES_AGGLOMERATION)
    tested = set(listed.loc[listed["check"] != "", "chapter"])
    assert len(BY_HAND) == 20
    assert set(listed.loc[list(BY_HAND), "chapter"]) == tested


def test_what_was_asked_before_changes_no_files(in_order: dict[str, set[str]]):
    """The other way round, in a new study that keeps nothing of the first."""
    assert observed(reversed(BY_HAND)) == in_order


# -- Without a file --------------------------------------------------------------------------------


def found_of(
    checks: Mapping[str, Check], root: Path
) -> tuple[dict[str, Found], dict[str, set[str]]]:
    """What the checks of some claims find in a folder, or the error they end with.

    Beside it the files that each rests on, its premises left aside.
    """
    topics = Topics(ALES_AGGLOMERATION, Sources(root))
    found: dict[str, Found] = {}
    files = {}
    for claim, check in checks.items():
        with recording() as noted:
            try:
                found[claim] = check(topics)
            except BassinError as error:
                found[claim] = error
        files[claim] = noted.files
    return found, files


@pytest.mark.parametrize("topic", TOPICS)
def test_without_a_file_what_cites_it_fails_and_the_rest_holds(
    topic: str, copied: Path, real: Sources
):
    """Each file in turn: the error names it, and no other claim on the topic changes."""
    listed = printed.claims(real, ALES_AGGLOMERATION)
    tested = listed[(listed["check"] != "") & listed.index.str.startswith(TOPICS[topic])]
    claims = {str(claim): check_of(row) for claim, row in tested.iterrows()}
    whole, cited = found_of(claims, copied)
    assert all(isinstance(found, Finding) for found in whole.values())
    for file in sorted(set().union(*cited.values())):
        with taken_away(copied, file):
            without, _ = found_of(claims, copied)
        for claim in claims:
            if file not in cited[claim]:
                assert without[claim] == whole[claim], f"{claim} without {file}"
            else:
                assert isinstance(without[claim], BassinError), f"{claim} without {file}"
                assert re.search(re.escape(file), str(without[claim])), f"{claim} without {file}"
