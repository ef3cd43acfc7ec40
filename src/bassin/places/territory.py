"""A territory: its communes, its outline, its neighbours, and its past on today's boundaries."""

from __future__ import annotations

from contextlib import suppress
from numbers import Real

import geopandas as gpd
import numpy as np
import pandas as pd
import shapely

from bassin.errors import TerritoryError
from bassin.files.sources import Sources
from bassin.files.trace import cached_property, kept_by
from bassin.places.finding import siren_of
from bassin.places.history import changes_of_members, communes_that_left, populations_of_2019
from bassin.places.names import PlaceName, place_name, unknown_epci
from bassin.places.neighbours import sharing_a_boundary
from bassin.places.outlines import commune_outlines, without_outline
from bassin.places.passage import GEOGRAPHY, Passage
from bassin.read import anct, dgcl, ign, insee

#: Code of the country among the levels of a territory.
FRANCE = "FRANCE"

#: Codes of the zones of :meth:`Territory.sides`.
FACING, AWAY = "north_west", "south_east"


class Territory:
    """An intercommunality (EPCI) of 2023.

    Parameters
    ----------
    code : str
        SIREN of the EPCI, nine digits: ``"200066918"`` is Alès Agglomération.
    sources : Sources, optional
        Those of the current project by default.

    Raises
    ------
    TerritoryError
        Once its communes are asked for, if there is no such EPCI; the message lists the nearest
        ones. What needs none of them rests on no list of communes.
    """

    def __init__(self, code: str, sources: Sources | None = None) -> None:
        if not isinstance(code, str):
            raise TerritoryError(
                f"{code!r} is no SIREN: write its nine digits as a text, as '200066918'; "
                "Territory.named('...') finds one by its name."
            )
        self.code = code
        self.sources = sources if sources is not None else Sources()

    def __repr__(self) -> str:
        return f"Territory({self.label})"

    @property
    def label(self) -> str:
        """Its SIREN and, once its communes were asked for, its name and how many they are."""
        held = kept_by(self).held("_members")
        if held is None:
            return repr(self.code)
        members: pd.DataFrame = held[0]
        return f"{self.code!r}: {members['epci_name'].iloc[0]}, {len(members)} communes"

    @classmethod
    def named(cls, name: str, sources: Sources | None = None) -> Territory:
        """Find a territory by its name, a part of it that only it has, or its SIREN.

        As :func:`bassin.places.finding.siren_of`.

        Raises
        ------
        TerritoryError
            If no EPCI, or more than one, has this in its name; the message lists them with their
            departements, or those with the nearest names.
        """
        sources = sources if sources is not None else Sources()
        return cls(siren_of(name, sources), sources)

    @property
    def _membership(self) -> pd.DataFrame:
        return insee.epci(self.sources)

    @cached_property
    def _members(self) -> pd.DataFrame:
        members = self._membership[self._membership["epci"] == self.code]
        if members.empty or not self.code.isdigit():
            raise unknown_epci(self.code, self._membership)
        return members

    @cached_property
    def communes(self) -> pd.DataFrame:
        """Communes of the EPCI: index ``code``; ``name``, ``dep``, ``reg``."""
        return self._members[["name", "dep", "reg"]]

    @property
    def name(self) -> str:
        """Name in full: ``"CA Alès Agglomération"``."""
        return str(self._members["epci_name"].iloc[0])

    @property
    def called(self) -> PlaceName:
        """What it is called, by its parts, which a language puts together."""
        return place_name(self.sources, self.here)

    @property
    def codes(self) -> list[str]:
        """Codes of the communes, sorted."""
        return list(self.communes.index)

    @cached_property
    def departement(self) -> str:
        """Code of the departement most communes are in."""
        return str(self.communes["dep"].mode()[0])

    @cached_property
    def region(self) -> str:
        """Code of the region most communes are in."""
        return str(self.communes["reg"].mode()[0])

    @cached_property
    def passage(self) -> Passage:
        """Passage between geographies, from INSEE's events."""
        return Passage(insee.commune_events(self.sources))

    @cached_property
    def shapes(self) -> gpd.GeoDataFrame:
        """As :attr:`outlines`, as far as files have them: missing where a commune has none."""
        return commune_outlines(self.sources, self.passage, self.communes, whole=False)

    @property
    def outlines(self) -> gpd.GeoDataFrame:
        """Outlines of the communes: ``name``, ``area_km2``, ``geometry``.

        In EPSG:2154; overseas in the metric system of the departement.

        Raises
        ------
        TerritoryError
            If a commune has none: nothing is measured on a part of the territory.
        """
        absent = self.shapes.geometry.isna()
        if absent.any():
            raise without_outline(self.communes.loc[absent, "name"])
        return self.shapes

    def mapped_anywhere(self, table: pd.DataFrame) -> gpd.GeoDataFrame:
        """Outlines of any communes of 2023 with the columns of a table indexed by their codes."""
        everywhere = insee.communes(self.sources).loc[table.index]
        shapes = commune_outlines(self.sources, self.passage, everywhere, whole=False)
        return shapes.join(table)

    def background(self, level: str) -> gpd.GeoDataFrame:
        """Light outlines of every ``"departement"`` or ``"region"`` of the mainland."""
        return anct.outlines(self.sources, level)

    @property
    def here(self) -> str:
        """Code of the territory among its levels: ``"EPCI-200066918"``."""
        return f"EPCI-{self.code}"

    @property
    def in_departement(self) -> str:
        """Code of its departement among its levels: ``"DEP-30"``."""
        return f"DEP-{self.departement}"

    @property
    def in_region(self) -> str:
        """Code of its region among its levels: ``"REG-76"``."""
        return f"REG-{self.region}"

    @cached_property
    def levels(self) -> dict[str, tuple[str, str]]:
        """The territory, its departement, its region and France: code to ``(level, code)``."""
        return {
            self.here: ("epci", self.code),
            self.in_departement: ("departement", self.departement),
            self.in_region: ("region", self.region),
            FRANCE: ("france", "FR"),
        }

    @cached_property
    def place_names(self) -> dict[str, PlaceName]:
        """What the places of :attr:`levels` are called, but France."""
        around = (self.in_departement, self.in_region)
        return {
            self.here: self.called,
            **{code: place_name(self.sources, code) for code in around},
        }

    def departements_of_region(self) -> list[str]:
        """Codes of the departements of the region."""
        departements = insee.departements(self.sources)
        return list(departements.index[departements["reg"] == self.region])

    def mapped(self, table: pd.DataFrame) -> gpd.GeoDataFrame:
        """Outlines of the communes with the columns of a table indexed by code.

        A commune without an outline has a row: a map names it.

        Raises
        ------
        TerritoryError
            If the table lacks a commune: a missing value must be a NaN, not a missing row.
        """
        absent = self.shapes.index.difference(table.index)
        if len(absent):
            raise TerritoryError(
                f"no row for {', '.join(absent[:5])}. Reindex the table to the territory's codes."
            )
        return self.shapes.join(table.drop(columns="name", errors="ignore"))

    def landmarks(self, n: int = 7, apart_km: float = 6.0) -> list[str]:
        """Most populated communes that lie far enough apart to be named on a map.

        Parameters
        ----------
        n : int
            How many at most.
        apart_km : float
            Least distance between the middles of two of them.
        """
        if not (_is_finite(n) and _is_finite(apart_km)):
            raise TerritoryError(f"n={n!r}, apart_km={apart_km!r}: give a number and kilometres.")
        middle = self.shapes.geometry.dropna().centroid
        chosen: list[str] = []
        people = self.population_2020.loc[middle.index]
        for code in people.sort_values(ascending=False, kind="stable").index:
            if all(middle[code].distance(middle[other]) >= apart_km * 1000 for other in chosen):
                chosen.append(str(code))
        return chosen[:n]

    @cached_property
    def rivers(self) -> gpd.GeoDataFrame:
        """Rivers within 5 km of the territory, for the background of a map.

        In the system of :attr:`outlines`. None overseas: the file is of the mainland.
        """
        around = shapely.box(*self.shapes.total_bounds).buffer(5000)
        rivers = ign.rivers(self.sources).to_crs(self.shapes.crs)
        return rivers.clip(around).assign(color="#6baed6")

    @cached_property
    def population_2020(self) -> pd.Series:
        """Municipal population of the communes, census 2020 (inhabitants)."""
        members = dgcl.epci_members(self.sources)
        return members["municipal_population"].loc[self.codes].rename("population")

    @cached_property
    def centre(self) -> str:
        """Code of the most populated commune."""
        return str(self.population_2020.idxmax())

    @cached_property
    def neighbours(self) -> pd.DataFrame:
        """EPCI that share a boundary with this one.

        Returns
        -------
        DataFrame
            Index ``epci``; ``name``, ``communes`` (number), ``boundary_km`` (length shared, on the
            simplified outlines of 2024, longest first; overseas on those of the departement). A
            crow's-foot of a point does not count.
        """
        shapes, epci = self._around
        return sharing_a_boundary(shapes, epci, self.code, self._membership)

    @property
    def _around(self) -> tuple[gpd.GeoDataFrame, pd.Series]:
        """Outlines on one scale of whatever may touch the territory, and the EPCI of each."""
        if self.departement not in ign.OVERSEAS_CRS:
            return ign.communes_france_2024(self.sources), ign.national_membership_2024(
                self.sources
            )
        near = self._membership[self._membership["dep"] == self.departement]
        shapes = commune_outlines(self.sources, self.passage, near, whole=False)
        return shapes.dropna(subset="geometry"), near["epci"]

    @cached_property
    def history(self) -> pd.DataFrame:
        """How many communes the EPCI has had, and how each number is known.

        Returns
        -------
        DataFrame
            Index ``year`` (on the first of January); ``communes`` (number; no row for 2019 where
            the perimeter of then cannot be told), ``change`` (who came, left or merged since the
            row before: a phrase), ``basis`` (code of the file, and of how it is read).
        """
        listed_2024 = ign.national_membership_2024(self.sources)
        listed_2025 = anct.density_2025(self.sources).index
        members = {
            2023: (set(self.codes), "members_insee"),
            2024: (
                set(listed_2024.index[listed_2024 == self.code]),
                "members_outlines",
            ),
            2025: (set(self.codes) & set(listed_2025), "members_still_one"),
        }
        # Where the totals of 2019 cannot be told apart by commune: no row rather than a guess.
        with suppress(TerritoryError):
            members[2019] = (
                set(self.codes) | set(self.former_members()),
                "members_by_population",
            )
        return changes_of_members(members, self._membership["name"])

    def former_members(self) -> list[str]:
        """Communes of the EPCI in 2019 that are no longer in it in 2023.

        The balance file gives populations of the EPCI of 2019 at eight censuses. What they exceed
        the sum of today's communes by is compared with every other commune of the departement: a
        former member is the one whose population is that excess at each census.

        Returns
        -------
        list of str
            One code, or none where the totals agree.

        Raises
        ------
        TerritoryError
            If the totals differ and no commune around explains it, or several do.
        """
        balance = anct.demographic_balance(self.sources)
        populations = insee.census_populations(self.sources)
        then = populations_of_2019(balance, self.code)
        if then is None:
            return []
        years = [year for year in then.index if year in populations]
        start = insee.HISTORICAL_GEOGRAPHY
        now = self.passage.carry(populations[years], start, GEOGRAPHY, self.codes)
        now = now.sum(skipna=False)
        near = self._membership.index[self._membership["dep"].isin(self.communes["dep"])]
        other = [c for c in near if c not in set(self.codes) and c in populations.index]
        return communes_that_left(then[years], now, populations.loc[other], self.name)

    def sides(self, bearing: float = 315.0) -> pd.Series:
        """Cut the territory in two by a line through its centre.

        Parameters
        ----------
        bearing : float
            Direction faced, in degrees clockwise from north; 315 is north-west. The line is at
            right angles to it and passes through the middle of the most populated commune.

        Returns
        -------
        Series of str
            Indexed by ``code``: :data:`FACING` for communes whose middle lies on the side faced,
            :data:`AWAY` for the others, and the name of the centre for itself, which belongs to
            neither. A centre at the edge may leave a side without a commune: see :func:`parted`.
        """
        if not _is_finite(bearing):
            raise TerritoryError(f"bearing={bearing!r} is no direction: give degrees, as 315.0.")
        middle = self.outlines.geometry.centroid
        x, y = middle.x - middle.x[self.centre], middle.y - middle.y[self.centre]
        angle = np.deg2rad(bearing)
        along = x * np.sin(angle) + y * np.cos(angle)
        side = pd.Series(np.where(along > 0, FACING, AWAY), index=self.outlines.index, name="side")
        side[self.centre] = self.communes.at[self.centre, "name"]
        return side


def _is_finite(value: object) -> bool:
    return isinstance(value, Real) and bool(np.isfinite(float(value)))


def parted(sides: pd.Series) -> bool:
    """Whether both sides of :meth:`Territory.sides` have a commune.

    Examples
    --------
    >>> parted(pd.Series(["north_west", "Alès", "south_east"]))
    True
    >>> parted(pd.Series(["Saint-Denis", "south_east"]))
    False
    """
    return {FACING, AWAY} <= set(sides)
