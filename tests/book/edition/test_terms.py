"""One way to say a term: the list, and what is said otherwise."""

from __future__ import annotations

from pathlib import Path

import pytest
from babel.messages.catalog import Catalog
from tests.fixtures import ROOT

from bassin.book.edition.catalogue import pages, paragraphs, write
from bassin.book.edition.faithful import faults
from bassin.book.edition.terms import TERMS, said_otherwise, terms
from bassin.errors import BuildError
from bassin.words.catalogues import LOCALE, path_of

LIST = "english,said\nbrownfields?,friche\nraw files?,fichiers? source\n"


def project(root: Path, listed: str, english: str, french: str) -> Path:
    """A project of one page, its translation and a list of terms."""
    page = root / "book" / "index.md"
    page.parent.mkdir()
    page.write_text(f"# Land\n\n{english}\n", encoding="utf-8")
    catalogue = Catalog(locale="fr")
    for text, said in {"# Land": "# Sols", english: french}.items():
        catalogue.add(text, said, context="Land")
    write(path_of(root, "fr", "book/index"), catalogue, "fr")
    (root / LOCALE / "fr" / TERMS).write_text(listed, encoding="utf-8")
    return root


def test_a_term_said_in_another_way_is_a_fault(tmp_path: Path):
    """The fault names the term and the paragraph."""
    root = project(tmp_path, LIST, "Two brownfields.", "Deux terrains vagues.")
    (fault,) = faults(root, "fr", "book/index")
    assert (fault.kind, fault.told) == ("term", "brownfields?: Two brownfields.")


def test_a_term_said_as_listed_is_none(tmp_path: Path):
    """In any form that the pattern has, and within another word of its own."""
    root = project(tmp_path, LIST, "Brownfields, raw files.", "Les friches, un fichier source.")
    assert faults(root, "fr", "book/index") == []


@pytest.mark.parametrize("english", ["See {ref}`brownfields`", "`brownfield`", "study.brownfields"])
def test_code_and_targets_are_no_words(tmp_path: Path, english: str):
    """What a role, a piece of code or a name of the library has is left alone."""
    root = project(tmp_path, LIST, f"{english} now.", f"{english} enfin.")
    assert faults(root, "fr", "book/index") == []


@pytest.mark.parametrize("line", ["brownfields?", "brown(,friche"])
def test_a_line_that_is_no_pair_of_patterns_is_refused(tmp_path: Path, line: str):
    """By its number in the file."""
    root = project(tmp_path, f"english,said\n{line}\n", "A.", "Un.")
    with pytest.raises(BuildError, match=r"terms\.csv, line 2: no pair of patterns"):
        terms(root, "fr")


def test_every_term_of_the_list_comes_in_some_page():
    """A line that nothing can break is none."""
    texts = [one.text for page in pages(ROOT) for one in paragraphs(ROOT, page)]
    known = terms(ROOT, "fr")
    assert len(known) > 15
    met = {name for text in texts for name in said_otherwise(known, text, "")}
    assert sorted({term.name for term in known} - met) == []
