"""Sums in francs and euros."""

from __future__ import annotations

import pandas as pd

#: Francs for one euro, fixed on 31 December 1998 (Council Regulation 2866/98).
FRANCS_PER_EURO = 6.55957
#: Years of the one rate that the study prints: of the francs, and of the euros.
RATE_OF = (1968, 2022)


def in_euros(sums: pd.DataFrame) -> pd.DataFrame:
    """Turn sums of francs into euros, at face value and, where a rate is printed, in later money.

    Parameters
    ----------
    sums : DataFrame
        As :func:`bassin.read.printed.sums`.

    Returns
    -------
    DataFrame
        On the same index; ``label``, ``currency``, ``money_of``, ``low`` and ``high`` (as printed;
        equal for one amount), ``euros_low`` and ``euros_high`` (at the fixed rate, no rise of
        prices counted), ``later_low`` and ``later_high`` (in the money of the rate printed beside
        the sum, NaN without one), ``index`` (``"index_printed"`` where a rate is, else
        ``"index_needed"``) and ``lines``.
    """
    low, high = sums["amount"], sums["amount_high"].fillna(sums["amount"])
    francs = sums["currency"] == "FRF"
    rate = francs.map({True: FRANCS_PER_EURO, False: 1.0})
    table = sums[["label", "currency", "money_of"]].assign(
        low=low,
        high=high,
        euros_low=low / rate,
        euros_high=high / rate,
        later_low=low * sums["equivalent"],
        later_high=high * sums["equivalent"],
    )
    known = sums["equivalent"].notna().map({True: "index_printed", False: "index_needed"})
    return table.assign(index=known, lines=sums["lines"])


def chained(rises: pd.Series, start: int, end: int) -> float:
    """By how much prices rose from the mean of one year to that of another, as a factor.

    Parameters
    ----------
    rises : Series
        Rise of prices on the year before, by year (%); every year from the one after ``start``.
    start, end : int

    Examples
    --------
    >>> chained(pd.Series({1968: 9.0, 1969: 10.0, 1970: 20.0}), 1968, 1970)
    1.32
    """
    years = range(start + 1, end + 1)
    return float((1 + rises.reindex(years) / 100).prod(skipna=False))


def is_wage(money: pd.DataFrame) -> pd.Series:
    """Which sums are hourly wages, told by their identifier."""
    return pd.Series(money.index.str.startswith("wage"), index=money.index)


def in_millions(money: pd.DataFrame) -> pd.DataFrame:
    """Sums of :func:`in_euros` in millions.

    Returns
    -------
    DataFrame
        Index ``label``; ``money_of``, ``low``, ``euros_low`` and ``later_low`` in millions,
        ``index``, ``lines``.
    """
    columns = ["low", "euros_low", "later_low"]
    table = money.assign(**money[columns] / 1e6).set_index("label")
    return table[["money_of", *columns, "index", "lines"]]
