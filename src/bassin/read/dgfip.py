"""DGFiP: sales of dwellings, from the register of property transactions (DVF)."""

from __future__ import annotations

import pandas as pd
import pandera.pandas as pa

from bassin.errors import DataError
from bassin.files.sources import Sources
from bassin.files.vintages import each, file_of
from bassin.read._parse import numbers, read_csv
from bassin.read._reused import reused
from bassin.read._schema import check, commune_index, count

#: Dataset of the manifest, a file a year.
HOUSE_PRICES = "house-prices.commune"

_COLUMNS = {"Nb_Ventes": "sales", "PrixMoyen_M2": "price"}


@reused(year=each(HOUSE_PRICES))
def house_prices(sources: Sources, year: int) -> pd.DataFrame:
    """Mean price of dwellings sold in a year, by commune.

    Put together by a third party from the register, which leaves out Alsace, Moselle and Mayotte.
    Codes have lost their leading zero.

    Returns
    -------
    DataFrame
        Index ``code`` (communes of about that year); ``sales`` (number), ``price`` (euros a square
        metre). Both NaN where too few were sold.

    Raises
    ------
    DataError
        Also if a price is there without a number of sales, or the reverse.
    """
    file = file_of(sources, HOUSE_PRICES, year)
    raw = read_csv(sources, file, columns=["INSEE_COM", *_COLUMNS], sep=";")
    raw.index = pd.Index(raw["INSEE_COM"].str.zfill(5), name="code")
    table = raw[list(_COLUMNS)].apply(numbers, file=file, missing=("NA",))
    table = table.rename(columns=_COLUMNS)
    alone = table["sales"].isna() != table["price"].isna()
    if alone.any():
        raise DataError(
            file,
            "a price without sales, or sales without a price",
            column="PrixMoyen_M2",
            row=alone.idxmax(),
        )
    columns = {"sales": count(nullable=True)}
    columns["price"] = pa.Column(float, pa.Check.in_range(100, 30_000), nullable=True)
    return check(table, file, sources, columns, commune_index())
