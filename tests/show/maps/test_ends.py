"""The highest and the lowest places of a map, as text under it."""

from __future__ import annotations

import pandas as pd

from bassin.show import maps
from bassin.show.maps.ends import ends, latest

CARE = pd.Series({"a": 0.04, "b": 0.01, "c": 2.0, "d": 3.0, "e": 3.04, "f": 5.0, "g": 4.0})


def said(columns: list[tuple[str, pd.Series]], fmt: str = ".1f") -> tuple[str, ...]:
    return ends(columns, fmt=fmt, unit="", place="commune")


def test_numbers_are_written_as_on_the_map():
    """What rounds alike is alike, and comes in the order of the table."""
    (one,) = said([("", CARE.drop("d"))])
    assert one == "Highest: f 5.0, g 4.0, e 3.0. Lowest: a 0.0, b 0.0, c 2.0."


def test_many_places_alike_are_counted():
    """Where they are the utmost; after others, what would be more than three is left out."""
    flat = pd.Series({**{f"z{n}": 0.0 for n in range(5)}, "x": 1.0, "y": 2.0})
    assert said([("", flat)], ".0f") == ("Highest: y 2, x 1. Lowest: 5 communes 0.",)


def test_of_years_the_latest_is_told_and_of_others_each():
    """A map of years opens on the last of them."""
    years = [("2016", CARE), ("2023", CARE * 2)]
    (one,) = said(years)
    assert one.startswith("2023. Highest: f 10.0")
    assert len(said([("men", CARE), ("women", CARE)])) == 2
    assert [latest(t) for t in (["2016", "2023"], ["2023", "2016"], ["men", "women"], [""])] == [
        *(1, 0, 0, 0)
    ]


def test_few_places_and_one_value_have_no_ends():
    """Fewer than six names say no more than the map."""
    assert said([("", CARE.head(5))]) == ()
    assert said([("", CARE * 0)]) == ()


def test_a_map_of_communes_has_them_and_no_other(squares, words):
    """From the values drawn: neither what is masked nor what is missing."""
    drawn = {"label": "Value", "bins": [3, 6], **words}
    exhibit = maps.choropleth(squares, "value", status="status", name="map-t", **drawn)
    (told,) = exhibit.ends
    published = squares[squares["status"] == "published"].sort_values("value")
    assert told.startswith(
        f"Highest: {published['name'].iloc[-1]} {published['value'].iloc[-1]:.0f}"
    )
    assert told in exhibit._repr_html_()
    assert exhibit.payload["ends"] == [told]
    other = maps.choropleth(squares, "value", status="status", place="place", name="map-t", **drawn)
    assert other.ends == ()
