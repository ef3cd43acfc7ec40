"""Verdicts, on claims made by hand and on those of the study."""

from types import SimpleNamespace

import numpy as np
import pandas as pd
import pytest
from tests.fixtures.qualified import QUALIFIED

from bassin.claims import held, judging, record
from bassin.claims.ledger import Ledger
from bassin.errors import ChoiceError, TerritoryError
from bassin.files.sources import Sources
from bassin.read import printed
from bassin.study import ALES_AGGLOMERATION, Study
from bassin.topics.checks import CHECKS
from bassin.topics.finding import Finding, check
from bassin.topics.pages import PAGES
from bassin.verdict import RANK, UNTESTED, VERDICTS
from bassin.words import speaking


def claim(kind="number", published=100.0, rounding=0.5, tolerance=5.0, **given) -> pd.Series:
    measured = kind != "statement"
    common = QUALIFIED | {
        "kind": kind,
        "published": published if measured else float("nan"),
        "rounding": rounding,
        "tolerance": tolerance,
        "untested": "",
    }
    return pd.Series(common | given, name="people")


@pytest.mark.parametrize(
    ("value", "grade", "verdict"),
    [
        (100.5, "A", "compatible"),
        (103, "A", "compatible"),
        (105.5, "A", "differs"),
        (100, "B", "compatible"),
        (105, "B", "compatible"),
        (106, "B", "differs"),
        (100.49999, "A", "confirmed by data"),
        (99.5, "A", "confirmed by data"),
        (100, "S", "supported"),
        (103, "S", "supported"),
        (106, "S", "differs"),
        (100, "C", "consistent in the text"),
        (103, "C", "consistent in the text"),
        (106, "C", "contradicted"),
        (100, "D", "consistent in the text"),
        (94, "D", "contradicted"),
    ],
)
def test_a_number_is_judged_by_its_gap_and_its_evidence(value, grade, verdict):
    """Within the rounding, the tolerance, beyond; data differ, the text contradicts itself."""
    assert judging.judge(claim(), Finding(value, grade, "")) == verdict


@pytest.mark.parametrize(
    ("value", "grade", "verdict"),
    [
        (True, "A", "confirmed by data"),
        (np.True_, "B", "compatible"),
        (True, "S", "supported"),
        (False, "S", "differs"),
        (True, "C", "consistent in the text"),
        (True, "D", "consistent in the text"),
        (False, "A", "differs"),
        (False, "B", "differs"),
        (False, "C", "contradicted"),
        (np.False_, "D", "contradicted"),
    ],
)
def test_a_statement_holds_or_not(value, grade, verdict):
    """It has no gap; a text against itself confirms nothing, and contradicts where it fails."""
    assert judging.judge(claim("statement"), Finding(value, grade, "")) == verdict


@pytest.mark.parametrize("column", judging.MATCHES)
@pytest.mark.parametrize("grade", ["B", "S"])
def test_evidence_of_another_period_perimeter_or_definition_denies_nothing(grade, column):
    """It is not compatible; what holds by it holds as before."""
    other = {column: "no"}
    assert judging.judge(claim(**other), Finding(106, grade, "")) == "not compatible"
    assert judging.judge(claim("statement", **other), Finding(False, grade, "")) == "not compatible"
    assert judging.judge(claim(**other), Finding(100, grade, "")) in ("compatible", "supported")


@pytest.mark.parametrize(("grade", "said"), [("A", "no"), ("A", ""), ("B", ""), ("S", "perhaps")])
def test_evidence_that_denies_says_what_it_has_in_common_with_the_claim(grade, said):
    """And what is of grade A has all."""
    with pytest.raises(judging.CheckError, match=r"claim 'people': .*Write yes or no"):
        judging.judge(claim(match_period=said), Finding(106, grade, ""))


def test_the_text_against_itself_matches_nothing_and_contradicts():
    """Arithmetic on print has no period of its own."""
    bare = dict.fromkeys(judging.MATCHES, "")
    assert judging.judge(claim(**bare), Finding(106, "C", "")) == "contradicted"


@pytest.mark.parametrize("why", UNTESTED)
def test_a_claim_that_nothing_tests_has_the_word_of_its_row(why):
    """It is neither confirmed nor denied."""
    assert judging.judge(claim(untested=why), None) == why


