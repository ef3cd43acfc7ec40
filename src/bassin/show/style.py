"""How every figure is drawn: fonts, axes and lines, and the bytes of its image."""

from __future__ import annotations

import io
from collections.abc import Iterator
from contextlib import contextmanager

import matplotlib.style
from matplotlib.figure import Figure

from bassin.show.tokens import DPI, FAINT, INK
from bassin.show.vector import compact

_RC = {
    "font.family": "DejaVu Sans",  # shipped with matplotlib: the same bytes on every machine
    "font.size": 11,
    "axes.titlesize": 11,
    "axes.titleweight": "bold",
    "axes.titlelocation": "left",
    "axes.labelcolor": INK,
    "axes.edgecolor": FAINT,
    "axes.spines.top": False,
    "axes.spines.right": False,
    "axes.grid": True,
    "axes.axisbelow": True,
    "grid.color": "#e3e3e3",
    "grid.linewidth": 0.8,
    "xtick.color": INK,
    "ytick.color": INK,
    "xtick.labelsize": 10,
    "ytick.labelsize": 10,
    "text.color": INK,
    "text.parse_math": False,  # a name with dollars is a name
    "legend.frameon": False,
    "legend.fontsize": 10,
    "legend.title_fontsize": 10,
    "lines.linewidth": 1.9,
    "lines.markersize": 5.5,
    "patch.linewidth": 0.5,
    "hatch.linewidth": 0.8,
    "figure.dpi": DPI,
    "savefig.dpi": DPI,
    "svg.hashsalt": "bassin",
}

#: Passes of a layout after which its parts stay where they are, to the pixel.
PASSES = 3


@contextmanager
def style() -> Iterator[None]:
    """Draw in the book's style, whatever settings the session has; they are restored after."""
    with matplotlib.style.context([_RC], after_reset=True):
        yield


def settle(figure: Figure) -> None:
    """Lay a figure out until nothing moves any more.

    A pass makes room for what it finds where the last pass left it: a single one cuts titles.
    """
    for _ in range(PASSES):
        figure.draw_without_rendering()


def to_svg(figure: Figure) -> str:
    """Render a figure to an SVG text that depends on nothing but the figure.

    It is laid out once more: one that :func:`to_png` has settled stays so. Its text is drawn, so
    that it looks the same wherever it is shown. Paths are kept to a tenth of a point.
    """
    out = io.StringIO()
    with style():
        figure.savefig(out, format="svg", metadata={"Date": None, "Creator": None})
    return compact(out.getvalue())


def to_png(figure: Figure) -> bytes:
    """Render a figure to PNG bytes that depend on nothing but the figure."""
    out = io.BytesIO()
    with style():
        settle(figure)
        figure.savefig(out, format="png", dpi=DPI, metadata={"Software": None})
    return out.getvalue()
