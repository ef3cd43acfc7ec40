"""How a gap depends on where the line is drawn: turned all round, and counted over every choice."""

from __future__ import annotations

import geopandas as gpd
import numpy as np
import numpy.typing as npt
import pandas as pd

from bassin.places.lines import Floats, facing
from bassin.topics.contrast.gaps import differences, weighted_deviation

#: Bearings of a line turned all round, in degrees from north.
ANGLES: npt.NDArray[np.int_] = np.arange(360)

#: Share of the draws an interval holds.
CONFIDENCE = 0.95


def turning(
    values: pd.Series,
    weights: pd.Series,
    points: gpd.GeoSeries,
    centre: str,
    angles: npt.ArrayLike = ANGLES,
) -> pd.Series:
    """Gap between the side faced and the other as a straight line turns about the centre.

    The centre is on neither side: facing the other way changes the sign and nothing else.

    Parameters
    ----------
    values, weights : Series of float
        Indexed by ``code``; communes without a value are left out.
    points : GeoSeries
        Middle of each commune, in metres.
    centre : str
    angles : array of float
        Directions faced, in degrees from north.

    Returns
    -------
    Series of float
        Indexed by ``angle``: mean of the side faced less that of the other, in weighted standard
        deviations of the communes; NaN where a side is empty or nothing varies.
    """
    x, w, sides = _turned(values, weights, points, centre, angles)
    spread = weighted_deviation(x, w)
    gaps = differences(x, w, sides) / (spread if spread > 0 else np.nan)
    return pd.Series(gaps, index=pd.Index(np.asarray(angles), name="angle"))


def _turned(
    values: pd.Series,
    weights: pd.Series,
    points: gpd.GeoSeries,
    centre: str,
    angles: npt.ArrayLike,
) -> tuple[Floats, Floats, npt.NDArray[np.bool_]]:
    known = values.notna() & (values.index != centre)
    sides = facing(points.loc[values.index], centre, angles)[:, known.to_numpy()]
    return values[known].to_numpy(float), weights[known].to_numpy(float), sides


def widest(gaps: npt.ArrayLike, angles: npt.ArrayLike = ANGLES) -> float:
    """Angle at which a curve is highest, in degrees; the middle of the arc where several are.

    NaN where the curve has no value.
    """
    curve = np.asarray(gaps, dtype=float)
    if np.isnan(curve).all():
        return float("nan")
    top = np.isclose(curve, np.nanmax(curve), rtol=1e-9, atol=1e-12)
    return mean_direction(np.asarray(angles, dtype=float)[top])


def mean_direction(angles: npt.ArrayLike) -> float:
    """Mean of directions, in degrees from 0 to 360 :cite:`fisher1993circular`."""
    turn = np.deg2rad(np.asarray(angles, dtype=float))
    return float(np.rad2deg(np.arctan2(np.sin(turn).sum(), np.cos(turn).sum())) % 360)


def away(angles: npt.ArrayLike, start: float) -> Floats:
    """Signed angle from one direction to others, from -180 up to 180 degrees, clockwise."""
    turned: Floats = (np.asarray(angles, dtype=float) - start + 180) % 360 - 180
    return turned


def greatest_contrast(
    values: pd.Series,
    weights: pd.Series,
    points: gpd.GeoSeries,
    centre: str,
    draws: int,
    rng: np.random.Generator,
    sign: float = 1.0,
) -> pd.Series:
    """Direction in which the gap is widest, with an interval.

    Communes are drawn with replacement and the line is turned anew for each draw. The interval is
    of the signed angles from the direction found to those of the draws, so that it does not depend
    on where north is :cite:`fisher1993circular`.

    Parameters
    ----------
    values, weights, points, centre
        As in :func:`turning`.
    draws : int
    rng : Generator
    sign : {1, -1}
        -1 to look for the side that has less.

    Returns
    -------
    Series
        ``angle``, ``low``, ``high`` (degrees; the interval runs clockwise from ``low`` to
        ``high``), ``width`` (degrees), ``concentration`` (length of the mean of the directions
        drawn: 1 if they are one, 0 if they cancel out), ``effect`` (gap at the angle, in standard
        deviations). NaN where there is no gap.
    """
    x, w, sides = _turned(values, weights, points, centre, ANGLES)
    found = sign * turning(values, weights, points, centre)
    angle = widest(found)
    if np.isnan(angle):
        keys = ["angle", "low", "high", "width", "concentration", "effect"]
        return pd.Series(np.nan, index=keys)
    counts = rng.multinomial(len(x), np.full(len(x), 1 / len(x)), size=draws)
    side, drawn = sides.T.astype(float), counts * w
    hills, whole = drawn @ side, drawn.sum(axis=1, keepdims=True)
    amounts, every = (drawn * x) @ side, (drawn * x).sum(axis=1, keepdims=True)
    with np.errstate(invalid="ignore", divide="ignore"):
        gaps = sign * (amounts / hills - (every - amounts) / (whole - hills))
    gaps[(hills <= 1e-9 * whole) | (whole - hills <= 1e-9 * whole)] = np.nan
    known = ~np.isnan(gaps).all(axis=1)
    angles = np.array([widest(curve) for curve in gaps[known]])
    apart = away(angles, angle)
    low, high = np.quantile(apart, [(1 - CONFIDENCE) / 2, (1 + CONFIDENCE) / 2])
    turn = np.deg2rad(angles)
    return pd.Series(
        {
            "angle": angle,
            "low": (angle + low) % 360,
            "high": (angle + high) % 360,
            "width": high - low,
            "concentration": float(np.hypot(np.cos(turn).mean(), np.sin(turn).mean())),
            "effect": float(np.nanmax(found)),
        }
    )


def within(angle: float, low: float, high: float) -> bool:
    """Whether a direction is on the arc that runs clockwise from one to another.

    Examples
    --------
    >>> within(350, 300, 20)
    True
    >>> within(90, 300, 20)
    False
    """
    return bool((angle - low) % 360 <= (high - low) % 360)
