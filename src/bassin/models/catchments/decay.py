"""The weight of a place in a catchment, by its time."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

import numpy as np
import pandas as pd
from numpy.typing import NDArray

from bassin.errors import AccessError
from bassin.models.arrays import Floats
from bassin.models.inputs import array_of, numbers_of, positive


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
        Times in minutes, none over ``within``, to as many weights between 0 and 1.

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
        if not (times >= 0).all():
            bad = times[~(times >= 0)]
            raise AccessError(f"decay {self.name!r}: a time of {bad.flat[0]!s} minutes")
        inside = times <= self.within
        if inside.all():  # the usual table, built as wide as the catchment
            return self._weigh(times)
        weights = np.zeros(times.shape)
        weights[inside] = self._weigh(times[inside])
        return weights

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
    """
    return Decay("step", within, lambda t: np.ones(t.shape))


def zones(within: float, weights: Sequence[float] = (1.0, 0.68, 0.22)) -> Decay:
    """One weight in each of several zones of equal width: the enhanced catchment of Luo and Qi.

    The default weights are those of its slow Gaussian decay, in three zones; of a catchment of 30
    minutes: to 10, to 20 and to 30 :cite:`luo2009enhanced`.

    Raises
    ------
    AccessError
        If the weights are not from 1 down to 0.
    """
    within = positive(within, "the width of a catchment")
    if not isinstance(weights, Iterable):
        raise AccessError(f"weights {weights!r}: give one a zone, from 1 down to 0")
    levels = numbers_of(pd.Series(list(weights), dtype=object))
    falling = len(levels) and np.isfinite(levels).all() and not (np.diff(levels) > 0).any()
    if not (falling and 0 < levels[0] <= 1 and levels[-1] >= 0):
        raise AccessError(f"weights {weights}: give one a zone, from 1 down to 0")
    edges = within * np.arange(1, len(levels)) / len(levels)

    def level(times: NDArray[np.floating]) -> Floats:
        # In the precision of the times: one that is equal to an edge is inside it.
        return levels[np.searchsorted(edges.astype(times.dtype), times)]

    return Decay("zones", within, level)


def gaussian(within: float, edge: float = 0.01) -> Decay:
    r"""Continuous Gaussian: :math:`\exp(-t^2/\beta)`, falling to ``edge`` at the border.

    The weight at the edge sets :math:`\beta = -t_0^2 / \ln(\text{edge})`; 0.01 is the custom
    :cite:`wan2012three`.

    Raises
    ------
    AccessError
        If ``edge`` is not between 0 and 1.
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
    """From 1 at the place to 0 at the edge, in a straight line :cite:`schuurman2010measuring`."""
    within = positive(within, "the width of a catchment")
    # Single precision may put a time at the edge a hair beyond it.
    return Decay("linear", within, lambda t: np.maximum(1 - t.astype(float) / within, 0))
