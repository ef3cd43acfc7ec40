"""Hills and plain, on the toy France and on tables made by hand."""

from __future__ import annotations

from collections.abc import Callable
from itertools import pairwise

import geopandas as gpd
import numpy as np
import pandas as pd
import pytest
from tests.fixtures.places import MINEVILLE
from tests.fixtures.toy_contrast import HIGH, HILLS

from bassin.errors import ChoiceError
from bassin.files.sources import Sources
from bassin.files.trace import recording
from bassin.indicators import aggregate, catalogue
from bassin.places.passage import GEOGRAPHY, Passage
from bassin.places.territory import AWAY, FACING, Territory
from bassin.read import printed
from bassin.show import amount
from bassin.topics.contrast import (
    ALTITUDE,
    AZIMUTH,
    BEARING,
    CENTRE,
    MASSIF,
    MINES,
    PLAIN,
    Contrast,
    Measure,
    gaps,
    halves,
    inference,
    measures,
    middle,
)
from bassin.topics.contrast import HILLS as HILL_SIDE
from bassin.words import write

TOWN = "30001"


#: The rebuilt access to doctors, of which the toy France knows nothing.
UNKNOWN = {"care_2019": lambda: Measure(pd.Series(dtype=float), pd.Series(dtype=float))}


@pytest.fixture(scope="module")
def mineville(toy: Sources) -> Contrast:
    """The halves of the Alès-like EPCI of the toy France."""
    return Contrast(Territory("200000018", toy), toy, UNKNOWN)


def series(**values: float) -> pd.Series:
    return pd.Series(values, dtype=float)


def rests_on(toy: Sources, asked: Callable[[Contrast], object]) -> set[str]:
    """Files that an answer of halves of which nothing was asked before rests on."""
    fresh = Sources(toy.root)
    with recording() as noted:
        asked(Contrast(Territory("200000018", fresh), fresh, UNKNOWN))
    return noted.files


def test_what_is_asked_of_one_indicator_rests_on_its_files(toy: Sources):
    """Its values, its clusters and where it is known, whatever the others are made of."""
    floods, fires = "ccr/catnat_decrees_1982_2024.parquet", "bdiff/incendies_foret_2014_2024.csv"
    others = {"insee/cc_filosofi_2020_COM.csv", "dgfip/dvf_communes_2019.csv", fires}
    for asked in (
        lambda one: one.by_commune("floods_per_commune"),
        lambda one: one.clusters("floods_per_commune"),
        lambda one: one.controlled_clusters("floods_per_commune"),
        lambda one: one.known("floods_per_commune"),
    ):
        found = rests_on(toy, asked)
        assert floods in found
        assert not found & others


def test_values_asked_for_alone_are_those_of_the_whole_table(mineville: Contrast):
    """To the digit, in the order asked."""
    names = ["station_km", "median_income"]
    assert mineville.by_commune(*names).equals(mineville.indicators[names])
    with pytest.raises(ChoiceError, match="indicators='incomes' is no choice"):
        mineville.by_commune("incomes")


# Lines


def test_straight_line_is_that_of_the_territory(mineville: Contrast, toy: Sources):
    """At the study's angle it is the line the other chapters use."""
    sides = Territory("200000018", toy).sides(BEARING)
    renamed = sides.replace({FACING: HILL_SIDE, AWAY: PLAIN})
    renamed[TOWN] = CENTRE
    assert mineville.lines[AZIMUTH].to_dict() == renamed.to_dict()


def test_range_of_a_merged_commune_is_that_of_its_parts():
    """The lowest of the lows and the highest of the highs; NaN where a part is not known."""
    events = pd.DataFrame(
        {"date": ["2015-01-01"] * 3, "before": ["a", "b", "x"], "after": ["a", "a", "y"]}
    )
    halls = pd.DataFrame(
        {"altitude_min_m": [10.0, 5.0, np.nan], "altitude_max_m": [20.0, 15.0, np.nan]},
        index=["a", "b", "x"],
    )
    found = halves.altitude_range(halls, Passage(events, GEOGRAPHY), ["a", "y", "z"])
    assert found.loc["a"].to_list() == [5, 20]
    assert found.loc[["y", "z"]].isna().all(axis=None)


