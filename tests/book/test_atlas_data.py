"""The files of the atlas on the toy France: each is read by the schema that describes it."""

from __future__ import annotations

import csv
import json
import re
import shutil
from hashlib import sha256
from pathlib import Path

import pandas as pd
import pytest
from tests.fixtures.spoil import Spoiler

from bassin.book.atlas.data import write_data
from bassin.errors import SourceError

POPULATION = "insee/population_municipale_communes_2013_2023.csv"
NAME = re.compile(r"[a-z0-9._-]+")


@pytest.fixture(scope="module")
def root(toy_root: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    project = tmp_path_factory.mktemp("atlas")
    (project / "_config.yml").write_text("title: Toy\n")
    (project / "data").symlink_to(toy_root)
    return project


@pytest.fixture(scope="module")
def folder(root: Path) -> Path:
    return write_data(root)


@pytest.fixture(scope="module")
def package(folder: Path) -> dict:
    return json.loads((folder / "datapackage.json").read_text(encoding="utf-8"))


def cast(cell: str, kind: str, missing: list[str]) -> object:
    """A cell as the specification of a table's schema has it; raises where it is none."""
    if cell in missing:
        return None
    return {"string": str, "integer": int, "number": float}[kind](cell)


def read(folder: Path, resource: dict) -> list[dict]:
    schema = resource["schema"]
    kinds = [field["type"] for field in schema["fields"]]
    with (folder / resource["path"]).open(encoding=resource["encoding"], newline="") as file:
        lines = csv.reader(file, delimiter=resource["dialect"]["delimiter"])
        names = next(lines)
        assert names == [field["name"] for field in schema["fields"]]
        return [
            {
                name: cast(cell, kind, schema["missingValues"])
                for name, kind, cell in zip(names, kinds, line, strict=True)
            }
            for line in lines
        ]


def tabular(package: dict) -> dict[str, dict]:
    return {r["name"]: r for r in package["resources"] if r["format"] == "csv"}


def test_the_package_has_what_the_specification_asks_for(package: dict, folder: Path):
    assert NAME.fullmatch(package["name"])
    names = [resource["name"] for resource in package["resources"]]
    assert len(set(names)) == len(names)
    for resource in package["resources"]:
        assert NAME.fullmatch(resource["name"])
        assert not Path(resource["path"]).is_absolute()
        assert ".." not in resource["path"]
        data = (folder / resource["path"]).read_bytes()
        assert resource["bytes"] == len(data)
        assert resource["hash"] == f"sha256:{sha256(data).hexdigest()}"
        assert all({"name", "path"} & one.keys() for one in resource["licenses"])
    listed = {resource["path"] for resource in package["resources"]} | {"datapackage.json"}
    assert {path.name for path in folder.iterdir()} == listed


def test_each_table_is_read_by_its_schema(package: dict, folder: Path):
    """Types, keys that are unique and required, references that lead somewhere, enumerations."""
    tables = {name: read(folder, one) for name, one in tabular(package).items()}
    for name, resource in tabular(package).items():
        rows, schema = tables[name], resource["schema"]
        assert len(rows) == resource["rows"] > 0
        keys = [tuple(row[field] for field in schema["primaryKey"]) for row in rows]
        assert len(set(keys)) == len(keys)
        assert all(None not in key for key in keys)
        for reference in schema.get("foreignKeys", []):
            there = reference["reference"]
            known = {tuple(row[f] for f in there["fields"]) for row in tables[there["resource"]]}
            assert {tuple(row[f] for f in reference["fields"]) for row in rows} <= known
        for field in schema["fields"]:
            if "constraints" in field:
                assert {row[field["name"]] for row in rows} <= set(field["constraints"]["enum"])


def test_parquet_holds_what_csv_holds(package: dict, folder: Path):
    for resource in package["resources"]:
        if resource["format"] == "parquet":
            table = pd.read_parquet(folder / resource["path"])
            beside = tabular(package)[resource["name"].replace("-parquet", "-csv")]
            told = pd.DataFrame(read(folder, beside))
            assert list(table) == list(told)
            for column in table:
                mine, other = table[column], told[column]
                if mine.dtype.kind == "f":
                    pd.testing.assert_series_equal(mine, other.astype(float))
                else:
                    assert list(mine.fillna("")) == list(other.fillna(""))


def test_a_field_of_an_indicator_says_what_it_is_of(package: dict):
    fields = {f["name"]: f for f in tabular(package)["places-by-indicator-csv"]["schema"]["fields"]}
    gp = fields["gp_2023"]
    assert gp["title"] == "Consultations of a GP a year, 2023"
    assert gp["unit"] == "consultations a year for an inhabitant"
    assert gp["publisher"] == "DREES"
    assert gp["licence"].startswith("Licence Ouverte 2.0")
    assert gp["geography"] == "2024-01-01"
    assert sum(gp["communes"].values()) == 40
    assert fields["poverty_rate_pct"]["communes"]["masked"] > 0


def test_the_same_bytes_a_second_time(root: Path, folder: Path):
    before = {path.name: path.read_bytes() for path in folder.iterdir()}
    again = write_data(root)
    assert {path.name: path.read_bytes() for path in again.iterdir()} == before


def test_a_changed_file_leaves_the_last_data(spoil: Spoiler, root: Path, folder: Path, tmp_path):
    """A raw file that is not the one listed stops it, and nothing is replaced."""
    project = tmp_path / "project"
    project.mkdir()
    (project / "_config.yml").write_text("title: Toy\n")
    (project / "data").symlink_to(spoil.root)
    there = project / "_build" / "atlas" / "data"
    shutil.copytree(folder, there)
    (spoil.root / "raw" / POPULATION).write_bytes(b"x")
    with pytest.raises(SourceError, match=POPULATION):
        write_data(project)
    assert (there / "values.csv").read_bytes() == (folder / "values.csv").read_bytes()
