"""Access to care: potential access to health professionals, their number, the zoning."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import pandas as pd

from bassin.availability import MISSING, PUBLISHED
from bassin.choices import choosing, chosen
from bassin.files.trace import cached_property, kept_by
from bassin.indicators.geography import codes_of_departements
from bassin.indicators.stats import total
from bassin.places.territory import FRANCE
from bassin.read import ars, drees, finess, insee
from bassin.read.drees import CENSUS_LAG
from bassin.topics.base import Topic
from bassin.topics.health.access import (
    COMMON_FIELD,
    DOCTORS,
    GP,
    OTHERS,
    UNDERSERVED,
    access_by_area,
    access_by_bearing,
    access_by_line,
    access_by_zone,
    at_year,
    break_even,
    common_field,
    dots,
    mean_access,
    share_under,
    underserved,
)
from bassin.topics.health.names import match_zoning, named
from bassin.topics.health.professionals import national, uncounted, with_density
from bassin.topics.population.local import Population

#: Columns of :meth:`Health.shortage`.
SHORTAGE = (
    "communes",
    "communes_pct",
    "country_communes_pct",
    "inhabitants",
    "inhabitants_pct",
    "country_pct",
    "without_value",
)
#: What the register calls a health centre.
HEALTH_CENTRE = "Centre de Santé"


def _counted(topic: Health) -> pd.Index:
    """Years whose professionals are counted."""
    return topic.national.index


class Health(Topic):
    """Access to care in one territory."""

    @cached_property
    def zones(self) -> pd.Series:
        """Side of each commune."""
        return self.territory.sides()

    @cached_property
    def communes(self) -> pd.DataFrame:
        """``name``, ``dep`` of the communes."""
        return self.territory.communes

    @cached_property
    def population(self) -> pd.DataFrame:
        """Inhabitants by commune and year, on the geography of 2023."""
        return Population(self.territory, self.sources).by_commune

    def apl(self, profession: str) -> pd.DataFrame:
        """Potential access to a profession: index ``(code, year)``; for doctors from 2016 on."""
        return kept_by(self).get(("apl", profession), lambda: self._apl(profession))

    def latest(self, profession: str) -> pd.DataFrame:
        """As :meth:`apl`, of the editions of the last publication alone."""
        return drees.apl(self.sources, profession)

    def _apl(self, profession: str) -> pd.DataFrame:
        now = self.latest(profession)
        if profession not in DOCTORS:
            return now
        return pd.concat([drees.apl_2016_2018(self.sources, profession), now])

    @cached_property
    def partial(self) -> Sequence[int]:
        """Years whose edition of the index leaves out a part of the country."""
        return tuple(drees.apl_2016_2018(self.sources, GP).index.unique("year"))

    @cached_property
    def areas(self) -> Mapping[str, Sequence[str] | None]:
        """The places the territory is compared with, as in :func:`access_by_area`."""
        doctors = self.apl(GP)
        everywhere = doctors.index.unique("code")
        inner = [[self.territory.departement], self.territory.departements_of_region()]
        members = [codes_of_departements(everywhere, codes) for codes in inner]
        places = [list(self.communes.index), *members, None]
        areas = dict(zip(self.territory.levels, places, strict=True))
        return {**areas, COMMON_FIELD: common_field(doctors)}

    @cached_property
    def inhabitants(self) -> pd.DataFrame:
        """Inhabitants of all communes of France, by year of the index.

        Those of the census that the DREES takes for it.
        """
        years = sorted(self.apl(GP).index.unique("year"))
        municipal = insee.population_2013_2023(self.sources)
        return municipal[[y - CENSUS_LAG for y in years]].set_axis(years, axis=1)

    @cached_property
    def facilities(self) -> pd.DataFrame:
        """Counts by profession, zero where there is none: index ``(year, code)``."""
        # A commune with none has no row in the file.
        here = {
            year: table.reindex(self.communes.index, fill_value=0)
            for year, table in self._facilities_everywhere.items()
        }
        return pd.concat(here, names=["year"])

    @cached_property
    def _facilities_everywhere(self) -> dict[int, pd.DataFrame]:
        return {year: insee.facilities(self.sources, year) for year in insee.FACILITIES}

    @cached_property
    def national(self) -> pd.DataFrame:
        """As :func:`national`."""
        return national(self._facilities_everywhere)

    @cached_property
    def uncounted(self) -> list[str]:
        """As :func:`uncounted`."""
        return uncounted(self._facilities_everywhere)

    @cached_property
    def zoning(self) -> pd.Series:
        """Zone of the doctors' zoning of each commune."""
        return match_zoning(ars.gp_zoning_2025(self.sources), self.communes)

    @cached_property
    def establishments(self) -> pd.DataFrame:
        """As :func:`bassin.read.finess.establishments`; empty where the register is not at hand."""
        return finess.establishments(self.sources)

    def by_commune(self, profession: str, years: Sequence[int]) -> pd.DataFrame:
        """Access of each commune: ``name``, then a column a year, ``"2022"``."""
        table = self.apl(profession)["apl"].unstack("year").reindex(self.communes.index)
        for year in years:
            chosen("year", year, table.columns)
        table = table[list(years)].rename(columns=str)
        return pd.concat([self.communes["name"], table], axis=1)

    def change(self, profession: str, start: int, end: int) -> pd.DataFrame:
        """Access of each commune in two years: ``name``, a column each, and ``change``."""
        table = self.by_commune(profession, [start, end])
        return table.assign(change=table[str(end)] - table[str(start)])

    def changes(self, profession: str, periods: Mapping[str, tuple[int, int]]) -> pd.DataFrame:
        """Change of access of each commune: ``name``, and a column a period by its code."""
        found = {
            name: self.change(profession, start, end)["change"]
            for name, (start, end) in periods.items()
        }
        return pd.DataFrame({"name": self.communes["name"], **found})

    def dots(self, profession: str, years: Sequence[int]) -> pd.DataFrame:
        """As :func:`dots`."""
        return dots(self.apl(profession), self.zones, self.communes, years)

    def zoning_table(self) -> pd.DataFrame:
        """Zone of each commune: ``name``, ``zone``, ``status`` (missing where not listed)."""
        status = self.zoning.notna().map({True: PUBLISHED, False: MISSING})
        return pd.DataFrame({"name": self.communes["name"], "zone": self.zoning, "status": status})

    def by_bearing(
        self, profession: str, years: Sequence[int], sides: Mapping[float, pd.Series]
    ) -> pd.DataFrame:
        """As :func:`access_by_bearing`."""
        return access_by_bearing(self.apl(profession), years, sides)

    def break_even(self, level: float, year: int) -> float:
        """Mean that the places an early edition leaves out would need for France to reach a level.

        Their weight is that of the first edition that has them. See :func:`break_even`.
        """
        table, field = self.apl(GP), self.areas[COMMON_FIELD]
        whole = at_year(table, min(set(table.index.unique("year")) - set(self.partial)))
        outside = whole.drop(index=list(field or ()), errors="ignore")
        inside = at_year(table, year).loc[list(field or ())]
        return break_even(level, inside, total(outside["standardised_population"]))

    def left_out(self, year: int) -> float:
        """Mean access, in a later edition, of the places the early ones leave out."""
        rows = at_year(self.apl(GP), year)
        return mean_access(rows.drop(index=list(self.areas[COMMON_FIELD] or ()), errors="ignore"))

    @choosing(base=lambda self: self.areas)
    def relative_to(self, year: int, base: str, professions: Sequence[str]) -> pd.DataFrame:
        """Mean access by area in one year, a row a profession, the area ``base`` being 100."""
        rows = {p: self.by_area(p, [year]).loc[year] for p in professions}
        means = pd.DataFrame(rows).T.drop(columns=COMMON_FIELD)
        return means.div(means[base], axis=0).mul(100).rename_axis("profession")

    def beside_france(self, year: int) -> pd.DataFrame:
        """As :meth:`relative_to` France, of the professions but doctors."""
        return self.relative_to(year, FRANCE, OTHERS)

    @choosing(profession=lambda self: self.national.columns, start=_counted, end=_counted)
    def national_change(self, profession: str, start: int, end: int) -> float:
        """Change of the number of professionals between two years, in %.

        Over the departements that every year counts: a territory that joins the file would pass for
        a gain.
        """
        counts = self.national[profession]
        return float((counts[end] / counts[start] - 1) * 100)

    def practitioners(self) -> pd.DataFrame:
        """As :func:`with_density`, the latest year first."""
        return with_density(self.counts(), self.population).sort_index(ascending=False)

    def by_area(self, profession: str, years: Sequence[int]) -> pd.DataFrame:
        """As :func:`access_by_area`."""
        return access_by_area(self.apl(profession), self.areas, years, self.partial)

    def by_zone(self, profession: str, years: Sequence[int]) -> pd.DataFrame:
        """As :func:`access_by_zone`."""
        return access_by_zone(self.apl(profession), self.zones, years)

    @choosing(profession=drees.PROFESSIONS, years=lambda self: self.inhabitants.columns)
    def underserved(
        self, years: Sequence[int], threshold: float = UNDERSERVED, profession: str = GP
    ) -> pd.DataFrame:
        """As :func:`underserved`, for general practitioners, with the census DREES itself uses."""
        people = self.population[[year - CENSUS_LAG for year in years]].set_axis(years, axis=1)
        return underserved(self.apl(profession), people, list(self.communes.index), threshold)

    @choosing(profession=drees.PROFESSIONS, years=lambda self: self.inhabitants.columns)
    def share_under(
        self, profession: str, years: Sequence[int], threshold: float = UNDERSERVED
    ) -> pd.DataFrame:
        """As :func:`share_under`, for the places the territory is compared with."""
        people = self.inhabitants[list(years)]
        return share_under(self.apl(profession), people, self.areas, threshold, self.partial)

    @choosing(profession=drees.PROFESSIONS, years=lambda self: self.inhabitants.columns)
    def communes_under(
        self, profession: str, years: Sequence[int], threshold: float = UNDERSERVED
    ) -> pd.DataFrame:
        """Share of the communes of several areas that are under a threshold of access.

        As :func:`share_under`, each commune with a value counting for one.
        """
        codes = self.apl(profession).index.unique("code")
        alike = pd.DataFrame(1, index=codes, columns=list(years))
        return share_under(self.apl(profession), alike, self.areas, threshold, self.partial)

    def by_line(
        self, profession: str, years: Sequence[int], lines: Mapping[str, pd.Series]
    ) -> pd.DataFrame:
        """As :func:`access_by_line`."""
        return access_by_line(self.apl(profession), years, lines)

    def both_columns(self, years: Sequence[int]) -> pd.DataFrame:
        """Mean access to general practitioners by area, of all doctors and of those under 65.

        Returns
        -------
        DataFrame
            Index ``(doctors, year)``, the latest year first; a column an area.
        """
        tables = {who: self.by_area(name, years) for name, who in DOCTORS.items()}
        return pd.concat(tables, names=["doctors"]).sort_index(ascending=[True, False])

    def both_sides(self, years: Sequence[int]) -> pd.DataFrame:
        """As :meth:`both_columns`, by side of the territory, with ``country``: the common field."""
        tables = {
            who: self.by_zone(name, years).assign(country=self.by_area(name, years)[COMMON_FIELD])
            for name, who in DOCTORS.items()
        }
        return pd.concat(tables, names=["doctors"]).sort_index(ascending=[True, False])

    def shortage(self, years: Sequence[int]) -> pd.DataFrame:
        """As :meth:`underserved`, of all doctors and of those under 65, beside the country.

        Returns
        -------
        DataFrame
            Index ``(doctors, year)``, the latest year first; the columns of :meth:`underserved`,
            ``country_pct`` (share of the inhabitants of the common field), ``communes_pct`` and
            ``country_communes_pct`` (share of the communes with a value, here and there).
        """
        tables = {}
        for name, who in DOCTORS.items():
            communes = self.communes_under(name, years)
            tables[who] = self.underserved(years, profession=name).assign(
                country_pct=self.share_under(name, years)[COMMON_FIELD],
                communes_pct=communes[self.territory.here],
                country_communes_pct=communes[COMMON_FIELD],
            )
        table = pd.concat(tables, names=["doctors"]).sort_index(ascending=[True, False])
        return table[list(SHORTAGE)]

    def counts(self) -> pd.DataFrame:
        """Professionals in the territory: one row a year, a column a profession."""
        return total(self.facilities.groupby("year"))

    @cached_property
    def filieris(self) -> pd.DataFrame:
        """Establishments of the miners' network in the territory, as :meth:`named`."""
        return self.named("filieris")

    def filieris_by_commune(self) -> pd.DataFrame:
        """The same, a row each by the name of its ``commune``: ``name``, ``category``."""
        return self.filieris.set_index("commune")[["name", "category"]]

    @property
    def health_centres(self) -> pd.DataFrame:
        """Those that are health centres."""
        return self.filieris[self.filieris["category"] == HEALTH_CENTRE]

    def named(self, word: str) -> pd.DataFrame:
        """Establishments of the territory with a word in their name, with the commune's name."""
        found = named(self.establishments, word, list(self.communes.index))
        return found.assign(commune=found["code"].map(self.communes["name"]))
