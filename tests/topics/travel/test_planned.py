"""A planner's file, held against where the communes are."""

from __future__ import annotations

import pandas as pd
import pytest
from tests.fixtures.spoil import Spoiler, refused
from tests.fixtures.travel_model import make_model, make_towns

from bassin.files.sources import Sources
from bassin.models.travel import PlannedTimes
from bassin.topics.travel.planned import planned, times

FILE = "routes/roads.csv"
TOWNS = make_towns([(0, 0), (10, 0), (0, 10)]).set_axis(["30001", "30002", "30003"])


def listing(spoil: Spoiler, *rows: str, file: str = FILE) -> Sources:
    return spoil.add(file, "\n".join(["origin,destination,minutes", *rows, ""]).encode())


def test_without_a_file_the_model_gives_all(toy: Sources):
    """As it is."""
    model = make_model(TOWNS)
    assert planned(toy, TOWNS) is None
    assert times(model, toy, TOWNS, TOWNS.index) is model


def test_with_a_file_its_ways_are_the_planner_s(spoil: Spoiler):
    """Those of the towns that are asked for, in their order."""
    sources = listing(spoil, "30001,30002,9.5")
    found = times(make_model(TOWNS), sources, TOWNS, TOWNS.index[1:])
    assert isinstance(found, PlannedTimes)
    assert found.codes.equals(TOWNS.index[1:])
    assert isinstance(planned(sources, TOWNS), pd.Series)


@pytest.mark.parametrize(
    ("way", "what", "column", "row"),
    [
        ("30001,30999,9", "30999", "destination", "30999"),
        ("30001,30002,2", "300 km/h", "minutes", "30001 to 30002"),
        ("30001,30002,570", r"1\.1 km/h", "minutes", None),
    ],
)
def test_what_cannot_be_is_refused(spoil: Spoiler, way: str, what: str, column: str, row):
    """A commune that is none, a speed of no car, seconds for minutes."""
    with refused(FILE, what, column=column, row=row):
        planned(listing(spoil, way), TOWNS)


def test_two_planners_are_refused(spoil: Spoiler):
    """Each would be right of the same way."""
    listing(spoil, "30001,30002,9", file="routes/other.csv")
    with refused("routes/other.csv", "2 files of planned minutes"):
        planned(listing(spoil, "30001,30002,9"), TOWNS)
