"""OSRM: car minutes to Paris."""

from __future__ import annotations

import numpy as np
import pytest
from tests.fixtures.places import places
from tests.fixtures.spoil import Spoiler, refused
from tests.fixtures.toy_travel import NO_TIME, PARIS

from bassin.errors import DataError
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


@pytest.mark.parametrize(
    "code",
    [
        *("BE_01001", "01001", "", "FR_", "FR_1001", "FR_00001", "FR_01000", "FR_20001"),
        *("FR_97101", "FR_99001", "FR_2C001", "FR_75101", "FR_69381", "FR_13201", "FR_FR_01001"),
        "FR_\N{ARABIC-INDIC DIGIT ZERO}1001",
    ],
)
def test_a_code_of_no_commune_of_the_metropole_is_refused(spoil: Spoiler, code: str):
    """The country comes first, then a departement that there is; an arrondissement is none."""
    sources = spoil.text(FILE, "FR_01001", code)
    with refused(FILE, "is no commune of the metropole", column="id", row=0):
        osrm.minutes_to_paris(sources)


def test_a_file_without_a_row_is_refused(spoil: Spoiler):
    """No byte, or the header alone."""
    sources = spoil.data(FILE, lambda data: data.partition(b"\n")[0] + b"\n")
    with refused(FILE, "no row below the header"):
        osrm.minutes_to_paris(sources)
    with refused(FILE, "it is empty"):
        osrm.minutes_to_paris(spoil.data(FILE, lambda data: b""))


@pytest.mark.parametrize(
    ("row", "column", "what"),
    [
        (b"FR_75056,100,105,2.34272,48.85658,60", "duration", "a time from Paris to itself"),
        (b"FR_75056,100,105,4.83,45.76,0", "lon, lat", "Paris is not there"),
        (b"FR_69123,100,105,2.34272,48.85658,0", "duration", "no time to Paris"),
        (b"FR_69123,100,105,4.83,45.76,7200", "duration", "a time that makes less than 5 km/h"),
    ],
)
def test_paris_is_in_paris_and_no_other_place(spoil: Spoiler, row: bytes, column: str, what: str):
    """At no time from itself; 391 km in two hours are more than a car drives."""
    spoil.data(FILE, lambda data: data + row + b"\n")
    sources = spoil.relist(FILE, rows=41)
    with refused(FILE, what, column=column, row=row[3:8].decode()):
        osrm.minutes_to_paris(sources)


def test_paris_itself_passes(spoil: Spoiler):
    """One row more, at zero minutes."""
    spoil.data(FILE, lambda data: data + b"FR_75056,100,105,2.34272,48.85658,0\n")
    assert osrm.minutes_to_paris(spoil.relist(FILE, rows=41)).at[osrm.PARIS, "minutes"] == 0


@pytest.mark.parametrize(("times", "what"), [(3, "at 40 km/h or less"), (60, "less than 5 km/h")])
def test_times_of_another_unit_are_refused(spoil: Spoiler, times: int, what: str):
    """All of them three times as long, or in sixtieths of a second; a commune is named."""

    def longer(data: bytes) -> bytes:
        head, *rows = data.decode().splitlines()
        cells = [row.rpartition(",") for row in rows]
        told = [head, *(f"{start},{times * float(time):.1f}" for start, _, time in cells)]
        return "\n".join([*told, ""]).encode()

    with pytest.raises(DataError, match=rf"column 'duration', row '\w{{5}}': .*{what}.* use"):
        osrm.minutes_to_paris(spoil.data(FILE, longer))


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