@pytest.mark.parametrize("word", ["", "not testable", "differs"])
def test_a_check_that_lacks_its_file_needs_a_word_for_it(word):
    """Else it would have no verdict at all, or one that no evidence gave."""
    with pytest.raises(judging.CheckError, match=r"claim 'people': .*not obtained, not public"):
        judging.judge(claim(untested=word), None)


@pytest.mark.parametrize("kind", ["number", "statement"])
@pytest.mark.parametrize("value", [float("nan"), float("inf"), -float("inf"), np.nan])
def test_a_value_that_is_no_finite_number_is_an_error(kind, value):
    """A missing number is true where a statement is asked for, and would confirm it."""
    with pytest.raises(judging.CheckError, match=r"claim 'people': its check finds -?(nan|inf)"):
        judging.judge(claim(kind), Finding(value, "A", ""))


@pytest.mark.parametrize(("kind", "value"), [("statement", 3.2), ("number", True)])
def test_a_value_of_the_other_kind_is_an_error(kind, value):
    """A statement holds or not, and a number is not one because something is true."""
    with pytest.raises(judging.CheckError, match=f"a claim of kind '{kind}' wants"):
        judging.judge(claim(kind), Finding(value, "A", ""))


#: What a few checks made by hand find: by claim, the value and the grade.
FOUND = {"a": (100.0, "A"), "b": (103.0, "A"), "c": (100.0, "C"), "d": (200.0, "B")}


@pytest.fixture
def judged(study: Study, monkeypatch: pytest.MonkeyPatch):
    """Judge claims that print 100 and list premises: those of :data:`FOUND` have a check."""
    for name, (value, grade) in FOUND.items():
        found = Finding(value, grade, f"Found {value:g}.")
        monkeypatch.setitem(CHECKS, name, lambda study, found=found: found)

    def judge(premises: dict[str, list[str]], asked: list[str] | None = None) -> pd.DataFrame:
        row = printed.claims(study.sources, study.epci).iloc[0].to_dict()
        rows = {
            name: row
            | claim().to_dict()
            | {"statement": f"Statement {name}", "premises": listed}
            | {
                "check": name if name in FOUND else "",
                "untested": "" if name in FOUND else "context",
            }
            for name, listed in premises.items()
        }
        table = pd.DataFrame.from_dict(rows, orient="index").rename_axis("id")
        whole = SimpleNamespace(epci=study.epci, sources=study.sources, all_claims=table)
        return judging.verdicts(table.loc[asked or list(table.index)], whole)

    return judge


@pytest.mark.parametrize(
    ("own", "premises", "verdict", "grade"),
    [
        ("a", [], "confirmed by data", "A"),
        ("a", ["b"], "compatible", "A"),
        ("b", ["a"], "compatible", "A"),
        ("a", ["b", "c"], "consistent in the text", "C"),
        ("c", ["b"], "consistent in the text", "C"),
        ("a", ["x"], "context", "N"),
        ("a", ["x", "d"], "differs", "B"),
        ("d", ["x"], "differs", "B"),
        ("y", ["a"], "context", "N"),
        ("y", ["d"], "differs", "N"),
    ],
)
def test_a_conclusion_is_no_better_than_its_premises(judged, own, premises, verdict, grade):
    """Nor is its evidence stronger; what nothing tests stands between what holds and what not."""
    table = judged({own: premises, **{name: [] for name in premises}})
    assert table.loc[own, ["verdict", "grade"]].tolist() == [verdict, grade]
    capped = verdict != table.at[own, "verdict"] or premises in (["b", "c"], ["x", "d"])
    if capped:
        assert f"Statement {premises[-1]} ({verdict})" in table.at[own, "finding"]


def test_premises_are_followed_to_their_own_and_asked_for_from_elsewhere(judged):
    """A chapter that concludes from a claim of another chapter has its verdict too."""
    table = judged({"a": ["b"], "b": ["x"], "x": ["d"], "d": []}, asked=["a"])
    assert table.index.tolist() == ["a"]
    assert table.at["a", "verdict"] == "differs"
    assert table.at["a", "finding"].endswith("concludes from: Statement b (differs).")


