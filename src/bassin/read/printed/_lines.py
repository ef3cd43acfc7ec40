"""How a table says where in the study's text it was read."""

from __future__ import annotations

#: Lines of the text: one passage.
PASSAGE = r"\d+(-\d+)?"
#: Lines of the text: one passage or several.
PASSAGES = r"\d+(-\d+)?(; \d+(-\d+)?)*"
