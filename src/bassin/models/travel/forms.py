"""The forms a model may take, the rules of thumb beside them, and how each is fitted."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import numpy as np
import pandas as pd
from threadpoolctl import threadpool_limits

from bassin.errors import AccessError
from bassin.models.inputs import given, numbers_of

#: Codes of the models, in the order of tables.
SPEED, DETOUR, CHOSEN = "constant_speed", "constant_detour", "relief_and_density"
#: Form that knows the distance alone.
POWER = "power_of_distance"

#: What each form adds to the power of the distance.
FORMS: Mapping[str, tuple[str, ...]] = {
    POWER: ("log_km",),
    "relief_alone": ("log_km", "relief"),
    "density_alone": ("log_km", "log_density"),
    CHOSEN: ("log_km", "relief", "log_density"),
    "and_climb": ("log_km", "relief", "log_density", "climb_per_km"),
    "and_ups_and_downs": ("log_km", "relief", "log_density", "crossed_per_km"),
    "and_height": ("log_km", "relief", "log_density", "height"),
    "and_valley": ("log_km", "relief", "log_density", "valley"),
    "and_bend": ("log_km", "relief", "log_density", "log_km_squared"),
}


def known_minutes(minutes: pd.Series) -> None:
    """Refuse times that are missing or not above zero.

    Raises
    ------
    AccessError
        Naming the first row with such a time.
    """
    times = numbers_of(given(minutes, pd.Series, "minutes"))
    wrong = ~(np.isfinite(times) & (times > 0))
    if wrong.any():
        at = int(wrong.argmax())
        raise AccessError(
            f"row {minutes.index[at]!r}: {minutes.iloc[at]} minutes. Give a time above zero, or "
            "leave the pair out."
        )


def regressed(known: pd.DataFrame, minutes: pd.Series, form: str) -> list[float]:
    """Constant and slopes of the logarithm of the minutes, by a regression outliers hardly move."""
    # Here, as it is long to import, and only a fit needs it.
    from sklearn.linear_model import HuberRegressor

    columns = known[list(FORMS[form])]
    mean, scale = columns.mean(), columns.std().replace(0, 1)
    # On matrices this small, the threads of the linear algebra wait for one another longer than
    # they work.
    with threadpool_limits(1):
        fitted = HuberRegressor(alpha=0, max_iter=1000).fit(
            ((columns - mean) / scale).to_numpy(), np.log(minutes)
        )
    slopes = fitted.coef_ / scale.to_numpy()
    return [float(fitted.intercept_ - slopes @ mean.to_numpy()), *map(float, slopes)]


def applied(known: pd.DataFrame, form: str, slopes: Sequence[float]) -> pd.Series:
    """Minutes by a form, with the constant and the slopes of :func:`regressed`."""
    return np.exp(slopes[0] + known[list(FORMS[form])] @ np.array(slopes[1:]))


def _weighted_median(values: pd.Series, weights: pd.Series) -> float:
    order = values.sort_values(kind="stable").index
    reached = weights[order].cumsum() >= weights.sum() / 2
    return float(values[order][reached].iloc[0])


def baselines(train: pd.DataFrame, km: pd.Series) -> dict[str, pd.Series]:
    """Minutes by two rules of thumb, each with the constants that suit the pairs to learn from.

    The constant speed is the one with the least mean absolute error. The detour and the speed on
    the road are medians.
    """
    pace = _weighted_median(train["minutes"] / train["km"], train["km"])
    detour = (train["road_km"] / train["km"]).median()
    road_pace = (train["minutes"] / train["road_km"]).median()
    return {SPEED: km * pace, DETOUR: km * detour * road_pace}
