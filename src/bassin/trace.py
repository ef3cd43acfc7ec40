"""Which files a value rests on: noted while it is computed, and kept with it.

:class:`bassin.sources.Sources` says here which file it opens. A :class:`cached_property` keeps,
beside its value, the files that were opened to compute it, and says them again each time it is
asked for. So whatever runs inside :func:`recording` gets every file it rests on, those read earlier
and by others included: the files that it would open if it ran alone.

A topic whose ``of`` reads ten files is one value, which rests on all ten. The files of a check are
hence those that *may* move it; none that can is left out. What a change does move is for
:mod:`bassin.impact` to find by running the checks again.
"""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Any, Generic, Self, TypeVar, overload

T = TypeVar("T")

_recordings: list[set[str]] = []
# Number of the last change of each file that has changed in this process. A value computed before
# the last change of one of its files is computed anew.
_changes: dict[str, int] = {}
_clock = 0

#: Under which an object holds the values of its properties.
_KEEP = "_kept_values"


@contextmanager
def recording() -> Iterator[set[str]]:
    """Note the files that whatever runs inside rests on.

    Yields
    ------
    set of str
        Filled on the way: a raw file by its path in the manifest, a transcription as
        ``study/<name>``.
    """
    files: set[str] = set()
    _recordings.append(files)
    try:
        yield files
    finally:
        _recordings.pop()
        _note(files)


def opened(file: str) -> None:
    """Say that a file is being read."""
    _note({file})


def changed(file: str) -> None:
    """Say that a file is no longer what it was: the values that rest on it are forgotten."""
    global _clock
    _clock += 1
    _changes[file] = _clock


def _note(files: set[str] | frozenset[str]) -> None:
    if _recordings:
        _recordings[-1].update(files)


@dataclass(frozen=True)
class _Kept:
    """A value, the files it rests on, and the number of changes when it was computed."""

    value: Any
    files: frozenset[str]
    since: int

    @property
    def stale(self) -> bool:
        return any(_changes.get(file, 0) > self.since for file in self.files)


class Keep:
    """Values that remember which files they rest on, by a key.

    One is computed when it is first asked for, and again after :func:`changed` was said of one of
    its files.
    """

    def __init__(self) -> None:
        self._values: dict[Hashable, _Kept] = {}

    def get(self, key: Hashable, compute: Callable[[], T]) -> T:
        """Return the value of a key, computed if need be; whoever asks rests on its files."""
        kept = self._values.get(key)
        if kept is None or kept.stale:
            since = _clock
            with recording() as files:
                value = compute()
            self._values[key] = _Kept(value, frozenset(files), since)
            return value
        _note(kept.files)
        held: T = kept.value
        return held


class cached_property(Generic[T]):  # noqa: N801, named as the standard one it stands for
    """A property computed once for an object, that remembers which files it rests on.

    Like :class:`functools.cached_property`, but asked for again after :func:`changed` was said of
    one of its files, it is computed again.
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
        keep: Keep = instance.__dict__.setdefault(_KEEP, Keep())
        return keep.get(self.name, lambda: self.compute(instance))

    def __set__(self, instance: object, value: T) -> None:
        # Defined so that Python asks __get__ each time, and not the object's own dictionary.
        raise AttributeError(f"{self.name} is computed, not set")
