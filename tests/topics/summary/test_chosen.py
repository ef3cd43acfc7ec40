"""Which indicators are shown, and by which a place stands apart."""

from __future__ import annotations

import pytest

from bassin.indicators import catalogue
from bassin.topics.standing import Standing
from bassin.topics.summary.chosen import KEYS, SENTENCES, SUBJECTS, most_telling


def test_there_are_fifteen_declared_indicators():
    """Each once."""
    assert len(KEYS) == len(set(KEYS)) == 15
    assert all(catalogue.find(key).key == key for key in KEYS)


@pytest.mark.parametrize(
    ("standing", "apart"),
    [
        (Standing(1, 1, 101), 1.0),
        (Standing(101, 101, 101), 1.0),
        (Standing(51, 51, 101), 0.0),
        (Standing(20, 60, 101), 0.0),
        (Standing(11, 31, 101), 0.4),
        (Standing(71, 91, 101), 0.4),
        (Standing(1, 1, 1), 0.0),
        (Standing(1, 1, 2), 1.0),
    ],
)
def test_how_far_a_place_is_from_the_middle(standing: Standing, apart: float):
    """By the nearer end of its ranks; not at all where they reach over the middle."""
    assert standing.apart == pytest.approx(apart)


def test_one_of_each_subject_comes_first():
    """However far the others of a subject are."""
    far, near = Standing(1, 1, 101), Standing(45, 45, 101)
    told = dict.fromkeys(SUBJECTS["people"], far) | {"gp_2023": near, "car_pct": near}
    order = most_telling(told)
    assert order[:SENTENCES] == ["growth_2013_2023", "gp_2023", "car_pct"]
    assert order[SENTENCES:] == ["migratory_balance", "share_65_plus_2020"]


def test_nothing_is_told_of_size_nor_of_the_middle():
    """The largest of all stands apart by nothing else."""
    first, middle = Standing(1, 1, 101), Standing(40, 60, 101)
    assert most_telling({"population_2023": first, "gp_2023": middle}) == []
