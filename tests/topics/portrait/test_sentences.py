"""The machine that reads portraits, on sentences with a fault planted in each."""

from __future__ import annotations

import pytest
from tests.fixtures.portraits import faults

from bassin.phrase import Phrase
from bassin.topics.portrait.sentences import Fact, Sentence

FACT = Fact("population_2023", "EPCI-1", "2023", 6800.0, "inhabitants")


def people(place: str = "Alès", **changed: int) -> Sentence:
    told = {"people": 6800, "year": 2023, **changed}
    return Sentence("level", Phrase("portrait.people", place=place, **told), (FACT,))


def test_a_sound_sentence_has_no_fault():
    """Its number and its year are of its fact; a number in a name is none."""
    assert faults(people()) == []
    assert faults(people("Vallées de 3 Rivières")) == []


@pytest.mark.parametrize(
    ("sentence", "fault"),
    [
        (people("Les  Vallées"), "wrong"),
        (people("nan"), "wrong"),
        (people("None"), "wrong"),
        (people("the the Alès"), "wrong"),
        (people("Alès (Gard"), "parentheses"),
        (people(people=6801), "6,801 is of no fact"),
        (people(year=2022), "2022 is of no fact"),
        (Sentence("level", people().phrase), "no facts"),
        (
            Sentence(
                "change",
                Phrase("portrait.grown.fell", place="A", start=2023, end=2023, pct=-6800.0),
                (FACT,),
            ),
            "wrong",
        ),
    ],
)
def test_a_planted_fault_is_seen(sentence: Sentence, fault: str):
    """A blank, a space, a sign told twice, a number of no fact."""
    assert fault in faults(sentence)
