"""INSEE: births, deaths and jobs by commune, from the comparison of territories."""

from __future__ import annotations

from collections.abc import Mapping

import pandas as pd
import pandera.pandas as pa

from bassin.errors import DataError
from bassin.files.sources import Sources
from bassin.read._cities import arrondissements_of
from bassin.read._parse import numbers, read_delimited
from bassin.read._reused import reused
from bassin.read._schema import check, commune_index, count
from bassin.read._unpack import archive, archived
from bassin.read.insee.unemployment import LABOUR_2018

#: Date of the geography of the file.
COMPARISON_GEOGRAPHY = "2021-01-01"

_COLUMNS = {
    "P13_POP": "population_2013",
    "P18_POP": "population_2018",
    "NAIS1318": "births",
    "DECE1318": "deaths",
    "P18_EMPLT": "jobs",
    "P18_ACT1564": "active",
    "P18_CHOM1564": "unemployed",
}


@reused
def comparison_2018(sources: Sources) -> pd.DataFrame:
    """Inhabitants, births and deaths from 2013 to 2018, jobs and employed residents in 2018.

    Returns
    -------
    DataFrame
        Index ``code`` on the geography of :data:`COMPARISON_GEOGRAPHY`; ``population_2013``,
        ``population_2018``, ``births``, ``deaths`` (of the five years), ``jobs`` (at the place of
        work, all ages), ``employed`` (residents of 15 to 64 who are active and not unemployed). NaN
        in Mayotte, and where a commune has no inhabitant.

    Raises
    ------
    DataError
        Also if the unemployed exceed the active.
    """
    table = _columns(sources, _COLUMNS)
    employed = table["active"] - table["unemployed"]
    if (employed < -1e-6).any():
        raise DataError(
            LABOUR_2018,
            "more unemployed than active",
            column="P18_CHOM1564",
            row=employed.idxmin(),
        )
    table = table.drop(columns=["active", "unemployed"]).assign(employed=employed.clip(lower=0))
    columns = {name: count(nullable=True) for name in table.columns}
    return check(table, LABOUR_2018, sources, columns, commune_index())


@reused
def published_areas(sources: Sources) -> pd.Series:
    """Area of each commune as INSEE publishes it, from the land register.

    Returns
    -------
    Series of float
        ``area_km2``, index ``code`` on the geography of :data:`COMPARISON_GEOGRAPHY`. NaN in
        Mayotte.
    """
    table = _columns(sources, {"SUPERF": "area_km2"})
    # The largest commune is Maripasoula, in Guyane.
    area = pa.Column(float, [pa.Check.gt(0), pa.Check.lt(20_000)], nullable=True)
    check(table, LABOUR_2018, sources, {"area_km2": area}, commune_index())
    return table["area_km2"]


def _columns(sources: Sources, names: Mapping[str, str]) -> pd.DataFrame:
    """Some columns of the file, renamed, as numbers by commune."""
    with archive(sources, LABOUR_2018) as opened:
        data = archived(LABOUR_2018, opened, "base_cc_comparateur.CSV")
    cells = read_delimited(LABOUR_2018, data, columns=["CODGEO", *names], sep=";")
    table = cells.set_index("CODGEO").rename(columns=dict(names)).rename_axis("code")
    return table.apply(numbers, file=LABOUR_2018)


def without_arrondissements(table: pd.DataFrame) -> pd.DataFrame:
    """Leave out the arrondissements of cities that are listed whole beside them.

    Paris, Lyon and Marseille are in the file twice: a sum of all rows would count them twice.

    Parameters
    ----------
    table : DataFrame
        Indexed by code.

    Examples
    --------
    >>> table = pd.DataFrame({"jobs": [5, 2, 3]}, index=["75056", "75101", "75102"])
    >>> list(without_arrondissements(table).index)
    ['75056']
    """
    cities = arrondissements_of(table.index)
    twice = cities.index[cities.isin(table.index)]
    return table.drop(index=twice)


def city_of(codes: pd.Index) -> pd.Index:
    """Commune each code belongs to: Paris for its arrondissements, and itself for the others.

    Examples
    --------
    >>> list(city_of(pd.Index(["30007", "75101"])))
    ['30007', '75056']
    """
    cities = arrondissements_of(codes).to_dict()
    return pd.Index([cities.get(code, code) for code in codes.tolist()], dtype=str)
