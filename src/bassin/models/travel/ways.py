"""Known ways between places: pairs driven in both directions are one."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import numpy.typing as npt
import pandas as pd
from scipy.sparse import csr_array

from bassin.errors import AccessError
from bassin.models.arrays import Floats
from bassin.models.inputs import (
    array_of,
    columns_of,
    listed,
    metric_points,
    nameless,
    one_spelling,
    row_of,
)
from bassin.models.travel.validation import Mask

#: How far from each other the points of one place may be, by pair (km).
_ONE_POINT = 0.001


@dataclass(frozen=True)
class Ways:
    """Known ways, one driven in both directions once, and the places at their ends.

    Attributes
    ----------
    of : array of int
        Way of each pair.
    ends : csr_array, shape (ways, places)
        1 at both places of a way.
    points : array, shape (places, 2)
        Where the places are (EPSG:2154, km).
    """

    of: npt.NDArray[np.int64]
    ends: csr_array
    points: Floats

    @classmethod
    def among(cls, pairs: pd.DataFrame) -> Ways:
        """Ways of some pairs, as :func:`bassin.models.travel.sort_out`.

        Parameters
        ----------
        pairs : DataFrame
            ``origin``, ``destination``; ``x``, ``y``, ``x_to``, ``y_to`` (EPSG:2154, m). One pair
            is a way; one that is there twice is one way, and counts twice in its mean.

        Raises
        ------
        AccessError
            If there is no pair, a code or a coordinate is missing or in degrees, a pair leads from
            a place to itself, or a place is at two points.
        """
        columns_of(pairs, ("origin", "destination", "x", "y", "x_to", "y_to"), "pairs")
        n = len(pairs)
        if not n:
            raise AccessError("no pair: give at least one, there is no way without")
        for side in ("origin", "destination"):
            without = nameless(pd.Index(pairs[side]))
            if without.any():
                raise AccessError(f"row {pairs.index[int(without.argmax())]!r}: no {side}")
        codes = pd.concat([pairs["origin"], pairs["destination"]])
        one_spelling(pd.Index(codes), row_of(codes.index, "a code"))
        at, names = pd.factorize(codes)
        nowhere = at[:n] == at[n:]
        if nowhere.any():
            row = pairs.index[int(nowhere.argmax())]
            raise AccessError(f"row {row!r}: a way from a place to itself. Leave the pair out.")
        ends_of = (pairs[["x", "y"]], pairs[["x_to", "y_to"]].set_axis(["x", "y"], axis=1))
        points = metric_points(pd.concat(ends_of).set_axis(pd.Index(codes))) / 1000
        by_place = pd.DataFrame(points).groupby(at)
        apart = (by_place.max() - by_place.min()).max(axis=1).to_numpy() > _ONE_POINT
        if apart.any():
            raise AccessError(
                f"{listed(pd.Index(names[apart]))}: at two points. Give a place one, or two codes."
            )
        low, high = np.minimum(at[:n], at[n:]), np.maximum(at[:n], at[n:])
        way, ways = pd.factorize(low * len(names) + high)
        rows = np.repeat(np.arange(len(ways)), 2)
        columns = np.stack(np.divmod(ways, len(names)), axis=1).ravel()
        ends = csr_array((np.ones(len(rows)), (rows, columns)), shape=(len(ways), len(names)))
        return cls(way.astype(np.int64), ends, by_place.mean().to_numpy())

    def means(self, errors: Floats) -> Floats:
        """Mean of the errors of the pairs of each way.

        Raises
        ------
        AccessError
            If there is not one finite error a pair.
        """
        weights = errors_of(errors, len(self.of), "errors", "pair")
        counts = np.bincount(self.of)
        return np.asarray(np.bincount(self.of, weights=weights) / counts)


def errors_of(errors: Floats, n: int, what: str, of: str) -> Floats:
    """Take one finite error a pair or a way, or say what is none.

    Raises
    ------
    AccessError
        Naming the position of the first that is missing or infinite.
    """
    array = array_of(errors, what)
    if array.shape != (n,):
        raise AccessError(f"{what}: {array.shape} for {n} {of}(s). Give one number a {of}.")
    wrong = ~np.isfinite(array)
    if wrong.any():
        at = int(wrong.argmax())
        raise AccessError(f"{what}: {array[at]} of {of} {at}. Give a finite number.")
    return np.asarray(array, dtype=float)


def mask_of(chosen: Mask, n: int, what: str) -> Mask:
    """Take one truth value a pair, or say what is none: positions would choose other pairs.

    Raises
    ------
    AccessError
        If they are of another type, or not one a pair.
    """
    array = np.asarray(chosen)
    if array.dtype != bool or array.shape != (n,):
        raise AccessError(
            f"{what}: {array.dtype} of shape {array.shape}. Give one truth value for each of the "
            f"{n} pairs."
        )
    return array
