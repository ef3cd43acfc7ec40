"""The two pages: what stands where, and their words."""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from matplotlib.figure import Figure

from bassin.phrase import Name, Phrase
from bassin.places.names import Called
from bassin.show.summary import ground, strips
from bassin.show.summary.paper import (
    HEIGHT,
    MARGIN,
    WIDTH,
    Sheet,
    fitting,
    height_of,
    lines,
    printed,
)
from bassin.show.tokens import CONTEXT, FAINT, INK
from bassin.topics.summary.local import Summary
from bassin.words import write

_ACROSS = WIDTH - 2 * MARGIN
#: Where the map ends.
_MAP_END = 200.0
#: Sizes that the name of a place may have, the largest at which it takes a line or two.
_TITLE = (22.0, 19.0, 17.0, 15.0, 13.0, 11.0)
_SMALL, _TEXT, _HEADING = 7.0, 9.6, 11.0
#: Sizes of the sources, the largest at which they fit.
_SOURCES = (6.4, 6.1, 5.8, 5.4, 5.0, 4.6)
_FOOT = HEIGHT - 13.0


@dataclass(frozen=True)
class Pages:
    """Two drawn pages, and what their file says of itself.

    Attributes
    ----------
    figures : tuple of Figure
    title, subject, author : str
    """

    figures: tuple[Figure, ...]
    title: str
    subject: str
    author: str


def drawn(summary: Summary) -> Pages:
    """Draw the two pages of a place.

    Parameters
    ----------
    summary : Summary
    """
    name = write(summary.territory.called)
    with printed():
        one = _first(summary, name)
        other = _second(summary, name)
    return Pages(
        figures=(one.figure, other.figure),
        title=write(Phrase("summary.title", place=summary.territory.called)),
        subject=_dated(summary),
        author=write(Phrase("summary.author")),
    )


def _first(summary: Summary, name: str) -> Sheet:
    """The place: its name, its map, what stands out."""
    sheet = Sheet()
    sheet.text(MARGIN, 12.0, write(Phrase("summary.head")), _SMALL, color=FAINT)
    size = fitting(name, _ACROSS, _TITLE, 1, bold=True)
    below = sheet.block(MARGIN, 17.0, _ACROSS, name, size, fontweight="bold")
    top = sheet.block(MARGIN, below + 1.0, _ACROSS, _what(summary), _TEXT) + 3.0
    if not summary.ground.own.empty:
        ax = sheet.axes(MARGIN, top, _ACROSS, _MAP_END - top)
        ground.draw(ax, summary.ground, _ACROSS, _MAP_END - top)
    down = ground.legend(sheet, _MAP_END + 1.0, name, summary.ground) + 3.0
    known = "" if summary.is_known else "_instead"
    sheet.text(MARGIN, down, write(Phrase(f"summary.told{known}")), _HEADING, fontweight="bold")
    down += 7.0
    for one in summary.sentences:
        sheet.mark(MARGIN + 1.2, down + 2.0, marker="o", color=INK, markersize=3)
        down = sheet.block(MARGIN + 5, down, _ACROSS - 5, write(one.phrase), _TEXT) + 2.2
    rule = write(Phrase(f"summary.rule{known}"))
    sheet.block(MARGIN, down + 1.0, _ACROSS, rule, _SMALL, color=FAINT)
    _foot(sheet, summary, name, 1)
    return sheet


def _what(summary: Summary) -> str:
    """What the place is: legal form, communes, people, departements, region."""
    strip = next(one for one in summary.strips if one.key.startswith("population_"))
    called = summary.territory.called
    told = {
        "form": Name(f"legal_form.{called.form}"),
        "communes": Phrase("count.commune", n=summary.size),
        "departements": Phrase(
            "summary.departements", n=len(summary.straddled), names=list(summary.straddled)
        ),
        "region": summary.around_names["region"],
        "siren": summary.territory.code,
    }
    if math.isfinite(strip.here):
        return write(Phrase("summary.what_peopled", people=int(strip.here), year=2023, **told))
    return write(Phrase("summary.what", **told))


