"""Lines that cut a territory in two, on points and numbers made by hand."""

from __future__ import annotations

import geopandas as gpd
import numpy as np
import pandas as pd
import pytest
import shapely

from bassin.errors import ChoiceError, TerritoryError
from bassin.places import lines
from bassin.places.lines import CENTRE, HILLS


def series(**values: float) -> pd.Series:
    return pd.Series(values, dtype=float)


@pytest.mark.parametrize(("bearing", "hills"), [(0, {"n"}), (90, {"e"}), (225, {"s", "w"})])
def test_straight_line_takes_any_angle(bearing: float, hills: set[str]):
    """Whoever lies on the side faced is in the hills; the centre keeps its name."""
    points = gpd.GeoSeries.from_xy(
        [0, 0.1, 9, -0.1, -9], [0, 9, 0.1, -9, -0.1], index=["c", "n", "e", "s", "w"]
    )
    zones = lines.by_azimuth(points, "c", bearing)
    assert zones["c"] == CENTRE
    found = set(zones.index[zones == HILLS])
    assert hills <= found
    assert len(found) == 2


def test_massif_leaves_a_merged_commune_without_a_zone():
    """A commune that was gone when the massifs were listed is on neither side."""
    zones = lines.by_massif(["a", "b", "c", "d"], {"a"}, {"a", "b", "d"}, "d")
    assert zones.fillna("-").to_list() == ["hills", "plain", "-", CENTRE]


def test_altitude_is_cut_at_the_median_of_the_others():
    """The centre does not weigh on the threshold, which itself is the plain."""
    altitude = series(a=100, b=200, c=300, town=1000)
    assert lines.middle_value(altitude, "town") == 200
    zones = lines.by_altitude(altitude, "town")
    assert zones.to_list() == ["plain", "plain", "hills", CENTRE]


@pytest.mark.parametrize(("threshold", "hills"), [(50, 3), (250, 1), (300, 0)])
def test_altitude_takes_any_threshold(threshold: float, hills: int):
    """Only communes strictly above are hills."""
    altitude = series(a=100, b=200, c=300, town=1000)
    zones = lines.by_altitude(altitude, "town", threshold)
    assert (zones == "hills").sum() == hills


def test_near_the_mines_is_the_hills():
    """Strictly nearer than the median; a threshold may be given."""
    distance = series(a=1, b=5, c=9, town=0)
    zones = lines.by_distance(distance, "town")
    assert zones.to_list() == ["hills", "plain", "plain", CENTRE]
    assert lines.by_distance(distance, "town", 6).to_list()[:2] == ["hills", "hills"]


def test_unknown_altitude_has_no_zone():
    """A commune without an altitude is neither high nor low."""
    zones = lines.by_altitude(series(a=100, b=np.nan, c=300, town=0), "town")
    assert zones.isna().to_list() == [False, True, False, False]


def test_altitudes_are_of_one_kind():
    """Where one mean is missing, all are half-way between lowest and highest point."""
    lowest, highest = series(a=0, b=100), series(a=50, b=300)
    known, is_mean = lines.altitudes(series(a=10, b=200), lowest, highest)
    assert (known.to_list(), is_mean) == ([10, 200], True)
    instead, is_mean = lines.altitudes(series(a=10, b=np.nan), lowest, highest)
    assert (instead.to_list(), is_mean) == ([25, 200], False)


@pytest.mark.parametrize(("where", "zone"), [("apart", CENTRE), ("hills", "hills")])
def test_the_centre_goes_where_it_is_put(where: str, zone: str):
    """Nothing else moves."""
    zones = pd.Series({"a": "hills", "b": "plain", "town": CENTRE})
    moved = lines.with_centre(zones, "town", where)
    assert moved["town"] == zone
    assert moved[["a", "b"]].equals(zones[["a", "b"]])


def test_the_centre_cannot_go_elsewhere():
    """The message says where it can."""
    with pytest.raises(ValueError, match="There are apart, hills, plain"):
        lines.with_centre(pd.Series({"a": "hills"}), "a", "north")


def test_a_line_with_an_empty_side_cuts_nothing():
    """Both sides need a commune; the centre and those without a zone do not count."""
    assert lines.cuts_in_two(pd.Series(["hills", "plain", CENTRE, np.nan]))
    assert not lines.cuts_in_two(pd.Series(["hills", CENTRE, np.nan]))


def test_distance_is_to_the_nearest():
    """3-4-5: two kilometres to the one, five to the other."""
    points = gpd.GeoSeries.from_xy([0], [0], index=["a"])
    others = gpd.GeoSeries.from_xy([3000, 0], [4000, 2000])
    assert lines.distance_km(points, others).to_dict() == {"a": 2}
    assert lines.distance_km(points, others[:0]).isna().all()