def test_lines_of_the_toy(mineville: Contrast):
    """Six in the hills by the straight line and by the massif, three by altitude."""
    zones = mineville.lines
    assert set(zones.index[zones[AZIMUTH] == HILL_SIDE]) == set(HILLS)
    assert set(zones.index[zones[MASSIF] == HILL_SIDE]) == set(HILLS)
    assert set(zones.index[zones[ALTITUDE] == HILL_SIDE]) == set(HIGH)
    assert zones.loc[TOWN].to_list() == [CENTRE] * 4
    assert mineville.zone_names == {CENTRE: "Mineville"}
    assert zones.index[zones[MASSIF].isna()].to_list() == ["30015"]
    assert mineville.threshold == 300
    assert mineville.without == {}
    assert mineville.placed(PLAIN).loc[TOWN].to_list() == ["plain"] * 4


def test_mines_of_the_toy(mineville: Contrast):
    """30002 is one, 30004 is 5 km west of it; the town, a mine too, is left out."""
    km = mineville.mines_km
    assert list(mineville.mining.index) == ["30002", "30037"]
    assert km[["30002", "30004", TOWN]].to_list() == pytest.approx([0, 5, 5], abs=1e-3)
    assert mineville.lines.loc["30002", MINES] == HILL_SIDE
    assert mineville.mines_threshold == pytest.approx(km.drop(TOWN).median())


def test_a_line_that_is_not_to_be_had_says_why(toy: Sources):
    """All communes of departement 48 are of a massif, and the study names no mine there."""
    causse = Contrast(Territory("244800405", toy), toy, UNKNOWN)
    assert causse.without[MASSIF] == "side_empty"
    assert causse.without[MINES] == "no_mine_named"
    assert causse.in_two(MASSIF) is None
    assert causse.in_two(MINES) is None
    assert AZIMUTH in causse.kept
    assert causse.in_two(AZIMUTH).equals(causse.lines[AZIMUTH])
    # A fifth of its inhabitants live where the share is not known.
    assert np.isnan(causse.car_share())
    assert causse.table.loc[("growth_1968_1999", AZIMUTH), "holds"] in (True, False)
    assert causse.tested["p_moran"].isna().all()  # five communes are too few


# Means


#: Inhabitants of the two sides: nine in ten of the plain live where there is a value.
PEOPLE = pd.Series({"a": 30, "b": 10, "c": 90, "d": 10, "t": 500})


@pytest.fixture
def two_sides() -> tuple[pd.DataFrame, pd.DataFrame, pd.DataFrame]:
    """Hills of 1 and 3, plain of 5 and one without a value, a town: values, weights, zones."""
    values = pd.DataFrame({"x": series(a=1, b=3, c=5, d=np.nan, t=100)})
    weights = pd.DataFrame({"x": series(a=3, b=1, c=2, d=9, t=50)})
    zones = pd.Series(["hills", "hills", "plain", "plain", CENTRE], values.index)
    return values, weights, zones.to_frame("line")


def test_means_count_the_communes_with_a_value(two_sides):
    """(3 x 1 + 1 x 3) / 4 = 1.5 in the hills; one of two in the plain."""
    values, weights, lines = two_sides
    means = gaps.means_by_zone(values, weights, lines["line"], PEOPLE).loc["x"]
    assert means["mean"].to_dict() == {"hills": 1.5, "plain": 5, CENTRE: 100}
    assert means.loc["plain", ["communes", "of"]].to_list() == [1, 2]


def test_comparison_leaves_the_centre_out(two_sides):
    """Mean 8/3 and variance 26/9 over the two sides: the town's 100 does not count."""
    values, weights, lines = two_sides
    row = gaps.compare(values, weights, lines, pd.Series({"x": PLAIN}), PEOPLE).loc[("x", "line")]
    assert row["difference"] == -3.5
    x, w = np.array([1.0, 3, 5]), np.array([3.0, 1, 2])
    deviation = gaps.weighted_deviation(x, w)
    spread = np.sqrt((3 * (1 - 8 / 3) ** 2 + (3 - 8 / 3) ** 2 + 2 * (5 - 8 / 3) ** 2) / 6)
    assert deviation == pytest.approx(spread)
    assert row["effect"] == pytest.approx(-3.5 / spread)


