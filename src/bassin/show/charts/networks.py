"""A network drawn so that every name can be read: who is linked to whom, and where each stands.

Nodes are drawn towards the place of their group by springs, from fixed seeds, then moved apart
until no name touches another. Of the drawings, that with the fewest edges behind a node is kept.
"""

from __future__ import annotations

import textwrap
from collections.abc import Mapping, Sequence
from typing import Any

import numpy as np
import pandas as pd
from matplotlib.figure import Figure
from matplotlib.lines import Line2D
from matplotlib.patheffects import withStroke
from matplotlib.textpath import TextPath

from bassin.files.citation import Source
from bassin.phrase import Phrase
from bassin.show import _check
from bassin.show.exhibit import Exhibit
from bassin.show.style import style
from bassin.show.tokens import INK, MARKERS, OKABE_ITO, WIDTH
from bassin.words import counted, write

#: How each kind of edge is drawn, in the order given: told apart by dash and width, not by colour.
_EDGES: tuple[dict[str, Any], ...] = (
    {"linestyle": "-", "linewidth": 0.9, "color": "#8a8a8a"},
    {"linestyle": (0, (5, 2)), "linewidth": 1.3, "color": "#444444"},
    {"linestyle": (0, (1, 1.6)), "linewidth": 1.5, "color": "#444444"},
    {"linestyle": (0, (6, 2, 1, 2)), "linewidth": 1.5, "color": "#b00020"},
)
_FONT, _LINE = 8.0, 0.128  # points, and inches from a line of a label to the next
_HINTED = 1.1  # letters on whole pixels, and their halo, take this much more than their outline
_MARGIN = 0.035  # inches kept free around a node and its label
_ROW = 0.2  # inches from a line of the legend to the next
_WRAP = 13  # characters on a line of a label
_NAMED = 5  # nodes named in the description
_TRIES = 12  # drawings, from as many seeds
_PULL = 1.6  # of a node towards its group's place, where a relation pulls by 1


