"""The perimeters a study mixes, held against the intercommunality."""

from __future__ import annotations

from collections.abc import Collection, Mapping

import geopandas as gpd
import pandas as pd

from bassin.files.trace import cached_property
from bassin.indicators.stats import total
from bassin.places.outlines import mend_outlines
from bassin.places.passage import GEOGRAPHY
from bassin.read import anct, dgcl, france_travail, ign, insee
from bassin.topics.base import Topic


def compare(
    perimeters: Mapping[str, Collection[str]], base: Collection[str], population: pd.Series
) -> pd.DataFrame:
    """Communes and inhabitants of several perimeters, and what they share with one of them.

    Parameters
    ----------
    perimeters : mapping
        Name to commune codes.
    base : collection of str
        Communes of the reference perimeter.
    population : Series
        Inhabitants by commune code; every commune of every perimeter must be there.

    Returns
    -------
    DataFrame
        Index ``perimeter``; ``communes``, ``population``, ``shared_communes``,
        ``shared_population`` (in both), ``outside_communes`` (of the base, not in the perimeter),
        ``beyond_communes`` and ``beyond_population`` (of the perimeter, not in the base).

    Raises
    ------
    ValueError
        If a commune has no population.
    """
    rows = {}
    inside = set(base)
    for name, codes in perimeters.items():
        here = set(codes)
        absent = (here | inside) - set(population.dropna().index)
        if absent:
            raise ValueError(f"{name}: no population for {', '.join(sorted(absent)[:5])}")
        both, beyond = sorted(here & inside), sorted(here - inside)
        rows[name] = {
            "communes": len(here),
            "population": int(total(population.loc[sorted(here)])),
            "shared_communes": len(both),
            "shared_population": int(total(population.loc[both])),
            "outside_communes": len(inside - here),
            "beyond_communes": len(beyond),
            "beyond_population": int(total(population.loc[beyond])),
        }
    return pd.DataFrame.from_dict(rows, orient="index").rename_axis("perimeter")


def membership_history(history: pd.DataFrame, claims: pd.DataFrame) -> pd.DataFrame:
    """Set the numbers of communes a study prints beside those found in the files, by year.

    Parameters
    ----------
    history : DataFrame
        As :attr:`bassin.places.territory.Territory.history`.
    claims : DataFrame
        Claims of the study; those in ``communes`` that the text does not contradict are used.

    Returns
    -------
    DataFrame
        Index ``year``; ``printed``, ``found`` (numbers of communes, NaN where there is none),
        ``change``, ``basis`` (where the number comes from).
    """
    printed = claims[(claims["unit"] == "communes") & (claims["kind"] == "number")]
    years = printed["period"].astype(int)
    table = pd.DataFrame(
        {
            "printed": printed["published"].set_axis(years),
            "found": history["communes"].astype(float),
            "change": history["change"],
            "basis": history["basis"],
        }
    ).rename_axis("year")
    several = printed["lines"].str.contains("-").map({True: "lines ", False: "line "})
    lines = "Printed by the study, " + several + printed["lines"].str.replace("-", "–")
    lines = lines.set_axis(years)
    return table.assign(change=table["change"].fillna(""), basis=table["basis"].fillna(lines))


def times_covered(perimeters: Mapping[str, Collection[str]]) -> pd.Series:
    """In how many of several perimeters each commune of any of them is."""
    every = [code for codes in perimeters.values() for code in sorted(set(codes))]
    return pd.Series(every, dtype=str).value_counts().sort_index().rename("perimeters")


def main_group(membership: pd.Series, codes: Collection[str], population: pd.Series) -> str:
    """Group that holds most inhabitants of some communes: their zone d'emploi, say.

    Parameters
    ----------
    membership : Series of str
        Group of each commune; NaN for none.
    codes : collection of str
    population : Series
        Inhabitants by commune.
    """
    groups = membership.reindex(list(codes)).dropna()
    return str(total(population.loc[groups.index].groupby(groups)).idxmax())


