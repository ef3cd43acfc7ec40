"""What pages of others say of claims that no file tests, each page read and dated by hand."""

from __future__ import annotations

import numpy as np
import pandas as pd
import pandera.pandas as pa

from bassin.errors import DataError
from bassin.files.sources import Sources
from bassin.files.transcribed import of_study
from bassin.read._parse import numbers as to_numbers
from bassin.read._parse import read_delimited
from bassin.read._schema import check_schema, day, matches, text
from bassin.read.printed._text import of_text
from bassin.read.printed.claims import CLAIMS, claims
from bassin.read.printed.text import month_of

SECONDARY = "secondary.csv"

#: How what a page says stands to what the study prints. A page that is ``near`` decides nothing:
#: it says a part, another day, or another measure.
AGREEMENTS = ("agrees", "off_by_a_year", "differs", "near")

#: What a second reader, who had not seen what the first one wrote, makes of a page: one of the
#: above, or that it was not found again; empty where none has read it.
AGAIN = (*AGREEMENTS, "not_found_again", "")

#: Kinds of publishers; a body with a stake in what it says is a firm or an institution.
PUBLISHERS = (
    "association",
    "blog",
    "book",
    "encyclopaedia",
    "firm",
    "institution",
    "parliament",
    "press",
    "statute",
)

#: Whether a page owes nothing to the study: written before it, and not by whom it quotes.
INDEPENDENT = ("yes", "no", "unknown")

#: Most words that are quoted of a page.
QUOTED = 10

_DATE = r"(\d{4}(-\d{2}(-\d{2})?)?)?"


@of_text(SECONDARY)
def secondary(sources: Sources, epci: str) -> pd.DataFrame:
    """What others publish of claims, one row a claim and page.

    Returns
    -------
    DataFrame
        Index ``claim`` (of :func:`bassin.read.printed.claims`) and ``address`` of the page;
        ``found`` (what it says, in our words), ``value`` (float: its number, where it decides on a
        claim that is one, else NaN), ``first`` (what the first reader made of it, of
        :data:`AGREEMENTS`), ``again`` (of :data:`AGAIN`), ``agreement`` (what stands), ``settled``
        (why, where that is not what both readers made of it; else empty), ``title``,
        ``publisher``, ``kind`` (of :data:`PUBLISHERS`), ``dated`` (day, month or year of the page;
        empty where it has none), ``read`` (day it was read), ``independent`` (of
        :data:`INDEPENDENT`), ``quote`` (of :data:`QUOTED` words at most, or empty), ``note``.

    Raises
    ------
    DataError
        Also if a claim is not listed, a page is told twice of a claim, or called independent
        though it is no earlier than the study or has no date, a quotation is too long, a day is
        none, a page that decides on a number gives none, or a difference is not settled.
    """
    file = of_study(epci, SECONDARY)
    names = ["claim", "found", "value", "first", "again", "agreement", "settled", "address"]
    names += ["title", "publisher", "kind", "dated", "read", "independent", "quote", "note"]
    table = read_delimited(file, sources.transcription(file), columns=names)
    table = table.set_index("claim")
    table["value"] = to_numbers(table["value"], file)
    columns = {
        "found": text(),
        "value": pa.Column(float, nullable=True),
        "agreement": pa.Column(str, pa.Check.isin(AGREEMENTS)),
        "first": pa.Column(str, pa.Check.isin(AGREEMENTS)),
        "again": pa.Column(str, pa.Check.isin(AGAIN)),
        "settled": pa.Column(str),
        "address": text(pattern=r"https?://[^\s/]+/\S*"),
        "title": text(),
        "publisher": text(),
        "kind": pa.Column(str, pa.Check.isin(PUBLISHERS)),
        "dated": pa.Column(str, matches(_DATE)),
        "read": day(),
        "independent": pa.Column(str, pa.Check.isin(INDEPENDENT)),
        "quote": pa.Column(str),
        "note": pa.Column(str),
    }
    check_schema(table, file, columns, pa.Index(str, name="claim"))
    kinds = claims(sources, epci)["kind"].reindex(table.index)
    told = table.reset_index()
    for column, (wrong, what) in _faults(table, kinds, month_of(sources, epci)).items():
        if wrong.any():
            row = int(np.asarray(wrong).argmax())
            found = f"{told.at[row, column]!r} {what}"
            raise DataError(file, found, column=column, row=told.at[row, "claim"])
    return table.set_index("address", append=True)


def _faults(
    table: pd.DataFrame, kinds: pd.Series, published: str
) -> dict[str, tuple[pd.Series, str]]:
    """What no schema tells: rows that are wrong, and how, by column."""
    dated = table["dated"]
    days = pd.to_datetime(dated.map(_first_day), format="%Y-%m-%d", errors="coerce")
    # A year alone may be any month of it.
    month = dated.where(dated.str.len() != 4, dated + "-12").str[:7]
    late = (month >= published) | (dated == "")
    due = (kinds != "statement") & (table["agreement"] != "near")
    alike = (table["again"] == "") | (table["again"] == table["first"])
    settled = ~(alike & (table["first"] == table["agreement"]))
    twice = table.set_index("address", append=True).index.duplicated()
    return {
        "claim": (kinds.isna(), f"is no claim of {CLAIMS}"),
        "address": (pd.Series(twice, table.index), "is a page told twice of one claim"),
        "dated": (
            (days.isna() & (dated != "")) | (dated > table["read"]),
            "is no day, or is later than the day it was read",
        ),
        "independent": (
            late & (table["independent"] == "yes"),
            "is said of a page later than the study, or of no date",
        ),
        "value": (table["value"].isna() & due, "is no number, of a page that decides on one"),
        "settled": (settled != (table["settled"] != ""), "is no reason for readings that differ"),
        "quote": (table["quote"].str.split().str.len() > QUOTED, f"has over {QUOTED} words"),
    }


def _first_day(dated: str) -> str:
    """First day of a year, month or day.

    Examples
    --------
    >>> _first_day("2011"), _first_day("2011-05"), _first_day("2011-05-05")
    ('2011-01-01', '2011-05-01', '2011-05-05')
    """
    return dated + "-01-01"[len(dated) - 4 :] if dated else ""
