"""The data of every figure, map and table of a book, as files that say what they are.

``data/`` in the site has a CSV of each, with a byte order mark, by which Excel reads its accents;
beside it a JSON of its columns, units, sources and licence, and the figure as SVG; and one Parquet
of all. ``datapackage.json`` describes them all, as a Frictionless Data Package.
"""

from __future__ import annotations

import io
import json
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from html import escape
from pathlib import Path
from typing import Any

import pandas as pd
import yaml

from bassin.book import packages
from bassin.book.offered.shown import Shown
from bassin.files.atomic import write_text
from bassin.files.manifest import COLUMNS, MANIFEST
from bassin.files.sources import Sources
from bassin.phrase import Phrase
from bassin.show import cells
from bassin.words import write as written

FOLDER = "data"
#: Every cell of every table, a row each.
WHOLE = "exhibits"
#: Of a CSV: by it, Excel takes the file for the UTF-8 that it is.
ENCODING = "utf-8-sig"
_NAME = r"(?P<name>(?:fig|map|tab)-[a-z0-9-]+)\.csv"
_KEPT = re.compile(rf"(?P<up>(?:\.\./)*)_downloads/[0-9a-f]{{32}}/{_NAME}")
_LINK = re.compile(
    rf'(?P<link><p class="bassin-download"><a [^>]*href="(?P<up>[./]*){FOLDER}/{_NAME}">.*?</a>)'
)


def write(root: Path, html: Path, every: Sequence[Shown]) -> list[dict[str, Any]]:
    """Write the data of a book, and lead its pages to them.

    Parameters
    ----------
    root : Path
        Folder of the project.
    html : Path
        Folder of its written pages.
    every : sequence of Shown

    Returns
    -------
    list of dict
        The resources of its data package.
    """
    folder = html / FOLDER
    folder.mkdir(exist_ok=True)
    manifest = _manifest(root)
    described = []
    for one in every:
        path = folder / f"{one.name}.csv"
        path.write_bytes(one.payload["csv"].encode(ENCODING))
        if one.payload["svg"] is not None:
            write_text(folder / f"{one.name}.svg", one.payload["svg"])
        about = describe(one, path, html, manifest)
        _write_json(folder / f"{one.name}.json", about)
        described.append(about)
    settings = yaml.safe_load((root / "_config.yml").read_text(encoding="utf-8"))
    if every:
        whole = folder / f"{WHOLE}.parquet"
        whole.write_bytes(packages.as_parquet(in_rows(every)))
        described.append(_of_whole(whole, html))
    used = {file for one in every for file in one.payload["files"]}
    descriptor = packages.package(
        "bassin-book",
        settings["title"],
        written(Phrase("offered.package")),
        sources=_sources(manifest, used),
        resources=described,
    )
    _write_json(html / packages.DESCRIPTOR, descriptor)
    _lead(html, {one.name for one in every})
    return described


def _manifest(root: Path) -> pd.DataFrame:
    """The list of raw files; of no row where a project has none."""
    path = root / "data" / MANIFEST
    if path.stat().st_size:
        return Sources(root / "data").manifest
    return pd.DataFrame(columns=[*COLUMNS], dtype="str").set_index("file")


def describe(one: Shown, path: Path, html: Path, manifest: pd.DataFrame) -> dict[str, Any]:
    """Describe the data of a figure, map or table.

    Parameters
    ----------
    one : Shown
    path : Path
        Of its CSV.
    html : Path
        Folder of the site.
    manifest : DataFrame
        As :attr:`bassin.files.sources.Sources.manifest`.

    Returns
    -------
    dict
        A tabular data resource. Its sources are the raw files that were read to make it, and what
        was typed in, by its path.
    """
    rows = packages.listed(manifest, one.payload["files"])
    said = packages.resource(
        path,
        html,
        one.name,
        title=" ".join([one.number, one.title]).strip(),
        description=one.payload["alt"],
        page=f"{one.page}.html#{one.name}",
        sources=_sources(manifest, one.payload["files"]),
        schema={"fields": one.payload["fields"], "missingValues": [""]},
    )
    return said | {"licenses": [packages.licence_of(rows)]}


def _sources(manifest: pd.DataFrame, files: Iterable[str]) -> list[dict[str, str]]:
    listed = packages.listed(manifest, files)
    typed = sorted(set(files) - set(listed.index))
    return [
        *(packages.source(str(file), row) for file, row in listed.iterrows()),
        *({"title": written(Phrase("offered.typed", file=file)), "file": file} for file in typed),
    ]


def _of_whole(path: Path, html: Path) -> dict[str, Any]:
    fields = {
        "exhibit": "string",
        "row": "integer",
        "field": "string",
        "unit": "string",
        "number": "number",
        "text": "string",
    }
    return packages.resource(
        path,
        html,
        WHOLE,
        title=written(Phrase("offered.whole")),
        licenses=[packages.OPEN_LICENCE, packages.SHARED_ALIKE],
        schema={
            "fields": [{"name": name, "type": kind} for name, kind in fields.items()],
            "primaryKey": ["exhibit", "row", "field"],
        },
    )


def in_rows(every: Iterable[Shown]) -> pd.DataFrame:
    """Every cell of the data of a book.

    Returns
    -------
    DataFrame
        ``exhibit`` (its name), ``row`` (from 0), ``field`` (name of the column), ``unit`` (may be
        empty), ``number`` (missing where the cell is none), ``text`` (where it is no number). A
        column that comes twice in a table has a point and its rank the second time; cells without
        a value have no row.
    """
    found = [cell for one in every for cell in _cells(one)]
    table = pd.DataFrame(found, columns=["exhibit", "row", "field", "unit", "number", "text"])
    return table.astype({"row": "int64", "number": "float64"})


def _cells(one: Shown) -> Iterator[tuple[str, int, str, str, float | None, str]]:
    table = cells.read(io.StringIO(one.payload["csv"]))
    for rank, field in enumerate(one.payload["fields"]):
        is_number, unit = field["type"] in ("integer", "number"), field.get("unit", "")
        name = str(table.columns[rank])
        for row, cell in enumerate(table.iloc[:, rank].tolist()):
            if cell:
                number, text = (float(cell), "") if is_number else (None, cell)
                yield one.name, row, name, unit, number, text


def _write_json(path: Path, content: Mapping[str, Any]) -> None:
    write_text(path, json.dumps(content, ensure_ascii=False, indent=1) + "\n")


def _lead(html: Path, names: set[str]) -> None:
    """Lead the pages to the data, where they have addresses that stay, and to what is beside."""

    def moved(found: re.Match[str]) -> str:
        name = found["name"]
        return f"{found['up']}{FOLDER}/{name}.csv" if name in names else found[0]

    def beside(found: re.Match[str]) -> str:
        links = [found["link"]]
        kinds = {
            "svg": f"{FOLDER}/{found['name']}.svg",
            "png": f"_images/{found['name']}.png",
            "about": f"{FOLDER}/{found['name']}.json",
        }
        for kind, address in kinds.items():
            if (html / address).is_file():
                words = escape(written(Phrase(f"offered.{kind}")))
                links.append(f'<a download="" href="{found["up"]}{address}">{words}</a>')
        return " · ".join(links)

    for path in sorted(html.rglob("*.html")):
        if not path.is_relative_to(html / "_static"):
            text = path.read_text(encoding="utf-8")
            led = _LINK.sub(beside, _KEPT.sub(moved, text))
            if led != text:
                write_text(path, led)
    for path in sorted(html.glob("_downloads/*/*.csv")):
        if path.stem in names:
            path.unlink()
            if not any(path.parent.iterdir()):
                path.parent.rmdir()
