"""What statistical secrecy hides of the poverty of communes."""

from __future__ import annotations

from typing import NamedTuple

import numpy as np
import pandas as pd

from bassin.availability import MISSING, PUBLISHED, SECRET
from bassin.indicators.stats import total, whole_number
from bassin.topics.poverty.rates import years_of

#: Half of the last digit of the published rates: of an EPCI, of a commune.
EPCI_ROUNDING, COMMUNE_ROUNDING = 0.05, 0.5


class Interval(NamedTuple):
    """A number, and how far rounding may have moved it."""

    value: float
    low: float
    high: float


def hidden_rate(
    whole: float, persons: float, rates: pd.Series, people: pd.Series
) -> tuple[Interval, float]:
    """Mean rate of the places whose rate is masked, from that of all and those of the others.

    Parameters
    ----------
    whole : float
        Rate of all the places together, in %, rounded to a tenth.
    persons : float
        People in all the places, masked ones included.
    rates : Series
        Rates of the places, in %, rounded to a whole number; NaN where masked.
    people : Series
        People of each place, on the same index; may be NaN where the rate is.

    Returns
    -------
    Interval
        Mean rate of the masked places, and its extent if every rounding went one way, from 0 to
        100; NaN where no place is masked.
    float
        People in them.
    """
    known = rates.notna()
    there = float(total(people[known]))
    hidden = persons - there

    def rest(of_all: float, of_known: float) -> float:
        poor = persons * of_all - float(total((rates[known] + of_known) * people[known]))
        return poor / hidden if not known.all() else float("nan")

    def within(rate: float) -> float:  # rounding may lead further than any rate is
        return rate if np.isnan(rate) else float(np.clip(rate, 0.0, 100.0))

    interval = Interval(
        rest(whole, 0.0),
        within(rest(whole - EPCI_ROUNDING, COMMUNE_ROUNDING)),
        within(rest(whole + EPCI_ROUNDING, -COMMUNE_ROUNDING)),
    )
    return interval, hidden


def secrecy(people: pd.Series, rates: pd.DataFrame) -> pd.DataFrame:
    """How many communes have a rate, and how many people live in the others, by year.

    Parameters
    ----------
    people : Series
        Inhabitants by commune.
    rates : DataFrame
        ``rate_2019`` (%), ``status_2019`` ... by commune, of each year.

    Returns
    -------
    DataFrame
        Index ``year``; ``published``, ``secret``, ``missing`` (communes), ``secret_people``
        (inhabitants of 2020) and ``secret_pct`` (of those of all the communes).
    """
    rows = {}
    for year in years_of(rates):
        status = rates[f"status_{year}"]
        masked = float(total(people[status == SECRET]))
        rows[year] = {
            **{state: int((status == state).sum()) for state in (PUBLISHED, SECRET, MISSING)},
            "secret_people": whole_number(masked),
            "secret_pct": 100 * masked / total(people),
        }
    return pd.DataFrame.from_dict(rows, orient="index").rename_axis("year")
