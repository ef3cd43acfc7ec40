"""OSRM on OpenStreetMap: car times to Paris, put together by N. Lambert."""

from __future__ import annotations

import pandas as pd
import pandera.pandas as pa

from bassin.errors import DataError
from bassin.files.sources import Sources
from bassin.read._parse import numbers, read_csv
from bassin.read._reused import reused
from bassin.read._schema import check, commune_index, count

TO_PARIS = "osrm/temps_voiture_paris_communes_2021.csv"
#: Commune that the times lead to.
PARIS = "75056"
#: What a code begins with in the file.
_COUNTRY = "FR_"


@reused
def minutes_to_paris(sources: Sources) -> pd.DataFrame:
    """Car minutes from each commune of the metropole to Paris, on an empty road.

    The engine drove over OpenStreetMap from a point of the commune to one of Paris, by ferry where
    no road leads there. The file has seconds.

    Returns
    -------
    DataFrame
        Index ``code``; ``lon``, ``lat`` (degrees, of the point of the commune), ``minutes``.

    Raises
    ------
    DataError
        Also if a code is not one of France, or another place than Paris is at no time from it.
    """
    raw = read_csv(sources, TO_PARIS, columns=["id", "lon", "lat", "duration"])
    foreign = ~raw["id"].str.startswith(_COUNTRY)
    if foreign.any():
        raise DataError(
            TO_PARIS,
            f"{raw['id'][foreign].iloc[0]!r}",
            column="id",
            row=int(foreign.argmax()),
            cure=f"A code is {_COUNTRY!r} and that of the commune: use the file as published.",
        )
    raw.index = pd.Index(raw["id"].str.removeprefix(_COUNTRY), name="code")
    known = raw[["lon", "lat", "duration"]].apply(numbers, file=TO_PARIS, missing=())
    table = known.assign(minutes=known["duration"] / 60).drop(columns="duration")
    nowhere = (table["minutes"] == 0) & (table.index != PARIS)
    if nowhere.any():
        raise DataError(
            TO_PARIS,
            "no time to Paris",
            column="duration",
            row=nowhere.idxmax(),
            cure="A place that the engine did not reach is to be left out, not at zero.",
        )
    columns = {
        # The ranges do not meet: a swap of the two cannot pass.
        "lon": pa.Column(float, pa.Check.in_range(-6, 10)),
        "lat": pa.Column(float, pa.Check.in_range(41, 52)),
        "minutes": count(),
    }
    return check(table, TO_PARIS, sources, columns, commune_index())