@pytest.mark.parametrize(("side", "holds"), [("plain", True), ("hills", False), ("no_side", pd.NA)])
def test_a_direction_holds_or_not_or_is_not_expected(two_sides, side: str, holds: object):
    """The plain has more: so it holds where the plain is expected to."""
    values, weights, lines = two_sides
    row = gaps.compare(values, weights, lines, pd.Series({"x": side}), PEOPLE).loc[("x", "line")]
    assert row["holds"] is holds or row["holds"] == holds


def test_a_tie_is_neither_side(two_sides):
    """No difference is not the difference expected."""
    _, weights, lines = two_sides
    even = pd.DataFrame({"x": series(a=2, b=2, c=2, d=2, t=0)})
    for side in ("hills", "plain"):
        row = gaps.compare(even, weights, lines, pd.Series({"x": side}), PEOPLE).loc[("x", "line")]
        assert not row["holds"]
        assert np.isnan(row["effect"])


def test_a_side_without_a_value_is_not_compared(two_sides):
    """With no value in the plain there is nothing to hold."""
    values, weights, lines = two_sides
    values.loc["c", "x"] = np.nan
    row = gaps.compare(values, weights, lines, pd.Series({"x": "hills"}), PEOPLE).loc[("x", "line")]
    assert pd.isna(row["holds"])
    assert (row["hills_communes"], row["plain_communes"]) == (2, 0)


@pytest.mark.parametrize("masked", ["plain", "hills"])
def test_the_mean_of_what_is_not_masked_is_no_mean_of_a_side(two_sides, masked: str):
    """With one in nine of a side masked there is a mean; with more, neither mean nor gap."""
    values, weights, lines = two_sides
    values = values.fillna(7.0)
    code, other = ("d", "b") if masked == "plain" else ("b", "d")
    values.loc[code, "x"] = np.nan
    expected = pd.Series({"x": PLAIN})
    for people, told in ((11, False), (9, True)):
        counted = pd.Series({"a": 90, "b": 10, "c": 90, "d": 10, "t": 500})
        counted[code] = people
        counted[other] = 10
        row = gaps.compare(values, weights, lines, expected, counted).loc[("x", "line")]
        mean = gaps.means_by_zone(values, weights, lines["line"], counted).loc[("x", masked)]
        for found in (row[masked], row["difference"], row["effect"], mean["mean"]):
            assert np.isfinite(found) == told
        assert pd.isna(row["holds"]) != told
        assert np.isfinite(row["plain" if masked == "hills" else "hills"])
        assert (mean["communes"], mean["of"]) == (1, 2)


@pytest.mark.parametrize("weight", [np.nan, -1.0])
def test_a_value_needs_its_weight(two_sides, weight: float):
    """A value that counts for nobody knows how much is refused, by its code."""
    values, weights, zones = two_sides
    weights.loc["b", "x"] = weight
    with pytest.raises(ValueError, match="x: the weight of 'b'"):
        gaps.compare(values, weights, zones, pd.Series({"x": PLAIN}), PEOPLE)


def test_change_of_a_zone_is_that_of_its_people(mineville: Contrast):
    """3,200 to 2,300 in the hills, 800 to 1,200 in the plain, from 1968 to 1999."""
    row = mineville.table.loc[("growth_1968_1999", AZIMUTH)]
    assert row[["hills", "plain"]].to_list() == pytest.approx([-28.125, 50])
    assert row["holds"]


def test_indicators_of_the_toy(mineville: Contrast):
    """Means, and the number of communes behind them, as drawn."""
    straight = mineville.table.xs(AZIMUTH, level="line")
    assert straight.loc["fast_internet_pct", "plain"] == 40
    # 30005 took in 30025 in 2020: the share of 2018 is of another place, and too few are left.
    assert np.isnan(mineville.indicators.at["30005", "far_workers_pct"])
    assert straight.loc["far_workers_pct", "hills_communes"] == 5
    assert np.isnan(straight.loc["far_workers_pct", "hills"])
    assert straight.loc["far_workers_pct", "plain"] == 20.5
    assert straight.loc["car_pct", ["hills", "plain"]].to_list() == [80, 90]
    assert straight.loc["best_4g_pct", "plain_communes"] == 4
    assert straight.loc["cinema_minutes", "plain_communes"] == 4
    assert mineville.known("cinema_minutes") == 9
    # 300 in the town, 100 in each of the others.
    assert mineville.car_share() == pytest.approx((300 * 70 + 600 * 80 + 500 * 90) / 1400)


