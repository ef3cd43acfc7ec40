"""The ground between towns."""

from __future__ import annotations

import numpy as np
import pandas as pd
import pytest
from tests.fixtures.travel_model import make_towns, small_model

from bassin.errors import AccessError
from bassin.models import travel
from bassin.models.travel import Terrain


@pytest.mark.parametrize(
    ("change", "message"),
    [
        ({"relief_m": [1.0, np.nan, 1.0]}, "relief_m of 'b' is nan"),
        ({"density": [1.0, 1.0, -3.0]}, "density of 'c' is -3.0: .* zero or more"),
        ({"altitude_m": ["1", "2", "3"]}, "altitude_m of 'a' is 1: give"),
        ({"x": [0.0, np.inf, 0.0]}, "'b': no coordinates"),
        ({"x": [0.0, 1e15, 0.0]}, "'b': x 1e.15, y .* are no place on Earth"),
        ({"x": [1e3, 4e7, 1e3], "y": [1e3, 1e3, 4e7]}, "cells of 1000 m: at most.*far away"),
    ],
)
def test_a_terrain_of_unknown_ground_is_refused(change, message):
    """A missing relief would spread to all cells around; a town below the sea is one."""
    towns, _ = small_model()
    assert len(Terrain.of(towns.assign(altitude_m=-4.0)).relief)
    with pytest.raises(AccessError, match=message):
        Terrain.of(towns.assign(**change))
    with pytest.raises(AccessError, match="no town"):
        Terrain.of(towns.iloc[:0])
    for cell in (0, -1, np.nan):
        with pytest.raises(AccessError, match="the side of a cell"):
            Terrain.of(towns, cell)
    for cell in (1e-9, 1e300):
        with pytest.raises(AccessError, match=r"cells of .* m: at most"):
            Terrain.of(towns, cell)


def test_a_point_without_coordinates_is_on_no_ground():
    """It would be read at the edge of the terrain."""
    _, model = small_model()
    with pytest.raises(AccessError, match="a point without coordinates"):
        model.terrain.at(model.slowness, np.array([np.nan]), np.array([0.0]))
    pairs = pd.DataFrame({"x": [1e3], "y": [1e3], "x_to": [1e3], "y_to": [1e3]}, ["p"])
    with pytest.raises(AccessError, match="row 'p': both ends are one point"):
        travel.features(pairs, model.terrain)
    with pytest.raises(AccessError, match="pairs: no column 'y_to'"):
        travel.features(pairs.drop(columns="y_to"), model.terrain)
    with pytest.raises(AccessError, match="'p': no coordinates"):
        travel.features(pairs.assign(x_to=np.nan), model.terrain)


def test_a_point_far_from_the_terrain_is_read_at_the_edge_on_its_side():
    """A position that no whole number of 32 bits holds does not come out on the other side."""
    terrain = Terrain.of(make_towns([(0, 0), (9, 0)]))
    columns = np.arange(terrain.relief.size).reshape(terrain.relief.shape)
    x = np.array([-1e20, -1e13, 1e13, 1e20])
    np.testing.assert_array_equal(terrain.at(columns, x, np.zeros(4)), [0, 0, 9, 9])
