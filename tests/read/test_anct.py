"""ANCT's files: programmes, outlines and the demographic balance."""

from __future__ import annotations

import pytest
from tests.fixtures.spoil import Spoiler, refused

from bassin.files.sources import Sources
from bassin.read import anct


def test_industry_territories_of_the_first_phase(toy: Sources):
    """Names, members and outlines as published, broken ones included."""
    table = anct.industry_territories_2018(toy)
    assert table["members"].to_dict() == {
        "ti-7601": "200000018",
        "ti-4801": "244800405",
        "ti-8401": "240100560 213003600",
        "ti-9401": "200042001 242099999",
    }
    assert table.geom_type.to_dict() == {
        "ti-7601": "Polygon",
        "ti-4801": "Polygon",
        "ti-8401": "Point",
        "ti-9401": "GeometryCollection",
    }
    assert table.crs.to_epsg() == 2154
    assert table.area["ti-7601"] / 1e6 == pytest.approx(325, abs=1e-3)


def test_industry_territories_of_the_second_phase(toy: Sources):
    """SIREN are taken out of the list of names."""
    table = anct.industry_territories_2023(toy)
    assert table["members"].to_dict() == {"ti-7601": "200000018 243000213", "ti-8401": "240100560"}


def test_industry_territory_without_a_member(spoil: Spoiler):
    """A territory whose members cannot be read is refused."""
    sources = spoil.text(anct.INDUSTRY_149, '"200000018"', '"CA de Mineville"')
    with refused(anct.INDUSTRY_149, "no SIREN in", column="members", row="ti-7601"):
        anct.industry_territories_2018(sources)


def test_industry_territory_listed_twice(spoil: Spoiler):
    """A territory listed twice is refused by its identifier."""
    sources = spoil.text(anct.INDUSTRY_149, '"ti-4801"', '"ti-7601"')
    with refused(anct.INDUSTRY_149, "listed twice", column="id", row="ti-7601"):
        anct.industry_territories_2018(sources)


def test_second_phase_outline_must_be_a_polygon(spoil: Spoiler):
    """Where every outline is expected whole, a point is refused."""
    old = spoil.root / "raw" / anct.INDUSTRY_183
    content = old.read_text(encoding="utf-8")
    start = content.index('"geometry": {', content.index("ti-8401")) + len('"geometry": ')
    shape = content[start : content.index("}", start) + 1]
    sources = spoil.text(anct.INDUSTRY_183, shape, '{"type": "Point", "coordinates": [4.1, 44.1]}')
    with refused(anct.INDUSTRY_183, "no polygon", column="geometry", row="ti-8401"):
        anct.industry_territories_2023(sources)


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


def test_density(toy: Sources):
    """The 39 communes of 2025: one merged since 2023 is no longer there."""
    table = anct.density_2025(toy)
    assert len(table) == 39
    assert "30015" not in table.index
    assert table.loc["30001"].to_list() == ["Mineville", "Centres urbains intermédiaires"]


def test_density_with_a_lost_zero(spoil: Spoiler):
    """A lost zero is refused by name."""
    sources = spoil.text(anct.DENSITY, "01001,", "1001,")
    with refused(anct.DENSITY, "'1001' fails", column="code", row="1001"):
        anct.density_2025(sources)


def test_outlines_of_departements_and_regions(toy: Sources):
    """Outlines carry their code and name, in metres."""
    departements = anct.outlines(toy, "departement")
    assert departements["name"].to_dict()["30"] == "Gravon"
    assert departements.area["30"] / 25e6 == pytest.approx(28, rel=1e-2)
    assert list(anct.outlines(toy, "region").index) == ["76", "84"]


def test_outlines_of_another_level(toy: Sources):
    """A level without outlines is refused, with those there are."""
    with pytest.raises(ValueError, match="levels: departement, region"):
        anct.outlines(toy, "epci")
