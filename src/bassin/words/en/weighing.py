"""Words that weigh a claim: its evidence, what hangs on it, what went wrong, why it is untested."""

from __future__ import annotations

from collections.abc import Mapping

SENTENCES: Mapping[str, str] = {
    # What evidence is, by its grade.
    "evidence.A": "the publisher's file, of the same date",
    "evidence.B": "a file of another date, perimeter or measure, or worked on by others",
    "evidence.S": "a public source that was read by hand",
    "evidence.C": "arithmetic on what the study prints",
    "evidence.D": "another passage of the study",
    "evidence.N": "nothing tests it",
    # What becomes of a sentence with what is found in the place of what is printed.
    "effect.none": "stands",
    "effect.weakens": "is weaker",
    "effect.reverses": "turns",
    # How much of the text hangs on a claim.
    "importance.essential": "essential",
    "importance.detail": "detail",
    # What went wrong.
    "error.slip": "slip",
    "error.date": "date",
    "error.unit": "unit",
    "error.arithmetic": "arithmetic",
    "error.perimeter": "perimeter",
    "error.definition": "definition",
    "error.source": "source",
    "error.overstatement": "overstatement",
    # Errors planted.
    "planted.last_digit": "one more in the last digit",
    "planted.another_year": "the number of another year",
    "planted.another_place": "the number of another place",
    "planted.swapped_digits": "two digits swapped",
    "planted.first_digit": "another first digit",
    "planted.less": "less by 30%, or ten years",
    "planted.more": "more by 30%, or ten years",
    "planted.complement": "the rest of a hundred",
    "planted.dropped_digit": "the first digit left out",
    "planted.tenfold": "ten times",
    "planted.hundredth": "a share for a percentage",
    "planted.sign": "the other sign",
    "planted.moved": "a number moved by 30%, or a year by ten",
    "planted.misprinted": "a number misprinted in another way",
    "planted.negated": "a statement negated",
    # Why a claim is not tested.
    "reason.archive": "papers of before the web",
    "reason.opinion": "a judgement, not a fact",
    "reason.register": "a public register, not at hand",
    "reason.restricted": "a file open under contract",
    "reason.statistics": "a published statistical file, not at hand",
    "reason.undefined": "not defined well enough to be tested",
    "reason.unpublished": "papers that nobody publishes",
    "reason.work": "a work that the study quotes, or another in print",
    # Why a number found may be off the printed one.
    "basis.rounding": "rounding",
    "basis.revision": "revision",
    "basis.sampling": "sampling",
    "basis.period": "another period",
    "basis.perimeter": "another perimeter",
    "basis.definition": "another definition",
}
