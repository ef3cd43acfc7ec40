"""What a check of a claim finds, and the register of the checks.

A check is a small function of :class:`bassin.topics.gathered.Topics`, in a module ``checks`` of its
topic, with the identifier of a claim of the ``claims.csv`` of a study.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Literal

from bassin.phrase import Phrase
from bassin.topics.gathered import Topics

#: A: recomputed from the publisher's raw file, same vintage. B: another vintage or a derived file.
#: S: a public source that was typed by hand. C: arithmetic on printed figures. D: consistency
#: inside the text. N: nothing that tells, or what was seen and judges nothing. From the strongest
#: to the weakest.
Grade = Literal["A", "B", "S", "C", "D", "N"]


@dataclass(frozen=True)
class Finding:
    """What the raw files say on a claim.

    Attributes
    ----------
    value : float or bool or None
        The number recomputed, or whether the statement holds; ``None`` where what was seen does
        not judge the claim: readings of it that are as good give other verdicts.
    grade : Grade
        Strength of the evidence; N with no value, and only then.
    says : Phrase
        The finding: the key of its sentence, and its numbers.
    vintage : Phrase or str
        Period of the evidence, where it is not that of the files as a whole.
    detail : Phrase, optional
        What else bears on the claim: told in the ledger, where a chapter's panel has no room.
    """

    value: float | bool | None
    grade: Grade
    says: Phrase
    vintage: Phrase | str = ""
    detail: Phrase | None = None

    def __post_init__(self) -> None:
        """Refuse a grade for what judges nothing, and a judgement without one."""
        if (self.value is None) != (self.grade == "N"):
            raise ValueError(f"a finding of grade {self.grade} has the value {self.value!r}")


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
