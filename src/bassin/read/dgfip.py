"""DGFiP: sales of dwellings, from the register of property transactions (DVF)."""

from __future__ import annotations

import pandas as pd
import pandera.pandas as pa

from bassin.errors import DataError
from bassin.files.sources import Sources
from bassin.read._parse import numbers, read_csv
from bassin.read._reused import reused
from bassin.read._schema import check, commune_index, count

HOUSE_PRICES_2019 = "dgfip/dvf_communes_2019.csv"

_COLUMNS = {"Nb_Ventes": "sales", "PrixMoyen_M2": "price"}


@reused
def house_prices_2019(sources: Sources) -> pd.DataFrame:
    """Mean price of dwellings sold in 2019, by commune.

    Put together by a third party from the register, which leaves out Alsace, Moselle and Mayotte.
    Codes have lost their leading zero.

    Returns
    -------
    DataFrame
        Index ``code`` (communes of about 2019); ``sales`` (number), ``price`` (euros a square
        metre). Both NaN where too few were sold.

    Raises
    ------
    DataError
        Also if a price is there without a number of sales, or the reverse.
    """
    raw = read_csv(sources, HOUSE_PRICES_2019, columns=["INSEE_COM", *_COLUMNS], sep=";")
    raw.index = pd.Index(raw["INSEE_COM"].str.zfill(5), name="code")
    table = raw[list(_COLUMNS)].apply(numbers, file=HOUSE_PRICES_2019, missing=("NA",))
    table = table.rename(columns=_COLUMNS)
    alone = table["sales"].isna() != table["price"].isna()
    if alone.any():
        raise DataError(
            HOUSE_PRICES_2019,
            "a price without sales, or sales without a price",
            column="PrixMoyen_M2",
            row=alone.idxmax(),
        )
    columns = {"sales": count(nullable=True)}
    columns["price"] = pa.Column(float, pa.Check.in_range(100, 30_000), nullable=True)
    return check(table, HOUSE_PRICES_2019, sources, columns, commune_index())
