"""What the chapter on the ecosystem says, of the toy Mineville and not of another place."""

from __future__ import annotations

import pytest

from bassin.errors import TerritoryError
from bassin.study import Study
from bassin.topics.ecosystem import facts as chapter
from bassin.topics.ecosystem import network
from bassin.words import write


@pytest.fixture
def toy_study(toy_root, monkeypatch) -> Study:
    """The study of the toy Mineville, its own school in the place of that of the chapter."""
    monkeypatch.setattr(chapter, "SCHOOL", "school")
    # Without the mine, and with every line, there is still something to compare.
    monkeypatch.setattr(network, "SCHOOL", "mine")
    monkeypatch.setattr(network, "SCHOOL_SECTION", (1, 1))
    return Study("200000018", toy_root)


def test_the_facts_of_the_toy(toy_study):
    """Those of its tables, a reading by its code, and a sum with its unit."""
    told = chapter.facts(toy_study)
    assert (told["eco_actors"], told["eco_relations"], told["eco_alone"]) == (9, 6, 1)
    assert (told["eco_linked"], told["eco_unlinked"]) == (4, 2)
    assert (told["eco_east"], told["eco_west"], told["eco_directed"]) == (2, 1, 3)
    assert (told["eco_named_east"], told["eco_named_west"], told["eco_far"]) == (1, 0, 1)
    assert write(told["eco_job_euros"]) == "500\N{NO-BREAK SPACE}euros"
    assert write(told["eco_decisive_reading"])[0].isupper()
    assert told["eco_last_too"] == (2019, "d")


def test_another_place_has_none(toy_root):
    """Its actors are not those of the text."""
    with pytest.raises(TerritoryError):
        chapter.facts(Study("243000213", toy_root))
