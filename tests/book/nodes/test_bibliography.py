"""Labels of the bibliography."""

from __future__ import annotations

import re
from collections import Counter

import pytest
from pybtex.database import BibliographyData, Entry, Person, parse_file
from pybtex.plugin import find_plugin
from pybtex.richtext import Text
from pybtex.style.formatting import FormattedEntry
from tests.fixtures import ROOT

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
        (["P{\\'a}ez, Antonio"], "Páez, 2012"),
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


def test_a_label_is_in_the_language_of_the_edition():
    """So is what the prose cites, which is another style."""
    with speaking("fr"):
        assert bibliography.label(work("Luo, Wei", "Qi, Yi")) == "Luo et Qi, 2012"
        assert bibliography.SpokenReferences().person.sep2 == " et "


def formatted(data: BibliographyData) -> list[FormattedEntry]:
    """Works as the bibliography has them, in its order."""
    bibliography.register()
    style = find_plugin("pybtex.style.formatting", bibliography.NAME)()
    return list(style.format_bibliography(data).entries)


def test_works_are_in_the_order_of_their_authors():
    """Accents aside, whether typed as letters or as TeX has them; braces are none of a name."""
    people = [
        "Palma, José",
        "P{\\'a}ez, Antonio",
        "{DREES}",
        "Étienne, Luc",
        "Ezra, Luc",
        "Dunn, Ed",
    ]
    works = {str(n): work(person) for n, person in enumerate(people)}
    entries = formatted(BibliographyData(works))
    names = ["DREES", "Dunn", "Étienne", "Ezra", "Páez", "Palma"]
    assert [one.label for one in entries] == [f"{name}, 2012" for name in names]
    assert [one.key for one in entries] == ["2", "5", "3", "4", "1", "0"]


def words(*texts: str) -> Counter[str]:
    """Words of some texts, counted."""
    read = " ".join(str(Text.from_latex(text)) for text in texts)
    return Counter(re.findall(r"[^\W\d_]+", read.lower()))


def test_no_english_stands_between_the_parts_of_a_work():
    """Of all the works of the book in French: what is in none of its fields is *et*, or a name."""
    data = parse_file(ROOT / "book" / "references.bib")
    added: Counter[str] = Counter()
    with speaking("fr"):
        told = formatted(data)
    for one in told:
        entry = data.entries[one.key]
        people = [str(person) for role in entry.persons.values() for person in role]
        added += words(one.text.render_as("text")) - words(*entry.fields.values(), *people)
    assert added.keys() == {"et", "doi", "isbn", "édition", "septembre", "décembre"}
