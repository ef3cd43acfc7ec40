"""Perimeters held against an intercommunality."""

import pandas as pd
import pytest

from bassin.places.territory import Territory
from bassin.study import Study
from bassin.topics.perimeters import local as perimeters
from bassin.topics.perimeters.local import Perimeters
from bassin.words import write

POPULATION = pd.Series({"a": 100, "b": 20, "c": 3, "d": 7})


def test_compare_counts_what_is_shared_left_out_and_added():
    """The perimeter {b, c, d} against {a, b, c}."""
    row = perimeters.compare({"zone": ["b", "c", "d"]}, ["a", "b", "c"], POPULATION).loc["zone"]
    assert row.to_dict() == {
        "communes": 3,
        "population": 30,
        "shared_communes": 2,
        "shared_population": 23,
        "outside_communes": 1,
        "beyond_communes": 1,
        "beyond_population": 7,
    }


def test_compare_refuses_a_commune_without_population():
    """A commune that is not counted would make a perimeter look small."""
    with pytest.raises(ValueError, match="zone: no population for x"):
        perimeters.compare({"zone": ["x"]}, ["a"], POPULATION)


def test_main_group_is_that_of_most_people_not_of_most_communes():
    """Two small communes weigh less than a town."""
    zones = pd.Series({"a": "town", "b": "hills", "c": "hills"})
    assert perimeters.main_group(zones, ["a", "b", "c"], POPULATION) == "town"


def test_main_group_where_inhabitants_are_not_known():
    """That of most communes, as in Mayotte; none where no commune is in a group."""
    zones = pd.Series({"x": "town", "y": "hills", "z": "hills"})
    assert perimeters.main_group(zones, ["x", "y", "z"], POPULATION) == "hills"
    assert perimeters.main_group(zones, ["a"], POPULATION) == ""


def test_times_covered_counts_perimeters():
    """A commune listed twice in one perimeter is in it once."""
    times = perimeters.times_covered({"one": ["a", "a", "b"], "two": ["b"]})
    assert times.to_dict() == {"a": 1, "b": 2}


def test_communes_of_reads_an_epci_or_a_commune():
    """A label's member may be an intercommunality or a single commune."""
    members = pd.DataFrame(
        {"siren": ["1", "2", "3"], "epci": ["8", "8", "9"]}, index=["01001", "01002", "01003"]
    )
    assert perimeters.communes_of("8 3", members) == ["01001", "01002", "01003"]
    with pytest.raises(ValueError, match="SIREN 7"):
        perimeters.communes_of("7", members)


def test_perimeters_of_the_toy_basin(toy):
    """Zone d'emploi and bassin leave one commune out each; the label is the EPCI."""
    topic = Perimeters(Territory("200000018", toy), toy)
    found = topic.table
    assert found.at["EPCI-200000018", "communes"] == 12
    zone, basin = found.loc[topic.zone], found.loc[topic.basin]
    assert (zone["shared_communes"], zone["outside_communes"]) == (11, 1)
    assert (basin["shared_communes"], basin["outside_communes"]) == (11, 1)


def test_every_perimeter_has_a_name(toy):
    """Codes in the tables, names beside them."""
    topic = Perimeters(Territory("200000018", toy), toy)
    assert list(topic.place_names) == list(topic.codes)
    said = [write(name) for name in topic.place_names.values()]
    assert said[1].startswith("Zone d'emploi ")
    assert said[2].startswith("BMO bassin ")
    assert all(name.startswith("Territoire d'industrie, phase ") for name in said[3:])


def test_history_sets_printed_beside_found():
    """A year may be printed, found, or both; one printed again is not used."""
    history = pd.DataFrame(
        {"communes": [12], "change": [""], "basis": ["file"]}, index=pd.Index([2023], name="year")
    )
    claims = pd.DataFrame(
        {
            "unit": ["communes"] * 3,
            "period": ["2000", "2023", "2023"],
            "published": [9.0, 12.0, 76.0],
            "lines": ["488-490", "496", "692"],
        }
    )
    table = perimeters.membership_history(history, claims)
    assert table["printed"].tolist() == [9, 12]
    assert table["found"].fillna(-1).tolist() == [-1, 12]
    assert [write(basis) for basis in table["basis"]] == [
        *("Printed by the study, lines 488–490", "file")
    ]


def test_history_prints_what_the_text_says_of_the_territory_alone(real):
    """Communes counted on another subject, about a year or over years, are no size of the EPCI."""
    study = Study("200066918", real.root)
    claims = study.perimeters.printed_claims
    assert list(claims.index) == list(study.claims("territory").index)
    assert study.perimeters.history()["printed"].notna().any()
