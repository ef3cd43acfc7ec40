"""The words of a verdict: closed, ordered, and defined once."""

import json
import re
from itertools import product

import pytest
from tests.fixtures import ROOT

from bassin import verdict
from bassin.phrase import Phrase
from bassin.verdict import (
    CONTRADICTED,
    DIFFERS,
    FAILING,
    HOLDING,
    NOT_COMPATIBLE,
    UNTESTED,
    VERDICTS,
    no_better_than,
)
from bassin.words import called, write


def test_every_word_has_a_meaning_and_a_rank():
    """And holds, fails, or is of what nothing tests."""
    assert set(verdict.RANK) == set(VERDICTS)
    assert all(called(word) and write(Phrase(f"verdict.{verdict.key(word)}")) for word in VERDICTS)
    assert sorted([*HOLDING, *UNTESTED, *FAILING]) == sorted(VERDICTS)


def test_what_nothing_tests_is_of_one_rank_between_what_holds_and_what_fails():
    """It is no worse than not known, and no better."""
    ranks = [{verdict.RANK[word] for word in words} for words in (HOLDING, UNTESTED)]
    assert [sorted(rank) for rank in ranks] == [[0, 1, 2, 3], [4]]
    assert 4 < verdict.RANK[NOT_COMPATIBLE] < verdict.RANK[DIFFERS] < verdict.RANK[CONTRADICTED]


@pytest.mark.parametrize(("own", "premise"), list(product(VERDICTS, VERDICTS)))
def test_the_worse_of_two_words_is_kept(own: str, premise: str):
    """For every pair of words; its own where both are of one rank."""
    found = no_better_than(own, [premise])
    assert found in (own, premise)
    assert verdict.RANK[found] == max(verdict.RANK[own], verdict.RANK[premise])
    if verdict.RANK[own] == verdict.RANK[premise]:
        assert found == own


def test_without_premises_a_verdict_is_its_own():
    """Nothing is above it."""
    assert [no_better_than(word, []) for word in VERDICTS] == list(VERDICTS)


def test_the_page_of_verdicts_has_every_word_and_no_other():
    """In their order; what each means is taken from the code."""
    cells = json.loads((ROOT / "notebooks" / "14_audit.ipynb").read_text("utf-8"))["cells"]
    page = "\n".join("".join(cell["source"]) for cell in cells)
    rows = re.findall(r"^\| ([a-z ]+) \| .*`audit_(\w+)` \| .*`audit_(\w+)_means` \|$", page, re.M)
    assert [word for word, _, _ in rows] == [called(word) for word in VERDICTS]
    assert all(count == means == verdict.key(word) for word, count, means in rows)


@pytest.mark.parametrize("file", ["book/_static/ledger.js", "src/bassin/show/panels.py"])
def test_no_second_list_of_the_words(file: str):
    """The page's script reads them from the page, the ledger from the code."""
    text = (ROOT / file).read_text("utf-8")
    assert [word for word in VERDICTS if f'"{word}"' in text] == []


def test_every_badge_that_holds_or_fails_has_its_style():
    """Words that nothing tests share the plain one."""
    css = (ROOT / "book" / "_static" / "bassin.css").read_text("utf-8")
    styled = set(re.findall(r"^\.bassin-badge\.bassin-([a-z-]+) {", css, re.M))
    assert styled == {word.replace(" ", "-") for word in VERDICTS if word not in UNTESTED}


@pytest.mark.parametrize("folder", ["src", "notebooks", "book", "data/study"])
def test_the_words_of_before_are_gone(folder: str):
    """A verdict written with an old word would be compared with nothing."""
    old = re.compile(r"not[ _]testable|NOT_TESTABLE|audit_(confirmed|close)\b|[\"*]close[\"*]")
    found = [
        f"{path}: {match[0]}"
        for path in sorted((ROOT / folder).rglob("*"))
        if path.suffix in {".py", ".ipynb", ".md", ".js", ".css", ".csv"}
        and "vendor" not in path.parts
        for match in old.finditer(path.read_text("utf-8"))
    ]
    assert found == []
