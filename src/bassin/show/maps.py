"""Maps: values by class, categories, and one territory picked out among many.

Each is drawn twice, as an image and as an interactive map that needs no network, with the same
classes, colours and legend. Nothing is computed but the class of each value. A value that is secret
or missing is hatched or grey and counted in the legend, never drawn as zero.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from itertools import pairwise
from typing import Any

import geopandas as gpd
import numpy as np
import pandas as pd
from matplotlib.axes import Axes
from matplotlib.figure import Figure
from shapely.geometry import box

from bassin import availability
from bassin.show import _check, _leaflet, _static_map
from bassin.show._plan import Entry, Layer, Plan, View
from bassin.show._style import (
    MISSING,
    OKABE_ITO,
    SECRET,
    WIDTH,
    Fill,
    diverging_colors,
    sequential_colors,
    style,
    tell_apart,
)
from bassin.show.exhibit import Exhibit, describe_categories, describe_values
from bassin.show.text import number

METROPOLE = View("Metropolitan France", (-5.2, 41.3, 9.6, 51.1))
OVERSEAS = {
    "Guadeloupe": (-61.85, 15.80, -60.95, 16.55),
    "Martinique": (-61.27, 14.35, -60.77, 14.92),
    "Guyane": (-54.70, 2.05, -51.50, 5.85),
    "La Réunion": (55.18, -21.42, 55.87, -20.84),
    "Mayotte": (44.98, -13.05, 45.34, -12.60),
}
_HIDDEN = {
    availability.SECRET: (SECRET, "secret", "masked by statistical secrecy"),
    availability.MISSING: (MISSING, "not published", "not published"),
}


def choropleth(
    gdf: gpd.GeoDataFrame,
    column: str | Sequence[str],
    *,
    name: str,
    caption: str,
    source: str,
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
        One row a place, indexed by code, with ``name``, outlines in EPSG:2154, and the columns.
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
        What a place is, in the singular.
    tolerance : float
        How much outlines may be simplified in the interactive map, in metres. Shared borders stay
        shared.

    Returns
    -------
    Exhibit

    Raises
    ------
    ValueError
        If a column is absent or not numeric, a code comes twice, the CRS is not EPSG:2154, the
        limits do not increase, or the status denies the value. The message names what and the cure.
    """
    chosen = [column] if isinstance(column, str) else list(column)
    _check.places(gdf)
    _check.columns(gdf, chosen, numeric=True)
    limits = _check.limits(bins)
    statuses = _per_column(status, len(chosen), "status")
    shown_titles = [""] if len(chosen) == 1 and titles is None else [*(titles or chosen)]
    if len(shown_titles) != len(chosen):
        raise ValueError(f"titles has {len(shown_titles)} items for {len(chosen)} columns")

    known = [_check.status(gdf, c, s) for c, s in zip(chosen, statuses, strict=True)]
    colors = (
        diverging_colors(limits, center)
        if diverging
        else sequential_colors(len(limits) + 1, colormap)
    )
    entries, ranks = _legend(
        [pd.Series(np.digitize(gdf[c], limits), gdf.index) for c in chosen],
        known,
        [Fill(color) for color in colors],
        class_labels(limits, fmt, counts=_counts([gdf[c] for c in chosen], limits, fmt)),
    )
    layers = [
        Layer(title, rank, _written(gdf[c], k, lambda value: number(value, fmt, unit)))
        for title, rank, c, k in zip(shown_titles, ranks, chosen, known, strict=True)
    ]
    described = [
        describe_values(
            title if len(chosen) > 1 else label,
            gdf.set_index("name")[c][(k == availability.PUBLISHED).to_numpy()].astype(float),
            fmt=fmt,
            unit=unit,
            place=place,
            secret=int((k == availability.SECRET).sum()),
            missing=int((k == availability.MISSING).sum()),
        )
        for title, c, k in zip(shown_titles, chosen, known, strict=True)
    ]
    alt = described[0] if len(chosen) == 1 else f"{label}. {'. '.join(described)}"
    plan = Plan(
        name=name,
        gdf=gdf,
        label=label,
        unit=unit,
        entries=entries,
        layers=layers,
        highlight=_check.codes(gdf, highlight, "highlight"),
        highlight_label=highlight_label,
        labels=_check.codes(gdf, labels, "labels"),
        context=context,
        tolerance=tolerance,
    )
    extra = list(dict.fromkeys(s for s in statuses if s is not None))
    return _exhibit(
        plan,
        caption,
        source,
        label,
        f"Map of {number(len(gdf))} {place}s. {alt}",
        [*chosen, *extra],
    )


