"""Errata of verdicts: how many moved, and which move is told by none."""

from __future__ import annotations

import pandas as pd

from bassin.claims.corrected import KINDS, moves, untold
from bassin.claims.ledger import Ledger
from bassin.verdict import VERDICTS

ERRATA = pd.DataFrame(
    [
        ("a", "compatible", "confirmed by data"),
        ("a", "confirmed by data", "differs"),
        ("b", "not obtained", "supported"),
        ("b", "supported", "not public"),
        ("b", "not public", "supported"),
    ],
    columns=["claim", "from", "to"],
)


def test_moves_are_counted_by_what_was_said_before_and_after():
    """A claim that moved twice in one way is one claim and two moves."""
    table = moves(ERRATA)
    assert table.index.tolist() == [
        "held, and holds by another word",
        "held, and does not hold",
        "held, and is no longer tested",
        "was not tested, and holds",
    ]
    assert table["moves"].tolist() == [1, 1, 1, 2]
    assert table["claims"].tolist() == [1, 1, 1, 1]


def test_every_verdict_is_of_one_kind(ledger: Ledger):
    """And every erratum of the book is counted."""
    assert sorted(verdict for kind in KINDS.values() for verdict in kind) == sorted(VERDICTS)
    assert moves(ledger.errata)["moves"].sum() == len(ledger.errata)


def test_a_change_is_told_by_moves_from_the_one_to_the_other():
    """Through others or not; one that ends elsewhere, begins elsewhere or has none is untold."""
    assert untold({"a": ("compatible", "differs"), "b": ("not public", "supported")}, ERRATA) == {}
    changes = {
        "a": ("compatible", "supported"),
        "b": ("context", "supported"),
        "c": ("differs", "compatible"),
    }
    assert untold(changes, ERRATA) == changes
