"""Scripts of HTML documents that stand alone in a frame, and the data handed to them."""

from __future__ import annotations

import json
import re
from functools import cache
from importlib.resources import files
from typing import Any

#: A mark between the parts of a document: one between two marks may be in another document as well.
#: To a script it is a comment.
CUT = "/*cut*/"
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
