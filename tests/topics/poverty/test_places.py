"""Incomes and poverty rates of the places a territory is compared with."""

from __future__ import annotations

import numpy as np
import pandas as pd
import pytest

from bassin.read import insee
from bassin.topics.poverty.places import share_below


def deciles(*rows) -> pd.DataFrame:
    return pd.DataFrame(rows, columns=insee.DECILES)


@pytest.mark.parametrize(("threshold", "share"), [(10, 10), (12.5, 12.5), (55, 55), (90, 90)])
def test_a_share_is_read_between_deciles(threshold, share):
    """People are spread evenly between two deciles."""
    table = deciles(range(10, 100, 10))
    assert share_below(table, threshold).tolist() == [share]


def test_a_share_under_the_first_decile_is_not_made_up():
    """Fewer than one in ten, but how many is not known; nor is it where deciles are masked."""
    table = deciles(range(10, 100, 10), [np.nan] * 9)
    assert share_below(table, 9.9).isna().all()
