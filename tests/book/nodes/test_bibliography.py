"""Labels of the bibliography."""

from __future__ import annotations

import pytest
from pybtex.database import BibliographyData, Entry, Person
from pybtex.plugin import find_plugin

from bassin.book.nodes import bibliography
from bassin.words import speaking


def work(*people: str, year: str = "2012", role: str = "author") -> Entry:
    """A work of some people."""
    return Entry("misc", {"title": "T", "year": year}, {role: [Person(one) for one in people]})


@pytest.mark.parametrize(
    ("people", "label"),
    [
        (["Granier, Caroline"], "Granier, 2012"),
        (["Luo, Wei", "Qi, Yi"], "Luo and Qi, 2012"),
        (["Wan, Neng", "Zou, Bin", "Sternberg, Troy"], "Wan et al., 2012"),
        (["{DREES}"], "DREES, 2012"),
        (["van der Berg, Jan"], "van der Berg, 2012"),
        ([], "2012"),
    ],
)
def test_a_label_is_what_the_prose_cites(people: list[str], label: str):
    """Last names and year; the first name alone stands for three or more."""
    assert bibliography.label(work(*people)) == label


def test_editors_stand_in_for_authors():
    """A work that has none is known by who edited it."""
    assert bibliography.label(work("Isard, Walter", role="editor")) == "Isard, 2012"


def test_works_of_one_label_are_told_apart():
    """A letter follows the year, in the order of the bibliography; others keep theirs."""
    bibliography.register()
    style = find_plugin("pybtex.style.formatting", bibliography.NAME)()
    works = {"a": work("Luo, Wei"), "b": work("Anselin, Luc"), "c": work("Luo, Wei")}
    entries = style.format_bibliography(BibliographyData(works)).entries
    assert [one.label for one in entries] == ["Anselin, 2012", "Luo, 2012a", "Luo, 2012b"]


@pytest.mark.parametrize(
    ("language", "label", "text"),
    [
        ("en", "Luo and Qi, 2012", "Wei Luo and Yi Qi."),
        ("fr", "Luo et Qi, 2012", "Wei Luo et Yi Qi."),
    ],
)
def test_two_names_are_joined_in_the_language_of_the_edition(language: str, label: str, text: str):
    """In the label, and where the work is described."""
    bibliography.register()
    style = find_plugin("pybtex.style.formatting", bibliography.NAME)()
    with speaking(language):
        (found,) = style.format_bibliography(
            BibliographyData({"a": work("Luo, Wei", "Qi, Yi")})
        ).entries
    assert found.label == label
    assert found.text.render_as("text").startswith(text)
