"""Verdicts, on claims made by hand and on those of the study."""

import pandas as pd
import pytest

from bassin import audit, record
from bassin.audit import Finding
from bassin.errors import DataError
from bassin.ledger import Ledger
from bassin.read import transcribed
from bassin.sources import Sources
from bassin.study import Study


def claim(kind="number", published=100.0, rounding=0.5, tolerance=5.0) -> pd.Series:
    return pd.Series(
        {"kind": kind, "published": published, "rounding": rounding, "tolerance": tolerance}
    )


@pytest.mark.parametrize(
    ("value", "grade", "verdict"),
    [
        (100.4, "A", "confirmed"),
        (103, "A", "close"),
        (106, "A", "differs"),
        (100, "B", "close"),
        (106, "B", "differs"),
    ],
)
def test_a_number_is_judged_by_its_gap_and_its_evidence(value, grade, verdict):
    """Within the rounding, within the tolerance, beyond; another vintage never confirms."""
    assert audit.judge(claim(), Finding(value, grade, "")) == verdict


@pytest.mark.parametrize(
    ("value", "grade", "verdict"),
    [(True, "A", "confirmed"), (True, "B", "close"), (False, "A", "differs")],
)
def test_a_statement_holds_or_not(value, grade, verdict):
    """A statement has no gap."""
    assert audit.judge(claim("statement"), Finding(value, grade, "")) == verdict


def test_a_text_that_gives_two_values_contradicts_itself():
    """Whatever the tolerance."""
    assert audit.judge(claim("contradiction"), Finding(103, "A", "")) == "contradicted"


def test_a_claim_without_a_check_is_not_testable():
    """It is neither confirmed nor denied."""
    assert audit.judge(claim(), None) == "not testable"


def test_two_checks_of_one_claim_are_refused():
    """Which one counts would depend on the order of imports."""
    study_check = audit.check("made-for-this-test")
    study_check(lambda study: Finding(1, "A", ""))
    with pytest.raises(ValueError, match="'made-for-this-test' has two checks"):
        study_check(lambda study: Finding(2, "A", ""))
    del audit.CHECKS["made-for-this-test"]


def test_findings_are_typeset():
    """Minus signs and ranges of years, but not the hyphen of a name."""
    assert audit.typeset("-11.1% at La Grand-Combe in 1975-1999") == (
        "−11.1% at La Grand-Combe in 1975–1999"
    )


def test_every_check_has_a_claim(real):
    """A check of a claim that is not listed would never run."""
    import bassin.checks  # noqa: F401

    assert set(audit.CHECKS) <= set(transcribed.claims(real).index)


def test_every_check_runs(ledger: Ledger):
    """Check that a claim has a verdict where it has a check, and names its check."""
    table = ledger.verdicts
    assert (table["grade"] != "N").sum() >= 70
    assert len(ledger.of_grade("A", "B")) >= 35
    assert not (table["check"].eq("") & table["grade"].ne("N")).any()


def test_verdicts_are_the_frozen_ones(ledger: Ledger):
    """The verdicts of the book are those of the column `expected`, in every chapter."""
    assert audit.moved(ledger.verdicts).index.tolist() == []
    assert set(ledger.verdicts["expected"]) == set(audit.VERDICTS)


def test_the_record_is_up_to_date(ledger: Ledger, real: Sources):
    """reproduction.json says what the audit says; `bassin audit --record` writes it anew."""
    before = record.read(real.root.parent / record.NAME)
    assert before is not None
    assert record.differences(before, record.of(ledger.verdicts, real)) == []


def test_every_verdict_names_its_files_and_vintage(ledger: Ledger, real: Sources):
    """Evidence of grade A or B rests on raw files; C and D are of what is printed."""
    table = ledger.verdicts
    published = table[table["grade"].isin(["A", "B"])]
    listed = set(real.manifest.index)
    for files in published["files"]:
        assert [file for file in files if file in listed or audit.is_transcription(file)] == files
    assert published["vintage"].ne("").all()
    assert set(table.loc[table["grade"].isin(["C", "D"]), "vintage"]) == {audit.PRINTED}
    assert set(table.loc[table["grade"] == "N", "vintage"]) == {""}


@pytest.mark.parametrize(
    ("claim", "used", "unused"),
    [
        ("pop-agglo-2020", "insee/population_municipale_communes_2013_2023.csv", "sncf/"),
        ("rev-freight", "sncf/liste-des-gares_2024.csv", "finess/"),
        ("epci-2023", "insee/Intercommunalite_Metropole_au_01-01-2023.xlsx", "urssaf/"),
        ("eco-prize-year", "study/actors.csv", "urssaf/"),
    ],
)
def test_files_are_attributed_to_the_check_that_uses_them(ledger, claim, used, unused):
    """A check rests on the files of its topic, also where another check read them first."""
    files = ledger.verdicts.at[claim, "files"]
    assert used in files
    assert not any(file.startswith(unused) for file in files)


def test_a_moved_verdict_stops_a_chapter(real: Sources, monkeypatch: pytest.MonkeyPatch):
    """The error of a chapter's build names the claim, both verdicts, and what moved it."""
    study = Study()
    monkeypatch.setitem(
        audit.CHECKS, "epci-2023", lambda study: Finding(71, "A", "Made for this test.")
    )
    message = r"epci-2023 \(territory\): confirmed -> differs. Value 72 -> 71. Moved by: insee/"
    with pytest.raises(record.VerdictError, match=message):
        study.verdicts("territory")


def test_another_place_is_not_held_to_these_verdicts(real: Sources):
    """The claims are about Alès: elsewhere they are judged, and nothing is refused."""
    table = Study("243000643").verdicts("territory")
    assert audit.moved(table).index.tolist() == ["ti-is-epci", "epci-2023"]


def test_vintages_of_boundaries_count_only_alone(toy: Sources, real: Sources):
    """A list of communes dates no evidence, unless there is no other."""
    regions, people = "insee/v_region_2023.csv", "insee/base-pop-historiques-1876-2015.csv.gz"
    assert audit.vintage_of([regions, people], real) == "1876-2015"
    assert audit.vintage_of([regions], real) == "2023-01-01"
    assert audit.vintage_of(["study/land.csv"], real) == ""


def test_counts_are_by_verdict_and_grade():
    """Each verdict and grade has its place, those that no claim has included."""
    table = pd.DataFrame({"verdict": ["close", "close", "differs"], "grade": ["B", "C", "D"]})
    counts = audit.counts(table)
    assert list(counts.index) == list(audit.VERDICTS)
    assert list(counts.columns) == ["A", "B", "C", "D", "N"]
    assert counts.loc["close"].tolist() == [0, 1, 1, 0, 0]
    assert counts.to_numpy().sum() == 3


def test_every_contradiction_is_explained(ledger: Ledger, real: Sources):
    """The chapter on the ledger has a note on each claim that the text contradicts."""
    chapter = (real.root.parent / "notebooks" / "13_audit.ipynb").read_text("utf-8")
    wrong = ledger.having("contradicted").index
    assert [claim for claim in wrong if f"<claim-{claim}>" not in chapter] == []


def test_an_unknown_chapter_lists_the_known_ones(real):
    """The error says which chapters have claims."""
    with pytest.raises(DataError, match="chapters: territory, waves"):
        transcribed.claims(real, "cooking")
