"""Facts of each chapter: what its prose says, by the key it says it under.

A topic with a chapter has a module ``facts``, whose function of that name gathers them. A fact is a
number, a tuple of it, its format and its unit, a code, a phrase or a proper name: see
:func:`bassin.show.text.say`.
"""

from __future__ import annotations

from collections.abc import Mapping
from importlib import import_module
from typing import Any

from bassin.choices import chosen
from bassin.topics.gathered import Topics

#: What a chapter says: key, unique in the book, to fact.
Facts = Mapping[str, Any]

#: Chapter to the package of its topic, whose module ``facts`` has a function ``facts``.
CHAPTERS: Mapping[str, str] = {
    "territory": "perimeters",
    "waves": "waves",
    "population": "population",
    "ageing": "ageing",
    "health": "health",
    "poverty": "poverty",
    "education": "education",
    "reversal": "contrast",
    "risks": "risk",
    "instruments": "programmes",
    "ecosystem": "ecosystem",
    "land": "land",
    "travel": "travel",
}


def facts(study: Topics, chapter: str) -> Facts:
    """Facts of a chapter.

    Raises
    ------
    ChoiceError
        If there is no such chapter.
    """
    chosen("chapter", chapter, CHAPTERS)
    found: Facts = import_module(f"bassin.topics.{CHAPTERS[chapter]}.facts").facts(study)
    return found
