"""The model fitted on known pairs, with the size of its errors on pairs it has not seen."""

from __future__ import annotations

import numpy as np
import pandas as pd

from bassin.errors import AccessError
from bassin.models.inputs import columns_of
from bassin.models.travel.forms import CHOSEN, known_minutes, regressed
from bassin.models.travel.model import TravelModel
from bassin.models.travel.terrain import Terrain, features
from bassin.models.travel.validation import error_parts, predict_unseen


def fit(pairs: pd.DataFrame, towns: pd.DataFrame) -> TravelModel:
    """Fit the model on real pairs, and the size of its errors on pairs it has not seen.

    Parameters
    ----------
    pairs : DataFrame
        As :func:`bassin.models.travel.sort_out`.
    towns : DataFrame
        As :func:`bassin.models.travel.towns_2023`.

    Raises
    ------
    AccessError
        If a time of these pairs is missing or not above zero, or if they do not grow with distance.
    """
    columns_of(pairs, ("minutes", "origin", "destination"), "pairs")
    known_minutes(pairs["minutes"])
    terrain = Terrain.of(towns)
    known = features(pairs, terrain)
    constant, exponent, per_metre, per_log_density = regressed(known, pairs["minutes"], CHOSEN)
    if exponent <= 0:
        raise AccessError("minutes do not grow with distance in these pairs: nothing to fit")
    relief, density = (
        grid.clip(known[name].min(), known[name].max())
        for name, grid in (("relief", terrain.relief), ("log_density", terrain.log_density))
    )
    unseen = predict_unseen(pairs, known, [CHOSEN])[CHOSEN]
    shares = error_parts(np.log(pairs["minutes"] / unseen), pairs["origin"], pairs["destination"])
    return TravelModel(
        constant=constant,
        exponent=exponent,
        per_metre=per_metre,
        per_log_density=per_log_density,
        terrain=terrain,
        slowness=(per_metre * relief + per_log_density * density).astype(np.float32),
        place_spread=float(np.sqrt(shares["place"])),
        pair_spread=float(np.sqrt(shares["pair"])),
    )
