"""Geographies of communes: which boundaries a table is on, and how it comes to those of 2023."""

from __future__ import annotations

from collections.abc import Collection, Iterable

import pandas as pd

from bassin.files.sources import Sources
from bassin.indicators.aggregate import MERGED
from bassin.phrase import Name
from bassin.places.national import EVERY, Ground, carried, merged
from bassin.places.passage import GEOGRAPHY, Passage

#: Before the first decree, in the summer of 1982.
FIRST_DAY = "1982-01-01"


def present_codes(
    old: Iterable[str], communes: Collection[str], passage: Passage, since: str = FIRST_DAY
) -> pd.Series:
    """Commune of today that each code of a list spread over years stands for.

    Parameters
    ----------
    old : iterable of str
        Codes as they were when each row was written.
    communes : collection of str
        Communes of :data:`~bassin.places.passage.GEOGRAPHY`.
    passage : Passage
    since : str
        Date before the first row.

    Returns
    -------
    Series of str
        Indexed by old code. NaN where the commune was divided, or the code is of no commune, past
        or present: neither is given to a neighbour.
    """
    codes, known = set(old), set(communes)
    former = codes - known
    moved = passage.transition(former, since, GEOGRAPHY)
    into: dict[str, set[str]] = {code: set() for code in former}
    for code, parts in moved.parts.items():
        for part in parts & former:
            into[part].add(code)
    present = {code: code for code in codes & known}
    present |= {
        code: next(iter(ends))
        for code, ends in into.items()
        if len(ends) == 1 and ends <= known and not ends & set(moved.splits)
    }
    listed = pd.Index(sorted(codes), name="old")
    return pd.Series(present, dtype=object).reindex(listed).rename("code")


def carried_later(
    sources: Sources, counts: pd.DataFrame, date: str, ground: Ground = EVERY
) -> pd.DataFrame:
    """Counts on the communes of a day after that of 2023, and which are counted in another.

    Parameters
    ----------
    sources : Sources
    counts : DataFrame of float
        Indexed by the communes of ``date``.
    date : str
    ground : Ground

    Returns
    -------
    DataFrame
        As :func:`bassin.places.national.carried`, with ``status``: merged, where a commune without
        a count has been one no more since 2023.
    """
    found = carried(sources, counts, date, ground)
    gone = merged(sources, found.notna().all(axis=1), ground)
    return found.assign(status=pd.Series(MERGED, index=found.index, dtype=object).where(gone))


def compass(degrees: float) -> Name:
    """Nearest of eight directions, by its code.

    Parameters
    ----------
    degrees : float
        Clockwise from north.

    Examples
    --------
    >>> compass(142), compass(350)
    ('towards_135', 'towards_0')
    """
    return Name(f"towards_{round(degrees % 360 / 45) % 8 * 45}")


def codes_of_departements(codes: pd.Index, departements: Collection[str]) -> list[str]:
    """Communes (or arrondissements) whose code starts with one of some departements.

    The start of a code holds for communes that have merged since and for arrondissements, which a
    list of today's communes does not have.
    """
    starts = tuple(departements)
    return [code for code in codes.tolist() if code.startswith(starts)]


def municipal_geography(year: int) -> str:
    """Date of the geography a municipal population is published on.

    A census year's populations come into force, and take the boundaries of, the first of January
    two years later; those before 2017 were redone on the boundaries of 2019.
    """
    return f"{max(year + 2, 2019)}-01-01"
