"""Places and establishments found by their name, where a list has no code."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence

import pandas as pd

from bassin.errors import DataError


def match_zoning(zoning: pd.DataFrame, communes: pd.DataFrame) -> pd.Series:
    """Find the zone of communes in a list that knows them by name and postcode only.

    A postcode starts with the departement of the post office, nearly always that of the commune.
    Names are compared within it, without accents, case, hyphens or apostrophes.

    Parameters
    ----------
    zoning : DataFrame
        As :func:`bassin.read.ars.gp_zoning`.
    communes : DataFrame
        Index ``code``; ``name``, ``dep``.

    Returns
    -------
    Series of str
        Zone of each commune; NaN where the list has no such name.

    Raises
    ------
    DataError
        If a commune's name leads to two zones.
    """
    listed = zoning.assign(
        key=zoning["name"].map(plain_name), dep=zoning["postcode"].str[:2]
    ).drop_duplicates(["dep", "key", "zone"])
    double = listed.duplicated(["dep", "key"], keep=False)
    wanted = pd.MultiIndex.from_arrays([communes["dep"], communes["name"].map(plain_name)])
    keys = pd.MultiIndex.from_frame(listed[["dep", "key"]])
    ambiguous = wanted[wanted.isin(keys[double])]
    if len(ambiguous):
        raise DataError(
            "ars/zonage_medecins_2025.csv",
            "one name, two zones; the list has no INSEE code to tell them apart",
            column="Zonage",
            row=ambiguous[0],
        )
    zones = pd.Series(listed.loc[~double, "zone"].to_numpy(), index=keys[~double])
    return pd.Series(zones.reindex(wanted).to_numpy(), index=communes.index, name="zone")


def plain_name(name: str) -> str:
    """Name of a commune without accents, case or punctuation, for comparing lists.

    Examples
    --------
    >>> plain_name("Saint-Étienne-de-l'Olm")
    'saint etienne de l olm'
    """
    letters = unicodedata.normalize("NFKD", name.lower().replace("œ", "oe"))
    bare = "".join(letter for letter in letters if not unicodedata.combining(letter))
    return re.sub(r"[^a-z0-9]+", " ", bare).strip()


def named(establishments: pd.DataFrame, word: str, codes: Sequence[str]) -> pd.DataFrame:
    """Establishments of some communes with a word in their name, sorted by commune and name."""
    either = establishments["name"] + " " + establishments["long_name"]
    found = either.map(plain_name).str.contains(plain_name(word), regex=False)
    here = establishments["code"].isin(list(codes))
    return establishments[found & here].sort_values(["code", "name"])
