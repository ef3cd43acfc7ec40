"""By what a contested claim is computed again, or why there is no other choice to make."""

from __future__ import annotations

import pandas as pd
import pandera.pandas as pa

from bassin.errors import DataError
from bassin.files.sources import Sources
from bassin.files.transcribed import of_study
from bassin.read._parse import numbers, read_delimited
from bassin.read._schema import check_schema
from bassin.read.printed._text import of_text

CONTESTED = "contested.csv"
#: Why a claim admits no other choice: one list says who or what is in it; one file of one date and
#: place is at hand, and the text says what is counted; the claim is on one perimeter or measure
#: itself.
NO_CHOICE = ("one_list", "one_file", "one_definition")
_NAMES = ["claim", "curve", "reason", "unit", "decimals", "note"]


@of_text(CONTESTED)
def contested(sources: Sources, epci: str) -> pd.DataFrame:
    """How each contested claim is computed under other choices, one row a claim.

    Returns
    -------
    DataFrame
        Index ``claim`` (of :func:`bassin.read.printed.claims`); ``curve`` (name of its check under
        every choice, of :mod:`bassin.topics.findings`) or ``reason`` (of :data:`NO_CHOICE`), the
        other being empty; ``unit`` and ``decimals`` of its number; ``note`` (may be empty).

    Raises
    ------
    DataError
        Also if a row has both a curve and a reason, or neither.
    """
    file = of_study(epci, CONTESTED)
    table = read_delimited(file, sources.transcription(file), columns=_NAMES).set_index("claim")
    table["decimals"] = numbers(table["decimals"], file)
    columns = {
        "curve": pa.Column(str),
        "reason": pa.Column(str, pa.Check.isin(("", *NO_CHOICE))),
        "unit": pa.Column(str),
        "decimals": pa.Column(float, pa.Check.isin([0.0, 1.0, 2.0, 3.0])),
        "note": pa.Column(str),
    }
    check_schema(table, file, columns, pa.Index(str, unique=True, name="claim"))
    unclear = (table["curve"] == "") == (table["reason"] == "")
    if unclear.any():
        raise DataError(
            file,
            "a curve and a reason for none, or neither",
            column="curve",
            row=unclear.idxmax(),
            cure="Name the check under every choice, or write why there is no other choice.",
        )
    return table.astype({"decimals": int})
