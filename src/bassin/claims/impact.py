"""What depends on each raw file, and what a change in one moves.

Both are observed, by :mod:`bassin.files.trace`. The claims that depend on a file are those whose
checks rest on it, as it was noted while they ran. The figures, maps and tables are those that rest
on it, as it was noted while their chapters were executed: :mod:`bassin.claims.chapters` finds them
among what these show.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pandas as pd

from bassin.claims import judging
from bassin.errors import BassinError
from bassin.files.sources import Sources
from bassin.show.text import written
from bassin.study import Study
from bassin.topics.facts import CHAPTERS


def by_file(table: pd.DataFrame, shown: pd.DataFrame, sources: Sources) -> pd.DataFrame:
    """Claims and exhibits that depend on each raw file.

    Parameters
    ----------
    table : DataFrame
        As :func:`bassin.claims.judging.verdicts`, of all claims.
    shown : DataFrame
        As :func:`bassin.claims.chapters.exhibits`.
    sources : Sources

    Returns
    -------
    DataFrame
        Index ``file``, every raw file in the order of the manifest; ``publisher``, ``title``,
        ``claims`` and ``exhibits`` (lists of identifiers and names, empty where nothing depends on
        the file).
    """
    claims, exhibits = _inverse(table["files"]), _inverse(shown["files"])
    rows = {
        file: {
            "publisher": row["publisher"],
            "title": row["title"],
            "claims": claims.get(str(file), []),
            "exhibits": exhibits.get(str(file), []),
        }
        for file, row in sources.manifest.iterrows()
    }
    return pd.DataFrame.from_dict(rows, orient="index").rename_axis("file")


def _inverse(lists: pd.Series[Any]) -> dict[str, list[str]]:
    found: dict[str, list[str]] = {}
    for name, files in lists.items():
        for file in files:
            found.setdefault(file, []).append(str(name))
    return found


_MOVED = ["before", "after", "found_before", "found_after"]


@dataclass(frozen=True)
class Moves:
    """What a changed copy of a raw file does.

    Attributes
    ----------
    checked : list of str
        The claims whose checks rest on the file, run again.
    verdicts : DataFrame
        Those whose verdict moves: index ``id``; ``before``, ``after`` (verdicts),
        ``found_before``, ``found_after`` (NaN for a statement).
    restated : list of str
        Those of which only the value or the sentence moves.
    refused : str
        Why the reader of the file, or a check, refuses the copy; ``""`` where it does not.
    """

    checked: list[str]
    verdicts: pd.DataFrame
    restated: list[str]
    refused: str = ""


def rerun(
    study: Study,
    table: pd.DataFrame,
    file: str,
    copy: Path,
    *,
    claims: Collection[str] | None = None,
) -> Moves:
    """Run the checks that rest on a raw file again, with a changed copy in its place.

    Nothing that does not rest on the file is read or computed again.

    Parameters
    ----------
    study : Study
        The one ``table`` was made with.
    table : DataFrame
        As :func:`bassin.claims.judging.verdicts`.
    file : str
        Path relative to ``data/raw``.
    copy : Path
        A file of the same format. Its hash is not checked; all that its reader checks is.
    claims : collection of str, optional
        Only these claims; all by default.
    """
    rests = pd.Series([file in files for files in table["files"]], table.index)
    checked = table.index[rests & (table.index.isin(list(claims)) if claims else True)]
    before = table.loc[checked]
    nothing = pd.DataFrame(columns=_MOVED).rename_axis("id")
    if before.empty:
        return Moves([], nothing, [])
    with study.sources.replaced(file, copy):
        try:
            after = judging.verdicts(study.all_claims.loc[checked], study)
        except (BassinError, ValueError, TypeError, ArithmeticError, LookupError) as error:
            return Moves(list(checked), nothing, [], f"{type(error).__name__}: {error}")
    return _moves(before, after)


def _moves(before: pd.DataFrame, after: pd.DataFrame) -> Moves:
    both = pd.DataFrame(
        {
            "before": before["verdict"],
            "after": after["verdict"],
            "found_before": before["found"],
            "found_after": after["found"],
        }
    )
    moved = both["before"] != both["after"]
    # Two absent values differ in pandas; they are one and the same here.
    found = both["found_before"].fillna(0) != both["found_after"].fillna(0)
    told = ["finding", "detail"]
    restated = found | (before[told] != after[told]).any(axis=1)
    return Moves(list(before.index), both[moved], list(both.index[restated & ~moved]))


def near(series: str, files: Mapping[str, Collection[str]], sources: Sources) -> list[str]:
    """Claims that rest on files of a series, or of one that is told apart by level.

    Parameters
    ----------
    series : str
        A dataset: ``"filosofi.epci"`` is near ``"filosofi-distribution.epci"``.
    files : mapping
        Files by claim, as the record has them.
    sources : Sources
    """
    stem = re.split("[.-]", series)[0]
    stems = sources.manifest["dataset"].str.split(r"[.-]", regex=True).str[0]
    family = {*stems.index[stems == stem]}
    return [claim for claim, rests in files.items() if family & {*rests}]


def with_more(
    study: Study, more: Study, claims: Collection[str]
) -> tuple[Moves, Mapping[str, tuple[str, str]]]:
    """Hold claims, and the numbers that their chapters say, against files with one more.

    Parameters
    ----------
    study : Study
    more : Study
        The same territory, from these files and another.
    claims : collection of str
        All claims of their chapters are held.

    Returns
    -------
    moves : Moves
    numbers : mapping
        Key of a fact of a chapter to what it was and what it is, as they are written; an empty
        text where there is none.
    """
    every = study.all_claims
    chapters = {*every.loc[every.index.isin(list(claims)), "chapter"]}
    ids = every.index[every["chapter"].isin(chapters)]
    if ids.empty:
        return Moves([], pd.DataFrame(columns=_MOVED).rename_axis("id"), []), {}
    try:
        table, after = (judging.verdicts(one.all_claims.loc[ids], one) for one in (study, more))
        before, now = (_said(one, chapters) for one in (study, more))
    except (BassinError, ValueError, TypeError, ArithmeticError, LookupError) as error:
        nothing = pd.DataFrame(columns=_MOVED).rename_axis("id")
        return Moves(list(ids), nothing, [], f"{type(error).__name__}: {error}"), {}
    keys = [key for key in {**before, **now} if before.get(key) != now.get(key)]
    return _moves(table, after), {key: (before.get(key, ""), now.get(key, "")) for key in keys}


def _said(study: Study, chapters: Collection[str]) -> dict[str, str]:
    """Every fact of some chapters, as text."""
    there = [chapter for chapter in CHAPTERS if chapter in chapters]
    return {key: written(key, fact) for one in there for key, fact in study.facts(one).items()}
