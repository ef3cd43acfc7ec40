"""Where an intercommunality stands among all by its median income."""

from __future__ import annotations

import pandas as pd

from bassin.files.sources import Sources
from bassin.files.vintages import vintages
from bassin.places.passage import GEOGRAPHY
from bassin.read import insee
from bassin.topics.poverty.perimeter import medians_on, parts_of

#: Part of the EPCI, from the poorest on, within which a place is among the poorest.
LOWEST = 0.1


def medians_of_epci(sources: Sources) -> pd.DataFrame:
    """Median standard of living of every EPCI of 2023, a column a year of which a file is at hand.

    Each year is on the perimeters of 2023, as :func:`~.perimeter.parts_of` makes them of those the
    file has; a place that is not made of whole EPCI of then is left out of the year. Where the
    communes of the EPCI of then are not at hand a place is known by its code.

    Parameters
    ----------
    sources : Sources

    Returns
    -------
    DataFrame
        Index ``code``; euros a consumption unit a year, NaN where not known.
    """
    medians = {}
    for year in vintages(sources, f"{insee.DISTRIBUTION}.epci"):
        table = insee.filosofi_distribution(sources, "epci", year)
        medians[year] = _on_2023(sources, table, "filosofi_distribution", year)
    for year in vintages(sources, f"{insee.FILOSOFI}.epci"):
        if year not in medians:
            rates = insee.filosofi(sources, "epci", year)["median_income"]
            medians[year] = _on_2023(sources, rates.to_frame("d5"), "filosofi", year)
    if not medians.keys() >= {*insee.EPCI_INCOME_YEARS}:
        for year, rows in insee.epci_income(sources)["median_income"].groupby(level="year"):
            medians.setdefault(int(str(year)), rows.droplevel("year"))
    table = pd.DataFrame(medians).sort_index(axis=1)
    return table[table.index.str.fullmatch(r"\d{9}")]


def _on_2023(sources: Sources, table: pd.DataFrame, reader: str, year: int) -> pd.Series:
    if insee.EPCI_HISTORY not in sources:
        return table["d5"]
    day = insee.filosofi_day(sources, reader, "epci", year)
    before, now = (int(one[:4]) for one in (day, GEOGRAPHY))
    parts = sources.kept.get(
        ("epci_made_of", before, now),
        lambda: parts_of(*(insee.epci_members(sources, year) for year in (before, now))),
    )
    return medians_on(table.reindex(columns=["persons", *insee.DECILES]), parts)


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
