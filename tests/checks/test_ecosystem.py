"""Verdicts on the ecosystem follow the tables, not the text."""

from __future__ import annotations

from dataclasses import replace
from types import SimpleNamespace

import pytest

from bassin.checks import ecosystem as checks
from bassin.indicators.network import Ecosystem
from bassin.sources import Sources
from bassin.territory import Territory


@pytest.fixture(scope="module")
def mineville(toy: Sources) -> Ecosystem:
    """The ecosystem of the Alès-like EPCI of the toy France."""
    return Ecosystem.of(Territory("200000018", toy), toy)


def holds(check, ecosystem: Ecosystem):
    """What a check finds in an ecosystem."""
    return check(SimpleNamespace(ecosystem=ecosystem)).value


def swapped(ecosystem: Ecosystem) -> Ecosystem:
    """The same, with east and west exchanged."""
    sides = ecosystem.actors["side"].replace({"east": "west", "west": "east"})
    return replace(ecosystem, actors=ecosystem.actors.assign(side=sides))


def test_east_is_not_taken_for_granted(mineville):
    """With the sides exchanged the same check denies the claim."""
    assert holds(checks._east, mineville)
    assert not holds(checks._east, swapped(mineville))


def test_vaucluse_needs_a_partner_there(mineville):
    """A partner in the Vaucluse would make the claim hold."""
    assert not holds(checks._vaucluse, mineville)
    actors = mineville.actors.copy()
    actors.loc["fair", "code"] = "84007"
    assert holds(checks._vaucluse, replace(mineville, actors=actors))


def test_a_link_with_toulouse_would_deny_that_there_is_none(mineville):
    """A relation named with an actor of Toulouse turns the verdict."""
    assert holds(checks._toulouse, mineville)
    actors = mineville.actors.copy()
    actors.loc["hills", "code"] = checks.TOULOUSE
    assert not holds(checks._toulouse, replace(mineville, actors=actors))


def test_the_year_of_the_prize_is_the_other_one_printed(mineville):
    """2012 in one place, 2010 in the other."""
    assert holds(checks._prize_year, mineville) == 2010


def test_editions_must_run_past_the_year_without_one(mineville):
    """Founded in 2009, ten editions would have ended before it."""
    assert holds(checks._prize_editions, mineville)
    early = mineville.prize.replace({"value": {2012: 2009}})
    assert not holds(checks._prize_editions, replace(mineville, prize=early))


def test_a_laureate_of_the_year_without_an_edition_is_denied(mineville):
    """Nobody wins a contest that was not held."""
    assert holds(checks._laureate_years, mineville)
    figures = mineville.prize.copy()
    figures.loc[figures["value"] == 2019, "value"] = 2020
    assert not holds(checks._laureate_years, replace(mineville, prize=figures))


def test_training_may_go(mineville):
    """Without a school of engineers the training named does not remain."""
    assert holds(checks._local_training, mineville)
    none = mineville.facilities.assign(engineers=0)
    assert not holds(checks._local_training, replace(mineville, facilities=none))


def test_shares_of_whole_projects(mineville):
    """75 % of 40 is 30, 50 % is 20."""
    assert holds(checks._prize_active, mineville) == 75
    assert holds(checks._prize_industry, mineville) == 50
