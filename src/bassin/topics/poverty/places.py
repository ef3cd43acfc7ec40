"""Incomes and poverty rates of the places a territory is compared with."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import numpy as np
import pandas as pd

from bassin.files.sources import Sources
from bassin.places.territory import FRANCE, Territory
from bassin.read import insee
from bassin.topics.studied import claimed

#: France in the list of claims.
FRANCE_AMONG_CLAIMS = "France"
#: Regions overseas whose incomes are published.
OVERSEAS_REGIONS = ["01", "02", "03", "04", "06"]


def share_below(deciles: pd.DataFrame, threshold: float) -> pd.Series:
    """Share of people under a threshold, read between the deciles of their incomes.

    People are taken to be spread evenly between two deciles.

    Parameters
    ----------
    deciles : DataFrame
        One row a place; columns ``d1`` to ``d9`` in increasing order (euros).
    threshold : float
        In euros.

    Returns
    -------
    Series of float
        In %. NaN where a decile is missing, or the threshold is under the first or over the last:
        less than 10 %, or more than 90 %.

    Examples
    --------
    >>> share_below(pd.DataFrame([range(10, 100, 10)], columns=insee.DECILES), 25).tolist()
    [25.0]
    """
    ranks = np.arange(10, 100, 10)
    shares = [
        np.interp(threshold, row, ranks) if row[0] <= threshold <= row[-1] else np.nan
        for row in deciles[insee.DECILES].to_numpy(dtype=float)
    ]
    return pd.Series(shares, index=deciles.index, dtype=float, name="share_below_pct")


def places_2019(places: Mapping[str, tuple[str, str]], sources: Sources) -> pd.DataFrame:
    """Incomes of 2019 of the places a territory is compared with, France being the mainland.

    Parameters
    ----------
    places : mapping
        As :attr:`bassin.places.territory.Territory.levels`.
    sources : Sources
    """
    rows = {}
    for place, (level, code) in places.items():
        table = insee.filosofi_distribution(sources, level, 2019)
        key = insee.MAINLAND if level == "france" else code
        # An EPCI made since, or a departement overseas, has no row: nothing is made up for it.
        rows[place] = table.reindex([key]).iloc[0].drop("name")
    return pd.DataFrame.from_dict(rows, orient="index").astype(float).rename_axis("place")


def deciles_of_epci(distribution: pd.DataFrame, rates: pd.Series) -> pd.DataFrame:
    """Deciles of every EPCI in 2019, with the poverty rate that another file has.

    Parameters
    ----------
    distribution : DataFrame
        As :func:`bassin.read.insee.filosofi_distribution`, by EPCI.
    rates : Series
        Poverty rate (%) by EPCI.
    """
    return distribution[insee.DECILES].assign(poverty_rate_pct=rates.reindex(distribution.index))


def printed_of_places(
    territory: Territory, sources: Sources, claims: Sequence[str]
) -> dict[str, float]:
    """What the study prints in some claims, by the place each is of.

    A claim on a place that is none of the territory's levels is left out.

    Parameters
    ----------
    territory : Territory
    sources : Sources
    claims : sequence of str
        Identifiers; those that the text on the territory does not make are left out.
    """
    listed = claimed(territory, sources, claims)
    codes = {str(name): code for code, name in territory.place_names.items()}
    codes[FRANCE_AMONG_CLAIMS] = FRANCE
    known = listed[listed["area"].isin(list(codes))]
    return dict(zip(known["area"].map(codes), known["published"], strict=True))
