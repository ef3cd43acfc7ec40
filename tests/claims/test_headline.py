"""What the front page says of the claims, on tables made by hand."""

from __future__ import annotations

import pandas as pd

from bassin.claims.headline import BRIEF, brief, slips, worst_first
from bassin.verdict import CONTRADICTED, DIFFERS, VERDICTS

COLUMNS = ["verdict", "effect", "importance", "error", "statement", "finding", "lines"]
TABLE = pd.DataFrame(
    [
        (DIFFERS, "none", "detail", "date", "A", "a", "1"),
        (CONTRADICTED, "reverses", "detail", "slip", "B", "b", "2"),
        (CONTRADICTED, "none", "essential", "date", "C", "c", "3"),
        (VERDICTS[0], "", "essential", "", "D", "d", "4"),
    ],
    index=["a", "b", "c", "d"],
    columns=COLUMNS,
)


def test_every_verdict_is_in_one_part_of_the_bar():
    """None is left out, none counted twice."""
    assert sorted(word for words in BRIEF.values() for word in words) == sorted(VERDICTS)
    assert brief(pd.Series(VERDICTS)).to_dict() == {
        code: len(words) for code, words in BRIEF.items()
    }


def test_what_matters_most_comes_first():
    """Essential claims, then those whose sentence turns; what holds is left out."""
    assert list(worst_first(TABLE).index) == ["c", "b", "a"]


def test_a_slip_of_each_kind_and_how_many_more():
    """The one of its kind that matters most."""
    found = slips(TABLE)
    assert found["statement"].to_dict() == {"date": "C", "slip": "B"}
    assert found["others"].tolist() == [1, 0]
