"""One bar in parts: of how many, how many are what."""

from __future__ import annotations

from collections.abc import Mapping
from textwrap import fill

import numpy as np
import pandas as pd
from matplotlib.figure import Figure
from matplotlib.patches import Patch

from bassin.files.citation import Source
from bassin.indicators.stats import total
from bassin.phrase import Phrase
from bassin.show import _check
from bassin.show.exhibit import Exhibit
from bassin.show.style import style
from bassin.show.tokens import INK, WIDTH, lightness, tell_apart
from bassin.words import number, write

#: Share (%) from which a part has room for its own number.
_ROOM = 5.0
#: Letters of a line of the legend.
_LETTERS = 72
#: Lightness under which what is written on a part is white.
_DARK = 60.0


def parts(
    counts: pd.Series,
    *,
    colors: Mapping[str, str],
    name: str,
    caption: str,
    source: Source = "",
) -> Exhibit:
    """Draw one bar whose parts are shares of a whole, each named with its number under it.

    Parameters
    ----------
    counts : Series of int
        How many are in each part, in the order of the bar, by what the part is called. A part of
        none is named, and has no length.
    colors : mapping
        Colour of each part; those alike in grey are given a hatch.
    name, caption, source : str
        As in :class:`~bassin.show.exhibit.Exhibit`; the name begins with ``fig-``.

    Returns
    -------
    Exhibit
        Its data are the counts and their shares (``share_pct``).

    Raises
    ------
    ValueError
        If there is no part, a part comes twice, has no colour or is negative, or all are zero.
    """
    _check.not_empty(counts.to_frame())
    _check.unique(counts.index, "part")
    if absent := [str(part) for part in counts.index if part not in colors]:
        raise ValueError(f"colors has none for {absent[0]!r}: add it to the mapping")
    whole = int(total(counts))
    if (counts < 0).any() or not whole:
        raise ValueError("parts of a whole are zero or more, and one of them is more")
    shares = 100 * counts / whole
    told = [
        write(Phrase("chart.part", name=str(part), n=int(n), pct=float(share)))
        for (part, n), share in zip(counts.items(), shares, strict=True)
    ]
    return Exhibit(
        name=name,
        caption=caption,
        source=source,
        alt=write(Phrase("chart.parts", parts=told, whole=whole)),
        data=pd.DataFrame({"count": counts, "share_pct": shares}),
        figure=_drawn(shares, told, [colors[part] for part in counts.index]),
    )


def _drawn(shares: pd.Series, told: list[str], colors: list[str]) -> Figure:
    fills = tell_apart(colors)
    named = [fill(one, _LETTERS) for one in told]
    lines = sum(one.count("\n") + 1 for one in named)
    with style():
        figure = Figure(figsize=(WIDTH, 0.75 + 0.26 * lines), layout="constrained")
        ax = figure.subplots()
        starts = np.cumsum(shares) - shares
        for start, share, look in zip(starts, shares, fills, strict=True):
            edge = look.ink if look.hatch else "white"
            ax.barh(0, share, 0.8, left=start, color=look.color, edgecolor=edge, hatch=look.hatch)
            if share >= _ROOM and not look.hatch:
                ink = "white" if lightness(look.color) < _DARK else INK
                at = (start + share / 2, 0)
                text = number(share, ".0f", "%")
                ax.annotate(text, at, ha="center", va="center", color=ink, fontweight="bold")
        ax.set_xlim(0, 100)
        ax.set_axis_off()
        handles = [
            Patch(
                facecolor=look.color,
                edgecolor=look.ink if look.hatch else "#777777",
                hatch=look.hatch,
                label=text,
            )
            for look, text in zip(fills, named, strict=True)
        ]
        figure.legend(handles=handles, loc="outside lower left", ncols=1)
    return figure
