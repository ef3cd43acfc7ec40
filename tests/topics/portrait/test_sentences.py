"""The machine that reads portraits, on sentences with a fault planted in each."""

from __future__ import annotations

import pytest
from tests.fixtures.portraits import faults

from bassin.phrase import Phrase
from bassin.topics.portrait.sentences import Fact, Sentence
from bassin.words import LANGUAGES, speaking

FACT = Fact("population_2023", "EPCI-1", "2023", 6800.0, "inhabitants")


def people(place: str = "Alès", **changed: int) -> Sentence:
    told = {"people": 6800, "year": 2023, **changed}
    return Sentence("level", Phrase("portrait.people", place=place, **told), (FACT,))


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_sound_sentence_has_no_fault(language: str):
    """Its number and its year are of its fact; a number in a name is none."""
    with speaking(language):
        assert faults(people()) == []
        assert faults(people("Vallées de 3 Rivières")) == []


@pytest.mark.parametrize(
    ("sentence", "fault"),
    [
        (people("Les  Vallées"), "wrong"),
        (people("nan"), "wrong"),
        (people("None"), "wrong"),
        (people("Alès (Gard"), "parentheses"),
        (people(people=6801), "is of no fact"),
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
@pytest.mark.parametrize("language", LANGUAGES)
def test_a_planted_fault_is_seen(sentence: Sentence, fault: str, language: str):
    """A blank, a space, a sign told twice, a number of no fact."""
    with speaking(language):
        assert any(one.endswith(fault) for one in faults(sentence))


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "It fell by −3%."),
        ("en", "It is in in Gard."),
        ("fr", "La population a diminué de −3\u202f%."),
        ("fr", "La part est plus élevée dans dans le Gard."),
        ("fr", "La commune de Orange."),
        ("fr", "La commune de Le Havre."),
        ("fr", "Il est à les Ulis."),
        ("fr", "Elle est plus élevée que en France."),
        ("fr", "On dit que il est là."),
        ("fr", "La commune d’Lens."),
        ("fr", "La part est de 3 %."),
        ("fr", "Rien : il manque."),
        ("fr", "L'Ain."),
        ("fr", "Il y a 1 communes."),
    ],
)
def test_a_fault_of_a_language_is_seen(language: str, text: str, monkeypatch: pytest.MonkeyPatch):
    """Each as a sentence might say it; the numbers aside."""
    monkeypatch.setattr("tests.fixtures.portraits.write", lambda _: text)
    with speaking(language):
        assert {"wrong", "plural"} & {*faults(people())}
