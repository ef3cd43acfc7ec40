"""What is to be said, before it is put into words: a key and what varies.

Data and checks hold phrases; :mod:`bassin.words` writes them in the language of the edition.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from types import MappingProxyType
from typing import Any, Union

#: What a phrase may hold: a number, one with the digits that it is written with, a proper name,
#: another phrase, several of these.
Value = Union[float, int, Decimal, str, "Amount", "Phrase", Sequence["Value"]]


class Name(str):
    """The code of something that has a name in each language: a side, a direction, a category.

    Examples
    --------
    >>> Name("north_west") == "north_west"
    True
    """

    __slots__ = ()


class Text(str):
    """A text of a file of data, said in each language as a catalogue has it; else as it stands.

    Examples
    --------
    >>> Text("Main rivers of France") == "Main rivers of France"
    True
    """

    __slots__ = ()


@dataclass(frozen=True)
class Amount:
    """A value of a declared indicator, written with its unit and as many digits as it declares.

    Attributes
    ----------
    indicator : str
        Its key.
    value : float
    """

    indicator: str
    value: float


class Phrase:
    """A sentence, or a part of one, by its key.

    Parameters
    ----------
    key : str
        Of a pattern of ``bassin.words``.
    **values
        What the pattern names: numbers; proper names, written as they are; codes as a
        :class:`Name`; phrases; lists of these.

    Examples
    --------
    >>> Phrase("growth", pct=1.2, place="Alès")
    Phrase('growth', pct=1.2, place='Alès')
    """

    __slots__ = ("given", "key")

    def __init__(self, key: str, /, **values: Any) -> None:
        self.key = key
        self.given: Mapping[str, Any] = MappingProxyType(values)

    def __repr__(self) -> str:
        told = "".join(f", {name}={value!r}" for name, value in self.given.items())
        return f"Phrase({self.key!r}{told})"

    def __eq__(self, other: object) -> bool:
        if not isinstance(other, Phrase):
            return NotImplemented
        return (self.key, dict(self.given)) == (other.key, dict(other.given))

    def __hash__(self) -> int:
        return hash(self.key)  # what it holds may be a list

    def __reduce__(self) -> tuple[Any, ...]:
        """By what it is made of: a view of a mapping is not pickled."""
        return _again, (type(self), self.key, dict(self.given))


def _again(kind: type[Phrase], key: str, given: Mapping[str, Any]) -> Phrase:
    """A phrase from what it was made of."""
    return kind(key, **given)
