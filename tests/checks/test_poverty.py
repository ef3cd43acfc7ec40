"""Verdicts on poverty and unemployment follow from the files, and turn when these do."""

from __future__ import annotations

from dataclasses import replace
from types import SimpleNamespace

import pandas as pd
import pytest

import bassin.checks.poverty  # noqa: F401
from bassin.audit import CHECKS
from bassin.study import Study


@pytest.fixture(scope="module")
def study() -> Study:
    return Study()


def turned(study: Study, **topics: object) -> SimpleNamespace:
    """The study with some topics replaced."""
    kept = {name: getattr(study, name) for name in ("income", "unemployment", "wages")}
    return SimpleNamespace(territory=study.territory, **{**kept, **topics})


def test_every_claim_has_a_check_or_says_what_would_tell(study: Study):
    """A claim that nothing tests names what would."""
    claims = study.claims("poverty")
    without = claims.index.difference(list(CHECKS))
    assert (claims.loc[without, "note"] != "").all()


@pytest.mark.parametrize(
    ("claim", "found"), [("pov-ales", 28), ("pov-grand-combe", 39), ("une-twelve", 11.9)]
)
def test_numbers(study: Study, claim: str, found: float):
    """Printed rates found again in the publisher's own files."""
    finding = CHECKS[claim](study)
    assert (finding.value, finding.grade) == (found, "A")


def test_no_verdict_is_constant(study: Study):
    """With every rate of the zone raised at the end and the wages turned over, verdicts turn."""
    unemployment = study.unemployment
    quarters = unemployment.quarters.copy()
    quarters.loc["2016-Q1":, unemployment.label] = range(20, 20 + len(quarters.loc["2016-Q1":]))
    flat = pd.DataFrame(1.0, unemployment.departements.index, unemployment.departements.columns)
    worse = replace(unemployment, quarters=quarters, departements=flat)
    published = study.income.published.copy()
    published[2021] = 0.0
    poorer = replace(study.income, published=published)
    other = turned(study, unemployment=worse, income=poorer, wages=study.wages * -1)
    for claim in ("une-downward", "une-twenty-years", "une-disparities", "pov-lasting"):
        assert CHECKS[claim](study).value is True
        assert CHECKS[claim](other).value is False
    assert CHECKS["wage-higher"](other).value is False


def test_the_note_under_the_figure_would_hold_of_a_census(study: Study):
    """It differs because the series is not of the census; it would hold if it were."""
    assert CHECKS["une-figure-note"](study).value is False
    quarters = study.unemployment.quarters.copy()
    census = study.unemployment.census.at[2018, study.unemployment.label]
    quarters.loc["2018-Q1":"2018-Q4", study.unemployment.label] = census
    other = turned(study, unemployment=replace(study.unemployment, quarters=quarters))
    assert CHECKS["une-figure-note"](other).value is True


def test_housing_aid_is_judged_once_a_file_has_it(study: Study):
    """No finding without a file; of the printed year grade A, of the next year grade B."""
    for claim in ("aid-agglo", "aid-france"):
        assert CHECKS[claim](study) is None
    aid = study.income.aid.copy()
    aid.loc[study.income.name, 2020] = 54.2
    aid.loc["France", [2019, 2020]] = [46.1, 45.0]
    other = turned(study, income=replace(study.income, aid=aid))
    assert (CHECKS["aid-agglo"](other).value, CHECKS["aid-agglo"](other).grade) == (54.2, "B")
    assert (CHECKS["aid-france"](other).value, CHECKS["aid-france"](other).grade) == (46.1, "A")
