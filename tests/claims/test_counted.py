"""How many claims are tested, and how many are not, by why."""

from __future__ import annotations

import pandas as pd

from bassin import claims
from bassin.verdict import CONFIRMED, DIFFERS, NOT_OBTAINED

TABLE = pd.DataFrame(
    [
        (CONFIRMED, "A", "The file of towns has it.", "3"),
        (NOT_OBTAINED, "N", "A file of towns (not at hand).", "5"),
        (NOT_OBTAINED, "N", "A file of towns (not at hand).", "9"),
        (NOT_OBTAINED, "N", "Nothing.", "9"),
    ],
    columns=["verdict", "grade", "finding", "lines"],
)


def test_only_what_is_not_tested_waits_for_a_file():
    """The name of the file in the finding of another claim does not make it wait."""
    assert claims.counted(TABLE, "towns", "file of towns") == {
        "towns_claims": 4,
        "towns_tested": 1,
        "towns_untested": 3,
        "towns_not_obtained": 3,
        "towns_not_public": 0,
        "towns_context": 0,
        "towns_waiting": 2,
    }
    assert "towns_waiting" not in claims.counted(TABLE, "towns")


def test_a_verdict_from_a_premise_alone_is_no_test():
    """What a claim is drawn from may deny it; nothing has tested it for that."""
    denied = pd.DataFrame([(DIFFERS, "N", "A premise.", "3")], columns=TABLE.columns)
    assert claims.counted(denied, "towns")["towns_untested"] == 1
