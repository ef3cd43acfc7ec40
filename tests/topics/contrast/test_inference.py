"""Tests that respect space: on lattices where the answer is known."""

from __future__ import annotations

import geopandas as gpd
import numpy as np
import pandas as pd
import pytest
from shapely.geometry import box

from bassin.topics.contrast import inference
from bassin.topics.contrast.gaps import differences

SIDE = 8


@pytest.fixture(scope="module")
def lattice() -> gpd.GeoDataFrame:
    """Squares of a kilometre, eight by eight, from west to east then north."""
    cells = [(i % SIDE, i // SIDE) for i in range(SIDE * SIDE)]
    shapes = [box(1000 * x, 1000 * y, 1000 * (x + 1), 1000 * (y + 1)) for x, y in cells]
    codes = [f"{i:05d}" for i in range(len(cells))]
    return gpd.GeoDataFrame(index=pd.Index(codes, name="code"), geometry=shapes, crs=2154)


@pytest.fixture(scope="module")
def neighbours(lattice: gpd.GeoDataFrame) -> pd.DataFrame:
    return inference.touching(lattice)


@pytest.fixture
def rng() -> np.random.Generator:
    return np.random.default_rng(0)


def moran_i(values: np.ndarray, adjacency: np.ndarray) -> np.ndarray:
    """Moran's I of each row, from its definition."""
    z = values - values.mean(axis=-1, keepdims=True)
    cross = np.einsum("...i,ij,...j->...", z, adjacency, z)
    return values.shape[-1] / adjacency.sum() * cross / (z**2).sum(axis=-1)


# Neighbours


def test_corners_touch(neighbours: pd.DataFrame):
    """A corner has 3 neighbours, an edge 5, the inside 8; none is its own."""
    counts = neighbours.sum(axis=1)
    assert sorted(counts.unique()) == [3, 5, 8]
    assert (counts == 8).sum() == (SIDE - 2) ** 2
    assert not np.diag(neighbours).any()
    assert neighbours.equals(neighbours.T)


# p-values


def test_p_value_by_hand():
    """Of four draws, -3 and 2 are as wide as 2: three maps of five with the observed one."""
    assert inference.p_value(2.0, np.array([1.0, -3.0, 0.0, 2.0])) == 3 / 5
    assert inference.p_value(2.0, np.array([1.0, np.nan])) == 1 / 2
    assert np.isnan(inference.p_value(np.nan, np.array([1.0])))
    assert np.isnan(inference.p_value(1.0, np.array([np.nan])))


def test_group_p_value_counts_the_observed_position():
    """The first of four positions is matched by one other."""
    assert inference.group_p_value(np.array([2.0, -2.0, 1.0, 0.0])) == 2 / 4
    assert np.isnan(inference.group_p_value(np.array([np.nan, 1.0])))


def test_holm_by_hand():
    """0.01 x 3, then 0.03 x 2, then 0.04 x 1 held up to the one before; NaN does not count."""
    p = pd.Series({"a": 0.04, "b": 0.01, "c": np.nan, "d": 0.03})
    adjusted = inference.holm(p)
    assert adjusted.drop("c").to_dict() == pytest.approx({"a": 0.06, "b": 0.03, "d": 0.06})
    assert np.isnan(adjusted["c"])
    assert inference.holm(pd.Series([0.9, 0.8])).max() == 1


# Labels


def test_shuffled_labels_keep_their_number(rng: np.random.Generator):
    """As many hills in each draw, not always in the same place."""
    labels = np.array([True, True, False, False, False])
    drawn = inference.shuffled_labels(labels, 50, rng)
    assert (drawn.sum(axis=1) == 2).all()
    assert drawn.any(axis=0).all()


def test_a_quarter_turn_of_a_cross():
    """Turned clockwise by 90 degrees, what was north is east."""
    xy = np.array([[0.0, 1.0], [1.0, 0.0], [0.0, -1.0], [-1.0, 0.0]])
    north = np.array([True, False, False, False])
    turned = inference.turned_labels(xy, north, np.array([0.0, 90.0, 180.0, 360.0]))
    assert turned.astype(int).tolist() == [
        *([1, 0, 0, 0], [0, 1, 0, 0], [0, 0, 1, 0], [1, 0, 0, 0])
    ]


def test_a_turn_keeps_the_pattern(lattice: gpd.GeoDataFrame):
    """Half the lattice turned by 90 degrees is the other pair of halves."""
    middle = lattice.geometry.centroid
    xy = np.column_stack([middle.x - 4000, middle.y - 4000])
    north, east = xy[:, 1] > 0, xy[:, 0] > 0
    turned = inference.turned_labels(xy, north, np.array([90.0, 180.0]))
    assert (turned[0] == east).all()
    assert (turned[1] == ~north).all()


# Spectral randomisation


def test_eigenvectors_are_an_orthonormal_basis_without_the_constant(neighbours: pd.DataFrame):
    """Unit vectors at right angles, of sum zero, the smoothest first."""
    adjacency = neighbours.to_numpy(float)
    vectors, values = inference.moran_eigenvectors(adjacency)
    assert vectors.shape == (64, 63)
    assert np.allclose(vectors.T @ vectors, np.eye(63))
    assert np.allclose(vectors.sum(axis=0), 0)
    assert (np.diff(values) <= 1e-12).all()
    expected = values * 64 / adjacency.sum()
    assert np.allclose(moran_i(vectors.T, adjacency), expected)


def shaken(vectors: np.ndarray, values: np.ndarray, seed: int) -> tuple[np.ndarray, np.ndarray]:
    """Another processor's answer: other signs, another basis of equal values, other last digits."""
    rng = np.random.default_rng(seed)
    found = vectors.copy()
    for level in np.unique(values.round(9)):
        space = np.flatnonzero(values.round(9) == level)
        turn, _ = np.linalg.qr(rng.normal(size=(len(space), len(space))))
        found[:, space] = found[:, space] @ turn
    noise = 1e-14 * rng.normal(size=len(values))
    return found, np.sort(values + noise)[::-1]


def test_a_lattice_has_equal_eigenvalues(neighbours: pd.DataFrame):
    """Its symmetry sees to it: there, a library may return any basis."""
    _, values = inference.moran_eigenvectors(neighbours.to_numpy(float))
    assert len(np.unique(values)) < len(values) - 10


@pytest.mark.parametrize("seed", range(4))
def test_the_basis_does_not_depend_on_the_processor(neighbours: pd.DataFrame, seed: int):
    """Whatever basis comes in, the same one comes out, and spans the same spaces."""
    adjacency = neighbours.to_numpy(float)
    vectors, values = inference.moran_eigenvectors(adjacency)
    again, levels = inference.canonical(*shaken(vectors, values, seed))
    assert np.allclose(again, vectors, atol=1e-9)
    assert np.allclose(levels, values, atol=1e-12)
    centred = np.eye(64) - 1 / 64
    assert np.allclose(centred @ adjacency @ again, again * levels)


def test_a_basis_by_hand():
    """Of a plane, the place it holds most of comes first; of a line, its greatest part is positive.

    The plane of sum zero in three places: their projections are equally long, so the first place's,
    then the second's at right angles to it.
    """
    plane = np.linalg.svd(np.ones((1, 3)))[2][1:].T
    found, values = inference.canonical(plane, np.array([1.0, 1.0 - 1e-13]))
    assert np.allclose(found[:, 0], np.array([2, -1, -1]) / np.sqrt(6))
    assert np.allclose(found[:, 1], np.array([0, 1, -1]) / np.sqrt(2))
    assert values[0] == values[1]
    line, _ = inference.canonical(np.array([[0.6], [-0.8]]), np.array([1.0]))
    assert line.ravel().tolist() == pytest.approx([-0.6, 0.8])


def test_values_that_are_not_equal_keep_their_own_vectors():
    """A gap over the rounding parts two spaces."""
    found, values = inference.canonical(
        np.array([[0.6, -0.8], [0.8, 0.6]]), np.array([1.0, 1.0 - 1e-6])
    )
    assert np.allclose(found, [[0.6, 0.8], [0.8, -0.6]])
    assert values.tolist() == [1.0, 1.0 - 1e-6]


@pytest.mark.parametrize("procedure", inference.PROCEDURES)
def test_draws_do_not_depend_on_the_processor(
    neighbours: pd.DataFrame, monkeypatch: pytest.MonkeyPatch, procedure: str
):
    """The same maps are drawn from any basis that a library may return."""
    adjacency, values = neighbours.to_numpy(float), np.arange(64.0) % 7
    drawn = []
    plain = np.linalg.eigh
    for seed in range(3):

        def other(matrix: np.ndarray, seed: int = seed) -> tuple[np.ndarray, np.ndarray]:
            levels, vectors = plain(matrix)
            vectors, levels = shaken(vectors[:, ::-1], levels[::-1], seed)
            return levels[::-1], vectors[:, ::-1]

        monkeypatch.setattr(np.linalg, "eigh", other)
        rng = np.random.default_rng(7)
        drawn.append(inference.moran_surrogates(values, adjacency, 9, rng, procedure))
    assert np.allclose(drawn[0], drawn[1], atol=1e-8)
    assert np.allclose(drawn[0], drawn[2], atol=1e-8)


@pytest.mark.parametrize("procedure", inference.PROCEDURES)
def test_surrogates_keep_mean_and_variance(
    neighbours: pd.DataFrame, rng: np.random.Generator, procedure: str
):
    """To rounding, in every draw, and the draws differ."""
    adjacency = neighbours.to_numpy(float)
    values = rng.normal(size=64).cumsum()
    drawn = inference.moran_surrogates(values, adjacency, 99, rng, procedure)
    assert np.allclose(drawn.mean(axis=1), values.mean())
    assert np.allclose(drawn.var(axis=1), values.var())
    assert len(np.unique(drawn.round(6), axis=0)) == 99


def test_singleton_keeps_moran_exactly(neighbours: pd.DataFrame, rng: np.random.Generator):
    """Flipping signs leaves each eigenvector its share of the variance."""
    adjacency = neighbours.to_numpy(float)
    values = rng.normal(size=64).cumsum()
    drawn = inference.moran_surrogates(values, adjacency, 99, rng, "singleton")
    assert np.allclose(moran_i(drawn, adjacency), moran_i(values, adjacency))


def test_pair_keeps_moran_nearly(neighbours: pd.DataFrame, rng: np.random.Generator):
    """Within 0.1 of the observed index in the mean, where shuffled values fall to nearly none."""
    adjacency = neighbours.to_numpy(float)
    slope = np.arange(64) // SIDE + rng.normal(scale=0.5, size=64)
    drawn = inference.moran_surrogates(slope, adjacency, 499, rng, "pair")
    observed = float(moran_i(slope, adjacency))
    kept = moran_i(drawn, adjacency)
    shuffled = moran_i(rng.permuted(np.tile(slope, (499, 1)), axis=1), adjacency)
    assert observed > 0.6
    assert abs(kept.mean() - observed) < 0.1
    assert kept.min() > shuffled.max()


def test_an_unknown_procedure_is_refused(neighbours: pd.DataFrame, rng: np.random.Generator):
    """The message says which there are."""
    with pytest.raises(ValueError, match="There are singleton, pair"):
        inference.moran_surrogates(np.arange(64.0), neighbours.to_numpy(float), 1, rng, "triplet")


# The tests as a whole


def p_values(
    values: np.ndarray, adjacency: np.ndarray, hills: np.ndarray, rng: np.random.Generator
) -> tuple[float, float]:
    """Naive and Moran p-values of a gap."""
    weights = np.ones(len(values))
    gap = float(differences(values, weights, hills))
    shuffled = inference.shuffled_labels(hills, 199, rng)
    surrogates = inference.moran_surrogates(values, adjacency, 199, rng)
    return (
        inference.p_value(gap, differences(values, weights, shuffled)),
        inference.p_value(gap, differences(surrogates, weights, hills)),
    )


def test_a_planted_contrast_is_found(neighbours: pd.DataFrame, rng: np.random.Generator):
    """A step between two interlocked halves, on noise, is found by both tests."""
    adjacency = neighbours.to_numpy(float)
    hills = (np.arange(64) // SIDE + np.arange(64) % SIDE // 2) % 4 < 2
    values = 3.0 * hills + rng.normal(size=64)
    assert max(p_values(values, adjacency, hills, rng)) < 0.02


def test_without_contrast_p_is_as_likely_anywhere(
    neighbours: pd.DataFrame, rng: np.random.Generator
):
    """On values without pattern, one map in ten has p under 0.1, and half of them under 0.5."""
    adjacency, hills = neighbours.to_numpy(float), np.arange(64) < 32
    found = np.array([p_values(rng.normal(size=64), adjacency, hills, rng) for _ in range(150)])
    for p in found.T:
        assert 0.04 <= (p <= 0.1).mean() <= 0.17
        assert 0.40 <= (p <= 0.5).mean() <= 0.60


def waves() -> np.ndarray:
    """The twelve longest waves of the lattice but the flat one: cosines, a row each."""
    at = (np.arange(SIDE) + 0.5) / SIDE
    bands = sorted(((i, j) for i in range(SIDE) for j in range(SIDE)), key=lambda b: (sum(b), b))
    one = [np.cos(np.pi * band * at) for band in range(SIDE)]
    return np.array([np.outer(one[i], one[j]).ravel() for i, j in bands[1:13]])


def test_on_smooth_maps_only_the_naive_test_cries_wolf(
    neighbours: pd.DataFrame, rng: np.random.Generator
):
    """Of smooth maps that know nothing of the halves, it calls many remarkable; the other few."""
    adjacency, hills = neighbours.to_numpy(float), np.arange(64) < 32
    smooth = rng.normal(size=(60, 12)) @ waves()
    naive, moran = np.array([p_values(values, adjacency, hills, rng) for values in smooth]).T
    assert (naive <= 0.05).mean() > 0.3
    assert (moran <= 0.05).mean() < 0.15


# Likeness of neighbours


def test_moran_of_a_slope_and_of_a_chessboard(lattice, neighbours: pd.DataFrame):
    """Near one on a slope, below zero on a chessboard; -1 / 63 is expected of neither."""
    slope = pd.Series(np.arange(64) // SIDE, lattice.index, dtype=float)
    board = pd.Series((np.arange(64) // SIDE + np.arange(64)) % 2, lattice.index, dtype=float)
    one, other = (inference.global_moran(v, neighbours) for v in (slope, board))
    assert one["i"] > 0.8
    assert one["p"] < 1e-6
    assert other["i"] < 0
    assert one["expected"] == pytest.approx(-1 / 63)


def test_islands_and_missing_values_are_left_out(lattice, neighbours: pd.DataFrame):
    """A place whose neighbours have no value has nothing to be like."""
    values = pd.Series(np.arange(64.0), lattice.index)
    values.iloc[[1, 8, 9]] = np.nan  # around the corner 0
    assert inference.global_moran(values, neighbours)["communes"] == 60
    local = inference.local_clusters(values, neighbours, seed=1, draws=99)
    assert local["cluster"].isna().sum() == 4
    alone = inference.global_moran(values.where(values < 1), neighbours)
    assert np.isnan(alone["i"])
    assert alone["communes"] == 0


def test_local_clusters_of_a_planted_corner(lattice, neighbours: pd.DataFrame):
    """A high corner in a flat map is a cluster; the same seed gives the same clusters."""
    x, y = np.arange(64) % SIDE, np.arange(64) // SIDE
    noise = np.random.default_rng(3).normal(scale=0.2, size=64)
    values = pd.Series(10.0 * ((x < 3) & (y < 3)) + noise, lattice.index)
    local = inference.local_clusters(values, neighbours, seed=1, draws=999)
    assert local["cluster"].iloc[[0, 9]].eq("cluster_high_in_high").all()
    assert local["controlled"].iloc[9]
    assert local["cluster"].iloc[63] == inference.NO_CLUSTER
    again = inference.local_clusters(values, neighbours, seed=1, draws=999)
    pd.testing.assert_frame_equal(local, again)


def test_a_constant_map_has_no_cluster(lattice, neighbours: pd.DataFrame):
    """Nothing varies, so nothing can be told."""
    flat = pd.Series(1.0, lattice.index)
    assert inference.local_clusters(flat, neighbours, seed=1)["cluster"].isna().all()
