"""Outlines of territories and of priority districts."""

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


def test_outlines_of_departements_and_regions(toy: Sources):
    """Outlines carry their code and name, in metres."""
    departements = anct.outlines(toy, "departement")
    assert departements["name"].to_dict()["30"] == "Gravon"
    assert departements.area["30"] / 25e6 == pytest.approx(28, rel=1e-2)
    assert list(anct.outlines(toy, "region").index) == ["76", "84"]


def test_outlines_of_another_level(toy: Sources):
    """A level without outlines is refused, with those there are."""
    with pytest.raises(ValueError, match="There are "):
        anct.outlines(toy, "epci")


def test_priority_districts(toy: Sources):
    """Outlines in 2015, communes in 2024."""
    outlines = anct.priority_districts_2015(toy)
    assert outlines.loc["QP030001", ["name", "code"]].to_list() == ["Le Carreau", "30001"]
    assert outlines.area.iloc[0] == pytest.approx(1e6, rel=0.01)
    assert list(anct.priority_districts_2024(toy).index) == ["30001", "30002"]
