"""SVG texts, written short: what a map takes is the coordinates of its outlines."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from itertools import pairwise

#: Paths keep so many steps to a point.
STEPS = 10
#: Corners nearer to the one before than so many steps are left out, but for the last of a line.
NEAR = 4
#: How often a style is written before it becomes a class.
OFTEN = 3
_PATH = re.compile(r'(?<= d=")[^"]*')
_PART = re.compile(r"([MLCQz])([^MLCQz]*)")
_STYLE = re.compile(r' style="([^"]*)"')
_PLACE = re.compile(r'(?<= [xy]=")-?\d+\.\d+(?=")')
_BETWEEN = re.compile(r">\s+<")
_SHEET = '<style type="text/css">'


def compact(svg: str) -> str:
    r"""An SVG that looks the same to some tenths of a point, and is about half as long.

    Paths become relative, a style that comes often becomes a class, and what is blank between
    elements goes.

    Parameters
    ----------
    svg : str
        As matplotlib writes it: paths of ``M``, ``L``, ``C``, ``Q`` and ``z`` alone, in absolute
        coordinates.

    Examples
    --------
    >>> compact('<path d="M 1.04 2 \nL 3.5 2 \nL 3.5 1 \nz"/>\n<g/>')
    '<path d="M1 2l2.5 0l0-1z"/><g/>'
    """
    svg = _PATH.sub(lambda path: "".join(_relative(path[0])), svg)
    svg = _PLACE.sub(lambda place: _written(round(float(place[0]) * STEPS)), svg)
    return _BETWEEN.sub("><", _classed(svg))


def _relative(path: str) -> Iterator[str]:
    """The parts of a path, each from where the one before it ends."""
    at, start = (0, 0), (0, 0)
    parts = _PART.findall(path)
    for (kind, given), (after, _) in pairwise([*parts, ("M", "")]):
        numbers = [round(float(number) * STEPS) for number in given.split()]
        points = list(zip(numbers[::2], numbers[1::2], strict=True))
        if kind == "z":
            at = start
            yield kind
        elif kind == "M":
            at = start = points[-1]
            yield f"M{_pairs(points)}"
        else:
            moved = [(x - at[0], y - at[1]) for x, y in points]
            near = max(map(abs, moved[-1])) < (NEAR if after == "L" else 1)
            if not (kind == "L" and near):
                at = points[-1]
                yield f"{kind.lower()}{_pairs(moved)}"


def _pairs(points: list[tuple[int, int]]) -> str:
    """Coordinates, parted by a blank where no sign parts them."""
    text = ""
    for number in (number for point in points for number in point):
        written = _written(number)
        text += written if not text or written.startswith("-") else f" {written}"
    return text


def _written(steps: int) -> str:
    whole, rest = divmod(abs(steps), STEPS)
    digits = f"{whole or ''}.{rest}" if rest else str(whole)
    return f"-{digits}" if steps < 0 else digits


def _classed(svg: str) -> str:
    """Styles that come often, in the style sheet of the drawing."""
    if _SHEET not in svg:
        return svg
    often = [style for style, times in Counter(_STYLE.findall(svg)).items() if times > OFTEN]
    names = {style: f"s{n}" for n, style in enumerate(often)}
    sheet = "".join(f".{name}{{{style}}}" for style, name in names.items())

    def named(found: re.Match[str]) -> str:
        name = names.get(found[1])
        return f' class="{name}"' if name else found[0]

    return _STYLE.sub(named, svg).replace(_SHEET, f"{_SHEET}{sheet}", 1)
