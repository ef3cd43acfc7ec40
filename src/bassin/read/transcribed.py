"""What the study prints, transcribed by hand into ``data/study``."""

from __future__ import annotations

import pandas as pd
import pandera.pandas as pa

from bassin.errors import DataError
from bassin.read._table import check_schema, numbers, read_delimited, text
from bassin.sources import Sources

CLAIMS = "claims.csv"

#: What a claim is: a number to recompute, a statement to test, or a number the text itself gives
#: another value for elsewhere.
KINDS = ("number", "statement", "contradiction")


def claims(sources: Sources, chapter: str | None = None) -> pd.DataFrame:
    """Claims of the study, one row each.

    Parameters
    ----------
    sources : Sources
    chapter : str, optional
        Only those of one chapter: ``"territory"``, ``"population"``, ``"health"``.

    Returns
    -------
    DataFrame
        Index ``id``; ``chapter``, ``locus`` (where in the study), ``lines`` (of its text),
        ``topic``, ``statement`` (in our words), ``published`` (float, NaN for a statement),
        ``unit``, ``period``, ``area``, ``kind`` (of :data:`KINDS`), ``rounding`` (half the last
        digit printed), ``tolerance`` (largest gap that leaves the conclusion as it is), ``note``.

    Raises
    ------
    DataError
        If a row is incomplete, or the chapter has no claim.
    """
    names = ["id", "chapter", "locus", "lines", "topic", "statement", "published", "unit"]
    names += ["period", "area", "kind", "rounding", "tolerance", "note"]
    table = read_delimited(CLAIMS, sources.transcription(CLAIMS), columns=names).set_index("id")
    for column in ("published", "rounding", "tolerance"):
        table[column] = numbers(table[column], CLAIMS)
    measured = table["kind"] != "statement"
    for column in ("published", "rounding", "tolerance"):
        absent = measured & table[column].isna()
        if absent.any():
            raise DataError(CLAIMS, "empty", column=column, row=absent.idxmax())
    optional = pa.Column(str)
    columns = {
        "chapter": text(),
        "locus": text(),
        "lines": text(pattern=r"^\d+(-\d+)?$"),
        "topic": text(),
        "statement": text(),
        "published": pa.Column(float, nullable=True),
        "unit": optional,
        "period": optional,
        "area": text(),
        "kind": pa.Column(str, pa.Check.isin(KINDS)),
        "rounding": pa.Column(float, pa.Check.ge(0), nullable=True),
        "tolerance": pa.Column(float, pa.Check.ge(0), nullable=True),
        "note": optional,
    }
    check_schema(table, CLAIMS, columns, pa.Index(str, unique=True, name="id"))
    if chapter is None:
        return table
    chosen = table[table["chapter"] == chapter]
    if chosen.empty:
        known = ", ".join(table["chapter"].unique())
        raise DataError(CLAIMS, f"no claim of chapter {chapter!r}; chapters: {known}")
    return chosen
