"""Every number of the study's text, and the claim it belongs to."""

from __future__ import annotations

import pandas as pd
import pandera.pandas as pa

from bassin.errors import DataError
from bassin.files.sources import Sources
from bassin.files.transcribed import of_study
from bassin.read import study_text
from bassin.read._parse import integers, read_delimited
from bassin.read._schema import check_schema, text
from bassin.read.printed._text import of_text
from bassin.read.printed.claims import CLAIMS, claims

NUMBERS, FINGERPRINT = "numbers.csv", "text-fingerprint.csv"

#: Why a number of the text is part of no claim.
REASONS = (
    "citation",  # year, in the reference to a work
    "enumeration",  # counts what the sentence itself names
    "footnote mark",  # calls a footnote, or heads it
    "heading",  # in a title, the caption of a figure or the head of its columns
    "list number",  # first, second, third point of an argument
    "meeting",  # date of a meeting at which someone spoke
    "name",  # part of a name, or of a thing's usual name
    "page",  # number of a page
    "reference",  # to a chapter or a figure of the study
    "set phrase",  # counts nothing
    "source",  # vintage of a data source
    "time frame",  # dates what the sentence is about, and asserts nothing of that date
    "unit",  # part of a unit
)


@of_text(FINGERPRINT)
def text_fingerprint(sources: Sources, epci: str) -> pd.Series:
    """What the text was when its numbers were listed.

    Returns
    -------
    Series of str
        ``text_sha256``, ``lines`` (ends of line), ``tokens``, ``tokens_sha256``.

    Raises
    ------
    DataError
        If there is not exactly one row.
    """
    file = of_study(epci, FINGERPRINT)
    names = ["text_sha256", "lines", "tokens", "tokens_sha256"]
    table = read_delimited(file, sources.transcription(file), columns=names)
    if len(table) != 1:
        cure = f"Restore {file}: it has a single row."
        raise DataError(file, f"{len(table)} rows where one is wanted", cure=cure)
    sha256 = text(pattern=r"[0-9a-f]{64}")
    columns = dict.fromkeys(names, text(pattern=r"\d+"))
    columns |= {"text_sha256": sha256, "tokens_sha256": sha256}
    check_schema(table, file, columns)
    return table.iloc[0]


@of_text(NUMBERS)
def numbers(sources: Sources, epci: str) -> pd.DataFrame:
    """Every number of the study's text, in digits or words, and the claim it belongs to.

    What counts as one is said in :mod:`bassin.read.study_text`.

    Returns
    -------
    DataFrame
        In the order of the text: ``line`` (from 1), ``position`` (from 1 in its line), ``token``
        (as printed), ``value`` (float), ``claim`` (of :func:`bassin.read.printed.claims`, empty
        where it is part of none), ``reason`` (of :data:`REASONS`, empty where there is a claim).

    Raises
    ------
    DataError
        If a number has neither claim nor reason, or both; a claim is not listed; numbers are out of
        order or missing in a line; or the list is not the one whose fingerprint is recorded.
    """
    file = of_study(epci, NUMBERS)
    names = ["line", "position", "token", "claim", "reason"]
    table = read_delimited(file, sources.transcription(file), columns=names)
    for column in names[:2]:
        table[column] = integers(table[column], file)
    known = claims(sources, epci).index
    columns = {
        "line": pa.Column("int64", pa.Check.ge(1)),
        "position": pa.Column("int64", pa.Check.ge(1)),
        "token": text(),
        "claim": pa.Column(str),
        "reason": pa.Column(str, pa.Check.isin(["", *REASONS])),
    }
    check_schema(table, file, columns)
    rank = table.groupby("line").cumcount() + 1
    faults = {
        "line": (table["line"].diff() < 0, "is out of order"),
        "position": (table["position"] != rank, "is not the next in its line"),
        "claim": (
            ~table["claim"].isin(["", *known]),
            f"is no claim of {CLAIMS}",
        ),
        "reason": (
            (table["claim"] == "") == (table["reason"] == ""),
            "stands where a number needs a claim or a reason, and not both",
        ),
    }
    for column, (wrong, what) in faults.items():
        if wrong.any():
            row = int(wrong.to_numpy().argmax())
            where = f"line {table.at[row, 'line']}, token {table.at[row, 'token']!r}"
            found = f"{str(table.at[row, column])!r} {what}"
            raise DataError(file, found, column=column, row=where)
    recorded = text_fingerprint(sources, epci)
    tokens = table[["line", "position", "token"]].itertuples(index=False, name=None)
    if study_text.tokens_sha256(tokens) != recorded["tokens_sha256"]:
        raise DataError(
            file,
            f"{len(table)} tokens that are not the {recorded['tokens']} recorded",
            cure=f"Restore it, or list the text anew and record it in {FINGERPRINT}.",
        )
    table.insert(3, "value", table["token"].map(study_text.value))
    return table