def test_two_checks_of_one_claim_are_refused():
    """Which one counts would depend on the order of imports."""
    study_check = check("made-for-this-test")
    study_check(lambda study: Finding(1, "A", ""))
    with pytest.raises(ValueError, match="'made-for-this-test' has two checks"):
        study_check(lambda study: Finding(2, "A", ""))
    del CHECKS["made-for-this-test"]


def test_every_check_has_a_claim(real):
    """A check of a claim that is not listed would never run."""
    assert set(CHECKS) <= set(printed.claims(real, ALES_AGGLOMERATION).index)


def test_every_check_runs(ledger: Ledger):
    """Check that a claim has a verdict where it has a check, and names its check."""
    table = ledger.verdicts
    assert len(ledger.tested) >= 70
    assert len(ledger.on_data) >= 35
    # What nothing tests may still differ by what it is concluded from.
    by_premise = table["grade"].eq("N") & ~table["verdict"].isin(UNTESTED)
    assert table.loc[by_premise, "check"].eq("").all()
    assert table.loc[by_premise, "premises"].map(len).gt(0).all()
    assert table.loc[table["verdict"].isin(UNTESTED), "grade"].eq("N").all()


def test_a_verdict_says_its_evidence(ledger: Ledger):
    """Only grade A is confirmed, S is supported, and C and D are consistent at best."""
    grades = ledger.verdicts.groupby("verdict")["grade"].agg(lambda s: "".join(sorted(set(s))))
    assert grades["confirmed by data"] == "A"
    assert set(grades["compatible"]) <= set("AB")
    assert grades["supported"] == "S"
    assert set(grades["consistent in the text"]) <= set("CD")


def test_what_was_typed_is_no_test_on_public_data(ledger: Ledger, real: Sources):
    """A claim on the law as typed, or on typed rows, is none of those the headline counts."""
    table = ledger.tested
    typed = table["files"].map(lambda files: judging.is_typed_alone(files, real))
    assert not typed[ledger.on_data.index].any()
    source = ledger.on_source
    assert set(source.index[source["check"] != PAGES]) == {
        "land-zan",
        "land-law-2021",
        "land-half",
        "land-halving",
        "land-rarer",
        "age-15-29",
    }


@pytest.mark.parametrize(
    ("files", "alone"),
    [
        (["law/land.csv"], True),
        (["insee/rp2022_ages_alesagglo.csv", "insee/v_region_2023.csv"], True),
        (["study/200066918/figure-1-1.csv", "ptod/agg_reg.json"], False),
        (["insee/v_region_2023.csv"], False),
        ([], False),
    ],
)
def test_typed_files_are_told_by_their_status(real: Sources, files: list[str], alone: bool):
    """What dates boundaries is no evidence beside them; nor is a file no one typed needed."""
    assert judging.is_typed_alone(files, real) is alone


def test_no_conclusion_of_the_study_is_better_than_its_premises(ledger: Ledger):
    """On the verdicts of the book, whatever cap gave them."""
    table = ledger.verdicts
    rank = table["verdict"].map(RANK)
    pairs = table["premises"].explode().dropna()
    assert [
        (claim, premise) for claim, premise in pairs.items() if rank[claim] < rank[premise]
    ] == []


def test_verdicts_are_the_frozen_ones(ledger: Ledger):
    """The verdicts of the book are those of the column `expected`, in every chapter."""
    assert judging.moved(ledger.verdicts).index.tolist() == []
    assert set(ledger.verdicts["expected"]) <= set(VERDICTS)


def test_the_record_is_up_to_date(ledger: Ledger, real: Sources):
    """reproduction.json says what the audit says; `bassin audit --record` writes it anew."""
    before = record.read(real.root.parent / record.NAME)
    assert before is not None
    assert record.differences(before, record.of(ledger.verdicts, real)) == []


def test_every_verdict_names_its_files_and_vintage(ledger: Ledger, real: Sources):
    """Evidence of grade A, B or S rests on files; C and D are of what is printed."""
    table = ledger.verdicts
    published = table[table["grade"].isin(["A", "B", "S"])]
    listed = set(real.manifest.index)
    for files in published["files"]:
        assert [file for file in files if file in listed or judging.is_transcription(file)] == files
    assert published["vintage"].ne("").all()
    assert set(table.loc[table["grade"].isin(["C", "D"]), "vintage"]) == {judging.PRINTED}
    assert set(table.loc[table["grade"] == "N", "vintage"]) == {""}


