"""Wages, sums of money and the instruments they are spent through, as printed."""

from __future__ import annotations

import pandas as pd
import pandera.pandas as pa

from bassin.errors import DataError
from bassin.files.sources import Sources
from bassin.files.transcribed import of_study
from bassin.read._parse import numbers as to_numbers
from bassin.read._parse import read_delimited
from bassin.read._schema import check_schema, count, text, whole
from bassin.read.printed._lines import PASSAGE, PASSAGES
from bassin.read.printed._text import of_text

HOURLY_WAGES = "figure-miners-wage.csv"
#: Kinds of work whose wages are printed, as transcribed, to their codes.
WORK = {
    "Mines, benefits in kind counted": "wage_mines_in_kind",
    "Mines, wage alone": "wage_mines",
    "Other work in the basin": "wage_elsewhere",
}


@of_text(HOURLY_WAGES)
def hourly_wages(sources: Sources, epci: str) -> pd.DataFrame:
    """Hourly wages of the 1960s printed by the study after Grosrichard (1969).

    Returns
    -------
    DataFrame
        Index ``group``, codes of :data:`WORK`, work outside the mines last; ``low``, ``high``
        (francs of the time), ``lines`` of the study's text.
    """
    file = of_study(epci, HOURLY_WAGES)
    data = sources.transcription(file)
    table = read_delimited(file, data, columns=["group", "low", "high", "lines"])
    table = table.assign(group=table["group"].replace(WORK)).set_index("group")
    for column in ("low", "high"):
        table[column] = to_numbers(table[column], file, missing=())
    upside_down = table["low"] > table["high"]
    if upside_down.any():
        raise DataError(file, "low is above high", row=upside_down.idxmax())
    columns = {
        "low": pa.Column(float, pa.Check.gt(0)),
        "high": pa.Column(float, pa.Check.gt(0)),
        "lines": text(pattern=PASSAGE),
    }
    known = pa.Check.isin(list(WORK.values()))
    check_schema(table, file, columns, pa.Index(str, known, unique=True, name="group"))
    return table


INSTRUMENTS, SUMS = "instruments.csv", "sums.csv"

#: Who pays for an instrument: as transcribed, to its code.
PAYERS = {"State": "payer_state", "Europe": "payer_europe", "Local": "payer_local"}

#: Where a date comes from: the study, a raw file, or a decree outside both.
DATE_BASES = ("printed", "file", "outside", "")


@of_text(INSTRUMENTS)
def instruments(sources: Sources, epci: str) -> pd.DataFrame:
    """Instruments of reconversion of the study's chapter 3, one row each.

    Returns
    -------
    DataFrame
        Index ``id``; ``name``, ``founded`` (year, NaN where undated), ``founded_precision``
        (``"year"``, ``"decade"`` or empty), ``founded_basis`` (of :data:`DATE_BASES`), ``ended``
        (year, NaN where not given) and ``ended_basis``, ``last_seen`` (last year the text shows it
        at work; 2023 is that of the study), ``payer`` (a code of :data:`PAYERS`), ``pays`` (who
        pays), ``does``, ``successor`` (an ``id`` or empty), ``link`` (how it passes on),
        ``lines``, ``note``.

    Raises
    ------
    DataError
        Also if a successor is unknown, undated or older, dates are out of order, or a date has no
        basis.
    """
    file = of_study(epci, INSTRUMENTS)
    names = ["id", "name", "founded", "founded_precision", "founded_basis", "ended", "ended_basis"]
    names += ["last_seen", "payer", "pays", "does", "successor", "link", "lines", "note"]
    table = read_delimited(file, sources.transcription(file), columns=names)
    table = table.set_index("id")
    for column in ("founded", "ended", "last_seen"):
        table[column] = to_numbers(table[column], file)
    year = whole(nullable=True)
    columns = {name: text() for name in ("name", "pays", "does")}
    columns |= dict.fromkeys(("founded", "ended", "last_seen"), year)
    columns |= {name: pa.Column(str) for name in ("successor", "link", "note")}
    columns["founded_precision"] = pa.Column(str, pa.Check.isin(["year", "decade", ""]))
    columns["founded_basis"] = columns["ended_basis"] = pa.Column(str, pa.Check.isin(DATE_BASES))
    columns["payer"] = pa.Column(str, pa.Check.isin(list(PAYERS)))
    columns["lines"] = text(pattern=PASSAGES)
    check_schema(table, file, columns, pa.Index(str, unique=True, name="id"))
    after = table["successor"].map(table["founded"])
    led = table["successor"] != ""
    faults = {
        "successor": led & (after.isna() | ~table["successor"].isin(table.index)),
        "founded": led & table["founded"].gt(after),
        "link": led != (table["link"] != ""),
        "ended": table["ended"] < table["founded"],
        "last_seen": (table["last_seen"] < table["founded"])
        | (table["founded"].notna() & table["last_seen"].isna()),
        "founded_basis": (table["founded_basis"] != "") != table["founded"].notna(),
        "founded_precision": (table["founded_precision"] != "") != table["founded"].notna(),
        "ended_basis": (table["ended_basis"] != "") != table["ended"].notna(),
    }
    undated = led & table["founded"].isna()
    faults["successor"] |= undated
    for column, wrong in faults.items():
        if wrong.any():
            raise DataError(
                file,
                f"{table.at[wrong.idxmax(), column]!r} does not fit the other cells of the row",
                column=column,
                row=wrong.idxmax(),
            )
    return table.assign(payer=table["payer"].map(PAYERS))


@of_text(SUMS)
def sums(sources: Sources, epci: str) -> pd.DataFrame:
    """Sums of money the study prints, in francs and in euros.

    Returns
    -------
    DataFrame
        Index ``id``; ``label``, ``amount`` and ``amount_high`` (ends of a range; NaN for one
        amount), ``currency`` (``"FRF"``, the franc of 1960, or ``"EUR"``), ``money_of`` (year or
        years whose money it is), ``equivalent`` (a rate the study prints beside it, or NaN) and
        ``equivalent_unit``, ``lines``, ``note``.
    """
    file = of_study(epci, SUMS)
    names = ["id", "label", "amount", "amount_high", "currency", "money_of"]
    names += ["equivalent", "equivalent_unit", "lines", "note"]
    table = read_delimited(file, sources.transcription(file), columns=names).set_index("id")
    for column in ("amount", "amount_high", "equivalent"):
        table[column] = to_numbers(table[column], file)
    columns = {
        "label": text(),
        "amount": count(),
        "amount_high": count(nullable=True),
        "currency": pa.Column(str, pa.Check.isin(["FRF", "EUR"])),
        "money_of": text(),
        "equivalent": count(nullable=True),
        "equivalent_unit": pa.Column(str),
        "lines": text(pattern=PASSAGES),
        "note": pa.Column(str),
    }
    check_schema(table, file, columns, pa.Index(str, unique=True, name="id"))
    return table
