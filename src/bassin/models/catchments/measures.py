"""The floating catchments: supply within reach, shared with all who reach it."""

from __future__ import annotations

import numpy as np
import pandas as pd
from scipy.sparse import csr_array

from bassin.errors import AccessError
from bassin.models.arrays import Floats
from bassin.models.catchments.amounts import (
    Access,
    Offer,
    demanded,
    given_out,
    lost,
    offer,
    quotient,
)
from bassin.models.catchments.decay import Decay
from bassin.models.catchments.origin_destination import OriginDestination
from bassin.models.inputs import finite


def two_step_fca(
    od: OriginDestination, supply: pd.Series | pd.DataFrame, demand: pd.Series, decay: Decay
) -> Access:
    r"""Two-step floating catchment area.

    .. math::

        R_j = \frac{S_j}{\sum_k w(t_{kj}) P_k}, \qquad A_i = \sum_j w(t_{ij}) R_j

    With the decay :func:`bassin.models.catchments.step` it is that of :cite:`luo2003measures`; with
    one that falls with time, the enhanced one of :cite:`luo2009enhanced`. Demand times access is
    the supply within reach: :math:`\sum_i P_i A_i = \sum_j S_j`.

    It answers how much supply there is for each who may ask for it, where all around may ask too.
    It does not say how far away that supply is. Each may ask at every site in reach, so that demand
    is counted once a site: where there are many sites, each looks more crowded than it is.

    Parameters
    ----------
    od : OriginDestination
        Demand at the origins, supply at the destinations.
    supply : Series or DataFrame of float
        Indexed by destination: 0 where there is none, never missing. A column a kind of supply,
        where there are several: all are computed on the same weights.
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

    Doctors and nurses in one pass:

    >>> both = pd.DataFrame({"doctors": [1], "nurses": [4]}, index=["a"])
    >>> two_step_fca(od, both, people, step(30)).access.loc["b"].to_dict()
    {'doctors': 0.0005, 'nurses': 0.002}
    """
    offered, wanted = offer(od, supply), demanded(od, demand)
    return _share_out(od, od.matrix(od.weights(decay)), offered, wanted)


def three_step_fca(
    od: OriginDestination, supply: pd.Series | pd.DataFrame, demand: pd.Series, decay: Decay
) -> Access:
    r"""Three-step floating catchment area: demand is first shared between the sites it can choose.

    .. math::

        G_{ij} = \frac{S_j w(t_{ij})}{\sum_k S_k w(t_{ik})}, \qquad
        R_j = \frac{S_j}{\sum_k G_{kj} w(t_{kj}) P_k}, \qquad
        A_i = \sum_j G_{ij} w(t_{ij}) R_j

    The selection weights of :cite:`wan2012three` are those of sites, and each doctor is one: a
    place that holds a hundred draws a hundred times as much as a place that holds one. So the
    access is the same whether the doctors of a place are counted together or one by one.

    It answers what :func:`two_step_fca` does, where those who have more to choose from ask less of
    each. It does not count everyone once: the weight of time still takes from those who are far.
    For that, see :func:`balanced_fca`.

    Parameters, returns and errors as :func:`two_step_fca`.

    Examples
    --------
    Between two doctors ten minutes away, a town sends half of its people to each:

    >>> rows = {"origin": ["a", "b", "b", "c"], "destination": ["a", "a", "c", "c"],
    ...         "minutes": [0, 10, 10, 0]}
    >>> od = OriginDestination.from_table(pd.DataFrame(rows), within=10)
    >>> people = pd.Series({"a": 30, "b": 20, "c": 90})
    >>> three_step_fca(od, pd.Series({"a": 1, "c": 1}), people, step(10)).access.to_dict()
    {'a': 0.025, 'b': 0.0175, 'c': 0.01}
    """
    offered, wanted = offer(od, supply), demanded(od, demand)
    weights = od.weights(decay)
    # Of the supply its proportions draw, whatever the unit.
    drawing = quotient(offered.amounts, offered.amounts.max(axis=0, initial=0))
    drawn = od.matrix(weights) @ drawing
    chosen = quotient(np.ones_like(drawn), drawn)  # who reaches none chooses none
    # The weight of a pair comes twice: in the chance of being chosen, and as itself.
    np.multiply(weights, weights, out=weights)
    matrix = od.matrix(weights)
    load = drawing * (matrix.T @ (chosen * offered.beside(wanted)))
    with np.errstate(over="ignore", invalid="ignore"):  # refused when the access is given out
        values = chosen * (matrix @ (drawing * quotient(offered.amounts, load)))
    return given_out(od, offered, values, values, lost(offered, load))


