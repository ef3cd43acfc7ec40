"""The record of an audit: verdicts, values, the inputs and libraries they came from.

``reproduction.json`` at the root is the record the frozen verdicts were last written down with. It
is kept in version control as the lock of the libraries is: without the inputs of then, nothing can
say which input moved a verdict. ``bassin audit --record`` writes it anew, once the errata tell of
each verdict that is another. It holds no time and no
path, and the same project gives the same bytes.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from importlib.metadata import version
from pathlib import Path
from typing import Any

import pandas as pd

from bassin.claims.corrected import untold
from bassin.claims.judging import moved
from bassin.errors import BassinError
from bassin.files.atomic import write_text
from bassin.files.sources import Sources, sha256
from bassin.files.transcribed import is_of_study, is_transcription, of_study
from bassin.read import printed
from bassin.read.printed import CLAIMS, ERRATA, MATCHES
from bassin.study import ALES_AGGLOMERATION, Study

NAME = "reproduction.json"
#: The libraries that read a raw file or compute with it.
LIBRARIES = (
    "bassin",
    "esda",
    "geopandas",
    "libpysal",
    "networkx",
    "numpy",
    "pandas",
    "pandera",
    "pyarrow",
    "pyogrio",
    "python-calamine",
    "scikit-learn",
    "scipy",
    "shapely",
)
#: Significant digits kept of a value: what two machines agree on.
DIGITS = 9
#: What a claim's row says that its verdict depends on.
_OF_THE_CLAIM = (
    *("kind", "published", "rounding", "rounds", "tolerance", "check"),
    *MATCHES,
)

Record = dict[str, dict[str, Any]]


class VerdictError(BassinError):
    """A verdict is not the frozen one."""


def of(table: pd.DataFrame, sources: Sources) -> Record:
    """Make the record of some verdicts.

    Parameters
    ----------
    table : DataFrame
        As :func:`bassin.claims.judging.verdicts`.
    sources : Sources
        The files the verdicts were made from.

    Returns
    -------
    dict
        ``verdicts`` (their counts), ``libraries`` (name to version), ``inputs`` (file to
        ``sha256`` and ``rows``), ``claims`` (identifier to verdict, grade, value, vintage, files,
        and what the list of claims says of it).
    """
    files = sorted({file for listed in table["files"] for file in listed})
    return {
        "verdicts": {str(name): int(n) for name, n in table["verdict"].value_counts().items()},
        "libraries": {name: version(name) for name in LIBRARIES},
        "inputs": inputs(files, sources),
        "claims": {str(name): _claim(row) for name, row in table.iterrows()},
    }


def inputs(files: Iterable[str], sources: Sources) -> dict[str, dict[str, Any]]:
    """SHA-256 and recorded number of rows of some files; rows of a transcription are not recorded.

    The list of claims is left out: the record holds its rows, claim by claim.
    """
    found: dict[str, dict[str, Any]] = {}
    for file in files:
        if is_of_study(file, CLAIMS):
            continue
        if is_transcription(file):
            found[file] = {"sha256": sha256(sources.transcription(file))}
        else:
            found[file] = {"sha256": sources.describe(file)["sha256"], "rows": sources.rows(file)}
    return found


def _claim(row: pd.Series) -> dict[str, Any]:
    value = bool(row["holds"]) if pd.notna(row["holds"]) else _rounded(row["found"])
    claim = {
        name: row[name] if isinstance(row[name], str) else _rounded(row[name])
        for name in _OF_THE_CLAIM
    }
    evidence = {name: row[name] for name in ("verdict", "grade", "vintage", "files")}
    return {**evidence, "value": value, **claim}


def _rounded(value: float) -> float | int | None:
    if pd.isna(value):
        return None
    kept = float(f"{value:.{DIGITS}g}")
    return int(kept) if kept.is_integer() else kept


def write(record: Record, path: Path) -> None:
    """Write a record: one line an entry, sorted, so that a change is one line of a difference."""
    parts = []
    for name, entries in record.items():
        lines = [
            f"  {json.dumps(key)}: {json.dumps(entries[key], ensure_ascii=False, sort_keys=True)}"
            for key in sorted(entries)
        ]
        parts.append(f' "{name}": {{\n' + ",\n".join(lines) + "\n }")
    write_text(path, "{\n" + ",\n".join(parts) + "\n}\n")


def read(path: Path) -> Record | None:
    """Read a record; ``None`` where there is none.

    Raises
    ------
    BassinError
        If it is no record.
    """
    if not path.is_file():
        return None
    try:
        record: Record = json.loads(path.read_text(encoding="utf-8"))
        return {name: record[name] for name in ("verdicts", "libraries", "inputs", "claims")}
    except (ValueError, KeyError, TypeError) as error:
        cure = "Restore it from git, or write it anew with `bassin audit --record`."
        raise BassinError(f"{path}: not the record of an audit ({error!r}). {cure}") from error


def what_moved(claim: str, before: Record | None, now: Record) -> str:
    """Say what changed, since a record, of all that a claim's verdict depends on.

    Parameters
    ----------
    claim : str
        Its identifier.
    before : Record or None
        The record the verdict was frozen with, where there is one.
    now : Record
        As :func:`of`, of today.

    Returns
    -------
    str
        A sentence: its row in the list of claims, the files whose content differs or that it did
        not use before, the libraries; or that nothing of it did, so that the code has changed.
    """
    then = before["claims"].get(claim) if before else None
    if before is None or then is None:
        return "It is not in the record, so what moved it is not known."
    today = now["claims"][claim]
    parts = [
        f"{CLAIMS} ({name} {then[name]} -> {today[name]})"
        for name in _OF_THE_CLAIM
        if then[name] != today[name]
    ]
    parts += _files_moved(then["files"], today["files"], before["inputs"], now["inputs"])
    if not parts:
        parts = [
            f"{name} {before['libraries'].get(name, 'absent')} -> {held}"
            for name, held in now["libraries"].items()
            if before["libraries"].get(name) != held
        ]
    if parts:
        return f"Moved by: {'; '.join(parts)}."
    return (
        f"None of its {len(today['files'])} input(s) has changed since the record, nor a library: "
        "the code has."
    )


def _files_moved(
    then: list[str], today: list[str], before: Mapping[str, Any], now: Mapping[str, Any]
) -> list[str]:
    parts = []
    for file in today:
        old, new = before.get(file), now.get(file)
        if file not in then:
            parts.append(f"{file} (not used before)")
        elif old != new and old and new:
            said = f"sha256 {old['sha256'][:12]} -> {new['sha256'][:12]}"
            if old.get("rows") != new.get("rows"):
                said += f", rows {old['rows']} -> {new['rows']}"
            parts.append(f"{file} ({said})")
    return parts + [f"{file} (no longer used)" for file in then if file not in today]


def refuse_moved(table: pd.DataFrame, study: Study) -> None:
    """Refuse verdicts that are not the frozen ones.

    Parameters
    ----------
    table : DataFrame
        As :func:`bassin.claims.judging.verdicts`.
    study : Study
        The study of these claims. The record is of that of the book: of another the list of
        claims alone freezes the verdicts.

    Raises
    ------
    VerdictError
        One paragraph a claim: from what to what, its value then and now, and which input moved it.
        Also if a verdict is not that of the record, and no erratum tells of it.
    """
    root, own = study.sources.root.parent, study.epci == ALES_AGGLOMERATION
    faults, before = moved(table), read(root / NAME) if own else None
    if faults.empty:
        _refuse_untold(table, before, study)
        return
    now = of(table, study.sources)
    lines = [f"{len(faults)} verdict(s) of {of_study(study.epci, CLAIMS)} have changed:"]
    for claim, row in faults.iterrows():
        lines.append(
            f"{claim} ({row['chapter']}): {row['expected']} -> {row['verdict']}. "
            f"{_values(str(claim), before, now)}{what_moved(str(claim), before, now)}"
        )
    lines.append(
        "If the change is right, write the new verdict in the column `expected`, then "
        "`bassin audit --record`."
    )
    raise VerdictError("\n".join(lines))


def _refuse_untold(table: pd.DataFrame, before: Record | None, study: Study) -> None:
    then = {name: claim["verdict"] for name, claim in (before or {}).get("claims", {}).items()}
    now = {str(name): str(verdict) for name, verdict in table["verdict"].items()}
    changes = {
        name: (then[name], verdict)
        for name, verdict in now.items()
        if then.get(name, verdict) != verdict
    }
    if not changes:
        return  # the errata are read by what shows them, and else only here
    told = printed.errata(study.sources, study.epci)
    lines = [
        f"{name}: {was} -> {verdict}, which {of_study(study.epci, ERRATA)} does not tell."
        for name, (was, verdict) in untold(changes, told).items()
    ]
    if lines:
        cure = "Add a row for each: the day, the claim, from what, to what, and why."
        raise VerdictError("\n".join([*lines, cure]))


def _values(claim: str, before: Record | None, now: Record) -> str:
    old = before["claims"].get(claim, {}).get("value") if before else None
    new = now["claims"][claim]["value"]
    return "" if old is None or old == new else f"Value {old} -> {new}. "


def differences(before: Record, now: Record) -> list[str]:
    """Entries in which two records differ, as ``section: entry``."""
    return [
        f"{section}: {key}"
        for section in now
        for key in sorted(before[section].keys() | now[section].keys())
        if before[section].get(key) != now[section].get(key)
    ]
