"""DGCL: intercommunalities and their members."""

from __future__ import annotations

import pandas as pd

from bassin.errors import DataError
from bassin.files.sources import Sources
from bassin.read._parse import integers, read_sheet
from bassin.read._reused import reused
from bassin.read._schema import SIREN, check, commune_index, text, whole

EPCI_MEMBERS = "dgcl/epcicom2023.xlsx"


@reused
def epci_members_2023(sources: Sources) -> pd.DataFrame:
    """Members of the EPCI with own taxation on 2023-01-01.

    Returns
    -------
    DataFrame
        Index ``code`` (INSEE); ``siren`` (of the commune), ``name``, ``epci`` (SIREN),
        ``epci_name``, ``municipal_population`` (in force in 2023, i.e. census 2020).

    Raises
    ------
    DataError
        Also if an EPCI's members are not as many as the file states.
    """
    names = {
        "insee": "code",
        "siren_membre": "siren",
        "nom_membre": "name",
        "siren": "epci",
        "raison_sociale": "epci_name",
        "pmun_2023": "municipal_population",
        "nb_membres": "stated",
    }
    table = read_sheet(sources, EPCI_MEMBERS, "Epcicom2023", columns=list(names), header=1)
    table = table.rename(columns=names).set_index("code")
    for column in ("municipal_population", "stated"):
        table[column] = integers(table[column], EPCI_MEMBERS)
    counted = table["epci"].map(table["epci"].value_counts())
    wrong = counted != table["stated"]
    if wrong.any():
        row = wrong.idxmax()
        raise DataError(
            EPCI_MEMBERS,
            f"{counted[row]} members listed, {table.at[row, 'stated']} stated",
            column="nb_membres",
            row=table.at[row, "epci"],
        )
    columns = {
        "siren": text(pattern=SIREN),
        "name": text(),
        "epci": text(pattern=SIREN),
        "epci_name": text(),
        "municipal_population": whole(),
    }
    return check(table.drop(columns="stated"), EPCI_MEMBERS, sources, columns, commune_index())
