"""The exhibits of the atlas: each a view in a frame, an image where no script runs, its data."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from itertools import pairwise
from typing import Any

import numpy as np
import pandas as pd
from matplotlib.figure import Figure

from bassin.collation import by_name
from bassin.indicators import catalogue
from bassin.phrase import Phrase
from bassin.show.atlas import still
from bassin.show.atlas.frames import columns, document, measure, topology
from bassin.show.exhibit import Exhibit
from bassin.show.tokens import sequential_colors
from bassin.topics.atlas.alike import METHODS
from bassin.topics.atlas.gathered import France
from bassin.topics.atlas.stated import STATES
from bassin.topics.peers.local import COAL, HERE, INDUSTRY, OTHER
from bassin.words import called, number, write

CLASSES = 5
#: State of a sentence to its colour; the last is hatched.
_SAID: Mapping[str, str] = {STATES[0]: "#2166ac", STATES[1]: "#f4a582", STATES[2]: "#d0d0d0"}
#: Address of the summaries from a page of the atlas: `_build/summaries`.
SUMMARIES = "../../../../../summaries"


def every_indicator(france: France, key: str, marked: str, *, name: str, caption: str) -> Exhibit:
    """A map of France whose indicator is chosen from a list of all.

    Parameters
    ----------
    france : France
    key : str
        Indicator it opens with.
    marked : str
        SIREN of the EPCI it tells of first.
    name, caption : str
        As in :class:`~bassin.show.exhibit.Exhibit`.
    """
    epci = france.epci
    values = france.table.reindex(epci.index)
    colors = sequential_colors(CLASSES)
    cuts = np.nanquantile(values[key], np.arange(1, CLASSES) / CLASSES)
    ranks = pd.Series(np.searchsorted(cuts, values[key], side="right"), values.index)
    painted = ranks.map(dict(enumerate(colors))).where(values[key].notna())
    fmt = catalogue.find(key).fmt
    limits = [number(cut, fmt) for cut in (values[key].min(), *cuts, values[key].max())]
    classes = [
        write(Phrase("legend.between", low=low, high=high)) for low, high in pairwise(limits)
    ]
    given = {
        **_places(epci, marked),
        "columns": columns(values),
        "topology": topology(france.outlines, epci.index),
        "colors": colors,
        "shown": list(values).index(key),
    }
    label = called(f"indicator.{key}")
    return _made(
        "map",
        {"name": name, "caption": caption},
        given,
        data=_told(epci, values[[key]]),
        figure=still.sheet(
            france.outlines,
            painted,
            dict(zip(classes, colors, strict=True))
            | {write(Phrase("atlas.page.untold_still")): ""},
            measure(key),
        ),
        alt=Phrase("atlas.alt.map", label=label, n=int(values[key].notna().sum()), of=len(epci)),
    )


def sentences(
    france: France, keys: Sequence[str], marked: str, *, name: str, caption: str
) -> Exhibit:
    """A map of where each of some sentences is true, false, or cannot be told.

    Parameters
    ----------
    france : France
    keys : sequence of str
        Indicators compared with France; the image is of the first.
    marked, name, caption
        As for :func:`every_indicator`.
    """
    epci = france.epci
    said = france.stated(list(keys)).reindex(epci.index)
    classes = [
        {"color": _SAID.get(state, ""), "label": called(f"atlas.said.{state}")} for state in STATES
    ]
    rank = {state: str(at) for at, state in enumerate(STATES)}
    statements = [
        {
            "label": write(Phrase("atlas.sentence", what=called(f"indicator.{key}"))),
            "states": "".join(rank[state] for state in said[key]),
        }
        for key in keys
    ]
    given = {
        **_places(epci, marked),
        "topology": topology(france.outlines, epci.index),
        "classes": classes,
        "statements": statements,
    }
    first = said[keys[0]]
    counted = {state: int((first == state).sum()) for state in STATES}
    return _made(
        "said",
        {"name": name, "caption": caption},
        given,
        data=_told(epci, said),
        figure=still.sheet(
            france.outlines,
            first.map(dict(_SAID)),
            {str(one["label"]): str(one["color"]) for one in classes},
        ),
        alt=Phrase("atlas.alt.said", label=called(f"indicator.{keys[0]}"), **counted),
    )


def every_place(france: France, keys: Sequence[str], *, name: str, caption: str) -> Exhibit:
    """A table of all EPCI to sort and to search, with their summaries where these are built.

    Parameters
    ----------
    france : France
    keys : sequence of str
        Indicators, a column each; it opens sorted by the first.
    name, caption : str
        As for :func:`every_indicator`.
    """
    epci, values = france.epci, france.of(keys).reindex(france.epci.index)
    at = {code: n for n, code in enumerate(epci.index)}
    given = {
        **_places(epci),
        "codes": "".join(epci.index),
        "columns": columns(values),
        "folder": SUMMARIES,
        "linked": [at[code] for code in france.summaries],
    }
    most = values[keys[0]].nlargest(10)
    label = called(f"indicator.{keys[0]}")
    return _made(
        "table",
        {"name": name, "caption": caption},
        given,
        data=_told(epci, values),
        figure=still.bars(most.rename(epci["name"]), measure(keys[0])),
        alt=Phrase("atlas.alt.table", label=label, names=list(epci["name"].reindex(most.index))),
        links=True,
    )


def compared(france: France, chosen: Sequence[str], *, name: str, caption: str) -> Exhibit:
    """Up to four EPCI beside each other, on every indicator, with their ranks.

    Parameters
    ----------
    france : France
    chosen : sequence of str
        SIREN it opens with.
    name, caption : str
        As for :func:`every_indicator`.
    """
    epci, values = france.epci, france.table.reindex(france.epci.index)
    at = {code: n for n, code in enumerate(epci.index)}
    given = {
        **_places(epci),
        "chosen": [at[code] for code in chosen],
        "columns": columns(values),
    }
    key = "industry_jobs_2022"
    shown = values.loc[list(chosen), key]
    names = epci["name"].reindex(chosen)
    return _made(
        "compare",
        {"name": name, "caption": caption},
        given,
        data=_told(epci, values).loc[list(chosen)],
        figure=still.bars(shown.rename(epci["name"]), measure(key)),
        alt=Phrase("atlas.alt.compare", names=list(names), n=values.shape[1]),
    )


def near(france: France, marked: str, *, name: str, caption: str) -> Exhibit:
    """The EPCI most like one, by each way to tell it, and how many ways agree.

    Parameters
    ----------
    france : France
    marked, name, caption
        As for :func:`every_indicator`.
    """
    epci, table = france.epci, france.alike
    at = {code: n for n, code in enumerate(epci.index)}
    methods = []
    for method in METHODS:
        of = table[table["method"] == method].sort_values(["epci", "rank"]).groupby("epci")["near"]
        lists = {code: [at[one] for one in codes] for code, codes in of}
        methods.append(
            {
                "label": called(f"atlas.alike.{method}"),
                "near": [lists.get(code, []) for code in epci.index],
            }
        )
    own = table[table["epci"] == marked]
    agree = own["near"].value_counts()
    named = by_name(agree[agree > 1].to_frame("n").assign(name=epci["name"]))
    several = named["n"].sort_values(ascending=False, kind="stable")
    data = own.assign(name=own["near"].map(epci["name"]))[["method", "rank", "near", "name"]]
    return _made(
        "alike",
        {"name": name, "caption": caption},
        {**_places(epci, marked), "methods": methods},
        data=data.assign(distance=own["distance"]).set_index("method"),
        figure=still.bars(several.rename(epci["name"]), write(Phrase("atlas.axis.agree"))),
        alt=Phrase(
            "atlas.alt.alike",
            place=epci.at[marked, "name"],
            n=len(several),
            of=len(METHODS),
        ),
    )


def scatter(
    france: France, across: str, up: str, marked: str, *, name: str, caption: str
) -> Exhibit:
    """One indicator against another, the EPCI of coal basins and of industry told apart.

    Parameters
    ----------
    france : France
    across, up : str
        Indicators of the two axes.
    marked : str
        SIREN of the EPCI that is named.
    name, caption : str
        As for :func:`every_indicator`.
    """
    kinds = france.kinds(marked)
    values = france.of([across, up])
    table = values.assign(kind=kinds.reindex(values.index)).dropna()
    labels = (called(f"indicator.{across}"), called(f"indicator.{up}"))
    together = float(table[across].corr(table[up], method="spearman"))
    return Exhibit(
        name=name,
        caption=caption,
        source="",
        alt=write(
            Phrase(
                "atlas.alt.scatter",
                across=labels[0],
                up=labels[1],
                n=len(table),
                rho=together,
            )
        ),
        data=_told(france.epci, table),
        figure=still.scatter(
            table,
            {kind: called(kind) for kind in (OTHER, INDUSTRY, COAL)},
            {marked: france.epci.at[marked, "name"]} if HERE in set(table["kind"]) else {},
            (measure(across), measure(up)),
        ),
    )


def _places(epci: pd.DataFrame, marked: str | None = None) -> dict[str, Any]:
    given: dict[str, Any] = {
        "names": list(epci["name"]),
        "departements": list(epci["departement"]),
    }
    return given if marked is None else given | {"chosen": list(epci.index).index(marked)}


def _told(epci: pd.DataFrame, values: pd.DataFrame) -> pd.DataFrame:
    return epci[["name"]].join(values, how="inner").rename_axis("epci")


def _made(
    view: str,
    words: Mapping[str, str],
    given: Mapping[str, Any],
    *,
    data: pd.DataFrame,
    figure: Figure,
    alt: Phrase,
    links: bool = False,
) -> Exhibit:
    title = write(Phrase(f"atlas.title.{view}"))
    return Exhibit(
        name=words["name"],
        caption=words["caption"],
        source="",
        alt=write(alt),
        data=data,
        figure=figure,
        interactive=document(view, title, given),
        title=title,
        links=links,
    )
