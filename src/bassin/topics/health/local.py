"""Access to care: potential access to health professionals, their number, the zoning."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Collection, Mapping, Sequence
from typing import ClassVar

import pandas as pd

from bassin.availability import MISSING, PUBLISHED
from bassin.errors import DataError
from bassin.files.trace import cached_property, kept_by
from bassin.indicators.stats import weighted_mean, weighted_means
from bassin.places.territory import AWAY, FACING
from bassin.read import ars, drees, finess, insee
from bassin.topics.base import Topic
from bassin.topics.population.local import Population

#: General practitioners, and those under 65: two columns of one file.
GP, GP_UNDER_65 = "general_practitioner", "general_practitioner_under_65"

#: The two columns of general practitioners, for tables of both.
COLUMNS = {GP: "all", GP_UNDER_65: "under 65"}

#: Names of the professions, for tables and figures.
LABELS = {
    GP: "General practitioners",
    GP_UNDER_65: "General practitioners under 65",
    "nurse": "Nurses",
    "dentist": "Dentists",
    "midwife": "Midwives",
    "pharmacy": "Pharmacies",
}

#: Fewer consultations a year than this, and a commune is called underserved (DREES).
UNDERSERVED = 2.5

#: The country as far as every edition of the index covers it.
COMMON_FIELD = "France, common field"

#: Years from the census DREES takes inhabitants from to the year of the index.
CENSUS_LAG = 2


def at_year(apl: pd.DataFrame, year: int) -> pd.DataFrame:
    """Rows of one year, indexed by ``code``.

    Raises
    ------
    KeyError
        If the year is not in the table; the message lists those that are.
    """
    years = apl.index.get_level_values("year").unique()
    if year not in years:
        raise KeyError(f"no APL for {year}; years are {', '.join(map(str, sorted(years)))}")
    return apl.xs(year, level="year")


def codes_of_departements(codes: pd.Index, departements: Collection[str]) -> list[str]:
    """Communes (or arrondissements) whose code starts with one of some departements.

    The start of a code holds for communes that have merged since and for arrondissements, which a
    list of today's communes does not have.
    """
    return [code for code in codes if code.startswith(tuple(departements))]


def common_field(apl: pd.DataFrame) -> list[str]:
    """Communes that every edition of the index has, and so a mean can be compared over."""
    editions = apl.index.to_frame(index=False).groupby("year")["code"].agg(set)
    return sorted(set.intersection(*editions))


def break_even(level: float, inside: pd.DataFrame, outside_weight: float) -> float:
    """Mean that places left out would need for the mean of all to reach a level.

    Parameters
    ----------
    level : float
        The level to reach.
    inside : DataFrame
        ``apl`` and ``standardised_population`` of the places that are in.
    outside_weight : float
        Standardised population of those left out.

    Raises
    ------
    ValueError
        If nothing is left out.
    """
    if outside_weight <= 0:
        raise ValueError("no place is left out: the mean is that of all")
    weight = inside["standardised_population"].sum()
    return float(level + (level - _mean(inside)) * weight / outside_weight)


def access_by_area(
    apl: pd.DataFrame,
    areas: Mapping[str, Sequence[str] | None],
    years: Sequence[int],
    partial: Collection[int] = (),
) -> pd.DataFrame:
    """Mean access of several areas, each commune weighted by its standardised population.

    Parameters
    ----------
    apl : DataFrame
        Index ``(code, year)``; ``apl``, ``standardised_population``.
    areas : mapping
        Label to commune codes, or ``None`` for the whole country.
    years : sequence of int
    partial : collection of int
        Years whose edition leaves out a part of the country: it has no mean then.

    Returns
    -------
    DataFrame
        Index ``year``, a column an area, in the unit of the index.
    """
    table = {}
    for year in years:
        rows = at_year(apl, year)
        table[year] = {
            area: _mean(rows.loc[rows.index.intersection(list(codes))])
            if codes is not None
            else float("nan")
            if year in partial
            else _mean(rows)
            for area, codes in areas.items()
        }
    return pd.DataFrame.from_dict(table, orient="index").rename_axis("year")


def _mean(rows: pd.DataFrame) -> float:
    return weighted_mean(rows["apl"], rows["standardised_population"])


def underserved(
    apl: pd.DataFrame, inhabitants: pd.DataFrame, codes: Sequence[str], threshold: float
) -> pd.DataFrame:
    """Communes and inhabitants under a threshold of access, by year.

    Parameters
    ----------
    apl : DataFrame
        Index ``(code, year)``; ``apl``.
    inhabitants : DataFrame
        Inhabitants by commune; one column a year of ``apl``.
    codes : sequence of str
    threshold : float
        Communes strictly below count.

    Returns
    -------
    DataFrame
        Index ``year``; ``communes``, ``inhabitants`` (under the threshold),
        ``inhabitants_pct`` (of those of the communes with a value), ``without_value`` (communes).
    """
    rows = {}
    for year in inhabitants.columns:
        access = at_year(apl, year)["apl"].reindex(list(codes))
        people = inhabitants[year].loc[list(codes)]
        below = access < threshold
        rows[year] = {
            "communes": int(below.sum()),
            "inhabitants": int(people[below].sum()),
            "inhabitants_pct": 100 * people[below].sum() / people[access.notna()].sum(),
            "without_value": int(access.isna().sum()),
        }
    return pd.DataFrame.from_dict(rows, orient="index").rename_axis("year")


def share_under(
    apl: pd.DataFrame,
    inhabitants: pd.DataFrame,
    areas: Mapping[str, Sequence[str] | None],
    threshold: float,
    partial: Collection[int] = (),
) -> pd.DataFrame:
    """Share of the inhabitants of several areas who live in communes under a threshold of access.

    Inhabitants count plainly, as the DREES asks: standardised ones are for means.

    Parameters
    ----------
    apl : DataFrame
        Index ``(code, year)``; ``apl``.
    inhabitants : DataFrame
        Inhabitants by commune; one column a year of ``apl``. A commune without any is left out.
    areas : mapping
        Label to commune codes, or ``None`` for the whole country.
    threshold : float
        Communes strictly below count.
    partial : collection of int
        Years whose edition leaves out a part of the country: it has no share then.

    Returns
    -------
    DataFrame
        Index ``year``, a column an area, in % of the inhabitants of communes with a value.
    """
    table = {}
    for year in inhabitants.columns:
        access = at_year(apl, year)["apl"].dropna()
        people = inhabitants[year].reindex(access.index)
        shares = {}
        for area, codes in areas.items():
            here = people if codes is None else people.loc[people.index.intersection(list(codes))]
            below = here[access.loc[here.index] < threshold]
            whole = codes is not None or year not in partial
            shares[area] = 100 * below.sum() / here.sum() if whole else float("nan")
        table[year] = shares
    return pd.DataFrame.from_dict(table, orient="index").rename_axis("year")


def departement_of(codes: pd.Index) -> pd.Index:
    """Departement of some communes or arrondissements, overseas included."""
    return codes.str[:3].where(codes.str.startswith("97"), codes.str[:2])


def common_departements(tables: Mapping[int, pd.DataFrame]) -> list[str]:
    """Departements that the tables of all years count, and so a change can be measured over.

    Parameters
    ----------
    tables : mapping
        Year to a table indexed by commune.
    """
    return sorted(set.intersection(*(set(departement_of(t.index)) for t in tables.values())))


def access_by_zone(apl: pd.DataFrame, zones: pd.Series, years: Sequence[int]) -> pd.DataFrame:
    """Mean access of each zone by year, weighted by standardised population.

    Parameters
    ----------
    apl : DataFrame
        Index ``(code, year)``; ``apl``, ``standardised_population``.
    zones : Series
        Zone of each commune of the territory.

    Returns
    -------
    DataFrame
        Index ``year``, a column a zone.
    """
    table = {}
    for year in years:
        rows = at_year(apl, year).reindex(zones.index)
        table[year] = weighted_means(rows, zones, value="apl", weight="standardised_population")
    return pd.DataFrame.from_dict(table, orient="index").rename_axis("year")


def density(counts: pd.Series, population: pd.Series, per: int = 10_000) -> float:
    """Professionals for so many inhabitants, over all the communes given."""
    return float(counts.reindex(population.index, fill_value=0).sum() / population.sum() * per)


def match_zoning(zoning: pd.DataFrame, communes: pd.DataFrame) -> pd.Series:
    """Find the zone of communes in a list that knows them by name and postcode only.

    A postcode starts with the departement of the post office, nearly always that of the commune.
    Names are compared within it, without accents, case, hyphens or apostrophes.

    Parameters
    ----------
    zoning : DataFrame
        As :func:`bassin.read.ars.gp_zoning_2025`.
    communes : DataFrame
        Index ``code``; ``name``, ``dep``.

    Returns
    -------
    Series of str
        Zone of each commune; NaN where the list has no such name.

    Raises
    ------
    DataError
        If a commune's name leads to two zones.
    """
    listed = zoning.assign(
        key=zoning["name"].map(plain_name), dep=zoning["postcode"].str[:2]
    ).drop_duplicates(["dep", "key", "zone"])
    double = listed.duplicated(["dep", "key"], keep=False)
    wanted = pd.MultiIndex.from_arrays([communes["dep"], communes["name"].map(plain_name)])
    keys = pd.MultiIndex.from_frame(listed[["dep", "key"]])
    ambiguous = wanted[wanted.isin(keys[double])]
    if len(ambiguous):
        raise DataError(
            "ars/zonage_medecins_2025.csv",
            "one name, two zones; the list has no INSEE code to tell them apart",
            column="Zonage",
            row=ambiguous[0],
        )
    zones = pd.Series(listed.loc[~double, "zone"].to_numpy(), index=keys[~double])
    return pd.Series(zones.reindex(wanted).to_numpy(), index=communes.index, name="zone")


def plain_name(name: str) -> str:
    """Name of a commune without accents, case or punctuation, for comparing lists.

    Examples
    --------
    >>> plain_name("Saint-Étienne-de-l'Olm")
    'saint etienne de l olm'
    """
    letters = unicodedata.normalize("NFKD", name.lower().replace("œ", "oe"))
    bare = "".join(letter for letter in letters if not unicodedata.combining(letter))
    return re.sub(r"[^a-z0-9]+", " ", bare).strip()


def named(establishments: pd.DataFrame, word: str, codes: Sequence[str]) -> pd.DataFrame:
    """Establishments of some communes with a word in their name, sorted by commune and name."""
    either = establishments["name"] + " " + establishments["long_name"]
    found = either.map(plain_name).str.contains(plain_name(word), regex=False)
    here = establishments["code"].isin(list(codes))
    return establishments[found & here].sort_values(["code", "name"])


class Health(Topic):
    """Access to care in one territory."""

    labels: ClassVar[Mapping[str, str]] = LABELS

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

    def _apl(self, profession: str) -> pd.DataFrame:
        now = drees.apl(self.sources, profession)
        if profession not in COLUMNS:
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
        areas = dict(zip(self.territory.places, places, strict=True))
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
        """The same counts for France by ``year``, over the departements that every year counts."""
        counted = common_departements(self._facilities_everywhere)
        nation = {
            year: table[departement_of(table.index).isin(counted)].sum()
            for year, table in self._facilities_everywhere.items()
        }
        return pd.DataFrame(nation).T

    @cached_property
    def uncounted(self) -> list[str]:
        """Departements that some years count and others do not: not in ``national``."""
        tables = self._facilities_everywhere
        known = {code for table in tables.values() for code in departement_of(table.index)}
        return sorted(known - set(common_departements(tables)))

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
        table = table[list(years)].rename(columns=str)
        return pd.concat([self.communes["name"], table], axis=1)

    def change(self, profession: str, start: int, end: int) -> pd.DataFrame:
        """Access of each commune in two years: ``name``, a column each, and ``change``."""
        table = self.by_commune(profession, [start, end])
        return table.assign(change=table[str(end)] - table[str(start)])

    def dots(self, profession: str, years: Sequence[int]) -> pd.DataFrame:
        """One row a commune and year, indexed by name: ``value``, ``zone``, ``year``, ``weight``.

        The weight is the standardised population.
        """
        rows = []
        for year in years:
            there = at_year(self.apl(profession), year).reindex(self.communes.index)
            rows.append(
                pd.DataFrame(
                    {
                        "year": year,
                        "zone": self.zones,
                        "value": there["apl"],
                        "weight": there["standardised_population"],
                    }
                ).set_axis(self.communes["name"])
            )
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
            Bearing faced to the sides it makes, as :meth:`bassin.places.territory.Territory.sides`.

        Returns
        -------
        DataFrame
            ``year``, ``bearing``, ``facing``, ``away``: means weighted by standardised population.
        """
        rows = []
        for bearing, zones in sides.items():
            means = access_by_zone(self.apl(profession), zones, years)
            rows += [(y, bearing, means.at[y, FACING], means.at[y, AWAY]) for y in years]
        return pd.DataFrame(rows, columns=["year", "bearing", "facing", "away"])

    def break_even(self, level: float, year: int) -> float:
        """Mean that the places an early edition leaves out would need for France to reach a level.

        Their weight is that of the first edition that has them. See :func:`break_even`.
        """
        table, field = self.apl(GP), self.areas[COMMON_FIELD]
        whole = at_year(table, min(set(table.index.unique("year")) - set(self.partial)))
        outside = whole.drop(index=list(field or ()), errors="ignore")
        inside = at_year(table, year).loc[list(field or ())]
        return break_even(level, inside, outside["standardised_population"].sum())

    def left_out(self, year: int) -> float:
        """Mean access, in a later edition, of the places the early ones leave out."""
        rows = at_year(self.apl(GP), year)
        return _mean(rows.drop(index=list(self.areas[COMMON_FIELD] or ()), errors="ignore"))

    def relative_to(self, year: int, base: str, professions: Sequence[str]) -> pd.DataFrame:
        """Mean access by area in one year, a row a profession, the area ``base`` being 100."""
        rows = {LABELS[p]: self.by_area(p, [year]).loc[year] for p in professions}
        means = pd.DataFrame(rows).T.drop(columns=COMMON_FIELD)
        return means.div(means[base], axis=0).mul(100).rename_axis("profession")

    def national_change(self, profession: str, start: int, end: int) -> float:
        """Change of the number of professionals between two years, in %.

        Over the departements that every year counts: a territory that joins the file would pass for
        a gain.
        """
        counts = self.national[profession]
        return float((counts[end] / counts[start] - 1) * 100)

    def practitioners(self) -> pd.DataFrame:
        """Professionals by year, and general practitioners for 10,000 inhabitants.

        ``gp_per_10000`` divides by the population of the same year.
        """
        counts = self.counts()
        people = self.population[list(counts.index)].sum()
        return counts.assign(gp_per_10000=counts[GP] / people * 10_000)

    def by_area(self, profession: str, years: Sequence[int]) -> pd.DataFrame:
        """As :func:`access_by_area`."""
        return access_by_area(self.apl(profession), self.areas, years, self.partial)

    def by_zone(self, profession: str, years: Sequence[int]) -> pd.DataFrame:
        """As :func:`access_by_zone`."""
        return access_by_zone(self.apl(profession), self.zones, years)

    def underserved(
        self, years: Sequence[int], threshold: float = UNDERSERVED, profession: str = GP
    ) -> pd.DataFrame:
        """As :func:`underserved`, for general practitioners, with the census DREES itself uses."""
        people = self.population[[year - CENSUS_LAG for year in years]].set_axis(years, axis=1)
        return underserved(self.apl(profession), people, list(self.communes.index), threshold)

    def share_under(
        self, profession: str, years: Sequence[int], threshold: float = UNDERSERVED
    ) -> pd.DataFrame:
        """As :func:`share_under`, for the places the territory is compared with."""
        people = self.inhabitants[list(years)]
        return share_under(self.apl(profession), people, self.areas, threshold, self.partial)

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
        """Mean access on either side of several lines.

        Parameters
        ----------
        profession : str
        years : sequence of int
        lines : mapping
            Name of a line to the side of each commune.

        Returns
        -------
        DataFrame
            Index ``(line, year)``, a column a side; weighted by standardised population.

        Examples
        --------
        >>> health.by_line(GP, [2023], {"mines": zones})  # doctest: +SKIP
        """
        tables = {
            name: access_by_zone(self.apl(profession), zones, years)
            for name, zones in lines.items()
        }
        return pd.concat(tables, names=["line"])

    def both_columns(self, years: Sequence[int]) -> pd.DataFrame:
        """Mean access to general practitioners by area, of all doctors and of those under 65.

        Returns
        -------
        DataFrame
            Index ``(doctors, year)``, the latest year first; a column an area.
        """
        tables = {words: self.by_area(name, years) for name, words in COLUMNS.items()}
        return pd.concat(tables, names=["doctors"]).sort_index(ascending=[True, False])

    def both_sides(self, years: Sequence[int]) -> pd.DataFrame:
        """As :meth:`both_columns`, by side of the territory, with ``country``: the common field."""
        tables = {
            words: self.by_zone(name, years).assign(country=self.by_area(name, years)[COMMON_FIELD])
            for name, words in COLUMNS.items()
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
        for name, words in COLUMNS.items():
            communes = self.communes_under(name, years)
            tables[words] = self.underserved(years, profession=name).assign(
                country_pct=self.share_under(name, years)[COMMON_FIELD],
                communes_pct=communes[next(iter(self.areas))],
                country_communes_pct=communes[COMMON_FIELD],
            )
        return pd.concat(tables, names=["doctors"]).sort_index(ascending=[True, False])

    def counts(self) -> pd.DataFrame:
        """Professionals in the territory: one row a year, a column a profession."""
        return self.facilities.groupby("year").sum()

    def named(self, word: str) -> pd.DataFrame:
        """Establishments of the territory with a word in their name, with the commune's name."""
        found = named(self.establishments, word, list(self.communes.index))
        return found.assign(commune=found["code"].map(self.communes["name"]))
