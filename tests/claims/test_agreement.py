"""Two readers of the claims: agreement beyond chance, and what the second finds."""

from __future__ import annotations

import pandas as pd
import pytest
from sklearn.metrics import cohen_kappa_score

from bassin.claims import agreement
from bassin.read import printed
from bassin.study import Study


def test_kappa_is_that_of_the_field():
    """Equal to scikit-learn's; its interval holds it."""
    first = pd.Series(["a", "a", "b", "b", "c", "c", "a", "b"])
    second = pd.Series(["a", "b", "b", "b", "c", "a", "a", "b"])
    found = agreement.kappa(first, second)
    assert found.value == pytest.approx(cohen_kappa_score(first, second))
    assert found.low <= found.value <= found.high


def test_readings_of_other_claims_are_refused():
    """And of none."""
    one = pd.Series(["a", "b"], ["x", "y"])
    with pytest.raises(ValueError, match="same claims"):
        agreement.kappa(one, one.set_axis(["y", "x"]))
    with pytest.raises(ValueError, match="same claims"):
        agreement.kappa(one.iloc[:0], one.iloc[:0])


def test_recall_is_what_the_list_has_of_what_was_found():
    """By kind."""
    found = pd.DataFrame({"kind": ["number", "number", "statement"], "claim": ["x", "", ""]})
    table = agreement.recall(found)
    assert table.loc["number"].tolist() == [2, 1, 50]
    assert table.loc["statement", "recall_pct"] == 0


def test_every_difference_is_settled_in_writing(study: Study):
    """And only differences are; the word of the list is one of the two readers'."""
    second = printed.second_reading(study.sources)
    first = study.all_claims.loc[second.index, "expected"]
    other = first != second["verdict"]
    settled = second["settled"] != ""
    assert set(other.index[other]) <= set(settled.index[settled])
    assert second["said"].all()
    assert len(second) == 100
    assert set(first) == set(study.all_claims["expected"])
