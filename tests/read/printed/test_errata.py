"""Errata of this book's verdicts: what the reader of the list refuses."""

from __future__ import annotations

import pandas as pd
import pytest
from tests.fixtures.spoil import refused
from tests.read.printed.conftest import Retype

from bassin.files.sources import Sources
from bassin.files.transcribed import of_study
from bassin.read import printed
from bassin.study import ALES_AGGLOMERATION


@pytest.mark.parametrize(
    ("column", "value", "what"),
    [
        ("claim", "no-such-claim", "is no claim of claims.csv"),
        ("date", "today", "fails matches"),
        ("date", "2026-02-30", "fails is_day"),
        ("from", "confirmed", "fails isin"),
        ("to", "confirmed", "fails isin"),
        ("why", "", "fails"),
        ("why", "  ", "fails matches"),
    ],
)
def test_an_erratum_is_told_whole(retyped: Retype, real: Sources, column: str, value: str, what):
    """Of a claim that is listed, in words of today."""
    with refused(of_study(ALES_AGGLOMERATION, printed.ERRATA), what, column=column, row=0):
        printed.errata(retyped(printed.ERRATA, column, value), ALES_AGGLOMERATION)


def rewritten(retyped: Retype, change) -> Sources:
    """The transcriptions with a changed list of errata."""
    sources = retyped(printed.ERRATA, "why", "Because.")
    path = sources.root / of_study(ALES_AGGLOMERATION, printed.ERRATA)
    table = change(pd.read_csv(path, dtype=str, keep_default_na=False))
    table.to_csv(path, index=False, lineterminator="\n")
    return sources


def rows_of(real: Sources, claim: str) -> list[int]:
    table = printed.errata(real, ALES_AGGLOMERATION)
    return table.index[table["claim"] == claim].tolist()


def test_the_moves_of_a_claim_follow_on_from_one_another(retyped: Retype, real: Sources):
    """One that begins where the one before it did not end is refused."""
    first, second, *_ = rows_of(real, "rev-decline")

    def break_chain(table: pd.DataFrame) -> pd.DataFrame:
        table.loc[first, "to"] = "supported"
        return table

    with refused(
        of_study(ALES_AGGLOMERATION, printed.ERRATA),
        "not where the move before it ended",
        column="from",
        row=second,
    ):
        printed.errata(rewritten(retyped, break_chain), ALES_AGGLOMERATION)


def test_the_last_move_ends_at_the_verdict_of_today(retyped: Retype, real: Sources):
    """So that a move that is lacking at the end is found."""
    *_, before, last = rows_of(real, "rev-decline")
    with refused(
        of_study(ALES_AGGLOMERATION, printed.ERRATA),
        "does not end at its verdict in",
        column="to",
        row=before,
    ):
        printed.errata(rewritten(retyped, lambda table: table.drop(index=last)), ALES_AGGLOMERATION)


def test_the_oldest_move_comes_first(retyped: Retype):
    """A day is not before the one above it."""

    def late(table: pd.DataFrame) -> pd.DataFrame:
        table.loc[0, "date"] = "2030-01-01"
        return table

    with refused(
        of_study(ALES_AGGLOMERATION, printed.ERRATA),
        "before the day of the row above",
        column="date",
        row=1,
    ):
        printed.errata(rewritten(retyped, late), ALES_AGGLOMERATION)


def test_no_move_goes_nowhere(retyped: Retype, real: Sources):
    """A verdict that stays is no erratum."""

    def stay(table: pd.DataFrame) -> pd.DataFrame:
        table.loc[0, "from"] = table.loc[0, "to"]
        return table

    with refused(of_study(ALES_AGGLOMERATION, printed.ERRATA), "or no move", column="from", row=0):
        printed.errata(rewritten(retyped, stay), ALES_AGGLOMERATION)


def test_the_list(real: Sources):
    """Moves that git tells of: one that came back to where it was, one in three steps."""
    table = printed.errata(real, ALES_AGGLOMERATION)
    silent = table[table["claim"] == "instr-spl"]
    assert silent[["from", "to"]].to_numpy().tolist() == [
        ["not obtained", "supported"],
        ["supported", "not obtained"],
    ]
    assert table.loc[table["claim"] == "rev-decline", "to"].tolist() == [
        "compatible",
        "differs",
        "not public",
    ]
