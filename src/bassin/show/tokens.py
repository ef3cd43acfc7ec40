"""What every figure is made of: sizes, colours, markers, dashes and hatches, told apart in grey."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import matplotlib as mpl
import numpy as np
from matplotlib.colors import to_hex, to_rgb

DPI = 150
WIDTH = 5.8  # inches: with an 11-point font, still legible when a phone shows it 330 px wide

INK = "#222222"
FAINT = "#8c8c8c"
CONTEXT = "#b5b5b5"

# Okabe and Ito's palette, those that stand out most on white first; no two differ by hue only.
OKABE_ITO = (
    "#0072B2",
    "#D55E00",
    "#009E73",
    "#CC79A7",
    "#000000",
    "#E69F00",
    "#56B4E9",
    "#F0E442",
)
BLUE, VERMILION, GREEN, PURPLE, BLACK, ORANGE, SKY, YELLOW = OKABE_ITO

#: Shades of areas that a map tells apart by name, and what is like nothing: from pale to deep.
BLUES = {
    "palest": "#eff3ff",
    "paler": "#DCE9F3",
    "pale": "#9ecae1",
    "middle": "#6baed6",
    "deep": "#3182bd",
    "deepest": "#08306b",
}
EMBERS = {"pale": "#fdae6b", "middle": "#fd8d3c", "deep": "#a63603"}
GREYS = {"white": "#FFFFFF", "palest": "#f0f0f0", "paler": "#eeeeee", "pale": "#dddddd"}
CRIMSON = "#b00020"
#: Of the claims of a text, by what became of them.
BRIEF = {
    "brief_data": BLUE,
    "brief_source": SKY,
    "brief_text": BLUES["paler"],
    "brief_failing": VERMILION,
    "brief_untested": GREYS["pale"],
}
#: Of places by what they are in together: nothing first, then a colour a set.
SETS = (GREYS["paler"], GREEN, PURPLE, BLUE, ORANGE, VERMILION, SKY, BLACK)
MARKERS = ("o", "s", "^", "D", "v", "P", "X", "*")
DASHES: tuple[object, ...] = (
    "-",
    (0, (5, 1.5)),
    (0, (1, 1)),
    (0, (5, 1, 1, 1)),
    (0, (8, 2)),
    (0, (3, 1, 1, 1, 1, 1)),
    (0, (2, 1)),
    (0, (8, 2, 2, 2)),
)
HATCHES = ("", "///", "...", "xxx", "---", "\\\\\\", "|||", "+++")

LIGHTEST, DARKEST = 91.0, 31.0  # CIE L* of the end classes of a map
APART = 15.0  # L* two fills must differ by to be told apart in grey without a hatch


@dataclass(frozen=True)
class Fill:
    """The inside of an area: a colour, and a hatch in another one.

    Parameters
    ----------
    color : str
        Hexadecimal colour of the ground.
    hatch : str
        A matplotlib hatch, one of :data:`HATCHES`; none by default.
    ink : str
        Hexadecimal colour of the hatch.
    """

    color: str
    hatch: str = ""
    ink: str = "#4d4d4d"


SECRET = Fill("#ffffff", "////", "#666666")
MISSING = Fill("#cfcfcf", "...", "#ffffff")


def lightness(color: str) -> float:
    """CIE lightness L* of a colour, from 0 (black) to 100 (white): what is left of it in grey."""
    channels = np.array(to_rgb(color))
    linear = np.where(channels <= 0.04045, channels / 12.92, ((channels + 0.055) / 1.055) ** 2.4)
    luminance = float(linear @ np.array([0.2126, 0.7152, 0.0722]))
    cube = luminance ** (1 / 3) if luminance > 216 / 24389 else luminance * 841 / 108 + 4 / 29
    return 116 * cube - 16


def _shade(colormap: str, target: float) -> str:
    """Colour of a light-to-dark colormap whose lightness is nearest a target."""
    colors = [to_hex(rgba) for rgba in mpl.colormaps[colormap](np.linspace(0, 1, 256))]
    return min(colors, key=lambda color: abs(lightness(color) - target))


def sequential_colors(n: int, colormap: str = "Blues") -> list[str]:
    """Shades of one hue, from light to dark, equally spaced in lightness.

    Parameters
    ----------
    n : int
        Number of classes.
    colormap : str
        A single-hue colormap of matplotlib that goes from light to dark.
    """
    if n == 1:
        return [_shade(colormap, (LIGHTEST + DARKEST) / 2)]
    return [_shade(colormap, target) for target in np.linspace(LIGHTEST, DARKEST, n)]


def diverging_colors(bins: Sequence[float], center: float = 0.0) -> list[str]:
    """Oranges below a centre, blues above it, darker away from it.

    The lightness of the two arms is interleaved, so that no class above looks in grey like a
    class below. A class that holds the centre strictly inside is a light grey.

    Parameters
    ----------
    bins : sequence of float
        Inner class limits, increasing; there is one class more than there are limits.
    center : float
        The value that parts the two arms, such as zero for a change.
    """
    below = sum(limit <= center for limit in bins)
    above = sum(limit >= center for limit in bins)
    neutral = len(bins) + 1 - below - above  # 0 or 1
    levels = iter(np.linspace(LIGHTEST - 2 * neutral, DARKEST, below + above))
    arms: dict[str, list[str]] = {"Blues": [], "Oranges": []}
    for rank in range(max(below, above)):
        for colormap, size in (("Blues", above), ("Oranges", below)):
            if rank < size:
                arms[colormap].append(_shade(colormap, next(levels)))
    return [*reversed(arms["Oranges"]), *["#f4f4f4"] * neutral, *arms["Blues"]]


def tell_apart(colors: Sequence[str]) -> list[Fill]:
    """Give a hatch to each colour that would be mistaken for another in grey.

    Parameters
    ----------
    colors : sequence of str
        At most eight colours.

    Raises
    ------
    ValueError
        If there are more colours than hatches to part them.
    """
    if len(colors) > len(HATCHES):
        raise ValueError(
            f"{len(colors)} categories cannot be told apart on one map: "
            f"merge the smallest to keep {len(HATCHES)} at most"
        )
    fills: list[Fill] = []
    for color in colors:
        level = lightness(color)
        taken = {fill.hatch for fill in fills if abs(lightness(fill.color) - level) < APART}
        hatch = next(hatch for hatch in HATCHES if hatch not in taken)
        fills.append(Fill(color, hatch, "#ffffff" if level < 55 else INK))
    return fills
