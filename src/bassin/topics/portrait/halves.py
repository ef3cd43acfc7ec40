"""The two halves of a place, by the line that a reader chooses."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from contextlib import suppress
from dataclasses import dataclass
from decimal import Decimal

import pandas as pd

from bassin.errors import ChoiceError, TerritoryError
from bassin.files.sources import Sources
from bassin.files.trace import cached_property, recording
from bassin.indicators.geography import compass
from bassin.indicators.stats import how_many
from bassin.phrase import Name, Phrase
from bassin.places import lines
from bassin.places.lines import ALTITUDE, BEARING, HILLS, MASSIF, PLAIN
from bassin.places.names import PlaceName, place_name
from bassin.places.territory import Territory
from bassin.read import ign, toulouse_dataviz
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
#: Directions that have a name are so many degrees apart.
POINT = 45
#: Fewest decimals that the limit of a line is told with: metres, and tenths of a kilometre.
DECIMALS = {ALTITUDE: 0, DISTANCE: 1}
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
    def bearings(self) -> tuple[int, ...]:
        """Directions that its halves are told with: those that no name says, in degrees."""
        if self.kind != STRAIGHT or self.bearing % POINT == 0:
            return ()
        return self.bearing, (self.bearing + 180) % 360

    @property
    def names(self) -> Mapping[str, Name | Phrase]:
        """What its halves are called, by their codes: with a bearing where no name says it."""
        return dict(zip(self.sides, self._called([Name(side) for side in self.sides]), strict=True))

    @property
    def faced(self) -> tuple[Name | Phrase, ...]:
        """Where the halves of a straight one are, with what a language puts before it."""
        return self._called([Name(side.replace("towards", "faced")) for side in self.sides])

    def _called(self, names: list[Name]) -> tuple[Name | Phrase, ...]:
        if not self.bearings:
            return tuple(names)
        return tuple(
            Phrase("portrait.towards", way=name, bearing=bearing)
            for name, bearing in zip(names, self.bearings, strict=True)
        )

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
        Degrees clockwise from north, whole, from 0 to 359 and without a zero before them; or one
        of :data:`NAMED`.

    Raises
    ------
    ChoiceError
        If it is neither.

    Examples
    --------
    >>> line_of("20"), line_of("altitude").sides
    (Line(kind='straight', bearing=20), ('side_higher', 'side_lower'))
    """
    if isinstance(written, str):
        if written in NAMED:
            return Line(written)
        # Not \d: it takes the digits of every script.
        if re.fullmatch(r"0|[1-9][0-9]{0,2}", written) and int(written) < 360:
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

    @property
    def _measure(self) -> pd.Series:
        """What a line of altitude (m) or of distance (km) cuts at its median."""
        return self._halves.altitude if self.line.kind == ALTITUDE else self._distance

    @cached_property
    def limit(self) -> float:
        """Where a line of altitude cuts (m), or one of distance (km): at the median."""
        return lines.middle_value(self._measure, self.territory.centre)

    @property
    def limit_told(self) -> Decimal:
        """The limit with as many digits as put every commune on its side of the words."""
        others = self._measure.drop(self.territory.centre)
        return told_limit(
            self.limit, others, DECIMALS[self.line.kind], over=self.line.kind == ALTITUDE
        )

    @cached_property
    def files(self) -> tuple[str, ...]:
        """Raw files that say on which side each commune is, those of the geography aside.

        Of the two that have altitudes, the one that is used; both where none is.
        """
        with recording() as geography:
            _ = self.territory.codes, self.territory.centre, self.territory.passage
        with recording() as noted, suppress(TerritoryError):
            _ = self._zones
        unused: set[str] = set()
        if self.line.kind == ALTITUDE and self._halves.altitude.notna().any():
            unused = {ign.TOWN_HALLS if self._halves.by_mean else toulouse_dataviz.COMMUNES}
        return tuple(sorted(noted.files - geography.files - unused))

    @property
    def years(self) -> str:
        """First and last year of the files that tell the sides, as a fact has them; else nothing.

        Outlines are those of the communes of the place, whenever they were drawn.
        """
        if self.line.kind not in (ALTITUDE, MASSIF):
            return ""
        told = " ".join(str(self.sources.describe(file)["period"]) for file in self.files)
        years = sorted(re.findall(r"\b[0-9]{4}\b", told))
        return "-".join(dict.fromkeys((years[0], years[-1]))) if years else ""

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
    def refusal(self) -> Phrase:
        """The :attr:`obstacle` as a sentence, the same in a list of refusals and for a figure."""
        told: dict[str, object] = {"place": self.territory.called}
        if self.obstacle == "few_on_a_side":
            told["floor"] = FEWEST
        if self.obstacle == "unsided":
            told |= {"n": self.unsided, "of": len(self.territory.codes)}
        return Phrase(f"portrait.{self.obstacle}", **told)

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
            If there is an :attr:`obstacle`; it is told in the words of the :attr:`refusal`.
        """
        if self.obstacle:
            raise TerritoryError(
                f"{self.territory.code} is not cut in two by {self.line.written}: {self.obstacle}.",
                told=self.refusal,
            )
        zones = self._zones
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
            faced = Name(self.line.sides[0].replace("towards", "faced"))
            return Phrase(key, centre=self.centre, faced=faced, bearing=self.line.bearing)
        given = self._limit_given
        if self.line.kind == ALTITUDE:
            given["measure"] = Name(f"altitude_{'mean' if self._halves.by_mean else 'middle'}")
        return Phrase(key, centre=self.centre, **given)

    @property
    def sides_told(self) -> tuple[Phrase, Phrase]:
        """Where the first half lies, and where the other one does beside it."""
        first, second = (f"portrait.side.{self.line.kind}.{end}" for end in ("first", "second"))
        if self.line.kind == STRAIGHT:
            here, there = self.line.faced
            return Phrase(first, faced=here, centre=self.centre), Phrase(second, faced=there)
        return Phrase(first, centre=self.centre, **self._limit_given), Phrase(second)

    @property
    def _limit_given(self) -> dict[str, object]:
        """What a sentence is given of the limit, if the line has one."""
        return {"limit": self.limit_told} if self.line.kind in DECIMALS else {}


def told_limit(limit: float, values: pd.Series, decimals: int, *, over: bool) -> Decimal:
    """A limit with the fewest digits that put no value on the wrong side of it.

    Parameters
    ----------
    limit : float
        Finite.
    values : Series of float
        What it cuts.
    decimals : int
        Fewest decimals.
    over : bool
        Whether the words have those over the limit on one side; else those under it.

    Examples
    --------
    >>> told_limit(147.25, pd.Series([147.25, 147.4, 90]), 0, over=True)
    Decimal('147.25')
    >>> told_limit(147.25, pd.Series([140.0, 147.4, 90]), 0, over=True)
    Decimal('147')
    """

    def apart(at: float) -> pd.Series:
        return values > at if over else values < at

    # Seventeen digits are all that a number has.
    several = (Decimal(f"{limit:.{digits}f}") for digits in range(decimals, 17))
    found = (told for told in several if (apart(float(told)) == apart(limit)).all())
    return next(found, Decimal(repr(float(limit))))
