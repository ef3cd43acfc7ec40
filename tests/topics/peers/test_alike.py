"""The places most like one, on the toy France and on tables made by hand."""

from __future__ import annotations

import numpy as np
import pandas as pd
import pytest
from tests.fixtures import ROOT

from bassin.errors import ChoiceError, TerritoryError
from bassin.files.sources import Sources
from bassin.study import Study
from bassin.topics.peers.alike import TRAITS, Alike

HERE = "200000018"


@pytest.fixture
def alike(toy: Sources) -> Alike:
    """That of the Alès-like EPCI, with traits put in by hand."""
    topic = Study(HERE, sources=toy).alike
    rows = {
        HERE: [0.0] * len(TRAITS),
        "243000213": [1.0] * len(TRAITS),
        "200000026": [0.5] * (len(TRAITS) - 1) + [np.nan],
        "243000643": [0.0] * 5 + [np.nan] * (len(TRAITS) - 5),
    }
    return topic.having(scores=pd.DataFrame.from_dict(rows, orient="index", columns=list(TRAITS)))


def test_distance_is_the_root_of_the_mean_square_of_the_gaps(alike: Alike):
    """Over the traits that both have; one that shares too few is left out."""
    assert alike.distances.to_dict() == {"200000026": 0.5, "243000213": 1.0}


def test_a_place_is_not_among_its_own_like(alike: Alike):
    """It is what they are compared with."""
    assert HERE not in alike.distances.index


def test_a_place_without_traits_has_no_like(alike: Alike):
    """It is said how many traits it has."""
    scores = alike.scores.copy()
    scores.loc[HERE, list(TRAITS[4:])] = np.nan
    with pytest.raises(TerritoryError, match=f"4 of the {len(TRAITS)} traits"):
        _ = alike.having(scores=scores).distances
    with pytest.raises(TerritoryError, match="none of the traits"):
        _ = alike.having(scores=scores.drop(index=HERE)).distances


@pytest.mark.real
def test_distance_is_the_same_both_ways():
    """The scale is that of all places, whichever is asked about."""
    sources = Sources(ROOT / "data")
    here, there = (Study(epci, sources=sources).alike for epci in ("246200364", "246200299"))
    assert here.distances["246200299"] == pytest.approx(there.distances["246200364"])
    assert (here.scores.abs().max() <= 3).all()
    assert here.nearest(1).index.tolist() == ["246200299"]  # Hénin-Carvin, beside Lens


def test_fewer_than_one_place_is_refused(alike: Alike):
    """One or more are asked for."""
    with pytest.raises(ChoiceError, match="one place or more"):
        alike.nearest(0)
