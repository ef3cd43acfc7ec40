"""Incomes of intercommunalities on the perimeters of another day."""

from __future__ import annotations

import numpy as np
import pandas as pd
import pytest

from bassin.files.sources import Sources
from bassin.read import insee
from bassin.topics.poverty.perimeter import medians_on, parts_of


def of(**members: str) -> dict[str, frozenset[str]]:
    """Communes of places, a letter each."""
    return {code: frozenset(letters) for code, letters in members.items()}


def distribution(persons: float, middle: float) -> dict[str, float]:
    """Incomes spread evenly from nothing to twice the median."""
    return {"persons": persons} | {
        name: middle * rank / 5 for rank, name in enumerate(insee.DECILES, 1)
    }


def test_places_that_merged_make_the_one_of_now():
    """Each goes where most of its communes are; a commune that is gone is no difference."""
    then = of(a="abcdefgh", b="ij", c="klz", d="zyxw")
    assert parts_of(then, of(n="abcdefghij", m="kl")) == {"n": ["a", "b"], "m": ["c"]}


def test_a_place_that_is_not_made_of_whole_ones_is_left_out():
    """Half its communes were of a place that went elsewhere, or it took half of one."""
    assert parts_of(of(a="abcdef", b="gh"), of(n="abcd", m="efgh")) == {}
    assert parts_of(of(a="ab", b="cd"), of(n="abc", m="d")) == {}


def test_one_part_keeps_its_published_median():
    """Even where its deciles are not published."""
    table = pd.DataFrame({"a": distribution(10, 20000) | {"d1": np.nan}}).T
    assert medians_on(table, {"n": ["a"]}).to_dict() == {"n": 20000}
    assert medians_on(table, {"n": ["a", "a"], "m": ["z"]}).isna().all()


def test_the_median_of_two_is_between_theirs_and_nearer_to_the_larger():
    """Of like places it is theirs; it is where half of all the people are below."""
    table = pd.DataFrame({"a": distribution(10, 20000), "b": distribution(30, 10000)}).T
    assert medians_on(table, {"n": ["a", "a"]})["n"] == pytest.approx(20000)
    found = medians_on(table, {"n": ["a", "b"]})["n"]
    # Under x the first has x / 40,000 of its people, the second x / 20,000 of three times as many.
    assert found == pytest.approx(0.5 / (0.25 / 40000 + 0.75 / 20000))


def test_departements_put_together_give_the_median_of_their_region(real: Sources):
    """Within a quarter of a percent of the published one, for each region of the mainland."""
    places = insee.departements(real)
    parts = {str(reg): [*rows.index] for reg, rows in places.groupby("reg") if len(rows) > 1}
    published = insee.filosofi_distribution(real, "region", 2019)["d5"]
    read = medians_on(insee.filosofi_distribution(real, "departement", 2019), parts)
    known = (read / published - 1).dropna()
    assert len(known) == 13
    assert known.abs().max() < 0.0025
