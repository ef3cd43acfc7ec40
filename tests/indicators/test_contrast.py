"""Hills and plain, on the toy France and on tables made by hand."""

from __future__ import annotations

import geopandas as gpd
import numpy as np
import pandas as pd
import pytest
from tests.fixtures.toy_contrast import HIGH, HILLS

from bassin.indicators import contrast
from bassin.indicators.contrast import ALTITUDE, AZIMUTH, MASSIF, PLAIN, Contrast
from bassin.indicators.contrast import HILLS as HILL_SIDE
from bassin.show import number
from bassin.sources import Sources
from bassin.territory import AWAY, FACING, Territory

TOWN = "30001"


@pytest.fixture(scope="module")
def mineville(toy: Sources) -> Contrast:
    """The halves of the Alès-like EPCI of the toy France."""
    return Contrast.of(Territory("200000018", toy), toy)


def series(**values: float) -> pd.Series:
    return pd.Series(values, dtype=float)


# Lines


def test_straight_line_takes_the_sides_of_the_territory():
    """The side faced is the hills, and the centre keeps its name."""
    sides = pd.Series({"a": FACING, "b": AWAY, "c": "Town"})
    assert contrast.by_azimuth(sides).to_list() == ["hills", "plain", "Town"]


def test_massif_leaves_a_merged_commune_without_a_zone():
    """A commune that was gone when the massifs were listed is on neither side."""
    zones = contrast.by_massif(["a", "b", "c", "d"], {"a"}, {"a", "b", "d"}, "d", "Town")
    assert zones.fillna("-").to_list() == ["hills", "plain", "-", "Town"]


def test_altitude_is_cut_at_the_median_of_the_others():
    """The centre does not weigh on the threshold, which itself is the plain."""
    altitude = series(a=100, b=200, c=300, town=1000)
    assert contrast.altitude_threshold(altitude, "town") == 200
    zones = contrast.by_altitude(altitude, "town", "Town")
    assert zones.to_list() == ["plain", "plain", "hills", "Town"]


@pytest.mark.parametrize(("threshold", "hills"), [(50, 3), (250, 1), (300, 0)])
def test_altitude_takes_any_threshold(threshold: float, hills: int):
    """Only communes strictly above are hills."""
    altitude = series(a=100, b=200, c=300, town=1000)
    zones = contrast.by_altitude(altitude, "town", "Town", threshold)
    assert (zones == "hills").sum() == hills


def test_unknown_altitude_has_no_zone():
    """A commune without an altitude is neither high nor low."""
    zones = contrast.by_altitude(series(a=100, b=np.nan, c=300, town=0), "town", "Town")
    assert zones.isna().to_list() == [False, True, False, False]


def test_a_line_with_an_empty_side_cuts_nothing():
    """Both sides need a commune; the centre and those without a zone do not count."""
    assert contrast.cuts_in_two(pd.Series(["hills", "plain", "Town", np.nan]))
    assert not contrast.cuts_in_two(pd.Series(["hills", "Town", np.nan]))


def test_lines_of_the_toy(mineville: Contrast):
    """Six in the hills by the straight line and by the massif, three by altitude."""
    lines = mineville.lines
    assert set(lines.index[lines[AZIMUTH] == HILL_SIDE]) == set(HILLS)
    assert set(lines.index[lines[MASSIF] == HILL_SIDE]) == set(HILLS)
    assert set(lines.index[lines[ALTITUDE] == HILL_SIDE]) == set(HIGH)
    assert lines.loc[TOWN].to_list() == ["Mineville"] * 3
    assert lines.index[lines[MASSIF].isna()].to_list() == ["30015"]
    assert mineville.threshold == 300
    assert mineville.without == {}


def test_a_line_that_is_not_to_be_had_says_why(toy: Sources):
    """Altitudes of departement 48 are not in the file; all its communes are of a massif."""
    causse = Contrast.of(Territory("244800405", toy), toy)
    assert causse.kept == [AZIMUTH]
    assert causse.without == {
        MASSIF: "one side is empty",
        ALTITUDE: "altitude known in Occitanie only",
    }
    assert np.isnan(causse.car_share())
    assert causse.indicators["car_pct"].isna().all()
    assert causse.table.loc[("growth_1968_1999", AZIMUTH), "holds"] in (True, False)


# Means


@pytest.fixture
def two_sides() -> tuple[pd.DataFrame, pd.DataFrame, pd.DataFrame]:
    """Hills of 1 and 3, plain of 5 and one without a value, a town: values, weights, zones."""
    values = pd.DataFrame({"x": series(a=1, b=3, c=5, d=np.nan, t=100)})
    weights = pd.DataFrame({"x": series(a=3, b=1, c=2, d=9, t=50)})
    zones = pd.Series(["hills", "hills", "plain", "plain", "Town"], values.index)
    return values, weights, zones.to_frame("line")


def test_means_count_the_communes_with_a_value(two_sides):
    """(3 x 1 + 1 x 3) / 4 = 1.5 in the hills; one of two in the plain."""
    values, weights, lines = two_sides
    means = contrast.means_by_zone(values, weights, lines["line"]).loc["x"]
    assert means["mean"].to_dict() == {"hills": 1.5, "plain": 5, "Town": 100}
    assert means.loc["plain", ["communes", "of"]].to_list() == [1, 2]


def test_comparison_leaves_the_centre_out(two_sides):
    """Mean 8/3 and variance 26/9 over the two sides: the town's 100 does not count."""
    values, weights, lines = two_sides
    row = contrast.compare(values, weights, lines, pd.Series({"x": PLAIN})).loc[("x", "line")]
    assert row["difference"] == -3.5
    deviation = contrast.weighted_deviation(values["x"].drop("t"), weights["x"].drop("t"))
    spread = np.sqrt((3 * (1 - 8 / 3) ** 2 + (3 - 8 / 3) ** 2 + 2 * (5 - 8 / 3) ** 2) / 6)
    assert deviation == pytest.approx(spread)
    assert row["effect"] == pytest.approx(-3.5 / spread)


