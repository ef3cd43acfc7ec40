"""Which language is spoken, and what it has words for.

A language is a package of ``bassin.words``, whose modules hold plain mappings:

``SENTENCES``   key of a phrase to its pattern, or to one by number: ``one``, ``other`` ...
``EXHIBITS``    name of an exhibit to its caption, labels, titles, units, formats
``NAMES``       code of a place, a side, a category to what it is called
``LABELS``      key of an indicator to its label: the name of the code ``indicator.<key>``
``COUNTS``      key of an indicator to what it counts: the name of the code ``counts.<key>``

and, in the package, ``LOCALE`` (for numbers and dates), ``DAY`` (format of a day), ``FIRST`` (how
the first day of a month is written, where not as a number), ``PERCENT`` (how a percentage is
written) and ``SPACES`` (what is typed to what is printed, as the space before a colon in French).

The language spoken is that of :func:`speaking`, else that of the edition: the environment variable
``EDITION``, else the first of :data:`LANGUAGES`.
"""

from __future__ import annotations

import importlib
import os
import pkgutil
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager, suppress
from contextvars import ContextVar
from dataclasses import dataclass, field
from functools import cache
from numbers import Real
from pathlib import Path
from types import ModuleType
from typing import Any

from babel import Locale

from bassin.errors import BassinError
from bassin.words.yearly import of_key

#: Languages there are words in; the first is that of the code.
LANGUAGES = ("en", "fr")
#: Environment variable that names the language of an edition, for a build and its kernels.
EDITION = "EDITION"
#: Words of an exhibit that are formats of numbers.
FORMATS = ("fmt", "formats")
_SPOKEN: ContextVar[str] = ContextVar("language", default="")


class WordError(BassinError):
    """There is no word, or not what the words want."""


@dataclass(frozen=True)
class Language:
    """Everything one language has words for."""

    code: str
    locale: str
    day: str
    percent: str
    sentences: Mapping[str, str | Mapping[str, str]]
    exhibits: Mapping[str, Mapping[str, Any]]
    names: Mapping[str, str]
    first: str = ""
    singular: Mapping[str, str] = field(default_factory=dict)

    def pattern(self, key: str, n: object = None) -> str:
        """Pattern of a phrase; where there is one by number, as for a plural, that of ``n``.

        Raises
        ------
        WordError
            If there is none, or ``n`` is wanted and is no number.
        """
        found = self.forms(key)
        if isinstance(found, str):
            return found
        if not isinstance(n, Real):
            raise WordError(f"phrase {key!r} has a pattern by number, and its n is {n!r}")
        form = Locale.parse(self.locale).plural_form(abs(float(n)))
        return str(found.get(form, found["other"]))

    def forms(self, key: str) -> str | Mapping[str, str]:
        """Pattern of a phrase, or all its patterns by number.

        Raises
        ------
        WordError
            If there is none.
        """
        found: str | Mapping[str, str] = self._find("SENTENCES", self.sentences, key)
        return found

    def exhibit(self, name: str) -> Mapping[str, Any]:
        """Words of an exhibit.

        Raises
        ------
        WordError
            If there are none.
        """
        words: Mapping[str, Any] = self._find("EXHIBITS", self.exhibits, name)
        return words

    def name(self, code: str) -> str:
        """What a code is called.

        Raises
        ------
        WordError
            If it has no name.
        """
        with suppress(KeyError):
            return str(of_key(self.names, code))
        return str(self._find("NAMES", self.names, code))

    def module(self, name: str) -> ModuleType:
        """Module of the language that holds the words of a subject, where these have keys apart."""
        return _module(self.code, name)

    def _find(self, kind: str, words: Mapping[str, Any], key: str) -> Any:
        if key not in words:
            raise WordError(f"bassin.words.{self.code}: no {kind} of {key!r}; add it")
        return words[key]

    def with_unit(self, written: str, unit: str, n: float | None = None) -> str:
        """A written number and its unit; that of the singular, where ``n`` takes it."""
        if unit == "%":
            return self.percent.format(n=written)
        if n is not None and unit and self.singular:
            one = Locale.parse(self.locale).plural_form(abs(n)) == "one"
            unit = self._of_one(unit) if one else unit
        return f"{written}\N{NO-BREAK SPACE}{unit}" if unit else written

    def _of_one(self, unit: str) -> str:
        """A unit after a number that takes the singular: as a whole, else by its first word."""
        first, space, rest = unit.partition(" ")
        return self.singular.get(unit) or f"{self.singular.get(first, first)}{space}{rest}"


