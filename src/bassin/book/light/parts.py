"""Scripts and styles in the head of a page that it has no use for."""

from __future__ import annotations

import re
from typing import NamedTuple

#: The page of results, which alone reads the index.
SEARCH = "search.html"


class Part(NamedTuple):
    """Elements of a head: what tells them, and what a page holds that has a use for them."""

    told_by: str
    of_use_to: str


#: What a page may do without. ``(?!)`` matches nothing: no page has a use for it.
PARTS = (
    # The icons as drawings, all 2,000 of them; the font has those that are shown.
    Part(r"scripts/fontawesome\.js", "(?!)"),
    # Code that readers would run on a server: it is run when the book is built.
    Part(r"sphinx-thebe\.(?:js|css)|THEBE_JS_URL", "(?!)"),
    Part(r"sphinx-design\.min\.css|design-tabs\.js", r'class="(?:[^"]* )?sd-'),
    Part(r"frames\.js", r"<iframe [^>]*data-frame="),
    Part(r"_static/cite\.js", r'class="bassin-cite '),
    Part(r"_static/words\.js", r'class="(?:[^"]* )?bassin-(?:cite|ledger-data|searched)[ "]'),
    Part(r"vendor/mathjax|MathJax|mathjax", r'class="(?:[^"]* )?math[ "]'),
)
#: On every page the theme loads the index that only the page of results looks into.
INDEX = Part(r"(?:searchtools|language_data|searchindex)\.js", "(?!)")
_ELEMENT = re.compile(r"[ \t]*(<script\b[^>]*>.*?</script>|<link\b[^>]*>)\n?", re.DOTALL)


def kept(text: str, name: str) -> str:
    """A page without the scripts and styles of its head that it has no use for.

    Parameters
    ----------
    text : str
        A written page.
    name : str
        Name of its file.

    Examples
    --------
    >>> kept('<script src="s/scripts/fontawesome.js?a=1"></script><p>', "a.html")
    '<p>'
    """
    head, end, body = text.partition("</head>")
    if not end:
        head, body = text, ""
    parts = PARTS if name == SEARCH else (*PARTS, INDEX)
    useless = [part.told_by for part in parts if not re.search(part.of_use_to, body)]

    def judged(found: re.Match[str]) -> str:
        of = found[1]
        return "" if any(re.search(told, of) for told in useless) else found[0]

    return _ELEMENT.sub(judged, head) + end + body
