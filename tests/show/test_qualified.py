"""Sentences that stand beside a verdict: grade, matches, tolerance, margin, effect."""

from __future__ import annotations

import numpy as np
import pandas as pd
import pytest
from tests.fixtures.qualified import QUALIFIED

from bassin.show.qualified import how_sure, qualified, searched, weight
from bassin.words import speaking, write


def said(**given: object) -> str:
    """What is said of a number of people, tested on the publisher's file."""
    row = {"published": 6.17, "unit": "%", "tolerance": 0.005, "grade": "A"}
    return " ".join(map(write, qualified(pd.Series(QUALIFIED | row | given))))


@pytest.mark.parametrize(
    ("given", "sentence"),
    [
        ({}, "Grade A: the publisher's file, of the same date."),
        ({"match_period": "no"}, "Of the period of the claim: no; of its perimeter: yes;"),
        ({}, "Tolerated: 0.005\N{NO-BREAK SPACE}points either way, for revision."),
        ({"margin": -6.17, "margin_basis": "jobs still grow"}, "turns at 0%: up to there jobs"),
        ({"effect": "none", "error": "arithmetic"}, "the sentence stands; what went wrong: arith"),
        ({"tolerance_changed": "2026-11-28"}, "changed on 28 November 2026, after"),
        ({"later": True}, "of after the study came out"),
        ({"unit": "year", "published": 2031.0, "margin": -5.0, "margin_basis": "x"}, "at 2026:"),
    ],
)
def test_what_is_known_is_said(given, sentence):
    """In the unit of the claim."""
    assert sentence in said(**given)


def test_the_weight_of_what_does_not_hold_is_one_line():
    """Importance, what went wrong, what becomes of the sentence."""
    row = pd.Series(QUALIFIED | {"effect": "weakens", "error": "date"})
    assert write(weight(row)) == "detail; date; the sentence is weaker"


def test_a_search_is_told_in_the_language_spoken():
    """Each place where it was made, and what was asked where it is in words of this book."""
    places = "public code and data repositories; stored public web pages"
    asked = "friches-standard; editions of 2023 in the history of CEREMA/cartofriches"
    row = {"reason": "register", "day": "2026-11-29", "place": places, "query": asked}
    with speaking("fr"):
        _, said = map(write, searched(pd.Series(row | {"seen": "Nothing"})))
    assert said == (
        "Recherché le 29 novembre 2026, dépôts publics de code et de données, pages web publiques "
        "archivées, avec\u202f: friches-standard\u202f; millésimes de 2023 dans l’historique de "
        "CEREMA/cartofriches. Vu\u202f: Rien."
    )


def test_of_a_claim_that_nothing_tests_nothing_is_said():
    """Its tolerance waits for a file."""
    assert said(grade="N") == ""


def test_of_a_statement_there_is_no_tolerance():
    """Nor of a number that is to be exact."""
    assert "Tolerated" not in said(tolerance=np.nan)
    assert "Tolerated" not in said(tolerance=0.0)


def test_how_sure_is_said_with_its_numbers_or_why_it_is_not():
    """A word never stands alone."""
    row = {"reason": "", "word": "mostly", "agreeing": 13.0, "tried": 16.0}
    (said,) = how_sure(pd.Series(row))
    assert write(said) == "How sure: mostly, 13 of 16 choices give this verdict."
    (said,) = how_sure(pd.Series(row | {"reason": "one_list"}))
    assert write(said).endswith("no other choice; one list says who or what is in it.")
