"""Which intercommunality is meant by a SIREN, a name, a part of a name."""

from __future__ import annotations

import pytest
from tests.fixtures.spoil import Spoiler

from bassin.errors import TerritoryError
from bassin.files.sources import Sources
from bassin.places.finding import every_epci, located, siren_of
from bassin.places.territory import Territory
from bassin.study import ALES_AGGLOMERATION, Study

LENS = "246200364"


@pytest.mark.real
@pytest.mark.parametrize(
    ("place", "siren"),
    [
        ("Alès", ALES_AGGLOMERATION),
        ("ales agglomeration", ALES_AGGLOMERATION),
        ("alesagglomeration", ALES_AGGLOMERATION),
        ("CA Alès-Agglomération", ALES_AGGLOMERATION),
        ("Lens", LENS),
        ("lens - lievin", LENS),
        ("LensLiévin", LENS),
        ("246 200 364", LENS),
        ("246\N{NO-BREAK SPACE}200364\n", LENS),
        ("CA du Sud", "249740085"),
        ("Quatre Rivières (74)", "247400666"),
        ("quatre rivieres (haute-savoie)", "247400666"),
        ("Bassin d'Arcachon Sud (COBAS)", "243300563"),
    ],
)
def test_a_place_is_found(real: Sources, place: str, siren: str):
    """Whatever the capitals, accents, hyphens and blanks; by a whole word before a part of one."""
    assert siren_of(place, real) == siren


@pytest.mark.real
def test_one_resolver_for_all(real: Sources):
    """A study, a territory and a portrait mean the same by a name."""
    assert Study("Lens", sources=real).epci == Territory.named("Lens", real).code == LENS


@pytest.mark.real
@pytest.mark.parametrize(
    ("place", "told"),
    [
        ("Quatre Rivières", "2 EPCI.*247000623 .*Haute-Saône.*247400666 .*Haute-Savoie"),
        ("Deux Vallées", r"2 EPCI.*246000772 .*\(Oise\).*249100157 .*\(Essonne\)"),
        ("Quatre Rivières (30)", "0 EPCI"),
        ("Sud", "2 EPCI.*Mayotte.*La Réunion"),
        ("de", "and [0-9]+ more. Write the SIREN of one"),
        ("La Grand-Combe", r"La Grand-Combe \(30132\) in 200066918 CA Alès Agglomération"),
        ("246200365", "SIREN of no EPCI.*246200364"),
        ("ZZZZZZZZZ", "0 EPCI"),
        ("../x", "[0-9]+ EPCI"),
        ("(30)", "EPCI"),
        ("٢٤٦٢٠٠٣٦٤", "no name of an EPCI"),
        ("", "no name of an EPCI"),
        (" - ", "no name of an EPCI"),
        (None, "no name of an EPCI"),
        (246200364, "no name of an EPCI"),
    ],
)
def test_what_is_no_place_is_refused(real: Sources, place, told: str):
    """With the places that may be meant and their departements."""
    with pytest.raises(TerritoryError, match=told):
        Study(place, sources=real)


@pytest.mark.real
def test_every_epci_is_found_by_its_name_in_full(real: Sources):
    """But the four that another has the name of, which the departement tells apart."""
    known = every_epci(real)
    twice = known["name"].duplicated(keep=False)
    assert sorted(known.index[twice]) == ["246000772", "247000623", "247400666", "249100157"]
    for siren in known.index[twice]:
        row = known.loc[siren]
        where = located(row["departements"][:1], real)
        assert siren_of(f"{row['name']} ({where})", real) == siren
    for siren in known.index[~twice][::25]:
        assert siren_of(known.at[siren, "name"], real) == siren


def test_every_epci_has_its_departements_and_communes(toy: Sources):
    """The toy basin has thirteen communes, in one departement."""
    basin = every_epci(toy).loc["200000018"]
    assert basin["communes"] == len(Territory("200000018", toy).codes)
    assert set(basin["departements"]) == set(Territory("200000018", toy).communes["dep"])


def test_departements_go_by_their_codes_without_their_list(spoil: Spoiler):
    """What tells a place is not refused because a file is missing."""
    sources = Sources(spoil.root)
    assert located(["01", "99"], sources) == "Adret, 99"
    (spoil.root / "raw" / "insee/v_departement_2023.csv").unlink()
    assert located(["01", "99"], Sources(spoil.root)) == "01, 99"
