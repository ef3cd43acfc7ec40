"""People by category: the toy France back, rows that are lost, and the real communes."""

from __future__ import annotations

import pytest
from tests.fixtures.spoil import Spoiler, refused

from bassin.files.sources import Sources
from bassin.read import insee

FILE = insee.OCCUPATIONS


def test_people_by_category(toy: Sources):
    """Zeros of codes are put back; a category without a row is of nobody."""
    table = insee.occupations_2022(toy)
    assert len(table) == 39
    assert table.loc["30001", ["managers", "farmers", "total"]].to_list() == [132, 0, 2640]
    assert table.loc["01001", "total"] == 80


@pytest.mark.parametrize(
    ("old", "new", "what", "column", "row"),
    [
        ("30001,7,858\n", "", "do not add up to the total", "OBS_VALUE", "30001"),
        ("30001,7,858\n", "30001,7,958\n", "do not add up to the total", "OBS_VALUE", "30001"),
        ("30001,7,", "30001,8,", "'8': no such category", "PCS", "30001"),
        ("30001,7,858\n", "30001,9,858\n", "'9': listed twice", "PCS", "30001"),
        ("30001,7,858\n", "30001,7,x\n", "not a number", "OBS_VALUE", "30001"),
    ],
)
def test_a_row_that_cannot_be(spoil: Spoiler, old: str, new: str, what: str, column: str, row: str):
    """A row lost, another's people, a category unknown or twice, text."""
    with refused(FILE, what, column=column, row=row):
        insee.occupations_2022(spoil.text(FILE, old, new))


def test_a_row_lost(spoil: Spoiler):
    """All are counted against the manifest, as one that is absent is a zero."""
    with refused(FILE, "312 rows read, 313 recorded", column="rows"):
        insee.occupations_2022(spoil.relist(FILE, rows=313))


def test_counts_exceed_their_total_by_less_than_their_number(spoil: Spoiler):
    """Seven are there, each rounded up: seven people too many are of another commune."""
    assert insee.occupations_2022(spoil.text(FILE, "30001,7,858\n", "30001,7,861\n")).shape[0] == 39
    with refused(FILE, "do not add up to the total", column="OBS_VALUE", row="30001"):
        insee.occupations_2022(spoil.text(FILE, "30001,7,861\n", "30001,7,862\n"))


def test_managers_of_the_gard(real: Sources):
    """Managers are 7.0 % of those of 15 and over in the Gard, 10.7 % in France."""
    table = insee.occupations_2022(real)
    gard = table[table.index.str.startswith("30")]
    for rows, expected in ((gard, 6.97), (table, 10.68)):
        share = 100 * rows["managers"].sum() / rows["total"].sum()
        assert share == pytest.approx(expected, abs=0.01)
