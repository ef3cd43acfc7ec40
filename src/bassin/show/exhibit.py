"""What a cell shows: a numbered figure, map or table with its caption, description and data."""

from __future__ import annotations

import base64
import html
import re
from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass
from functools import cached_property
from typing import Any, TypeVar

import numpy as np
import pandas as pd
from matplotlib.figure import Figure

from bassin.markup import Markdown, escape
from bassin.show import cells
from bassin.show._style import to_png
from bassin.show.text import number

MIME = "application/vnd.bassin.exhibit+json"
DOWNLOAD = "Download the data (CSV)"
LICENCE = "shown under CC BY 4.0; data under the licences of their sources"
_NAME = re.compile(r"(fig|map|tab)-[a-z0-9]+(-[a-z0-9]+)*")
_Text = TypeVar("_Text", str, Markdown)
_NAMED_SERIES = 8  # an alternative text that lists more than this is not listened to


@dataclass(frozen=True)
class TableBody:
    """The written cells of a table.

    Parameters
    ----------
    head : list of str
        Column headers, the stubs' first.
    rows : list of list of str
        Written cells, each row as long as the head.
    numeric : list of bool
        Which columns hold numbers, to be aligned on the right.
    stubs : int
        How many leading columns name the row.
    notes : str
        Set under the table, as a caption is written; may be empty.
    """

    head: list[str]
    rows: list[list[str]]
    numeric: list[bool]
    stubs: int
    notes: str = ""

    @property
    def payload(self) -> dict[str, Any]:
        """Its fields as JSON values; the notes as MyST."""
        return {**asdict(self), "notes": str(escape(self.notes))}


@dataclass(frozen=True)
class Claim:
    """A claim of the study with its verdict, in written words.

    Parameters
    ----------
    id : str
        Its identifier; its row in the ledger is the target ``claim-<id>``.
    statement : str
        What the study says.
    where : str
        Where it says so.
    chapter, title, panel : str
        Name of the chapter in the list of claims, its title in the book, and the label of the
        exhibit that shows its claims there; the last may be empty.
    printed, found, gap : str
        Figures.
    verdict, grade, vintage : str
        Verdict, grade and vintage of the evidence.
    says : str
        What the files say, or what would tell.
    files : list of str
        The files its check rests on.
    section, exhibit : str
        Heading of the section of the chapter that discusses it, and label of an exhibit there,
        whose data are offered; empty where the ledger is not shown.
    premises : tuple of str
        Identifiers of the claims it concludes from.
    cannot_fail : str
        Why no evidence could deny it; empty where some could.
    """

    id: str
    statement: str
    where: str
    chapter: str
    title: str
    panel: str
    printed: str
    found: str
    gap: str
    verdict: str
    grade: str
    vintage: str
    says: str
    files: list[str]
    section: str = ""
    exhibit: str = ""
    premises: tuple[str, ...] = ()
    cannot_fail: str = ""


