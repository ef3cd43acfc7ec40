"""The weight of a place in a catchment, by its time.

Weights are worked out on parts of a table at one time: what is as long as the pairs is made once.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

import numpy as np
import pandas as pd
from numpy.typing import NDArray
from scipy.special import expit

from bassin.errors import AccessError
from bassin.models.arrays import Floats
from bassin.models.inputs import array_of, numbers_of, positive

#: Times weighed at one time: few enough to stay near the processor.
PART = 2**13
#: Up to so many zones a time is compared with each edge; with more, it is sought among them.
COMPARED = 12


@dataclass(frozen=True)
class Decay:
    """Weight of a place in a catchment by its time: between 1 and 0, and 0 after ``within``.

    Attributes
    ----------
    name : str
        For tables and figures.
    within : float
        Edge of the catchment (minutes); a time equal to it is inside.
    shape : callable
        Times in minutes, none over ``within``, to as many weights between 0 and 1. It gets part of
        the times of a table: the weight of a time hangs on that time alone.

    Raises
    ------
    AccessError
        If ``within`` is not above zero; and, when called, if a time is missing or negative, or a
        weight is not between 0 and 1.
    """

    name: str
    within: float
    shape: Callable[[NDArray[np.floating]], Floats]

    def __post_init__(self) -> None:
        # A plain number, so that times in single precision are compared in single precision: one
        # that is equal to the edge is inside.
        object.__setattr__(self, "within", positive(self.within, "the width of a catchment"))
        if not callable(self.shape):
            raise AccessError(f"the shape of decay {self.name!r} is no function of minutes")

    def __call__(self, minutes: NDArray[np.floating]) -> Floats:
        """Weight of each time; an infinite one has none."""
        times = array_of(minutes, f"decay {self.name!r}: times")
        flat = times.reshape(-1)
        weights = np.empty(flat.shape)
        for first in range(0, len(flat), PART):
            part = slice(first, first + PART)
            self._fill(weights[part], flat[part])
        return weights.reshape(times.shape)

    def _fill(self, weights: Floats, times: NDArray[np.floating]) -> None:
        """Write the weights of some times: 0 beyond the edge."""
        if not (times >= 0).all():
            bad = times[~(times >= 0)]
            raise AccessError(f"decay {self.name!r}: a time of {bad[0]!s} minutes")
        inside = times <= self.within
        if inside.all():  # the usual table, built as wide as the catchment
            weights[:] = self._weigh(times)
        else:
            weights[:] = 0
            weights[inside] = self._weigh(times[inside])

    def _weigh(self, times: NDArray[np.floating]) -> Floats:
        """Weights of times inside, checked; the function gets times that it cannot change."""
        times = times.view()
        times.flags.writeable = False
        found = np.asarray(self.shape(times))
        if found.dtype.kind not in "iufb":  # the imaginary part of a weight would be dropped
            raise AccessError(f"decay {self.name!r} gives weights that are no real numbers")
        weights = found.astype(float, copy=False)
        if weights.shape != times.shape:
            raise AccessError(
                f"decay {self.name!r} gives {weights.shape} weights for {times.shape} times"
            )
        if weights.size and not (weights.min() >= 0 and weights.max() <= 1):
            at = int((~((weights >= 0) & (weights <= 1))).argmax())
            raise AccessError(
                f"decay {self.name!r} gives a weight of {weights.flat[at]} at {times.flat[at]:g} "
                "minutes: a weight is between 0 and 1"
            )
        return weights


def step(within: float) -> Decay:
    """1 up to the edge of the catchment: the two-step floating catchment of Luo and Wang.

    :cite:`luo2003measures`

    Examples
    --------
    >>> step(30)(np.array([0, 30, 31])).tolist()
    [1.0, 1.0, 0.0]
    """
    return Decay("step", within, lambda t: np.ones(t.shape))


def zones(
    within: float,
    weights: Sequence[float] = (1.0, 0.68, 0.22),
    edges: Sequence[float] | None = None,
) -> Decay:
    """One weight in each of several zones: the enhanced catchment of Luo and Qi.

    The default weights are those of its slow Gaussian decay, in three zones; of a catchment of 30
    minutes: to 10, to 20 and to 30 :cite:`luo2009enhanced`.

    Parameters
    ----------
    within : float
        Edge of the last zone (minutes).
    weights : sequence of float
        One a zone, from 1 down to 0.
    edges : sequence of float, optional
        Outer edge of each zone (minutes), the last of them ``within``: zones of equal width by
        default. A time equal to an edge is in the zone inside it.

    Raises
    ------
    AccessError
        If the weights are not from 1 down to 0, or the edges do not rise to ``within``, one a zone.

    Examples
    --------
    >>> zones(30)(np.array([10, 10.5, 30, 31])).tolist()
    [1.0, 0.68, 0.22, 0.0]
    >>> zones(60, (1, 0.3), edges=(10, 60))(np.array([10, 10.5, 60])).tolist()
    [1.0, 0.3, 0.3]
    """
    within = positive(within, "the width of a catchment")
    levels = _series(weights, "weights", "give one a zone, from 1 down to 0")
    falling = len(levels) and np.isfinite(levels).all() and not (np.diff(levels) > 0).any()
    if not (falling and 0 < levels[0] <= 1 and levels[-1] >= 0):
        raise AccessError(f"weights {weights}: give one a zone, from 1 down to 0")
    inner = within * np.arange(1, len(levels)) / len(levels)
    if edges is not None:
        cure = f"give the outer edge of each of {len(levels)} zones, rising to {within:g}"
        outer = _series(edges, "edges", cure)
        rising = len(outer) == len(levels) and (np.diff(outer, prepend=0) > 0).all()
        if not (rising and outer[-1] == within):
            raise AccessError(f"edges {edges}: {cure}")
        inner = outer[:-1]

    # From one weight to the next by the bits in which they differ: exact, and without a branch that
    # times in no order would have the processor guess.
    bits = levels.view(np.int64)

    def level(times: NDArray[np.floating]) -> Floats:
        # In the precision of the times: one that is equal to an edge is inside it.
        bounds = inner.astype(times.dtype)
        if len(levels) > COMPARED:
            return levels[np.searchsorted(bounds, times)]
        found = np.full(times.shape, bits[0])
        for bound, change in zip(bounds, bits[1:] ^ bits[:-1], strict=True):
            beyond = (times > bound).astype(np.int64)
            beyond *= change
            found ^= beyond
        return found.view(np.float64)

    return Decay("zones", within, level)


def _series(values: object, what: str, cure: str) -> Floats:
    """Some numbers as an array: NaN for what is none."""
    if isinstance(values, str) or not isinstance(values, Iterable):
        raise AccessError(f"{what} {values!r}: {cure}")
    return numbers_of(pd.Series(list(values), dtype=object))


def gaussian(within: float, edge: float = 0.01) -> Decay:
    r"""Continuous Gaussian: :math:`\exp(-t^2/\beta)`, falling to ``edge`` at the border.

    The weight at the edge sets :math:`\beta = -t_0^2 / \ln(\text{edge})`; 0.01 is the custom
    :cite:`wan2012three`.

    Raises
    ------
    AccessError
        If ``edge`` is not between 0 and 1.

    Examples
    --------
    >>> gaussian(30)(np.array([0, 15, 30, 31])).round(4).tolist()
    [1.0, 0.3162, 0.01, 0.0]
    """
    within, edge = (
        positive(within, "the width of a catchment"),
        positive(edge, "weight at the edge"),
    )
    if edge >= 1:
        raise AccessError(f"a weight of {edge} at the edge: give one between 0 and 1")
    with np.errstate(over="ignore", under="ignore"):
        beta = -(np.float64(within) ** 2) / np.log(edge)
    if not 0 < beta < np.inf:
        raise AccessError(f"{within:g} minutes are too few or too many for a Gaussian")
    return Decay("Gaussian", within, lambda t: np.exp(-(t.astype(float) ** 2) / beta))


def linear(within: float) -> Decay:
    """From 1 at the place to 0 at the edge, in a straight line :cite:`schuurman2010measuring`.

    Examples
    --------
    >>> linear(30)(np.array([0, 15, 30, 31])).tolist()
    [1.0, 0.5, 0.0, 0.0]
    """
    within = positive(within, "the width of a catchment")
    # Single precision may put a time at the edge a hair beyond it.
    return Decay("linear", within, lambda t: np.maximum(1 - t.astype(float) / within, 0))


def exponential(within: float, rate: float | None = None) -> Decay:
    r"""Exponential: :math:`\exp(-\beta t)`, the form that a spatial interaction model gives.

    Each minute more takes the same share of what is left :cite:`wilson1971family`.

    Parameters
    ----------
    within : float
        Edge of the catchment (minutes).
    rate : float, optional
        :math:`\beta`, by minute; by default the weight falls to 0.01 at the edge.

    Raises
    ------
    AccessError
        If the rate is not above zero.

    Examples
    --------
    >>> exponential(60, 0.1)(np.array([0, 10, 61])).round(4).tolist()
    [1.0, 0.3679, 0.0]
    """
    within = positive(within, "the width of a catchment")
    if rate is None:
        rate = -np.log(0.01) / within
    rate = positive(rate, "the rate of an exponential decay")
    return Decay("exponential", within, lambda t: np.exp(-rate * t.astype(float)))


def power(within: float, exponent: float = 1.0, nearest: float = 1.0) -> Decay:
    r"""Inverse power: :math:`(t/t_1)^{-\alpha}`, and 1 up to :math:`t_1`.

    The form of the first measure of its kind :cite:`hansen1959accessibility`. It has no bound as
    the time falls to zero, so that a time under the nearest counts as the nearest.

    Parameters
    ----------
    within : float
        Edge of the catchment (minutes).
    exponent : float
        :math:`\alpha`; to be fitted to known trips where there are any.
    nearest : float
        :math:`t_1`, in minutes.

    Raises
    ------
    AccessError
        If the exponent or the nearest time is not above zero.

    Examples
    --------
    >>> power(60, 2)(np.array([0, 1, 10, 61])).tolist()
    [1.0, 1.0, 0.01, 0.0]
    """
    within = positive(within, "the width of a catchment")
    exponent = positive(exponent, "the exponent of a power decay")
    nearest = positive(nearest, "the nearest time of a power decay")

    def shape(times: NDArray[np.floating]) -> Floats:
        weights: Floats = (np.maximum(times.astype(float), nearest) / nearest) ** -exponent
        return weights

    return Decay("power", within, shape)


def logistic(within: float, middle: float | None = None, spread: float | None = None) -> Decay:
    r"""Logistic: nearly 1 in the vicinity, nearly 0 afar, and a bend between.

    .. math::

        w(t) = \frac{1 + \exp(-m\pi / (s\sqrt{3}))}{1 + \exp((t - m)\pi / (s\sqrt{3}))}

    The curve of :cite:`bauer2016measuring`, which is 1 at a time of zero.

    Parameters
    ----------
    within : float
        Edge of the catchment (minutes).
    middle : float, optional
        :math:`m`, where the curve bends (minutes); by default half of the catchment.
    spread : float, optional
        :math:`s`, its standard deviation (minutes): near 0 it is a step at the middle, and the
        larger, the straighter. A third of the middle by default.

    Raises
    ------
    AccessError
        If the middle or the spread is not above zero.

    Examples
    --------
    >>> logistic(60, 30, 5)(np.array([0, 30, 45, 61])).round(4).tolist()
    [1.0, 0.5, 0.0043, 0.0]
    """
    within = positive(within, "the width of a catchment")
    middle = positive(within / 2 if middle is None else middle, "the middle of a logistic decay")
    spread = positive(middle / 3 if spread is None else spread, "the spread of a logistic decay")
    slope = np.pi / (spread * np.sqrt(3))
    at_zero = expit(slope * middle)
    # A hair above 1 is what rounding may leave of the division at zero.
    return Decay(
        "logistic",
        within,
        lambda t: np.minimum(expit(-slope * (t.astype(float) - middle)) / at_zero, 1),
    )
