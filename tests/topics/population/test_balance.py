"""Natural and migratory balance, as yearly rates."""

from __future__ import annotations

import pandas as pd
import pytest

from bassin.topics.population.balance import (
    balance_of_areas,
    balance_of_epci,
    balance_of_sides,
    balance_rates,
)


def balance(start, natural, migratory) -> pd.DataFrame:
    """A balance of one place over ten years."""
    index = pd.MultiIndex.from_tuples([("epci", "X", 2000)], names=["level", "code", "start"])
    end = start + natural + migratory
    return pd.DataFrame(
        {
            "name": "X",
            "end": 2010,
            "population_start": float(start),
            "population_end": float(end),
            "births": float(max(natural, 0)),
            "deaths": float(max(-natural, 0)),
            "natural": float(natural),
            "migratory": float(migratory),
        },
        index=index,
    )


def test_balance_rates_share_the_compound_rate():
    """1,000 to 1,100 in ten years: 0.957 % a year, a quarter of it natural."""
    rates = balance_rates(balance(1000, 25, 75), {"X": ("epci", "X")})
    row = rates.loc[("X", "2000–2010")]
    assert row["total"] == pytest.approx(0.95766, abs=1e-5)
    assert row["natural"] == pytest.approx(row["total"] / 4)


def test_balances_that_cancel_out_still_have_rates():
    """No change in all does not divide by zero: -50 and +50 of 1,000 in ten years."""
    rates = balance_rates(balance(1000, -50, 50), {"X": ("epci", "X")})
    row = rates.loc[("X", "2000–2010")]
    assert row.tolist() == pytest.approx([-0.5, 0.5, 0.0])


def comparison() -> pd.DataFrame:
    """Two departements of one region, a city listed whole and by arrondissement, one overseas."""
    rows = {
        "30001": (1000.0, 1100.0, 60.0, 40.0),
        "48001": (1000.0, 1000.0, 10.0, 30.0),
        "13055": (500.0, 500.0, 5.0, 5.0),
        "13201": (200.0, 200.0, 2.0, 2.0),
        "13202": (300.0, 300.0, 3.0, 3.0),
        "97101": (100.0, 90.0, 1.0, 1.0),
        "97601": (float("nan"),) * 4,
    }
    columns = ["population_2013", "population_2018", "births", "deaths"]
    return pd.DataFrame.from_dict(rows, orient="index", columns=columns)


def test_sides_have_the_balance_of_their_communes():
    """A commune on no side is in none; one without a count leaves its side without."""
    sides = pd.Series({"30001": "hills", "48001": "hills", "97101": "plain", "97601": "lost"})
    table = balance_of_sides(comparison(), sides).droplevel(["level", "start"])
    assert table.loc["hills", ["natural", "migratory"]].tolist() == [0, 100]
    assert table.loc["plain", ["natural", "migratory"]].tolist() == [0, -10]
    assert table.loc["lost", ["natural", "migratory"]].isna().all()


def test_the_balance_of_2013_to_2018_counts_each_commune_once():
    """Marseille is not counted with its arrondissements, Mayotte not at all."""
    departements = pd.DataFrame(
        {"reg": ["76", "76", "93", "01"]}, index=pd.Index(["30", "48", "13", "971"], name="dep")
    )
    table = balance_of_areas(comparison(), departements)
    columns = ["population_start", "population_end", "natural", "migratory"]
    assert table.loc[("region", "76", 2013), columns].tolist() == [2000, 2100, 0, 100]
    assert table.loc[("region", "93", 2013), columns].tolist() == [500, 500, 0, 0]
    assert table.loc[("departement", "971", 2013), columns].tolist() == [100, 90, 0, -10]
    assert table.loc[("france", "FR", 2013), "population_start"] == 2600
    own = balance_of_epci(comparison().loc[["30001"]], "200000018")
    assert own.loc[("epci", "200000018", 2013), columns].tolist() == [1000, 1100, 20, 80]
