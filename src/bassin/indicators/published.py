"""Values published of groups of communes, brought together by kind of group."""

from __future__ import annotations

from collections.abc import Callable, Collection

import pandas as pd

from bassin.choices import chosen


def by_kind(
    kinds: Collection[str], among: Collection[str], values: Callable[[str], pd.Series | None]
) -> pd.DataFrame:
    """Values of some kinds of groups, each read only where it is asked for.

    Parameters
    ----------
    kinds : collection of str
        Those asked for.
    among : collection of str
        Those there are.
    values : callable
        Gives the values of a kind by group; ``None`` where no file at hand has them.

    Returns
    -------
    DataFrame
        Index ``(kind, group)``; ``value``.

    Raises
    ------
    ChoiceError
        If a kind is none of those.

    Examples
    --------
    >>> by_kind(["epci"], ["epci", "region"], lambda kind: pd.Series([1.0], ["200066918"]))
                    value
    kind group
    epci 200066918    1.0
    """
    asked = {kind: values(chosen("kind", kind, among)) for kind in kinds}
    there = {kind: found.astype(float) for kind, found in asked.items() if found is not None}
    if there:
        return pd.concat(there, names=["kind", "group"]).to_frame("value")
    index = pd.MultiIndex.from_arrays([[], []], names=["kind", "group"])
    return pd.DataFrame({"value": pd.Series(dtype=float)}, index=index)
