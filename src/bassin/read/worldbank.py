"""World Bank: the rise of consumer prices in France."""

from __future__ import annotations

import pandas as pd
import pandera.pandas as pa

from bassin.errors import DataError
from bassin.files.sources import Sources
from bassin.read._parse import integers, numbers, read_csv
from bassin.read._reused import reused
from bassin.read._schema import check

INFLATION = "worldbank/cpi_inflation_france_1960_2024.csv"
_COUNTRY = "FRA"


@reused
def inflation(sources: Sources) -> pd.DataFrame:
    """Rise of consumer prices in France, year by year.

    Returns
    -------
    DataFrame
        Index ``year``; ``rise_pct``: mean of the prices of the year over that of the year before
        (%).

    Raises
    ------
    DataError
        Also if a row is of another country, or a year is missing: a chain would be broken.
    """
    names = {"Country Code": "country", "Year": "year", "CPI": "rise_pct"}
    cells = read_csv(sources, INFLATION, columns=[*names]).rename(columns=names)
    years = integers(cells["year"], INFLATION)
    other = cells["country"] != _COUNTRY
    if other.any():
        raise DataError(
            INFLATION,
            f"{cells['country'][other.idxmax()]!r} where {_COUNTRY!r} is due",
            column="Country Code",
            row=years[other.idxmax()],
            cure="Keep the rows of France alone.",
        )
    if (gap := years.diff().dropna() != 1).any():
        raise DataError(
            INFLATION,
            "the years do not follow each other",
            column="Year",
            row=years[gap.idxmax()],
            cure="A chain of rates wants every year: use the file as it was listed.",
        )
    rates = numbers(cells["rise_pct"].set_axis(years), INFLATION, missing=(), exponents=True)
    table = rates.to_frame("rise_pct").rename_axis("year")
    index = pa.Index("int64", pa.Check.in_range(1900, 2100), unique=True, name="year")
    column = pa.Column(float, pa.Check.in_range(-5, 30))
    return check(table, INFLATION, sources, {"rise_pct": column}, index)
