"""Maps: classes, hidden values, legends, and what is refused."""

from __future__ import annotations

import json
import re

import geopandas as gpd
import numpy as np
import pandas as pd
import pytest
from shapely.geometry import LineString, Point, Polygon, box
from tests.fixtures.images import edges_with_ink

from bassin.show import maps
from bassin.show.maps.static import round_length
from bassin.show.scripted import CUT
from bassin.show.style import to_png


@pytest.fixture
def values(squares, words):
    """Make a map of the values."""

    def make(gdf=squares, column="value", **changed):
        given = {"name": "map-test", "label": "Value", "bins": [2, 6], "status": "status", **words}
        return maps.choropleth(gdf, column, **{**given, **changed})

    return make


def legend(exhibit) -> list[str]:
    (drawn,) = exhibit.figure.legends
    return [text.get_text() for text in drawn.get_texts()]


def told(exhibit) -> tuple[dict, dict]:
    """Outlines and settings that the interactive map was given."""
    call = r"bassinMap\(\w+, L\.geoJson\((\{.*?\})\)\.addTo\(\w+\), (\{.*\})\);"
    ((outlines, given),) = re.findall(call, exhibit.interactive.replace(CUT, ""))
    return json.loads(outlines), json.loads(given)


def settings(exhibit) -> dict:
    """What the interactive map was told."""
    return told(exhibit)[1]


def features(exhibit) -> list[dict]:
    """The places of the interactive map, in the order of their outlines."""
    outlines, given = told(exhibit)
    return [given["places"][one["properties"]["rank"]] for one in outlines["features"]]


def test_choropleth_counts_its_classes(values):
    """Each class is in the legend with its count, a value on a limit being in the class above."""
    assert legend(values()) == [
        "under 2 (n = 2)",
        "2 to 5 (n = 3)",
        "6 and over (n = 5)",
        "secret (n = 1)",
        "not published (n = 1)",
    ]


def test_choropleth_says_what_it_shows(values):
    """The description has the extremes by name and what is hidden."""
    assert values(fmt=".1f", unit="%").alt == (
        "Map of 12 communes. Value from 0.0% in Commune 01 to 11.0% in Commune 12, median 5.5%; "
        "1 commune masked; 1 commune not published"
    )


def test_hidden_values_are_hatched_in_both_maps(values):
    """A secret or missing value is never filled like a class, nor told as a number."""
    exhibit = values()
    told = settings(exhibit)["entries"]
    assert [entry["fill"]["hatch"] for entry in told] == ["", "", "", "////", "..."]
    by_name = {feature["name"]: feature for feature in features(exhibit)}
    assert by_name["Commune 03"]["entries"] == [3]
    assert by_name["Commune 03"]["values"] == ["masked by statistical secrecy"]
    assert by_name["Commune 08"]["values"] == ["not published"]
    hatches = {patch.get_hatch() for patch in exhibit.figure.axes[0].collections}
    assert {"////", "..."} <= hatches


def test_without_status_nan_is_missing(values, squares):
    """A value that is not there is missing, unless it is said to be secret."""
    assert legend(values(status=None))[-1] == "not published (n = 2)"


def test_no_entry_for_what_does_not_occur(values, squares):
    """The legend has no line for secret or missing where every value is published."""
    full = squares[squares["status"] == "published"]
    assert len(legend(values(full))) == 3


def test_a_place_without_an_outline_is_named(values, squares):
    """It is a hatched line of the legend of both maps; its value is in the data and the counts."""
    squares = squares.set_geometry([*squares.geometry[:11], None])
    exhibit = values(squares, labels=["30011", "30012"], highlight=["30012"])
    assert legend(exhibit)[-1] == "no outline: Commune 12"
    told = settings(exhibit)["entries"][-1]
    assert (told["label"], told["fill"]["hatch"]) == ("no outline: Commune 12", "...")
    assert len(features(exhibit)) == 11
    assert exhibit.data.at["30012", "value"] == 11
    assert exhibit.alt.startswith("Map of 12 communes.")


