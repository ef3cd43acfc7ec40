"""BDIFF: the national list of forest fires."""

from __future__ import annotations

import re

import pandas as pd
import pandera.pandas as pa

from bassin.errors import DataError
from bassin.files.sources import Sources
from bassin.read._parse import integers, numbers, read_delimited
from bassin.read._reused import reused
from bassin.read._schema import COMMUNE, check, count, text

FOREST_FIRES = "bdiff/incendies_foret_2014_2024.csv"

#: Lines above the header: a notice, the number of fires, the criteria of the selection.
_ABOVE = 3
_STATED = re.compile(r"Nombre d'incendies suivant les critères de sélection : (\d+)")
_BURNT = "Surface parcourue (m2)"
_FOREST = "Surface forêt (m2)"
#: What the area burnt is made of, in the form in use until 2022 and in that since.
_PARTS = (
    (
        "Surface maquis garrigues (m2)",
        "Autres surfaces naturelles hors forêt (m2)",
        "Surfaces agricoles (m2)",
        "Autres surfaces (m2)",
    ),
    (
        "Surface autres terres boisées (m2)",
        "Surfaces non boisées naturelles (m2)",
        "Surfaces non boisées artificialisées (m2)",
    ),
)
_SQUARE_METRES_PER_HECTARE = 10_000


@reused
def forest_fires(sources: Sources) -> pd.DataFrame:
    """Forest fires of France since 2014, one row each.

    Returns
    -------
    DataFrame
        ``code`` (commune where it started), ``alert`` (date and time of the first alert), ``year``,
        ``burnt_ha`` (all that burnt, not forest alone), ``forest_ha`` (NaN where the old form was
        not detailed), ``unchecked`` (bool: partial or not validated, says the publisher).

    Raises
    ------
    DataError
        Also if the fires are not as many as the file states above its header, a fire is of another
        year than its alert, or parts of the area burnt exceed it.
    """
    data = sources.read(FOREST_FIRES)
    parts = [part for form in _PARTS for part in form]
    names = {
        "Code INSEE": "code",
        "Date de première alerte": "alert",
        "Année": "year",
        _BURNT: "burnt_ha",
        _FOREST: "forest_ha",
        "Précision de la donnée": "unchecked",
    }
    rows = read_delimited(FOREST_FIRES, data, columns=[*names, *parts], sep=";", skip=_ABOVE)
    stated = _STATED.search(data.decode("utf-8"))
    if stated is None or int(stated[1]) != len(rows):
        raise DataError(
            FOREST_FIRES,
            f"{len(rows)} fires listed, {stated[1] if stated else 'none'} stated above the header",
            column="Nombre d'incendies",
            cure="The file was cut, or is another selection. Export it again.",
        )
    areas = rows[[_BURNT, _FOREST, *parts]].apply(numbers, file=FOREST_FIRES)
    for form in _PARTS:
        excess = areas[[_FOREST, *form]].sum(axis=1) > areas[_BURNT]
        if excess.any():
            raise DataError(
                FOREST_FIRES,
                "the parts of the area burnt add up to more than the whole",
                column=_BURNT,
                row=excess.idxmax(),
            )
    table = rows[list(names)].rename(columns=names)
    table["alert"] = pd.to_datetime(table["alert"], format="%Y-%m-%d %H:%M:%S", errors="coerce")
    table["year"] = integers(rows["Année"], FOREST_FIRES)
    strange = table["year"] != table["alert"].dt.year
    if strange.any():
        raise DataError(
            FOREST_FIRES, "not the year of the alert", column="Année", row=strange.idxmax()
        )
    table["burnt_ha"] = areas[_BURNT] / _SQUARE_METRES_PER_HECTARE
    table["forest_ha"] = areas[_FOREST] / _SQUARE_METRES_PER_HECTARE
    table["unchecked"] = table["unchecked"] != ""
    columns = {
        "code": text(pattern=COMMUNE),
        "alert": pa.Column("datetime64[ns]"),
        "year": pa.Column("int64", pa.Check.ge(2006)),
        "burnt_ha": count(),
        "forest_ha": count(nullable=True),
        "unchecked": pa.Column(bool),
    }
    return check(table, FOREST_FIRES, sources, columns)
