"""Where an intercommunality stands among all by its median income."""

from __future__ import annotations

import pandas as pd

from bassin.files.sources import Sources
from bassin.read import insee

#: Part of the EPCI, from the poorest on, within which a place is among the poorest.
LOWEST = 0.1


def medians_of_epci(sources: Sources, of_2019: pd.Series, later: pd.Series) -> pd.DataFrame:
    """Medians of EPCI by year; rows that are no EPCI, as France, are left out."""
    medians = {
        year: insee.epci_medians(sources, year)
        for year, file in insee.FILOSOFI_EPCI.items()
        if file in sources
    }
    medians |= {2019: of_2019, 2021: later.xs(2021, level="year")}
    table = pd.DataFrame(medians)
    return table[table.index.str.fullmatch(r"\d{9}")]


def among_the_lowest(standing: pd.DataFrame) -> pd.DataFrame:
    """Whether each EPCI is in the lowest tenth by its median, a column a year.

    EPCI without a median in one of the years are left out: they were not there throughout.

    Parameters
    ----------
    standing : DataFrame
        Median of every EPCI, a column a year.
    """
    known = standing.dropna()
    return known.rank(pct=True) <= LOWEST


def standing_of(standing: pd.DataFrame, code: str) -> pd.DataFrame:
    """Where one EPCI stands among all, by year.

    Parameters
    ----------
    standing : DataFrame
        Median of every EPCI, a column a year.
    code : str
        SIREN of the EPCI.

    Returns
    -------
    DataFrame
        Index ``year``; ``median`` (euros), ``share`` (EPCI of the year whose median is not above
        it, %), ``of`` (EPCI whose median is known).
    """
    share = 100 * standing.rank(pct=True).loc[code]
    known = {"median": standing.loc[code], "share": share, "of": standing.notna().sum()}
    return pd.DataFrame(known).rename_axis("year")
