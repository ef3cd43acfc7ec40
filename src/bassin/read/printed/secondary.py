"""What pages of others say of claims that no file tests, each page read and dated by hand."""

from __future__ import annotations

import numpy as np
import pandas as pd
import pandera.pandas as pa

from bassin.errors import DataError
from bassin.files.sources import Sources
from bassin.read._parse import numbers as to_numbers
from bassin.read._parse import read_delimited
from bassin.read._reused import reused
from bassin.read._schema import check_schema, day, matches, text
from bassin.read.printed.claims import CLAIMS, claims

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

#: Month in which the study was published: a page of a later one may have copied it.
PUBLISHED = "2023-09"

#: Most words that are quoted of a page.
QUOTED = 10

_DATE = r"(\d{4}(-\d{2}(-\d{2})?)?)?"


@reused
def secondary(sources: Sources) -> pd.DataFrame:
    """What others publish of claims, one row a claim and page.

    Returns
    -------
    DataFrame
        Index ``claim`` (of :func:`bassin.read.printed.claims`) and ``address`` of the page;
        ``found`` (what it says, in our words), ``value`` (float: its number, where it decides on a
        claim that is one, else NaN), ``agreement`` (of :data:`AGREEMENTS`), ``again`` (of
        :data:`AGAIN`), ``title``,
        ``publisher``, ``kind`` (of :data:`PUBLISHERS`), ``dated`` (day, month or year of the page;
        empty where it has none), ``read`` (day it was read), ``independent`` (of
        :data:`INDEPENDENT`), ``quote`` (of :data:`QUOTED` words at most, or empty), ``note``.

    Raises
    ------
    DataError
        Also if a claim is not listed, a page is told twice of a claim, or called independent
        though it is later than the study or has no date, or a quotation is too long.
    """
    names = ["claim", "found", "value", "agreement", "again", "address", "title", "publisher"]
    names += ["kind", "dated", "read", "independent", "quote", "note"]
    table = read_delimited(SECONDARY, sources.transcription(SECONDARY), columns=names)
    table = table.set_index("claim")
    table["value"] = to_numbers(table["value"], SECONDARY)
    columns = {
        "found": text(),
        "value": pa.Column(float, nullable=True),
        "agreement": pa.Column(str, pa.Check.isin(AGREEMENTS)),
        "again": pa.Column(str, pa.Check.isin(AGAIN)),
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
    check_schema(table, SECONDARY, columns, pa.Index(str, name="claim"))
    pages = table.set_index("address", append=True)
    known = table.index.isin(claims(sources).index)
    free = table["independent"] == "yes"
    late = ((table["dated"].str[:7] > PUBLISHED) | (table["dated"] == "")) & free
    long = table["quote"].str.split().str.len() > QUOTED
    faults = {
        "claim": (~known, f"is no claim of {CLAIMS}"),
        "address": (pages.index.duplicated(), "is a page told twice of one claim"),
        "dated": (table["dated"] > table["read"], "is later than the day it was read"),
        "independent": (late, "is said of a page later than the study, or of no date"),
        "quote": (long, f"has over {QUOTED} words"),
    }
    told = table.reset_index()
    for column, (wrong, what) in faults.items():
        if wrong.any():
            row = int(np.asarray(wrong).argmax())
            found = f"{told.at[row, column]!r} {what}"
            raise DataError(SECONDARY, found, column=column, row=told.at[row, "claim"])
    return pages
