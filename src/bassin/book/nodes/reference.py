"""The pages of the library, made of its docstrings; an extension of the book.

Sections of a docstring, as numpydoc has them, are laid out by napoleon. That takes what stands
before a colon in the docstring of a property for a type; here it is a sentence like any other.
Docstrings are in the first language; where the pages speak another, they say so.
"""

from __future__ import annotations

from typing import Any

from docutils import nodes
from sphinx import addnodes
from sphinx.application import Sphinx
from sphinx.ext.napoleon import Config
from sphinx.ext.napoleon.docstring import NumpyDocstring

from bassin.words import LANGUAGES

#: What autodoc calls that which has a value and no arguments.
VALUES = ("attribute", "data", "property")
#: Types are text: each word of one would be a link, and most lead nowhere.
LAYOUT: Any = Config(napoleon_use_param=False, napoleon_use_rtype=False)
#: By this class docutils writes the language of an element.
SPOKEN = f"language-{LANGUAGES[0]}"


def laid_out(
    app: Sphinx, what: str, name: str, documented: Any, options: Any, lines: list[str]
) -> None:
    """Lay the sections of a docstring out, in place."""
    kind = "object" if what in VALUES else what
    lines[:] = NumpyDocstring(lines, LAYOUT, app, kind, name, documented, options).lines()
    if what == "module" and _is_foreign(app):
        lines[:] = [f".. rst-class:: {SPOKEN}", "", *(f"   {line}".rstrip() for line in lines), ""]


def spoken(app: Sphinx, page: nodes.document) -> None:
    """Tell of each class and function described in a page that its language is the first."""
    if not _is_foreign(app):
        return
    for one in page.findall(addnodes.desc):
        if SPOKEN not in _around(one):
            one["classes"].append(SPOKEN)


def _around(node: nodes.Node) -> set[str]:
    """Classes of what a node is in."""
    found: set[str] = set()
    while node.parent is not None:
        node = node.parent
        found.update(node.get("classes", []) if isinstance(node, nodes.Element) else [])
    return found


def _is_foreign(app: Sphinx) -> bool:
    """Whether the pages speak another language than the docstrings."""
    return str(app.config.language) != LANGUAGES[0]


def setup(app: Sphinx) -> dict[str, Any]:
    """Make the docstrings a part of the pages."""
    app.setup_extension("sphinx.ext.autodoc")
    app.connect("autodoc-process-docstring", laid_out)
    app.connect("doctree-read", spoken)
    return {"parallel_read_safe": True, "parallel_write_safe": True}
