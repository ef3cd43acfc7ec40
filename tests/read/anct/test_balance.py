"""The demographic balance adds up."""

from __future__ import annotations

import pytest
from tests.fixtures.spoil import Spoiler, refused

from bassin.files.sources import Sources
from bassin.read import anct


def test_demographic_balance(toy: Sources):
    """Populations, births, deaths and the two balances, for four levels on one index."""
    table = anct.demographic_balance(toy)
    assert len(table) == 7 * (7 + 4 + 2 + 1)
    mine = table.loc[("epci", "200000018")]
    assert list(mine.index) == [1968, 1975, 1982, 1990, 1999, 2006, 2011]
    assert mine.loc[1968].to_list() == [
        *("CA du Bassin de Mineville", 1975, 8500, 7400, 100, 150, -50, -1050)
    ]
    assert table.loc[("france", "FR", 1968), "population_start"] == 11_700
    assert table.loc[("departement", "01", 1968), "name"] == "Adret"
    assert table.loc[("region", "84", 1968), "natural"] == 0


@pytest.mark.parametrize(
    ("old", "new", "column"),
    [
        ("150,100,-1100,-50,-1050", "150,100,-1100,-50,-1051", "EVOL_DEMO_SMA"),
        ("150,100,-1100,-50,-1050", "150,100,-1100,-40,-1060", "EVOL_DEMO_SN"),
    ],
    ids=["migratory", "natural"],
)
def test_balance_that_does_not_add_up(spoil: Spoiler, old: str, new: str, column: str):
    """The two balances must follow from births, deaths and populations."""
    old, new = (f"CA du Bassin de Mineville,1968_1975,1971.5,7,8500,7400,{x}" for x in (old, new))
    sources = spoil.text(anct.BALANCE, old, new)
    with refused(anct.BALANCE, "do not follow", column=column, row=("epci", "200000018", 1968)):
        anct.demographic_balance(sources)


def test_balance_of_an_unknown_level(spoil: Spoiler):
    """A level the reader does not know is refused, not dropped."""
    sources = spoil.data(anct.BALANCE, lambda data: data.replace(b",EPCI\n", b",PAYS\n", 1))
    with refused(anct.BALANCE, "'PAYS'", column="NIV_TERR", row=0):
        anct.demographic_balance(sources)


def test_balance_of_an_unreadable_period(spoil: Spoiler):
    """A period that is not two years is refused."""
    sources = spoil.text(
        anct.BALANCE, "CA du Bassin de Mineville,1968_1975", "CA du Bassin de Mineville,1968-75"
    )
    with refused(anct.BALANCE, "'1968-75'", column="periode", row=0):
        anct.demographic_balance(sources)
