"""The record of an audit: what it holds, its bytes, and what it says moved a verdict."""

from __future__ import annotations

import json
from copy import deepcopy
from pathlib import Path
from types import SimpleNamespace

import numpy as np
import pandas as pd
import pytest
from tests.fixtures.qualified import QUALIFIED

from bassin.claims import record
from bassin.errors import BassinError
from bassin.files.manifest import MANIFEST
from bassin.files.sources import Sources
from bassin.study import ALES_AGGLOMERATION

REGIONS, DEPARTEMENTS = "insee/v_region_2023.csv", "insee/v_departement_2023.csv"


@pytest.fixture
def table() -> pd.DataFrame:
    """Two claims with a verdict: a number on two files, a statement on a transcription."""
    common = QUALIFIED | {
        "rounding": 0.5,
        "tolerance": 5.0,
        "vintage": "2023",
        "expected": "confirmed by data",
    }
    rows = {
        "people": {
            **common,
            "chapter": "population",
            "kind": "number",
            "published": 100.0,
            "found": 100 + 1 / 3,
            "holds": np.nan,
            "check": "people",
            "verdict": "confirmed by data",
            "grade": "A",
            "files": [DEPARTEMENTS, REGIONS],
        },
        "grows": {
            **common,
            "chapter": "population",
            "kind": "statement",
            "published": np.nan,
            "found": np.nan,
            "holds": 1.0,
            "check": "grows",
            "verdict": "confirmed by data",
            "grade": "C",
            "files": ["study/200000018/claims.csv", "study/200000018/land.csv"],
        },
    }
    return pd.DataFrame.from_dict(rows, orient="index").rename_axis("id")


def test_a_record_holds_verdicts_values_inputs_and_libraries(table, toy: Sources):
    """Values have nine digits, statements true or false; the list of claims is no input."""
    found = record.of(table, toy)
    assert found["verdicts"] == {"confirmed by data": 2}
    assert found["claims"]["people"]["value"] == 100.333333
    assert found["claims"]["grows"]["value"] is True
    assert found["claims"]["grows"]["published"] is None
    assert sorted(found["inputs"]) == [DEPARTEMENTS, REGIONS, "study/200000018/land.csv"]
    assert found["inputs"][REGIONS] == {
        "sha256": toy.describe(REGIONS)["sha256"],
        "rows": toy.rows(REGIONS),
    }
    assert found["libraries"]["pandas"] == pd.__version__


def test_a_record_is_the_same_bytes_in_any_order(table, toy: Sources, tmp_path: Path):
    """And is read back as it was."""
    found = record.of(table, toy)
    record.write(found, tmp_path / "one.json")
    record.write(record.of(table.iloc[::-1], toy), tmp_path / "two.json")
    assert (tmp_path / "one.json").read_bytes() == (tmp_path / "two.json").read_bytes()
    assert record.read(tmp_path / "one.json") == found == json.loads(json.dumps(found))
    assert record.read(tmp_path / "none.json") is None


def test_a_file_that_is_no_record_is_refused(tmp_path: Path):
    """The message says how to get one."""
    (tmp_path / "bad.json").write_text('{"claims": {}}')
    with pytest.raises(BassinError, match=r"not the record of an audit .*--record"):
        record.read(tmp_path / "bad.json")


@pytest.fixture
def before(table, toy: Sources) -> record.Record:
    return record.of(table, toy)


def test_the_input_that_moved_is_named(before):
    """With its hash and rows, then and now."""
    now = deepcopy(before)
    now["inputs"][REGIONS] = {"sha256": "f" * 64, "rows": 99}
    said = record.what_moved("people", before, now)
    rows = before["inputs"][REGIONS]["rows"]
    assert said.startswith(f"Moved by: {REGIONS} (sha256 ")
    assert said.endswith(f" -> {'f' * 12}, rows {rows} -> 99).")
    assert DEPARTEMENTS not in said
    assert record.what_moved("grows", before, now).endswith("the code has.")


