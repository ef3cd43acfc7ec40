"""Which side of the basin the study expects to have more of what."""

from __future__ import annotations

import pandas as pd
import pandera.pandas as pa

from bassin.errors import DataError
from bassin.files.sources import Sources
from bassin.files.transcribed import of_study
from bassin.read._parse import read_delimited
from bassin.read._schema import check_schema, text
from bassin.read.printed._lines import PASSAGE
from bassin.read.printed._text import of_text

EXPECTATIONS = "contrast-expectations.csv"

#: Side of the basin on which the study expects the higher value, or neither.
NO_SIDE = "no_side"
EXPECTED_SIDES = ("hills", "plain", NO_SIDE)


@of_text(EXPECTATIONS)
def contrast_expectations(sources: Sources, epci: str) -> pd.DataFrame:
    """Which side of the basin the study expects to have more of each indicator.

    The list was written from the text, before the indicators were computed by side.

    Returns
    -------
    DataFrame
        Index ``indicator``; ``family`` (what is measured, whatever the year) and ``vintage`` (the
        year, or the variant), ``headline`` (bool: the one of its family that is tested; the others
        only show whether it depends on the vintage), ``claim`` (code of the part of the study's
        argument it bears on), ``lines`` (of its text), ``higher`` (of :data:`EXPECTED_SIDES`),
        ``reason`` (in our words).

    Raises
    ------
    DataError
        If a row is incomplete, a family has no headline or several, or its vintages are not of one
        claim and one direction.
    """
    file = of_study(epci, EXPECTATIONS)
    names = ["indicator", "family", "vintage", "headline", "claim", "lines", "higher", "reason"]
    data = sources.transcription(file)
    table = read_delimited(file, data, columns=names).set_index("indicator")
    columns = {name: text() for name in ("family", "vintage", "reason")}
    columns["claim"] = text(pattern=r"argument_[a-z_]+")
    columns["lines"] = text(pattern=PASSAGE)
    columns["headline"] = pa.Column(str, pa.Check.isin(["yes", "no"]))
    columns["higher"] = pa.Column(str, pa.Check.isin(EXPECTED_SIDES))
    check_schema(table, file, columns, pa.Index(str, unique=True, name="indicator"))
    table["headline"] = table["headline"] == "yes"
    families = table.groupby("family")
    for column in ("claim", "higher"):
        mixed = table[column] != families[column].transform("first")
        if mixed.any():
            row = table.at[mixed.idxmax(), "family"]
            raise DataError(file, "vintages differ", column=column, row=row)
    wrong = families["headline"].sum() != 1
    if wrong.any():
        raise DataError(
            file,
            "a family has no headline or several",
            column="headline",
            row=wrong.idxmax(),
            cure="Write yes in one row of the family.",
        )
    return table