def test_small_multiples_share_one_legend(values):
    """Several columns are panels and layers of one scale, with counts in their order."""
    exhibit = values(
        column=["value", "later"], titles=["2016", "2023"], status=["status", None], unit="visits"
    )
    assert [ax.get_title(loc="left") for ax in exhibit.figure.axes] == ["2016", "2023"]
    assert legend(exhibit)[0] == "under 2 (n = 2, 2)"
    assert legend(exhibit)[3] == "secret (n = 1, 0)"
    told = settings(exhibit)
    assert told["layers"] == ["2016", "2023"]
    assert told["legend"] == "Value (visits)"
    assert features(exhibit)[0]["values"] == [
        "0\N{NO-BREAK SPACE}visits",
        "11\N{NO-BREAK SPACE}visits",
    ]
    assert exhibit.alt.startswith("Map of 12 communes. Value. 2016 from 0")
    assert list(exhibit.data) == ["name", "value", "later", "status"]


def test_values_outside_all_limits_are_fine(values):
    """Limits far from the values give empty classes, not errors."""
    assert legend(values(bins=[100]))[:2] == ["under 100 (n = 10)", "100 and over (n = 0)"]


def test_labels_highlight_and_context(values, squares):
    """Named, outlined and surrounding things are drawn, and the map keeps its frame."""
    road = gpd.GeoDataFrame(geometry=[LineString([(0, 0), (1e6, 7e6)])], crs=2154)
    exhibit = values(
        labels=["30001", "30002"],
        highlight=["30005", "30006"],
        highlight_label="Before 2013",
        context=road,
    )
    (ax,) = exhibit.figure.axes
    drawn = [text.get_text() for text in ax.texts]
    assert drawn[-2:] == ["Commune 01", "Commune 02"]
    assert legend(exhibit)[-1] == "Before 2013"
    west, east = ax.get_xlim()
    assert east - west < 5000
    assert settings(exhibit)["highlightLabel"] == "Before 2013"
    assert settings(exhibit)["highlight"]["features"]


def test_an_empty_context_is_no_warning(values):
    """No river is listed overseas: the map is drawn without."""
    nothing = gpd.GeoDataFrame({"color": []}, geometry=[], crs=2154)
    exhibit = values(context=nothing)
    assert len(exhibit.figure.axes) == 1
    assert settings(exhibit)["context"]["features"] == []


def test_labels_do_not_overlap(values):
    """Names of neighbours are set beside each other, not over."""
    exhibit = values(labels=[f"300{rank:02d}" for rank in range(1, 5)])
    exhibit.figure.draw_without_rendering()
    boxes = [text.get_window_extent() for text in exhibit.figure.axes[0].texts[-4:]]
    assert not any(a.overlaps(b) for i, a in enumerate(boxes) for b in boxes[:i])


@pytest.mark.parametrize("n", [1, 2, 3, 4, 6])
def test_no_title_is_cut(values, squares, n: int):
    """However many panels there are, ink ends before the edge of the image."""
    tall = squares.set_geometry(squares.geometry.scale(yfact=2, origin=(0, 0)))
    titles = [str(2010 + rank) for rank in range(n)]
    table = tall.assign(**dict.fromkeys(titles, squares["value"]))
    exhibit = values(table, titles, titles=titles, status=None, bins=[1, 2, 4, 6])
    assert edges_with_ink(to_png(exhibit.figure)) == []


def test_a_name_near_the_edge_is_not_cut(values, squares):
    """It is set on the side where there is room, be it over another name."""
    named = squares.assign(name="Saint-Somewhere-the-Wide")
    exhibit = values(named, labels=list(named.index))
    assert edges_with_ink(to_png(exhibit.figure)) == []


