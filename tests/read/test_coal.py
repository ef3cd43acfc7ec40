"""The towns that stand for the coal basins, a list of this book."""

from __future__ import annotations

from tests.fixtures.spoil import Spoiler, refused

from bassin.files.sources import Sources
from bassin.read import insee
from bassin.read.coal import COAL_BASINS, COAL_COMMUNES, coal_communes


def test_each_basin_has_a_town_that_is_a_commune(real: Sources):
    """Of 2023; each says why it stands for its basin."""
    towns = coal_communes(real)
    assert set(towns["basin"]) == set(COAL_BASINS)
    assert towns.index.isin(insee.communes(real).index).all()
    assert towns.at["62498", "name"] == "Lens"


def test_a_basin_without_a_town_is_refused(spoil: Spoiler):
    """It would be left out of what coal basins are compared in."""
    path = spoil.root / COAL_COMMUNES
    rows = [row for row in path.read_text("utf-8").splitlines() if "Dauphiné" not in row]
    path.write_text("\n".join([*rows, ""]), "utf-8")
    with refused(COAL_COMMUNES, "no town of Dauphiné", column="basin"):
        coal_communes(Sources(spoil.root))
