"""The middle of the population, and where it goes."""

from __future__ import annotations

import geopandas as gpd
import numpy as np
import pandas as pd

from bassin.indicators.stats import total


def centre_of_gravity(populations: pd.DataFrame, points: gpd.GeoSeries) -> pd.DataFrame:
    """Mean position of the inhabitants each year, all of a commune's at one point.

    Parameters
    ----------
    populations : DataFrame
        Inhabitants, indexed by ``code``, one column a year. A commune without a number is left out:
        those of one that has merged are counted in the commune that took it in.
    points : GeoSeries
        Middle of each commune, in metres.

    Returns
    -------
    DataFrame
        Index ``year``; ``x``, ``y`` (metres), ``step_km`` (from the year before in the table),
        ``moved_km`` (from the first year, in a straight line).
    """
    people = populations.fillna(0)
    at = points.loc[people.index]
    table = pd.DataFrame(
        {
            "x": total(people.mul(at.x, axis=0)) / total(people),
            "y": total(people.mul(at.y, axis=0)) / total(people),
        }
    ).rename_axis("year")
    table["step_km"] = np.hypot(table["x"].diff(), table["y"].diff()) / 1000
    first = table.iloc[0]
    table["moved_km"] = np.hypot(table["x"] - first["x"], table["y"] - first["y"]) / 1000
    return table


def bearing(start: pd.Series, end: pd.Series) -> float:
    """Direction from one ``x``, ``y`` to another, in degrees clockwise from north."""
    return float(np.degrees(np.arctan2(end["x"] - start["x"], end["y"] - start["y"])) % 360)