def test_interactive_outlines_are_light(values, squares):
    """Coordinates have five decimals, in degrees, and shared borders stay shared."""
    exhibit = values()
    geojson, _ = told(exhibit)
    numbers = re.findall(r"-?\d+\.(\d+)", json.dumps([f["geometry"] for f in geojson["features"]]))
    assert max(map(len, numbers)) <= 5
    outlines = gpd.GeoDataFrame.from_features(geojson, crs=4326)
    assert outlines.total_bounds[0] == pytest.approx(4.0, abs=0.5)
    assert outlines.union_all().geom_type == "Polygon"
    assert outlines.is_valid.all()


def test_interactive_map_loads_nothing(values):
    """Nothing in the document is fetched: no source, no style sheet, no tile."""
    page = values().interactive
    assert not re.findall(r"<(?:script|img|iframe)[^>]*\ssrc=|<link\b", page)
    assert "tileLayer(" not in page.rpartition("</style>")[2]
    assert "<title>Interactive map: Value</title>" in page


def test_interactive_map_is_accessible(values):
    """The document has a language, a main part with its contents, and may be zoomed."""
    page = values().interactive
    assert '<html lang="en">' in page
    assert (
        page.index("<body><main>") < page.index('<div class="folium-map"') < page.index("</main>")
    )
    assert "user-scalable" not in page


def test_categories_keep_the_order_of_their_colours(squares, words):
    """The legend follows the mapping, and says how many of each."""
    exhibit = maps.categories(
        squares,
        "kind",
        name="map-kinds",
        label="Kind",
        colors={"town": "#000000", "mine": "#D55E00", "farm": "#009E73"},
        **words,
    )
    assert legend(exhibit) == ["town (n = 4)", "mine (n = 4)", "farm (n = 4)"]
    assert exhibit.alt == (
        "Map of 12 communes. Kind: town, 4 communes; mine, 4 communes; farm, 4 communes"
    )


def test_categories_alike_in_grey_are_hatched(squares, words):
    """Two colours of one lightness are parted by a hatch in both maps."""
    colors = {"town": "#D55E00", "mine": "#009E73", "farm": "#ffffff"}
    exhibit = maps.categories(
        squares, "kind", name="map-kinds", label="Kind", colors=colors, **words
    )
    hatches = [entry["fill"]["hatch"] for entry in settings(exhibit)["entries"]]
    assert hatches[0] != hatches[1]


def test_categories_may_be_missing(squares, words):
    """A place without a category is grey, counted, and not given one."""
    squares.loc["30001", "kind"] = None
    exhibit = maps.categories(squares, "kind", name="map-kinds", label="Kind", **words)
    assert legend(exhibit)[-1] == "not published (n = 1)"
    assert exhibit.alt.endswith("not published, 1 commune")


def test_categorical_order_is_kept(squares, words):
    """An ordered categorical gives the order of the legend, without what does not occur."""
    squares["kind"] = pd.Categorical(squares["kind"], ["town", "port", "mine", "farm"])
    exhibit = maps.categories(squares, "kind", name="map-kinds", label="Kind", **words)
    assert legend(exhibit) == ["town (n = 4)", "mine (n = 4)", "farm (n = 4)"]


def test_categories_in_several_ways(squares, words):
    """Columns sorted into the same categories share a legend, which counts each."""
    squares["other"] = ["mine", "farm"] * 6
    exhibit = maps.categories(
        squares, ["kind", "other"], name="map-kinds", label="Kind", titles=["One", "Two"], **words
    )
    assert legend(exhibit) == ["farm (n = 4, 6)", "mine (n = 4, 6)", "town (n = 4, 0)"]
    assert exhibit.alt == (
        "Map of 12 communes. Kind. One: farm, 4 communes; mine, 4 communes; town, 4 communes. "
        "Two: farm, 6 communes; mine, 6 communes; town, 0 communes"
    )
    assert list(exhibit.data.columns) == ["name", "kind", "other"]


