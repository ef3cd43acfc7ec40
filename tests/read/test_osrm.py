"""OSRM: car minutes to Paris."""

from __future__ import annotations

import numpy as np
import pytest
from tests.fixtures.places import places
from tests.fixtures.spoil import Spoiler, refused
from tests.fixtures.toy_travel import NO_TIME, PARIS

from bassin.files.sources import Sources
from bassin.read import osrm

FILE = osrm.TO_PARIS


def test_seconds_become_minutes(toy: Sources):
    """Two minutes for each four kilometres; the commune that is not in the file has no row."""
    table = osrm.minutes_to_paris(toy)
    town = next(p for p in places("2020-01-01") if p.code == "30001")
    km = town.shape.centroid.distance(PARIS) / 1000
    assert table.loc["30001", "minutes"] == pytest.approx(km / 2, abs=0.01)
    assert NO_TIME not in table.index
    assert "2A001" in table.index


def test_a_code_of_no_commune_of_france_is_refused(spoil: Spoiler):
    """The country comes first."""
    sources = spoil.text(FILE, "FR_01001", "BE_01001")
    with refused(FILE, "'BE_01001'", column="id", row=0):
        osrm.minutes_to_paris(sources)


def test_no_time_is_refused(spoil: Spoiler):
    """Nobody but Paris is in Paris."""
    sources = spoil.data(FILE, lambda data: _without_time(data, b"FR_30002"))
    with refused(FILE, "no time to Paris", column="duration", row="30002"):
        osrm.minutes_to_paris(sources)


def _without_time(data: bytes, code: bytes) -> bytes:
    lines = data.split(b"\n")
    at = next(n for n, line in enumerate(lines) if line.startswith(code))
    lines[at] = lines[at].rpartition(b",")[0] + b",0"
    return b"\n".join(lines)


def test_swapped_coordinates_are_refused(spoil: Spoiler):
    """Latitude and longitude that change places are out of their ranges."""
    sources = spoil.text(FILE, "lon,lat", "lat,lon")
    with refused(FILE, "fails in_range", column="lon", row="01001"):
        osrm.minutes_to_paris(sources)


def test_real_file(real: Sources):
    """34,838 communes, Paris at zero; from Alès 28,071.1 seconds, read by eye."""
    minutes = osrm.minutes_to_paris(real)["minutes"]
    assert len(minutes) == 34_838
    assert minutes.index[minutes == 0].to_list() == [osrm.PARIS]
    assert minutes["30007"] == pytest.approx(28_071.1 / 60)
    assert np.isfinite(minutes).all()
