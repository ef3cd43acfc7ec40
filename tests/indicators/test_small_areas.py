"""People of IRIS from the shares published of them."""

from __future__ import annotations

import pandas as pd
import pytest
from tests.fixtures.toy_national import with_iris

from bassin.indicators.small_areas import (
    DIPLOMAS,
    added_up,
    at_work,
    dwellings,
    headcounts,
    reached_places,
    read_by_iris,
)
from bassin.places.territory import FRANCE, Territory
from bassin.read import insee

NAN = float("nan")


def census(population: float, old_pct: float, index: float, diploma_pct: float) -> pd.DataFrame:
    """One IRIS."""
    return pd.DataFrame(
        {
            "code": ["34172"],
            "population": [population],
            "share_65_plus_pct": [old_pct],
            "ageing_index": [index],
            **{name: [diploma_pct] for name in DIPLOMAS},
        }
    )


@pytest.mark.parametrize(
    ("iris", "over_64", "under_20", "adults"),
    [
        (census(200, 20, 80, 50), 40, 50, 150),
        (census(10, 20, NAN, 50), 2, 0, 10),
        (census(0, NAN, NAN, NAN), 0, 0, 0),
        (census(200, 0, 0, 50), 0, NAN, 200),
        (census(200, NAN, 80, 50), NAN, NAN, 200),
    ],
    ids=["both", "nobody under 20", "nobody", "nobody over 64", "a blank"],
)
def test_an_index_that_is_missing_is_read_by_what_is_beside_it(iris, over_64, under_20, adults):
    """Nobody young, nobody at all, nobody old, or a blank: only the last two do not tell."""
    counted = headcounts(iris).iloc[0]
    assert counted["over_64"] == pytest.approx(over_64, nan_ok=True)
    assert counted["under_20"] == pytest.approx(under_20, nan_ok=True)
    assert counted["adults"] == adults


def test_nobody_has_no_diploma_and_is_no_blank():
    """The empty IRIS of a commune leaves its sum; one whose share is blank does not."""
    full, empty = census(200, 20, 80, 50), census(0, NAN, NAN, NAN)
    blank = census(200, 20, 80, NAN)
    for other, adults in ((empty, 150), (blank, NAN)):
        counts = headcounts(pd.concat([full, other], ignore_index=True))
        sums = added_up(counts).iloc[0]
        assert sums[f"{DIPLOMAS[0]}_of"] == pytest.approx(adults, nan_ok=True)


def counts(*under_20: float, over_64: float = 40.0) -> pd.DataFrame:
    """IRIS of one commune."""
    rows = [{"code": "34172", "over_64": 40.0, "under_20": one} for one in under_20[:-1]]
    last = {"code": "34172", "over_64": over_64, "under_20": under_20[-1]}
    return pd.DataFrame([*rows, last])


@pytest.mark.parametrize(
    ("iris", "under_20"),
    [
        (counts(50, 30), 80),
        (counts(50, NAN, over_64=0), 50),
        (counts(50, NAN), NAN),
        (counts(50, NAN, over_64=NAN), NAN),
    ],
    ids=["all told", "nobody is over 64", "a blank", "two blanks"],
)
def test_a_blank_leaves_its_commune_missing(iris: pd.DataFrame, under_20: float):
    """But an IRIS where nobody is over 64, whose young no index tells, is left out."""
    assert added_up(iris).at["34172", "under_20"] == pytest.approx(under_20, nan_ok=True)


def labour(**columns: float) -> pd.DataFrame:
    """Two IRIS of one commune: the first as told, the second of 100 people of whom 20 work."""
    known = {
        "population": 1000.0,
        "age_15_24_pct": 10.0,
        "age_15_24_employed_pct": 30.0,
        "age_15_24_unemployed_pct": 25.0,
    } | columns
    other = {"population": 100.0, "age_15_24_pct": 40.0, "age_15_24_employed_pct": 50.0}
    table = pd.DataFrame([known, {**other, "age_15_24_unemployed_pct": 20.0}])
    return table.assign(code="30001")


@pytest.mark.parametrize(
    ("columns", "employed", "unemployed"),
    [
        ({}, 30 + 20, 10 + 5),
        ({"age_15_24_employed_pct": 0.0, "age_15_24_unemployed_pct": 100.0}, 20, 5),
        ({"age_15_24_employed_pct": 0.0, "age_15_24_unemployed_pct": NAN}, 20, 5),
        (
            {"population": 0.0, **dict.fromkeys(("age_15_24_pct", "age_15_24_employed_pct"), NAN)},
            20,
            5,
        ),
        ({"age_15_24_employed_pct": NAN}, NAN, NAN),
    ],
    ids=["both", "all are unemployed", "nobody is active", "nobody", "a blank"],
)
def test_people_at_work_are_told_from_shares(columns, employed, unemployed):
    """Who is unemployed is what the rate leaves of the active; a blank leaves the commune blank."""
    table = at_work(labour(**columns), ["age_15_24"]).loc["30001"]
    assert table["employed"] == pytest.approx(employed, nan_ok=True)
    assert table["unemployed"] == pytest.approx(unemployed, nan_ok=True)
    assert table["active"] == pytest.approx(employed + unemployed, nan_ok=True)


def test_dwellings_are_told_from_households():
    """80 main homes of 100 dwellings, 10 of them vacant; without a main home, none is told."""
    shares = pd.DataFrame(
        {
            "code": "30001",
            "households": [80.0, 0.0],
            "main_pct": [80.0, 0.0],
            "vacant_pct": [10.0, 50.0],
        }
    )
    assert dwellings(shares).loc["30001"].to_dict() == {"dwellings": 100, "vacant": 10}


def test_the_file_of_the_metropole_is_read_instead(toy, spoil):
    """It reaches every departement; without it, those that have a file of their own."""
    land = Territory("200000018", toy)
    assert [*reached_places(toy, land)] == [land.here, "DEP-30"]
    assert {*read_by_iris(toy, insee.iris_census)["code"].str[:2]} == {"30"}
    sources = with_iris(spoil)
    assert [*reached_places(sources, land)] == [land.here, "DEP-30", "REG-76", FRANCE]
    assert {*read_by_iris(sources, insee.iris_census)["code"].str[:2]} == {"01", "2A", "30", "48"}
    assert {*read_by_iris(sources, insee.iris_census, ["48"])["code"].str[:2]} == {"48"}
    assert read_by_iris(sources, insee.iris_census, ["974"]).empty
