"""Scripts and styles go from the heads of pages that have no use for them, and from no other."""

from __future__ import annotations

import pytest

from bassin.book.light.parts import kept

ICONS = '<script defer src="../_static/scripts/fontawesome.js?digest=1"></script>'
SERVER = (
    '<script>const THEBE_JS_URL = "https://unpkg.com/thebe@0.8.2/lib/index.js"</script>',
    '<script async="async" src="../_static/sphinx-thebe.js?v=1"></script>',
    '<link rel="stylesheet" type="text/css" href="../_static/sphinx-thebe.css?v=1" />',
)
INDEX = tuple(
    f'<script src="{name}.js"></script>'
    for name in ("_static/searchtools", "_static/language_data", "searchindex")
)
FORMULAS = '<script defer="defer" src="../_static/vendor/mathjax-tex-svg.js"></script>'
DESIGN = (
    '<link rel="stylesheet" type="text/css" href="../_static/sphinx-design.min.css?v=6" />',
    '<script data-sd-tabs="x" src="../_static/design-tabs.js?v=1"></script>',
)
WORDS = '<script defer="defer" src="../_static/words.js?v=1"></script>'
OTHERS = (
    '<link rel="stylesheet" href="../_static/bassin.css" />',
    "<script>DOCUMENTATION_OPTIONS.pagename = 'a';</script>",
    '<script src="../_static/doctools.js"></script>',
)
EVERY = (ICONS, *SERVER, *INDEX, FORMULAS, *DESIGN, WORDS, *OTHERS)


def head_of(body: str, name: str = "a.html") -> list[str]:
    """Elements that are left in the head of a page that had them all."""
    page = "<html><head>\n" + "\n".join(EVERY) + f"\n</head><body>{body}</body></html>"
    text = kept(page, name)
    assert text.endswith(f"</head><body>{body}</body></html>")
    return [one for one in EVERY if one in text]


def test_a_plain_page_keeps_what_it_uses():
    """Nothing is left of what it has no use for; all else is, in its order."""
    assert head_of("<p>Words</p>") == list(OTHERS)


@pytest.mark.parametrize(
    ("body", "parts"),
    [
        ('<span class="math notranslate">a</span>', (FORMULAS,)),
        ('<div class="math">a</div>', (FORMULAS,)),
        ('<table class="bassin-table bassin-searched docutils">', (WORDS,)),
        ('<script type="application/json" class="bassin-ledger-data">', (WORDS,)),
        ('<div class="docutils sd-card">a</div>', DESIGN),
        ("<p>math sd-card</p>", ()),
    ],
)
def test_a_page_keeps_the_part_that_it_has_a_use_for(body: str, parts: tuple[str, ...]):
    """A formula keeps the script that draws it, a card its style; words about them do not."""
    assert set(head_of(body)) == {*OTHERS, *parts}


def test_the_page_of_results_keeps_the_index():
    """It alone looks into it."""
    assert set(head_of("<p>Words</p>", "search.html")) == {*OTHERS, *INDEX}


def test_a_page_that_tells_of_a_script_is_left_alone():
    """What stands in the body is what an author wrote."""
    body = '<pre>&lt;script&gt;</pre><script src="scripts/fontawesome.js"></script>'
    assert kept(f"<head></head>{body}", "a.html") == f"<head></head>{body}"
