"""House prices."""

from __future__ import annotations

import pytest
from tests.fixtures import listed
from tests.fixtures.spoil import Spoiler, refused

from bassin.files.sources import Sources
from bassin.read import dgfip


def test_prices_of_the_toy(toy: Sources):
    """Codes get their zero back; ``NA`` is a missing price and a missing number of sales."""
    table = dgfip.house_prices(toy, 2019)
    assert table.loc["30002"].to_list() == [4, 1000]
    assert table.loc["01001", "price"] == 2000
    assert table.loc["30007"].isna().all()


@pytest.mark.parametrize(
    ("good", "bad", "what", "column", "row"),
    [
        (";LA FOSSE;100;4", ";LA FOSSE;100;NA", "without sales", "PrixMoyen_M2", "30002"),
        (";LA FOSSE;100;4;1000", ";LA FOSSE;100;4;10", "10.0", "price", "30002"),
    ],
)
def test_prices_are_checked(spoil: Spoiler, good: str, bad: str, what: str, column: str, row: str):
    """A price without sales, or that no dwelling has, is refused."""
    sources = spoil.text(listed.path_of(dgfip.HOUSE_PRICES, 2019), good, bad)
    with refused(listed.path_of(dgfip.HOUSE_PRICES, 2019), what, column=column, row=row):
        dgfip.house_prices(sources, 2019)
