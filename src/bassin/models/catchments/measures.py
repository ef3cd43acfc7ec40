"""The measures of the field: supply within reach for the demand that shares it."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import pandas as pd
from scipy.sparse import csr_array

from bassin.errors import AccessError
from bassin.models.arrays import Floats
from bassin.models.catchments.decay import Decay
from bassin.models.catchments.origin_destination import OriginDestination
from bassin.models.inputs import index_of_codes, listed, nameless, numbers_of, one_spelling


@dataclass(frozen=True)
class Access:
    """Access of each origin, and what it leaves out.

    Attributes
    ----------
    access : Series of float
        Supply for one unit of demand, indexed by origin; 0 where no supply is within reach.
    empty : int
        Origins with no supply within reach.
    unreached : float
        Supply that no demand can reach, and that is in no access.
    """

    access: pd.Series
    empty: int
    unreached: float


def two_step_fca(
    od: OriginDestination, supply: pd.Series, demand: pd.Series, decay: Decay
) -> Access:
    r"""Two-step floating catchment area.

    .. math::

        R_j = \frac{S_j}{\sum_k w(t_{kj}) P_k}, \qquad A_i = \sum_j w(t_{ij}) R_j

    With the decay :func:`bassin.models.catchments.step` it is that of :cite:`luo2003measures`; with
    one that falls with time, the enhanced one of :cite:`luo2009enhanced`. Demand times access is
    the supply within reach: :math:`\sum_i P_i A_i = \sum_j S_j`.

    Parameters
    ----------
    od : OriginDestination
        Demand at the origins, supply at the destinations.
    supply : Series of float
        Indexed by destination: 0 where there is none, never missing.
    demand : Series of float
        Indexed by origin.
    decay : Decay

    Returns
    -------
    Access
        In units of supply for one of demand.

    Raises
    ------
    AccessError
        If supply or demand is missing, negative, there twice or of an unknown place, or the table
        of times does not reach as far as the catchment.

    Examples
    --------
    Two towns ten minutes apart, one doctor in the first, 500 and 1,500 inhabitants:

    >>> rows = {"origin": ["a", "b"], "destination": ["a", "a"], "minutes": [0, 10]}
    >>> od = OriginDestination.from_table(pd.DataFrame(rows), within=30)
    >>> people = pd.Series({"a": 500, "b": 1500})
    >>> two_step_fca(od, pd.Series({"a": 1}), people, step(30)).access.to_dict()
    {'a': 0.0005, 'b': 0.0005}
    """
    offered, wanted = _inputs(od, supply, demand)
    return _share_out(od, od.matrix(od.weights(decay)), offered, wanted)


def three_step_fca(
    od: OriginDestination, supply: pd.Series, demand: pd.Series, decay: Decay
) -> Access:
    r"""Three-step floating catchment area: demand is first shared between the sites it can choose.

    .. math::

        G_{ij} = \frac{S_j w(t_{ij})}{\sum_k S_k w(t_{ik})}, \qquad
        R_j = \frac{S_j}{\sum_k G_{kj} w(t_{kj}) P_k}, \qquad
        A_i = \sum_j G_{ij} w(t_{ij}) R_j

    The selection weights of :cite:`wan2012three` are those of sites, and each doctor is one: a
    place that holds a hundred draws a hundred times as much as a place that holds one. So the
    access is the same whether the doctors of a place are counted together or one by one.

    Parameters, returns and errors as :func:`two_step_fca`.
    """
    offered, wanted = _inputs(od, supply, demand)
    weights = od.weights(decay)
    drawn = weights * offered[od.columns]
    total = od.matrix(drawn) @ np.ones(len(offered))
    # The weight of a pair comes twice: in the chance of being chosen, and as itself.
    drawn *= weights
    drawn *= np.repeat(_quotient(np.ones_like(total), total), np.diff(od.starts))
    return _share_out(od, od.matrix(drawn), offered, wanted)


def fca_ratio(od: OriginDestination, supply: pd.Series, demand: pd.Series, decay: Decay) -> Access:
    r"""Supply within reach of a place for one unit of demand within the same reach.

    .. math::

        A_i = \frac{\sum_j w(t_{ij}) S_j}{\sum_j w(t_{ij}) P_j}

    One catchment, drawn around those who look for care: doctors inside 30 minutes for one possible
    patient inside 30 minutes. It does not see that the patients outside also come.

    Parameters
    ----------
    od : OriginDestination
        Between places that all may have both: its destinations must be its origins.
    supply, demand : Series of float
        Both indexed by place.
    decay : Decay

    Returns and errors as :func:`two_step_fca`.
    """
    offered, wanted = _inputs(od, supply, demand)
    if not od.origins.equals(od.destinations):
        raise AccessError(
            "the ratio needs a table of times from each place to all: od.destinations"
        )
    matrix = od.matrix(od.weights(decay))
    near: Floats = matrix @ offered
    values = _quotient(near, matrix @ wanted)
    unreached = offered[matrix.T @ (wanted > 0).astype(float) == 0].sum()
    return _access(od, values, near, unreached)


def _share_out(od: OriginDestination, matrix: csr_array, offered: Floats, wanted: Floats) -> Access:
    """Divide each site's supply by the demand that weighs on it, and add up what one can reach."""
    load = matrix.T @ wanted
    ratio = _quotient(offered, load)
    values = matrix @ ratio
    return _access(od, values, values, float(offered[load == 0].sum()))


