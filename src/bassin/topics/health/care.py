"""The access of each commune to general practitioners by car, rebuilt from open files.

Doctors at the town halls of their communes, inhabitants at theirs, and a model of the minutes
between: floating catchments (:mod:`bassin.models.catchments`) for all communes of the mainland and
Corsica, at several widths and decays, with the interval that the error of the model leaves.
"""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
import pandas as pd

from bassin.errors import AccessError, TerritoryError
from bassin.files.sources import Sources
from bassin.files.trace import cached_property
from bassin.indicators.stats import weighted_mean, weighted_means
from bassin.models import catchments as access
from bassin.models.catchments import Access, Decay, OriginDestination, TravelTime
from bassin.models.inputs import listed, positive
from bassin.models.travel import TravelModel
from bassin.places.passage import GEOGRAPHY, Passage
from bassin.places.territory import AWAY, FACING, Territory
from bassin.read import drees, insee
from bassin.topics.base import Topic
from bassin.topics.health.local import at_year
from bassin.topics.population.local import municipal_geography
from bassin.topics.travel.local import Travel

#: Year of doctors and inhabitants.
YEAR = 2019

#: The index is in doctors for so many inhabitants.
PER = 10_000

#: Widths of the catchments (minutes); the study's own is in the middle.
WIDTHS = (15, 30, 45)
#: Decays by name, in the order of tables.
DECAYS = {
    "step": access.step,
    "zones": access.zones,
    "Gaussian": access.gaussian,
    "linear": access.linear,
}
#: Measures by name; the ratio is the form of the consumers' association.
RATIO, TWO_STEP, THREE_STEP = "ratio", "two-step", "three-step"

#: Measure, decay and width shown where one is shown.
MAIN = (TWO_STEP, "Gaussian", 30)

#: The form the study quotes: doctors within 30 minutes for one possible patient.
QUOTED = (RATIO, "step", 30)

#: Draws of the error of travel times, and what part of them an interval holds.
DRAWS, COVER = 200, 0.9
#: Communes of like rank that one is compared with.
ALIKE = 10
#: Width of the table of times from which those of a draw are taken: trips timed too long by the
#: model may be inside the catchment in a draw.
MARGIN = 1.8


def settings() -> list[tuple[str, str, int]]:
    """Every measure, decay and width that is computed.

    The ratio inside one catchment has no decay: it is the form of the consumers' association.
    """
    steps = [(RATIO, "step", width) for width in WIDTHS]
    rest = [(m, d, w) for m in (TWO_STEP, THREE_STEP) for d in DECAYS for w in WIDTHS]
    return steps + rest


def measure(
    od: OriginDestination, doctors: pd.Series, people: pd.Series, setting: tuple[str, str, int]
) -> Access:
    """Doctors for one inhabitant by one setting: a measure, a decay and a width of catchment.

    Parameters
    ----------
    od : OriginDestination
        Between all communes.
    doctors, people : Series
        By commune.
    setting : tuple
        As one of :func:`settings`.

    Raises
    ------
    AccessError
        If the setting is none of them; and as the measures of :mod:`bassin.models.catchments`.
    """
    if setting not in settings():
        raise AccessError(f"no setting {setting!r}: a measure, its decay and a width, as {MAIN!r}")
    form, decay, width = setting
    weight: Decay = DECAYS[decay](width)
    if form == RATIO:
        return access.fca_ratio(od, doctors, people, weight)
    function = access.two_step_fca if form == TWO_STEP else access.three_step_fca
    return function(od, doctors, people, weight)


def serving(
    towns: pd.DataFrame,
    time: TravelTime,
    codes: Sequence[str],
    sites: pd.Index,
    within: float,
) -> OriginDestination:
    """Table of times that is enough to know the access of a few communes.

    Their access depends on the sites they reach, and on all those who reach these sites.

    Parameters
    ----------
    towns : DataFrame
        All towns, as in :func:`bassin.models.catchments.origin_destination`.
    time : TravelTime
    codes : sequence of str
        The communes whose access is wanted.
    sites : Index
        Communes with a supply.
    within : float
        Minutes.
    """
    near = access.origin_destination(towns, time, within, origins=codes, destinations=sites)
    reached = near.destinations[np.unique(near.columns)]
    od = access.origin_destination(towns, time, within, destinations=reached)
    has_pairs = np.diff(od.starts) > 0
    return od.only(origins=od.origins[has_pairs | od.origins.isin(list(codes))])