def current() -> Language:
    """The language spoken.

    Raises
    ------
    WordError
        If it is that of the edition, and there are no words in it.
    """
    return load(_SPOKEN.get() or edition())


def edition() -> str:
    """Code of the language of the edition: that of the environment, else the first.

    Raises
    ------
    WordError
        If there are no words in it.
    """
    return _known(os.environ.get(EDITION) or LANGUAGES[0])


def of_edition(folder: Path) -> Path:
    """Where what is built in the language of the edition lies: apart, but in the first.

    Parameters
    ----------
    folder : Path
        That of the first language.

    Examples
    --------
    >>> of_edition(Path("_build")).as_posix()
    '_build'
    """
    code = edition()
    return folder if code == LANGUAGES[0] else folder / code


def _known(code: str) -> str:
    if code not in LANGUAGES:
        raise WordError(
            f"no words in {code!r}; languages: {', '.join(LANGUAGES)}. One is chosen by the "
            f"environment variable {EDITION}."
        )
    return code


@contextmanager
def speaking(code: str) -> Iterator[None]:
    """Speak another language for a while.

    Parameters
    ----------
    code : str
        Of :data:`LANGUAGES`.

    Examples
    --------
    >>> with speaking("fr"):
    ...     current().name("north_west")
    'nord et ouest'

    Raises
    ------
    WordError
        If there are no words in it.
    """
    token = _SPOKEN.set(_known(code))
    try:
        yield
    finally:
        _SPOKEN.reset(token)


@cache
def load(code: str) -> Language:
    """Gather the words of a language from its modules.

    Raises
    ------
    WordError
        If two modules have a word for the same key.
    """
    package = importlib.import_module(f"bassin.words.{code}")
    modules = [
        importlib.import_module(f"{package.__name__}.{found.name}")
        for found in pkgutil.iter_modules(package.__path__)
    ]
    gathered: dict[str, dict[str, Any]] = {"SENTENCES": {}, "EXHIBITS": {}, "NAMES": {}}
    for module in modules:
        labels = getattr(module, "LABELS", {})
        gathered["NAMES"].update({f"indicator.{key}": label for key, label in labels.items()})
        counts = getattr(module, "COUNTS", {})
        gathered["NAMES"].update({f"counts.{key}": said for key, said in counts.items()})
        for kind, words in gathered.items():
            own = getattr(module, kind, {})
            twice = sorted(words.keys() & own.keys())
            if twice:
                raise WordError(f"{module.__name__}.{kind}: {twice[0]!r} has words elsewhere too")
            words.update(own)
    printed = _spaced(gathered, package.SPACES)
    return Language(
        code=code,
        locale=package.LOCALE,
        day=package.DAY,
        percent=package.PERCENT,
        sentences=printed["SENTENCES"],
        exhibits=printed["EXHIBITS"],
        names=printed["NAMES"],
        first=package.FIRST,
        singular=package.SINGULAR,
    )


@cache
def _module(code: str, name: str) -> ModuleType:
    """A module of a language, its words as they are printed."""
    package = importlib.import_module(f"bassin.words.{code}")
    found = importlib.import_module(f"{package.__name__}.{name}")
    if not package.SPACES:
        return found
    printed = ModuleType(found.__name__)
    words = {key: word for key, word in vars(found).items() if key.isupper()}
    vars(printed).update(_spaced(words, package.SPACES))
    return printed


def _spaced(words: Any, spaces: Mapping[str, str]) -> Any:
    """Words with the spaces that the language has; keys stay as they are typed."""
    if isinstance(words, str):
        for typed, printed in spaces.items():
            words = type(words)(words.replace(typed, printed))
        return words
    if isinstance(words, Mapping):
        # A format is read by the code, which sets its space itself.
        return {k: w if k in FORMATS else _spaced(w, spaces) for k, w in words.items()}
    if isinstance(words, Sequence):
        return [_spaced(word, spaces) for word in words]
    return words