@pytest.mark.parametrize(
    ("claim", "used", "unused"),
    [
        ("pop-agglo-2020", "insee/population_municipale_communes_2013_2023.csv", "sncf/"),
        ("rev-freight", "sncf/liste-des-gares_2024.csv", "finess/"),
        ("epci-2023", "insee/Intercommunalite_Metropole_au_01-01-2023.xlsx", "urssaf/"),
        ("eco-prize-year", "study/200066918/prize.csv", "study/200066918/actors.csv"),
    ],
)
def test_files_are_attributed_to_the_check_that_uses_them(ledger, claim, used, unused):
    """A check rests on the files of its tables, also where another check read them first."""
    files = ledger.verdicts.at[claim, "files"]
    assert used in files
    assert not any(file.startswith(unused) for file in files)


def test_a_moved_verdict_stops_a_chapter(real: Sources, monkeypatch: pytest.MonkeyPatch):
    """The error of a chapter's build names the claim, both verdicts, and what moved it."""
    study = Study()
    monkeypatch.setitem(CHECKS, "epci-2023", lambda study: Finding(71, "A", "Made for this test."))
    message = (
        r"epci-2023 \(territory\): confirmed by data -> differs. Value 72 -> 71. Moved by: insee/"
    )
    with pytest.raises(record.VerdictError, match=message):
        held.verdicts(study, "territory")


def test_another_place_is_not_held_to_these_claims():
    """Claims are about Alès: elsewhere they are refused, by the folder that would have any."""
    with pytest.raises(TerritoryError, match="data/study/243000643"):
        held.verdicts(Study("243000643"), "territory")


def test_vintages_of_boundaries_count_only_alone(toy: Sources, real: Sources):
    """A list of communes dates no evidence, unless there is no other."""
    regions, people = "insee/v_region_2023.csv", "insee/base-pop-historiques-1876-2015.csv.gz"
    assert judging.vintage_of([regions, people], real) == "1876-2015"
    assert judging.vintage_of([regions], real) == "2023-01-01"
    assert judging.vintage_of(["study/200066918/land.csv"], real) == ""


@pytest.mark.real
def test_a_vintage_is_in_the_language_spoken(study: Study):
    """Each part of it."""
    claims = study.all_claims.loc[["pop-gard-slower"]]
    assert judging.verdicts(claims, study)["vintage"].tolist() == ["RP 2018 and 2013; 1968-2016"]
    with speaking("fr"):
        french = judging.verdicts(claims, study)["vintage"].tolist()
    assert french == ["RP 2018 et 2013\u202f; 1968-2016"]


def test_counts_are_by_verdict_and_grade():
    """Each verdict and grade has its place, those that no claim has included."""
    table = pd.DataFrame(
        {"verdict": ["compatible", "compatible", "differs"], "grade": ["A", "B", "D"]}
    )
    counts = judging.counts(table)
    assert list(counts.index) == list(VERDICTS)
    assert list(counts.columns) == ["A", "B", "S", "C", "D", "N"]
    assert counts.loc["compatible"].tolist() == [1, 1, 0, 0, 0, 0]
    assert counts.to_numpy().sum() == 3


def test_what_tests_a_claim_says_what_it_has_in_common_with_it(ledger: Ledger):
    """Data and sources do, those of grade A all."""
    told = ledger.of_grade("A", "B", "S")
    matches = told[list(judging.MATCHES)]
    assert matches.isin(["yes", "no"]).to_numpy().all()
    assert (matches[told["grade"] == "A"] == "yes").to_numpy().all()


def test_every_contradiction_is_explained(ledger: Ledger, real: Sources):
    """The chapter on the ledger has a note on each claim that the text contradicts."""
    chapter = (real.root.parent / "notebooks" / "14_audit.ipynb").read_text("utf-8")
    wrong = ledger.having("contradicted").index
    assert [claim for claim in wrong if f"<claim-{claim}>" not in chapter] == []


def test_an_unknown_chapter_lists_the_known_ones(real):
    """The error says which chapters have claims."""
    with pytest.raises(ChoiceError, match="There are territory, waves"):
        printed.claims(real, ALES_AGGLOMERATION, "cooking")
