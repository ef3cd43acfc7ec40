"""One indicator in every group of France, with its margin: made once for all portraits."""

from __future__ import annotations

import math
import re
from collections.abc import Collection, Mapping
from dataclasses import dataclass

import numpy as np
import pandas as pd

from bassin.files.shared import shared
from bassin.files.sources import Sources
from bassin.indicators import aggregate, catalogue
from bassin.indicators.declaration import FIELDS, Indicator, NotAdditive, Ratio
from bassin.indicators.stats import total
from bassin.phrase import Phrase
from bassin.places import membership
from bassin.topics.ageing.shares import SHARE_PRECISION
from bassin.topics.national import National, parts_of, published_of
from bassin.topics.population.balance import NIL_PCT_A_YEAR
from bassin.topics.population.history import CENSUS_PRECISION_PCT

#: Kinds of groups that a portrait speaks of.
KINDS = ("epci", "zone_emploi", "departement", "region", "france")
#: Least part of the people whose forms are read in full: a quarter, where a commune has fewer than
#: 10,000 inhabitants.
READ_IN_FULL = 0.25
#: Standard errors in a margin.
ERRORS = 1.96
#: Of how many of the inhabitants a share is taken to be where its file does not say: few, so that
#: its margin is wide.
OF_INHABITANTS = 0.1
#: What numbers of people and of jobs are good to, in % of them: jobs as their change is written.
PRECISION_PCT: Mapping[str, float] = {"inhabitants": CENSUS_PRECISION_PCT, "jobs": 0.1}
#: Margins that are stated: beginning of a key to what two values may differ by and be level. A
#: yearly rate of the balance is in thousandths; access is a model.
STATED: Mapping[str, float] = {
    "natural_balance": 10 * NIL_PCT_A_YEAR,
    "migratory_balance": 10 * NIL_PCT_A_YEAR,
    "gp_": 0.1,
    "nurse_": 2.0,
    "dentist_": 1.0,
    "poverty_rate_": 0.5,
    "median_income_": 100.0,
    "house_price": 50.0,
}


@dataclass(frozen=True)
class Value:
    """An indicator in one group.

    Attributes
    ----------
    value : float
        NaN where there is none.
    count : float
        What is counted in it; NaN where the file does not say.
    error : float
        Half-width of its sampling interval, in the unit of the indicator; 0 where nothing is drawn,
        NaN where it is drawn and of how many is not known.
    secret, missing : int
        Communes of the group whose value is masked, or is not there.
    """

    value: float = math.nan
    count: float = math.nan
    error: float = 0.0
    secret: int = 0
    missing: int = 0


@dataclass(frozen=True)
class Measured:
    """An indicator in every group of France.

    Attributes
    ----------
    about : Indicator
    groups : mapping
        Kind and code of a group to its :class:`Value`.
    tolerance : float
        What two values may differ by and be level, whatever the sampling.
    files : tuple of str
        Raw files it is read from.
    kinds : tuple of str
        Kinds of groups some of which have a value.
    epci : DataFrame
        Index ``kind``, ``group``, of the EPCI with a value: ``value``, ``error``.
    absent : str
        A file that it wants and that is not at hand; empty where all are there.
    """

    about: Indicator
    groups: Mapping[tuple[str, str], Value]
    tolerance: float
    files: tuple[str, ...]
    kinds: tuple[str, ...]
    epci: pd.DataFrame
    absent: str = ""

    def at(self, kind: str, group: str) -> Value:
        """Value of a group; without one where the table has no such group."""
        return self.groups.get((kind, group), Value())

    def margin(self, one: float, other: float) -> float:
        """Largest gap at which two values are level, from the sampling errors of both.

        NaN where one of them is not known: nothing then tells whether a gap is one.
        """
        drawn = math.hypot(one, other)
        return drawn if math.isnan(drawn) else max(self.tolerance, drawn)

    def standing(self, epci: str, among: Collection[str] | None = None) -> tuple[int, int, int]:
        """First and last place that an EPCI may have among all with a value, the highest first.

        Two are level within the margin of both, and where that is not known; which of them is
        before the other is not told.

        Parameters
        ----------
        epci : str
            One with a value.
        among : collection of str, optional
            Those that it is set among, itself one of them; all by default.

        Returns
        -------
        first, last, of : int
        """
        table = self.epci
        if among is not None:
            table = table[table.index.get_level_values("group").isin(list(among))]
        values, errors = (table[name].to_numpy() for name in ("value", "error"))
        here = self.at("epci", epci)
        gap = values - here.value
        margins = np.maximum(self.tolerance, np.hypot(errors, here.error))
        level = (np.abs(gap) <= margins * (1 + 1e-9) + 1e-9) | np.isnan(margins)
        first = int(np.count_nonzero((gap > 0) & ~level)) + 1
        return first, first + int(np.count_nonzero(level)) - 1, len(values)


def measured(sources: Sources, key: str) -> Measured:
    """An indicator in every group, kept with the sources.

    Raises
    ------
    ChoiceError
        If the catalogue has no such key.
    """

    def made() -> Measured:
        return shared(sources, f"measured {key}", lambda: _measure(sources, key))

    return sources.kept.get(("portrait", key), made)


