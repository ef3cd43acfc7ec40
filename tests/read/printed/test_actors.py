"""Who the study names, what links them, and where it says people are trained."""

from __future__ import annotations

import pytest
from tests.fixtures.places import MINEVILLE
from tests.fixtures.spoil import Spoiler, refused
from tests.fixtures.toy_ecosystem import FILES

from bassin.files.sources import Sources
from bassin.files.transcribed import of_study
from bassin.read import printed


def spoilt(spoil: Spoiler, file: str, old: str, new: str) -> Sources:
    """A toy France with a piece of text of a transcription replaced."""
    assert FILES[file].count(old) == 1
    (spoil.root / of_study(MINEVILLE, file)).write_text(
        FILES[file].replace(old, new), encoding="utf-8"
    )
    return Sources(spoil.root)


def test_actors(toy: Sources):
    """An actor without a certain commune has an empty code, not a guessed one."""
    table = printed.actors(toy, MINEVILLE)
    assert len(table) == 9
    assert table.loc["fair", ["code", "side"]].to_list() == ["30017", "around_east"]
    assert table.at["foundry", "code"] == ""


@pytest.mark.parametrize(
    ("old", "new", "what", "column"),
    [
        ("network,L'Étang", "club,L'Étang", "'club' fails isin", "type"),
        ("30017,east", "30017,south-east", "'south-east' fails isin", "side"),
        ("30017,east", "3017,east", "'3017' fails matches", "code"),
    ],
)
def test_an_actor_of_no_kind_is_refused(spoil: Spoiler, old, new, what, column):
    """A type, a side or a code outside the lists is refused by name."""
    sources = spoilt(spoil, "actors.csv", old, new)
    with refused(of_study(MINEVILLE, printed.ACTORS), what, column=column, row="fair"):
        printed.actors(sources, MINEVILLE)


def test_a_code_without_a_place_is_refused(spoil: Spoiler):
    """The commune must be told in words, so that its code can be checked."""
    sources = spoilt(spoil, "actors.csv", "network,L'Étang,", "network,,")
    with refused(
        of_study(MINEVILLE, printed.ACTORS), "a code without a place", column="place", row="fair"
    ):
        printed.actors(sources, MINEVILLE)


def test_relations(toy: Sources):
    """Each row has two ends that are actors, and the way the text knows it."""
    table = printed.relations(toy, MINEVILLE)
    assert table["basis"].value_counts().to_dict() == {
        "named": 3,
        "located": 1,
        "asserted": 1,
        "hoped": 1,
    }


@pytest.mark.parametrize(
    ("old", "new", "what", "column", "row"),
    [
        ("fair,school,", "fare,school,", "'fare' is no actor", "source", 1),
        ("fair,school,", "school,school,", "'school' is at both ends", "target", 1),
        ("fair,school,", "foundry,school,", "listed twice", "target", 1),
        ("young people,asserted", "young people,guessed", "'guessed' fails isin", "basis", 4),
    ],
)
def test_a_wrong_relation_is_refused(spoil: Spoiler, old, new, what, column, row):
    """A stray end, a loop, a pair given twice and an unknown basis are refused by row."""
    sources = spoilt(spoil, "relations.csv", old, new)
    with refused(of_study(MINEVILLE, printed.RELATIONS), what, column=column, row=row):
        printed.relations(sources, MINEVILLE)


def test_an_item_printed_twice_keeps_both(toy: Sources):
    """The two founding years stay, with their lines."""
    table = printed.prize(toy, MINEVILLE)
    founded = table[table["item"] == "founded"]
    assert founded["value"].to_list() == [2012, 2010]
    assert founded["lines"].to_list() == ["1336-1337", "1348"]


def test_a_place_of_training_is_that_of_an_actor(spoil: Spoiler, toy: Sources):
    """A place is tied to the actor that gives its commune; a year not printed is missing."""
    table = printed.training_places(toy, MINEVILLE)
    assert table["since"].isna().to_list() == [False, True]
    sources = spoilt(spoil, "training.csv", ",school,", ",scool,")
    with refused(
        of_study(MINEVILLE, printed.TRAINING), "'scool' fails isin", column="actor", row="School"
    ):
        printed.training_places(sources, MINEVILLE)
