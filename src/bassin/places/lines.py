"""Lines that cut a territory in two: each gives the zone of every commune.

The most populated commune, the centre, is a zone of its own in all of them;
:func:`with_centre` puts it on either side.
"""

from __future__ import annotations

from collections.abc import Collection, Sequence
from typing import Any

import geopandas as gpd
import numpy as np
import numpy.typing as npt
import pandas as pd

from bassin.choices import chosen
from bassin.errors import TerritoryError
from bassin.phrase import Name

#: The two sides, under the same names whatever the line: first the one that was mined.
HILLS, PLAIN = "hills", "plain"

#: The zone of the most populated commune.
CENTRE = "zone_centre"

#: The lines, by key.
AZIMUTH, MASSIF, ALTITUDE, MINES = LINES = ("azimuth", "massif", "altitude", "mines")

#: Direction of the hills as the study has it, in degrees from north.
BEARING = 315.0

#: Where the centre goes: a zone of its own, or on one of the sides.
APART = "apart"
CENTRES = (APART, HILLS, PLAIN)

Bools = npt.NDArray[np.bool_]
Floats = npt.NDArray[np.float64]


def named(line: str) -> Name:
    """A line by the code of its name; its key alone may be that of a column of anything."""
    return Name(f"line_{line}")


def by(line: str) -> Name:
    """A line by the code of what it is called inside a sentence."""
    return Name(f"by_{line}")


def zoned(in_hills: pd.Series, centre: str) -> pd.Series:
    """Zone of each commune.

    Parameters
    ----------
    in_hills : Series of bool
        Indexed by ``code``; missing where it cannot be told.
    centre : str
        Code of the commune that belongs to neither side.

    Returns
    -------
    Series of str
        :data:`HILLS`, :data:`PLAIN`, :data:`CENTRE`, or NaN where it cannot be told. A side may be
        empty: :func:`cuts_in_two` tells.

    Raises
    ------
    ChoiceError
        If the centre is none of the communes.
    TerritoryError
        If a commune is there twice, or its side is neither true, false nor missing.
    """
    _refuse_codes(in_hills.index, centre)
    odd = in_hills.notna() & ~in_hills.isin([True, False])
    if odd.any():
        code = odd.idxmax()
        raise TerritoryError(
            f"commune {code!r}: {in_hills[code]!r} is no side. Say whether it is in the hills: "
            "true, false, or missing."
        )
    zones = in_hills.astype(object).map({True: HILLS, False: PLAIN}).astype(object)
    zones[centre] = CENTRE
    return zones.rename("zone")


def with_centre(zones: pd.Series, centre: str, where: str = APART) -> pd.Series:
    """Zones with the centre left apart, or put on one side.

    Parameters
    ----------
    zones : Series of str
        As :func:`zoned` gives them.
    centre : str
        Code of the centre.
    where : {"apart", "hills", "plain"}

    Raises
    ------
    ChoiceError
        If ``where`` is none of :data:`CENTRES`, or the centre none of the communes.
    """
    chosen("centre", where, CENTRES)
    _refuse_codes(zones.index, centre)
    if where == APART:
        return zones
    moved = zones.copy()
    moved[centre] = where
    return moved


def facing(points: gpd.GeoSeries, centre: str, bearings: npt.ArrayLike) -> Bools:
    """Which communes lie on the side faced, for one or several directions.

    Parameters
    ----------
    points : GeoSeries
        Middle of each commune, in metres.
    centre : str
        Code of the commune the line passes through.
    bearings : float or array of float
        Directions faced, in degrees clockwise from north. The line is square to them.

    Returns
    -------
    array of bool, shape (number of bearings, number of communes)

    Raises
    ------
    ChoiceError
        If the centre is none of the communes.
    TerritoryError
        If a commune is there twice or has no point, the points are in degrees, or a bearing is no
        finite number: it would face nobody.
    """
    _refuse_codes(points.index, centre)
    _refuse_nowhere(points)
    angles = np.deg2rad([_finite(one, "bearing") for one in np.atleast_1d(bearings).tolist()])
    x = points.x.to_numpy() - points.x[centre]
    y = points.y.to_numpy() - points.y[centre]
    along: Floats = np.outer(np.sin(angles), x) + np.outer(np.cos(angles), y)
    return along > 0


def by_azimuth(points: gpd.GeoSeries, centre: str, bearing: float = BEARING) -> pd.Series:
    """Zones by a straight line through the middle of the centre, at any angle.

    Parameters
    ----------
    points : GeoSeries
        Middle of each commune, in metres.
    centre : str
        As in :func:`zoned`.
    bearing : float
        Direction of the hills, in degrees clockwise from north; 315 is north-west.

    Raises
    ------
    ChoiceError, TerritoryError
        As :func:`facing`.
    """
    inside = facing(points, centre, bearing)[0]
    return zoned(pd.Series(inside, index=points.index, dtype=object), centre)


def by_massif(
    codes: Sequence[str],
    members: Collection[str],
    listed: Collection[str],
    centre: str,
) -> pd.Series:
    """Zones by membership of a massif.

    Parameters
    ----------
    codes : sequence of str
        Communes of the territory.
    members : collection of str
        Communes of any massif.
    listed : collection of str
        Communes there were when the massifs were listed: one that had merged by then has no status
        of its own, and no zone.
    centre : str
        As in :func:`zoned`.

    Raises
    ------
    ChoiceError, TerritoryError
        As :func:`zoned`.
    """
    index = pd.Index(codes, name="code")
    inside = pd.Series(index.isin(list(members)), index=index, dtype=object)
    return zoned(inside.where(index.isin(list(listed))), centre)


