"""How the name of an intercommunality is put together: a table of this book, typed in.

INSEE publishes a name such as *CC du Pays Viganais*, and not where in it the place begins. The
table parts each of the 1,255 of 2023; what was decided by eye says why.
"""

from __future__ import annotations

import pandas as pd
import pandera.pandas as pa

from bassin.files.sources import Sources
from bassin.files.transcribed import PLACES
from bassin.read._parse import read_delimited
from bassin.read._reused import reused
from bassin.read._schema import SIREN, check_schema, matches, text

EPCI_NAMES = f"{PLACES}/epci-names.csv"
#: Legal forms, as INSEE writes them: communautés, métropoles, and the Métropole de Lyon.
LEGAL_FORMS = ("CC", "CA", "CU", "ME", "METLYON")
#: What ties a name to its legal form.
LINKS = ("", "de", "d'", "du", "de la", "de l'", "des")
#: Articles: with a capital they are a part of the name.
_ARTICLES = ("", "Le", "La", "L'", "Les", "la", "l'")


@reused
def epci_names(sources: Sources) -> pd.DataFrame:
    """Parts of the name of each EPCI of 2023.

    Returns
    -------
    DataFrame
        Index ``siren``; ``published`` (as INSEE writes it), ``form`` (of :data:`LEGAL_FORMS`),
        ``qualifier`` (an adjective of the form, as *intercommunale*), ``link`` (of
        :data:`LINKS`), ``article`` (of the name; with a capital where it is a part of it),
        ``bare`` (what is left), ``alone`` (``"yes"`` where the form is a part of the name, which
        stands without it), ``reviewed`` (what was decided, of those a rule does not part).

    Raises
    ------
    MissingFileError
        If the table is absent.
    DataError
        If a cell is not of its kind, or an EPCI is there twice.
    """
    names = ["siren", "published", "form", "qualifier", "link", "article", "bare", "alone"]
    data = sources.transcription(EPCI_NAMES)
    table = read_delimited(EPCI_NAMES, data, columns=[*names, "reviewed"]).set_index("siren")
    columns = {
        "published": text(),
        "form": pa.Column(str, pa.Check.isin(LEGAL_FORMS)),
        "qualifier": text(pattern=r"[a-zé]*"),
        "link": pa.Column(str, pa.Check.isin(LINKS)),
        "article": pa.Column(str, pa.Check.isin(_ARTICLES)),
        "bare": text(pattern=r"\S+(?: \S+)*"),
        "alone": pa.Column(str, pa.Check.isin(["", "yes"])),
        "reviewed": pa.Column(str),
    }
    index = pa.Index(str, matches(SIREN), unique=True, name="siren")
    check_schema(table, EPCI_NAMES, columns, index)
    return table
