"""The real files on natural risks give the values found from them by a second path."""

from __future__ import annotations

import pytest

from bassin.files.sources import Sources
from bassin.places.territory import FRANCE, Territory
from bassin.topics.risk.local import Risk
from bassin.words import write


@pytest.fixture(scope="module")
def ales(real: Sources) -> Risk:
    return Risk(Territory("200066918", real), real)


def test_plans(ales: Risk):
    """64 of 72, 65 of 73 with Bouquet, 63 of 71 since Corbès merged; 8 without."""
    table = ales.coverage(ales.of_years())
    assert table["covered"].tolist() == [65, 64, 63, 323, 14208]
    assert len(ales.without_plan()) == 8
    assert ales.absorbed == []


def test_floods(ales: Risk):
    """583 recognised floods in the 72, from 2 in Bonnevaux to 15 in Lézan."""
    counted = ales.by_commune("name", "floods").set_index("name")["floods"]
    assert counted.sum() == 583
    assert (counted.idxmin(), counted.min()) == ("Bonnevaux", 2)
    assert (counted.idxmax(), counted.max()) == ("Lézan", 15)


def test_episodes(ales: Risk):
    """64 communes on 8-10 September 2002, 33 in September 2014, 11 in September 2020."""
    named = {year: ales.greatest_of(year) for year in (2002, 2014, 2020)}
    assert [write(row.name) for row in named.values()] == [
        "8–10 September 2002",
        "17–20 September 2014",
        "19–20 September 2020",
    ]
    assert [row["communes"] for row in named.values()] == [64, 33, 11]


def test_fires(ales: Risk):
    """170 fires and 146.7 ha from 2014 to 2023; 1,364 fires in France in 2024."""
    row = ales.fire_rates().iloc[0]
    assert row["fires"] == 170
    assert row["burnt_ha"] == pytest.approx(146.7, abs=0.05)
    assert ales.fire_years()[FRANCE].loc[2024] == 1364


def test_three_together(ales: Risk):
    """103,194 people in 39 communes with a plan, a flood and a fire."""
    row = ales.living().iloc[0]
    assert row[["communes", "population"]].tolist() == [39, 103194]


def test_another_territory(real: Sources):
    """The files are national: the chapter's tables can be made for Nîmes as well."""
    nimes = Risk(Territory("243000643", real), real)
    assert len(nimes.by_commune()) == 39
    assert nimes.living()["communes"].sum() == 39
    # The land consumed is only at hand for the agglomeration of Alès: missing, not zero.
    assert nimes.by_plan()["land_ha"].isna().all()
    assert not nimes.great_episodes().empty
