"""The two halves of a place, by the line that a reader chooses."""

from __future__ import annotations

import re
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass

import pandas as pd

from bassin.errors import ChoiceError, TerritoryError
from bassin.files.sources import Sources
from bassin.files.trace import cached_property
from bassin.indicators.geography import compass
from bassin.indicators.stats import how_many
from bassin.phrase import Name, Phrase
from bassin.places import lines
from bassin.places.lines import ALTITUDE, BEARING, HILLS, MASSIF, PLAIN
from bassin.places.names import PlaceName, place_name
from bassin.places.territory import Territory
from bassin.topics.base import Topic
from bassin.topics.contrast.halves import Halves
from bassin.topics.population.local import Population

#: A straight line through the largest commune; the distance to it.
STRAIGHT, DISTANCE = "straight", "distance"
#: Lines that have a name; a straight one is called by the direction that it faces.
NAMED = (ALTITUDE, DISTANCE, MASSIF)
#: The line of a portrait where none is chosen: that of the study.
DEFAULT = f"{BEARING:.0f}"
#: By how much a straight line is turned, either way, to see whether the answer turns with it.
TURN = 45
#: Fewest communes of a half that is told of.
FEWEST = 5
#: Codes of the halves by a line that has a name: the one that comes first, the other.
SIDES = {
    ALTITUDE: ("side_higher", "side_lower"),
    DISTANCE: ("side_nearer", "side_farther"),
    MASSIF: ("side_massif", "side_outside"),
}


@dataclass(frozen=True)
class Line:
    """A line that may cut a place in two.

    Attributes
    ----------
    kind : str
        :data:`STRAIGHT`, or one of :data:`NAMED`.
    bearing : int
        Direction that a straight one faces, in degrees clockwise from north.
    """

    kind: str
    bearing: int = 0

    @property
    def sides(self) -> tuple[str, str]:
        """Codes of its halves, which have names."""
        if self.kind == STRAIGHT:
            return str(compass(self.bearing)), str(compass(self.bearing + 180))
        return SIDES[self.kind]

    @property
    def written(self) -> str:
        """As :func:`line_of` reads it."""
        return str(self.bearing) if self.kind == STRAIGHT else self.kind

    @property
    def others(self) -> Iterator[Line]:
        """The lines beside which the answer is read again: straight ones, then those with a name.

        Of a straight line those turned either way by :data:`TURN`; else that of the default, and
        one square to it.
        """
        own = self.bearing if self.kind == STRAIGHT else int(DEFAULT) + TURN
        for turn in (-TURN, TURN):
            yield Line(STRAIGHT, (own + turn) % 360)
        yield from (Line(kind) for kind in NAMED if kind != self.kind)


def line_of(written: str) -> Line:
    """The line that a reader has written.

    Parameters
    ----------
    written : str
        Degrees clockwise from north, or one of :data:`NAMED`.

    Raises
    ------
    ChoiceError
        If it is neither.

    Examples
    --------
    >>> line_of("20"), line_of("altitude").sides
    (Line(kind='straight', bearing=20), ('side_higher', 'side_lower'))
    """
    if written in NAMED:
        return Line(written)
    if re.fullmatch(r"\d{1,3}", written) and int(written) < 360:
        return Line(STRAIGHT, int(written))
    raise ChoiceError(
        f"line={written!r} is no choice. Write {', '.join(NAMED)}, or the direction that a "
        "straight line through the largest commune faces, in degrees clockwise from north: 0 to "
        "359.",
        NAMED,
    )


class Halved(Topic):
    """A place and a line: the communes on either side, and what they are called.

    Parameters
    ----------
    territory : Territory
    sources : Sources
    line : Line
    """

    def __init__(self, territory: Territory, sources: Sources, line: Line) -> None:
        super().__init__(territory, sources)
        self.line = line

    @cached_property
    def _halves(self) -> Halves:
        return Halves(self.territory, self.sources)

    @cached_property
    def _zones(self) -> pd.Series:
        """As :func:`bassin.places.lines.zoned`."""
        centre, halves = self.territory.centre, self._halves
        if self.line.kind == STRAIGHT:
            return lines.by_azimuth(halves.points, centre, self.line.bearing)
        if self.line.kind == DISTANCE:
            return lines.by_distance(self._distance, centre)
        return halves.line(self.line.kind)

    @cached_property
    def _distance(self) -> pd.Series:
        """Straight distance to the largest commune (km)."""
        points = self._halves.points
        return lines.distance_km(points, points.loc[[self.territory.centre]])

    @cached_property
    def limit(self) -> float:
        """Where a line of altitude cuts (m), or one of distance (km): at the median."""
        of = self._halves.altitude if self.line.kind == ALTITUDE else self._distance
        return lines.middle_value(of, self.territory.centre)

    @cached_property
    def obstacle(self) -> str:
        """Why there is nothing to tell of the halves, as a key of the words; else nothing."""
        zones = None
        with suppress(TerritoryError):
            zones = self._zones
        if zones is None:
            return "no_outline"
        if self.unsided:
            return "no_measure" if self.unsided == len(zones) - 1 else "unsided"
        counts = zones.value_counts().reindex([HILLS, PLAIN], fill_value=0)
        if (counts == 0).any():
            return "no_sides"
        return "few_on_a_side" if (counts < FEWEST).any() else ""

    @property
    def unsided(self) -> int:
        """How many communes are on a side that is not known."""
        return how_many(self._zones.isna())

    @cached_property
    def sides(self) -> pd.Series:
        """Code of the half of each commune; the largest is its own, by its name.

        Raises
        ------
        TerritoryError
            If a commune has no outline, or a half no commune.
        """
        zones = self._zones
        if not lines.cuts_in_two(zones):
            raise TerritoryError(
                f"{self.territory.code} is not cut in two by {self.line.kind}.",
                told=Phrase("portrait.no_sides", place=self.territory.called),
            )
        first, second = self.line.sides
        own = {HILLS: first, PLAIN: second}
        sides = zones.map(lambda zone: own.get(zone, zone)).rename("side")
        sides[self.territory.centre] = self.territory.communes.at[self.territory.centre, "name"]
        return sides

    @property
    def people(self) -> pd.DataFrame:
        """Inhabitants of each half and of the largest commune, a row a year."""
        return Population(self.territory, self.sources).by_side(self.sides)

    @cached_property
    def centre(self) -> PlaceName:
        """Name of the largest commune."""
        return place_name(self.sources, self.territory.centre)

    @property
    def told(self) -> Phrase:
        """The line, as a sentence or a caption names it."""
        key = f"portrait.line.{self.line.kind}"
        if self.line.kind == STRAIGHT:
            faced = _faced(self.line.bearing)
            return Phrase(key, centre=self.centre, faced=faced, bearing=self.line.bearing)
        limit = {} if self.line.kind == MASSIF else {"limit": self.limit}
        return Phrase(key, centre=self.centre, **limit)

    @property
    def sides_told(self) -> tuple[Phrase, Phrase]:
        """Where the first half lies, and where the other one does beside it."""
        first, second = (f"portrait.side.{self.line.kind}.{end}" for end in ("first", "second"))
        if self.line.kind == STRAIGHT:
            here, there = _faced(self.line.bearing), _faced(self.line.bearing + 180)
            return Phrase(first, faced=here, centre=self.centre), Phrase(second, faced=there)
        limit = {} if self.line.kind == MASSIF else {"limit": self.limit}
        return Phrase(first, centre=self.centre, **limit), Phrase(second)


def _faced(bearing: float) -> Name:
    """Where a direction is, with what a language puts before it."""
    return Name(compass(bearing).replace("towards", "faced"))
