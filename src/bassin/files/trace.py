"""Which files a value rests on: noted while it is computed, and kept with it.

:class:`bassin.files.sources.Sources` says here which file it opens. A :class:`cached_property`
keeps, beside its value, the files that were opened to compute it, and says them again each time it
is asked for. So whatever runs inside :func:`recording` gets every file it rests on, those read
earlier and by others included: the files that it would open if it ran alone.

A file is noted by its :class:`Edition`. When another takes its place the edition is outdated, and a
value that rests on it is computed anew when it is next asked for. Nothing is kept in this module:
what is being recorded belongs to the thread or task that records, what was kept to its object.
"""

from __future__ import annotations

import inspect
from collections.abc import Callable, Hashable, Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass, field
from functools import wraps
from typing import Any, Concatenate, Generic, ParamSpec, Self, TypeVar, cast, overload

import pandas as pd

from bassin.files.named import Listed

P = ParamSpec("P")
T = TypeVar("T")

#: Under which an object holds the values of its properties.
KEEP = "_kept_values"


@dataclass(eq=False)
class Edition:
    """What a file holds, until it is replaced.

    Attributes
    ----------
    file : str
        A raw file by its path in the manifest, a transcription as ``study/<name>``.
    outdated : bool
        Whether something else is read in its place by now.
    listed : Listed or None
        How it is named wherever something made from it is shown; None of a transcription.
    """

    file: str
    outdated: bool = False
    listed: Listed | None = None


@dataclass
class Recording:
    """The editions that whatever runs rests on, filled on the way."""

    editions: set[Edition] = field(default_factory=set)

    @property
    def files(self) -> set[str]:
        """Their files."""
        return {edition.file for edition in self.editions}


_running: ContextVar[Recording | None] = ContextVar("bassin_recording", default=None)


@contextmanager
def recording() -> Iterator[Recording]:
    """Note the files that whatever runs inside rests on.

    Yields
    ------
    Recording

    Examples
    --------
    >>> with recording() as noted:
    ...     opened(Edition("insee/v_region_2023.csv"))
    >>> noted.files
    {'insee/v_region_2023.csv'}
    """
    noted = Recording()
    token = _running.set(noted)
    try:
        yield noted
    finally:
        _running.reset(token)
        note(noted.editions)


@contextmanager
def unnoticed() -> Iterator[None]:
    """Have what is read inside noted by nobody: a check that gives no value rests on nothing."""
    token = _running.set(None)
    try:
        yield
    finally:
        _running.reset(token)


def opened(edition: Edition) -> None:
    """Say that a file is being read."""
    note({edition})


def note(editions: set[Edition] | frozenset[Edition]) -> None:
    """Say that what runs uses a value that rests on some editions."""
    noted = _running.get()
    if noted is not None:
        noted.editions.update(editions)


def so_far() -> frozenset[Edition]:
    """Return what has been noted up to now of what runs; nothing where nobody records.

    Examples
    --------
    >>> with recording():
    ...     opened(Edition("insee/v_region_2023.csv"))
    ...     sorted(edition.file for edition in so_far())
    ['insee/v_region_2023.csv']
    >>> so_far()
    frozenset()
    """
    noted = _running.get()
    return frozenset() if noted is None else frozenset(noted.editions)


@dataclass(frozen=True)
class _Kept:
    """A value, and the editions it rests on."""

    value: Any
    editions: frozenset[Edition] = frozenset()

    @property
    def outdated(self) -> bool:
        return any(edition.outdated for edition in self.editions)


class Keep:
    """Values that remember which files they rest on, by a key.

    One is computed when it is first asked for, and again once one of its files was replaced.
    """

    def __init__(self) -> None:
        self._values: dict[Hashable, _Kept] = {}

    def get(self, key: Hashable, compute: Callable[[], T]) -> T:
        """Return the value of a key, computed if need be; whoever asks rests on its files."""
        kept = self._values.get(key)
        if kept is None or kept.outdated:
            with recording() as noted:
                value = compute()
            self._values[key] = _Kept(value, frozenset(noted.editions))
            return value
        note(kept.editions)
        held: T = kept.value
        return held

    def held(self, key: Hashable) -> tuple[Any, frozenset[Edition]] | None:
        """Return a value that is there and not outdated, with its editions; nobody rests on it."""
        kept = self._values.get(key)
        return None if kept is None or kept.outdated else (kept.value, kept.editions)

    def names(self) -> list[str]:
        """Keys that are names, such as those of calls of readers."""
        return [key for key in self._values if isinstance(key, str)]

    def put(self, key: Hashable, value: object) -> None:
        """Give a key a value that rests on no file."""
        self._values[key] = _Kept(value)


def kept_by(owner: object) -> Keep:
    """Return the values of the :class:`cached_property` of an object."""
    keep: Keep = owner.__dict__.setdefault(KEEP, Keep())
    return keep


class cached_property(Generic[T]):  # noqa: N801, named as the standard one it stands for
    """A property computed once for an object, that remembers which files it rests on.

    Like :class:`functools.cached_property`, but asked for again after one of its files was
    replaced, it is computed again.
    """

    def __init__(self, compute: Callable[[Any], T]) -> None:
        self.compute = compute
        self.__doc__ = compute.__doc__
        self.name = compute.__name__

    def __set_name__(self, owner: type, name: str) -> None:
        self.name = name

    @overload
    def __get__(self, instance: None, owner: type | None = None) -> Self: ...
    @overload
    def __get__(self, instance: object, owner: type | None = None) -> T: ...
    def __get__(self, instance: object | None, owner: type | None = None) -> Self | T:
        if instance is None:
            return self
        return kept_by(instance).get(self.name, lambda: self.compute(instance))

    def __set__(self, instance: object, value: T) -> None:
        # Defined so that Python asks __get__ each time, and not the object's own dictionary.
        raise AttributeError(f"{self.name} is computed, not set")


def cached_method(method: Callable[Concatenate[Any, P], T]) -> Callable[Concatenate[Any, P], T]:
    """Make a method computed once for an object and each of its arguments.

    As :class:`cached_property`: computed again after one of the files was replaced that it rests
    on. Each caller gets a table of its own, which costs nothing as long as nobody writes to it.

    Parameters
    ----------
    method : callable
        Of arguments that can be the key of a mapping.
    """
    signature = inspect.signature(method)

    @wraps(method)
    def asked(self: Any, /, *args: P.args, **words: P.kwargs) -> T:
        bound = signature.bind(self, *args, **words)
        bound.apply_defaults()
        key = (method.__name__, *[*bound.arguments.values()][1:])
        value = kept_by(self).get(key, lambda: method(self, *args, **words))
        return (
            cast(T, value.copy(deep=False))
            if isinstance(value, pd.DataFrame | pd.Series)
            else value
        )

    return asked
