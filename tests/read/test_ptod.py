"""Indicators of areas by a third party: the toy France back, and files that would mislead."""

from __future__ import annotations

import json
from collections.abc import Callable

import numpy as np
import pytest
from tests.fixtures.spoil import Spoiler, refused

from bassin.files.sources import Sources
from bassin.read import insee, ptod

REGIONS = ptod.AREAS["region"]


def test_rates_of_areas(toy: Sources):
    """Each level has its places and France."""
    departements = ptod.areas(toy, "departement")
    assert departements.at["30", "poverty_2019_pct"] == 20.5
    assert departements.at["2A", "ageing_index_2022"] == 100
    regions = ptod.areas(toy, "region")
    assert set(regions.index) == {"76", "84", ptod.FRANCE}
    assert regions.loc["76", ["natural_2016_2022_pct", "migratory_2016_2022_pct"]].to_list() == [
        *(-0.05, 0.45)
    ]


def test_an_unknown_level(toy: Sources):
    """A level without a file is refused, with those there are."""
    with pytest.raises(ValueError, match="There are "):
        ptod.areas(toy, "commune")


def changed(spoil: Spoiler, change: Callable[[list[dict[str, object]]], None]) -> Sources:
    """The file of regions with one cell otherwise."""

    def rewrite(data: bytes) -> bytes:
        rows = json.loads(data)
        change(rows)
        return json.dumps(rows).encode()

    return spoil.data(REGIONS, rewrite)


@pytest.mark.parametrize(
    ("name", "value", "what", "column", "row"),
    [
        ("rev_txpauv_19", 155.0, "in_range", "poverty_2019_pct", "76"),
        ("dm_sma_vtcam_1622", 0.9, "do not add up", "dm_pop_vtcam_1622", "76"),
        ("rev_txpauv_21", "s", "'s' where a number is due", "rev_txpauv_21", "76"),
        ("code", "7", "matches", "code", "7"),
    ],
)
def test_a_cell_that_cannot_be(
    spoil: Spoiler, name: str, value: object, what: str, column: str | None, row: str | None
):
    """A share over a hundred, rates that do not add up, text, a code cut short."""
    sources = changed(spoil, lambda rows: rows[0].update({name: value}))
    with refused(REGIONS, what, column=column, row=row):
        ptod.areas(sources, "region")


def test_a_list_without_its_columns(spoil: Spoiler):
    """Another edition of the site would have other names."""
    sources = changed(spoil, lambda rows: [row.pop("rev_txpauv_19") for row in rows] and None)
    with refused(REGIONS, "not in this object", column="rev_txpauv_19", row=0):
        ptod.areas(sources, "region")


@pytest.mark.parametrize("level", ["departement", "region"])
def test_it_agrees_with_insee_where_both_have_a_number(real: Sources, level: str):
    """Medians of 2019, to the euro, in every departement and region of the metropole."""
    theirs = ptod.areas(real, level)["median_2019"].drop(ptod.FRANCE)
    ours = insee.filosofi_distribution(real, level, 2019)["d5"]
    assert np.array_equal(theirs, ours.loc[theirs.index])
    assert len(theirs) == {"departement": 96, "region": 13}[level]


def test_rates_that_the_book_uses(real: Sources):
    """The Gard had 19.6 % poor in 2019, which the study prints for 2020."""
    table = ptod.areas(real, "departement")
    assert table.loc["30", ["poverty_2019_pct", "poverty_2021_pct"]].to_list() == [19.6, 20.0]
    regions = ptod.areas(real, "region")
    assert regions.loc["76", ["poverty_2019_pct", "poverty_2021_pct"]].to_list() == [16.8, 17.5]
    assert regions.loc["76", "natural_2016_2022_pct"] == -0.04


def test_work_of_four_kinds_of_places(toy: Sources):
    """Each level has its codes and France, whose inhabitants are not read."""
    for level, code in (("epci", "200000018"), ("zone_emploi", "7601"), ("region", "76")):
        table = ptod.areas(toy, level)
        assert {code, ptod.FRANCE} <= {*table.index}
        assert table.at[ptod.FRANCE, "employed_2022_pct"] == 66
        assert np.isnan(table.at[ptod.FRANCE, "population_2022"])
    assert ptod.areas(toy, "epci").at["200000018", "employed_2022_pct"] == 57


def test_work_that_the_book_uses(real: Sources):
    """56.8 % of 15 to 64 at work in Alès Agglomération, 66.8 % in France; 4.6 % managers."""
    table = ptod.areas(real, "epci")
    here = table.loc["200066918"]
    assert here[["employed_2022_pct", "managers_2022_pct"]].to_list() == [56.76, 4.59]
    assert table.at[ptod.FRANCE, "employed_2022_pct"] == 66.81
    assert ptod.areas(real, "departement").at["30", "managers_2022_pct"] == pytest.approx(
        6.9, abs=0.1
    )
