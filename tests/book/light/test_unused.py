"""Files that no page leads to are deleted, and no other."""

from __future__ import annotations

from pathlib import Path

import pytest

from bassin.book.light import unused

FILES = {
    "page.html": '<link href="_static/a.css?v=1"><script src="_static/scripts/a.js"></script>',
    "_images/figure.png": "",
    "_static/a.css": 'b{background:url("img/a%20b.png")} i{background:url(../_static/d.svg)}'
    "/*# sourceMappingURL=a.css.map */",
    "_static/a.css.map": "{}",
    "_static/d.svg": "<svg/>",
    "_static/scripts/a.js": "load('data.js')\n//# sourceMappingURL=a.js.map",
    "_static/scripts/a.js.map": "{}",
    "_static/scripts/b.js": "load('c.png')",
    "_static/data.js": "1",
    "_static/c.png": "",
    "_static/locales/fr/words.po": "",
    "_static/macros.html": '<i class="icon">b.js</i>',
}


@pytest.fixture
def left(tmp_path: Path) -> set[str]:
    """What is left of a site of one page."""
    for name, text in FILES.items():
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_text(text, encoding="utf-8")
    unused.delete(tmp_path, [tmp_path / "page.html"])
    style = (tmp_path / "_static" / "a.css").read_text("utf-8")
    assert style == FILES["_static/a.css"].partition("/*#")[0]
    assert (tmp_path / "_static/scripts/a.js").read_text("utf-8") == "load('data.js')"
    return {path.relative_to(tmp_path).as_posix() for path in tmp_path.rglob("*")}


def test_what_a_page_leads_to_is_kept(left: set[str]):
    """A style, what the style names, a script and what the script loads are."""
    assert left >= {"_static/a.css", "_static/d.svg", "_static/scripts/a.js", "_static/data.js"}


def test_the_rest_of_the_static_files_goes(left: set[str]):
    """So do maps of sources, a file that only an unused one names, and folders left empty."""
    gone = {name for name in FILES if name not in left}
    assert gone == {
        "_static/a.css.map",
        "_static/scripts/a.js.map",
        "_static/scripts/b.js",
        "_static/c.png",
        "_static/locales/fr/words.po",
        "_static/macros.html",
    }
    assert "_static/locales" not in left


def test_other_folders_are_left_alone(left: set[str]):
    """Images and pages are no matter of it."""
    assert left >= {"page.html", "_images/figure.png"}
