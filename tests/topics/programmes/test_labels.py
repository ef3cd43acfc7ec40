"""Labels of communes: which there are, who holds them, and in what sets."""

from __future__ import annotations

import pandas as pd

from bassin.topics.programmes.labels import label_total, sets


def test_too_many_sets_of_labels_become_numbers():
    """A map tells eight categories apart."""
    bits = [[rank >> bit & 1 for bit in range(4)] for rank in range(9)]
    held = pd.DataFrame(bits, columns=list("abcd"))
    found = sets(held, {c: c for c in "abcd"})
    assert found.tolist()[:4] == ["labels_none", "labels_1", "labels_1", "labels_2"]
    assert sets(held[:2], {"a": "x", "b": "x"}).tolist() == ["labels_none", "x"]


def test_a_list_that_covers_a_part_counts_nobody():
    """The inhabitants of the communes it covers are not those of the territory."""
    people = pd.Series([100, 50, 50], index=["a", "b", "c"])
    whole = label_total(people, pd.Series([1.0, 0.0, 0.0], index=people.index), 1)
    assert whole.tolist() == [1, 1, 100, 50]
    part = label_total(people, pd.Series([1.0, 0.0, float("nan")], index=people.index), 1)
    assert part.isna().all()
