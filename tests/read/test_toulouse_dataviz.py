"""Toulouse Dataviz: altitude and commuting of part of the country."""

from __future__ import annotations

from tests.fixtures.spoil import Spoiler, refused

from bassin.read import toulouse_dataviz
from bassin.read.toulouse_dataviz import COMMUNES
from bassin.sources import Sources


def test_codes_get_their_zero_back(toy: Sources):
    """1001 is 01001; a departement that is not covered has no row."""
    table = toulouse_dataviz.communes_2019(toy)
    assert {"01001", "30007"} <= set(table.index)
    assert not table.index.str.startswith("48").any()
    assert table.loc["30001"].to_list() == [150, 100, 50, 20, 30]


def test_groups_must_add_up(spoil: Spoiler):
    """Drivers and the others are all the workers, but for rounding."""
    sources = spoil.text(
        COMMUNES, "150,Commune simple,100,50,20,30", "150,Commune simple,100,50,20,3"
    )
    with refused(COMMUNES, "not all the workers", column="2015", row="30001"):
        toulouse_dataviz.communes_2019(sources)


def test_code_of_another_departement(spoil: Spoiler):
    """A code cut short would fall in another departement."""
    sources = spoil.text(COMMUNES, "MINEVILLE,30001,30", "MINEVILLE,3001,30")
    with refused(COMMUNES, "departement '30'", column="departement", row="03001"):
        toulouse_dataviz.communes_2019(sources)
