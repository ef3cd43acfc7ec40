"""A planned map drawn twice: as an image and as an interactive map."""

from __future__ import annotations

from collections.abc import Sequence

import pandas as pd
from matplotlib.figure import Figure

from bassin.files.citation import Source
from bassin.phrase import Phrase
from bassin.show.exhibit import Exhibit
from bassin.show.maps import leaflet, static
from bassin.show.maps.plan import Plan, drawable
from bassin.show.measures import Measure, of
from bassin.words import write


def draw(
    plan: Plan,
    *,
    caption: str,
    source: Source,
    alt: str,
    columns: Sequence[str] = (),
    figure: Figure | None = None,
    fmt: str = "",
) -> Exhibit:
    """Make the exhibit of a plan.

    Parameters
    ----------
    plan : Plan
        What to show.
    caption, source, alt : str
        As in :class:`~bassin.show.exhibit.Exhibit`.
    columns : sequence of str
        Columns of the data that are offered, beside the name of each place.
    figure : Figure, optional
        The image; that of :func:`bassin.show.maps.static.draw` by default.
    fmt : str
        How a number of the columns is shown; none where they hold no numbers.
    """
    title = write(Phrase("map.interactive", label=plan.label))
    drawn = drawable(plan)
    return Exhibit(
        name=plan.name,
        caption=caption,
        source=source,
        alt=alt,
        data=pd.DataFrame(plan.gdf[["name", *columns]]).rename_axis(index="code"),
        figure=figure or static.draw(drawn),
        interactive=leaflet.document(drawn, title),
        title=title,
        measures={
            str(column): Measure(_titled(plan, layer.title), plan.unit if fmt else "", fmt)
            for column, layer in zip(columns, plan.layers, strict=False)
        },
        ends=plan.ends,
        compared=len(plan.layers) > 1,
    )


def _titled(plan: Plan, title: str) -> str:
    """What a layer shows: the label of the map, with what sets it apart from the others."""
    return of(plan.label, title) if title else plan.label
