"""Etalab: the communes of each intercommunality (EPCI), year by year."""

from __future__ import annotations

import pandas as pd
import pandera.pandas as pa

from bassin.errors import DataError
from bassin.files.sources import Sources
from bassin.read._reused import reused
from bassin.read._schema import COMMUNE, SIREN, check, count, matches, text
from bassin.read._typed import read_parquet

EPCI_MEMBERS = "etalab/epci_membres_2019_2026.parquet"
#: Kinds of EPCI with a tax of their own, as the file spells them.
KINDS = ("CA", "CC", "CU", "METRO", "MET69")


@reused
def epci_members(sources: Sources) -> pd.DataFrame:
    """Communes of each EPCI with a tax of its own on the first of January, from 2019 to 2026.

    Put together by Etalab from the lists of INSEE and the DGCL. From 2021 on it has the legal
    populations in force, which are those of the census three years before. Those of 2026 are given
    as they were in 2025.

    Returns
    -------
    DataFrame
        Index ``(year, code)``; ``epci`` (SIREN), ``name``, ``kind`` (of :data:`KINDS`), ``siren``
        (of the commune), ``municipal_population`` and ``total_population`` (NaN before 2021).

    Raises
    ------
    DataError
        Also if a commune has one population and not the other, or more in the first than in the
        second.
    """
    texts = {
        "epci": "epci",
        "code_commune": "code",
        "nom_epci": "name",
        "type": "kind",
        "siren_commune": "siren",
    }
    amounts = {"pop_municipale": "municipal_population", "pop_totale": "total_population"}
    cells = read_parquet(
        sources, EPCI_MEMBERS, texts=[*texts], amounts=[*amounts], counts=["annee"]
    )
    cells = cells.rename(columns={"annee": "year", **texts, **amounts})
    table = cells.set_index(["year", "code"])
    municipal, total = (table[name] for name in amounts.values())
    off = (municipal.isna() != total.isna()) | (municipal > total)
    if off.any():
        raise DataError(
            EPCI_MEMBERS,
            "the municipal population is no part of the total one",
            column="pop_totale",
            row=off.idxmax(),
            cure="Use the file as it was listed.",
        )
    columns = {
        "epci": text(pattern=SIREN),
        "name": text(),
        "kind": pa.Column(str, pa.Check.isin(KINDS)),
        "siren": text(pattern=SIREN),
        **{name: count(nullable=True) for name in amounts.values()},
    }
    index = pa.MultiIndex(
        [
            pa.Index("int64", pa.Check.in_range(2000, 2100), name="year"),
            pa.Index(str, matches(COMMUNE), name="code"),
        ]
    )
    return check(table[[*columns]], EPCI_MEMBERS, sources, columns, index)
