"""Access to care: potential access to health professionals, their number, the zoning."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import pandas as pd

from bassin.availability import MISSING, PUBLISHED
from bassin.choices import choosing
from bassin.collation import by_name
from bassin.files.trace import cached_property, kept_by
from bassin.files.vintages import vintages
from bassin.indicators.declared.care import YEARS
from bassin.indicators.stats import total, whole_number
from bassin.places.national import Ground
from bassin.places.territory import AWAY, FACING, FRANCE
from bassin.read import ars, drees, finess, insee
from bassin.topics.base import Topic
from bassin.topics.health.access import (
    COMMON_FIELD,
    DOCTORS,
    GP,
    OTHERS,
    RECENT_EDITIONS,
    UNDERSERVED,
    break_even,
    by_year,
    common_field,
    key_of,
    share_of_communes,
    short_of,
)
from bassin.topics.health.names import match_zoning, named
from bassin.topics.health.professionals import national, uncounted, with_density
from bassin.topics.national import parts_of
from bassin.topics.population.local import Population
from bassin.topics.selected import whole

#: Year of the zoning of general practitioners.
ZONING_YEAR = 2025

#: Columns of :meth:`Health.shortage`.
SHORTAGE = (
    "communes",
    "communes_pct",
    "country_communes_pct",
    "inhabitants",
    "inhabitants_pct",
    "country_pct",
    "france_pct",
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
        """Inhabitants by commune in the years whose professionals are counted."""
        people = Population(self.territory, self.sources).people
        return pd.DataFrame({year: people(year) for year in self._facilities_everywhere})

    def latest(self, profession: str) -> pd.DataFrame:
        """As :func:`bassin.read.drees.apl_years`: the editions since 2022."""
        return drees.apl_years(self.sources, profession)

    @cached_property
    def common_field(self) -> Sequence[str]:
        """As :func:`common_field`, of the index of access to general practitioners."""
        editions = [drees.apl_2016_2018(self.sources, GP), self.latest(GP)]
        return common_field(pd.concat(editions))

    def _outside(self, year: int) -> Sequence[str]:
        """Communes of an edition that are out of the common field."""
        parts = parts_of(self.sources, key_of(GP, year), Ground.as_filed())
        return list(parts.table.index.difference(list(self.common_field)))

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
        years = vintages(self.sources, insee.FACILITIES)
        return {year: insee.facilities(self.sources, year) for year in years}

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
        return match_zoning(ars.gp_zoning(self.sources, ZONING_YEAR), self.communes)

    @cached_property
    def establishments(self) -> pd.DataFrame:
        """As :func:`bassin.read.finess.establishments`; empty where the register is not at hand."""
        return finess.establishments(self.sources)

    def by_commune(self, profession: str, years: Sequence[int]) -> pd.DataFrame:
        """Access of each commune: ``name``, then a column a year, ``"2022"``."""
        found = {str(y): self.selected.by_commune(key_of(profession, y)) for y in years}
        return pd.DataFrame({"name": self.communes["name"], **found})

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
        """One row a commune and year, by name: ``value``, ``zone``, ``year``, ``weight``.

        The weight is the standardised population.
        """
        rows = []
        for year in years:
            parts = self.selected.parts(key_of(profession, year))
            columns = {"zone": self.zones, "value": parts.values(), "weight": parts.weights()}
            table = pd.DataFrame(columns).loc[self.communes.index]
            rows.append(table.assign(year=year).set_axis(self.communes["name"]))
        return pd.concat(rows)

    def zoning_table(self) -> pd.DataFrame:
        """Zone of each commune: ``name``, ``zone``, ``status`` (missing where not listed)."""
        status = self.zoning.notna().map({True: PUBLISHED, False: MISSING})
        return pd.DataFrame({"name": self.communes["name"], "zone": self.zoning, "status": status})

    def by_bearing(
        self, profession: str, years: Sequence[int], sides: Mapping[float, pd.Series]
    ) -> pd.DataFrame:
        """Mean access on the two sides of several lines.

        Parameters
        ----------
        profession : str
        years : sequence of int
        sides : mapping
            Bearing faced to the sides it makes, as
            :meth:`bassin.places.territory.Territory.sides`.

        Returns
        -------
        DataFrame
            ``year``, ``bearing``, ``facing``, ``away``: NaN for a side without a commune.
        """
        rows = []
        for bearing, zones in sides.items():
            means = self.by_groups(profession, years, zones).reindex(columns=[FACING, AWAY])
            rows += [(y, bearing, means.at[y, FACING], means.at[y, AWAY]) for y in years]
        return pd.DataFrame(rows, columns=["year", "bearing", "facing", "away"])

    def break_even(self, level: float, year: int) -> float:
        """Mean that the places an early edition leaves out would need for France to reach a level.

        Their weight is that of the first edition that has them. See :func:`break_even`.
        """
        first = min(y for y in YEARS[GP][1] if whole(key_of(GP, y)))
        outside = self.selected.filed(key_of(GP, first), self._outside(first))
        inside = self.selected.filed(key_of(GP, year), self.common_field)
        return break_even(level, inside, outside["of"])

    def left_out(self, year: int) -> float:
        """Mean access, in a later edition, of the places the early ones leave out."""
        return float(self.selected.filed(key_of(GP, year), self._outside(year))["value"])

    @choosing(base=lambda self: self.territory.levels)
    def relative_to(self, year: int, base: str, professions: Sequence[str]) -> pd.DataFrame:
        """Mean access by area in one year, a row a profession, the area ``base`` being 100."""
        rows = {p: self.selected.by_place(key_of(p, year))["value"] for p in professions}
        means = pd.DataFrame(rows).T
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
        return with_density(self.facilities, self.population).sort_index(ascending=False)

    def by_area(self, profession: str, years: Sequence[int]) -> pd.DataFrame:
        """Mean access of the places the territory is compared with, the common field among them.

        Returns
        -------
        DataFrame
            Index ``year``, a column a place, in the unit of the index. An edition that leaves out
            a part of the mainland has no mean of the country.
        """
        return by_year({year: self._of_areas(key_of(profession, year)) for year in years})

    def _of_areas(self, key: str) -> Mapping[str, object]:
        """Value of the places, each over its communes in all of France: found once for a key."""

        def found() -> Mapping[str, object]:
            field = self.selected.filed(key, self.common_field)["value"]
            return {**self.selected.by_place(key)["value"], COMMON_FIELD: field}

        return kept_by(self).get(("areas", key), found)

    def by_zone(self, profession: str, years: Sequence[int]) -> pd.DataFrame:
        """As :meth:`by_groups`, on the sides of the territory."""
        return self.by_groups(profession, years, self.zones)

    def by_groups(self, profession: str, years: Sequence[int], groups: pd.Series) -> pd.DataFrame:
        """Mean access of groups of communes of the territory: index ``year``, a column a group."""
        return by_year(
            {y: self.selected.over(key_of(profession, y), groups)["value"] for y in years}
        )

    def underserved(self, years: Sequence[int], profession: str = GP) -> pd.DataFrame:
        """Communes and inhabitants under the threshold of access, by year.

        Returns
        -------
        DataFrame
            Index ``year``; ``communes``, ``inhabitants`` (under the threshold),
            ``inhabitants_pct`` (of those of the communes with a value), ``without_value``
            (communes).
        """
        rows = {}
        for year in years:
            access = self.selected.by_commune(key_of(profession, year))
            key = short_of(profession, year)
            people = self.selected.parts(key).table["top"]
            below = access < UNDERSERVED
            rows[year] = {
                "communes": int(below.sum()),
                "inhabitants": whole_number(total(people[below])),
                "inhabitants_pct": self.selected.value(key),
                "without_value": int(access.isna().sum()),
            }
        return by_year(rows)

    def share_under(self, profession: str, years: Sequence[int]) -> pd.DataFrame:
        """Share of the inhabitants who live in communes under the threshold of access, by area.

        Inhabitants count plainly, as the DREES asks: standardised ones are for means.

        Returns
        -------
        DataFrame
            As :meth:`by_area`, in % of the inhabitants of communes with a value.
        """
        return by_year({year: self._of_areas(short_of(profession, year)) for year in years})

    def communes_under(self, profession: str, years: Sequence[int]) -> pd.DataFrame:
        """As :func:`share_of_communes`, here, in the common field and in France: index ``year``."""
        rows = {}
        for year in years:
            key = key_of(profession, year)
            everywhere = parts_of(self.sources, key, Ground.as_filed()).values()
            rows[year] = {
                self.territory.here: share_of_communes(self.selected.by_commune(key)),
                COMMON_FIELD: share_of_communes(everywhere.reindex(list(self.common_field))),
                FRANCE: share_of_communes(everywhere),
            }
        return by_year(rows)

    def by_line(
        self, profession: str, years: Sequence[int], lines: Mapping[str, pd.Series]
    ) -> pd.DataFrame:
        """As :meth:`by_groups`, on either side of several lines: index ``(line, year)``."""
        tables = {name: self.by_groups(profession, years, zones) for name, zones in lines.items()}
        return pd.concat(tables, names=["line"])

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
            ``country_pct`` (share of the inhabitants of the common field), ``france_pct`` (of all
            of France, since 2022), ``communes_pct`` and
            ``country_communes_pct`` (share of the communes with a value, here and there).
        """
        tables = {}
        for name, who in DOCTORS.items():
            communes, shares = self.communes_under(name, years), self.share_under(name, years)
            tables[who] = self.underserved(years, profession=name).assign(
                country_pct=shares[COMMON_FIELD],
                # The editions of 2016 and 2018 at hand leave out overseas and three cities.
                france_pct=shares[FRANCE].where(shares.index.isin(RECENT_EDITIONS)),
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
        """The same, a row each by the name of its ``commune``: ``name``, ``category``.

        Raises
        ------
        TerritoryError
            If none is known there: the register at hand has one region.
        """
        self._reached(self.filieris, finess.ESTABLISHMENTS)
        listed = by_name(by_name(self.filieris), "commune")
        return listed.set_index("commune")[["name", "category"]]

    @property
    def health_centres(self) -> pd.DataFrame:
        """Those that are health centres."""
        return self.filieris[self.filieris["category"] == HEALTH_CENTRE]

    def named(self, word: str) -> pd.DataFrame:
        """Establishments of the territory with a word in their name, with the commune's name."""
        found = named(self.establishments, word, list(self.communes.index))
        return found.assign(commune=found["code"].map(self.communes["name"]))
