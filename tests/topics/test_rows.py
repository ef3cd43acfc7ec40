"""Claims that a row of a table tests, on a study of the toy Mineville."""

from __future__ import annotations

import pandas as pd
import pytest
from tests.fixtures.spoil import Spoiler
from tests.fixtures.studied import CHECK, NUMBER, STATEMENT, write_study

from bassin import claims
from bassin.claims.record import VerdictError
from bassin.errors import DataError
from bassin.files.sources import Sources
from bassin.study import Study

GARRIGUES, MIDI = "EPCI-243000213", "REG-76"


def judged(spoil: Spoiler, claim: dict[str, str], check: dict[str, str]) -> pd.Series:
    """The verdict on one claim, tested by one row."""
    write_study(spoil.root, {"one": claim}, {"one": CHECK | check})
    return claims.audit(Study("200000018", sources=Sources(spoil.root))).loc["one"]


def test_a_level_is_the_value_of_the_place(spoil: Spoiler):
    """Of the year of the claim, in the publisher's file; of another year it is only near."""
    row = judged(spoil, NUMBER, {})
    assert (row["found"], row["verdict"], row["grade"]) == (6800, "confirmed by data", "A")
    assert "study/200000018/checks.csv" in row["files"]
    row = judged(spoil, NUMBER | {"period": "2019"}, {})
    assert (row["verdict"], row["grade"]) == ("compatible", "B")


def test_a_part_is_in_percent_of_another_place(spoil: Spoiler):
    """6,800 of 9,100; of what is no count there is no part."""
    claim = NUMBER | {"published": "75", "unit": "% of inhabitants"}
    row = judged(spoil, claim, {"kind": "part", "against": MIDI})
    assert row["found"] == pytest.approx(100 * 6800 / 9100)
    assert row["verdict"] == "confirmed by data"
    share = {"kind": "part", "indicator": "share_65_plus_2020", "vintage": "RP 2020"}
    with pytest.raises(DataError, match=r"column 'indicator', row 'one': .* is no count"):
        judged(spoil, claim, share | {"against": MIDI})


@pytest.mark.parametrize(
    ("says", "verdict"), [("above", "confirmed by data"), ("below", "differs")]
)
def test_a_comparison_says_which_is_above(spoil: Spoiler, says: str, verdict: str):
    """6,800 against 1,000, whichever way the text has it."""
    row = judged(spoil, STATEMENT, {"kind": "comparison", "against": GARRIGUES, "says": says})
    assert row["verdict"] == verdict
    assert "Mineville 6,800\N{NO-BREAK SPACE}inhabitants, CC des Garrigues 1,000" in row["finding"]


def test_a_gap_within_the_margin_judges_nothing(spoil: Spoiler):
    """A quarter of a point of a census share, whose word is that of the claim."""
    check = {"kind": "comparison", "indicator": "share_65_plus_2020", "vintage": "RP 2020"}
    claim = STATEMENT | {"untested": "not public"}
    row = judged(spoil, claim, check | {"against": "DEP-30", "says": "below"})
    assert (row["verdict"], row["grade"]) == ("not public", "N")
    assert "neither is above the other" in row["finding"]


def test_a_change_is_from_an_earlier_year(spoil: Spoiler):
    """From 6,300 to 6,800; the other way round it is none."""
    claim = NUMBER | {"published": "7.9", "rounding": "0.05", "unit": "%", "period": "2013-2020"}
    change = {"kind": "change", "against": "population_2013"}
    row = judged(spoil, claim, change)
    assert row["found"] == pytest.approx(100 * (6800 / 6300 - 1))
    assert (row["verdict"], row["vintage"]) == ("confirmed by data", "2013; 2020")
    assert judged(spoil, STATEMENT, change | {"says": "rises"})["holds"] == 1
    assert judged(spoil, STATEMENT, change | {"says": "falls"})["holds"] == 0
    with pytest.raises(DataError, match="population_2023 is no earlier population_2020"):
        judged(spoil, claim, change | {"against": "population_2023"})


