"""Numbers that no longer move as one are told; a year that passes is not."""

from __future__ import annotations

import numpy as np
import pandas as pd
import pytest

from bassin.errors import ChoiceError
from bassin.files.blocks import unlike

CODES = [f"{d:02d}{n:03d}" for d in range(1, 31) for n in range(1, 41)]


@pytest.fixture
def old() -> pd.Series:
    """Prices of 1,200 communes of thirty departements, to a cent."""
    rng = np.random.default_rng(7)
    return pd.Series(rng.lognormal(7.5, 0.4, len(CODES)).round(2), CODES)


@pytest.fixture
def later(old: pd.Series) -> pd.Series:
    """The same three per cent higher, each place in its own way."""
    rng = np.random.default_rng(8)
    return (old * rng.normal(1.03, 0.05, len(old))).round(2)


def said(old: pd.Series, new: pd.Series) -> str:
    """What is told, in one text."""
    return "; ".join(what for what, _ in unlike(old, new))


def test_a_year_that_passes_is_not_told(old: pd.Series, later: pd.Series):
    """Nor are counts of one or two, of which half may double."""
    assert said(old, later) == ""
    rng = np.random.default_rng(9)
    few = pd.Series(rng.poisson(2, len(old)).astype(float), old.index)
    assert said(few, pd.Series(rng.poisson(2, len(old)).astype(float), old.index)) == ""


@pytest.mark.parametrize("factor", [0.5, 0.7, 1.4, 2])
def test_a_departement_that_moved_alone_is_told_by_its_code(old, later, factor: float):
    """Quartiles move by a hundredth, and the order of rows keeps."""
    spoilt = later.where(~later.index.str.startswith("17"), (later * factor).round(2))
    (found,) = unlike(old, spoilt)
    assert found[0].startswith("values of 17 are ")
    assert found[1] == "17001"


def test_a_departement_overseas_is_told_by_three_characters(old, later):
    """Half of Guadeloupe is no half of the four others."""
    overseas = [*CODES[:-80], *(f"{d}{n:02d}" for d in (971, 974) for n in range(1, 41))]
    before, after = (pd.Series(one.to_numpy(), overseas) for one in (old, later))
    spoilt = after.where(~after.index.str.startswith("971"), (after / 2).round(2))
    (found,) = unlike(before, spoilt)
    assert found[0].startswith("values of 971 are 0.5")
    assert found[1] == "97101"


def test_values_below_zero_move_as_those_above(old, later):
    """A column of losses that halved in one departement is told as one of gains."""
    assert said(-old, -later) == ""
    spoilt = later.where(~later.index.str.startswith("17"), (later / 2).round(2))
    assert said(-old, -spoilt) == said(old, spoilt) != ""


def test_a_sign_that_was_lost_is_told_and_a_balance_that_turns_is_not(old, later):
    """Fifty of 1,200 communes; balances of chance change their sign in half of the communes."""
    rows = pd.Series(range(len(later)), later.index) % 24 == 5
    assert said(old, later.where(~rows, -later)) == "50 of 1,200 values have the other sign"
    assert said(old, later.where(~rows, 0)) == "50 of 1,200 values have become 0"
    drawn = np.random.default_rng(4).normal(0, 500, (2, len(old))).round()
    assert "sign" not in said(*(pd.Series(one, old.index) for one in drawn))


def test_codes_that_are_there_twice_are_named_once(old, later):
    """A row is told by its own label, though another has the same, in one year or by years."""
    twice = old.index.str[:4] + "0"
    for index in (twice, pd.MultiIndex.from_product([[*twice], [2022]])):
        told, row = next(unlike(old.set_axis(index), (later * 1.4).set_axis(index)))
        assert told.startswith("half of the values")
        assert row == index[0]


def test_values_of_no_year_are_looked_at_too(old, later):
    """A year that is missing is one year among others."""
    index = pd.MultiIndex.from_arrays([old.index, np.full(len(old), np.nan)])
    assert "half of the values" in said(old.set_axis(index), (later * 1.4).set_axis(index))


def test_other_rows_are_refused(old, later):
    """Each row is held against its own: one too few, or another order, says nothing."""
    for other in (later[1:], later[::-1]):
        with pytest.raises(ChoiceError, match="not of the same rows: 1,200 and"):
            said(old, other)


@pytest.mark.parametrize("factor", [0.5, 1.5, 2])
@pytest.mark.parametrize("part", [0.06, 0.15])
def test_rows_that_moved_alone_are_told_wherever_they_are(old, later, factor, part):
    """A part of the rows, in no departement more than in another."""
    rows = np.random.default_rng(3).random(len(later)) < part
    assert "of 1,200 values are about" in said(old, later.where(~rows, (later * factor).round(2)))


@pytest.mark.parametrize("factor", [1.4, 1 / 1.4])
def test_a_whole_column_times_something_is_told(old, later, factor: float):
    """Within what a quartile may move by."""
    assert "half of the values are" in said(old, (later * factor).round(2))


@pytest.mark.parametrize(
    ("decimals", "told"), [(0, "whole numbers"), (1, "to 1 decimal"), (-1, "multiples of 10")]
)
def test_decimals_rounded_away_are_told(old, later, decimals: int, told: str):
    """A price of 3.39 that became 3, or a count whose last digit became 0."""
    assert told in said(old, later.round(decimals))
    assert said(old.round(decimals), later.round(decimals)) == ""


def test_too_few_rows_say_nothing(old, later):
    """Of eight regions one may well have moved alone."""
    assert said(old[:8], later[:8] * 1.5) == ""


def test_one_year_of_several_is_looked_at_by_itself():
    """Decimals of one sheet rounded away, a sheet halved: half of the rows alone have changed."""
    codes = [f"{d:02d}{n:03d}" for d in range(1, 11) for n in range(1, 21)]
    index = pd.MultiIndex.from_product([codes, [2022, 2023]], names=["code", "year"])
    old = pd.Series([30.27 + n / 7 for n in range(len(index))], index)
    of_2023 = index.get_level_values("year") == 2023
    for new in (old.where(~of_2023, old.round()), old.where(~of_2023, old / 2)):
        told, row = next(unlike(old, new))
        assert row[1] == 2023, told
    assert [*unlike(old, old * 1.02)] == []
