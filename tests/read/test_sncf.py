"""SNCF Réseau: one row a station, whatever its lines."""

from __future__ import annotations

import pytest
from tests.fixtures import listed
from tests.fixtures.places import places
from tests.fixtures.spoil import Spoiler, refused

from bassin.files.sources import Sources
from bassin.read import sncf

STATIONS = listed.path_of(sncf.STATIONS, 2024)


def test_a_station_comes_once(toy: Sources):
    """Four rows are three stations; that on two lines lies between its points."""
    table = sncf.stations(toy, 2024)
    assert table["passengers"].to_list() == [True, True, False]
    assert table.loc["87000001", "lines"] == "790000 805000"
    middle = next(p for p in places() if p.code == "30001").shape.centroid
    assert table.loc["87000001", ["x", "y"]].to_list() == pytest.approx([middle.x, middle.y])


def test_an_unknown_mark_is_refused(spoil: Spoiler):
    """Open to passengers is yes or no."""
    sources = spoil.text(STATIONS, "Plaine;O;N", "Plaine;O;X")
    with refused(STATIONS, "'X'", column="passengers", row="87000003"):
        sncf.stations(sources, 2024)


def test_rows_of_a_station_must_agree(spoil: Spoiler):
    """One station is not open on one line and closed on another."""
    sources = spoil.text(STATIONS, "Mineville;O;O;805000", "Mineville;O;N;805000")
    with refused(STATIONS, "rows disagree", column="passengers", row="87000001"):
        sncf.stations(sources, 2024)


def test_a_lost_row_is_seen(spoil: Spoiler):
    """The manifest counts rows, not stations."""
    sources = spoil.relist(STATIONS, rows=5)
    with refused(STATIONS, "4 rows read, 5 recorded", column="rows"):
        sncf.stations(sources, 2024)
