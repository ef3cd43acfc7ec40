"""Who an intercommunality was made of."""

from __future__ import annotations

import pandas as pd
import pytest

from bassin.errors import TerritoryError
from bassin.files.sources import Sources
from bassin.places.history import changes_of_members, communes_that_left
from bassin.places.territory import Territory
from bassin.words import called, write


def test_former_member(basin: Territory):
    """The one commune whose populations are what the EPCI of 2019 had too many."""
    assert basin.former_members() == ["30016"]


def test_no_former_member(toy: Sources):
    """An EPCI whose totals agree has lost none."""
    assert Territory("200042001", toy).former_members() == []


def test_perimeter_changed_by_more_than_one(toy: Sources):
    """The EPCI that took a commune in has a deficit nobody explains: it is said, not guessed."""
    with pytest.raises(TerritoryError, match=r"CC des Garrigues.* -\d+ .* 0 commune"):
        Territory("243000213", toy).former_members()


def test_history(basin: Territory):
    """13, 12, 12, then 11 communes: one leaves, one is merged."""
    table = basin.history
    assert table["communes"].to_dict() == {2019: 13, 2023: 12, 2024: 12, 2025: 11}
    assert [write(change) for change in table["change"]] == [
        *("", "Le Partant (30016) leaves", "", "Petit Mas (30015) is merged")
    ]
    assert all(called(basis) for basis in table["basis"])


def test_changes_of_members_by_hand():
    """A commune that comes, one that leaves and one merged are told apart."""
    names = pd.Series({"1": "Mine", "2": "Plain", "3": "Hill"})
    members = {
        2023: ({"1", "2"}, "b"),
        2019: ({"1"}, "a"),
        2024: ({"1", "2", "3"}, "c"),
        2025: ({"1", "2"}, "d"),
    }
    table = changes_of_members(members, names)
    assert table["communes"].to_dict() == {2019: 1, 2023: 2, 2024: 3, 2025: 2}
    assert [write(change) for change in table["change"]] == [
        "",
        "Plain (2) joins",
        "Hill (3) joins",
        "Hill (3) is merged",
    ]


@pytest.mark.parametrize(
    ("now", "left"), [((100, 90), []), ((70, 65), ["1"]), ((80, 75), None), ((99, 90), None)]
)
def test_who_left_has_the_excess_at_each_census(now: tuple[int, int], left: list[str] | None):
    """One commune with the excess at each census left; none or two such are refused."""
    then = pd.Series({1968: 100, 1975: 90})
    around = pd.DataFrame({1968: [30, 20, 20], 1975: [25, 15, 15]}, index=["1", "2", "3"])
    today = pd.Series(dict(zip(then.index, now, strict=True)))
    if left is None:
        with pytest.raises(TerritoryError, match="More than one commune"):
            communes_that_left(then, today, around, "Basin")
    else:
        assert communes_that_left(then, today, around, "Basin") == left
