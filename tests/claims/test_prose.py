"""What the prose says of the claims and of the files, on a ledger and a listing made by hand."""

from __future__ import annotations

from types import SimpleNamespace

import pandas as pd

from bassin.claims import prose
from bassin.claims.ledger import Ledger
from bassin.phrase import Phrase
from bassin.verdict import VERDICTS, key
from bassin.words import write


def ledger() -> Ledger:
    """Three claims: a number and a statement that hold, a number that the text contradicts."""
    rows = {
        "care-filieris": ("confirmed by data", "A", "number", 11.0, 11.0, ["x/0.csv", "x/1.csv"]),
        "care-far": ("confirmed by data", "A", "statement", float("nan"), float("nan"), []),
        "care-beds": ("contradicted", "D", "number", 1200.0, 1300.0, ["x/1.csv"]),
    }
    columns = ["verdict", "grade", "kind", "published", "found", "files"]
    verdicts = pd.DataFrame.from_dict(rows, orient="index", columns=columns).rename_axis("id")
    files = {
        "x/0.csv": {"publisher": "X", "title": "Zero", "claims": ["care-filieris"]},
        "x/1.csv": {"publisher": "X", "title": "One", "claims": ["care-filieris", "care-beds"]},
        "x/2.csv": {"publisher": "X", "title": "Two", "claims": []},
    }
    shown = {"exhibit": ["tab-care-claims"], "title": ["Care"], "claims": ["health"]}
    return Ledger(
        verdicts.assign(
            chapter="health",
            holds=1.0,
            unit="beds",
            later=[True, False, False],
            importance=["essential", "detail", "essential"],
            effect=["", "", "weakens"],
            tolerance_changed=["", "", "2026-01-01"],
        ),
        pd.DataFrame(shown).set_index("exhibit"),
        pd.DataFrame.from_dict(files, orient="index").assign(exhibits=[[], [], []]),
        pd.DataFrame(columns=["reason", "day"]),
        pd.DataFrame({"claim": ["care-beds", "care-far", "care-beds"]}),
        pd.DataFrame({"claim": ["care-far"]}),
    )


def test_the_ledger_is_told_in_numbers(monkeypatch):
    """Numbers that hold apart from statements, what the text contradicts, what files carry."""
    study = SimpleNamespace(health=SimpleNamespace(named=lambda _: ["a", "b"]))
    monkeypatch.setattr(prose, "_second_reader", lambda *_: {})
    told = prose.ledger(study, ledger())
    assert (
        told.items()
        >= {
            "audit_claims": 3,
            "audit_errata": 3,
            "audit_errata_claims": 2,
            "audit_replies": 1,
            "audit_data": 2,
            "audit_holding_pct": (100.0, ".0f", "%"),
            "audit_confirmed_numbers": 1,
            "audit_confirmed_statements": 1,
            "audit_care_beds_printed": "1,200 beds",
            "audit_care_beds_found": "1,300",
            "audit_bound_low": (200 / 3, ".0f", "%"),
            "audit_bound_high": (200 / 3, ".0f", "%"),
            "audit_later": 1,
            "audit_essential": 2,
            "audit_failing_essential": 1,
            "audit_weakened": 1,
            "audit_turned": 0,
            "audit_tolerance_changed": 1,
            "audit_files": 3,
            "audit_files_used": 2,
            "audit_widest": "One",
            "audit_widest_claims": 2,
            "audit_filieris": 2,
            "audit_filieris_files": 2,
        }.items()
    )
    assert write(told["audit_mostly_tested"]) == "Care"
    for verdict in VERDICTS:
        assert told[f"audit_{key(verdict)}_means"] == Phrase(f"verdict.{key(verdict)}")


def test_the_files_are_told_in_numbers():
    """By status, by the host of the copy, by kind."""
    listing = SimpleNamespace(
        statuses=pd.Series({"raw": 2}), hosts=pd.Series({"github": 1}), counted={"all": 3}
    )
    counts = pd.DataFrame({"tried": [4, 4], "silent": [1, 1]}, index=["cut", "all"])
    spoiled = SimpleNamespace(counts=counts, calls=2, commit="abcdef0", day="2026-01-01")
    pages = pd.DataFrame(
        {
            "agreement": ["agrees", "near", "agrees"],
            "first": ["agrees", "near", "near"],
            "again": ["agrees", "", "unread"],
            "independent": ["yes", "no", "yes"],
            "kind": "press",
            "check": ["pages", "pages", "other"],
        },
        pd.MultiIndex.from_tuples(
            [("x", "one"), ("x", "two"), ("y", "two")], names=["claim", "address"]
        ),
    )
    told = prose.files(SimpleNamespace(listing=listing, spoiled=spoiled, pages=pages))
    assert told == {
        **{"files_pages": 2, "files_pages_readings": 3, "files_pages_claims": 2},
        **{"files_pages_deciding": 1, "files_pages_given": 2},
        **{"files_pages_again": 1, "files_pages_same": 1},
        **{"files_raw": 2, "files_github": 1, "files_all": 3},
        **{"files_spoiled_tried": 4, "files_spoiled_silent": 1, "files_spoiled_calls": 2},
        **{"files_spoiled_commit": "abcdef0", "files_spoiled_day": "2026-01-01"},
    }
