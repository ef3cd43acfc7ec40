"""Incomes and benefits by IRIS."""

from __future__ import annotations

from tests.fixtures import listed
from tests.fixtures.spoil import Spoiler, refused

from bassin.files.sources import Sources
from bassin.read import insee

CAF = listed.path_of(insee.CAF_IRIS, 2019)


def test_iris_are_on_disposable_income(toy: Sources):
    """The parts of a divided commune are not read on declared income, which is lower."""
    table = insee.iris_income(toy, "30")
    assert table.loc["300010101", ["median_income", "poverty_rate_pct"]].to_list() == [12000, 55]
    assert table.loc["300020000", ["median_income", "poverty_rate_pct"]].to_list() == [16000, 40]
    assert table["whole"].sum() == len(table) - 2


def test_caf_by_iris(toy: Sources):
    """A row with a note is masked, all of it."""
    table = insee.caf_iris(toy, 2019)
    assert table.loc["300010101", ["code", "recipients", "housing_aid"]].to_list() == [
        *("30001", 100, 80)
    ]
    assert table.at["010010102", "recipients_status"] == "secret"


def test_caf_with_more_aids_than_recipients(spoil: Spoiler):
    """Who gets an aid for housing is a recipient."""
    sources = spoil.text(CAF, "300010101;0;100;", "300010101;0;70;")
    with refused(CAF, "more recipients of housing aid", row="300010101"):
        insee.caf_iris(sources, 2019)
