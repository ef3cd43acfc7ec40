"""A wrong file stops: every reader, every way a file goes wrong, and ways that nobody listed."""

from __future__ import annotations

import zlib
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from tests.corruption import harness, thorough
from tests.corruption.thorough import KINDS_OF_ALL as ALL
from tests.fixtures import ROOT

from bassin.files.sources import Sources
from bassin.files.spoiled import ALL as EVERY
from bassin.files.spoiled import OUTCOMES, SPOILED, Spoiled
from bassin.read import editions
from bassin.read._reused import READERS, Call

#: What part of the spoiled copies may pass unseen.
MOST_SILENT = 0.01

editions.every_reader()
NAMES = sorted(
    name
    for name in READERS
    if not name.startswith("printed.") and not name.rpartition(".")[2].startswith("_")
)


def kinds_of(name: str) -> list[str]:
    """The kind a reader is tried on by default: another for each, the same on every machine."""
    return [ALL[zlib.crc32(name.encode()) % len(ALL)]]


def first_call(sources: Sources, name: str) -> Call | None:
    """First call of a reader whose file is at hand."""
    found = (call for told, call in harness.subjects(sources) if told.partition("(")[0] == name)
    return next(found, None)


@pytest.mark.real
@pytest.mark.slow
@pytest.mark.filterwarnings("ignore")
@pytest.mark.parametrize("name", NAMES)
def test_a_spoiled_file_is_refused_or_read_rightly(name: str, tmp_path: Path):
    """A sample: one way for each reader, on its real file, past its hash and its anchors."""
    sources = Sources(ROOT / "data")
    call = first_call(sources, name)
    if call is None:
        return
    for case in harness.tried(sources, call, kinds_of(name), tmp_path):
        assert case.outcome != harness.RAW, case
        assert case.outcome != harness.SILENT, case
        assert case.outcome != harness.CORRECTION or case.kind in harness.CANNOT_BE_SEEN, case


@pytest.mark.real
@pytest.mark.thorough
@pytest.mark.filterwarnings("ignore")
def test_all_of_them(tmp_path: Path):
    """Every call of every reader in every way: no raw error, at most one in a hundred unseen."""
    cases = [*thorough.run(tmp_path / "cases.jsonl")]
    raw = [case for case in cases if case.outcome == harness.RAW]
    silent = [case for case in cases if case.outcome == harness.SILENT]
    corrections = {case.kind for case in cases if case.outcome == harness.CORRECTION}
    assert not raw, raw
    assert len(silent) <= MOST_SILENT * len(cases), silent
    assert corrections <= {*harness.CANNOT_BE_SEEN}, corrections


def test_the_counts_that_are_published_are_of_these_families():
    """All of them, in their order; none of them raw, nearly none unseen."""
    spoiled = Spoiled.of(ROOT / "data")
    families = [*dict.fromkeys(kind.partition(":")[0] for kind in ALL)]
    assert [*spoiled.counts.index] == [*families, EVERY]
    assert spoiled.counts.drop(index=EVERY).sum().equals(spoiled.counts.loc[EVERY])
    assert spoiled.counts.at[EVERY, "raw_error"] == 0
    assert spoiled.counts.at[EVERY, "silent"] <= MOST_SILENT * spoiled.counts.at[EVERY, "tried"]
    assert [one.replace(" ", "_") for one in harness.OUTCOMES] == [*OUTCOMES]


def test_a_run_is_taken_up_where_it_was_cut(tmp_path: Path):
    """Of a call that was not ended nothing is kept; of one that was nothing is tried again."""
    cases = tmp_path / "cases.jsonl"
    whole = [*thorough.run(cases, only=["insee.places.regions"])]
    lines = cases.read_text(encoding="utf-8").splitlines()
    assert len(lines) == len(whole) + 1
    assert [*thorough.run(cases, only=["insee.places.regions"])] == whole
    assert cases.read_text(encoding="utf-8").splitlines() == lines
    cases.write_text("\n".join(lines[:3]) + "\n" + lines[3][:20], encoding="utf-8")
    again = [*thorough.run(cases, only=["insee.places.regions"])]
    assert [(one.kind, one.outcome) for one in again] == [(one.kind, one.outcome) for one in whole]
    counts = thorough.counted(whole, calls=1, commit="0" * 7, day="2026-01-01")
    (tmp_path / SPOILED).write_text(counts, encoding="utf-8")
    assert Spoiled.of(tmp_path).counts.at[EVERY, "tried"] == len(whole)


@pytest.mark.parametrize(
    "name",
    [
        "insee.places.regions(2023)",
        "ptod.areas(region)",
        "insee.income.filosofi_distribution(region, 2019)",
    ],
)
@pytest.mark.real
@settings(
    max_examples=60,
    deadline=None,
    derandomize=True,
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)
@given(data=st.data())
def test_bytes_that_change_anywhere_are_noticed(name: str, data: st.DataObject, tmp_path: Path):
    """Bytes written over, taken out, put in or doubled, at any place of a small file."""
    sources = Sources(ROOT / "data")
    call = next(call for told, call in harness.subjects(sources) if told == name)
    one = harness.subject(sources, call)
    assert one is not None
    whole = sources.read(one.file)
    at = data.draw(st.integers(0, len(whole) - 1))
    length = data.draw(st.integers(0, 40))
    put = data.draw(st.one_of(st.binary(max_size=8), st.text(max_size=8).map(str.encode)))
    copy = tmp_path / "copy"
    copy.write_bytes(whole[:at] + put + whole[at + length :])
    outcome, told = harness.outcome(sources, one, copy)
    assert outcome not in (harness.SILENT, harness.RAW), told
