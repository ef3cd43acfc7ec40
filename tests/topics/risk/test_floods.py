"""Recognised floods: counted once a commune, by decade, and taken together as episodes."""

from __future__ import annotations

import pandas as pd
import pytest

from bassin.topics.risk.floods import dates, distinct_floods, hits, listed
from bassin.words import write


def floods(*rows) -> pd.DataFrame:
    table = pd.DataFrame(rows, columns=["code", "start", "end"])
    return table.assign(start=pd.to_datetime(table["start"]), end=pd.to_datetime(table["end"]))


def test_periods_that_overlap_in_a_commune_are_one_flood():
    """Also when a short one lies within a long one."""
    decrees = floods(
        ("a", "2002-09-01", "2002-09-30"),
        ("a", "2002-09-05", "2002-09-06"),
        ("a", "2002-09-20", "2002-10-02"),
        ("a", "2002-10-03", "2002-10-03"),
        ("b", "2002-09-01", "2002-09-01"),
    ).assign(peril="ICB", decision="recognised")
    found = distinct_floods(decrees, pd.Series({"a": "a", "b": "b"}))
    assert found["code"].tolist() == ["a", "a", "b"]
    assert found["end"].dt.day.tolist() == [2, 3, 1]


def test_periods_that_share_one_day_are_one_flood():
    """The next starts on the last day of the one before; a day later it is another flood."""
    decrees = floods(
        ("a", "2002-09-08", "2002-09-09"),
        ("a", "2002-09-09", "2002-09-10"),
        ("b", "2002-09-08", "2002-09-09"),
        ("b", "2002-09-10", "2002-09-10"),
    ).assign(peril="ICB", decision="recognised")
    found = distinct_floods(decrees, pd.Series({"a": "a", "b": "b"}))
    assert found["code"].tolist() == ["a", "b", "b"]


@pytest.mark.parametrize(
    ("start", "end", "words"),
    [
        ("2020-09-19", "2020-09-20", "19–20 September 2020"),
        ("2014-09-17", "2014-09-17", "17 September 2014"),
        ("2008-10-31", "2008-11-02", "31 October–2 November 2008"),
        ("2003-12-31", "2004-01-02", "31 December 2003–2 January 2004"),
    ],
)
def test_dates_in_words(start, end, words):
    """A period is written once, whatever it spans."""
    assert write(dates(pd.Timestamp(start), pd.Timestamp(end))) == words


@pytest.mark.parametrize(
    ("names", "words"),
    [([], "none"), (["Mons"], "Mons"), (["Mons", "Ners", "Euzet"], "Mons, Ners and Euzet")],
)
def test_names_in_a_list(names, words):
    """The last after an "and"; no name is said too."""
    assert write(listed(names)) == words


def test_every_way_of_being_hit_is_called():
    """Each set of years but none, which has a name in the words."""
    called = {code: write(phrase) for code, phrase in hits([2002, 2014, 2020]).items()}
    assert len(called) == 7
    assert called["hit_2014"] == "2014"
    assert called["hit_2002_2014_2020"] == "2002, 2014 and 2020"
