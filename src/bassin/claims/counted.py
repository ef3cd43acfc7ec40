"""How many claims of a chapter are tested, and how many are not, by why."""

from __future__ import annotations

import pandas as pd

from bassin.verdict import UNGRADED, UNTESTED, key


def counted(table: pd.DataFrame, chapter: str, waited_for: str = "") -> dict[str, int]:
    """Facts of a chapter on its claims, as :func:`bassin.show.text.say` wants them.

    Parameters
    ----------
    table : DataFrame
        As :func:`bassin.claims.judging.verdicts`.
    chapter : str
        What the keys of the facts begin with.
    waited_for : str, optional
        How the notes name a file that some claims wait for.

    Returns
    -------
    dict
        ``<chapter>_claims``, ``<chapter>_tested``, ``<chapter>_untested``, then ``<chapter>_<why>``
        for each reason, and with a file ``<chapter>_waiting``.

    Examples
    --------
    >>> verdicts, grades = ["differs", "not obtained"], ["A", "N"]
    >>> table = pd.DataFrame({"verdict": verdicts, "grade": grades, "finding": ["", "a file"]})
    >>> found = counted(table, "waves", "file")
    >>> found["waves_claims"], found["waves_tested"], found["waves_waiting"]
    (2, 1, 1)
    """
    why = {f"{chapter}_{key(word)}": int((table["verdict"] == word).sum()) for word in UNTESTED}
    untested = table["grade"] == UNGRADED
    told = {
        f"{chapter}_claims": len(table),
        f"{chapter}_tested": int((~untested).sum()),
        f"{chapter}_untested": int(untested.sum()),
        **why,
    }
    if waited_for:
        waiting = table.loc[untested, "finding"].str.contains(waited_for, regex=False)
        told[f"{chapter}_waiting"] = int(waiting.sum())
    return told
