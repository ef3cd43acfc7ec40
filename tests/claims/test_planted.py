"""Errors planted in printed numbers: what each is, and which are seen."""

from __future__ import annotations

import math
from types import SimpleNamespace

import pandas as pd
import pytest
from tests.fixtures.qualified import QUALIFIED

from bassin.claims.challenge import moved_numbers
from bassin.claims.ledger import Ledger
from bassin.claims.planted import ERRORS, MOVED, counted_errors, planted, seen
from bassin.read import printed
from bassin.study import ALES_AGGLOMERATION, Study
from bassin.topics.checks import CHECKS
from bassin.topics.finding import Finding


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


@pytest.fixture
def printing(study: Study, monkeypatch: pytest.MonkeyPatch):
    """Move a number of 100 that a check finds as told, within a tolerance: where it holds still."""

    def moved(check, tolerance: float, unit: str = "jobs", files: tuple[str, ...] = ()) -> list:
        name = "ti-number"
        monkeypatch.setitem(CHECKS, name, check)
        claims = printed.claims(study.sources, study.epci).loc[[name]]
        given = QUALIFIED | {
            "published": 100.0,
            "rounding": 0.5,
            "tolerance": tolerance,
            "unit": unit,
        }
        claims = claims.assign(**given)
        whole = SimpleNamespace(
            epci=study.epci, sources=study.sources, all_claims=claims, claims=study.claims
        )
        found = check(study)
        table = claims.assign(
            verdict="compatible",
            found=found.value,
            grade=found.grade,
            finding=found.says,
            files=[list(files)],
        )
        errors = planted(whole, table)
        return errors.loc[errors["error"].isin(MOVED) & ~errors["caught"], "planted"].tolist()

    return moved


@pytest.mark.parametrize(
    ("found", "tolerance", "kept"),
    [(100, 29, []), (100, 30, [70, 130]), (110, 25, [130]), (90, 25, [70])],
)
def test_a_number_held_by_its_tolerance_alone_is_found(printing, found, tolerance, kept):
    """It would hold though the study had printed 30 % more, or less."""
    assert printing(lambda study: Finding(float(found), "B", ""), tolerance) == kept


def test_a_number_is_moved_by_its_last_digit_at_least():
    """A change of 1 % printed in whole points is moved to 0 and 2; a zero to one on either side."""
    row = {"unit": "%", "rounding": 0.5}
    assert moved_numbers(pd.Series({**row, "published": 1.0})) == (0, 2)
    assert moved_numbers(pd.Series({**row, "published": 0.0})) == (-1, 1)
    assert moved_numbers(pd.Series({**row, "published": -50.0})) == (-65, -35)


def test_a_year_is_moved_by_a_decade(printing):
    """Thirty per cent of a year is another age."""
    assert printing(lambda study: Finding(100.0, "D", ""), 9, unit="year") == []
    assert printing(lambda study: Finding(100.0, "D", ""), 10, unit="year") == [90, 110]


def test_a_check_that_finds_what_is_printed_whatever_it_is_cannot_fail(printing):
    """It reads the moved list of claims, and agrees with it; after, the list is as it was."""
    own = ("study/200066918/claims.csv",)

    def itself(study) -> Finding:
        return Finding(
            printed.claims(study.sources, study.epci).at["ti-number", "published"], "D", ""
        )

    assert printing(itself, 5, files=own) == [70, 130]
    assert printed.claims(Study().sources, ALES_AGGLOMERATION).at["ti-number", "published"] == 149


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


def test_errors_of_three_kinds_are_counted_apart():
    """None in two rows: what moves a number by a share of it, other misprints, negations."""
    errors = pd.DataFrame(
        {
            "error": ["less", "more", "sign", "swapped_digits"],
            "claim": ["a", "a", "a", "b"],
            "caught": [True, True, True, False],
        }
    )
    statements = pd.DataFrame({"negated": [True, False, True]}, index=["c", "d", "e"])
    table = seen(errors, statements)
    assert table.index.str.split().str[:3].str.join(" ").tolist() == [
        "a number moved",
        "a number misprinted",
        "a statement negated",
    ]
    assert table["claims"].tolist() == [1, 2, 3]
    assert table[["planted", "caught", "missed"]].to_numpy().tolist() == [
        [2, 2, 0],
        [2, 1, 1],
        [3, 2, 1],
    ]
