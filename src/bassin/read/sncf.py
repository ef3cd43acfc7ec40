"""SNCF Réseau: the stations of the national network."""

from __future__ import annotations

import pandas as pd
import pandera.pandas as pa

from bassin.errors import DataError
from bassin.files.sources import Sources
from bassin.files.vintages import each, file_of
from bassin.read._parse import numbers, read_csv
from bassin.read._reused import reused
from bassin.read._schema import check_rows, check_schema, matches, text

#: Dataset of the manifest, a file a year.
STATIONS = "stations"

_YES_NO = {"O": True, "N": False}
#: Farthest two points of one station, on two lines, may lie from their middle (km).
_SPREAD_KM = 5


@reused(year=each(STATIONS))
def stations(sources: Sources, year: int) -> pd.DataFrame:
    """Stations of the network in a year, one row a station.

    The file has a row for each line a station is on. Its points are then some hundred metres apart,
    rarely a few kilometres where the lines part before the station; the middle is kept.

    Returns
    -------
    DataFrame
        Index ``uic``; ``name``, ``passengers`` and ``freight`` (whether it is open to them),
        ``lines`` (numbers, separated by spaces), ``commune`` (in capitals, as published), ``x`` and
        ``y`` (EPSG:2154, metres).

    Raises
    ------
    DataError
        Also if the rows of one station say different things, or lie too far apart.
    """
    file = file_of(sources, STATIONS, year)
    names = {"CODE_UIC": "uic", "LIBELLE": "name", "VOYAGEURS": "passengers", "FRET": "freight"}
    names |= {"CODE_LIGNE": "line", "COMMUNE": "commune", "X_L93": "x", "Y_L93": "y"}
    rows = read_csv(
        sources, file, columns=list(names), sep=";", encoding="utf-8-sig", open_end=True
    )
    check_rows(file, sources, len(rows))
    rows = rows.rename(columns=names).set_index("uic")
    for column in ("passengers", "freight"):
        strange = ~rows[column].isin(list(_YES_NO))
        if strange.any():
            found = rows[column][strange]
            raise DataError(file, f"{found.iloc[0]!r}", column=column, row=found.index[0])
        rows[column] = rows[column].map(_YES_NO).astype(bool)
    for column in ("x", "y"):
        rows[column] = numbers(rows[column], file, missing=())
    by_station = rows.groupby(level="uic", sort=True)
    for column in ("name", "passengers", "freight"):
        several = by_station[column].agg(lambda s: len(set(s)) > 1)
        if several.any():
            raise DataError(file, "rows disagree", column=column, row=several.idxmax())
    spread = by_station[["x", "y"]].agg(lambda s: (s - s.mean()).abs().max()).max(axis=1)
    if (spread > 1000 * _SPREAD_KM).any():
        raise DataError(
            file, f"points over {_SPREAD_KM} km apart", column="X_L93", row=spread.idxmax()
        )
    table = by_station[["name", "passengers", "freight", "commune"]].first()
    table["lines"] = by_station["line"].agg(lambda s: " ".join(sorted(set(s))))
    table[["x", "y"]] = by_station[["x", "y"]].mean()
    columns = {
        "name": text(),
        "passengers": pa.Column(bool),
        "freight": pa.Column(bool),
        "commune": text(),
        "lines": text(),
        # Lambert-93 over the mainland and Corsica: no overseas network, no swapped axes.
        "x": pa.Column(float, pa.Check.in_range(0, 1.3e6)),
        "y": pa.Column(float, pa.Check.in_range(6.0e6, 7.2e6)),
    }
    check_schema(table, file, columns, pa.Index(str, matches(r"\d{8}")))
    return table
