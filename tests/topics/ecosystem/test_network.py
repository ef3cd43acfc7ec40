"""The network of the relations a text tells: who is linked to whom, and how much."""

from __future__ import annotations

import pandas as pd
import pytest

from bassin.topics.ecosystem import network
from bassin.topics.ecosystem.network import centrality, graph_of, told_within


def test_centrality_of_a_chain(mineville):
    """Fair town - School - Foundry - Ministry: each inner one is on 2 of the 3 other pairs."""
    table = centrality(graph_of(mineville.relations, ["named"]))
    assert table["degree"].to_dict() == {"foundry": 2, "school": 2, "fair": 1, "ministry": 1}
    assert table["betweenness"].to_list() == pytest.approx([2 / 3, 2 / 3, 0, 0])


def test_hopes_are_no_links(mineville):
    """The region is in no network of relations held to exist."""
    graph = graph_of(mineville.relations)
    assert graph.number_of_edges() == 5
    assert "region" not in graph


def test_passages_within_some_lines():
    """Every passage has to be inside; an end on the edge is."""
    lines = pd.Series(["10", "10-20", "9-12", "12; 21", "20-21", "12-13; 20"])
    assert told_within(lines, 10, 20).tolist() == [True, True, False, False, False, True]


def test_relations_of_one_section_are_left_out(mineville, monkeypatch):
    """The school has two relations; told in its section alone, they no longer count."""
    monkeypatch.setattr(network, "SCHOOL_SECTION", (1, 1))
    assert mineville.beside_its_section()["School"] == 2
    monkeypatch.setattr(network, "SCHOOL_SECTION", (1, 9999))
    assert mineville.beside_its_section().empty


def test_training_against_the_others(mineville, monkeypatch):
    """The school has 2 relations, the foundry 2 and the mine 0: one more than their mean."""
    monkeypatch.setattr(network, "SCHOOL", "mine")
    found = mineville.training_gap()
    assert found["gap"] == 1
    assert found["gap_without"] == 0
