"""The ARS file has no commune code, and postcodes that lost their zero."""

from __future__ import annotations

from tests.fixtures import listed
from tests.fixtures.spoil import Spoiler, refused

from bassin.files.sources import Sources
from bassin.read import ars

ZONING = listed.path_of(ars.GP_ZONING, 2025)


def test_zoning(toy: Sources):
    """Postcodes get their zero back, a commune of two post offices is one row, zones are named."""
    table = ars.gp_zoning(toy, 2025)
    assert len(table) == 39
    zones = table.set_index(["postcode", "name"])["zone"]
    assert zones["01100", "L'Adret"] == ars.COMPLEMENTARY
    assert zones["30100", "Mineville"] == ars.COMPLEMENTARY
    assert zones["30100", "Bois Noir"] == ars.PRIORITY
    assert zones["30110", "Bel Air"] == ars.OUTSIDE
    assert zones["20100", "Golfe"] == ars.UNAVAILABLE


def test_zoning_with_an_unknown_zone(spoil: Spoiler):
    """A zone of another year's zoning is refused."""
    sources = spoil.text(ZONING, "30110,Bel Air,3_HZ", "30110,Bel Air,5_ZV")
    with refused(ZONING, "'5_ZV' fails isin", column="zone", row=21):
        ars.gp_zoning(sources, 2025)


def test_zoning_with_a_commune_code_for_a_postcode(spoil: Spoiler):
    """A code with a letter is no postcode."""
    sources = spoil.text(ZONING, "20100,Golfe", "2A001,Golfe")
    with refused(ZONING, "'2A001' fails", column="postcode", row=7):
        ars.gp_zoning(sources, 2025)


def test_zoning_counts_the_rows_of_the_file(spoil: Spoiler):
    """The recorded count is that of the file, before repeated rows are dropped."""
    line = b"30100,Mineville,2_ZAC\r\n"
    sources = spoil.data(ZONING, lambda data: data.replace(line, b"", 1))
    with refused(ZONING, "39 rows read, 40 recorded", column="rows"):
        ars.gp_zoning(sources, 2025)
