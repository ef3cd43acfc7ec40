"""Massifs, reach and mobile coverage: the files the two halves are compared on."""

from __future__ import annotations

import pytest
from tests.fixtures.spoil import Spoiler, refused
from tests.fixtures.toy_contrast import HILLS

from bassin.files.sources import Sources
from bassin.read import anct, dgfip, drees, insee, transcribed


def test_massifs_list_members_only(toy: Sources):
    """A commune of the plain has no row."""
    members = anct.massifs_2025(toy)
    assert set(HILLS) <= set(members.index)
    assert "30011" not in members.index


def test_reach(toy: Sources):
    """Decimal commas are read, and what is not published is missing."""
    table = anct.public_debate_indicators(toy)
    assert table.loc["30002"].to_list() == [30.5, 40, 20]
    assert table["cinema_minutes"].isna().sum() == 1


def test_reach_must_mean_what_it_did(spoil: Spoiler):
    """A workbook that gives a number another meaning is refused."""
    label = "Accès à internet en Très Haut Débit"
    sources = spoil.cell(anct.DEBATE_LABELS, "Feuil1", "ID_3", "lib", "Logements vacants")
    with refused(anct.DEBATE_LABELS, f"instead of '{label}'", column="lib", row="ID_3"):
        anct.public_debate_indicators(sources)


def test_coverage(toy: Sources):
    """Shares become percentages; one above the whole commune is missing."""
    table = drees.mobile_coverage_2019(toy)
    assert table.loc["30001"].to_list() == [50, 25, 100, 75]
    assert table.index[table["best_4g_pct"].isna()].to_list() == ["30015"]
    assert table.loc["30015", "worst_4g_pct"] == 25


def test_coverage_of_the_worst(spoil: Spoiler):
    """The worst operator cannot cover more than the best."""
    file = drees.APL_2016_2018
    sources = spoil.text(file, "30001,0.5,Orange,0.25", "30001,0.5,Orange,0.75")
    with refused(file, "covers more than the best", column="worst_4g_pct", row="30001"):
        drees.mobile_coverage_2019(sources)


def test_expectations_of_the_study(real: Sources):
    """Every indicator has a side, or none, and a place in the text; families have one headline."""
    table = transcribed.contrast_expectations(real)
    assert set(table["higher"]) == {"hills", "plain", "none"}
    assert table.loc["fast_internet_pct", "higher"] == "plain"
    assert table["family"].nunique() == table["headline"].sum() >= 18


@pytest.mark.parametrize(
    ("column", "good", "bad", "row"),
    [
        ("higher", ",plain,", ",east,", "growth_1968_1999"),
        ("lines", ",540-543,", ",page 3,", "gp_2016"),
        ("headline", ",2016,no,", ",2016,maybe,", "share_65_plus_2016"),
    ],
)
def test_expectations_are_checked(spoil: Spoiler, column: str, good: str, bad: str, row: str):
    """A side that does not exist, or a line that is no number, is refused."""
    path = spoil.root / "study" / transcribed.EXPECTATIONS
    path.write_text(path.read_text(encoding="utf-8").replace(good, bad), encoding="utf-8")
    with refused(transcribed.EXPECTATIONS, bad.split(",")[-2], column=column, row=row):
        transcribed.contrast_expectations(Sources(spoil.root))


@pytest.mark.parametrize(
    ("good", "bad", "column"),
    [
        ("gp,2016,no", "gp,2016,yes", "headline"),
        ("gp,2023,yes", "gp,2023,no", "headline"),
        ("Doctors,540-543,plain", "Doctors,540-543,hills", "higher"),
    ],
)
def test_a_family_is_of_one_piece(spoil: Spoiler, good: str, bad: str, column: str):
    """One headline a family, and one direction for all its vintages."""
    path = spoil.root / "study" / transcribed.EXPECTATIONS
    path.write_text(path.read_text(encoding="utf-8").replace(good, bad, 1), encoding="utf-8")
    with refused(transcribed.EXPECTATIONS, "", column=column, row="gp"):
        transcribed.contrast_expectations(Sources(spoil.root))


def test_mining_communes_of_the_study(real: Sources):
    """Six communes, Bessèges outside the agglomeration among them."""
    table = transcribed.mining_communes(real)
    assert len(table) == 6
    assert table.loc["30037", "name"] == "Bessèges"


def test_mining_communes_are_checked(spoil: Spoiler):
    """A code that is no commune's is refused."""
    path = spoil.root / "study" / transcribed.MINING_COMMUNES
    path.write_text(path.read_text(encoding="utf-8").replace("30002", "3002"), encoding="utf-8")
    with refused(transcribed.MINING_COMMUNES, "3002", column="code", row="3002"):
        transcribed.mining_communes(Sources(spoil.root))


ALTITUDES = "lines,trade,height\n197-199,silk,high\n"


@pytest.mark.parametrize(
    ("more", "what", "column", "row"),
    [
        ("197-199,wool,high\n", "'wool' fails isin", "trade", 1),
        ("197-199,coal,middle\n", "'middle' fails isin", "height", 1),
        ("197-199,silk,low\n", "silk is given twice", "trade", "lines 197-199"),
    ],
)
def test_altitudes_of_trades_are_checked(spoil: Spoiler, more: str, what: str, column: str, row):
    """A passage puts each trade low or high, and once."""
    path = spoil.root / "study" / transcribed.ALTITUDES
    path.write_text(ALTITUDES + more, encoding="utf-8")
    with refused(transcribed.ALTITUDES, what, column=column, row=row):
        transcribed.altitudes(Sources(spoil.root))


def test_two_passages_put_silk_and_coal_the_other_way(real: Sources):
    """Each has one low and the other high."""
    table = transcribed.altitudes(real).pivot(index="lines", columns="trade", values="height")
    assert table.to_dict("index") == {
        "197-199": {"silk": "high", "coal": "low"},
        "664-666": {"silk": "low", "coal": "high"},
    }


def test_prices_of_the_toy(toy: Sources):
    """Codes get their zero back; ``NA`` is a missing price and a missing number of sales."""
    table = dgfip.house_prices_2019(toy)
    assert table.loc["30002"].to_list() == [4, 1000]
    assert table.loc["01001", "price"] == 2000
    assert table.loc["30007"].isna().all()


@pytest.mark.parametrize(
    ("good", "bad", "what", "column", "row"),
    [
        (";LA FOSSE;100;4", ";LA FOSSE;100;NA", "without sales", "PrixMoyen_M2", "30002"),
        (";LA FOSSE;100;4;1000", ";LA FOSSE;100;4;10", "10.0", "price", "30002"),
    ],
)
def test_prices_are_checked(spoil: Spoiler, good: str, bad: str, what: str, column: str, row: str):
    """A price without sales, or that no dwelling has, is refused."""
    sources = spoil.text(dgfip.HOUSE_PRICES_2019, good, bad)
    with refused(dgfip.HOUSE_PRICES_2019, what, column=column, row=row):
        dgfip.house_prices_2019(sources)


def test_comparison_of_the_toy(toy: Sources):
    """Employed residents are the active but the unemployed."""
    table = insee.comparison_2018(toy)
    assert table.loc["30001", ["births", "deaths", "jobs", "employed"]].to_list() == [
        *(50, 100, 1200, 800)
    ]
