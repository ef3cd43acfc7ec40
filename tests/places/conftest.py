"""What the tests of places share, on the toy France."""

from __future__ import annotations

import pandas as pd
import pytest
from tests.fixtures.territory import BASIN

from bassin.files.sources import Sources
from bassin.places.passage import Passage
from bassin.places.territory import Territory
from bassin.read import insee


@pytest.fixture(scope="module")
def passage(toy: Sources) -> Passage:
    return Passage(insee.commune_events(toy))


@pytest.fixture(scope="module")
def censuses(toy: Sources) -> pd.DataFrame:
    return insee.census_populations(toy)


@pytest.fixture(scope="module")
def basin(toy: Sources) -> Territory:
    return Territory(BASIN, toy)
