"""Recognised disasters by kind, on the toy France."""

from __future__ import annotations

import io

import pandas as pd
import pytest
from tests.fixtures.spoil import Spoiler, refused

from bassin.files.sources import Sources
from bassin.indicators.geography import present_codes
from bassin.places.membership import codes
from bassin.places.national import passage
from bassin.places.territory import FRANCE
from bassin.read import ccr
from bassin.study import Study
from bassin.topics.national import National
from bassin.topics.risk.kinds import KINDS, beside, by_kind

A = "200000018"


def test_a_peril_is_of_one_kind():
    """And each kind has one."""
    perils = [peril for own in KINDS.values() for peril in own]
    assert len(perils) == len(set(perils))
    assert all(KINDS.values())


def test_floods_are_those_of_the_declared_indicator(toy: Sources):
    """By the national table."""
    study = Study(A, sources=toy)
    table = beside(toy, study.territory)
    values = National(toy).by_group(["floods_per_commune"], ["epci", "departement", "france"])
    at = values["value"].xs("floods_per_commune")
    row = table.loc["disaster_flood"]
    assert row[study.territory.here] == pytest.approx(at["epci", A])
    assert row[FRANCE] == pytest.approx(at["france", "FR"])
    assert row["here"] == round(row[study.territory.here] * len(study.territory.codes))


def test_only_kinds_that_the_file_has_are_shown(toy: Sources):
    """Most in the territory first."""
    table = beside(toy, Study(A, sources=toy).territory)
    assert table["here"].is_monotonic_decreasing
    assert (table[FRANCE] > 0).all()
    assert (table["since"] <= table["until"]).all()
    decrees = ccr.disaster_decrees(toy)
    recognised = decrees.loc[decrees["decision"] == ccr.RECOGNISED]
    placed = recognised["code"].map(present_codes(recognised["code"], codes(toy), passage(toy)))
    there = set(recognised.loc[placed.notna(), "peril"])
    kinds = {f"disaster_{kind}" for kind, perils in KINDS.items() if there & set(perils)}
    assert set(table.index) == kinds


def test_one_event_of_two_kinds_counts_in_both(toy: Sources):
    """As decrees have it; and a commune without any has no row."""
    table = by_kind(toy)
    assert isinstance(table.index, pd.MultiIndex)
    assert (table["disasters"] > 0).all()
    assert table["sweeping"].between(0, table["disasters"]).all()


def test_a_peril_of_no_kind_is_refused(spoil: Spoiler):
    """Rather than counted nowhere."""

    def change(data: bytes) -> bytes:
        table = pd.read_parquet(io.BytesIO(data))
        stream = io.BytesIO()
        table.assign(code_peril=["ZZZ", *table["code_peril"].iloc[1:]]).to_parquet(stream)
        return stream.getvalue()

    sources = spoil.data(ccr.DECREES, change)
    with refused(ccr.DECREES, "'ZZZ' is a peril of no kind", column="code_peril", row=0):
        by_kind(sources)
