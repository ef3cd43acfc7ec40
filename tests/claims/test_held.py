"""Verdicts held to the list of claims: those frozen, and what becomes of sentences."""

from __future__ import annotations

import pandas as pd
import pytest
from tests.fixtures.qualified import QUALIFIED
from tests.fixtures.spoil import refused

from bassin.claims import held
from bassin.claims.ledger import Ledger
from bassin.files.transcribed import of_study
from bassin.read.printed import CLAIMS


def claims(**given: object) -> pd.DataFrame:
    """A growth of 6 % that turns where there is none."""
    row = QUALIFIED | {
        "epci": "200066918",
        "published": 6.0,
        "found": 10.0,
        "margin": -6.0,
        "margin_basis": "it grows",
    }
    return pd.DataFrame([row | given], index=["growth"])


@pytest.mark.parametrize(
    "given",
    [
        {},
        {"found": 0.0, "effect": "reverses"},
        {"found": 0.1, "effect": "none"},
        {"found": float("nan")},
        {"margin": float("nan"), "found": -5.0, "effect": "none"},
    ],
)
def test_an_effect_that_follows_from_its_margin_is_kept(given):
    """Or has none to follow from, or nothing was found."""
    held.refuse_effects(claims(**given))


@pytest.mark.parametrize(
    "given", [{"found": -1.0, "effect": "none"}, {"effect": "reverses"}, {"found": 0.0}]
)
def test_an_effect_against_its_margin_is_refused(given):
    """A sentence that turns and is said to stand, and the reverse."""
    with refused(of_study("200066918", CLAIMS), "6 is printed", column="effect", row="growth"):
        held.refuse_effects(claims(**given))


def test_the_effects_of_the_list_follow_from_their_margins(ledger: Ledger):
    """The build holds them to it; some claim that does not hold has a margin."""
    held.refuse_effects(ledger.verdicts)
    assert ledger.failing["margin"].notna().any()
