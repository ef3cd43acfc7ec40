"""DGCL's workbook gives every member of an EPCI with its two codes."""

from __future__ import annotations

from tests.fixtures import listed
from tests.fixtures.spoil import Spoiler, refused

from bassin.files.sources import Sources
from bassin.read import dgcl

SHEET = "Epcicom2023"


def test_members(toy: Sources):
    """Numeric SIREN come as nine digits; the island without EPCI is not listed."""
    table = dgcl.epci_members(toy)
    assert len(table) == 39
    assert "2A004" not in table.index
    assert table.loc["30001"].to_list() == [
        *("213000100", "Mineville", "200000018", "CA du Bassin de Mineville", 3300)
    ]
    mine = table[table["epci"] == "200000018"]
    assert (len(mine), mine["municipal_population"].sum()) == (12, 6800)


def test_members_fewer_than_stated(spoil: Spoiler):
    """Members are counted against the number stated on each row."""
    sources = spoil.cell(listed.EPCI_MEMBERS, SHEET, "30015", "siren", 243000213)
    with refused(
        listed.EPCI_MEMBERS, "11 members listed, 12 stated", column="nb_membres", row="200000018"
    ):
        dgcl.epci_members(sources)


def test_members_with_a_letter_for_a_count(spoil: Spoiler):
    """A letter where inhabitants are due is refused by commune."""
    sources = spoil.cell(listed.EPCI_MEMBERS, SHEET, "30001", "pmun_2023", "n.d.")
    with refused(
        listed.EPCI_MEMBERS, "'n.d.' is not a number", column="municipal_population", row="30001"
    ):
        dgcl.epci_members(sources)


def test_member_listed_twice(spoil: Spoiler):
    """A commune that is a member twice is refused."""
    sources = spoil.cell(listed.EPCI_MEMBERS, SHEET, "30002", "insee", "30001")
    with refused(listed.EPCI_MEMBERS, "field_uniqueness", column="code", row="30001"):
        dgcl.epci_members(sources)


def test_member_with_a_short_siren(spoil: Spoiler):
    """A SIREN of eight digits is refused."""
    sources = spoil.cell(listed.EPCI_MEMBERS, SHEET, "30001", "siren_membre", 21300010)
    with refused(listed.EPCI_MEMBERS, "'21300010' fails", column="siren", row="30001"):
        dgcl.epci_members(sources)
