"""The network, the way it leans, the prize: on the toy Mineville and on tables made by hand."""

from __future__ import annotations

import shutil

import numpy as np
import pytest
from tests.fixtures.places import MINEVILLE
from tests.fixtures.spoil import Spoiler

from bassin.errors import TerritoryError
from bassin.files.sources import Sources
from bassin.files.transcribed import of_study
from bassin.places.territory import Territory
from bassin.topics.ecosystem.local import Ecosystem


def test_an_actor_without_a_relation_has_degree_zero(mineville):
    """The mine is named, so it counts in the mean; the basin as a whole is nobody, and does not."""
    assert mineville.local_degrees()["degree"].to_dict() == {"school": 2, "foundry": 2, "mine": 0}


def test_components_with_and_without_an_actor(mineville):
    """Four in the chain; without the school, the foundry and the ministry."""
    assert mineville.largest_component() == 4
    assert mineville.without("school") == 2


def test_eastern_partners_by_departement(mineville):
    """Each once, those of the conclusion left out."""
    links = mineville.links()
    told = links[~links["conclusion"] & (links["side"] == "around_east")]
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
    assert table.loc["reading_all"].to_list() == [2, 1]
    assert table.loc["reading_chapter_4"].to_list() == [2, 0]
    assert table.loc["reading_named"].to_list() == [1, 0]
    assert table.iloc[-1].to_list() == [2, 2]


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
    assert table.loc["around_east"].to_list() == [1, 0, 1, 0, 0]
    assert table.loc["around_occitanie", "hoped"] == 1
    assert table.to_numpy().sum() == 5


def test_prize_arithmetic(mineville):
    """40,000 euros, 40 laureates, 80 jobs, 75 % active."""
    value = mineville.prize_ratios()["value"]
    assert value["prize_euros_a_laureate"] == 1000
    assert value["prize_euros_a_job"] == 500
    assert value["prize_jobs_a_laureate"] == 2
    assert value["prize_active"] == 30
    assert value["prize_chance_low"] == 2
    assert value["prize_chance_high"] == 4
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
    assert mineville.training_communes("named") == ["30001"]
    kinds = mineville.training_by_kind()
    assert kinds.loc["training_vocational_lycee"].to_list() == [3, 2, 2]


def test_types_count_each_actor_once(mineville):
    """Nine actors, eight of them but the mine and the region with a relation held to exist."""
    table = mineville.types()
    assert table[["in_basin", "outside"]].to_numpy().sum() == 9
    assert table["linked"].sum() == 7


@pytest.mark.parametrize("table", ["actors", "relations", "training"])
def test_the_actors_of_one_study_are_not_those_of_another_place(toy: Sources, table: str):
    """On another territory it stops and says why: no register lists such relations."""
    with pytest.raises(TerritoryError, match=r"actors\.csv: no text on CC des Garrigues"):
        getattr(Ecosystem(Territory("243000213", toy), toy), table)


def test_actors_in_the_folder_of_another_place_are_refused(spoil: Spoiler):
    """Those told as local are somewhere else."""
    folder = spoil.root / of_study("243000213", "")
    shutil.copytree(spoil.root / of_study(MINEVILLE, ""), folder)
    sources = Sources(spoil.root)
    with pytest.raises(TerritoryError, match="School is in Mineville, not in CC des Garrigues"):
        _ = Ecosystem(Territory("243000213", sources), sources).relations


def test_editions_follow_every_founding_year(mineville):
    """One row a year printed, with where it is printed."""
    assert mineville.editions()["last"].to_dict() == {2012: 2022, 2010: 2019}
    other = mineville.having(prize=mineville.prize.replace({"value": {2010: 2013}}))
    assert other.editions()["last"].to_dict() == {2012: 2022, 2013: 2023}
