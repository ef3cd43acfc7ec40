"""Indicators side by side, on the toy France."""

from __future__ import annotations

import math

import pytest

from bassin.availability import PUBLISHED
from bassin.errors import ChoiceError
from bassin.files.sources import Sources
from bassin.indicators import catalogue
from bassin.study import Study
from bassin.topics.national import National
from bassin.topics.peers.beside import SUBJECTS, Beside, round_cuts
from bassin.topics.portrait.sentences import REFUSAL
from bassin.topics.portrait.writer import Writer
from bassin.words import amount, write


@pytest.fixture(scope="module")
def beside(toy: Sources) -> Beside:
    """Those of the Alès-like EPCI."""
    return Study("200000018", sources=toy).beside


def test_every_indicator_of_a_subject_is_declared():
    """Under its key, once a subject."""
    for subject, keys in SUBJECTS.items():
        assert len(set(keys)) == len(keys), subject
        assert set(keys) <= set(catalogue.INDICATORS), subject


def test_a_row_has_the_values_of_the_national_table(beside: Beside, toy: Sources):
    """Of the territory, its departement, its region and France."""
    row = beside.table("ages").loc["share_65_plus_2020"]
    values = National(toy).by_group(["share_65_plus_2020"])["value"]
    at = values.loc["share_65_plus_2020"]
    assert row["EPCI-200000018"] == pytest.approx(25.54, abs=0.01)
    assert row["EPCI-200000018"] == at["epci", "200000018"]
    assert row["DEP-30"] == at["departement", "30"]
    assert row["FRANCE"] == at["france", "FR"]


def test_the_ranks_count_the_epci_that_are_higher_by_more_than_the_margin(
    beside: Beside, toy: Sources
):
    """And those that are level; they say among how many."""
    table = beside.table("ages")
    values = National(toy).by_group(["share_65_plus_2020"], ["epci"])["value"].dropna()
    row = table.loc["share_65_plus_2020"]
    above = (values > row["EPCI-200000018"]).sum()
    assert row["rank"] <= 1 + above <= row["last"]
    assert row["rank"] < row["last"]
    assert row["of"] == len(values)


@pytest.mark.parametrize("subject", ["population", "ages", "care", "risks", "land"])
def test_what_the_territory_lacks_is_listed_and_not_written(beside: Beside, subject: str):
    """Every indicator of a subject is on one side or the other."""
    written = {key.removeprefix("indicator.") for key in beside.written(subject, amount).index}
    assert written == set(SUBJECTS[subject]) - set(beside.lacking(subject))


def test_a_subject_of_which_a_territory_has_nothing_is_refused(beside: Beside):
    """Rather than written as an empty table."""
    nothing = beside.table("ages").assign(**{"EPCI-200000018": math.nan})
    with pytest.raises(ChoiceError, match="has no indicator of ages"):
        beside.having(table=lambda subject: nothing).written("ages", amount)


def test_numbers_are_written_in_the_form_of_their_indicator(beside: Beside):
    """What is missing beside the territory has no text; a census says its five years."""
    written = beside.written("ages", amount)
    row = written.loc["indicator.share_65_plus_2020"]
    assert row["EPCI-200000018"] == "25.5%"
    assert write(row["years"]) == "2018–2022"
    assert written["of"].dtype == "int64"


@pytest.mark.parametrize("subject", ["population", "ages", "care", "land"])
def test_a_rank_of_a_table_is_that_of_the_sentence(beside: Beside, subject: str):
    """From which to which, and none where a sentence refuses one."""
    writer = Writer(beside.territory, beside.sources)
    written = beside.written(subject, amount)
    for code, cell in written["rank"].items():
        (told,) = writer.rank(str(code).removeprefix("indicator."))
        if cell is None:
            assert told.kind == REFUSAL
            continue
        ends = {name: told.phrase.given.get(name) for name in ("first", "last", "of")}
        given = cell.given
        assert (given["first"], given.get("last")) == (ends["first"], ends["last"]), code
        assert written.at[code, "of"] == ends["of"]


def test_a_commune_has_a_value_or_a_reason(beside: Beside):
    """Nothing published is without a value, nothing with a value is masked."""
    table = beside.by_commune("share_65_plus_2020")
    assert list(table.index) == beside.territory.codes
    assert (table["value"].notna() == (table["status"] == PUBLISHED)).all()


def test_an_indicator_of_no_commune_is_refused(beside: Beside):
    """It is published of groups alone."""
    with pytest.raises(ChoiceError, match="has no commune"):
        beside.by_commune("presential_jobs_2023")


def test_classes_are_the_same_for_every_territory(toy: Sources):
    """They part the communes of France."""
    bins = [Study(epci, sources=toy).beside.bins("gp_2023") for epci in ("200000018", "243000213")]
    assert bins[0] == bins[1] == sorted(set(bins[0]))


@pytest.mark.parametrize("cuts", [[1.0, 1.0 + 1e-9], [12345.678, 12345.679]])
def test_limits_that_differ_stay_apart(cuts: list[float]):
    """However little."""
    assert len(round_cuts(cuts)) == len(set(cuts))


def test_the_utmost_communes_come_first(beside: Beside):
    """The highest, and the lowest, and never one on both sides."""
    ends = beside.ends("share_65_plus_2020", n=2)
    values = beside.by_commune("share_65_plus_2020")["value"]
    assert ends["high_value"].iloc[0] == values.max()
    assert ends["low_value"].iloc[0] == values.min()
    assert not math.isnan(ends["low_value"].iloc[-1])
