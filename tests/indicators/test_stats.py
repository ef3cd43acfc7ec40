"""Small statistics, on numbers that can be added up by eye."""

import numpy as np
import pandas as pd
import pytest

from bassin.indicators import stats


def series(**values) -> pd.Series:
    return pd.Series(values, dtype=float)


def test_weighted_mean_counts_each_value_by_its_weight():
    """(1 x 1 + 4 x 3) / 4 = 3.25."""
    assert stats.weighted_mean(series(a=1, b=4), series(a=1, b=3)) == 3.25


def test_weighted_mean_leaves_out_a_missing_value_with_its_weight():
    """A commune without a value does not pull the mean towards zero."""
    assert stats.weighted_mean(series(a=2, b=None), series(a=1, b=100)) == 2


def test_weighted_mean_of_nothing_is_missing():
    """No value, no mean."""
    assert pd.isna(stats.weighted_mean(series(a=None), series(a=1)))


@pytest.mark.parametrize("weight", [-1.0, float("nan")])
def test_weighted_mean_refuses_a_weight_that_is_none(weight):
    """A negative or missing weight would give a plausible wrong mean: the row is named."""
    with pytest.raises(ValueError, match="'b'"):
        stats.weighted_mean(series(a=1, b=2), series(a=1, b=weight))


def test_weighted_mean_refuses_other_indexes():
    """Values and weights of other places are not mixed in silence."""
    with pytest.raises(ValueError, match="different indexes"):
        stats.weighted_mean(series(a=1), series(b=1))


def test_weighted_means_by_group():
    """Each group has its own mean; a row without a group is in none."""
    table = pd.DataFrame({"v": [1.0, 3.0, 9.0], "w": [1.0, 1.0, 1.0]}, index=list("abc"))
    means = stats.weighted_means(
        table, pd.Series(["x", "x", None], list("abc")), value="v", weight="w"
    )
    assert means.to_dict() == {"x": 2.0}


def test_growth_from_nothing_is_missing():
    """A commune that was empty has no rate of growth."""
    growth = stats.growth_pct(series(a=100, b=0), series(a=150, b=10))
    assert growth["a"] == 50
    assert pd.isna(growth["b"])


def test_annual_rate_compounds():
    """100 to 121 in two years is 10 % a year."""
    assert stats.annual_rate_pct(100, 121, 2) == pytest.approx(10)


def test_interpolation_keeps_a_constant_rate():
    """Halfway from 100 to 400 at a constant rate is 200, not 250."""
    assert stats.interpolate_compound(pd.Series({2000: 100, 2010: 400}), 2005) == pytest.approx(200)


def test_interpolation_does_not_extrapolate():
    """A year outside the series is refused."""
    with pytest.raises(ValueError, match="1999 is outside 2000-2010"):
        stats.interpolate_compound(pd.Series({2000: 100, 2010: 400}), 1999)


@pytest.mark.parametrize(
    ("value", "reference", "precision", "way"),
    [(5.1, 5.0, 0.1, 0), (5.2, 5.0, 0.1, 1), (4.8, 5.0, 0.1, -1), (5.0, 5.0, 0.0, 0)],
)
def test_a_direction_is_told_beyond_the_precision_alone(value, reference, precision, way):
    """5.1 against 5.0, each to a tenth, is level, whatever binary fractions make of it."""
    assert stats.direction(value, reference, precision) == way


@pytest.mark.parametrize(("value", "precision"), [(float("nan"), 0.1), (5.0, -1), (5.0, np.nan)])
def test_no_direction_comes_of_a_missing_number(value, precision):
    """A gap that is not known is not level."""
    with pytest.raises(ValueError, match="no direction"):
        stats.direction(value, 5.0, precision)
