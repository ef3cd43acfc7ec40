"""The prize for new firms: its editions, and what follows from the figures printed on it."""

from __future__ import annotations

from collections.abc import Collection

import numpy as np
import pandas as pd

from bassin.topics.ecosystem.labels import typeset


def year_of_edition(founded: int, number: int, without: Collection[int] = ()) -> int:
    """Year of the n-th edition of a yearly event that skipped some years.

    Examples
    --------
    >>> year_of_edition(2012, 10, without=[2020])
    2022
    """
    year = founded
    held = int(year not in without)
    while held < number:
        year += 1
        held += year not in without
    return year


def prize_ratios(figures: pd.DataFrame) -> pd.DataFrame:
    """What follows from the figures printed on the prize.

    Parameters
    ----------
    figures : DataFrame
        As :func:`bassin.read.printed.prize`.

    Returns
    -------
    DataFrame
        Index ``measure``; ``value``, ``unit``.
    """
    one = figures.drop_duplicates("item").set_index("item")["value"]
    active = round(one["laureates"] * one["active share"] / 100)
    applications = one["editions"] * np.array(
        [one["applications at most"], one["applications at least"]]
    )
    chance = 100 * one["laureates"] / applications
    rows = [
        ("Euros a laureate", one["endowment"] / one["laureates"], "euros"),
        ("Euros an edition", one["endowment"] / one["editions"], "euros"),
        ("Euros a job", one["endowment"] / one["jobs"], "euros"),
        ("Jobs a laureate", one["jobs"] / one["laureates"], "jobs"),
        ("Projects still active", active, "projects"),
        ("Jobs a project still active", one["jobs"] / active, "jobs"),
        ("Industrial laureates", one["laureates"] * one["industrial share"] / 100, "projects"),
        ("Laureates an edition", one["laureates"] / one["editions"], "projects"),
        ("Laureates for 100 applications, at least", chance[0], "projects"),
        ("Laureates for 100 applications, at most", chance[1], "projects"),
        ("Laureates for 10 projects heard", 10 * won(one), "projects"),
    ]
    return pd.DataFrame(rows, columns=["measure", "value", "unit"]).set_index("measure")


def won(one: pd.Series) -> float:
    """Laureates for one project heard, from 0 to 1."""
    return float(one["laureates"] / one["editions"] / one["oral examinations"])


def editions(figures: pd.DataFrame) -> pd.DataFrame:
    """Year in which the last edition counted falls, by founding year printed.

    Parameters
    ----------
    figures : DataFrame
        As :func:`bassin.read.printed.prize`.

    Returns
    -------
    DataFrame
        Index ``founded``; ``lines``, ``editions``, ``last`` (year).
    """
    by_item = figures.set_index("item")
    number = int(by_item.at["editions", "value"])
    without = [int(by_item.at["edition without a contest", "value"])]
    founded = figures[figures["item"] == "founded"]
    years = founded["value"].astype(int)
    return pd.DataFrame(
        {
            "lines": typeset(founded["lines"]).to_numpy(),
            "editions": number,
            "last": [year_of_edition(year, number, without) for year in years],
        },
        index=pd.Index(years, name="founded"),
    )
