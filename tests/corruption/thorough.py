"""Spoil the file of every call of every reader in every way: it takes hours, and can be cut.

``python -m tests.corruption.thorough CASES`` notes each case in a file of lines, and goes on where
it was cut. With ``--count``, it writes the counts of that file to ``data/corruption.csv``, which is
what the book shows.
"""

from __future__ import annotations

import argparse
import datetime
import json
import subprocess
import tempfile
import warnings
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import asdict
from pathlib import Path

from tests.corruption import harness
from tests.corruption.harness import Case
from tests.corruption.kinds import BYTES, KINDS
from tests.fixtures import ROOT

from bassin.files import rows
from bassin.files.sources import Sources
from bassin.files.spoiled import ALL, COLUMNS, SPOILED
from bassin.read._reused import Call

#: Every kind of damage, of cells and of bytes.
KINDS_OF_ALL = [*KINDS, *BYTES]


def run(noted: Path, only: Sequence[str] = ()) -> Iterator[Case]:
    """Try every call in every way; what was tried before is read from the file of cases.

    Parameters
    ----------
    noted : Path
        A case a line, and a line without a kind after the last of a call.
    only : sequence of str
        Calls whose name has one of these, all of them by default.
    """
    sources = Sources(ROOT / "data")
    done = _whole(noted)
    noted.write_text("".join(_lines(done)), encoding="utf-8")  # what was cut is left out
    for call in _in_order(sources):
        if only and not any(part in call.name for part in only):
            continue
        if call.name not in done:
            done[call.name] = _tried(sources, call, noted)
        yield from done[call.name]


def _tried(sources: Sources, call: Call, noted: Path) -> list[Case]:
    with tempfile.TemporaryDirectory() as folder, warnings.catch_warnings():
        warnings.simplefilter("ignore")
        found = [*harness.tried(sources, call, KINDS_OF_ALL, Path(folder))]
    harness.forget()
    with noted.open("a", encoding="utf-8") as stream:
        stream.writelines(_lines({call.name: found}))
    return found


def _in_order(sources: Sources) -> list[Call]:
    """One call of each reader first: a run that is cut has tried them all."""
    calls = [call for _, call in sorted(harness.subjects(sources), key=lambda pair: pair[0])]
    first = {call.reader.name: call.name for call in reversed(calls)}
    return sorted(calls, key=lambda call: first[call.reader.name] != call.name)


def _whole(noted: Path) -> dict[str, list[Case]]:
    """Cases of the calls that were ended."""
    if not noted.is_file():
        return {}
    found: dict[str, list[Case]] = {}
    ended: dict[str, list[Case]] = {}
    for line in noted.read_text(encoding="utf-8").splitlines():
        try:
            told = json.loads(line)
        except ValueError:
            continue  # the line that was being written
        case = Case(told["call"], told["kind"], told.get("outcome", ""), told.get("told", ""))
        if case.kind:
            found.setdefault(case.call, []).append(case)
        else:
            ended[case.call] = found.pop(case.call, [])
    return ended


def _lines(ended: Mapping[str, Sequence[Case]]) -> Iterator[str]:
    """Lines of the file of cases, a call that was ended after the other."""
    for call, cases in ended.items():
        for case in (*cases, Case(call, "", "", "")):
            yield json.dumps(asdict(case), ensure_ascii=False) + "\n"


def counted(cases: Iterable[Case], *, calls: int, commit: str, day: str) -> str:
    """Counts by family, as ``data/corruption.csv`` has them."""
    families = {kind: kind.partition(":")[0] for kind in KINDS_OF_ALL}
    counts = {family: Counter[str]() for family in dict.fromkeys(families.values())}
    for case in cases:
        counts[families[case.kind]][case.outcome] += 1
    counts[ALL] = sum(counts.values(), Counter[str]())
    table = [
        [family, found.total(), *(found[one] for one in harness.OUTCOMES), calls, commit, day]
        for family, found in counts.items()
    ]
    return rows.written([COLUMNS, *table])


def main() -> None:
    """Run, or count what was run."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("cases", type=Path)
    parser.add_argument("--count", action="store_true")
    parser.add_argument("--commit", default="")
    arguments = parser.parse_args()
    if not arguments.count:
        for _ in run(arguments.cases):
            pass
        return
    whole = {call: cases for call, cases in _whole(arguments.cases).items() if cases}
    head = ["git", "rev-parse", "--short=7", "HEAD"]
    commit = arguments.commit or subprocess.check_output(head, cwd=ROOT, text=True).strip()
    day = datetime.date.today().isoformat()
    cases = [case for found in whole.values() for case in found]
    text = counted(cases, calls=len(whole), commit=commit, day=day)
    (ROOT / "data" / SPOILED).write_text(text, encoding="utf-8")


if __name__ == "__main__":
    main()
