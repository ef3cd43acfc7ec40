"""The claims of the study against the raw files: checks, verdicts, grades of evidence.

A check is a small function of :class:`bassin.topics.gathered.Topics`, in a module ``checks`` of its
topic, with the identifier of a claim of the ``claims.csv`` of a study; a claim on a declared
indicator names that instead (:mod:`bassin.topics.declared`). It returns a
:class:`~bassin.topics.finding.Finding`; :func:`judge` turns claim and finding into a verdict, one
of :mod:`bassin.verdict`. A claim without a check has the word that its row says
nothing tests it by, and its note says what would. The verdict of a conclusion is never better than
those of its premises.

While a check runs, :mod:`bassin.files.trace` notes the files it rests on. They give the verdict its
vintage. The column ``expected`` of the claims freezes the verdicts; :func:`moved` lists those that
are no longer the frozen ones.
"""

from __future__ import annotations

import math
import re
from collections.abc import Callable, Iterable
from dataclasses import replace
from graphlib import TopologicalSorter
from typing import Any, get_args

import numpy as np
import pandas as pd

from bassin.errors import BassinError
from bassin.files.manifest import TYPED
from bassin.files.shared import shared
from bassin.files.sources import Sources
from bassin.files.trace import recording
from bassin.files.transcribed import is_transcription
from bassin.phrase import Name, Phrase
from bassin.read import printed
from bassin.read.printed import MATCHES
from bassin.rounding import prints_as, within
from bassin.study import Study
from bassin.topics.checks import check_of
from bassin.topics.finding import Check, Finding, Grade
from bassin.verdict import (
    COMPATIBLE,
    CONFIRMED,
    CONSISTENT,
    CONTRADICTED,
    DIFFERS,
    NOT_COMPATIBLE,
    ON_DATA,
    ON_TEXT,
    RANK,
    SUPPORTED,
    UNTESTED,
    VERDICTS,
    no_better_than,
)
from bassin.words import told, told_parts, typeset, write


class CheckError(BassinError):
    """A check of a claim finds what no verdict can be made of."""


#: Best verdict that evidence of a grade gives; that of the text itself gives the last of them.
_BEST = {"A": CONFIRMED, "B": COMPATIBLE, "S": SUPPORTED}


def judge(claim: pd.Series, finding: Finding | None) -> str:
    """Verdict on a claim by its own evidence, its premises left aside.

    Parameters
    ----------
    claim : Series
        A row of :func:`bassin.read.printed.claims`.
    finding : Finding or None
        ``None`` where no check exists, or the check lacks its file.

    Returns
    -------
    str
        One of :data:`VERDICTS`. Evidence of grade A that is printed as the claim is
        :data:`CONFIRMED`; of grade A within the tolerance, or of grade B within either,
        :data:`COMPATIBLE`. A source typed by hand, of grade S, makes it :data:`SUPPORTED`. A text
        held against itself, of grade C or D, is never more than :data:`CONSISTENT`, and where it
        fails it is :data:`CONTRADICTED`. Other evidence that denies a claim makes it
        :data:`DIFFERS` where it is of the period, the perimeter and the definition of the claim,
        else :data:`NOT_COMPATIBLE`. Where there is no finding, or one that judges nothing, the
        word of the claim's column ``untested``.

    Raises
    ------
    CheckError
        If the value is not finite, is a number where a statement holds or not, there is neither
        a finding nor a word for why, or the claim's columns :data:`MATCHES` do not say what the
        evidence has in common with it.
    """
    if finding is None or finding.value is None:
        return _why_untested(claim)
    _refuse_no_value(claim, finding.value)
    best = _BEST.get(finding.grade, CONSISTENT)
    if claim["kind"] == "statement":
        return best if finding.value else _failing(claim, finding.grade)
    found, published = float(finding.value), claim["published"]
    if prints_as(found, published, claim["rounding"], claim["rounds"]):
        return best
    if within(found, published, claim["tolerance"]):
        return COMPATIBLE if best == CONFIRMED else best
    return _failing(claim, finding.grade)


