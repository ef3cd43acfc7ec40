"""Recognised floods: counted once a commune, by decade, and taken together as episodes."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from itertools import combinations

import pandas as pd

from bassin.choices import chosen
from bassin.collation import by_name
from bassin.indicators.aggregate import among, parts
from bassin.indicators.declaration import COVERED, Ratio
from bassin.indicators.stats import total
from bassin.phrase import Name, Phrase
from bassin.read import ccr

#: Year of the law by which disasters are recognised.
FIRST_YEAR = 1982

#: Rates that are not declared: by head, which mostly says how small communes are, and of those
#: without a flood. They add up as what is.
RATES = {
    "per_10000": Ratio("floods", "people", scale=10_000.0, local=COVERED),
    "never_pct": Ratio("never", "communes"),
}

#: Recognised periods at most so many days apart are one episode.
GAP_DAYS = 1
#: An episode is great from this share of the communes on.
GREAT = 0.25


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
    return distinct_events(decrees[decrees["peril"] == ccr.FLOOD], present)


def distinct_events(decrees: pd.DataFrame, present: pd.Series) -> pd.DataFrame:
    """Recognised disasters of each commune, each counted once, of decrees on one kind of peril.

    Parameters and what is returned are as of :func:`distinct_floods`, with decrees of one kind.
    """
    rows = decrees.loc[decrees["decision"] == ccr.RECOGNISED, ["code", "start", "end"]]
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
        Index ``episode`` (a phrase: its dates); ``start``, ``end``, ``communes`` (number), in the
        order of time.
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


def dates(start: pd.Timestamp, end: pd.Timestamp) -> Phrase:
    """A period, to be written once, whatever it spans.

    Examples
    --------
    >>> dates(pd.Timestamp("2002-09-08"), pd.Timestamp("2002-09-10"))
    Phrase('risk.days', first=8, last=datetime.date(2002, 9, 10))
    """
    last = end.date()
    if start == end:
        return Phrase("risk.day", day=last)
    if (start.year, start.month) == (end.year, end.month):
        return Phrase("risk.days", first=start.day, last=last)
    if start.year == end.year:
        month = Name(f"month_{start.month}")
        return Phrase("risk.months", first=start.day, month=month, last=last)
    return Phrase("risk.years", first=start.date(), last=last)


def touched(floods: pd.DataFrame, start: pd.Timestamp, end: pd.Timestamp) -> list[str]:
    """Communes with a recognised flood that overlaps a period."""
    during = (floods["start"] <= end) & (floods["end"] >= start)
    return sorted(floods.loc[during, "code"].unique())


def decade(when: pd.Series, first: int, last: int) -> pd.Series:
    """Decade of each date, from year to year, cut to the first and last year of the file."""
    tens = when.dt.year // 10 * 10
    starts = tens.clip(lower=first).astype(str)
    ends = (tens + 9).clip(upper=last).astype(str)
    return starts + "–" + ends


def flood_rates(
    by_commune: pd.DataFrame,
    lived: pd.DataFrame,
    table: pd.DataFrame,
    areas: Mapping[str, Sequence[str]],
    decisions: pd.DataFrame,
) -> pd.DataFrame:
    """Recognised floods of the territory, its departement and France.

    Parameters
    ----------
    by_commune, lived : DataFrame
        Floods of the mean commune, and of that of the average inhabitant, as declared: a row an
        area, as :func:`bassin.indicators.aggregate.among`.
    table : DataFrame
        Every commune: ``floods``, ``people``; NaN where nobody is counted, as in Mayotte.
    areas : mapping
        Code of each to its communes: the territory, its departement, France.
    decisions : DataFrame
        Requests: ``code``, ``decision``.

    Returns
    -------
    DataFrame
        Index ``area``; ``communes``, ``floods`` (a commune and a flood each), ``per_commune``,
        ``per_10000`` (by inhabitant of 2020), ``of_inhabitant`` (in the commune of the average
        inhabitant), ``never_pct`` (communes without any), ``refused_pct`` (of the requests).
    """
    never = table.assign(never=(table["floods"] == 0).astype(float), communes=1.0)
    rates = {name: among(parts(rule, never), areas)["value"] for name, rule in RATES.items()}
    asked = {
        area: decisions["decision"][decisions["code"].isin(codes)] for area, codes in areas.items()
    }
    return pd.DataFrame(
        {
            "communes": by_commune["communes"].astype(int),
            "floods": by_commune["amount"].astype(int),
            "per_commune": by_commune["value"],
            "per_10000": rates["per_10000"],
            "of_inhabitant": lived["value"],
            "never_pct": rates["never_pct"],
            "refused_pct": {
                area: 100 * (said == ccr.REFUSED).mean() for area, said in asked.items()
            },
        }
    ).rename_axis("area")


def decade_rates(
    floods: pd.DataFrame, decades: pd.Series, areas: Mapping[str, Sequence[str]]
) -> pd.DataFrame:
    """Recognised floods a commune: a row a decade, a column an area.

    Parameters
    ----------
    floods : DataFrame
        As :func:`distinct_floods`.
    decades : Series
        Decade of each flood, as :func:`decade`.
    areas : mapping
        Code of each to its communes: the territory, its departement, France.
    """
    return pd.DataFrame(
        {
            area: decades[floods["code"].isin(codes)]
            .value_counts()
            .reindex(sorted(decades.unique()), fill_value=0)
            / len(codes)
            for area, codes in areas.items()
        }
    ).rename_axis("decade")


def floods_by_decade(floods: pd.DataFrame, decades: pd.Series, names: pd.Series) -> pd.DataFrame:
    """Recognised floods of each commune: ``name``, then a column a decade, then ``total``.

    Parameters
    ----------
    floods : DataFrame
        As :func:`distinct_floods`.
    decades : Series
        Decade of each flood, as :func:`decade`.
    names : Series
        Name of each commune of the territory.
    """
    mine = floods[floods["code"].isin(list(names.index))]
    counts = mine.groupby(["code", decades.loc[mine.index]]).size().unstack(fill_value=0)
    counts = counts.reindex(index=names.index, columns=sorted(decades.unique()), fill_value=0)
    return pd.concat([names, counts.assign(total=counts.sum(axis=1))], axis=1)


def most_floods(counts: pd.DataFrame, population: pd.Series, n: int = 10) -> pd.DataFrame:
    """Communes with most recognised floods: a column a decade, ``total``, ``population``, rate.

    Indexed by name; ``floods_per_1000`` is by inhabitant of 2020, in thousands.

    Parameters
    ----------
    counts : DataFrame
        By commune: ``name``, a column a decade, ``total``.
    population : Series
        Inhabitants by commune.
    n : int, optional
    """
    people = population.reindex(counts.index)
    rate = counts["total"] / people * 1000
    table = counts.assign(population=people, floods_per_1000=rate)
    table = by_name(table).sort_values("total", ascending=False, kind="stable")
    return table.head(n).set_index("name")


def episodes_beside(
    floods: pd.DataFrame,
    areas: Mapping[str, Sequence[str]],
    population: pd.Series,
    gap_days: int = GAP_DAYS,
) -> pd.DataFrame:
    """Episodes of the territory, in the order of time.

    Parameters
    ----------
    floods : DataFrame
        As :func:`distinct_floods`.
    areas : mapping
        Code of each to its communes: the territory, its departement, France.
    population : Series
        Inhabitants by commune.
    gap_days : int, optional

    Returns
    -------
    DataFrame
        As :func:`episodes`, with ``communes_pct``, ``inhabitants_pct`` (who live in these
        communes), and ``around_pct`` (communes of the departement with a flood at the time).
    """
    here, around = list(areas.values())[:2]
    mine = floods[floods["code"].isin(here)]
    near = floods[floods["code"].isin(around)]
    people = population[here]
    table = episodes(mine, gap_days)
    hit = [touched(mine, a, b) for a, b in zip(table["start"], table["end"], strict=True)]
    about = [touched(near, a, b) for a, b in zip(table["start"], table["end"], strict=True)]
    return table.assign(
        communes_pct=table["communes"] / len(here) * 100,
        inhabitants_pct=[100 * total(people[codes]) / total(people) for codes in hit],
        around_pct=[100 * len(codes) / len(around) for codes in about],
        rank=table["communes"].rank(method="min", ascending=False).astype(int),
    )


def greatest_episode(all_episodes: pd.DataFrame, year: int) -> pd.Series:
    """The episode of a year recognised in most communes; its name is its dates.

    Parameters
    ----------
    all_episodes : DataFrame
        As :func:`episodes`.
    year : int

    Raises
    ------
    ChoiceError
        If there is none that year.
    """
    years = all_episodes["start"].dt.year
    then = all_episodes[years == chosen("year", year, sorted(years.unique()))]
    return then.loc[then["communes"].idxmax()]


def great_episodes(
    all_episodes: pd.DataFrame, share: float = GREAT, also: Sequence[int] = ()
) -> pd.DataFrame:
    """Episodes recognised in at least this share of the communes.

    Parameters
    ----------
    all_episodes : DataFrame
        As :func:`episodes`.
    share : float
    also : sequence of int
        Years whose largest episode is kept all the same, where there is one.

    Raises
    ------
    ChoiceError
        If a year is none that a disaster was recognised of, anywhere.
    """
    flooded = set(all_episodes["start"].dt.year)
    for year in also:
        chosen("also", year, range(FIRST_YEAR, max(flooded, default=FIRST_YEAR) + 1))
    named = {greatest_episode(all_episodes, year).name for year in also if year in flooded}
    return all_episodes[
        (all_episodes["communes_pct"] >= 100 * share) | all_episodes.index.isin(list(named))
    ]


def episodes_of_communes(
    floods: pd.DataFrame, all_episodes: pd.DataFrame, communes: pd.DataFrame, years: Sequence[int]
) -> pd.DataFrame:
    """In which of the largest episodes of some years each commune was recognised.

    Parameters
    ----------
    floods : DataFrame
        As :func:`distinct_floods`.
    all_episodes : DataFrame
        As :func:`episodes`.
    communes : DataFrame
        ``name`` of each commune of the territory.
    years : sequence of int
        One without an episode hit no commune.

    Returns
    -------
    DataFrame
        ``name``, ``episodes`` (code: ``"hit_2002_2014"``, ``"hit_none"``; see :func:`hits`).

    Raises
    ------
    ChoiceError
        If there is no episode in any of the years.
    """
    flooded = sorted(all_episodes["start"].dt.year.unique())
    there = [year for year in years if year in flooded]
    if not there:
        chosen("year", next(iter(years)), flooded)
    hit: dict[int, set[str]] = {}
    for year in there:
        episode = greatest_episode(all_episodes, year)
        hit[year] = set(touched(floods, episode["start"], episode["end"]))
    held = [_hit([year for year, codes in hit.items() if code in codes]) for code in communes.index]
    return communes.assign(episodes=held)


def _hit(years: Sequence[int]) -> str:
    return "_".join(["hit", *(map(str, years) if years else ["none"])])


def hits(years: Sequence[int]) -> dict[str, Phrase]:
    """What the codes of :func:`episodes_of_communes` are called, but that of none.

    Parameters
    ----------
    years : sequence of int

    Examples
    --------
    >>> hits([2002, 2014])["hit_2002_2014"]
    Phrase('risk.and', first=['2002'], last='2014')
    """
    some = [held for n in range(1, len(years) + 1) for held in combinations(years, n)]
    return {_hit(held): listed([str(year) for year in held]) for held in some}


def listed(names: Sequence[str]) -> Phrase:
    """Proper names or years in a list, or that there are none."""
    if not names:
        return Phrase("risk.none")
    if len(names) == 1:
        return Phrase("risk.one", name=names[0])
    return Phrase("risk.and", first=list(names[:-1]), last=names[-1])
