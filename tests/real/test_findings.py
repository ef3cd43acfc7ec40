"""The book's own sentences on the real files, and on numbers that were changed."""

from __future__ import annotations

from types import SimpleNamespace

import pandas as pd
import pytest
from tests.fixtures import ROOT

from bassin.claims.findings import FindingError, Run, refuse_false, run
from bassin.read.findings import findings
from bassin.study import Study
from bassin.topics.tried import TRIALS

#: Sentences that give the number of choices themselves.
TELL_IT = {"care-plain"}
#: Least share of choices, in %, that a sentence of the book is left with; below, it is reworded.
LEFT = 80.0


@pytest.fixture(scope="module")
def rows() -> pd.DataFrame:
    return findings(ROOT / "data")


@pytest.fixture(scope="module")
def runs(study: Study, rows: pd.DataFrame) -> dict[str, Run]:
    return run(study, rows)


def test_every_sentence_holds(runs: dict[str, Run]):
    """On the files at hand."""
    assert {name for name, one in runs.items() if not one.tried.holds} == set()


def test_no_sentence_is_left_that_most_choices_deny(runs: dict[str, Run]):
    """One that hangs on a choice says so, and has a check that follows it."""
    shares = {name: one.tried.agreeing / len(one.tried.choices) for name, one in runs.items()}
    assert {name for name, share in shares.items() if 100 * share < LEFT} == TELL_IT


def test_every_check_rests_on_files(runs: dict[str, Run]):
    """Observed, and not listed by hand; but of what is said of the list of files itself."""
    without = {name for name, one in runs.items() if not one.files}
    assert without == {"files-published", "files-found-elsewhere"}
    assert any(file.startswith("insee/") for file in runs["people-most"].files)


def test_a_changed_number_stops_the_build(study: Study, rows: pd.DataFrame):
    """Jobs of all zones with time run backwards: what fell has grown."""
    outcome = study.outcome
    jobs = outcome.jobs
    turned = jobs.iloc[:, ::-1].set_axis(jobs.columns, axis=1)
    other = SimpleNamespace(outcome=outcome.having(jobs=turned))
    found = TRIALS["outcome-lost"](other)  # type: ignore[arg-type]
    table = rows.assign(sentence="It lost a decade.", title="Did it work?")
    with pytest.raises(FindingError, match=r"outcome-lost \(03_outcome\).*It lost a decade"):
        refuse_false(table, {"outcome-lost": Run(found, ())})


def test_levels_of_ales_by_plain_pandas(study: Study, runs: dict[str, Run]):
    """Its counts against that of 1968, by another way."""
    town = study.population.by_commune.loc["30007"]
    under = town.loc[1990:2019] < 0.995 * town[1968]
    over = town.loc[2021:] > 1.005 * town[1968]
    assert under.all()
    assert over.all()
    assert len(runs["ales-under"].tried.choices) == len(under)
    assert runs["ales-over"].tried.estimate == pytest.approx(100 * (43892 / 42818 - 1))


def test_files_by_plain_pandas(runs: dict[str, Run]):
    """Their list, read as any table."""
    listed = pd.read_csv(ROOT / "data" / "sources.csv")
    kept = listed["status"].isin(["raw", "reshaped"])
    assert runs["files-published"].tried.estimate == pytest.approx(100 * kept.mean())
    by_bytes = runs["files-published"].tried.choices.at["bytes", "estimate"]
    assert by_bytes == pytest.approx(100 * listed["bytes"][kept].sum() / listed["bytes"].sum())


def test_claims_that_nothing_tests_by_plain_pandas(runs: dict[str, Run]):
    """Three chapters before all others, in number; by the list of claims as any table."""
    listed = pd.read_csv(ROOT / "data" / "study" / "200066918" / "claims.csv")
    untested = listed["expected"].isin(["not obtained", "not public", "context"])
    numbers = listed["chapter"][untested].value_counts()
    assert set(numbers.index[:3]) == {"waves", "instruments", "ecosystem"}
    assert runs["audit-told-untested"].tried.estimate == numbers.iloc[2] - numbers.iloc[3]
    assert runs["audit-most-untested"].tried.estimate == pytest.approx(100 * untested.mean())
