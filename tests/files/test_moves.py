"""What two tables side by side tell, of the same vintage or of another."""

from __future__ import annotations

import numpy as np
import pandas as pd
import pytest

from bassin.files.anchors import anchor
from bassin.files.departures import at_once
from bassin.files.moves import moves

CODES = [f"{d:02d}{n:03d}" for d in range(1, 13) for n in range(1, 41)]


@pytest.fixture
def old() -> pd.DataFrame:
    """Prices and sales of 480 communes."""
    rng = np.random.default_rng(1)
    price = rng.lognormal(7.5, 0.3, len(CODES)).round()
    sales = rng.poisson(30, len(CODES)).astype(float)
    return pd.DataFrame({"price": price, "sales": sales}, pd.Index(CODES, name="code"))


def said(before: pd.DataFrame, now: pd.DataFrame, *, same: bool) -> str:
    """What is told, in one text."""
    return "; ".join(map(str, moves(before, now, same=same)))


def test_whatever_changes_in_the_same_vintage_is_told(old):
    """One euro more everywhere; in another vintage nobody wonders."""
    now = old.assign(price=old["price"] + 1)
    assert said(old, now, same=False) == ""
    assert "price: 480 of 480 rows have changed, in an edition of the same vintage" in said(
        old, now, same=True
    )
    assert said(old, old.copy(), same=True) == ""


def test_a_departement_halved_where_all_moved_is_told_by_its_code(old):
    """As prices of one departement in thousands of francs would be."""
    rng = np.random.default_rng(2)
    now = old.assign(price=(old["price"] * rng.normal(1.03, 0.04, len(old))).round())
    assert said(old, now, same=False) == ""
    own = now.index.str.startswith("07")
    spoilt = now.assign(price=now["price"].where(~own, (now["price"] / 2).round()))
    assert "price: values of 07 are" in said(old, spoilt, same=False)


def test_one_row_more_or_less_in_the_same_vintage_is_told(old):
    """Beside values that have changed as well."""
    now = old.iloc[1:] + 1
    assert "rows are gone" not in said(old, now, same=False)
    assert "1 rows are gone: 01001" in said(old, now, same=True)


def test_names_that_are_there_twice_are_compared_as_a_column(old):
    """Two rows that trade their names, where names are not unique."""
    before = pd.concat([old, old.iloc[:1]])
    names = [*before.index]
    names[3], names[9] = names[9], names[3]
    assert "row_name: 2 of 481 rows alone have changed" in said(
        before, before.set_axis(names), same=True
    )


def test_rows_that_are_only_numbered_are_told_by_their_number(old):
    """In the same vintage one that is gone is told, whatever became of the others."""
    before = old.reset_index(drop=True)
    now = before.iloc[:-1] + 1
    assert said(before, now, same=False) == ""
    assert "rows are gone, and" in said(before, now, same=True)


@pytest.mark.parametrize(
    ("change", "told"),
    [
        (lambda t: t.iloc[1:], "479 rows, where there were 480"),
        (lambda t: t.assign(price=t["price"].where(t.index != "01003")), "1 blanks, where there"),
        (lambda t: t.assign(price=t["price"] * 1.01), "price: a sum of"),
        (lambda t: t.assign(price=t["price"].astype(str)), "texts, where there were numbers"),
    ],
)
def test_what_can_be_told_at_once_is(old, change, told: str):
    """At each read: rows, blanks, sums."""
    assert told in str(at_once(anchor(old), change(old)))
    assert at_once(anchor(old), old) is None
