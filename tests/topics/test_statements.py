"""Numbers of the text that belong to a claim."""

from __future__ import annotations

from types import SimpleNamespace

import pandas as pd
import pytest

from bassin.topics import statements
from bassin.words import write


@pytest.fixture
def study(monkeypatch: pytest.MonkeyPatch) -> SimpleNamespace:
    """A text that says eight and, in another claim, two numbers that part."""
    table = pd.DataFrame(
        [
            (5, 8.0, "same"),
            (9, 8.0, "same"),
            (9, 2012.0, "same"),
            (7, 3.0, "parts"),
            (8, 4.0, "parts"),
        ],
        columns=["line", "value", "claim"],
    )
    monkeypatch.setattr(statements.printed, "numbers", lambda sources, epci: table)
    return SimpleNamespace(sources=None, epci="200066918")


def test_numbers_of_one_claim(study):
    """By line, those of other claims left out."""
    assert statements.numbers_told(study, "parts").to_dict() == {7: 3.0, 8: 4.0}


def test_repeated_numbers_are_compared(study):
    """Equal, different, or said only once."""
    same, says = statements.same_where_repeated(study, "same", below=1900)
    assert same is True
    assert write(says) == "The text says 8 on line 5, 8 on line 9."
    assert statements.same_where_repeated(study, "same")[0] is False
    assert statements.same_where_repeated(study, "parts")[0] is False
    assert statements.same_where_repeated(study, "parts", below=4)[0] is False
