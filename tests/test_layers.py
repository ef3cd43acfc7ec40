"""The package flows one way, no two modules need each other, and each is short enough to read."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path

import networkx as nx
import pytest
from tests.fixtures import ROOT

SOURCE = ROOT / "src"

#: From left to right: a module imports only from its own place and from its left.
FLOW = (
    (
        "availability",
        "collation",
        "errors",
        "markup",
        "paragraphs",
        "phrase",
        "rounding",
        "verdict",
    ),
    ("files",),
    ("choices", "console"),
    ("read",),
    ("places",),
    ("models", "indicators"),
    ("topics",),
    ("study",),
    ("words",),
    ("show",),
    ("claims",),
    ("book",),
    ("cli", "__main__"),
)
#: Longest module, in lines.
LONGEST = 400
PLACE = {name: place for place, names in enumerate(FLOW) for name in names}


def name_of(path: Path) -> str:
    """Dotted name of a module."""
    parts = path.relative_to(SOURCE).with_suffix("").parts
    return ".".join(parts[:-1] if parts[-1] == "__init__" else parts)


MODULES = {name_of(path): path for path in sorted((SOURCE / "bassin").rglob("*.py"))}


def imported(path: Path) -> Iterator[str]:
    """Modules of the package that a module imports, at its head or inside, for types too."""
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names if alias.name in MODULES)
        elif isinstance(node, ast.ImportFrom) and node.module in MODULES:
            for alias in node.names:
                inner = f"{node.module}.{alias.name}"
                yield inner if inner in MODULES else node.module


IMPORTS = {name: sorted(set(imported(path)) - {name}) for name, path in MODULES.items()}


def place(module: str) -> int:
    """Place of a module in the flow; the package itself, which holds its version, is leftmost."""
    _, _, inside = module.partition(".")
    return PLACE[inside.partition(".")[0]] if inside else 0


def test_every_module_has_a_place():
    """Check that a new folder is put in its place in the flow."""
    assert {name.split(".")[1] for name in MODULES if "." in name} == set(PLACE)


@pytest.mark.parametrize("module", [name for name in MODULES if name != "bassin"])
def test_a_module_imports_only_from_its_left(module: str):
    """Check each import, those inside functions and for types included."""
    assert [name for name in IMPORTS[module] if place(name) > place(module)] == []


def test_no_two_modules_need_each_other():
    """Check that the graph of imports has no circle."""
    graph = nx.DiGraph([(name, other) for name, others in IMPORTS.items() for other in others])
    # A package that hands out what its modules hold is one with them.
    packages = {name for name, path in MODULES.items() if path.name == "__init__.py"}
    graph.remove_edges_from(
        [(a, b) for a, b in graph.edges if b in packages and a.startswith(f"{b}.")]
    )
    assert [
        sorted(circle) for circle in nx.strongly_connected_components(graph) if len(circle) > 1
    ] == []


def topic(module: str) -> str | None:
    """Topic whose package a module is in; none of the modules that lie beside the packages."""
    package = ".".join(module.split(".")[:3])
    inside = module.startswith("bassin.topics.") and MODULES[package].stem == "__init__"
    return package if inside else None


def test_no_two_topics_need_each_other():
    """Check that the graph of topics has no circle, whichever of their modules need each other."""
    graph = nx.DiGraph(
        (topic(name), topic(other))
        for name, others in IMPORTS.items()
        for other in others
        if topic(name) and topic(other) and topic(name) != topic(other)
    )
    assert ("bassin.topics.contrast", "bassin.topics.health") in graph.edges
    assert [
        sorted(circle) for circle in nx.strongly_connected_components(graph) if len(circle) > 1
    ] == []


def lines(module: str) -> int:
    """Lines of a module."""
    return len(MODULES[module].read_text(encoding="utf-8").splitlines())


def test_no_module_is_longer_than_one_can_read():
    """Check each module against the limit."""
    assert {name: lines(name) for name in MODULES if lines(name) > LONGEST} == {}
