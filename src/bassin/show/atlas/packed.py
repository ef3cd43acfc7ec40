"""Numbers and outlines as short texts, which a script of the page reads back exactly."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise
from typing import Any

import geopandas as gpd
import numpy as np
import pandas as pd
import shapely

#: Digits of a number, from 0: what ends no string, no script and no template.
DIGITS = "".join(chr(c) for c in range(33, 127) if chr(c) not in "\"'&<>{}%#\\`")
BASE = len(DIGITS)
#: What a step along an outline is counted from, so that no digit is below zero.
HALF = BASE // 2
Point = tuple[int, int]


def column(values: pd.Series, decimals: int) -> dict[str, Any]:
    """A column of numbers, each as many digits of :data:`DIGITS`.

    Parameters
    ----------
    values : Series of float
        Missing where there is none.
    decimals : int
        Kept of each number.

    Returns
    -------
    dict
        ``low`` and ``scale``: a number is ``(low + read) / scale``; ``width``: digits of each, most
        significant first; ``text``. A value that is missing reads as the highest number there is.

    Examples
    --------
    >>> column(pd.Series([1.5, float("nan"), 1.0]), 1)
    {'low': 10, 'scale': 10, 'text': '*}!', 'width': 1}
    """
    scale = 10**decimals
    whole = np.rint(values.to_numpy(float) * scale)
    known = np.isfinite(whole)
    low = int(whole[known].min()) if known.any() else 0
    span = int(whole[known].max()) - low if known.any() else 0
    width = 1
    while BASE**width - 1 <= span:
        width += 1
    read = np.where(known, whole - low, BASE**width - 1).astype(np.int64)
    text = "".join(digits(int(number), width) for number in read)
    return {"low": low, "scale": scale, "text": text, "width": width}


def digits(number: int, width: int) -> str:
    """A whole number from 0, most significant digit first."""
    found = []
    for _ in range(width):
        number, rest = divmod(number, BASE)
        found.append(DIGITS[rest])
    return "".join(reversed(found))


def topology(outlines: gpd.GeoDataFrame) -> dict[str, Any]:
    """Outlines as lines that neighbours share, each written once.

    Parameters
    ----------
    outlines : GeoDataFrame
        As :func:`bassin.places.mosaic.mosaic`: corners are whole numbers.

    Returns
    -------
    dict
        ``arcs``: a text each, first two digits across and two down, then a digit across and one
        down a step, :data:`HALF` being none; ``shapes``: of each place its rings, each a list of
        arcs, where ``-1 - n`` is arc ``n`` backwards; ``size``: width and height.
    """
    rings = [list(_rings(shape)) for shape in outlines.geometry]
    joints = _joints(ring for of in rings for ring in of)
    arcs: dict[tuple[Point, ...], int] = {}
    shapes = [[[_arc(part, arcs) for part in _cut(ring, joints)] for ring in of] for of in rings]
    _, _, east, south = outlines.total_bounds
    return {
        "arcs": [_written(arc) for arc in arcs],
        "shapes": shapes,
        "size": [int(east) + 1, int(south) + 1],
    }


def _rings(shape: shapely.Geometry) -> Iterator[list[Point]]:
    """Rings of a shape, open, without a corner twice in a row; those of no area are left out."""
    for part in shapely.get_parts(shape):
        for ring in (part.exterior, *part.interiors):
            points = [(int(x), int(y)) for x, y in ring.coords]
            kept = [a for a, b in pairwise(points) if a != b]
            if len(kept) > 2:
                yield kept


def _joints(rings: Iterable[list[Point]]) -> set[Point]:
    """Corners where lines meet: those whose neighbours along the rings are not the same two."""
    near: dict[Point, frozenset[Point]] = {}
    joints = set()
    for ring in rings:
        for at, point in enumerate(ring):
            beside = frozenset((ring[at - 1], ring[(at + 1) % len(ring)]))
            if near.setdefault(point, beside) != beside:
                joints.add(point)
    return joints


def _cut(ring: list[Point], joints: set[Point]) -> list[tuple[Point, ...]]:
    """A ring in lines from joint to joint; one without a joint begins at its least corner."""
    at = next((n for n, point in enumerate(ring) if point in joints), None)
    start = ring.index(min(ring)) if at is None else at
    round_ = [*ring[start:], *ring[:start], ring[start]]
    ends = [n for n, point in enumerate(round_) if point in joints]
    if not ends:
        return [tuple(round_)]
    return [tuple(round_[a : b + 1]) for a, b in pairwise(ends)]


def _arc(part: tuple[Point, ...], arcs: dict[tuple[Point, ...], int]) -> int:
    """Number of a line, which is one with itself backwards."""
    if part in arcs:
        return arcs[part]
    if part[::-1] in arcs:
        return -1 - arcs[part[::-1]]
    arcs[part] = len(arcs)
    return arcs[part]


def _written(arc: Sequence[Point]) -> str:
    (x, y), steps = arc[0], []
    for (a, b), (c, d) in pairwise(arc):
        steps += _steps(c - a, d - b)
    return (
        digits(x, 2) + digits(y, 2) + "".join(DIGITS[HALF + a] + DIGITS[HALF + b] for a, b in steps)
    )


def _steps(across: int, down: int) -> list[Point]:
    """One straight step as several, none longer than a digit can tell."""
    parts = max(1, -(-max(abs(across), abs(down)) // (HALF - 1)))
    ends = [(round(across * n / parts), round(down * n / parts)) for n in range(parts + 1)]
    return [(c - a, d - b) for (a, b), (c, d) in pairwise(ends)]
