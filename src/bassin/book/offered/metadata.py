"""What machines read of a book: for Zenodo, CodeMeta and RO-Crate, all from ``CITATION.cff``."""

from __future__ import annotations

import datetime
import json
import tomllib
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

import pandas as pd

from bassin.book.environment import source_date
from bassin.book.offered.citing import load
from bassin.book.packages import OPEN_LICENCE, SHARED_ALIKE, licence_of, listed, source
from bassin.files.atomic import write_text
from bassin.files.sources import Sources
from bassin.phrase import Phrase
from bassin.words import write as written

#: Files at the root of the project that are written by ``tools/metadata.py``.
ZENODO, CODEMETA = ".zenodo.json", "codemeta.json"
CRATE = "ro-crate-metadata.json"
_SPDX = "https://spdx.org/licenses/"
_TEXT = "https://creativecommons.org/licenses/by/4.0/"
_CODE = "#bassin"


def zenodo(root: Path) -> dict[str, Any]:
    """What Zenodo is to say of a release, as its ``.zenodo.json``."""
    about = load(root)
    return {
        "title": about["title"],
        "upload_type": "software",
        "description": about["abstract"].strip(),
        "creators": [{"name": _name(one)} for one in about["authors"]],
        "version": str(about["version"]),
        "license": about["license"],
        "keywords": about.get("keywords", []),
        "language": "eng",
        "related_identifiers": [
            {"identifier": study["isbn"], "relation": "references", "scheme": "isbn"}
            for study in about.get("references", [])
            if "isbn" in study
        ],
    }


def codemeta(root: Path) -> dict[str, Any]:
    """What the code is, as CodeMeta 2.0 has it."""
    about = load(root)
    project = tomllib.loads((root / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    return {
        "@context": "https://doi.org/10.5063/schema/codemeta-2.0",
        "@type": "SoftwareSourceCode",
        "identifier": project["name"],
        "name": about["title"],
        "description": about["abstract"].strip(),
        "version": str(about["version"]),
        "license": f"{_SPDX}{about['license']}",
        "author": [_agent(one) for one in about["authors"]],
        "keywords": about.get("keywords", []),
        "programmingLanguage": "Python",
        "runtimePlatform": f"Python {project['requires-python']}",
        "softwareRequirements": list(project["dependencies"]),
        "citation": [
            {
                "@type": "Book",
                "name": study["title"],
                "isbn": study.get("isbn", ""),
                "author": [_agent(one) for one in study["authors"]],
            }
            for study in about.get("references", [])
        ],
    }


def crate(root: Path, resources: Sequence[Mapping[str, Any]]) -> dict[str, Any]:
    """A built book as an RO-Crate 1.1: what went in, what came out, and by which code.

    Parameters
    ----------
    root : Path
        Folder of the project.
    resources : sequence of dict
        Of its data package, those of the exhibits: paths are from the root of the site.

    Returns
    -------
    dict
        JSON-LD. An input is a row of ``data/sources.csv``, by its hash and licence: the file itself
        is in the project and not in the site. An output is the CSV of an exhibit.
    """
    about = load(root)
    manifest = Sources(root / "data").manifest
    day = datetime.datetime.fromtimestamp(int(source_date(root)), datetime.UTC).date()
    inputs = [_input(str(file), row) for file, row in manifest.iterrows()]
    outputs = [_output(one, manifest) for one in resources]
    parts = [{"@id": one["@id"]} for one in outputs]
    return {
        "@context": "https://w3id.org/ro/crate/1.1/context",
        "@graph": [
            {
                "@id": CRATE,
                "@type": "CreativeWork",
                "conformsTo": {"@id": "https://w3id.org/ro/crate/1.1"},
                "about": {"@id": "./"},
            },
            {
                "@id": "./",
                "@type": "Dataset",
                "name": about["title"],
                "description": about["abstract"].strip(),
                "version": str(about["version"]),
                "datePublished": str(about.get("date-released", day)),
                "license": {"@id": _TEXT},
                "author": [{"@id": f"#author-{n}"} for n in range(len(about["authors"]))],
                "hasPart": parts,
                "mentions": [{"@id": "#build"}],
            },
            *({"@id": f"#author-{n}", **_agent(one)} for n, one in enumerate(about["authors"])),
            {
                "@id": _CODE,
                "@type": "SoftwareSourceCode",
                "name": about["title"],
                "version": str(about["version"]),
                "license": {"@id": f"{_SPDX}{about['license']}"},
            },
            {
                "@id": "#build",
                "@type": "CreateAction",
                "name": written(Phrase("offered.build")),
                "instrument": {"@id": _CODE},
                "object": [{"@id": one["@id"]} for one in inputs],
                "result": parts,
            },
            *(
                {"@id": one["path"], "@type": "CreativeWork", "name": one["title"]}
                for one in (OPEN_LICENCE, SHARED_ALIKE)
            ),
            {"@id": _TEXT, "@type": "CreativeWork", "name": "CC-BY-4.0"},
            {
                "@id": f"{_SPDX}{about['license']}",
                "@type": "CreativeWork",
                "name": about["license"],
            },
            *inputs,
            *outputs,
        ],
    }


def write(root: Path, html: Path, resources: Sequence[Mapping[str, Any]]) -> None:
    """Write into a site what machines read of it."""
    exhibits = [one for one in resources if one["format"] == "csv"]
    for name, said in ((CODEMETA, codemeta(root)), (CRATE, crate(root, exhibits))):
        write_text(html / name, as_json(said))


def as_json(said: Mapping[str, Any]) -> str:
    """The text of a file of metadata."""
    return json.dumps(said, ensure_ascii=False, indent=2) + "\n"


def _input(file: str, row: pd.Series) -> dict[str, Any]:
    told = source(file, row)
    found: dict[str, Any] = {
        "@id": f"#data/raw/{file}",
        "@type": "CreativeWork",
        "name": told["title"],
        "identifier": f"sha256:{row['sha256']}",
        "contentSize": str(row["bytes"]),
        "usageInfo": told["licence"],
        "license": {"@id": licence_of(row.to_frame().T)["path"]},
    }
    if told.get("vintage"):
        found["temporalCoverage"] = row["period"]
    return found | ({"url": told["path"]} if "path" in told else {})


def _output(one: Mapping[str, Any], manifest: pd.DataFrame) -> dict[str, Any]:
    files = [each["file"] for each in one["sources"]]
    based = [{"@id": f"#data/raw/{file}"} for file in listed(manifest, files).index]
    return {
        "@id": one["path"],
        "@type": "File",
        "name": one["title"],
        "encodingFormat": one["mediatype"],
        "contentSize": str(one["bytes"]),
        "identifier": one["hash"],
        "license": {"@id": one["licenses"][0]["path"]},
        "isBasedOn": based,
    }


def _name(author: Mapping[str, str]) -> str:
    if "name" in author:
        return author["name"]
    return f"{author['family-names']}, {author['given-names']}"


def _agent(author: Mapping[str, str]) -> dict[str, str]:
    if "name" in author:
        return {"@type": "Organization", "name": author["name"]}
    names = {"familyName": author["family-names"], "givenName": author["given-names"]}
    return {"@type": "Person", **names}