def fca_ratio(
    od: OriginDestination, supply: pd.Series | pd.DataFrame, demand: pd.Series, decay: Decay
) -> Access:
    r"""Supply within reach of a place for one unit of demand within the same reach.

    .. math::

        A_i = \frac{\sum_j w(t_{ij}) S_j}{\sum_j w(t_{ij}) P_j}

    One catchment, drawn around those who look for care: doctors inside 30 minutes for one possible
    patient inside 30 minutes. It does not see that the patients outside also come.

    Parameters
    ----------
    od : OriginDestination
        Between places that all may have both: its destinations must be its origins.
    supply : Series or DataFrame of float
        Indexed by place; a column a kind of supply.
    demand : Series of float
        Indexed by place.
    decay : Decay

    Returns and errors as :func:`two_step_fca`.

    Examples
    --------
    >>> rows = {"origin": ["a", "a", "b", "b"], "destination": ["a", "b", "a", "b"],
    ...         "minutes": [0, 10, 10, 0]}
    >>> od = OriginDestination.from_table(pd.DataFrame(rows), within=30)
    >>> doctors, people = pd.Series({"a": 1, "b": 0}), pd.Series({"a": 500, "b": 1500})
    >>> fca_ratio(od, doctors, people, step(30)).access.to_dict()
    {'a': 0.0005, 'b': 0.0005}
    """
    offered, wanted = offer(od, supply), demanded(od, demand)
    if not od.origins.equals(od.destinations):
        raise AccessError(
            "the ratio needs a table of times from each place to all: od.destinations"
        )
    matrix = od.matrix(od.weights(decay))
    near: Floats = matrix @ offered.amounts
    values = quotient(near, offered.beside(matrix @ wanted))
    return given_out(
        od, offered, values, near, lost(offered, matrix.T @ (wanted > 0).astype(float))
    )


def balanced_fca(
    od: OriginDestination, supply: pd.Series | pd.DataFrame, demand: pd.Series, decay: Decay
) -> Access:
    r"""Balanced floating catchment area: each person is counted once, and each level of service.

    .. math::

        w^i_{ij} = \frac{w(t_{ij})}{\sum_{j: S_j > 0} w(t_{ij})}, \qquad
        w^j_{ij} = \frac{w(t_{ij})}{\sum_{i: P_i > 0} w(t_{ij})}

        L_j = \frac{S_j}{\sum_i w^i_{ij} P_i}, \qquad A_i = \sum_j w^j_{ij} L_j

    The demand of a place is parted between the sites in its reach, and the level of service of a
    site between the places in its own :cite:`paez2019demand`. So nothing is counted twice:
    :math:`\sum_j \sum_i w^i_{ij} P_i = \sum_i P_i` and :math:`\sum_{i: P_i > 0} A_i = \sum_j L_j`,
    over those who reach a site and the sites that are reached. A place with several sites is one
    site, and a place without supply or without demand is none and takes no part.

    It answers how much supply there is for one person where people split between sites and sites
    between places. Its level is a share: cut a place in two, and each half has half of its access.
    So it compares places of one table alone, and demand times access is not the supply.

    Parameters, returns and errors as :func:`two_step_fca`.

    Examples
    --------
    Two towns reach both of two doctors alike: each doctor has half of all, and gives half to each.

    >>> rows = {"origin": ["a", "a", "b", "b"], "destination": ["a", "b", "a", "b"],
    ...         "minutes": [0, 10, 10, 0]}
    >>> od = OriginDestination.from_table(pd.DataFrame(rows), within=30)
    >>> doctors, people = pd.Series({"a": 1, "b": 1}), pd.Series({"a": 500, "b": 1500})
    >>> balanced_fca(od, doctors, people, step(30)).access.to_dict()
    {'a': 0.001, 'b': 0.001}
    """
    offered, wanted = offer(od, supply), demanded(od, demand)
    matrix = od.matrix(od.weights(decay))
    sites = matrix @ (offered.amounts > 0).astype(float)
    load = matrix.T @ quotient(offered.beside(wanted), sites)
    rivals = offered.beside(matrix.T @ (wanted > 0).astype(float))
    values = matrix @ quotient(quotient(offered.amounts, load), rivals)
    return given_out(od, offered, values, values, lost(offered, load))


