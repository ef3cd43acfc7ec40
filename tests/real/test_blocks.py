"""From one real year to the next nothing is told; a part that was spoiled is."""

from __future__ import annotations

import pandas as pd
import pytest

from bassin.files.blocks import unlike
from bassin.files.sources import Sources
from bassin.read import insee


@pytest.fixture(scope="module")
def years(real: Sources) -> list[tuple[pd.Series, pd.Series]]:
    """Incomes of communes in 2020 and 2021, inhabitants in 2021 and 2022."""
    incomes = [insee.filosofi(real, "commune", year)["median_income"] for year in (2020, 2021)]
    people = insee.municipal_populations(real)
    found = []
    for old, new in (incomes, [people[2021], people[2022]]):
        both = old.index.intersection(new.index)
        found.append((old.loc[both], new.loc[both]))
    return found


def told(old: pd.Series, new: pd.Series) -> str:
    """What is told, in one text."""
    return "; ".join(what for what, _ in unlike(old, new))


def test_a_real_year_departs_in_nothing(years):
    """Each of 34,000 communes in its own way."""
    assert [told(old, new) for old, new in years] == ["", ""]


@pytest.mark.parametrize("factor", [0.5, 0.7, 1.4, 2])
def test_a_departement_of_a_real_year_that_was_spoiled_is_told(years, factor: float):
    """The Gard alone."""
    for old, new in years:
        spoilt = new.where(~new.index.str.startswith("30"), (new * factor).round())
        assert told(old, spoilt).startswith("values of 30 are")


@pytest.mark.parametrize("factor", [0.5, 1.5, 2])
def test_a_tenth_of_a_real_year_that_was_spoiled_is_told(years, factor: float):
    """Every tenth commune, in no place more than in another."""
    for old, new in years:
        rows = pd.Series(range(len(new)), new.index) % 10 == 3
        assert "values are about" in told(old, new.where(~rows, (new * factor).round()))


@pytest.mark.parametrize("factor", [1.4, 1 / 1.4])
def test_a_real_year_times_something_is_told(years, factor: float):
    """Though no quartile is half as large again."""
    for old, new in years:
        assert "half of the values are" in told(old, (new * factor).round())


def test_a_real_year_that_was_rounded_is_told(years):
    """Inhabitants by the ten; incomes of communes are so as published."""
    old, new = years[1]
    assert "multiples of 10" in told(old, new.round(-1))
