"""Numbers and words for the prose: formatted here once, pasted by ``{glue:text}`` in a page."""

from __future__ import annotations

import math
from collections.abc import Mapping
from typing import Any

MINUS = "\N{MINUS SIGN}"
NBSP = "\N{NO-BREAK SPACE}"


def number(value: float, spec: str = ",.0f", unit: str = "") -> str:
    """Write a number as English prose does.

    Thousands take a comma, decimals a point, negatives the true minus sign. A unit follows a
    non-breaking space, except the percent sign, which touches its number.

    Parameters
    ----------
    value : float
        The number. Zero never keeps a minus sign, whatever it was rounded from.
    spec : str
        A format specification, such as ``",.0f"``, ``".1f"`` or ``"+.1f"``.
    unit : str
        What is counted, such as ``"km"`` or ``"%"``; nothing by default.

    Raises
    ------
    ValueError
        If the value is not finite: a missing number is to be said in words.

    Examples
    --------
    >>> number(132799)
    '132,799'
    >>> number(-3.24, ".1f", "%")
    '−3.2%'
    >>> number(-0.001, "+.1f")
    '0.0'
    """
    if not math.isfinite(value):
        raise ValueError(f"{value!r} cannot be written as a number: say in words why it is missing")
    written = format(value, spec)
    if not any(digit in written for digit in "123456789"):
        written = written.lstrip("+-")
    written = written.replace("-", MINUS)
    if not unit:
        return written
    return f"{written}{unit}" if unit == "%" else f"{written}{NBSP}{unit}"


def compass(degrees: float) -> str:
    """Nearest of eight directions.

    Parameters
    ----------
    degrees : float
        Clockwise from north.

    Examples
    --------
    >>> compass(142)
    'south-east'
    >>> compass(350)
    'north'
    """
    names = ["north", "north-east", "east", "south-east"]
    names += ["south", "south-west", "west", "north-west"]
    return names[round(degrees % 360 / 45) % 8]


def p_value(p: float) -> str:
    """Write a p-value: three decimals under a tenth, two over, and no zero.

    Parameters
    ----------
    p : float

    Raises
    ------
    ValueError
        If it is not between 0 and 1.

    Examples
    --------
    >>> p_value(0.0313), p_value(0.5), p_value(1)
    ('0.031', '0.50', '1.00')
    """
    if not 0 <= p <= 1:
        raise ValueError(f"{p!r} is no p-value: it lies between 0 and 1")
    if p < 0.001:
        return f"<{NBSP}0.001"
    return number(p, ".3f" if p < 0.1 else ".2f")


def say(key: str, value: float | str, spec: str = ",.0f", unit: str = "") -> None:
    """Keep a number, or a word, for the prose under a key.

    A page shows it by ``{glue:text}`key``` in the same notebook and by
    ``{glue:text}`path/to/notebook.ipynb::key:s``` elsewhere.

    Parameters
    ----------
    key : str
        Name of the value, unique in the book.
    value : float or str
        A number is written by :func:`number`; a word is kept as it is, and shown letter by letter.
    spec, unit : str
        As in :func:`number`; without effect on a word.

    Raises
    ------
    ValueError
        If the number is not finite, or the word empty; the message names the key.
    """
    from myst_nb import glue

    if isinstance(value, str):
        written = value
    else:
        try:
            written = number(value, spec, unit)
        except ValueError as error:
            raise ValueError(f"{key!r}: {error}") from error
    if not written:
        raise ValueError(f"{key!r}: nothing to say; give a number or a word")
    # A str, hence stored with its quotes: the role evaluates what is stored as a Python literal,
    # and would turn a bare 132,799 into the tuple (132, 799). The quotes do not reach the page.
    glue(key, written, display=False)


def say_all(values: Mapping[str, Any]) -> None:
    """Keep several values for the prose.

    Parameters
    ----------
    values : mapping
        Key to a value, or to a tuple of the arguments of :func:`say` after the key:
        ``{"population": 132799, "growth": (1.24, "+.1f", "%")}``.

    Raises
    ------
    ValueError
        As :func:`say` does.
    """
    for key, value in values.items():
        arguments = value if isinstance(value, tuple) else (value,)
        say(key, *arguments)
