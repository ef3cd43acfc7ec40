"""What a portrait is made of: facts, sentences of a kind, and what could not be said."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Final, Literal

from bassin.phrase import Phrase

#: A level alone; a level beside those of other places; a change; a place among others; what is not
#: said, and why.
Kind = Literal["level", "comparison", "change", "rank", "refusal"]
LEVEL: Final = "level"
COMPARISON: Final = "comparison"
CHANGE: Final = "change"
RANK: Final = "rank"
REFUSAL: Final = "refusal"


@dataclass(frozen=True)
class Fact:
    """A number of a place, and where it comes from.

    Attributes
    ----------
    indicator : str
        Key of the catalogue; else a code of this portrait, such as ``"communes"``.
    place : str
        ``"EPCI-200066918"``, ``"DEP-30"``, ``"ZE-7603"``, ``"FRANCE"`` or a commune.
    period : str
        Year, or first and last year.
    value : float
        Finite.
    unit : str
        Key of the unit in the words; empty of what is a count or a place.
    files : tuple of str
        Raw files it is read from, those of the geography aside.
    """

    indicator: str
    place: str
    period: str
    value: float
    unit: str = ""
    files: tuple[str, ...] = ()


@dataclass(frozen=True)
class Sentence:
    """A whole sentence, its kind, and the facts that every number of it comes from.

    Attributes
    ----------
    kind : str
        One of :data:`Kind`.
    phrase : Phrase
        Its pattern is a whole sentence of the words.
    facts : tuple of Fact
    """

    kind: Kind
    phrase: Phrase
    facts: tuple[Fact, ...] = ()


@dataclass(frozen=True)
class Told:
    """What a section says, and what it does not.

    Attributes
    ----------
    sentences : tuple of Sentence
    refused : tuple of Sentence
        Of the kind ``"refusal"``.
    """

    sentences: tuple[Sentence, ...]
    refused: tuple[Sentence, ...]

    @classmethod
    def of(cls, made: Iterable[Sentence]) -> Told:
        """Part what is said from what is refused; each refusal once.

        Examples
        --------
        >>> one = Sentence("refusal", Phrase("portrait.no_sides"))
        >>> len(Told.of([one, one]).refused)
        1
        """
        said: list[Sentence] = []
        refused: list[Sentence] = []
        for one in made:
            if one.kind != REFUSAL:
                said.append(one)
            elif one not in refused:
                refused.append(one)
        return cls(tuple(said), tuple(refused))

    @property
    def facts(self) -> tuple[Fact, ...]:
        """Every fact of what is said, each once."""
        return tuple(dict.fromkeys(fact for one in self.sentences for fact in one.facts))
