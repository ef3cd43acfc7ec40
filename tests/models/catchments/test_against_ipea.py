"""The measures against numbers that the R package ``accessibility`` of Ipea publishes.

Times in minutes by public transport between six cells of Belo Horizonte, with their inhabitants,
jobs and schools, are of the sample that the package comes with (Pereira and Herszenhut, version
1.5.0, ``inst/extdata``). What is compared are the numbers that its own tests and its page of
examples print (``tests/testthat``, ``README.md``), with as many digits.
"""

from __future__ import annotations

import numpy as np
import pandas as pd
import pytest

from bassin.models import catchments as access
from bassin.models.catchments import OriginDestination

CELLS = ["57b", "597", "5b3", "5cf", "909"]  # the middle of 89a88cdb57bffff and so on
MINUTES = [
    [5.8, 47, 48, 47, 64],
    [45, 5.8, 13, 41, 70],
    [44, 13, 5.8, 42, 67],
    [43, 43, 49, 5.8, 58],
    [60, 70, 68, 64, 5.8],
]
PEOPLE = pd.Series([852.0, 394, 1969, 2189, 0], CELLS)
JOBS = pd.Series([82.0, 308, 100, 109, 0], CELLS)
SCHOOLS = pd.Series([0.0, 2, 0, 0, 0], CELLS)
#: Jobs within 30 minutes of six cells, over all cells of the sample, and the people of the sixth.
REACHED = pd.Series([22239.0, 36567, 42372, 55571, 26774, 13991], [*CELLS, "900"])
DECILE = pd.Series(["10", "6", "1", "10", "none", "3"], REACHED.index)


def pairs(minutes, origins, destinations, within=120.0) -> OriginDestination:
    """A whole matrix of times as a table of pairs."""
    rows = [
        {"origin": origin, "destination": destination, "minutes": float(time)}
        for origin, row in zip(origins, minutes, strict=True)
        for destination, time in zip(destinations, row, strict=True)
    ]
    return OriginDestination.from_table(pd.DataFrame(rows), within=within)


@pytest.fixture(scope="module")
def city():
    return pairs(MINUTES, CELLS, CELLS)


def test_cumulative_opportunities_are_those_of_ipea(city):
    """Jobs within 30 minutes; people within 45 minutes, who would have to come here."""
    found = access.cumulative_opportunities(city, JOBS, 30).access
    assert found[CELLS].tolist() == [82, 408, 408, 109, 0]
    back = pairs(np.transpose(MINUTES), CELLS, CELLS)
    found = access.cumulative_opportunities(back, PEOPLE, 45).access
    assert found[CELLS].tolist() == [5404, 4552, 2363, 4552, 0]


def test_the_nearest_is_that_of_ipea(city):
    """Minutes to the first school; the third is in no cell, and infinitely far."""
    first = access.nearest(city, SCHOOLS)
    assert first.minutes[CELLS].tolist() == pytest.approx([47, 5.8, 13, 43, 70])
    assert set(first.place) == {"597"}
    third = access.nearest(city, SCHOOLS, count=3)
    assert np.isinf(third.minutes).all()
    assert third.beyond == 5


def test_the_floating_catchments_are_those_of_ipea(city):
    """Two-step and balanced, at 45 minutes."""
    two, balanced = (
        measure(city, JOBS, PEOPLE, access.step(45)).access[CELLS].round(4).tolist()
        for measure in (access.two_step_fca, access.balanced_fca)
    )
    assert two == [0.0152, 0.1491, 0.1491, 0.1068, 0]
    assert balanced == [0.0094, 0.1993, 0.1993, 0.1147, 0]


def test_spatial_availability_is_that_of_ipea():
    """The example of Soukhov and others: three towns, three sites, 0.1 a minute."""
    times = [[15, 30, 100], [30, 15, 100], [100, 100, 15]]
    od = pairs(times, list("ABC"), list("123"))
    jobs = pd.Series([100_000.0, 100_000, 10_000], list("123"))
    people = pd.Series([50_000.0, 150_000, 10_000], list("ABC"))
    found = access.spatial_availability(od, jobs, people, access.exponential(120, 0.1))
    assert found.access.round().tolist() == [66_833, 133_203, 9_963]


@pytest.mark.parametrize(
    ("decay", "minutes", "weights"),
    [
        (access.power(300, 0.5), [0, 0.5, 1, 16, 64], [1, 1, 1, 0.25, 0.125]),
        (access.power(300, 0.25), [0, 0.5, 1, 16, 256], [1, 1, 1, 0.5, 0.25]),
        (access.logistic(120, 20, 2), [0, 20], [1, 0.5]),
        (access.logistic(120, 30, 10), [0, 30], [1, 0.502]),
    ],
)
def test_decays_are_those_of_ipea(decay, minutes, weights):
    """With the digits that its tests ask for."""
    assert decay(np.array(minutes)) == pytest.approx(weights, abs=5e-4)


def test_inequality_is_that_of_ipea():
    """Gini and Palma of five cells, Theil of five, its parts by tenth of income."""
    five = REACHED.drop("900")
    assert round(access.gini(five, PEOPLE), 4) == 0.1386
    others = five.drop("5cf")
    assert round(access.gini(others, PEOPLE.drop("5cf")), 4) == 0.1148
    people = pd.concat([PEOPLE.drop("909"), pd.Series({"900": 1011.0})])
    reached = REACHED[people.index]
    assert round(access.theil(reached, people), 4) == 0.0852
    parts = access.theil_parts(reached, people, DECILE)
    assert (round(parts.between, 4), round(parts.within, 4)) == (0.0515, 0.0337)


def test_palma_is_that_of_ipea_where_no_cell_is_at_a_bound():
    """The mean of the two rich cells over that of the poor one.

    Whole cells are rich or poor in the package, by the bounds of the whole city: 1,208.6 and
    3,741.6 reais a head. Here a place at a bound is parted, so that people are scaled for the three
    to be just a tenth and four tenths.
    """
    rich = PEOPLE[["57b", "5cf"]]
    tenth = rich.sum()
    people = pd.Series({**rich, "5b3": 4 * tenth, "597": 5 * tenth})
    income = pd.Series({"57b": 4757.8, "5cf": 3822.0, "5b3": 543.1, "597": 1627.8})
    assert round(access.palma(REACHED[people.index], people, income), 4) == 1.0911
