"""National tables and every group of them, on the toy France."""

from __future__ import annotations

import numpy as np
import pytest
from tests.fixtures.spoil import Spoiler
from tests.fixtures.toy_national import with_iris

from bassin.files.sources import Sources
from bassin.topics import national
from bassin.topics.national import National

A = "200000018"


@pytest.fixture(scope="module")
def france(toy: Sources) -> National:
    return National(toy)


def test_answers_of_the_toy(france: National):
    """Those worked out by hand where the toy is drawn."""
    keys = ["population_1968", "population_2020", "gp_2022", "gp_2023", "underserved_2022"]
    found = france.by_group(keys)["value"]
    here = {key: found[(key, "epci", A)] for key in keys}
    assert here == pytest.approx(dict(zip(keys, (8000, 6800, 3.2, 2.9, 25.0), strict=True)))


def test_a_commune_merged_since_is_counted_once(france: National):
    """30015 has none in 2023: it is in 30013, and the EPCI has its sum all the same."""
    row = france.by_group(["population_2023"], ["epci"]).loc[("population_2023", "epci", A)]
    assert row["merged"] == 1
    assert row["missing"] == 0
    assert row["value"] == 6800


def test_ways_to_work(france: National):
    """70 % of 300, 80 % of 600, 90 % of 500 drive; the ways add up to all."""
    ways = ["car", "walking", "cycling", "motorcycle", "transit", "no_transport"]
    found = france.by_group([f"{way}_pct" for way in ways], ["epci"])["value"].xs(A, level="group")
    assert found[("car_pct", "epci")] == pytest.approx((300 * 70 + 600 * 80 + 500 * 90) / 1400)
    assert found.sum() == pytest.approx(100, abs=0.3)


def test_a_rate_by_commune_keeps_why_it_is_not_there(france: National):
    """Poverty of 30007 is secret, and no EPCI has a rate that nobody publishes."""
    table = france.by_commune("poverty_rate_pct")
    assert table.loc["30001"].to_list() == [28.0, "published"]
    assert np.isnan(table.at["30007", "value"])
    assert table.at["30007", "status"] == "secret"
    assert france.by_group(["poverty_rate_pct"])["value"].isna().all()


def test_coverage_adds_up_to_all_communes(france: National):
    """Known, missing, masked and merged; groups with a value are no more than there are."""
    table = france.coverage(["population_1968", "poverty_rate_pct", "gp_2023"])
    states = table[["known", "missing", "masked", "merged"]]
    assert states.sum(axis=1).eq(40).all()
    assert table.at["poverty_rate_pct", "masked"] > 0
    assert table.loc["poverty_rate_pct", "epci"] == 0
    assert table.loc["gp_2023", "france"] == 1


def test_a_table_is_made_once(toy: Sources, monkeypatch):
    """A second call takes what was kept."""
    calls = []
    monkeypatch.setattr(
        national, "TABLES", {"t.once": lambda sources, *args: calls.append(args) or args}
    )
    assert national.table(toy, "t.once", 1) == national.table(toy, "t.once", 1) == (1,)
    assert calls == [(1,)]


def test_files_of_every_commune(france: National):
    """The old of 2020, managers and access to physiotherapists, as drawn for the toy."""
    expected = {
        "share_65_plus_2020": (3300 * 24 + 3500 * 27) / 6800,
        "managers_2022": 100 * 412 / 5440,
        "physiotherapist_2022": (3300 * 80 + 3500 * 40) / 6800,
        "physiotherapist_2023": (3300 * 90 + 3500 * 40) / 6800,
    }
    found = france.by_group([*expected], ["epci", "france"])
    assert found["value"].xs(A, level="group").droplevel("kind").to_dict() == pytest.approx(
        expected
    )
    assert found.at[("managers_2022", "epci", A), "merged"] == 1
    assert found["value"].xs("france", level="kind").notna().all()


def test_indicators_by_iris_of_the_metropole(spoil: Spoiler):
    """Every EPCI has a value; that of A counts the IRIS that is apart by its dwellings."""
    found = National(with_iris(spoil)).by_group(["vacant_census_2016", "employed_2022"], ["epci"])
    assert found["value"].notna().all()
    apart, others = 1300 / 2 / 0.7, (2000 + 300 + 9 * 100) / 2 / 0.8
    expected = 100 * (apart * 0.25 + others * 0.1) / (apart + others)
    assert found.at[("vacant_census_2016", "epci", A), "value"] == pytest.approx(expected)
