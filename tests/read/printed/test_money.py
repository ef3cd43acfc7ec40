"""What the study prints on instruments and sums."""

from __future__ import annotations

import pytest
from tests.fixtures.places import MINEVILLE
from tests.fixtures.spoil import Spoiler, refused

from bassin.files.sources import Sources
from bassin.files.transcribed import of_study
from bassin.read import printed


def test_instruments_are_read(toy: Sources):
    """Undated ones have no year, and a successor is a row."""
    table = printed.instruments(toy, MINEVILLE)
    assert table["founded"].isna().to_dict()["fund"]
    assert table.at["board", "successor"] == "agency"


@pytest.mark.parametrize(
    ("old", "new", "column", "row"),
    [
        (",agency,Seeks firms,", ",heir,Seeks firms,", "successor", "board"),
        ("office,Office,1999,", "office,Office,1950,", "founded", "agency"),
        (",2008,outside,", ",1940,outside,", "ended", "board"),
        (",office,Kept,", ",office,,", "link", "agency"),
        ("1968,year,printed,1968", "1968,year,,1968", "founded_basis", "grant"),
    ],
)
def test_instruments_out_of_order_are_refused(
    spoil: Spoiler, old: str, new: str, column: str, row: str
):
    """An unknown or older successor, an end before a start, a date without a basis."""
    path = spoil.root / of_study(MINEVILLE, printed.INSTRUMENTS)
    content = path.read_text(encoding="utf-8")
    assert content.count(old) == 1
    path.write_text(content.replace(old, new), encoding="utf-8")
    with refused(of_study(MINEVILLE, printed.INSTRUMENTS), "does not fit", column=column, row=row):
        printed.instruments(Sources(spoil.root), MINEVILLE)


def test_sums_are_read(toy: Sources):
    """One amount or a range, with the rate printed beside it if any."""
    table = printed.sums(toy, MINEVILLE)
    assert table.at["wage", "amount_high"] == 4
    assert table["equivalent"].notna().to_dict() == {"grant": True, "wage": False, "prize": False}
