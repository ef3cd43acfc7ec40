"""The network, the way it leans, the prize: on the toy Mineville and on tables made by hand."""

from __future__ import annotations

import numpy as np
import pandas as pd
import pytest

from bassin.errors import TerritoryError
from bassin.files.sources import Sources
from bassin.places.territory import Territory
from bassin.topics.ecosystem import local as network
from bassin.topics.ecosystem.local import Ecosystem, Reading


@pytest.fixture(scope="module")
def mineville(toy: Sources) -> Ecosystem:
    """The ecosystem of the Alès-like EPCI of the toy France."""
    return Ecosystem(Territory("200000018", toy), toy)


def test_centrality_of_a_chain(mineville):
    """Fair town - School - Foundry - Ministry: each inner one is on 2 of the 3 other pairs."""
    table = network.centrality(network.graph_of(mineville.relations, ["named"]))
    assert table["degree"].to_dict() == {"foundry": 2, "school": 2, "fair": 1, "ministry": 1}
    assert table["betweenness"].to_list() == pytest.approx([2 / 3, 2 / 3, 0, 0])


def test_hopes_are_no_links(mineville):
    """The region is in no network of relations held to exist."""
    graph = network.graph_of(mineville.relations)
    assert graph.number_of_edges() == 5
    assert "region" not in graph


def test_an_actor_without_a_relation_has_degree_zero(mineville):
    """The mine is named, so it counts in the mean; the basin as a whole is nobody, and does not."""
    assert mineville.local_degrees()["degree"].to_dict() == {"school": 2, "foundry": 2, "mine": 0}


def test_components_with_and_without_an_actor(mineville):
    """Four in the chain; without the school, the foundry and the ministry."""
    assert mineville.largest_component() == 4
    assert mineville.without("school") == 2


def test_passages_within_some_lines():
    """Every passage has to be inside; an end on the edge is."""
    lines = pd.Series(["10", "10-20", "9-12", "12; 21", "20-21", "12-13; 20"])
    assert network.told_within(lines, 10, 20).tolist() == [True, True, False, False, False, True]


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


def test_eastern_partners_by_departement(mineville):
    """Each once, those of the conclusion left out."""
    links = mineville.links()
    told = links[~links["conclusion"] & (links["side"] == "east")]
    assert mineville.eastern_departements().sum() == told["partner"].nunique()


def test_outside_links_name_the_partner_whichever_end_it_is(mineville):
    """Source or target, the partner is the one that is not local."""
    links = mineville.links().set_index("partner")
    assert links["local"].to_dict() == {
        "fair": "school",
        "ministry": "foundry",
        "docks": "whole",
        "hills": "whole",
        "region": "whole",
    }
    assert links.index[links["conclusion"]].tolist() == ["hills"]


def test_directions_in_several_readings(mineville):
    """2 and 1; 2 and 0 in chapter 4; 1 and 0 named; 2 and 2 with the region and its hopes."""
    table = mineville.directions()[["east", "west"]]
    assert table.loc["All links the text holds to exist"].to_list() == [2, 1]
    assert table.loc["Chapter 4 alone"].to_list() == [2, 0]
    assert table.loc["Between two named parties only"].to_list() == [1, 0]
    assert table.iloc[-1].to_list() == [2, 2]


def test_a_partner_known_twice_counts_once():
    """Two relations with one partner are one partner, two partners of a commune one place."""
    links = pd.DataFrame(
        {
            "partner": ["a", "a", "b", "c"],
            "side": ["east"] * 3 + ["west"],
            "code": ["30001", "30001", "30001", ""],
            "basis": ["named", "located", "named", "named"],
            "conclusion": False,
        }
    )
    readings = [Reading("partners"), Reading("places", by="place")]
    table = network.directions(links, 0.5, readings)
    assert table["east"].to_list() == [2, 1]
    assert table["west"].to_list() == [1, 1]


def test_no_link_at_all_is_no_evidence():
    """Without a link the share is unknown, the interval is everything, and nothing is decided."""
    links = pd.DataFrame(columns=["partner", "side", "code", "basis", "conclusion"])
    links["conclusion"] = links["conclusion"].astype(bool)
    row = network.directions(links, 0.6, [Reading("none")]).loc["none"]
    assert np.isnan(row["east_pct"])
    assert row[["low_pct", "high_pct", "p_even", "p_people"]].to_list() == [0, 100, 1, 1]


@pytest.mark.parametrize(
    ("successes", "trials", "chance", "p"),
    [
        (5, 5, 0.5, 2 / 32),
        (6, 7, 0.5, 16 / 128),
        (3, 6, 0.5, 1),
        (0, 0, 0.5, 1),
        (2, 2, 0.75, 1),  # the likeliest outcome, so every other is added
        (0, 2, 0.75, 1 / 16),
    ],
)
def test_binomial_test_by_hand(successes, trials, chance, p):
    """Outcomes no likelier than the one observed are added up."""
    assert network.binomial_p(successes, trials, chance) == pytest.approx(p)


def test_more_successes_than_trials_are_refused():
    """A count that cannot be is not given a probability."""
    with pytest.raises(ValueError, match="4 successes in 3 trials"):
        network.binomial_p(4, 3)


