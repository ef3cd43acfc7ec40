"""Words of the raw files: how they are cited, and what is wrong with them."""

from __future__ import annotations

from collections.abc import Mapping

NAMES: Mapping[str, str] = {
    "agreement.agrees": "agrees",
    "agreement.differs": "differs",
    "agreement.near": "near, decides nothing",
    "agreement.off_by_a_year": "off by a year",
    "derived": "derived",
    "independent.no": "no",
    "independent.unknown": "not known",
    "independent.yes": "yes",
    "derived_by_a_third_party": "derived by a third party",
    "raw": "raw",
    "reshaped": "reshaped",
    "typed": "typed",
    "typed_by_hand": "typed by hand",
}

SENTENCES: Mapping[str, str | Mapping[str, str]] = {
    "files.accept": "Put the old file back, and take the new one in with `bassin accept {file} "
    "COPY`.",
    "files.anchor": "Write them with `bassin anchor {file}`.",
    "files.anchors": "the anchors of sha256 {digest}",
    "files.absent": "no such file",
    "files.content": "sha256 {digest} ({size} bytes)",
    "files.dated": "{publisher}: {title} ({period})",
    "files.fault": "{file}: expected {expected}, found {found}. {cure}",
    "files.fetch_again": "Restore it with `git checkout`, or fetch it again (see data/README.md).",
    "files.list": "List it (see data/README.md), or remove it.",
    "files.list_anew": "Restore it with `git checkout`, or list the new edition "
    "(see data/README.md).",
    "files.nothing": "none",
    "files.page": "{publisher} ({dated})",
    "files.row": "a row in {manifest}",
    "files.undated_page": "{publisher}, no date",
    "files.undated": "{publisher}: {title}",
    "files.usual": "{licence} (usual)",
}
