"""Tests of a gap between two zones that respect space, and clusters of like communes.

Neighbouring communes are alike. A test that shuffles them freely compares the map with maps that
have no pattern at all, and finds almost any cut remarkable. Three ways to make the maps to compare
with are offered here:

naive
    the labels of the zones are shuffled over the communes; kept for comparison only;
rotation
    the pattern of the labels is turned about the centre, the values staying where they are. The
    communes do not form a lattice that could be shifted on a torus, but turning about the centre is
    an operation of the plane that leaves the shape of the two zones as it is; where the turned
    pattern does not cover a commune, the commune takes the label of the nearest point of it
    :cite:`fortin2005spatial`. The turns are a group that holds the observed position, so the
    share of them with a gap as wide is a valid p-value if no direction is special
    :cite:`besag1989generalized`;
Moran
    the values are replaced by others with the same mean, the same variance and as much likeness
    between neighbours, by Moran spectral randomisation :cite:`wagner2015msr`.
"""

from __future__ import annotations

import warnings
from collections.abc import Sequence
from itertools import pairwise
from typing import TYPE_CHECKING

import geopandas as gpd
import numpy as np
import pandas as pd
from scipy.linalg import helmert
from scipy.spatial import KDTree

from bassin.choices import chosen
from bassin.places.lines import Bools, Floats

if TYPE_CHECKING:  # else where they are used: esda and libpysal are long to import
    from libpysal.weights import W

#: The local clusters, by quadrant of Moran's scatterplot as esda numbers them.
QUADRANTS = {
    1: "cluster_high_in_high",
    2: "cluster_low_in_high",
    3: "cluster_low_in_low",
    4: "cluster_high_in_low",
}
NO_CLUSTER = "cluster_none"

#: Level of the tests.
LEVEL = 0.05

#: How spectral randomisation draws new coefficients.
PROCEDURES = ("pair", "singleton")

#: Part of the greatest under which eigenvalues, or lengths, are equal but for rounding: far over
#: the rounding of a few hundred places, far under what parts the eigenvalues of a real map.
SAME = 1e-9


# -- p-values -------------------------------------------------------------------------------------


def p_value(observed: float, drawn: Floats) -> float:
    """Two-sided p-value of a gap among those of drawn maps, the observed map counted as one.

    Parameters
    ----------
    observed : float
    drawn : array, shape (draws,)
        NaN are left out.

    Returns
    -------
    float
        (1 + number at least as wide) / (1 + number of draws); NaN without an observed gap or a
        draw. Gaps equal but for rounding count as equal.
    """
    known = drawn[~np.isnan(drawn)]
    if np.isnan(observed) or not len(known):
        return float("nan")
    wide = np.abs(known) >= abs(observed) * (1 - 1e-9)
    return float((1 + wide.sum()) / (1 + len(known)))


def group_p_value(gaps: Floats) -> float:
    """Share of a whole group of positions, the first being the observed one, with a gap as wide.

    Parameters
    ----------
    gaps : array, shape (positions,)
        NaN, where a side is empty, are left out.
    """
    if np.isnan(gaps[0]):
        return float("nan")
    return p_value(float(gaps[0]), gaps[1:])


def holm(p: pd.Series) -> pd.Series:
    """Adjust p-values for their number, by the step-down rule of Holm :cite:`holm1979`.

    Parameters
    ----------
    p : Series of float
        NaN, tests that were not made, do not count and stay NaN.
    """
    known = p.dropna().sort_values(kind="stable")
    factors = np.arange(len(known), 0, -1)
    adjusted = np.minimum(np.maximum.accumulate(known.to_numpy(float) * factors), 1.0)
    return pd.Series(adjusted, index=known.index).reindex(p.index).rename("p_holm")


# -- Maps to compare with -------------------------------------------------------------------------


def shuffled_labels(in_hills: Bools, draws: int, rng: np.random.Generator) -> Bools:
    """Labels in random order, as many hills as there are.

    Returns
    -------
    array of bool, shape (draws, communes)
    """
    shuffled: Bools = rng.permuted(np.tile(in_hills, (draws, 1)), axis=1)
    return shuffled


def turned_labels(xy: Floats, in_hills: Bools, turns: Floats) -> Bools:
    """The pattern of the labels turned about the origin.

    Parameters
    ----------
    xy : array, shape (communes, 2)
        Middle of each commune, from the centre: eastward, northward.
    in_hills : array of bool, shape (communes,)
    turns : array of float
        Angles, in degrees clockwise.

    Returns
    -------
    array of bool, shape (turns, communes)
        Each commune has the label of the commune nearest to where it was before the turn.
    """
    tree = KDTree(xy)
    angles = np.deg2rad(turns)
    # Turned back, hence counterclockwise.
    x = np.outer(np.cos(angles), xy[:, 0]) - np.outer(np.sin(angles), xy[:, 1])
    y = np.outer(np.sin(angles), xy[:, 0]) + np.outer(np.cos(angles), xy[:, 1])
    _, nearest = tree.query(np.stack([x, y], axis=-1))
    turned: Bools = in_hills[nearest]
    return turned


