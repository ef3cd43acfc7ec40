"""What a second reader made of claims: what its readers refuse."""

from __future__ import annotations

import pytest
from tests.fixtures.spoil import refused
from tests.read.printed.conftest import Retype

from bassin.errors import DataError
from bassin.files.sources import Sources
from bassin.files.transcribed import of_study
from bassin.read import printed
from bassin.study import ALES_AGGLOMERATION as ALES


@pytest.mark.parametrize(
    ("column", "value", "what"),
    [
        ("claim", "no-such-claim", "is no claim of claims.csv"),
        ("verdict", "perhaps", "perhaps"),
        ("said", "maybe", "said"),
        ("first", "perhaps", "perhaps"),
        ("settled", "No word is due.", "two verdicts that differ"),
        ("why", "", "str_length"),
    ],
)
def test_a_reading_that_cannot_be_is_refused(retyped: Retype, column: str, value: str, what: str):
    """An unknown claim or word, no reason."""
    with pytest.raises(DataError, match=what):
        printed.second_reading(retyped(printed.SECOND_READING, column, value), ALES)


def test_a_number_without_a_tolerance_is_refused(retyped: Retype, real: Sources):
    """A second reader gives one for each."""
    table = printed.second_reading(real, ALES)
    assert table["tolerance"].notna().iloc[0]
    sources = retyped(printed.SECOND_READING, "tolerance", "")
    with refused(
        of_study(ALES, printed.SECOND_READING),
        "no tolerance",
        column="tolerance",
        row=table.index[0],
    ):
        printed.second_reading(sources, ALES)


@pytest.mark.parametrize(
    ("column", "value", "what"),
    [
        ("line", "3", "none of the pages"),
        ("line", "151.5", "'151.5' is not a whole number"),
        ("line", "", "'' is not a number"),
        ("number", "12", "'12' is a number, where the claim is a statement"),
        ("claim", "no-such-claim", "is no claim"),
    ],
)
def test_what_is_found_is_on_the_pages_and_of_the_list(
    retyped: Retype, column: str, value: str, what: str
):
    """A line elsewhere or between two, a number in a statement, a claim that is none."""
    with refused(of_study(ALES, printed.SECOND_EXTRACTION), what, column=column, row=0):
        printed.second_extraction(retyped(printed.SECOND_EXTRACTION, column, value), ALES)


def test_a_claim_of_a_number_that_is_blank_is_refused(retyped: Retype):
    """The first row is a statement: as a number it has none."""
    sources = retyped(printed.SECOND_EXTRACTION, "kind", "number")
    with refused(
        of_study(ALES, printed.SECOND_EXTRACTION), "'' is no number", column="number", row=0
    ):
        printed.second_extraction(sources, ALES)


@pytest.mark.parametrize("blank", [" ", "-", "many"])
def test_a_number_has_a_digit(retyped: Retype, real: Sources, blank: str):
    """A mark of a blank, or a word, is none."""
    found = printed.second_extraction(real, ALES)
    row = int(((found["kind"] == "number") & (found["claim"] != "")).idxmax())
    claim = found["claim"].iloc[row]
    row = int((found["claim"] == claim).idxmax())
    sources = retyped(printed.SECOND_EXTRACTION, "number", blank, claim)
    with refused(
        of_study(ALES, printed.SECOND_EXTRACTION), "is no number", column="number", row=row
    ):
        printed.second_extraction(sources, ALES)
