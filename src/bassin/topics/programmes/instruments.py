"""The instruments of reconversion, one after the other."""

from __future__ import annotations

from dataclasses import dataclass

import pandas as pd

from bassin.phrase import Phrase


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
        ``start`` (a phrase where only the decade is printed) and ``end`` (years, NaN where none is
        given), ``pays``, ``does``, ``successor`` (its name, NaN without one) and
        ``lines``.
    """
    table = instruments
    start, end = (table[column].map("{:.0f}".format) for column in ("founded", "ended"))
    decade = (table["founded_precision"] == "decade") & table["founded"].notna()
    decades = table.loc[decade, "founded"].map(lambda year: Phrase("decade", year=int(year)))
    return pd.DataFrame(
        {
            "start": start.where(table["founded"].notna()).where(~decade, decades),
            "end": end.where(table["ended"].notna()),
            "pays": table["pays"],
            "does": table["does"],
            "successor": table["successor"].map(table["name"]),
            "lines": table["lines"],
        }
    ).set_axis(pd.Index(table["name"], name="name"))


@dataclass(frozen=True)
class CoalOutput:
    """Coal of France in 1960 by what the text says of the Cévennes and of everyone at work.

    Attributes
    ----------
    everyone : float
        At work in the mines of France.
    fewest, most : tuple of int and float
        Year and number of the miners of the Cévennes, when they were fewest and most.
    ceiling, plain : float
        Million tonnes, had each in France dug what the output of the Cévennes makes for each of
        the fewest, or of the most.
    """

    everyone: float
    fewest: tuple[int, float]
    most: tuple[int, float]
    ceiling: float
    plain: float


def coal_output(events: pd.DataFrame, tonnes: float) -> CoalOutput:
    """Most coal of 1960 that the numbers of the text allow.

    Parameters
    ----------
    events : DataFrame
        As :func:`bassin.read.printed.events`.
    tonnes : float
        Output of the Cévennes.
    """
    counts = events[events["kind"] == "count"].set_index(["place", "year"])["jobs"]
    miners = counts.loc["Cévennes"].dropna()
    everyone = float(counts.loc[("France", 1960)])
    fewest, most = float(miners.min()), float(miners.max())
    return CoalOutput(
        everyone=everyone,
        fewest=(int(miners.idxmin()), fewest),
        most=(int(miners.idxmax()), most),
        ceiling=tonnes / fewest * everyone / 1e6,
        plain=tonnes / most * everyone / 1e6,
    )