def test_tables_of_the_toy(mineville: Contrast):
    """One row an indicator; cells that lack communes say how many they rest on."""
    written = mineville.written(AZIMUTH, amount)
    assert written.columns.to_list() == ["hills", "plain", CENTRE, "expected"]
    assert written.loc["indicator.best_4g_pct", "plain"] == "50.0% (4)"
    aligned = mineville.aligned()
    assert "indicator.car_pct" not in aligned.index
    assert aligned.columns.to_list() == [AZIMUTH, MASSIF, ALTITUDE, MINES]
    assert aligned.loc["indicator.growth_1968_1999", AZIMUTH] > 0


# Distance, people


def test_stations_of_the_toy(mineville: Contrast):
    """Mineville is at its own station; 30002 is 5 km north of it, and freight does not count."""
    km = mineville.indicators["station_km"]
    assert km[[TOWN, "30002", "30004", "30011"]].to_list() == pytest.approx([0, 5, 0, 5], abs=1e-3)
    table = mineville.stations_by_zone(AZIMUTH)
    assert table["zone"].to_dict() == {
        "Mineville": CENTRE,
        "Terril-le-Haut": "hills",
        "Plaine": "plain",
    }
    assert table.index[0] == "Mineville"
    assert table.loc["Plaine", "open_to"] == "open_freight"
    assert mineville.served_by_zone(AZIMUTH).to_dict() == {CENTRE: 1, "hills": 1}


def test_middle_of_the_people_by_hand():
    """One of four moves from west to east: the middle goes a quarter of the way."""
    people = pd.DataFrame({1900: [3, 1], 2000: [2, 2], 2010: [4, np.nan]}, index=["w", "e"])
    points = gpd.GeoSeries.from_xy([0, 4000], [0, 0], index=["w", "e"])
    path = middle.centre_of_gravity(people, points)
    assert path["x"].to_list() == [1000, 2000, 0]
    assert path["moved_km"].to_list() == [0, 1, 1]
    assert path.loc[2010, "step_km"] == 2
    assert middle.bearing(path.loc[1900], path.loc[2000]) == 90


def test_people_of_the_toy(mineville: Contrast):
    """The plain passes the hills in 2006: 1,900 against 1,400."""
    people = mineville.people(AZIMUTH)
    assert people.columns.to_list() == ["hills", "plain", CENTRE]
    assert people.loc[1999].to_list() == [2300, 1200, 3500]
    assert people.loc[2006].to_list() == [1400, 1900, 3000]
    assert mineville.crossing(AZIMUTH) == 2006
    shares = mineville.turns([1999])
    assert shares.loc[("line_azimuth", "hills"), "1999"] == pytest.approx(100 * 2300 / 7000)
    assert shares["crossing"].max() == 2006
    assert mineville.losers(AZIMUTH).loc[("hills", "1968–1999"), "losing"] == 5


def test_middle_of_the_toy_goes_to_the_plain(mineville: Contrast):
    """It goes south-east, and as far as it says."""
    assert 90 < mineville.heading(1968, 2020) < 180
    moved = mineville.middle.loc[2020, "moved_km"]
    assert mineville.displacement(1876, 2020) == pytest.approx(moved)


def test_towns(mineville: Contrast):
    """Communes of one side, over a size in one year."""
    assert mineville.towns(AZIMUTH, HILL_SIDE, 1968, 600)["name"].to_list() == [
        *("La Fosse", "Le Puits", "Haut Terril")
    ]


# Measures


