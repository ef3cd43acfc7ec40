"""What a map shows, worked out once and drawn twice: as an image and as a Leaflet document."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

import pandas as pd

from bassin.phrase import Phrase
from bassin.show.maps.ends import latest
from bassin.show.tokens import MISSING, Fill
from bassin.words import number, write

if TYPE_CHECKING:
    import geopandas as gpd


@dataclass(frozen=True)
class Entry:
    """A line of the legend.

    Parameters
    ----------
    fill : Fill
        How its places are filled.
    label : str
        What they have in common.
    counts : tuple of int
        Number of its places in each layer; empty where there is no telling.
    """

    fill: Fill
    label: str
    counts: tuple[int, ...]

    @property
    def text(self) -> str:
        """Label and counts: ``under 2.5 (n = 12)``."""
        if not self.counts:
            return self.label
        counts = ", ".join(map(number, self.counts))
        return write(Phrase("legend.count", label=self.label, counts=counts))


@dataclass(frozen=True)
class Layer:
    """One variable of a map.

    Parameters
    ----------
    title : str
        What sets it apart from the other layers; empty where there is one layer.
    entries : Series of int
        Rank of its legend entry, indexed by code.
    values : Series of str
        The written value, indexed by code; empty where the name says it all.
    """

    title: str
    entries: pd.Series[int]
    values: pd.Series[str]


@dataclass(frozen=True)
class View:
    """A part of the Earth to look at: west, south, east and north, in degrees."""

    title: str
    bounds: tuple[float, float, float, float]


@dataclass(frozen=True)
class Plan:
    """A map, before it is drawn.

    Parameters
    ----------
    name : str
        Name of the exhibit, from which identifiers are made.
    gdf : GeoDataFrame
        Places, indexed by code, in Lambert-93, with a ``name``.
    label, unit : str
        What is shown, and in what unit.
    entries : list of Entry
        The legend, in order.
    layers : list of Layer
        At least one.
    highlight : list of str
        Codes whose common outline is drawn strong.
    highlight_label : str
        What they are, for the legend.
    labels : list of str
        Codes to name on the static map.
    context : GeoDataFrame, optional
        Lines and outlines to find one's bearings; a ``color`` column sets theirs.
    tolerance : float
        How much outlines may be simplified in the interactive map, in metres.
    views : list of View
        Places one can go to; the first is shown at opening. Everything when empty.
    outline : bool
        Draw the border that surrounds all the places.
    ends : tuple of str
        Sentences on the highest and the lowest places.
    """

    name: str
    gdf: gpd.GeoDataFrame
    label: str
    entries: list[Entry]
    layers: list[Layer]
    highlight: list[str] = field(default_factory=list)
    highlight_label: str = ""
    labels: list[str] = field(default_factory=list)
    context: gpd.GeoDataFrame | None = None
    tolerance: float = 50.0
    views: list[View] = field(default_factory=list)
    outline: bool = True
    unit: str = ""
    ends: tuple[str, ...] = ()

    @property
    def first(self) -> int:
        """The layer that is shown at opening: the latest of years."""
        return latest([layer.title for layer in self.layers])

    @property
    def legend(self) -> str:
        """Title of the legend."""
        if not self.unit:
            return self.label
        return write(Phrase("chart.with_unit", label=self.label, unit=self.unit))


def drawable(plan: Plan) -> Plan:
    """A plan of the places that have an outline; the others are a line of its legend, by name.

    Parameters
    ----------
    plan : Plan
        The geometry of a place without an outline is missing.
    """
    there = plan.gdf.geometry.notna()
    if there.all():
        return plan
    kept = plan.gdf[there]
    named = ", ".join(map(str, plan.gdf.loc[~there, "name"]))
    entry = Entry(MISSING, write(Phrase("legend.no_outline", places=named)), ())
    layers = [_kept(layer, there) for layer in plan.layers]
    return replace(
        plan,
        gdf=kept,
        entries=[*plan.entries, entry],
        layers=layers,
        highlight=[code for code in plan.highlight if code in kept.index],
        labels=[code for code in plan.labels if code in kept.index],
    )


def _kept(layer: Layer, there: pd.Series[bool]) -> Layer:
    written = layer.values  # noqa: PD011, a field and no array
    return replace(layer, entries=layer.entries[there], values=written[there])
