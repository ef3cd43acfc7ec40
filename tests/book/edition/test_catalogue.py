"""Catalogues of paragraphs: brought up to their pages, read and written."""

from __future__ import annotations

from pathlib import Path

import pytest
from babel.messages.catalog import Catalog
from tests.fixtures import ROOT

from bassin.book.edition.catalogue import (
    DATA,
    TOLD,
    Paragraph,
    pages,
    paragraphs,
    path_of,
    read,
    told,
    updated,
    write,
)
from bassin.errors import BuildError
from bassin.files.listing import USUAL


def catalogue(*said: tuple[str, str, str]) -> Catalog:
    """Of context, paragraph and translation."""
    found = Catalog(locale="fr")
    for context, text, other in said:
        found.add(text, other, context=context)
    return found


def held(found: Catalog) -> list[tuple[str, str, bool]]:
    """Paragraph, what is said of it, and whether it is to be read again."""
    return [(str(one.id), str(one.string), one.fuzzy) for one in found if one.id]


def test_what_is_said_stays():
    """Where the paragraph is as it was, in the order of the page."""
    old = catalogue(("a", "One.", "Un."), ("b", "Two.", "Deux."))
    new = updated([Paragraph("b", "Two."), Paragraph("a", "One.")], old, "fr")
    assert held(new) == [("Two.", "Deux.", False), ("One.", "Un.", False)]


def test_a_paragraph_that_changed_is_to_be_read_again():
    """What was said of it is kept, with what it was said of."""
    old = catalogue(("a", "It rises by 3 points.", "Elle monte de 3 points."))
    new = updated([Paragraph("a", "It rises by 4 points.")], old, "fr")
    assert held(new) == [("It rises by 4 points.", "Elle monte de 3 points.", True)]
    assert next(one for one in new if one.id).previous_id == ["It rises by 3 points."]


def test_another_cell_lends_nothing():
    """A paragraph like it elsewhere is not the one that it replaces."""
    old = catalogue(("a", "It rises by 3 points.", "Elle monte de 3 points."))
    assert held(updated([Paragraph("b", "It rises by 4 points.")], old, "fr")) == [
        ("It rises by 4 points.", "", False)
    ]


def test_two_new_paragraphs_share_no_old_one():
    """The first takes it."""
    old = catalogue(("a", "It rises by 3 points.", "Elle monte."))
    new = updated(
        [Paragraph("a", "It rises by 4 points."), Paragraph("a", "It rises by 5 points.")],
        old,
        "fr",
    )
    assert [said for _, said, _ in held(new)] == ["Elle monte.", ""]


def test_a_catalogue_is_read_as_it_was_written(tmp_path: Path):
    """And the same messages make the same bytes."""
    path = tmp_path / "a.po"
    first = catalogue(("a", 'A "quoted" line\nand {glue:text}`x`.', "Une ligne « citée »"))
    write(path, first, "fr")
    before = path.read_bytes()
    write(path, read(path, "fr"), "fr")
    assert path.read_bytes() == before
    assert held(read(path, "fr")) == held(first)


@pytest.mark.parametrize("held", [b"<html></html>\n", 'msgid "\u00e9"\n'.encode("latin-1")])
def test_what_is_no_catalogue_is_refused(tmp_path: Path, held: bytes):
    """The error names it."""
    path = tmp_path / "a.po"
    path.write_bytes(held)
    with pytest.raises(BuildError, match=r"a\.po: not a catalogue"):
        read(path, "fr")


@pytest.mark.parametrize("page", pages(ROOT))
def test_catalogues_are_as_the_command_writes_them(page: str):
    """In the order of the page, with nothing that is not of it."""
    path = path_of(ROOT, "fr", page)
    found = read(path, "fr")
    again = updated(paragraphs(ROOT, page), found, "fr")
    assert held(again) == held(found)


def test_names_addresses_and_what_no_page_shows_have_no_translation():
    """Of a list of files, of events, of searches: only where words of the book stand among them."""
    listed = {one.text for one in paragraphs(ROOT, DATA)}
    assert "etalab decoupage-administratif, its eight yearly editions put together" in listed
    assert not any(text.startswith("github anct-carto/") for text in listed)
    assert "transcribed; no row checksum; agglomeration 17.4 %" in listed
    assert "column subset" not in listed
    events = {"events.csv": TOLD["events.csv"]}
    firms = {one.text for one in told(ROOT / "data" / "study" / "200066918", events)}
    assert "Alstom, then AMSF" in firms
    assert "Merlin Gérin" not in firms


def test_a_licence_known_from_habit_is_told_without_those_words_too():
    """So the list of files shows it."""
    listed = {one.text for one in paragraphs(ROOT, DATA)}
    short = "MIT of the repository the copy was found in; of the data Licence Ouverte 2.0 (Etalab)"
    assert {short, short + USUAL} <= listed


def test_texts_of_a_study_are_those_with_words():
    """A number alone and an empty cell have no translation."""
    found = told(ROOT / "data" / "study" / "200066918", TOLD)
    assert len(found) > 1000
    assert all(any(letter.isalpha() for letter in one.text) for one in found)
