"""Write .zenodo.json and codemeta.json from CITATION.cff: run it when that file changes."""

from __future__ import annotations

from pathlib import Path

from bassin.book.offered import metadata

ROOT = Path(__file__).resolve().parent.parent
for name, said in (
    (metadata.ZENODO, metadata.zenodo(ROOT)),
    (metadata.CODEMETA, metadata.codemeta(ROOT)),
):
    (ROOT / name).write_text(metadata.as_json(said), encoding="utf-8")
