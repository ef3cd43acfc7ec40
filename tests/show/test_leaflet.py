"""Interactive maps stand alone and are the same on every run."""

from __future__ import annotations

import hashlib
import os
import subprocess
import sys
from pathlib import Path

import pytest
from branca.element import Element

from bassin.files.sources import project_root
from bassin.show import _leaflet

SCRIPT = """
import hashlib, json, sys
import geopandas as gpd
from shapely.geometry import box
from bassin.show import maps
cells = [box(780e3 + 1e3 * x, 633e4, 781e3 + 1e3 * x, 6331e3) for x in range(4)]
squares = gpd.GeoDataFrame(
    {"name": list("abcd"), "value": [1.0, 2, 3, None], "kind": list("xyxy")},
    index=["30001", "30002", "30003", "30004"], geometry=cells, crs=2154,
)
words = {"caption": "c", "source": "s", "label": "l"}
for exhibit in (
    maps.choropleth(squares, "value", name="map-a", bins=[2], labels=["30001"], **words),
    maps.categories(squares, "kind", name="map-b", **words),
):
    print(hashlib.sha256(json.dumps(exhibit._repr_mimebundle_()).encode()).hexdigest())
"""


@pytest.mark.slow
def test_two_processes_write_the_same_bytes(tmp_path):
    """Neither the hash seed nor the directory of a process changes an exhibit."""
    written = []
    for seed in ("0", "424242"):
        here = tmp_path / seed
        here.mkdir()
        environment = {**os.environ, "PYTHONHASHSEED": seed, "BASSIN_ROOT": str(project_root())}
        written.append(
            subprocess.run(
                [sys.executable, "-c", SCRIPT],
                cwd=here,
                env=environment,
                check=True,
                capture_output=True,
                text=True,
            ).stdout.split()
        )
    assert written[0] == written[1]
    assert len(set(written[0])) == 2


def test_identifiers_are_numbered_from_the_name():
    """Elements made for one exhibit have identifiers of its own, in order."""
    with _leaflet.stable_identifiers("map-growth"):
        assert [Element().get_name() for _ in range(2)] == [
            "element_map_growth_0",
            "element_map_growth_1",
        ]


def test_identifiers_are_given_back_to_branca():
    """Other maps of the session draw their identifiers as before, even after a failure."""

    def fail() -> None:
        with _leaflet.stable_identifiers("map-growth"):
            raise RuntimeError

    with pytest.raises(RuntimeError):
        fail()
    assert Element().get_name() != Element().get_name()
    assert "map_growth" not in Element().get_name()


def test_vendored_files_are_the_published_ones():
    """Each vendored library is the file whose hash and licence its README gives."""
    vendor = project_root() / _leaflet.VENDOR
    listed = [
        [cell.strip() for cell in line.split("|")[1:-1]]
        for line in (vendor / "README.md").read_text("utf-8").splitlines()
        if line.startswith(("| leaflet", "| mathjax"))
    ]
    assert {row[0] for row in listed} == {
        path.name for path in vendor.iterdir() if path.suffix in {".js", ".css"}
    }
    for file, _, _, licence, digest in listed:
        assert hashlib.sha256((vendor / file).read_bytes()).hexdigest() == digest
        assert (vendor / licence.rpartition(" ")[2]).is_file()


def test_own_script_closes_no_tag():
    """Nothing inlined in a page ends the element it is in."""
    own = Path(_leaflet.__file__).parent
    for file in (
        own / "_map.js",
        own / "_map.css",
        project_root() / _leaflet.VENDOR / "leaflet.js",
    ):
        text = file.read_text("utf-8")
        assert "</script" not in text
        assert "</style" not in text
