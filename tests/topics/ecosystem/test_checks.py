"""Verdicts on the ecosystem follow the tables, not the text."""

from __future__ import annotations

from types import SimpleNamespace

import pandas as pd
import pytest

from bassin.files.sources import Sources
from bassin.places.territory import Territory
from bassin.topics import named
from bassin.topics.ecosystem import checks
from bassin.topics.ecosystem.local import Ecosystem
from bassin.words import write


@pytest.fixture(scope="module")
def mineville(toy: Sources) -> Ecosystem:
    """The ecosystem of the Alès-like EPCI of the toy France."""
    return Ecosystem(Territory("200000018", toy), toy)


def holds(check, ecosystem: Ecosystem):
    """What a check finds in an ecosystem."""
    return check(SimpleNamespace(ecosystem=ecosystem)).value


def swapped(ecosystem: Ecosystem) -> Ecosystem:
    """The same, with east and west exchanged."""
    sides = ecosystem.actors["side"].replace(
        {"around_east": "around_west", "around_west": "around_east"}
    )
    return ecosystem.having(actors=ecosystem.actors.assign(side=sides))


def test_east_is_not_taken_for_granted(mineville):
    """With the sides exchanged the same check denies the claim."""
    assert holds(checks._east, mineville)
    assert not holds(checks._east, swapped(mineville))


@pytest.mark.parametrize("check", [checks._toulouse, checks._enclave])
def test_links_that_the_text_tells_judge_nothing_on_those_there_are(check, mineville):
    """They are said, and give no verdict."""
    found = check(SimpleNamespace(ecosystem=mineville))
    assert (found.value, found.grade) == (None, "N")
    assert "The text tells" in write(found.says) or "the text tells" in write(found.says)


def test_the_year_of_the_prize_is_the_other_one_printed(mineville):
    """2012 in one place, 2010 in the other."""
    assert holds(checks._prize_year, mineville) == 2010


def test_editions_must_run_past_the_year_without_one(mineville):
    """Founded in 2009, ten editions would have ended before it."""
    assert holds(checks._prize_editions, mineville)
    early = mineville.prize.replace({"value": {2012: 2009}})
    assert not holds(checks._prize_editions, mineville.having(prize=early))


def test_a_laureate_of_the_year_without_an_edition_is_denied(mineville):
    """Nobody wins a contest that was not held."""
    assert holds(checks._laureate_years, mineville)
    figures = mineville.prize.copy()
    figures.loc[figures["value"] == 2019, "value"] = 2020
    assert not holds(checks._laureate_years, mineville.having(prize=figures))


def test_a_tenth_edition_after_the_study_is_denied(mineville):
    """Founded in 2014, the tenth would fall in 2024."""
    late = mineville.prize.replace({"value": {2012: 2014}})
    assert not holds(checks._prize_editions, mineville.having(prize=late))


def _gard(mineville: Ecosystem, laudun: tuple[float, float]) -> Ecosystem:
    """Four communes of the Gard in a row to the east, Bagnols 5 km south of 40, and Laudun."""
    rows = {f"3090{n}": (10.0 * n, 0.0) for n in range(4)}
    rows |= {named.BAGNOLS: (40.0, -5.0), named.LAUDUN: laudun}
    at = pd.DataFrame.from_dict(rows, orient="index", columns=["east_km", "north_km"])
    return mineville.having(positions=at)


@pytest.mark.parametrize(
    ("laudun", "value"),
    [((41.0, 0.0), True), ((15.0, 0.0), False), ((41.0, 20.0), False)],
)
def test_laudun_is_in_the_east_of_the_gard_and_near_bagnols(mineville, laudun, value):
    """In the east and 5 km away; in the middle of the departement; in the east but 25 km away."""
    assert holds(checks._uimm_laudun, _gard(mineville, laudun)) is value
