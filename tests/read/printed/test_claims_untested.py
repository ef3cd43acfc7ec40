"""What the list of claims says of those that nothing tests, and what conclusions are drawn from."""

from __future__ import annotations

import pandas as pd
import pytest

from bassin.files.sources import Sources
from bassin.read import printed
from bassin.study import ALES_AGGLOMERATION
from bassin.verdict import CONTEXT

#: Who would have what would tell, then what it is.
WHO_AND_WHAT = r"[^:.]{2,}: \S.*"
#: What the book leaves to others: it begins a note of this word, and no other note.
GENERAL = ("General history: ", "General law: ")


@pytest.fixture(scope="module")
def untested(real: Sources) -> pd.DataFrame:
    """The claims of the study that have a word for why nothing tests them."""
    claims = printed.claims(real, ALES_AGGLOMERATION)
    return claims[claims["untested"] != ""]


def test_a_note_names_who_has_what(untested: pd.DataFrame):
    """Enough to ask for it: the publisher or keeper, a colon, the file or paper."""
    named = untested["note"].str.fullmatch(WHO_AND_WHAT)
    assert untested.index[~named].to_list() == []


def test_one_note_has_one_word(untested: pd.DataFrame):
    """What is public for one claim is public for another."""
    words = untested.groupby(untested["note"].str.split(".").str[0])["untested"].nunique()
    assert words.index[words > 1].to_list() == []


def test_context_is_general_history_or_law_and_nothing_else_is(untested: pd.DataFrame):
    """What is said of the basin is no context."""
    general = untested["note"].str.startswith(GENERAL)
    assert (general == (untested["untested"] == CONTEXT)).all()


def test_a_body_has_one_spelling(untested: pd.DataFrame):
    """Whoever holds the files of several claims is named alike in all."""
    holders = untested.loc[untested["untested"] != CONTEXT, "note"].str.partition(":")[0]
    spelled = pd.Series(holders.unique())
    assert spelled[spelled.str.casefold().duplicated(keep=False)].to_list() == []


def test_a_conclusion_is_a_statement_or_a_share(real: Sources):
    """A number stands by itself, but for a share of what another claim counts."""
    claims = printed.claims(real, ALES_AGGLOMERATION)
    concluded = claims[claims["premises"].str.len() > 0]
    numbers = concluded[concluded["kind"] != "statement"]
    assert set(numbers["unit"]) <= {"%"}


@pytest.mark.parametrize(
    ("conclusion", "premises"),
    [
        ("land-short", {"land-offered", "land-asked"}),
        ("waves-not-made-up", {"waves-created", "waves-destroyed"}),
        ("waves-contained", {"waves-slower-2013"}),
        ("skills-harder", {"bmo-industry-share-2014", "bmo-industry-share-2022"}),
    ],
)
def test_what_the_text_builds_on_printed_numbers_says_so(
    real: Sources, conclusion: str, premises: set[str]
):
    """The study's own ground for a conclusion is among its premises."""
    assert premises <= set(printed.claims(real, ALES_AGGLOMERATION).at[conclusion, "premises"])
