"""Fifteen strips of dots on one page, a row an indicator: label, dots, value and rank."""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence

import numpy as np
from matplotlib.axes import Axes

from bassin.phrase import Amount, Name, Phrase
from bassin.places.names import Called
from bassin.show.charts.axes import spread
from bassin.show.summary.paper import MARGIN, Sheet, height_of, lines
from bassin.show.tokens import BLUE, FAINT, GREEN, GREYS, INK, VERMILION
from bassin.topics.standing import Standing
from bassin.topics.summary.local import Strip
from bassin.words import write

#: Columns of the page, in millimetres from its left edge: label, dots, value.
LABEL, DOTS, VALUE = MARGIN, 69.0, 151.0
LABEL_WIDTH, DOTS_WIDTH, VALUE_WIDTH = 50.0, 77.0, 44.0
ROW = 12.3
#: Share of intercommunalities beyond each end of a strip, which are drawn at the end.
TAIL = 0.01
#: Where the middle of the dots is in a row, half of the height that they take, and how far from
#: their middle the marks of a departement and a region are.
MIDDLE, ROOM, MARK = 0.43, 0.23, 0.29
#: Parts of a strip in which dots are counted, for how wide they lie.
_BINS = 60
#: How each mark looks.
LOOKS: Mapping[str, Mapping[str, object]] = {
    "dot": {"marker": "o", "color": "#c4c4c4", "markersize": 1.4, "markeredgewidth": 0},
    "departement": {"marker": "v", "color": BLUE, "markersize": 4.2, "markeredgewidth": 0},
    "region": {"marker": "^", "color": GREEN, "markersize": 4.2, "markeredgewidth": 0},
    "france": {"marker": "|", "color": INK, "markersize": 9.0, "markeredgewidth": 1.2},
    "here": {
        "marker": "D",
        "color": VERMILION,
        "markersize": 5.2,
        "markeredgecolor": "white",
        "markeredgewidth": 0.7,
    },
}
LABEL_SIZE, VALUE_SIZE, RANK_SIZE, SMALL = 7.6, 9.0, 7.0, 5.7


def draw(sheet: Sheet, strips: Sequence[Strip], top: float, numbers: Mapping[str, str]) -> float:
    """Draw the strips of a place down from a height.

    Parameters
    ----------
    sheet : Sheet
    strips : sequence of Strip
    top : float
        Millimetres from the top of the page.
    numbers : mapping
        Key of an indicator to the numbers of its sources.

    Returns
    -------
    float
        Where the next may begin.
    """
    height = ROW * len(strips)
    ax = sheet.axes(DOTS, top, DOTS_WIDTH, height)
    ax.set_xlim(-0.02, 1.02)
    ax.set_ylim(len(strips), 0)
    for row, strip in enumerate(strips):
        at = top + row * ROW
        if row:
            sheet.rule(at, GREYS["paler"])
        _label(sheet, strip, at, numbers[strip.key])
        _value(sheet, strip, at)
        _ends(sheet, strip, at)
    _dots(ax, strips)
    return top + height


class Scale:
    """Where values lie on a strip, from 0 to 1.

    From the lowest hundredth of intercommunalities to the highest, and as far as the places marked;
    counts of people by powers of ten.

    Examples
    --------
    >>> one = Strip("gp_2023", np.array([1.0, 2.0, 3.0]), 5.0, {}, None, None, None, False, ())
    >>> Scale(one).at(np.array([3.0, 9.0])).round(2).tolist()
    [0.5, 1.0]
    """

    def __init__(self, strip: Strip) -> None:
        low, high = np.quantile(strip.dots, [TAIL, 1 - TAIL]) if strip.dots.size else (0.0, 1.0)
        marked = [value for value in (strip.here, *strip.around.values()) if math.isfinite(value)]
        self.low, self.high = float(min([low, *marked])), float(max([high, *marked]))
        self._in_powers = strip.counts and self.low > 0

    def at(self, values: np.ndarray) -> np.ndarray:
        """Places of values; those beyond an end at the end."""
        kept = np.clip(np.asarray(values, float), self.low, self.high)
        ends = np.array([self.low, self.high])
        if self._in_powers:
            kept, ends = np.log(kept), np.log(ends)
        width = ends[1] - ends[0]
        return np.asarray((kept - ends[0]) / width if width else np.full(kept.shape, 0.5))