def _failing(claim: pd.Series, grade: Grade) -> str:
    """Verdict on a claim that evidence of a grade denies."""
    if grade in ON_TEXT:
        return CONTRADICTED
    matches = {name: claim[name] for name in MATCHES}
    unsaid = [name for name, said in matches.items() if said not in ("yes", "no")]
    if unsaid or (grade == "A" and "no" in matches.values()):
        raise CheckError(
            f"claim {claim.name!r}: its evidence is of grade {grade}, and its columns say "
            f"{matches}. Write yes or no in each of them, and yes in all of grade A: what is of "
            "another period, perimeter or definition is of grade B."
        )
    return NOT_COMPATIBLE if "no" in matches.values() else DIFFERS


def _why_untested(claim: pd.Series) -> str:
    why: str = claim["untested"]
    if why not in UNTESTED:
        raise CheckError(
            f"claim {claim.name!r}: its check judges nothing, and its column `untested` says "
            f"{why!r}. Write one of there: {', '.join(UNTESTED)}."
        )
    return why


def _refuse_no_value(claim: pd.Series, value: float | bool) -> None:
    if not math.isfinite(value):
        raise CheckError(
            f"claim {claim.name!r}: its check finds {float(value)!r}, of which no verdict "
            "can be made. Mend the check, or let it return None where its file is lacking."
        )
    if (claim["kind"] == "statement") != isinstance(value, bool | np.bool_):
        wanted = "True or False" if claim["kind"] == "statement" else "a number"
        raise CheckError(
            f"claim {claim.name!r}: its check finds {value!r}, and a claim of kind "
            f"{claim['kind']!r} wants {wanted}. Mend the check, or the column `kind`."
        )


#: A period that dates boundaries or codes, not what happened within them.
_OF_BOUNDARIES = re.compile(r"\d{4}-\d\d-\d\d|(about )?COG \S+|-")
#: Vintage of evidence that is the text; a code, which the record of an audit spells as it is here.
PRINTED = "as printed"


def vintage_of(files: Iterable[str], sources: Sources) -> str:
    """Periods of some files, in the order of the manifest.

    Files that date boundaries count only where there is nothing else.

    Examples
    --------
    >>> vintage_of(["insee/v_region_2023.csv"], Sources())  # doctest: +SKIP
    '2023-01-01'
    """
    listed = sources.manifest["period"]
    raw = [str(period) for period in listed[listed.index.isin(list(files))] if period]
    dated = [period for period in raw if not _OF_BOUNDARIES.fullmatch(period)]
    return "; ".join(dict.fromkeys(dated or raw))


_DATED = re.compile(r"(?<!\d)((?:18|19|20)\d{2})(?:-(0[1-9]|1[0-2])(?!\d))?")


def is_later(vintage: str, published: str) -> bool:
    """Whether part of some evidence is of after the study: it tells what became true.

    Parameters
    ----------
    vintage : str
        As :func:`vintage_of`: a part counts by where it begins.
    published : str
        Month of the study, as :func:`bassin.read.printed.month_of`.

    Examples
    --------
    >>> vintages = ("1876-2015; 2024-07", "2014-2024", "2023-09", "")
    >>> [is_later(vintage, "2023-09") for vintage in vintages]
    [True, False, False, False]
    """
    begins = [_DATED.search(part) for part in vintage.split(";")]
    return any(f"{one[1]}-{one[2] or '01'}" > published for one in begins if one)


def is_typed_alone(files: Iterable[str], sources: Sources) -> bool:
    """Whether all that some files tell was typed by hand.

    What dates boundaries or codes says which places are meant, and is no evidence of its own.

    Parameters
    ----------
    files : iterable of str
        That a claim rests on: raw files, and files that were typed in.
    sources : Sources

    Examples
    --------
    >>> is_typed_alone(["law/land.csv", "insee/v_region_2023.csv"], Sources())
    True
    >>> is_typed_alone(["insee/v_region_2023.csv"], Sources())
    False
    """
    files = list(files)
    listed = sources.manifest.loc[sources.manifest.index.isin(files)]
    typed = [status == TYPED for status in listed["status"]]
    tells = [not _OF_BOUNDARIES.fullmatch(str(period)) for period in listed["period"]]
    others = any(told and not by_hand for told, by_hand in zip(tells, typed, strict=True))
    return (any(typed) or any(map(is_transcription, files))) and not others


