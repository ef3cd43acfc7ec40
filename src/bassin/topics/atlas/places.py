"""The groups of communes of the atlas: what they are called, and how many communes they have."""

from __future__ import annotations

from collections.abc import Callable, Mapping

import pandas as pd

from bassin.files.sources import Sources
from bassin.indicators.stats import total
from bassin.places.membership import FRANCE, KINDS, groups, inhabitants, unresolved
from bassin.places.territory import FRANCE as COUNTRY
from bassin.read import anct, insee


def _epci(sources: Sources) -> pd.Series:
    listed = insee.epci(sources)
    return listed[listed["epci"].str.isdigit()].groupby("epci")["epci_name"].first()


def _zones(sources: Sources) -> pd.Series:
    return insee.employment_zones(sources).groupby("zone")["zone_name"].first()


#: Kind of group to what gives the names that its publisher has.
_NAMES: Mapping[str, Callable[[Sources], pd.Series]] = {
    "epci": _epci,
    "zone_emploi": _zones,
    "territoire_industrie": lambda sources: anct.industry_territories_2018(sources)["name"],
    "departement": lambda sources: insee.departements(sources)["name"],
    "region": lambda sources: insee.regions(sources)["name"],
    "france": lambda _: pd.Series({FRANCE: COUNTRY}),
}


def places(sources: Sources) -> pd.DataFrame:
    """Every group of every kind.

    Parameters
    ----------
    sources : Sources

    Returns
    -------
    DataFrame
        Index ``(kind, code)``, kinds in the order of
        :data:`~bassin.places.membership.KINDS`, codes in theirs; ``name`` (as its publisher has
        it; of France its code), ``communes`` (of 2023), ``inhabitants`` (in force on that first of
        January; missing where a commune's are), ``lost`` (SIREN of the members of a Territoire
        d'industrie whose communes no file gives; how many it has and any value are then missing).
    """
    living = inhabitants(sources)
    tables = {}
    for kind in KINDS:
        of = groups(sources, kind)
        grouped = living.groupby(of)
        table = _NAMES[kind](sources).sort_index().rename("name").to_frame()
        table["communes"] = of.value_counts().reindex(table.index).astype("Int64")
        table["inhabitants"] = total(grouped).reindex(table.index)
        lost = unresolved(sources) if kind == "territoire_industrie" else pd.Series(dtype=str)
        table["lost"] = lost.reindex(table.index).fillna("").astype(str)
        tables[kind] = table
    return pd.concat(tables, names=["kind", "code"])
