"""What machines read of a book: one source of truth, and inputs and outputs that are there."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

import pytest
import yaml
from tests.fixtures import ROOT
from tests.fixtures.offered import written_book

from bassin import __version__
from bassin.book.offered import data, metadata
from bassin.book.offered.shown import shown


@pytest.fixture
def graph(tmp_path: Path) -> dict[str, dict]:
    """The crate of a small book, by identifier."""
    root, html = written_book(tmp_path)
    for name in ("CITATION.cff", "pyproject.toml"):
        shutil.copy(ROOT / name, root)
    metadata.write(root, html, data.write(root, html, shown(root, html)))
    told = json.loads((html / "ro-crate-metadata.json").read_text("utf-8"))
    assert told["@context"] == "https://w3id.org/ro/crate/1.1/context"
    assert len({one["@id"] for one in told["@graph"]}) == len(told["@graph"])
    return {one["@id"]: one for one in told["@graph"]}


@pytest.mark.parametrize(
    ("name", "made"),
    [(metadata.ZENODO, metadata.zenodo), (metadata.CODEMETA, metadata.codemeta)],
)
def test_files_at_the_root_are_what_the_citation_file_says(name: str, made):
    """After a change of CITATION.cff, tools/metadata.py writes them anew."""
    assert (ROOT / name).read_text("utf-8") == metadata.as_json(made(ROOT))
    citation = yaml.safe_load((ROOT / "CITATION.cff").read_text("utf-8"))
    told = json.loads((ROOT / name).read_text("utf-8"))
    assert told["version"] == citation["version"] == __version__
    assert citation["title"] in (told.get("title"), told.get("name"))
    assert told["license"].endswith(citation["license"])


def links(value: object) -> list[str]:
    """Identifiers that an entity refers to."""
    if isinstance(value, dict):
        own = [value["@id"]] if set(value) == {"@id"} else []
        return own + [one for part in value.values() for one in links(part)]
    return [one for part in value for one in links(part)] if isinstance(value, list) else []


def test_a_crate_refers_to_nothing_that_it_does_not_describe(graph: dict[str, dict]):
    """But for the specification; it says what the root is, as RO-Crate wants."""
    assert graph["ro-crate-metadata.json"]["about"] == {"@id": "./"}
    root = graph["./"]
    assert {"name", "description", "datePublished", "license", "hasPart"} <= set(root)
    asked = {one for entity in graph.values() for one in links(list(entity.values()))}
    assert asked - set(graph) == {"https://w3id.org/ro/crate/1.1"}


def test_inputs_are_the_listed_files_and_outputs_rest_on_them(graph: dict[str, dict]):
    """By hash and licence; what was typed is no raw file."""
    action = graph["#build"]
    assert links(action["object"]) == ["#data/raw/insee/towns.csv", "#data/raw/ign/outlines.gpkg"]
    assert graph["#data/raw/insee/towns.csv"]["identifier"] == f"sha256:{'a' * 64}"
    assert graph["#data/raw/ign/outlines.gpkg"]["license"]["@id"].endswith("odbl/1-0/")
    assert links(action["result"]) == ["data/tab-towns.csv", "data/fig-years.csv"]
    assert links(graph["data/tab-towns.csv"]["isBasedOn"]) == ["#data/raw/insee/towns.csv"]
    assert len(links(graph["data/fig-years.csv"]["isBasedOn"])) == 2
