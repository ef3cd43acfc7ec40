"""What the readers of jobs by zone d'emploi and industry share."""

from __future__ import annotations

from collections.abc import Sequence

import pandas as pd
import pandera.pandas as pa

from bassin.errors import DataError
from bassin.files.sources import Sources
from bassin.read._schema import check, matches, text, whole

#: An industry of the 38 of the NAF (A38): two letters.
A38 = r"[A-Z]{2}"


def complete(
    table: pd.DataFrame,
    file: str,
    sources: Sources,
    years: Sequence[int],
    *,
    share: tuple[str, int],
) -> pd.DataFrame:
    """Check a table of jobs by zone and industry, and give every zone every industry.

    Parameters
    ----------
    table : DataFrame
        Index ``(zone, industry)``; ``label``, ``sector``, a column of jobs a year, and two of
        shares, the zone's and France's, as the file states them.
    years : sequence of int
        The columns of jobs.
    share : tuple
        Name of the column of the zone's shares, and the year they are of; France's is the same
        after ``fr_``.

    Returns
    -------
    DataFrame
        Index ``(zone, industry)``; ``label``, ``sector`` and the years, as whole numbers.

    Raises
    ------
    DataError
        Where the schema or the shares fail.
    """
    column, year = share
    index = pa.MultiIndex(
        [
            pa.Index(str, matches(r"\d{4}"), name="zone"),
            pa.Index(str, matches(A38), name="industry"),
        ]
    )
    percent = pa.Column(float, pa.Check.in_range(0, 100), nullable=True)
    columns = {
        "label": text(),
        "sector": pa.Column(str, pa.Check.isin(["AZ", "BE", "FZ", "GU", "OQ"])),
        **{str(y): whole(nullable=True) for y in years},
        column: percent,
        f"fr_{column}": percent,
    }
    floats = table.astype(dict.fromkeys(years, float))
    check(floats.rename(columns={y: str(y) for y in years}), file, sources, columns, index)
    about = table.reset_index().drop_duplicates(["industry", "label", "sector"])
    if about["industry"].duplicated().any():
        raise DataError(
            file,
            "two labels",
            column="lib",
            row=about["industry"][about["industry"].duplicated()].iloc[0],
        )
    jobs = table[list(years)].astype(float)
    every = pd.MultiIndex.from_product(
        [sorted(table.index.unique("zone")), sorted(table.index.unique("industry"))],
        names=["zone", "industry"],
    )
    full = jobs.reindex(every).fillna(0).astype("int64")
    _shares(table, full[year], file, column)
    labels = about.set_index("industry")[["label", "sector"]]
    industry = full.index.get_level_values("industry")
    full.insert(0, "label", labels.loc[industry, "label"].to_numpy())
    full.insert(1, "sector", labels.loc[industry, "sector"].to_numpy())
    return full


def _shares(table: pd.DataFrame, jobs: pd.Series, file: str, column: str) -> None:
    """Compare the shares the file states with those of its jobs; they are rounded to 0.01."""
    here = 100 * jobs / jobs.groupby("zone").transform("sum")
    everywhere = 100 * jobs.groupby("industry").sum() / jobs.sum()
    industry = table.index.get_level_values("industry")
    for name, shares in (
        (column, here.reindex(table.index)),
        (f"fr_{column}", pd.Series(everywhere.loc[industry].to_numpy(), table.index)),
    ):
        gap = (table[name] - shares).abs()
        if (gap > 0.00501).any():
            row = gap.idxmax()
            raise DataError(
                file,
                f"the share is {table.at[row, name]}, of the jobs {shares[row]:.3f}",
                column=name,
                row=row,
            )