@pytest.mark.parametrize(
    ("against", "says", "rank"),
    [("FRANCE", "highest", 1), (MIDI, "lowest", 5), ("DEP-30", "lowest", 4)],
)
def test_a_rank_is_among_the_intercommunalities_of_a_place(
    spoil: Spoiler, against: str, says: str, rank: int
):
    """Mineville is the most populated of all; of those with most communes in the place."""
    claim = NUMBER | {"published": str(rank), "unit": "rank", "rounding": "0", "tolerance": "0"}
    row = judged(spoil, claim, {"kind": "rank", "against": against, "says": says})
    assert (row["found"], row["verdict"]) == (rank, "confirmed by data")


@pytest.mark.parametrize(
    ("given", "column", "says"),
    [
        ({"indicator": "populaton_2020"}, "indicator", "no indicator .* Write a key that is: pop"),
        ({"vintage": "2019"}, "vintage", "population_2020 is of 2020, not of 2019"),
        ({"place": "EPCI-1"}, "place", "'EPCI-1' is no place. Write the code of a commune"),
        ({"kind": "comparison", "against": MIDI, "says": "above"}, "kind", "makes a statement"),
        ({"kind": "rank", "against": MIDI, "says": "lowest"}, "kind", "in 'rank', and the claim"),
        ({"kind": "level", "against": MIDI}, "against", "one of a level, which has none"),
        ({"kind": "rank", "against": MIDI}, "says", "no word of its kind. Write one of"),
        ({"kind": "share"}, "kind", "'share' fails isin"),
        (
            {
                "kind": "part",
                "indicator": "population_2013",
                "vintage": "2013",
                "against": "FRANCE",
            },
            "kind",
            "and the claim is in 'inhabitants'",
        ),
    ],
)
def test_a_row_that_is_wrong_is_refused(spoil: Spoiler, given: dict, column: str, says: str):
    """By file, row and column, with what to write."""
    with pytest.raises(DataError, match=says) as caught:
        judged(spoil, NUMBER, given)
    error = caught.value
    assert (error.file, error.row, error.column) == ("study/200000018/checks.csv", "one", column)


def test_a_place_without_a_value_is_refused(spoil: Spoiler):
    """Of France as a whole two communes of 2013 are missing."""
    claim = NUMBER | {"published": "75", "unit": "%"}
    first = {"indicator": "population_2013", "vintage": "2013"}
    with pytest.raises(DataError, match=r"'against', .* population_2013 has no value for FRANCE"):
        judged(spoil, claim, first | {"kind": "part", "against": "FRANCE"})


def test_each_claim_has_its_row_and_each_row_its_claim(spoil: Spoiler):
    """One that says so and has none, and one that is tested otherwise."""
    study = {"one": NUMBER, "two": NUMBER}
    write_study(spoil.root, study, {"one": CHECK})
    with pytest.raises(DataError, match=r"'claim', row 'two': no row\. Add its row"):
        claims.audit(Study("200000018", sources=Sources(spoil.root)))
    study["two"] = NUMBER | {"check": "", "untested": "context", "expected": "context"}
    write_study(spoil.root, study, {"one": CHECK, "two": CHECK})
    with pytest.raises(DataError, match=r"row 'two': its check in claims\.csv is another"):
        claims.audit(Study("200000018", sources=Sources(spoil.root)))


def test_the_verdicts_are_held_to_those_frozen(spoil: Spoiler):
    """Of any place; what moved is said of the claim and its study."""
    write_study(spoil.root, {"one": NUMBER | {"published": "7000"}}, {"one": CHECK})
    with pytest.raises(VerdictError, match=r"study/200000018/claims\.csv have changed:\none"):
        claims.verdicts(Study("200000018", sources=Sources(spoil.root)))