def spatial_availability(
    od: OriginDestination,
    supply: pd.Series | pd.DataFrame,
    demand: pd.Series,
    decay: Decay,
    exponent: float = 1.0,
) -> Access:
    r"""Supply that falls to each place when each site is parted between those who reach it.

    .. math::

        V_i = \sum_j S_j \frac{P_i^\alpha w(t_{ij})}{\sum_k P_k^\alpha w(t_{kj})}

    The gravity model with one constraint, that each site gives out what it has and no more
    :cite:`wilson1971family,soukhov2023introducing`: :math:`\sum_i V_i = \sum_j S_j` over the sites
    that are reached.

    It answers how many of the doctors, jobs, places are left for those of a place once all others
    have had their part. It is a number of them, not a rate, so that a large place has more; over
    the demand of the place, with the exponent at 1, it is the access of :func:`two_step_fca`. It
    does not say that people use what is left to them.

    Parameters
    ----------
    od, supply, demand, decay
        As :func:`two_step_fca`.
    exponent : float
        :math:`\alpha`, how demand weighs: under 1 the small places have more, and at 0 all places
        with any demand have alike.

    Returns
    -------
    Access
        In units of supply, in all of a place.

    Raises
    ------
    AccessError
        As :func:`two_step_fca`, and if the exponent is negative.

    Examples
    --------
    One doctor, a town with a quarter of the people and one with the rest:

    >>> rows = {"origin": ["a", "b"], "destination": ["a", "a"], "minutes": [0, 10]}
    >>> od = OriginDestination.from_table(pd.DataFrame(rows), within=30)
    >>> people = pd.Series({"a": 500, "b": 1500})
    >>> spatial_availability(od, pd.Series({"a": 1}), people, step(30)).access.to_dict()
    {'a': 0.25, 'b': 0.75}
    """
    offered, wanted = offer(od, supply), demanded(od, demand)
    power = finite(exponent, "the exponent of demand")
    if power < 0:
        raise AccessError(f"the exponent of demand is {exponent!r}: give a number, zero or more")
    with np.errstate(over="ignore"):  # refused when the access is given out
        mass = np.where(wanted > 0, wanted**power, 0.0)
    matrix = od.matrix(od.weights(decay))
    load = matrix.T @ mass
    values = offered.beside(mass) * (matrix @ quotient(offered.amounts, offered.beside(load)))
    return given_out(od, offered, values, matrix @ offered.amounts, lost(offered, load))


def _share_out(od: OriginDestination, matrix: csr_array, of: Offer, wanted: Floats) -> Access:
    """Divide each site's supply by the demand that weighs on it, and add up what one can reach."""
    load = matrix.T @ wanted
    values = matrix @ quotient(of.amounts, of.beside(load))
    return given_out(od, of, values, values, lost(of, load))
