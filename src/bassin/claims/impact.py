"""What depends on each raw file, and what a change in one moves.

Two ways of knowing are kept apart. The claims that depend on a file are those whose checks rest on
it, as :mod:`bassin.files.trace` noted while they ran. The figures, maps and tables are those whose
source cites it, as :mod:`bassin.claims.chapters` finds them among what the executed chapters show;
the table of claims at the head of a chapter depends on what its claims do.
"""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pandas as pd

from bassin.claims import judging
from bassin.errors import BassinError
from bassin.files.sources import Sources
from bassin.study import Study


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
    claims = _inverse(table["files"])
    cited = _inverse(shown["files"])
    head = shown[shown["claims"] != ""]
    opened = (
        table["files"].groupby(table["chapter"]).agg(lambda s: sorted({f for x in s for f in x}))
    )
    heads = _inverse(head["claims"].map(opened).dropna())
    rows = {
        file: {
            "publisher": row["publisher"],
            "title": row["title"],
            "claims": claims.get(str(file), []),
            "exhibits": list(dict.fromkeys([*cited.get(str(file), []), *heads.get(str(file), [])])),
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
    columns = ["before", "after", "found_before", "found_after"]
    nothing = pd.DataFrame(columns=columns).rename_axis("id")
    if before.empty:
        return Moves([], nothing, [])
    with study.sources.replaced(file, copy):
        try:
            after = judging.verdicts(study.all_claims.loc[checked], study)
        except (BassinError, ValueError, TypeError, ArithmeticError, LookupError) as error:
            return Moves(list(checked), nothing, [], f"{type(error).__name__}: {error}")
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
    restated = found | (before["finding"] != after["finding"])
    return Moves(list(checked), both[moved], list(both.index[restated & ~moved]))
