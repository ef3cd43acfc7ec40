"""DGCL: intercommunalities and their members."""

from __future__ import annotations

import pandas as pd

from bassin.errors import DataError
from bassin.files.sources import Sources
from bassin.files.vintages import each, file_of
from bassin.read._parse import integers, read_sheet
from bassin.read._reused import reused
from bassin.read._schema import SIREN, check, commune_index, text, whole
from bassin.read.insee.places import PIVOT

#: Dataset of the manifest, a file a year.
EPCI_MEMBERS = "epci-members"


@reused(year=each(EPCI_MEMBERS))
def epci_members(sources: Sources, year: int = PIVOT) -> pd.DataFrame:
    """Members of the EPCI with own taxation on the first of January of a year.

    Returns
    -------
    DataFrame
        Index ``code`` (INSEE); ``siren`` (of the commune), ``name``, ``epci`` (SIREN),
        ``epci_name``, ``municipal_population`` (in force that day: of the
        census three years before).

    Raises
    ------
    DataError
        Also if an EPCI's members are not as many as the file states, or its sheet is of another
        year.
    """
    file = file_of(sources, EPCI_MEMBERS, year)
    names = {
        "insee": "code",
        "siren_membre": "siren",
        "nom_membre": "name",
        "siren": "epci",
        "raison_sociale": "epci_name",
        f"pmun_{year}": "municipal_population",
        "nb_membres": "stated",
    }
    table = read_sheet(sources, file, f"Epcicom{year}", columns=list(names), header=1)
    table = table.rename(columns=names).set_index("code")
    for column in ("municipal_population", "stated"):
        table[column] = integers(table[column], file)
    counted = table["epci"].map(table["epci"].value_counts())
    wrong = counted != table["stated"]
    if wrong.any():
        row = wrong.idxmax()
        raise DataError(
            file,
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
    return check(table.drop(columns="stated"), file, sources, columns, commune_index())
