"""Figures 1.1, 1.2, 2.2 and 2.4 of the study, as printed."""

from __future__ import annotations

from itertools import pairwise

import pandas as pd
import pandera.pandas as pa

from bassin.files.sources import Sources
from bassin.files.transcribed import of_study
from bassin.read._parse import integers, read_delimited
from bassin.read._parse import numbers as to_numbers
from bassin.read._schema import check_schema, matches, text, whole
from bassin.read.printed._lines import PASSAGE
from bassin.read.printed._text import of_text

FIGURE_1_1 = "figure-1-1.csv"
FIGURE_1_2 = "figure-1-2.csv"

#: Industries of figure 1.2, in its order, and their total.
FABRIC = (
    "food",
    "chemicals",
    "machinery",
    "metals",
    "furniture_repair",
    "electrical",
    "mining",
    "other",
    "total",
)


@of_text(FIGURE_1_1)
def figure_1_1(sources: Sources, epci: str) -> pd.DataFrame:
    """Figure 1.1 as printed: private salaried jobs of the agglomeration, 2008-2022.

    Returns
    -------
    DataFrame
        Index ``measure``: ``industry`` and ``total`` (jobs), ``share`` (%). Columns the four
        years, and ``change_2008_2013_pct`` ... as printed, NaN where none is.
    """
    file = of_study(epci, FIGURE_1_1)
    years = [2008, 2013, 2018, 2022]
    changes = [f"change_{a}_{b}_pct" for a, b in pairwise(years)]
    names = ["measure", *map(str, years), *changes]
    table = read_delimited(file, sources.transcription(file), columns=names)
    table = table.set_index("measure").apply(to_numbers, file=file)
    columns = {str(year): pa.Column(float, pa.Check.gt(0)) for year in years}
    columns |= {name: pa.Column(float, nullable=True) for name in changes}
    index = pa.Index(str, pa.Check.isin(["industry", "total", "share"]), unique=True)
    check_schema(table, file, columns, index)
    return table.rename(columns={str(year): year for year in years})


@of_text(FIGURE_1_2)
def figure_1_2(sources: Sources, epci: str) -> pd.DataFrame:
    """Figure 1.2 as printed: industrial establishments and employees of the agglomeration, 2022.

    Returns
    -------
    DataFrame
        Index ``industry`` (of :data:`FABRIC`); ``a38`` (codes of the A38 industries it stands for),
        ``establishments``, ``employees``.
    """
    file = of_study(epci, FIGURE_1_2)
    names = ["industry", "a38", "establishments", "employees"]
    table = read_delimited(file, sources.transcription(file), columns=names)
    table = table.set_index("industry")
    for column in names[2:]:
        table[column] = integers(table[column], file)
    columns = {
        "a38": pa.Column(str, matches(r"(?:[A-Z]{2}(?: [A-Z]{2})*)?")),
        "establishments": whole(),
        "employees": whole(),
    }
    index = pa.Index(str, pa.Check.isin(FABRIC), unique=True, name="industry")
    check_schema(table, file, columns, index)
    return table


FIGURE_2_2 = "figure-2-2.csv"
FIGURE_2_4 = "figure-2-4.csv"
#: Classes of figure 2.4, as transcribed, to their codes.
DIPLOMAS = {
    "No diploma or CEP": "diploma_none",
    "Brevet": "diploma_brevet",
    "CAP or BEP": "diploma_cap",
    "Baccalauréat": "diploma_bac",
    "Higher education": "diploma_higher",
}


@of_text(FIGURE_2_2)
def figure_2_2(sources: Sources, epci: str) -> pd.DataFrame:
    """Ageing of the population as the study prints it: the years of its curves, and no value.

    Returns
    -------
    DataFrame
        Index ``year``; ``share_65_plus_pct``, ``share_15_29_pct`` (NaN: drawn, not written),
        ``lines`` (of its text).
    """
    file = of_study(epci, FIGURE_2_2)
    names = ["year", "share_65_plus_pct", "share_15_29_pct", "lines"]
    table = read_delimited(file, sources.transcription(file), columns=names)
    table["year"] = integers(table["year"], file)
    table = table.set_index("year")
    for column in names[1:3]:
        table[column] = to_numbers(table[column], file)
    percent = pa.Column(float, pa.Check.in_range(0, 100), nullable=True)
    columns = dict.fromkeys(names[1:3], percent) | {"lines": text(pattern=PASSAGE)}
    check_schema(table, file, columns, pa.Index("int64", unique=True, name="year"))
    return table


@of_text(FIGURE_2_4)
def figure_2_4(sources: Sources, epci: str) -> pd.DataFrame:
    """Highest diploma of people out of school in the agglomeration, as the study prints it.

    Returns
    -------
    DataFrame
        Index ``class``, codes of :data:`DIPLOMAS`; ``age_from`` and ``age_to`` (of the people the
        shares are of; NaN where there is no upper limit), ``2009``, ``2020`` (``int``
        columns: %), ``lines`` (of its text).
    """
    file = of_study(epci, FIGURE_2_4)
    names = ["class", "age_from", "age_to", "share_2009_pct", "share_2020_pct", "lines"]
    table = read_delimited(file, sources.transcription(file), columns=names)
    table = table.assign(**{"class": table["class"].replace(DIPLOMAS)}).set_index("class")
    for column in names[1:5]:
        table[column] = to_numbers(table[column], file)
    percent = pa.Column(float, pa.Check.in_range(0, 100))
    columns = {
        "age_from": pa.Column(float, whole(nullable=True).checks),
        "age_to": whole(nullable=True),
        "share_2009_pct": percent,
        "share_2020_pct": percent,
        "lines": text(pattern=PASSAGE),
    }
    known = pa.Check.isin(list(DIPLOMAS.values()))
    check_schema(table, file, columns, pa.Index(str, known, unique=True, name="class"))
    return table.rename(columns={"share_2009_pct": 2009, "share_2020_pct": 2020})
