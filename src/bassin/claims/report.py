"""Audits and their moves as text, for a terminal."""

from __future__ import annotations

from collections.abc import Sequence

import pandas as pd

from bassin.claims.impact import Moves
from bassin.verdict import ON_DATA, ON_TEXT, UNTESTED, VERDICTS

#: Characters kept of a statement.
STATEMENT = 56
ABSENT = "-"


def audit_report(table: pd.DataFrame) -> str:
    """Write the ledger as a table, then the counts.

    Parameters
    ----------
    table : DataFrame
        As :func:`bassin.claims.judging.verdicts`.
    """
    head = ["claim", "the study says", "printed", "found", "gap", "verdict", "grade"]
    rows = [
        [
            str(claim),
            _cut(row["statement"]),
            _figure(row["published"]),
            _found(row),
            _figure(row["gap"], sign="+"),
            row["verdict"],
            row["grade"],
        ]
        for claim, row in table.iterrows()
    ]
    return "\n".join([_columns([head, *rows], right={2, 3, 4}), "", *_counted(table)])


def _counted(table: pd.DataFrame) -> list[str]:
    """What public data test, what only the text does, what nothing does, each by verdict."""
    tested = ~table["verdict"].isin(UNTESTED)
    parts = {
        "tested on public data": tested & table["grade"].isin(ON_DATA),
        "the text against itself": tested & table["grade"].isin(ON_TEXT),
        "not tested": ~tested,
    }
    lines = [f"{len(table)} claims."]
    for title, chosen in parts.items():
        found = table.loc[chosen, "verdict"].value_counts()
        each = [f"{found[verdict]} {verdict}" for verdict in VERDICTS if verdict in found]
        lines.append(f"{chosen.sum()} {title}" + (f": {', '.join(each)}." if each else "."))
    return lines


def impact_report(file: str, row: pd.Series, table: pd.DataFrame, *, unlisted: str = "") -> str:
    """Write what depends on a file.

    Parameters
    ----------
    file : str
        Path of the file in the manifest.
    row : Series
        Its row of :func:`bassin.claims.impact.by_file`.
    table : DataFrame
        As :func:`bassin.claims.judging.verdicts`.
    unlisted : str
        Why the exhibits that cite it are not known; empty where they are.
    """
    claims = table.loc[row["claims"]]
    listed = [
        [str(claim), _cut(one["statement"]), one["verdict"], one["grade"]]
        for claim, one in claims.iterrows()
    ]
    lines = [f"{file}: {row['publisher']}, {row['title']}", ""]
    lines += [f"{len(listed)} claim(s) whose checks rest on it:"]
    lines += [_columns(listed, indent=2)] if listed else []
    if unlisted:
        return "\n".join([*lines, f"Figures, maps and tables that cite it: not listed. {unlisted}"])
    lines += [f"{len(row['exhibits'])} figure(s), map(s), table(s) that cite it:"]
    lines += [f"  {name}" for name in row["exhibits"]]
    return "\n".join(lines)


def moves_report(file: str, moves: Moves) -> str:
    """Write what a changed copy of a file moves."""
    if moves.refused:
        return f"The copy of {file} is refused: {moves.refused}"
    if not moves.checked:
        return f"No check rests on {file}: no verdict can move."
    lines = [f"{len(moves.checked)} check(s) run again with the copy."]
    if moves.verdicts.empty:
        lines.append("No verdict moves.")
    else:
        lines.append(f"{len(moves.verdicts)} verdict(s) move:")
        lines += [
            f"  {claim}: {row['before']} -> {row['after']}"
            f" ({_figure(row['found_before'])} -> {_figure(row['found_after'])})"
            for claim, row in moves.verdicts.iterrows()
        ]
    if moves.stirred:
        lines.append(f"Of {len(moves.stirred)} more the value or the sentence moves:")
        lines += [f"  {claim}" for claim in moves.stirred]
    return "\n".join(lines)


def _cut(text: str) -> str:
    return text if len(text) <= STATEMENT else f"{text[: STATEMENT - 1].rstrip()}…"


def _figure(value: float, sign: str = "") -> str:
    return ABSENT if pd.isna(value) else format(value, f"{sign}.6g")


def _found(row: pd.Series) -> str:
    if pd.notna(row["holds"]):
        return "yes" if row["holds"] else "no"
    return _figure(row["found"])


def _columns(
    rows: Sequence[Sequence[str]], right: frozenset[int] | set[int] = frozenset(), indent: int = 0
) -> str:
    widths = [max(map(len, column)) for column in zip(*rows, strict=True)]
    return "\n".join(
        " " * indent
        + "  ".join(
            cell.rjust(width) if rank in right else cell.ljust(width)
            for rank, (cell, width) in enumerate(zip(row, widths, strict=True))
        ).rstrip()
        for row in rows
    )
