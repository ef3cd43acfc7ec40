"""The two printed pages of places: a PDF each, and an image a page."""

from __future__ import annotations

import sys
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from bassin.book.tables import sharing
from bassin.errors import ChoiceError
from bassin.files.atomic import write_bytes
from bassin.files.root import project_root
from bassin.files.sources import Sources
from bassin.phrase import Phrase
from bassin.places.membership import groups
from bassin.places.territory import Territory
from bassin.show.summary import drawn, to_pdf, to_pngs
from bassin.topics.measured import measured
from bassin.topics.summary.chosen import KEYS
from bassin.topics.summary.ground import prepare
from bassin.topics.summary.local import Summary
from bassin.words import write
from bassin.words.language import of_edition

#: Where they are written, by SIREN.
SUMMARIES = Path("_build", "summaries")


@dataclass(frozen=True)
class Made:
    """What became of a place.

    Attributes
    ----------
    place : str
        As it was asked for.
    path : Path or None
        Its PDF; ``None`` where it could not be made.
    why : str
        The error, where it could not.
    """

    place: str
    path: Path | None
    why: str = ""


def write_summaries(
    places: Sequence[str], root: Path | None = None, into: Path | None = None
) -> Iterator[Made]:
    """Write the two pages of some places, one after the other.

    One that fails is told, and is no end to the others.

    Parameters
    ----------
    places : sequence of str
        Each as :func:`bassin.places.finding.siren_of`.
    root : Path, optional
        Folder of the project; the current one by default.
    into : Path, optional
        Where to write; :data:`SUMMARIES` by default, a folder in it for another language.

    Yields
    ------
    Made
        One a place, in their order.
    """
    root = Path(root or project_root()).resolve()
    sources = Sources(root / "data")
    with sharing(root):
        for place in places:
            try:
                yield Made(place, _written(place, into or of_edition(root / SUMMARIES), sources))
            except Exception as error:  # whatever it is, the others are made
                yield Made(place, None, f"{type(error).__name__}: {error}")


def _written(place: str, folder: Path, sources: Sources) -> Path:
    territory = Territory.named(place, sources)
    pages = drawn(Summary(territory, sources))
    for number, image in enumerate(to_pngs(pages), start=1):
        write_bytes(folder / f"{territory.code}-{number}.png", image)
    path = folder / f"{territory.code}.pdf"
    write_bytes(path, to_pdf(pages))  # the last: where it is, the pages are
    return path


def every(root: Path | None = None) -> list[str]:
    """SIREN of all intercommunalities."""
    sources = Sources(Path(root or project_root()).resolve() / "data")
    return sorted(groups(sources, "epci").dropna().unique())


def prepare_tables(root: Path | None = None) -> None:
    """Make the national tables that summaries share, so that each takes them from there."""
    root = Path(root or project_root()).resolve()
    sources = Sources(root / "data")
    with sharing(root):
        prepare(sources)
        for key in KEYS:
            measured(sources, key)
        first = next(iter(every(root)))
        drawn(Summary(Territory(first, sources), sources))


def told(
    places: Sequence[str],
    into: Path | None = None,
    *,
    everywhere: bool = False,
    prepared: bool = False,
) -> int:
    """Write the summaries of places and print where each lies, or why it could not be made.

    Parameters
    ----------
    places : sequence of str
    into : Path, optional
        As :func:`write_summaries`.
    everywhere : bool
        Of all intercommunalities besides.
    prepared : bool
        Make the national tables that they share first.

    Returns
    -------
    int
        0, or 1 where one could not be made.

    Raises
    ------
    ChoiceError
        If nothing is asked for.
    """
    if not (places or everywhere or prepared):
        raise ChoiceError("no place: give a SIREN or a name, or --all for all of them.")
    if prepared:
        prepare_tables()
    asked = [*places, *(every() if everywhere else ())]
    failed = 0
    for made in write_summaries(asked, into=into):
        if made.path is None:
            failed += 1
            said = Phrase("cli.summary.failed", place=made.place, why=made.why)
            print(write(said), file=sys.stderr, flush=True)
        else:
            print(made.path, flush=True)
    if failed:
        print(write(Phrase("cli.summary.failures", n=failed, of=len(asked))), file=sys.stderr)
    return 1 if failed else 0
