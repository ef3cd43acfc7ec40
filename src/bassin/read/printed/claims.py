"""The claims of the study, transcribed by hand."""

from __future__ import annotations

import re
from graphlib import CycleError, TopologicalSorter

import pandas as pd
import pandera.pandas as pa

from bassin.choices import chosen
from bassin.errors import DataError
from bassin.files.sources import Sources
from bassin.read._parse import numbers as to_numbers
from bassin.read._parse import read_delimited
from bassin.read._reused import reused
from bassin.read._schema import check_schema, matches, text
from bassin.read.printed._lines import PASSAGE
from bassin.verdict import UNTESTED, VERDICTS

CLAIMS = "claims.csv"

#: Identifiers of claims: none, one or several.
_IDENTIFIERS = r"([a-z0-9-]+(; ?[a-z0-9-]+)*)?"

#: Name of a figure, map or table of the book.
_EXHIBIT = r"(fig|map|tab)-[a-z0-9]+(-[a-z0-9]+)*"

#: What a claim is: a number to recompute, a statement to test, or a number the text itself gives
#: another value for elsewhere.
KINDS = ("number", "statement", "contradiction")


@reused
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
        ``topic``, ``section`` (name of an exhibit in the section of the book that discusses it),
        ``statement`` (in our words), ``published`` (float, NaN for a statement), ``unit``,
        ``period``, ``area``, ``kind`` (of :data:`KINDS`), ``rounding`` (half the last digit
        printed), ``tolerance`` (largest gap that leaves the conclusion as it is), ``check``
        (name of the check that tests it, or ``indicator:`` and the key of a declared one; empty
        where there is none), ``untested`` (of
        :data:`bassin.verdict.UNTESTED`: why nothing tests it, where it has no check or the check
        lacks its file; else empty), ``premises`` (tuple of the claims it concludes from),
        ``cannot_fail`` (why nothing could deny it, as :mod:`bassin.claims.challenge` tries; else
        empty), ``expected`` (verdict the book states), ``note``.

    Raises
    ------
    DataError
        If a row is incomplete, a premise is no claim or rests on what it is a premise of.
    ChoiceError
        If the chapter has no claim.
    """
    if chapter is not None:
        table = claims(sources)
        return table[table["chapter"] == chosen("chapter", chapter, table["chapter"].unique())]
    names = ["id", "chapter", "locus", "lines", "topic", "section", "statement"]
    names += [
        "published",
        "unit",
        "period",
        "area",
        "kind",
        "rounding",
        "tolerance",
        "check",
        "untested",
        "premises",
    ]
    names += ["cannot_fail", "expected", "note"]
    table = read_delimited(CLAIMS, sources.transcription(CLAIMS), columns=names).set_index("id")
    for column in ("published", "rounding", "tolerance"):
        table[column] = to_numbers(table[column], CLAIMS)
    measured = table["kind"] != "statement"
    for column in ("published", "rounding", "tolerance"):
        absent = measured & table[column].isna()
        if absent.any():
            raise DataError(CLAIMS, "empty", column=column, row=absent.idxmax())
    optional = pa.Column(str)
    columns = {
        "chapter": text(),
        "locus": text(),
        "lines": text(pattern=PASSAGE),
        "topic": text(),
        "section": text(pattern=_EXHIBIT),
        "statement": text(),
        "published": pa.Column(float, nullable=True),
        "unit": optional,
        "period": optional,
        "area": text(),
        "kind": pa.Column(str, pa.Check.isin(KINDS)),
        "rounding": pa.Column(float, pa.Check.ge(0), nullable=True),
        "tolerance": pa.Column(float, pa.Check.ge(0), nullable=True),
        "check": optional,
        "untested": pa.Column(str, pa.Check.isin(["", *UNTESTED])),
        "premises": pa.Column(str, matches(_IDENTIFIERS)),
        "cannot_fail": optional,
        "expected": pa.Column(str, pa.Check.isin(VERDICTS)),
        "note": optional,
    }
    name = matches(r"[a-z0-9]+(-[a-z0-9]+)*")
    check_schema(table, CLAIMS, columns, pa.Index(str, name, unique=True, name="id"))
    silent = (table["check"] == "") & (table["untested"] == "")
    if silent.any():
        raise DataError(
            CLAIMS,
            "a claim without a check does not say why nothing tests it",
            column="untested",
            row=silent.idxmax(),
            cure=f"Write one of: {', '.join(UNTESTED)}.",
        )
    table["premises"] = table["premises"].map(lambda cell: tuple(re.findall(r"[^; ]+", cell)))
    _refuse_loops(table["premises"])
    return table


def _refuse_loops(premises: pd.Series) -> None:
    """Refuse premises that are no claims, and claims that rest on themselves."""
    for claim, listed in premises.items():
        for premise in listed:
            if premise not in premises.index:
                raise DataError(
                    CLAIMS,
                    f"premise {premise!r} is no claim",
                    column="premises",
                    row=claim,
                    cure="Write identifiers of this file, with `;` between them.",
                )
    try:
        TopologicalSorter(premises.to_dict()).prepare()
    except CycleError as error:
        loop = " <- ".join(error.args[1])
        raise DataError(
            CLAIMS,
            f"a claim is its own premise: {loop}",
            column="premises",
            row=error.args[1][0],
            cure="Take one of these premises away.",
        ) from error
