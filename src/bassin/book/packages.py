"""What a file of data says of itself, in the words of a Frictionless Data Package.

The specification is that of version 1 (tabular data package); its properties are those of version 2
too. What it has no property for (unit, vintage, hash of a source) is beside them, under names of
its own.
"""

from __future__ import annotations

import io
from collections.abc import Iterable
from hashlib import sha256
from pathlib import Path
from typing import Any

import pandas as pd
import pyarrow as pa
import pyarrow.parquet as pq

from bassin import __version__
from bassin.files.sources import SHARE_ALIKE
from bassin.words import told

#: Name of the file that describes a package.
DESCRIPTOR = "datapackage.json"
#: Format to its media type.
MEDIA = {"csv": "text/csv", "parquet": "application/vnd.apache.parquet"}
OPEN_LICENCE = {
    "name": "etalab-2.0",
    "path": "https://www.etalab.gouv.fr/licence-ouverte-open-licence/",
    "title": "Licence Ouverte 2.0 (Etalab)",
}
#: Of what rests on a source that asks for what is made from it to be shared alike.
SHARED_ALIKE = {
    "name": "ODbL-1.0",
    "path": "https://opendatacommons.org/licenses/odbl/1-0/",
    "title": "Open Database License 1.0",
}


def package(name: str, title: str, description: str, **properties: Any) -> dict[str, Any]:
    """A descriptor; ``properties`` are its sources, its resources, and what else it says."""
    return {
        "profile": "data-package",
        "name": name,
        "title": title,
        "description": description,
        "version": __version__,
        "licenses": [OPEN_LICENCE],
        **properties,
    }


def resource(path: Path, folder: Path, name: str, **properties: Any) -> dict[str, Any]:
    """Describe a file.

    Parameters
    ----------
    path : Path
    folder : Path
        That of the descriptor.
    name : str
        Its name in the package.
    **properties
        ``title``, ``schema``, and what else it says.
    """
    end = path.suffix[1:]
    data = path.read_bytes()
    tabular = end == "csv"
    return {
        "name": name,
        "path": path.relative_to(folder).as_posix(),
        "profile": "tabular-data-resource" if tabular else "data-resource",
        "format": end,
        "mediatype": MEDIA[end],
        **({"encoding": "utf-8", "dialect": {"delimiter": ","}} if tabular else {}),
        "bytes": len(data),
        "hash": f"sha256:{sha256(data).hexdigest()}",
        **{"licenses": [OPEN_LICENCE], **properties},
    }


def source(file: str, row: pd.Series) -> dict[str, str]:
    """A raw file as a source: publisher, title, and what the list of files says of it, in words.

    Parameters
    ----------
    file : str
    row : Series
        Its row in ``data/sources.csv``.
    """
    said = {
        "title": f"{told(row['publisher'])}, {told(row['title'])}",
        "file": file,
        "path": row["page"],
        "vintage": told(row["period"]),
        "licence": told(row["licence"]),
        "sha256": row["sha256"],
    }
    return {key: str(text) for key, text in said.items() if str(text).strip("-")}


def licence_of(rows: pd.DataFrame) -> dict[str, str]:
    """Licence of what is made from some raw files, rows of ``data/sources.csv``."""
    alike = rows["licence"].str.startswith(SHARE_ALIKE)
    return SHARED_ALIKE if alike.any() else OPEN_LICENCE


def as_parquet(table: pd.DataFrame) -> bytes:
    """A table as Parquet: the same bytes from the same rows and the same libraries."""
    stream = io.BytesIO()
    rows = pa.Table.from_pandas(table, preserve_index=False).replace_schema_metadata(None)
    pq.write_table(rows, stream, compression="zstd")
    return stream.getvalue()


def listed(sources: pd.DataFrame, files: Iterable[str]) -> pd.DataFrame:
    """Rows of ``data/sources.csv`` of some files; a file that is not listed has none."""
    return sources.loc[sources.index.isin([*files])]
