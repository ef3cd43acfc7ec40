"""Who is like whom, by several ways; where a sentence is true: on tables and the toy France."""

from __future__ import annotations

import numpy as np
import pandas as pd
import pytest

from bassin.files.sources import Sources
from bassin.places.mosaic import mosaic
from bassin.study import Study
from bassin.topics.atlas.alike import apart, ranked
from bassin.topics.atlas.gathered import France
from bassin.topics.atlas.stated import STATES, stated

A = "200000018"


def test_distances_are_in_standard_deviations_and_the_same_both_ways():
    table = pd.DataFrame({"x": [0.0, 1.0, 2.0, 7.0], "y": [4.0, 2.0, 0.0, np.nan]})
    found = apart(table)
    assert np.allclose(found, found.T, equal_nan=True)
    scores = (table - table.mean()) / table.std(ddof=0)
    gap = (scores.loc[0] - scores.loc[1]) ** 2
    assert found[0, 1] == pytest.approx(np.sqrt(gap.mean()))
    # The last has one of two traits, under three in four.
    assert np.isnan(found[3]).all()


def test_the_nearest_come_first_and_of_two_as_far_the_first_code():
    distances = np.array([[np.nan, 1.0, 1.0], [1.0, np.nan, 3.0], [1.0, 3.0, np.nan]])
    table = ranked(distances, ["a", "b", "c"])
    assert table[table["epci"] == "a"]["near"].to_list() == ["b", "c"]
    assert table[table["epci"] == "b"][["near", "rank", "distance"]].to_numpy().tolist() == [
        ["a", 1, 1.0],
        ["c", 2, 3.0],
    ]


def test_the_map_says_what_the_portrait_says(toy: Sources):
    """A sentence of the portrait that compares with France has the same word."""
    key = "gp_2023"
    said = stated(toy, [key])
    assert set(said[key]) <= set(STATES)
    writer = Study(A, sources=toy).portrait.told("care")
    compared = [one for one in writer.sentences if one.phrase.key.startswith("portrait.gp.")]
    words = [word for one in compared for word in one.phrase.key.split(".")[-1].split("_")]
    assert said.at[A, key] in words


def test_neighbours_of_the_sheet_share_their_corners(toy: Sources):
    table = mosaic(toy)
    assert A in table.index
    corners = np.vstack([np.asarray(r.coords) for s in table.geometry for r in _rings(s)])
    assert (corners == np.rint(corners)).all()
    assert not any(
        one.intersection(other).area > 0
        for n, one in enumerate(table.geometry)
        for other in table.geometry.iloc[n + 1 :]
    )


def _rings(shape):
    return [part.exterior for part in shape.geoms]


def test_summaries_are_those_listed_beside_the_notebooks(toy: Sources, tmp_path):
    (tmp_path / "data").symlink_to(toy.root)
    (tmp_path / "notebooks").mkdir()
    (tmp_path / "notebooks" / "summaries.txt").write_text(f"{A}\n999999999\n")
    france = France(tmp_path / "data")
    assert france.summaries == [A]
    assert France(toy.root).summaries == []
