"""The list of claims: what its reader refuses of verdicts' words and of premises."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from pathlib import Path

import pandas as pd
import pytest
from tests.fixtures.spoil import refused

from bassin.errors import DataError
from bassin.files.sources import Sources
from bassin.files.transcribed import STUDY, of_study
from bassin.read import printed
from bassin.study import ALES_AGGLOMERATION as ALES

Edit = Callable[[pd.DataFrame], object]


@pytest.fixture
def changed(real: Sources, tmp_path: Path) -> Callable[[Edit], Sources]:
    """Make a copy of the transcriptions whose list of claims was changed."""
    shutil.copytree(real.root / STUDY, tmp_path / STUDY)

    def change(edit: Edit) -> Sources:
        path = tmp_path / of_study(ALES, printed.CLAIMS)
        table = pd.read_csv(path, dtype=str, keep_default_na=False).set_index("id")
        edit(table)
        table.to_csv(path, lineterminator="\n")
        return Sources(tmp_path)

    return change


def cell(row: str, column: str, value: str) -> Edit:
    def edit(table: pd.DataFrame) -> None:
        table.loc[row, column] = value

    return edit


def named(row: str, name: str) -> Edit:
    def edit(table: pd.DataFrame) -> None:
        table.index = table.index.map(lambda each: name if each == row else each)

    return edit


@pytest.mark.parametrize(
    ("column", "value", "row", "says"),
    [
        ("untested", "", "age-small-towns-why", "does not say why nothing tests it"),
        ("untested", "not testable", "epci-1993", "not testable"),
        ("expected", "confirmd by data", "epci-1993", "'confirmd by data' fails isin"),
        ("tolerance", "nan", "ti-number", "'nan' is not a number"),
        ("tolerance", "-1", "ti-number", "-1.0 fails greater"),
        ("kind", "Number", "ti-number", "'Number' fails isin"),
        ("kind", "contradiction", "ti-number", "'contradiction' fails isin"),
        ("rounding", "0.4", "pop-agglo-2020", "not half the last digit"),
        ("rounding", "0.5", "ti-is-epci", "not half the last digit"),
        ("rounds", "", "ti-number", "does not say how it is rounded"),
        ("rounds", "truncated", "ti-is-epci", "does not say how it is rounded"),
        ("tolerance", "0.1", "pop-agglo-2020", "under the rounding"),
        ("tolerance_basis", "", "pop-agglo-2020", "a tolerance without a reason"),
        ("tolerance_basis", "luck", "pop-agglo-2020", "'luck' fails isin"),
        ("margin", "0", "pop-agglo-2020", "0.0 fails not_equal"),
        ("margin", "", "pop-agglo-2020", "a margin without what stands"),
        ("match_period", "", "ti-number", "some of match_period"),
        ("match_definition", "perhaps", "ti-number", "'perhaps' fails isin"),
        ("importance", "", "ti-number", "'' fails isin"),
        ("effect", "", "epci-76", "says no effect and error"),
        ("effect", "none", "ti-number", "or one that does and says so"),
        ("premises", "no-such-claim", "epci-1993", "premise 'no-such-claim' is no claim"),
        ("premises", "ti-number; ", "epci-1993", "."),
        ("premises", "ti-number, epci-76", "epci-1993", "."),
        ("premises", "epci-1993", "epci-1993", "its own premise: epci-1993 <- epci-1993"),
    ],
)
def test_a_claim_says_why_it_is_untested_and_what_it_concludes_from(
    changed, column: str, value: str, row: str, says: str
):
    """With a word of the list, and claims of the list."""
    with refused(of_study(ALES, printed.CLAIMS), says, column=column, row=row):
        printed.claims(changed(cell(row, column, value)), ALES)


@pytest.mark.parametrize(
    ("column", "other", "row", "says"),
    [
        ("margin_basis", "margin", "pop-agglo-2020", "a margin without what stands"),
        ("error", "effect", "epci-76", "says no effect and error"),
    ],
)
def test_what_goes_together_is_said_together(changed, column, other, row, says):
    """A margin and what stands up to there; what becomes of a sentence and what went wrong."""
    with refused(of_study(ALES, printed.CLAIMS), says, column=other, row=row):
        printed.claims(changed(cell(row, column, "")), ALES)


@pytest.mark.parametrize("name", ["", " ", "a b", "Ti-Number", "<script>", "a--b", "a;b"])
def test_a_claim_is_named_by_small_letters_digits_and_hyphens(changed, name: str):
    """A premise, an address in a page and a key of the prose are made of its name."""
    with refused(of_study(ALES, printed.CLAIMS), "fails matches", column="id", row=name):
        printed.claims(changed(named("epci-1993", name)), ALES)


def test_a_claim_listed_twice_is_refused(changed):
    """Its verdict would be that of whichever row is read last."""
    with refused(of_study(ALES, printed.CLAIMS), "'epci-76' fails", column="id", row="epci-76"):
        printed.claims(changed(named("epci-1993", "epci-76")), ALES)


def test_a_loop_of_premises_is_refused(changed):
    """Of two claims, each the premise of the other, neither has a verdict; the loop is named."""

    def loop(table: pd.DataFrame) -> None:
        table.loc["ti-number", "premises"] = "epci-76"
        table.loc["epci-76", "premises"] = "epci-1993; epci-2002"
        table.loc["epci-2002", "premises"] = "ti-number"

    with pytest.raises(DataError, match="is its own premise") as caught:
        printed.claims(changed(loop), ALES)
    loop_of = {"ti-number", "epci-76", "epci-2002"}
    assert {name for name in loop_of if name in caught.value.what} == loop_of
    assert caught.value.row in loop_of
    assert "epci-1993" not in caught.value.what
    assert caught.value.cure == "Take one of these premises away."


def test_premises_are_tuples(changed):
    """Empty where the claim concludes from none."""
    table = printed.claims(changed(cell("epci-1993", "premises", "ti-number; epci-76")), ALES)
    assert table.at["epci-1993", "premises"] == ("ti-number", "epci-76")
    assert table.at["ti-is-epci", "premises"] == ()


def test_a_chapter_may_conclude_from_another(changed):
    """The premises of one chapter's claims are looked up in all."""
    sources = changed(cell("epci-1993", "premises", "land-short"))
    assert printed.claims(sources, ALES, "territory").at["epci-1993", "premises"] == ("land-short",)
