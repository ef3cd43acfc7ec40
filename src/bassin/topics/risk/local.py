"""Natural risks: prevention plans, recognised floods, forest fires, and the three together.

Everything here is by commune. A plan, a flood or a fire somewhere in a commune says nothing of the
rest of it.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from contextlib import suppress

import pandas as pd

from bassin.availability import MISSING, PUBLISHED
from bassin.errors import TerritoryError
from bassin.files.trace import cached_property
from bassin.indicators.stats import weighted_mean
from bassin.places.outlines import commune_outlines
from bassin.places.passage import GEOGRAPHY, Passage
from bassin.read import anct, bdiff, ccr, cerema, ign, insee
from bassin.topics.base import Topic

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
        Communes of :data:`~bassin.places.passage.GEOGRAPHY`.
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


class Risk(Topic):
    """Natural risks of one territory, beside its departement and France."""

    # -- What is read -----------------------------------------------------------------------------

    @cached_property
    def communes(self) -> pd.DataFrame:
        """Communes of the territory: ``name``, ``area_km2``."""
        return self.territory.outlines[["name", "area_km2"]]

    @cached_property
    def areas(self) -> Mapping[str, list[str]]:
        """The territory, its departement and France: label to commune codes."""
        listed = insee.communes_2023(self.sources)
        labels = list(self.territory.places)
        return {
            labels[0]: self.territory.codes,
            labels[1]: list(listed.index[listed["dep"] == self.territory.departement]),
            labels[-1]: list(listed.index),
        }

    @cached_property
    def _known(self) -> pd.Index:
        """Every commune of today."""
        return insee.communes_2023(self.sources).index

    @cached_property
    def area_km2(self) -> pd.Series:
        """Area of each of :attr:`areas`; that of France is of the mainland and Corsica."""
        listed = insee.communes_2023(self.sources)
        around = listed[listed["dep"] == self.territory.departement]
        shapes = ign.communes_france_2024(self.sources)
        return pd.Series(
            [
                self.communes["area_km2"].sum(),
                commune_outlines(self.sources, self.territory.passage, around)["area_km2"].sum(),
                shapes[~shapes.index.str.startswith(OVERSEAS)].area.sum() / 1e6,
            ],
            list(self.areas),
            name="area_km2",
        )

    @cached_property
    def register(self) -> pd.DataFrame:
        """As :func:`bassin.read.anct.prevention_plans_2024`."""
        return anct.prevention_plans_2024(self.sources)

    @cached_property
    def perimeters(self) -> Mapping[int, list[str]]:
        """Year to the communes the EPCI had."""
        now = self.territory.codes
        later = set(anct.density_2025(self.sources).index)
        held = {2023: now, 2025: [code for code in now if code in later]}
        with suppress(TerritoryError):
            held[2019] = sorted({*now, *self.territory.former_members()})
        return dict(sorted(held.items()))

    @cached_property
    def land(self) -> pd.DataFrame:
        """Land consumed by commune of the territory from 2009 to 2024.

        ``land_ha``, ``activity_ha`` (for activities). NaN where the file at hand does not reach.
        """
        if cerema.land_take_file(self.sources) not in self.sources:
            nothing = pd.DataFrame({"land_ha": [], "activity_ha": []}, dtype=float)
            return nothing.reindex(self.territory.codes)
        table = cerema.land_take_by_use(self.sources) / SQUARE_METRES_PER_HECTARE
        taken = pd.DataFrame({"land_ha": table["total"], "activity_ha": table["activity"]})
        return taken.reindex(self.territory.codes)

    @cached_property
    def absorbed(self) -> list[str]:
        """Communes that have merged into those of the territory since 1943."""
        now = self.territory.communes.index
        grown = self.territory.passage.transition(now, EVENTS_SINCE, GEOGRAPHY).parts
        return sorted({part for code in now for part in grown[code]} - set(now))

    # -- Brought to the communes of today ---------------------------------------------------------

    def _present(self, codes: pd.Series) -> pd.Series:
        return present_codes(codes, self._known, self.territory.passage)

    @cached_property
    def _requests(self) -> pd.DataFrame:
        """Requests on floods, each with the code it was written with."""
        decrees = ccr.disaster_decrees(self.sources)
        return decrees[decrees["peril"] == ccr.FLOOD]

    @cached_property
    def _present_of_requests(self) -> pd.Series:
        return self._present(self._requests["code"])

    @cached_property
    def floods(self) -> pd.DataFrame:
        """As :func:`distinct_floods`, France."""
        return distinct_floods(self._requests, self._present_of_requests)

    @cached_property
    def _decisions(self) -> pd.DataFrame:
        """As :attr:`decisions`; NaN for a code of no single commune today."""
        now = self._requests["code"].map(self._present_of_requests)
        return pd.DataFrame({"code": now, "decision": self._requests["decision"]})

    @cached_property
    def decisions(self) -> pd.DataFrame:
        """Requests on floods: ``code`` (of today), ``decision``."""
        return self._decisions.dropna(subset="code")

    @cached_property
    def unplaced_floods(self) -> int:
        """Requests on floods whose code is of no single commune today."""
        return int(self._decisions["code"].isna().sum())

    @cached_property
    def _alerts(self) -> pd.DataFrame:
        """As :attr:`fires`; NaN for a code of no single commune today."""
        fires = bdiff.forest_fires(self.sources)
        return fires.assign(code=fires["code"].map(self._present(fires["code"])))

    @cached_property
    def fires(self) -> pd.DataFrame:
        """``code`` (of today), ``alert``, ``year``, ``burnt_ha``, ``unchecked``."""
        return self._alerts.dropna(subset="code")

    @cached_property
    def unplaced_fires(self) -> int:
        """Fires whose code is of no single commune today."""
        return int(self._alerts["code"].isna().sum())

    # -- One value a commune of France ------------------------------------------------------------

    @cached_property
    def population(self) -> pd.Series:
        """Inhabitants of every commune of 2023 (census 2020; NaN in Mayotte)."""
        counted = insee.legal_population_2020(self.sources)["municipal"]
        carried = self.territory.passage.carry(counted, insee.LEGAL_GEOGRAPHY, GEOGRAPHY)
        return carried.reindex(self._known).astype(float).rename("population")

    @cached_property
    def plans(self) -> pd.Series:
        """Whether a plan covers each commune of 2023: 1 or 0.

        NaN where it has merged or been divided since, so that the register lists another.
        """
        return self.register["plan"].astype(float).reindex(self._known)

    @cached_property
    def flood_counts(self) -> pd.Series:
        """Floods of each commune of 2023."""
        return (
            self.floods["code"].value_counts().reindex(self._known, fill_value=0).rename("floods")
        )

    @cached_property
    def fire_counts(self) -> pd.DataFrame:
        """Of each commune of 2023, ``fires`` and ``burnt_ha`` over :data:`FIRE_YEARS`."""
        within = self.fires[self.fires["year"].isin(FIRE_YEARS)].groupby("code")["burnt_ha"]
        return pd.DataFrame(
            {
                "fires": within.size().reindex(self._known, fill_value=0),
                "burnt_ha": within.sum().reindex(self._known, fill_value=0.0),
            }
        )

    @cached_property
    def everywhere(self) -> pd.DataFrame:
        """Every commune of 2023.

        ``population``, ``plan``, ``floods``, ``fires``, ``burnt_ha``: :attr:`population`,
        :attr:`plans`, :attr:`flood_counts` and :attr:`fire_counts`.
        """
        columns = [self.population, self.plans, self.flood_counts, self.fire_counts]
        return pd.concat(columns, axis=1).rename_axis("code")

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
        names = self.territory.communes["name"]
        mine = self.floods[self.floods["code"].isin(list(names.index))]
        counts = mine.groupby(["code", self._decade(mine)]).size().unstack(fill_value=0)
        counts = counts.reindex(index=names.index, columns=self.decades, fill_value=0)
        return pd.concat([names, counts.assign(total=counts.sum(axis=1))], axis=1)

    def most_floods(self, n: int = 10) -> pd.DataFrame:
        """Communes with most recognised floods: a column a decade, ``total``, ``population``, rate.

        Indexed by name; ``floods_per_1000`` is by inhabitant of 2020, in thousands.
        """
        people = self.population.reindex(self.by_decade.index)
        rate = self.by_decade["total"] / people * 1000
        table = self.by_decade.assign(population=people, floods_per_1000=rate)
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
            there = pd.concat([self.population, self.flood_counts], axis=1).loc[codes]
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
        people = self.population[here]
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
            for code in self.territory.codes
        ]
        return self.territory.communes[["name"]].assign(episodes=words)

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
