"""A field of the errors of the model over the ground: what places near known ways have in common.

The error of a way is the sum of what its two places bring and of its own. What a place brings is
drawn towards that of its neighbours: places are random effects with a covariance that falls with
their distance, so that one with few ways borrows from those around it, and one far from all known
ways has none. It is kriging, on ways rather than points:

    error of a way = part of one place + part of the other + own part
    covariance of the parts of two places = shared^2 x exp(-km apart / km), place^2 more of one

The spreads are those under which the known errors are the likeliest.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property

import numpy as np
import numpy.typing as npt
import pandas as pd
from scipy.linalg import cho_factor, cho_solve
from scipy.optimize import minimize
from scipy.sparse import csr_array
from scipy.spatial.distance import cdist
from threadpoolctl import threadpool_limits

from bassin.errors import AccessError
from bassin.models.arrays import Floats
from bassin.models.inputs import columns_of, given, metric_points, numbers_of
from bassin.models.travel.forms import CHOSEN, applied, regressed
from bassin.models.travel.validation import Mask

#: Code of the model with the field, and with parts of places that share nothing.
FIELD, PLACES = "errors_in_a_field", "errors_of_places"
#: Spreads and distance that the search begins with, and the least and most it may find.
_START = (0.1, 10.0, 0.05, 0.12)
_LEAST, _MOST = (1e-3, 2.0, 1e-3, 1e-3), (1.0, 200.0, 1.0, 1.0)
#: Steps of the search.
_STEPS = 60


@dataclass(frozen=True)
class Ways:
    """Known ways, one driven in both directions once, and the places at their ends.

    Attributes
    ----------
    of : array of int
        Way of each pair.
    ends : csr_array, shape (ways, places)
        1 at both places of a way.
    points : array, shape (places, 2)
        Where the places are (EPSG:2154, km).
    """

    of: npt.NDArray[np.int64]
    ends: csr_array
    points: Floats

    @classmethod
    def among(cls, pairs: pd.DataFrame) -> Ways:
        """Ways of some pairs, as :func:`bassin.models.travel.sort_out`."""
        columns_of(pairs, ("origin", "destination", "x", "y", "x_to", "y_to"), "pairs")
        n = len(pairs)
        codes = pd.concat([pairs["origin"], pairs["destination"]], ignore_index=True)
        at, names = pd.factorize(codes)
        points = np.concatenate([pairs[["x", "y"]], pairs[["x_to", "y_to"]]]) / 1000
        middles = pd.DataFrame(points).groupby(at).mean().to_numpy()
        low, high = np.minimum(at[:n], at[n:]), np.maximum(at[:n], at[n:])
        way, ways = pd.factorize(low * len(names) + high)
        rows = np.repeat(np.arange(len(ways)), 2)
        columns = np.stack(np.divmod(ways, len(names)), axis=1).ravel()
        ends = csr_array((np.ones(len(rows)), (rows, columns)), shape=(len(ways), len(names)))
        return cls(way.astype(np.int64), ends, middles)

    def means(self, errors: Floats) -> Floats:
        """Mean of the errors of the pairs of each way."""
        counts = np.bincount(self.of)
        return np.asarray(np.bincount(self.of, weights=errors) / counts)


@dataclass(frozen=True)
class Field:
    """What places bring to the errors of their ways, kriged.

    Attributes
    ----------
    ways : Ways
    errors : array
        Error of the logarithm of the minutes of each way.
    shared, km, place, pair : float
        Standard deviation of the part that neighbours share, distance over which that falls to a
        third, standard deviation of the part of a place alone and of a way alone.
    """

    ways: Ways
    errors: Floats
    shared: float
    km: float
    place: float
    pair: float

    @classmethod
    def fitted(cls, ways: Ways, residuals: pd.Series, *, sharing: bool = True) -> Field:
        """Find the spreads under which the errors are the likeliest.

        Parameters
        ----------
        ways : Ways
        residuals : Series
            Error of the logarithm of the minutes of each pair.
        sharing : bool
            Whether places near each other share a part: else each has its own alone.

        Raises
        ------
        AccessError
            If an error is missing, or they are not those of the pairs of the ways.
        """
        error = numbers_of(given(residuals, pd.Series, "residuals"))
        if len(error) != len(ways.of) or not np.isfinite(error).all():
            raise AccessError("residuals: give the finite error of each pair of the ways")
        means = ways.means(error)
        free = np.array([sharing, sharing, True, True])

        def field(logs: Floats) -> Field:
            every = np.log(np.where(free, _START, _LEAST))
            every[free] = logs
            return cls(ways, means, *map(float, np.exp(every)))

        least, most = (np.log(edge)[free] for edge in (_LEAST, _MOST))
        with threadpool_limits(1):  # threads wait for one another longer than they work
            found = minimize(
                lambda logs: field(logs).unlikeliness,
                np.log(_START)[free],
                method="Nelder-Mead",
                bounds=list(zip(least, most, strict=True)),
                options={"maxfev": _STEPS, "xatol": 0.02, "fatol": 0.1},
            )
        return field(found.x)

    @cached_property
    def _parts(self) -> Floats:
        """Covariance of the parts of the places."""
        apart = cdist(self.ways.points, self.ways.points)
        own = self.place**2 * np.eye(len(apart))
        return np.asarray(self.shared**2 * np.exp(-apart / self.km) + own)

    @cached_property
    def _covariance(self) -> Floats:
        """Covariance of the errors of the ways."""
        ends = self.ways.ends
        found: Floats = ends @ (ends @ self._parts).T
        found[np.diag_indices_from(found)] += self.pair**2
        return found

    @cached_property
    def _factor(self) -> tuple[Floats, bool]:
        factor, lower = cho_factor(self._covariance, lower=True)
        return np.asarray(factor), bool(lower)

    @cached_property
    def _precision(self) -> Floats:
        """Inverse of the covariance of the errors of the ways."""
        return np.asarray(cho_solve(self._factor, np.eye(len(self.errors))))

    @property
    def unlikeliness(self) -> float:
        """Less the logarithm of the likelihood of the errors, but for a constant."""
        turned = cho_solve(self._factor, self.errors)
        return float(self.errors @ turned / 2 + np.log(np.diag(self._factor[0])).sum())

    def of_pairs(self) -> Floats:
        """What both places bring to the error of each known pair, its own minutes taken in."""
        brought = self.ways.ends @ (
            self._parts @ (self.ways.ends.T @ cho_solve(self._factor, self.errors))
        )
        return np.asarray(brought[self.ways.of])

    def told(self, errors: Floats, learnt: Mask) -> Floats:
        """What the errors of some pairs tell of those of the others.

        Parameters
        ----------
        errors : array
            Error of the logarithm of the minutes of each pair.
        learnt : array of bool
            Pairs to learn from; both directions of a way, or none.

        Returns
        -------
        array of float64
            One a pair; zero for those learnt from.
        """
        of, means = self.ways.of, self.ways.means(errors)
        seen = np.zeros(len(means), dtype=bool)
        seen[of[learnt]] = True
        brought = np.zeros(len(means))
        # The kriging of what is left out by what is not, from the inverse of the whole.
        pull = self._precision[np.ix_(~seen, seen)] @ means[seen]
        brought[~seen] = -np.linalg.solve(self._precision[np.ix_(~seen, ~seen)], pull)
        return np.asarray(brought[of])

    def _towards(self, points: Floats) -> Floats:
        """Covariance of the shared part of some points with the errors of the ways."""
        near = self.shared**2 * np.exp(-cdist(points / 1000, self.ways.points) / self.km)
        return np.asarray((self.ways.ends @ near.T).T)

    def at(self, towns: pd.DataFrame) -> Floats:
        """What some towns bring to the logarithm of the minutes of each of their ways.

        Parameters
        ----------
        towns : DataFrame
            ``x``, ``y`` (EPSG:2154, m).

        Returns
        -------
        array of float64
            One a town; nearly zero far from all known ways.

        Raises
        ------
        AccessError
            If a coordinate is missing or in degrees.
        """
        turned = cho_solve(self._factor, self.errors)
        return np.asarray(self._towards(metric_points(towns)) @ turned)

    def drawn(self, towns: pd.DataFrame, n: int, rng: np.random.Generator) -> Floats:
        """Draw what some towns may bring, given the errors of the known ways.

        Returns
        -------
        array of float64, shape (n, towns)
            Neighbours move together; a town far from all known ways, by the whole spread.
        """
        points = metric_points(towns)
        towards = self._towards(points)
        left = self.shared**2 * np.exp(-cdist(points, points) / 1000 / self.km)
        left -= towards @ cho_solve(self._factor, towards.T)
        left[np.diag_indices_from(left)] += self.place**2
        root = np.linalg.cholesky(left)
        return np.asarray(self.at(towns) + rng.normal(size=(n, len(towns))) @ root.T)


def fitted_field(pairs: pd.DataFrame, residuals: pd.Series, *, sharing: bool = True) -> Field:
    """As :meth:`Field.fitted`, of the ways of some pairs (:meth:`Ways.among`)."""
    return Field.fitted(Ways.among(pairs), residuals, sharing=sharing)


def unseen_by_place(
    pairs: pd.DataFrame,
    known: pd.DataFrame,
    fields: Mapping[str, Field],
    folds: Iterable[tuple[Mask, Mask]],
) -> pd.DataFrame:
    """Minutes of pairs left out, by the chosen form and by that with a field of the others.

    The form is fitted anew each time, and so are the parts of places. The spreads are not: they are
    four numbers of all pairs.

    Parameters
    ----------
    pairs : DataFrame
        As :func:`bassin.models.travel.sort_out`.
    known : DataFrame
        As :func:`bassin.models.travel.features`.
    fields : mapping of str to Field
        Of these pairs, by the name of their column.
    folds : iterable of two arrays of bool
        Pairs to predict, and those to learn from, as :func:`bassin.models.travel.folds`; ways that
        are driven both ways are learnt from in both directions, or in none.

    Returns
    -------
    DataFrame
        On the index of ``pairs``: :data:`CHOSEN`, a column a field; NaN for a pair of no fold.
    """
    logs = np.log(pairs["minutes"].to_numpy())
    found = pd.DataFrame(np.nan, pairs.index, [CHOSEN, *fields])
    for tested, learnt in folds:
        slopes = regressed(known[learnt], pairs["minutes"][learnt], CHOSEN)
        said = applied(known, CHOSEN, slopes).to_numpy()
        found.loc[tested, CHOSEN] = said[tested]
        with threadpool_limits(1):
            for name, field in fields.items():
                brought = field.told(logs - np.log(said), learnt)
                found.loc[tested, name] = (said * np.exp(brought))[tested]
    return found
