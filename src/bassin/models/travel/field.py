"""A field of the errors of the model over the ground: what places near known ways have in common.

The error of a way is the sum of what its two places bring and of its own. What a place brings is
drawn towards that of its neighbours: places are random effects with a covariance that falls with
their distance, so that one with few ways borrows from those around it, and one far from all known
ways has none. It is kriging, on ways rather than points:

    error of a way = part of one place + part of the other + own part
    covariance of the parts of two places = shared^2 x exp(-km apart / km), place^2 more of one

The spreads are those under which the known errors are nearly the likeliest: the search for them is
cut short.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property

import numpy as np
import pandas as pd
from scipy.linalg import cho_factor, cho_solve
from scipy.optimize import minimize
from scipy.spatial.distance import cdist
from threadpoolctl import threadpool_limits

from bassin.errors import AccessError
from bassin.models.arrays import Floats
from bassin.models.inputs import columns_of, given, metric_points, numbers_of, positive
from bassin.models.travel.forms import CHOSEN, applied, known_minutes, regressed
from bassin.models.travel.validation import Mask
from bassin.models.travel.ways import Ways, errors_of, mask_of

#: Code of the model with the field, and with parts of places that share nothing.
FIELD, PLACES = "errors_in_a_field", "errors_of_places"
#: Spreads and distance that the search begins with, and the least and most it may find.
_START = (0.1, 10.0, 0.05, 0.12)
_LEAST, _MOST = (1e-3, 2.0, 1e-3, 1e-3), (1.0, 200.0, 1.0, 1.0)
#: Likelihoods that the search asks for, at most. On the pairs of the project it would end after
#: 200, for less than a tenth of a log-likelihood.
_STEPS = 60


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

    Raises
    ------
    AccessError
        If there is not one finite error a way, or a spread or the distance is not above zero.
    """

    ways: Ways
    errors: Floats
    shared: float
    km: float
    place: float
    pair: float

    def __post_init__(self) -> None:
        given(self.ways, Ways, "ways")
        errors_of(self.errors, self.ways.ends.shape[0], "errors", "way")
        for name in ("shared", "km", "place", "pair"):
            positive(getattr(self, name), f"{name} of a field")

    @classmethod
    def fitted(cls, ways: Ways, residuals: pd.Series, *, sharing: bool = True) -> Field:
        """Find spreads under which the errors are nearly the likeliest.

        A search by Nelder and Mead that stops after 60 likelihoods, or earlier where it has
        settled.

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
            If an error is missing, they are not those of the pairs of the ways, or there are no
            more ways than numbers to find: one way tells no spread.
        """
        error = numbers_of(given(residuals, pd.Series, "residuals"))
        if len(error) != len(given(ways, Ways, "ways").of) or not np.isfinite(error).all():
            raise AccessError("residuals: give the finite error of each pair of the ways")
        means = ways.means(error)
        free = np.array([sharing, sharing, True, True])
        spreads = np.count_nonzero(free)
        if len(means) <= spreads:
            raise AccessError(
                f"{len(means)} way(s) tell no {spreads} spreads: give more ways, or the spreads"
            )

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
            Pairs to learn from; both directions of a way, or none. With none, nothing is told.

        Returns
        -------
        array of float64
            One a pair; zero for those learnt from, and for all where there are none.

        Raises
        ------
        AccessError
            If there is not one finite error and one truth value a pair, or one direction of a way
            is learnt from and the other is not: it would tell nothing of the other.
        """
        of, means = self.ways.of, self.ways.means(errors)
        learnt = mask_of(learnt, len(of), "learnt")
        seen = np.zeros(len(means), dtype=bool)
        seen[of[learnt]] = True
        half = seen[of] & ~learnt
        if half.any():
            raise AccessError(
                f"pair {int(half.argmax())} is left out, and its way is learnt from in the other "
                "direction: learn from both, or from none"
            )
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

        Parameters
        ----------
        towns : DataFrame
            As :meth:`at`. Two at one point differ by the part of a place alone.
        n : int
            Number of draws.
        rng : Generator
            The same seed gives the same draws.

        Returns
        -------
        array of float64, shape (n, towns)
            Neighbours move together; a town far from all known ways, by the whole spread.

        Raises
        ------
        AccessError
            If a coordinate is missing or in degrees, the number is none, or ``rng`` no generator.
        """
        if isinstance(n, bool) or not isinstance(n, int | np.integer) or n < 1:
            raise AccessError(f"n is {n!r}: give a whole number of draws, 1 or more")
        given(rng, np.random.Generator, "rng")
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

    Raises
    ------
    AccessError
        If a time is not above zero, ``known`` or a field is of other pairs, a fold has not one
        truth value a pair, predicts what it learns from, or learns from one direction of a way.
    """
    columns_of(pairs, ["minutes"], "pairs")
    known_minutes(pairs["minutes"])
    if not pairs.index.equals(given(known, pd.DataFrame, "known").index):
        raise AccessError("pairs and known are on different indexes: give features(pairs, terrain)")
    for name, field in fields.items():
        if len(given(field, Field, f"field {name!r}").ways.of) != len(pairs):
            raise AccessError(f"field {name!r} is of other pairs: fit it on these")
    logs = np.log(pairs["minutes"].to_numpy())
    found = pd.DataFrame(np.nan, pairs.index, [CHOSEN, *fields])
    for fold in folds:
        tested, learnt = (mask_of(one, len(pairs), "a fold") for one in fold)
        if (tested & learnt).any() or not learnt.any():
            raise AccessError("a fold learns from what it predicts, or from nothing: part them")
        slopes = regressed(known[learnt], pairs["minutes"][learnt], CHOSEN)
        said = applied(known, CHOSEN, slopes).to_numpy()
        found.loc[tested, CHOSEN] = said[tested]
        with threadpool_limits(1):
            for name, field in fields.items():
                brought = field.told(logs - np.log(said), learnt)
                found.loc[tested, name] = (said * np.exp(brought))[tested]
    return found
