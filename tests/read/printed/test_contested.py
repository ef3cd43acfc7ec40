"""How contested claims are computed again: what the reader of the list refuses."""

from __future__ import annotations

import pytest
from tests.fixtures.spoil import refused
from tests.read.printed.conftest import Retype

from bassin.files.sources import Sources
from bassin.files.transcribed import of_study
from bassin.read import printed
from bassin.study import ALES_AGGLOMERATION

FILE = of_study(ALES_AGGLOMERATION, printed.CONTESTED)


@pytest.mark.parametrize(
    ("claim", "column", "value"),
    [("epci-76", "reason", "one_list"), ("epci-76", "curve", ""), ("ti-is-epci", "reason", "")],
)
def test_a_claim_has_a_curve_or_a_reason(retyped: Retype, claim: str, column: str, value: str):
    """Not both, and not neither."""
    sources = retyped(printed.CONTESTED, column, value, claim)
    with refused(FILE, "or neither", column="curve", row=claim):
        printed.contested(sources, ALES_AGGLOMERATION)


def test_a_reason_is_one_of_the_list(retyped: Retype):
    """As any code."""
    sources = retyped(printed.CONTESTED, "reason", "no_time", "ti-is-epci")
    with refused(FILE, "'no_time' fails isin", column="reason", row="ti-is-epci"):
        printed.contested(sources, ALES_AGGLOMERATION)


def test_the_list(real: Sources):
    """A number is in a unit; every reason is used; every row is of a claim."""
    listed = printed.contested(real, ALES_AGGLOMERATION)
    assert (listed.loc[listed["curve"] != "", "unit"] != "").all()
    assert set(listed["reason"]) == {"", *printed.NO_CHOICE}
    assert set(listed.index) <= set(printed.claims(real, ALES_AGGLOMERATION).index)
