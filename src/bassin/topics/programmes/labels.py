"""Labels of communes: which there are, who holds them, and in what sets."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import pandas as pd

from bassin.indicators.stats import total
from bassin.read import anct

INDUSTRY_1, INDUSTRY_2 = "territoires_industrie_1", "territoires_industrie_2"
DISTRICT_2015, DISTRICT_2024 = "priority_district_2015", "priority_district_2024"
SERVICES = "france_services"
#: Labels given to an intercommunality, which all its communes hold.
SHARED = (INDUSTRY_1, INDUSTRY_2)
#: Labels given to communes one by one, and the letters they go by in France.
OWN = {
    **dict(zip(anct.TOWN_PROGRAMMES, ("ACV", "PVD"), strict=True)),
    DISTRICT_2015: "QPV",
    DISTRICT_2024: "QPV",
    SERVICES: "FS",
}
#: Code of the set of a commune without a label of its own.
NO_LABEL = "labels_none"
#: A map tells eight categories apart.
_MOST_SETS = 8


def holds(members: pd.Series, communes: pd.DataFrame) -> pd.Series:
    """How many labels each commune holds through its intercommunality, or by itself.

    Parameters
    ----------
    members : Series of str
        By label, the SIREN of its members, separated by spaces.
    communes : DataFrame
        Index ``code``; ``siren`` (of the commune) and ``epci``, as
        :func:`bassin.read.dgcl.epci_members`.

    Returns
    -------
    Series of int
        Indexed by ``code``.
    """
    named = pd.Series(" ".join(members).split(), dtype=str).value_counts()
    own = communes["siren"].map(named).fillna(0)
    return (own + communes["epci"].map(named).fillna(0)).astype("int64")


def sets(held: pd.DataFrame, letters: Mapping[str, str]) -> pd.Series:
    """Set of labels each commune holds.

    Parameters
    ----------
    held : DataFrame
        Number of labels by commune, a column a label; NaN where not known.
    letters : mapping
        Label to the letters it goes by; labels of the same letters are told once.

    Returns
    -------
    Series of str
        ``"PVD + FS"``; :data:`NO_LABEL` where there is none. Where there are over eight sets, the
        code of the number of labels instead: ``"labels_2"``.
    """
    has = held[list(letters)].fillna(0) > 0
    named = [
        " + ".join(dict.fromkeys(letters[label] for label in letters if row[label])) or NO_LABEL
        for _, row in has.iterrows()
    ]
    found = pd.Series(named, index=held.index, name="labels", dtype=str)
    if found.nunique() <= _MOST_SETS:
        return found
    count = has.T.groupby(letters).any().sum()
    return count.map(lambda n: f"labels_{n}" if n else NO_LABEL).rename("labels")


def districts_of_communes(districts: pd.DataFrame) -> pd.Series:
    """Identifiers of the districts that reach into each commune."""
    return districts["ids"].str.split(", ").explode()


def times_found(found: Sequence[str] | pd.Index | pd.Series, codes: pd.Index) -> pd.Series:
    """How many times each commune is found."""
    return pd.Series(list(found), dtype=str).value_counts().reindex(codes, fill_value=0)


def label_total(people: pd.Series, count: pd.Series, labels: float) -> pd.Series:
    """Communes and inhabitants under one label, and their share of the territory's.

    Parameters
    ----------
    people : Series
        Inhabitants by commune.
    count : Series
        Number of the label by commune; NaN where not known.
    labels : float
        Number given.

    Returns
    -------
    Series of float
        ``labels`` (number given: districts, houses ...), ``communes``, ``inhabitants`` (of
        these communes, labelled or not), ``inhabitants_pct``. NaN where the list does not
        cover the whole territory.
    """
    given = count > 0
    found = {
        "labels": labels,
        "communes": given.sum(),
        "inhabitants": total(people[given]),
        "inhabitants_pct": 100 * total(people[given]) / total(people),
    }
    known = bool(count.notna().all())
    return pd.Series(found if known else dict.fromkeys(found, float("nan")), dtype=float)
