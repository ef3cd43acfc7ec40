"""Establishments and employees of a territory, from the publisher's file."""

from __future__ import annotations

from collections.abc import Sequence

import pandas as pd

from bassin.choices import chosen
from bassin.topics.employment.industries import sector_of


def fabric(own: pd.DataFrame, year: int) -> pd.DataFrame | None:
    """Industrial establishments and employees of the territory, from the publisher's file.

    Parameters
    ----------
    own : DataFrame
        As :func:`bassin.read.urssaf.industries`.
    year : int

    Returns
    -------
    DataFrame or None
        Index ``industry`` (A38 code); ``establishments``, ``employees`` (of the rows that
        have them, NaN where none has), and ``unknown``, the rows whose employees are not
        published. ``None`` where the file is not at hand.
    """
    industries = [i for i, sector in sector_of().items() if sector == "BE"]
    rows = own.xs(chosen("year", year, own.index.unique("year")), level="year")
    rows = rows[rows["industry"].isin(industries)]
    sums = rows.groupby("industry")[["establishments", "employees"]].sum(min_count=1)
    unknown = rows["employees"].isna().groupby(rows["industry"]).sum()
    return sums.assign(unknown=unknown)


def own_totals(own: pd.DataFrame, years: Sequence[int]) -> pd.DataFrame | None:
    """Private jobs of the territory from the publisher's file: ``industry``, ``total``.

    Parameters
    ----------
    own : DataFrame
        As :func:`bassin.read.urssaf.industries`.
    years : sequence of int
    """
    here = own["employees"].groupby(["year", own["industry"]]).sum(min_count=1)
    table = here.unstack("industry").reindex(list(years))
    inside = [i for i in table if sector_of().get(str(i)) == "BE"]
    parts = {"industry": table[inside], "total": table}
    # A year the file does not have stays missing.
    return pd.DataFrame({name: part.sum(axis=1, min_count=1) for name, part in parts.items()})