def categories(
    gdf: gpd.GeoDataFrame,
    column: str | Sequence[str],
    *,
    name: str,
    caption: str,
    source: str,
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
    chosen = [column] if isinstance(column, str) else list(column)
    _check.places(gdf)
    _check.columns(gdf, chosen)
    statuses = _per_column(status, len(chosen), "status")
    shown_titles = [""] if len(chosen) == 1 and titles is None else [*(titles or chosen)]
    if len(shown_titles) != len(chosen):
        raise ValueError(f"titles has {len(shown_titles)} items for {len(chosen)} columns")
    known = [_check.status(gdf, c, s) for c, s in zip(chosen, statuses, strict=True)]
    if colors is None:
        order = _category_order(gdf, chosen, known)
        colors = {value: OKABE_ITO[rank % len(OKABE_ITO)] for rank, value in enumerate(order)}
    for c, k in zip(chosen, known, strict=True):
        if strange := sorted(set(gdf.loc[k == availability.PUBLISHED, c]).difference(colors)):
            raise ValueError(
                f"colors has none for {strange[0]!r}, in column {c!r}: add it to the mapping"
            )
    position = {value: rank for rank, value in enumerate(colors)}
    entries, ranks = _legend(
        [gdf[c].astype(object).map(position).fillna(-1).astype(int) for c in chosen],
        known,
        tell_apart(list(colors.values())),
        [str(value) for value in colors],
    )
    plan = Plan(
        name=name,
        gdf=gdf,
        label=label,
        entries=entries,
        layers=[
            Layer(title, rank, _written(gdf[c], k, str))
            for title, rank, c, k in zip(shown_titles, ranks, chosen, known, strict=True)
        ],
        highlight=_check.codes(gdf, highlight, "highlight"),
        highlight_label=highlight_label,
        labels=_check.codes(gdf, labels, "labels"),
        context=context,
        tolerance=tolerance,
    )
    described = [
        describe_categories(
            title or label, {entry.label: entry.counts[rank] for entry in entries}, place=place
        )
        for rank, title in enumerate(shown_titles)
    ]
    said = described[0] if len(chosen) == 1 else f"{label}. {'. '.join(described)}"
    alt = f"Map of {number(len(gdf))} {place}s. {said}"
    extra = list(dict.fromkeys(s for s in statuses if s is not None))
    return _exhibit(plan, caption, source, label, alt, [*chosen, *extra])


def _category_order(
    gdf: gpd.GeoDataFrame, columns: Sequence[str], known: Sequence[pd.Series[str]]
) -> list[Any]:
    """Categories some place is in: as the columns order them if they do, else sorted."""
    held = {
        value
        for column, k in zip(columns, known, strict=True)
        for value in gdf.loc[k == availability.PUBLISHED, column]
    }
    ordered = [
        value
        for column in columns
        if isinstance(gdf[column].dtype, pd.CategoricalDtype)
        for value in gdf[column].cat.categories
        if value in held
    ]
    return list(dict.fromkeys(ordered)) if held <= set(ordered) else sorted(held)


def locator(
    gdf: gpd.GeoDataFrame,
    *,
    chosen: str,
    name: str,
    caption: str,
    source: str,
    label: str,
    insets: Mapping[str, tuple[float, float, float, float]] | None = None,
    context: gpd.GeoDataFrame | None = None,
    places: str = "territories",
    tolerance: float = 1000.0,
) -> Exhibit:
    """Pick one territory out among all those of France.

    Parameters
    ----------
    gdf : GeoDataFrame
        One row a territory, indexed by code, with ``name`` and outlines in EPSG:2154 at their true
        position, overseas included.
    chosen : str
        Code of the one to pick out.
    label : str
        What the territories are, for the legend.
    insets : mapping, optional
        West, south, east and north in degrees of each part of France drawn in an inset of its own;
        the five overseas departements by default. Those with no territory in them are left out.
    context : GeoDataFrame, optional
        Lines or outlines drawn under the map, in any CRS, at their true position.
    places : str
        What territories are, in the plural.
    name, caption, source, tolerance
        As in :func:`choropleth`.

    Returns
    -------
    Exhibit

    Raises
    ------
    ValueError
        As :func:`choropleth`, and if the code is not in the table.
    """
    _check.places(gdf)
    _check.codes(gdf, [chosen], "chosen")
    picked = gdf.index == chosen
    entries = [
        Entry(Fill("#D55E00"), str(gdf.loc[chosen, "name"]), ()),
        Entry(Fill("#a9c6dc"), f"other {places}", (len(gdf) - 1,)),
    ]
    centres = gdf.representative_point().to_crs(_leaflet.WGS_84)
    frames = {
        title: bounds
        for title, bounds in (OVERSEAS if insets is None else insets).items()
        if centres.within(box(*bounds)).any()
    }
    plan = Plan(
        name=name,
        gdf=gdf,
        label=label,
        entries=entries,
        layers=[
            Layer(
                "",
                pd.Series(np.where(picked, 0, 1), gdf.index, dtype=int),
                pd.Series("", gdf.index, dtype=str),
            )
        ],
        context=context,
        tolerance=tolerance,
        outline=False,
        views=[METROPOLE, *(View(title, bounds) for title, bounds in frames.items())],
    )
    alt = (
        f"Map of {number(len(gdf))} {places} in France, {number(len(gdf) - 1)} in light "
        f"blue and one in orange: {gdf.loc[chosen, 'name']}"
    )
    return _exhibit(
        plan, caption, source, label, alt, [], figure=_draw_locator(plan, centres, chosen)
    )


def class_labels(
    bins: Sequence[float], fmt: str, *, counts: pd.Series[float] | None = None
) -> list[str]:
    """Words for the classes that inner limits part, the lower limit of each being in it.

    Parameters
    ----------
    bins : sequence of float
        Inner limits, increasing.
    fmt : str
        As in :func:`bassin.show.text.number`.
    counts : Series of float, optional
        The values, where they are counts: a class then ends on the number before the next limit,
        and the first and the last are written as one number where no other is in them.

    Examples
    --------
    >>> class_labels([0, 2.5], ".1f")
    ['under 0.0', '0.0 to 2.5', '2.5 and over']
    >>> class_labels([2, 3, 10], ",.0f", counts=pd.Series([1, 2, 4, 12, 30]))
    ['1', '2', '3 to 9', '10 and over']
    """
    written = [number(limit, fmt) for limit in bins]
    first, last = f"under {written[0]}", f"{written[-1]} and over"
    if counts is not None:
        if counts.min() == bins[0] - 1:
            first = number(bins[0] - 1, fmt)
        if counts.max() == bins[-1]:
            last = written[-1]
        between = [
            low if end == start else f"{low} to {number(end, fmt)}"
            for low, (start, end) in zip(
                written, ((a, b - 1) for a, b in pairwise(bins)), strict=False
            )
        ]
    else:
        between = [f"{low} to {high}" for low, high in pairwise(written)]
    return [first, *between, last]


def _counts(
    columns: Sequence[pd.Series[float]], limits: Sequence[float], fmt: str
) -> pd.Series[float] | None:
    """Every value, where values and limits are counts, written without decimals or sign."""
    if fmt != ",.0f" or any(limit % 1 for limit in limits):
        return None
    values = pd.concat(columns).dropna().astype(float)
    return values if (values % 1 == 0).all() else None


def _per_column(given: str | Sequence[str] | None, n: int, keyword: str) -> Sequence[str | None]:
    if given is None or isinstance(given, str):
        return [given] * n
    if len(given) != n:
        raise ValueError(f"{keyword} has {len(given)} items for {n} columns: give one, or one each")
    return given


def _legend(
    ranks: list[pd.Series[int]],
    known: list[pd.Series[str]],
    fills: Sequence[Fill],
    texts: Sequence[str],
) -> tuple[list[Entry], list[pd.Series[int]]]:
    """Count the places of each class by layer, and set those without a value apart.

    Returns the entries of the legend, and the rank of the entry of each place, by layer.
    """
    entries = []
    for rank, (fill, text) in enumerate(zip(fills, texts, strict=True)):
        counts = (
            ((of == rank) & (k == availability.PUBLISHED)).sum()
            for of, k in zip(ranks, known, strict=True)
        )
        entries.append(Entry(fill, text, tuple(map(int, counts))))
    for state, (fill, text, _) in _HIDDEN.items():
        hidden = [k == state for k in known]
        if any(h.any() for h in hidden):
            ranks = [of.mask(h, len(entries)) for of, h in zip(ranks, hidden, strict=True)]
            entries.append(Entry(fill, text, tuple(int(h.sum()) for h in hidden)))
    return entries, ranks


def _written(
    values: pd.Series[Any], known: pd.Series[str], write: Callable[[Any], str]
) -> pd.Series[str]:
    """The value as a reader sees it, or why there is none."""
    return pd.Series(
        [
            write(value) if state == availability.PUBLISHED else _HIDDEN[state][2]
            for value, state in zip(values, known, strict=True)
        ],
        values.index,
        dtype=str,
    )


def _exhibit(
    plan: Plan,
    caption: str,
    source: str,
    label: str,
    alt: str,
    columns: list[str],
    figure: Figure | None = None,
) -> Exhibit:
    title = f"Interactive map: {label}"
    return Exhibit(
        name=plan.name,
        caption=caption,
        source=source,
        alt=alt,
        data=pd.DataFrame(plan.gdf[["name", *columns]]).rename_axis(index="code"),
        figure=figure or _static_map.draw(plan),
        interactive=_leaflet.document(plan, title),
        title=title,
    )


def _draw_locator(plan: Plan, centres: gpd.GeoSeries, chosen: str) -> Figure:
    """Draw metropolitan France, and overseas departements in insets on its left."""
    frames = plan.views[1:]
    inside = {view.title: centres.within(box(*view.bounds)) for view in frames}
    overseas = pd.DataFrame(inside, index=plan.gdf.index).any(axis=1)
    with style():
        figure = Figure(figsize=(WIDTH, 6.2), layout="constrained")
        if frames:
            grid = figure.add_gridspec(len(frames), 2, width_ratios=[1, 4.2])
            main = figure.add_subplot(grid[:, 1])
            for row, view in enumerate(frames):
                ax = figure.add_subplot(grid[row, 0])
                _draw_inset(ax, plan, view, inside[view.title])
        else:
            main = figure.add_subplot()
        main.set_axis_off()
        home = plan.gdf[~overseas]
        bounds = gpd.GeoSeries([box(*METROPOLE.bounds)], crs=_leaflet.WGS_84)
        frame = bounds.to_crs(_check.LAMBERT_93).total_bounds if frames else home.total_bounds
        _static_map.draw_context(
            main, None if plan.context is None else plan.context.to_crs(_check.LAMBERT_93)
        )
        _draw_picked(main, plan, home)
        west, south, east, north = frame
        main.set_xlim(west, east)
        main.set_ylim(south - 0.03 * (north - south), north)
        main.set_aspect("equal")
        _static_map.scale_bar(main)
        if chosen in home.index:
            _static_map.point_out(
                main,
                home.geometry[chosen].representative_point(),
                str(plan.gdf.loc[chosen, "name"]),
            )
        figure.legend(
            handles=_static_map.legend_handles(plan),
            loc="outside lower left",
            title=plan.legend,
            alignment="left",
        )
    return figure


def _draw_inset(ax: Axes, plan: Plan, view: View, inside: pd.Series[bool]) -> None:
    """Draw a part of the Earth in degrees, stretched to look right at its latitude."""
    west, south, east, north = view.bounds
    ax.grid(visible=False)
    if plan.context is not None:
        _static_map.draw_context(ax, plan.context.to_crs(_leaflet.WGS_84))
    _draw_picked(ax, plan, plan.gdf[inside].to_crs(_leaflet.WGS_84))
    ax.set_xlim(west, east)
    ax.set_ylim(south, north)
    ax.set_aspect(1 / np.cos(np.deg2rad((south + north) / 2)))
    ax.set_xticks([])
    ax.set_yticks([])
    ax.spines[:].set_visible(True)
    ax.set(xlabel="", ylabel="")
    ax.set_title(view.title, fontsize=9.5, fontweight="normal", pad=2)


def _draw_picked(ax: Axes, plan: Plan, part: gpd.GeoDataFrame) -> None:
    ranks = plan.layers[0].entries.loc[part.index]
    for rank in (1, 0):
        _static_map.fill_areas(ax, part[ranks == rank], plan.entries[rank].fill)
