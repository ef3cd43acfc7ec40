"""How a table departs from what was kept of it: each way is told, and a small move is not."""

from __future__ import annotations

import geopandas as gpd
import numpy as np
import pandas as pd
import pytest

from bassin.files.anchors import anchor
from bassin.files.departures import DepartureError, at_once, departures, listed, told

#: A hundred places of 1 to 100 people, in two kinds.
TABLE = pd.DataFrame(
    {"people": np.arange(1.0, 101), "kind": ["town"] * 20 + ["village"] * 80},
    index=pd.Index([f"30{n:03d}" for n in range(100)], name="code"),
)


def said(now: pd.DataFrame, before: pd.DataFrame = TABLE) -> list[str]:
    """Each departure in words."""
    return [str(one) for one in departures(anchor(before), anchor(now))]


def test_what_has_hardly_moved_departs_in_nothing():
    """The same table, one of two per cent more, one of a place more or less."""
    assert said(TABLE) == []
    assert said(TABLE.assign(people=1.02 * TABLE["people"])) == []
    assert said(TABLE.iloc[:-1]) == []


def test_columns_that_went_and_came_are_told_before_all():
    """A name that changed is both."""
    assert said(TABLE.rename(columns={"people": "inhabitants"})) == [
        "people: is no longer there",
        "inhabitants: was not there",
    ]


def test_rows_are_told_beyond_two_in_a_hundred():
    """Ninety-seven of a hundred; the sums of the rest have hardly moved."""
    assert "97 rows, where there were 100" in said(TABLE.iloc[:-3])
    assert said(TABLE.iloc[:-2]) == []


@pytest.mark.parametrize(
    ("value", "what"),
    [
        (np.nan, "people: 3 blanks, where there were 0"),
        (0.0, "people: 3 zeros, where there were 0"),
    ],
)
def test_blanks_and_zeros_are_told_beyond_two_in_a_hundred(value: float, what: str):
    """A nought for a secret is not a small number."""
    rows = np.isin(np.arange(100), [40, 50, 60])
    assert what in said(TABLE.assign(people=TABLE["people"].where(~rows, value)))
    rows = np.isin(np.arange(100), [40, 50])
    assert said(TABLE.assign(people=TABLE["people"].where(~rows, value))) == []


def test_another_unit_is_told_by_the_quartiles_the_sum_and_the_ends():
    """All in thousands: each is told with what it was."""
    found = said(TABLE.assign(people=TABLE["people"] / 1000))
    assert "people: median 0.0505, where it was 50.5" in found
    assert "people: first quartile 0.02575, where it was 25.75" in found
    assert "people: sum 5.05, where it was 5,050" in found
    assert "people: most 0.1, where it was 100" in found


def test_a_sign_that_turned_is_told_though_its_size_keeps():
    """A loss is no gain of the same size."""
    assert "people: sum -5,050, where it was 5,050" in said(TABLE.assign(people=-TABLE["people"]))


def test_numbers_that_became_texts_are_told_once():
    """And the reverse."""
    texts = TABLE.assign(people=TABLE["people"].astype(str))
    assert said(texts) == ["people: texts, where there were numbers"]
    assert said(TABLE, texts) == ["people: numbers, where there were texts"]


def test_words_are_told_that_are_new_or_of_more_rows():
    """Three towns more, a word that was never there."""
    assert said(TABLE.assign(kind=["town"] * 23 + ["village"] * 77)) == [
        "kind: 23 rows of 'town', where there were 20",
        "kind: 77 rows of 'village', where there were 80",
    ]
    assert "kind: 'hamlet', which was never there" in said(
        TABLE.assign(kind=["town"] * 20 + ["village"] * 79 + ["hamlet"])
    )


def test_many_words_are_told_by_how_many_there_are():
    """Names of a hundred places, of which half became one name."""
    before = TABLE.assign(kind=[f"place {n}" for n in range(100)])
    now = before.assign(kind=[f"place {max(50, n)}" for n in range(100)])
    assert "kind: 50 different texts, where there were 100" in said(now, before)


def test_a_kept_row_is_told_by_its_name():
    """The first place says something else, while the rest stays."""
    found = said(TABLE.assign(people=TABLE["people"].where(TABLE.index != "30000", 99)))
    assert found == ["people: 99, where it was 1 (row 30000)"]


@pytest.mark.parametrize(
    ("crs", "moved"),
    [(2154, 1_001), (4326, 0.02)],
)
def test_outlines_elsewhere_are_told(crs: int, moved: float):
    """By more than a kilometre, or a hundredth of a degree; by half of it they are not."""
    before = gpd.GeoDataFrame(geometry=gpd.GeoSeries.from_xy([1, 2], [3, 4], crs=crs))

    def elsewhere(by: float) -> gpd.GeoDataFrame:
        return gpd.GeoDataFrame(geometry=before.geometry.translate(by))

    (found,) = said(elsewhere(moved), before)
    assert found.startswith("geometry: a box of [")
    assert said(elsewhere(moved / 3), before) == []


def test_outlines_in_degrees_are_told_by_their_unit():
    """Not by a box that is another anyway."""
    before = gpd.GeoDataFrame(geometry=gpd.GeoSeries.from_xy([4], [44], crs=4326))
    assert said(before.to_crs(2154), before) == [
        "geometry: coordinates in metres, where they were in degrees"
    ]


@pytest.mark.parametrize(
    ("now", "what"),
    [
        (TABLE, None),
        (TABLE.assign(people=TABLE["people"] + 1e-9), None),
        (TABLE.iloc[1:], "99 rows, where there were 100"),
        (TABLE.assign(people="1"), "people: texts, where there were numbers"),
        (
            TABLE.assign(people=TABLE["people"].where(TABLE["people"] > 1)),
            "people: 1 blanks, where there were 0",
        ),
        (
            TABLE.assign(people=TABLE["people"].where(TABLE["people"] > 1, 2)),
            "people: a sum of 5,051, where it was 5,050",
        ),
    ],
)
def test_at_once_tells_the_first_departure_to_a_unit(now: pd.DataFrame, what: str | None):
    """One person more is told; the last digits of a float are not."""
    found = at_once(anchor(TABLE), now)
    assert (None if found is None else str(found)) == what


def test_departures_in_one_line_say_how_many_are_left_out():
    """Six, and the number of the others."""
    every = [DepartureError("people", f"thing {n}", "") for n in range(8)]
    assert listed(every[:2]) == "people: thing 0; people: thing 1"
    assert listed(every).endswith("people: thing 5; (+2)")


@pytest.mark.parametrize(
    ("value", "words"),
    [(1234.5, "1,234.5"), ("a", "'a'"), (None, "nothing"), (np.nan, "nothing"), (True, "1")],
)
def test_a_value_in_words(value: object, words: str):
    """A blank is nothing, a text has its quotes."""
    assert told(value) == words
