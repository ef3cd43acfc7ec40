"""A territory: its communes, its outline, its neighbours, and its past on today's boundaries.

Numbers of several decades can only be compared on one geography. :class:`Passage` carries counts
from the communes of one date to those of a later one; it adds up the parts of a merged commune and
refuses to divide a commune that was split.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping
from contextlib import suppress
from dataclasses import dataclass
from difflib import get_close_matches
from typing import TypeVar

import geopandas as gpd
import numpy as np
import pandas as pd
import shapely

from bassin.errors import PassageError, TerritoryError
from bassin.files.sources import Sources
from bassin.files.trace import cached_property
from bassin.read import anct, dgcl, ign, insee

#: The geography every table is brought to.
GEOGRAPHY = "2023-01-01"

Table = TypeVar("Table", pd.Series, pd.DataFrame)

#: Labels of the zones of :meth:`Territory.sides`.
FACING, AWAY = "north and west", "south and east"


# -- From one geography to another ----------------------------------------------------------------


@dataclass(frozen=True)
class Transition:
    """What became of communes between two dates.

    Attributes
    ----------
    parts : mapping
        Commune at the end to the communes at the start it is made of.
    splits : mapping
        Commune at the end to why its past cannot be known from that of whole communes.
    """

    parts: Mapping[str, frozenset[str]]
    splits: Mapping[str, str]


class Passage:
    """Carry tables from the communes of one date to those of a later one.

    Parameters
    ----------
    events : DataFrame
        As :func:`bassin.read.insee.commune_events`.
    until : str
        Last date the events cover.
    """

    def __init__(self, events: pd.DataFrame, until: str = GEOGRAPHY) -> None:
        self._events = events
        self._until = until

    def transition(self, codes: Collection[str], start: str, end: str) -> Transition:
        """Follow communes through the events after ``start`` up to and including ``end``.

        Parameters
        ----------
        codes : collection of str
            Every commune of the table at ``start``.
        start, end : str
            Dates of the two geographies, ``"2017-01-01"``.

        Raises
        ------
        PassageError
            If ``end`` is before ``start`` or after the last event known.
        """
        if end < start:
            raise PassageError(
                f"cannot go back from {start} to {end}: a merged commune's count is not that of "
                "its parts. Carry the older table forward instead."
            )
        if end > self._until:
            raise PassageError(
                f"events are known until {self._until}, not {end}. Add a later edition of "
                "INSEE's file of commune events."
            )
        parts: dict[str, set[str]] = {code: {code} for code in codes}
        splits: dict[str, str] = {}
        period = self._events[(self._events["date"] > start) & (self._events["date"] <= end)]
        for date, rows in period.groupby("date", sort=True):
            became: dict[str, set[str]] = defaultdict(set)
            for before, after in zip(rows["before"], rows["after"], strict=True):
                became[before].add(after)
            arrived: dict[str, set[str]] = defaultdict(set)
            for before in became:
                if before not in parts and any(before in after for after in became.values()):
                    # Only a step within the day: its origins come through what precedes it.
                    continue
                origins, why = parts.pop(before, {before}), splits.pop(before, None)
                ends = _end_of_day(before, became)
                if len(ends) > 1:
                    why = f"{before} was divided into {', '.join(sorted(ends))} on {date}"
                for after in ends:
                    arrived[after] |= origins
                    if why:
                        splits[after] = why
            for after, origins in arrived.items():
                # A commune that took others in without a row of its own keeps its own past.
                parts[after] = parts.get(after, set()) | origins
        return Transition({c: frozenset(p) for c, p in parts.items()}, splits)

    def carry(
        self, counts: Table, start: str, end: str, codes: Iterable[str] | None = None
    ) -> Table:
        """Bring counts to a later geography: a merged commune's past is the sum of its parts.

        Parameters
        ----------
        counts : Series or DataFrame
            Additive numbers (inhabitants, jobs ...; never a rate) indexed by the communes of
            ``start``.
        start, end : str
            Dates of the two geographies.
        codes : iterable of str, optional
            Communes of ``end`` to return, in this order; all those known by default.

        Returns
        -------
        Series or DataFrame
            Indexed by ``code``. A sum with a missing part is missing.

        Raises
        ------
        PassageError
            If one of ``codes`` comes from a division, if a part of it is not in the table, or if it
            did not exist at ``end``.
        """
        moved = self.transition(counts.index, start, end)
        present = set(counts.index)
        known = sorted(set(moved.parts) - set(moved.splits))
        # A code asked for twice must not be added up twice.
        wanted = known if codes is None else list(dict.fromkeys(codes))
        for code in wanted:
            if code in moved.splits:
                raise PassageError(
                    f"{code}: {moved.splits[code]}; a count from before ({start}) cannot be shared "
                    "out without inventing a number. Leave the commune out, or take the communes "
                    "of the division together."
                )
            if code not in moved.parts:
                raise PassageError(f"{code} is no commune of {end} made of communes of {start}.")
            absent = moved.parts[code] - present
            if absent:
                raise PassageError(
                    f"{code} is made of {', '.join(sorted(moved.parts[code]))}, but "
                    f"{', '.join(sorted(absent))} is not in the table: it is not on the geography "
                    f"of {start}."
                )
        pairs = [(part, code) for code in wanted for part in sorted(moved.parts[code])]
        into = pd.Series([c for _, c in pairs], index=[p for p, _ in pairs], name="code", dtype=str)
        grouped = counts.loc[into.index].groupby(into.to_numpy())
        # A plain sum would count a missing part as zero.
        complete = grouped.count().eq(grouped.size(), axis=0)
        return grouped.sum().where(complete).loc[wanted].rename_axis("code")


def _end_of_day(code: str, became: Mapping[str, set[str]]) -> set[str]:
    """Communes a commune has become once every event of a day has taken effect.

    A commune that changes departement and merges on the same day takes two steps: 49144 becomes
    44225, which becomes 44180.
    """
    ends: set[str] = set()
    seen: set[str] = set()
    ahead = [code]
    while ahead:
        step = ahead.pop()
        if step in seen:
            continue
        seen.add(step)
        after = became.get(step, {step})
        if step in after or not after:
            ends.add(step)
        ahead += sorted(after - {step})
    return ends


def commune_outlines(
    sources: Sources, passage: Passage, communes: pd.DataFrame
) -> gpd.GeoDataFrame:
    """Outlines of communes of 2023, from the best file there is for each departement.

    Parameters
    ----------
    sources : Sources
    passage : Passage
    communes : DataFrame
        Index ``code``; columns ``name`` and ``dep``.

    Returns
    -------
    GeoDataFrame
        Index ``code`` in the order given; ``name``, ``area_km2``, ``geometry`` in EPSG:2154.

    Raises
    ------
    PassageError, TerritoryError
        If a commune has no outline.
    """
    pieces = []
    for dep, group in communes.groupby("dep"):
        if ign.communes_file(sources, str(dep)) is not None:
            shapes = ign.communes_2018(sources, str(dep))
            moved = passage.transition(shapes.index, ign.GEOGRAPHY_2018, GEOGRAPHY)
            lost = [
                c for c in group.index if not moved.parts.get(c, frozenset()) <= {*shapes.index}
            ]
            known = set(moved.parts) - set(moved.splits) - set(lost)
            merged = {
                code: shapely.union_all(shapes.geometry.loc[sorted(moved.parts[code])].to_numpy())
                for code in group.index.intersection(list(known))
            }
        else:
            shapes = ign.communes_france_2024(sources)
            merged = dict(shapes.geometry.loc[group.index.intersection(shapes.index)])
        pieces.append(pd.Series(merged, dtype=object))
    geometry = pd.concat(pieces).reindex(communes.index)
    if geometry.isna().any():
        absent = communes.loc[geometry.isna(), "name"].head(5)
        listed = ", ".join(f"{code} {name}" for code, name in absent.items())
        raise TerritoryError(
            f"no outline of {listed}. Add the outlines of the departement to data/raw/ign."
        )
    outlines = gpd.GeoDataFrame(
        communes[["name"]], geometry=gpd.GeoSeries(geometry, crs=ign.METRIC_CRS)
    )
    outlines.insert(1, "area_km2", outlines.area / 1e6)
    return outlines


def mend_outlines(
    territories: gpd.GeoDataFrame, members: pd.DataFrame, communes: gpd.GeoDataFrame
) -> gpd.GeoDataFrame:
    """Rebuild outlines that hold points from the communes their members are made of.

    Parameters
    ----------
    territories : GeoDataFrame
        As :func:`bassin.read.anct.industry_territories_2018`.
    members : DataFrame
        As :func:`bassin.read.dgcl.epci_members_2023`: gives the communes of an EPCI or of a SIREN.
    communes : GeoDataFrame
        Outlines of communes, in the same reference system.

    Returns
    -------
    GeoDataFrame
        The same rows, all polygons, with ``mended`` (bool). Polygons already in a broken geometry
        are kept: they stand for members that no longer exist.

    Raises
    ------
    TerritoryError
        If a member of a broken outline is neither an EPCI nor a commune, and the outline has no
        polygon to fall back on.
    """
    broken = ~territories.geom_type.isin(["Polygon", "MultiPolygon"])
    by_epci = members.groupby("epci").groups
    by_siren = pd.Series(members.index, index=members["siren"])
    shapes = territories.geometry.to_dict()
    for key in territories.index[broken]:
        kept = [
            part
            for part in shapely.get_parts(territories.geometry[key])
            if part.geom_type in ("Polygon", "MultiPolygon")
        ]
        codes: list[str] = []
        unknown: list[str] = []
        for siren in territories.at[key, "members"].split():
            if siren in by_epci:
                codes += list(by_epci[siren])
            elif siren in by_siren.index:
                codes.append(by_siren[siren])
            else:
                unknown.append(siren)
        found = communes.geometry.reindex(codes).dropna()
        if len(found) < len(codes) or (unknown and not kept):
            absent = unknown or sorted(set(codes) - set(found.index))
            raise TerritoryError(f"{key}: no outline for {', '.join(absent)}.")
        shapes[key] = shapely.union_all([*kept, *found])
    mended = territories.set_geometry(gpd.GeoSeries(shapes, crs=territories.crs))
    return mended.assign(mended=broken)


# -- The territory itself -------------------------------------------------------------------------


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
        self.code = code
        self.sources = sources if sources is not None else Sources()

    def __repr__(self) -> str:
        return f"Territory({self.code!r}: {self.name}, {len(self.communes)} communes)"

    @classmethod
    def named(cls, name: str, sources: Sources | None = None) -> Territory:
        """Find a territory by its name, or a part of it that only it has.

        Raises
        ------
        TerritoryError
            If no EPCI, or more than one, has this in its name.
        """
        sources = sources if sources is not None else Sources()
        known = insee.epci_2023(sources).drop_duplicates("epci").set_index("epci")["epci_name"]
        found = known[known.str.contains(name, case=False, regex=False)]
        if len(found) != 1:
            listed = "; ".join(f"{c} {n}" for c, n in found.head(5).items()) or "none"
            raise TerritoryError(f"{len(found)} EPCI have {name!r} in their name: {listed}.")
        return cls(str(found.index[0]), sources)

    @property
    def _membership(self) -> pd.DataFrame:
        return insee.epci_2023(self.sources)

    @cached_property
    def _members(self) -> pd.DataFrame:
        members = self._membership[self._membership["epci"] == self.code]
        if members.empty or not self.code.isdigit():
            raise TerritoryError(_unknown(self.code, self._membership))
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
    def kind(self) -> str:
        """Its legal form: ``"CA"``, ``"CC"`` ..."""
        return str(self._members["epci_kind"].iloc[0])

    @property
    def short_name(self) -> str:
        """Name without its legal form: ``"Alès Agglomération"``, ``"Pays d'Uzès"``."""
        bare = self.name.removeprefix(f"{self.kind} ")
        return re.sub(r"^(?:du |des |de la |de l'|de |d')", "", bare)

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
    def outlines(self) -> gpd.GeoDataFrame:
        """Outlines of the communes: ``name``, ``area_km2``, ``geometry`` (EPSG:2154)."""
        return commune_outlines(self.sources, self.passage, self.communes)

    def mapped_anywhere(self, table: pd.DataFrame) -> gpd.GeoDataFrame:
        """Outlines of any communes of 2023 with the columns of a table indexed by their codes."""
        everywhere = insee.communes_2023(self.sources).loc[table.index]
        return commune_outlines(self.sources, self.passage, everywhere).join(table)

    def background(self, level: str) -> gpd.GeoDataFrame:
        """Light outlines of every ``"departement"`` or ``"region"`` of the mainland."""
        return anct.outlines(self.sources, level)

    @cached_property
    def places(self) -> dict[str, tuple[str, str]]:
        """The territory, its departement, its region and France: label to ``(level, code)``."""
        departements = insee.departements_2023(self.sources)["name"]
        regions = insee.regions_2023(self.sources)["name"]
        named = [
            (self.short_name, ("epci", self.code)),
            (departements[self.departement], ("departement", self.departement)),
            (regions[self.region], ("region", self.region)),
            ("France", ("france", "FR")),
        ]
        places: dict[str, tuple[str, str]] = {}
        for label, place in named:
            # Overseas, a departement and its region have one name.
            places[label if label not in places else f"{label} ({place[0]})"] = place
        return places

    def departements_of_region(self) -> list[str]:
        """Codes of the departements of the region."""
        departements = insee.departements_2023(self.sources)
        return list(departements.index[departements["reg"] == self.region])

    def mapped(self, table: pd.DataFrame) -> gpd.GeoDataFrame:
        """Outlines of the communes with the columns of a table indexed by code.

        Raises
        ------
        TerritoryError
            If the table lacks a commune: a missing value must be a NaN, not a missing row.
        """
        absent = self.outlines.index.difference(table.index)
        if len(absent):
            raise TerritoryError(
                f"no row for {', '.join(absent[:5])}. Reindex the table to the territory's codes."
            )
        return self.outlines.join(table.drop(columns="name", errors="ignore"))

    def landmarks(self, n: int = 7, apart_km: float = 6.0) -> list[str]:
        """Most populated communes that lie far enough apart to be named on a map.

        Parameters
        ----------
        n : int
            How many at most.
        apart_km : float
            Least distance between the middles of two of them.
        """
        middle = self.outlines.geometry.centroid
        chosen: list[str] = []
        for code in self.population_2020.sort_values(ascending=False, kind="stable").index:
            if all(middle[code].distance(middle[other]) >= apart_km * 1000 for other in chosen):
                chosen.append(str(code))
        return chosen[:n]

    @cached_property
    def rivers(self) -> gpd.GeoDataFrame:
        """Rivers within 5 km of the territory, for the background of a map (EPSG:2154)."""
        around = shapely.box(*self.outlines.total_bounds).buffer(5000)
        return ign.rivers(self.sources).clip(around).assign(color="#6baed6")

    @cached_property
    def population_2020(self) -> pd.Series:
        """Municipal population of the communes, census 2020 (inhabitants)."""
        members = dgcl.epci_members_2023(self.sources)
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
            simplified outlines of 2024, longest first). A crow's-foot of a point does not count.
        """
        shapes = ign.communes_france_2024(self.sources)
        epci = ign.national_membership_2024(self.sources)
        mine = shapes.loc[epci == self.code]
        near = shapes.iloc[shapes.sindex.query(mine.union_all(), predicate="intersects")]
        near = near.loc[epci.loc[near.index] != self.code]
        outline = shapely.boundary(mine.union_all())
        shared = near.geometry.intersection(outline).length / 1000
        by_epci = shared.groupby(epci.loc[near.index]).sum()
        by_epci = by_epci[by_epci > 0].sort_values(ascending=False)
        names = self._membership.drop_duplicates("epci").set_index("epci")["epci_name"]
        sizes = self._membership["epci"].value_counts()
        return pd.DataFrame(
            {
                "name": names.reindex(by_epci.index),
                "communes": sizes.reindex(by_epci.index),
                "boundary_km": by_epci,
            }
        ).rename_axis("epci")

    @cached_property
    def history(self) -> pd.DataFrame:
        """How many communes the EPCI has had, and how each number is known.

        Returns
        -------
        DataFrame
            Index ``year`` (on the first of January); ``communes`` (number; no row for 2019 where
            the perimeter of then cannot be told), ``change`` (who came, left or merged since the
            row before), ``basis`` (the file, and how it is read).
        """
        listed_2024 = ign.national_membership_2024(self.sources)
        listed_2025 = anct.density_2025(self.sources).index
        members = {
            2023: (set(self.codes), "INSEE, membership of 2023"),
            2024: (
                set(listed_2024.index[listed_2024 == self.code]),
                "IGN / CARTElette, membership carried by the outlines of 2024",
            ),
            2025: (set(self.codes) & set(listed_2025), "ANCT, communes of 2023 still one in 2025"),
        }
        # Where the totals of 2019 cannot be told apart by commune: no row rather than a guess.
        with suppress(TerritoryError):
            members[2019] = (
                set(self.codes) | set(self.former_members()),
                "Observatoire des territoires, populations of the EPCI of 2019 against INSEE's",
            )
        rows, before = [], None
        for year, (codes, basis) in sorted(members.items()):
            gone = (before or codes) - codes
            verb = "is merged" if year == 2025 else "leaves"
            moves = [f"{self._membership.at[c, 'name']} ({c}) {verb}" for c in sorted(gone)]
            came = codes - (before or codes)
            moves += [f"{self._membership.at[c, 'name']} ({c}) joins" for c in sorted(came)]
            rows.append((year, len(codes), "; ".join(moves), basis))
            before = codes
        table = pd.DataFrame(rows, columns=["year", "communes", "change", "basis"])
        return table.set_index("year")

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
        excess, around = self._excess_of_2019()
        if excess is None or (excess == 0).all():
            return []
        fits = around.index[(around[excess.index] == excess).all(axis=1)]
        if len(fits) != 1:
            raise TerritoryError(
                f"{self.name}: the EPCI of 2019 counts {excess.iloc[-1]:+,.0f} inhabitants in "
                f"{excess.index[-1]} against the communes of 2023, and {len(fits)} commune(s) "
                "around have exactly these populations. More than one commune came or left."
            )
        return list(fits)

    def _excess_of_2019(self) -> tuple[pd.Series | None, pd.DataFrame]:
        balance = anct.demographic_balance(self.sources)
        populations = insee.population_1876_2015(self.sources)
        try:
            then = balance.loc[("epci", self.code), "population_start"]
        except KeyError:
            return None, populations
        years = [year for year in then.index if year in populations]
        start = insee.HISTORICAL_GEOGRAPHY
        now = self.passage.carry(populations[years], start, GEOGRAPHY, self.codes).sum()
        near = self._membership.index[self._membership["dep"].isin(self.communes["dep"])]
        other = [c for c in near if c not in set(self.codes) and c in populations.index]
        return (then[years] - now).astype(int), populations.loc[other]

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
            Indexed by ``code``: ``"north and west"`` for communes whose middle lies on the side
            faced, ``"south and east"`` for the others, and the name of the centre for itself, which
            belongs to neither.
        """
        middle = self.outlines.geometry.centroid
        x, y = middle.x - middle.x[self.centre], middle.y - middle.y[self.centre]
        angle = np.deg2rad(bearing)
        along = x * np.sin(angle) + y * np.cos(angle)
        side = pd.Series(np.where(along > 0, FACING, AWAY), index=self.outlines.index, name="side")
        side[self.centre] = self.communes.at[self.centre, "name"]
        return side


def _unknown(code: str, everywhere: pd.DataFrame) -> str:
    """Say that a code is unknown, and which EPCI come nearest by code or by name."""
    known = everywhere.drop_duplicates("epci").set_index("epci")["epci_name"]
    known = known[known.index.str.isdigit()]
    near = get_close_matches(code, known.index, n=3, cutoff=0.5)
    by_name = {name.casefold(): siren for siren, name in known.items()}
    near += [by_name[n] for n in get_close_matches(code.casefold(), by_name, n=3, cutoff=0.3)]
    listed = "; ".join(f"{siren} {known[siren]}" for siren in dict.fromkeys(near)) or "none near"
    return (
        f"{code!r} is the SIREN of no EPCI on {GEOGRAPHY}. Nearest: {listed}. "
        "Territory.named('...') finds one by its name."
    )
