"""Identities that tables must keep: what adds up, what is a part, what is in order.

All are declared in :data:`ACCOUNTS`, by reader, and held at each read. A row that a publisher gives
otherwise is listed there with the reason. Where a value of an identity is secret or missing nothing
is said of it.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

import numpy as np
import numpy.typing as npt
import pandas as pd

from bassin.errors import DataError

_CURE = "Values may have changed places, or be of other places: use the file as published."


@dataclass(frozen=True, kw_only=True)
class Account:
    """An identity of the rows of a table.

    Attributes
    ----------
    within : float
        Largest gap that rounding alone leaves.
    but : mapping
        Rows that the publisher gives otherwise, by name, to the reason.
    """

    within: float = 1e-6
    but: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, kw_only=True)
class Adds(Account):
    """Columns that add up to another, or to a number such as 100.

    Attributes
    ----------
    parts : tuple of str
        A column, or one taken away: ``"-deaths"``.
    whole : str or float
    """

    parts: tuple[str, ...]
    whole: str | float

    @property
    def column(self) -> str:
        """The column an error names."""
        return self.whole if isinstance(self.whole, str) else self.parts[0]

    @property
    def said(self) -> str:
        """What breaks it, in words."""
        return f"{', '.join(self.parts)} do not add up to {self.whole}"


@dataclass(frozen=True, kw_only=True)
class Rises(Account):
    """Columns none of which is above the next: a part and its whole, deciles, thresholds."""

    columns: tuple[str, ...]

    @property
    def column(self) -> str:
        """The column an error names."""
        return self.columns[-1]

    @property
    def said(self) -> str:
        """What breaks it, in words."""
        return f"{' <= '.join(self.columns)} does not hold"


_DECILES = tuple(f"d{n}" for n in range(1, 10))
_WAYS = ("car", "walking", "cycling", "motorcycle", "transit", "no_transport")
_CATEGORIES = (
    *("farmers", "owners", "managers", "intermediate"),
    *("employees", "workers", "retired", "others"),
)
_SECTORS = ("farming", "industry", "construction", "services", "public")
_PERIODS = ("2011_2016", "2016_2022")

#: Reader to the identities of its table. The ages by IRIS of 2022 have none: the shares of a few
#: IRIS do not add up to a hundred as published, and their reader looks at the mean alone.
ACCOUNTS: Mapping[str, tuple[Adds | Rises, ...]] = {
    "anct.balance.demographic_balance": (
        Adds(parts=("births", "-deaths"), whole="natural", within=0.5),
        Adds(
            parts=("population_start", "natural", "migratory"), whole="population_end", within=0.5
        ),
    ),
    "bdiff.forest_fires": (Rises(columns=("forest_ha", "burnt_ha")),),
    "cerema.land_take_by_use": (
        Adds(parts=("housing", "activity", "other"), whole="total", within=0.1),
    ),
    "cerema.vacant_dwellings": (Rises(columns=("vacant_2y", "vacant", "dwellings")),),
    "etalab.epci_members": (Rises(columns=("municipal_population", "total_population")),),
    "drees.mobile_coverage_2019": (
        Rises(columns=("worst_4g_pct", "best_4g_pct"), within=0.01),
        Rises(columns=("worst_3g_pct", "best_3g_pct"), within=0.01),
    ),
    "france_travail.recruitment_by_occupation": (
        Rises(columns=("difficult", "projects")),
        Rises(columns=("seasonal", "projects")),
    ),
    "france_travail.recruitment_by_sector": (
        Rises(columns=("difficult", "projects")),
        Rises(columns=("seasonal", "projects")),
    ),
    "ign.town_halls_2012": (Rises(columns=("altitude_min_m", "altitude_max_m")),),
    "insee.commuting.commuting_modes": (
        Adds(parts=tuple(f"{way}_pct" for way in _WAYS), whole=100, within=0.6),
    ),
    "insee.comparison.comparison_2018": (Rises(columns=("employed", "population_2018")),),
    "insee.diplomas.large_communes": (
        Adds(
            parts=tuple(f"diploma_{name}" for name in ("none", "brevet", "cap", "bac", "higher")),
            whole=100,
            within=0.01,
        ),
    ),
    "insee.income.epci_income": (Rises(columns=("median_income", "d9")),),
    "insee.income.filosofi_distribution": (
        Rises(columns=_DECILES),
        Rises(columns=("households", "persons")),
    ),
    "insee.income.filosofi": (Rises(columns=("households", "persons")),),
    "insee.income.poverty_thresholds": (
        Rises(columns=("rate_40_pct", "rate_50_pct", "rate_60_pct")),
    ),
    "insee.iris.caf_iris": (
        Rises(columns=("housing_aid", "recipients")),
        Rises(columns=("recipients", "persons")),
    ),
    "insee.iris.iris_census": (Rises(columns=("above_bac2_pct", "higher_pct")),),
    "insee.occupations.occupations_2022": (
        # Each cell is rounded up: eight of them exceed their sum by four on average.
        Adds(parts=_CATEGORIES, whole="total", within=8),
    ),
    "insee.population.legal_population": (
        Adds(parts=("municipal", "counted_apart"), whole="total"),
    ),
    "insee.spheres.employment_spheres": (
        Adds(parts=tuple(f"{name}_2022_pct" for name in _SECTORS), whole=100, within=0.1),
    ),
    "insee.unemployment.labour_force": (Rises(columns=("unemployed", "active")),),
    "printed.money.hourly_wages": (Rises(columns=("low", "high")),),
    "ptod.areas": tuple(
        Adds(parts=(f"natural_{p}_pct", f"migratory_{p}_pct"), whole=f"growth_{p}_pct", within=0.11)
        for p in _PERIODS
    ),
    "toulouse_dataviz.commutes_2014": (Rises(columns=("straight_km", "road_km"), within=0.1),),
}


def broken(table: pd.DataFrame, account: Adds | Rises) -> pd.Series:
    """By how much each row breaks an identity, beyond what it allows; none where it holds.

    Examples
    --------
    >>> table = pd.DataFrame({"women": [2.0, 3.0], "men": [1.0, 1.0], "all": [3.0, 5.0]})
    >>> broken(table, Adds(parts=("women", "men"), whole="all")).to_dict()
    {1: 1.0}
    """
    if isinstance(account, Adds):
        gap = pd.Series(0.0, table.index)
        for part in account.parts:
            values = table[part.removeprefix("-")].astype(float)
            gap = gap - values if part.startswith("-") else gap + values
        whole = account.whole
        gap = (gap - (table[whole] if isinstance(whole, str) else whole)).abs()
    else:
        gap = pd.Series(_fallen(table, account.columns), table.index)
    off = gap[gap > account.within]
    return off[~off.index.map(str).isin(list(account.but))] if account.but else off


def _fallen(table: pd.DataFrame, columns: Sequence[str]) -> npt.NDArray[np.float64]:
    """By how much each row falls most from one column to the next; below zero where it rises."""
    # One that is not known is passed over; those on its sides must still be in order.
    last = table[columns[0]].to_numpy(dtype=float, na_value=np.nan)
    fall = np.full(len(table), np.nan)
    for column in columns[1:]:
        values = table[column].to_numpy(dtype=float, na_value=np.nan)
        known = np.where(np.isnan(values), last, values)
        fall, last = np.fmax(fall, last - known), known
    return fall


def balance(reader: str, file: str, table: pd.DataFrame) -> None:
    """Refuse a table that breaks an identity of its reader.

    Raises
    ------
    DataError
        Naming the identity, the row, and how many rows break it.
    """
    for account in ACCOUNTS.get(reader, ()):
        rows = broken(table, account)
        if len(rows):
            raise DataError(
                file,
                f"{account.said} in {len(rows)} row(s)",
                column=account.column,
                row=rows.idxmax(),
                cure=_CURE,
            )
