"""How the figures of a claim are written."""

from __future__ import annotations

import math

import pandas as pd
import pytest

from bassin.show.figured import figures, gap, with_decimals
from bassin.verdict import COMPATIBLE, NOT_OBTAINED
from bassin.words import speaking

MINUS = "\N{MINUS SIGN}"
CLAIM = {
    "published": 12.5,
    "unit": "%",
    "found": 12.46,
    "holds": math.nan,
    "gap": -0.04,
    "verdict": COMPATIBLE,
}


def figured(**given: object) -> tuple[str, str]:
    """What is printed and found, of a claim that is so."""
    return figures(pd.Series(CLAIM | given))


@pytest.mark.parametrize(
    ("given", "printed", "found"),
    [
        ({}, "12.5%", "12.5%"),
        ({"published": 12.0}, "12%", "12.5%"),
        ({"published": 1234.0, "unit": "jobs", "found": 1230.6}, "1,234 jobs", "1,231"),
        ({"published": 2015.0, "unit": "year", "found": 2011.0}, "2015", "2011"),
        ({"published": 19.0, "unit": "century", "found": 19.0}, "19th century", "19th"),
        ({"published": 2.0, "unit": "rank", "found": 3.0}, "number 2", "3"),
        ({"found": math.nan}, "12.5%", "–"),
    ],
)
def test_numbers_have_the_decimals_and_the_unit_of_the_claim(
    given: dict[str, object], printed: str, found: str
):
    """A share that is found has a decimal; a place in an order has words of its own."""
    assert figured(**given) == (printed, found)


@pytest.mark.parametrize(
    ("holds", "verdict", "said"),
    [(1.0, COMPATIBLE, "holds"), (0.0, COMPATIBLE, "does not hold"), (1.0, NOT_OBTAINED, "–")],
)
def test_a_statement_holds_or_fails(holds: float, verdict: str, said: str):
    """And says nothing where nothing tests it."""
    found = figured(published=math.nan, holds=holds, verdict=verdict)
    assert found == ("–", said)


def test_units_are_those_of_the_language():
    """As the catalogue of the study has them."""
    with speaking("fr"):
        assert figured(published=1234.0, unit="jobs")[0] == "1\N{NARROW NO-BREAK SPACE}234 emplois"
        assert figured(published=2.0, unit="rank")[0] == "rang 2"
        assert figured(published=19.0, unit="century", found=18.0) == ("XIXe siècle", "XVIIIe")


def test_a_gap_has_its_sign():
    """Of a share in points."""
    assert gap(pd.Series(CLAIM | {"gap": -0.26})) == f"{MINUS}0.3 points"
    assert gap(pd.Series(CLAIM | {"gap": 3.0, "unit": "jobs", "published": 1.0})) == "+3"
    assert gap(pd.Series(CLAIM | {"gap": math.nan})) == "–"


def test_years_have_no_separator():
    """Nor decimals."""
    values = pd.Series([2015.0, 1234.5, math.nan])
    assert with_decimals(values, [0, 1, 0], ["year", "jobs", "jobs"]) == ["2015", "1,234.5", "–"]
