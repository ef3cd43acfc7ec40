"""Identities of tables: what adds up, what is in order, and what is said when it does not."""

from __future__ import annotations

import pandas as pd
import pytest
from tests.fixtures.spoil import refused

from bassin.errors import SourceError
from bassin.files.sources import Sources
from bassin.read import editions
from bassin.read._accounts import ACCOUNTS, Adds, Rises, balance, broken
from bassin.read._reused import READERS, calls

#: A table that keeps both identities of the balance, and one that breaks the first.
BALANCE = pd.DataFrame(
    {
        "births": [10.0, 9.0],
        "deaths": [4.0, 4.0],
        "natural": [6.0, 5.0],
        "migratory": [1.0, 0.0],
        "population_start": [100.0, 100.0],
        "population_end": [107.0, 105.0],
    },
    index=["30001", "30002"],
)


def test_parts_add_up():
    """Parts less what is taken away are the whole, within what rounding leaves."""
    rule = Adds(parts=("births", "-deaths"), whole="natural", within=0.5)
    assert broken(BALANCE, rule).empty
    assert broken(BALANCE.assign(deaths=[4.0, 3.4]), rule).to_dict() == pytest.approx(
        {"30002": 0.6}
    )


def test_shares_add_up_to_a_hundred():
    """A hundred is a whole too; where a share is not known nothing is said."""
    table = pd.DataFrame({"a": [60.0, 60.0, 60.0], "b": [40.0, 41.0, None]})
    assert broken(table, Adds(parts=("a", "b"), whole=100)).to_dict() == {1: 1.0}


def test_values_rise():
    """A value that is not known is passed over, and those on its sides are compared."""
    table = pd.DataFrame({"d1": [1.0, 3.0, 3.0], "d5": [2.0, None, 3.0], "d9": [3.0, 2.0, 3.0]})
    assert broken(table, Rises(columns=("d1", "d5", "d9"))).to_dict() == {1: 1.0}


def test_a_known_exception_is_passed_over():
    """A row that the publisher gives otherwise is named with the reason."""
    table = pd.DataFrame({"part": [2.0, 2.0], "whole": [1.0, 1.0]}, index=["a", "b"])
    rule = Rises(columns=("part", "whole"), but={"a": "as printed"})
    assert list(broken(table, rule).index) == ["b"]


def test_what_is_broken_is_said():
    """File, column, row and how many."""
    spoilt = BALANCE.assign(births=[4.0, 9.0], deaths=[10.0, 4.0])
    with refused(
        "x.csv", "births, -deaths do not add up to natural in 1 row", column="natural", row="30001"
    ):
        balance("anct.balance.demographic_balance", "x.csv", spoilt)


def test_every_account_is_of_a_reader():
    """Check that no identity is declared of a table that nobody reads."""
    editions.every_reader()
    assert set(ACCOUNTS) <= set(READERS)


def test_every_exception_has_its_reason():
    """An exception without a reason is none."""
    assert all(
        reason for rules in ACCOUNTS.values() for rule in rules for reason in rule.but.values()
    )


def test_the_toy_breaks_if_columns_change_places(toy: Sources):
    """Each identity of a table of the toy would be missed if its ends were exchanged."""
    editions.every_reader()
    tried = 0
    for call in calls(toy):
        for rule in ACCOUNTS.get(call.reader.name, ()):
            if isinstance(rule, Rises):
                try:
                    table = call(toy)
                except SourceError:  # a file that the toy lacks
                    continue
                first, last = rule.columns[0], rule.columns[-1]
                turned = table.assign(**{first: table[last] + 1, last: table[first]})
                assert len(broken(turned, rule)) > 0, call.name
                tried += 1
    assert tried > 8
