"""Minutes of a planner, from a file that is put beside the others."""

from __future__ import annotations

import pytest
from tests.fixtures.spoil import Spoiler, refused

from bassin.files.sources import Sources
from bassin.read import routes

FILE = "routes/roads.csv"
HEAD = "origin,destination,minutes\n"


def read(spoil: Spoiler, rows: str):
    return routes.minutes(spoil.add(FILE, (HEAD + rows).encode()), "roads")


def test_no_file_comes_with_the_project(toy: Sources):
    """Then no reader is called."""
    assert routes.names(toy) == []


def test_minutes_by_way(spoil: Spoiler):
    """By both ends, as text."""
    table = read(spoil, "30001,30002,6.5\n30002,30001,7\n30001,30001,0\n")
    assert table["minutes"].to_dict() == {
        ("30001", "30002"): 6.5,
        ("30002", "30001"): 7.0,
        ("30001", "30001"): 0.0,
    }
    assert routes.names(Sources(spoil.root)) == ["roads"]


@pytest.mark.parametrize(
    ("rows", "what", "column", "row"),
    [
        (
            "30001,30002,6\n30001,30002,7\n",
            "listed twice",
            "origin, destination",
            ("30001", "30002"),
        ),
        ("30001,30002,0\n", "no time between two communes", "minutes", "30001 to 30002"),
        ("30001,30002,3600\n", "more than 1440 minutes", "minutes", "30001 to 30002"),
        ("30001,30002,-6\n", "-6", "minutes", "('30001', '30002')"),
        ("30001,30002,\n", "not a number", "minutes", "30001 to 30002"),
        ("3001,30002,6\n", "3001", "origin", "('3001', '30002')"),
    ],
)
def test_what_no_planner_gives_is_refused(spoil: Spoiler, rows: str, what: str, column: str, row):
    """With file, column and row."""
    with refused(FILE, what, column=column, row=row):
        read(spoil, rows)
