"""Scripts of HTML documents that stand alone in a frame, and the data and words handed to them.

A script holds no word of its own: it says ``say("key")``, and is handed what the language of the
edition has for the keys that it says. What says them, :data:`SPEAKER`, is one for all scripts, of
frames and of pages.
"""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from functools import cache
from html import escape
from importlib.resources import files
from typing import Any

from bassin.words import current

#: A mark between the parts of a document: one between two marks may be in another document as well.
#: To a script it is a comment.
CUT = "/*cut*/"
#: Package and name of the script that speaks for the others, and stands before them.
SPEAKER = ("bassin.show", "assets/words.js")
#: What is heard and not seen.
UNSEEN = "position:absolute;width:1px;height:1px;overflow:hidden;clip-path:inset(50%)"
_QUOTED = re.compile(r'"(?:[^"\\]|\\.)*"')  # a string of a JSON text
_SAYS = re.compile(r"""\bsay\((["'])([\w.]+)\1""")
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


def words_of(script: str) -> Mapping[str, str | Mapping[str, str]]:
    """The words that a script says, in the language spoken: patterns by key, as they are.

    Parameters
    ----------
    script : str
        As JavaScript: a key stands in each ``say("...")`` of it.

    Raises
    ------
    WordError
        If the language has none for a key.

    Examples
    --------
    >>> words_of('say("table.shown", { n: 3, of: 12 })')
    {'table.shown': '{n} of {of}'}
    """
    return {key: current().forms(key) for key in sorted({key for _, key in _SAYS.findall(script)})}


def spoken(script: str) -> dict[str, Any]:
    """What a script of a frame is given to speak: a language, and its words in it."""
    return {"language": current().code, "words": words_of(script)}


def speaker() -> str:
    """The script that says the words of others, and orders names."""
    return packaged(*SPEAKER)


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
        As JavaScript, in their order, after the one that says their words; what comes from data by
        :func:`script_json`.
    """
    run = "".join(f"<script>{script}</script>" for script in (speaker(), *scripts))
    return (
        f'<!DOCTYPE html><html lang="{current().code}"><head><meta charset="utf-8">'
        '<meta name="viewport" content="width=device-width, initial-scale=1">'
        f"<title>{escape(title)}</title><style>{style}</style></head>"
        f"<body><main>{heading(title)}</main>{run}</body></html>"
    )
