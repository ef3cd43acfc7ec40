"""Names in one order, that of a French dictionary."""

from __future__ import annotations

import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from bassin.collation import by_name, collation_key


@pytest.mark.parametrize(
    "names",
    [
        ["Écouves", "Égat", "Éguilles", "Eygalières", "Fons"],  # an accent leaves a letter in place
        ["Marbeuf", "Marbœuf", "Mardeuil"],  # a ligature is two letters
        ["L'Aigle", "Laon", "La Roche", "Larra"],  # what parts words is passed over
        ["Saint-André", "Sainte-Croix", "Saint-Estève", "Saint-Étienne"],
        ["cote", "coté", "côte", "côté"],  # accents count where letters are the same, from the left
        ["pau", "Pau", "PAU"],  # then capitals
        ["Vals les Bains", "Vals-les-Bains"],  # then what parts words
        ["8e arrondissement", "Aast"],
        ["", "A"],
    ],
)
def test_names_are_in_the_order_of_a_dictionary(names: list[str]):
    """Whatever order they come in."""
    for start in (names, names[::-1]):
        assert sorted(start, key=collation_key) == names


@given(st.text(), st.text())
def test_no_two_names_are_level(one: str, other: str):
    """So the order does not hang on how they came."""
    assert (collation_key(one) == collation_key(other)) is (one == other)


def test_rows_of_one_name_stay_in_their_order():
    """A second order is made by sorting by it first; other columns go along."""
    table = pd.DataFrame({"name": ["Sète", "Èze", "Sète", "Eu"], "n": [2, 0, 1, 3]})
    assert by_name(table)["n"].tolist() == [3, 0, 2, 1]
    assert by_name(table.iloc[:0]).empty
