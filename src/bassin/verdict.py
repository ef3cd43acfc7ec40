"""The words of a verdict: what each means, which hold, which are of no test, which is better.

They are defined here and nowhere else: the ledger, its panels, the reports, the page that is read
in a browser and the book's own tables take them from this module.
"""

from __future__ import annotations

from collections.abc import Iterable

CONFIRMED, COMPATIBLE = "confirmed by data", "compatible"
CONSISTENT = "consistent in the text"
DIFFERS, CONTRADICTED = "differs", "contradicted"
NOT_OBTAINED, NOT_PUBLIC, CONTEXT = "not obtained", "not public", "context"

#: What each verdict means, the words in the order they are listed in.
MEANING = {
    CONFIRMED: "a public file of the same date gives the printed number within its rounding, or "
    "bears the statement out",
    COMPATIBLE: "a file of another date or edition does, or the gap is too small to change the "
    "conclusion",
    CONSISTENT: "it agrees with other numbers and passages of the study; no file outside it was "
    "asked",
    DIFFERS: "the evidence says something else",
    CONTRADICTED: "the text itself, or its own arithmetic, says something else",
    NOT_OBTAINED: "a public file would tell; its name stands beside the claim, and it is not at "
    "hand",
    NOT_PUBLIC: "what would tell is kept by a firm or an office and is not published",
    CONTEXT: "background that the argument does not rest on; it is not audited",
}
VERDICTS = tuple(MEANING)
#: Verdicts of claims that hold.
HOLDING = (CONFIRMED, COMPATIBLE, CONSISTENT)
#: Verdicts of claims that nothing tests.
UNTESTED = (NOT_OBTAINED, NOT_PUBLIC, CONTEXT)
#: Grades of evidence that is data, and of evidence that is the text itself.
ON_DATA, ON_TEXT = ("A", "B"), ("C", "D")

#: Rank of a verdict, the best first: what nothing tests is neither good nor bad news, and of one
#: rank.
RANK = {
    CONFIRMED: 0,
    COMPATIBLE: 1,
    CONSISTENT: 2,
    NOT_OBTAINED: 3,
    NOT_PUBLIC: 3,
    CONTEXT: 3,
    DIFFERS: 4,
    CONTRADICTED: 5,
}


def no_better_than(verdict: str, premises: Iterable[str]) -> str:
    """Verdict of a conclusion: its own, or that of its worst premise where that is worse.

    Parameters
    ----------
    verdict : str
        What its own evidence gives, of :data:`VERDICTS`.
    premises : iterable of str
        Verdicts of what it concludes from.

    Examples
    --------
    >>> no_better_than("confirmed by data", ["compatible", "confirmed by data"])
    'compatible'
    >>> no_better_than("differs", ["not public"])
    'differs'
    """
    worst = verdict
    for premise in premises:
        if RANK[premise] > RANK[worst]:
            worst = premise
    return worst


def key(verdict: str) -> str:
    """A verdict as a name in code: of a key of the prose, of a class of the page.

    Examples
    --------
    >>> key("confirmed by data")
    'confirmed_by_data'
    """
    return verdict.replace(" ", "_")
