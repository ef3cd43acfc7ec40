"""Where the study has coal and silk."""

from __future__ import annotations

import pytest
from tests.fixtures.places import MINEVILLE
from tests.fixtures.spoil import Spoiler, refused

from bassin.files.sources import Sources
from bassin.files.transcribed import of_study
from bassin.read import printed
from bassin.study import ALES_AGGLOMERATION as ALES


def test_mining_communes_of_the_study(real: Sources):
    """Six communes, Bessèges outside the agglomeration among them."""
    table = printed.mining_communes(real, ALES)
    assert len(table) == 6
    assert table.loc["30037", "name"] == "Bessèges"


def test_mining_communes_are_checked(spoil: Spoiler):
    """A code that is no commune's is refused."""
    path = spoil.root / of_study(MINEVILLE, printed.MINING_COMMUNES)
    path.write_text(path.read_text(encoding="utf-8").replace("30002", "3002"), encoding="utf-8")
    with refused(of_study(MINEVILLE, printed.MINING_COMMUNES), "3002", column="code", row="3002"):
        printed.mining_communes(Sources(spoil.root), MINEVILLE)


ALTITUDES = "lines,trade,height\n197-199,silk,high\n"


@pytest.mark.parametrize(
    ("more", "what", "column", "row"),
    [
        ("197-199,wool,high\n", "'wool' fails isin", "trade", 1),
        ("197-199,coal,middle\n", "'middle' fails isin", "height", 1),
        ("197-199,silk,low\n", "silk is given twice", "trade", "lines 197-199"),
    ],
)
def test_altitudes_of_trades_are_checked(spoil: Spoiler, more: str, what: str, column: str, row):
    """A passage puts each trade low or high, and once."""
    path = spoil.root / of_study(MINEVILLE, printed.ALTITUDES)
    path.write_text(ALTITUDES + more, encoding="utf-8")
    with refused(of_study(MINEVILLE, printed.ALTITUDES), what, column=column, row=row):
        printed.altitudes(Sources(spoil.root), MINEVILLE)


def test_two_passages_put_silk_and_coal_the_other_way(real: Sources):
    """Each has one low and the other high."""
    table = printed.altitudes(real, ALES).pivot(index="lines", columns="trade", values="height")
    assert table.to_dict("index") == {
        "197-199": {"silk": "high", "coal": "low"},
        "664-666": {"silk": "low", "coal": "high"},
    }
