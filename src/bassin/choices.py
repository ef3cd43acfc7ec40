"""Choices a caller makes: a year, a profession, a line, an indicator. A wrong one is named."""

from __future__ import annotations

import inspect
from collections.abc import Callable, Collection, Iterable, Iterator
from difflib import get_close_matches
from functools import wraps
from typing import Any, ParamSpec, TypeVar

import numpy as np

from bassin.errors import ChoiceError
from bassin.files.trace import unnoticed

P = ParamSpec("P")
T = TypeVar("T")
Value = TypeVar("Value")
#: What can be chosen: listed, or found from the object whose method is called.
Known = Collection[Any] | Callable[[Any], Collection[Any]]

#: How many choices a message lists, and how many of them because they are near.
SHOWN, NEAR = 12, 3


def chosen(name: str, value: Value, known: Collection[Any]) -> Value:
    """Give a choice back, if it is one.

    Parameters
    ----------
    name : str
        What is chosen: the name of the argument.
    value : object
    known : collection
        What can be chosen.

    Raises
    ------
    ChoiceError
        The message lists the choices, the nearest first.

    Examples
    --------
    >>> chosen("year", 2018, (2013, 2018))
    2018
    >>> chosen("year", 2019, (2013, 2018))
    Traceback (most recent call last):
    bassin.errors.ChoiceError: year=2019 is no choice. There are 2018, 2013.
    """
    choices = [_plain(one) for one in known]
    given = _plain(value)
    # True is 1 to Python, and no year or number is meant by it.
    if not isinstance(value, bool) and any(given == one for one in choices):
        return value
    near = _nearest(given, choices)
    listed = [*near, *(one for one in choices if one not in near)]
    told = ", ".join(map(str, listed[:SHOWN])) or "none"
    if len(listed) > SHOWN:
        told += f" ... ({len(listed)} in all)"
    raise ChoiceError(f"{name}={given!r} is no choice. There are {told}.", tuple(listed))


def choosing(**known: Known) -> Callable[[Callable[P, T]], Callable[P, T]]:
    """Refuse wrong choices before a function runs.

    Parameters
    ----------
    **known
        For an argument what can be chosen: listed, or a function of the first argument. Of a
        sequence of choices each is looked at; ``None`` passes where it is the default.

    Examples
    --------
    >>> @choosing(years=(2013, 2018))
    ... def between(years):
    ...     return years[-1] - years[0]
    >>> between((2013, 2018))
    5
    >>> between((2013, 2019))
    Traceback (most recent call last):
    bassin.errors.ChoiceError: years=2019 is no choice. There are 2018, 2013.
    """

    def refusing(function: Callable[P, T]) -> Callable[P, T]:
        signature = inspect.signature(function)

        @wraps(function)
        def choose(*args: P.args, **kwargs: P.kwargs) -> T:
            given = signature.bind(*args, **kwargs)
            given.apply_defaults()
            for name, choices in known.items():
                value = given.arguments[name]
                if value is None and signature.parameters[name].default is None:
                    continue
                # What a choice is held against is no evidence of what is computed with it.
                with unnoticed():
                    listed = choices(next(iter(given.args))) if callable(choices) else choices
                for one in _each(value):
                    chosen(name, one, listed)
            return function(*args, **kwargs)

        return choose

    return refusing


def years_of(known: Iterable[Any]) -> list[int]:
    """The whole numbers among the columns or rows of a table: its years.

    Examples
    --------
    >>> years_of(["name", 2013, 2018])
    [2013, 2018]
    """
    return [int(one) for one in known if isinstance(one, int | np.integer)]


def _each(value: Any) -> Iterator[Any]:
    """A choice, or those of a sequence, of pairs as well."""
    if isinstance(value, str) or not isinstance(value, Iterable):
        yield value
        return
    for one in value:
        yield from _each(one)


def _plain(value: Any) -> Any:
    return value.item() if isinstance(value, np.generic) else value


def _nearest(value: Any, choices: list[Any]) -> list[Any]:
    if isinstance(value, int | float) and all(isinstance(one, int | float) for one in choices):
        return sorted(choices, key=lambda one: abs(one - value))[:NEAR]
    if not isinstance(value, str):
        return []
    spelt = {str(one).casefold(): one for one in choices}
    return [spelt[one] for one in get_close_matches(value.casefold(), spelt, n=NEAR, cutoff=0.5)]
