"""The tables of the ledger, on a ledger of a few claims made by hand."""

from __future__ import annotations

from dataclasses import replace

import pandas as pd
import pytest

from bassin.claims.ledger import Ledger
from bassin.claims.report import audit_report
from bassin.errors import DataError
from bassin.verdict import VERDICTS


def claim(chapter: str, verdict: str, grade: str, finding: str, lines: str) -> dict[str, object]:
    return {
        "epci": "200066918",
        "chapter": chapter,
        "section": "fig-waves-third" if grade in "ABC" else "tab-waves-untested",
        "verdict": verdict,
        "grade": grade,
        "finding": finding,
        "lines": lines,
        "statement": "Inhabitants of the communes that were members of the agglomeration",
        "published": 100.0,
        "found": 104.0 if grade != "N" else float("nan"),
        "gap": 4.0 if grade != "N" else float("nan"),
        "holds": float("nan"),
        "later": False,
        "importance": "essential" if chapter == "waves" else "detail",
        "effect": {"differs": "weakens", "contradicted": "reverses"}.get(verdict, ""),
    }


@pytest.fixture
def small() -> Ledger:
    """Ten claims of two chapters, one of which no exhibit shows; two files."""
    rows = {
        "a": claim("waves", "confirmed by data", "A", "It is so.", "1"),
        "b": claim("waves", "compatible", "B", "Nearly.", "2"),
        "c": claim("waves", "not obtained", "N", "INSEE: census of 1911", "3"),
        "d": claim("land", "differs", "C", "It is not.", "4"),
        "e": claim("land", "not obtained", "N", "INSEE: census of 1911", "5–6"),
        "f": claim("land", "not public", "N", "Town: archives", "7"),
        "g": claim("land", "context", "N", "INSEE: census of 1911", "8"),
        "h": claim("land", "consistent in the text", "D", "Twice the same.", "9"),
        "i": claim("land", "contradicted", "A", "The text has two.", "10"),
        "j": claim("land", "supported", "S", "The law says so.", "11"),
    }
    exhibits = {
        "tab-waves-claims": {"title": "Waves", "claims": "waves", "files": []},
        "fig-jobs": {"title": "Waves", "claims": "", "files": ["x/1.csv"]},
        "fig-waves-third": {"title": "Waves", "claims": "", "files": []},
        "tab-waves-untested": {"title": "Waves", "claims": "", "files": []},
    }
    for name, exhibit in exhibits.items():
        exhibit["section"] = f"About {name}"
    files = {
        "x/0.csv": {"publisher": "X", "title": "Zero", "claims": [], "exhibits": []},
        "x/1.csv": {"publisher": "X", "title": "One", "claims": ["a"], "exhibits": ["fig-jobs"]},
    }
    return Ledger(
        pd.DataFrame.from_dict(rows, orient="index").rename_axis("id"),
        pd.DataFrame.from_dict(exhibits, orient="index").rename_axis("exhibit"),
        pd.DataFrame.from_dict(files, orient="index").rename_axis("file"),
        pd.DataFrame(
            {"reason": ["work", "statistics", "work"], "day": ["2026-11-29", "", ""]},
            index=["c", "e", "f"],
        ),
        pd.DataFrame(),
        pd.DataFrame(),
    )


def test_what_public_data_test_is_counted_apart_from_what_only_the_text_does(small: Ledger):
    """The share that holds is of claims tested on data, not of a text that agrees with itself."""
    assert list(small.tested.index) == ["a", "b", "d", "h", "i", "j"]
    assert list(small.on_data.index) == ["a", "b", "i"]
    assert list(small.on_source.index) == ["j"]
    assert list(small.on_text.index) == ["d", "h"]
    assert small.holding_pct == pytest.approx(200 / 3)
    assert small.counts().loc["not obtained", "N"] == 2
    assert small.score() == {
        "claims": 10,
        "data": 3,
        "data_holding": 2,
        "data_failing": 1,
        "source": 1,
        "source_holding": 1,
        "source_failing": 0,
        "text": 2,
        "text_holding": 1,
        "text_failing": 1,
        "untested": 4,
        "by_premise": 0,
        "confirmed_by_data": 1,
        "compatible": 1,
        "supported": 1,
        "consistent_in_the_text": 1,
        "not_compatible": 0,
        "differs": 1,
        "contradicted": 1,
        "not_obtained": 2,
        "not_public": 1,
        "context": 1,
        "grade_a": 2,
        "grade_b": 1,
        "grade_s": 1,
        "grade_c": 1,
        "grade_d": 1,
        "grade_n": 4,
    }


def test_what_holds_is_told_by_grade_and_bounded(small: Ledger):
    """Were all that nothing tests false, or true: 4 and 8 of ten."""
    assert small.bounds_pct == (40.0, 80.0)
    by_grade = small.by_grade()
    assert list(by_grade.index) == ["A", "B", "S", "C", "D"]
    assert by_grade.loc["A"].tolist() == [2, 1, 1, 50.0]
    assert by_grade["holding_pct"].tolist() == [50, 100, 100, 0, 100]


def test_what_does_not_hold_and_matters_most_comes_first(small: Ledger):
    """An essential claim before a detail, one whose sentence turns before one that is weaker."""
    assert list(small.failing.index) == ["i", "d"]
    assert (list(small.denied.index), list(small.contradicted.index)) == (["d"], ["i"])
    weighed = small.verdicts.assign(importance=["detail"] * 3 + ["essential"] + ["detail"] * 6)
    assert list(replace(small, verdicts=weighed).failing.index) == ["d", "i"]


