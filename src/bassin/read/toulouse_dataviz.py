"""Toulouse Dataviz: communes of Occitanie, from INSEE and IGN, for a contest in 2019."""

from __future__ import annotations

import pandas as pd
import pandera.pandas as pa

from bassin.errors import DataError
from bassin.read._table import check, commune_index, numbers, read_csv, reused, whole
from bassin.sources import Sources

COMMUNES = "toulouse_dataviz/hackaviz2019_par_commune.csv"

#: Rounding of four whole numbers of which one is the sum of the others.
_ROUNDING = 2

_COLUMNS = {
    "altitude_moy": "altitude_m",
    "2015": "workers",
    "2015_inter_voiture": "car_within",
    "2015_extra_voiture": "car_outside",
    "2015_sansvoiture": "without_car",
}


@reused
def communes_2019(sources: Sources) -> pd.DataFrame:
    """Mean altitude of the communes of Occitanie, and how their residents went to work in 2015.

    The file covers one region only. Its codes have lost their leading zero, and its latitudes and
    longitudes change places between editions: they are not read.

    Returns
    -------
    DataFrame
        Index ``code``; ``altitude_m`` (mean, metres), ``workers`` (employed residents, census of
        2015), ``car_within`` and ``car_outside`` (of them, those who drive to work inside their
        commune, and out of it), ``without_car`` (the others, those who work at home included).

    Raises
    ------
    DataError
        Also if a code is not of its departement, or the three groups do not add up to the workers.
    """
    names = ["insee", "departement", *_COLUMNS]
    raw = read_csv(sources, COMMUNES, columns=names, encoding="latin-1")
    raw.index = pd.Index(raw["insee"].str.zfill(5), name="code")
    strange = raw.index.str[:2] != raw["departement"].str.zfill(2)
    if strange.any():
        raise DataError(
            COMMUNES,
            f"departement {raw['departement'][strange].iloc[0]!r}",
            column="departement",
            row=raw.index[strange][0],
            cure="A code may have lost more than its leading zero.",
        )
    table = raw[list(_COLUMNS)].apply(numbers, file=COMMUNES, missing=()).rename(columns=_COLUMNS)
    gap = table["car_within"] + table["car_outside"] + table["without_car"] - table["workers"]
    if (gap.abs() > _ROUNDING).any():
        raise DataError(
            COMMUNES,
            "those who drive and those who do not are not all the workers",
            column="2015",
            row=gap.abs().idxmax(),
        )
    columns = {name: whole(nullable=True) for name in _COLUMNS.values()}
    columns["altitude_m"] = pa.Column(float, pa.Check.in_range(-10, 4900))
    return check(table, COMMUNES, sources, columns, commune_index())