def _measure(sources: Sources, key: str) -> Measured:
    about = catalogue.find(key)
    for read in about.reads:
        if not (read.awaited or read.files(sources)):
            nothing = pd.DataFrame(columns=["value", "error"], dtype=float)
            file = read.file or "-".join(map(str, read.series or ()))
            return Measured(about, {}, _tolerance(about), (), (), nothing, file)
    table = National(sources).by_group([key], KINDS).droplevel("indicator")
    if isinstance(about.rule, NotAdditive):
        table = _with_country(sources, key, table)
        table["of"] = np.nan
    else:
        table["of"] = _of(sources, key).reindex(table.index)
    people = _people(sources).reindex(table.index)
    scale = about.rule.scale if isinstance(about.rule, Ratio) else 1.0
    table["count"] = table["value"] * table["of"] / scale
    table["error"] = _errors(about, table, people)
    return made(about, table, tuple(sorted(about.files(sources))))


def made(about: Indicator, table: pd.DataFrame, files: tuple[str, ...] = ()) -> Measured:
    """An indicator in groups, of a table of them.

    Parameters
    ----------
    about : Indicator
    table : DataFrame
        Index ``(kind, group)``; the columns of :class:`Value`.
    files : tuple of str
    """
    columns = table[["value", "count", "error", "secret", "missing"]].astype(float).to_numpy()
    groups = {
        (str(kind), str(group)): Value(row[0], row[1], row[2], int(row[3]), int(row[4]))
        for (kind, group), row in zip(table.index, columns.tolist(), strict=True)
    }
    valued = table[table["value"].notna()]
    there = set(valued.index.get_level_values("kind"))
    return Measured(
        about=about,
        groups=groups,
        tolerance=_tolerance(about),
        files=files,
        kinds=tuple(kind for kind in KINDS if kind in there),
        epci=valued[valued.index.get_level_values("kind") == "epci"][["value", "error"]],
    )


def _with_country(sources: Sources, key: str, table: pd.DataFrame) -> pd.DataFrame:
    """Incomes of the country are published of the mainland alone, and given where asked for."""
    there = table["value"].xs("france", level="kind").notna().any()
    rule = catalogue.find(key).rule
    if there or not (isinstance(rule, NotAdditive) and rule.published.startswith("poverty.")):
        return table
    found = published_of(sources, key, ["france"])
    if found is None or ("france", membership.FRANCE) not in found.index:
        return table
    return table.assign(value=table["value"].fillna(found["value"]))


def _of(sources: Sources, key: str) -> pd.Series:
    """What the values are shares or means of, by group."""
    one = parts_of(sources, key)
    found = {
        kind: aggregate.over(one, group.dropna())["of"] for kind, group in _groups(sources).items()
    }
    return pd.concat(found, names=["kind", "group"])


def _groups(sources: Sources) -> Mapping[str, pd.Series]:
    def find() -> dict[str, pd.Series]:
        return {kind: membership.groups(sources, kind) for kind in KINDS}

    return sources.kept.get(("portrait", "groups"), find)


def size_of(sources: Sources, kind: str, group: str) -> int:
    """How many communes a group has."""

    def count() -> Mapping[str, pd.Series]:
        return {kind: codes.value_counts() for kind, codes in _groups(sources).items()}

    return int(sources.kept.get(("portrait", "sizes"), count)[kind][group])


def _people(sources: Sources) -> pd.Series:
    """Inhabitants of every group."""

    def add() -> pd.Series:
        people = membership.inhabitants(sources)
        groups = _groups(sources)
        return pd.concat(
            {kind: total(people.groupby(groups[kind])) for kind in KINDS}, names=["kind", "group"]
        )

    return sources.kept.get(("portrait", "people"), add)


def _errors(about: Indicator, table: pd.DataFrame, people: pd.Series) -> pd.Series:
    """Half-width of the interval of every value of a census; elsewhere zero."""
    if about.unit in PRECISION_PCT:
        return table["value"] * PRECISION_PCT[about.unit] / 100
    if not about.vintage.startswith("RP "):
        return pd.Series(0.0, table.index)
    unread = (1 - READ_IN_FULL) / READ_IN_FULL
    if about.unit == "percent":
        of = table["of"].fillna(OF_INHABITANTS * people)
        share = table["value"] / 100
        return 100 * ERRORS * np.sqrt(unread * share * (1 - share) / of.where(of > 0))
    # One count for a hundred of another: both are drawn.
    seen = 1 / table["count"].where(table["count"] > 0) + 1 / table["of"].where(table["of"] > 0)
    return ERRORS * table["value"] * np.sqrt(unread * seen)


def _tolerance(about: Indicator) -> float:
    """What is stated, or half a point of a census share, or a unit of the last digit written."""
    found = re.search(r"\.(\d+)f", about.fmt)
    unit = 10.0 ** -int(found[1] if found else 0)
    stated = [margin for start, margin in STATED.items() if about.key.startswith(start)]
    if about.vintage.startswith("RP ") and about.unit == "percent":
        stated.append(SHARE_PRECISION)
    return max([unit, *stated])


def reaches(about: Indicator, departement: str) -> bool:
    """Whether the files of an indicator are of a departement.

    Examples
    --------
    >>> reaches(catalogue.find("share_65_plus_2022"), "974")
    False
    """
    left_out = FIELDS[about.field]
    return left_out is None or departement not in left_out


def period_of(about: Indicator) -> Phrase:
    """Year of an indicator, or first and last year."""
    return span(about.since, about.until)


def span(start: int, end: int) -> Phrase:
    """A year, or the first and the last of several."""
    if start == end:
        return Phrase("portrait.year", year=int(end))
    return Phrase("portrait.span", start=int(start), end=int(end))


def years_of(about: Indicator) -> str:
    """The same, as a fact has it."""
    return str(about.until) if about.since == about.until else f"{about.since}-{about.until}"
