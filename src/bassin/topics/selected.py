"""Indicators of the catalogue for the places of one territory: each read only as far as asked.

A territory, its sides and its departement are groups of communes. What a declaration says of an
indicator (its table, its rule) makes its value for any of them; no topic adds it up in its own way.
"""

from __future__ import annotations

import math
from collections.abc import Collection, Iterable, Mapping

import pandas as pd

from bassin import console
from bassin.files.sources import Sources
from bassin.files.trace import cached_property
from bassin.indicators import aggregate, catalogue
from bassin.indicators.aggregate import Parts
from bassin.indicators.declaration import FIELDS
from bassin.places.departements import OVERSEAS
from bassin.places.national import EVERY, Ground
from bassin.places.territory import Territory
from bassin.read.insee import IRIS_YEARS
from bassin.topics.national import ANYWHERE, parts_of, published_of

#: Of a row of :func:`bassin.indicators.aggregate.over`, what is no count of communes.
VALUED = ("value", "amount")


class Selected:
    """The indicators of the catalogue, over the communes of one territory and around it.

    Parameters
    ----------
    territory : Territory
    sources : Sources

    Examples
    --------
    >>> chosen = Selected(Territory("200066918"), Sources())  # doctest: +SKIP
    >>> round(chosen.value("gp_2023"), 2)  # doctest: +SKIP
    3.26
    """

    def __init__(self, territory: Territory, sources: Sources) -> None:
        self.territory = territory
        self.sources = sources

    def __repr__(self) -> str:
        head = f"Selected({self.territory.label}, {len(catalogue.INDICATORS)} indicators)"
        return console.summary(head, methods=console.methods(type(self)))

    @cached_property
    def ground(self) -> Ground:
        """The communes of the territory."""
        return Ground.of(self.territory.codes)

    def parts(self, key: str) -> Parts:
        """What each commune of the territory adds, as :func:`bassin.indicators.aggregate.parts`."""
        return parts_of(self.sources, key, self.ground)

    def by_commune(self, key: str) -> pd.Series:
        """Value of each commune of the territory."""
        return self.parts(key).values()

    def value(self, key: str) -> float:
        """Value of the territory."""
        here = self.territory.here
        return float(self.over(key, pd.Series(here, self.territory.codes)).at[here, "value"])

    def over(self, key: str, groups: pd.Series) -> pd.DataFrame:
        """As :func:`bassin.indicators.aggregate.over`, of groups of communes of the territory.

        A value over too few of the inhabitants is missing, as among all groups of France.
        """
        return aggregate.over(self.parts(key), groups, lambda: self.territory.population_2020)

    def among(self, key: str, areas: Mapping[str, Collection[str]]) -> pd.DataFrame:
        """As :func:`bassin.indicators.aggregate.among`, of communes of 2023 all over France."""
        every = {code: None for codes in areas.values() for code in codes}
        ground = Ground.of(every) if catalogue.find(key).table in ANYWHERE else EVERY
        return aggregate.among(parts_of(self.sources, key, ground), areas)

    def filed(
        self,
        key: str,
        communes: Collection[str] | None = None,
        departements: Collection[str] | None = None,
    ) -> pd.Series:
        """Value over communes of the indicator's file, on whatever boundaries they are.

        Parameters
        ----------
        key : str
        communes : collection of str, optional
            Those that are in the file; all of them by default.
        departements : collection of str, optional
            Of all, those of some departements.

        Returns
        -------
        Series
            One row of :func:`bassin.indicators.aggregate.over`.
        """
        parts = parts_of(self.sources, key, Ground.as_filed(departements))
        index = parts.table.index
        chosen = index if communes is None else index.intersection(list(communes))
        everywhere = pd.Series("place", chosen, dtype=object)
        found = aggregate.over(parts, everywhere, wide=communes is None)
        return found.reindex(["place"]).iloc[0]

    def by_place(
        self, key: str, places: Iterable[str] | None = None, *, partial: bool = False
    ) -> pd.DataFrame:
        """Value of the territory and of the places it is compared with.

        Parameters
        ----------
        key : str
        places : iterable of str, optional
            Codes of :attr:`~bassin.places.territory.Territory.levels`; all of them by default.
        partial : bool
            Whether the value of the territory is given over however few of its inhabitants, for who
            shows the counts beside it.

        Returns
        -------
        DataFrame
            A row a place, as :func:`bassin.indicators.aggregate.over`. The value of the country is
            missing where the file leaves out a part of the mainland, and that of every wider place
            where the file at hand is of one territory.
        """
        levels = self.territory.levels
        rows = {place: self._level(key, *levels[place], partial) for place in places or levels}
        return pd.DataFrame.from_dict(rows, orient="index")

    def censuses(
        self, columns: Mapping[str, str], places: Mapping[str, Collection[str] | None]
    ) -> pd.DataFrame:
        """Indicators added up from IRIS, at each census that has them.

        Parameters
        ----------
        columns : mapping
            Name of a column to what keys begin with: ``"ageing_index"``.
        places : mapping
            Code of a place to its departements; ``None`` is the territory.

        Returns
        -------
        DataFrame
            Index ``(place, year)``, NaN at a census without the indicator. A place that is in no
            file at hand has no row.
        """
        found = {}
        for place, departements in places.items():
            values = {
                name: [self._census(f"{start}_{year}", departements) for year in IRIS_YEARS]
                for name, start in columns.items()
            }
            table = pd.DataFrame(values, index=pd.Index(IRIS_YEARS, name="year"), dtype=float)
            if table.notna().any(axis=None):
                found[place] = table
        if not found:
            index = pd.MultiIndex.from_arrays([[], []], names=["place", "year"])
            return pd.DataFrame(index=index, columns=list(columns), dtype=float)
        return pd.concat(found, names=["place"])

    def _census(self, key: str, departements: Collection[str] | None) -> float:
        if key not in catalogue.INDICATORS:
            return float("nan")
        if departements is None:
            return self.value(key)
        return float(self.filed(key, departements=departements)["value"])

    def published(self, key: str) -> pd.Series:
        """Value published of the places of the territory, of an indicator that does not add up.

        Returns
        -------
        Series
            By code of :attr:`~bassin.places.territory.Territory.levels`; missing where none is.
        """
        levels = self.territory.levels.items()
        return pd.Series({place: self.published_at(key, *at) for place, at in levels}, dtype=float)

    def published_at(self, key: str, kind: str, group: str) -> float:
        """Value published of one group, such as ``("zone_emploi", "7603")``; missing where none is.

        Only the file of its kind is read, where each kind has one.
        """
        table = published_of(self.sources, key, [kind])
        return float("nan") if table is None else float(table["value"].get((kind, group), math.nan))

    def _level(self, key: str, level: str, code: str, partial: bool) -> pd.Series:
        if level == "epci":
            here = self.territory.here
            whole_of_it = pd.Series(here, self.territory.codes)
            found = (
                aggregate.over(self.parts(key), whole_of_it)
                if partial
                else self.over(key, whole_of_it)
            )
            return found.loc[here]
        inside: list[str] | None = [code]
        if level == "region":
            inside = self.territory.departements_of_region()
        elif level == "france":
            inside = None
        found = self.filed(key, departements=inside)
        # A file of one EPCI must not pass for a departement.
        return found if self._has_all(key, level) else found.mask(found.index.isin(VALUED))

    def _has_all(self, key: str, level: str) -> bool:
        """Whether the file at hand has all of a wider place, but for what is overseas."""
        about = catalogue.find(key)
        if FIELDS[about.field] is None:  # of one territory, unless the larger file is there
            return any(read.instead in self.sources for read in about.reads)
        return level != "france" or whole(key)


def whole(key: str) -> bool:
    """Whether an indicator reaches all of the mainland, so that its value of France is of it.

    Examples
    --------
    >>> whole("gp_2023"), whole("gp_2018")
    (True, False)
    """
    left_out = FIELDS[catalogue.find(key).field]
    return left_out is not None and all(code.startswith(OVERSEAS) for code in left_out)