def _dots(ax: Axes, strips: Sequence[Strip]) -> None:
    """Draw all dots at once, then the marks, the place last."""
    across, down = [], []
    for row, strip in enumerate(strips):
        x = Scale(strip).at(np.sort(strip.dots))
        across.append(x)
        down.append(row + MIDDLE + swarm(x, ROOM))
    _mark(ax, "dot", np.concatenate(across), np.concatenate(down))
    for kind, height in (("france", 0.0), ("departement", -MARK), ("region", MARK)):
        there = [(row, strip) for row, strip in enumerate(strips) if kind in strip.around]
        marks = [float(Scale(strip).at(np.array(strip.around[kind]))) for _, strip in there]
        _mark(ax, kind, np.array(marks), np.array([row + MIDDLE + height for row, _ in there]))
    there = [(row, strip) for row, strip in enumerate(strips) if math.isfinite(strip.here)]
    own = [float(Scale(strip).at(np.array(strip.here))) for _, strip in there]
    _mark(ax, "here", np.array(own), np.array([row + MIDDLE for row, _ in there]))


def swarm(x: np.ndarray, room: float) -> np.ndarray:
    """Heights of dots along a strip: the more lie about a place, the further apart they are.

    Parameters
    ----------
    x : ndarray of float
        Places from 0 to 1, in increasing order.
    room : float
        The furthest that one goes up or down.

    Returns
    -------
    ndarray of float
        The same on every run.

    Examples
    --------
    >>> swarm(np.array([0.5, 0.5, 0.5, 0.9]), 1.0).round(1).tolist()
    [-1.0, 0.2, -0.5, 0.2]
    """
    if not x.size:
        return x
    counts = np.histogram(x, _BINS, (0.0, 1.0))[0].astype(float)
    smooth = np.convolve(np.pad(counts, 2, mode="edge"), np.ones(5) / 5, mode="valid")
    share = np.interp(x, (np.arange(_BINS) + 0.5) / _BINS, smooth / smooth.max())
    return np.asarray(spread(len(x), room) * share)


def _mark(ax: Axes, kind: str, x: np.ndarray, y: np.ndarray) -> None:
    ax.plot(x, y, linestyle="", clip_on=False, **LOOKS[kind])  # type: ignore[arg-type]


def _label(sheet: Sheet, strip: Strip, top: float, numbers: str) -> None:
    """What is measured, with its sources; and where the value is of a part of the communes."""
    label = write(Name(f"indicator.{strip.key}"))
    text = write(Phrase("summary.label", label=label, sources=numbers))
    below = sheet.block(LABEL, top + 1.6, LABEL_WIDTH, text, LABEL_SIZE)
    if strip.within is not None and math.isfinite(strip.here):
        said = lines(write(strip.within), LABEL_WIDTH, SMALL)
        sheet.text(LABEL, below, "\n".join(said), SMALL, color=FAINT)


def _value(sheet: Sheet, strip: Strip, top: float) -> None:
    """The value and the rank of the place, or in words why there is none."""
    down = top + 1.4
    if math.isfinite(strip.here):
        value = write(Phrase("strips.value", value=Amount(strip.key, strip.here)))
        sheet.text(VALUE, down, value, VALUE_SIZE, color=VERMILION, fontweight="bold")
        down += height_of(1, VALUE_SIZE)
    if strip.standing is not None:
        sheet.text(VALUE, down, rank(strip.standing), RANK_SIZE)
    elif strip.unsaid is not None:
        sheet.block(VALUE, down, VALUE_WIDTH, write(strip.unsaid), SMALL)


def rank(standing: Standing) -> str:
    """The rank of a place, or the first and the last it may have.

    Examples
    --------
    >>> rank(Standing(3, 3, 1254)), rank(Standing(3, 9, 1254))
    ('rank 3 of 1,254', 'rank 3 to 9 of 1,254')
    """
    told = {} if standing.is_one else {"last": standing.last}
    key = "summary.rank" if standing.is_one else "summary.ranks"
    return write(Phrase(key, first=standing.first, of=standing.of, **told))


def _ends(sheet: Sheet, strip: Strip, top: float) -> None:
    """Values of both ends of a strip."""
    if not strip.dots.size:
        return
    scale, down = Scale(strip), top + ROW - 0.5
    for left, value, side in ((DOTS, scale.low, "left"), (DOTS + DOTS_WIDTH, scale.high, "right")):
        text = write(Phrase("strips.value", value=Amount(strip.key, value)))
        sheet.text(left, down, text, SMALL, color=FAINT, ha=side, va="bottom")


def legend(sheet: Sheet, top: float, named: Mapping[str, Called]) -> float:
    """Say what each mark is; returns where the next may begin.

    Parameters
    ----------
    sheet : Sheet
    top : float
    named : mapping
        ``here``, ``departement``, ``region`` to their names.
    """
    texts = {
        "here": write(named["here"]),
        "departement": write(Phrase("summary.departement", name=named["departement"])),
        "region": write(Phrase("summary.region", name=named["region"])),
        "france": write(Name("FRANCE")),
        "dot": write(Phrase("summary.dot")),
    }
    return sheet.legend(top, [(LOOKS[kind], text) for kind, text in texts.items()], RANK_SIZE)
