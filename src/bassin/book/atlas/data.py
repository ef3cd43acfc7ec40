"""The tables of the atlas as files, each in two formats, and what describes them.

They are written beside those of the last time, and take their place once all are whole.
"""

from __future__ import annotations

import json
import time
from collections.abc import Sequence
from pathlib import Path

import pandas as pd

from bassin.book.atlas.package import descriptor
from bassin.book.packages import DESCRIPTOR, as_parquet
from bassin.errors import BuildError
from bassin.files.atomic import lock, remove, replace_folder, undisturbed
from bassin.files.root import project_root
from bassin.files.sources import Sources
from bassin.indicators import catalogue
from bassin.phrase import Phrase
from bassin.show import coverage
from bassin.topics.atlas.tables import Atlas, wide
from bassin.topics.atlas.years import Years, has_years
from bassin.words import called, spaced, told, write

#: Folder of the atlas, and that of its data in it.
ATLAS = Path("_build", "atlas")
DATA = "data"
LOCK = ".data.lock"


def write_data(root: Path | None = None) -> Path:
    """Write the tables of the atlas into ``_build/atlas/data``, and their description.

    Parameters
    ----------
    root : Path, optional
        Folder of the project; the current one by default.

    Returns
    -------
    Path
        Their folder.

    Raises
    ------
    BuildError
        If they cannot be written.
    LockedError
        If another process writes them.
    SourceError
        If a raw file is not the one listed.
    """
    start = time.monotonic()
    root = Path(root or project_root()).resolve()
    folder = root / ATLAS
    with lock(folder / LOCK, write(Phrase("atlas.writing"))):
        beside = folder / f".{DATA}"
        try:
            remove(beside)
            beside.mkdir(parents=True)
            sources = Sources(root / "data")
            tables = made(sources)
            for name, table in tables.items():
                (beside / f"{name}.csv").write_bytes(as_csv(table))
                (beside / f"{name}.parquet").write_bytes(as_parquet(table))
            said = json.dumps(descriptor(sources, tables, beside), ensure_ascii=False, indent=1)
            (beside / DESCRIPTOR).write_text(f"{said}\n", encoding="utf-8", newline="")
            with undisturbed():
                replace_folder(folder / DATA, beside)
        except OSError as error:
            raise BuildError(f"The data of the atlas could not be written: {error}") from error
    counted = {
        "n": int(tables["values"]["value"].notna().sum()),
        "indicators": len(tables["indicators"]),
        "places": len(tables["places"]),
    }
    spent = time.monotonic() - start
    print(write(Phrase("atlas.written", folder=str(folder / DATA), seconds=spent, **counted)))
    return folder / DATA


def made(sources: Sources) -> dict[str, pd.DataFrame]:
    """The tables of the atlas, by name.

    Returns
    -------
    dict
        ``values``: as :meth:`bassin.topics.atlas.tables.Atlas.rows`; ``values_by_perimeter``: as
        :meth:`bassin.topics.atlas.years.Years.rows`, where the lists of EPCI by year are at hand;
        ``places_by_indicator``: as
        :func:`bassin.topics.atlas.tables.wide`; ``places``: as
        :func:`bassin.topics.atlas.places.places`; ``indicators``: what each declares of itself, in
        words.
    """
    atlas = Atlas(sources)
    rows = atlas.rows()
    named = {name: called(name) for name in atlas.places.loc["france", "name"]}
    rows["name"] = rows["name"].replace(named)
    places = atlas.places.reset_index()
    places["name"] = places["name"].replace(named)
    more = {"values_by_perimeter": Years(sources).rows()} if has_years(sources) else {}
    return {
        "values": rows,
        **more,
        "places_by_indicator": wide(rows),
        "places": places,
        "indicators": indicators(sources, atlas.keys),
    }


def indicators(sources: Sources, keys: Sequence[str]) -> pd.DataFrame:
    """What some indicators declare of themselves, a row each: the key, then words.

    Parameters
    ----------
    sources : Sources
    keys : sequence of str

    Returns
    -------
    DataFrame
        ``indicator``, ``label``, ``counts``, ``unit``, ``better``, ``added``, ``vintage``,
        ``since``, ``until``, ``geography`` (date of the communes of its file), ``where``,
        ``masked``, ``publishers``, ``licences``, ``files``.
    """
    about = catalogue.at_hand(sources)
    said = coverage.declared(sources).set_axis(list(about), axis=0).loc[list(keys)]
    about = {key: about[key] for key in keys}
    listed = {key: sources.manifest.loc[sorted(one.files(sources))] for key, one in about.items()}
    return pd.DataFrame(
        {
            "indicator": said.index,
            "label": said["indicator"],
            "counts": said["counts"],
            "unit": said["unit"],
            "better": said["better"],
            "added": said["added"],
            "vintage": [one.vintage for one in about.values()],
            "since": [one.since for one in about.values()],
            "until": [one.until for one in about.values()],
            "geography": [one.geography for one in about.values()],
            "where": said["where"],
            "masked": said["masked"],
            "publishers": [_once(files, "publisher") for files in listed.values()],
            "licences": [_once(files, "licence") for files in listed.values()],
            "files": said["files"],
        }
    ).reset_index(drop=True)


def _once(files: pd.DataFrame, column: str) -> str:
    return spaced("; ".join(dict.fromkeys(map(told, files[column]))))


def as_csv(table: pd.DataFrame) -> bytes:
    """A table as UTF-8, a comma between cells, each number to its last bit, nothing where missing.

    Examples
    --------
    >>> as_csv(pd.DataFrame({"code": ["01"], "value": [float("nan")]})).decode().split()
    ['code,value', '01,']
    """
    written: str = table.to_csv(index=False, lineterminator="\n")
    return written.encode()