def test_categories_need_a_title_each(squares, words):
    """Titles go with columns."""
    with pytest.raises(ValueError, match="titles has 1 items for 2 columns"):
        maps.categories(
            squares, ["kind", "kind"], name="map-kinds", label="Kind", titles=["One"], **words
        )


def test_categories_name_the_colour_that_lacks(squares, words):
    """A category without a colour is named with its column."""
    with pytest.raises(ValueError, match="none for 'mine', in column 'kind'"):
        maps.categories(
            squares,
            "kind",
            name="map-kinds",
            label="Kind",
            colors={"town": "#000000", "farm": "#ffffff"},
            **words,
        )


@pytest.fixture
def france():
    """Three territories: near Alès, near Lille, in Guadeloupe."""
    outlines = [box(4, 44, 4.3, 44.3), box(3, 50.5, 3.3, 50.8), box(-61.6, 16.1, -61.4, 16.3)]
    table = gpd.GeoDataFrame(
        {"name": ["Alès", "Lille", "Nord Grande-Terre"]},
        index=["ti-1", "ti-2", "ti-3"],
        geometry=outlines,
        crs=4326,
    )
    return table.to_crs(2154)


def test_locator_insets_follow_the_territories(france, words):
    """Each overseas departement with a territory has an inset and a view, at its true position."""
    exhibit = maps.locator(france, chosen="ti-1", name="map-ti", label="Territoires", **words)
    main, inset = exhibit.figure.axes
    assert inset.get_title(loc="left") == "Guadeloupe"
    west, east = inset.get_xlim()
    assert west < -61.6
    assert east > -61.4
    assert [text.get_text() for text in main.texts][-1] == "Alès"
    assert [view["title"] for view in settings(exhibit)["views"]] == [
        "Metropolitan France",
        "Guadeloupe",
    ]
    assert settings(exhibit)["views"][1]["bounds"] == [[15.8, -61.85], [16.55, -60.95]]
    assert exhibit.alt == (
        "Map of 3 territories in France, 2 in light blue and one in orange: Alès"
    )


def test_locator_without_overseas(france, words):
    """Without territories overseas there is one map."""
    exhibit = maps.locator(
        france.iloc[:2], chosen="ti-1", name="map-ti", label="Territoires", **words
    )
    assert len(exhibit.figure.axes) == 1


def test_locator_needs_a_code_of_the_table(france, words):
    """The code to pick out is named where it is not on the map."""
    with pytest.raises(ValueError, match="chosen: code 'ti-9' is not on the map"):
        maps.locator(france, chosen="ti-9", name="map-ti", label="Territoires", **words)


def test_a_map_overseas_is_where_it_is(values, squares):
    """Outlines in the system of La Réunion are shown on the Earth there, with what lies about."""
    shapes = squares.translate(-445_000, 1_355_000).set_crs(2975, allow_override=True)
    around = gpd.GeoDataFrame(geometry=[box(55, -22, 56, -20.5)], crs=4326)
    exhibit = values(squares.set_geometry(shapes), context=around)
    drawn, _ = told(exhibit)
    west, south, east, north = gpd.GeoDataFrame.from_features(drawn).total_bounds
    assert 54.9 < west < east < 55.9
    assert -22 < south < north < -20.5