def moran_eigenvectors(adjacency: Floats) -> tuple[Floats, Floats]:
    """Patterns of every degree of likeness between neighbours, from a matrix of neighbours.

    Parameters
    ----------
    adjacency : array, shape (n, n)
        Symmetric; zero on the diagonal.

    Returns
    -------
    vectors : array, shape (n, n - 1)
        Orthonormal, each of sum zero, from the smoothest to the roughest; signs, and the basis of
        equal values, as in :func:`canonical`.
    values : array, shape (n - 1,)
        Decreasing; a vector's Moran's I is its value times n over the sum of the adjacency.
    """
    # In a basis of what sums to zero, so that no eigenvector mixes with the constant.
    basis = helmert(len(adjacency)).T
    values, vectors = np.linalg.eigh(basis.T @ adjacency @ basis)
    return canonical(basis @ vectors[:, ::-1], values[::-1])


def canonical(vectors: Floats, values: Floats) -> tuple[Floats, Floats]:
    """The same eigenspaces in a basis of their own, whatever the processor that found them.

    An eigenvector has no sign, and equal eigenvalues have no eigenvectors but only the space they
    span: which basis a library returns depends on its kernels, and so do draws made in that basis.
    Each space is told by its projector alone. It is spanned by projections of the unit vectors of
    the places: first the longest one, then the one that is longest at right angles to those before;
    of equally long ones, the first place's. Each vector is positive at its own place.

    Parameters
    ----------
    vectors : array, shape (n, k)
        Orthonormal.
    values : array, shape (k,)
        Decreasing.

    Returns
    -------
    vectors : array, shape (n, k)
    values : array, shape (k,)
        Values that differ by less than :data:`SAME` of the greatest are one: their mean.

    Examples
    --------
    >>> turn = np.array([[0.6, -0.8], [0.8, 0.6]])
    >>> canonical(turn, np.array([1.0, 1.0]))[0] + 0.0
    array([[1., 0.],
           [0., 1.]])
    """
    greatest = float(np.abs(values).max(initial=0.0))
    parted = np.flatnonzero(-np.diff(values) > SAME * greatest) + 1
    found, levels = np.empty_like(vectors), np.empty_like(values)
    for start, end in pairwise([0, *parted, len(values)]):
        found[:, start:end] = _spanned(vectors[:, start:end])
        levels[start:end] = values[start:end].mean()
    return found, levels


def _spanned(space: Floats) -> Floats:
    """The canonical basis of the space some orthonormal vectors span."""
    left, basis = space @ space.T, np.empty_like(space)
    for rank in range(space.shape[1]):
        lengths = np.sqrt(np.maximum(np.diag(left), 0))  # of the columns of a projector
        place = int(np.argmax(lengths >= lengths.max() * (1 - SAME)))
        basis[:, rank] = left[:, place] / lengths[place]
        left -= np.outer(basis[:, rank], basis[:, rank])
    return basis


def moran_surrogates(
    values: Floats,
    adjacency: Floats,
    draws: int,
    rng: np.random.Generator,
    procedure: str = "pair",
) -> Floats:
    """Other values with the same mean and variance, and as much likeness between neighbours.

    The values are written in Moran's eigenvectors, and the coefficients drawn anew
    :cite:`wagner2015msr`. ``singleton`` flips their signs: Moran's I is kept exactly, but a map
    that is nearly one smooth slope is hardly changed. ``pair`` turns each two that follow each
    other by a random angle: Moran's I is kept as nearly as the two are alike. If their number is
    odd, the one whose eigenvalue is nearest zero is flipped alone.

    Parameters
    ----------
    values : array, shape (n,)
        No NaN.
    adjacency : array, shape (n, n)
        As in :func:`moran_eigenvectors`.
    draws : int
    rng : Generator
    procedure : {"pair", "singleton"}

    Returns
    -------
    array, shape (draws, n)

    Raises
    ------
    ValueError
        If the procedure is unknown.
    """
    chosen("procedure", procedure, PROCEDURES)
    vectors, eigenvalues = moran_eigenvectors(adjacency)
    mean = values.mean()
    coefficients = vectors.T @ (values - mean)
    new: Floats = coefficients * rng.choice([-1.0, 1.0], size=(draws, len(coefficients)))
    if procedure == "pair":
        order = np.arange(len(coefficients))
        if len(order) % 2:
            sizes = np.abs(eigenvalues)
            # Of equally small ones, the first.
            order = np.delete(order, np.argmax(sizes <= sizes.min() + SAME * sizes.max()))
        first, second = order[::2], order[1::2]
        length = np.hypot(coefficients[first], coefficients[second])
        angle = rng.uniform(0, 2 * np.pi, size=(draws, len(first)))
        new[:, first], new[:, second] = length * np.cos(angle), length * np.sin(angle)
    surrogates: Floats = mean + new @ vectors.T
    return surrogates


