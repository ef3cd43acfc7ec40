"""OSRM on OpenStreetMap: car times to Paris, put together by N. Lambert."""

from __future__ import annotations

import re

import numpy as np
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
#: Code of a commune of the metropole: of a departement that there is, and no arrondissement.
_CODE = re.compile(r"(?:0[1-9]|1[0-9]|2[1-9AB]|[3-8][0-9]|9[0-5])(?!000)[0-9]{3}")
_ARRONDISSEMENTS = re.compile(r"751[0-2][0-9]|6938[0-9]|132[01][0-9]")
#: Where Paris is (longitude, latitude), and how far from it the point of Paris may be (km).
_PARIS_AT, _IN_PARIS_KM = (2.3427, 48.8566), 10.0
#: Mean radius of the Earth (km).
_EARTH_KM = 6371.0088
#: Slowest and fastest that a car can come near Paris in a straight line (km/h), and half of them:
#: the real ones do 20 to 86, and half of them 72.
_SPEEDS, _MEDIAN = (5.0, 130.0), (50.0, 130.0)


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
        Also if a code is not one of a commune of the metropole, Paris is elsewhere or at some time
        from itself, another place at none, or a time makes no speed of a car: of one commune, or
        of half of them, as in another unit.
    """
    raw = read_csv(sources, TO_PARIS, columns=["id", "lon", "lat", "duration"])
    _refuse_codes(raw["id"])
    raw.index = pd.Index(raw["id"].str.removeprefix(_COUNTRY), name="code")
    known = raw[["lon", "lat", "duration"]].apply(numbers, file=TO_PARIS, missing=())
    table = known.assign(minutes=known["duration"] / 60).drop(columns="duration")
    columns = {
        # The ranges do not meet: a swap of the two cannot pass.
        "lon": pa.Column(float, pa.Check.in_range(-6, 10)),
        "lat": pa.Column(float, pa.Check.in_range(41, 52)),
        "minutes": count(),
    }
    check(table, TO_PARIS, sources, columns, commune_index())
    _refuse_times(table)
    return table


def _refuse_codes(codes: pd.Series) -> None:
    """Refuse what is no code of a commune of the metropole behind that of the country."""
    for row, code in enumerate(codes):
        bare = code.removeprefix(_COUNTRY)
        if bare == code or not _CODE.fullmatch(bare) or _ARRONDISSEMENTS.fullmatch(bare):
            raise DataError(
                TO_PARIS,
                f"{code!r} is no commune of the metropole",
                column="id",
                row=row,
                cure=f"A code is {_COUNTRY!r} and that of the commune: use the file as published.",
            )


def _refuse_times(table: pd.DataFrame) -> None:
    """Refuse times that no car takes to Paris from where the communes are."""
    km, hours = _km_to_paris(table), table["minutes"] / 60
    here = table.index == PARIS
    others = km[~here] / hours[~here].where(hours[~here] > 0)
    low, high = _SPEEDS
    elsewhere, some = here & (km > _IN_PARIS_KM), here & (hours > 0)
    for wrong, column, what, cure in (
        (elsewhere, "lon, lat", "Paris is not there", "Use the file as published."),
        (some, "duration", "a time from Paris to itself", "Use the file as published."),
        (
            ~here & (hours == 0),
            "duration",
            "no time to Paris",
            "A place that the engine did not reach is to be left out, not at zero.",
        ),
        (
            ~here & ~others.reindex(table.index).between(low, high),
            "duration",
            f"a time that makes less than {low:g} km/h to Paris, or more than {high:g}",
            "The file has seconds, and degrees: use it as published.",
        ),
    ):
        if wrong.any():
            raise DataError(TO_PARIS, what, column=column, row=table.index[wrong][0], cure=cure)
    least, most = _MEDIAN
    if len(others) and not least <= others.median() <= most:
        raise DataError(
            TO_PARIS,
            f"half of the communes come near Paris at {others.median():.0f} km/h or less, where "
            f"{least:g} to {most:g} are due",
            column="duration",
            row=(others - others.median()).abs().idxmin(),
            cure="The times are of another unit, or not by car: use the file as published.",
        )


def _km_to_paris(table: pd.DataFrame) -> pd.Series:
    """Straight distance to Paris, on a sphere (km)."""
    lon, lat = np.radians(table["lon"]), np.radians(table["lat"])
    lon_to, lat_to = np.radians(_PARIS_AT)
    half = np.sin((lat - lat_to) / 2) ** 2
    half += np.cos(lat) * np.cos(lat_to) * np.sin((lon - lon_to) / 2) ** 2
    return 2 * _EARTH_KM * np.arcsin(np.sqrt(half))