@pytest.mark.parametrize(
    ("spoil", "message"),
    [
        (lambda g: g.drop(columns="value"), "column 'value' is absent"),
        (lambda g: g.drop(columns="name"), "column 'name' is absent"),
        (lambda g: g.assign(value="s"), "column 'value' holds str, not numbers"),
        (lambda g: g.to_crs(4326), r"EPSG:4326, not EPSG:2154: call \.to_crs\(2154\)"),
        (lambda g: g.set_crs(None, allow_override=True), "CRS none"),
        (lambda g: pd.concat([g, g.tail(1)]), "code '30012' comes more than once"),
        (lambda g: g.assign(status="s"), "column 'status', row '30001': 's' is none of published"),
        (lambda g: g.assign(status="published"), "row '30003': published, but 'value' has no"),
        (lambda g: g.assign(value=1.0), "row '30003': secret, but 'value' has a value"),
        (lambda g: g.set_geometry([None] * 12), "geometry of code '30001' is absent, and of all"),
        (lambda g: g.set_geometry([*g.geometry[:11], Polygon()]), "geometry of code '30012' is em"),
        (lambda g: g.set_geometry([*g.geometry[:11], Point(1, 2)]), "'30012' is a Point"),
        (lambda g: g.iloc[:0], "nothing to show"),
    ],
)
def test_a_table_that_cannot_be_mapped_is_refused(values, squares, spoil, message):
    """Each fault is refused with its place and its cure."""
    with pytest.raises(ValueError, match=message):
        values(spoil(squares))


@pytest.mark.parametrize(
    ("changed", "message"),
    [
        ({"bins": [2, 2]}, "do not strictly increase"),
        ({"bins": [3, 2]}, "do not strictly increase"),
        ({"bins": []}, "bins is empty"),
        ({"labels": ["99999"]}, "labels: code '99999' is not on the map"),
        ({"highlight": ["99999"]}, "highlight: code '99999' is not on the map"),
        ({"column": ["value", "later"], "titles": ["one"]}, "titles has 1 items for 2 columns"),
        ({"column": ["value", "later"], "status": ["status"]}, "status has 1 items for 2 columns"),
    ],
)
def test_a_keyword_that_makes_no_sense_is_refused(values, changed, message):
    """Each keyword is named in the error it causes."""
    with pytest.raises(ValueError, match=message):
        values(**changed)


def test_the_table_is_left_as_it_was(values, squares):
    """Making a map changes nothing in the caller's table."""
    before = squares.copy()
    values()
    pd.testing.assert_frame_equal(pd.DataFrame(squares), pd.DataFrame(before))


@pytest.mark.parametrize(("most", "length"), [(1000, 1000), (999, 500), (4999, 2000), (0.3, 0.2)])
def test_scale_bars_are_round(most, length):
    """A scale bar is the longest round length that fits."""
    assert round_length(most) == pytest.approx(length)


def test_class_labels_write_negatives_with_a_true_minus():
    """Class limits are written as numbers of the prose are."""
    assert maps.class_labels([-1, 0, 2.5], "+.1f") == [
        "under −1.0",
        "−1.0 to 0.0",
        "0.0 to +2.5",
        "+2.5 and over",
    ]


def test_diverging_maps_part_at_the_centre(values):
    """A change has two hues, parted at zero."""
    colors = [
        entry["fill"]["color"]
        for entry in settings(
            values(column="later", status=None, bins=[3, 6, 9], diverging=True, center=6)
        )["entries"]
    ]
    reds, blues = ([int(c[i : i + 2], 16) for c in colors] for i in (1, 5))
    assert (np.array(reds) > np.array(blues)).tolist() == [True, True, False, False]


def test_legend_of_many_panels_is_not_cut(values, squares):
    """The counts of five panels take a line each, within the figure."""
    titles = [str(year) for year in range(5)]
    exhibit = values(column=["value"] * 5, titles=titles, status=None)
    exhibit.figure.draw_without_rendering()
    (drawn,) = exhibit.figure.legends
    assert drawn.get_window_extent().x1 <= exhibit.figure.bbox.x1


def test_classes_of_one_count_are_written_as_that_count():
    """Under 1, a count is 0; and the last class is one number where none is higher."""
    counts = pd.Series([0, 1, 2, 3, 5])
    assert maps.class_labels([1, 2, 5], ",.0f", counts=counts) == ["0", "1", "2 to 4", "5"]
    more = pd.Series([0, 9])
    assert maps.class_labels([2, 5], ",.0f", counts=more) == ["under 2", "2 to 4", "5 and over"]
