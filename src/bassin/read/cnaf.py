"""Cnaf: households paid by the Caf, as its portal data.caf.fr exports them.

Neither file is at hand; each is read where it is. Their layout is that of the exports of the data
sets ``s_ben_epci_f`` and ``s_ben_nat`` (semicolons, names of fields as the header), which several
public programs read.
"""

from __future__ import annotations

import re

import pandas as pd
import pandera.pandas as pa

from bassin.availability import PUBLISHED, SECRET
from bassin.errors import DataError
from bassin.files.sources import Sources
from bassin.read._parse import masked_numbers, numbers, read_csv
from bassin.read._reused import reused
from bassin.read._schema import SIREN, check_schema, count

#: Recipients by benefit in each EPCI, every December since 2020.
EPCI = "cnaf/s_ben_epci_f.csv"
#: Recipients by benefit in France, every month since June 2016.
FRANCE = "cnaf/s_ben_nat.csv"

_COUNTS = {"indfoy_ndur": "recipients", "indfoy_ndural": "housing_aid"}
_MONTH = r"20\d{2}-(?:0[1-9]|1[0-2])(?:-01)?"
_DECEMBER = "12"


@reused
def recipients_by_epci(sources: Sources) -> pd.DataFrame:
    """Recipients of the Caf and of an aid for housing by EPCI, each December since 2020.

    Counts are rounded to five by the publisher, so that a share of two of them is known to a few
    points in a small EPCI only. An EPCI is that of the first of January after.

    Returns
    -------
    DataFrame
        Index ``(code, year)``; ``recipients`` (households paid at least one benefit for that
        December) and ``housing_aid`` (those paid an aid for housing), each with a ``..._status``.
        An empty cell is masked. Households abroad, or of no known EPCI, are left out. Of an EPCI
        listed again for the same December, the row with most recipients is kept: the others are
        leftovers of a household or two.

    Raises
    ------
    SourceError
        If the file is not listed: ask ``EPCI in sources`` first.
    DataError
        Also if a month is no December, or more households get an aid for housing than any benefit.
    """
    cells = _cells(sources, EPCI, "numepci")
    odd = cells["month"] != _DECEMBER
    if odd.any():
        row = cells.index[odd.to_numpy().argmax()]
        raise DataError(EPCI, "a month other than December", column="dtreffre", row=row)
    parts: dict[str, pd.Series] = {}
    for column, name in _COUNTS.items():
        parts[name], parts[f"{name}_status"] = masked_numbers(
            cells[column], EPCI, secret=("",), missing=()
        )
    table = pd.DataFrame({"code": cells["numepci"], "year": cells["year"], **parts})
    _no_more_than_all(table, EPCI)
    table = table[table["code"].str.fullmatch(SIREN, flags=re.ASCII)]
    table = table.sort_values("recipients", kind="stable").drop_duplicates(
        ["code", "year"], keep="last"
    )
    table = table.set_index(["code", "year"]).sort_index()
    status = pa.Column(str, pa.Check.isin([PUBLISHED, SECRET]))
    columns: dict[str, pa.Column] = {}
    for name in _COUNTS.values():
        columns |= {name: count(nullable=True), f"{name}_status": status}
    check_schema(table, EPCI, columns)
    return table


@reused
def recipients_of_france(sources: Sources) -> pd.DataFrame:
    """Recipients of the Caf and of an aid for housing in France, each December since 2016.

    Returns
    -------
    DataFrame
        Index ``year``; ``recipients`` and ``housing_aid``, as :func:`recipients_by_epci`, exact.

    Raises
    ------
    SourceError
        If the file is not listed: ask ``FRANCE in sources`` first.
    DataError
        Also if a December is listed twice, or more households get an aid for housing than any
        benefit.
    """
    cells = _cells(sources, FRANCE)
    table = cells[[*_COUNTS]].apply(numbers, file=FRANCE, missing=()).rename(columns=_COUNTS)
    _no_more_than_all(table, FRANCE)
    decembers = cells["month"] == _DECEMBER
    table = table[decembers].set_index(pd.Index(cells.loc[decembers, "year"], name="year"))
    years = pa.Index("int64", unique=True, name="year")
    check_schema(table, FRANCE, dict.fromkeys(_COUNTS.values(), count()), years)
    return table.sort_index()


def _cells(sources: Sources, file: str, *codes: str) -> pd.DataFrame:
    """The columns wanted as text, with the ``year`` and the ``month`` of each row."""
    cells = read_csv(
        sources, file, columns=["dtreffre", *codes, *_COUNTS], sep=";", encoding="utf-8-sig"
    )
    bad = ~cells["dtreffre"].str.fullmatch(_MONTH, flags=re.ASCII)
    if bad.any():
        at = int(bad.to_numpy().argmax())
        found = cells["dtreffre"].iloc[at]
        raise DataError(file, f"{found!r} is no month", column="dtreffre", row=cells.index[at])
    return cells.assign(
        year=cells["dtreffre"].str[:4].astype("int64"), month=cells["dtreffre"].str[5:7]
    )


def _no_more_than_all(table: pd.DataFrame, file: str) -> None:
    more = table["housing_aid"] > table["recipients"]
    if more.any():
        row = table.index[more.to_numpy().argmax()]
        raise DataError(file, "more recipients of housing aid than of any benefit", row=row)
