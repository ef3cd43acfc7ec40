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
    assert table.loc["number"].tolist() == [2, 1]
    assert table.loc["statement", "listed"] == 0


def test_every_difference_is_settled_in_writing(study: Study):
    """A hundred claims of each verdict were read, and the table counts each once."""
    second = printed.second_reading(study.sources, study.epci)
    assert second["said"].all()
    assert len(second) == 100
    assert set(second["first"]) == set(study.all_claims["expected"])
    counted = agreement.read_again(study)
    assert counted["read"].sum() == 100
    assert counted["other"].sum() == (second["settled"] != "").sum()


def test_tolerances_are_the_same_wider_or_narrower(study: Study):
    """Each number that was read again is one of the three."""
    told = agreement.tolerances(study)
    assert told["same"] + told["wider"] + told["narrower"] == told["numbers"] > 0
