"""What the theme writes, mended for those who listen to a page or go through it by keys."""

from __future__ import annotations

from pathlib import Path

from bassin.book.accessible import mend, mended_page


def test_a_button_that_shows_an_arrow_is_named_by_its_page():
    """Text of the page before it, whatever letters it has."""
    told = mended_page('<a class="x" href="#">A &amp; "B"</a><details open><summary><i></i>')
    assert '<summary aria-label="Pages under A &amp; &quot;B&quot;"><i>' in told


def test_a_fold_with_words_keeps_them():
    """No name is laid over a text that shows."""
    text = "<details><summary>Sources</summary>"
    assert mended_page(text) == text


def test_the_bar_is_a_landmark():
    """Once, with a name."""
    bar = '<div id="pst-primary-sidebar" class="bd-sidebar">'
    assert mended_page(bar).count('role="navigation" aria-label="') == 1


def test_works_are_items_of_their_list():
    """Those of the list of works."""
    told = mended_page('<div class="citation" id="id7" role="doc-biblioentry">')
    assert told == '<div class="citation" id="id7" role="listitem">'


def test_a_page_without_fault_is_left(tmp_path: Path):
    """Its file is not written again."""
    page = tmp_path / "a.html"
    page.write_text("<p>é</p>", encoding="utf-8")
    before = page.stat().st_mtime_ns
    mend([page])
    assert page.stat().st_mtime_ns == before
    assert page.read_text("utf-8") == "<p>é</p>"
