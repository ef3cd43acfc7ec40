"""Audits and their moves as text, for a terminal."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import pandas as pd
from pandas.api.types import is_numeric_dtype

from bassin.claims.findings import Run, Turn
from bassin.claims.impact import Moves
from bassin.phrase import Name, Phrase
from bassin.read.editions import Edition
from bassin.read.newcomers import Newcomer
from bassin.topics.tried import Tried
from bassin.verdict import ON_DATA, ON_SOURCE, ON_TEXT, UNGRADED, VERDICTS
from bassin.words import called, write

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
    columns = ("claim", "statement", "published", "found", "gap", "verdict", "grade")
    head = [write(Phrase(f"report.{column}")) for column in columns]
    rows = [
        [
            str(claim),
            _cut(row["statement"]),
            _figure(row["published"]),
            _found(row),
            _figure(row["gap"], sign="+"),
            called(row["verdict"]),
            row["grade"],
        ]
        for claim, row in table.iterrows()
    ]
    return "\n".join([_columns([head, *rows], right={2, 3, 4}), "", *_counted(table)])


def _counted(table: pd.DataFrame) -> list[str]:
    """What public data test, what a typed source or only the text does, what nothing does."""
    tested = table["grade"] != UNGRADED
    parts = {
        "report.on_data": tested & table["grade"].isin(ON_DATA),
        "report.on_source": tested & table["grade"].isin(ON_SOURCE),
        "report.on_text": tested & table["grade"].isin(ON_TEXT),
        "report.untested": ~tested,
    }
    lines = [Phrase("report.claims", n=len(table))]
    for title, chosen in parts.items():
        found = table.loc[chosen, "verdict"].value_counts()
        each = [
            Phrase("report.with_verdict", n=int(found[verdict]), verdict=Name(verdict))
            for verdict in VERDICTS
            if verdict in found
        ]
        counted = Phrase(title, n=int(chosen.sum()))
        lines.append(
            Phrase("report.each", counted=counted, each=each)
            if each
            else Phrase("report.none", counted=counted)
        )
    return [write(line) for line in lines]


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
        [str(claim), _cut(one["statement"]), called(one["verdict"]), one["grade"]]
        for claim, one in claims.iterrows()
    ]
    of = Phrase("report.file", file=file, publisher=row["publisher"], title=row["title"])
    lines = [write(of), "", write(Phrase("report.resting", n=len(listed)))]
    lines += [_columns(listed, indent=2)] if listed else []
    if unlisted:
        return "\n".join([*lines, write(Phrase("report.unlisted", why=unlisted))])
    lines += [write(Phrase("report.citing", n=len(row["exhibits"])))]
    lines += [f"  {name}" for name in row["exhibits"]]
    return "\n".join(lines)


def sentences_report(runs: Mapping[str, Run]) -> str:
    """Write which sentences of the book rest on a file, and how sure each is.

    Parameters
    ----------
    runs : mapping
        As :func:`bassin.claims.findings.resting`.
    """
    lines = [write(Phrase("report.sentences", n=len(runs)))]
    return "\n".join([*lines, *(f"  {name}: {_sure(one.tried)}" for name, one in runs.items())])


def turned_report(turns: Mapping[str, Turn]) -> str:
    """Write which sentences of the book a changed copy turns, or makes less or more sure.

    Parameters
    ----------
    turns : mapping
        As :func:`bassin.claims.findings.rerun`.
    """
    if not turns:
        return write(Phrase("report.sentences_unturned"))
    lines = [write(Phrase("report.sentences_turned", n=len(turns)))]
    each = (f"  {name}: {_sure(one.before)} -> {_sure(one.after)}" for name, one in turns.items())
    return "\n".join([*lines, *each])


def _sure(one: Tried) -> str:
    """Whether a sentence holds, its number, how sure it is and the numbers of that."""
    told = Phrase("finding.beside", n=len(one.choices), same=one.agreeing)
    holds = write(Phrase("report.yes" if one.holds else "report.no"))
    return f"{holds}, {_figure(one.estimate)}, {called(one.word)} ({write(told)})"


def edition_report(new: Edition) -> str:
    """Write what a copy of a raw file holds beside the file at hand, column by column.

    Parameters
    ----------
    new : Edition
    """
    lines = []
    for call, before in new.before.items():
        now = new.now[call]
        lines += ["", write(Phrase("edition.table", call=call, before=len(before), now=len(now)))]
        head = [write(Phrase(f"edition.{what}")) for what in ("column", "what", "before", "now")]
        rows = _beside(before, now)
        lines += [_columns([head, *rows], right={2, 3}, indent=2)] if rows else []
        departed = new.departures[call]
        lines.append(write(Phrase("edition.departs" if departed else "edition.alike")))
        lines += [f"  {one}" for one in departed]
    return "\n".join(lines[1:])


def _beside(before: pd.DataFrame, now: pd.DataFrame) -> list[list[str]]:
    """Blanks, median and sum of each column of numbers, in both editions."""
    found = []
    for name in before.columns.intersection(now.columns):
        old, new = before[name], now[name]
        if not (is_numeric_dtype(old) and is_numeric_dtype(new)):
            continue
        for what, of in (("blanks", _blanks), ("median", _median), ("sum", _sum)):
            found.append(
                [str(name), write(Phrase(f"edition.{what}")), _figure(of(old)), _figure(of(new))]
            )
    return found


def _blanks(values: pd.Series) -> float:
    return float(values.isna().sum())


def _median(values: pd.Series) -> float:
    return float(values.astype(float).median())


def _sum(values: pd.Series) -> float:
    """Of what is known; :func:`_blanks` says how much is not."""
    return float(values.astype(float).sum())


def moves_report(file: str, moves: Moves) -> str:
    """Write what a changed copy of a file moves."""
    if moves.refused:
        return write(Phrase("report.refused", file=file, why=moves.refused))
    if not moves.checked:
        return write(Phrase("report.unchecked", file=file))
    lines = [write(Phrase("report.checked", n=len(moves.checked)))]
    if moves.verdicts.empty:
        lines.append(write(Phrase("report.unmoved")))
    else:
        lines.append(write(Phrase("report.moved", n=len(moves.verdicts))))
        lines += [
            f"  {claim}: {called(row['before'])} -> {called(row['after'])}"
            f" ({_figure(row['found_before'])} -> {_figure(row['found_after'])})"
            for claim, row in moves.verdicts.iterrows()
        ]
    if moves.restated:
        lines.append(write(Phrase("report.restated", n=len(moves.restated))))
        lines += [f"  {claim}" for claim in moves.restated]
    return "\n".join(lines)


def newcomer_report(new: Newcomer) -> str:
    """Write the row a file is given, and what became longer.

    Parameters
    ----------
    new : Newcomer
    """
    before, now = (", ".join(map(str, years)) for years in new.years)
    told = {"dataset": new.row["dataset"], "before": before or ABSENT, "now": now}
    lines = [write(Phrase("newcomer.longer", **told))]
    lines.append(write(Phrase("newcomer.row", file=new.file)))
    lines += [f"  {name}: {cell}" for name, cell in new.row.items() if cell and name != "file"]
    for call, held in new.sets.items():
        lines.append(write(Phrase("newcomer.places", call=call, places=held.places, day=held.day)))
    if new.nearest:
        lines.append(write(Phrase("newcomer.beside", file=new.nearest)))
    return "\n".join(lines)


def numbers_report(numbers: Mapping[str, tuple[str, str]]) -> str:
    """Write the numbers of the chapters that moved, a line each."""
    if not numbers:
        return write(Phrase("report.numbers_unmoved"))
    lines = [write(Phrase("report.numbers_moved", n=len(numbers)))]
    return "\n".join(
        [
            *lines,
            *(
                f"  {key}: {old or ABSENT} -> {now or ABSENT}"
                for key, (old, now) in numbers.items()
            ),
        ]
    )


def _cut(text: str) -> str:
    return text if len(text) <= STATEMENT else f"{text[: STATEMENT - 1].rstrip()}…"


def _figure(value: float, sign: str = "") -> str:
    return ABSENT if pd.isna(value) else format(value, f"{sign}.6g")


def _found(row: pd.Series) -> str:
    if pd.notna(row["holds"]):
        return write(Phrase("report.yes" if row["holds"] else "report.no"))
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