@dataclass(frozen=True)
class ClaimsBody:
    """Claims to set as rows.

    Parameters
    ----------
    kind : str
        ``"panel"`` (of a chapter) or ``"ledger"`` (of them all, where each row is a target).
    score : list of (str, int)
        Verdicts that some claim has, and how many do.
    shown : list of Claim
        The rows.
    folds : list of (str, list of Claim)
        Further rows, each set folded under its title.
    """

    kind: str
    score: list[tuple[str, int]]
    shown: list[Claim]
    folds: list[tuple[str, list[Claim]]]


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
        The same, set at the end of the caption.
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
    table : TableBody, optional
        The cells of a table.
    claims : ClaimsBody, optional
        Claims that the book sets in place of the cells of the table.

    Raises
    ------
    ValueError
        If the name is not of that form, or the caption, source or description is empty.
    """

    name: str
    caption: str
    source: str
    alt: str
    data: pd.DataFrame
    figure: Figure | None = None
    interactive: str | None = None
    title: str = ""
    table: TableBody | None = None
    claims: ClaimsBody | None = None

    def __post_init__(self) -> None:
        if not _NAME.fullmatch(self.name):
            raise ValueError(
                f"name {self.name!r}: write fig-, map- or tab- then words in lower case "
                "joined by hyphens, such as 'map-growth-1968'"
            )
        for field in ("caption", "source", "alt"):
            if not getattr(self, field).strip():
                raise ValueError(f"{self.name}: {field} is empty; every exhibit has one")

    @property
    def legend(self) -> Markdown:
        """Caption and source, as one MyST paragraph in which what is text is escaped."""
        return _sentence(escape(self.caption)) + " Source: " + _sentence(escape(self.source))

    @cached_property
    def png(self) -> bytes | None:
        """The static image; None for a table."""
        return None if self.figure is None else to_png(self.figure)

    @cached_property
    def csv(self) -> str:
        """What is shown, as CSV; ten significant digits, so that machines agree on every byte.

        No cell is a formula for a spreadsheet: see :mod:`bassin.show.cells`.
        """
        index = self.data.index
        unnamed = index.nlevels == 1 and index.name is None and isinstance(index, pd.RangeIndex)
        text = self.data.to_csv(index=not unnamed, float_format="%.10g", lineterminator="\n")
        return cells.guarded(str(text))

    @property
    def payload(self) -> dict[str, Any]:
        """All that the book's renderer needs, as JSON values."""
        return {
            "name": self.name,
            "legend": str(self.legend),
            "alt": self.alt,
            "csv": self.csv,
            "png": None if self.png is None else base64.b64encode(self.png).decode("ascii"),
            "frame": self._frame,
            "table": None if self.table is None else self.table.payload,
            "claims": None if self.claims is None else asdict(self.claims),
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
        caption = html.escape(f"{_sentence(self.caption)} Source: {_sentence(self.source)}")
        if self.table is not None:
            return _html_table(self.table, caption)
        if self.interactive is not None:
            shown = self._frame or ""
        else:
            image = base64.b64encode(self.png or b"").decode("ascii")
            alt = html.escape(self.alt, quote=True)
            shown = f'<img alt="{alt}" style="max-width:620px" src="data:image/png;base64,{image}">'
        return f'<figure style="margin:0">{shown}<figcaption>{caption}</figcaption></figure>'

    @property
    def _frame(self) -> str | None:
        if self.interactive is None:
            return None
        return (
            f'<iframe class="bassin-frame" title="{html.escape(self.title, quote=True)}" '
            # The map may run its script, and nothing else: no access to the page around it.
            'sandbox="allow-scripts" loading="lazy" style="width:100%;height:540px;border:0" '
            # Only these two would end or alter an attribute in single quotes: escaping no more
            # keeps the page a third smaller.
            f"srcdoc='{self.interactive.replace('&', '&amp;').replace(chr(39), '&#39;')}'></iframe>"
        )


def _sentence(text: _Text) -> _Text:
    kept = type(text)(text.strip())
    return kept if kept.endswith((".", "?", "!")) else type(text)(f"{kept}.")


def _html_table(table: TableBody, caption: str) -> str:
    def cell(tag: str, text: str, numeric: bool) -> str:
        align = "right" if numeric else "left"
        return f'<{tag} style="text-align:{align}">{html.escape(text)}</{tag}>'

    head = "".join(map(cell, ["th"] * len(table.head), table.head, table.numeric))
    tags = ["th"] * table.stubs + ["td"] * (len(table.head) - table.stubs)
    rows = "".join(f"<tr>{''.join(map(cell, tags, row, table.numeric))}</tr>" for row in table.rows)
    notes = f"<p>{html.escape(table.notes)}</p>" if table.notes else ""
    return (
        f"<table><caption>{caption}</caption><thead><tr>{head}</tr></thead>"
        f"<tbody>{rows}</tbody></table>{notes}"
    )


# Descriptions in words. Pure: the same table gives the same sentence.


def _and(items: Sequence[str]) -> str:
    return items[0] if len(items) == 1 else f"{', '.join(items[:-1])} and {items[-1]}"


def _count(n: int, one: str) -> str:
    many = f"{one[:-1]}ies" if one.endswith("y") else f"{one}s"
    return f"{number(n)} {one if n == 1 else many}"


def _extreme(values: pd.Series[float], target: float, fmt: str, unit: str, place: str) -> str:
    at = [str(name) for name in values.index[np.isclose(values, target)]]
    where = at[0] if len(at) == 1 else _count(len(at), place)
    return f"{number(target, fmt, unit)} in {where}"


def describe_values(
    label: str,
    values: pd.Series[float],
    *,
    fmt: str = ",.0f",
    unit: str = "",
    place: str = "commune",
    secret: int = 0,
    missing: int = 0,
) -> str:
    """Say the extent and middle of values by place, and how many places have none.

    Parameters
    ----------
    label : str
        What the values are.
    values : Series
        Published values, indexed by the name of the place.
    fmt, unit : str
        As in :func:`bassin.show.text.number`.
    place : str
        What a place is, in the singular.
    secret, missing : int
        Number of places masked by statistical secrecy, and not published.

    Examples
    --------
    >>> apl = pd.Series([0.0, 5.8, 2.9], index=["Bonnevaux", "Anduze", "Alès"])
    >>> describe_values("APL", apl, fmt=".1f", secret=2)
    'APL from 0.0 in Bonnevaux to 5.8 in Anduze, median 2.9; 2 communes masked'
    """
    if values.empty:
        parts = [f"{label}: no value published"]
    elif np.isclose(values.min(), values.max()):
        parts = [f"{label} {_extreme(values, values.min(), fmt, unit, place)}"]
    else:
        low = _extreme(values, values.min(), fmt, unit, place)
        high = _extreme(values, values.max(), fmt, unit, place)
        middle = number(float(values.median()), fmt, unit)
        parts = [f"{label} from {low} to {high}, median {middle}"]
    if secret:
        parts.append(f"{_count(secret, place)} masked")
    if missing:
        parts.append(f"{_count(missing, place)} not published")
    return "; ".join(parts)


def describe_lines(label: str, table: pd.DataFrame, *, fmt: str = ",.0f", unit: str = "") -> str:
    """Say where each series begins and ends.

    Parameters
    ----------
    label : str
        What the values are.
    table : DataFrame
        One column a series, indexed by the abscissa in its order; missing values are passed over.

    Examples
    --------
    >>> table = pd.DataFrame({"Alès": [42000, 41000], "Mons": [1500, 1800]}, [1968, 2020])
    >>> describe_lines("People", table)
    'People: Alès from 42,000 in 1968 to 41,000 in 2020; Mons from 1,500 in 1968 to 1,800 in 2020'
    """
    parts = []
    for name, series in list(table.items())[:_NAMED_SERIES]:
        known = series.dropna()
        if known.empty:
            parts.append(f"{name} not published")
            continue
        first, last = (number(float(known.iloc[i]), fmt, unit) for i in (0, -1))
        parts.append(f"{name} from {first} in {known.index[0]} to {last} in {known.index[-1]}")
    if (more := table.shape[1] - _NAMED_SERIES) > 0:
        parts.append(f"and {more} more, in the data")
    return f"{label}: {'; '.join(parts)}"


def describe_bars(label: str, table: pd.DataFrame, *, fmt: str = ",.0f", unit: str = "") -> str:
    """Say each bar where they are few, else the extent of each series.

    Parameters
    ----------
    label : str
        What the values are.
    table : DataFrame
        One row a category, one column a series.

    Examples
    --------
    >>> describe_bars("Jobs", pd.DataFrame({"2020": [12, 30]}, index=["Mining", "Care"]))
    'Jobs: 2020: Mining 12, Care 30'
    """
    parts = []
    for name, series in table.items():
        known = series.dropna()
        if len(known) <= _NAMED_SERIES:
            bars = ", ".join(f"{at} {number(float(v), fmt, unit)}" for at, v in known.items())
            absent = (
                [f"{_and([str(at) for at in series.index[series.isna()]])} not published"]
                if series.isna().any()
                else []
            )
            parts.append("; ".join([f"{name}: {bars}" if bars else str(name), *absent]))
        else:
            parts.append(describe_values(str(name), known, fmt=fmt, unit=unit, place="category"))
    return f"{label}: {'; '.join(parts)}"


def describe_categories(label: str, counts: Mapping[str, int], *, place: str = "commune") -> str:
    """Say how many places are in each category.

    Examples
    --------
    >>> describe_categories("Zoning", {"Priority": 12, "Other": 1})
    'Zoning: Priority, 12 communes; Other, 1 commune'
    """
    listed = "; ".join(f"{name}, {_count(n, place)}" for name, n in counts.items())
    return f"{label}: {listed}"


def describe_table(head: Sequence[str], rows: int) -> str:
    """Say the size of a table and what its columns are.

    Examples
    --------
    >>> describe_table(["Perimeter", "Communes"], 5)
    'Table of 5 rows: Perimeter and Communes'
    """
    return f"Table of {_count(rows, 'row')}: {_and(list(head))}"
