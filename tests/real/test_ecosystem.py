"""The transcribed actors of the study, held against the files and counted by hand."""

from __future__ import annotations

import pytest

from bassin.claims import held
from bassin.errors import TerritoryError
from bassin.files.sources import Sources
from bassin.places.territory import Territory
from bassin.read import insee, printed
from bassin.study import ALES_AGGLOMERATION, Study
from bassin.topics.ecosystem.local import Ecosystem

FIRST_LINE, LAST_LINE = 1026, 1704  # from the title of chapter 4 to the end of the conclusion


@pytest.fixture(scope="module")
def ales(study: Study) -> Ecosystem:
    return study.ecosystem


def test_codes_are_those_of_the_places(real: Sources, ales: Ecosystem):
    """The commune of each code bears the name transcribed."""
    placed = ales.actors[ales.actors["code"] != ""]
    assert insee.communes(real).loc[placed["code"], "name"].to_list() == [*placed["place"]]


def test_sides_are_where_the_communes_are(ales: Ecosystem):
    """What the study calls east lies east of Alès, and what it calls west, west."""
    placed = ales.actors[
        (ales.actors["code"] != "") & ales.actors["side"].isin(["around_east", "around_west"])
    ]
    east = ales.positions.loc[placed["code"], "east_km"].to_numpy() > 0
    assert (east == (placed["side"] == "around_east").to_numpy()).all()


def test_there_are_enough_actors_with_lines_of_the_text(real: Sources, ales: Ecosystem):
    """At least 45, and every passage is within chapter 4 or the conclusion."""
    assert len(ales.actors) >= 45
    tables = [ales.actors, ales.relations, ales.prize, ales.training]
    for table in tables:
        for passage in table["lines"].str.split("; ").explode():
            first, _, last = passage.partition("-")
            assert FIRST_LINE <= int(first) <= int(last or first) <= LAST_LINE, passage


def test_directions(ales: Ecosystem):
    """Six partners to the east and one to the west; 16 of 128 even chances do as much."""
    row = ales.directions().iloc[0]
    assert row[["east", "west"]].to_list() == [6, 1]
    assert row["p_even"] == pytest.approx(0.125)


def test_people_live_to_the_east(ales: Ecosystem):
    """Seven in ten of the inhabitants within 150 km, of 6.3 million, Marseille among them."""
    row = ales.people_around().loc[150]
    assert row["population"] == pytest.approx(6.33e6, rel=0.01)
    assert row["east_pct"] == pytest.approx(71, abs=1)


def test_prize(ales: Ecosystem):
    """1,150,000 euros by 93 laureates and by 250 jobs."""
    value = ales.prize_ratios()["value"]
    assert value["prize_euros_a_laureate"] == pytest.approx(12_365.59, abs=0.01)
    assert value["prize_euros_a_job"] == 4_600
    assert value["prize_active"] == 76


def test_places_of_training_of_2013(ales: Ecosystem):
    """18 in Alès, one in La Grand-Combe."""
    table = ales.training_map()
    assert table.loc[["30007", "30132"], "listed"].to_list() == [18, 1]


def test_the_study_is_of_one_territory(real: Sources):
    """On another EPCI the chapter stops and says what to transcribe."""
    with pytest.raises(TerritoryError, match="Transcribe one in the folder data/study/243000643"):
        Ecosystem(Territory.named("Nîmes Métropole", real), real).ranking()


def test_verdicts(study: Study):
    """Three contradictions of the text: two years, and a founder younger than what it founded."""
    verdicts = held.verdicts(study, "ecosystem")["verdict"]
    assert set(verdicts.index[verdicts == "contradicted"]) == {
        "eco-prize-year",
        "eco-meetings-2016",
        "eco-prize-founder",
    }
    assert not (verdicts == "differs").any()
    network_only = ["eco-east", "eco-vaucluse", "eco-training-inserted", "eco-school-hub"]
    assert set(study.claims("ecosystem").loc[network_only, "check"]) == {""}


def test_what_chapter_11_shows_of_the_text(ales: Ecosystem):
    """By hand: six of the school's fourteen relations are told in its own section alone."""
    elsewhere = ales.beside_its_section()
    assert elsewhere.head(2).to_dict() == {"IMT Mines Alès": 8, "Alès Audace": 7}
    gap = ales.training_gap()
    assert gap["gap"] > 0 > gap["gap_without"]
    assert gap["p"] > 0.05
    assert ales.eastern_departements().to_dict() == {"30": 2, "13": 2, "": 1}


def test_every_number_has_a_line_of_the_text(real: Sources):
    """Claims of the chapter are from chapter 4, the conclusion, or the summary."""
    claims = printed.claims(real, ALES_AGGLOMERATION, "ecosystem")
    first = claims["lines"].str.extract(r"^(\d+)")[0].astype(int)
    assert (first[claims["locus"] != "summary"] >= FIRST_LINE).all()
    assert (first <= LAST_LINE).all()
