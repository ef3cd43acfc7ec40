"""Which vintages of a dataset are there, and where each lies.

A dataset is what a publisher gives again each year, in one layout. Its vintages are those that
``data/sources.csv`` lists, so that a reader asks for all that are there and a new one is read with
no line of code.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable

from bassin.errors import SourceError
from bassin.files.manifest import MANIFEST
from bassin.files.sources import Sources


def vintages(sources: Sources, dataset: str) -> list[int]:
    """Years of which the manifest has a file of a dataset, in order.

    A year without a row in the middle is left out, and nothing stands in for it. Where the file of
    one is gone, reading it says so: nothing is shorter by it in silence.

    Examples
    --------
    >>> vintages(Sources(), "no-such-series")
    []
    """
    return [*_files(sources, dataset)]


def file_of(sources: Sources, dataset: str, vintage: int) -> str:
    """Path of one vintage, as in the manifest; reading it names the file where it is not at hand.

    Raises
    ------
    SourceError
        If none is listed; the message gives the vintages there are.
    """
    if not isinstance(vintage, int) or isinstance(vintage, bool):
        raise SourceError(
            f"vintage {vintage!r} of {dataset}: a vintage is a whole number, as 2023, no "
            f"{type(vintage).__name__}."
        )
    files = _files(sources, dataset)
    if vintage not in files:
        there = ", ".join(map(str, vintages(sources, dataset))) or "none"
        raise SourceError(
            f"no vintage {vintage} of {dataset} is listed in {sources.root / MANIFEST}; there: "
            f"{there}. Take its file in with `bassin accept` (see data/README.md)."
        )
    return files[vintage]


def first_of(sources: Sources, dataset: str, year: int) -> int:
    """Vintage that a year is read from, where each file gives the years before its own too.

    It is the first vintage from that year on, so that one more vintage, which gives some years
    again, moves no number; after the last vintage it is the last.

    Raises
    ------
    SourceError
        If no vintage is listed.
    """
    there = vintages(sources, dataset)
    if not there:
        file_of(sources, dataset, year)
    return next((vintage for vintage in there if vintage >= year), there[-1])


def each(dataset: str) -> Callable[[Sources], Iterable[object]]:
    """Vintages listed as a function of :class:`.Sources`, the values a reader can be asked for."""
    return lambda sources: vintages(sources, dataset)


def pairs(stem: str, levels: Iterable[str]) -> Callable[[Sources], Iterable[tuple[str, int]]]:
    """Level and vintage of each file listed of some datasets, ``<stem>.<level>``."""
    return lambda sources: [
        (level, year) for level in levels for year in vintages(sources, f"{stem}.{level}")
    ]


def _files(sources: Sources, dataset: str) -> dict[int, str]:
    rows = sources.by_dataset.get(dataset, [])
    return dict(sorted((int(vintage), file) for vintage, file in rows))
