"""Codes where two sets of places meet: of one kind, spelt one way, known."""

from __future__ import annotations

import numpy as np
import pandas as pd
import pytest

from bassin.errors import AccessError
from bassin.models.catchments.codes import chosen, coded, refuse_two_spellings


def test_codes_are_positions_in_their_sorted_names():
    """Whatever order they come in; a category that no row has is no place."""
    positions, names = coded(pd.Series(["b", "a", "b"]), "origin")
    assert (positions.tolist(), names.tolist()) == ([1, 0, 1], ["a", "b"])
    some = pd.Series(pd.Categorical(["b", "b"], categories=["a", "b"]))
    assert coded(some, "origin")[1].tolist() == ["b"]


@pytest.mark.parametrize(
    ("codes", "what"),
    [
        (["a", None], "row 1: no origin. Give its code"),
        (["a", " "], "row 1: no origin"),
        (["a", "a\t"], "row 1: origin is 'a\\\\t', with white space around it"),
        (["7", 7], "row 1: origin is no text"),
    ],
)
def test_a_code_that_is_none_is_named_by_its_row(codes: list, what: str):
    """A missing one would be position -1, which is the last place."""
    with pytest.raises(AccessError, match=what):
        coded(pd.Series(codes, dtype=object), "origin")


@pytest.mark.parametrize("number", [1001, 1001.0, np.int64(1001)])
def test_a_code_that_lost_its_zero_on_one_side_is_refused(number: float):
    """01001 as a text and 1001 as a number would be two places, whichever side has which."""
    texts, numbers = pd.Index(["01001", "30007"]), pd.Index([number], dtype=object)
    for sides in ((texts, numbers), (numbers, texts)):
        with pytest.raises(AccessError, match="is a number on one side and a text on the other"):
            refuse_two_spellings(*sides)
    refuse_two_spellings(texts, pd.Index([1002, 1001.5], dtype=object))
    refuse_two_spellings(texts, texts)


def test_places_are_chosen_by_their_codes():
    """In the order of the known ones; all by default, none of none."""
    known = pd.Index(["a", "b", "c"])
    assert chosen(known, None).tolist() == [True, True, True]
    assert chosen(known, ["c", "a"]).tolist() == [True, False, True]
    assert chosen(known, []).tolist() == [False, False, False]


@pytest.mark.parametrize(
    ("codes", "what"),
    [
        ("abc", "'abc' is one code: give a list"),
        (3, "3 is no list of codes"),
        (["a", None], "missing or blank"),
        (["a", "d"], "'d' not in the table of times"),
        (["a", "b "], "chosen code 1 is 'b ', with white space"),
    ],
)
def test_a_choice_of_no_place_is_refused(codes: object, what: str):
    """A text would be a list of its letters."""
    with pytest.raises(AccessError, match=what):
        chosen(pd.Index(["a", "b", "c"]), codes)
