"""Every topic of places that differ in everything: a value, or an error of ours that says the lack.

Each place is there for what it has that Alès has not.
"""

from __future__ import annotations

import pytest
from tests.fixtures import ROOT
from tests.fixtures.asked import bare_of_notebook, bare_of_topic, topics

from bassin.claims.chapters import chapters
from bassin.errors import TerritoryError
from bassin.files.sources import Sources
from bassin.show import coverage
from bassin.study import Study
from bassin.topics.available import NONE, PARTIAL, STATES, THERE
from bassin.words import exhibit

SAMPLE = {
    "200054781": "Paris: 131 communes in six departements, its arrondissements",
    "200054807": "Marseille: three departements, its arrondissements",
    "200046977": "Lyon: a departement of its own, a commune that merged in 2024",
    "200067106": "Pays basque: 158 communes, the most",
    "245600465": "Belle-Île: an island of four communes, without a neighbour",
    "241700624": "Oléron: coast, no river",
    "245900428": "Dunkerque: coast and border",
    "200023372": "Chamonix: mountain and border",
    "247300015": "Aigueblanche: three communes of a valley",
    "200033579": "Arras: named as one of its communes",
    "242000354": "Bastia: named as its centre, in Corsica",
    "200040764": "the south of Corsica",
    "200069052": "Belfort: the only city of its departement",
    "243500741": "Redon: three departements, two regions",
    "200035129": "Cèze Cévennes: two regions, beside Alès",
    "242504488": "Altitude 800: two communes that merged in 2024",
    "248500415": "Châtaigneraie: the same",
    "200035970": "Vexin Centre: a commune that took one in in 2024",
    "200060457": "Mayotte: two communes",
    "200050532": "Mayotte: two communes of an island",
    "249710047": "Marie-Galante: an island of Guadeloupe",
    "249720061": "centre of Martinique",
    "249730037": "west of Guyane: as large as a region",
    "249740119": "north of La Réunion: on one side of its centre",
    "200006930": "Lozère",
}
#: Topics that take minutes a place, for the model of car minutes.
SLOW = {"travel", "care", "contrast"}
#: Chapters of the text alone, of the files, or that rest on that model.
LEFT_OUT = {"06_medical_deserts", "09_reversal", "12_ecosystem", "14_audit", "15_travel"}
LEFT_OUT |= {"16_files", "17_findings", "18_look_up", "index"}
ARRAS = "200033579"


@pytest.fixture(scope="module", params=SAMPLE, ids=SAMPLE.values())
def place(request: pytest.FixtureRequest, real: Sources) -> Study:
    """One of them, from files that are read once for all."""
    return Study(request.param, sources=real)


@pytest.mark.thorough
def test_no_topic_raises_what_is_not_ours(place: Study):
    """Every property, and every method that asks for nothing."""
    found = [bare_of_topic(place, name) for name in topics() if name not in SLOW]
    assert {key: error for one in found for key, error in one.items()} == {}


@pytest.mark.thorough
@pytest.mark.parametrize("chapter", sorted({*chapters(ROOT)} - LEFT_OUT))
def test_no_cell_of_a_chapter_raises_what_is_not_ours(place: Study, real: Sources, chapter: str):
    """What it draws is made, or refused by name."""
    assert bare_of_notebook(chapters(ROOT)[chapter], place.epci, real) == {}


@pytest.mark.thorough
def test_what_there_is_is_told_of_each(place: Study):
    """Nothing is raised; whatever is missing has the file that would mend it."""
    table = place.available()
    assert set(table["state"]) <= set(STATES)
    lacking = table[table["state"] != THERE]
    assert (lacking["mends"] != "").all()
    assert (table.loc[table["state"] == THERE, "mends"] == "").all()
    told = coverage.told_of(table, place.territory.called)
    assert told.startswith(str((table["state"] == THERE).sum()))


@pytest.fixture(scope="module")
def arras(real: Sources) -> Study:
    """An agglomeration of the north that the study does not name."""
    return Study(ARRAS, sources=real)


@pytest.mark.slow
def test_what_there_is_elsewhere(arras: Study):
    """The tables of Alès or of one region are missing; access to doctors and outlines are there."""
    table = arras.available().set_index("indicator")
    assert table.at["indicator.gp_2023", "state"] == THERE
    assert table.at["table.outlines", "known"] == 46
    missing = set(table.index[table["state"] == NONE])
    assert {"table.land_take", "table.establishments", "table.age_bands", "table.actors"} <= missing
    assert table.at["table.land_take", "mends"] == "cerema/conso2009_2024_resultats_com.csv"
    shown = coverage.available(
        table.reset_index(), "Arras", **exhibit("tab-files-available", place="Arras")
    )
    assert len(shown.data) == int(table["state"].isin([NONE, PARTIAL]).sum())


@pytest.mark.parametrize(
    "ask",
    [
        lambda study: study.education.figure(),
        lambda study: study.education.sums(),
        lambda study: study.waves.events,
        lambda study: study.waves.shares(),
        lambda study: study.waves.fabric(),
        lambda study: study.waves.printed_shares,
        lambda study: study.land.offer,
        lambda study: study.recruitment.change_table,
        lambda study: study.programmes.instruments,
        lambda study: study.programmes.sums_in_millions,
        lambda study: study.programmes.rates,
        lambda study: study.published("territory"),
    ],
)
def test_what_one_study_prints_is_shown_of_no_other_place(arras: Study, ask):
    """The error names the transcription and the place."""
    with pytest.raises(TerritoryError, match=r"study/.*\.csv.*CU d'Arras.*Transcribe"):
        ask(arras)


def test_what_is_found_stays_where_the_printed_is_left_out(arras: Study, study: Study):
    """Printed columns and rows are of the territory of the study alone."""
    assert list(study.ageing.presential_series().index)[:2] == ["printed_1975", "printed_2019"]
    assert list(arras.ageing.presential_series().index) == ["found_here", "found_france"]
    history = arras.perimeters.history()
    assert history["printed"].isna().all()
    assert history["found"].notna().any()
    assert not any(column.startswith("printed") for column in arras.recruitment.series("projects"))
