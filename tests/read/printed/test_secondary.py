"""What pages of others say of claims: what its reader refuses, and what the list holds."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest
from tests.fixtures.spoil import refused
from tests.read.printed.conftest import Retype

from bassin.files.sources import Sources
from bassin.files.transcribed import STUDY, of_study
from bassin.read import printed
from bassin.study import ALES_AGGLOMERATION

#: A claim of one page only, whose row the tests change.
CLAIM = "instr-relance"


@pytest.fixture
def changed(retyped: Retype) -> Callable[[str, str], Sources]:
    """Change a cell of the row of :data:`CLAIM`."""
    return lambda column, value: retyped(printed.SECONDARY, column, value, CLAIM)


@pytest.mark.parametrize(
    ("column", "value", "what"),
    [
        ("claim", "no-such-claim", "is no claim of claims.csv"),
        ("agreement", "perhaps", "perhaps"),
        ("address", "ales.fr/page", "ales.fr/page"),
        ("kind", "rumour", "rumour"),
        ("dated", "May 2011", "May 2011"),
        ("dated", "2030-01-01", "later than the day it was read"),
        ("dated", "2011-02-30", "is no day"),
        ("first", "perhaps", "perhaps"),
        ("settled", "", "is no reason for readings that differ"),
        ("read", "29/11/2026", "29/11/2026"),
        ("independent", "", "isin"),
        ("again", "perhaps", "perhaps"),
        ("quote", "one two three four five six seven eight nine ten eleven", "over 10 words"),
        ("found", "", "str_length"),
    ],
)
def test_a_row_that_cannot_be_checked_is_refused(
    changed: Callable[[str, str], Sources], column: str, value: str, what: str
):
    """An unknown claim, a word outside the list, no address, no day, a long quotation."""
    row = value if column == "claim" else CLAIM
    with refused(of_study(ALES_AGGLOMERATION, printed.SECONDARY), what, column=column, row=row):
        printed.secondary(changed(column, value), ALES_AGGLOMERATION)


def test_a_page_later_than_the_study_is_not_called_independent(
    changed: Callable[[str, str], Sources],
):
    """Nor one of its month, nor of its year where the month is not known: it may be a copy."""
    assert len(printed.secondary(changed("dated", "2023-08-31"), ALES_AGGLOMERATION))
    for dated in ("2023-09", "2023-10-01", "2023"):
        with refused(
            of_study(ALES_AGGLOMERATION, printed.SECONDARY),
            "later than the study",
            column="independent",
            row=CLAIM,
        ):
            printed.secondary(changed("dated", dated), ALES_AGGLOMERATION)


def test_a_page_is_told_once_of_a_claim(real: Sources, tmp_path: Path):
    """Twice the same page would weigh as two."""
    shutil.copytree(real.root / STUDY, tmp_path / STUDY)
    path = tmp_path / of_study(ALES_AGGLOMERATION, printed.SECONDARY)
    content = path.read_text(encoding="utf-8")
    row = next(line for line in content.splitlines(keepends=True) if line.startswith(CLAIM))
    path.write_text(content + row, encoding="utf-8")
    with refused(
        of_study(ALES_AGGLOMERATION, printed.SECONDARY), "told twice", column="address", row=CLAIM
    ):
        printed.secondary(Sources(tmp_path), ALES_AGGLOMERATION)


def test_the_list(real: Sources):
    """The year Ducros was wound up is told otherwise by three pages."""
    table = printed.secondary(real, ALES_AGGLOMERATION)
    assert set(table.loc["waves-ducros-2015", "agreement"]) == {"differs"}
    assert set(table["agreement"]) == set(printed.AGREEMENTS)
    statutes = table[table["kind"] == "statute"]
    assert "differs" not in set(statutes["agreement"])


def test_a_page_of_no_date_is_not_called_independent(changed: Callable[[str, str], Sources]):
    """It may be later than the study."""
    with refused(
        of_study(ALES_AGGLOMERATION, printed.SECONDARY),
        "or of no date",
        column="independent",
        row=CLAIM,
    ):
        printed.secondary(changed("dated", ""), ALES_AGGLOMERATION)
