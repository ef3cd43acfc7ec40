"""The instruments of reconversion, one after the other."""

from __future__ import annotations

import pandas as pd


def lives(instruments: pd.DataFrame) -> pd.DataFrame:
    """Dated instruments, as :func:`bassin.show.lineage.lives` draws them."""
    dated = instruments[instruments["founded"].notna()]
    return pd.DataFrame(
        {
            "name": dated["name"],
            "start": dated["founded"],
            "decade": dated["founded_precision"] == "decade",
            "end": dated["ended"],
            "last_seen": dated["last_seen"],
            "group": dated["payer"],
            "successor": dated["successor"],
        }
    )


def chain(instruments: pd.DataFrame, start: str) -> list[str]:
    """Identifiers from one instrument to its successor, to the last."""
    found = [start]
    while (after := instruments.at[found[-1], "successor"]) and after not in found:
        found.append(after)
    return found


def described(instruments: pd.DataFrame) -> pd.DataFrame:
    """Instruments in words, indexed by name.

    Parameters
    ----------
    instruments : DataFrame
        As :func:`bassin.read.printed.instruments`.

    Returns
    -------
    DataFrame
        ``start`` (``"1960s"`` where only the decade is printed) and ``end`` (years, NaN where
        none is given), ``pays``, ``does``, ``successor`` (its name, NaN without one) and
        ``lines``.
    """
    table = instruments
    start, end = (table[column].map("{:.0f}".format) for column in ("founded", "ended"))
    decade = (table["founded_precision"] == "decade").map({True: "s", False: ""})
    return pd.DataFrame(
        {
            "start": (start + decade).where(table["founded"].notna()),
            "end": end.where(table["ended"].notna()),
            "pays": table["pays"],
            "does": table["does"],
            "successor": table["successor"].map(table["name"]),
            "lines": table["lines"],
        }
    ).set_axis(pd.Index(table["name"], name="name"))