def test_other_things_that_move_a_verdict_are_named(before):
    """The claim's own row, a file it newly uses or leaves, a library, and else the code."""
    now = deepcopy(before)
    now["claims"]["people"] |= {"tolerance": 1, "files": [REGIONS, "study/200000018/land.csv"]}
    assert record.what_moved("people", before, now) == (
        "Moved by: claims.csv (tolerance 5 -> 1); study/200000018/land.csv (not used before); "
        f"{DEPARTEMENTS} (no longer used)."
    )
    now = deepcopy(before)
    now["libraries"]["pandas"] = "99"
    assert record.what_moved("people", before, now).startswith("Moved by: pandas ")
    assert record.what_moved("people", before, before) == (
        "None of its 2 input(s) has changed since the record, nor a library: the code has."
    )
    assert "not in the record" in record.what_moved("people", None, before)


def of_the_book(root: Path) -> SimpleNamespace:
    """The study of the book, of other files."""
    return SimpleNamespace(epci=ALES_AGGLOMERATION, sources=Sources(root))


def test_the_record_is_of_the_study_of_the_book_alone(table, spoil):
    """That of another place is frozen by its list of claims, and an erratum is not asked for."""
    record.write(record.of(table, Sources(spoil.root)), spoil.root.parent / record.NAME)
    moved = table.assign(verdict="differs", expected="differs")
    other = SimpleNamespace(epci="200000018", sources=Sources(spoil.root))
    record.refuse_moved(moved, other)
    with pytest.raises(record.VerdictError, match=r"1 verdict\(s\) of study/200000018/claims\.csv"):
        record.refuse_moved(table.assign(expected=["differs", "confirmed by data"]), other)


def test_a_verdict_that_is_not_the_frozen_one_is_refused(table, spoil):
    """The message says which claim, from what to what, its value, and which input moved it."""
    root = spoil.root.parent / record.NAME
    record.write(record.of(table, Sources(spoil.root)), root)
    record.refuse_moved(table, of_the_book(spoil.root))
    manifest = (spoil.root / MANIFEST).read_text("utf-8")
    old = Sources(spoil.root).describe(REGIONS)["sha256"]
    (spoil.root / MANIFEST).write_text(manifest.replace(old, "0" * 64), "utf-8")
    moved = table.copy()
    moved.loc["people", ["found", "verdict"]] = [109.0, "differs"]
    with pytest.raises(record.VerdictError) as caught:
        record.refuse_moved(moved, of_the_book(spoil.root))
    heading, line, cure = str(caught.value).splitlines()
    assert heading == "1 verdict(s) of study/200066918/claims.csv have changed:"
    assert line == (
        "people (population): confirmed by data -> differs. Value 100.333333 -> 109. "
        f"Moved by: {REGIONS} (sha256 {old[:12]} -> {'0' * 12})."
    )
    assert "`bassin audit --record`" in cure


def test_a_verdict_that_moves_wants_an_erratum(table, spoil, monkeypatch):
    """Also where the list of claims has the new one already; an erratum lets it pass."""
    record.write(record.of(table, Sources(spoil.root)), spoil.root.parent / record.NAME)
    moved = table.copy()
    moved.loc["people", ["found", "verdict", "expected"]] = [109.0, "differs", "differs"]
    columns = ["date", "claim", "from", "to", "why"]
    monkeypatch.setattr(record.printed, "errata", lambda *_: pd.DataFrame(columns=columns))
    with pytest.raises(record.VerdictError) as caught:
        record.refuse_moved(moved, of_the_book(spoil.root))
    assert str(caught.value).splitlines() == [
        "people: confirmed by data -> differs, which study/200066918/errata.csv does not tell.",
        "Add a row for each: the day, the claim, from what, to what, and why.",
    ]
    told = ("2026-12-01", "people", "confirmed by data", "differs", "A file came.")
    monkeypatch.setattr(record.printed, "errata", lambda *_: pd.DataFrame([told], columns=columns))
    record.refuse_moved(moved, of_the_book(spoil.root))
    new = table.rename(index={"people": "new"}).assign(verdict="differs", expected="differs")
    record.refuse_moved(new.loc[["new"]], of_the_book(spoil.root))


def test_differences_name_the_entry(before):
    """Of two records, the entries that are not the same, those only one has included."""
    now = deepcopy(before)
    now["claims"]["people"]["value"] = 7
    del now["inputs"][REGIONS]
    assert record.differences(before, now) == [f"inputs: {REGIONS}", "claims: people"]
    assert record.differences(before, before) == []
