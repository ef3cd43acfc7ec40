"""Incomes and poverty rates: which file has them, and what a changed commune is."""

from __future__ import annotations

import pandas as pd
import pytest

from bassin.availability import MISSING
from bassin.files.sources import Sources
from bassin.files.trace import recording
from bassin.places import national as places
from bassin.places.national import Ground
from bassin.read import insee, ptod
from bassin.topics.poverty import national
from bassin.topics.poverty.income import Income


def test_a_rate_of_former_boundaries_is_missing(toy: Sources, monkeypatch: pytest.MonkeyPatch):
    """A commune that has changed since has no rate of then, though its code is listed."""
    codes = ["30001", "30002"]
    whole = {year: national.rates(toy, year, Ground.of(codes)) for year in (2019, 2020)}
    assert all(table.loc["30001", "value"] > 0 for table in whole.values())

    class Moved:
        parts = {"30001": frozenset({"30001", "30099"})}  # noqa: RUF012
        splits = ()

    monkeypatch.setattr(places, "_touched", lambda *_: ["30001"])
    monkeypatch.setattr(places, "_moved", lambda *_: Moved)
    for year in whole:
        table = national.rates(toy, year, Ground.of(codes))
        assert pd.isna(table.at["30001", "value"])
        assert pd.isna(table.at["30001", "status"])
        assert table.loc["30002"].equals(whole[year].loc["30002"])
        filed = national.rates(toy, year, Ground.as_filed())
        assert filed.at["30001", "value"] == whole[year].at["30001", "value"]


def test_each_kind_of_group_has_its_file(toy: Sources):
    """Only that of the kind asked for is read; the mainland is no group unless it is asked for."""
    with recording() as noted:
        regions = national.medians_of_groups(toy, 2019, ["region"])
    assert len(noted.files) == 1
    assert "france" not in national.medians_of_groups(toy, 2019).index.unique("kind")
    own = insee.filosofi_distribution(toy, "region", 2019)["d5"]
    assert regions["value"].droplevel("kind").to_dict() == own.to_dict()
    if ptod.AREAS["region"] in toy:
        later = national.rates_of_groups(toy, 2019, ["region"])["value"]
        areas = ptod.areas(toy, "region")["poverty_2019_pct"].drop(ptod.FRANCE, errors="ignore")
        assert later.droplevel("kind").to_dict() == areas.to_dict()


def test_a_topic_has_the_statuses_of_the_table(mineville: Income):
    """Where no file reaches, a rate is missing and not secret."""
    for year in mineville.years:
        table = mineville.rate(year)
        statuses = table[f"status_{year}"]
        assert table.loc[statuses != "published", f"rate_{year}"].isna().all()
        assert statuses.isin(["published", "secret", MISSING]).all()
