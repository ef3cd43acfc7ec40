"""A table that says what another year said is told from one in which little moved."""

from __future__ import annotations

import numpy as np
import pandas as pd

from bassin.files.repeats import repeats

CODES = [f"30{n:03d}" for n in range(1, 101)]


def table(seed: int = 1) -> pd.DataFrame:
    """Incomes, all different; doctors, nearly all none."""
    drawn = np.random.default_rng(seed)
    income = drawn.normal(20_000, 2_000, len(CODES)).round()
    return pd.DataFrame(
        {"name": CODES, "income": income, "doctors": (drawn.random(len(CODES)) < 0.1) * 1.0},
        index=pd.Index(CODES, name="code"),
    )


def told(now: pd.DataFrame) -> list[str]:
    return [str(one) for one in repeats(table(), now, 2021)]


def test_the_same_table_is_told():
    """Nine tenths of it too."""
    now = table()
    now.loc[now.index[:5], "income"] += 500
    assert told(now) == ["95 of 100 rows say what they say in the vintage 2021"]


def test_one_column_of_another_year_is_told():
    """The others are of this one."""
    now = table(2).assign(income=table()["income"], doctors=9.0)
    assert told(now) == ["income: 100% of its values are those of the vintage 2021"]


def test_counts_that_seldom_move_are_not():
    """Nine communes of ten have no doctor in either year."""
    assert told(table(2)) == []


def test_years_that_a_file_gives_again_are_not():
    """A file that grows holds the years of the last."""
    years = pd.MultiIndex.from_product([CODES, [2020, 2021]], names=["code", "year"])
    now = pd.DataFrame({"people": range(len(years))}, index=years)
    assert repeats(now.drop(2021, level="year"), now, 2020) == []
    assert repeats(now, now, 2020)
