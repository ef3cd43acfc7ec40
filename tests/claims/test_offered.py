"""The ledger as files: linked data that knows where the book is, and one JSON of all."""

from __future__ import annotations

import json
from dataclasses import replace

import pandas as pd

from bassin import __version__
from bassin.claims import linked, record
from bassin.claims.ledger import Ledger
from bassin.claims.offered import BASE, offered
from bassin.study import Study
from bassin.verdict import UNTESTED


def test_both_files_have_every_verdict_and_its_inputs(study: Study, ledger: Ledger):
    """With their hashes and the version of the code; the same bytes twice."""
    files = offered(study, ledger)
    assert files == offered(study, ledger)
    whole, graph = (json.loads(files[name]) for name in ("claims.json", "claims.jsonld"))
    verdicts = ledger.verdicts["verdict"]
    assert {name: claim["verdict"] for name, claim in whole["claims"].items()} == verdicts.to_dict()
    assert len(linked.verdicts_in(graph)) == (~verdicts.isin(UNTESTED)).sum()
    assert graph["@context"] == [linked.CONTEXT, {"@base": BASE}]
    assert whole["version"] == __version__
    assert whole["inputs"] == record.of(ledger.verdicts, study.sources)["inputs"]
    assert {row["to"] for row in whole["claims"]["epci-76"]["errata"]} == {"differs"}
    assert whole["claims"]["pop-agglo-2020"]["replies"] == []


def test_a_reply_is_in_the_file(study: Study, ledger: Ledger):
    """At its claim, as it was written."""
    reply = {"date": "2026-12-01", "who": "the author", "reply": "No.", "answer": ""}
    replies = pd.DataFrame([{"claim": "pop-agglo-2020", **reply}])
    whole = json.loads(offered(study, replace(ledger, replies=replies))["claims.json"])
    assert whole["claims"]["pop-agglo-2020"]["replies"] == [reply]
    assert whole["claims"]["pov-ales"]["replies"] == []