def _access(od: OriginDestination, values: Floats, near: Floats, unreached: float) -> Access:
    if not np.isfinite(values).all():
        place = od.origins[int((~np.isfinite(values)).argmax())]
        raise AccessError(
            f"access of {place!r} is no number: supply and demand are too far apart in size"
        )
    series = pd.Series(values, index=od.origins, name="access")
    return Access(access=series, empty=int((near == 0).sum()), unreached=float(unreached))


def _quotient(top: Floats, bottom: Floats) -> Floats:
    """``top / bottom``, and 0 where the bottom is: a catchment with nobody in it."""
    with np.errstate(over="ignore"):  # refused by whoever gives the access out
        quotient: Floats = np.divide(top, bottom, out=np.zeros_like(top), where=bottom > 0)
    return quotient


def _inputs(od: OriginDestination, supply: pd.Series, demand: pd.Series) -> tuple[Floats, Floats]:
    if not isinstance(od, OriginDestination):
        raise AccessError("od: give an OriginDestination, as from origin_destination")
    return (
        _aligned(supply, od.destinations, "supply"),
        _aligned(demand, od.origins, "demand"),
    )


def _aligned(values: pd.Series, places: pd.Index, what: str) -> Floats:
    """Values in the order of the places, checked."""
    if not isinstance(values, pd.Series):
        raise AccessError(f"{what} is a {type(values).__name__}: give a Series indexed by place")
    if values.index is not places:
        index = index_of_codes(values.index, what)
        if nameless(index).any():
            at = int(nameless(index).argmax())
            raise AccessError(f"row {at} of the {what} has no code: give it one, or leave it out")
        one_spelling(index, lambda at: f"row {at} of the {what}: code")
    if not values.index.equals(places):
        values = _reordered(values, places, what)
    aligned = numbers_of(values)
    wrong = ~(np.isfinite(aligned) & (aligned >= 0))
    if wrong.any():
        at = int(wrong.argmax())
        raise AccessError(
            f"{what} of {places[at]!r} is {values.iloc[at]}: give a finite number, zero or more"
        )
    return aligned


def _reordered(values: pd.Series, places: pd.Index, what: str) -> pd.Series:
    if not values.index.is_unique:
        raise AccessError(f"{what}: {listed(values.index[values.index.duplicated()])} twice")
    unknown = values.index.difference(places)
    if len(unknown):
        raise AccessError(f"{what}: {listed(unknown)} not in the table of times")
    absent = places.difference(values.index)
    if len(absent):
        raise AccessError(f"{what}: none for {listed(absent)}. Give 0 where there is none.")
    return values.reindex(places)
