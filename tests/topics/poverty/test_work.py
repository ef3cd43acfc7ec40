"""Work and people: the territory beside other places, and among intercommunalities."""

from __future__ import annotations

import pytest
from tests.fixtures.spoil import Spoiler
from tests.fixtures.toy_national import with_iris

from bassin.files.sources import Sources
from bassin.places.territory import FRANCE, Territory
from bassin.show import named
from bassin.topics.poverty.unemployment import Unemployment
from bassin.topics.poverty.work import shown
from bassin.words import write

HERE = "EPCI-200000018"


def test_work_beside_other_places(spoil: Spoiler):
    """In A one IRIS of 1,300 people is apart; everywhere else all is alike."""
    sources = with_iris(spoil)
    table = Unemployment(Territory("200000018", sources), sources).work
    young = table.loc["indicator.youth_unemployed_2022"]
    # Elsewhere 30 % of the young work, and a quarter of the active do not: 10 of 40. Apart, 25 %
    # work, and half of the active do not.
    apart, others = 1300 * 0.20, (2000 + 300 + 9 * 100) * 0.10
    employed, unemployed = apart * 0.25 + others * 0.30, apart * 0.25 + others * 0.10
    assert young[HERE] == pytest.approx(100 * unemployed / (employed + unemployed))
    assert young["middle_epci"] == pytest.approx(25)
    # So few people are not told apart by the sample of a census.
    assert young[["first", "last", "epci_known"]].to_list() == [1, 7, 7]
    assert table.at["indicator.employed_2022", FRANCE] < 70
    managers = table.loc["indicator.managers_2022"]
    assert managers[HERE] == pytest.approx(100 * 412 / 5440)
    assert managers[["first", "last"]].to_list() == [1, 7]
    assert "Managers among people of 15 and over, 2022" in named(table).index


def test_places_are_told_in_one_column(spoil: Spoiler):
    """One place, or the first and last that the territory may have, of how many."""
    sources = with_iris(spoil)
    topic = Unemployment(Territory("200000018", sources), sources)
    table = named(topic.work_shown())
    assert not {"first", "last", "epci_known"} & set(table.columns)
    assert table["place"].to_list()[2:] == ["1 to 7 of 7"] * 2
    alone = topic.work.assign(first=2.0, last=2.0)
    assert write(shown(alone)["place"].iloc[0]) == "2 of 7"
    nowhere = topic.work.assign(first=float("nan"))
    assert shown(nowhere)["place"].isna().all()


def test_work_where_no_file_reaches(toy: Sources):
    """Without the file of the metropole, of one departement; what is counted, of all EPCI."""
    table = Unemployment(Territory("200000018", toy), toy).work
    assert table.at["indicator.employed_2022", "epci_known"] == 4
    assert table.at["indicator.managers_2022", "epci_known"] == 7