def verdicts(claims: pd.DataFrame, study: Study) -> pd.DataFrame:
    """Run the checks of some claims, and of what they conclude from.

    Parameters
    ----------
    claims : DataFrame
        As :func:`bassin.read.printed.claims`.
    study : Study

    Returns
    -------
    DataFrame
        Index ``id``; as in the claims ``chapter``, ``topic``, ``locus``, ``lines``,
        ``statement``, ``published``, ``unit``, ``kind``, ``rounding``, ``rounds``, ``tolerance``
        and ``margin`` with their bases, the columns :data:`MATCHES`, ``importance``, ``effect``,
        ``error``, ``premises``, ``cannot_fail``, ``check``, ``expected``;
        ``heading`` (of the text, that its first line stands under; empty where none are listed),
        ``epci`` (SIREN of the place that the text is on);
        ``found`` (float; NaN for a statement or without a check), ``gap`` (found less published),
        ``holds`` (1 or 0 for a statement that has a check, else NaN), ``finding`` (a sentence),
        ``detail`` (what else bears on it, or empty), ``verdict``, ``grade``, ``vintage``, ``later``
        (bool, as :func:`is_later`) and ``files`` (list of the files that it and its premises rest
        on, sorted). A premise that is worse
        gives the claim its verdict, the weaker of their grades, and a sentence that says so.

    Raises
    ------
    CheckError
        As :func:`judge`.
    """
    told = printed.has(study.sources, study.epci, printed.HEADINGS)
    headings = printed.headings(study.sources, study.epci) if told else None
    rows: dict[str, dict[str, Any]] = {}
    listed = _with_premises(claims, study)
    for identifier in TopologicalSorter(listed["premises"].to_dict()).static_order():
        claim = listed.loc[identifier]
        own = _shared_row(claim, study)
        line = first_line(claim["lines"])
        own["heading"] = "" if headings is None else printed.heading_at(headings, line)
        rows[identifier] = _concluded(own, [rows[premise] for premise in claim["premises"]])
    table = pd.DataFrame.from_dict(rows, orient="index").rename_axis("id")
    return table.loc[claims.index]


def first_line(lines: str) -> int:
    """First line of the passage that a claim gives.

    Examples
    --------
    >>> first_line("482-484")
    482
    """
    return int(re.split(r"\D", lines, maxsplit=1)[0])


def _with_premises(claims: pd.DataFrame, study: Study) -> pd.DataFrame:
    """Claims, and all that they conclude from, of whatever chapter."""
    wanted = list(claims.index)
    for claim in wanted:
        listed = claims if claim in claims.index else study.all_claims
        wanted += [premise for premise in listed.at[claim, "premises"] if premise not in wanted]
    return claims if len(wanted) == len(claims) else study.all_claims.loc[wanted]


_KEPT = [
    *("chapter", "topic", "section", "locus", "statement", "published", "unit", "kind"),
    *("rounding", "rounds", "tolerance", "tolerance_basis", "tolerance_changed"),
    *("margin", "margin_basis", *MATCHES),
    *("importance", "effect", "error", "premises", "cannot_fail"),
]


def _shared_row(claim: pd.Series, study: Study) -> dict[str, Any]:
    """Row of a claim, its premises left aside: judged once for all chapters of a build."""
    call = repr((claim.name, study.epci, claim.to_dict()))
    row = dict(shared(study.sources, call, lambda: _row(claim, study, check_of(claim))))
    # Judged once, and put into words in each language that asks.
    row["statement"] = told(row["statement"])
    detail = row["finding"].detail if row["finding"] else None
    row["detail"] = typeset(write(detail)) if detail else ""
    row["finding"] = _said(claim, row["finding"])
    row["vintage"] = _when(row["vintage"], told_parts)
    return row


