"""Errata of the verdicts: how many moved, from what to what, and that none moves without one.

A verdict is of a claim, and of the evidence at hand for it; none is of a person.
"""

from __future__ import annotations

from collections.abc import Mapping
from itertools import product

import pandas as pd

from bassin.phrase import Phrase
from bassin.verdict import FAILING, HOLDING, UNTESTED
from bassin.words import write

#: Kinds of verdicts, by what they say of a claim.
KINDS: Mapping[str, tuple[str, ...]] = {
    "holding": HOLDING,
    "failing": FAILING,
    "untested": UNTESTED,
}


def moves(errata: pd.DataFrame) -> pd.DataFrame:
    """How many verdicts moved, by what they said before and after.

    Parameters
    ----------
    errata : DataFrame
        As :func:`bassin.read.printed.errata`.

    Returns
    -------
    DataFrame
        Index ``move`` (in words: each pair of :data:`KINDS` that occurs, in their order);
        ``moves``, ``claims``.
    """
    kind = {verdict: name for name, verdicts in KINDS.items() for verdict in verdicts}
    pair = pd.Series(list(zip(errata["from"].map(kind), errata["to"].map(kind), strict=True)))
    rows = {}
    for before, after in product(KINDS, repeat=2):
        of = errata.loc[(pair == (before, after)).to_numpy(), "claim"]
        if len(of):
            said = write(Phrase(f"moves.{before}_{after}"))
            rows[said] = {"moves": len(of), "claims": int(of.nunique())}
    return pd.DataFrame.from_dict(rows, orient="index").rename_axis("move")


def untold(
    changes: Mapping[str, tuple[str, str]], errata: pd.DataFrame
) -> dict[str, tuple[str, str]]:
    """Verdicts that changed, and that no erratum tells of.

    Parameters
    ----------
    changes : mapping
        Claim to the verdict it had and the one it has.
    errata : DataFrame
        As :func:`bassin.read.printed.errata`.

    Returns
    -------
    dict
        Those of ``changes`` of which no row begins at the first verdict, or of which the last
        row does not end at the second.
    """
    rows = {claim: errata[errata["claim"] == claim] for claim in changes}
    return {
        claim: (then, now)
        for claim, (then, now) in changes.items()
        if then not in set(rows[claim]["from"]) or rows[claim]["to"].iloc[-1] != now
    }
