"""What pages of others make of a claim: weighed by number, by kind, and by two readers."""

from __future__ import annotations

import pandas as pd
import pytest

from bassin.study import Study
from bassin.topics import pages
from bassin.topics.checks import check_of


def told(*rows: tuple[str, float]) -> pd.DataFrame:
    """Pages that decide: what each makes of the claim, its number."""
    return pd.DataFrame(rows, columns=["agreement", "value"])


@pytest.mark.parametrize(
    ("rows", "verdict"),
    [
        ([], None),
        ([("agrees", 1)], True),
        ([("agrees", 1), ("differs", 2)], None),
        ([("differs", 2)], None),
        ([("off_by_a_year", 2), ("differs", 2)], False),
    ],
)
def test_one_page_supports_and_two_deny(rows: list[tuple[str, float]], verdict: bool | None):
    """Where pages disagree nothing is judged."""
    assert pages.verdict_of(told(*rows)) is verdict


def test_pages_that_deny_with_two_numbers_judge_nothing():
    """Five tracks and ten say that six is doubtful, not what is right."""
    assert pages.number_of(told(("differs", 5), ("differs", 10))) is None
    assert pages.number_of(told(("differs", 5), ("differs", 5))) == 5


def test_a_page_decides_where_it_is_free_and_two_readers_made_the_same_of_it():
    """Near, unknown, read otherwise, not read again, a blog: none of these decides."""
    listed = pd.DataFrame(
        {
            "independent": ["yes", "unknown", "yes", "yes", "yes", "yes"],
            "agreement": ["agrees", "agrees", "near", "agrees", "agrees", "agrees"],
            "again": ["agrees", "agrees", "near", "differs", "", "agrees"],
            "kind": ["press", "press", "press", "press", "press", "blog"],
        }
    )
    assert pages.deciding(listed).index.tolist() == [0]


def test_a_claim_without_a_page_is_not_judged(study: Study):
    """One that says that pages test it, and of which none is listed."""
    claim = study.all_claims.loc["ti-number"].copy()
    claim["check"] = pages.PAGES
    check = check_of(claim)
    assert check is not None
    finding = check(study)
    assert finding is not None
    assert finding.value is None


def test_a_page_of_another_number_denies(study: Study):
    """Three pages of May 2011 wind up a firm that the study winds up in 2015."""
    claim = study.all_claims.loc["waves-ducros-2015"]
    check = check_of(claim)
    assert check is not None
    finding = check(study)
    assert finding is not None
    assert (finding.value, finding.grade) == (2011, "S")


def test_each_claim_with_pages_and_no_other_check_is_put_to_them(study: Study):
    """What was read of a claim that nothing tests is told beside it."""
    listed = study.pages.index.get_level_values("claim").unique()
    checks = study.all_claims["check"]
    assert (checks[listed] != "").all()
    assert set(checks.index[checks == pages.PAGES]) <= set(listed)


def test_each_number_is_as_far_from_that_of_its_claim_as_is_told(study: Study):
    """Agrees within the tolerance, is off by a year, or differs; a near page has no number."""
    told = study.pages.reset_index("address")
    claim = study.all_claims.loc[told.index]
    gap = (told["value"] - claim["published"]).abs()
    within = gap <= claim[["rounding", "tolerance"]].max(axis=1)
    due = (claim["kind"] != "statement") & (told["agreement"] != "near")
    assert told.loc[~due, "value"].isna().all()
    assert within[due & (told["agreement"] == "agrees")].all()
    off = due & (told["agreement"] == "off_by_a_year")
    assert ((gap[off] == 1) & (claim.loc[off, "unit"] == "year")).all()
    assert not within[due & (told["agreement"] == "differs")].any()