def communes_of(members: str, epci_members: pd.DataFrame) -> list[str]:
    """Communes behind a list of SIREN, each that of an EPCI or of a commune.

    Parameters
    ----------
    members : str
        SIREN separated by spaces.
    epci_members : DataFrame
        As :func:`bassin.read.dgcl.epci_members_2023`.

    Raises
    ------
    ValueError
        If a SIREN is neither.
    """
    codes: set[str] = set()
    for siren in members.split():
        found = epci_members.index[
            (epci_members["epci"] == siren) | (epci_members["siren"] == siren)
        ]
        if found.empty:
            raise ValueError(f"SIREN {siren} is neither an EPCI nor a commune of 2023")
        codes.update(found)
    return sorted(codes)


def holders(territories: pd.DataFrame, epci: str) -> list[str]:
    """Labels whose list of members names an EPCI."""
    named = territories["members"].str.split().map(lambda sirens: epci in sirens)
    return list(territories.index[named])


class Perimeters(Topic):
    """The perimeters of one territory."""

    @cached_property
    def population(self) -> pd.Series:
        """Inhabitants of every commune of 2023, census 2020."""
        counted = insee.legal_population_2020(self.sources)["municipal"]
        return self.territory.passage.carry(counted, insee.LEGAL_GEOGRAPHY, GEOGRAPHY)

    @cached_property
    def zone(self) -> Mapping[str, list[str]]:
        """The zone d'emploi that holds most inhabitants of the territory: name to communes."""
        zones = insee.employment_zones_2023(self.sources)
        zone = main_group(zones["zone"], self.territory.codes, self.population)
        inside = zones[zones["zone"] == zone]
        return {f"Zone d'emploi {inside['zone_name'].iloc[0]} ({zone})": list(inside.index)}

    @cached_property
    def basin(self) -> Mapping[str, list[str]]:
        """The bassin of the recruitment survey that holds most of them: name to communes."""
        listed = france_travail.basins_2019(self.sources)
        today = listed.loc[listed.index.intersection(self.population.index)]
        basin = main_group(today["basin"], self.territory.codes, self.population)
        inside = today[today["basin"] == basin]
        return {f"BMO bassin {inside['basin_name'].iloc[0].title()} ({basin})": list(inside.index)}

    def phase(self, number: int) -> Mapping[str, list[str]]:
        """Territoires d'industrie of one phase, 1 or 2, that name the EPCI: name to communes."""
        read = {1: anct.industry_territories_2018, 2: anct.industry_territories_2023}
        table = read[number](self.sources)
        members = dgcl.epci_members_2023(self.sources)
        return {
            f"Territoire d'industrie, phase {number}: {table.at[key, 'name']}": communes_of(
                table.at[key, "members"], members
            )
            for key in holders(table, self.territory.code)
        }

    @cached_property
    def codes(self) -> Mapping[str, list[str]]:
        """Name of each perimeter to its communes: the EPCI first, then the others."""
        own = {self.territory.short_name: list(self.territory.codes)}
        return {**own, **self.zone, **self.basin, **self.phase(1), **self.phase(2)}

    @cached_property
    def table(self) -> pd.DataFrame:
        """As :func:`compare`, against the EPCI."""
        return compare(self.codes, self.territory.codes, self.population)

    @cached_property
    def industry_2018(self) -> gpd.GeoDataFrame:
        """As :func:`bassin.read.anct.industry_territories_2018`: outlines as published."""
        return anct.industry_territories_2018(self.sources)

    @cached_property
    def industry(self) -> gpd.GeoDataFrame:
        """Territoires d'industrie of the first phase, mended: ``name``, ``members``, ``mended``."""
        return mend_outlines(
            self.industry_2018,
            dgcl.epci_members_2023(self.sources),
            ign.communes_france_2024(self.sources),
        )

    @cached_property
    def chosen(self) -> str | None:
        """The one of the first phase the territory is in."""
        return next(iter(holders(self.industry_2018, self.territory.code)), None)

    @cached_property
    def found(self) -> pd.DataFrame:
        """As :attr:`bassin.places.territory.Territory.history`."""
        return self.territory.history

    @property
    def times(self) -> pd.DataFrame:
        """As :func:`times_covered`, for every commune of any of the perimeters."""
        return times_covered(self.codes).to_frame()

    def history(self, claims: pd.DataFrame) -> pd.DataFrame:
        """As :func:`membership_history`."""
        return membership_history(self.found, claims)