@pytest.mark.parametrize(("side", "holds"), [("plain", True), ("hills", False), ("none", pd.NA)])
def test_a_direction_holds_or_not_or_is_not_expected(two_sides, side: str, holds: object):
    """The plain has more: so it holds where the plain is expected to."""
    values, weights, lines = two_sides
    row = contrast.compare(values, weights, lines, pd.Series({"x": side})).loc[("x", "line")]
    assert row["holds"] is holds or row["holds"] == holds


def test_a_tie_is_neither_side(two_sides):
    """No difference is not the difference expected."""
    _, weights, lines = two_sides
    even = pd.DataFrame({"x": series(a=2, b=2, c=2, d=2, t=0)})
    for side in ("hills", "plain"):
        row = contrast.compare(even, weights, lines, pd.Series({"x": side})).loc[("x", "line")]
        assert not row["holds"]
        assert np.isnan(row["effect"])


def test_a_side_without_a_value_is_not_compared(two_sides):
    """With no value in the plain there is nothing to hold."""
    values, weights, lines = two_sides
    values.loc["c", "x"] = np.nan
    row = contrast.compare(values, weights, lines, pd.Series({"x": "hills"})).loc[("x", "line")]
    assert pd.isna(row["holds"])
    assert (row["hills_communes"], row["plain_communes"]) == (2, 0)


def test_change_of_a_zone_is_that_of_its_people(mineville: Contrast):
    """3,200 to 2,300 in the hills, 800 to 1,200 in the plain, from 1968 to 1999."""
    row = mineville.table.loc[("growth_1968_1999", AZIMUTH)]
    assert row[["hills", "plain"]].to_list() == pytest.approx([-28.125, 50])
    assert row["holds"]


def test_indicators_of_the_toy(mineville: Contrast):
    """Means, and the number of communes behind them, as drawn."""
    straight = mineville.table.xs(AZIMUTH, level="line")
    assert straight.loc["far_workers_pct", ["hills", "plain"]].to_list() == [30.5, 20.5]
    assert straight.loc["car_pct", ["hills", "plain"]].to_list() == [80, 80]
    assert straight.loc["best_4g_pct", "plain_communes"] == 4
    assert straight.loc["cinema_minutes", "plain_communes"] == 4
    assert mineville.known("cinema_minutes") == 10
    assert mineville.car_share() == pytest.approx((70 + 11 * 80) / 12)


def test_tables_of_the_toy(mineville: Contrast):
    """One row an indicator; cells that lack communes say how many they rest on."""
    held = mineville.held()
    assert held.loc["growth_1968_1999", "holds"] == "3 of 3"
    assert pd.isna(held.loc["car_pct", "holds"])
    written = mineville.written(AZIMUTH, number)
    assert written.columns.to_list() == ["hills", "plain", "Mineville", "expected"]
    assert written.loc["4G, best operator (area covered), 2019", "plain"] == "50.0% (4)"
    aligned = mineville.aligned()
    assert "Workers who drive to work, 2015" not in aligned.index
    assert (aligned.loc["Population change, 1968–1999"] > 0).all()


# Distance, people


def test_distance_is_to_the_nearest():
    """3-4-5: two kilometres to the one, five to the other."""
    points = gpd.GeoSeries.from_xy([0], [0], index=["a"])
    others = gpd.GeoSeries.from_xy([3000, 0], [4000, 2000])
    assert contrast.distance_km(points, others).to_dict() == {"a": 2}
    assert contrast.distance_km(points, others[:0]).isna().all()


def test_stations_of_the_toy(mineville: Contrast):
    """Mineville is at its own station; 30002 is 5 km north of it, and freight does not count."""
    km = mineville.indicators["station_km"]
    assert km[[TOWN, "30002", "30004", "30011"]].to_list() == pytest.approx([0, 5, 0, 5], abs=1e-3)
    table = mineville.stations_by_zone(AZIMUTH).set_index("station")
    assert table["zone"].to_dict() == {
        "Mineville": "Mineville",
        "Terril-le-Haut": "hills",
        "Plaine": "plain",
    }
    assert table.loc["Plaine", "open_to"] == "freight only"


def test_middle_of_the_people_by_hand():
    """One of four moves from west to east: the middle goes a quarter of the way."""
    people = pd.DataFrame({1900: [3, 1], 2000: [2, 2], 2010: [4, np.nan]}, index=["w", "e"])
    points = gpd.GeoSeries.from_xy([0, 4000], [0, 0], index=["w", "e"])
    middle = contrast.centre_of_gravity(people, points)
    assert middle["x"].to_list() == [1000, 2000, 0]
    assert middle["moved_km"].to_list() == [0, 1, 1]
    assert middle.loc[2010, "step_km"] == 2
    assert contrast.bearing(middle.loc[1900], middle.loc[2000]) == 90


def test_people_of_the_toy(mineville: Contrast):
    """The plain passes the hills in 2006: 1,900 against 1,400."""
    people = mineville.people(AZIMUTH)
    assert people.columns.to_list() == ["hills", "plain", "Mineville"]
    assert people.loc[1999].to_list() == [2300, 1200, 3500]
    assert people.loc[2006].to_list() == [1400, 1900, 3000]
    assert mineville.crossing(AZIMUTH) == 2006
    shares = mineville.turns([1999])
    assert shares.loc[("Straight line", "hills"), "1999"] == pytest.approx(100 * 2300 / 7000)
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
