"""Doctors and inhabitants of all communes, on the geography of the book."""

from __future__ import annotations

import pandas as pd

from bassin.places.passage import Passage
from bassin.topics.health.supply import national_counts


def events(*rows: tuple[str, str, str]) -> pd.DataFrame:
    return pd.DataFrame(rows, columns=["date", "before", "after"])


def test_counts_are_carried_to_one_geography():
    """A merged commune has the doctors and the inhabitants of its parts, one without any zero."""
    passage = Passage(events(("2022-01-01", "01002", "01001"), ("2022-01-01", "01001", "01001")))
    municipal = pd.DataFrame(
        {2018: [100.0, 20, 3], 2019: [110.0, 20, 3]}, index=["01001", "01002", "01003"]
    )
    doctors = pd.Series({"01001": 2, "01002": 1})
    table = national_counts(doctors, municipal, passage, pd.Index(["01001", "01003"]))
    assert table["doctors"].tolist() == [3, 0]
    assert table["people"].tolist() == [130, 3]


def test_a_town_the_files_do_not_know_has_no_count():
    """It is missing, not a place without doctors or inhabitants."""
    passage = Passage(events())
    municipal = pd.DataFrame({2018: [100.0], 2019: [110.0]}, index=["01001"])
    towns = pd.Index(["01001", "09999"])
    table = national_counts(pd.Series({"01001": 2}), municipal, passage, towns)
    assert table.loc["01001"].tolist() == [2, 110]
    assert table.loc["09999"].isna().all()
