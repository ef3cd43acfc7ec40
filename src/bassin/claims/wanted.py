"""Who has what would tell of the claims that nothing tests, read in the notes of their list."""

from __future__ import annotations

import pandas as pd

from bassin.phrase import Phrase
from bassin.words import spaced, write


def publishers_of(wanted: str) -> list[str]:
    """Who has what would tell, as the notes of the list of claims name them: before a colon.

    Parameters
    ----------
    wanted : str
        A note: who has what would tell, a colon, what it is; another after a semicolon; remarks
        in further sentences.

    Returns
    -------
    list of str
        Their names; what the study has from others is called works that it quotes.

    Examples
    --------
    >>> publishers_of("INSEE: Base Sirene; DILA: associations. Lines 8-9 say: never.")
    ['INSEE', 'DILA']
    >>> publishers_of("Cuénot (2020): the work that the study quotes")
    ['works that the study quotes']
    """
    named = [part.partition(": ") for part in wanted.partition(". ")[0].split("; ")]
    # What a note says of a work that the study has a number from, and what such works are called.
    quoting, works = (write(Phrase(f"claims.{key}")) for key in ("quoting", "quoted"))
    return [works if quoting in what else who.strip() for who, colon, what in named if colon]


def publisher_of(wanted: str) -> str:
    """The same in one text: their names, with semicolons between.

    Examples
    --------
    >>> publisher_of("INSEE: Base Sirene; DILA: associations")
    'INSEE; DILA'
    """
    return spaced("; ".join(publishers_of(wanted)))


def holders(notes: pd.Series, own: pd.Index) -> pd.Series:
    """Who has what would tell of each of some claims.

    Parameters
    ----------
    notes : Series of str
        By claim, what would tell.
    own : Index
        The claims whose note says so. The others are drawn from claims that nothing tests.

    Returns
    -------
    Series of str
        By claim: as :func:`publisher_of`, or words that say that nobody is named; of the others,
        words that say what they are.
    """
    drawn, unnamed = (write(Phrase(f"claims.{key}")) for key in ("drawn", "unnamed"))
    named = notes.map(publisher_of).replace("", unnamed)
    return named.where(notes.index.isin(own), drawn).rename("wanted")
