"""Towns: where they are, how high, on what land."""

from __future__ import annotations

import numpy as np
import pandas as pd
import pytest
from tests.fixtures.toy_travel import NO_ALTITUDE

from bassin.errors import AccessError
from bassin.models import travel
from bassin.places.passage import GEOGRAPHY
from bassin.read import ign, insee
from bassin.topics.travel.local import Travel


def test_towns_of_the_toy(toy_travel: Travel):
    """40 communes in 2023: four merged since, one restored, in the middle of its half."""
    towns = toy_travel.towns
    assert len(towns) == 40
    assert towns.notna().all(axis=None)
    assert toy_travel.placed.to_dict() == {
        travel.TOWN_HALL: 35,
        travel.MERGED_HALL: 4,
        travel.MIDDLE: 1,
    }
    assert towns.index[towns["placed"] == travel.MIDDLE].to_list() == ["01004"]
    merged = towns.loc["30005"]
    assert merged["area_km2"] == 50
    assert merged["density"] == pytest.approx(200 / 50)
    assert towns.loc["01004", "area_km2"] == pytest.approx(25, abs=0.01)
    assert towns["land"].value_counts().to_dict() == {travel.MAINLAND: 36, travel.CORSICA: 4}


def test_altitude_of_the_toy(toy_travel: Travel):
    """Half-way up in the middle of the values; a commune without one takes its neighbours'."""
    towns = toy_travel.towns
    share = (towns.loc["30001", "altitude_m"] - 50) / 200
    assert towns.loc["48001", "altitude_m"] == pytest.approx(450 + 200 * share)
    assert towns.loc[NO_ALTITUDE, "relief_m"] == 200


def test_share_of_range():
    """The median of what is known, flat communes left out."""
    halls = pd.DataFrame(
        {"altitude_min_m": [0.0, 100.0, 5.0, 7.0], "altitude_max_m": [100.0, 300.0, 5.0, 9.0]},
        index=list("abcd"),
    )
    assert travel.share_of_range(pd.Series({"a": 20.0, "b": 180.0, "c": 5.0}), halls) == (
        pytest.approx(0.3)
    )


def test_altitudes_outside_all_ranges_are_refused():
    """Feet for metres, or codes that do not meet."""
    halls = pd.DataFrame({"altitude_min_m": [100.0], "altitude_max_m": [200.0]}, ["a"])
    assert travel.share_of_range(pd.Series({"a": 150.0}), halls) == 0.5
    for means in ({"a": 500.0}, {"b": 150.0}, {"a": np.nan}):
        with pytest.raises(AccessError, match="within its lowest and highest points"):
            travel.share_of_range(pd.Series(means, dtype=float), halls)


def test_an_area_that_is_not_known_makes_no_town_smaller(toy_travel: Travel):
    """A commune of 2011 without an area leaves that of 2023 without one, which is refused."""
    sources, passage = toy_travel.sources, toy_travel.passage
    halls = ign.town_halls_2012(sources)
    moved = passage.transition(halls.index, ign.GEOGRAPHY_2011, GEOGRAPHY)
    first, *_ = sorted(moved.parts["30005"])
    halls.loc[first, "area_km2"] = np.nan
    people = insee.legal_population(sources)["municipal"]
    with pytest.raises(AccessError, match="no area for 30005"):
        travel.towns_2023(
            halls,
            insee.communes(sources),
            passage.carry(people, insee.LEGAL_GEOGRAPHY, GEOGRAPHY),
            passage,
            ign.communes_france_2024(sources),
            0.5,
        )
