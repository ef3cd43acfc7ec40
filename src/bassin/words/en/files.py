"""Words of the raw files: how they are cited, and what is wrong with them."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

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
    "files.spoiled.all": "all",
    "files.spoiled.blank": "values left out: one, a third",
    "files.spoiled.bytes": "other bytes: none, an error page, one in ten thousand",
    "files.spoiled.cell": "one value ten times as large",
    "files.spoiled.codes": "codes exchanged, unknown, or without their zero",
    "files.spoiled.column_twice_in_the_header": "a name twice in the header",
    "files.spoiled.columns_exchanged": "two columns exchanged",
    "files.spoiled.container": "another format or encoding under the same name",
    "files.spoiled.coordinates": "coordinates exchanged, moved, of another system",
    "files.spoiled.cut": "cut: in half, in the last cell",
    "files.spoiled.digits": "numbers written another way",
    "files.spoiled.factor": "a whole column multiplied or divided by 1.4",
    "files.spoiled.part_of_the_rows": "a column of some rows alone: a departement, a tenth",
    "files.spoiled.precision": "decimals or last digits rounded away",
    "files.spoiled.rows": "a row twice",
    "files.spoiled.rows_lost": "rows lost: one, a tenth, a departement, all",
    "files.spoiled.shifted_by_a_row": "a column shifted by a row",
    "files.spoiled.unit": "another unit: thousands, francs, fractions",
    "files.undated": "{publisher}: {title}",
    "files.usual": "{licence} (usual)",
}

EXHIBITS: Mapping[str, Mapping[str, Any]] = {
    "tab-files": {
        "caption": "Every raw file: what it is, its licence, and where this copy was found.",
        "source": "data/sources.csv",
        "labels": {
            "what": "Publisher, title, period",
            "status": "Status",
            "licence": "Licence",
            "obtained_from": "Copy found at",
        },
    },
}
