"""The perimeters a study mixes, held against the intercommunality."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from functools import partial

import geopandas as gpd
import pandas as pd

from bassin.choices import choosing
from bassin.errors import TerritoryError
from bassin.files.trace import cached_property
from bassin.indicators.stats import total
from bassin.phrase import Phrase
from bassin.places.names import Called
from bassin.places.outlines import mend_outlines
from bassin.places.passage import GEOGRAPHY
from bassin.read import anct, dgcl, etalab, france_travail, ign, insee, printed
from bassin.topics.base import Topic

#: Year of the bassins of the recruitment survey among the perimeters.
SURVEY = 2019
#: Year in which the study has the agglomeration founded.
FOUNDED = 2013


def compare(
    perimeters: Mapping[str, Collection[str]], base: Collection[str], population: pd.Series
) -> pd.DataFrame:
    """Communes and inhabitants of several perimeters, and what they share with one of them.

    Parameters
    ----------
    perimeters : mapping
        Code of each to commune codes.
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
    TerritoryError
        If a commune has no population, as in Mayotte.
    """
    rows = {}
    inside = set(base)
    for name, codes in perimeters.items():
        here = set(codes)
        absent = (here | inside) - set(population.dropna().index)
        if absent:
            raise TerritoryError(
                f"{name}: no population for {', '.join(sorted(absent)[:5])}. Ask for its communes."
            )
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
        Claims of the study; :func:`counts_printed` are used.

    Returns
    -------
    DataFrame
        Index ``year``; ``printed``, ``found`` (numbers of communes, NaN where there is none),
        ``change``, ``basis`` (where the number comes from: a code, or a phrase).
    """
    told = counts_printed(claims)
    years = told["period"].astype(int)
    table = pd.DataFrame(
        {
            "printed": told["published"].set_axis(years),
            "found": history["communes"].astype(float),
            "change": history["change"],
            "basis": history["basis"],
        }
    ).rename_axis("year")
    lines = told["lines"].map(_printed_on).set_axis(years)
    basis = table["basis"].astype(object).fillna(lines)
    return table.assign(change=table["change"].fillna(""), basis=basis)


def counts_printed(claims: pd.DataFrame) -> pd.DataFrame:
    """Claims that count communes, one a year: where a year is counted twice, the first printed.

    Parameters
    ----------
    claims : DataFrame
        As :func:`bassin.read.printed.claims`.

    Examples
    --------
    >>> claims = pd.DataFrame({"unit": "communes", "period": "2023", "lines": ["692", "496-497"]})
    >>> counts_printed(claims)["lines"].tolist()
    ['496-497']
    """
    counts = claims[claims["unit"] == "communes"]
    first = counts["lines"].str.extract(r"^(\d+)", expand=False).astype(int)
    return counts[~counts["period"].loc[first.sort_values().index].duplicated().loc[counts.index]]


def _printed_on(lines: str) -> Phrase:
    if "-" in lines:
        return Phrase("perimeters.on_lines", lines=lines.replace("-", "\N{EN DASH}"))
    return Phrase("perimeters.on_line", line=lines)


def times_covered(perimeters: Mapping[str, Collection[str]]) -> pd.Series:
    """In how many of several perimeters each commune of any of them is."""
    every = [code for codes in perimeters.values() for code in sorted(set(codes))]
    return pd.Series(every, dtype=str).value_counts().sort_index().rename("perimeters")


def main_group(membership: pd.Series, codes: Collection[str], population: pd.Series) -> str:
    """Group that holds most inhabitants of some communes: their zone d'emploi, say.

    That with most of the communes where inhabitants are not known; empty where none is in a group.

    Parameters
    ----------
    membership : Series of str
        Group of each commune; NaN for none.
    codes : collection of str
    population : Series
        Inhabitants by commune.
    """
    groups = membership.reindex(list(codes)).dropna()
    people = population.reindex(groups.index)
    if groups.empty:
        return ""
    if people.isna().any():  # Mayotte has no census in the files: the group with most communes
        return str(groups.value_counts().index[0])
    return str(total(people.groupby(groups)).idxmax())


def communes_of(members: str, epci_members: pd.DataFrame) -> list[str]:
    """Communes behind a list of SIREN, each that of an EPCI or of a commune.

    Parameters
    ----------
    members : str
        SIREN separated by spaces.
    epci_members : DataFrame
        As :func:`bassin.read.dgcl.epci_members`.

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
            raise TerritoryError(f"SIREN {siren} is neither an EPCI nor a commune of 2023")
        codes.update(found)
    return sorted(codes)


def holders(territories: pd.DataFrame, epci: str) -> list[str]:
    """Territoires d'industrie whose list of members names an EPCI."""
    named = territories["members"].str.split().map(lambda sirens: epci in sirens)
    return list(territories.index[named])


