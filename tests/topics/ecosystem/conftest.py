"""What several modules of tests on ecosystem ask for."""

from __future__ import annotations

import pytest

from bassin.files.sources import Sources
from bassin.places.territory import Territory
from bassin.topics.ecosystem.local import Ecosystem


@pytest.fixture(scope="module")
def mineville(toy: Sources) -> Ecosystem:
    """The ecosystem of the Alès-like EPCI of the toy France."""
    return Ecosystem(Territory("200000018", toy), toy)
