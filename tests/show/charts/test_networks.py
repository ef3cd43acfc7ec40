"""The network figure: names that can be read, the same on every run."""

from __future__ import annotations

from itertools import combinations

import numpy as np
import pandas as pd
import pytest
from matplotlib.colors import to_rgb

from bassin.show import charts
from bassin.show.charts.networks import _EDGES, _apart, hidden_edges
from bassin.show.tokens import WIDTH, lightness

POSTS = {"here": (0.5, 0.5), "away": (1, 0.5)}
KINDS = ["told", "hoped"]


@pytest.fixture
def nodes():
    labels = [f"Organisation {rank} of the region" for rank in range(20)]
    return pd.DataFrame(
        {"label": labels, "group": ["here"] * 14 + ["away"] * 6, "size": range(20, 0, -1)},
        index=[f"n{rank}" for rank in range(20)],
    )


@pytest.fixture
def edges():
    pairs = [("n0", f"n{rank}") for rank in range(1, 20)]
    table = pd.DataFrame(pairs, columns=["source", "target"])
    return table.assign(kind=["told"] * 15 + ["hoped"] * 4)


def draw(nodes, edges, words, **more):
    options = {"posts": POSTS, "kinds": KINDS, "height": 4} | more
    return charts.network(nodes, edges, name="fig-net", **words, **options)


def test_no_name_touches_another_or_leaves_the_page(nodes, edges, words):
    """Measured on the drawing itself, as it is saved."""
    exhibit = draw(nodes, edges, words)
    figure = exhibit.figure
    figure.canvas.draw()
    boxes = [text.get_window_extent() for text in figure.axes[0].texts]
    assert len(boxes) == 20
    assert not [pair for pair in combinations(boxes, 2) if pair[0].overlaps(pair[1])]
    page = figure.bbox
    assert all(page.x0 <= box.x0 and box.x1 <= page.x1 and page.y0 <= box.y0 for box in boxes)


def test_two_drawings_are_the_same_bytes(nodes, edges, words):
    """The seed is fixed."""
    assert draw(nodes, edges, words).png == draw(nodes, edges, words).png


def test_groups_are_drawn_towards_their_post(nodes, edges, words):
    """Those away, on the right, stand right of those here on the whole."""
    ax = draw(nodes, edges, words).figure.axes[0]
    across = np.array([text.get_position()[0] for text in ax.texts])
    assert across[14:].mean() > across[:14].mean() + WIDTH / 10


def test_kinds_differ_in_more_than_colour():
    """In grey, dash or width still tells edges apart."""
    looks = {(str(look["linestyle"]), look["linewidth"]) for look in _EDGES}
    assert len(looks) == len(_EDGES)
    assert all(lightness(look["color"]) < 65 for look in _EDGES)
    assert all(len(to_rgb(look["color"])) == 3 for look in _EDGES)


def test_description_counts_and_names(nodes, edges, words):
    """How many of each group and kind, and the most linked."""
    alt = draw(nodes, edges, words).alt
    assert alt.startswith("Network of 20 actors and 19 relations. Actors: here 14, away 6.")
    assert "told 15, hoped 4" in alt
    assert "Most linked: Organisation 0 of the region 20" in alt


def test_data_are_the_edges_in_words(nodes, edges, words):
    """The file to download has labels and groups, not identifiers."""
    row = draw(nodes, edges, words).data.iloc[-1]
    assert row.to_list() == [
        "Organisation 0 of the region",
        "here",
        "Organisation 19 of the region",
        "away",
        "hoped",
    ]


def test_boxes_in_one_spot_are_parted():
    """Two boxes exactly on top of each other do not stay there."""
    at = _apart(np.array([[1.0, 1], [1, 1], [1, 1]]), np.full((3, 2), 0.5))
    gaps = [np.abs(a - b).max() for a, b in combinations(at, 2)]
    assert min(gaps) >= 0.5


def test_hidden_edges_are_counted():
    """The edge from left to right passes under the middle node, and not under its own ends."""
    nodes = pd.DataFrame({"size": [1, 1, 1]}, index=["l", "m", "r"])
    edges = pd.DataFrame({"source": ["l"], "target": ["r"]})
    boxes = np.full((3, 2), 0.1)
    level = np.array([[0.0, 0], [1, 0], [2, 0]])
    assert hidden_edges(nodes, edges, level, boxes) == 1
    level[1, 1] = 1
    assert hidden_edges(nodes, edges, level, boxes) == 0


@pytest.mark.parametrize(
    ("change", "message"),
    [
        ({"posts": {"here": (0, 0)}}, "posts: group 'away' is not among 'here'"),
        ({"kinds": ["told"]}, "kinds: kind 'hoped' is not among 'told'"),
        ({"kinds": [*KINDS, "a", "b", "c"]}, "cannot be told apart"),
    ],
)
def test_what_cannot_be_drawn_is_refused(nodes, edges, words, change, message):
    """A group without a post, a kind not listed, too many kinds."""
    with pytest.raises(ValueError, match=message):
        draw(nodes, edges, words, **change)


def test_an_end_that_is_no_node_is_refused(nodes, edges, words):
    """An edge to nowhere names its end."""
    edges.loc[0, "target"] = "nobody"
    with pytest.raises(ValueError, match="'target' 'nobody' is not among"):
        draw(nodes, edges, words)
