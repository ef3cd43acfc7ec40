"""Facts of each chapter: what its prose says, by the key it says it under.

A topic with a chapter has a module ``facts``, whose function of that name gathers them. A fact is a
number, a tuple of it, its format and its unit, a code, a phrase or a proper name: see
:func:`bassin.show.text.say`. What no file at hand tells of a territory is left out.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Mapping
from contextlib import suppress
from importlib import import_module
from numbers import Real
from typing import Any

import pandas as pd

from bassin.choices import chosen
from bassin.errors import PassageError, TerritoryError
from bassin.topics.gathered import Topics

#: What a chapter says: key, unique in the book, to fact.
Facts = Mapping[str, Any]

#: Chapter to the package of its topic, whose module ``facts`` has a function ``facts``.
CHAPTERS: Mapping[str, str] = {
    "territory": "perimeters",
    "waves": "waves",
    "outcome": "outcome",
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
    """Facts of a chapter; what no file at hand tells of a place is left out.

    Raises
    ------
    ChoiceError
        If there is no such chapter.
    """
    chosen("chapter", chapter, CHAPTERS)
    found: Facts = import_module(f"bassin.topics.{CHAPTERS[chapter]}.facts").facts(study)
    return known(found)


def joined(study: Topics, *parts: Callable[[Topics], Facts]) -> Facts:
    """Facts of the parts of a chapter, but of those that a territory cannot answer."""
    found: dict[str, Any] = {}
    for part in parts:
        with suppress(TerritoryError, PassageError):
            found |= part(study)
    return found


def known(said: Facts) -> Facts:
    """Those of some facts whose number is there.

    Examples
    --------
    >>> known({"people": 12, "rate": (float("nan"), ".1f", "%"), "name": "Alès"})
    {'people': 12, 'name': 'Alès'}
    """
    return {key: fact for key, fact in said.items() if _is_known(fact)}


def of_those_there(values: pd.Series, *form: str, **named: str) -> Facts:
    """Facts of some places by their code; those that the values do not have are left out.

    Parameters
    ----------
    values : Series
        Value by code.
    *form : str
        Format and unit, as :func:`bassin.show.text.say` takes them.
    **named : str
        Key of a fact to the code of its place.

    Examples
    --------
    >>> labels = pd.Series({"30007": "town"})
    >>> of_those_there(labels, kind_ales="30007", kind_combe="30132")
    {'kind_ales': 'town'}
    """
    return {
        key: (values[code], *form) if form else values[code]
        for key, code in named.items()
        if code in values.index
    }


def _is_known(fact: Any) -> bool:
    number = fact[0] if isinstance(fact, tuple) else fact
    return number is not pd.NA and (not isinstance(number, Real) or math.isfinite(number))
