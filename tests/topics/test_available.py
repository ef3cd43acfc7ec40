"""What there is of a territory of the toy France."""

from __future__ import annotations

import pandas as pd
import pytest
from tests.fixtures.spoil import Spoiler

from bassin.errors import TerritoryError
from bassin.files.sources import Sources
from bassin.indicators import catalogue
from bassin.read import cerema, printed
from bassin.study import Study
from bassin.topics.available import COLUMNS, NONE, PARTIAL, TABLES, THERE
from bassin.topics.base import holds_nothing
from bassin.words import called

A, B = "200000018", "243000213"


@pytest.fixture(scope="module")
def table(toy: Sources) -> pd.DataFrame:
    """Of the agglomeration that the toy study is on."""
    return Study(A, sources=toy).available()


def test_a_row_an_indicator_and_a_table(toy: Sources, table: pd.DataFrame):
    """In the order of the catalogue, then of the tables; each has words."""
    keys = [f"indicator.{key}" for key in catalogue.at_hand(toy)]
    assert table["indicator"].to_list() == [*keys, *(f"table.{one.name}" for one in TABLES)]
    assert tuple(table) == COLUMNS
    assert all(called(code) for code in table["indicator"])
    assert all(called(f"topic.{topic}") for topic in table["topic"])
    assert all(called(state) for state in table["state"])


def test_counts_are_those_of_the_communes(toy: Sources, table: pd.DataFrame):
    """Known and masked communes are at most all; what is there lacks none."""
    assert (table["communes"] == len(Study(A, sources=toy).territory.codes)).all()
    assert (table["known"] + table["masked"] <= table["communes"]).all()
    access = table.set_index("indicator").loc["indicator.gp_2023"]
    assert (access["state"], access["known"], access["mends"]) == (THERE, access["communes"], "")


def test_each_that_is_missing_has_a_file(table: pd.DataFrame):
    """The file that would mend it, and none where nothing is missing."""
    assert ((table["mends"] != "") == (table["state"] != THERE)).all()


def test_another_place_lacks_what_is_of_one(toy: Sources):
    """The land of one agglomeration, the actors of one study."""
    found = Study(B, sources=toy).available().set_index("indicator")
    assert found.at["table.actors", "state"] == NONE
    assert found.at["table.land_take", "state"] in {NONE, PARTIAL}
    assert found.at["table.land_take", "mends"] == cerema.LAND_TAKE_FRANCE


def test_a_file_that_is_gone_is_missing_and_raises_nothing(spoil: Spoiler):
    """The row says which."""
    (spoil.root / "raw" / cerema.LAND_TAKE).unlink()
    found = Study(A, sources=Sources(spoil.root)).available().set_index("indicator")
    assert found.at["table.land_take", "state"] == NONE
    assert found.at["indicator.land_taken", "state"] == NONE


def test_the_text_is_of_one_territory(toy: Sources):
    """Its claims and figures are no other's."""
    here, elsewhere = (Study(code, sources=toy) for code in (A, B))
    assert here.ageing.prints(printed.FIGURE_2_2)
    assert not elsewhere.ageing.prints(printed.FIGURE_2_2)
    with pytest.raises(TerritoryError, match=rf"study/{B}/{printed.CLAIMS}.*Garrigues"):
        elsewhere.published("ageing")
    with pytest.raises(TerritoryError, match=rf"study/{B}/{printed.FIGURE_2_4}.*Garrigues"):
        _ = elsewhere.education.printed


def test_what_holds_nothing():
    """No row, or no number among columns of numbers."""
    assert holds_nothing(pd.DataFrame())
    assert holds_nothing(pd.Series([float("nan")]))
    assert not holds_nothing(pd.Series([0.0]))
