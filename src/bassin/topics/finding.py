"""What a check of a claim finds, and the register of the checks.

A check is a small function of :class:`bassin.topics.gathered.Topics`, in a module ``checks`` of its
topic, with the identifier of a claim of ``data/study/claims.csv``.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Literal

from bassin.phrase import Phrase
from bassin.topics.gathered import Topics

#: A: recomputed from the publisher's raw file, same vintage. B: another vintage or a derived file.
#: S: a public source that was typed by hand. C: arithmetic on printed figures. D: consistency
#: inside the text. N: narrative, no public data. From the strongest to the weakest.
Grade = Literal["A", "B", "S", "C", "D", "N"]


@dataclass(frozen=True)
class Finding:
    """What the raw files say on a claim.

    Attributes
    ----------
    value : float or bool
        The number recomputed, or whether the statement holds.
    grade : Grade
        Strength of the evidence.
    says : Phrase
        The finding: the key of its sentence, and its numbers.
    vintage : Phrase or str
        Period of the evidence, where it is not that of the files as a whole.
    """

    value: float | bool
    grade: Grade
    says: Phrase
    vintage: Phrase | str = ""


#: A check of a claim; it returns ``None`` as long as the file it needs is not at hand.
Check = Callable[[Topics], Finding | None]
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
