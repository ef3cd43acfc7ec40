"""Minutes from a planner over a road network, where there are some, in the place of the model's."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property

import numpy as np
import numpy.typing as npt
import pandas as pd

from bassin.errors import AccessError
from bassin.models.arrays import Floats, PositionsLike
from bassin.models.inputs import metric_points
from bassin.models.travel.model import TravelModel

#: A hair wider than the distance itself, for its rounding.
_WIDER = 1 + 1e-9


@dataclass(frozen=True, eq=False)
class PlannedTimes:
    """Car minutes between towns: a planner's where it gives them, a model's between the others.

    A pair that is given one way alone takes as long the other way. What is planned has no error of
    the model: draws leave it as it is.

    Attributes
    ----------
    model : TravelModel
        Of the pairs that are not planned.
    codes : Index
        Codes of the towns, in the order of every table of towns that is given.
    planned : Series
        Minutes by ``(origin, destination)``, both codes; towns that are not among ``codes`` are
        left out.

    Raises
    ------
    AccessError
        If a pair is given twice, or some minutes are missing, infinite or below zero.

    Examples
    --------
    A table of a planner for some communes, the model for the rest of the country::

        times = PlannedTimes(travel.model, travel.towns.index, routes.minutes(sources, "alès"))
    """

    model: TravelModel
    codes: pd.Index
    planned: pd.Series

    def __post_init__(self) -> None:
        twice = self.planned.index.duplicated()
        if twice.any():
            raise AccessError(f"{self._first(twice)} is planned twice: give each way once")
        wrong = ~np.isfinite(self.planned.to_numpy()) | (self.planned < 0).to_numpy()
        if wrong.any():
            raise AccessError(
                f"{self._first(wrong)}: planned minutes are finite and not below zero"
            )

    def _first(self, where: npt.NDArray[np.bool_]) -> str:
        origin, destination = self.planned.index[where][0]
        return f"the way from {origin} to {destination}"

    @cached_property
    def _ways(self) -> pd.Series:
        """Minutes by the key of each pair, both ways, in the order of the keys."""
        at = [self.codes.get_indexer(self.planned.index.get_level_values(end)) for end in (0, 1)]
        there = (at[0] >= 0) & (at[1] >= 0)
        (origin, destination), minutes = (ends[there] for ends in at), self.planned[there]
        n = len(self.codes)
        keys = np.concatenate([origin * n + destination, destination * n + origin])
        both = pd.Series(np.tile(minutes.to_numpy(float), 2), index=keys)
        return both[~both.index.duplicated()].sort_index()

    def _given(self, origins: PositionsLike, destinations: PositionsLike) -> Floats:
        """Planned minutes of some pairs; NaN for a pair that is not planned."""
        keys = np.asarray(origins, np.int64) * len(self.codes) + np.asarray(destinations, np.int64)
        return np.asarray(self._ways.reindex(keys), dtype=float)

    def settled(self, origins: PositionsLike, destinations: PositionsLike) -> npt.NDArray[np.bool_]:
        """Whether each of some pairs is planned."""
        return ~np.isnan(self._given(origins, destinations))

    def minutes(
        self, towns: pd.DataFrame, origins: PositionsLike, destinations: PositionsLike
    ) -> Floats:
        """As :meth:`TravelModel.minutes`.

        Raises
        ------
        AccessError
            Also if the towns are others, or in another order.
        """
        self._same(towns)
        modelled = self.model.minutes(towns, origins, destinations)
        given = self._given(origins, destinations)
        return np.where(np.isnan(given), modelled, given)

    def reach_km(self, towns: pd.DataFrame, minutes: float) -> Floats:
        """As :meth:`TravelModel.reach_km`; no planned way within the time is left out."""
        self._same(towns)
        reach = np.array(self.model.reach_km(towns, minutes), dtype=float)
        within = self._ways.index[self._ways <= minutes].to_numpy()
        start, end = np.divmod(within, len(self.codes))
        points = metric_points(towns)
        km = np.hypot(*(points[start] - points[end]).T) / 1000 * _WIDER
        np.maximum.at(reach, start, km)
        return reach

    def factors(
        self,
        n_towns: int,
        origins: PositionsLike,
        destinations: PositionsLike,
        rng: np.random.Generator,
        places: Floats | None = None,
    ) -> Floats:
        """As :meth:`TravelModel.factors`; 1 for planned pairs."""
        drawn = self.model.factors(n_towns, origins, destinations, rng, places)
        return np.where(self.settled(origins, destinations), 1.0, drawn)

    def with_pair_spread(self, spread: float) -> PlannedTimes:
        """The same with another spread of the error of the pairs that the model gives."""
        return PlannedTimes(self.model.with_pair_spread(spread), self.codes, self.planned)

    def _same(self, towns: pd.DataFrame) -> None:
        if not towns.index.equals(self.codes):
            raise AccessError(
                f"{len(towns)} towns are given, and times are planned for {len(self.codes)} in an "
                "order of their own: plan them for the same towns"
            )
