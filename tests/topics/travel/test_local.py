"""Car minutes as one territory sees them, on the toy France."""

from __future__ import annotations

import geopandas as gpd
import numpy as np
import pytest

from bassin.errors import AccessError
from bassin.models import travel
from bassin.topics.travel.local import BY_ROAD, NEIGHBOURS, NO_DEPARTEMENT, NO_EPCI, Travel


def test_located_errors(toy_travel: Travel):
    """Each pair counts once, in the commune its origin has become; the others have none."""
    table = toy_travel.located
    assert isinstance(table, gpd.GeoDataFrame)
    here = [c[:2] in ("30", "48") for c in toy_travel.now(toy_travel.pairs["origin"])]
    assert table["pairs"].sum() == sum(here)
    assert (table["gap_pct"].isna() == (table["pairs"] == 0)).all()


def test_held_out_of_the_toy(toy_travel: Travel):
    """Half a minute a kilometre to Paris bounds times that are longer; one more hour breaks one."""
    table = toy_travel.held_out
    assert table.index.to_list() == [BY_ROAD, NO_DEPARTEMENT, NO_EPCI, NEIGHBOURS]
    assert (table["broken_pct"] == 0).all()
    assert table["mean_abs"].notna().to_list() == [False, True, True, False]
    assert 0 < table.at[NEIGHBOURS, "bounded"] < table.at[NEIGHBOURS, "pairs"]  # 2A004 has no time
    far = toy_travel.to_paris.copy()
    far[toy_travel.ends[0][0]] += 60
    ends = (far.reindex(codes) for codes in toy_travel.ends)
    assert travel.against_bound(toy_travel.pairs["minutes"], *ends)["broken_pct"] > 0


def test_catchments_of_the_toy(toy_travel: Travel):
    """What is within 15 minutes is found, but for roundings."""
    table = toy_travel.catchment([15])
    assert table.loc[15, "within"] == (toy_travel.pairs["minutes"] <= 15).sum()
    assert table.loc[15, "found_pct"] > 90


def test_questions_about_no_place_are_refused(toy_travel: Travel):
    """An unknown code would be the last town; a circle of no width holds nobody."""
    code = toy_travel.towns.index[0]
    assert toy_travel.between([code]).shape == (1, 1)
    with pytest.raises(AccessError, match="'99999': no such town"):
        toy_travel.between([code, "99999"])
    for nothing in (0, -1, np.nan):
        with pytest.raises(AccessError, match="above zero"):
            toy_travel.catchment([15, nothing])
        with pytest.raises(AccessError, match="above zero"):
            toy_travel.near_halls(nothing)
    for bad in ("", None, 30007, np.nan):
        with pytest.raises(AccessError, match="no code of a commune"):
            travel.land(bad)
