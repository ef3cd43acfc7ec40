"""What one more doctor would change."""

from __future__ import annotations

from collections.abc import Mapping

import pandas as pd

from bassin.indicators.stats import significant, total
from bassin.models.catchments import OriginDestination
from bassin.topics.health.settings import MAIN, PER, measure


def scenarios(
    names: pd.Series,
    here: pd.Series,
    counts: pd.DataFrame,
    national: float,
    gains: Mapping[str, pd.Series],
) -> pd.DataFrame:
    """One more doctor in each of some communes: who would gain.

    Parameters
    ----------
    names : Series
        Name of each commune of the territory.
    here : Series
        Index of the communes of the territory, in doctors for 10,000 inhabitants.
    counts : DataFrame
        ``people`` of all communes.
    national : float
        The same index for the country.
    gains : mapping
        Commune that gets a doctor to what this adds to the index of each of the territory.

    Returns
    -------
    DataFrame
        Index name of the commune; ``before`` and ``after`` (its own index), ``communes`` (of
        the territory that gain more than a hundredth of the national mean), ``inside_pct``
        (share of the new doctor's time that goes to the territory), ``lifted`` (inhabitants of
        the territory that it brings from under the national mean to it or above, to two
        significant digits).
    """
    people = counts["people"].loc[here.index]
    before, rows = here, {}
    short = before < national
    for code, gain in gains.items():
        rows[names[code]] = {
            "before": before[code],
            "after": before[code] + gain[code],
            "communes": int((gain > national / 100).sum()),
            "inside_pct": 100 * float(total(gain * people)) / PER,
            # Who comes to a mean hangs on tenths of a minute of the model.
            "lifted": significant(total(people[short & (before + gain >= national)])),
        }
    return pd.DataFrame.from_dict(rows, orient="index").rename_axis("commune")


def one_more(od: OriginDestination, counts: pd.DataFrame, code: str, doctors: float) -> pd.Series:
    """Index of all communes in the main setting with more doctors in one of them.

    Nobody else moves: patients keep to the catchments they have.

    Parameters
    ----------
    od : OriginDestination
        Times between all communes.
    counts : DataFrame
        ``doctors``, ``people`` of all communes.
    code : str
        The commune.
    doctors : float
        How many more.
    """
    supply = counts["doctors"].copy()
    supply[code] += doctors
    return PER * measure(od, supply, counts["people"], MAIN).access
