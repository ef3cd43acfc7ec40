"""What the columns of offered data measure, and how many decimals they have."""

from __future__ import annotations

import geopandas as gpd
import numpy as np
import pandas as pd
import pytest
from shapely.geometry import box

from bassin.show import charts, maps, tables
from bassin.show.measures import Measure, fields, flat, rounded

TOWNS = pd.Index(["Alès", "Mons"], name="town")


def test_a_column_of_a_table_has_its_header_unit_and_decimals():
    """Two decimals more than are shown; the file says the unit, and the numbers are numbers."""
    rates = pd.DataFrame({"rate": [100 / 3, 12.0], "people": [42000, 1500]}, TOWNS)
    shown = tables.show(
        rates,
        name="tab-rates",
        caption="Rates.",
        source="INSEE",
        formats={"rate": "+.1f %"},
        labels={"rate": "Growth"},
    )
    assert shown.csv == "town,rate,people\nAlès,33.333,42000\nMons,12,1500\n"
    assert shown.payload["fields"] == [
        {"name": "town", "type": "string", "title": "town"},
        {"name": "rate", "type": "number", "title": "Growth", "unit": "%"},
        {"name": "people", "type": "integer", "title": "people"},
    ]


def test_what_is_worked_out_from_the_offered_numbers_is_what_is_shown():
    """No number that the table writes differs from the offered one, written so."""
    drawn = np.random.default_rng(0).normal(0, 50, 500)
    shown = tables.show(
        pd.DataFrame({"rate": drawn}), name="tab-x", caption="X.", source="INSEE", formats=".1f"
    )
    offered = [float(line) for line in shown.csv.splitlines()[1:]]
    written = [row[0].replace("\N{MINUS SIGN}", "-") for row in shown.table.rows]
    differing = sum(f"{one:.1f}" != told for one, told in zip(offered, written, strict=True))
    assert differing <= 5  # halves of the last digit that is offered, one in a hundred at most


def test_a_chart_says_unit_and_measure_of_each_series():
    """Each with its own name beside what the axis says."""
    table = pd.DataFrame({"Gard": [1.23456789, 2.0]}, pd.Index([2010, 2020], name="year"))
    shown = charts.lines(
        table, name="fig-x", caption="X.", source="I", ylabel="Growth", unit="%", fmt=".1f"
    )
    assert shown.csv == "year,Gard\n2010,1.235\n2020,2\n"
    assert shown.payload["fields"][1] == {
        "name": "Gard",
        "type": "number",
        "title": "Growth: Gard",
        "unit": "%",
    }


def test_a_map_says_unit_and_measure():
    """Of its one layer, by the label of the legend."""
    squares = gpd.GeoDataFrame(
        {"name": ["a", "b"], "value": [1.0, 2 / 3]},
        index=["30001", "30002"],
        geometry=[box(780e3 + 1e3 * x, 633e4, 781e3 + 1e3 * x, 6331e3) for x in range(2)],
        crs=2154,
    )
    shown = maps.choropleth(
        squares,
        "value",
        name="map-x",
        caption="X.",
        source="I",
        label="Part",
        bins=[1],
        unit="km",
        fmt=".1f",
    )
    assert shown.csv == "code,name,value\n30001,a,1\n30002,b,0.667\n"
    assert shown.payload["fields"][2] == {
        "name": "value",
        "type": "number",
        "title": "Part",
        "unit": "km",
    }


@pytest.mark.parametrize(
    ("name", "unit"), [("land_ha", "ha"), ("share_pct", "%"), ("area_km2", "km²"), ("car_pct", "%")]
)
def test_a_name_tells_its_unit_where_nothing_else_does(name: str, unit: str):
    """By its ending, or as the indicator of that name."""
    assert fields(pd.DataFrame({name: [1.5]}), {})[0]["unit"] == unit


def test_a_number_without_format_keeps_six_digits_and_every_whole_one():
    """Those before the point all count; missing stays missing."""
    table = rounded(pd.DataFrame({"x": [1234567.0, 1234567.8, 0.000123456789, np.nan]}), {})
    assert table["x"].tolist()[:3] == [1234567.0, 1234568.0, 0.000123457]
    assert np.isnan(table["x"].iloc[3])


def test_rows_have_a_name_where_their_index_has_none():
    """So that no header is empty, which a table schema refuses."""
    levels = pd.MultiIndex.from_tuples([("a", 1)])
    assert list(flat(pd.DataFrame({"x": [1]}, index=["a"]))) == ["row", "x"]
    assert list(flat(pd.DataFrame({2020: [1]}, index=levels))) == ["row_0", "row_1", "2020"]


def test_whether_and_percentages_are_told():
    """A yes or no is a boolean; a format in percent offers as many digits as are shown."""
    assert fields(pd.DataFrame({"known": [True]}), {})[0]["type"] == "boolean"
    assert Measure(fmt=".1%").decimals == 5
