"""What a built book shows, read in its chapters and its pages."""

from __future__ import annotations

from pathlib import Path

from tests.fixtures.offered import written_book

from bassin.book.offered.shown import shown


def test_exhibits_have_the_numbers_and_titles_of_their_captions(tmp_path: Path):
    """In the order of the pages, the source left out."""
    every = shown(*written_book(tmp_path))
    assert [(one.name, one.page, one.number, one.title) for one in every] == [
        ("tab-towns", "notebooks/01_towns", "Table 1.1", "Two towns."),
        ("fig-years", "notebooks/01_towns", "Figure 1.1", "Years."),
    ]


def test_one_without_a_number_has_its_own_caption(tmp_path: Path):
    """Such as a list of sentences."""
    root, html = written_book(tmp_path)
    (html / "notebooks" / "01_towns.html").write_text("<h1>Towns</h1>", "utf-8")
    assert [(one.number, one.title) for one in shown(root, html)] == [
        ("", "Two towns."),
        ("", "Years."),
    ]
