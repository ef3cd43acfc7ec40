"""Facts of each chapter: what its prose says, by the key it says it under.

A topic with a chapter has a module ``facts``, whose function of that name gathers them. A fact is a
number, a tuple of it, its format and its unit, a code, a phrase or a proper name: see
:func:`bassin.show.text.say`. What no file at hand tells of a territory is left out: a file that is
absent takes the parts of the chapter that need it with it, and no others. One that was changed
since it was listed is refused.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Iterable, Mapping
from contextlib import suppress
from importlib import import_module
from numbers import Real
from typing import Any, TypeVar

import pandas as pd

from bassin.choices import chosen
from bassin.errors import BassinError, MissingFileError, PassageError, TerritoryError
from bassin.topics.gathered import Topics

#: What the parts of a chapter are functions of.
Given = TypeVar("Given")
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
    "look_up": "look_up",
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


def joined(given: Given, *parts: Callable[[Given], Facts]) -> Facts:
    """As :func:`at_hand`, but of those parts that a territory cannot answer."""
    return _without((MissingFileError, TerritoryError, PassageError), given, parts)


def at_hand(given: Given, *parts: Callable[[Given], Facts]) -> Facts:
    """Facts of the parts of a chapter, but of those a file of which is absent.

    Parameters
    ----------
    given : object
        What each part is a function of: every topic, or one.
    *parts : callable

    Examples
    --------
    >>> def lost(number: int) -> Facts:
    ...     raise MissingFileError("insee/v_region_2023.csv: absent")
    >>> at_hand(3, lambda number: {"number": number}, lost)
    {'number': 3}
    """
    return _without((MissingFileError,), given, parts)


def _without(
    errors: tuple[type[BassinError], ...],
    given: Given,
    parts: Iterable[Callable[[Given], Facts]],
) -> Facts:
    found: dict[str, Any] = {}
    for part in parts:
        with suppress(*errors):
            found |= part(given)
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
    return (
        number is not None
        and number is not pd.NA
        and (not isinstance(number, Real) or math.isfinite(number))
    )