# -- Neighbours and likeness ----------------------------------------------------------------------


def touching(outlines: gpd.GeoDataFrame) -> pd.DataFrame:
    """Which communes share a border or a corner (queen contiguity, libpysal).

    Parameters
    ----------
    outlines : GeoDataFrame
        Indexed by ``code``.

    Returns
    -------
    DataFrame of bool
        Symmetric, codes on both axes, false on the diagonal.
    """
    from libpysal.weights import Queen

    weights = Queen.from_dataframe(outlines, use_index=True, silence_warnings=True)
    matrix, codes = weights.full()
    return pd.DataFrame(matrix > 0, index=codes, columns=codes).loc[outlines.index, outlines.index]


def _weights(values: pd.Series, neighbours: pd.DataFrame) -> tuple[pd.Series, W] | None:
    """Values known and with a known neighbour, and the weights between these places."""
    from libpysal.weights import W

    known = values.index[values.notna()]
    inside = neighbours.loc[known, known]
    linked = known[inside.any().to_numpy()]
    # Fewer than four places, or no variation, leave nothing to measure.
    if len(linked) < 4 or np.isclose(values[linked].std(), 0):
        return None
    listed = {code: list(linked[inside.loc[code, linked].to_numpy()]) for code in linked}
    return values[linked].astype(float), W(listed, id_order=list(linked), silence_warnings=True)


def global_moran(values: pd.Series, neighbours: pd.DataFrame) -> pd.Series:
    """Moran's I of a map, with rows of weights that sum to one :cite:`moran1950`.

    Parameters
    ----------
    values : Series of float
        Indexed by ``code``. Places without a value, or without a neighbour that has one, are left
        out.
    neighbours : DataFrame of bool
        As :func:`touching`.

    Returns
    -------
    Series
        ``i``, ``expected`` (where there is no likeness), ``p`` (two-sided, from the moments under
        randomisation; no draw), ``communes``. NaN where nothing can be measured.
    """
    import esda

    found = _weights(values, neighbours)
    if found is None:
        return pd.Series({"i": np.nan, "expected": np.nan, "p": np.nan, "communes": 0})
    known, weights = found
    moran = esda.Moran(known.to_numpy(), weights, transformation="r", permutations=0)
    return pd.Series(
        {"i": moran.I, "expected": moran.EI, "p": float(moran.p_rand), "communes": len(known)}
    )


def local_clusters(
    values: pd.Series, neighbours: pd.DataFrame, seed: int, draws: int = 9999
) -> pd.DataFrame:
    """Clusters of like communes, and communes unlike their neighbours :cite:`anselin1995lisa`.

    Parameters
    ----------
    values, neighbours
        As in :func:`global_moran`.
    seed : int
    draws : int
        Permutations of the others around each commune.

    Returns
    -------
    DataFrame
        On the index of ``values``: ``cluster``, one of :data:`QUADRANTS`, or :data:`NO_CLUSTER`
        where the local index does not pass at :data:`LEVEL`, or NaN where it cannot be computed;
        ``p`` (two-sided); ``controlled`` (bool: whether it passes with the false discovery rate
        over all communes kept under the level).
    """
    import esda

    table = pd.DataFrame(
        {"cluster": np.nan, "p": np.nan, "controlled": False}, index=values.index
    ).astype({"cluster": object})
    found = _weights(values, neighbours)
    if found is None:
        return table
    known, weights = found
    with warnings.catch_warnings():
        # esda's p-values are of one side, that of the sign found; it announces that they will not
        # always be.
        warnings.filterwarnings("ignore", message="The alternative hypothesis for conditional")
        local = esda.Moran_Local(known.to_numpy(), weights, permutations=draws, seed=seed, n_jobs=1)
    p = np.minimum(2 * local.p_sim, 1)
    table.loc[known.index, "p"] = p
    table.loc[known.index, "controlled"] = p <= esda.fdr(p, LEVEL)
    table.loc[known.index, "cluster"] = [
        QUADRANTS[int(quadrant)] if small else NO_CLUSTER
        for quadrant, small in zip(local.q, p <= LEVEL, strict=True)
    ]
    return table


def adjacency_of(neighbours: pd.DataFrame, codes: Sequence[str] | pd.Index) -> Floats:
    """Matrix of neighbours among some communes, as numbers."""
    matrix: Floats = neighbours.loc[list(codes), list(codes)].to_numpy(dtype=float)
    return matrix
