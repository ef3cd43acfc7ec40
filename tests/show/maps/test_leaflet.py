"""Interactive maps stand alone and are the same on every run."""

from __future__ import annotations

import hashlib
import os
import subprocess
import sys
from pathlib import Path

import pytest
from branca.element import Element
from tests.fixtures import ROOT

from bassin.show.maps import leaflet
from bassin.show.maps.leaflet import number_elements

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
        environment = {**os.environ, "PYTHONHASHSEED": seed}
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
    """The elements of one page have identifiers of its own, in order, and keep the names given."""
    page, part = Element(), Element()
    page.add_child(part)
    page.add_child(Element(), name="style")
    part.add_child(Element())
    number_elements(page, "map-growth")
    assert page.get_name() == "element_map_growth_0"
    assert list(page._children) == ["element_map_growth_1", "style"]
    assert list(part._children) == ["element_map_growth_2"]
    assert page._children["style"].get_name() == "element_map_growth_3"


def test_branca_is_left_as_it_is():
    """Other maps of the session draw their identifiers as before."""
    before = dict(vars(Element))
    number_elements(Element(), "map-growth")
    assert dict(vars(Element)) == before
    assert Element().get_name() != Element().get_name()


PACKAGE = Path(leaflet.__file__).parent
VENDORED = [PACKAGE / "vendor", ROOT / "book" / "_static" / "vendor"]


@pytest.mark.parametrize("vendor", VENDORED, ids=["Leaflet", "MathJax"])
def test_vendored_files_are_the_published_ones(vendor: Path):
    """Each vendored library is the file whose hash and licence its README gives."""
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
    for name in ("assets/map.js", "assets/map.css", "vendor/leaflet.js", "vendor/leaflet.css"):
        text = (PACKAGE / name).read_text("utf-8")
        assert "</script" not in text
        assert "</style" not in text
