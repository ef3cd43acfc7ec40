"""Ways of going to work: shares of those employed, which add up."""

from __future__ import annotations

import pytest
from tests.fixtures import listed
from tests.fixtures.spoil import Spoiler, refused

from bassin.files.sources import Sources
from bassin.read import insee

COMMUTING = listed.path_of(insee.COMMUTING, 2021)


def test_ways_of_going_to_work(toy: Sources):
    """Employed residents and shares, by commune; where nobody works there is no row."""
    table = insee.commuting_modes(toy, 2021)
    assert table.loc["30001", ["workers", "car_pct", "walking_pct"]].to_list() == [300, 70, 26]
    assert table.loc["30001", ["transit_pct", "no_transport_pct"]].to_list() == [1.0, 2.1]
    assert "48001" not in table.index


def test_shares_rounded_to_a_tenth_are_allowed(toy: Sources):
    """The toy's add up to 100.1."""
    table = insee.commuting_modes(toy, 2021).drop(columns="workers")
    assert table.loc["30001"].sum() == pytest.approx(100.1)


def test_ways_must_add_up(spoil: Spoiler):
    """A share of other people, or one that is missing, is seen."""
    sources = spoil.text(COMMUTING, "30001,300,20.0,70.0", "30001,300,20.0,75.0")
    with refused(COMMUTING, "add up to 105.1 %", column="part_voiture", row="30001"):
        insee.commuting_modes(sources, 2021)


@pytest.mark.parametrize(
    ("bad", "column"),
    [("30001,0,20.0,70.0", "workers"), ("30001,30.5,20.0,70.0", "workers")],
)
def test_workers_are_counted(spoil: Spoiler, bad: str, column: str):
    """A weight of nobody, or of half a person, would give a plausible mean."""
    sources = spoil.text(COMMUTING, "30001,300,20.0,70.0", bad)
    with refused(COMMUTING, "fails", column=column, row="30001"):
        insee.commuting_modes(sources, 2021)


def test_a_share_is_not_empty(spoil: Spoiler):
    """An empty cell is no zero."""
    sources = spoil.text(COMMUTING, "30001,300,20.0,70.0", "30001,300,20.0,")
    with refused(COMMUTING, "''", column="part_voiture", row="30001"):
        insee.commuting_modes(sources, 2021)


def test_the_real_file(real: Sources):
    """The car takes seven in ten of the employed of France, and the city of Paris is one row."""
    table = insee.commuting_modes(real, 2021)
    france = (table["car_pct"] * table["workers"]).sum() / table["workers"].sum()
    assert france == pytest.approx(69.8, abs=0.05)
    assert "75056" in table.index
    assert not table.index.str.startswith("751").any()
