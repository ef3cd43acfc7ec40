"""What the chapters say of very different places: facts, or an error of ours that names the lack.

A place may have two communes, one side, no departement of its own, no file of IRIS, be an island,
hold seven million people, or be the only city of its region.
"""

from __future__ import annotations

import math
from numbers import Real
from typing import Any

import pytest

from bassin.errors import TerritoryError
from bassin.files.sources import Sources
from bassin.study import Study
from bassin.topics.facts import CHAPTERS, facts

#: The actors of one study, and no others, are typed in.
OF_ALES_ALONE = {"ecosystem"}
#: All of this chapter is printed by the text: it says nothing of another place.
PRINTED_ALONE = {"waves"}
#: Chapters that rest on the travel model, which takes minutes a place: asked of a few.
SLOW = {"health", "reversal", "travel"}
ELSEWHERE = {
    "249740119": "north of La Réunion: three communes on one side",
    "200060457": "two communes of Mayotte",
    "249710047": "Marie-Galante: three communes of Guadeloupe",
    "249730037": "west of Guyane: as large as a region",
    "249720061": "centre of Martinique: four communes",
    "242000354": "five communes of Corsica",
    "243000650": "three communes of the Gard",
    "200006930": "ten communes of Lozère",
    "200040442": "sixteen communes on one side of Cavaillon",
    "200054807": "Marseille: 92 communes in three departements",
    "200046977": "Lyon: a departement of its own",
    "200054781": "Paris: 131 communes in five departements",
}


#: Of whose jobs no file tells.
NOTHING = {("200060457", "outcome")}


@pytest.fixture(scope="module", params=ELSEWHERE, ids=ELSEWHERE.values())
def place(request: pytest.FixtureRequest, real: Sources) -> Study:
    """One of them, from files that are read once for all."""
    return Study(request.param, sources=real)


def wrong(fact: Any, key: str = "") -> bool:
    """Whether a fact is no number, or a share that is out of bounds; a growth has none."""
    number, *form = fact if isinstance(fact, tuple) else (fact,)
    if not isinstance(number, Real):
        return number is None or str(number).lower() in ("nan", "<na>", "")
    share = len(form) == 2 and form[1] == "%" and not form[0].startswith("+")
    share = share and "growth" not in key
    return not math.isfinite(number) or (share and not 0 <= number <= 100)


@pytest.mark.slow
@pytest.mark.parametrize("chapter", sorted({*CHAPTERS} - OF_ALES_ALONE - PRINTED_ALONE - SLOW))
def test_chapters_of_another_place(place: Study, chapter: str):
    """Each says something, and nothing that is no number or no share."""
    said = facts(place, chapter)
    assert said or (place.epci, chapter) in NOTHING
    assert {key: fact for key, fact in said.items() if wrong(fact, key)} == {}


@pytest.mark.thorough
@pytest.mark.parametrize("chapter", sorted(SLOW))
def test_chapters_that_rest_on_the_roads(place: Study, chapter: str):
    """The same; nothing of sides where there are not two."""
    said = facts(place, chapter)
    assert bool(said) or chapter == "reversal"
    assert {key: fact for key, fact in said.items() if wrong(fact, key)} == {}


@pytest.mark.parametrize("chapter", sorted(OF_ALES_ALONE))
def test_what_is_typed_of_one_place_alone(place: Study, chapter: str):
    """The error names the file and what to do."""
    with pytest.raises(TerritoryError, match=r"actors\.csv.*Transcribe"):
        facts(place, chapter)


@pytest.mark.parametrize("chapter", sorted(PRINTED_ALONE))
def test_what_one_text_prints_is_said_of_no_other_place(place: Study, chapter: str):
    """Not one of its numbers."""
    assert facts(place, chapter) == {}


@pytest.mark.parametrize(
    ("fact", "expected"),
    [
        (12, False),
        (math.nan, True),
        ((math.inf, ".1f"), True),
        ((101.0, ".0f", "%"), True),
        ((250.0, "+.0f", "%"), False),
        (None, True),
        ("nan", True),
        ("Alès", False),
    ],
)
def test_what_is_wrong_is_found(fact: Any, expected: bool):
    """A change may be above a hundred percent, a share may not."""
    assert wrong(fact) == expected
