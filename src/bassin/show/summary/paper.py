"""A sheet of A4: places in millimetres from its top left corner, and lines that fit."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from functools import cache
from typing import Any

import matplotlib as mpl
from matplotlib.axes import Axes
from matplotlib.figure import Figure
from matplotlib.font_manager import FontProperties, findfont, get_font
from matplotlib.lines import Line2D

from bassin.show.style import style
from bassin.show.tokens import INK

#: Millimetres of the sheet, and of what is left blank on each side.
WIDTH, HEIGHT, MARGIN = 210.0, 297.0, 15.0
#: Millimetres of an inch, and of a point.
INCH = 25.4
POINT = INCH / 72
#: Between two lines, in heights of the letters.
LEADING = 1.3
#: Part of a width that lines fill.
SPARE = 0.99
#: The fonts that are shipped with matplotlib: the same widths on every machine.
FAMILY = "DejaVu Sans"

#: Fonts go into a PDF as outlines that a reader can search and copy; letters of an image are not
#: moved to its dots, so that a line has one width at any size.
_RC: Any = {"pdf.fonttype": 42, "pdf.compression": 6, "text.hinting": "none"}


@contextmanager
def printed() -> Iterator[None]:
    """Draw in the style of the book, for paper."""
    with style(), mpl.rc_context(_RC):
        yield


class Sheet:
    """One page."""

    def __init__(self) -> None:
        self.figure = Figure(figsize=(WIDTH / INCH, HEIGHT / INCH))

    def text(self, left: float, top: float, text: str, size: float, **look: Any) -> None:
        """Write a line, or several, down from a place."""
        look = {"color": INK, "ha": "left", "va": "top", "linespacing": LEADING, **look}
        self.figure.text(left / WIDTH, 1 - top / HEIGHT, text, fontsize=size, **look)

    def block(
        self, left: float, top: float, width: float, text: str, size: float, **look: Any
    ) -> float:
        """Write a text in lines no wider than a width; returns where the next may begin."""
        broken = lines(text, width, size, bold=look.get("fontweight") == "bold")
        self.text(left, top, "\n".join(broken), size, **look)
        return top + height_of(len(broken), size)

    def axes(self, left: float, top: float, width: float, height: float) -> Axes:
        """Room for a drawing."""
        bottom = HEIGHT - top - height
        box = (left / WIDTH, bottom / HEIGHT, width / WIDTH, height / HEIGHT)
        ax = self.figure.add_axes(box)
        ax.grid(visible=False)
        ax.set_axis_off()
        return ax

    def mark(self, left: float, middle: float, **look: Any) -> None:
        """Draw a marker with its middle at a place, as a legend has it."""
        x, y = left / WIDTH, 1 - middle / HEIGHT
        self.figure.add_artist(Line2D([x], [y], linestyle="", **look))

    def legend(
        self, top: float, entries: Sequence[tuple[Mapping[str, Any], str]], size: float
    ) -> float:
        """Write what marks are, one after the other; returns where the next may begin.

        Parameters
        ----------
        top : float
        entries : sequence of (mapping, str)
            How a mark looks, and what it is.
        size : float
            Points.
        """
        left, row = MARGIN, height_of(1, size) + 0.9
        for look, text in entries:
            wide = 4.2 + width_of(text, size)
            if left > MARGIN and left + wide > WIDTH - MARGIN:
                left, top = MARGIN, top + row
            self.mark(left + 1.4, top + row / 2, **look)
            self.text(left + 4.2, top + row / 2, text, size, va="center_baseline")
            left += wide + 5.0
        return top + row

    def rule(self, top: float, color: str, left: float = MARGIN, right: float = MARGIN) -> None:
        """Draw a line across the page."""
        y = 1 - top / HEIGHT
        ends = [left / WIDTH, 1 - right / WIDTH]
        self.figure.add_artist(Line2D(ends, [y, y], color=color, linewidth=0.6))


def height_of(rows: int, size: float) -> float:
    """Millimetres that some lines take."""
    return rows * size * LEADING * POINT


@cache
def _font(bold: bool) -> Any:
    weight = "bold" if bold else "normal"
    return get_font(findfont(FontProperties(family=FAMILY, weight=weight)))


@cache
def _advance(word: str, bold: bool) -> float:
    """How far a word moves the next one at a size of one point, in millimetres."""
    font, ends = _font(bold), []
    font.set_size(100, 72)
    for text in (f"n{word}n", "nn"):  # between two letters: its own blank edges count
        font.set_text(text)
        ends.append(font.get_width_height()[0])
    return float(ends[0] - ends[1]) / 64 / 100 * POINT


def width_of(text: str, size: float, *, bold: bool = False) -> float:
    """Millimetres that a text takes on one line."""
    words = text.split(" ")
    spaces = _advance(" ", bold) * (len(words) - 1)
    return size * (sum(_advance(word, bold) for word in words if word) + spaces)


def lines(text: str, width: float, size: float, *, bold: bool = False) -> Sequence[str]:
    """Break a text between words, into lines no wider than a width.

    A word that is wider has a line of its own.

    Parameters
    ----------
    text : str
    width : float
        Millimetres.
    size : float
        Points.
    bold : bool

    Examples
    --------
    >>> lines("a word and another", 22.0, 10.0)
    ['a word and', 'another']
    """
    made: list[str] = []
    width *= SPARE
    for word in filter(None, text.split(" ")):  # a number and its unit are not parted
        longer = f"{made[-1]} {word}" if made else word
        if made and width_of(longer, size, bold=bold) <= width:
            made[-1] = longer
        else:
            made.append(word)
    return made


def fitting(text: str, width: float, sizes: Sequence[float], rows: int, *, bold: bool) -> float:
    """The largest of some sizes at which a text fits into some lines; the last where none does."""
    for size in sizes:
        broken = lines(text, width, size, bold=bold)
        widest = max((width_of(line, size, bold=bold) for line in broken), default=0.0)
        if len(broken) <= rows and widest <= width:
            return size
    return sizes[-1]
