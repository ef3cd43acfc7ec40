"""Drawings as a PDF keeps them: hatches as lines.

A browser that prints makes an image of each area that has a pattern, so that a map of France whose
communes are hatched takes a hundred megabytes. Here the lines of the pattern are drawn, and the
outline of the area cuts them.
"""

from __future__ import annotations

import math
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import product

_PATTERN = re.compile(
    r'<pattern id="([^"]+)"[^>]*? width="([\d.]+)" height="([\d.]+)">'
    r'<rect [^>]*fill="([^"]+)"/><path d="([^"]*)"([^>]*)/></pattern>'
)
_RULE = re.compile(r"\.([\w-]+)\{([^}]*)\}")
_FILL = re.compile(r"fill: url\(#([^)]+)\)")
#: Areas one after the other that look alike.
_AREAS = re.compile(r'<path d="[^"]*"(?P<look>[^>]*)/>(?:<path d="[^"]*"(?P=look)/>)*')
_OUTLINE = re.compile(r' d="([^"]*)"')
_LOOK = re.compile(r' (class|style)="([^"]*)"')
_STEP = re.compile(r"([Mlcqz])([^Mlcqz]*)")
_NUMBER = re.compile(r"-?(?:\d+\.?\d*|\.\d+)")


@dataclass(frozen=True)
class Pattern:
    """A hatch: the size of its tile, the ground under it, the lines on it and how they look."""

    width: float
    height: float
    ground: str
    lines: str
    look: str


@dataclass(frozen=True)
class Line:
    """A piece of a path from one move to the next, and the box that it and its handles are in."""

    path: str
    left: float
    top: float
    right: float
    bottom: float

    def meets(self, other: Line, right: float = 0.0, down: float = 0.0) -> bool:
        """Whether its box, moved to the right and down, meets that of another."""
        return (
            self.left + right <= other.right
            and self.right + right >= other.left
            and self.top + down <= other.bottom
            and self.bottom + down >= other.top
        )


def hatched(svg: str) -> str:
    """A drawing that looks the same, with lines in place of patterns.

    Parameters
    ----------
    svg : str
        As :func:`bassin.show.vector.compact` writes it. What it does not write so stays.

    Returns
    -------
    str
        The same text where no area has a pattern.
    """
    patterns = {
        name: Pattern(float(width), float(height), ground, lines, look)
        for name, width, height, ground, lines, look in _PATTERN.findall(svg)
    }
    rules = dict(_RULE.findall(svg)) if patterns else {}
    count = 0

    def drawn(found: re.Match[str]) -> str:
        nonlocal count
        kind, named = next(iter(_LOOK.findall(found["look"])), ("", ""))
        style = rules.get(named, "") if kind == "class" else named
        fill = _FILL.search(style)
        if not fill or fill[1] not in patterns or "opacity" in style:
            return found[0]
        count += 1
        outline = "".join(_OUTLINE.findall(found[0]))
        rest = _LOOK.sub("", found["look"])
        parts = _areas(outline, patterns[fill[1]], _FILL.sub("fill:none", style), f"area{count}")
        return f"<g{rest}>{''.join(parts)}</g>"

    return _AREAS.sub(drawn, svg) if patterns else svg


def _areas(outline: str, pattern: Pattern, edge: str, name: str) -> Iterator[str]:
    """The ground of areas, the lines in them, and their edge."""
    if pattern.ground != "none":
        yield f'<path d="{outline}" style="fill: {pattern.ground}"/>'
    yield f'<clipPath id="{name}"><path d="{outline}"/></clipPath><g clip-path="url(#{name})">'
    whole = _box(lines_of(outline))
    tile = lines_of(pattern.lines)
    over = _box(tile)
    columns = _steps(whole.left - over.right, whole.right - over.left, pattern.width)
    rows = _steps(whole.top - over.bottom, whole.bottom - over.top, pattern.height)
    for right, down in product(columns, rows):
        met = "".join(line.path for line in tile if line.meets(whole, right, down))
        if met:
            moved = f' transform="translate({right:g} {down:g})"' if right or down else ""
            yield f'<path d="{met}"{moved}{pattern.look}/>'
    yield "</g>"
    if "stroke:" in edge:
        yield f'<path d="{outline}" style="{edge}"/>'


def _steps(start: float, end: float, step: float) -> list[float]:
    """Multiples of a step between two numbers."""
    return [rank * step for rank in range(math.ceil(start / step), math.floor(end / step) + 1)]


def _box(lines: Sequence[Line]) -> Line:
    """A box around lines."""
    return Line(
        "",
        min(line.left for line in lines),
        min(line.top for line in lines),
        max(line.right for line in lines),
        max(line.bottom for line in lines),
    )


def lines_of(path: str) -> list[Line]:
    """Part a path where it moves.

    Parameters
    ----------
    path : str
        Moves are absolute, steps relative: ``M``, ``l``, ``c``, ``q`` and ``z`` alone.

    Examples
    --------
    >>> lines_of("M1 2l2.5 0l0-1zM8 8l1 1")[0]
    Line(path='M1 2l2.5 0l0-1z', left=1.0, top=1.0, right=3.5, bottom=2.0)
    """
    found: list[Line] = []
    for piece in re.findall(r"M[^M]*", path):
        across, down = [], []
        at = start = (0.0, 0.0)
        for kind, given in _STEP.findall(piece):
            numbers = [float(number) for number in _NUMBER.findall(given)]
            pairs = list(zip(numbers[::2], numbers[1::2], strict=True))
            if kind == "M":
                at = start = pairs[-1]
                points = [at]
            else:
                points = [(at[0] + x, at[1] + y) for x, y in pairs]
                at = points[-1] if points else start
            across += [x for x, _ in points]
            down += [y for _, y in points]
        found.append(Line(piece, min(across), min(down), max(across), max(down)))
    return found
