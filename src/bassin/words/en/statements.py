"""What the text itself states, in English."""

from __future__ import annotations

from collections.abc import Mapping

SENTENCES: Mapping[str, str] = {
    "statements.repeated": "The text says {each}.",
    "statements.on_line": "{number:d} on line {line:d}",
    "statements.decimal_on_line": "{number:.1f} on line {line:d}",
}
