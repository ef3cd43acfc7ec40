"""What several modules of tests on poverty ask for."""

from __future__ import annotations

import pytest

from bassin.places.territory import Territory
from bassin.topics.poverty.income import Income
from bassin.topics.poverty.unemployment import Unemployment


@pytest.fixture(scope="module")
def territory(toy) -> Territory:
    return Territory("200000018", toy)


@pytest.fixture(scope="module")
def mineville(toy, territory) -> Income:
    """Incomes in the Alès-like EPCI of the toy France."""
    return Income(territory, toy)


@pytest.fixture(scope="module")
def unemployment(toy, territory) -> Unemployment:
    """Unemployment in the Alès-like EPCI of the toy France."""
    return Unemployment(territory, toy)
