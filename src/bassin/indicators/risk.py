"""Natural risks: prevention plans, recognised floods, forest fires, and the three together.

Everything here is by commune. A plan, a flood or a fire somewhere in a commune says nothing of the
rest of it.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass

import pandas as pd

from bassin.errors import TerritoryError
from bassin.indicators.stats import weighted_mean
from bassin.read import anct, bdiff, ccr, cerema, ign, insee
from bassin.sources import Sources
from bassin.territory import GEOGRAPHY, Passage, Territory, commune_outlines
from bassin.trace import cached_property

#: Before the first decree, in the summer of 1982.
FIRST_DAY = "1982-01-01"
#: Before the first of INSEE's events of communes.
EVENTS_SINCE = "1943-01-01"
#: Years of fires held complete; the last one of the file is set apart (see :meth:`Risk.last_year`).
FIRE_YEARS = tuple(range(2014, 2024))
#: Recognised periods at most so many days apart are one episode.
GAP_DAYS = 1
SQUARE_METRES_PER_HECTARE = 10_000
#: An episode is great from this share of the communes on.
GREAT = 0.25
#: Codes of overseas departements, which the outlines do not draw at their true size.
OVERSEAS = "97"

PUBLISHED, MISSING = "published", "missing"
COVERED, NOT_COVERED = "covered by a plan", "no plan"
#: Headers of the columns, for tables.
LABELS = {
    "perimeter": "Perimeter",
    "area": "Area",
    "name": "Commune",
    "cover": "Plan",
    "marks": "In the commune",
    "measure": "Measure",
    "communes": "Communes",
    "covered": "With a plan",
    "covered_pct": "Share",
    "unlisted": "Not in the register",
    "floods": "Floods recognised",
    "per_commune": "Per commune",
    "per_10000": "Per 10,000 inhabitants",
    "of_inhabitant": "In the commune of the average inhabitant",
    "never_pct": "Communes never recognised",
    "refused_pct": "Requests refused",
    "total": "All",
    "floods_per_1000": "Per 1,000 inhabitants",
    "floods_per_commune": "Floods per commune",
    "rank": "Rank by floods",
    "fires": "Fires",
    "per_100_km2": "A year per 100 km²",
    "fires_per_100_km2": "Fires a year per 100 km²",
    "burnt_ha": "Burnt (ha)",
    "burnt_per_10000": "Burnt a year (ha per 10,000)",
    "mean_ha": "Mean fire (ha)",
    "median_ha": "Median fire (ha)",
    "last": "Last year",
    "lowest": "Lowest before",
    "mean": "Mean before",
    "highest": "Highest before",
    "population": "Inhabitants",
    "population_pct": "Share of inhabitants",
    "area_km2": "Area (km²)",
    "area_pct": "Share of area",
    "land_ha": "Land consumed (ha)",
    "land_pct": "Share of land consumed",
    "activity_ha": "For activities (ha)",
}
#: How they are written, where it is not as a whole number or with one decimal.
FORMATS = {
    "covered_pct": ".1f %",
    "never_pct": ".1f %",
    "refused_pct": ".1f %",
    "population": ",.0f",
    "population_pct": ".1f %",
    "area_km2": ",.0f",
    "area_pct": ".1f %",
    "land_ha": ",.0f",
    "land_pct": ".1f %",
    "activity_ha": ",.0f",
    "last": ",.0f",
    "lowest": ",.0f",
    "mean": ",.0f",
    "highest": ",.0f",
    "per_100_km2": ".2f",
    "fires_per_100_km2": ".2f",
    "median_ha": ".2f",
}
#: Words for what a commune may have, in the order of :func:`superpose`.
MARKS = ("floods", "plan", "fires")


def present_codes(
    old: Iterable[str], communes: Collection[str], passage: Passage, since: str = FIRST_DAY
) -> pd.Series:
    """Commune of today that each code of a list spread over years stands for.

    Parameters
    ----------
    old : iterable of str
        Codes as they were when each row was written.
    communes : collection of str
        Communes of :data:`~bassin.territory.GEOGRAPHY`.
    passage : Passage
    since : str
        Date before the first row.

    Returns
    -------
    Series of str
        Indexed by old code. NaN where the commune was divided, or the code is of no commune, past
        or present: neither is given to a neighbour.
    """
    codes, known = set(old), set(communes)
    former = codes - known
    moved = passage.transition(former, since, GEOGRAPHY)
    into: dict[str, set[str]] = {code: set() for code in former}
    for code, parts in moved.parts.items():
        for part in parts & former:
            into[part].add(code)
    present = {code: code for code in codes & known}
    present |= {
        code: next(iter(ends))
        for code, ends in into.items()
        if len(ends) == 1 and ends <= known and not ends & set(moved.splits)
    }
    listed = pd.Index(sorted(codes), name="old")
    return pd.Series(present, dtype=object).reindex(listed).rename("code")


def distinct_floods(decrees: pd.DataFrame, present: pd.Series) -> pd.DataFrame:
    """Recognised floods of each commune, each counted once.

    Several decrees may be on one event, and parts of a merged commune may each have theirs:
    periods of one commune that overlap are one flood.

    Parameters
    ----------
    decrees : DataFrame
        As :func:`bassin.read.ccr.disaster_decrees`.
    present : Series
        As :func:`present_codes`.

    Returns
    -------
    DataFrame
        ``code``, ``start``, ``end``, sorted; rows whose code has no commune today are left out.
    """
    wanted = (decrees["peril"] == ccr.FLOOD) & (decrees["decision"] == ccr.RECOGNISED)
    rows = decrees.loc[wanted, ["code", "start", "end"]]
    rows = rows.assign(code=rows["code"].map(present)).dropna(subset="code")
    rows = rows.drop_duplicates().sort_values(["code", "start", "end"])
    before = rows.groupby("code")["end"].cummax().groupby(rows["code"]).shift()
    # The first of a commune has none before it, and NaT compares as false.
    number = (~(rows["start"] <= before)).cumsum()
    return (
        rows.groupby(number)
        .agg(code=("code", "first"), start=("start", "min"), end=("end", "max"))
        .reset_index(drop=True)
    )


def episodes(floods: pd.DataFrame, gap_days: int = GAP_DAYS) -> pd.DataFrame:
    """Episodes of flood: periods of any communes that overlap or nearly touch, taken together.

    Parameters
    ----------
    floods : DataFrame
        As :func:`distinct_floods`, of the communes of one territory.
    gap_days : int
        Most days from the end of one period to the start of the next.

    Returns
    -------
    DataFrame
        Index ``episode`` (dates in words); ``start``, ``end``, ``communes`` (number), in the order
        of time.
    """
    rows = floods.sort_values(["start", "end"])
    before = rows["end"].cummax().shift()
    number = (~((rows["start"] - before).dt.days <= gap_days)).cumsum()
    table = rows.groupby(number).agg(
        start=("start", "min"), end=("end", "max"), communes=("code", "nunique")
    )
    table.index = pd.Index(
        [dates(a, b) for a, b in zip(table["start"], table["end"], strict=True)], name="episode"
    )
    return table


def dates(start: pd.Timestamp, end: pd.Timestamp) -> str:
    """A period in words.

    Examples
    --------
    >>> dates(pd.Timestamp("2002-09-08"), pd.Timestamp("2002-09-10"))
    '8–10 September 2002'
    >>> dates(pd.Timestamp("2008-10-31"), pd.Timestamp("2008-11-02"))
    '31 October–2 November 2008'
    """
    last = f"{end.day} {end:%B %Y}"
    if start == end:
        return last
    if (start.year, start.month) == (end.year, end.month):
        return f"{start.day}–{last}"
    year = "" if start.year == end.year else f" {start.year}"
    return f"{start.day} {start:%B}{year}–{last}"


def touched(floods: pd.DataFrame, start: pd.Timestamp, end: pd.Timestamp) -> list[str]:
    """Communes with a recognised flood that overlaps a period."""
    during = (floods["start"] <= end) & (floods["end"] >= start)
    return sorted(floods.loc[during, "code"].unique())


def decade(when: pd.Series, first: int, last: int) -> pd.Series:
    """Decade of each date in words, cut to the first and last year of the file."""
    tens = when.dt.year // 10 * 10
    starts = tens.clip(lower=first).astype(str)
    ends = (tens + 9).clip(upper=last).astype(str)
    return starts + "–" + ends


def superpose(table: pd.DataFrame) -> pd.Series:
    """What each commune has, in words: ``"floods, plan and fires"``, ``"floods"`` ...

    Parameters
    ----------
    table : DataFrame
        ``flood``, ``plan``, ``fire``: bool.

    Returns
    -------
    Series
        Categorical, from most marks to fewest.
    """
    marks = table[["flood", "plan", "fire"]]
    words = pd.Series([_listed(row) for row in marks.itertuples(index=False)], table.index)
    order = marks.sum(axis=1).groupby(words).first().sort_index().sort_values(ascending=False)
    return words.astype(pd.CategoricalDtype(list(order.index), ordered=True)).rename("marks")


def _listed(row: Sequence[bool]) -> str:
    held = [word for word, on in zip(MARKS, row, strict=True) if on]
    if not held:
        return "none of the three"
    return f"{held[0]} only" if len(held) == 1 else _joined(held)


def _joined(words: Sequence[str]) -> str:
    return " and ".join(filter(None, [", ".join(words[:-1]), *words[-1:]]))


def _whole_sum(values: pd.Series) -> float:
    return float(values.sum(skipna=False))


def _land(sources: Sources) -> pd.DataFrame:
    """Land consumed by commune, where the file is at hand."""
    if cerema.land_take_file(sources) not in sources:
        return pd.DataFrame({"land_ha": [], "activity_ha": []}, dtype=float)
    table = cerema.land_take_by_use(sources) / SQUARE_METRES_PER_HECTARE
    return pd.DataFrame({"land_ha": table["total"], "activity_ha": table["activity"]})


@dataclass(frozen=True)
class Risk:
    """Natural risks of one territory, beside its departement and France.

    Attributes
    ----------
    communes : DataFrame
        Of the territory: ``name``, ``area_km2``.
    everywhere : DataFrame
        Every commune of 2023: ``population`` (census 2020; NaN in Mayotte), ``plan`` (float, 1 or
        0; NaN where it has merged or been divided since, so that the register lists another),
        ``floods``, ``fires``, ``burnt_ha`` (over :data:`FIRE_YEARS`).
    floods : DataFrame
        As :func:`distinct_floods`, France.
    decisions : DataFrame
        Requests on floods: ``code`` (of today), ``decision``.
    fires : DataFrame
        ``code`` (of today), ``alert``, ``year``, ``burnt_ha``, ``unchecked``.
    areas : mapping
        The territory, its departement and France: label to commune codes.
    area_km2 : Series
        Their area; that of France is of the mainland and Corsica.
    register : DataFrame
        As :func:`bassin.read.anct.prevention_plans_2024`.
    perimeters : mapping
        Year to the communes the EPCI had.
    land : DataFrame
        Land consumed by commune of the territory from 2009 to 2024: ``land_ha``, ``activity_ha``
        (for activities). NaN where the file at hand does not reach.
    absorbed : list of str
        Communes that have merged into those of the territory since 1943.
    unplaced : mapping
        Rows of floods and of fires whose code is of no single commune today.
    """

    communes: pd.DataFrame
    everywhere: pd.DataFrame
    floods: pd.DataFrame
    decisions: pd.DataFrame
    fires: pd.DataFrame
    areas: Mapping[str, list[str]]
    area_km2: pd.Series
    register: pd.DataFrame
    perimeters: Mapping[int, list[str]]
    land: pd.DataFrame
    absorbed: list[str]
    unplaced: Mapping[str, int]

    @classmethod
    def of(cls, territory: Territory, sources: Sources) -> Risk:
        """Read what concerns one territory."""
        listed = insee.communes_2023(sources)
        population = insee.legal_population_2020(sources)["municipal"]
        labels = list(territory.places)
        departement = listed[listed["dep"] == territory.departement]
        shapes = ign.communes_france_2024(sources)
        areas = [
            territory.outlines["area_km2"].sum(),
            commune_outlines(sources, territory.passage, departement)["area_km2"].sum(),
            shapes[~shapes.index.str.startswith(OVERSEAS)].area.sum() / 1e6,
        ]
        perimeters = {2023: territory.codes}
        with suppress(TerritoryError):
            perimeters[2019] = sorted({*territory.codes, *territory.former_members()})
        later = set(anct.density_2025(sources).index)
        perimeters[2025] = [code for code in territory.codes if code in later]
        return cls.build(
            anct.prevention_plans_2024(sources),
            ccr.disaster_decrees(sources),
            bdiff.forest_fires(sources),
            passage=territory.passage,
            communes=territory.outlines[["name", "area_km2"]],
            population=territory.passage.carry(population, insee.LEGAL_GEOGRAPHY, GEOGRAPHY),
            areas={
                labels[0]: territory.codes,
                labels[1]: list(departement.index),
                labels[-1]: list(listed.index),
            },
            area_km2=pd.Series(areas, [labels[0], labels[1], labels[-1]], name="area_km2"),
            perimeters=dict(sorted(perimeters.items())),
            land=_land(sources),
        )

    @classmethod
    def build(
        cls,
        register: pd.DataFrame,
        decrees: pd.DataFrame,
        fires: pd.DataFrame,
        *,
        passage: Passage,
        communes: pd.DataFrame,
        population: pd.Series,
        areas: Mapping[str, list[str]],
        area_km2: pd.Series,
        perimeters: Mapping[int, list[str]],
        land: pd.DataFrame,
    ) -> Risk:
        """Bring the three files to the communes of today.

        Parameters
        ----------
        register, decrees, fires : DataFrame
            As their readers return them.
        passage : Passage
        population : Series
            Inhabitants of every commune.
        communes, areas, area_km2, perimeters, land
            As the attributes. The last of ``areas`` holds every commune.
        """
        everyone = list(areas)[-1]
        known = areas[everyone]
        on_floods = decrees[decrees["peril"] == ccr.FLOOD]
        present = present_codes({*on_floods["code"], *fires["code"]}, known, passage)
        floods = distinct_floods(on_floods, present)
        decisions = pd.DataFrame(
            {"code": on_floods["code"].map(present), "decision": on_floods["decision"]}
        )
        placed = fires.assign(code=fires["code"].map(present))
        unplaced = {"floods": int(decisions["code"].isna().sum())}
        unplaced["fires"] = int(placed["code"].isna().sum())
        placed = placed.dropna(subset="code")
        counted = placed[placed["year"].isin(FIRE_YEARS)].groupby("code")["burnt_ha"]
        everywhere = pd.DataFrame(
            {
                "population": population.reindex(known).astype(float),
                "plan": register["plan"].astype(float).reindex(known),
                "floods": floods["code"].value_counts().reindex(known, fill_value=0),
                "fires": counted.size().reindex(known, fill_value=0),
                "burnt_ha": counted.sum().reindex(known, fill_value=0.0),
            }
        ).rename_axis("code")
        grown = passage.transition(communes.index, EVENTS_SINCE, GEOGRAPHY).parts
        return cls(
            communes,
            everywhere,
            floods,
            decisions.dropna(subset="code"),
            placed,
            areas,
            area_km2,
            register,
            perimeters,
            land.reindex(communes.index),
            sorted({part for code in communes.index for part in grown[code]} - set(communes.index)),
            unplaced,
        )

    @staticmethod
    def headings(table: pd.DataFrame) -> dict[str, dict[str, str]]:
        """Headers and formats of a table made here, for :func:`bassin.show.tables.show`."""
        held = [name for name in [*table.index.names, *table.columns] if name]
        return {
            "labels": {name: LABELS[name] for name in held if name in LABELS},
            "formats": {name: FORMATS[name] for name in held if name in FORMATS},
        }

    # -- One row a commune of the territory -------------------------------------------------------

    @cached_property
    def by_commune(self) -> pd.DataFrame:
        """``name``, ``area_km2``, then as ``everywhere``, with two rates.

        ``floods_per_1000`` (by inhabitant of 2020, in thousands), ``fires_per_100_km2`` (a year);
        ``cover`` says in words whether a plan covers the commune.
        """
        table = self.communes.join(self.everywhere)
        table["floods_per_1000"] = table["floods"] / table["population"] * 1000
        table["fires_per_100_km2"] = table["fires"] / len(FIRE_YEARS) / table["area_km2"] * 100
        table["cover"] = table["plan"].map({1.0: COVERED, 0.0: NOT_COVERED})
        table["cover_status"] = table["plan"].notna().map({True: PUBLISHED, False: MISSING})
        return table

    @cached_property
    def by_decade(self) -> pd.DataFrame:
        """Recognised floods of each commune: ``name``, then a column a decade, then ``total``."""
        mine = self.floods[self.floods["code"].isin(list(self.communes.index))]
        counts = mine.groupby(["code", self._decade(mine)]).size().unstack(fill_value=0)
        counts = counts.reindex(index=self.communes.index, columns=self.decades, fill_value=0)
        return pd.concat([self.communes["name"], counts.assign(total=counts.sum(axis=1))], axis=1)

    def most_floods(self, n: int = 10) -> pd.DataFrame:
        """Communes with most recognised floods: a column a decade, ``total``, ``population``, rate.

        Indexed by name; ``floods_per_1000`` is by inhabitant of 2020, in thousands.
        """
        table = self.by_decade.join(self.by_commune[["population", "floods_per_1000"]])
        table = table.sort_values(["total", "name"], ascending=[False, True]).head(n)
        return table.set_index("name")

    @cached_property
    def decades(self) -> list[str]:
        """Decades of the file, in words."""
        return sorted(self._decade(self.floods).unique())

    def _decade(self, floods: pd.DataFrame) -> pd.Series:
        years = self.floods["start"].dt.year
        return decade(floods["start"], int(years.min()), int(years.max())).rename("decade")

    # -- Plans ------------------------------------------------------------------------------------

    def coverage(self, perimeters: Mapping[str, Collection[str]]) -> pd.DataFrame:
        """Communes of several perimeters, and those a plan covers.

        Parameters
        ----------
        perimeters : mapping
            Label to commune codes.

        Returns
        -------
        DataFrame
            Index ``perimeter``; ``communes``, ``covered`` (numbers), ``covered_pct``, ``unlisted``
            (communes the register does not list).
        """
        rows = {}
        for label, codes in perimeters.items():
            plan = self.register["plan"].astype(float).reindex(list(codes))
            rows[label] = {
                "communes": len(plan),
                "covered": int(plan.sum()),
                "covered_pct": 100 * plan.mean(),
                "unlisted": int(plan.isna().sum()),
            }
        return pd.DataFrame.from_dict(rows, orient="index").rename_axis("perimeter")

    def of_years(self) -> dict[str, list[str]]:
        """Communes the EPCI had, by year in words; then those of the departement and of France."""
        label = next(iter(self.areas))
        years = {f"{label}, {year}": codes for year, codes in self.perimeters.items()}
        return years | {name: self.areas[name] for name in list(self.areas)[1:]}

    def without_plan(self) -> pd.DataFrame:
        """Communes of the territory without a plan: a row each, with its rank by floods."""
        table = self.by_commune
        table = table.assign(rank=table["floods"].rank(method="min", ascending=False).astype(int))
        kept = ["name", "population", "area_km2", "floods", "rank", "fires", "burnt_ha"]
        return table.loc[table["plan"] == 0, kept].set_index("name").sort_index()

    def by_plan(self) -> pd.DataFrame:
        """The territory cut in two: communes with a plan, and without.

        Returns
        -------
        DataFrame
            Index ``cover``; ``communes``, ``population``, ``population_pct``, ``area_km2``,
            ``area_pct``, ``land_ha``, ``land_pct``, ``activity_ha`` (as :attr:`land`; NaN if one
            commune's is), ``floods_per_commune``, ``fires_per_100_km2`` (a year).
        """
        groups = self.by_commune.join(self.land).groupby("cover")
        table = groups.agg(
            communes=("name", "size"),
            population=("population", "sum"),
            area_km2=("area_km2", "sum"),
            land_ha=("land_ha", _whole_sum),
            activity_ha=("activity_ha", _whole_sum),
            floods_per_commune=("floods", "mean"),
            fires=("fires", "sum"),
        )
        for column in ("population", "area_km2", "land_ha"):
            share = 100 * table[column] / table[column].sum(skipna=False)
            table.insert(table.columns.get_loc(column) + 1, f"{column.split('_')[0]}_pct", share)
        yearly = table.pop("fires") / len(FIRE_YEARS)
        return table.assign(fires_per_100_km2=yearly / table["area_km2"] * 100)

    # -- Floods -----------------------------------------------------------------------------------

    def flood_rates(self) -> pd.DataFrame:
        """Recognised floods of the territory, its departement and France.

        Returns
        -------
        DataFrame
            Index ``area``; ``communes``, ``floods`` (a commune and a flood each), ``per_commune``,
            ``per_10000`` (by inhabitant of 2020), ``of_inhabitant`` (in the commune of the average
            inhabitant), ``never_pct`` (communes without any), ``refused_pct`` (of the requests).
        """
        rows = {}
        for area, codes in self.areas.items():
            there = self.everywhere.loc[codes]
            asked = self.decisions.loc[self.decisions["code"].isin(codes), "decision"]
            counted = there.dropna(subset="population")
            rows[area] = {
                "communes": len(there),
                "floods": int(there["floods"].sum()),
                "per_commune": there["floods"].mean(),
                "per_10000": counted["floods"].sum() / counted["population"].sum() * 10_000,
                "of_inhabitant": weighted_mean(
                    counted["floods"].astype(float), counted["population"]
                ),
                "never_pct": 100 * (there["floods"] == 0).mean(),
                "refused_pct": 100 * (asked == ccr.REFUSED).mean(),
            }
        return pd.DataFrame.from_dict(rows, orient="index").rename_axis("area")

    def decade_rates(self) -> pd.DataFrame:
        """Recognised floods a commune: a row a decade, a column an area."""
        decades = self._decade(self.floods)
        return pd.DataFrame(
            {
                area: decades[self.floods["code"].isin(codes)]
                .value_counts()
                .reindex(self.decades, fill_value=0)
                / len(codes)
                for area, codes in self.areas.items()
            }
        ).rename_axis("decade")

    def episodes(self, gap_days: int = GAP_DAYS) -> pd.DataFrame:
        """Episodes of the territory, in the order of time.

        Returns
        -------
        DataFrame
            As :func:`episodes`, with ``communes_pct``, ``inhabitants_pct`` (who live in these
            communes), and ``around_pct`` (communes of the departement with a flood at the time).
        """
        here, around = list(self.areas.values())[:2]
        mine = self.floods[self.floods["code"].isin(here)]
        near = self.floods[self.floods["code"].isin(around)]
        people = self.everywhere.loc[here, "population"]
        table = episodes(mine, gap_days)
        hit = [touched(mine, a, b) for a, b in zip(table["start"], table["end"], strict=True)]
        about = [touched(near, a, b) for a, b in zip(table["start"], table["end"], strict=True)]
        return table.assign(
            communes_pct=table["communes"] / len(here) * 100,
            inhabitants_pct=[100 * people[codes].sum() / people.sum() for codes in hit],
            around_pct=[100 * len(codes) / len(around) for codes in about],
            rank=table["communes"].rank(method="min", ascending=False).astype(int),
        )

    def great_episodes(self, share: float = GREAT, also: Sequence[int] = ()) -> pd.DataFrame:
        """Episodes recognised in at least this share of the communes.

        Parameters
        ----------
        share : float
        also : sequence of int
            Years whose largest episode is kept all the same.
        """
        table = self.episodes()
        named = {self.greatest_of(year).name for year in also}
        return table[(table["communes_pct"] >= 100 * share) | table.index.isin(list(named))]

    def greatest_of(self, year: int) -> pd.Series:
        """The episode of a year recognised in most communes; its name is its dates.

        Raises
        ------
        KeyError
            If there is none that year.
        """
        table = self.episodes()
        then = table[table["start"].dt.year == year]
        if then.empty:
            raise KeyError(f"no recognised flood in {year}")
        return then.loc[then["communes"].idxmax()]

    def hit_in(self, years: Sequence[int]) -> pd.DataFrame:
        """In which of the largest episodes of some years each commune was recognised.

        Returns
        -------
        DataFrame
            ``name``, ``episodes`` (years in words, ``"2002 and 2014"``).
        """
        hit = {}
        for year in years:
            episode = self.greatest_of(year)
            hit[str(year)] = set(touched(self.floods, episode["start"], episode["end"]))
        words = [
            _joined([year for year, codes in hit.items() if code in codes]) or "none of them"
            for code in self.communes.index
        ]
        return self.communes[["name"]].assign(episodes=words)

    # -- Fires ------------------------------------------------------------------------------------

    def fire_rates(self) -> pd.DataFrame:
        """Forest fires a year over :data:`FIRE_YEARS`, in the territory and around.

        Returns
        -------
        DataFrame
            Index ``area``; ``fires``, ``per_100_km2`` (a year), ``burnt_ha``, ``burnt_per_10000``
            (hectares a year, of 10,000 of area), ``mean_ha`` and ``median_ha`` of a fire. France
            is the mainland and Corsica.
        """
        rows = {}
        for area, codes in self.areas.items():
            there = self.fires[
                self.fires["code"].isin(codes)
                & self.fires["year"].isin(FIRE_YEARS)
                & ~self.fires["code"].str.startswith(OVERSEAS)
            ]
            size, years = self.area_km2[area], len(FIRE_YEARS)
            rows[area] = {
                "fires": len(there),
                "per_100_km2": len(there) / years / size * 100,
                "burnt_ha": there["burnt_ha"].sum(),
                "burnt_per_10000": there["burnt_ha"].sum() / years / (size * 100) * 10_000,
                "mean_ha": there["burnt_ha"].mean(),
                "median_ha": there["burnt_ha"].median(),
            }
        return pd.DataFrame.from_dict(rows, orient="index").rename_axis("area")

    def fire_years(self) -> pd.DataFrame:
        """Fires by year: a column an area, and ``burnt_ha`` in the territory."""
        table = pd.DataFrame(
            {
                area: self.fires.loc[self.fires["code"].isin(codes), "year"].value_counts()
                for area, codes in self.areas.items()
            }
        )
        years = pd.Index(sorted(self.fires["year"].unique()), name="year")
        mine = self.fires[self.fires["code"].isin(self.areas[next(iter(self.areas))])]
        table["burnt_ha"] = mine.groupby("year")["burnt_ha"].sum()
        return table.reindex(years).fillna(0).astype(dict.fromkeys(self.areas, int))

    def last_year(self) -> pd.DataFrame:
        """What the last year of the list of fires looks like beside those before it.

        Returns
        -------
        DataFrame
            Index ``measure``; ``last``, then ``lowest``, ``mean`` and ``highest`` of the years
            before: counts.
        """
        year = self.fires["year"]
        autumn = self.fires["alert"].dt.month >= 10
        here, around, everyone = self.areas
        inside = {area: self.fires["code"].isin(codes) for area, codes in self.areas.items()}
        departements = self.fires["code"].str.replace(r"^97(\d).*", r"97\1", regex=True)
        departements = departements.where(departements.str.len() == 3, departements.str[:2])
        by_year = {
            f"Fires, {everyone}": inside[everyone].groupby(year).sum(),
            f"Fires, {around}": inside[around].groupby(year).sum(),
            f"Fires, {here}": inside[here].groupby(year).sum(),
            f"Fires from October on, {everyone}": autumn.groupby(year).sum(),
            f"Fires from October on, {around}": (autumn & inside[around]).groupby(year).sum(),
            "Departements with a fire": departements.groupby(year).nunique(),
            "Rows partial or not validated": self.fires["unchecked"].groupby(year).sum(),
        }
        table = pd.DataFrame(by_year).T
        last = int(year.max())
        before = table.drop(columns=last)
        return pd.DataFrame(
            {
                "last": table[last],
                "lowest": before.min(axis=1),
                "mean": before.mean(axis=1),
                "highest": before.max(axis=1),
            }
        ).rename_axis("measure")

    # -- The three together -----------------------------------------------------------------------

    def marks(self, *, often: bool = False) -> pd.DataFrame:
        """Whether each commune of the territory has a plan, floods and fires.

        Parameters
        ----------
        often : bool
            Ask for more floods than the mean commune of France and more fires by area than
            France, instead of one of each.

        Returns
        -------
        DataFrame
            ``name``, ``flood``, ``plan``, ``fire`` (bool), ``marks`` (as :func:`superpose`),
            ``number`` (of the three), ``population``, ``area_km2``.
        """
        table = self.by_commune
        flood, fire = table["floods"] > 0, table["fires"] > 0
        if often:
            country = list(self.areas)[-1]
            flood = table["floods"] > self.flood_rates().at[country, "per_commune"]
            fire = table["fires_per_100_km2"] > self.fire_rates().at[country, "per_100_km2"]
        marked = table[["name"]].assign(flood=flood, plan=table["plan"] == 1, fire=fire)
        return marked.assign(
            marks=superpose(marked),
            number=marked[["flood", "plan", "fire"]].sum(axis=1),
            population=table["population"],
            area_km2=table["area_km2"],
        )

    def living(self, *, often: bool = False) -> pd.DataFrame:
        """Communes, inhabitants and area of the territory by what they have of the three.

        Returns
        -------
        DataFrame
            Index ``marks``; ``communes``, ``population``, ``population_pct``, ``area_km2``,
            ``area_pct``; from most marks to fewest.
        """
        table = self.marks(often=often)
        sums = table.groupby("marks", observed=True).agg(
            communes=("name", "size"),
            population=("population", "sum"),
            area_km2=("area_km2", "sum"),
        )
        sums.insert(2, "population_pct", 100 * sums["population"] / sums["population"].sum())
        return sums.assign(area_pct=100 * sums["area_km2"] / sums["area_km2"].sum())

    def all_three(self) -> pd.DataFrame:
        """Communes with a plan, a flood and a fire, in the territory and around.

        Communes that the register does not list, or without a population, are left out.

        Returns
        -------
        DataFrame
            Index ``area``; ``communes_pct``, ``population_pct``: of those with all three.
        """
        rows = {}
        for area, codes in self.areas.items():
            there = self.everywhere.loc[codes].dropna(subset=["plan", "population"])
            has = (there["plan"] == 1) & (there["floods"] > 0) & (there["fires"] > 0)
            people = there["population"]
            rows[area] = {
                "communes_pct": 100 * has.mean(),
                "population_pct": 100 * people[has].sum() / people.sum(),
            }
        return pd.DataFrame.from_dict(rows, orient="index").rename_axis("area")
