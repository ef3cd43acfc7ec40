"""The access of each commune to general practitioners by car, rebuilt from open files.

Doctors at the town halls of their communes, inhabitants at theirs, and a model of the minutes
between: floating catchments (:mod:`bassin.models.catchments`) for all communes of the mainland and
Corsica, at several widths and decays, with the interval that the error of the model leaves.
"""

from __future__ import annotations

from collections.abc import Sequence

import pandas as pd

from bassin.choices import choosing
from bassin.errors import TerritoryError
from bassin.files.sources import Sources
from bassin.files.trace import cached_method, cached_property, unnoticed
from bassin.indicators.stats import weighted_means
from bassin.models import catchments as access
from bassin.models.arrays import Floats
from bassin.models.catchments import Access, OriginDestination
from bassin.models.catchments.search import narrowed
from bassin.models.travel import Field, PlannedTimes, TravelModel
from bassin.phrase import Phrase
from bassin.places.national import Ground
from bassin.places.territory import AWAY, FACING, Territory
from bassin.read import drees
from bassin.topics.base import Topic
from bassin.topics.health import official, roads
from bassin.topics.health.access import at_year
from bassin.topics.health.draws import certainty, draws, intervals, share_above, zone_draws
from bassin.topics.health.gains import one_more, scenarios
from bassin.topics.health.professionals import DOCTORS, density
from bassin.topics.health.settings import (
    MAIN,
    MARGIN,
    PER,
    QUOTED,
    WIDTHS,
    measure,
    serving,
    settings,
)
from bassin.topics.health.sides import agreement, by_width, holds, means_of, percentiles
from bassin.topics.named import CANDIDATES
from bassin.topics.national import parts_of
from bassin.topics.travel.local import Travel
from bassin.topics.travel.planned import times


