"""What the study expects of the two halves of the basin."""

from __future__ import annotations

import pytest
from tests.fixtures.places import MINEVILLE
from tests.fixtures.spoil import Spoiler, refused

from bassin.files.sources import Sources
from bassin.files.transcribed import of_study
from bassin.read import printed
from bassin.study import ALES_AGGLOMERATION


def test_expectations_of_the_study(real: Sources):
    """Every indicator has a side, or none, and a place in the text; families have one headline."""
    table = printed.contrast_expectations(real, ALES_AGGLOMERATION)
    assert set(table["higher"]) == {"hills", "plain", "no_side"}
    assert table.loc["fast_internet_pct", "higher"] == "plain"
    assert table["family"].nunique() == table["headline"].sum() >= 18


@pytest.mark.parametrize(
    ("column", "good", "bad", "row"),
    [
        ("higher", ",plain,", ",east,", "growth_1968_1999"),
        ("lines", ",540-543,", ",page 3,", "gp_2016"),
        ("headline", ",2016,no,", ",2016,maybe,", "share_65_plus_2016"),
    ],
)
def test_expectations_are_checked(spoil: Spoiler, column: str, good: str, bad: str, row: str):
    """A side that does not exist, or a line that is no number, is refused."""
    path = spoil.root / of_study(MINEVILLE, printed.EXPECTATIONS)
    path.write_text(path.read_text(encoding="utf-8").replace(good, bad), encoding="utf-8")
    with refused(
        of_study(MINEVILLE, printed.EXPECTATIONS), bad.split(",")[-2], column=column, row=row
    ):
        printed.contrast_expectations(Sources(spoil.root), MINEVILLE)


@pytest.mark.parametrize(
    ("good", "bad", "column"),
    [
        ("gp,2016,no", "gp,2016,yes", "headline"),
        ("gp,2023,yes", "gp,2023,no", "headline"),
        ("argument_doctors,540-543,plain", "argument_doctors,540-543,hills", "higher"),
    ],
)
def test_a_family_is_of_one_piece(spoil: Spoiler, good: str, bad: str, column: str):
    """One headline a family, and one direction for all its vintages."""
    path = spoil.root / of_study(MINEVILLE, printed.EXPECTATIONS)
    path.write_text(path.read_text(encoding="utf-8").replace(good, bad, 1), encoding="utf-8")
    with refused(of_study(MINEVILLE, printed.EXPECTATIONS), "", column=column, row="gp"):
        printed.contrast_expectations(Sources(spoil.root), MINEVILLE)
