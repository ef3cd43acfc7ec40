"""A line turned all round: curves and directions known by hand."""

from __future__ import annotations

import geopandas as gpd
import numpy as np
import pandas as pd
import pytest

from bassin.topics.contrast import sensitivity


@pytest.fixture
def ring() -> gpd.GeoSeries:
    """A centre and 36 places around it, one each ten degrees; none is ever on the line."""
    bearings = np.deg2rad(np.arange(5.5, 365, 10))
    x, y = np.append(0, 1000 * np.sin(bearings)), np.append(0, 1000 * np.cos(bearings))
    codes = ["c", *(f"{i:02d}" for i in range(36))]
    return gpd.GeoSeries.from_xy(x, y, index=pd.Index(codes, name="code"))


def planted(ring: gpd.GeoSeries, bearing: float, noise: float = 0.0) -> pd.Series:
    """High on the side that faces a direction, low on the other; the centre very high."""
    turn = np.deg2rad(bearing)
    values = np.where(ring.x * np.sin(turn) + ring.y * np.cos(turn) > 0, 1.0, 0.0)
    values += noise * np.random.default_rng(1).normal(size=len(ring))
    values[0] = 1000
    return pd.Series(values, ring.index)


def test_curve_changes_sign_when_it_faces_the_other_way(ring: gpd.GeoSeries):
    """d(angle + 180) = -d(angle), as the centre is on neither side."""
    values = pd.Series(np.random.default_rng(2).normal(size=37), ring.index)
    weights = pd.Series(np.arange(1.0, 38), ring.index)
    curve = sensitivity.turning(values, weights, ring, "c")
    assert np.allclose(curve.to_numpy(), -np.roll(curve.to_numpy(), 180))


def test_curve_peaks_where_the_contrast_was_planted(ring: gpd.GeoSeries):
    """All high on one side and all low on the other: two standard deviations of one half each."""
    weights = pd.Series(1.0, ring.index)
    curve = sensitivity.turning(planted(ring, 310), weights, ring, "c")
    assert curve.max() == pytest.approx(1 / 0.5)
    assert sensitivity.widest(curve) == pytest.approx(310.5)  # the middle of 306 to 315
    assert curve[310] == -curve[130]


def test_places_without_a_value_are_left_out(ring: gpd.GeoSeries):
    """A side without any value has no mean."""
    values = pd.Series(np.arange(37.0), ring.index).where(ring.x > 0)
    curve = sensitivity.turning(values, pd.Series(1.0, ring.index), ring, "c")
    assert np.isnan(curve[90])
    assert np.isfinite(curve[0])


@pytest.mark.parametrize("bearing", [310, 355, 100])
def test_interval_covers_the_planted_direction(ring: gpd.GeoSeries, bearing: float):
    """Across north too, and it is narrower than a quarter turn where the contrast is strong."""
    found = sensitivity.greatest_contrast(
        planted(ring, bearing, 0.2),
        pd.Series(1.0, ring.index),
        ring,
        "c",
        299,
        np.random.default_rng(0),
    )
    assert sensitivity.within(bearing, found["low"], found["high"])
    assert found["width"] < 90
    assert found["concentration"] > 0.9


def test_the_side_that_has_less_is_opposite(ring: gpd.GeoSeries):
    """With the sign changed, the direction turns by half."""
    weights, draws = pd.Series(1.0, ring.index), 99
    found = [
        sensitivity.greatest_contrast(
            planted(ring, 310), weights, ring, "c", draws, np.random.default_rng(0), sign
        )["angle"]
        for sign in (1.0, -1.0)
    ]
    assert found == pytest.approx([310.5, 130.5])


def test_no_pattern_gives_a_wide_interval(ring: gpd.GeoSeries):
    """Noise points nowhere: the directions drawn spread over more than a quarter turn."""
    values = pd.Series(np.random.default_rng(5).normal(size=37), ring.index)
    found = sensitivity.greatest_contrast(
        values, pd.Series(1.0, ring.index), ring, "c", 299, np.random.default_rng(0)
    )
    assert found["width"] > 90


def test_nothing_that_varies_has_no_direction(ring: gpd.GeoSeries):
    """A flat map gives NaN, not north."""
    flat = pd.Series(1.0, ring.index)
    found = sensitivity.greatest_contrast(flat, flat, ring, "c", 9, np.random.default_rng(0))
    assert found.isna().all()


def test_mean_direction_goes_across_north():
    """350 and 10 average to north, not to south."""
    assert np.isclose((sensitivity.mean_direction([350, 10]) + 180) % 360, 180)
    assert sensitivity.mean_direction([80, 100]) == pytest.approx(90)


def test_signed_angles():
    """The short way round, clockwise counted positive."""
    assert sensitivity.away([350, 10, 180], 0).tolist() == [-10, 10, -180]
