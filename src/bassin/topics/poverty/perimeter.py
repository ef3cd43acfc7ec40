"""Incomes of the intercommunalities of one day brought to the perimeters of another.

A median does not add up. That of a place made of several is read off their deciles put together:
each spreads its people over the ten steps of its own distribution, evenly within a step.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping

import numpy as np
import pandas as pd

from bassin.read import insee

#: Least part of the communes of a place, and of those it is made of, that both must have.
LIKE = 0.9
#: Where a distribution ends, as parts of its first decile and of its last.
ENDS = (0.0, 3.0)
_RANKS = np.arange(0.0, 1.01, 0.1)


def parts_of(
    then: Mapping[str, frozenset[str]], now: Mapping[str, frozenset[str]]
) -> dict[str, list[str]]:
    """Intercommunalities of a day that make up each of those of another, nearly or just.

    One of then goes to that of now which has most of its communes. What they make is like the one
    of now where at least :data:`LIKE` of the communes of each are in the other; where it is not,
    there is nothing to compare, and it is left out. Communes that one of the days does not have,
    merged or restored, are no difference.

    Parameters
    ----------
    then, now : mapping
        Communes by the code of the intercommunality.

    Returns
    -------
    dict
        Code of now to those of then, in order.

    Examples
    --------
    >>> then = {"1": frozenset("ab"), "2": frozenset("c"), "3": frozenset("d")}
    >>> parts_of(then, {"9": frozenset("abc"), "8": frozenset("xyzd")})
    {'9': ['1', '2']}
    """
    of = {commune: code for code, members in now.items() for commune in members}
    before = {commune for members in then.values() for commune in members}
    found: dict[str, list[str]] = {}
    for code, members in sorted(then.items()):
        heirs = Counter(of[one] for one in members if one in of)
        for heir, communes in heirs.items():
            if communes > heirs.total() / 2:
                found.setdefault(heir, []).append(code)
    alike = {}
    for code, parts in found.items():
        made = frozenset().union(*(then[part] for part in parts)) & of.keys()
        here = now[code] & before
        if len(made & here) >= LIKE * max(len(made), len(here)):
            alike[code] = parts
    return alike


def medians_on(distribution: pd.DataFrame, parts: Mapping[str, list[str]]) -> pd.Series:
    """Median of places that are made of others.

    Parameters
    ----------
    distribution : DataFrame
        Index: code of the others; ``persons``, ``d1`` to ``d9`` (euros).
    parts : mapping
        As :func:`parts_of`.

    Returns
    -------
    Series
        Index ``code``. That of a place with one part is the published one; NaN where a part is not
        listed, or one of several has no deciles.
    """
    whole = {code: made[0] for code, made in parts.items() if len(made) == 1}
    published = distribution["d5"].reindex(list(whole.values())).set_axis(list(whole))
    several = {
        code: _median(distribution.reindex(made)) for code, made in parts.items() if len(made) > 1
    }
    medians = pd.concat([published.astype(float), pd.Series(several, dtype=float)])
    return medians.reindex(list(parts)).rename_axis("code")


def _median(places: pd.DataFrame) -> float:
    deciles = places[insee.DECILES].to_numpy(dtype=float)
    people = places["persons"].to_numpy(dtype=float)
    if np.isnan(deciles).any() or np.isnan(people).any():
        return float("nan")
    low, high = (end * deciles[:, [at]] for end, at in zip(ENDS, (0, -1), strict=True))
    steps = np.hstack([low, deciles, high])
    grid = np.unique(steps)
    below = np.array([np.interp(grid, row, _RANKS) for row in steps])
    return float(np.interp(0.5, people @ below / people.sum(), grid))
