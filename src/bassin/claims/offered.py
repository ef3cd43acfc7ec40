"""The whole ledger as files to download: as linked data, and as one JSON."""

from __future__ import annotations

import json
from typing import Any

import pandas as pd

from bassin import __version__
from bassin.claims import linked, record
from bassin.claims.ledger import Ledger
from bassin.files.sources import Sources
from bassin.study import Study

#: Where the book is from the folder in which Sphinx puts a download.
BASE = "../../"
#: What the JSON has of a claim beside what the record has.
_SAID = ("chapter", "locus", "lines", "statement", "unit", "finding", "importance", "effect")


def offered(study: Study, audit: Ledger) -> dict[str, str]:
    """Write the ledger as files, by their names; the same bytes for the same ledger.

    Parameters
    ----------
    study : Study
        The one the ledger was made with.
    audit : Ledger

    Returns
    -------
    dict
        ``claims.jsonld``, as :func:`bassin.claims.linked.written`, and ``claims.json``:
        ``version`` (of the code), ``verdicts`` (their counts), ``libraries``, ``inputs`` (files
        with their hashes) and ``claims``, each with its errata and the replies to it.
    """
    return {
        "claims.jsonld": linked.written(audit.verdicts, study.sources, BASE),
        "claims.json": _whole(audit, study.sources),
    }


def _whole(audit: Ledger, sources: Sources) -> str:
    kept = record.of(audit.verdicts, sources)
    claims = {
        name: {
            **kept["claims"][str(name)],
            **{column: row[column] for column in _SAID},
            "errata": _rows(audit.errata, str(name)),
            "replies": _rows(audit.replies, str(name)),
        }
        for name, row in audit.verdicts.iterrows()
    }
    whole = {"version": __version__, **kept, "claims": claims}
    return json.dumps(whole, ensure_ascii=False, indent=1, sort_keys=True) + "\n"


def _rows(table: pd.DataFrame, claim: str) -> list[dict[str, Any]]:
    of = table[table["claim"] == claim].drop(columns="claim")
    return [{str(name): cell for name, cell in row.items()} for _, row in of.iterrows()]
