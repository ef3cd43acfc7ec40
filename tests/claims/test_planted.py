"""Errors planted in printed numbers: what each is, and which are seen."""

from __future__ import annotations

import math

import pandas as pd
import pytest
from tests.fixtures.qualified import QUALIFIED

from bassin.claims.ledger import Ledger
from bassin.claims.planted import ERRORS, counted_errors, planted
from bassin.study import Study


def number(published: float, **given: object) -> pd.Series:
    """A share printed to a decimal, unless told otherwise."""
    row = {"published": published, "unit": "%", "rounding": 0.05, "topic": "jobs"}
    row |= {"period": "2018", "area": "here", "kind": "number"}
    return pd.Series(QUALIFIED | row | given)


OTHERS = pd.DataFrame(
    [
        number(19.6, period="2008"),
        number(17.4, period="2013"),
        number(15.5, area="France"),
        number(17.1),
        number(99.0, period="2013", unit="jobs"),
    ]
)


@pytest.mark.parametrize(
    ("error", "wrong"),
    [
        ("last_digit", 17.2),
        ("another_year", 17.4),
        ("another_place", 15.5),
        ("swapped_digits", 71.1),
        ("first_digit", 27.1),
        ("less", 11.97),
        ("more", 22.23),
        ("complement", 82.9),
        ("dropped_digit", 7.1),
        ("tenfold", 171.0),
        ("hundredth", 0.171),
        ("sign", -17.1),
    ],
)
def test_each_error_is_what_it_says(error: str, wrong: float):
    """Of 17.1 % in 2018."""
    assert ERRORS[error](number(17.1), OTHERS) == pytest.approx(wrong)


@pytest.mark.parametrize(
    ("error", "claim"),
    [
        ("swapped_digits", number(3.0, rounding=0.5)),
        ("swapped_digits", number(33.0, rounding=0.5)),
        ("dropped_digit", number(7.1)),
        ("complement", number(250.0)),
        ("complement", number(50.0, unit="jobs")),
        ("hundredth", number(50.0, unit="jobs")),
        ("sign", number(0.0)),
        ("another_year", number(17.1, topic="people")),
        ("another_place", number(17.1, period="1999")),
    ],
)
def test_where_a_number_cannot_go_wrong_so_there_is_no_error(error: str, claim: pd.Series):
    """One digit is not swapped, jobs have no complement, nothing has no other sign."""
    assert math.isnan(ERRORS[error](claim, OTHERS))


def test_a_negative_number_keeps_its_sign_where_its_digits_go_wrong():
    """But for the error that changes it."""
    claim = number(-16.0, rounding=0.5)
    assert ERRORS["swapped_digits"](claim, OTHERS) == -61
    assert ERRORS["first_digit"](claim, OTHERS) == -26
    assert ERRORS["sign"](claim, OTHERS) == 16


def test_errors_are_seen_where_they_pass_the_tolerance(ledger: Ledger, study: Study):
    """Every large one; of one more in the last digit, those of claims held to their rounding."""
    errors = planted(study, ledger.verdicts)
    caught = errors.groupby("error")["caught"].mean()
    assert (caught[["tenfold", "sign", "less", "more", "dropped_digit"]] == 1).all()
    last = errors[errors["error"] == "last_digit"].set_index("claim")
    claims = study.all_claims.loc[last.index]
    exact = claims["tolerance"] == claims["rounding"]
    assert last.loc[exact, "caught"].all()
    assert 0 < last["caught"].mean() < 1
    counted = counted_errors(errors)
    assert counted["planted"].sum() == len(errors)
    assert counted.index[0] == "one more in the last digit"
