"""Population, on the toy France and on tables made by hand."""

import geopandas as gpd
import pandas as pd
import pytest

from bassin.places.territory import Territory
from bassin.topics.population import local as population
from bassin.topics.population.local import Population


@pytest.fixture(scope="module")
def mineville(toy) -> Population:
    """Population of the Alès-like EPCI of the toy France."""
    return Population(Territory("200000018", toy), toy)


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
    gap = mineville.having(by_commune=table)
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
    one = mineville.having(by_commune=table)
    assert one.crossing(pd.Series({"a": "riser", "b": "other"}), "riser", "other") == year


def test_losers_are_counted_by_side_and_period(mineville):
    """Two communes on one side, one of which loses people."""
    table = pd.DataFrame({1968: [10.0, 10.0], 2020: [5.0, 20.0]}, index=["a", "b"])
    one = mineville.having(by_commune=table)
    losers = one.losers(pd.Series({"a": "north", "b": "north"}), [(1968, 2020)])
    assert losers.loc[("north", "1968–2020")].tolist() == [2, 1, 25]


def test_another_real_territory(real):
    """The same series for an intercommunality on the other side of the country."""
    from bassin.places.territory import Territory

    brest = Territory.named("Brest Métropole", real)
    total = Population(brest, real).total
    assert total.loc[1968:2020].notna().all()
    assert 150_000 < total[1968] < 250_000


@pytest.mark.parametrize(("last", "found"), [(1004, 0), (1005, 0), (1006, 1), (990, -1)])
def test_a_level_is_told_to_half_a_percent(last, found):
    """Of a thousand, five people more or less are the same."""
    assert population.level_again(pd.Series({1968: 1000, 2020: last}), 1968, 2020) == found


def test_the_north_begins_beyond_its_distance():
    """Twelve kilometres north, exactly ten, and twelve to the west."""
    points = gpd.GeoSeries.from_xy([0, 0, 0, -12e3], [0, 12e3, 10e3, 0], index=list("abcd"))
    assert population.north_of(points, "a") == ["b"]
    assert population.north_of(points, "a", 9) == ["c", "b"]


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


def test_the_balance_of_2013_to_2018_counts_each_commune_once():
    """Marseille is not counted with its arrondissements, Mayotte not at all."""
    departements = pd.DataFrame(
        {"reg": ["76", "76", "93", "01"]}, index=pd.Index(["30", "48", "13", "971"], name="dep")
    )
    places = {"Here": ("epci", "200000018")}
    own = comparison().loc[["30001"]]
    table = population.balance_2013_2018(comparison(), departements, places, own)
    columns = ["population_start", "population_end", "natural", "migratory"]
    assert table.loc[("region", "76", 2013), columns].tolist() == [2000, 2100, 0, 100]
    assert table.loc[("region", "93", 2013), columns].tolist() == [500, 500, 0, 0]
    assert table.loc[("departement", "971", 2013), columns].tolist() == [100, 90, 0, -10]
    assert table.loc[("france", "FR", 2013), "population_start"] == 2600
    assert table.loc[("epci", "200000018", 2013), columns].tolist() == [1000, 1100, 20, 80]


def test_births_less_deaths_of_a_region_by_period(mineville):
    """The publications of the balance, then the comparison of territories, then a third party."""
    natural = mineville.natural("76")
    assert natural.index[-2:].tolist() == ["2013-2018", "2016-2022"]
    assert natural["2016-2022"] == -0.05
    without = mineville.having(later=pd.DataFrame())
    assert "2016-2022" not in without.natural("76")


def test_inhabitants_together(mineville):
    """The sum of some communes, and none where one is not known."""
    codes = list(mineville.by_commune.index[:2])
    assert mineville.together(codes)[1968] == mineville.by_commune.loc[codes, 1968].sum()
    assert pd.isna(mineville.together(["30015"])[2023])


def test_the_real_north(real):
    """16 communes lost 43 % from 1968 to 2020, 11 of them some, and 0.1 % from 1999."""
    ales = Territory("200066918", real)
    found = Population(ales, real)
    codes = population.north_of(ales.outlines.geometry.centroid, ales.centre)
    people = found.by_commune.loc[codes]
    assert (len(codes), int((people[2020] < people[1968]).sum())) == (16, 11)
    total = found.together(codes)
    assert total[[1968, 1999, 2011, 2020]].tolist() == [26195, 14907, 15202, 14893]


def test_the_real_balance_of_occitanie(real):
    """5,683,878 and 5,885,496 inhabitants, 23,001 more births than deaths: 0.08 % a year."""
    found = Population(Territory("200066918", real), real)
    row = found.recent.loc[("region", "76", 2013)]
    assert row[["population_start", "population_end", "natural"]].round().tolist() == [
        *(5_683_878, 5_885_496, 23_001)
    ]
    assert found.natural("76")["2013-2018"] == pytest.approx(0.0798, abs=1e-4)
    assert found.recent.loc[("epci", "200066918", 2013), "natural"] == -1252
