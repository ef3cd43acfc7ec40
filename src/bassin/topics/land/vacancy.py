"""Vacant dwellings, as far as secrecy lets one add up."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import pandas as pd

from bassin.availability import SECRET
from bassin.indicators.stats import total, whole_number

#: Largest count that secrecy hides in the file of vacant dwellings: it prints none from 1 to 10.
LARGEST_HIDDEN = 10


def counted_by_area(
    dwellings: pd.DataFrame, areas: Mapping[str, Sequence[str] | None]
) -> pd.DataFrame:
    """Number of vacant dwellings of several areas, as far as secrecy lets one add up.

    Parameters
    ----------
    dwellings : DataFrame
        As :func:`bassin.read.cerema.vacant_dwellings`.
    areas : mapping
        Code of the area to those of its communes, or ``None`` for every commune of the table.

    Returns
    -------
    DataFrame
        Index ``area``; ``communes`` (listed), ``hidden`` (of them, where the vacant are secret),
        ``vacant_low`` and ``vacant_high`` (count, if each hidden one is from 1 to
        :data:`LARGEST_HIDDEN`).
    """
    rows = {}
    for area, codes in areas.items():
        there = dwellings if codes is None else dwellings.loc[dwellings.index.intersection(codes)]
        hidden = int((there["vacant_status"] == SECRET).sum())
        # What is hidden is bounded; what is missing is not.
        counted = total(there.loc[there["vacant_status"] != SECRET, "vacant"])
        rows[area] = {
            "communes": len(there),
            "hidden": hidden,
            "vacant_low": whole_number(counted + hidden),
            "vacant_high": whole_number(counted + LARGEST_HIDDEN * hidden),
        }
    return pd.DataFrame.from_dict(rows, orient="index").rename_axis("area")


def vacancy(dwellings: pd.DataFrame, communes: pd.DataFrame) -> pd.DataFrame:
    """Vacant dwellings by commune of the territory.

    Parameters
    ----------
    dwellings : DataFrame
        As :func:`bassin.read.cerema.vacant_dwellings`.
    communes : DataFrame
        Communes of the territory: ``name``.

    Returns
    -------
    DataFrame
        Index ``code``; ``name``, ``dwellings``, ``vacant``, ``vacant_2y``; NaN where secret, or the
        commune has no row.
    """
    return communes.join(dwellings[["dwellings", "vacant", "vacant_2y"]])
