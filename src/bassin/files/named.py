"""How raw files are named at the foot of an exhibit: from the list of files, and from no notebook.

What an exhibit rests on is observed (:mod:`bassin.files.trace`), and each file observed is named:
by publisher, title and period, unless it is one of the perimeters, or one of too many.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from fnmatch import fnmatch
from itertools import groupby

from bassin.files.citation import Citation
from bassin.markup import Markdown
from bassin.phrase import Name, Phrase, Text

#: The perimeters: lists of codes, members, events, outlines and rivers, by which places are told
#: apart, carried from one day to another, and drawn. They are no measure of what is shown.
PERIMETERS = (
    "anct/fond_*.geojson",
    "dgcl/epcicom*",
    "france_travail/passage_*",
    "ign/communes*",
    "ign/france_rivers.gpkg",
    "insee/Intercommunalite_*",
    "insee/ZE2020_*",
    "insee/composition_epci_*",
    "insee/v_*_2023.csv",
)
#: Titles that a foot has at most; of more, the files of each publisher are counted.
MOST = 6


@dataclass(frozen=True)
class Listed:
    """A raw file as it is cited.

    Attributes
    ----------
    file, publisher, title, period : str
        As the manifest has them.
    made : Name, optional
        How it was made, where a third party computed it or it was typed.
    shared_alike : str
        The licence that asks for what is made from it to be shared alike; empty where none does.
    """

    file: str
    publisher: str
    title: str
    period: str
    made: Name | None = None
    shared_alike: str = ""

    @property
    def is_perimeter(self) -> bool:
        """Whether it is one of :data:`PERIMETERS`."""
        return any(fnmatch(self.file, pattern) for pattern in PERIMETERS)

    @property
    def titled(self) -> Citation:
        """Title, period and marks, without the publisher."""
        part = Citation("*", Text(self.title), "*", files=[self.file])
        if self.period.strip("-") and self.period not in self.title:
            part += Citation(" (", Text(self.period), ")")
        if self.made is not None:
            part += Citation(" [", self.made, "]")
        if self.shared_alike:
            part += Markdown(f" [{self.shared_alike}]")
        return part

    @property
    def cited(self) -> Citation:
        """Publisher, title, period and marks."""
        return Citation(Text(self.publisher), ", ") + self.titled


def joined(parts: Iterable[Citation], between: str = "; ") -> Citation:
    """Citations one after the other, each once; with the files of all.

    Examples
    --------
    >>> joined([Citation("INSEE", files=["a"]), Citation("INSEE", files=["b"])]).files
    ('a', 'b')
    """
    several = list(parts)
    once = dict.fromkeys(one.parts for one in several)
    text = [piece for parts in once for piece in (between, *parts)][1:]
    return Citation(*text, files=[file for one in several for file in one.files])


def named(files: Iterable[Listed], *, beside: bool = False) -> Citation:
    """Name what an exhibit rests on, in a line short enough to be read.

    The perimeters come last, by their publishers alone; where nothing else is named, they are named
    as any file. Of more than :data:`MOST` titles the files of each publisher are counted. One that
    is shared alike always has its title.

    Parameters
    ----------
    files : iterable of Listed
    beside : bool
        Whether an author names something beside them, such as lines of a text.

    Examples
    --------
    >>> income = Listed("insee/income.csv", "INSEE", "Income", "2020")
    >>> codes = Listed("insee/v_region_2023.csv", "INSEE", "COG 2023", "2023-01-01")
    >>> named([codes, income])
    Citation('INSEE', ', ', '*', 'Income', '*', ' (', '2020', ')', '; ', \
Phrase('source.perimeters'), 'INSEE')
    """
    every = sorted(set(files), key=lambda one: (one.publisher, one.file))
    if not beside and all(one.is_perimeter for one in every):
        return _by_publisher(every)
    alike = [one for one in every if one.shared_alike]
    measured = [one for one in every if not one.is_perimeter and one not in alike]
    ground = [one for one in every if one.is_perimeter and one not in alike]
    wide = len({one.cited for one in (*measured, *alike)}) > MOST
    parts = [_counted(measured) if wide else _by_publisher(measured), _by_publisher(alike)]
    return joined(part for part in (*parts, _perimeters(ground)) if part.files)


def _by_publisher(files: Sequence[Listed]) -> Citation:
    return joined(
        Citation(Text(publisher), ", ") + joined((one.titled for one in held), ", ")
        for publisher, held in groupby(files, key=lambda one: one.publisher)
    )


def _counted(files: Sequence[Listed]) -> Citation:
    count = [
        Citation(Text(publisher), Phrase("source.files", n=len([*held])))
        for publisher, held in groupby(files, key=lambda one: one.publisher)
    ]
    told = joined(count, ", ") + Citation(Phrase("source.each_named"))
    return Citation(*told.parts, files=[one.file for one in files])


def _perimeters(files: Sequence[Listed]) -> Citation:
    publishers = dict.fromkeys(one.publisher for one in files)
    names = joined((Citation(Text(one)) for one in publishers), ", ")
    told = Citation(Phrase("source.perimeters")) + names
    return Citation(*told.parts, files=[one.file for one in files])