def national_counts(
    doctors: pd.Series, municipal: pd.DataFrame, passage: Passage, towns: pd.Index
) -> pd.DataFrame:
    """Doctors and inhabitants of the towns, on the geography of the book.

    Parameters
    ----------
    doctors : Series
        By commune of :data:`bassin.read.insee.FACILITIES_GEOGRAPHY`; no row where there is none.
    municipal : DataFrame
        As :func:`bassin.read.insee.population_2013_2023`.
    passage : Passage
    towns : Index
        Communes wanted; doctors and inhabitants of others are left out.

    Returns
    -------
    DataFrame
        Index as ``towns``; ``doctors``, ``people``: missing where the files of the time do not tell
        them, as of a commune that was divided since.
    """
    people = municipal[YEAR].dropna()
    # A commune without any facility has no row: the list of communes of the day gives it its zero.
    listed = municipal[_published_on(insee.FACILITIES_GEOGRAPHY)].dropna().index
    everywhere = doctors.reindex(listed, fill_value=0)
    return pd.DataFrame(
        {
            "doctors": _carried(everywhere, insee.FACILITIES_GEOGRAPHY, passage, towns),
            "people": _carried(people, municipal_geography(YEAR), passage, towns),
        }
    )


def _carried(counts: pd.Series, start: str, passage: Passage, towns: pd.Index) -> pd.Series:
    """Counts of the towns made of whole communes of the start; missing for the others."""
    moved, present = passage.transition(counts.index, start, GEOGRAPHY), set(counts.index)
    whole = [
        code
        for code in towns
        if code in moved.parts and code not in moved.splits and moved.parts[code] <= present
    ]
    return passage.carry(counts, start, GEOGRAPHY, whole).reindex(towns).astype(float)


def side_roads(
    residuals: pd.Series, start: Sequence[str], end: Sequence[str], zones: pd.Series
) -> pd.DataFrame:
    """How much longer or shorter the known ways of each side take than the model says.

    Parameters
    ----------
    residuals : Series
        Errors of the logarithm of the minutes of known ways, as
        :attr:`bassin.models.travel.Travel.residuals`.
    start, end : sequence of str
        Communes of both ends of each way, as those of ``zones``.
    zones : Series
        Side of each commune of the territory.

    Returns
    -------
    DataFrame
        Index: the two sides; ``log`` (mean error of the ways with an end on the side; zero without
        any), ``gap_pct`` (the same in %, above zero where roads are slower), ``ways`` (number).
    """
    first, last = (pd.Series(list(codes), residuals.index).map(zones) for codes in (start, end))
    rows = {}
    for side in (FACING, AWAY):
        here = residuals[(first == side) | (last == side)]
        log = float(here.mean()) if len(here) else 0.0
        rows[side] = {"log": log, "gap_pct": 100 * np.expm1(log), "ways": len(here)}
    return pd.DataFrame.from_dict(rows, orient="index").astype({"ways": int})


def _nearest(ranks: pd.Series, rank: float) -> pd.Index:
    """The :data:`ALIKE` places whose rank is nearest to one; of equals, the first by code."""
    return (ranks - rank).abs().sort_index().sort_values(kind="stable").index[:ALIKE]


