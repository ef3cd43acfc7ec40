"""Perimeters of other years, on the toy France: followed, carried, or refused."""

from __future__ import annotations

import pandas as pd
import pytest

from bassin.files.sources import Sources
from bassin.topics.atlas.years import COLUMNS, Years
from bassin.topics.national import National

A, B = "200000018", "200000026"


@pytest.fixture(scope="module")
def years(toy: Sources) -> Years:
    return Years(toy)


@pytest.fixture(scope="module")
def rows(years: Years) -> pd.DataFrame:
    return years.rows(["population_1968", "population_2020", "poverty_rate_pct"])


def run(rows: pd.DataFrame, key: str, code: str, year: int) -> pd.Series:
    found = rows[(rows["indicator"] == key) & (rows["code"] == code)]
    found = found[(found["since"] <= year) & (found["until"] >= year)]
    assert len(found) == 1
    return found.iloc[0]


def test_a_commune_that_left_counts_before_and_not_after(rows: pd.DataFrame):
    """30016 left A for B on 2020-01-01; it had 500 inhabitants in 1968."""
    assert list(rows) == list(COLUMNS)
    before, after = (run(rows, "population_1968", A, year)["value"] for year in (2019, 2023))
    assert (before, after) == (8500, 8000)


def test_the_perimeter_of_2023_is_that_of_the_atlas(years: Years, rows: pd.DataFrame, toy: Sources):
    """The same values by two paths, where the two lists agree on the members."""
    found = National(toy).by_group(["population_2020"], ["epci"])["value"].droplevel([0, 1])
    now = rows[(rows["indicator"] == "population_2020") & (rows["since"] <= 2023)]
    now = now[(now["until"] >= 2023) & (now["status"] == "whole")].set_index("code")["value"]
    assert len(now) >= 5
    assert now.to_dict() == found[now.index].to_dict()


def test_what_is_published_of_groups_is_carried_to_no_perimeter(rows: pd.DataFrame):
    row = run(rows, "poverty_rate_pct", A, 2019)
    assert pd.isna(row["value"])
    assert row["status"] == "not_published"


def test_ground_that_no_event_tells_of_is_refused(years: Years, rows: pd.DataFrame):
    """30015 merged after 2023: of A in 2025 nothing is said, and the reason is."""
    row = run(rows, "population_2020", A, 2025)
    assert pd.isna(row["value"])
    assert row["status"] == "lost"


def test_each_year_has_each_epci_once(years: Years):
    table = years.perimeters
    for year, member in years.members.items():
        now = table[(table["since"] <= year) & (table["until"] >= year)]
        assert not now["code"].duplicated().any()
        assert set(now["code"]) == set(member)
