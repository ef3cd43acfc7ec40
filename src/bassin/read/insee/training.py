"""INSEE: places of training after school age."""

from __future__ import annotations

import pandas as pd

from bassin.files.sources import Sources
from bassin.files.vintages import file_of
from bassin.read._reused import reused
from bassin.read._schema import check, commune_index, whole
from bassin.read.insee.facilities import FACILITIES, crosstab, pick

TRAINING_YEAR = 2013
#: Kinds of places of training, by their label in the crosstab of 2013.
TRAINING_TYPES = {
    "general_lycee": "Lycée d'enseignement général et/ou technologique",
    "vocational_lycee": "Lycée d'enseignement professionnel",
    "agricultural_lycee": "Lycée technique et/ou professionnel agricole",
    "vocational_section": "SEP : Section enseignement professionnel",
    # The publisher cuts this label short.
    "technician_section": "Section Technicien Supérieur, Classe Préparatoire aux Grandes Ec",
    "apprentices": "Centre de formation d'apprentis (hors agriculture)",
    "engineers": "École d'ingénieurs",
    "health": "Formation santé",
    "other_higher": "Autres enseignements supérieurs",
    "greta": "GRETA",
    "other_continuing": "Autres formations continues",
}


@reused
def training_2013(sources: Sources) -> pd.DataFrame:
    """Places of training by commune in 2013 (Base permanente des équipements).

    A lycée that also has a vocational section counts once under each kind, as the publisher counts.

    Returns
    -------
    DataFrame
        Index ``code``; a column of counts (int) for each of :data:`TRAINING_TYPES`. A commune with
        no facility of any kind has no row, which is a zero.

    Raises
    ------
    DataError
        If a kind is absent, or a row does not add up to its own total.
    """
    file = file_of(sources, FACILITIES, TRAINING_YEAR)
    table = pick(crosstab(sources, file, TRAINING_YEAR), file, TRAINING_TYPES)
    return check(table, file, sources, {name: whole() for name in TRAINING_TYPES}, commune_index())
