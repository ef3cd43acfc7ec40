"""Verdicts, on claims made by hand and on those of the study."""

import pandas as pd
import pytest

from bassin import audit
from bassin.audit import Finding
from bassin.errors import DataError
from bassin.read import transcribed
from bassin.study import Study


def claim(kind="number", published=100.0, rounding=0.5, tolerance=5.0) -> pd.Series:
    return pd.Series(
        {"kind": kind, "published": published, "rounding": rounding, "tolerance": tolerance}
    )


@pytest.mark.parametrize(
    ("value", "grade", "verdict"),
    [
        (100.4, "A", "confirmed"),
        (103, "A", "close"),
        (106, "A", "differs"),
        (100, "B", "close"),
        (106, "B", "differs"),
    ],
)
def test_a_number_is_judged_by_its_gap_and_its_evidence(value, grade, verdict):
    """Within the rounding, within the tolerance, beyond; another vintage never confirms."""
    assert audit.judge(claim(), Finding(value, grade, "")) == verdict


@pytest.mark.parametrize(
    ("value", "grade", "verdict"),
    [(True, "A", "confirmed"), (True, "B", "close"), (False, "A", "differs")],
)
def test_a_statement_holds_or_not(value, grade, verdict):
    """A statement has no gap."""
    assert audit.judge(claim("statement"), Finding(value, grade, "")) == verdict


def test_a_text_that_gives_two_values_contradicts_itself():
    """Whatever the tolerance."""
    assert audit.judge(claim("contradiction"), Finding(103, "A", "")) == "contradicted"


def test_a_claim_without_a_check_is_not_testable():
    """It is neither confirmed nor denied."""
    assert audit.judge(claim(), None) == "not testable"


def test_two_checks_of_one_claim_are_refused():
    """Which one counts would depend on the order of imports."""
    study_check = audit.check("made-for-this-test")
    study_check(lambda study: Finding(1, "A", ""))
    with pytest.raises(ValueError, match="'made-for-this-test' has two checks"):
        study_check(lambda study: Finding(2, "A", ""))
    del audit.CHECKS["made-for-this-test"]


def test_findings_are_typeset():
    """Minus signs and ranges of years, but not the hyphen of a name."""
    assert audit.typeset("-11.1% at La Grand-Combe in 1975-1999") == (
        "−11.1% at La Grand-Combe in 1975–1999"
    )


def test_every_check_has_a_claim(real):
    """A check of a claim that is not listed would never run."""
    import bassin.checks  # noqa: F401

    assert set(audit.CHECKS) <= set(transcribed.claims(real).index)


@pytest.fixture(scope="module")
def study() -> Study:
    """The study of the real basin."""
    return Study()


EXPECTED = {
    "territory": {
        "ti-number": "confirmed",
        "ti-is-epci": "confirmed",
        "epci-1993": "not testable",
        "epci-2000-year": "not testable",
        "epci-law-1999": "not testable",
        "epci-2000": "not testable",
        "epci-2002": "not testable",
        "epci-2013": "not testable",
        "epci-2023": "confirmed",
        "epci-grows": "confirmed",
        "epci-catchment": "not testable",
        "epci-76": "contradicted",
    },
    "population": {
        "pop-fall-mines": "confirmed",
        "pop-turn-2000s": "confirmed",
        "pop-ales-1968": "confirmed",
        "pop-agglo-2020": "confirmed",
        "pop-agglo-2000": "close",
        "pop-grand-combe": "confirmed",
        "pop-north": "differs",
        "pop-ales-inflow": "not testable",
        "pop-agglo-migration": "close",
        "pop-perimeter": "close",
        "pop-attractive": "close",
        "pop-natural": "differs",
        "pop-gard-slower": "close",
    },
    "health": {
        "care-deserts": "close",
        "care-north-west": "close",
        "care-south-east": "differs",
        "care-30-minutes": "not testable",
        "care-miners-built": "not testable",
        "care-mutual-19th": "not testable",
        "care-pensions-1914": "not testable",
        "care-filieris": "close",
        "care-relief": "not testable",
    },
}


@pytest.mark.parametrize("chapter", EXPECTED)
def test_verdicts_on_the_study(study, chapter):
    """The verdicts of the book, frozen: a change of one is to be looked at."""
    assert study.verdicts(chapter)["verdict"].to_dict() == EXPECTED[chapter]


def test_an_unknown_chapter_lists_the_known_ones(real):
    """The error says which chapters have claims."""
    with pytest.raises(DataError, match="chapters: territory, waves"):
        transcribed.claims(real, "cooking")