POINTS = gpd.GeoSeries.from_xy([0, 5, -5], [0, 5, -5], index=["c", "n", "s"])


@pytest.mark.parametrize(
    "cut",
    [
        lambda centre: lines.zoned(pd.Series({"a": True, "b": False}), centre),
        lambda centre: lines.with_centre(pd.Series({"a": "hills"}), centre),
        lambda centre: lines.with_centre(pd.Series({"a": "hills"}), centre, "plain"),
        lambda centre: lines.facing(POINTS, centre, 0),
        lambda centre: lines.by_azimuth(POINTS, centre),
        lambda centre: lines.by_massif(["a", "b"], {"a"}, {"a", "b"}, centre),
        lambda centre: lines.by_altitude(series(a=1, b=2), centre),
        lambda centre: lines.by_altitude(series(a=1, b=2), centre, 1),
        lambda centre: lines.by_distance(series(a=1, b=2), centre),
        lambda centre: lines.middle_value(series(a=1, b=2), centre),
    ],
)
def test_a_centre_that_is_no_commune_is_refused(cut):
    """It would be one commune more; the message lists those there are."""
    with pytest.raises(ChoiceError, match=r"centre='30999' is no choice\. There are"):
        cut("30999")


def test_a_commune_that_is_there_twice_is_refused():
    """Which of the two lies where cannot be told."""
    for cut in (
        lambda: lines.zoned(pd.Series([True, False], ["a", "a"]), "a"),
        lambda: lines.facing(POINTS.set_axis(["c", "n", "n"]), "c", 0),
        lambda: lines.by_massif(["a", "b", "a"], {"a"}, {"a", "b"}, "b"),
        lambda: lines.middle_value(pd.Series([1.0, 2, 3], ["c", "n", "n"]), "c"),
    ):
        with pytest.raises(TerritoryError, match="is there twice"):
            cut()


@pytest.mark.parametrize("point", [shapely.Point(), None])
def test_a_commune_without_a_point_is_named(point: shapely.Point | None):
    """It would lie behind every line, and be far from everything."""
    points = gpd.GeoSeries([shapely.Point(0, 0), point], index=["c", "n"])
    for cut in (
        lambda: lines.facing(points, "c", 0),
        lambda: lines.by_azimuth(points, "n"),
        lambda: lines.distance_km(points, POINTS),
        lambda: lines.distance_km(POINTS, points),
    ):
        with pytest.raises(TerritoryError, match="commune 'n' has no point"):
            cut()


def test_points_in_degrees_or_in_two_systems_are_refused():
    """A degree is no kilometre, and metres of two systems start elsewhere."""
    with pytest.raises(TerritoryError, match=r"in degrees \(WGS 84\)"):
        lines.facing(POINTS.set_crs(4326), "c", 0)
    with pytest.raises(TerritoryError, match="project both to one metric system"):
        lines.distance_km(POINTS.set_crs(2154), POINTS.set_crs(2975))


@pytest.mark.parametrize("odd", [np.nan, np.inf, "north", None, True])
def test_a_bearing_or_a_threshold_that_is_no_number_is_refused(odd: object):
    """All communes would be in the plain."""
    with pytest.raises(TerritoryError, match=r"bearing is .*: give a finite number"):
        lines.facing(POINTS, "c", odd)
    if odd is not None:
        with pytest.raises(TerritoryError, match=r"threshold is .*: give a finite number"):
            lines.by_altitude(series(a=1, b=2), "a", odd)


@pytest.mark.parametrize("odd", [np.inf, "high", "12"])
def test_an_altitude_or_a_distance_that_is_no_number_is_named(odd: object):
    """Missing is said by leaving it so."""
    values = pd.Series({"a": 1.0, "b": odd, "c": 2.0}, dtype=object)
    for cut in (lines.by_altitude, lines.by_distance, lines.middle_value):
        with pytest.raises(TerritoryError, match=r"commune 'b': .* is no finite number"):
            cut(values, "a")


def test_a_side_that_is_no_truth_value_is_named():
    """Yes is not true."""
    with pytest.raises(TerritoryError, match="commune 'b': 'yes' is no side"):
        lines.zoned(pd.Series({"a": True, "b": "yes"}), "a")


def test_where_nothing_is_known_no_commune_has_a_zone():
    """Nor has a territory of the centre alone a middle; the message says what to give."""
    for values in (series(a=np.nan, town=3), series(town=3)):
        for cut in (lines.by_altitude, lines.by_distance):
            zones = cut(values, "town")
            assert zones.pop("town") == CENTRE
            assert zones.isna().all()
            assert not lines.cuts_in_two(zones)
        with pytest.raises(TerritoryError, match=r"no commune but the centre, town, has a value"):
            lines.middle_value(values, "town")
