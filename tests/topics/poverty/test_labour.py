"""Active and unemployed people at a census, by commune of France."""

from __future__ import annotations

import pandas as pd
import pytest

from bassin.files.sources import Sources
from bassin.indicators import aggregate, catalogue
from bassin.places.national import Ground
from bassin.read import insee
from bassin.topics.poverty import national
from bassin.topics.poverty.labour import LABOUR_CENSUSES, key_of


def test_every_census_is_declared():
    """And no other is."""
    declared = {key for key in catalogue.INDICATORS if key.startswith("unemployment_")}
    assert {key_of(year) for year in LABOUR_CENSUSES} == declared


def test_cities_are_not_counted_with_their_arrondissements(
    toy: Sources, monkeypatch: pytest.MonkeyPatch
):
    """Paris is listed whole and in parts."""
    codes = pd.Index(["01001", "75056", "75101"], name="code")
    labour = pd.DataFrame({"active": [100.0, 50, 50], "unemployed": [10.0, 25, 25]}, codes)
    monkeypatch.setattr(insee, "labour_force", lambda *_: labour)
    table = national.labour(toy, 2017, Ground.as_filed(["01", "75"]))
    made = aggregate.parts(catalogue.find(key_of(2017)).rule, table)
    found = aggregate.over(made, pd.Series("both", table.index)).loc["both"]
    assert found["communes"] == 2
    assert found["value"] == pytest.approx(100 * 35 / 150)


def test_nobody_active_is_no_rate():
    """Zero of zero is not zero."""
    labour = pd.DataFrame({"active": [0.0, 10], "unemployed": [0.0, 0]}, ["a", "b"])
    rates = aggregate.parts(catalogue.find(key_of(2017)).rule, labour).values()
    assert pd.isna(rates["a"])
    assert rates["b"] == 0
