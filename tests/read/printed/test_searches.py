"""Why claims are not tested: what the reader of the list refuses."""

from __future__ import annotations

import pytest
from tests.fixtures.spoil import refused
from tests.read.printed.conftest import Retype

from bassin.files.sources import Sources
from bassin.files.transcribed import of_study
from bassin.read import printed
from bassin.study import ALES_AGGLOMERATION
from bassin.verdict import NOT_OBTAINED, NOT_PUBLIC


@pytest.mark.parametrize(
    ("column", "value", "what"),
    [
        ("reason", "lost", "'lost' fails isin"),
        ("day", "yesterday", "fails matches"),
        ("seen", "", "told in part"),
        ("query", "", "told in part"),
    ],
)
def test_a_search_is_told_whole(retyped: Retype, real: Sources, column: str, value: str, what: str):
    """With a reason of the list, or not at all."""
    first = printed.searches(real, ALES_AGGLOMERATION).index[0]
    named = "seen" if what == "told in part" else column
    with refused(of_study(ALES_AGGLOMERATION, printed.SEARCHES), what, column=named, row=first):
        printed.searches(retyped(printed.SEARCHES, column, value), ALES_AGGLOMERATION)


@pytest.mark.parametrize(("claim", "what"), [("ti-number", "no row"), ("no-such-claim", "no row")])
def test_each_untested_claim_has_a_row(retyped: Retype, real: Sources, claim: str, what: str):
    """The row of one is no longer there if it is given to another."""
    first = printed.searches(real, ALES_AGGLOMERATION).index[0]
    with refused(of_study(ALES_AGGLOMERATION, printed.SEARCHES), what, column="claim", row=first):
        printed.searches(retyped(printed.SEARCHES, "claim", claim), ALES_AGGLOMERATION)


def test_the_list(real: Sources):
    """Of all that is not obtained or not public, and of nothing else."""
    expected = printed.claims(real, ALES_AGGLOMERATION)["expected"]
    listed = printed.searches(real, ALES_AGGLOMERATION)
    assert set(listed.index) == set(expected.index[expected.isin([NOT_OBTAINED, NOT_PUBLIC])])
    assert set(listed["reason"]) <= set(printed.WANTED)
