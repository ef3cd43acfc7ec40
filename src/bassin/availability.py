"""Whether a number is there: published, masked by secrecy, or missing. The three stay apart."""

from __future__ import annotations

#: The number is in the publisher's file.
PUBLISHED = "published"
#: The publisher masks it: too few people or firms stand behind it.
SECRET = "secret"
#: The publisher has none for this place.
MISSING = "missing"

#: All three, in the order of legends.
KINDS = (PUBLISHED, SECRET, MISSING)