def test_binomial_interval_by_hand():
    """5 of 5: the fifth root of 0.025; none of 5: the rest of it; symmetric about a half."""
    limit = 0.025 ** (1 / 5)
    assert network.binomial_interval(5, 5) == pytest.approx((limit, 1))
    assert network.binomial_interval(0, 5) == pytest.approx((0, 1 - limit))
    low, high = network.binomial_interval(3, 6)
    assert low == pytest.approx(1 - high)
    assert low == pytest.approx(0.1181, abs=1e-4)  # Clopper and Pearson


def test_permutation_test_finds_what_is_there_and_no_more():
    """Two of four chosen, the two largest: one deal in six does as much."""
    values = pd.Series([5.0, 5, 1, 1], index=list("abcd"))
    gap, p = network.permutation_p(values, pd.Series([True, True, False, False], list("abcd")))
    assert gap == 4
    assert p == pytest.approx(1 / 6, abs=0.01)
    again = network.permutation_p(values, pd.Series([True, True, False, False], list("abcd")))
    assert again == (gap, p)


def test_permutation_test_needs_two_groups():
    """Without others there is nobody to compare with."""
    values = pd.Series([1.0, 2])
    with pytest.raises(ValueError, match="both groups"):
        network.permutation_p(values, pd.Series([True, True]))


def test_people_to_the_east_by_distance():
    """Within 5 km 30 of 40 are to the east; within 50, 30 of 140."""
    positions = pd.DataFrame(
        {"east_km": [3.0, -3, -30], "north_km": [4.0, 4, 40], "population": [30, 10, 100]}
    )
    table = network.people_around(positions, [5, 50])
    assert table["population"].to_list() == [40, 140]
    assert table["east_pct"].to_list() == pytest.approx([75, 100 * 30 / 140])


def test_positions_are_from_the_centre(mineville):
    """L'Étang is three squares east of Mineville; people of the territory are not around it."""
    at = mineville.positions
    assert at.loc["30001", ["east_km", "north_km"]].to_list() == [0, 0]
    assert at.loc["30017", ["east_km", "north_km"]].to_list() == pytest.approx([15, 0], abs=0.1)
    everyone = at["population"].sum()
    outside = everyone - at.loc[mineville.communes.index, "population"].sum()
    assert mineville.people_around()["population"].iloc[-1] <= outside


def test_partners_have_a_distance_where_they_have_a_place(mineville):
    """The docks are nowhere certain, so they are at no distance."""
    table = mineville.partners()
    assert table.loc["Fair town", "distance_km"] == pytest.approx(15, abs=0.1)
    assert table.loc["Fair town", "bearing"] == pytest.approx(90, abs=1)
    assert np.isnan(table.loc["Docks", "distance_km"])


def test_partners_by_side_and_evidence(mineville):
    """Each partner once, under its best evidence."""
    table = mineville.by_side()
    assert table.loc["east"].to_list() == [1, 0, 1, 0, 0]
    assert table.loc["Occitanie", "hoped"] == 1
    assert table.to_numpy().sum() == 5


def test_a_year_without_an_edition_is_passed_over():
    """Ten editions from 2012 end in 2022, from 2010 in 2019; a year called off cannot be first."""
    assert network.year_of_edition(2012, 10, [2020]) == 2022
    assert network.year_of_edition(2010, 10, [2020]) == 2019
    assert network.year_of_edition(2020, 1, [2020]) == 2021


def test_prize_arithmetic(mineville):
    """40,000 euros, 40 laureates, 80 jobs, 75 % active."""
    value = mineville.prize_ratios()["value"]
    assert value["Euros a laureate"] == 1000
    assert value["Euros a job"] == 500
    assert value["Jobs a laureate"] == 2
    assert value["Projects still active"] == 30
    assert value["Laureates for 100 applications, at least"] == 2
    assert value["Laureates for 100 applications, at most"] == 4
    assert mineville.share_of_one() == 25


def test_drawn_network_has_every_relation(mineville):
    """Hopes are drawn, the mine is not, and a size counts relations held to exist only."""
    nodes, edges = mineville.drawn()
    assert len(edges) == 6
    assert "mine" not in nodes.index
    assert nodes.at["region", "size"] == 0
    assert nodes.at["whole", "size"] == 2


def test_training_of_the_study_and_of_the_register(mineville):
    """The study's school is in 30001, beside the twelve places of the register."""
    table = mineville.training_map()
    assert table.loc["30001", ["listed", "named"]].to_list() == [12, 1]
    assert table["named"].sum() == 1
    kinds = mineville.training_by_kind()
    assert kinds.loc["vocational_lycee"].to_list() == [3, 2, 2]


def test_types_count_each_actor_once(mineville):
    """Nine actors, eight of them but the mine and the region with a relation held to exist."""
    table = mineville.types()
    assert table[["in_basin", "outside"]].to_numpy().sum() == 9
    assert table["linked"].sum() == 7


@pytest.mark.parametrize("table", ["actors", "relations", "training"])
def test_the_actors_of_one_study_are_not_those_of_another_place(toy: Sources, table: str):
    """On another territory it stops and says why: no register lists such relations."""
    with pytest.raises(TerritoryError, match="School is in Mineville, not in CC des Garrigues"):
        getattr(Ecosystem(Territory("243000213", toy), toy), table)


def test_editions_follow_every_founding_year(mineville):
    """One row a year printed, with where it is printed."""
    assert mineville.editions()["last"].to_dict() == {2012: 2022, 2010: 2019}
    other = mineville.having(prize=mineville.prize.replace({"value": {2010: 2013}}))
    assert other.editions()["last"].to_dict() == {2012: 2022, 2013: 2023}
