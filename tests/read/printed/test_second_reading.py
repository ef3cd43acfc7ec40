"""What a second reader made of claims: what its readers refuse."""

from __future__ import annotations

import pytest
from tests.fixtures.spoil import refused
from tests.read.printed.conftest import Retype

from bassin.errors import DataError
from bassin.files.sources import Sources
from bassin.read import printed


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
        printed.second_reading(retyped(printed.SECOND_READING, column, value))


def test_a_number_without_a_tolerance_is_refused(retyped: Retype, real: Sources):
    """A second reader gives one for each."""
    table = printed.second_reading(real)
    assert table["tolerance"].notna().iloc[0]
    sources = retyped(printed.SECOND_READING, "tolerance", "")
    with refused(printed.SECOND_READING, "no tolerance", column="tolerance", row=table.index[0]):
        printed.second_reading(sources)


@pytest.mark.parametrize(
    ("column", "value", "what"),
    [("line", "3", "none of the pages"), ("claim", "no-such-claim", "is no claim")],
)
def test_what_is_found_is_on_the_pages_and_of_the_list(
    retyped: Retype, column: str, value: str, what: str
):
    """A line elsewhere, a claim that is none."""
    with refused(printed.SECOND_EXTRACTION, what, column=column, row=0):
        printed.second_extraction(retyped(printed.SECOND_EXTRACTION, column, value))
