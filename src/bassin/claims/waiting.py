"""How many claims of a chapter nothing tests, and why."""

from __future__ import annotations

import pandas as pd

from bassin.verdict import UNTESTED, key


def untested(table: pd.DataFrame, chapter: str) -> dict[str, int]:
    """Facts of a chapter on its claims that nothing tests, as :func:`bassin.show.text.say` wants.

    Parameters
    ----------
    table : DataFrame
        As :func:`bassin.claims.judging.verdicts`.
    chapter : str
        What the keys of the facts begin with.

    Returns
    -------
    dict
        ``<chapter>_claims``, ``<chapter>_untested``, then ``<chapter>_<why>`` for each reason.

    Examples
    --------
    >>> untested(pd.DataFrame({"verdict": ["differs", "context", "context"]}), "land")
    {'land_claims': 3, 'land_untested': 2, 'land_not_obtained': 0, 'land_not_public': 0, \
'land_context': 2}
    """
    why = {f"{chapter}_{key(word)}": int((table["verdict"] == word).sum()) for word in UNTESTED}
    return {f"{chapter}_claims": len(table), f"{chapter}_untested": sum(why.values()), **why}
