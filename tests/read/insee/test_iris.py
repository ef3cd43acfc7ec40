"""Incomes and benefits by IRIS."""

from __future__ import annotations

import pandas as pd
import pytest
from tests.fixtures import listed
from tests.fixtures.spoil import Spoiler, refused
from tests.fixtures.toy_national import with_iris

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


READERS = [
    insee.iris_census,
    insee.iris_ages_2022,
    insee.iris_labour_2022,
    insee.iris_dwellings,
    insee.iris_households,
    insee.iris_income,
]


@pytest.mark.parametrize("read", READERS)
def test_the_metropole_has_what_a_departement_has(spoil: Spoiler, read):
    """The file of the metropole holds the rows of that of a departement, and the others."""
    sources = with_iris(spoil)
    whole, part = read(sources, insee.METROPOLE), read(sources, "30")
    assert {*whole["code"].str[:2]} == {"01", "2A", "30", "48"}
    pd.testing.assert_frame_equal(whole.loc[part.index], part)


def test_the_metropole_and_a_departement_that_differ(spoil: Spoiler):
    """Whichever is read last, the other is named."""
    sources = with_iris(spoil)
    path = sources.root / "raw" / insee.IRIS_FRANCE
    table = pd.read_parquet(path)
    table["dmv_65p_pct_22"] = table["dmv_65p_pct_22"].mask(table["code"] == "300010102", 99.0)
    table.to_parquet(path, index=False)
    sources = spoil.relist(insee.IRIS_FRANCE)
    insee.iris_census(sources, "30")
    column = "share_65_plus_pct, below_bac_pct, higher_pct"
    with refused(insee.IRIS_FRANCE, "iris_30.parquet has", column=column, row="300010102"):
        insee.iris_census(sources, insee.METROPOLE)


def test_work_by_age(toy: Sources):
    """Three ages, each with who is at work of all, and unemployed of the active."""
    row = insee.iris_labour_2022(toy, "30").loc["300010101"]
    assert row[
        ["age_15_24_pct", "age_15_24_employed_pct", "age_15_24_unemployed_pct"]
    ].tolist() == [*(20, 25, 50)]


def test_dwellings_add_up(spoil: Spoiler):
    """Main, secondary and vacant ones are all of them."""
    file = insee.iris_file("30")
    path = spoil.root / "raw" / file
    pd.read_parquet(path).assign(log_vac_pct_16=2.0).to_parquet(path, index=False)
    with refused(file, "shares add up to 88", column="log_vac_pct_16"):
        insee.iris_dwellings(spoil.relist(file), "30")


def test_households_of_one_adult_are_no_more_than_all(spoil: Spoiler):
    """Of one person and of a single parent, together."""
    file = insee.iris_file("30")
    path = spoil.root / "raw" / file
    pd.read_parquet(path).assign(men_seul_pct_16=95.0).to_parquet(path, index=False)
    with refused(file, "more than all households are of one adult in 2016", row="300010101"):
        insee.iris_households(spoil.relist(file), "30")
