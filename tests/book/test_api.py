"""The pages of the library: their examples run, and they have what is public."""

from __future__ import annotations

import doctest
import re
from importlib import import_module
from types import SimpleNamespace

import pytest
from tests.fixtures import ROOT

from bassin.book.nodes.reference import laid_out
from bassin.claims.chapters import toc_pages
from bassin.topics.gathered import topic_classes

PAGES = [ROOT / "book" / "api.md", *sorted((ROOT / "book" / "api").glob("*.md"))]
#: Modules with names on these pages, whose docstrings have examples that read no raw file.
MODULES = (
    *("bassin.console", "bassin.verdict", "bassin.show.plain", "bassin.cli.completion"),
    *("bassin.topics.gathered", "bassin.topics.asked", "bassin.indicators.catalogue"),
)


@pytest.mark.real
@pytest.mark.parametrize("page", PAGES, ids=[page.stem for page in PAGES])
def test_the_examples_of_a_page_give_what_they_print(page, monkeypatch: pytest.MonkeyPatch):
    """Each page has one at least."""
    monkeypatch.setenv("BASSIN_ROOT", str(ROOT))
    found = doctest.testfile(str(page), module_relative=False, encoding="utf-8")
    assert found.attempted > 1
    assert found.failed == 0


@pytest.mark.real
def test_the_example_of_a_study_gives_what_it_prints(monkeypatch: pytest.MonkeyPatch):
    """As the docstring has it."""
    monkeypatch.setenv("BASSIN_ROOT", str(ROOT))
    found = doctest.testmod(import_module("bassin.study"))
    assert found.attempted > 1
    assert found.failed == 0


@pytest.mark.parametrize("name", MODULES)
def test_the_examples_of_a_module_give_what_they_print(name: str):
    """Those of the docstrings."""
    found = doctest.testmod(import_module(name))
    assert found.attempted > 0
    assert found.failed == 0


def test_every_page_is_in_the_contents():
    """And every topic is on one."""
    names = {page.relative_to(ROOT).with_suffix("").as_posix() for page in PAGES}
    assert names <= set(toc_pages(ROOT))
    text = "\n".join(page.read_text(encoding="utf-8") for page in PAGES)
    titles = re.findall(r"^## study\.(\w+)$", text, re.MULTILINE)
    assert sorted(titles) == sorted(topic_classes())
    for kind in topic_classes().values():
        assert f".. autoclass:: {kind.__module__}.{kind.__name__}\n" in text


def test_a_property_keeps_its_sentence():
    """What stands before a colon is no type; sections of a method are laid out."""
    app = SimpleNamespace(config=SimpleNamespace(toc_object_entries=False))
    lines = ["The territory: communes, outlines."]
    laid_out(app, "property", "a.b", None, None, lines)
    assert lines[0] == "The territory: communes, outlines."
    lines = ["What.", "", "Parameters", "----------", "year : int", "    The year.", ""]
    laid_out(app, "method", "a.b", None, None, lines)
    assert ":Parameters: **year** (*int*) -- The year." in lines
