"""The network of the relations a text tells: who is linked to whom, and how much."""

from __future__ import annotations

from collections.abc import Collection
from typing import TYPE_CHECKING

import pandas as pd

from bassin.indicators.chance import permutation_p
from bassin.read import printed
from bassin.topics.ecosystem.labels import LINES

if TYPE_CHECKING:  # else where it is used: it is long to import
    import networkx as nx

LOCAL, TRAINING, COLLECTIVE = (
    printed.SIDES["local"],
    printed.ACTOR_TYPES["training"],
    printed.ACTOR_TYPES["collective"],
)
#: Relations the text holds to exist, whatever it knows them by.
HELD = ("named", "asserted", "located")
#: The school that the study gives the first section of its chapter 4, and the lines of it.
SCHOOL, SCHOOL_SECTION = "imt-mines-ales", (1038, 1122)


def graph_of(relations: pd.DataFrame, bases: Collection[str] = HELD) -> nx.Graph:
    """Undirected network of the relations known in some ways; an actor without one is no node.

    Parameters
    ----------
    relations : DataFrame
        As :func:`bassin.read.printed.relations`.
    bases : collection of str
        Of :data:`bassin.read.printed.BASES`.
    """
    import networkx as nx

    kept = relations[relations["basis"].isin(list(bases))]
    graph = nx.Graph()
    graph.add_edges_from(kept[["source", "target"]].itertuples(index=False))
    return graph


def centrality(graph: nx.Graph) -> pd.DataFrame:
    """Degree and betweenness of each node.

    Returns
    -------
    DataFrame
        Index ``id``, most linked first; ``degree`` (relations) and ``betweenness`` (share, 0 to
        1, of the shortest paths between two others that pass here).
    """
    import networkx as nx

    table = pd.DataFrame(
        {"degree": dict(graph.degree), "betweenness": nx.betweenness_centrality(graph)}
    )
    return (
        table.rename_axis("id")
        .sort_index()
        .sort_values(["degree", "betweenness"], ascending=False, kind="stable")
    )


def largest_component(graph: nx.Graph) -> int:
    """Number of nodes in the largest set linked together."""
    import networkx as nx

    return len(max(nx.connected_components(graph), key=len))


def told_within(lines: pd.Series, first: int, last: int) -> pd.Series:
    """Whether every passage of each row is within some lines of the text.

    Examples
    --------
    >>> told_within(pd.Series(["1047", "1095-1098; 1233"]), 1038, 1122).tolist()
    [True, False]
    """
    passages = lines.str.split("; ").explode().str.partition("-")
    start = passages[0].astype(int)
    end = passages[2].where(passages[2] != "", passages[0]).astype(int)
    inside = (start >= first) & (end <= last)
    return inside.groupby(level=0).all().reindex(lines.index)


def actors_by_type(relations: pd.DataFrame, actors: pd.DataFrame) -> pd.DataFrame:
    """Actors by type, in the basin and out of it, and those of each with a relation held.

    Parameters
    ----------
    relations : DataFrame
        As :func:`bassin.read.printed.relations`.
    actors : DataFrame
        As :func:`bassin.read.printed.actors`.
    """
    linked = set(graph_of(relations))
    local = actors["side"] == LOCAL
    table = pd.DataFrame(
        {
            "in_basin": local,
            "outside": ~local,
            "linked": actors.index.isin(list(linked)),
        }
    )
    return table.groupby(actors["type"]).sum().astype(int)


def ranking(relations: pd.DataFrame, actors: pd.DataFrame) -> pd.DataFrame:
    """Centrality of the actors with a relation between two named parties.

    Parameters
    ----------
    relations : DataFrame
        As :func:`bassin.read.printed.relations`.
    actors : DataFrame
        As :func:`bassin.read.printed.actors`.

    Returns
    -------
    DataFrame
        Index ``name``; ``type``, ``degree``, ``betweenness``, ``rank_betweenness``.
    """
    table = centrality(graph_of(relations, ["named"]))
    about = actors.loc[table.index]
    table.insert(0, "type", about["type"])
    table["rank_betweenness"] = table["betweenness"].rank(ascending=False, method="min")
    return table.set_axis(pd.Index(about["name"], name="name"))


def local_degrees(relations: pd.DataFrame, actors: pd.DataFrame) -> pd.DataFrame:
    """Actors of the basin but collectives: ``type`` and ``degree``, named parties only.

    An actor without a relation has a degree of zero: the text names it all the same.

    Parameters
    ----------
    relations : DataFrame
        As :func:`bassin.read.printed.relations`.
    actors : DataFrame
        As :func:`bassin.read.printed.actors`.
    """
    degree = pd.Series(dict(graph_of(relations, ["named"]).degree), dtype=float)
    local = (actors["side"] == LOCAL) & (actors["type"] != COLLECTIVE)
    about = actors.loc[local, ["type"]]
    return about.assign(degree=degree.reindex(about.index, fill_value=0))


def training_gap(degrees: pd.DataFrame) -> pd.Series:
    """Relations of the training bodies of the basin against those of its other actors.

    Parameters
    ----------
    degrees : DataFrame
        As :func:`local_degrees`.

    Returns
    -------
    Series of float
        ``gap`` (mean of theirs less that of the others), ``p`` (as :func:`permutation_p`) and
        ``gap_without`` (the same without :data:`SCHOOL`).
    """
    rest = degrees.drop(SCHOOL)
    gap, p = permutation_p(degrees["degree"], degrees["type"] == TRAINING)
    without, _ = permutation_p(rest["degree"], rest["type"] == TRAINING)
    return pd.Series({"gap": gap, "p": p, "gap_without": without})


def beside_its_section(relations: pd.DataFrame, actors: pd.DataFrame) -> pd.Series:
    """Relations of each actor once those told in the section on the school alone are left out.

    Parameters
    ----------
    relations : DataFrame
        As :func:`bassin.read.printed.relations`.
    actors : DataFrame
        As :func:`bassin.read.printed.actors`.

    Returns
    -------
    Series of int
        Index ``name``, most linked first; named parties only.
    """
    named = relations[relations["basis"] == "named"]
    outside = named[~told_within(named["lines"], *SCHOOL_SECTION)]
    degree = centrality(graph_of(outside))["degree"]
    return degree.set_axis(pd.Index(actors.loc[degree.index, "name"], name="name"))


def drawn(relations: pd.DataFrame, actors: pd.DataFrame) -> tuple[pd.DataFrame, pd.DataFrame]:
    """Nodes and edges of the network figure: every relation, those hoped for or denied too.

    Parameters
    ----------
    relations : DataFrame
        As :func:`bassin.read.printed.relations`.
    actors : DataFrame
        As :func:`bassin.read.printed.actors`.

    Returns
    -------
    nodes : DataFrame
        Index ``id``; ``label``, ``group`` (the side), ``size`` (relations held to exist).
    edges : DataFrame
        ``source``, ``target``, ``kind`` (how the relation is known).
    """
    held = dict(graph_of(relations).degree)
    ends = pd.unique(relations[["source", "target"]].to_numpy().ravel())
    about = actors.loc[actors.index.isin(ends)]
    nodes = pd.DataFrame({"label": about["name"], "group": about["side"]})
    nodes["size"] = [held.get(identifier, 0) for identifier in nodes.index]
    edges = relations[["source", "target"]].assign(kind=relations["basis"].map(LINES))
    return nodes, edges
