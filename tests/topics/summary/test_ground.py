"""What a map of a place is drawn from, on the toy France."""

from __future__ import annotations

from pathlib import Path

import geopandas as gpd
import pytest

from bassin.files.shared import FOLDER
from bassin.files.sources import Sources
from bassin.places.territory import Territory
from bassin.topics.summary import ground
from bassin.topics.summary.ground import cut, ground_of, prepare

A, OVER_THE_BORDER = "200000018", "244800017"


def test_own_communes_are_told_from_those_around(toy: Sources):
    """A is twelve communes; none of them is around, each other has its EPCI."""
    found = ground_of(toy, Territory(A, toy))
    assert len(found.own) == 12
    assert found.absent == 0
    assert not set(found.own.index) & set(found.around.index)
    assert found.around["epci"].notna().all()
    assert found.own["people"].sum() == 6800


def test_outlines_are_those_of_the_territory(toy: Sources):
    """To the square metre: squares have no point to spare."""
    territory = Territory(A, toy)
    found = ground_of(toy, territory)
    assert found.own.area.sum() == pytest.approx(territory.outlines.area.sum())


def test_a_place_without_outline_has_an_empty_map(toy: Sources, monkeypatch: pytest.MonkeyPatch):
    """And all of its communes are said to lack one."""

    def none(sources: Sources, dep: str) -> gpd.GeoDataFrame:
        shapes = cut(sources, dep)
        return shapes.set_geometry(gpd.GeoSeries([None] * len(shapes), shapes.index, shapes.crs))

    monkeypatch.setattr(ground, "cut", none)
    other = Sources(toy.root)
    found = ground_of(other, Territory(A, other))
    assert found.own.empty
    assert found.absent == 12


def test_another_process_takes_what_was_cut(
    toy_root: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
):
    """The same map, with no outline read."""
    monkeypatch.setenv(FOLDER, str(tmp_path))
    first = Sources(toy_root)
    prepare(first)
    before = ground_of(first, Territory(A, first))

    def unread(*_: object, **__: object) -> None:
        raise AssertionError("an outline was read")

    monkeypatch.setattr(ground, "commune_outlines", unread)
    second = Sources(toy_root)
    after = ground_of(second, Territory(A, second))
    assert after.own.equals(before.own)
    assert after.files == before.files
