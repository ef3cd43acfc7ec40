"""Places of training: those the study names, and those of the register."""

from __future__ import annotations

import pandas as pd

from bassin.indicators.stats import total
from bassin.topics.ecosystem.labels import typeset


def training_table(training: pd.DataFrame, actors: pd.DataFrame) -> pd.DataFrame:
    """Places of training the study names, with where they are.

    Parameters
    ----------
    training : DataFrame
        As :func:`bassin.read.printed.training_places`.
    actors : DataFrame
        As :func:`bassin.read.printed.actors`.

    Returns
    -------
    DataFrame
        ``where``, ``side``, ``trains_in``, ``since``, ``lines``.
    """
    about = actors.loc[training["actor"]]
    where = about["place"].replace("", None).to_numpy()
    table = training.assign(
        where=where, side=about["side"].to_numpy(), lines=typeset(training["lines"])
    )
    return table[["where", "side", "trains_in", "since", "lines"]]


def training_map(
    training: pd.DataFrame, actors: pd.DataFrame, facilities: pd.DataFrame, communes: pd.DataFrame
) -> pd.DataFrame:
    """Places of training by commune, as the register lists them and as the study names them.

    Parameters
    ----------
    training, actors : DataFrame
        As for :func:`training_table`.
    facilities : DataFrame
        Places of training by commune of the territory, a column a kind.
    communes : DataFrame
        Communes of the territory: ``name``.

    Returns
    -------
    DataFrame
        ``name``, ``listed`` (by the register), ``named`` (by the study, where they can be placed
        in a commune).
    """
    codes = actors.loc[training["actor"], "code"]
    named = codes.value_counts().reindex(communes.index, fill_value=0)
    return communes.assign(listed=total(facilities, axis=1), named=named)


def training_by_kind(facilities: pd.DataFrame) -> pd.DataFrame:
    """Places of training of the register by kind.

    Parameters
    ----------
    facilities : DataFrame
        Places of training by commune of the territory, a column a kind.

    Returns
    -------
    DataFrame
        Index ``kind`` (code: ``"training_greta"``); ``places``, ``communes``, ``centre`` (those in
        the commune with most).
    """
    town = total(facilities, axis=1).idxmax()
    return pd.DataFrame(
        {
            "places": total(facilities),
            "communes": (facilities > 0).sum(),
            "centre": facilities.loc[town],
        }
    ).set_axis(pd.Index("training_" + facilities.columns, name="kind"))
