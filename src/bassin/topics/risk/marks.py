"""Plans, floods and fires together: which communes have which of the three."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import pandas as pd

from bassin.indicators.stats import total

#: What a commune may have, in the order of the codes of :func:`superpose`.
MARKS = ("flood", "plan", "fire")


def superpose(table: pd.DataFrame) -> pd.Series:
    """What each commune has: ``"marks_flood_plan_fire"``, ``"marks_flood"``, ``"marks_none"`` ...

    Parameters
    ----------
    table : DataFrame
        ``flood``, ``plan``, ``fire``: bool.
    """
    marks = table[list(MARKS)]
    codes = [_marked(row) for row in marks.itertuples(index=False)]
    return pd.Series(codes, table.index, name="marks", dtype=object)


def _marked(row: Sequence[bool]) -> str:
    held = [mark for mark, on in zip(MARKS, row, strict=True) if on]
    return "_".join(["marks", *(held or ["none"])])


def all_three(everywhere: pd.DataFrame, areas: Mapping[str, Sequence[str]]) -> pd.DataFrame:
    """Communes with a plan, a flood and a fire, in the territory and around.

    Communes that the register does not list, or without a population, are left out.

    Parameters
    ----------
    everywhere : DataFrame
        Every commune: ``population``, ``plan``, ``floods``, ``fires``.
    areas : mapping
        Code of each to its communes: the territory, its departement, France.

    Returns
    -------
    DataFrame
        Index ``area``; ``communes_pct``, ``population_pct``: of those with all three.
    """
    rows = {}
    for area, codes in areas.items():
        there = everywhere.loc[codes].dropna(subset=["plan", "population"])
        has = (there["plan"] == 1) & (there["floods"] > 0) & (there["fires"] > 0)
        people = there["population"]
        rows[area] = {
            "communes_pct": 100 * has.mean(),
            "population_pct": 100 * total(people[has]) / (total(people) or float("nan")),
        }
    return pd.DataFrame.from_dict(rows, orient="index").rename_axis("area")


def marks_of_communes(table: pd.DataFrame, floods: float, fires: float) -> pd.DataFrame:
    """Whether each commune of the territory has a plan, floods and fires.

    Parameters
    ----------
    table : DataFrame
        ``name``, ``floods``, ``plan``, ``fires_per_100_km2``, as of
        :meth:`bassin.topics.risk.local.Risk.by_commune`.
    floods, fires : float
        Floods, and fires a year for 100 km², that a commune must have more of.

    Returns
    -------
    DataFrame
        ``name``, ``flood``, ``plan``, ``fire`` (bool), ``marks`` (as :func:`superpose`),
        ``number`` (of the three).
    """
    marked = table[["name"]].assign(
        flood=table["floods"] > floods,
        plan=table["plan"] == 1,
        fire=table["fires_per_100_km2"] > fires,
    )
    return marked.assign(marks=superpose(marked), number=marked[list(MARKS)].sum(axis=1))


def living_by_marks(marked: pd.DataFrame) -> pd.DataFrame:
    """Communes, inhabitants and area of a territory by what they have of the three.

    Parameters
    ----------
    marked : DataFrame
        As :func:`marks_of_communes`, with ``population`` and ``area_km2``.

    Returns
    -------
    DataFrame
        Index ``marks``; ``communes``, ``population``, ``population_pct``, ``area_km2``,
        ``area_pct``; from most marks to fewest.
    """
    sums = marked.groupby("marks").agg(
        communes=("name", "size"),
        population=("population", total),
        area_km2=("area_km2", total),
        number=("number", "first"),
    )
    sums = sums.sort_values("number", ascending=False, kind="stable").drop(columns="number")
    sums.insert(2, "population_pct", 100 * sums["population"] / total(sums["population"]))
    return sums.assign(area_pct=100 * sums["area_km2"] / total(sums["area_km2"]))
