"""What two pages say of places of the toy France."""

from __future__ import annotations

import math

import numpy as np
import pytest

from bassin.files.sources import Sources
from bassin.places.territory import Territory
from bassin.topics.national import National
from bassin.topics.portrait.sentences import REFUSAL
from bassin.topics.summary.chosen import KEYS, SENTENCES
from bassin.topics.summary.local import Strip, Summary
from bassin.words import write

A, B, F = "200000018", "243000213", "200000059"


def summary(toy: Sources, code: str = A) -> Summary:
    return Summary(Territory(code, toy), toy)


def strip(toy: Sources, key: str, code: str = A) -> Strip:
    return next(one for one in summary(toy, code).strips if one.key == key)


def test_strips_hold_the_values_of_the_catalogue(toy: Sources):
    """Of the place, of all others and of those around it, as another way gives them."""
    table = National(toy).by_group(["gp_2023"], ["epci", "departement", "region", "france"])
    values = table["value"].droplevel("indicator")
    found = strip(toy, "gp_2023")
    assert found.here == pytest.approx(values[("epci", A)])
    assert np.sort(found.dots) == pytest.approx(np.sort(values.xs("epci").dropna()))
    assert found.around == pytest.approx(
        {
            "departement": values[("departement", "30")],
            "region": values[("region", "76")],
            "france": values[("france", "FR")],
        }
    )


def test_a_count_is_set_beside_no_larger_place(toy: Sources):
    """The inhabitants of the country would be off the page."""
    found = strip(toy, "population_2023")
    assert found.counts
    assert found.around == {}
    assert found.here == 6800
    assert found.standing is not None
    assert found.standing.first == 1


def test_what_is_missing_is_said(toy: Sources):
    """No value without a rank or a reason; each reason has words."""
    for code in (A, B):
        for one in summary(toy, code).strips:
            assert (one.standing is None) == (one.unsaid is not None)
            assert one.unsaid is None or write(one.unsaid).startswith(("no value", "no rank"))
            if math.isnan(one.here):
                assert one.unsaid is not None
                assert write(one.unsaid).startswith("no value")


def test_no_rank_of_a_few_events(toy: Sources):
    """Two floods in seven communes."""
    found = strip(toy, "floods_per_commune", B)
    assert found.here == pytest.approx(2 / 7)
    assert found.standing is None
    assert found.unsaid is not None
    assert write(found.unsaid) == "no rank: fewer than 5 are counted"


def test_sentences_are_those_of_the_portrait(toy: Sources):
    """As many as are due, none a refusal, each of another indicator."""
    for code in (A, B):
        said = summary(toy, code).sentences
        assert len(said) == SENTENCES
        assert all(one.kind != REFUSAL for one in said)
        assert len({one.phrase.key for one in said}) == SENTENCES


def test_where_few_are_known_the_portrait_speaks(toy: Sources):
    """Of perimeters; the pages say so by another heading."""
    known, other = summary(toy), summary(toy, B)
    assert known.is_known
    assert not other.is_known
    assert any(one.phrase.key.startswith("portrait.size") for one in other.sentences)


def test_every_source_is_listed_once(toy: Sources):
    """Those of all strips, of the members and of the outlines."""
    found = summary(toy)
    assert len(found.files) == len(set(found.files))
    assert {file for one in found.strips for file in one.files} <= set(found.files)
    assert any(file.startswith("ign/") for file in found.files)
    assert all(file in toy for file in found.files)


def test_years_are_those_of_the_indicators(toy: Sources):
    """From the first flood to the last."""
    assert len(summary(toy).strips) == len(KEYS)
    assert summary(toy).years == (1982, 2024)
