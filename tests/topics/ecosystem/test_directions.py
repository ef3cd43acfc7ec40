"""East and west: where the partners out of the basin are, and what chance would do."""

from __future__ import annotations

import numpy as np
import pandas as pd
import pytest

from bassin.topics.ecosystem.directions import Reading, directions, people_around


def test_a_partner_known_twice_counts_once():
    """Two relations with one partner are one partner, two partners of a commune one place."""
    links = pd.DataFrame(
        {
            "partner": ["a", "a", "b", "c"],
            "side": ["around_east"] * 3 + ["around_west"],
            "code": ["30001", "30001", "30001", ""],
            "basis": ["named", "located", "named", "named"],
            "conclusion": False,
        }
    )
    readings = [Reading("partners"), Reading("places", by="place")]
    table = directions(links, 0.5, readings)
    assert table["east"].to_list() == [2, 1]
    assert table["west"].to_list() == [1, 1]


def test_no_link_at_all_is_no_evidence():
    """Without a link the share is unknown, the interval is everything, and nothing is decided."""
    links = pd.DataFrame(columns=["partner", "side", "code", "basis", "conclusion"])
    links["conclusion"] = links["conclusion"].astype(bool)
    row = directions(links, 0.6, [Reading("none")]).loc["none"]
    assert np.isnan(row["east_pct"])
    assert row[["low_pct", "high_pct", "p_even", "p_people"]].to_list() == [0, 100, 1, 1]


def test_people_to_the_east_by_distance():
    """Within 5 km 30 of 40 are to the east; within 50, 30 of 140."""
    positions = pd.DataFrame(
        {"east_km": [3.0, -3, -30], "north_km": [4.0, 4, 40], "population": [30, 10, 100]}
    )
    table = people_around(positions, [5, 50])
    assert table["population"].to_list() == [40, 140]
    assert table["east_pct"].to_list() == pytest.approx([75, 100 * 30 / 140])
