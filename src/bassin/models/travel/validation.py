"""How wrong the models are on pairs of departements they have not seen."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise

import numpy as np
import numpy.typing as npt
import pandas as pd

from bassin.errors import AccessError
from bassin.models.inputs import columns_of, given, nameless, numbers_of, one_spelling, row_of
from bassin.models.travel.forms import (
    CHOSEN,
    DETOUR,
    FORMS,
    SPEED,
    applied,
    baselines,
    known_minutes,
    regressed,
)
from bassin.models.travel.pairs import LONGEST_KM
from bassin.models.travel.terrain import Terrain, features
from bassin.places.departements import departements_of

#: Which pairs.
Mask = npt.NDArray[np.bool_]

#: Bands of straight distance (km) and of relief on the way (m).
DISTANCE_BANDS = (0.0, 5.0, 10.0, 20.0, 30.0, 50.0, LONGEST_KM)
RELIEF_CLASSES = (0.0, 100.0, 200.0, 400.0, 700.0, np.inf)


def predict_unseen(
    pairs: pd.DataFrame,
    known: pd.DataFrame,
    models: Sequence[str] | None = None,
    groups: tuple[Sequence[str], Sequence[str]] | None = None,
) -> pd.DataFrame:
    """Minutes of each pair by models that have seen no pair of its departement.

    One departement of origin after the other is left out, or one of other groups of communes. So
    are, from what the models learn, all pairs that end in it.

    Parameters
    ----------
    pairs : DataFrame
        As :func:`bassin.models.travel.sort_out`.
    known : DataFrame
        As :func:`bassin.models.travel.features`.
    models : sequence of str, optional
        Names of baselines and :data:`bassin.models.travel.FORMS`; all by default.
    groups : tuple of sequences of str, optional
        Group of the origin and of the destination of each pair; their departements by default.

    Returns
    -------
    DataFrame
        On the index of ``pairs``, a column a model.

    Raises
    ------
    AccessError
        If a model is unknown, ``known`` or the groups are of other pairs, or no pair is left to
        learn from.
    """
    models = [SPEED, DETOUR, *FORMS] if models is None else list(models)
    unknown = [model for model in models if model not in {SPEED, DETOUR, *FORMS}]
    if unknown:
        raise AccessError(f"no model {unknown[0]!r}; models: {', '.join([SPEED, DETOUR, *FORMS])}")
    columns_of(pairs, ("origin", "destination", "road_km", "minutes"), "pairs")
    if not pairs.index.equals(given(known, pd.DataFrame, "known").index):
        raise AccessError("pairs and known are on different indexes: give features(pairs, terrain)")
    known_minutes(pairs["minutes"])
    found = pd.DataFrame(np.nan, pairs.index, models)
    table = pairs[["road_km", "minutes"]].join(known)
    for tested, learnt in folds(pairs, groups):
        train, rows = table[learnt], table[tested]
        rules = baselines(train, rows["km"])
        for model in models:
            if model in FORMS:
                rules[model] = applied(rows, model, regressed(train, train["minutes"], model))
            found.loc[rows.index, model] = rules[model]
    return found


def folds(
    pairs: pd.DataFrame, groups: tuple[Sequence[str], Sequence[str]] | None = None
) -> Iterator[tuple[Mask, Mask]]:
    """Pairs that start in each group of communes, and those that have no end in it.

    Parameters
    ----------
    pairs : DataFrame
        ``origin``, ``destination``.
    groups : tuple of sequences of str, optional
        As :func:`predict_unseen`.

    Yields
    ------
    tuple of two arrays of bool
        Pairs to predict, and those to learn from.

    Raises
    ------
    AccessError
        As :func:`predict_unseen`.
    """
    if groups is None:
        groups = departements_of(pairs["origin"]), departements_of(pairs["destination"])
    start, end = (np.asarray(list(group), dtype=object) for group in groups)
    if not len(start) == len(end) == len(pairs):
        raise AccessError(f"groups of {len(start)} and {len(end)} ends for {len(pairs)} pairs")
    for left_out in dict.fromkeys(sorted(start)):
        learnt = (start != left_out) & (end != left_out)
        if not learnt.any():
            raise AccessError(f"every pair has an end in {left_out!r}: nothing is left to learn")
        yield start == left_out, learnt


def cross_validate(pairs: pd.DataFrame, towns: pd.DataFrame) -> pd.DataFrame:
    """Errors of the baselines and of all forms on departements they have not seen.

    Returns
    -------
    DataFrame
        As :func:`errors`, a row a model.
    """
    columns_of(pairs, ("minutes",), "pairs")
    return errors(pairs["minutes"], predict_unseen(pairs, features(pairs, Terrain.of(towns))))


def errors(minutes: pd.Series, predicted: pd.DataFrame) -> pd.DataFrame:
    """How wrong some models are.

    Returns
    -------
    DataFrame
        A row a model: ``pairs``, ``mean_abs``, ``median_abs``, ``bias`` (predicted less known), all
        three in minutes, and ``mean_abs_pct``.

    Raises
    ------
    AccessError
        If there is no pair, a time is missing or not above zero, or predictions are of other pairs
        or missing.
    """
    given(predicted, pd.DataFrame, "predicted")
    if not len(given(minutes, pd.Series, "minutes")):
        raise AccessError("no pair: there is no error without one")
    known_minutes(minutes)
    if not minutes.index.equals(predicted.index):
        raise AccessError("known and predicted minutes are on different indexes: align them first")
    for model in predicted:
        if not np.isfinite(numbers_of(predicted[model])).all():
            row = predicted.index[int((~np.isfinite(numbers_of(predicted[model]))).argmax())]
            raise AccessError(f"row {row!r}: {model!r} predicts no time")
    gap = predicted.sub(minutes, axis=0)
    table = pd.DataFrame(
        {
            "pairs": len(minutes),
            "mean_abs": gap.abs().mean(),
            "median_abs": gap.abs().median(),
            "bias": gap.mean(),
            "mean_abs_pct": 100 * gap.abs().div(minutes, axis=0).mean(),
        }
    )
    return table.rename_axis("model")


def errors_by_class(
    minutes: pd.Series, predicted: pd.DataFrame, values: pd.Series, limits: Sequence[float]
) -> pd.DataFrame:
    """Errors of the chosen model in classes of a value, beside those of the baselines.

    Returns
    -------
    DataFrame
        Index: the classes, ``"from_5_to_10"``, the last ``"from_700"`` if it has no end; ``pairs``,
        ``minutes`` (mean known), ``mean_abs``, ``median_abs``, ``bias`` of the chosen model;
        ``speed``, ``detour``: mean absolute errors.

    Raises
    ------
    AccessError
        If a pair is in no class; and as :func:`errors`.
    """
    for table, kind, what in (
        (minutes, pd.Series, "minutes"),
        (predicted, pd.DataFrame, "predicted"),
        (values, pd.Series, "values"),
    ):
        given(table, kind, what)
    names = [
        f"from_{low:.0f}" if np.isinf(high) else f"from_{low:.0f}_to_{high:.0f}"
        for low, high in pairwise(limits)
    ]
    classes = pd.cut(values, list(limits), labels=names, include_lowest=True)
    if classes.isna().any():
        row = classes.index[int(classes.isna().to_numpy().argmax())]
        raise AccessError(
            f"row {row!r}: {values[row]} is in no class from {limits[0]} to {limits[-1]}"
        )
    rows = {}
    for name in names:
        here = classes == name
        if here.any():
            table = errors(minutes[here], predicted[here])
            rows[name] = {
                "minutes": minutes[here].mean(),
                **table.loc[CHOSEN, ["pairs", "mean_abs", "median_abs", "bias"]],
                "speed": table.loc[SPEED, "mean_abs"],
                "detour": table.loc[DETOUR, "mean_abs"],
            }
    return pd.DataFrame.from_dict(rows, orient="index").astype({"pairs": int})


def error_parts(
    residuals: pd.Series, origins: pd.Series, destinations: pd.Series
) -> dict[str, float]:
    """Share out the variance of the errors between the places and the pairs.

    Two pairs that share one place, at whatever end, have in common the error that this place brings
    to all its pairs: the mean product of their errors is its variance. What is left of the whole
    variance, two places taken off, is the pair's own.

    Parameters
    ----------
    residuals : Series
        Errors of the logarithm of the minutes.
    origins, destinations : Series of str
        On the same index.

    Returns
    -------
    dict
        ``whole`` (mean square), ``place`` (of one place), ``pair``; ``reverse`` (share of the whole
        that a pair has in common with the same one driven backwards; NaN without any).

    Raises
    ------
    AccessError
        If an error or a code is missing: two missing codes would be one place.
    """
    error = numbers_of(given(residuals, pd.Series, "residuals"))
    for name, codes in (("origin", origins), ("destination", destinations)):
        if not given(codes, pd.Series, f"{name}s").index.equals(residuals.index):
            raise AccessError(f"errors and {name}s are on different indexes: align them first")
        without = nameless(pd.Index(codes))
        if without.any():
            raise AccessError(f"row {codes.index[int(without.argmax())]!r}: no {name}")
        one_spelling(pd.Index(codes), row_of(codes.index, name))
    if not len(error) or not np.isfinite(error).all():
        raise AccessError("an error is missing or infinite, or there is none")
    places = pd.factorize(pd.concat([origins, destinations]))[0]
    start, end = places[: len(error)], places[len(error) :]
    product = np.outer(error, error)
    np.fill_diagonal(product, np.nan)
    same_start, same_end = start[:, None] == start, end[:, None] == end
    chained = start[:, None] == end
    back = chained & chained.T
    shared = same_start.astype(int) + same_end + chained + chained.T
    one = (shared == 1) & ~np.eye(len(error), dtype=bool)
    whole = float(np.mean(error**2))
    place = max(float(product[one].mean()), 0.0) if one.any() else 0.0
    place = min(place, whole / 2)
    reverse = float(product[back].mean() / whole) if back.any() and whole else float("nan")
    return {"whole": whole, "place": place, "pair": whole - 2 * place, "reverse": reverse}
