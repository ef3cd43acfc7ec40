"""Names on a map, none over another, over a dot or over the edge."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from math import hypot

Box = tuple[float, float, float, float]
#: Between a dot and its name, in the unit of the map's page.
GAP = 0.9
#: Half of the side that a dot takes.
DOT = 0.8


@dataclass(frozen=True)
class Label:
    """A name to write.

    Attributes
    ----------
    text : str
    x, y : float
        Its dot, y upwards.
    width, height : float
        What the name takes, in the same unit.
    """

    text: str
    x: float
    y: float
    width: float
    height: float

    def tried(self) -> Sequence[Box]:
        """Where the name may be: right, left, above, below, then the corners."""
        w, h, away = self.width, self.height, DOT + GAP
        right, left = self.x + away, self.x - away - w
        above, below = self.y + away, self.y - away - h
        middle, across = self.y - h / 2, self.x - w / 2
        corners = [(right, above), (left, above), (right, below), (left, below)]
        places = [(right, middle), (left, middle), (across, above), (across, below), *corners]
        return [(x, y, x + w, y + h) for x, y in places]

    @property
    def dot(self) -> Box:
        """What its dot takes."""
        return self.x - DOT, self.y - DOT, self.x + DOT, self.y + DOT


def placed(
    labels: Sequence[Label],
    inside: Box,
    most: int,
    taken: Sequence[Box] = (),
    apart: float = 0.0,
) -> list[tuple[Label, Box]]:
    """Choose names, the first ones first, and where each is written.

    One for which there is no free place is left out, and the next takes its turn.

    Parameters
    ----------
    labels : sequence of Label
    inside : tuple of float
        Left, bottom, right and top of what no name leaves.
    most : int
        How many at most.
    taken : sequence of tuple
        What is not to be written over.
    apart : float
        Least distance between two of their dots.

    Returns
    -------
    list of (Label, tuple of float)
        Left, bottom, right and top of each name.

    Examples
    --------
    >>> one, other = Label("Alès", 5, 5, 8, 2), Label("Anduze", 5.1, 5, 8, 2)
    >>> [(name.text, box) for name, box in placed([one, other], (0, 0, 20, 20), 5)]
    [('Alès', (6.7, 4.0, 14.7, 6.0))]
    """
    busy, found = list(taken), list[tuple[Label, Box]]()
    for label in labels:
        if len(found) == most:
            break
        if not _within(label.dot, inside) or any(_touch(label.dot, box) for box in busy):
            continue
        if any(hypot(label.x - one.x, label.y - one.y) < apart for one, _ in found):
            continue
        free = (
            box
            for box in label.tried()
            if _within(box, inside) and not any(_touch(box, other) for other in busy)
        )
        box = next(free, None)
        if box is not None:
            found.append((label, box))
            busy += [box, label.dot]
    return found


def _within(box: Box, inside: Box) -> bool:
    return (
        box[0] >= inside[0] and box[1] >= inside[1] and box[2] <= inside[2] and box[3] <= inside[3]
    )


def _touch(one: Box, other: Box) -> bool:
    return one[0] < other[2] and other[0] < one[2] and one[1] < other[3] and other[1] < one[3]
