"""Maps of categories."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

import geopandas as gpd
import pandas as pd

from bassin import availability
from bassin.collation import collation_key
from bassin.files.citation import Source
from bassin.phrase import Phrase
from bassin.show import _check
from bassin.show.describe import describe_categories
from bassin.show.exhibit import Exhibit
from bassin.show.maps.drawing import draw
from bassin.show.maps.legend import Columns, legend
from bassin.show.maps.plan import Entry, Plan
from bassin.show.tokens import OKABE_ITO, tell_apart
from bassin.words import counted, write


def categories(
    gdf: gpd.GeoDataFrame,
    column: str | Sequence[str],
    *,
    name: str,
    caption: str,
    source: Source = "",
    label: str,
    colors: Mapping[str, str] | None = None,
    status: str | Sequence[str] | None = None,
    titles: Sequence[str] | None = None,
    highlight: Sequence[str] | None = None,
    highlight_label: str = "",
    labels: Sequence[str] | None = None,
    context: gpd.GeoDataFrame | None = None,
    place: str = "commune",
    tolerance: float = 50.0,
) -> Exhibit:
    """Map a category by place, or several ways of sorting places into the same categories.

    Parameters
    ----------
    gdf : GeoDataFrame
        As in :func:`choropleth`; the column holds text, or a categorical whose order is kept.
    column : str or sequence of str
        What to map: at most eight categories in all. Several columns make panels in the image and
        layers in the interactive map.
    colors : mapping, optional
        Colour by category, in the order of the legend; Okabe and Ito's by default. Colours alike in
        grey are given a hatch.
    name, caption, source, label, status, titles, highlight, highlight_label, labels, context, \
place, tolerance
        As in :func:`choropleth`.

    Returns
    -------
    Exhibit

    Raises
    ------
    ValueError
        As :func:`choropleth`, and if a category has no colour or there are more than eight.
    """
    columns = Columns.of(gdf, column, status, titles)
    colors = _colors(gdf, columns) if colors is None else colors
    _every_category_has_a_color(gdf, columns, colors)
    position = {value: rank for rank, value in enumerate(colors)}
    entries, ranks = legend(
        [gdf[c].astype(object).map(position).fillna(-1).astype(int) for c in columns.names],
        columns.known,
        tell_apart(list(colors.values())),
        [str(value) for value in colors],
    )
    plan = Plan(
        name=name,
        gdf=gdf,
        label=label,
        entries=entries,
        layers=columns.layers(gdf, ranks, str),
        highlight=_check.codes(gdf, highlight, "highlight"),
        highlight_label=highlight_label,
        labels=_check.codes(gdf, labels, "labels"),
        context=context,
        tolerance=tolerance,
    )
    said = _said(entries, columns, label, place)
    alt = write(Phrase("map.said", places=counted(len(gdf), place), said=said))
    return draw(plan, caption=caption, source=source, alt=alt, columns=columns.offered)


def _said(entries: Sequence[Entry], columns: Columns, label: str, place: str) -> str:
    """How many places are in each category, by column."""
    described = [
        describe_categories(
            title or label, {entry.label: entry.counts[rank] for entry in entries}, place=place
        )
        for rank, title in enumerate(columns.titles)
    ]
    return columns.said(label, described)


def _held(gdf: gpd.GeoDataFrame, columns: Columns) -> list[tuple[str, set[Any]]]:
    """Categories that some place is in, by column."""
    return [
        (name, set(gdf.loc[known == availability.PUBLISHED, name]))
        for name, known in zip(columns.names, columns.known, strict=True)
    ]


def _colors(gdf: gpd.GeoDataFrame, columns: Columns) -> Mapping[str, str]:
    """Okabe and Ito's colours, in the order of the categories."""
    order = _category_order(gdf, columns)
    return {value: OKABE_ITO[rank % len(OKABE_ITO)] for rank, value in enumerate(order)}


def _every_category_has_a_color(
    gdf: gpd.GeoDataFrame, columns: Columns, colors: Mapping[str, str]
) -> None:
    for name, held in _held(gdf, columns):
        if strange := sorted(held.difference(colors)):
            raise ValueError(
                f"colors has none for {strange[0]!r}, in column {name!r}: add it to the mapping"
            )


def _category_order(gdf: gpd.GeoDataFrame, columns: Columns) -> list[Any]:
    """Categories some place is in: as the columns order them if they do, else by name."""
    held = {value for _, values in _held(gdf, columns) for value in values}
    ordered = [
        value
        for name in columns.names
        if isinstance(gdf[name].dtype, pd.CategoricalDtype)
        for value in gdf[name].cat.categories
        if value in held
    ]
    return list(dict.fromkeys(ordered)) if held <= set(ordered) else sorted(held, key=collation_key)
