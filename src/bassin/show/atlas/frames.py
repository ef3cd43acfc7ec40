"""The documents of the atlas: a script, a style and what they are given, each in a frame."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any

import geopandas as gpd
import pandas as pd

from bassin.indicators import catalogue
from bassin.show import scripted
from bassin.show.atlas import packed
from bassin.show.scripted import packaged, script_json
from bassin.words import called, current

#: Package that the script and the style lie beside.
ASSETS = "bassin.show.atlas"
#: Length of a unit that is written in a cell: a longer one is told by the label.
SHORT = 3


def document(view: str, title: str, settings: Mapping[str, Any]) -> str:
    """A whole HTML document that shows a view and needs no network.

    Parameters
    ----------
    view : {"map", "said", "table", "compare", "alike"}
        Function of the script.
    title : str
    settings : mapping
        What it is given, besides words and digits.
    """
    style, script = (packaged(ASSETS, f"assets/atlas.{kind}") for kind in ("css", "js"))
    given = {"digits": packed.DIGITS, **scripted.spoken(script), **settings}
    return scripted.document(title, style, script, f"atlas.{view}({script_json(given)});")


def columns(values: pd.DataFrame) -> list[dict[str, Any]]:
    """Columns of numbers as the script reads them, each with its label, topic and unit.

    Parameters
    ----------
    values : DataFrame
        A row a place, a column an indicator.
    """
    terms = current().module("declarations")
    found = []
    for key in values:
        about = catalogue.find(str(key))
        found.append(
            {
                "label": called(f"indicator.{key}"),
                "group": called(f"topic.{about.table.partition('.')[0]}"),
                "unit": _behind(terms.UNITS[about.unit]),
                **packed.column(values[key], decimals(about.fmt)),
            }
        )
    return found


def measure(key: str) -> str:
    """What an axis or a legend measures: the label of an indicator, and a short unit."""
    label = called(f"indicator.{key}")
    unit = current().module("declarations").UNITS[catalogue.find(key).unit]
    return f"{label} ({unit})" if 0 < len(unit) <= SHORT else label


def _behind(unit: str) -> str:
    """What follows a number in a cell: a short unit, with its space where the language has one."""
    return current().with_unit("", unit) if 0 < len(unit) <= SHORT else ""


def decimals(fmt: str) -> int:
    """Digits after the point of a format.

    Examples
    --------
    >>> decimals(",.0f"), decimals(".2f")
    (0, 2)
    """
    found = re.search(r"\.(\d)f", fmt)
    return int(found[1]) if found else 0


def topology(outlines: gpd.GeoDataFrame, epci: pd.Index) -> dict[str, Any]:
    """As :func:`bassin.show.atlas.packed.topology`, in the order of some EPCI."""
    return packed.topology(outlines.loc[epci])
