"""Numeric tokens of a text, and what they stand for."""

from __future__ import annotations

import pandas as pd
import pytest

from bassin.read.study_text import numeric_tokens, value


@pytest.mark.parametrize(
    ("line", "tokens"),
    [
        ("114 491 en 1968", ["114 491", "1968"]),
        ("132\u00a0799, 5\u202f616 et 8\u2009200", ["132 799", "5 616", "8 200"]),
        ("en 2022 8 200 m2", ["2022", "8 200", "2"]),
        ("4 798 4 014 −16 % 6,17\u00a0%", ["4 798", "4 014", "−16 %", "6,17 %"]),
        ("1420 29,60 % 2070", ["1420", "29,60 %", "2070"]),
        ("4,7 millions de francs, 1\u00a0million", ["4,7 millions", "1 million"]),
        ("années 1970-1980, 15-29 ans", ["1970", "1980", "15", "29"]),
        ("20002 et 205034", ["2000", "2", "2050", "34"]),
        ("NAF A38, RP2008, 2x2 voies, 3D", ["38", "2008", "2", "2", "3"]),
        ("Figure 2.4, 1er janvier", ["2.4", "1er"]),
        ("XIXe et XXe siècles, figure II, vie, Le IUT", ["XIXe", "XXe", "II"]),
        ("employés.35 En 2017", ["35", "2017"]),
        ("trois quartiers, la moitié, un tiers", ["trois", "moitié", "tiers"]),
        ("une centaine ; Deux fois ; à la fois", ["centaine", "Deux"]),
        ("une usine, l'un et l'autre, d'un an", ["un"]),
        ("une seule zone, un de ces piliers", ["une", "un"]),
        ("sous-deux, deuxièmement neuvaine", []),
    ],
)
def test_tokens_of_a_line(line, tokens):
    """Spaces group thousands, marks part from years, words count, articles do not."""
    assert numeric_tokens(line)["token"].to_list() == tokens


def test_columns_of_a_table_are_not_thousands():
    """Where a space parts two columns, 92 and 796 are two numbers."""
    assert numeric_tokens("Food 92 796")["token"].to_list() == ["92 796"]
    assert numeric_tokens("Food 92 796", [1])["token"].to_list() == ["92", "796"]


def test_tokens_are_numbered_by_line():
    """A line without a number has no row."""
    table = numeric_tokens("6\n\nde 9 à dix\n")
    assert table.to_numpy().tolist() == [[1, 1, "6"], [3, 1, "9"], [3, 2, "dix"]]
    assert numeric_tokens("rien").empty


@pytest.mark.parametrize(
    ("token", "number"),
    [
        ("114 491", 114491),
        ("−16 %", -16),
        ("1er", 1),
        ("0 %", 0),
        ("3,2 millions", 3.2e6),
        ("XVIIIe", 18),
        ("IV", 4),
        ("Premières", 1),
        ("cinquantaine", 50),
        ("quart", 0.25),
    ],
)
def test_value_of_a_token(token, number):
    """Ordinals give their rank, centuries their number."""
    assert value(token) == number


def test_a_handful_has_no_value_and_a_noun_is_none():
    """*Une poignée* is a quantity without a number; other words are refused."""
    assert pd.isna(value("poignée"))
    with pytest.raises(ValueError, match="'bassin' is no number"):
        value("bassin")
