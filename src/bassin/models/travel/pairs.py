"""Pairs of communes with known minutes: those that something can be learnt from."""

from __future__ import annotations

import numpy as np
import pandas as pd
from pyproj import Transformer

from bassin.errors import AccessError
from bassin.models.inputs import columns_of, nameless, numbers_of, one_spelling, row_of
from bassin.read import ign

#: Longest straight distance fitted (km), and fastest drive believed (km/h, legal limit).
LONGEST_KM, FASTEST_KMH = 100.0, 130.0

#: Codes of why pairs are left out, in the order in which they are.
ABROAD = "pair_abroad"  # no distance, no minutes
NOTHING = "pair_of_nothing"  # zero distance or zero minutes
FAR = "pair_too_far"  # over LONGEST_KM in a straight line
FLYING = "pair_flying"  # by a road shorter than the straight line
FAST = "pair_too_fast"  # faster than FASTEST_KMH over the road

#: Date of the communes of the pairs.
PAIRS_GEOGRAPHY = "2015-01-01"

#: Rounding of a published distance (km).
_ROUNDING_KM = 0.1


def sort_out(commutes: pd.DataFrame) -> tuple[pd.DataFrame, pd.Series]:
    """Leave out the pairs nothing can be learnt from, by one rule, and count them by reason.

    Parameters
    ----------
    commutes : DataFrame
        As :func:`bassin.read.toulouse_dataviz.commutes_2014`.

    Returns
    -------
    pairs : DataFrame
        Those kept, with ``x``, ``y``, ``x_to``, ``y_to`` (EPSG:2154, m) for their points.
    dropped : Series of int
        Number by reason; a pair counts under the first that holds.

    Raises
    ------
    AccessError
        If a number or an origin is missing of a pair that does not lead abroad.
    """
    measured = ["straight_km", "road_km", "minutes", "lon", "lat", "lon_to", "lat_to"]
    columns_of(commutes, ["origin", "destination", *measured], "pairs")
    abroad = commutes["destination"].isna()
    for name in measured:
        unknown = ~np.isfinite(numbers_of(commutes[name])) & ~abroad.to_numpy()
        if unknown.any():
            at = int(unknown.argmax())
            raise AccessError(
                f"row {commutes.index[at]!r}, {name}: {commutes[name].iloc[at]}. Give a finite "
                "number, or leave the pair out."
            )
    commutes = commutes.assign(**{name: numbers_of(commutes[name]) for name in measured})
    without = nameless(pd.Index(commutes["origin"]))
    if without.any():
        raise AccessError(f"row {commutes.index[int(without.argmax())]!r}: no origin")
    for side, codes in (("origin", commutes["origin"]), ("destination", commutes["destination"])):
        there = codes.dropna()
        one_spelling(pd.Index(there), row_of(there.index, side))
    speed = commutes["road_km"] / commutes["minutes"] * 60
    tests = {
        ABROAD: abroad,
        NOTHING: commutes[["straight_km", "road_km", "minutes"]].le(0).any(axis=1),
        FAR: commutes["straight_km"] > LONGEST_KM,
        FLYING: commutes["road_km"] < commutes["straight_km"] - _ROUNDING_KM,
        FAST: speed > FASTEST_KMH,
    }
    left, dropped = pd.Series(True, commutes.index), {}
    for reason, bad in tests.items():
        dropped[reason] = int((bad & left).sum())
        left &= ~bad
    pairs = commutes[left].reset_index(drop=True)
    project = Transformer.from_crs(4326, ign.METRIC_CRS, always_xy=True)
    for lon, lat, x, y in (("lon", "lat", "x", "y"), ("lon_to", "lat_to", "x_to", "y_to")):
        pairs[x], pairs[y] = project.transform(pairs[lon].to_numpy(), pairs[lat].to_numpy())
    return pairs.drop(columns=["lon", "lat", "lon_to", "lat_to"]), pd.Series(
        dropped, name="pairs", dtype=int
    ).rename_axis("reason")