def _second(summary: Summary, name: str) -> Sheet:
    """The place among all: strips, sources."""
    sheet = Sheet()
    size = fitting(name, _ACROSS, (15.0, 13.0, 11.0, 9.0), 1, bold=True)
    sheet.text(MARGIN, 12.0, name, size, fontweight="bold")
    sheet.text(MARGIN, 19.5, write(Phrase("summary.among")), _TEXT)
    named: dict[str, Called] = {"here": name, **summary.around_names}
    top = strips.legend(sheet, 25.0, named) + 1.5
    numbered = _numbered(summary)
    down = strips.draw(sheet, summary.strips, top, _numbers(summary, numbered))
    sheet.rule(down + 0.5, CONTEXT)
    sheet.block(MARGIN, down + 1.5, _ACROSS, write(Phrase("summary.read")), 6.0, color=FAINT)
    _sources(sheet, summary, numbered, down + 8.0)
    _foot(sheet, summary, name, 2)
    return sheet


def _numbered(summary: Summary) -> Mapping[str, int]:
    """Number of each source, in the order of the strips."""
    return {file: rank for rank, file in enumerate(summary.files, start=1)}


def _numbers(summary: Summary, numbered: Mapping[str, int]) -> Mapping[str, str]:
    """Numbers of the sources of each strip."""
    return {one.key: ", ".join(str(numbered[file]) for file in one.files) for one in summary.strips}


def _sources(sheet: Sheet, summary: Summary, numbered: Mapping[str, int], top: float) -> None:
    """List the sources in two columns, as large as they fit."""
    sheet.text(MARGIN, top, write(Phrase("summary.sources")), _SMALL, fontweight="bold")
    told = [
        write(Phrase("summary.source", rank=str(rank), source=_source(summary, file)))
        for file, rank in numbered.items()
    ]
    top, wide = top + 4.0, (_ACROSS - 5) / 2
    room = _FOOT - 2.0 - top
    for size in _SOURCES:
        broken = [lines(one, wide, size) for one in told]
        first, other = _halves(broken)
        if height_of(max(map(len, (first, other))), size) <= room:
            break
    for left, column in ((MARGIN, first), (MARGIN + wide + 5, other)):
        sheet.text(left, top, "\n".join(column), size)


def _halves(broken: Sequence[Sequence[str]]) -> tuple[list[str], list[str]]:
    """Two columns of lines, as even as they can be; no source is parted."""
    total = sum(map(len, broken))
    first: list[str] = []
    other: list[str] = []
    for one in broken:
        column = first if not other and len(first) + len(one) / 2 <= total / 2 else other
        column += one
    return first, other


def _source(summary: Summary, file: str) -> Phrase:
    """A raw file: publisher, title, period, and its licence where that is not the usual one."""
    row = summary.sources.describe(file)
    told = {"publisher": str(row["publisher"]), "title": str(row["title"])}
    dated = (
        Phrase("files.dated", **told, period=str(row["period"]))
        if row["period"]
        else Phrase("files.undated", **told)
    )
    listed = summary.sources.listed(file)
    alike = listed.shared_alike if listed else ""
    return Phrase("summary.alike", source=dated, licence=alike) if alike else dated


def _dated(summary: Summary) -> str:
    first, last = summary.years
    return write(Phrase("summary.dated", first=first, last=last))


def _foot(sheet: Sheet, summary: Summary, name: str, page: int) -> None:
    """The foot of a page: name, date of the data, licence, number."""
    sheet.rule(_FOOT, CONTEXT)
    number = write(Phrase("summary.page", name=name, page=page, of=2))
    licence = write(Phrase("summary.licence"))
    sheet.text(WIDTH - MARGIN, _FOOT + 1.5, number, _SMALL, ha="right", color=INK)
    sheet.text(MARGIN, _FOOT + 1.5, _dated(summary), _SMALL, color=INK)
    sheet.block(MARGIN, _FOOT + 5.0, _ACROSS, licence, 5.8, color=FAINT)
