"""The package as others install it: a wheel, used in a folder that knows nothing of the project."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path
from zipfile import ZipFile

import pytest
from tests.fixtures import ROOT

SCRIPT = """
import sys
from pathlib import Path
import bassin
assert Path(bassin.__file__).is_relative_to(sys.argv[1]), bassin.__file__
from bassin.files.citation import files_of
from bassin.files.root import project_root
from bassin.errors import SourceError
from bassin.show import charts, maps
from bassin.study import Study
try:
    project_root()
except SourceError:
    pass
else:
    raise AssertionError("a project was found")
study = Study("200000018", data=Path(sys.argv[2]))
places = study.territory.outlines
areas = places[["area_km2"]]
words = {"caption": "Areas.", "source": study.cite("insee/v_region_2023.csv")}
drawn = maps.choropleth(places, "area_km2", name="map-areas", label="Area", bins=[1], **words)
assert "leaflet" in drawn.interactive and "bassinMap" in drawn.interactive
bars = charts.bars(areas.head(3), name="fig-areas", xlabel="Area", **words)
for exhibit in (drawn, bars):
    assert [*exhibit.payload["cites"]] == ["insee/v_region_2023.csv"]
    assert exhibit.png.startswith(b"\\x89PNG")
    print(exhibit.name, len(exhibit.payload["csv"].splitlines()))
"""


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The wheel of this checkout, built by what is installed; nothing is fetched."""
    out = tmp_path_factory.mktemp("wheel")
    command = [sys.executable, "-m", "hatchling", "build", "-t", "wheel", "-d", str(out)]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True)
    assert done.returncode == 0, done.stdout + done.stderr
    (found,) = out.glob("*.whl")
    return found


def test_a_wheel_holds_all_that_the_package_reads(wheel: Path):
    """Its types, the assets of the maps and their licence; and nothing of the project around it."""
    with ZipFile(wheel) as archive:
        names = {name for name in archive.namelist() if ".dist-info/" not in name}
    source = ROOT / "src"
    files = [path for path in (source / "bassin").rglob("*") if path.is_file()]
    ours = {path.relative_to(source).as_posix() for path in files if path.suffix != ".pyc"}
    assert names == ours
    assert {
        "bassin/py.typed",
        "bassin/show/maps/assets/map.js",
        "bassin/show/maps/vendor/leaflet.js",
        "bassin/show/maps/vendor/LICENSE.leaflet",
    } <= names


@pytest.mark.slow
def test_an_installed_package_draws_in_any_folder(wheel: Path, toy_root: Path, tmp_path: Path):
    """Check a study of a data folder, a map and a chart, far from any project."""
    installed, elsewhere = tmp_path / "installed", tmp_path / "elsewhere"
    elsewhere.mkdir()
    with ZipFile(wheel) as archive:
        archive.extractall(installed)
    environment = {k: v for k, v in os.environ.items() if k != "BASSIN_ROOT"}
    done = subprocess.run(
        [sys.executable, "-c", SCRIPT, str(installed), str(toy_root)],
        cwd=elsewhere,
        env={**environment, "PYTHONPATH": str(installed)},
        capture_output=True,
        text=True,
    )
    assert done.returncode == 0, done.stderr
    said = dict(line.split() for line in done.stdout.splitlines())
    assert said["fig-areas"] == "4"
    assert int(said["map-areas"]) > 2
