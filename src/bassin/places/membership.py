"""Which group each commune of France is in, by kind of group: codes alone, no name.

=========================== =======================================================================
``epci``                    INSEE, EPCI (:func:`bassin.read.insee.epci`)
``departement``, ``region`` INSEE, Code officiel géographique (:func:`bassin.read.insee.communes`)
``zone_emploi``             INSEE, zones d'emploi of 2020
                            (:func:`bassin.read.insee.employment_zones`)
``territoire_industrie``    ANCT, the 149 of 2018 and their members
                            (:data:`bassin.read.anct.INDUSTRY_149`); communes of a member from DGCL
                            (:func:`bassin.read.dgcl.epci_members`)
``france``                  every commune of the Code officiel géographique
=========================== =======================================================================

All are on the first of January of :data:`bassin.read.insee.PIVOT`. A commune in no group of a kind
is missing: the four islands without an EPCI, most communes for the Territoires d'industrie. So are
the communes of a Territoire d'industrie with a member that is neither an EPCI of that day nor a
commune: of a part of it nothing is said.
"""

from __future__ import annotations

from collections.abc import Sequence

import pandas as pd

from bassin.choices import chosen
from bassin.files.sources import Sources
from bassin.read import anct, dgcl, insee

#: Kinds of groups, from the smallest to the whole.
KINDS = ("epci", "zone_emploi", "territoire_industrie", "departement", "region", "france")
#: Those a value of which is wrong as soon as a commune's is not known.
LOCAL = ("epci", "zone_emploi", "territoire_industrie")
#: Code of the one group of the kind ``france``.
FRANCE = "FR"


def codes(sources: Sources) -> pd.Index:
    """Communes of 2023-01-01, in the order of the Code officiel géographique."""
    return insee.communes(sources).index


def groups(sources: Sources, kind: str) -> pd.Series:
    """Group of each commune of 2023-01-01; only the files of this kind are read.

    Parameters
    ----------
    sources : Sources
    kind : str
        One of :data:`KINDS`.

    Returns
    -------
    Series of str
        Index ``code``; missing where the commune is in no group of this kind.

    Raises
    ------
    ChoiceError
        If there is no such kind.

    Examples
    --------
    >>> str(groups(Sources(), "epci")["30007"])  # doctest: +SKIP
    '200066918'
    """
    chosen("kind", kind, KINDS)
    listed = insee.communes(sources)
    if kind == "epci":
        member = insee.epci(sources)["epci"]
        found = member.where(member.str.isdigit())
    elif kind == "zone_emploi":
        found = insee.employment_zones(sources)["zone"]
    elif kind == "territoire_industrie":
        found = _industry(sources)
    elif kind == "france":
        found = pd.Series(FRANCE, index=listed.index)
    else:
        found = listed[{"departement": "dep", "region": "reg"}[kind]]
    return found.reindex(listed.index).rename(kind).rename_axis("code")


def membership(sources: Sources, kinds: Sequence[str] = KINDS) -> pd.DataFrame:
    """As :func:`groups`, a column a kind."""
    return pd.DataFrame({kind: groups(sources, kind) for kind in kinds})


def inhabitants(sources: Sources) -> pd.Series:
    """Inhabitants of every commune of 2023-01-01, as they are in force that day.

    They tell how much of a group an indicator reaches. Those of the members of an EPCI are from
    DGCL, Mayotte included; those of the others from INSEE's legal populations.

    Returns
    -------
    Series of float
        Index ``code``.
    """
    members = dgcl.epci_members(sources)["municipal_population"]
    legal = insee.legal_population(sources)["municipal"]
    listed = codes(sources)
    people = members.reindex(listed).astype(float)
    return people.fillna(legal.reindex(listed).astype(float)).rename("inhabitants")


def unresolved(sources: Sources) -> pd.Series:
    """SIREN of members of Territoires d'industrie whose communes no file gives, by territory."""
    known, siren = _sirens(sources)
    members = anct.industry_territories_2018(sources)["members"].str.split()
    lost = {
        key: " ".join(s for s in listed if s not in known and s not in siren)
        for key, listed in members.items()
    }
    return pd.Series({key: said for key, said in lost.items() if said}, dtype=str, name="members")


def _sirens(sources: Sources) -> tuple[dict[str, list[str]], dict[str, str]]:
    members = dgcl.epci_members(sources)
    by_epci = {str(epci): list(rows) for epci, rows in members.groupby("epci").groups.items()}
    return by_epci, dict(zip(members["siren"], members.index, strict=True))


def _industry(sources: Sources) -> pd.Series:
    by_epci, by_siren = _sirens(sources)
    lost, found = set(unresolved(sources).index), {}
    for key, listed in anct.industry_territories_2018(sources)["members"].items():
        for siren in () if key in lost else listed.split():
            for code in by_epci.get(siren) or [by_siren[siren]]:
                found[code] = key
    return pd.Series(found, dtype=str)
