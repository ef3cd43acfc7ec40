"""The claims of the study against the raw files: checks, verdicts, grades of evidence.

A check is a small function of :class:`bassin.study.Study`, in :mod:`bassin.checks`, with the
identifier of a claim of ``data/study/claims.csv``. It returns a :class:`Finding`; :func:`judge`
turns claim and finding into a verdict. A claim without a check is not testable with the files at
hand, and its note says why.

While a check runs, :mod:`bassin.trace` notes the files it rests on. They give the verdict its
vintage. The column ``expected`` of the claims freezes the verdicts; :func:`moved` lists those that
are no longer the frozen ones.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal, get_args

import pandas as pd

from bassin.sources import STUDY, Sources
from bassin.trace import recording

if TYPE_CHECKING:
    from bassin.study import Study

#: A: recomputed from the publisher's raw file, same vintage. B: another vintage or a derived file.
#: C: arithmetic on printed figures. D: consistency inside the text. N: narrative, no public data.
Grade = Literal["A", "B", "C", "D", "N"]

CONFIRMED, CLOSE, DIFFERS = "confirmed", "close", "differs"
CONTRADICTED, NOT_TESTABLE = "contradicted", "not testable"
VERDICTS = (CONFIRMED, CLOSE, DIFFERS, CONTRADICTED, NOT_TESTABLE)


NO_FILE = "No public file at hand."


@dataclass(frozen=True)
class Finding:
    """What the raw files say on a claim.

    Attributes
    ----------
    value : float or bool
        The number recomputed, or whether the statement holds.
    grade : Grade
        Strength of the evidence.
    says : str
        The finding in one sentence, numbers included.
    vintage : str
        Period of the evidence, where it is not that of the files as a whole.
    """

    value: float | bool
    grade: Grade
    says: str
    vintage: str = ""


#: A check of a claim; it returns ``None`` as long as the file it needs is not at hand.
Check = Callable[["Study"], Finding | None]
CHECKS: dict[str, Check] = {}


def check(claim: str) -> Callable[[Check], Check]:
    """Register a function as the check of a claim.

    Raises
    ------
    ValueError
        If the claim already has one.
    """

    def register(function: Check) -> Check:
        if claim in CHECKS:
            raise ValueError(f"claim {claim!r} has two checks")
        CHECKS[claim] = function
        return function

    return register


def judge(claim: pd.Series, finding: Finding | None) -> str:
    """Verdict on a claim.

    Parameters
    ----------
    claim : Series
        A row of :func:`bassin.read.transcribed.claims`.
    finding : Finding or None
        ``None`` where no check exists.

    Returns
    -------
    str
        One of :data:`VERDICTS`. A number is ``confirmed`` within the printed rounding and ``close``
        within the tolerance; evidence of grade B, of another vintage or place of publication,
        confirms nothing beyond ``close``.
    """
    if finding is None:
        return NOT_TESTABLE
    best = CLOSE if finding.grade == "B" else CONFIRMED
    if claim["kind"] == "statement":
        return best if finding.value else DIFFERS
    gap = abs(float(finding.value) - claim["published"])
    if gap <= claim["rounding"]:
        return best
    if claim["kind"] == "contradiction":
        return CONTRADICTED
    return CLOSE if gap <= claim["tolerance"] else DIFFERS


def typeset(sentence: str) -> str:
    """Give negative numbers a minus sign and ranges of numbers an en dash.

    Examples
    --------
    >>> typeset("-11.1% in 1975-1999")
    '−11.1% in 1975–1999'
    """
    dashed = re.sub(r"(?<=\d)-(?=\d)", "\N{EN DASH}", sentence)
    return re.sub(r"(?<!\w)-(?=\d)", "\N{MINUS SIGN}", dashed)


#: A vintage that dates boundaries or codes, not what happened within them.
_OF_BOUNDARIES = re.compile(r"\d{4}-\d\d-\d\d|(about )?COG \S+|-")
PRINTED = "as printed"


def vintage_of(files: Iterable[str], sources: Sources) -> str:
    """Vintages of some files, in the order of the manifest.

    Files that date boundaries count only where there is nothing else.

    Examples
    --------
    >>> vintage_of(["insee/v_region_2023.csv"], Sources())  # doctest: +SKIP
    '2023-01-01'
    """
    listed = sources.manifest["vintage"]
    raw = [str(vintage) for vintage in listed[listed.index.isin(list(files))] if vintage]
    dated = [vintage for vintage in raw if not _OF_BOUNDARIES.fullmatch(vintage)]
    return "; ".join(dict.fromkeys(dated or raw))


def is_transcription(file: str) -> bool:
    """Whether a file is one of ``data/study``, typed in from the study."""
    return file.startswith(f"{STUDY}/")


def verdicts(claims: pd.DataFrame, study: Study) -> pd.DataFrame:
    """Run the checks of some claims.

    Parameters
    ----------
    claims : DataFrame
        As :func:`bassin.read.transcribed.claims`.
    study : Study

    Returns
    -------
    DataFrame
        Index ``id``; ``chapter``, ``topic``, ``locus``, ``lines``, ``statement``, ``published``,
        ``unit``, ``kind``, ``rounding``, ``tolerance``, ``check``, ``expected`` as in the claims;
        ``found`` (float; NaN for a statement or without a check), ``gap`` (found less published),
        ``holds`` (1 or 0 for a statement that has a check, else NaN), ``finding`` (a sentence),
        ``verdict``, ``grade``, ``vintage`` and ``files`` (list of the files the check rests on,
        sorted).
    """
    # The checks register themselves, and import this module to do so.
    import bassin.checks  # noqa: F401

    rows = {
        identifier: _row(claim, study, CHECKS[claim["check"]] if claim["check"] else None)
        for identifier, claim in claims.iterrows()
    }
    return pd.DataFrame.from_dict(rows, orient="index").rename_axis("id")


_KEPT = [
    "chapter",
    "topic",
    "locus",
    "statement",
    "published",
    "unit",
    "kind",
    "rounding",
    "tolerance",
]


def _row(claim: pd.Series, study: Study, run: Check | None) -> dict[str, object]:
    with recording() as files:
        finding = run(study) if run else None
    value = float("nan") if finding is None else float(finding.value)
    statement = claim["kind"] == "statement"
    found = float("nan") if statement else value
    return {
        "lines": claim["lines"].replace("-", "\N{EN DASH}"),
        **claim[[*_KEPT, "check", "expected"]],
        "found": found,
        "gap": found - claim["published"],
        "holds": value if statement else float("nan"),
        "finding": typeset(finding.says) if finding else claim["note"] or NO_FILE,
        "verdict": judge(claim, finding),
        "grade": finding.grade if finding else "N",
        "vintage": _vintage(finding, files, study.sources),
        "files": sorted(files),
    }


def _vintage(finding: Finding | None, files: Iterable[str], sources: Sources) -> str:
    if finding is None:
        return ""
    # Arithmetic on printed figures, and consistency inside the text: the evidence is the text.
    of_files = PRINTED if finding.grade in ("C", "D") else vintage_of(files, sources)
    return finding.vintage or of_files


def moved(table: pd.DataFrame) -> pd.DataFrame:
    """Rows of :func:`verdicts` whose verdict is not the frozen one."""
    return table[table["verdict"] != table["expected"]]


def counts(table: pd.DataFrame) -> pd.DataFrame:
    """Number of claims by verdict and grade of evidence.

    Returns
    -------
    DataFrame
        Index ``verdict``, in the order of :data:`VERDICTS`; one column a grade, ``A`` to ``D``,
        then ``N``.
    """
    found = pd.crosstab(table["verdict"], table["grade"])
    grades = list(get_args(Grade))
    return found.reindex(index=VERDICTS, columns=grades, fill_value=0).rename_axis("verdict")
