"""The pages of the library, made of its docstrings; an extension of the book.

Sections of a docstring, as numpydoc has them, are laid out by napoleon. That takes what stands
before a colon in the docstring of a property for a type; here it is a sentence like any other.
"""

from __future__ import annotations

from typing import Any

from sphinx.application import Sphinx
from sphinx.ext.napoleon import Config
from sphinx.ext.napoleon.docstring import NumpyDocstring

#: What autodoc calls that which has a value and no arguments.
VALUES = ("attribute", "data", "property")
#: Types are text: each word of one would be a link, and most lead nowhere.
LAYOUT: Any = Config(napoleon_use_param=False, napoleon_use_rtype=False)


def laid_out(
    app: Sphinx, what: str, name: str, documented: Any, options: Any, lines: list[str]
) -> None:
    """Lay the sections of a docstring out, in place."""
    kind = "object" if what in VALUES else what
    lines[:] = NumpyDocstring(lines, LAYOUT, app, kind, name, documented, options).lines()


def setup(app: Sphinx) -> dict[str, Any]:
    """Make the docstrings a part of the pages."""
    app.setup_extension("sphinx.ext.autodoc")
    app.connect("autodoc-process-docstring", laid_out)
    return {"parallel_read_safe": True, "parallel_write_safe": True}
