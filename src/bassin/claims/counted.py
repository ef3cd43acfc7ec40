"""How many claims of a chapter are tested, and why the others are not."""

from __future__ import annotations

import pandas as pd

from bassin.verdict import UNTESTED


def facts(table: pd.DataFrame, key: str, waited_for: str = "") -> dict[str, int]:
    """Facts of a chapter on its claims, as :func:`bassin.show.text.say` wants them.

    Parameters
    ----------
    table : DataFrame
        As :func:`bassin.claims.judging.verdicts`.
    key : str
        What the keys of the facts begin with.
    waited_for : str, optional
        How the notes name a file that some claims wait for.

    Returns
    -------
    dict
        ``<key>_claims``, ``<key>_tested`` and, with a file, ``<key>_waiting``.

    Examples
    --------
    >>> table = pd.DataFrame({"verdict": ["differs", "not obtained"], "finding": ["", "a file"]})
    >>> facts(table, "waves", "file")
    {'waves_claims': 2, 'waves_tested': 1, 'waves_waiting': 1}
    """
    untested = table["verdict"].isin(UNTESTED)
    told = {f"{key}_claims": len(table), f"{key}_tested": int((~untested).sum())}
    if waited_for:
        waiting = table.loc[untested, "finding"].str.contains(waited_for, regex=False)
        told[f"{key}_waiting"] = int(waiting.sum())
    return told


def reasons(table: pd.DataFrame) -> pd.DataFrame:
    """Claims that nothing tests, by what would.

    Parameters
    ----------
    table : DataFrame
        As :func:`bassin.claims.judging.verdicts`.

    Returns
    -------
    DataFrame
        Index ``finding``, in the order of the claims; ``claims`` (number), ``lines`` (of the text).

    Examples
    --------
    >>> table = pd.DataFrame(
    ...     {"verdict": "not obtained", "finding": "A file.", "lines": ["5", "9", "5"]}
    ... )
    >>> reasons(table)["lines"].to_dict()
    {'A file.': '5, 9'}
    """
    untested = table[table["verdict"].isin(UNTESTED)]
    return untested.groupby("finding", sort=False).agg(
        claims=("lines", "size"), lines=("lines", lambda lines: ", ".join(dict.fromkeys(lines)))
    )
