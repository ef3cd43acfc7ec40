"""Land consumed: by year, by run of years and by use, and what the law leaves of it."""

from __future__ import annotations

import pandas as pd

from bassin.errors import ChoiceError
from bassin.indicators.stats import total

#: Square metres in a hectare.
HECTARE = 10_000.0
#: Codes of the last rows of :func:`top`.
OTHERS, ALL = "land_others", "land_all"


def hectares_by_year(take: pd.DataFrame) -> pd.Series:
    """Land consumed by year over all the communes of a table (ha).

    Parameters
    ----------
    take : DataFrame
        As :func:`bassin.read.cerema.land_take`.
    """
    return (total(take["total"].groupby("year")) / HECTARE).rename("hectares")


def between(yearly: pd.Series, start: int, end: int) -> float:
    """Hectares consumed from the first of January of one year to that of another.

    Raises
    ------
    ChoiceError
        If a year between them is not in the series.
    """
    years = list(range(start, end))
    absent = sorted(set(years) - set(yearly.index))
    if absent:
        raise ChoiceError(f"no flow for {', '.join(map(str, absent))}")
    return float(total(yearly.loc[years]))


def calendar(yearly: pd.Series, law: pd.DataFrame) -> pd.Series:
    """What the halving of land consumption means for a territory, had it to take its own share.

    The law sets the share for the whole country; the plans of the region and of the territory
    share it out. This is the arithmetic of an even share.

    Parameters
    ----------
    yearly : Series
        Hectares by year.
    law : DataFrame
        As :func:`bassin.read.law.land_law`.

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
        Index ``year`` (first of January); hectares since the start of the period: ``land_used``
        (known years), ``land_recent_pace`` (kept), ``land_reference_pace``, ``land_half_pace``.
    """
    found = calendar(yearly, law)
    start, end = (int(law.at["halving", side]) for side in ("start", "end"))
    table = pd.DataFrame(index=pd.Index(range(start, end + 1), name="year"))
    last = start + int(found["years"])
    known = {year: between(yearly, start, year) for year in range(start, last + 1)}
    since = pd.Series(table.index - start, table.index)
    table["land_used"] = pd.Series(known)
    table["land_recent_pace"] = (since * found["pace_recent"])[table.index >= last]
    table["land_reference_pace"] = since * found["pace_reference"]
    table["land_half_pace"] = since * found["pace_allowed"]
    return table


def by_period(take: pd.DataFrame, communes: pd.DataFrame, length: int) -> pd.DataFrame:
    """Land consumed by commune and run of years.

    Parameters
    ----------
    take : DataFrame
        As :func:`bassin.read.cerema.land_take`.
    communes : DataFrame
        Communes of the territory: ``name``.
    length : int
        Years of a run; the last run may be shorter.

    Returns
    -------
    DataFrame
        Index ``code``; ``name``, then hectares by run, such as ``2009–2011``; NaN where the
        file has no row.
    """
    flows = take["total"].unstack("year") / HECTARE
    years = list(flows.columns)
    runs = [years[at : at + length] for at in range(0, len(years), length)]
    return communes.join(
        pd.DataFrame({f"{run[0]}–{run[-1]}": total(flows[run], axis=1) for run in runs})
    )


def by_use(uses: pd.DataFrame, communes: pd.DataFrame) -> pd.DataFrame:
    """Land consumed over the whole period by commune and use.

    Parameters
    ----------
    uses : DataFrame
        As :func:`bassin.read.cerema.land_take_by_use`.
    communes : DataFrame
        Communes of the territory: ``name``.

    Returns
    -------
    DataFrame
        Index ``code``; ``name``, then in hectares ``total``, ``housing``, ``activity``,
        ``other``; NaN where the file has no row.
    """
    parts = ["total", "housing", "activity", "other"]
    return communes.join(uses[parts] / HECTARE)


def top(consumed: pd.DataFrame, uses: pd.DataFrame, n: int) -> pd.DataFrame:
    """The ``n`` communes that consumed most, then :data:`OTHERS` and :data:`ALL` of them together.

    Parameters
    ----------
    consumed : DataFrame
        As :func:`by_use`, of the communes of ``uses`` and others.
    uses : DataFrame
        As :func:`bassin.read.cerema.land_take_by_use`.
    n : int
    """
    table = consumed.dropna().sort_values("total", ascending=False)
    parts = ["total", "housing", "activity", "other"]
    rows = table.head(n).set_index("name")[parts]
    rest = table.iloc[n:]
    rows.loc[OTHERS] = total(rest[parts])
    rows.loc[ALL] = total(consumed[parts])
    area = uses["commune"] / HECTARE
    whole = [*area[table.index[:n]], total(area[rest.index]), total(area)]
    return rows.assign(share_pct=100 * rows["total"] / whole).rename_axis("commune")


def pressed(uses: pd.DataFrame, printed: pd.DataFrame, years: int) -> pd.Series:
    """Printed areas of land for firms against the land that activities consumed.

    What is left is a stock, at one date; what is asked for is a flow, that of one year. They
    are not set against each other: a request of one year need not be met from a stock of it.

    Parameters
    ----------
    uses : DataFrame
        As :func:`bassin.read.cerema.land_take_by_use`.
    printed : DataFrame
        As :func:`bassin.read.printed.land_areas`.
    years : int
        How many the file covers.

    Returns
    -------
    Series of float
        ``activity_pace`` (ha a year, over the period of the file), ``offered_months`` and
        ``asked_years`` (of that pace).
    """
    offered, asked = (printed.at[key, "hectares"] for key in ("available", "asked"))
    pace = total(uses["activity"]) / HECTARE / years
    return pd.Series(
        {
            "activity_pace": pace,
            "offered_months": 12 * offered / pace,
            "asked_years": asked / pace,
        }
    )
