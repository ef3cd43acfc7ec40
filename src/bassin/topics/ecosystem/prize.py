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
        Index ``measure`` (code); ``value``, ``unit`` (code).
    """
    one = figures.drop_duplicates("item").set_index("item")["value"]
    active = round(one["laureates"] * one["active_share"] / 100)
    applications = one["editions"] * np.array(
        [one["applications_at_most"], one["applications_at_least"]]
    )
    chance = 100 * one["laureates"] / applications
    rows = [
        ("prize_euros_a_laureate", one["endowment"] / one["laureates"], "prize_in_euros"),
        ("prize_euros_an_edition", one["endowment"] / one["editions"], "prize_in_euros"),
        ("prize_euros_a_job", one["endowment"] / one["jobs"], "prize_in_euros"),
        ("prize_jobs_a_laureate", one["jobs"] / one["laureates"], "prize_in_jobs"),
        ("prize_active", active, "prize_in_projects"),
        ("prize_jobs_an_active", one["jobs"] / active, "prize_in_jobs"),
        ("prize_industrial", one["laureates"] * one["industrial_share"] / 100, "prize_in_projects"),
        ("prize_laureates_an_edition", one["laureates"] / one["editions"], "prize_in_projects"),
        ("prize_chance_low", chance[0], "prize_in_projects"),
        ("prize_chance_high", chance[1], "prize_in_projects"),
        ("prize_won_of_10", 10 * won(one), "prize_in_projects"),
    ]
    return pd.DataFrame(rows, columns=["measure", "value", "unit"]).set_index("measure")


def won(one: pd.Series) -> float:
    """Laureates for one project heard, from 0 to 1."""
    return float(one["laureates"] / one["editions"] / one["oral_examinations"])


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
    without = [int(by_item.at["edition_without_a_contest", "value"])]
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
