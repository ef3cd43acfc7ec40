"""The index of access to professionals (APL): means, and who is under a threshold of it."""

from __future__ import annotations

import pandas as pd
import pytest

from bassin.topics.health.access import break_even, common_field, share_under, underserved


def test_a_commune_on_the_threshold_is_not_under_it():
    """The threshold itself is enough."""
    index = pd.MultiIndex.from_tuples([("a", 2022), ("b", 2022)], names=["code", "year"])
    apl = pd.DataFrame({"apl": [2.5, 2.4]}, index=index)
    people = pd.DataFrame({2022: [10, 30]}, index=["a", "b"])
    row = underserved(apl, people, ["a", "b"], 2.5).loc[2022]
    assert row[["communes", "inhabitants", "inhabitants_pct"]].tolist() == [1, 30, 75]


def test_a_commune_without_a_value_is_counted_apart():
    """It is neither under the threshold nor in the share."""
    index = pd.MultiIndex.from_tuples([("a", 2022)], names=["code", "year"])
    apl = pd.DataFrame({"apl": [1.0]}, index=index)
    people = pd.DataFrame({2022: [10, 30]}, index=["a", "b"])
    row = underserved(apl, people, ["a", "b"], 2.5).loc[2022]
    assert row.tolist() == [1, 10, 100, 1]


def test_shares_under_a_threshold_count_plain_inhabitants():
    """10 of 40 people in the place, 10 of 100 in the country; none where a part is left out."""
    pairs = [("a", 2016), ("b", 2016), ("c", 2016), ("d", 2016)]
    index = pd.MultiIndex.from_tuples(pairs, names=["code", "year"])
    apl = pd.DataFrame({"apl": [2.4, 2.5, 4.0, None]}, index=index)
    people = pd.DataFrame({2016: [10.0, 30.0, 60.0, 1000.0]}, index=["a", "b", "c", "d"])
    areas = {"place": ["a", "b"], "France": None}
    assert share_under(apl, people, areas, 2.5).loc[2016].tolist() == [25, 10]
    partial = share_under(apl, people, areas, 2.5, [2016])
    assert partial.loc[2016, "place"] == 25
    assert pd.isna(partial.loc[2016, "France"])


def test_common_field_is_that_of_every_edition():
    """A commune absent from one edition is out."""
    pairs = [("a", 2016), ("b", 2016), ("b", 2022), ("c", 2022)]
    index = pd.MultiIndex.from_tuples(pairs, names=["code", "year"])
    assert common_field(pd.DataFrame({"apl": 1.0}, index=index)) == ["b"]


def test_break_even_brings_the_whole_to_the_level():
    """3 people at 2 and 1 person at 6 make a mean of 3."""
    inside = pd.DataFrame({"apl": [2.0], "standardised_population": [3.0]})
    assert break_even(3.0, inside, 1.0) == 6
    with pytest.raises(ValueError, match="no place is left out"):
        break_even(3.0, inside, 0.0)
