"""What a second reader makes of claims, and of pages of the text, without the first reading."""

from __future__ import annotations

import pandas as pd
import pandera.pandas as pa

from bassin.errors import DataError
from bassin.files.sources import Sources
from bassin.files.transcribed import of_study
from bassin.read._parse import integers, read_delimited
from bassin.read._parse import numbers as to_numbers
from bassin.read._schema import check_schema, text
from bassin.read.printed._text import of_text
from bassin.read.printed.claims import claims, refuse_unlisted
from bassin.verdict import VERDICTS

SECOND_READING, SECOND_EXTRACTION = "second-reading.csv", "second-extraction.csv"
#: Pages of the text that were read anew: first and last line of each.
PAGES_READ = (
    *((150, 179), (330, 359), (440, 469), (560, 589), (700, 729)),
    *((830, 859), (960, 989), (1100, 1129), (1280, 1309), (1480, 1509)),
)


@of_text(SECOND_READING)
def second_reading(sources: Sources, epci: str) -> pd.DataFrame:
    """Verdicts of a second reader on a hundred claims, drawn by verdict.

    The second reader had the text, the claim, its evidence with its grade, and the rules; not the
    tolerance, nor the verdict.

    Returns
    -------
    DataFrame
        Index ``claim`` (of :func:`bassin.read.printed.claims`); ``said`` (whether the lines say
        it), ``right`` (whether number, unit and period are those of the text; missing for a
        statement), ``tolerance`` (float, NaN for a statement) with its ``basis``, ``first``
        (verdict of the first reader, as it was then), ``verdict`` (of the second; both of
        :data:`bassin.verdict.VERDICTS`), ``why``, ``settled`` (how a difference was settled;
        empty where there is none).

    Raises
    ------
    DataError
        If a claim is not listed or there twice, a number has no tolerance, or a difference is not
        settled in writing.
    """
    file = of_study(epci, SECOND_READING)
    names = ["claim", "said", "right", "tolerance", "basis", "first"]
    names += ["verdict", "why", "settled"]
    table = read_delimited(file, sources.transcription(file), columns=names)
    table = table.set_index("claim")
    table["tolerance"] = to_numbers(table["tolerance"], file)
    table["said"] = table["said"].map({"yes": True, "no": False})
    table["right"] = table["right"].map({"yes": True, "no": False}).astype("boolean")
    columns = {
        "said": pa.Column(bool),
        "right": pa.Column("boolean", nullable=True),
        "tolerance": pa.Column(float, pa.Check.ge(0), nullable=True),
        "basis": pa.Column(str),
        **dict.fromkeys(("first", "verdict"), pa.Column(str, pa.Check.isin(VERDICTS))),
        "why": text(),
        "settled": pa.Column(str),
    }
    check_schema(table, file, columns, pa.Index(str, unique=True, name="claim"))
    listed = claims(sources, epci)
    refuse_unlisted(file, pd.Series(table.index), listed)
    numbers = listed.loc[table.index, "kind"] != "statement"
    without = numbers & (table["tolerance"].isna() | table["right"].isna())
    if without.any():
        cure = "A number has both."
        what = "no tolerance, or not said whether the number is right"
        raise DataError(file, what, column="tolerance", row=without.idxmax(), cure=cure)
    unsettled = (table["first"] != table["verdict"]) != (table["settled"] != "")
    if unsettled.any():
        raise DataError(
            file,
            "two verdicts that differ and no word on which stands, or the reverse",
            column="settled",
            row=unsettled.idxmax(),
            cure="Say which stands, and why, where they differ alone.",
        )
    return table


@of_text(SECOND_EXTRACTION)
def second_extraction(sources: Sources, epci: str) -> pd.DataFrame:
    """Claims that a second reader finds on the pages of :data:`PAGES_READ`, without the list.

    Returns
    -------
    DataFrame
        One row a claim found: ``line`` (of the text), ``kind`` (``"number"`` or ``"statement"``),
        ``number`` (as printed), ``unit``, ``period``, ``area``, ``statement`` (in the reader's
        words), ``claim`` (the one of the list that says it; empty where none does).

    Raises
    ------
    DataError
        If a claim is not listed, a line is no whole number, or on none of the pages, or the claim
        of a number has none, or that of a statement has one.
    """
    file = of_study(epci, SECOND_EXTRACTION)
    names = ["line", "kind", "number", "unit", "period", "area", "statement", "claim"]
    data = sources.transcription(file)
    table = read_delimited(file, data, columns=names)
    table["line"] = integers(table["line"], file)
    optional = pa.Column(str)
    columns = {
        "line": pa.Column("int64"),
        "kind": pa.Column(str, pa.Check.isin(["number", "statement"])),
        **dict.fromkeys(("number", "unit", "period", "area"), optional),
        "statement": text(),
        "claim": optional,
    }
    check_schema(table, file, columns)
    _refuse_blank_numbers(file, table)
    read = pd.Series(False, table.index)
    for first, last in PAGES_READ:
        read |= table["line"].between(first, last)
    if not read.all():
        row = int((~read).to_numpy().argmax())
        what = f"line {table['line'].iloc[row]} is on none of the pages read"
        raise DataError(file, what, column="line", row=row, cure="Mend the line.")
    refuse_unlisted(file, table["claim"][table["claim"] != ""], claims(sources, epci))
    return table


def _refuse_blank_numbers(file: str, found: pd.DataFrame) -> None:
    """Refuse the claim of a number that has none, and a number that its kind denies."""
    has, due = found["number"].str.contains(r"[0-9]"), found["kind"] == "number"
    blank = found["number"].str.strip() == ""
    for wrong, what, cure in (
        (due & ~has, "no number, where the claim is one", "Give it as printed, or the kind."),
        (
            ~due & ~blank,
            "a number, where the claim is a statement",
            "Leave it out, or mend the kind.",
        ),
    ):
        if wrong.any():
            row = int(wrong.to_numpy().argmax())
            said = f"{found['number'].iloc[row]!r} is {what}"
            raise DataError(file, said, column="number", row=row, cure=cure)
