"""FINESS has one row an activity; the reader gives one an establishment."""

from __future__ import annotations

from tests.fixtures.spoil import Spoiler, refused

from bassin.files.sources import Sources
from bassin.read import finess


def test_establishments(toy: Sources):
    """Seven rows are four establishments; one is not located, two lack a name of one kind."""
    table = finess.establishments(toy)
    assert list(table.index) == ["300000011", "300000029", "300000037", "480000017"]
    assert table.loc["300000011"].to_list() == [
        *("CDS FILIERIS MINEVILLE", "CENTRE DE SANTE FILIERIS DE MINEVILLE"),
        *("Centre de Santé", "30001", 4.1, 44.1),
    ]
    assert table.loc["300000029", "long_name"] == ""
    assert table.loc["300000037", "name"] == "PHARMACIE DU TERRIL"
    assert table.loc["300000037", ["longitude", "latitude"]].isna().all()


def test_establishment_in_two_communes(spoil: Spoiler):
    """Rows of one establishment that disagree on its commune are refused."""
    line = b"Soins de ville,30001"
    sources = spoil.data(
        finess.ESTABLISHMENTS, lambda data: data.replace(line, line[:-1] + b"2", 1)
    )
    with refused(finess.ESTABLISHMENTS, "several communes", column="code_insee", row="300000011"):
        finess.establishments(sources)


def test_establishment_out_of_this_world(spoil: Spoiler):
    """A latitude that is a projected coordinate is refused."""
    sources = spoil.text(finess.ESTABLISHMENTS, ",44.2,4.1,", ",6337000,4.1,")
    with refused(finess.ESTABLISHMENTS, "fails in_range", column="latitude", row="300000029"):
        finess.establishments(sources)


def test_establishment_with_a_decimal_comma(spoil: Spoiler):
    """A decimal comma is refused by establishment."""
    sources = spoil.text(finess.ESTABLISHMENTS, ",44.2,4.1,", ',"44,2",4.1,')
    with refused(finess.ESTABLISHMENTS, "'44,2' is not", column="latitude", row="300000029"):
        finess.establishments(sources)


def test_establishment_number_with_a_lost_zero(spoil: Spoiler):
    """A number of eight digits has lost its zero and is refused."""
    sources = spoil.text(finess.ESTABLISHMENTS, ",300000029,", ",30000029,")
    with refused(finess.ESTABLISHMENTS, "'30000029' fails", column="finess", row="30000029"):
        finess.establishments(sources)
