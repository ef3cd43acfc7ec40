"""How the figures of a claim are written: what is printed, what is found, and the gap."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

import pandas as pd

from bassin.phrase import Phrase
from bassin.show.tables import ABSENT
from bassin.verdict import UNTESTED
from bassin.words import NBSP, number, told, write

#: Units of a place in an order: its words are no number and unit.
ORDINAL = ("century", "rank")


def decimals(row: pd.Series) -> int:
    """Decimals that the number of a claim is printed with."""
    return len(f"{row['published']:.4f}".rstrip("0").partition(".")[2])


def figures(row: pd.Series) -> tuple[str, str]:
    """What is printed, with its unit, and what is found; whether it holds, of a statement.

    As many decimals as are printed; a share found has one all the same.
    """
    if pd.isna(row["published"]):
        holds = row["holds"]
        # What is found of a claim that is not judged is in its evidence: it decides nothing.
        silent = pd.isna(holds) or row["verdict"] in UNTESTED
        said = "" if silent else Phrase("panel.holds" if holds else "panel.fails")
        return ABSENT, write(said) or ABSENT
    year, percent = row["unit"] == "year", row["unit"].startswith("%")
    unit = "%" if percent else "" if year else told(row["unit"])
    places = decimals(row)
    spec = ".0f" if year else f",.{places}f"
    if row["unit"] in ORDINAL:
        return _placed(row, "printed"), _placed(row, "found")
    # A unit may go to the next line: columns are narrow, and some units are long.
    printed = number(row["published"], spec, unit).replace(NBSP, " ")
    if pd.isna(row["found"]):
        return printed, ABSENT
    spec = ".0f" if year else f",.{max(places, int(percent))}f"
    return printed, number(row["found"], spec, "%" if percent else "")


def _placed(row: pd.Series, which: str) -> str:
    """A place in an order, as it is printed or found."""
    value = row["published" if which == "printed" else "found"]
    if pd.isna(value):
        return ABSENT
    return write(Phrase(f"panel.{row['unit']}_{which}", number=int(value)))


def gap(row: pd.Series) -> str:
    """Gap of a claim, with its sign; of a share in points."""
    if pd.isna(row["gap"]):
        return ABSENT
    percent = row["unit"].startswith("%")
    places = max(decimals(row), int(percent))
    points = write(Phrase("panel.points")) if percent else ""
    return number(row["gap"], f"+,.{places}f", points).replace(NBSP, " ")


def with_decimals(
    values: pd.Series[Any], decimals: Iterable[int], units: Iterable[str]
) -> list[str]:
    """Write numbers with their decimals each, and years without separators."""
    return [
        ABSENT
        if pd.isna(value)
        else number(float(value), ".0f" if unit == "year" else f",.{places}f")
        for value, places, unit in zip(values, decimals, units, strict=True)
    ]
