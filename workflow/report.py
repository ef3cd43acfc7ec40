"""What became of each file that a run of the workflow was to make."""

from __future__ import annotations

import csv
import sys
from collections.abc import Iterable, Mapping
from pathlib import Path

COLUMNS = ("file", "outcome", "reason")
MADE, FAILED, NOT_RUN = "made", "failed", "not run"


def outcomes(logs: Mapping[str, str]) -> list[tuple[str, str, str]]:
    """Whether each file is there; if not, the last line of its log, or that there is no log.

    Parameters
    ----------
    logs : mapping
        File to be made to the log of the job that makes it.

    Returns
    -------
    list of (str, str, str)
        As :data:`COLUMNS`, in the order of the files.
    """
    return [(path, *_outcome(Path(path), Path(log))) for path, log in logs.items()]


def _outcome(path: Path, log: Path) -> tuple[str, str]:
    if path.is_file():
        return MADE, ""
    if not log.is_file():
        return NOT_RUN, ""
    told = [line for line in log.read_text(encoding="utf-8", errors="replace").splitlines() if line]
    # The last line of a summary counts what failed; the reason stands before it.
    reasons = [line for line in told if not line.endswith("1 of 1 failed")]
    return FAILED, (reasons or told or ["its log is empty"])[-1]


def write(path: Path, found: Iterable[tuple[str, str, str]]) -> None:
    """Write a report, and tell what is missing.

    Parameters
    ----------
    path : Path
    found : iterable of (str, str, str)
        As :func:`outcomes`.
    """
    rows = list(found)
    path.parent.mkdir(parents=True, exist_ok=True)
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file, lineterminator="\n")
        writer.writerows([COLUMNS, *rows])
    missing = [row for row in rows if row[1] != MADE]
    for file, outcome, reason in missing:
        print(f"{file}: {outcome}. {reason}".rstrip(), file=sys.stderr)
    print(f"{len(rows) - len(missing)} of {len(rows)} made; {path}", file=sys.stderr)
