"""Who has what would tell, read in the notes of the list of claims."""

from __future__ import annotations

import pandas as pd
import pytest

from bassin.claims.wanted import holders, publisher_of, publishers_of
from bassin.words import speaking


@pytest.mark.parametrize(
    ("wanted", "publisher"),
    [
        ("INSEE: Base Sirene, date of creation", "INSEE"),
        ("INSEE: Base Sirene; DILA: associations. Lines 8-9 call it so: twice", "INSEE; DILA"),
        ("Cnaf: s_ben_nat. The file at hand has divided communes: Alès alone", "Cnaf"),
        ("INSEE: rates, 1990s. Of 13 points, 12 would have gone; so it says", "INSEE"),
        ("Guglielmo (1985): the work that the study quotes", "works that the study quotes"),
    ],
)
def test_publishers_stand_before_the_colon(wanted: str, publisher: str):
    """As the list of claims writes them; what a remark says is no publisher."""
    assert publisher_of(wanted) == publisher


def test_publishers_are_found_in_another_language_too():
    """Its spaces before a colon and a semicolon are no part of a name."""
    note = "Insee\u00a0: base Sirene\u202f; DILA\u00a0: associations. Lignes 8-9\u00a0: jamais."
    with speaking("fr"):
        assert publishers_of(note) == ["Insee", "DILA"]
        assert publisher_of(note) == "Insee\u202f; DILA"


def test_each_claim_has_a_holder_or_words_that_say_why_not():
    """A note that names nobody, and one that is no note of what would tell."""
    notes = pd.Series({"a": "Town: deeds", "b": "Papers", "c": "It has 4. Not judged: it draws"})
    assert holders(notes, pd.Index(["a", "b"])).to_dict() == {
        "a": "Town",
        "b": "Nobody is named who has it",
        "c": "What the study draws from claims that are not tested",
    }
