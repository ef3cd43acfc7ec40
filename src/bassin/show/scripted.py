"""Scripts of HTML documents that stand alone in a frame, and the data handed to them."""

from __future__ import annotations

import json
import re
from functools import cache
from html import escape
from importlib.resources import files
from typing import Any

from bassin.words import current

#: A mark between the parts of a document: one between two marks may be in another document as well.
#: To a script it is a comment.
CUT = "/*cut*/"
#: What is heard and not seen.
UNSEEN = "position:absolute;width:1px;height:1px;overflow:hidden;clip-path:inset(50%)"
_QUOTED = re.compile(r'"(?:[^"\\]|\\.)*"')  # a string of a JSON text
_RISKY = re.compile(r"[<>&'{}%#]")


def script_json(value: Any) -> str:
    r"""Write JSON that ends no script and holds nothing that a template would run.

    Examples
    --------
    >>> print(script_json({"a": "</script>{{ 7 }}"}))
    {"a":"\u003c/script\u003e\u007b\u007b 7 \u007d\u007d"}
    """
    text = json.dumps(value, allow_nan=False, sort_keys=True, separators=(",", ":"))
    return _QUOTED.sub(lambda quoted: _RISKY.sub(_as_code, quoted.group()), text)


def part_json(value: Any) -> str:
    """Write JSON as :func:`script_json`, between marks: what several documents of a site may hold.

    Examples
    --------
    >>> print(part_json([1, 2]))
    /*cut*/[1,2]/*cut*/
    """
    return f"{CUT}{script_json(value)}{CUT}"


def _as_code(found: re.Match[str]) -> str:
    return f"\\u{ord(found.group()):04x}"


@cache
def packaged(package: str, name: str) -> str:
    """Text of a file that lies beside a package's modules, wherever the package is installed."""
    return files(package).joinpath(*name.split("/")).read_text("utf-8")


def heading(title: str) -> str:
    """The heading of a document that shows none: what its frame is called, for those who listen.

    Examples
    --------
    >>> heading("A & B").endswith(">A &amp; B</h1>")
    True
    """
    return f'<h1 style="{UNSEEN}">{escape(title)}</h1>'


def document(title: str, style: str, *scripts: str) -> str:
    """A whole HTML document whose scripts fill its one ``main``; it asks nothing of a network.

    Parameters
    ----------
    title : str
    style : str
        Its style sheet.
    *scripts : str
        As JavaScript, in their order; what comes from data by :func:`script_json`.
    """
    run = "".join(f"<script>{script}</script>" for script in scripts)
    return (
        f'<!DOCTYPE html><html lang="{current().code}"><head><meta charset="utf-8">'
        '<meta name="viewport" content="width=device-width, initial-scale=1">'
        f"<title>{escape(title)}</title><style>{style}</style></head>"
        f"<body><main>{heading(title)}</main>{run}</body></html>"
    )