def test_reasons_are_counted_with_those_searched(small: Ledger):
    """In their order, in words."""
    counted = small.reasons()
    assert counted["claims"].tolist() == [1, 2]
    assert counted["searched"].tolist() == [0, 1]
    assert counted.index[0] == "a published statistical file, not at hand"


def test_a_conclusion_wants_what_its_premises_want(small: Ledger):
    """It has evidence of its own; its sentence says what that is, not what would tell."""
    small.verdicts.loc["f", ["found", "finding"]] = [104.0, "It is so. No better than: e."]
    assert list(small.wanted().index) == ["INSEE: census of 1911"]
    small.verdicts.loc["e", "holds"] = 1.0
    assert small.wanted()["claims"].tolist() == [1]
    assert small.wanted_from().to_dict() == {"INSEE": 1}


def test_chapters_are_counted_by_verdict(small: Ledger):
    """Under their titles, where the book shows them."""
    table = small.by_chapter()
    assert list(table.index) == ["Waves", "land"]
    assert list(table.columns) == ["claims", *VERDICTS]
    assert table["claims"].tolist() == [3, 7]
    assert table.loc["land"].tolist() == [7, 0, 0, 1, 1, 0, 1, 1, 1, 1, 1]
    assert small.places().to_dict("index") == {
        "waves": {"title": "Waves", "exhibit": "tab-waves-claims"}
    }


def test_half_tested_is_not_mostly_tested(small: Ledger):
    """Two of three claims are more than half; three of six are not."""
    without = replace(small, verdicts=small.verdicts.drop(index="j"))
    assert without.mostly_tested() == ["Waves"]


def test_a_verdict_from_a_premise_makes_no_chapter_tested(small: Ledger):
    """Nothing tested the claim: with one more of these, half of the chapter is not."""
    small.verdicts.loc["b", ["verdict", "grade"]] = "differs", "N"
    assert small.mostly_tested() == ["land"]


def test_a_claim_is_discussed_in_the_section_of_its_exhibit(small: Ledger):
    """Under the heading that the exhibit stands under."""
    found = small.sections()
    assert found.loc["a"].tolist() == ["About fig-waves-third", "fig-waves-third"]
    assert found.loc["c"].tolist() == ["About tab-waves-untested", "tab-waves-untested"]


def test_a_section_that_no_chapter_shows_is_refused(small: Ledger):
    """With the claim, and the name that is wrong."""
    small.verdicts.loc["c", "section"] = "fig-of-old"
    with pytest.raises(DataError, match=r"claims.csv, column 'section', row 'c': .*'fig-of-old'"):
        small.sections()


def test_what_would_tell_most_comes_first(small: Ledger):
    """With the lines it would tell of, and who has it.

    What is context is wanted from no one; what holds a conclusion back is wanted by its premise.
    """
    small.verdicts.loc["b", "verdict"] = "not obtained"
    table = small.wanted()
    assert table["claims"].tolist() == [2, 1]
    assert table.iloc[0].tolist() == ["INSEE", "not obtained", 2, "3, 5–6"]
    assert table.iloc[1]["publisher"] == "Town"
    assert len(small.wanted(least=2)) == 1
    assert small.wanted_from().to_dict() == {"INSEE": 2}


def test_what_is_not_tested_is_wanted_from_who_has_it(small: Ledger):
    """Context too; what follows from claims that are not tested is wanted from no one."""
    small.verdicts.loc["e", "holds"] = 1.0
    told = small.holders()
    assert told.drop("e").to_dict() == {"c": "INSEE", "f": "Town", "g": "INSEE"}
    assert told["e"] == "What the study draws from claims that are not tested"


def test_every_claim_not_obtained_names_a_publisher(ledger: Ledger):
    """On the claims of the study, a conclusion that its premises hold back aside."""
    table = ledger.wanted()
    assert table["publisher"].notna().all()
    assert int(ledger.wanted_from().sum()) >= int(
        table.loc[table["verdict"] == "not obtained", "claims"].sum()
    )


def test_files_are_counted_the_widest_first(small: Ledger):
    """A file that nothing rests on is listed all the same."""
    table = small.rests_on()
    assert list(table.index) == ["x/1.csv", "x/0.csv"]
    assert table.loc["x/1.csv"].tolist() == ["X", 1, 1, "fig-jobs"]
    assert table.loc["x/0.csv", ["claims", "exhibits"]].tolist() == [0, 0]


def test_the_report_is_a_table_and_its_counts(small: Ledger):
    """One line a claim, statements cut, numbers on the right."""
    head, first, *_, claims, data, typed, text, untested = audit_report(small.verdicts).splitlines()
    assert head.split()[-5:] == ["printed", "found", "gap", "verdict", "grade"]
    assert first.split()[-7:] == ["100", "104", "+4", "confirmed", "by", "data", "A"]
    assert "…" in first
    assert claims == "10 claims."
    assert typed == "1 on a public source typed by hand: 1 supported."
    assert data == "3 tested on public data: 1 confirmed by data, 1 compatible, 1 contradicted."
    assert text == "2 the text against itself: 1 consistent in the text, 1 differs."
    assert untested == "4 not tested: 2 not obtained, 1 not public, 1 context."