def test_measures_of_the_toy(mineville: Contrast):
    """Jobs, births, prices and vacancies, as drawn; what secrecy hides stays missing."""
    values = mineville.indicators
    assert values.loc[[TOWN, "30002"], "jobs_per_worker"].to_list() == [150, 50]
    # 50 births less 100 deaths over five years, for 2,500 people on average.
    assert values.loc[TOWN, "natural_balance"] == -4
    assert values.loc[["30002", "30011"], "house_price"].to_list() == [1000, 2000]
    assert np.isnan(values.loc["30007", "house_price"])
    assert values.loc[TOWN, "vacant_pct"] == 10
    assert np.isnan(values.loc["30002", "vacant_pct"])
    assert values.loc[TOWN, "unemployment_2018"] == 20


def test_a_merged_commune_is_taken_with_its_partner():
    """B's 50 are counted in c at the end: c grew by 150 in all, 100 of its own and b's."""
    people = pd.DataFrame(
        {2013: [100, 40, 80], 2022: [110, 50, 100], 2023: [112, np.nan, 152]},
        index=["a", "b", "c"],
        dtype=float,
    )
    near = pd.DataFrame(True, index=people.index, columns=people.index)
    change, first = gaps.grown(people, near, 2013, 2023)
    assert change["c"] == pytest.approx(100 * (152 / 120 - 1))
    assert np.isnan(change["b"])
    assert first.to_dict() == {"a": 100, "b": 40, "c": 120}


def test_a_merger_nobody_shows_leaves_the_neighbours_out():
    """No rise comes near b's 50: none of those that touch it can be trusted."""
    people = pd.DataFrame(
        {2013: [100, 40, 80], 2022: [110, 50, 100], 2023: [112, np.nan, 102]},
        index=["a", "b", "c"],
        dtype=float,
    )
    near = pd.DataFrame(False, index=people.index, columns=people.index)
    near.loc["b", "c"] = near.loc["c", "b"] = True
    change, _ = gaps.grown(people, near, 2013, 2023)
    assert change.isna().to_list() == [False, True, True]


def test_growth_of_the_toy_holds_the_merged_together(mineville: Contrast):
    """30015 merged into 30013 in 2025: 500 people in 2013 and 600 in 2023, counted once."""
    change = mineville.indicators["growth_2013_2023"]
    assert np.isnan(change["30015"])
    people = mineville.population.by_commune
    both = people.loc[["30013", "30015"], 2013].sum()
    assert change["30013"] == pytest.approx(100 * (people.loc["30013", 2023] / both - 1))


def test_an_indicator_from_elsewhere_needs_its_row(toy: Sources):
    """A Series by commune is all it takes, once its expectation is written."""
    territory = Territory("200000018", toy)
    one = pd.Series(1.0, index=territory.codes)
    with pytest.raises(ValueError, match="'rebuilt' has no expectation"):
        _ = Contrast(territory, toy, UNKNOWN | {"rebuilt": lambda: Measure(one, one)}).indicators


def test_an_indicator_from_elsewhere_is_compared(toy: Sources, monkeypatch):
    """With its row it goes through every table like the others."""
    written = printed.contrast_expectations(toy, MINEVILLE)
    row = written.loc[["gp_2023"]].rename({"gp_2023": "rebuilt"}).assign(family="rebuilt")
    monkeypatch.setattr(printed, "contrast_expectations", lambda *_: pd.concat([written, row]))
    territory = Territory("200000018", toy)
    access = pd.Series([2.0 if code in HILLS else 3.0 for code in territory.codes], territory.codes)
    rebuilt = Measure(access, access * 0 + 1)
    contrast = Contrast(territory, toy, UNKNOWN | {"rebuilt": lambda: rebuilt})
    assert contrast.table.loc[("rebuilt", AZIMUTH), "holds"]
    assert "rebuilt" in contrast.headline


def test_price_of_a_side_is_weighted_by_sales():
    """Nine sales at 1,000 and one at 2,000 make 1,100, not 1,500: dear places sell little."""
    tables = {
        "house_price": pd.DataFrame({"price": [1000.0, 2000.0], "sales": [9.0, 1.0]}, ["a", "b"]),
        "vacant_pct": pd.DataFrame({"dwellings": [100, 900.0], "vacant": [20.0, 90]}, ["a", "b"]),
    }
    parts = {
        name: aggregate.parts(catalogue.find(name).rule, table) for name, table in tables.items()
    }
    found = {name: Measure(one.values(), one.weights()) for name, one in parts.items()}
    zones = pd.Series("hills", index=["a", "b"])
    table = gaps.means_by_zone(
        *measures.tabulate(found, zones.index), zones, pd.Series(1.0, index=zones.index)
    )["mean"]
    assert table[("house_price", "hills")] == 1100
    assert table[("vacant_pct", "hills")] == 11


