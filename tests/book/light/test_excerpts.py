"""The texts that the page of results quotes are those of the pages."""

from __future__ import annotations

import json
from pathlib import Path

from bassin.book.light import excerpts

PAGE = """<html><head><title>no</title></head><body><nav>no</nav><article>
<section id="one"><h1>One<a class="headerlink" href="#one">#</a></h1>
<p>Text<br> &amp; <em>more</em>.</p><div class="a"><div class="highlight">code</div></div>
<section id="two"><h2>Two</h2><script>no()</script><img alt="no"><p>Alès</p></section>
<p>After</p></section></article><footer>no</footer></body></html>"""


def test_texts_are_those_of_the_sections():
    """In their order, without code, scripts, and what is around the article."""
    assert excerpts.texts_of(PAGE) == [("one", "One Text & more. After"), ("two", "Two Alès")]


def test_the_page_of_results_loads_the_texts(tmp_path: Path):
    """All pages but itself, by their names, before the script that quotes them."""
    (tmp_path / "_static").mkdir()
    (tmp_path / "notebooks").mkdir()
    (tmp_path / "_static" / "search.js").touch()
    pages = [tmp_path / "notebooks" / "a.html", tmp_path / "search.html"]
    pages[0].write_text(PAGE, encoding="utf-8")
    pages[1].write_text("<head></head><article>no</article>", encoding="utf-8")
    excerpts.write(tmp_path, pages)
    text = (tmp_path / "_static" / excerpts.FILE).read_text("utf-8")
    given = json.loads(text.removeprefix("var bassinTexts=").removesuffix(";\n"))
    assert given == {"notebooks/a": [["one", "One Text & more. After"], ["two", "Two Alès"]]}
    results = pages[1].read_text("utf-8")
    assert (
        0 < results.index("searchtexts.js") < results.index("search.js") < results.index("</head>")
    )
    assert pages[0].read_text("utf-8") == PAGE


def test_a_site_with_no_page_of_results_is_left_as_it_is(tmp_path: Path):
    """It has no search."""
    page = tmp_path / "a.html"
    page.write_text(PAGE, encoding="utf-8")
    excerpts.write(tmp_path, [page])
    assert list(tmp_path.rglob("*")) == [page]
