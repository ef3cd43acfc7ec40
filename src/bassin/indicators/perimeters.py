"""The perimeters a study mixes, held against the intercommunality."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass

import geopandas as gpd
import pandas as pd

from bassin.read import anct, dgcl, france_travail, ign, insee
from bassin.sources import Sources
from bassin.territory import GEOGRAPHY, Territory, mend_outlines


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
        absent = (here | inside) - set(population.index)
        if absent:
            raise ValueError(f"{name}: no population for {', '.join(sorted(absent)[:5])}")
        both, beyond = sorted(here & inside), sorted(here - inside)
        rows[name] = {
            "communes": len(here),
            "population": int(population.loc[sorted(here)].sum()),
            "shared_communes": len(both),
            "shared_population": int(population.loc[both].sum()),
            "outside_communes": len(inside - here),
            "beyond_communes": len(beyond),
            "beyond_population": int(population.loc[beyond].sum()),
        }
    return pd.DataFrame.from_dict(rows, orient="index").rename_axis("perimeter")


def membership_history(history: pd.DataFrame, claims: pd.DataFrame) -> pd.DataFrame:
    """Set the numbers of communes a study prints beside those found in the files, by year.

    Parameters
    ----------
    history : DataFrame
        As :attr:`bassin.territory.Territory.history`.
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
    return str(population.loc[groups.index].groupby(groups).sum().idxmax())


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


@dataclass(frozen=True)
class Perimeters:
    """The perimeters of one territory.

    Attributes
    ----------
    table : DataFrame
        As :func:`compare`.
    codes : mapping
        Name of a perimeter to its communes.
    industry : GeoDataFrame
        Territoires d'industrie of the first phase, mended: ``name``, ``members``, ``mended``.
    chosen : str or None
        The one of the first phase the territory is in.
    found : DataFrame
        As :attr:`bassin.territory.Territory.history`.
    """

    table: pd.DataFrame
    codes: Mapping[str, list[str]]
    industry: gpd.GeoDataFrame
    chosen: str | None
    found: pd.DataFrame

    @classmethod
    def of(cls, territory: Territory, sources: Sources) -> Perimeters:
        """Read what concerns one territory."""
        members = dgcl.epci_members_2023(sources)
        shapes = ign.communes_france_2024(sources)
        population = insee.legal_population_2020(sources)["municipal"]
        return cls.build(
            territory.codes,
            territory.code,
            territory.short_name,
            zones=insee.employment_zones_2023(sources),
            basins=france_travail.basins_2019(sources),
            epci_members=members,
            industry_2018=mend_outlines(anct.industry_territories_2018(sources), members, shapes),
            industry_2023=anct.industry_territories_2023(sources),
            population=territory.passage.carry(population, insee.LEGAL_GEOGRAPHY, GEOGRAPHY),
            history=territory.history,
        )

    @classmethod
    def build(
        cls,
        base: Sequence[str],
        epci: str,
        label: str,
        *,
        zones: pd.DataFrame,
        basins: pd.DataFrame,
        epci_members: pd.DataFrame,
        industry_2018: gpd.GeoDataFrame,
        industry_2023: gpd.GeoDataFrame,
        population: pd.Series,
        history: pd.DataFrame,
    ) -> Perimeters:
        """Find the zone d'emploi, the bassin and the Territoires d'industrie of a territory.

        Parameters
        ----------
        base : sequence of str
            Communes of the EPCI.
        epci, label : str
            Its SIREN and name.
        zones : DataFrame
            As :func:`bassin.read.insee.employment_zones_2023`.
        basins : DataFrame
            As :func:`bassin.read.france_travail.basins_2019`.
        epci_members : DataFrame
            As :func:`bassin.read.dgcl.epci_members_2023`.
        industry_2018, industry_2023 : GeoDataFrame
            Territoires d'industrie of the two phases, outlines mended.
        population : Series
            Inhabitants of every commune of 2023.
        history : DataFrame
            As :attr:`bassin.territory.Territory.history`.
        """
        codes: dict[str, list[str]] = {label: list(base)}
        zone = main_group(zones["zone"], base, population)
        in_zone = zones[zones["zone"] == zone]
        codes[f"Zone d'emploi {in_zone['zone_name'].iloc[0]} ({zone})"] = list(in_zone.index)
        today = basins.loc[basins.index.intersection(population.index)]
        basin = main_group(today["basin"], base, population)
        in_basin = today[today["basin"] == basin]
        title = in_basin["basin_name"].iloc[0].title()
        codes[f"BMO bassin {title} ({basin})"] = list(in_basin.index)
        chosen = holders(industry_2018, epci)
        for phase, table in ((1, industry_2018), (2, industry_2023)):
            for key in holders(table, epci):
                name = f"Territoire d'industrie, phase {phase}: {table.at[key, 'name']}"
                codes[name] = communes_of(table.at[key, "members"], epci_members)
        return cls(
            table=compare(codes, base, population),
            codes=codes,
            industry=industry_2018,
            chosen=chosen[0] if chosen else None,
            found=history,
        )

    @property
    def times(self) -> pd.DataFrame:
        """As :func:`times_covered`, for every commune of any of the perimeters."""
        return times_covered(self.codes).to_frame()

    def history(self, claims: pd.DataFrame) -> pd.DataFrame:
        """As :func:`membership_history`."""
        return membership_history(self.found, claims)