def network(
    nodes: pd.DataFrame,
    edges: pd.DataFrame,
    *,
    name: str,
    caption: str,
    source: Source = "",
    posts: Mapping[str, tuple[float, float]],
    kinds: Sequence[str],
    height: float = 7.0,
    seed: int = 0,
    actor: str = "actor",
) -> Exhibit:
    """Draw a network of named nodes.

    Parameters
    ----------
    nodes : DataFrame
        Indexed by identifier; ``label``, ``group`` and ``size`` (not negative, such as a degree:
        the marker grows with it).
    edges : DataFrame
        ``source`` and ``target`` (identifiers) and ``kind``.
    name, caption, source : str
        As in :class:`~bassin.show.exhibit.Exhibit`; the name begins with ``fig-``.
    posts : mapping
        Group to the place its nodes are drawn towards, across and up, each from 0 to 1. The legend
        keeps its order.
    kinds : sequence of str
        Kinds of edges, at most four, in the order of their strength.
    height : float
        Least height of the drawing, in inches; it grows where names need more.
    seed : int
        First of the seeds the springs start from.
    actor : str
        What a node is: the code of what is counted in :mod:`bassin.words`.

    Returns
    -------
    Exhibit
        Its data are the edges, with the labels and groups of both ends.

    Raises
    ------
    ValueError
        If a column is absent, an identifier comes twice, an end of an edge is no node, a group has
        no post, there are over eight groups, or a kind is not listed or there are over four.
    """
    _check.not_empty(nodes)
    _check.not_empty(edges)
    _check.unique(nodes.index, "node")
    _check.columns(nodes, ["label", "group"])
    _check.columns(nodes, ["size"], numeric=True)
    _check.columns(edges, ["source", "target", "kind"])
    _listed(edges["source"], nodes.index, "edges: 'source'")
    _listed(edges["target"], nodes.index, "edges: 'target'")
    _listed(nodes["group"], posts, "posts: group")
    _listed(edges["kind"], kinds, "kinds: kind")
    if len(posts) > len(MARKERS) or len(kinds) > len(_EDGES):
        raise ValueError(
            f"{len(posts)} groups and {len(kinds)} kinds cannot be told apart: "
            f"keep {len(MARKERS)} and {len(_EDGES)} at most"
        )
    groups = [group for group in posts if (nodes["group"] == group).any()]
    with style():  # a label takes the room that it takes when drawn
        boxes = _boxes(nodes)
    at = _clearest(nodes, edges, boxes, posts=posts, height=height, seed=seed)
    place = dict(zip(nodes.index, at, strict=True))
    tall = float((at[:, 1] + boxes[:, 1] / 2).max()) + _MARGIN
    legend = _ROW * (-(-len(groups) // 4) + -(-len(kinds) // 2)) + 0.22

    with style():
        figure = Figure(figsize=(WIDTH, tall + legend))
        ax = figure.add_axes((0, 0, 1, tall / (tall + legend)))
        ax.set(xlim=(0, WIDTH), ylim=(0, tall))
        ax.set_axis_off()
        for kind, look in zip(kinds, _EDGES, strict=False):
            for ends in edges.loc[edges["kind"] == kind, ["source", "target"]].itertuples(
                index=False
            ):
                (x, y), (u, v) = (_marker_of(place[end], boxes, nodes, end) for end in ends)
                ax.plot([x, u], [y, v], zorder=1, solid_capstyle="round", **look)
        for identifier, row in nodes.iterrows():
            rank = groups.index(row["group"])
            x, y = _marker_of(place[identifier], boxes, nodes, identifier)
            ax.plot(
                x,
                y,
                linestyle="",
                marker=MARKERS[rank],
                markersize=_diameter(row["size"]) * 72,
                color=OKABE_ITO[rank],
                markeredgecolor="black",
                markeredgewidth=0.7,
                zorder=3,
            )
            ax.text(
                x,
                y - _diameter(row["size"]) / 2 - 0.02,
                _wrapped(row["label"]),
                fontsize=_FONT,
                ha="center",
                va="top",
                linespacing=1.05,
                path_effects=[withStroke(linewidth=2.2, foreground="white")],
                zorder=4,
            )
        _legends(figure, groups, kinds)
    return Exhibit(
        name=name,
        caption=caption,
        source=source,
        alt=describe_network(nodes, edges, groups=groups, kinds=kinds, actor=actor),
        data=_edge_list(nodes, edges),
        figure=figure,
    )


def describe_network(
    nodes: pd.DataFrame,
    edges: pd.DataFrame,
    *,
    groups: Sequence[str],
    kinds: Sequence[str],
    actor: str = "actor",
) -> str:
    """Say how many nodes and edges there are, in which groups, and which have most.

    Examples
    --------
    >>> nodes = pd.DataFrame(
    ...     {"label": ["School", "Firm", "Town"], "group": ["here", "here", "away"],
    ...      "size": [2, 1, 1]}, index=["s", "f", "t"])
    >>> edges = pd.DataFrame({"source": ["s", "s"], "target": ["f", "t"], "kind": ["told", "told"]})
    >>> describe_network(nodes, edges, groups=["here", "away"], kinds=["told"])
    'Network of 3 actors and 2 relations. Actors: here 2, away 1. Relations: told 2. \
Most linked: School 2, Firm 1, Town 1'
    """
    by_group = nodes["group"].value_counts()
    by_kind = edges["kind"].value_counts()
    top = nodes.sort_values("size", ascending=False, kind="stable").head(_NAMED)
    told = Phrase(
        "network.said",
        actors=counted(len(nodes), actor),
        relations=counted(len(edges), "relation"),
        head=Phrase(f"network.actors.{actor}"),
        groups=[Phrase("network.count", name=g, n=int(by_group[g])) for g in groups],
        kinds=[Phrase("network.count", name=k, n=int(by_kind[k])) for k in kinds if k in by_kind],
        top=[
            Phrase("network.count", name=r["label"], n=round(r["size"])) for _, r in top.iterrows()
        ],
    )
    return write(told)


def layout(
    group: pd.Series[Any],
    edges: pd.DataFrame,
    boxes: np.ndarray[Any, Any],
    *,
    posts: Mapping[str, tuple[float, float]],
    height: float,
    seed: int,
) -> np.ndarray[Any, Any]:
    """Place boxes by springs, then move them apart until none overlaps.

    Parameters
    ----------
    group : Series
        Group of each node, indexed by identifier.
    edges : DataFrame
        ``source`` and ``target``.
    boxes : array of shape (nodes, 2)
        Width and height each node takes with its label, in inches.
    posts, height, seed
        As in :func:`network`.

    Returns
    -------
    array of shape (nodes, 2)
        Middle of each box, in inches from the left and the bottom: within the width of a page, and
        at least half its own height up. The same on every run.
    """
    import networkx as nx  # here, as it is long to import

    # Identifiers are paired with a rank, lest a post bear the name of a node.
    pulled = nx.Graph()
    pulled.add_nodes_from(("node", identifier) for identifier in group.index)
    for source, target in edges[["source", "target"]].itertuples(index=False):
        pulled.add_edge(("node", source), ("node", target), weight=1.0)
    for identifier, post in group.items():
        pulled.add_edge(("node", identifier), ("post", post), weight=_PULL)
    used = [("post", post) for post in posts if (group == post).any()]
    start = {("post", g): (posts[g][0] * WIDTH, posts[g][1] * height) for _, g in used}
    found = nx.spring_layout(
        pulled, pos=start, fixed=used, seed=seed, iterations=300, k=0.75, method="force"
    )
    at = np.array([found[("node", identifier)] for identifier in group.index])
    return _apart(at, boxes)


def _clearest(
    nodes: pd.DataFrame,
    edges: pd.DataFrame,
    boxes: np.ndarray[Any, Any],
    *,
    posts: Mapping[str, tuple[float, float]],
    height: float,
    seed: int,
) -> np.ndarray[Any, Any]:
    """Of several layouts, the first with the fewest edges that pass behind another node."""
    drawings = [
        layout(nodes["group"], edges, boxes, posts=posts, height=height, seed=seed + rank)
        for rank in range(_TRIES)
    ]
    return min(drawings, key=lambda at: hidden_edges(nodes, edges, at, boxes))


def hidden_edges(
    nodes: pd.DataFrame,
    edges: pd.DataFrame,
    at: np.ndarray[Any, Any],
    boxes: np.ndarray[Any, Any],
) -> int:
    """Count how often an edge passes under the marker of a node it does not end at."""
    rank = {identifier: position for position, identifier in enumerate(nodes.index)}
    radius = np.array([_diameter(size) for size in nodes["size"]]) / 2
    middle = at + np.column_stack([np.zeros(len(at)), boxes[:, 1] / 2 - radius])
    count = 0
    for ends in edges[["source", "target"]].itertuples(index=False):
        first, last = (rank[end] for end in ends)
        along = middle[last] - middle[first]
        share = (middle - middle[first]) @ along / max(float(along @ along), 1e-12)
        nearest = middle[first] + np.clip(share, 0, 1)[:, None] * along
        under = np.hypot(*(middle - nearest).T) < radius + _MARGIN
        under[[first, last]] = False
        count += int(under.sum())
    return count


def _apart(at: np.ndarray[Any, Any], boxes: np.ndarray[Any, Any]) -> np.ndarray[Any, Any]:
    """Push overlapping boxes from each other, the shorter way, until none overlaps."""
    at, need = at.copy(), (boxes[:, None] + boxes[None]) / 2 + _MARGIN
    half = boxes / 2
    for _ in range(5000):
        at[:, 0] = np.clip(at[:, 0], half[:, 0], WIDTH - half[:, 0])
        gap = at[:, None] - at[None]
        over = need - np.abs(gap)
        touch = (over > 1e-6).all(axis=2)
        np.fill_diagonal(touch, val=False)
        if not touch.any():
            break
        # Of two boxes in one spot, the later goes up and right: neither would move otherwise.
        way = np.where(
            gap == 0, np.sign(np.subtract.outer(*[np.arange(len(at))] * 2))[..., None], 0
        )
        way = way + np.sign(gap)
        across = (over[..., 0] < over[..., 1]) & touch
        at[:, 0] += (0.26 * over[..., 0] * way[..., 0] * across).sum(axis=1)
        at[:, 1] += (0.26 * over[..., 1] * way[..., 1] * (touch & ~across)).sum(axis=1)
    at[:, 1] -= (at[:, 1] - half[:, 1]).min() - _MARGIN
    return at


def _boxes(nodes: pd.DataFrame) -> np.ndarray[Any, Any]:
    """Width and height of each node with its label under it, in inches."""
    sizes = []
    for label, size in zip(nodes["label"], nodes["size"], strict=True):
        rows = _wrapped(label).split("\n")
        wide = max(TextPath((0, 0), row, size=_FONT).get_extents().width for row in rows)
        wide *= _HINTED / 72
        sizes.append((max(wide, _diameter(size)), _diameter(size) + 0.02 + _LINE * len(rows)))
    return np.array(sizes)


def _marker_of(
    middle: np.ndarray[Any, Any], boxes: np.ndarray[Any, Any], nodes: pd.DataFrame, node: Any
) -> tuple[float, float]:
    """Middle of a node's marker, which is at the top of its box."""
    rank = nodes.index.get_loc(node)
    top = middle[1] + boxes[rank, 1] / 2
    return float(middle[0]), float(top - _diameter(nodes["size"].iloc[rank]) / 2)


def _diameter(size: float) -> float:
    """Diameter of a marker, in inches; its area grows with the size."""
    return float(0.07 * np.sqrt(1 + size))


def _wrapped(label: str) -> str:
    return "\n".join(textwrap.wrap(label, _WRAP, break_long_words=False, break_on_hyphens=False))


def _legends(figure: Figure, groups: Sequence[str], kinds: Sequence[str]) -> None:
    marks = [
        Line2D(
            [],
            [],
            linestyle="",
            marker=MARKERS[rank],
            color=OKABE_ITO[rank],
            markeredgecolor="black",
            markersize=7,
            label=group,
        )
        for rank, group in enumerate(groups)
    ]
    strokes = [
        Line2D([], [], label=kind, **look) for kind, look in zip(kinds, _EDGES, strict=False)
    ]
    common: dict[str, Any] = {"fontsize": 9.5, "labelcolor": INK, "handletextpad": 0.4}
    first = figure.legend(
        handles=marks, loc="upper left", ncols=4, columnspacing=1.2, borderaxespad=0.2, **common
    )
    figure.add_artist(first)
    down = 1 - (_ROW * -(-len(groups) // 4) + 0.06) / figure.get_figheight()
    figure.legend(
        handles=strokes,
        loc="upper left",
        bbox_to_anchor=(0, down),
        ncols=2,
        columnspacing=1.2,
        borderaxespad=0.2,
        handlelength=3.2,
        **common,
    )


def _edge_list(nodes: pd.DataFrame, edges: pd.DataFrame) -> pd.DataFrame:
    """Edges with the label and the group of both ends, for the CSV file."""
    table = {}
    for end in ("source", "target"):
        table[end] = edges[end].map(nodes["label"])
        table[f"{end}_group"] = edges[end].map(nodes["group"])
    return pd.DataFrame(table).assign(kind=edges["kind"]).reset_index(drop=True)


def _listed(values: pd.Series[Any], known: Any, what: str) -> None:
    strange = [value for value in values if value not in known]
    if strange:
        raise ValueError(f"{what} {strange[0]!r} is not among {', '.join(map(repr, known))}")
