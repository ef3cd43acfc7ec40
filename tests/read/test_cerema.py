"""Cerema's files: land consumed, brownfields, vacant dwellings."""

from __future__ import annotations

import pytest
from tests.fixtures import listed, toy_land
from tests.fixtures.spoil import Spoiler, refused

from bassin.files.sources import Sources
from bassin.read import cerema


def test_land_take(toy: Sources):
    """A flow a commune and year, of the twelve communes alone."""
    table = cerema.land_take(toy)
    assert len(table) == 12 * 15
    assert table.at[("30001", 2020), "total"] == 20_000
    assert table.at[("30001", 2021), "total"] == 10_000
    assert list(table.columns) == ["total"]


def test_the_national_file_is_read_instead(spoil: Spoiler):
    """Where it is listed, it gives every commune, and the use by year."""
    sources = spoil.add(cerema.LAND_TAKE_FRANCE, toy_land.land_take_france())
    table = cerema.land_take(sources)
    assert len(table) == 40 * 15
    assert list(table.columns) == ["total", *cerema.USES.values()]
    row = table.loc[("30001", 2009)]
    assert row[["total", "housing", "activity", "unknown"]].tolist() == [20_000, 10_000, 5_000, -1]
    assert cerema.land_take_by_use(sources).at["30001", "total"] == 270_000


def test_flows_that_do_not_add_up(spoil: Spoiler):
    """A flow with a digit too many is refused by commune."""
    sources = spoil.data(
        cerema.LAND_TAKE, lambda data: data.replace(b"30011;10000;", b"30011;10009;")
    )
    with refused(cerema.LAND_TAKE, "do not add up", column="total", row="30011"):
        cerema.land_take(sources)


def test_uses_that_do_not_add_up(spoil: Spoiler):
    """In the national file, the uses of a year are its flow."""
    data = toy_land.land_take_france().replace(
        b";20000;5000;10000;0;5001;0;-1;", b";20000;5000;10000;0;6001;0;-1;", 1
    )
    sources = spoil.add(cerema.LAND_TAKE_FRANCE, data)
    with refused(
        cerema.LAND_TAKE_FRANCE, "uses do not add up", column="total", row=("30001", 2009)
    ):
        cerema.land_take(sources)


def test_land_take_by_use(toy: Sources):
    """27 ha in Mineville: half for housing, a quarter for activities, the rest other."""
    row = cerema.land_take_by_use(toy).loc["30001"]
    assert row.tolist() == [270_000, 135_000, 67_500, 67_500, 25_000_000]


def test_a_share_that_does_not_follow(spoil: Spoiler):
    """The share of the commune that is printed must be that of the total."""
    sources = spoil.data(cerema.LAND_TAKE, lambda d: d.replace(b";1.08;", b";1.80;"))
    with refused(cerema.LAND_TAKE, "not the share", column="artcom0924", row="30001"):
        cerema.land_take_by_use(sources)


def test_brownfields(toy: Sources):
    """Pieces of land are sorted, an area not given is missing, words are ours."""
    table = cerema.brownfields(toy)
    assert len(table) == 7
    assert table.at["30002_3", "land"] == "uf2 uf3"
    assert table["area"].isna().tolist() == [False] * 4 + [True] + [False] * 2
    assert table.at["30002_4", "pollution"] == "soil_polluted"
    assert table["status"].value_counts()["site_potential"] == 3


def test_an_unknown_status_is_refused(spoil: Spoiler):
    """It may be confirmed or not: it is not guessed."""
    sources = spoil.text(cerema.BROWNFIELDS, "friche reconvertie", "friche rasée")
    with refused(cerema.BROWNFIELDS, "'friche rasée' is none of", column="status", row="48001_7"):
        cerema.brownfields(sources)


def test_vacant_dwellings_keep_zero_secret_and_missing_apart(toy: Sources):
    """A zero is a number, an empty cell is secret, a zero beside vacant ones is no count."""
    table = cerema.vacant_dwellings(toy, 2025)
    assert table.loc["48001", ["vacant", "vacant_status"]].tolist() == [0, "published"]
    assert table.at["30002", "vacant_status"] == "secret"
    assert table.loc["01001", ["vacant", "dwellings_status"]].tolist() == [22, "missing"]
    assert table[["dwellings", "vacant", "vacant_2y"]].isna().sum().tolist() == [35, 34, 37]
    assert "30015" not in table.index


def test_a_rate_that_does_not_follow(spoil: Spoiler):
    """The printed rate is recomputed."""
    sources = spoil.text(
        listed.path_of(cerema.VACANT_DWELLINGS, 2025), "300.0,15.0,,5.0,", "300.0,25.0,,5.0,"
    )
    with refused(
        listed.path_of(cerema.VACANT_DWELLINGS, 2025),
        "5.0% printed, 8.33% found",
        column="taux_vacance",
        row="30011",
    ):
        cerema.vacant_dwellings(sources, 2025)


@pytest.mark.parametrize("column", ["idcom", "naf09art10"])
def test_a_lost_column_is_named(spoil: Spoiler, column: str):
    """A header that has changed is not read by position."""
    sources = spoil.data(cerema.LAND_TAKE, lambda d: d.replace(column.encode(), b"x", 1))
    with refused(cerema.LAND_TAKE, "no such column", column=column):
        cerema.land_take(sources)