class Perimeters(Topic):
    """The perimeters of one territory."""

    @cached_property
    def population(self) -> pd.Series:
        """Inhabitants of every commune of 2023, census 2020."""
        counted = insee.legal_population(self.sources)["municipal"]
        return self.territory.passage.carry(counted, insee.LEGAL_GEOGRAPHY, GEOGRAPHY)

    @cached_property
    def _zone(self) -> pd.DataFrame:
        """Rows of the zone d'emploi that holds most inhabitants of the territory."""
        zones = insee.employment_zones(self.sources)
        zone = main_group(zones["zone"], self.territory.codes, self.population)
        return zones[zones["zone"] == zone]

    @cached_property
    def _basin(self) -> pd.DataFrame:
        """Rows of the bassin of the recruitment survey that holds most of them."""
        listed = france_travail.basins(self.sources, SURVEY)
        today = listed.loc[listed.index.intersection(self.population.index)]
        basin = main_group(today["basin"], self.territory.codes, self.population)
        return today[today["basin"] == basin]

    def _labelled(self, number: int) -> pd.DataFrame:
        """Territoires d'industrie of one phase, 1 or 2, that name the EPCI."""
        read = {1: anct.industry_territories_2018, 2: anct.industry_territories_2023}
        table = read[number](self.sources)
        return table.loc[holders(table, self.territory.code)]

    @property
    def zone(self) -> str:
        """Code of the zone d'emploi among the perimeters."""
        return f"ZE-{self._zone['zone'].iloc[0]}"

    @property
    def basin(self) -> str:
        """Code of the bassin of the recruitment survey among the perimeters.

        Raises
        ------
        TerritoryError
            If no commune is in one, as in Mayotte.
        """
        if self._basin.empty:
            raise TerritoryError(
                f"{self.territory.name} is in no bassin of the recruitment survey "
                f"({france_travail.BASINS}). Ask for its other perimeters."
            )
        return f"BMO-{self._basin['basin'].iloc[0]}"

    @choosing(number=(1, 2))
    def phase(self, number: int) -> Mapping[str, list[str]]:
        """Territoires d'industrie of one phase, 1 or 2, that name the EPCI: code to communes."""
        members = dgcl.epci_members(self.sources)
        return {
            f"TI{number}-{key}": communes_of(named, members)
            for key, named in self._labelled(number)["members"].items()
        }

    @cached_property
    def codes(self) -> Mapping[str, list[str]]:
        """Code of each perimeter to its communes: the EPCI first, then the others."""
        return {
            self.territory.here: list(self.territory.codes),
            self.zone: list(self._zone.index),
            **({} if self._basin.empty else {self.basin: list(self._basin.index)}),
            **self.phase(1),
            **self.phase(2),
        }

    @cached_property
    def place_names(self) -> Mapping[str, Called]:
        """What each perimeter is called."""
        zone = self._zone["zone_name"].iloc[0]
        basins = {
            f"BMO-{code}": Phrase("perimeters.basin", name=str(name).title(), code=code)
            for code, name in self._basin[["basin", "basin_name"]].head(1).to_numpy()
        }
        return {
            self.territory.here: self.territory.called,
            self.zone: Phrase(
                "perimeters.zone", name=str(zone), code=self.zone.removeprefix("ZE-")
            ),
            **basins,
            **{
                f"TI{phase}-{key}": Phrase("perimeters.industry", phase=phase, name=str(name))
                for phase in (1, 2)
                for key, name in self._labelled(phase)["name"].items()
            },
        }

    @cached_property
    def table(self) -> pd.DataFrame:
        """As :func:`compare`, against the EPCI."""
        return compare(self.codes, self.territory.codes, self.population)

    @property
    def overlaps(self) -> pd.DataFrame:
        """Size of each perimeter, what it shares with the EPCI, leaves out of it and adds."""
        return self.table.drop(columns=["shared_population", "beyond_communes"])

    @property
    def sizes_of_town(self) -> pd.Series:
        """Communes of the EPCI that the centre of the territory was in, by year since 2008."""
        history = insee.epci_history(self.sources)["epci"]
        years, town = history.index.unique("year"), self.territory.centre
        own = {year: history.get((year, town)) for year in years}
        return pd.Series(
            {year: int((history.loc[year] == epci).sum()) for year, epci in own.items() if epci},
            dtype="int64",
        )

    @property
    def listed(self) -> pd.Series:
        """Communes of the EPCI by year, as Etalab's lists have it; empty where they are not."""
        if etalab.EPCI_MEMBERS not in self.sources:
            return pd.Series(dtype="int64")
        epci = etalab.epci_members(self.sources)["epci"]
        return epci[epci == self.territory.code].groupby("year").size()

    @cached_property
    def industry_2018(self) -> gpd.GeoDataFrame:
        """As :func:`bassin.read.anct.industry_territories_2018`: outlines as published."""
        return anct.industry_territories_2018(self.sources)

    @cached_property
    def industry(self) -> gpd.GeoDataFrame:
        """Territoires d'industrie of the first phase, mended: ``name``, ``members``, ``mended``."""
        return mend_outlines(
            self.industry_2018,
            dgcl.epci_members(self.sources),
            ign.communes_france_2024(self.sources),
        )

    @cached_property
    def chosen(self) -> str | None:
        """The one of the first phase the territory is in."""
        return next(iter(holders(self.industry_2018, self.territory.code)), None)

    @cached_property
    def printed_claims(self) -> pd.DataFrame:
        """Claims on the territory, its own; no row where no text is on it."""
        if not self.prints(printed.CLAIMS):
            return pd.DataFrame(columns=["unit", "period", "lines", "published"], dtype=object)
        return self._printed(printed.CLAIMS, partial(printed.claims, chapter="territory"))

    @cached_property
    def found(self) -> pd.DataFrame:
        """As :attr:`bassin.places.territory.Territory.history`."""
        return self.territory.history

    @property
    def times(self) -> pd.DataFrame:
        """As :func:`times_covered`, for every commune of any of the perimeters."""
        return times_covered(self.codes).to_frame()

    def history(self) -> pd.DataFrame:
        """As :func:`membership_history`; nothing printed where no text is on the territory."""
        return membership_history(self.found, self.printed_claims)
