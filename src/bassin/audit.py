"""The claims of the study against the raw files: checks, verdicts, grades of evidence.

A check is a small function of :class:`bassin.study.Study`, in :mod:`bassin.checks`, with the
identifier of a claim of ``data/study/claims.csv``. It returns a :class:`Finding`; :func:`judge`
turns claim and finding into a verdict. A claim without a check is not testable with the files at
hand, and its note says why.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

import pandas as pd

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
    """

    value: float | bool
    grade: Grade
    says: str


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
        Index ``id``; ``lines``, ``statement``, ``published``, ``unit``, ``found`` (float; NaN for a
        statement or without a check), ``finding`` (a sentence), ``verdict``, ``grade``.
    """
    # The checks register themselves, and import this module to do so.
    import bassin.checks  # noqa: F401

    rows = {}
    for identifier, claim in claims.iterrows():
        run = CHECKS[claim["check"]] if claim["check"] else None
        finding = run(study) if run else None
        measured = finding is not None and claim["kind"] != "statement"
        rows[identifier] = {
            "lines": claim["lines"].replace("-", "\N{EN DASH}"),
            "statement": claim["statement"],
            "published": claim["published"],
            "unit": claim["unit"],
            "found": float(finding.value) if measured and finding else float("nan"),
            "finding": typeset(finding.says) if finding else claim["note"] or NO_FILE,
            "verdict": judge(claim, finding),
            "grade": finding.grade if finding else "N",
        }
    return pd.DataFrame.from_dict(rows, orient="index").rename_axis("id")
