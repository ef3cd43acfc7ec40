"""FINESS: the register of health and social establishments."""

from __future__ import annotations

import pandas as pd
import pandera.pandas as pa

from bassin.errors import DataError
from bassin.files.sources import Sources
from bassin.read._parse import numbers, read_csv
from bassin.read._reused import reused
from bassin.read._schema import COMMUNE, check, matches, text

ESTABLISHMENTS = "finess/finess_occitanie.csv"


@reused
def establishments(sources: Sources) -> pd.DataFrame:
    """Health and social establishments of Occitanie, one row each.

    Returns
    -------
    DataFrame
        Index ``finess`` (nine characters); ``name``, ``long_name``, ``category``, ``code``
        (commune), ``longitude``, ``latitude`` (degrees, EPSG:4326; NaN where not located). The
        file has one row an activity; establishments are told apart by their number.

    Raises
    ------
    DataError
        Also if the rows of one establishment disagree on its commune.
    """
    names = {
        "numero finess etablissement": "finess",
        "raison_sociale": "name",
        "rslongue": "long_name",
        "categorie": "category",
        "code_insee": "code",
        "longitude": "longitude",
        "latitude": "latitude",
    }
    rows = read_csv(sources, ESTABLISHMENTS, columns=list(names)).rename(columns=names)
    communes = rows.groupby("finess")["code"].nunique()
    if (communes > 1).any():
        raise DataError(
            ESTABLISHMENTS,
            "rows of one establishment give several communes",
            column="code_insee",
            row=communes.idxmax(),
        )
    table = rows.drop_duplicates("finess").set_index("finess")
    # Two establishments lack a short name in the register: their long one stands in.
    table["name"] = table["name"].where(table["name"] != "", table["long_name"])
    for column in ("longitude", "latitude"):
        table[column] = numbers(table[column], ESTABLISHMENTS)
    columns = {
        "name": text(),
        "long_name": pa.Column(str),
        "category": text(),
        "code": text(pattern=COMMUNE),
        "longitude": pa.Column(float, pa.Check.in_range(-180, 180), nullable=True),
        "latitude": pa.Column(float, pa.Check.in_range(-90, 90), nullable=True),
    }
    index = pa.Index(str, matches(r"[0-9AB]{9}"), unique=True, name="finess")
    return check(table, ESTABLISHMENTS, sources, columns, index)
