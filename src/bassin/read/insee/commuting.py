"""INSEE: how employed residents go to work, put together by a third party."""

from __future__ import annotations

import pandas as pd
import pandera.pandas as pa

from bassin.errors import DataError
from bassin.files.sources import Sources
from bassin.files.vintages import each, file_of
from bassin.read._parse import numbers, read_csv
from bassin.read._reused import reused
from bassin.read._schema import check, commune_index

#: Dataset of the manifest, a file a census.
COMMUTING = "commuting"

#: Shares of the employed residents, one a way of going to work: they add up to all of them.
_WAYS = {
    "part_voiture": "car_pct",
    "part_marche": "walking_pct",
    "part_velo": "cycling_pct",
    "part_2roues_motor": "motorcycle_pct",
    "part_tc": "transit_pct",
    "part_sans_transport": "no_transport_pct",
}
#: Six shares rounded to a tenth may miss a hundred by as much (%).
_ROUNDING_PCT = 0.3


@reused(year=each(COMMUTING))
def commuting_modes(sources: Sources, year: int) -> pd.DataFrame:
    """Main way of going to work of the employed residents of each commune, at a census.

    The census of 2021 is of surveys from 2019 to 2023. Communes where nobody works are not listed;
    Paris, Lyon and Marseille are listed as one commune each.

    Returns
    -------
    DataFrame
        Index ``code``; ``workers`` (employed residents), then the share of them, in %, that goes
        to work by each way: ``car_pct`` (car, van or lorry), ``walking_pct``, ``cycling_pct``,
        ``motorcycle_pct``, ``transit_pct``, ``no_transport_pct`` (those who work at home).

    Raises
    ------
    DataError
        Also if the shares of a commune do not add up to a hundred.
    """
    file = file_of(sources, COMMUTING, year)
    names = {"actifs_occupes": "workers", **_WAYS}
    raw = read_csv(sources, file, columns=["CODGEO", *names]).set_index("CODGEO")
    table = raw.apply(numbers, file=file, missing=()).rename(columns=names)
    table = table.rename_axis("code")
    ways = list(_WAYS.values())
    gap = (table[ways].sum(axis=1) - 100).abs()
    if (gap > _ROUNDING_PCT).any():
        raise DataError(
            file,
            f"the ways of going to work add up to {table.loc[gap.idxmax(), ways].sum():.1f} %",
            column="part_voiture",
            row=gap.idxmax(),
            cure="A share may be missing, or be of other people.",
        )
    columns = {way: pa.Column(float, pa.Check.in_range(0, 100)) for way in ways}
    head = pa.Check(lambda s: s % 1 == 0, name="whole_number")
    columns["workers"] = pa.Column(float, [pa.Check.gt(0), head])
    return check(table, file, sources, columns, commune_index())
