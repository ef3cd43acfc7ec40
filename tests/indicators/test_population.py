"""Population, on the toy France and on tables made by hand."""

import pandas as pd
import pytest

from bassin.indicators import population
from bassin.indicators.population import Population
from bassin.territory import Territory


@pytest.fixture(scope="module")
def mineville(toy) -> Population:
    """Population of the Alès-like EPCI of the toy France."""
    return Population.of(Territory("200000018", toy), toy)


def test_totals_are_on_the_communes_of_2023(mineville):
    """The sums known by hand, a merged commune's past included."""
    total = mineville.total
    assert [total[year] for year in (1968, 1975, 1999, 2006, 2019, 2020)] == [
        *(8000, 7000, 7000, 6300, 6300, 6800)
    ]


def test_a_commune_merged_since_is_missing_but_counted(mineville):
    """30015 merged in 2025: it has no population of 2023, and the total does not lose it."""
    assert pd.isna(mineville.by_commune.at["30015", 2023])
    assert mineville.total[2023] == mineville.by_commune[2023].sum()
    assert mineville.total[2023] >= mineville.total[2020]


def test_a_missing_commune_makes_an_old_total_missing(mineville):
    """Before 2022 a gap is a gap: the sum of the others is not the total."""
    table = mineville.by_commune.copy()
    table.loc["30002", 1876] = float("nan")
    gap = Population(table, mineville.names, mineville.balance, mineville.places)
    assert pd.isna(gap.total[1876])


@pytest.mark.parametrize(("year", "date"), [(2013, "2019-01-01"), (2020, "2022-01-01")])
def test_geography_of_a_municipal_population(year, date):
    """Two years after the census, and not before 2019."""
    assert population.municipal_geography(year) == date


def test_growth_keeps_both_ends():
    """Start, end and change in %."""
    table = pd.DataFrame({1968: [100.0], 2020: [125.0]}, index=["30001"])
    row = population.growth(table, 1968, 2020).loc["30001"]
    assert row.tolist() == [100, 125, 25]


@pytest.mark.parametrize(
    ("values", "year"),
    [([10, 12, 8, 10], 2000), ([10, 12, 8, 9], None), ([10, 11, 12, 13], None)],
)
def test_return_to_level(values, year):
    """Back after a fall; never back; never below."""
    series = pd.Series(values, index=[1970, 1980, 1990, 2000])
    assert population.return_to_level(series, 1970) == year


def test_falls_throughout_needs_a_loss_in_every_period():
    """A commune that only stands still once does not fall throughout."""
    table = pd.DataFrame({1: [3, 3], 2: [2, 3], 3: [1, 1]}, index=["falls", "stands"])
    assert population.falls_throughout(table, [1, 2, 3]).to_dict() == {
        "falls": True,
        "stands": False,
    }


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
    rates = population.balance_rates(balance(1000, 25, 75), {"X": ("epci", "X")})
    row = rates.loc[("X", "2000–2010")]
    assert row["total"] == pytest.approx(0.95766, abs=1e-5)
    assert row["natural"] == pytest.approx(row["total"] / 4)


def test_balances_that_cancel_out_still_have_rates():
    """No change in all does not divide by zero: -50 and +50 of 1,000 in ten years."""
    rates = population.balance_rates(balance(1000, -50, 50), {"X": ("epci", "X")})
    row = rates.loc[("X", "2000–2010")]
    assert row.tolist() == pytest.approx([-0.5, 0.5, 0.0])


def test_rates_of_the_toy_basin_follow_its_balance(mineville):
    """From 1968 to 1975 it has 50 more deaths than births, and loses 1,050 by migration."""
    here = mineville.rates.loc["Bassin de Mineville"]
    first = here.loc["1968–1975"]
    assert first["natural"] / first["migratory"] == pytest.approx(50 / 1050)


def test_sides_add_up_to_the_total(mineville, toy):
    """Every commune is on one side or in the centre."""
    by_side = mineville.by_side(Territory("200000018", toy).sides())
    assert by_side.loc[2020].sum() == mineville.total[2020]


@pytest.mark.parametrize(
    ("riser", "year"), [([1, 3, 1, 3, 4], 4), ([3, 3, 3, 3, 3], 1), ([1, 1, 1, 1, 1], None)]
)
def test_crossing_is_for_good(mineville, riser, year):
    """An overtaking that does not last does not count."""
    table = pd.DataFrame([riser, [2] * 5], index=["a", "b"], columns=range(1, 6), dtype=float)
    one = Population(table, mineville.names, mineville.balance, {})
    assert one.crossing(pd.Series({"a": "riser", "b": "other"}), "riser", "other") == year


def test_losers_are_counted_by_side_and_period(mineville):
    """Two communes on one side, one of which loses people."""
    table = pd.DataFrame({1968: [10.0, 10.0], 2020: [5.0, 20.0]}, index=["a", "b"])
    one = Population(table, mineville.names, mineville.balance, {})
    losers = one.losers(pd.Series({"a": "north", "b": "north"}), [(1968, 2020)])
    assert losers.loc[("north", "1968–2020")].tolist() == [2, 1, 25]


def test_another_real_territory(real):
    """The same series for an intercommunality on the other side of the country."""
    from bassin.territory import Territory

    brest = Territory.named("Brest Métropole", real)
    total = Population.of(brest, real).total
    assert total.loc[1968:2020].notna().all()
    assert 150_000 < total[1968] < 250_000
