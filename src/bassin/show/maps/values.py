"""Maps of values by class."""

from __future__ import annotations

from collections.abc import Sequence

import geopandas as gpd
import numpy as np
import pandas as pd

from bassin import availability
from bassin.files.citation import Source
from bassin.phrase import Phrase
from bassin.show import _check
from bassin.show.describe import describe_values
from bassin.show.exhibit import Exhibit
from bassin.show.maps.drawing import draw
from bassin.show.maps.ends import ends
from bassin.show.maps.legend import Columns, class_labels, counts_in, legend
from bassin.show.maps.plan import Plan
from bassin.show.tokens import Fill, diverging_colors, sequential_colors
from bassin.words import counted, number, write


def choropleth(
    gdf: gpd.GeoDataFrame,
    column: str | Sequence[str],
    *,
    name: str,
    caption: str,
    source: Source = "",
    label: str,
    bins: Sequence[float],
    unit: str = "",
    fmt: str = ",.0f",
    diverging: bool = False,
    center: float = 0.0,
    colormap: str = "Blues",
    status: str | Sequence[str] | None = None,
    titles: Sequence[str] | None = None,
    highlight: Sequence[str] | None = None,
    highlight_label: str = "",
    labels: Sequence[str] | None = None,
    context: gpd.GeoDataFrame | None = None,
    place: str = "commune",
    tolerance: float = 50.0,
) -> Exhibit:
    """Map the class of a value by place, or of several values on one scale.

    Parameters
    ----------
    gdf : GeoDataFrame
        One row a place, indexed by code, with ``name``, outlines in EPSG:2154 (overseas in
        the metric system of the departement), and the columns.
    column : str or sequence of str
        What to map. Several make panels in the image and layers in the interactive map.
    name, caption, source : str
        As in :class:`~bassin.show.exhibit.Exhibit`; the name begins with ``map-``.
    label : str
        What the values are, for the legend and the description.
    bins : sequence of float
        Inner class limits, increasing. A value on a limit is in the class above it.
    unit, fmt : str
        As in :func:`bassin.show.text.number`; the values themselves are in this unit.
    diverging : bool
        Use two hues, parted at ``center``.
    center : float
        Where two hues part.
    colormap : str
        A single-hue colormap of matplotlib, from light to dark; without effect when diverging.
    status : str or sequence of str, optional
        Column, or one column a value column, that says ``published``, ``secret`` or ``missing``.
        Without it a NaN is missing.
    titles : sequence of str, optional
        What sets each column apart; the column's name by default.
    highlight : sequence of str, optional
        Codes whose common outline is drawn strong.
    highlight_label : str
        What they are, for the legend.
    labels : sequence of str, optional
        Codes to name on the image.
    context : GeoDataFrame, optional
        Lines or outlines drawn under the map in grey, or in the colour of a ``color`` column.
    place : str
        What a place is: the code of what is counted in :mod:`bassin.words`.
    tolerance : float
        How much outlines may be simplified in the interactive map, in metres. Shared borders stay
        shared.

    Returns
    -------
    Exhibit

    Raises
    ------
    ValueError
        If a column is absent or not numeric, a code comes twice, the CRS is none of these, the
        limits do not increase, or the status denies the value. The message names what and the cure.
    """
    columns = Columns.of(gdf, column, status, titles, numeric=True)
    limits = _check.limits(bins)
    colors = (
        diverging_colors(limits, center)
        if diverging
        else sequential_colors(len(limits) + 1, colormap)
    )
    entries, ranks = legend(
        [pd.Series(np.digitize(gdf[c], limits), gdf.index) for c in columns.names],
        columns.known,
        [Fill(color) for color in colors],
        class_labels(limits, fmt, counts=counts_in([gdf[c] for c in columns.names], limits, fmt)),
    )
    plan = Plan(
        name=name,
        gdf=gdf,
        label=label,
        unit=unit,
        entries=entries,
        layers=columns.layers(gdf, ranks, lambda value: number(value, fmt, unit)),
        highlight=_check.codes(gdf, highlight, "highlight"),
        highlight_label=highlight_label,
        labels=_check.codes(gdf, labels, "labels"),
        context=context,
        tolerance=tolerance,
        ends=_ends(gdf, columns, fmt, unit, place),
    )
    said = _said(gdf, columns, label, fmt, unit, place)
    alt = write(Phrase("map.said", places=counted(len(gdf), place), said=said))
    offered = columns.offered
    return draw(plan, caption=caption, source=source, alt=alt, columns=offered, fmt=fmt)


def _ends(
    gdf: gpd.GeoDataFrame, columns: Columns, fmt: str, unit: str, place: str
) -> tuple[str, ...]:
    """The highest and the lowest communes; of other places a map may have too many."""
    if place != "commune":
        return ()
    named = gdf.set_index("name")
    published = [
        (title, named.loc[(known == availability.PUBLISHED).to_numpy(), name].astype(float))
        for title, name, known in zip(columns.titles, columns.names, columns.known, strict=True)
    ]
    return ends(published, fmt=fmt, unit=unit, place=place)


def _said(
    gdf: gpd.GeoDataFrame, columns: Columns, label: str, fmt: str, unit: str, place: str
) -> str:
    """Extent and middle of each column, and how many places have no value."""
    described = [
        describe_values(
            title if len(columns.names) > 1 else label,
            gdf.set_index("name")[name][(known == availability.PUBLISHED).to_numpy()].astype(float),
            fmt=fmt,
            unit=unit,
            place=place,
            secret=int((known == availability.SECRET).sum()),
            missing=int((known == availability.MISSING).sum()),
        )
        for title, name, known in zip(columns.titles, columns.names, columns.known, strict=True)
    ]
    return columns.said(label, described)
