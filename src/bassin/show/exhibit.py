"""What a cell shows: a numbered figure, map or table with its caption, description and data."""

from __future__ import annotations

import base64
import re
from collections.abc import Collection, Mapping
from dataclasses import asdict, dataclass, field, replace
from functools import cached_property
from typing import Any, Self, TypeVar

import pandas as pd
from matplotlib.figure import Figure

from bassin.files import rows, trace
from bassin.files.citation import Citation, Source, files_of
from bassin.files.named import named
from bassin.markup import Markdown, escape
from bassin.phrase import Name, Phrase, Text
from bassin.show import cells, measures, standalone
from bassin.show.bodies import ClaimsBody, ProseBody, SentencesBody, TableBody
from bassin.show.style import to_png, to_svg
from bassin.words import called, write
from bassin.words import told as saying

MIME = "application/vnd.bassin.exhibit+json"
_NAME = re.compile(r"(fig|map|tab)-[a-z0-9]+(-[a-z0-9]+)*")
_Text = TypeVar("_Text", str, Markdown)


@dataclass(frozen=True)
class Exhibit:
    """A figure, map or table, displayed as the last expression of a cell.

    In the book it becomes a numbered figure or table that ``{numref}`` can name; elsewhere, such
    as in JupyterLab, plain HTML.

    All that it is given is text, and is shown letter by letter whatever it holds: only a caption,
    a source or a note that an author wrote as :class:`~bassin.markup.Markdown` is markup.

    Parameters
    ----------
    name : str
        Label in the book and stem of its files: ``fig-...``, ``map-...`` or ``tab-...``, in lower
        case, unique in the book.
    caption : str
        Text, or :class:`~bassin.markup.Markdown`.
    source : str
        The same, set at the end of the caption: what no file tells, such as lines of the study; a
        :class:`~bassin.files.citation.Citation` where it names raw files. Those observed that it
        does not name are added to it, as :func:`bassin.files.named.named` writes them; it may be
        empty where there are some.
    alt : str
        Description in words, made from the data.
    data : DataFrame
        What is shown, offered as a CSV file.
    figure : Figure, optional
        The static image of a figure or map.
    interactive : str, optional
        A whole HTML document that needs no network, shown in a frame before the static image.
    title : str, optional
        What the frame holds, for those who do not see it.
    links : bool
        Whether the frame has links, which open pages of their own.
    table : TableBody, optional
        The cells of a table.
    claims : ClaimsBody, optional
        Claims that the book sets in place of the cells of the table.
    sentences : SentencesBody, optional
        Sentences of the book that it sets so.
    prose : ProseBody, optional
        Text in place of a figure or a table.
    measures : mapping of str to Measure
        What columns of the data measure, as far as what is shown says it.
    ends : tuple of str
        Sentences under a map: its highest and its lowest places.
    compared : bool
        Whether the image sets several maps side by side, and so is shown before the frame.

    Attributes
    ----------
    editions : frozenset of Edition
        What was read to make it, as :mod:`bassin.files.observing` notes it in a notebook, or a
        :func:`~bassin.files.trace.recording` elsewhere; empty where nothing observes.

    Raises
    ------
    ValueError
        If the name is not of that form, or the caption, source or description is empty.
    """

    name: str
    caption: str
    source: Source
    alt: str
    data: pd.DataFrame
    figure: Figure | None = None
    interactive: str | None = None
    title: str = ""
    links: bool = False
    table: TableBody | None = None
    claims: ClaimsBody | None = None
    sentences: SentencesBody | None = None
    prose: ProseBody | None = None
    measures: Mapping[str, measures.Measure] = field(default_factory=dict, compare=False)
    ends: tuple[str, ...] = ()
    compared: bool = False
    editions: frozenset[trace.Edition] = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        # What it shows was computed before it was made, by the statement that still runs.
        object.__setattr__(self, "editions", trace.so_far())
        if not _NAME.fullmatch(self.name):
            raise ValueError(
                f"name {self.name!r}: write fig-, map- or tab- then words in lower case "
                "joined by hyphens, such as 'map-growth-1968'"
            )
        given = {"caption": self.caption, "source": cited(self.credited), "alt": self.alt}
        for what, text in given.items():
            if not text.strip():
                raise ValueError(f"{self.name}: {what} is empty; every exhibit has one")

    def __repr__(self) -> str:
        shape = " x ".join(map(str, self.data.shape))
        return f"Exhibit({self.name!r}: {shape}, {len(self.files)} files)"

    @property
    def files(self) -> tuple[str, ...]:
        """The files it rests on, sorted: as ``data/raw`` has them, or ``study/<name>``."""
        return tuple(sorted({edition.file for edition in self.editions}))

    def resting_within(self, files: Collection[str]) -> Self:
        """The same, of rows that know what they rest on: the other files observed are left out.

        Parameters
        ----------
        files : collection of str
            Those of the rows. One that was not read is not added.
        """
        other = replace(self)
        kept = frozenset(one for one in self.editions if one.file in files)
        object.__setattr__(other, "editions", kept)
        return other

    @property
    def credited(self) -> Source:
        """Its source, and the raw files it rests on that this does not name.

        Claims name their files one by one.
        """
        given = files_of(self.source)
        found = {one.listed for one in self.editions if one.listed and one.file not in given}
        if self.claims is not None or self.sentences is not None:
            found = {listed for listed in found if listed.shared_alike}
        if not found:
            unseen = not self.source and not self.editions
            return told("source.unobserved") if unseen else self.source
        told_of = named(found, beside=bool(self.source))
        # A part of its own, that each language writes as it parts two.
        return Citation() + self.source + "; " + told_of if self.source else told_of

    @property
    def legend(self) -> Markdown:
        """Caption and source, as one MyST paragraph in which what is text is escaped."""
        caption, source = (Markdown(escape(text)) for text in (self.caption, cited(self.credited)))
        return _sentence(caption) + write(Phrase("exhibit.source")) + _sentence(source)

    @cached_property
    def png(self) -> bytes | None:
        """The static image; None for a table."""
        return None if self.figure is None else to_png(self.figure)

    @cached_property
    def csv(self) -> str:
        """What is shown, as CSV, rounded as :func:`bassin.show.measures.rounded` does.

        No cell is a formula for a spreadsheet: see :mod:`bassin.show.cells`. Ten significant digits
        at most, so that machines agree on every byte. Texts of files are in the language spoken;
        codes, such as the names of columns, are the same in all.
        """
        table = measures.in_words(measures.rounded(self.data, self.measures))
        text = table.to_csv(index=False, float_format="%.10g", lineterminator=rows.END)
        return cells.guarded(str(text))

    @property
    def payload(self) -> dict[str, Any]:
        """All that the book's renderer and its ledger need, as JSON values."""
        return {
            "name": self.name,
            "files": list(self.files),
            "cites": list(files_of(self.credited)),
            "legend": str(self.legend),
            "alt": self.alt,
            "csv": self.csv,
            "fields": measures.fields(self.data, self.measures),
            "caption": str(escape(self.caption)),
            "png": None if self.png is None else base64.b64encode(self.png).decode("ascii"),
            "svg": None if self.figure is None else to_svg(self.figure),
            "frame": self._frame,
            "ends": list(self.ends),
            "compared": self.compared,
            "table": None if self.table is None else self.table.payload,
            "claims": None if self.claims is None else asdict(self.claims),
            "sentences": None if self.sentences is None else asdict(self.sentences),
            "prose": None if self.prose is None else asdict(self.prose),
        }

    def _repr_mimebundle_(
        self,
        include: object = None,  # noqa: ARG002, the names are IPython's
        exclude: object = None,  # noqa: ARG002
    ) -> tuple[dict[str, Any], dict[str, Any]]:
        """Offer the exhibit to whatever displays it.

        The metadata tells the book's renderer to leave the fallbacks out.
        """
        data: dict[str, Any] = {
            MIME: self.payload,
            "text/html": self._repr_html_(),
            "text/plain": self.alt,
        }
        if self.png is not None:
            data["image/png"] = base64.b64encode(self.png).decode("ascii")
        return data, {"bassin": {"exhibit": self.name}}

    def _repr_html_(self) -> str:
        """Stand alone in a page that knows nothing of the book."""
        source = _sentence(str(cited(self.credited)))
        caption = _sentence(str(self.caption)) + write(Phrase("exhibit.source")) + source
        if self.prose is not None:
            return standalone.prose(self.prose, caption)
        if self.table is not None:
            return standalone.table(self.table, caption)
        shown = self._frame or standalone.image(self.png or b"", self.alt)
        return standalone.figure(shown, " ".join([*self.ends, caption]))

    @property
    def _frame(self) -> str | None:
        """The interactive map in its frame."""
        if self.interactive is None:
            return None
        return standalone.frame(self.interactive, self.title, links=self.links)


def cited(source: Source) -> str:
    r"""Write what is cited, in the language of the edition; other text stays.

    Examples
    --------
    >>> cited(Citation("*COG*", files=["a.csv"]) + "; a * b")
    Markdown('*COG*; a \\* b')
    """
    if not isinstance(source, Citation):
        return source
    return Markdown("".join(map(_part, source.parts)))


def _part(part: str | Phrase) -> str:
    # Words are ours, and may be markup.
    if isinstance(part, Phrase):
        return write(part)
    if isinstance(part, Name):
        return called(part)
    if isinstance(part, Text):
        return escape(saying(part))
    return write(Phrase("exhibit.between")) if part == "; " else part


def told(key: str, **values: Any) -> Citation:
    """What is cited in words and not by a file: lines of the study, what another exhibit cites.

    Parameters
    ----------
    key : str
        Of a phrase of ``bassin.words``.
    **values
        What it names.

    Examples
    --------
    >>> cited(told("source.lines", lines="529–533"))
    Markdown('the study, lines 529–533')
    """
    return Citation(Phrase(key, **values))


def _sentence(text: _Text) -> _Text:
    kept = text.strip()
    return type(text)(kept if kept.endswith((".", "?", "!")) else f"{kept}.")
