"""Indicators of the catalogue for the places of one territory, on the toy France."""

from __future__ import annotations

import pandas as pd
import pytest
from tests.fixtures import listed

from bassin.errors import ChoiceError
from bassin.files.sources import Sources
from bassin.files.trace import recording
from bassin.files.vintages import file_of
from bassin.indicators import catalogue
from bassin.places.territory import FRANCE, Territory
from bassin.read import anct, drees, insee
from bassin.topics.national import National, table_of
from bassin.topics.selected import Ground, Selected, whole

A = "200000018"


@pytest.fixture(scope="module")
def chosen(toy: Sources) -> Selected:
    return Selected(Territory(A, toy), toy)


@pytest.fixture(scope="module")
def grouped(toy: Sources) -> pd.Series:
    keys = [
        "population_1968",
        "population_2023",
        "gp_2016",
        "gp_2022",
        "underserved_2022",
        "car_pct",
    ]
    return National(toy).by_group(keys)["value"]


@pytest.mark.parametrize(
    "key", ["population_1968", "population_2023", "gp_2016", "gp_2022", "car_pct"]
)
def test_the_territory_is_one_group_of_the_country(chosen, grouped, key: str):
    """The same value as among all groups at once, and of its two sides together."""
    assert chosen.value(key) == pytest.approx(grouped[(key, "epci", A)])
    sides = chosen.territory.sides()
    means = chosen.over(key, sides)
    assert set(means.index) == set(sides)
    assert means["communes"].sum() == (chosen.parts(key).table["status"] == "published").sum()


def test_a_departement_and_the_country_need_no_passage(chosen, grouped):
    """On the communes of the file they are what they are on those of 2023."""
    found = chosen.by_place("gp_2022")["value"]
    assert list(found.index) == list(chosen.territory.levels)
    here = {"departement": "30", "region": "76", "france": "FR"}
    for place, (kind, code) in zip(found.index[1:], here.items(), strict=True):
        assert found[place] == pytest.approx(grouped[("gp_2022", kind, code)])


def test_an_edition_without_its_cities_has_no_value_of_the_country(chosen):
    """The departement and the region have one."""
    found = chosen.by_place("gp_2016")["value"]
    assert pd.isna(found[FRANCE])
    assert found.drop(FRANCE).notna().all()
    assert [key for key in ("gp_2016", "gp_2022", "land_taken") if whole(key)] == ["gp_2022"]


def test_a_file_of_one_territory_tells_of_no_wider_place(chosen):
    """Its communes must not pass for the departement; the counts say how many there are."""
    found = chosen.by_place("unemployment_2022")
    here = chosen.territory.here
    assert found["value"].notna().to_dict() == {place: place == here for place in found.index}
    assert found["amount"].drop(here).isna().all()
    assert (found["communes"] > 0).all()
    assert chosen.by_place("unemployment_2018")["value"].notna().all()


def test_a_departement_has_the_value_of_the_communes_that_have_one(
    toy: Sources, monkeypatch: pytest.MonkeyPatch
):
    """As among all groups: an EPCI asks for every commune, a departement for most inhabitants."""
    counts = insee.labour_force(toy, 2017).copy()
    counts.loc["30003"] = float("nan")
    monkeypatch.setattr(insee, "labour_force", lambda *_: counts)
    fresh = Sources(toy.root)
    found = Selected(Territory(A, fresh), fresh).by_place("unemployment_2017")["value"]
    there = counts[counts.index.str.startswith("30")].dropna()
    assert pd.isna(found[f"EPCI-{A}"])
    assert found["DEP-30"] == pytest.approx(100 * there["unemployed"].sum() / there["active"].sum())


def test_areas_elsewhere_need_no_list_of_communes(toy: Sources):
    """Where a table can be made of some communes, it is made of those of the areas alone."""
    fresh = Sources(toy.root)
    with recording() as noted:
        found = Selected(Territory(A, fresh), fresh).among(
            "unemployment_2017", {"two": ["30001", "30015"], "one": ["30001"]}
        )
    assert noted.files == {insee.LABOUR_2007_2017, listed.EVENTS}
    assert found["communes"].to_dict() == {"two": 2, "one": 1}


def test_only_what_is_asked_for_is_read(toy: Sources):
    """The members and the file of the indicator; events where its boundaries are older."""

    def files(key: str) -> set[str]:
        with recording() as noted:
            Selected(Territory(A, toy), toy).value(key)
        return noted.files

    members = listed.EPCI
    assert files("gp_2022") == {
        members,
        file_of(toy, drees.PROFESSIONS["general_practitioner"].dataset, 2023),
    }
    assert files("gp_2016") == {members, drees.APL_2016_2018, listed.EVENTS}
    # A commune has no value: whether it is counted in another since is to be told.
    assert files("share_65_plus_2022") == {members, insee.iris_file("30"), anct.DENSITY}


def test_a_table_with_no_ground_but_that_of_2023_is_refused(toy: Sources):
    """Some communes of it are a part of all; those of its file it does not give."""
    floods = catalogue.find("floods_per_commune")
    some = table_of(toy, floods, Ground.of(["30001"]))
    assert some.equals(table_of(toy, floods).loc[["30001"]])
    with pytest.raises(ValueError, match=r"risk.floods has no table on the communes of its file"):
        table_of(toy, floods, Ground.as_filed())


def test_areas_may_overlap(toy: Sources, chosen: Selected):
    """Each has the value of its own communes, whatever the others hold."""
    key = "floods_per_commune"
    codes = chosen.territory.codes
    found = chosen.among(key, {"all": codes, "one": codes[:1]})["value"]
    floods = table_of(toy, catalogue.find(key))["floods"]
    assert found["all"] == pytest.approx(floods[codes].mean()) == pytest.approx(chosen.value(key))
    assert found["one"] == floods[codes[0]]
    for strange, said in (
        ([codes[0], "99999"], "does not have: '99999'"),
        ([codes[0]] * 2, "twice"),
    ):
        with pytest.raises(ChoiceError, match=said):
            chosen.among(key, {"strange": strange})
