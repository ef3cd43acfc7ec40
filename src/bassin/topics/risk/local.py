"""Natural risks: prevention plans, recognised floods, forest fires, and the three together.

Everything here is by commune. A plan, a flood or a fire somewhere in a commune says nothing of the
rest of it.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from contextlib import suppress

import pandas as pd

from bassin.choices import choosing
from bassin.errors import TerritoryError
from bassin.files.trace import cached_property
from bassin.indicators.catalogue import find
from bassin.indicators.geography import present_codes
from bassin.indicators.stats import total
from bassin.phrase import Name, Phrase
from bassin.places.departements import OVERSEAS
from bassin.places.names import Called
from bassin.places.outlines import commune_outlines
from bassin.places.passage import GEOGRAPHY
from bassin.places.territory import FRANCE
from bassin.read import anct, bdiff, ccr, ign, insee
from bassin.topics.base import Topic
from bassin.topics.national import parts_of, table
from bassin.topics.population.counted import legal
from bassin.topics.risk.columns import COLUMNS
from bassin.topics.risk.fires import (
    fire_counts,
    fire_rates,
    fires_by_year,
    last_year_beside,
)
from bassin.topics.risk.floods import (
    GAP_DAYS,
    GREAT,
    decade,
    decade_rates,
    distinct_floods,
    episodes_beside,
    episodes_of_communes,
    flood_rates,
    floods_by_decade,
    great_episodes,
    greatest_episode,
    hits,
    most_floods,
)
from bassin.topics.risk.marks import all_three, living_by_marks, marks_of_communes
from bassin.topics.risk.plans import by_plan, coverage, land_by_plan, without_plan

#: Before the first of INSEE's events of communes.
EVENTS_SINCE = "1943-01-01"
#: What is declared of floods, by commune and where the average inhabitant lives, and of plans.
FLOODS, LIVED, PLANNED = "floods_per_commune", "floods_of_inhabitant", "plan_communes_pct"


class Risk(Topic):
    """Natural risks of one territory, beside its departement and France."""

    # -- What is read -----------------------------------------------------------------------------

    @cached_property
    def communes(self) -> pd.DataFrame:
        """Communes of the territory: ``name``, ``area_km2`` (missing without an outline)."""
        return self.territory.shapes[["name", "area_km2"]]

    @cached_property
    def areas(self) -> Mapping[str, list[str]]:
        """The territory, its departement and France: code of each to its communes."""
        listed = insee.communes(self.sources)
        around = listed["dep"] == self.territory.departement
        return {
            self.territory.here: self.territory.codes,
            self.territory.in_departement: list(listed.index[around]),
            FRANCE: list(listed.index),
        }

    @cached_property
    def _known(self) -> pd.Index:
        """Every commune of today."""
        return insee.communes(self.sources).index

    @cached_property
    def area_km2(self) -> pd.Series:
        """Area of each of :attr:`areas`; that of France is of the mainland and Corsica."""
        listed = insee.communes(self.sources)
        around = listed[listed["dep"] == self.territory.departement]
        shapes, passage = ign.communes_france_2024(self.sources), self.territory.passage
        near = commune_outlines(self.sources, passage, around, whole=False)
        return pd.Series(
            [
                *(total(table["area_km2"]) for table in (self.communes, near)),
                total(shapes[~shapes.index.str.startswith(OVERSEAS)].area) / 1e6,
            ],
            list(self.areas),
            name="area_km2",
        )

    @cached_property
    def register(self) -> pd.DataFrame:
        """As :func:`bassin.read.anct.prevention_plans`."""
        return anct.prevention_plans(self.sources, find(PLANNED).until)

    @cached_property
    def perimeters(self) -> Mapping[int, list[str]]:
        """Year to the communes the EPCI had."""
        now = self.territory.codes
        later = set(anct.density_2025(self.sources).index)
        held = {2023: now, 2025: [code for code in now if code in later]}
        with suppress(TerritoryError):
            held[2019] = sorted({*now, *self.territory.former_members()})
        return dict(sorted(held.items()))

    @cached_property
    def absorbed(self) -> list[str]:
        """Communes that have merged into those of the territory since 1943."""
        now = self.territory.communes.index
        grown = self.territory.passage.transition(now, EVENTS_SINCE, GEOGRAPHY).parts
        return sorted({part for code in now for part in grown[code]} - set(now))

    # -- Brought to the communes of today ---------------------------------------------------------

    def _present(self, codes: pd.Series) -> pd.Series:
        return present_codes(codes, self._known, self.territory.passage)

    @cached_property
    def _requests(self) -> pd.DataFrame:
        """Requests on floods, each with the code it was written with."""
        decrees = ccr.disaster_decrees(self.sources)
        return decrees[decrees["peril"] == ccr.FLOOD]

    @cached_property
    def _present_of_requests(self) -> pd.Series:
        return self._present(self._requests["code"])

    @cached_property
    def floods(self) -> pd.DataFrame:
        """As :func:`distinct_floods`, France."""
        return distinct_floods(self._requests, self._present_of_requests)

    @cached_property
    def _decisions(self) -> pd.DataFrame:
        """As :attr:`decisions`; NaN for a code of no single commune today."""
        now = self._requests["code"].map(self._present_of_requests)
        return pd.DataFrame({"code": now, "decision": self._requests["decision"]})

    @cached_property
    def decisions(self) -> pd.DataFrame:
        """Requests on floods: ``code`` (of today), ``decision``."""
        return self._decisions.dropna(subset="code")

    @cached_property
    def unplaced_floods(self) -> int:
        """Requests on floods whose code is of no single commune today."""
        return int(self._decisions["code"].isna().sum())

    @cached_property
    def _alerts(self) -> pd.DataFrame:
        """As :attr:`fires`; NaN for a code of no single commune today."""
        fires = bdiff.forest_fires(self.sources)
        return fires.assign(code=fires["code"].map(self._present(fires["code"])))

    @cached_property
    def fires(self) -> pd.DataFrame:
        """``code`` (of today), ``alert``, ``year``, ``burnt_ha``, ``unchecked``."""
        return self._alerts.dropna(subset="code")

    # -- One value a commune of France ------------------------------------------------------------

    @cached_property
    def population(self) -> pd.Series:
        """Inhabitants of every commune of 2023 (census 2020; NaN in Mayotte)."""
        # Those of the series by year lack two communes that were restored since.
        return legal(self.sources)

    @cached_property
    def plans(self) -> pd.Series:
        """Whether a plan covers each commune of 2023: 1 or 0.

        NaN where it has merged or been divided since, so that the register lists another.
        """
        return (parts_of(self.sources, PLANNED).values() / 100).rename("plan")

    @cached_property
    def flood_counts(self) -> pd.Series:
        """Floods of each commune of 2023."""
        counts = parts_of(self.sources, FLOODS).table["top"]
        return counts.reindex(self._known).astype(int).rename("floods")

    @cached_property
    def fire_counts(self) -> pd.DataFrame:
        """As :func:`fire_counts`."""
        return fire_counts(self.fires, self._known)

    # -- One row a commune of the territory -------------------------------------------------------

    @choosing(columns=COLUMNS)
    def by_commune(self, *columns: str) -> pd.DataFrame:
        """What the registers list of each commune; the files of the columns asked for alone.

        Parameters
        ----------
        *columns : str
            Of :data:`bassin.topics.risk.columns.COLUMNS`; all of them by default.
        """
        found = {name: COLUMNS[name](self) for name in columns or COLUMNS}
        return pd.DataFrame(found, index=pd.Index(self.territory.codes, name="code"))

    @cached_property
    def by_decade(self) -> pd.DataFrame:
        """As :func:`floods_by_decade`."""
        return floods_by_decade(
            self.floods, self._decade(self.floods), self.territory.communes["name"]
        )

    def most_floods(self, n: int = 10) -> pd.DataFrame:
        """As :func:`most_floods`."""
        return most_floods(self.by_decade, self.population, n)

    @cached_property
    def decades(self) -> list[str]:
        """Decades of the file, from year to year."""
        return sorted(self._decade(self.floods).unique())

    def _decade(self, floods: pd.DataFrame) -> pd.Series:
        years = self.floods["start"].dt.year
        return decade(floods["start"], int(years.min()), int(years.max())).rename("decade")

    # -- Plans ------------------------------------------------------------------------------------

    def coverage(self, perimeters: Mapping[str, Collection[str]]) -> pd.DataFrame:
        """As :func:`coverage`."""
        return coverage(self.selected.among(PLANNED, perimeters), perimeters)

    @choosing(year=lambda self: self.perimeters)
    def in_year(self, year: int) -> str:
        """Code of the EPCI as it was in a year: ``"EPCI-200066918-2019"``."""
        return f"{self.territory.here}-{year}"

    def of_years(self) -> dict[str, list[str]]:
        """Communes the EPCI had in each year; then those of the departement and of France."""
        years = {self.in_year(year): codes for year, codes in self.perimeters.items()}
        return years | {name: self.areas[name] for name in list(self.areas)[1:]}

    def by_perimeter(self, others: Mapping[str, Collection[str]]) -> pd.DataFrame:
        """As :func:`coverage`, of :meth:`of_years` and of other perimeters than the EPCI."""
        beside = {code: held for code, held in others.items() if code != self.territory.here}
        return self.coverage({**self.of_years(), **beside})

    @cached_property
    def unlisted(self) -> int:
        """Communes of France that the register does not list."""
        return int(self.plans.isna().sum())

    @cached_property
    def names(self) -> dict[str, Called]:
        """What places, years of the EPCI and measures of fires are called."""
        names = self.territory.place_names
        here, around = names[self.territory.here], names[self.territory.in_departement]
        places = {"here": here, "around": around, "in_country": Name(FRANCE)}
        return {
            **names,
            **{
                self.in_year(year): Phrase("risk.in_year", place=here, year=year)
                for year in self.perimeters
            },
            **{f"fires_{at}": Phrase("risk.fires", place=it) for at, it in places.items()},
            **{
                f"late_fires_{at}": Phrase("risk.late_fires", place=it) for at, it in places.items()
            },
        }

    @property
    def unplanned(self) -> list[str]:
        """Communes of the territory without a plan."""
        plan = self.by_commune("plan")["plan"]
        return list(plan.index[plan == 0])

    def without_plan(self) -> pd.DataFrame:
        """As :func:`without_plan`."""
        return without_plan(self.by_commune())

    def by_plan(self) -> pd.DataFrame:
        """Both of the next two."""
        return self.halves().join(self.land_by_plan())

    def halves(self) -> pd.DataFrame:
        """As :func:`by_plan`."""
        return by_plan(self.by_commune("population", "area_km2", "cover"))

    def land_by_plan(self) -> pd.DataFrame:
        """As :func:`land_by_plan`."""
        keys = ("land_taken", "land_activity_pct")
        return land_by_plan(*(self.selected.over(key, self._cover) for key in keys))

    def floods_by_plan(self) -> pd.Series:
        """Floods of the mean commune of the territory with a plan, and without."""
        return self.selected.over(FLOODS, self._cover)["value"].rename("floods")

    @property
    def _cover(self) -> pd.Series:
        """Whether a plan covers each commune of the territory."""
        return self.by_commune("cover")["cover"]

    # -- Floods -----------------------------------------------------------------------------------

    def flood_rates(self) -> pd.DataFrame:
        """As :func:`flood_rates`."""
        by_commune, lived = (self.selected.among(key, self.areas) for key in (FLOODS, LIVED))
        everywhere = table(self.sources, find(LIVED).table)
        return flood_rates(by_commune, lived, everywhere, self.areas, self.decisions)

    def decade_rates(self) -> pd.DataFrame:
        """As :func:`decade_rates`."""
        return decade_rates(self.floods, self._decade(self.floods), self.areas)

    def episodes(self, gap_days: int = GAP_DAYS) -> pd.DataFrame:
        """As :func:`episodes_beside`."""
        return episodes_beside(self.floods, self.areas, self.population, gap_days)

    def great_episodes(self, share: float = GREAT, also: Sequence[int] = ()) -> pd.DataFrame:
        """As :func:`great_episodes`."""
        return great_episodes(self.episodes(), share, also)

    def greatest_of(self, year: int) -> pd.Series:
        """As :func:`greatest_episode`."""
        return greatest_episode(self.episodes(), year)

    def hit_in(self, years: Sequence[int]) -> pd.DataFrame:
        """As :func:`episodes_of_communes`."""
        return episodes_of_communes(
            self.floods, self.episodes(), self.territory.communes[["name"]], years
        )

    def great_beside(self, also: Sequence[int] = ()) -> pd.DataFrame:
        """As :meth:`great_episodes`: share of the communes, here and in the departement."""
        columns = {
            "communes_pct": self.territory.here,
            "around_pct": self.territory.in_departement,
        }
        return self.great_episodes(also=also)[list(columns)].rename(columns=columns)

    @staticmethod
    def hits(years: Sequence[int]) -> dict[str, Phrase]:
        """As :func:`hits`."""
        return hits(years)

    # -- Fires ------------------------------------------------------------------------------------

    def fire_rates(self) -> pd.DataFrame:
        """As :func:`fire_rates`."""
        return fire_rates(self.fires, self.areas, self.area_km2)

    def fire_years(self) -> pd.DataFrame:
        """As :func:`fires_by_year`."""
        return fires_by_year(self.fires, self.areas)

    def fires_here(self) -> pd.DataFrame:
        """By year, ``fires_started`` and ``hectares_burnt`` in the territory."""
        columns = {self.territory.here: "fires_started", "burnt_ha": "hectares_burnt"}
        return self.fire_years()[list(columns)].rename(columns=columns)

    def last_year(self) -> pd.DataFrame:
        """As :func:`last_year_beside`."""
        return last_year_beside(self.fires, self.areas)

    # -- The three together -----------------------------------------------------------------------

    def marks(self, *, often: bool = False) -> pd.DataFrame:
        """As :func:`marks_of_communes`.

        Parameters
        ----------
        often : bool
            Ask for more floods than the mean commune of France and more fires by area than
            France, instead of one of each.
        """
        table = self.by_commune("name", "floods", "plan", "fires_per_100_km2")
        if not often:
            return marks_of_communes(table, 0, 0)
        floods = self.flood_rates().at[FRANCE, "per_commune"]
        fires = self.fire_rates().at[FRANCE, "per_100_km2"]
        return marks_of_communes(table, floods, fires)

    def living(self, *, often: bool = False) -> pd.DataFrame:
        """As :func:`living_by_marks`, of :meth:`marks`."""
        people = self.by_commune("population", "area_km2")
        return living_by_marks(self.marks(often=often).join(people))

    def all_three(self) -> pd.DataFrame:
        """As :func:`all_three`."""
        columns = [self.population, self.plans, self.flood_counts, self.fire_counts["fires"]]
        return all_three(pd.concat(columns, axis=1), self.areas)
