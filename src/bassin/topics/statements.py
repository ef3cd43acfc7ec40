"""What the text itself states on a claim, number by number."""

from __future__ import annotations

import pandas as pd

from bassin.errors import TerritoryError
from bassin.files.transcribed import of_study
from bassin.phrase import Phrase
from bassin.read import printed
from bassin.topics.gathered import Topics


def numbers_told(study: Topics, claim: str) -> pd.Series:
    """Numbers of the text that belong to a claim, in their order.

    Returns
    -------
    Series of float
        Indexed by line of the text.
    """
    table = printed.numbers(study.sources, study.epci)
    return table[table["claim"] == claim].set_index("line")["value"]


def number_printed(study: Topics, claim: str) -> float:
    """Number the text prints for a claim.

    Raises
    ------
    TerritoryError
        If the text on the territory makes no such claim.
    """
    listed = printed.claims(study.sources, study.epci)["published"]
    if claim not in listed.index:
        file = of_study(study.epci, printed.CLAIMS)
        raise TerritoryError(f"{file}: no claim {claim!r}. What needs it is of another text.")
    return float(listed[claim])


def number_on_line(number: float, line: int) -> Phrase:
    """Say a number and the line of the text it stands on."""
    if number == int(number):
        return Phrase("statements.whole_on_line", number=int(number), line=line)
    return Phrase("statements.number_on_line", number=number, line=line)


def same_where_repeated(
    study: Topics, claim: str, below: float = float("inf")
) -> tuple[bool, Phrase]:
    """Whether a number is the same at every place the text gives it, and the phrase saying so.

    Parameters
    ----------
    study : Topics
    claim : str
    below : float, optional
        Numbers of the claim that are not below it, such as years, are left out.
    """
    numbers = numbers_told(study, claim)
    numbers = numbers[numbers < below]
    each = [number_on_line(number, int(line)) for line, number in numbers.items()]
    same = len(numbers) > 1 and bool((numbers == numbers.iloc[0]).all())
    return same, Phrase("statements.repeated", each=each)
