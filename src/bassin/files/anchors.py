"""What the tables read from a raw file held when it was accepted.

``data/anchors/<file>.json`` keeps, for each reader of a file and each column it gives: rows,
blanks, zeros, least and most, quartiles, sum, the values of a few named rows, the counts of the
words of a short vocabulary, the box of coordinates. It is written when a file is accepted, and
reviewed in version control.
"""

from __future__ import annotations

import json
import math
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pandas as pd
from pandas.api.types import is_bool_dtype, is_numeric_dtype

from bassin.errors import SourceError

#: Folder of the anchors in ``data/``.
ANCHORS = "anchors"
#: The commune whose values are kept first, and how many rows are kept in all.
FIRST_PLACE, PLACES = "30007", 5
#: A text column with fewer different words than this has them counted.
VOCABULARY = 30

Anchor = Mapping[str, Any]


# -- What a table holds ---------------------------------------------------------------------------


def anchor(table: pd.DataFrame) -> dict[str, Any]:
    """What is kept of a table.

    Parameters
    ----------
    table : DataFrame or GeoDataFrame
        As a reader gives it, indexed by what names its rows.

    Returns
    -------
    dict
        ``rows``; ``columns``, by name: ``blank`` (rows without a value) and, of numbers, ``zero``
        (rows), ``least``, ``q1``, ``median``, ``q3``, ``most``, ``sum``; of texts, ``different``,
        and ``words`` (rows of each) where they are few; of geometries, ``box``; ``places``: the
        values of a few rows by name, where the rows have names.

    Examples
    --------
    >>> found = anchor(pd.DataFrame({"people": [10.0, 0.0]}, index=["30001", "30007"]))
    >>> found["rows"], found["columns"]["people"]["sum"], found["columns"]["people"]["zero"]
    (2, 10.0, 1)
    >>> found["columns"]["people"]["places"]
    {'30007': 0.0, '30001': 10.0}
    """
    kept = _kept_rows(table.index)
    columns = {str(name): _column(table.iloc[:, at], kept) for at, name in enumerate(table)}
    return {"rows": len(table), "columns": columns}


def _kept_rows(index: pd.Index) -> dict[str, int]:
    """Names of a few rows and where they stand: none where the rows are only numbered."""
    if isinstance(index, pd.RangeIndex) or not len(index):
        return {}
    step = max(1, (len(index) - 1) // (PLACES - 1))
    spread = list(range(0, len(index), step))[:PLACES]
    first = index.get_level_values(0)
    town = [int(at) for at in (first == FIRST_PLACE).nonzero()[0][:1]]
    return {name_of(index[at]): at for at in [*town, *spread][:PLACES]}


def name_of(label: object) -> str:
    """Name of a row: its code, or the parts of its key."""
    return " | ".join(map(str, label)) if isinstance(label, tuple) else str(label)


def _column(values: pd.Series, kept: Mapping[str, int]) -> dict[str, Any]:
    found: dict[str, Any] = {"blank": int(values.isna().sum())}
    if hasattr(values, "geom_type"):
        box = values.total_bounds if len(values) else []
        unit = "degrees" if values.crs is not None and values.crs.is_geographic else "metres"
        return {**found, "box": [_short(v) for v in box], "unit": unit}
    if is_numeric_dtype(values) and not is_bool_dtype(values):
        numbers = values.astype(float)
        quartiles = numbers.quantile([0, 0.25, 0.5, 0.75, 1])
        names = ("least", "q1", "median", "q3", "most")
        found |= {"zero": int((numbers == 0).sum())}
        found |= {name: _short(v) for name, v in zip(names, quartiles, strict=True)}
        found["sum"] = _short(float(numbers.sum()))
    else:
        words = values.dropna().astype(str)
        different = int(words.nunique())
        found["different"] = different
        if 0 < different < VOCABULARY:
            found["words"] = {str(w): int(n) for w, n in words.value_counts().sort_index().items()}
    if kept:
        found["places"] = {name: _cell(values.iloc[at]) for name, at in kept.items()}
    return found


def _cell(value: Any) -> Any:
    if isinstance(value, str):
        return value
    if value is None or value is pd.NA or (isinstance(value, float) and math.isnan(value)):
        return None
    if isinstance(value, bool):
        return value
    try:
        return _short(float(value))
    except (TypeError, ValueError):
        return str(value)


def _short(value: float) -> float | None:
    """Nine digits: enough to tell a change, few enough for every processor to agree."""
    return None if math.isnan(value) else float(f"{value:.9g}")


# -- On disk --------------------------------------------------------------------------------------


def path_of(root: Path, file: str) -> Path:
    """Where the anchors of a raw file are kept, under the ``data/`` folder."""
    return root / ANCHORS / f"{file}.json"


def read(root: Path, file: str) -> Anchor | None:
    """Anchors of a raw file: ``sha256``; ``tables``, by call of a reader; ``None`` where none are.

    Raises
    ------
    SourceError
        If they are no JSON, or lack one of the two.
    """
    path = path_of(root, file)
    if not path.is_file():
        return None
    try:
        held: Anchor = json.loads(path.read_text(encoding="utf-8"))
        _ = held["sha256"], held["tables"].items()
    except (ValueError, KeyError, TypeError, AttributeError) as error:
        raise SourceError(f"{path}: no anchors ({error}). Restore it from git.") from error
    return held


def text(sha256: str, tables: Mapping[str, Anchor]) -> str:
    """Anchors as they are written."""
    return dumped({"sha256": sha256, "tables": dict(tables)})


def dumped(held: Mapping[str, Any]) -> str:
    """Anchors as text: a line a column, so that a reviewer sees which moved."""
    lines = [f' "sha256": {json.dumps(held["sha256"])}']
    if held.get("accepted"):
        lines.append(f' "accepted": {json.dumps(held["accepted"], ensure_ascii=False)}')
    tables = []
    for call in sorted(held["tables"]):
        kept = held["tables"][call]
        columns = ",\n".join(
            f"   {json.dumps(name, ensure_ascii=False)}: "
            f"{json.dumps(kept['columns'][name], ensure_ascii=False, sort_keys=True)}"
            for name in kept["columns"]
        )
        rows = json.dumps({"rows": kept["rows"], "columns": {}}).removesuffix("}}")
        head = f"  {json.dumps(call, ensure_ascii=False)}: {rows}"
        tables.append(f"{head}\n{columns}\n  }}}}" if columns else f"{head}}}}}")
    lines.append(' "tables": {\n' + ",\n".join(tables) + "\n }" if tables else ' "tables": {}')
    return "{\n" + ",\n".join(lines) + "\n}\n"