class Care(Topic):
    """Access to general practitioners by car in one territory, and around it.

    Parameters
    ----------
    territory : Territory
    sources : Sources
    travel : Travel
        Of the same territory: the towns, and the model of the minutes between them.

    Raises
    ------
    TerritoryError
        If the territory is overseas: no minutes are modelled there.
    """

    def __init__(self, territory: Territory, sources: Sources, travel: Travel) -> None:
        super().__init__(territory, sources)
        self.travel = travel
        with unnoticed():  # a refusal gives no value; each table notes the towns that it uses
            served = travel.towns.index.intersection(territory.codes)
        if served.empty:
            said = f"{territory.name}: no car times there. Ask for one of the mainland or Corsica."
            raise TerritoryError(said, told=Phrase("absent.car", place=territory.called))

    @cached_property
    def _all_counts(self) -> pd.DataFrame:
        amounts = parts_of(self.sources, DOCTORS, Ground.of(self.travel.towns.index)).table
        return pd.DataFrame({"doctors": amounts["top"], "people": amounts["bottom"]})

    @cached_property
    def counts(self) -> pd.DataFrame:
        """``doctors`` and ``people`` of the communes of the mainland and Corsica that have both.

        They are those of the declared indicator, on the geography of the book.
        """
        return self._all_counts.dropna()

    @cached_property
    def left_out(self) -> list[str]:
        """Codes of the other communes of the mainland and Corsica."""
        return list(self._all_counts.index.difference(self.counts.index, sort=False))

    @cached_property
    def names(self) -> pd.Series:
        """Name of each commune of the territory, but those left out."""
        communes = self.territory.communes
        return communes.loc[communes.index.intersection(self.counts.index), "name"]

    @cached_property
    def zones(self) -> pd.Series:
        """Side of each of these communes."""
        return self.territory.sides()[self.names.index]

    @cached_property
    def towns(self) -> pd.DataFrame:
        """All communes, as :attr:`bassin.models.travel.Travel.towns`."""
        return self.travel.towns.loc[self.counts.index]

    @cached_property
    def time(self) -> TravelModel | PlannedTimes:
        """Minutes by car: a planner's where a file of them is listed, else the model's."""
        return times(self.travel.model, self.sources, self.travel.towns, self.towns.index)

    @cached_property
    def field(self) -> Field:
        """What places near known ways bring to the errors of the model."""
        return self.travel.field

    @cached_property
    def departement(self) -> str:
        """Code of the departement the index is compared in."""
        return self.territory.departement

    @cached_property
    def official(self) -> pd.DataFrame:
        """Index of the DREES, index ``(code, year)``: ``apl``."""
        now = drees.apl_years(self.sources, "general_practitioner")
        return pd.concat([drees.apl_2016_2018(self.sources), now])

    @cached_property
    def roads(self) -> pd.DataFrame:
        """As :func:`side_roads`, of the ways that the model of minutes was tried on."""
        return roads.side_roads(self.travel.residuals, *self.travel.ends, self.zones)

    @property
    def codes(self) -> pd.Index:
        """Communes of the territory."""
        return self.names.index

    @property
    def quoted(self) -> tuple[str, str, int]:
        """The setting of the index the study quotes: :data:`QUOTED`."""
        return QUOTED

    @property
    def national(self) -> float:
        """Doctors for 10,000 inhabitants of the mainland and Corsica.

        Weighted by inhabitants, the mean of the two-step and of the three-step index is this number
        whatever the decay and the width: a place reaches itself, so that every doctor is within
        reach of someone, and what is within reach is shared out whole.
        """
        return density(self.counts["doctors"], self.counts["people"])

    @cached_property
    def table(self) -> OriginDestination:
        """Times between all communes, up to the widest catchment."""
        return access.origin_destination(self.towns, self.time, max(WIDTHS))

    @cached_method
    def within(self, width: float) -> OriginDestination:
        """As :attr:`table`, up to a width of catchment."""
        return narrowed(self.table, width)

    @cached_method
    def measured(self, setting: tuple[str, str, int] = MAIN) -> Access:
        """The index of all communes by one setting, in doctors for one inhabitant."""
        doctors, people = self.counts["doctors"], self.counts["people"]
        return self._shared(
            f"care {setting}",
            lambda: measure(self.within(setting[2]), doctors, people, setting),
        )

    def index(self, setting: tuple[str, str, int] = MAIN) -> pd.Series:
        """Doctors for 10,000 inhabitants of all communes, by one setting."""
        return PER * self.measured(setting).access

    @cached_property
    def everywhere(self) -> pd.DataFrame:
        """Doctors for 10,000 inhabitants: a row a commune of the country, a column a setting."""
        table = pd.DataFrame({setting: self.index(setting) for setting in settings()})
        table.columns = pd.MultiIndex.from_tuples(settings(), names=["measure", "decay", "width"])
        return table

    @cached_property
    def here(self) -> pd.Series:
        """As :meth:`index`, in the main setting, for the communes of the territory."""
        return self.index().loc[self.codes]

    def empty(self, setting: tuple[str, str, int] = MAIN) -> int:
        """Communes of the country with no doctor within reach."""
        return self.measured(setting).empty

    def percentile(self, setting: tuple[str, str, int] = MAIN) -> pd.Series:
        """As :func:`percentiles`."""
        return percentiles(self.index(setting), self.counts["people"], self.codes)

    @cached_method
    def by_zone(self) -> pd.DataFrame:
        """Mean index by side of the territory and setting, and of the country.

        Returns
        -------
        DataFrame
            Index ``(measure, decay, width)``; a column a zone, ``country``; inhabitants are the
            weights.
        """
        rows = {setting: self._means(self.everywhere[setting]) for setting in settings()}
        table = pd.DataFrame.from_dict(rows, orient="index")
        table.index = self.everywhere.columns
        return table

    def sides(self, setting: tuple[str, str, int] = MAIN) -> pd.Series:
        """Mean index of each side and of the country by one setting, as :meth:`by_zone`."""
        return pd.Series(self._means(self.index(setting)))

    def _means(self, index: pd.Series) -> dict[str, float]:
        """As :func:`means_of`."""
        return means_of(self.zones, self.counts["people"], index)

    def holds(self) -> pd.DataFrame:
        """As :func:`holds`."""
        return holds(self.by_zone())

    def by_width(self) -> pd.DataFrame:
        """As :func:`by_width`."""
        return by_width(self.by_zone())

    def agreement(self) -> pd.Series:
        """As :func:`agreement`."""
        return agreement(self.holds())

    # Intervals

    @cached_property
    def nearby(self) -> OriginDestination:
        """Times that are enough to know the access of the territory in any draw."""
        doctors = self.counts["doctors"]
        wide = MAIN[2] * MARGIN
        return serving(self.towns, self.time, list(self.codes), doctors.index[doctors > 0], wide)

    @cached_property
    def draws(self) -> pd.DataFrame:
        """As :func:`draws`."""
        return draws(self.nearby, self.towns, self.time, self.counts, self.codes)

    @cached_method
    def on_own_roads(self, setting: tuple[str, str, int] = MAIN) -> pd.Series:
        """As :func:`on_own_roads`, with the ways of :attr:`roads`."""
        every = (self.table, self.towns, self.zones, self.roads["log"], self.counts)
        return roads.on_own_roads(*every, setting, settled=roads.settled(self.time))

    @cached_property
    def _around(self) -> OriginDestination:
        """As :func:`times_around`, wide enough for quicker ways."""
        return roads.times_around(self.towns, self.time, self.codes, MAIN[2] * MARGIN)

    @cached_property
    def _brought(self) -> Floats:
        return self.field.at(self.towns)

    @cached_method
    def in_field(self, setting: tuple[str, str, int] = MAIN) -> pd.Series:
        """As :func:`in_field`; the country as modelled, for few of its ways are known."""
        every = (self._around, self.towns, self.zones, self._brought, self.counts)
        found = roads.in_field(*every, setting, settled=roads.settled(self.time))
        return pd.Series({**found, "country": self.sides(setting)["country"]})

    @choosing(side=(FACING, AWAY))
    @cached_method
    def turning(self, side: str, setting: tuple[str, str, int] = MAIN) -> float:
        """As :func:`turning`, beside the country as modelled."""
        every = (self._around, self.towns, self.zones, side, self.counts)
        country = float(self.sides(setting)["country"])
        return roads.turning(*every, country, setting, settled=roads.settled(self.time))

    @cached_property
    def _above(self) -> pd.Series:
        """Draws in which the side away is above the country (%), by how places are drawn."""
        every = (self.nearby, self.towns, self.time, self.counts, self.codes)
        drawn = {roads.MODELLED: self.draws, roads.IN_FIELD: draws(*every, field=self.field)}
        of = (self.counts["people"], self.zones, AWAY, self.national)
        return pd.Series({name: share_above(table, *of) for name, table in drawn.items()})

    @cached_method
    def by_roads(self, slower: float | None = None) -> pd.DataFrame:
        """Mean index of the sides in the main setting, by what is held to be true of the roads.

        Parameters
        ----------
        slower : float, optional
            What all minutes may have to be multiplied by, as :meth:`by_zone_if`; by default what
            the known ways between town halls tell.

        Returns
        -------
        DataFrame
            A row for minutes as modelled, in the field of errors, all multiplied, and of
            :meth:`on_own_roads`; a column a side, ``country``, and ``above_pct``: draws in which
            the side away is above the country (%), where it is drawn.
        """
        if slower is None:
            slower = 1 + self.travel.near_halls()["gap_pct"] / 100
        halls = pd.concat([self.by_zone_if(slower), pd.Series({"country": self.national})])
        rows = {
            roads.MODELLED: self.sides(),
            roads.IN_FIELD: self.in_field(),
            roads.BETWEEN_HALLS: halls,
            roads.KNOWN: self.on_own_roads(),
        }
        table = pd.DataFrame.from_dict(rows, orient="index").rename_axis("roads")
        return table.reindex(columns=[FACING, AWAY, "country"]).assign(above_pct=self._above)

    def by_zone_if(self, slower: float) -> pd.Series:
        """Mean of each side in the main setting, all minutes multiplied by a number."""
        table = self.rebuilt(slower)
        return weighted_means(table, self.zones, value="access", weight="people")

    def intervals(self) -> pd.DataFrame:
        """As :func:`intervals`."""
        return intervals(self.draws, self.names, self.here, self.percentile(), self.national)

    def certainty(self) -> pd.Series:
        """As :func:`certainty`."""
        return certainty(self.intervals())

    def zone_draws(self) -> pd.DataFrame:
        """As :func:`zone_draws`."""
        return zone_draws(self.draws, self.counts["people"], self.zones)

    def rebuilt(self, slower: float = 1.0) -> pd.DataFrame:
        """As :func:`index_if`, with the nearby times alone: quick, for other topics.

        Parameters
        ----------
        slower : float
            What all minutes are multiplied by: under 1 if the model gives too many.
        """
        return roads.index_if(self.nearby, self.counts, self.codes, slower)

    # Against the official index

    def compared(self, year: int, setting: tuple[str, str, int] = MAIN) -> pd.DataFrame:
        """As :func:`compared`."""
        return official.compared(
            self.index(setting), at_year(self.official, year)["apl"], self.departement, self.codes
        )

    def beside(self, year: int) -> pd.DataFrame:
        """As :meth:`compared`, indexed by name; where it lies in ``where``, inside or outside."""
        table = self.compared(year)
        table.index = pd.Index(self.towns.loc[table.index, "name"], name="commune")
        where = table["inside"].map({True: official.INSIDE, False: official.OUTSIDE})
        return table.assign(where=where).drop(columns="inside")

    def correlations(self, years: Sequence[int]) -> pd.DataFrame:
        """As :func:`correlations`."""
        return official.correlations(self.compared, years)

    def widest_gaps(self, year: int, n: int = 5) -> pd.DataFrame:
        """As :func:`widest_gaps`."""
        return official.widest_gaps(self.compared(year), self.names, n)

    def gap_near(
        self,
        year: int,
        codes: Sequence[str],
        within: float = 15,
        setting: tuple[str, str, int] = MAIN,
    ) -> pd.Series:
        """As :func:`gap_near`."""
        return official.gap_near(self.compared(year, setting), self.table, codes, within)

    # What one more doctor would change

    @choosing(code=lambda self: self.codes)
    @cached_method
    def one_more(self, code: str, doctors: float = 1.0) -> pd.Series:
        """What :func:`one_more` adds to the index of the communes of the territory."""
        gain = one_more(self.within(MAIN[2]), self.counts, code, doctors)
        return (gain[self.codes] - self.here).rename(self.names[code])

    @property
    def candidates(self) -> list[str]:
        """Communes of the territory a practice is tried in."""
        return [code for code in CANDIDATES if code in self.codes]

    def scenarios(self, codes: Sequence[str] | None = None) -> pd.DataFrame:
        """As :func:`scenarios`; for the candidates by default."""
        codes = self.candidates if codes is None else codes
        gains = {code: self.one_more(code) for code in codes}
        return scenarios(self.names, self.here, self.counts, self.national, gains)

    @choosing(codes=lambda self: self.codes)
    def gains(self, codes: Sequence[str] | None = None) -> pd.DataFrame:
        """As :meth:`one_more`, a column a commune that gets the doctor; as :meth:`scenarios`."""
        codes = self.candidates if codes is None else codes
        return pd.DataFrame({self.names[code]: self.one_more(code) for code in codes})
