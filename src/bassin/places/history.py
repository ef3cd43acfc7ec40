"""The past of an intercommunality: who its members were, and how that is known."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

import pandas as pd

from bassin.collation import by_name
from bassin.errors import TerritoryError
from bassin.phrase import Phrase


def changes_of_members(
    members: Mapping[int, tuple[set[str], str]], names: pd.Series
) -> pd.DataFrame:
    """How many communes an EPCI has had, and who came, left or merged from one year to the next.

    Parameters
    ----------
    members : mapping
        Year to the codes of the communes on the first of January, and the code of how they are
        known.
    names : Series of str
        Names of all communes, by code.

    Returns
    -------
    DataFrame
        Index ``year``; ``communes`` (number), ``change`` (a phrase; ``""`` where nothing moved)
        and ``basis``.

    Examples
    --------
    >>> names = pd.Series({"1": "Mine", "2": "Plain"})
    >>> table = changes_of_members({2023: ({"1", "2"}, "INSEE"), 2024: ({"1"}, "IGN")}, names)
    >>> table.at[2024, "change"].given["moves"]
    [Phrase('history.leaves', name='Plain', code='2')]
    """
    rows = []
    before: set[str] | None = None
    for year, (codes, basis) in sorted(members.items()):
        gone = (before or codes) - codes
        came = codes - (before or codes)
        left = "history.merged" if year == 2025 else "history.leaves"
        moves = [
            Phrase(key, name=str(name), code=code)
            for key, codes in ((left, gone), ("history.joins", came))
            for code, name in _in_order(names[list(codes)])
        ]
        change = Phrase("history.change", moves=moves) if moves else ""
        rows.append((year, len(codes), change, basis))
        before = codes
    table = pd.DataFrame(rows, columns=["year", "communes", "change", "basis"])
    return table.set_index("year")


def _in_order(names: pd.Series) -> Iterator[tuple[str, str]]:
    """Codes and names of some places, by name; of one name, by code."""
    listed = by_name(names.sort_index().to_frame("name"))["name"]
    return ((str(code), str(name)) for code, name in listed.items())


def populations_of_2019(balance: pd.DataFrame, code: str) -> pd.Series | None:
    """Populations at each census of an EPCI on the perimeter of 2019; None where it was none then.

    Parameters
    ----------
    balance : DataFrame
        As :func:`bassin.read.anct.demographic_balance`.
    code : str
        SIREN of the EPCI.
    """
    if ("epci", code) not in balance.index.droplevel("start"):
        return None
    return balance.loc[("epci", code), "population_start"]


def communes_that_left(
    then: pd.Series, now: pd.Series, around: pd.DataFrame, name: str
) -> list[str]:
    """Communes whose populations are what an EPCI of 2019 exceeds its communes of 2023 by.

    Parameters
    ----------
    then, now : Series
        Inhabitants at each census: on the perimeter of 2019, and of the communes of 2023.
    around : DataFrame
        Inhabitants of the other communes, by code; a column a census.
    name : str
        Of the EPCI, for the message.

    Returns
    -------
    list of str
        One code, or none where the totals agree.

    Raises
    ------
    TerritoryError
        If the totals differ and no commune around explains it, or several do.
    """
    excess = (then - now).astype(int)
    if (excess == 0).all():
        return []
    fits = around.index[(around[excess.index] == excess).all(axis=1)]
    if len(fits) != 1:
        raise TerritoryError(
            f"{name}: the EPCI of 2019 counts {excess.iloc[-1]:+,.0f} inhabitants in "
            f"{excess.index[-1]} against the communes of 2023, and {len(fits)} commune(s) "
            "around have exactly these populations. More than one commune came or left."
        )
    return list(fits)
