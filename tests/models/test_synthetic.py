"""Weights of a synthetic control, and the placebos."""

from __future__ import annotations

import numpy as np
import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st
from scipy.optimize import minimize

from bassin.models import synthetic

YEARS = range(2000, 2006)


@pytest.fixture
def table() -> pd.DataFrame:
    """``a`` is halfway between ``b`` and ``c`` until 2003, then 10 % above; ``d`` is apart."""
    b = np.array([100.0, 102, 104, 106, 108, 110])
    c = np.array([100.0, 98, 96, 94, 92, 90])
    d = np.array([100.0, 150, 90, 160, 80, 170])
    a = (b + c) / 2 * np.array([1, 1, 1, 1, 1.1, 1.1])
    return pd.DataFrame([a, b, c, d], index=list("abcd"), columns=list(YEARS))


def test_a_place_between_two_others_is_their_mean(table):
    """Both weigh a half, and the third nothing."""
    own, rest = table.loc["a", :2003], table.loc[["b", "c", "d"], :2003]
    found = synthetic.weights(own.to_numpy(), rest.to_numpy().T)
    assert found.tolist() == pytest.approx([0.5, 0.5, 0.0], abs=1e-9)


def test_a_great_penalty_makes_weights_equal(table):
    """Then the counterpart is the plain mean of the others."""
    own, rest = table.loc["a", :2003], table.loc[["b", "c", "d"], :2003]
    found = synthetic.weights(own.to_numpy(), rest.to_numpy().T, 1e9)
    assert found.tolist() == pytest.approx([1 / 3] * 3, abs=1e-5)


@given(st.integers(0, 10_000), st.sampled_from([0.1, 1.0, 50.0]))
def test_weights_are_those_of_a_general_solver(seed, penalty):
    """The problem solved by sequential least squares has the same least value."""
    draw = np.random.default_rng(seed)
    own, rest = draw.normal(100, 5, 6), draw.normal(100, 5, (6, 4))

    def cost(w):
        return float(((own - rest @ w) ** 2).sum() + penalty * 6 * (w**2).sum())

    found = synthetic.weights(own, rest, penalty)
    other = minimize(
        cost,
        np.full(4, 0.25),
        bounds=[(0, 1)] * 4,
        constraints={"type": "eq", "fun": lambda w: w.sum() - 1},
        options={"ftol": 1e-12, "maxiter": 500},
    )
    assert found.min() >= 0
    assert found.sum() == pytest.approx(1)
    assert cost(found) <= other.fun * (1 + 1e-6) + 1e-9


def test_gaps_show_what_came_after(table):
    """Nothing until 2003, ten per cent after; the others are made without the place."""
    found = synthetic.gaps(table, "a", ["b", "c", "d"], 2003, 0.0)
    assert found.loc["a"].tolist() == pytest.approx([0, 0, 0, 0, 10, 10], abs=1e-6)
    assert list(found.index) == list("abcd")
    alone = synthetic.gaps(table.drop(index="a").assign(), "b", ["c", "d"], 2003, 0.0)
    assert found.loc["b"].tolist() == pytest.approx(alone.loc["b"].tolist())


def test_misfit_is_a_root_mean_square():
    """3 and 4 before make 3.54, 10 after; the ratio is of both."""
    gap = pd.DataFrame([[3.0, 4.0, 10.0]], index=["a"], columns=[2000, 2001, 2002])
    told = synthetic.misfit(gap, 2001).loc["a"]
    assert told.tolist() == pytest.approx([12.5**0.5, 10.0, 10 / 12.5**0.5])


def test_the_best_penalty_does_not_look_at_the_place(table):
    """Only the others have a part in it."""
    others = ["b", "c", "d"]
    first = synthetic.best_penalty(table, others, 2003, (0.1, 10.0, 1000.0))
    table.loc["a"] *= 7
    assert synthetic.best_penalty(table, others, 2003, (0.1, 10.0, 1000.0)) == first


@pytest.mark.parametrize(
    ("series", "others", "penalty", "why"),
    [
        ([1.0, 2.0], [[1.0], [2.0], [3.0]], 0.0, "a row a year of each"),
        ([1.0, np.nan], [[1.0], [2.0]], 0.0, "not finite"),
        ([1.0, 2.0], [[1.0], [2.0]], -1.0, "not negative"),
        ([1.0, 2.0], np.empty((2, 0)), 0.0, "a row a year of each"),
    ],
)
def test_what_weights_refuse(series, others, penalty, why):
    """Shapes that differ, missing values, a negative penalty."""
    with pytest.raises(ValueError, match=why):
        synthetic.weights(np.array(series), np.array(others), penalty)


def test_what_a_counterpart_refuses(table):
    """A place among the others, and a year before there is anything to fit on."""
    with pytest.raises(ValueError, match="is among the others"):
        synthetic.counterpart(table, "a", ["a", "b"], 2003, 1.0)
    with pytest.raises(ValueError, match="two at least"):
        synthetic.counterpart(table, "a", ["b", "c"], 2000, 1.0)
