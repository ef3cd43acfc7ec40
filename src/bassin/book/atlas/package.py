"""What the data of the atlas are, in the words of a Frictionless Data Package.

Beside its properties, under names of their own, are the unit, vintage and geography of an
indicator, and how many communes are missing or masked.
"""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pandas as pd

from bassin.book.packages import MEDIA, package, resource, source
from bassin.files.sources import Sources
from bassin.phrase import Phrase
from bassin.topics.atlas.tables import COUNTS, STATUSES
from bassin.words import called, write

#: Type of a column of pandas to that of a field.
_TYPES = {"i": "integer", "u": "integer", "f": "number", "O": "string", "b": "boolean"}
_KEYS: Mapping[str, list[str]] = {
    "values": ["indicator", "kind", "code"],
    "values_by_perimeter": ["code", "since", "indicator"],
    "places_by_indicator": ["kind", "code"],
    "places": ["kind", "code"],
    "indicators": ["indicator"],
}


def descriptor(
    sources: Sources, tables: Mapping[str, pd.DataFrame], folder: Path
) -> dict[str, Any]:
    """Describe tables and their files.

    Parameters
    ----------
    sources : Sources
    tables : mapping
        As :func:`bassin.book.atlas.data.made`.
    folder : Path
        Where each lies, as CSV and as Parquet.

    Returns
    -------
    dict
        A descriptor: plain values, for JSON.
    """
    about = tables["indicators"].set_index("indicator")
    states = _states(tables["values"])
    said = {key: _said(row, states.loc[str(key)]) for key, row in about.iterrows()}
    return package(
        "bassin-atlas",
        write(Phrase("atlas.package")),
        write(Phrase("atlas.package.about")),
        sources=_sources(sources, about),
        resources=[
            _resource(name, table, folder / f"{name}.{end}", said)
            for name, table in tables.items()
            for end in MEDIA
        ],
    )


def _states(values: pd.DataFrame) -> pd.DataFrame:
    """Communes of France by state, an indicator a row: with a value, missing, masked, merged."""
    france = values[values["kind"] == "france"].set_index("indicator")
    return france[COUNTS]


def _sources(sources: Sources, about: pd.DataFrame) -> list[dict[str, str]]:
    """Publisher and title of each file that the indicators are read from."""
    files = sources.manifest
    told = about["files"].str.cat(sep="; ")
    read = [file for file in files.index if str(file) in told or _of_series(str(file), told)]
    return [source(str(file), files.loc[file]) for file in read]


def _of_series(file: str, told: str) -> bool:
    """Whether a file is one of a series, which is told by its pattern."""
    head, _, tail = file.rpartition("_")
    return f"{head}_*" in told and bool(tail)


def _said(about: pd.Series, states: pd.Series) -> dict[str, Any]:
    """What a field says of the indicator that is in it."""
    return {
        "title": about["label"],
        "description": about["counts"],
        "unit": about["unit"],
        "publisher": about["publishers"],
        "licence": about["licences"],
        "vintage": about["vintage"],
        "since": int(about["since"]),
        "until": int(about["until"]),
        "geography": about["geography"],
        "field": about["where"],
        "communes": {name: int(n) for name, n in states.items()},
    }


def _resource(
    name: str, table: pd.DataFrame, path: Path, said: Mapping[str, Mapping[str, Any]]
) -> dict[str, Any]:
    return resource(
        path,
        path.parent,
        f"{name}-{path.suffix[1:]}".replace("_", "-"),
        title=called(f"atlas.table.{name}"),
        rows=len(table),
        schema=_schema(name, table, said),
    )


def _schema(
    name: str, table: pd.DataFrame, said: Mapping[str, Mapping[str, Any]]
) -> dict[str, Any]:
    schema: dict[str, Any] = {
        "fields": [_field(str(column), table[column], said) for column in table],
        "missingValues": [""],
        "primaryKey": _KEYS[name],
    }
    if name in ("values", "places_by_indicator"):
        schema["foreignKeys"] = [_key_to("places", ["kind", "code"])]
    if name.startswith("values"):
        schema.setdefault("foreignKeys", []).append(_key_to("indicators", ["indicator"]))
    return schema


def _key_to(table: str, fields: list[str]) -> dict[str, Any]:
    return {"fields": fields, "reference": {"resource": f"{table}-csv", "fields": fields}}


def _field(name: str, column: pd.Series, said: Mapping[str, Mapping[str, Any]]) -> dict[str, Any]:
    field: dict[str, Any] = {"name": name, "type": _TYPES[column.dtype.kind]}
    field |= said.get(name) or {"description": called(f"atlas.field.{name}")}
    if name == "status":
        field["constraints"] = {"enum": list(STATUSES), "required": True}
        field["statuses"] = {one: called(f"atlas.status.{one}") for one in STATUSES}
    return field