def test_shares_of_a_side_are_weighted_by_what_they_are_shares_of():
    """A hundred workers of whom half drive, and 300 of whom all do: seven in eight."""
    commuting = pd.DataFrame({"workers": [100.0, 300.0], "car_pct": [50.0, 100.0]}, ["a", "b"])
    one = aggregate.parts(catalogue.find("car_pct").rule, commuting)
    assert (one.values() * one.weights()).sum() / one.weights().sum() == 87.5


def test_two_censuses_that_share_most_surveys_are_not_two(toy: Sources):
    """Each is of five years of surveys: at most one of them is common to two of the list."""
    listed = printed.contrast_expectations(toy, MINEVILLE).index
    years = sorted(int(name[-4:]) for name in listed if name.startswith("unemployment_"))
    assert len(years) > 1
    for one, next_one in pairwise(years):
        assert next_one - one >= 4


def test_indicators_masked_too_often_are_left_out(mineville: Contrast):
    """Vacant dwellings are known in a few communes: no mean, no test, no count, and it is said."""
    left = mineville.left_out
    assert "vacant_pct" in left.index
    assert (left["people_pct"] < 90).all()
    assert left.at["vacant_pct", "communes"] == mineville.known("vacant_pct")
    assert not set(left.index) & set(mineville.headline)
    assert not set(left["label"]) & set(mineville.written(AZIMUTH, amount).index)


# Tests, sensitivity


def test_differences_by_hand():
    """Means 1.5 and 5; labels or values may come in rows."""
    x, w = np.array([1.0, 3.0, 5.0]), np.array([3.0, 1.0, 2.0])
    hills = np.array([True, True, False])
    assert gaps.differences(x, w, hills) == -3.5
    assert gaps.differences(x, w, np.array([hills, ~hills])).tolist() == [-3.5, 3.5]
    assert gaps.differences(np.array([x, 2 * x]), w, hills).tolist() == [-3.5, -7]
    assert np.isnan(gaps.differences(x, w, np.array([True, True, True])))


def test_tests_of_the_toy(mineville: Contrast):
    """Eleven communes are tested; p-values lie in (0, 1]; Holm's count every test of the table."""
    tested = mineville.tested
    row = tested.loc[("growth_1999_2020", AZIMUTH)]
    assert row["communes"] == 11
    p = tested[["p_naive", "p_rotation", "p_moran", "p_holm"]].dropna()
    assert len(p) > 0
    assert ((p > 0) & (p <= 1)).all(axis=None)
    assert (p["p_holm"] >= p["p_moran"]).all()
    assert len(p) > len(mineville.headline)
    assert p["p_holm"].equals(inference.holm(p["p_moran"]))
    least = p["p_moran"].idxmin()
    assert p.at[least, "p_holm"] == min(1, len(p) * p.at[least, "p_moran"])
    assert mineville.standing_out().index.to_list() == list(p.index[p["p_holm"] <= 0.05])


def test_tests_are_the_same_twice(mineville: Contrast, toy: Sources):
    """A second run from the files gives the same numbers."""
    again = Contrast(Territory("200000018", toy), toy, UNKNOWN)
    pd.testing.assert_frame_equal(again.tested, mineville.tested)
    pd.testing.assert_frame_equal(again.widest, mineville.widest)


def test_claims_are_judged_by_the_middle_gap(mineville: Contrast):
    """The plain grows more by the straight line and the massif, as drawn."""
    assert mineville.bears_out("argument_population")
    evidence = mineville.evidence("argument_population")
    assert len(evidence) == 3 * len(mineville.kept)
    aligned = evidence["aligned"].sort_values().to_numpy()
    assert (aligned[5] + aligned[6]) / 2 > 0
    p = mineville.beyond_chance("argument_population")
    tested = mineville.tested.loc[evidence.index]
    pd.testing.assert_frame_equal(tested[evidence.columns], evidence)
    assert p == tested.loc[tested["aligned"] > 0, "p_holm"].min()