def by_altitude(altitude: pd.Series, centre: str, threshold: float | None = None) -> pd.Series:
    """Zones by altitude.

    Parameters
    ----------
    altitude : Series of float
        Altitude of each commune (m); NaN where it is not known.
    centre : str
        As in :func:`zoned`.
    threshold : float, optional
        Communes strictly above are hills; by default the median of all but the centre, which makes
        two halves. Where no altitude is known, no commune has a zone.

    Raises
    ------
    ChoiceError, TerritoryError
        As :func:`zoned`; also if an altitude, or the threshold, is infinite or a text.
    """
    limit = _limit(altitude, centre, threshold)
    return zoned((altitude > limit).astype(object).where(altitude.notna()), centre)


def by_distance(distance: pd.Series, centre: str, threshold: float | None = None) -> pd.Series:
    """Zones by distance to the mining communes: the near ones are the hills.

    Parameters
    ----------
    distance : Series of float
        Distance of each commune to the nearest mining one (km); NaN where there is none.
    centre : str
        As in :func:`zoned`.
    threshold : float, optional
        Communes strictly nearer are hills; by default the median of all but the centre. Where no
        distance is known, no commune has a zone.

    Raises
    ------
    ChoiceError, TerritoryError
        As :func:`by_altitude`.
    """
    limit = _limit(distance, centre, threshold)
    return zoned((distance < limit).astype(object).where(distance.notna()), centre)


def middle_value(values: pd.Series, centre: str) -> float:
    """Median of the communes but the centre.

    Raises
    ------
    ChoiceError
        If the centre is none of the communes.
    TerritoryError
        If a commune is there twice, a value is infinite or a text, or no commune but the centre
        has one.
    """
    _refuse_values(values, centre)
    others = values.drop(centre)
    if others.isna().all():
        raise TerritoryError(
            f"no commune but the centre, {centre}, has a value: there is no middle to cut at. Give "
            "a threshold, or another line."
        )
    return float(others.median())


def _limit(values: pd.Series, centre: str, threshold: float | None) -> float:
    """Where to cut: at a threshold, or in the middle; NaN where no commune is known to have any."""
    _refuse_values(values, centre)
    if threshold is not None:
        return _finite(threshold, "threshold")
    return np.nan if values.drop(centre).isna().all() else middle_value(values, centre)


def _refuse_codes(codes: pd.Index, centre: str) -> None:
    """Refuse a centre that is none of the communes, and a commune that is there twice.

    A centre from elsewhere would be one commune more.
    """
    twice = codes[codes.duplicated()]
    if len(twice):
        raise TerritoryError(f"commune {twice[0]!r} is there twice. Keep one row a commune.")
    chosen("centre", centre, codes)


def _refuse_values(values: pd.Series, centre: str) -> None:
    _refuse_codes(values.index, centre)
    odd = values.notna() & ~values.map(_is_finite).astype(bool)
    if odd.any():
        code = odd.idxmax()
        raise TerritoryError(
            f"commune {code!r}: {values[code]!r} is no finite number. Leave it missing where it is "
            "not known."
        )


def _refuse_nowhere(points: gpd.GeoSeries) -> None:
    """Refuse communes without a point, and points in degrees."""
    xy = np.column_stack([points.x.to_numpy(dtype=float), points.y.to_numpy(dtype=float)])
    nowhere = ~np.isfinite(xy).all(axis=1)
    if nowhere.any():
        code = points.index[int(nowhere.argmax())]
        raise TerritoryError(f"commune {code!r} has no point. Give it one, or leave it out.")
    if points.crs is not None and points.crs.is_geographic:
        raise TerritoryError(
            f"the points are in degrees ({points.crs.name}): project them to metres (EPSG:2154)."
        )


def _is_finite(value: Any) -> bool:
    is_number = isinstance(value, int | float | np.number) and not isinstance(value, bool)
    return is_number and bool(np.isfinite(value))


def _finite(value: Any, what: str) -> float:
    if not _is_finite(value):
        raise TerritoryError(f"{what} is {value!r}: give a finite number.")
    return float(value)


def altitudes(mean: pd.Series, lowest: pd.Series, highest: pd.Series) -> tuple[pd.Series, bool]:
    """Altitude of each commune, by the better of two measures.

    Parameters
    ----------
    mean : Series of float
        Mean altitude (m), on the communes of the territory; NaN where it is not known.
    lowest, highest : Series of float
        Least and greatest altitude, on the same communes.

    Returns
    -------
    altitude : Series of float
        The mean if it is known for every commune; else, for all, half-way between the lowest and
        the highest point: the two measures are not mixed.
    is_mean : bool
    """
    if mean.notna().all():
        return mean.rename("altitude_m"), True
    return ((lowest + highest) / 2).rename("altitude_m"), False


def cuts_in_two(zones: pd.Series) -> bool:
    """Whether both sides have a commune."""
    return {HILLS, PLAIN} <= set(zones.dropna())


def distance_km(points: gpd.GeoSeries, others: gpd.GeoSeries) -> pd.Series:
    """Straight distance from each point to the nearest of others (km; both in metres).

    NaN for all where there are no others.

    Raises
    ------
    TerritoryError
        If a point is missing or in degrees, or the two are in different systems.
    """
    for some in (points, others):
        _refuse_nowhere(some)
    if points.crs is not None and others.crs is not None and points.crs != others.crs:
        raise TerritoryError(
            f"points in {points.crs.name}, and others in {others.crs.name}: project both to one "
            "metric system."
        )
    x, y = points.x.to_numpy()[:, None], points.y.to_numpy()[:, None]
    every = np.hypot(x - others.x.to_numpy(), y - others.y.to_numpy())
    nearest = every.min(axis=1) / 1000 if len(others) else np.full(len(points), np.nan)
    return pd.Series(nearest, index=points.index, name="distance_km")
