"""The departement of a commune, told by the start of its code."""

from __future__ import annotations

from typing import TypeVar

import pandas as pd

Codes = TypeVar("Codes", pd.Index, pd.Series)
#: How the codes of overseas departements begin: they have three characters, the others two.
OVERSEAS = "97"


def departement_of(code: str) -> str:
    """Departement of a commune, an arrondissement or an IRIS.

    Examples
    --------
    >>> departement_of("30007"), departement_of("2A004"), departement_of("97411")
    ('30', '2A', '974')
    """
    return code[: 3 if code.startswith(OVERSEAS) else 2]


def departements_of(codes: Codes) -> Codes:
    """Departement of each of some codes, as :func:`departement_of`; a missing one is missing.

    Examples
    --------
    >>> [*departements_of(pd.Index(["30007", "97411"]))]
    ['30', '974']
    """
    overseas = codes.str.startswith(OVERSEAS).astype(bool)
    return codes.str[:3].where(overseas, codes.str[:2])