def _published_on(geography: str) -> int:
    """Census year whose populations are on a geography."""
    return next(year for year in range(YEAR, 2016, -1) if municipal_geography(year) == geography)


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
        if travel.towns.index.intersection(territory.codes).empty:
            raise TerritoryError(
                f"{territory.name}: no car times are modelled there. Access is rebuilt for the "
                "mainland and Corsica."
            )

    @cached_property
    def _all_counts(self) -> pd.DataFrame:
        return national_counts(
            insee.facilities(self.sources, YEAR)["general_practitioner"],
            insee.population_2013_2023(self.sources),
            self.territory.passage,
            self.travel.towns.index,
        )

    @cached_property
    def counts(self) -> pd.DataFrame:
        """As :func:`national_counts`, of the communes that have both."""
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
    def time(self) -> TravelModel:
        """Model of the minutes by car."""
        return self.travel.model

    @cached_property
    def departement(self) -> str:
        """Code of the departement the index is compared in."""
        return self.territory.departement

    @cached_property
    def official(self) -> pd.DataFrame:
        """Index of the DREES, index ``(code, year)``: ``apl``."""
        now = drees.apl(self.sources, "general_practitioner")
        return pd.concat([drees.apl_2016_2018(self.sources), now])

    @cached_property
    def roads(self) -> pd.DataFrame:
        """As :func:`side_roads`, of the ways that the model of minutes was tried on."""
        travel, pairs = self.travel, self.travel.pairs
        start, end = travel.now(pairs["origin"]), travel.now(pairs["destination"])
        return side_roads(travel.residuals, start, end, self.zones)

    # The index by setting

    @property
    def codes(self) -> pd.Index:
        """Communes of the territory."""
        return self.names.index

    @property
    def main(self) -> tuple[str, str, int]:
        """The setting shown where one is shown: :data:`MAIN`."""
        return MAIN

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
        return float(PER * self.counts["doctors"].sum() / self.counts["people"].sum())

    @cached_property
    def table(self) -> OriginDestination:
        """Times between all communes, up to the widest catchment."""
        return access.origin_destination(self.towns, self.time, max(WIDTHS))

    @cached_property
    def _measured(self) -> dict[tuple[str, str, int], Access]:
        return {}

    def measured(self, setting: tuple[str, str, int] = MAIN) -> Access:
        """The index of all communes by one setting, in doctors for one inhabitant; kept."""
        if setting not in self._measured:
            doctors, people = self.counts["doctors"], self.counts["people"]
            self._measured[setting] = measure(self.table, doctors, people, setting)
        return self._measured[setting]

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
        """Share of the country's inhabitants with less access than each commune (%)."""
        index, people = self.index(setting), self.counts["people"]
        by_level = people.groupby(index).sum()
        below = by_level.cumsum() - by_level
        return (100 * below / people.sum()).reindex(index[self.codes]).set_axis(self.codes)

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
        """Means of an index of all communes, in doctors for 10,000: a zone each, ``country``."""
        people = self.counts["people"]
        means = {
            str(zone): weighted_mean(index[codes], people[codes])
            for zone, codes in self.zones.groupby(self.zones).groups.items()
        }
        return {**means, "country": weighted_mean(index, people)}

    def holds(self) -> pd.DataFrame:
        """Whether each part of the study's claim holds by setting.

        Returns
        -------
        DataFrame
            Index ``(measure, decay, width)``; ``short`` (north and west under the country),
            ``ample`` (south and east above it), ``less`` (north and west under south and east).
        """
        means = self.by_zone()
        return pd.DataFrame(
            {
                "short": means[FACING] < means["country"],
                "ample": means[AWAY] > means["country"],
                "less": means[FACING] < means[AWAY],
            }
        )

    def by_width(self) -> pd.DataFrame:
        """Mean index of the two sides by setting, the country being 100.

        Returns
        -------
        DataFrame
            Index ``(measure, decay)``; a column a side and width, ``"north and west, 15 min"``.
        """
        means = self.by_zone()
        sides = means[[FACING, AWAY]].div(means["country"], axis=0) * 100
        wide = sides.unstack("width")
        wide.columns = pd.Index([f"{side}, {width} min" for side, width in wide.columns])
        return wide.loc[list(dict.fromkeys(means.index.droplevel("width")))]

    def agreement(self) -> pd.Series:
        """Number of settings in which each part of the claim holds, as :meth:`holds`.

        ``both`` counts those in which the north and west are short and the south and east are not;
        ``settings`` all of them.
        """
        holds = self.holds()
        counts = holds.sum()
        counts["both"] = (holds["short"] & holds["ample"]).sum()
        counts["settings"] = len(holds)
        return counts.astype(int)

    # Intervals

    @cached_property
    def nearby(self) -> OriginDestination:
        """Times that are enough to know the access of the territory in any draw."""
        doctors = self.counts["doctors"]
        wide = MAIN[2] * MARGIN
        return serving(self.towns, self.time, list(self.codes), doctors.index[doctors > 0], wide)

    @cached_property
    def draws(self) -> pd.DataFrame:
        """The index of the territory in the main setting under draws of the error of travel times.

        Returns
        -------
        DataFrame
            A row a commune, a column a draw: doctors for 10,000 inhabitants. Seeded.
        """
        od, generator = self.nearby, np.random.default_rng(YEAR)
        origins = self.towns.index.get_indexer(od.origins)[od.rows]
        destinations = self.towns.index.get_indexer(od.destinations)[od.columns]
        doctors = self.counts["doctors"].loc[od.destinations]
        people = self.counts["people"].loc[od.origins]
        found = {}
        for draw in range(DRAWS):
            factors = self.time.factors(len(self.towns), origins, destinations, generator)
            drawn = od.retimed(od.minutes * factors)
            found[draw] = measure(drawn, doctors, people, MAIN).access.loc[self.codes] * PER
        return pd.DataFrame(found)

    def on_own_roads(self, setting: tuple[str, str, int] = MAIN) -> pd.Series:
        """Mean index of each side and of the country if each side's roads are as known there.

        The model of minutes is wrong in opposite directions on the two sides. Here each way with an
        end on a side takes what the known ways of this side do (:func:`side_roads`); one with an
        end on each, the mean of both. Other ways, and those known, are as modelled.

        Raises
        ------
        AccessError
            If the table of times is too narrow for the setting with quicker roads.
        """
        logs = self.zones.map(self.roads["log"]).reindex(self.towns.index)
        known, log = logs.notna().to_numpy(), logs.fillna(0).to_numpy()
        od = self.table
        if setting[2] > od.within * np.exp(min(log.min(), 0)):
            raise AccessError(
                f"a catchment of {setting[2]} minutes in a table of times up to {od.within:g} at "
                "the modelled speed: take a narrower setting"
            )
        start = self.towns.index.get_indexer(od.origins)[od.rows]
        end = self.towns.index.get_indexer(od.destinations)[od.columns]
        ends = np.maximum(known[start].astype(float) + known[end], 1)
        times = od.minutes * np.exp((log[start] + log[end]) / ends)
        doctors, people = self.counts["doctors"], self.counts["people"]
        index = PER * measure(od.retimed(times), doctors, people, setting).access
        return pd.Series(self._means(index))

    def by_roads(self, slower: float) -> pd.DataFrame:
        """Mean index of the sides in the main setting, by what is held to be true of the roads.

        Parameters
        ----------
        slower : float
            What all minutes may have to be multiplied by, as :meth:`by_zone_if`.

        Returns
        -------
        DataFrame
            A row for the minutes as modelled, for all of them multiplied, and for those of
            :meth:`on_own_roads`; a column a side, ``country``.
        """
        rows = {
            "as modelled": self.sides(),
            "all as between town halls": pd.concat(
                [self.by_zone_if(slower), pd.Series({"country": self.national})]
            ),
            "as the known ways of each side": self.on_own_roads(),
        }
        table = pd.DataFrame.from_dict(rows, orient="index").rename_axis("roads")
        return table[[FACING, AWAY, "country"]]

    def by_zone_if(self, slower: float) -> pd.Series:
        """Mean of each side in the main setting, all minutes multiplied by a number."""
        table = self.rebuilt(slower)
        return weighted_means(table, self.zones, value="access", weight="people")

    def intervals(self) -> pd.DataFrame:
        """Index of each commune in the main setting, and its interval.

        Returns
        -------
        DataFrame
            ``name``, ``access``, ``low``, ``high`` (doctors for 10,000 inhabitants), ``width``
            (of the interval), ``percentile`` (as :meth:`percentile`), ``below_pct`` (draws in which
            it is under the country, in %).
        """
        tail = (1 - COVER) / 2
        low, high = (self.draws.quantile(q, axis=1) for q in (tail, 1 - tail))
        return pd.DataFrame(
            {
                "name": self.names,
                "access": self.here,
                "low": low,
                "high": high,
                "width": high - low,
                "percentile": self.percentile(),
                "below_pct": 100 * (self.draws < self.national).mean(axis=1),
            }
        )

    def zone_draws(self) -> pd.DataFrame:
        """Mean of each side in each draw of the main setting: a row a draw, a column a zone."""
        people = self.counts["people"]
        return pd.DataFrame(
            {
                zone: self.draws.loc[codes].mul(people[codes], axis=0).sum() / people[codes].sum()
                for zone, codes in self.zones.groupby(self.zones).groups.items()
            }
        )

    def rebuilt(self, slower: float = 1.0) -> pd.DataFrame:
        """Index of the main setting from the nearby times alone: quick, for other topics.

        Parameters
        ----------
        slower : float
            What all minutes are multiplied by: under 1 if the model gives too many.

        Returns
        -------
        DataFrame
            A row a commune of the territory: ``access`` (doctors for 10,000 inhabitants),
            ``people``.

        Raises
        ------
        AccessError
            If ``slower`` is not above zero, or so small that the nearby times do not reach as far.
        """
        slower = positive(slower, "what minutes are multiplied by")
        if slower < 1 / MARGIN:
            raise AccessError(
                f"minutes multiplied by {slower:g}: the nearby times reach down to {1 / MARGIN:.2f}"
            )
        od = self.nearby.retimed(self.nearby.minutes * slower)
        doctors, people = self.counts["doctors"], self.counts["people"]
        found = measure(od, doctors.loc[od.destinations], people.loc[od.origins], MAIN)
        return pd.DataFrame(
            {"access": PER * found.access.loc[self.codes], "people": people.loc[self.codes]}
        )

    # Against the official index

    def compared(self, year: int, setting: tuple[str, str, int] = MAIN) -> pd.DataFrame:
        """The rebuilt index and that of the DREES, for the communes of the departement.

        Returns
        -------
        DataFrame
            ``rebuilt``, ``official``, ``inside`` (the territory), ``rank_gap`` (rank of the rebuilt
            less rank of the official, in % of the communes; positive where the rebuilt is the more
            favourable). Communes with both.
        """
        official = at_year(self.official, year)["apl"]
        rebuilt = self.index(setting)
        rebuilt = rebuilt[rebuilt.index.str.startswith(self.departement)]
        table = pd.DataFrame({"rebuilt": rebuilt, "official": official.reindex(rebuilt.index)})
        table = table.dropna()
        ranks = table.rank(pct=True) * 100
        return table.assign(
            inside=table.index.isin(self.codes), rank_gap=ranks["rebuilt"] - ranks["official"]
        )

    def beside(self, year: int) -> pd.DataFrame:
        """As :meth:`compared`, indexed by name, with ``where`` in words instead of ``inside``."""
        table = self.compared(year)
        table.index = pd.Index(self.towns.loc[table.index, "name"], name="commune")
        words = {True: "in the agglomeration", False: "in the rest of the departement"}
        return table.assign(where=table["inside"].map(words)).drop(columns="inside")

    def correlations(self, years: Sequence[int]) -> pd.DataFrame:
        """Rank correlation (Spearman) with the official index by setting, a column a year.

        Over the communes of the departement that both have.
        """
        rows = {
            setting: {
                year: self.compared(year, setting)[["rebuilt", "official"]]
                .corr(method="spearman")
                .iloc[0, 1]
                for year in years
            }
            for setting in settings()
        }
        table = pd.DataFrame.from_dict(rows, orient="index")
        table.index = self.everywhere.columns
        return table

    def widest_gaps(self, year: int, n: int = 5) -> pd.DataFrame:
        """Communes of the territory where the two indices part most, in ranks, both ways.

        Returns
        -------
        DataFrame
            Index name; ``rebuilt``, ``official``, ``rank_gap``, as :meth:`compared`, lowest first.
        """
        table = self.compared(year)
        inside = table[table["inside"]].sort_values("rank_gap", kind="stable")
        chosen = pd.concat([inside.head(n), inside.tail(n)])
        chosen.index = pd.Index(self.names[chosen.index], name="commune")
        return chosen[["rebuilt", "official", "rank_gap"]]

    def gap_near(
        self,
        year: int,
        codes: Sequence[str],
        within: float = 15,
        setting: tuple[str, str, int] = MAIN,
    ) -> pd.Series:
        """Mean gap of ranks of the communes near some places, and of the rest of the departement.

        Parameters
        ----------
        year : int
            Of the official index.
        codes : sequence of str
            Communes of the places.
        within : float
            Minutes by car.
        setting : tuple
            Of the rebuilt index.

        Returns
        -------
        Series
            ``near``, ``rest`` (mean of ``rank_gap``), ``communes`` (number of those near),
            ``alike`` (how much higher they rank in the official index than the
            :data:`ALIKE` communes of the rest whose rank in the rebuilt one is nearest, in ranks in
            a hundred).

        Raises
        ------
        AccessError
            If a commune is not in the table of times, or it does not reach as far.
        """
        table = self.compared(year, setting)
        ranks = table[["rebuilt", "official"]].rank(pct=True) * 100
        at = pd.Index(codes).unique()
        unknown = at.difference(self.table.destinations)
        if len(unknown):
            raise AccessError(f"{listed(unknown)} not in the table of times")
        od = self.table.only(None, at)
        reached = od.origins[np.unique(od.rows[od.weights(access.step(within)) > 0])]
        near = table.index.isin(reached)
        gaps, rest = table["rank_gap"], ranks[~near]
        beyond = [
            row["official"] - rest["official"].loc[_nearest(rest["rebuilt"], row["rebuilt"])].mean()
            for _, row in ranks[near].iterrows()
        ]
        return pd.Series(
            {
                "near": gaps[near].mean(),
                "rest": gaps[~near].mean(),
                "communes": int(near.sum()),
                "alike": float(np.mean(beyond)),
            }
        )

    # What one more doctor would change

    def one_more(self, code: str, doctors: float = 1.0) -> pd.Series:
        """What one more doctor in a commune would add to the index of the territory.

        Nobody else moves: patients keep to the catchments they have.

        Parameters
        ----------
        code : str
            Commune of the territory.
        doctors : float
            How many more.

        Returns
        -------
        Series
            By commune of the territory: doctors for 10,000 inhabitants.

        Raises
        ------
        KeyError
            If the commune is not in the territory.
        """
        if code not in self.codes:
            raise KeyError(f"{code} is not in the territory")
        supply = self.counts["doctors"].copy()
        supply[code] += doctors
        after = measure(self.table, supply, self.counts["people"], MAIN).access
        return ((after * PER)[self.codes] - self.here).rename(self.names[code])

    def scenarios(self, codes: Sequence[str]) -> pd.DataFrame:
        """One more doctor in each of some communes: who would gain.

        Returns
        -------
        DataFrame
            Index name of the commune; ``before`` and ``after`` (its own index), ``communes`` (of
            the territory that gain more than a hundredth of the national mean), ``inside_pct``
            (share of the new doctor's time that goes to the territory), ``lifted`` (inhabitants of
            the territory that it brings from under the national mean to it or above).
        """
        people = self.counts["people"].loc[self.codes]
        before, rows = self.here, {}
        short = before < self.national
        for code in codes:
            gain = self.one_more(code)
            rows[self.names[code]] = {
                "before": before[code],
                "after": before[code] + gain[code],
                "communes": int((gain > self.national / 100).sum()),
                "inside_pct": 100 * float((gain * people).sum()) / PER,
                "lifted": people[short & (before + gain >= self.national)].sum(skipna=False),
            }
        return pd.DataFrame.from_dict(rows, orient="index").rename_axis("commune")

    def gains(self, codes: Sequence[str]) -> pd.DataFrame:
        """As :meth:`one_more`, a column a commune that gets the doctor."""
        return pd.DataFrame({self.names[code]: self.one_more(code) for code in codes})
