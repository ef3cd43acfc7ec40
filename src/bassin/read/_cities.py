"""Paris, Marseille and Lyon, which some files give by arrondissement."""

from __future__ import annotations

import pandas as pd

from bassin.errors import DataError
from bassin.read._texts import fits

#: Communes that some files give by arrondissement, and the pattern of the codes of these.
ARRONDISSEMENTS = {"75056": "751[0-9]{2}", "13055": "132[0-9]{2}", "69123": "6938[0-9]"}


def arrondissements_of(codes: pd.Index) -> pd.Series:
    """Commune of each arrondissement of Paris, Marseille and Lyon among some codes.

    Returns
    -------
    Series of str
        Indexed by the codes that are arrondissements; empty where there is none.
    """
    # Few codes are any: all are looked through once, and those few for each city.
    parts = codes[fits(codes, "|".join(ARRONDISSEMENTS.values()))]
    found = {
        code: commune
        for commune, pattern in ARRONDISSEMENTS.items()
        for code in parts[fits(parts, pattern)]
    }
    return pd.Series(found, dtype=str)


def add_up_arrondissements(counts: pd.DataFrame, file: str) -> pd.DataFrame:
    """Replace the arrondissements in a table of counts by their communes, in the order of codes.

    Parameters
    ----------
    counts : DataFrame
        Additive columns, indexed by unique codes. A commune with a missing arrondissement is
        missing.
    file : str
        For the error.

    Raises
    ------
    DataError
        If a commune stands beside its own arrondissements: it would be counted twice.
    """
    communes = arrondissements_of(counts.index)
    if communes.empty:
        return counts
    double = counts.index.intersection(pd.Index(communes.unique()))
    if len(double):
        raise DataError(
            file,
            f"{double[0]} is given both as a commune and by arrondissement",
            column=str(counts.index.name or "code"),
            row=double[0],
            cure="Its people would be counted twice: use the file as published, or leave one out.",
        )
    parts = counts.loc[communes.index].groupby(communes)
    whole_cities = parts.sum(skipna=False).astype(counts.dtypes)
    return (
        pd.concat([counts.drop(index=communes.index), whole_cities])
        .sort_index()
        .rename_axis(counts.index.name)
    )
