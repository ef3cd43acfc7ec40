"""What a built book shows, read in its chapters and its pages."""

from __future__ import annotations

from pathlib import Path

from tests.fixtures.offered import written_book

from bassin.book.offered.shown import captions_of, list_outputs, shown
from bassin.words import speaking


def test_exhibits_have_the_numbers_and_titles_of_their_captions(tmp_path: Path):
    """In the order of the pages, the source left out."""
    every = shown(*written_book(tmp_path))
    assert [(one.name, one.page, one.number, one.title) for one in every] == [
        ("tab-towns", "notebooks/01_towns", "Table 1.1", "Two towns."),
        ("fig-years", "notebooks/01_towns", "Figure 1.1", "Years."),
    ]


def test_a_title_ends_where_the_source_begins_in_either_language():
    """Its spaces are those of the language."""
    page = (
        '<span class="caption-number">Figure 1 </span><span class="caption-text">Des années. '
        'Source\N{NARROW NO-BREAK SPACE}: <em>Insee</em>.</span><a class="headerlink" '
        'href="#fig-a" title="x">#</a>'
    )
    with speaking("fr"):
        assert captions_of(page) == {"fig-a": ("Figure 1", "Des années.")}


def test_one_without_a_number_has_its_own_caption(tmp_path: Path):
    """Such as a list of sentences."""
    root, html = written_book(tmp_path)
    (html / "notebooks" / "01_towns.html").write_text("<h1>Towns</h1>", "utf-8")
    assert [(one.number, one.title) for one in shown(root, html)] == [
        ("", "Two towns."),
        ("", "Years."),
    ]


def test_what_a_book_shows_is_listed_with_its_notebook_and_data(tmp_path: Path):
    """At the mark of the page; where there is no such page, nothing is written."""
    root, html = written_book(tmp_path)
    every = shown(root, html)
    list_outputs(html, "book/replication", every)
    assert not (html / "book").exists()
    (html / "book").mkdir()
    page = html / "book" / "replication.html"
    page.write_text('<div class="bassin-outputs docutils container">\n<p>x</p>\n</div>y', "utf-8")
    list_outputs(html, "book/replication", every)
    text = page.read_text("utf-8")
    assert text.endswith("</div>y")
    assert '<a href="../notebooks/01_towns.html#fig-years">Figure 1.1</a></td><td>Years.' in text
    assert '<a download="" href="../data/tab-towns.csv">' in text
    assert text.count("<code>notebooks/01_towns.ipynb</code>") == 2
