"""Facts for the prose: written here once, pasted by ``{glue:text}`` in a page."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from bassin.phrase import Phrase
from bassin.places.names import PlaceName
from bassin.words import number, p_value, write


def say(facts: Mapping[str, Any]) -> None:
    """Keep facts for the prose, each under its key.

    A page shows one by ``{glue:text}`key``` in the same notebook and by
    ``{glue:text}`path/to/notebook.ipynb::key:s``` elsewhere.

    Parameters
    ----------
    facts : mapping
        Key, unique in the book, to a number, or to a tuple of it, its format and its unit as
        :func:`bassin.words.number` has them: ``{"population": 132799, "growth": (1.24, "+.1f",
        "%")}``, or the format ``"p"`` of a p-value; to a phrase, a code or the name of a place,
        which is put into words; or to a name, kept as it is and shown letter by letter.

    Raises
    ------
    ValueError
        If a number is not finite, or a word empty; the message names the key.
    """
    from myst_nb import glue

    for key, fact in facts.items():
        # A str, hence stored with its quotes: the role evaluates what is stored as a Python
        # literal, and would turn a bare 132,799 into the tuple (132, 799). The quotes do not reach
        # the page.
        glue(key, written(key, fact), display=False)


def written(key: str, fact: Any) -> str:
    """Write a fact as a page shows it.

    Parameters
    ----------
    key : str
        For the error.
    fact
        As :func:`say`.

    Examples
    --------
    >>> written("growth", (1.24, "+.1f", "%"))
    '+1.2%'
    """
    if isinstance(fact, (str, Phrase, PlaceName)):
        text = write(fact)
    else:
        try:
            value, *form = fact if isinstance(fact, tuple) else (fact,)
            text = p_value(value) if form == ["p"] else number(value, *form)
        except ValueError as error:
            raise ValueError(f"{key!r}: {error}") from error
    if not text:
        raise ValueError(f"{key!r}: nothing to say; give a number or a word")
    return text