def _row(claim: pd.Series, study: Study, run: Check | None) -> dict[str, Any]:
    with recording() as noted:
        finding = run(study) if run else None
    if finding and finding.grade in ON_DATA and is_typed_alone(noted.files, study.sources):
        # Whatever the check makes of it, no machine has read what a publisher put out.
        finding = replace(finding, grade="S")
    verdict = judge(claim, finding)
    seen = None if finding is None else finding.value
    value = float("nan") if seen is None else float(seen)
    statement = claim["kind"] == "statement"
    found = float("nan") if statement else value
    return {
        "lines": claim["lines"].replace("-", "\N{EN DASH}"),
        **claim[[*_KEPT, "check", "expected"]],
        "found": found,
        "gap": found - claim["published"],
        "holds": value if statement else float("nan"),
        "finding": finding,
        "verdict": verdict,
        "grade": finding.grade if finding else "N",
        "vintage": (vintage := _vintage(finding, noted.files, study.sources)),
        "later": is_later(_when(vintage, str), printed.month_of(study.sources, study.epci)),
        "files": sorted(noted.files),
        "epci": study.epci,
    }


def _said(claim: pd.Series, finding: Finding | None) -> str:
    wanted: str = told(claim["note"]) or write(Phrase("claims.no_file"))
    if finding is None:
        return wanted
    says = typeset(write(finding.says))
    if finding.value is None:
        return write(Phrase("claims.seen", wanted=wanted.rstrip("."), says=says))
    return says


def _concluded(own: dict[str, Any], premises: list[dict[str, Any]]) -> dict[str, Any]:
    """Row of a claim, no better than the rows of its premises."""
    verdict = no_better_than(own["verdict"], [one["verdict"] for one in premises])
    files = sorted({*own["files"], *(file for one in premises for file in one["files"])})
    if verdict == own["verdict"]:
        return {**own, "files": files}
    worst = [one for one in premises if RANK[one["verdict"]] == RANK[verdict]]
    # A claim that nothing tests is not tested by what its premises rest on.
    weakest = max([own, *worst], key=lambda one: get_args(Grade).index(one["grade"]))
    said = [
        Phrase("claims.premise", statement=one["statement"], verdict=Name(one["verdict"]))
        for one in worst
    ]
    why = "claims.not_judged" if verdict in UNTESTED else "claims.no_better"
    return {
        **own,
        "verdict": verdict,
        "grade": weakest["grade"],
        "vintage": weakest["vintage"],
        "later": weakest["later"],
        "finding": write(Phrase(why, own=own["finding"].rstrip("."), premises=said)),
        "files": files,
    }


def _vintage(finding: Finding | None, files: Iterable[str], sources: Sources) -> Phrase | str:
    if finding is None or finding.value is None:
        return ""
    # Arithmetic on printed figures, and consistency inside the text: the evidence is the text.
    of_files = PRINTED if finding.grade in ON_TEXT else vintage_of(files, sources)
    return finding.vintage or of_files


def _when(vintage: Phrase | str, say: Callable[[str], str]) -> str:
    """A vintage in words: those of files by a function, a phrase in the language spoken."""
    return say(vintage) if isinstance(vintage, str) else write(vintage)


def moved(table: pd.DataFrame) -> pd.DataFrame:
    """Rows of :func:`verdicts` whose verdict is not the frozen one."""
    return table[table["verdict"] != table["expected"]]


def counts(table: pd.DataFrame) -> pd.DataFrame:
    """Number of claims by verdict and grade of evidence.

    Returns
    -------
    DataFrame
        Index ``verdict``, in the order of :data:`VERDICTS`; one column a grade, the strongest
        first, ``N`` last.
    """
    found = pd.crosstab(table["verdict"], table["grade"])
    grades = list(get_args(Grade))
    return found.reindex(index=VERDICTS, columns=grades, fill_value=0).rename_axis("verdict")
