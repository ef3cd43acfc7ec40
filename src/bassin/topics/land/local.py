"""Land: what is consumed, what the law leaves, brownfield sites, vacant dwellings."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import ClassVar

import geopandas as gpd
import pandas as pd
import shapely

from bassin.availability import MISSING, PUBLISHED, SECRET
from bassin.errors import DataError
from bassin.files.trace import cached_property
from bassin.read import cerema, printed
from bassin.topics.base import Topic
from bassin.topics.health.local import codes_of_departements

#: Square metres in a hectare.
HECTARE = 10_000.0

#: States of a site, in the order of display.
WITH_PROJECT, WITHOUT_PROJECT = "Confirmed, with a project", "Confirmed, without a project"
REUSED, POTENTIAL = "Reused", "Potential, not verified"
STATES = {
    "with a project": WITH_PROJECT,
    "without a project": WITHOUT_PROJECT,
    "reused": REUSED,
    "potential": POTENTIAL,
}

#: Largest count that secrecy hides in the file of vacant dwellings: it prints none from 1 to 10.
LARGEST_HIDDEN = 10


def hectares_by_year(take: pd.DataFrame) -> pd.Series:
    """Land consumed by year over all the communes of a table (ha).

    Parameters
    ----------
    take : DataFrame
        As :func:`bassin.read.cerema.land_take`.
    """
    return (take["total"].groupby("year").sum() / HECTARE).rename("hectares")


def between(yearly: pd.Series, start: int, end: int) -> float:
    """Hectares consumed from the first of January of one year to that of another.

    Raises
    ------
    ValueError
        If a year between them is not in the series.
    """
    years = list(range(start, end))
    absent = sorted(set(years) - set(yearly.index))
    if absent:
        raise ValueError(f"no flow for {', '.join(map(str, absent))}")
    return float(yearly.loc[years].sum())


def calendar(yearly: pd.Series, law: pd.DataFrame) -> pd.Series:
    """What the halving of land consumption means for a territory, had it to take its own share.

    The law sets the share for the whole country; the plans of the region and of the territory
    share it out. This is the arithmetic of an even share.

    Parameters
    ----------
    yearly : Series
        Hectares by year.
    law : DataFrame
        As :func:`bassin.read.printed.land_law`.

    Returns
    -------
    Series of float
        ``reference`` (ha consumed in the reference decade), ``budget`` (ha allowed in the period),
        ``used`` (ha, since the period began), ``left`` (ha), ``used_pct``; ``years`` (of the
        period that the file covers), ``years_pct``, ``years_left``; yearly paces in ha:
        ``pace_reference``, ``pace_allowed``, ``pace_recent``, ``pace_left``;
        ``pace_change_pct`` (of the recent pace, against the reference), ``pace_cut_pct`` (from the
        recent pace to what is left); ``runs_out`` (the year and its fraction at which the budget
        ends at the recent pace).
    """
    before, period = law.loc["reference"], law.loc["halving"]
    reference = between(yearly, before["start"], before["end"])
    span = int(period["end"] - period["start"])
    pace = reference / (before["end"] - before["start"])
    budget = pace * period["ratio"] * span
    covered = min(int(yearly.index.max()) + 1, int(period["end"]))
    used = between(yearly, period["start"], covered)
    years = covered - int(period["start"])
    recent, left = used / years, budget - used
    return pd.Series(
        {
            "reference": reference,
            "budget": budget,
            "used": used,
            "left": left,
            "used_pct": 100 * used / budget,
            "years": years,
            "years_pct": 100 * years / span,
            "years_left": span - years,
            "pace_reference": pace,
            "pace_allowed": budget / span,
            "pace_recent": recent,
            "pace_left": left / (span - years),
            "pace_change_pct": 100 * (recent / pace - 1),
            "pace_cut_pct": 100 * (left / (span - years) / recent - 1),
            "runs_out": period["start"] + budget / recent,
        },
        dtype=float,
    )


def trajectory(yearly: pd.Series, law: pd.DataFrame) -> pd.DataFrame:
    """Land consumed since the period of the law began, and three ways to go on.

    Returns
    -------
    DataFrame
        Index ``year`` (first of January); hectares since the start of the period: ``Consumed``
        (known years), ``Recent pace kept``, ``Reference pace``, ``Half the reference pace``.
    """
    found = calendar(yearly, law)
    start, end = (int(law.at["halving", side]) for side in ("start", "end"))
    table = pd.DataFrame(index=pd.Index(range(start, end + 1), name="year"))
    last = start + int(found["years"])
    known = {year: between(yearly, start, year) for year in range(start, last + 1)}
    since = pd.Series(table.index - start, table.index)
    table["Consumed"] = pd.Series(known)
    table["Recent pace kept"] = (since * found["pace_recent"])[table.index >= last]
    table["Reference pace"] = since * found["pace_reference"]
    table["Half the reference pace"] = since * found["pace_allowed"]
    return table


def places(sites: pd.DataFrame) -> pd.Series:
    """Place of each record of a list of sites: records that share a piece of land are one place.

    Parameters
    ----------
    sites : DataFrame
        As :func:`bassin.read.cerema.brownfields`.

    Returns
    -------
    Series of str
        The first record of its place, on the index of ``sites``. A record without a piece of land
        is a place of its own.
    """
    first: dict[str, str] = {}
    of_unit: dict[str, str] = {}

    def root(site: str) -> str:
        while first[site] != site:
            site = first[site]
        return site

    for site, units in sites["land"].items():
        first[str(site)] = str(site)
        for unit in units.split():
            if unit in of_unit:
                one, other = sorted((root(of_unit[unit]), root(str(site))))
                first[other] = one
            of_unit[unit] = root(str(site))
    return pd.Series({site: root(site) for site in first}, name="place").reindex(sites.index)


def one_row_a_place(sites: pd.DataFrame) -> pd.DataFrame:
    """Places of a list of sites: a place is confirmed if one of its records is.

    Returns
    -------
    DataFrame
        Index ``place``; ``code``, ``state`` (of :data:`STATES`), ``records`` (number),
        ``pollution`` (the most that a record knows), ``hectares`` (largest of its records),
        ``name``, ``activity``, ``lon``, ``lat`` (of its first confirmed record).
    """
    certain = list(cerema.POLLUTION.values())
    rows = sites.assign(
        place=places(sites),
        rank=sites["status"].map({status: rank for rank, status in enumerate(STATES)}),
        known=sites["pollution"].map({word: rank for rank, word in enumerate(certain)}),
    )
    rows = rows.sort_values(["place", "rank"], kind="stable")
    grouped = rows.groupby("place")
    table = grouped[["code", "name", "activity", "lon", "lat"]].first()
    table.insert(1, "state", grouped["rank"].min().map(dict(enumerate(STATES.values()))))
    table["records"] = grouped.size()
    table["pollution"] = grouped["known"].max().map(dict(enumerate(certain)))
    table["hectares"] = grouped["area"].max() / HECTARE
    return table


def apart(points: gpd.GeoSeries, radius: float) -> gpd.GeoSeries:
    """Discs around points that do not overlap: each keeps the part that is nearest to it.

    Points in one spot are first moved a few metres apart.
    """
    rank = points.groupby([points.x, points.y]).cumcount()
    moved = gpd.GeoSeries.from_xy(
        points.x + 5.0 * rank, points.y, index=points.index, crs=points.crs
    )
    if len(moved) < 2:
        return moved.buffer(radius)
    cells = shapely.get_parts(
        shapely.voronoi_polygons(shapely.multipoints(moved.to_numpy()), ordered=True)
    )
    return moved.buffer(radius).intersection(gpd.GeoSeries(cells, moved.index, crs=points.crs))


def vacancy_by_area(
    dwellings: pd.DataFrame, areas: Mapping[str, Sequence[str] | None]
) -> pd.DataFrame:
    """Vacant dwellings of several areas, as far as secrecy lets one add up.

    Parameters
    ----------
    dwellings : DataFrame
        As :func:`bassin.read.cerema.vacant_dwellings`.
    areas : mapping
        Label to commune codes, or ``None`` for every commune of the table.

    Returns
    -------
    DataFrame
        Index ``area``; ``communes`` (listed), ``hidden`` (of them, where the vacant are secret),
        ``rated`` (of them, where vacant and dwellings are both published), ``rated_stock``
        (dwellings there), ``vacant_pct`` and ``vacant_2y_pct`` (over the communes where both terms
        are published), ``vacant_low`` and ``vacant_high`` (count, if each hidden one is from 1 to
        :data:`LARGEST_HIDDEN`).
    """
    rows = {}
    for area, codes in areas.items():
        there = dwellings if codes is None else dwellings.loc[dwellings.index.intersection(codes)]
        rated = there.dropna(subset=["dwellings", "vacant"])
        long = there.dropna(subset=["dwellings", "vacant_2y"])
        hidden = int((there["vacant_status"] == SECRET).sum())
        rows[area] = {
            "communes": len(there),
            "hidden": hidden,
            "rated": len(rated),
            "rated_stock": rated["dwellings"].sum(),
            "vacant_pct": 100 * rated["vacant"].sum() / rated["dwellings"].sum(),
            "vacant_2y_pct": 100 * long["vacant_2y"].sum() / long["dwellings"].sum(),
            "vacant_low": there["vacant"].sum() + hidden,
            "vacant_high": there["vacant"].sum() + LARGEST_HIDDEN * hidden,
        }
    table = pd.DataFrame.from_dict(rows, orient="index").rename_axis("area")
    whole = ["communes", "hidden", "rated", "rated_stock", "vacant_low", "vacant_high"]
    return table.astype(dict.fromkeys(whole, int))


class Land(Topic):
    """Land of one territory."""

    #: Colour of each kind of :meth:`site_map`, light for communes and dark for places.
    SITE_COLORS: ClassVar[Mapping[str, str]] = {
        "confirmed place": "#000000",
        "potential place": "#E69F00",
        "commune with a plan": "#DCE9F3",
        "commune without": "#FFFFFF",
        "commune not in the register": "#B5B5B5",
    }

    @cached_property
    def communes(self) -> pd.DataFrame:
        """Communes of the territory: index ``code``; ``name``."""
        return self.territory.communes[["name"]]

    @cached_property
    def take(self) -> pd.DataFrame:
        """As :func:`bassin.read.cerema.land_take`, of the territory.

        Empty where the file at hand has none of its communes.
        """
        take = cerema.land_take(self.sources)
        return take[take.index.get_level_values("code").isin(self.communes.index)]

    @cached_property
    def uses(self) -> pd.DataFrame:
        """As :func:`bassin.read.cerema.land_take_by_use`, of the territory."""
        uses = cerema.land_take_by_use(self.sources)
        return uses.reindex([code for code in self.communes.index if code in uses.index])

    @cached_property
    def sites(self) -> pd.DataFrame:
        """As :func:`bassin.read.cerema.brownfields`, of the territory."""
        sites = cerema.brownfields(self.sources)
        return sites[sites["code"].isin(self.communes.index)]

    @cached_property
    def dwellings(self) -> pd.DataFrame:
        """As :func:`bassin.read.cerema.vacant_dwellings`, of France."""
        return cerema.vacant_dwellings(self.sources)

    @cached_property
    def areas(self) -> Mapping[str, Sequence[str] | None]:
        """The places the territory is compared with: label to codes of :attr:`dwellings`."""
        inner = [[self.territory.departement], self.territory.departements_of_region()]
        around = [codes_of_departements(self.dwellings.index, codes) for codes in inner]
        places = [list(self.communes.index), *around, None]
        return dict(zip(self.territory.places, places, strict=True))

    @cached_property
    def law(self) -> pd.DataFrame:
        """As :func:`bassin.read.printed.land_law`."""
        return printed.land_law(self.sources)

    @cached_property
    def printed(self) -> pd.DataFrame:
        """As :func:`bassin.read.printed.land_areas`."""
        return printed.land_areas(self.sources)

    # -- What is consumed -------------------------------------------------------------------------

    @cached_property
    def yearly(self) -> pd.Series:
        """Land consumed by year in the territory (ha); the flow of a year starts on its first day.

        Raises
        ------
        DataError
            If the file at hand has no commune of the territory.
        """
        if self.take.empty:
            raise DataError(
                cerema.LAND_TAKE,
                "it has no commune of this territory",
                cure=f"List the national file as {cerema.LAND_TAKE_FRANCE}.",
            )
        return hectares_by_year(self.take)

    def by_year(self) -> pd.DataFrame:
        """Land consumed by year in the territory, by use where the file at hand has it.

        Returns
        -------
        DataFrame
            Index ``year``; hectares: a column a use, or ``Land consumed`` alone.
        """
        uses = [name for name in cerema.USES.values() if name in self.take]
        if not uses:
            return self.yearly.to_frame("Land consumed")
        table = self.take[uses].groupby("year").sum() / HECTARE
        return table.rename(columns=str.capitalize)

    def by_period(self, length: int) -> pd.DataFrame:
        """Land consumed by commune and run of years.

        Parameters
        ----------
        length : int
            Years of a run; the last run may be shorter.

        Returns
        -------
        DataFrame
            Index ``code``; ``name``, then hectares by run, such as ``2009–2011``; NaN where the
            file has no row.
        """
        flows = self.take["total"].unstack("year") / HECTARE
        years = list(flows.columns)
        runs = [years[at : at + length] for at in range(0, len(years), length)]
        return self.communes.join(
            pd.DataFrame({f"{run[0]}–{run[-1]}": flows[run].sum(axis=1) for run in runs})
        )

    @cached_property
    def calendar(self) -> pd.Series:
        """As :func:`calendar`."""
        return calendar(self.yearly, self.law)

    @cached_property
    def trajectory(self) -> pd.DataFrame:
        """As :func:`trajectory`."""
        return trajectory(self.yearly, self.law)

    @cached_property
    def by_use(self) -> pd.DataFrame:
        """Land consumed over the whole period by commune and use.

        Returns
        -------
        DataFrame
            Index ``code``; ``name``, then in hectares ``total``, ``housing``, ``activity``,
            ``other``; ``share_pct`` of the commune; NaN where the file has no row.
        """
        parts = ["total", "housing", "activity", "other"]
        table = self.uses[parts] / HECTARE
        table["share_pct"] = 100 * self.uses["total"] / self.uses["commune"]
        return self.communes.join(table)

    def top(self, n: int) -> pd.DataFrame:
        """The ``n`` communes that consumed most, then the others and all of them together."""
        table = self.by_use.dropna().sort_values("total", ascending=False)
        parts = ["total", "housing", "activity", "other"]
        rows = table.head(n).set_index("name")[parts]
        rest = table.iloc[n:]
        rows.loc[f"The {len(rest)} others"] = rest[parts].sum()
        rows.loc["All"] = table[parts].sum()
        area = self.uses["commune"] / HECTARE
        whole = [*area[table.index[:n]], area[rest.index].sum(), area.sum()]
        return rows.assign(share_pct=100 * rows["total"] / whole).rename_axis("commune")

    def pressed(self) -> pd.Series:
        """Printed areas of land for firms against the land that activities consumed.

        What is left is a stock, at one date; what is asked for is a flow, that of one year. They
        are not set against each other: a request of one year need not be met from a stock of it.

        Returns
        -------
        Series of float
            ``activity_pace`` (ha a year, over the period of the file), ``offered_months`` and
            ``asked_years`` (of that pace).
        """
        offered, asked = (self.printed.at[key, "hectares"] for key in ("available", "asked"))
        pace = self.uses["activity"].sum() / HECTARE / len(self.yearly)
        return pd.Series(
            {
                "activity_pace": pace,
                "offered_months": 12 * offered / pace,
                "asked_years": asked / pace,
            }
        )

    # -- Brownfields ------------------------------------------------------------------------------

    @cached_property
    def places(self) -> pd.DataFrame:
        """As :func:`one_row_a_place`, with ``commune`` (name) and ``confirmed`` (bool)."""
        table = one_row_a_place(self.sites)
        return table.assign(
            commune=table["code"].map(self.communes["name"]),
            confirmed=table["state"] != POTENTIAL,
        )

    def by_state(self) -> pd.DataFrame:
        """Records, places and area of the sites by state; only states that occur.

        Returns
        -------
        DataFrame
            Index ``state``; ``records``, ``places``, ``communes`` (numbers), ``hectares`` (of the
            places whose area is given), ``polluted`` (places whose soil is known to be).
        """
        records = self.sites["status"].map(STATES).value_counts()
        table = self.places.groupby("state").agg(
            places=("code", "size"),
            communes=("code", "nunique"),
            hectares=("hectares", "sum"),
            polluted=("pollution", lambda known: int((known == "proven").sum())),
        )
        table.insert(0, "records", records.reindex(table.index))
        return table.loc[[state for state in STATES.values() if state in table.index]]

    def exposure(self, risks: pd.DataFrame) -> pd.DataFrame:
        """Places, confirmed apart from potential, by what the registers list in their commune.

        Parameters
        ----------
        risks : DataFrame
            As :attr:`bassin.topics.risk.local.Risk.by_commune`.

        Returns
        -------
        DataFrame
            Index ``sites`` (confirmed, potential); ``places``, then how many are in a commune with
            a ``plan``, with a recognised ``flood``, with a forest ``fire``, with ``all_three``;
            ``floods`` (mean number recognised in the commune of a place).
        """
        risk = risks.reindex(self.places["code"]).set_axis(self.places.index)
        marks = pd.DataFrame(
            {"plan": risk["plan"] == 1, "flood": risk["floods"] > 0, "fire": risk["fires"] > 0}
        )
        marks["all_three"] = marks.all(axis=1)
        group = self.places["confirmed"].map({True: "Confirmed", False: "Potential"})
        table = marks.groupby(group).sum().astype(int)
        table.insert(0, "places", group.value_counts())
        table["floods"] = risk["floods"].groupby(group).mean()
        return table.rename_axis("sites")

    def site_map(
        self, outlines: gpd.GeoDataFrame, risks: pd.DataFrame, radius: float = 550.0
    ) -> gpd.GeoDataFrame:
        """Places as discs on the communes, coloured by whether a prevention plan covers them.

        Parameters
        ----------
        outlines : GeoDataFrame
            Communes of the territory: ``name``, ``geometry`` (EPSG:2154).
        risks : DataFrame
            As in :meth:`exposure`.
        radius : float
            Of a disc, in metres: it does not show the extent of the place. Discs that would
            overlap share the ground between them.

        Returns
        -------
        GeoDataFrame
            Index: codes of communes, then places; ``name`` (of a place: its commune, and its
            activity where known), ``kind`` (of :attr:`SITE_COLORS`), ``geometry`` without overlap.
        """
        table = self.places
        points = gpd.GeoSeries.from_xy(table["lon"], table["lat"], index=table.index, crs=4326)
        discs = apart(points.to_crs(outlines.crs), radius)
        cover = (
            risks["plan"]
            .reindex(outlines.index)
            .map({1.0: "commune with a plan", 0.0: "commune without"})
        )
        ground = outlines.geometry.difference(discs.union_all())
        doing = table["activity"].where(~table["activity"].isin(["", "NA (NA)"]), "not known")
        said = table["commune"] + ": " + doing.str.slice(0, 80)
        state = table["confirmed"].map({True: "confirmed place", False: "potential place"})
        kind = pd.concat([cover.fillna("commune not in the register"), state])
        names = pd.concat([outlines["name"], said])
        shapes = pd.concat([ground, discs])
        return gpd.GeoDataFrame({"name": names, "kind": kind}, geometry=shapes, crs=outlines.crs)

    def listed(self, word: str) -> pd.DataFrame:
        """Records of sites with a word in their name or activity, whatever the case."""
        either = self.sites["name"] + " " + self.sites["activity"]
        return self.sites[either.str.contains(word, case=False, regex=False)]

    # -- Vacant dwellings -------------------------------------------------------------------------

    @cached_property
    def vacancy(self) -> pd.DataFrame:
        """Vacant dwellings by commune of the territory.

        Returns
        -------
        DataFrame
            Index ``code``; ``name``, ``dwellings``, ``vacant``, ``vacant_2y``, ``vacant_pct`` and
            ``status`` of the rate: ``"missing"`` where the commune has no row.
        """
        mine = self.dwellings.reindex(self.communes.index)
        status = mine["dwellings_status"].where(
            mine["dwellings_status"] != PUBLISHED, mine["vacant_status"]
        )
        return self.communes.assign(
            dwellings=mine["dwellings"],
            vacant=mine["vacant"],
            vacant_2y=mine["vacant_2y"],
            vacant_pct=(100 * mine["vacant"] / mine["dwellings"]).where(mine["dwellings"] > 0),
            status=status.fillna(MISSING),
        )

    @cached_property
    def vacancy_by_area(self) -> pd.DataFrame:
        """As :func:`vacancy_by_area`."""
        return vacancy_by_area(self.dwellings, self.areas)
