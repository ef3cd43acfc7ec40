"""Supply and demand in the order of a table of times, and the access that comes of them.

A supply may be one column or several: each measure computes all columns on one table of weights.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import pandas as pd

from bassin.errors import AccessError
from bassin.models.arrays import Floats
from bassin.models.catchments.origin_destination import OriginDestination
from bassin.models.inputs import index_of_codes, listed, nameless, numbers_of, one_spelling


@dataclass(frozen=True)
class Access:
    """Access of each origin, and what it leaves out.

    Of several supplies, each of the three has a column or an entry a supply.

    Attributes
    ----------
    access : Series or DataFrame of float
        In the unit that the measure says, indexed by origin; 0 where no supply is within reach.
    empty : int or Series of int
        Origins with no supply within reach.
    unreached : float or Series of float
        Supply that no demand can reach, and that is in no access.
    """

    access: pd.Series | pd.DataFrame
    empty: int | pd.Series
    unreached: float | pd.Series


@dataclass(frozen=True)
class Offer:
    """A supply in the order of the destinations, one column or several.

    Attributes
    ----------
    amounts : array of float, shape (n,) or (n, k)
        One dimension where a Series was given, so that a Series is given back.
    names : Index or None
        Of the columns, where there are several.
    """

    amounts: Floats
    names: pd.Index | None

    @property
    def columns(self) -> list[Floats]:
        """Each supply for itself, where a measure cannot take them together."""
        return [self.amounts] if self.names is None else list(self.amounts.T)

    def beside(self, vector: Floats) -> Floats:
        """Numbers of places, in a shape that meets each column."""
        return vector if self.names is None else vector[:, np.newaxis]

    def of(self, values: Floats, places: pd.Index, name: str) -> pd.Series | pd.DataFrame:
        """A number a place: a Series, or a DataFrame with the columns of the supply."""
        if self.names is None:
            return pd.Series(values, index=places, name=name, dtype=values.dtype)
        return pd.DataFrame(values, index=places, columns=self.names, dtype=values.dtype)

    def of_supplies(self, values: Floats) -> float | pd.Series:
        """A number a supply: one, or a Series with the names of the columns."""
        return values.item() if self.names is None else pd.Series(values, index=self.names)


def offer(od: OriginDestination, supply: pd.Series | pd.DataFrame) -> Offer:
    """Take a supply of the destinations.

    Raises
    ------
    AccessError
        If it is neither a Series nor a DataFrame, has no column or two of one name, or a place is
        missing, twice, unknown, or its supply missing, negative or infinite.
    """
    _refuse_other_tables(od)
    if not isinstance(supply, pd.DataFrame):
        return Offer(aligned(supply, od.destinations, "supply"), None)
    names = supply.columns
    if not len(names):
        raise AccessError("supply: no column. Give one a kind of supply.")
    if names.nlevels > 1 or not names.is_unique:
        raise AccessError("supply: give each column one name of its own")
    supply = _ordered(supply, od.destinations, "supply")
    amounts = [_amounts(supply[name], od.destinations, f"supply {name!r}") for name in names]
    return Offer(np.column_stack(amounts), names)


def demanded(od: OriginDestination, demand: pd.Series) -> Floats:
    """Take a demand of the origins; errors as :func:`aligned`."""
    _refuse_other_tables(od)
    return aligned(demand, od.origins, "demand")


def aligned(values: pd.Series, places: pd.Index, what: str) -> Floats:
    """Values in the order of the places.

    Raises
    ------
    AccessError
        If they are no Series, or a place is missing, twice or unknown, or its value is missing,
        negative or infinite. The message names the place.
    """
    if not isinstance(values, pd.Series):
        raise AccessError(f"{what} is a {type(values).__name__}: give a Series indexed by place")
    return _amounts(_ordered(values, places, what), places, what)


def given_out(
    od: OriginDestination, of: Offer, values: Floats, near: Floats, lost: Floats
) -> Access:
    """An access: its values, what is near by any weight, and what nobody reaches."""
    if not np.isfinite(values).all():
        place = od.origins[
            int((~np.isfinite(values)).reshape(len(values), -1).any(axis=1).argmax())
        ]
        raise AccessError(
            f"access of {place!r} is no number: supply and demand are too far apart in size"
        )
    return Access(
        access=of.of(values, od.origins, "access"),
        empty=of.of_supplies((near == 0).sum(axis=0)),
        unreached=of.of_supplies(lost),
    )


def lost(of: Offer, load: Floats) -> Floats:
    """Supply of the places on which no demand weighs: of all supplies alike, or of each."""
    alike = load.ndim < of.amounts.ndim
    none = (of.beside(load) if alike else load) == 0
    return np.asarray(np.where(none, of.amounts, 0).sum(axis=0))


def quotient(top: Floats, bottom: Floats) -> Floats:
    """``top / bottom``, and 0 where the bottom is: a catchment with nobody in it."""
    with np.errstate(over="ignore"):  # refused by whoever gives the access out
        shape = np.broadcast_shapes(top.shape, bottom.shape)
        found: Floats = np.divide(top, bottom, out=np.zeros(shape), where=bottom > 0)
    return found


def _refuse_other_tables(od: OriginDestination) -> None:
    if not isinstance(od, OriginDestination):
        raise AccessError("od: give an OriginDestination, as from origin_destination")


def _ordered(
    values: pd.Series | pd.DataFrame, places: pd.Index, what: str
) -> pd.Series | pd.DataFrame:
    """Values in the order of the places, each there once."""
    if values.index is not places:
        index = index_of_codes(values.index, what)
        if nameless(index).any():
            at = int(nameless(index).argmax())
            raise AccessError(f"row {at} of the {what} has no code: give it one, or leave it out")
        one_spelling(index, lambda at: f"row {at} of the {what}: code")
    if values.index.equals(places):
        return values
    if not values.index.is_unique:
        raise AccessError(f"{what}: {listed(values.index[values.index.duplicated()])} twice")
    unknown = values.index.difference(places)
    if len(unknown):
        raise AccessError(f"{what}: {listed(unknown)} not in the table of times")
    absent = places.difference(values.index)
    if len(absent):
        raise AccessError(f"{what}: none for {listed(absent)}. Give 0 where there is none.")
    return values.reindex(places)


def _amounts(values: pd.Series, places: pd.Index, what: str) -> Floats:
    """Numbers of some places, none of them missing, negative or infinite."""
    amounts = numbers_of(values)
    wrong = ~(np.isfinite(amounts) & (amounts >= 0))
    if wrong.any():
        at = int(wrong.argmax())
        raise AccessError(
            f"{what} of {places[at]!r} is {values.iloc[at]}: give a finite number, zero or more"
        )
    return amounts
