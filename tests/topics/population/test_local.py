"""Population, on the toy France and on tables made by hand."""

import pandas as pd
import pytest

from bassin.files.sources import Sources
from bassin.files.trace import recording
from bassin.places.territory import Territory
from bassin.read import insee
from bassin.topics.population.history import PERIODS_OF_LOSS
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


def test_a_blank_is_no_merger(mineville):
    """30002 is still a commune in 2025: without its people, the year's total is not known."""
    table = mineville.by_commune.copy()
    table.loc["30002", 2023] = float("nan")
    gap = mineville.having(by_commune=table)
    assert pd.isna(gap.total[2023])
    assert gap.total[2020] == mineville.total[2020]


def test_rates_of_the_toy_basin_follow_its_balance(mineville):
    """From 1968 to 1975 it has 50 more deaths than births, and loses 1,050 by migration."""
    here = mineville.rates.loc["EPCI-200000018"]
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


def test_losers_are_unknown_where_a_commune_is(mineville):
    """One without inhabitants of the second date is no commune that has kept its own."""
    table = pd.DataFrame({1968: [10.0, 10.0], 2020: [5.0, None]}, index=["a", "b"])
    one = mineville.having(by_commune=table)
    losers = one.losers(pd.Series({"a": "north", "b": "north"}), [(1968, 2020)])
    assert losers[["losing", "median_pct"]].isna().all(axis=None)


def test_a_loss_within_what_a_census_tells_is_none(mineville):
    """Of three communes one loses more than half a percent, one less, one nothing."""
    table = pd.DataFrame({1968: [1000.0] * 3, 2020: [994.0, 996.0, 1000.0]}, index=[*"abc"])
    one = mineville.having(by_commune=table)
    losers = one.losers(pd.Series(dict.fromkeys("abc", "north")), [(1968, 2020)])
    assert losers["losing"].tolist() == [1]


def test_towns_drawn_are_those_of_the_territory(mineville):
    """The toy basin has a commune with the code of Alès, and none with that of La Grand-Combe."""
    drawn = mineville.drawn(1968, 2020)
    assert list(drawn.columns) == ["EPCI-200000018", "30007"]
    assert (drawn.index[0], drawn.index[-1]) == (1968, 2020)
    assert drawn.at[2020, "EPCI-200000018"] == mineville.total[2020]


def test_losses_are_counted_on_the_sides_of_the_territory(mineville):
    """Over each period, on each side and in the centre."""
    losing = mineville.losing
    assert len(losing) == 3 * len(PERIODS_OF_LOSS)
    assert (losing["losing"] <= losing["communes"]).all()


def test_another_real_territory(real):
    """The same series for an intercommunality on the other side of the country."""
    from bassin.places.territory import Territory

    brest = Territory.named("Brest Métropole", real)
    total = Population(brest, real).total
    assert total.loc[1968:2020].notna().all()
    assert 150_000 < total[1968] < 250_000


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


def test_the_real_balance_of_occitanie(real):
    """5,683,878 and 5,885,496 inhabitants, 23,001 more births than deaths: 0.08 % a year."""
    found = Population(Territory("200066918", real), real)
    row = found.recent.loc[("region", "76", 2013)]
    assert row[["population_start", "population_end", "natural"]].round().tolist() == [
        *(5_683_878, 5_885_496, 23_001)
    ]
    assert found.natural("76")["2013-2018"] == pytest.approx(0.0798, abs=1e-4)
    assert found.recent_own.loc[("epci", "200066918", 2013), "natural"] == -1252


def test_a_year_rests_on_its_own_file(toy):
    """A census of before 2016 on the long series alone; a later one not on it."""
    series, yearly = insee.HISTORICAL_POPULATION, insee.MUNICIPAL_POPULATION
    for asked, files in (
        (lambda one: one.total_in(1999), {series}),
        (lambda one: one.interpolated(2000), {series}),
        (lambda one: one.total_in(2020), {yearly}),
    ):
        fresh = Sources(toy.root)
        with recording() as noted:
            asked(Population(Territory("200000018", fresh), fresh))
        assert noted.files & {series, yearly, "anct/densite.csv"} == files


def test_a_year_alone_is_that_of_the_series(mineville):
    """Of the whole territory and of each commune; between two censuses at one rate."""
    for year in mineville.by_commune:
        assert mineville.people(year).equals(mineville.by_commune[year])
        assert mineville.total_in(year) == pytest.approx(mineville.total[year], nan_ok=True)
    assert mineville.interpolated(1999) == pytest.approx(mineville.total[1999])
    assert mineville.interpolated(2000) == pytest.approx(
        mineville.total[1999] ** (6 / 7) * mineville.total[2006] ** (1 / 7)
    )
