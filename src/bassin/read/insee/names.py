"""INSEE: which article the name of a place has, and whether *de* is elided before it.

The Code officiel géographique says so by a digit (TNCC, *type de nom en clair*), beside the name
without its article (NCCENR): which letter a name begins with does not tell. Before *Hauteville*
one says *d'* in Savoie, and *de* in the Aisne.
"""

from __future__ import annotations

import pandas as pd
import pandera.pandas as pa

from bassin.files.sources import Sources
from bassin.files.vintages import file_of
from bassin.read._parse import read_csv
from bassin.read._reused import reused
from bassin.read._schema import COMMUNE, DEPARTEMENT, check, matches, text
from bassin.read.insee.places import COMMUNES, DEPARTEMENTS, PIVOT, REGIONS

#: Level to its dataset, the column of its codes, and what these look like.
NAMED_LEVELS = {
    "commune": (COMMUNES, "COM", COMMUNE),
    "departement": (DEPARTEMENTS, "DEP", DEPARTEMENT),
    "region": (REGIONS, "REG", r"\d{2}"),
}
#: Digit of a name without an article before which *de* is elided.
ELIDED = "1"
#: Digit to the article of a name, as it is written where it is a part of it.
ARTICLES = {"2": "Le", "3": "La", "4": "Les", "5": "L'", "6": "Aux", "7": "Las", "8": "Los"}


@reused(level=tuple(NAMED_LEVELS))
def named_places(sources: Sources, level: str) -> pd.DataFrame:
    """Names of communes, departements or regions of :data:`PIVOT`, and how they are put together.

    Parameters
    ----------
    sources : Sources
    level : str
        Of :data:`NAMED_LEVELS`.

    Returns
    -------
    DataFrame
        Index ``code``; ``name``, ``bare`` (the name without its article) and ``kind`` (the digit:
        ``"0"`` no article, *de*; ``"1"`` no article, *d'*; those of :data:`ARTICLES`): text.
    """
    dataset, column, code = NAMED_LEVELS[level]
    file = file_of(sources, dataset, PIVOT)
    names = [column, "LIBELLE", "NCCENR", "TNCC"]
    if level == "commune":
        table = read_csv(sources, file, columns=[*names, "TYPECOM"])
        table = table[table["TYPECOM"] == "COM"].drop(columns="TYPECOM")
    else:
        table = read_csv(sources, file, columns=names)
    table = table.set_axis(["code", "name", "bare", "kind"], axis=1).set_index("code")
    index = pa.Index(str, matches(code), unique=True, name="code")
    columns = {"name": text(), "bare": text(), "kind": text(pattern="[0-8]")}
    return check(table, file, sources, columns, index)
