"""The verdicts: which hold, which are of no test, which is better.

A verdict is a code, spelt here as in the list of claims and in the record of an audit. What it is
called, and what it means, is in :mod:`bassin.words`.
"""

from __future__ import annotations

from collections.abc import Iterable

CONFIRMED, COMPATIBLE = "confirmed by data", "compatible"
SUPPORTED = "supported"
CONSISTENT = "consistent in the text"
NOT_COMPATIBLE, DIFFERS, CONTRADICTED = "not compatible", "differs", "contradicted"
NOT_OBTAINED, NOT_PUBLIC, CONTEXT = "not obtained", "not public", "context"

#: In the order they are listed in.
VERDICTS = (
    CONFIRMED,
    COMPATIBLE,
    SUPPORTED,
    CONSISTENT,
    NOT_COMPATIBLE,
    DIFFERS,
    CONTRADICTED,
    NOT_OBTAINED,
    NOT_PUBLIC,
    CONTEXT,
)
#: Verdicts of claims that hold.
HOLDING = (CONFIRMED, COMPATIBLE, SUPPORTED, CONSISTENT)
#: Verdicts of claims that do not.
FAILING = (NOT_COMPATIBLE, DIFFERS, CONTRADICTED)
#: Verdicts of claims that nothing tests.
UNTESTED = (NOT_OBTAINED, NOT_PUBLIC, CONTEXT)
#: Grades of evidence that is data, that is a public source typed by hand, and that is the text
#: itself.
ON_DATA, ON_SOURCE, ON_TEXT = ("A", "B"), ("S",), ("C", "D")
#: The grade of a claim that has no evidence of its own.
UNGRADED = "N"

#: Rank of a verdict, the best first: what nothing tests is neither good nor bad news, and of one
#: rank.
RANK = {
    CONFIRMED: 0,
    COMPATIBLE: 1,
    SUPPORTED: 2,
    CONSISTENT: 3,
    NOT_OBTAINED: 4,
    NOT_PUBLIC: 4,
    CONTEXT: 4,
    NOT_COMPATIBLE: 5,
    DIFFERS: 6,
    CONTRADICTED: 7,
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
