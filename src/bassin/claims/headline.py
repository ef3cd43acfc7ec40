"""What the front page says of the claims: how many hold, and what not to print again."""

from __future__ import annotations

import pandas as pd

from bassin.indicators.stats import how_many
from bassin.phrase import Phrase
from bassin.read.printed import CONSEQUENCES, ESSENTIAL
from bassin.verdict import (
    COMPATIBLE,
    CONFIRMED,
    CONSISTENT,
    FAILING,
    SUPPORTED,
    UNTESTED,
)
from bassin.words import write

#: What the verdicts come down to, by a code that has a name, in the order of the bar.
BRIEF = {
    "brief_data": (CONFIRMED, COMPATIBLE),
    "brief_source": (SUPPORTED,),
    "brief_text": (CONSISTENT,),
    "brief_failing": FAILING,
    "brief_untested": UNTESTED,
}


def brief(verdicts: pd.Series) -> pd.Series:
    """How many claims hold, by what they are held against; do not; are not tested.

    Parameters
    ----------
    verdicts : Series of str
        Verdict of each claim, of :data:`bassin.verdict.VERDICTS`: those found, or those frozen in
        the list of claims, which every build holds the others to.

    Returns
    -------
    Series of int
        By the codes of :data:`BRIEF`, all of them; they add up to the claims.

    Examples
    --------
    >>> brief(pd.Series(["compatible", "differs", "context", "not public"])).tolist()
    [1, 0, 0, 1, 2]
    """
    groups = {verdict: code for code, words in BRIEF.items() for verdict in words}
    of = verdicts.map(groups.__getitem__)  # a verdict that is none is no claim left out
    counts = {code: how_many(of == code) for code in BRIEF}
    return pd.Series(counts, name="claims").rename_axis("brief")


def worst_first(table: pd.DataFrame) -> pd.DataFrame:
    """Claims that do not hold, those that matter most to the text first.

    Parameters
    ----------
    table : DataFrame
        As :func:`bassin.claims.judging.verdicts`; those that hold, or that nothing tests, are left
        out.
    """
    failing = table[table["verdict"].isin(FAILING)]
    ranks = failing.assign(
        effect=failing["effect"].map(CONSEQUENCES.index),
        importance=failing["importance"] == ESSENTIAL,
    )
    order = ranks.sort_values(["importance", "effect"], ascending=False, kind="stable")
    return failing.loc[order.index]


def slips(table: pd.DataFrame) -> pd.DataFrame:
    """One claim that does not hold of each kind of error, the one that matters most.

    Parameters
    ----------
    table : DataFrame
        As :func:`bassin.claims.judging.verdicts`.

    Returns
    -------
    DataFrame
        Index ``error`` (in words), that of the claim that matters most first; ``statement``,
        ``finding`` (what the evidence says), ``lines``, ``others`` (how many more claims have that
        error).
    """
    ordered = worst_first(table)
    others = ordered["error"].map(ordered["error"].value_counts()) - 1
    first = ordered.assign(others=others).drop_duplicates("error").set_index("error")
    shown = first[["statement", "finding", "lines", "others"]]
    return shown.rename(index=lambda code: write(Phrase(f"error.{code}")))
