"""The measures against those of the field's own package."""

from __future__ import annotations

import access as pysal_access
import numpy as np
import pandas as pd
import pytest
from access import weights as pysal_weights
from tests.fixtures.catchments import Flat

from bassin.models import catchments as access


@pytest.fixture(scope="module")
def random_country():
    """Four hundred towns, a third of them with doctors, on one table of times."""
    rng = np.random.default_rng(7)
    index = pd.Index([f"{i:05d}" for i in range(400)], name="code")
    towns = pd.DataFrame(rng.uniform(0, 120_000, (400, 2)), columns=["x", "y"], index=index)
    people = pd.Series(rng.integers(1, 5000, 400).astype(float), index=index, name="people")
    doctors = pd.Series(rng.integers(1, 9, 400).astype(float), index=index, name="doctors")
    doctors[rng.random(400) < 2 / 3] = 0
    od = access.origin_destination(towns, Flat(), 30)
    return od, doctors, people


def pysal_two_step(od, doctors, people, weight_fn=None):
    return pysal_access.fca.two_stage_fca(
        people.to_frame(),
        doctors.to_frame(),
        od.to_table(),
        max_cost=30,
        demand_index=True,
        demand_name="people",
        supply_name="doctors",
        cost_origin="origin",
        cost_dest="destination",
        cost_name="minutes",
        weight_fn=weight_fn,
    )


def same(found: pd.Series, theirs: pd.Series) -> None:
    """Equal to 1e-9, with zero where their table has no row."""
    assert found.to_numpy() == pytest.approx(
        theirs.reindex(found.index).fillna(0).to_numpy(), rel=1e-9, abs=1e-15
    )


def test_the_two_step_catchment_is_that_of_pysal(random_country):
    """Same table, same numbers to 1e-9."""
    od, doctors, people = random_country
    found = access.two_step_fca(od, doctors, people, access.step(30))
    same(found.access, pysal_two_step(od, doctors, people))


@pytest.mark.parametrize(
    ("decay", "weight_fn"),
    [
        (access.zones(30), pysal_weights.step_fn({10: 1, 20: 0.68, 30: 0.22})),
        (access.gaussian(30), pysal_weights.gaussian(30 / np.sqrt(-2 * np.log(0.01)))),
    ],
    ids=["zones", "gaussian"],
)
def test_the_enhanced_catchment_is_that_of_pysal(random_country, decay, weight_fn):
    """Same table, same numbers to 1e-9, with either decay."""
    od, doctors, people = random_country
    found = access.two_step_fca(od, doctors, people, decay)
    same(found.access, pysal_two_step(od, doctors, people, weight_fn))


@pytest.mark.filterwarnings("ignore:The inplace keyword")
def test_the_three_step_catchment_is_that_of_pysal(random_country):
    """Their sites are rows of a table, each of the same draw: so each doctor gets his own."""
    od, doctors, people = random_country
    weight_fn = pysal_weights.step_fn({10: 1, 20: 0.68, 30: 0.22})
    rows = od.to_table()
    sites = rows.loc[rows.index.repeat(doctors[rows["destination"]].astype(int))]
    number = sites.groupby(["origin", "destination"]).cumcount().astype(str)
    sites = sites.assign(destination=sites["destination"] + "/" + number)
    each = sites["destination"].unique()
    assert len(each) == doctors.sum()
    theirs = pysal_access.fca.three_stage_fca(
        people.to_frame(),
        pd.DataFrame({"doctors": 1.0}, index=each),
        sites.reset_index(drop=True),
        max_cost=30,
        demand_index=True,
        demand_name="people",
        supply_name="doctors",
        cost_origin="origin",
        cost_dest="destination",
        cost_name="minutes",
        weight_fn=weight_fn,
    )
    same(access.three_step_fca(od, doctors, people, access.zones(30)).access, theirs)


def test_the_ratio_is_that_of_pysal(random_country):
    """Same table for supply and demand, same numbers to 1e-9."""
    od, doctors, people = random_country
    costs = od.to_table()
    theirs = pysal_access.fca.fca_ratio(
        people.to_frame(),
        doctors.to_frame(),
        costs,
        costs,
        max_cost=30,
        demand_index=True,
        demand_name="people",
        supply_name="doctors",
        demand_cost_origin="origin",
        demand_cost_dest="destination",
        demand_cost_name="minutes",
        supply_index=True,
        supply_cost_origin="origin",
        supply_cost_dest="destination",
        supply_cost_name="minutes",
    )
    same(access.fca_ratio(od, doctors, people, access.step(30)).access, theirs)


def pysal_weighted(od, doctors, decay):
    return pysal_access.fca.weighted_catchment(
        doctors.to_frame(),
        od.to_table(),
        max_cost=30,
        cost_source="destination",
        cost_dest="origin",
        cost_cost="minutes",
        loc_index=True,
        loc_value="doctors",
        weight_fn=decay,
    )


@pytest.mark.parametrize(
    ("decay", "weight_fn"),
    [
        (access.step(30), None),
        (
            access.zones(30, (1, 0.5, 0.1), (5, 20, 30)),
            pysal_weights.step_fn({5: 1, 20: 0.5, 30: 0.1}),
        ),
        (access.power(30, 1.5), pysal_weights.gravity(scale=1, alpha=-1.5, min_dist=1)),
        (access.power(30, 2, nearest=4), pysal_weights.gravity(scale=4, alpha=-2, min_dist=4)),
        (access.gaussian(30), pysal_weights.gaussian(30 / np.sqrt(-2 * np.log(0.01)))),
    ],
    ids=["step", "uneven zones", "power", "power from 4 minutes", "gaussian"],
)
def test_gravity_is_the_weighted_catchment_of_pysal(random_country, decay, weight_fn):
    """Same table, same numbers to 1e-9, with each decay that both have."""
    od, doctors, _ = random_country
    same(access.gravity(od, doctors, decay).access, pysal_weighted(od, doctors, weight_fn))


def test_cumulative_opportunities_are_those_of_pysal(random_country):
    """The catchment without weights."""
    od, doctors, _ = random_country
    found = access.cumulative_opportunities(od, doctors, 30)
    same(found.access, pysal_weighted(od, doctors, None))


def test_the_rational_agents_of_pysal_come_nearer_as_their_steps_shrink():
    """Theirs move whole people by steps that end at a floor; with a lower one costs agree to 1e-3.

    People are in millions, for whole numbers are not to weigh.
    """
    rng = np.random.default_rng(11)
    xy = rng.uniform(0, 60_000, (40, 2)) + 6e5
    towns = pd.DataFrame(xy, columns=["x", "y"], index=pd.Index([f"{i:02d}" for i in range(40)]))
    od = access.origin_destination(towns, Flat(), 90)
    people = pd.Series(rng.integers(1, 90, 40) * 1_000_000, towns.index, name="people")
    doctors = pd.Series(rng.integers(1, 9, 40).astype(float), towns.index, name="doctors")
    found = access.raam(od, doctors, people, tau=60, tolerance=1e-6)
    gaps = []
    for cycles, floor in ((150, 0.005), (800, 0.005), (800, 1e-4)):
        theirs = pysal_access.raam.raam(
            people.to_frame(),
            doctors.to_frame(),
            od.to_table(),
            demand_name="people",
            supply_name="doctors",
            cost_dest="destination",
            cost_name="minutes",
            tau=60,
            max_cycles=cycles,
            min_step=floor,
        )
        gaps.append(float((theirs - found.cost).abs().max()))
    assert gaps == sorted(gaps, reverse=True)
    assert gaps[-1] < 1e-3