def test_a_claim_is_judged_by_the_files_of_its_own_indicators(toy: Sources):
    """What chance gives beside it counts all tests, and rests on the files of all."""
    others = {"ccr/catnat_decrees_1982_2024.parquet", "bdiff/incendies_foret_2014_2024.csv"}
    judged = rests_on(toy, lambda one: one.bears_out("argument_population"))
    assert "insee/base-pop-historiques-1876-2015.csv.gz" in judged
    assert not judged & others
    assert others <= rests_on(toy, lambda one: one.beyond_chance("argument_population"))


def test_the_middle_gap_by_hand():
    """Of an even number, the mean of the two in the middle; the p-value is of the right side."""
    table = pd.DataFrame({"aligned": [2.0, 0.1, -0.3, -9.0], "p_holm": [0.5, 0.9, 0.2, 0.1]})
    assert not gaps.bears_out(table)
    assert gaps.bears_out(table.iloc[:3])
    assert gaps.beyond_chance(table) == 0.5
    assert np.isnan(gaps.beyond_chance(table.iloc[2:]))
    flat = pd.DataFrame({"aligned": [0.5, np.nan, np.nan]})
    assert not gaps.bears_out(flat)  # where nothing varies there is no gap


def test_a_claim_nobody_wrote_is_refused(mineville: Contrast):
    """A slip in its name would count nothing."""
    with pytest.raises(ChoiceError, match="claim='Peoples' is no choice"):
        mineville.evidence("Peoples")


def test_every_table_counts_the_same_comparisons(mineville: Contrast):
    """Claims, lines and the row of all are sums of one another, and of what the verdicts count."""
    claims = mineville.claims()["held"]
    counted = [sum(said.given[part] for said in claims) for part in ("held", "of")]
    choices = mineville.choices()
    whole = choices.loc[choices["choice"] == "all_lines", ["held", "of"]].iloc[0].to_list()
    assert counted == whole
    assert choices.iloc[: len(mineville.kept)][["held", "of"]].sum().to_list() == whole
    evidence = [mineville.evidence(claim) for claim in claims.index]
    assert [sum(int(e["holds"].sum()) for e in evidence), sum(map(len, evidence))] == whole
    assert mineville.share_held("claim")[["held", "of"]].sum().to_list() == whole


def test_one_choice_is_changed_at_a_time(mineville: Contrast):
    """Where the centre is, or the year: never both; two years of one population are two rows."""
    choices = mineville.choices()
    assert [write(choice) for choice in choices["choice"].iloc[-4:]] == [
        "All lines",
        "All lines, Mineville in the hills",
        "All lines, Mineville in the plain",
        "All lines, every year measured",
    ]
    combos = mineville.combinations
    assert set(combos.index.get_level_values("centre")) == {"apart", "hills", "plain"}
    apart = combos.xs("apart", level="centre")
    assert choices["of"].iloc[-1] == len(apart) > choices["of"].iloc[-4]


def test_claims_of_the_toy(mineville: Contrast):
    """A row a claim; strongest evidence is no weaker than the weakest."""
    claims = mineville.claims()
    assert "argument_population" in claims.index
    assert "argument_risks" not in claims.index  # no direction is expected
    strongest, weakest = (
        claims.at["argument_population", column].given["gap"] for column in ("strongest", "weakest")
    )
    assert strongest >= weakest


def test_turning_of_the_toy(mineville: Contrast):
    """Curves change sign half a turn on; facing north-west they are the straight line's gap."""
    curves = mineville.turning
    assert np.allclose(curves, -np.roll(curves.to_numpy(), 180, axis=0), equal_nan=True)
    aligned = mineville.table["aligned"].xs(AZIMUTH, level="line")
    shared = [name for name in curves if name in mineville.expected]
    # A side with too few known has no gap in the table; the curve is that of the known ones.
    told = aligned[shared].dropna().index
    assert len(told) > 3
    assert np.allclose(curves.loc[315, told], aligned[told])
