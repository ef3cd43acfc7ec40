"""Which intercommunalities are like one, by several ways to tell it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import numpy as np
import numpy.typing as npt
import pandas as pd

from bassin.files.sources import Sources
from bassin.files.trace import cached_property
from bassin.indicators.stats import total
from bassin.places.membership import groups
from bassin.places.passage import GEOGRAPHY, Passage
from bassin.read import insee
from bassin.topics.national import National
from bassin.topics.peers.alike import BY_LOGARITHM, SHARED, TRAITS, UTMOST

#: Traits of each domain; every domain counts the same, however many traits it has.
DOMAINS: Mapping[str, tuple[str, ...]] = {
    "people": ("population_2023", "growth_2013_2023", "share_65_plus_2020"),
    "work": ("industry_jobs_2022", "jobs_per_worker", "workers_2022", "unemployment_2018"),
    "income": ("median_income_2021", "poverty_rate_2021"),
    "diplomas": ("bac5_2018", "neet_2018"),
    "care": ("gp_2023", "pharmacies_2019"),
}
#: How many came and went, since 1968.
HISTORY = ("growth_1968_1999", "growth_1999_2020", "growth_2013_2023")
#: Ways to tell that two are alike: on twelve traits, each counting the same; by domain; by size and
#: density alone; by the history of their inhabitants alone.
METHODS = ("traits", "domains", "size", "history")
#: How many are near by a way.
NEAR = 10

Floats = npt.NDArray[np.float64]


class Likeness:
    """How far all EPCI of France are from one another, by each of :data:`METHODS`.

    Parameters
    ----------
    sources : Sources
    """

    def __init__(self, sources: Sources) -> None:
        self.sources = sources

    @cached_property
    def codes(self) -> list[str]:
        """Every EPCI, in order."""
        return sorted(groups(self.sources, "epci").dropna().unique())

    @cached_property
    def _values(self) -> pd.DataFrame:
        keys = dict.fromkeys([*TRAITS, *HISTORY, *(key for of in DOMAINS.values() for key in of)])
        found = National(self.sources).by_group(list(keys), ["epci"])["value"]
        table = found.droplevel("kind").unstack("indicator").reindex(self.codes)
        table[list(BY_LOGARITHM)] = np.log(table[list(BY_LOGARITHM)])
        table["density"] = table["population_2023"] - np.log(self._areas.reindex(self.codes))
        return table

    @cached_property
    def _areas(self) -> pd.Series:
        """Area of every EPCI, in km², by INSEE's table: missing where a commune's is."""
        passage = Passage(insee.commune_events(self.sources))
        listed = insee.published_areas(self.sources)
        parts = "|".join(insee.ARRONDISSEMENTS.values())  # their city has its own row
        communes = listed[~listed.index.str.fullmatch(parts)]
        areas = passage.carry(communes, insee.COMPARISON_GEOGRAPHY, GEOGRAPHY)
        of = groups(self.sources, "epci").dropna()
        return total(areas.reindex(of.index).groupby(of))

    def _apart(self, keys: Sequence[str]) -> Floats:
        return apart(self._values[list(keys)])

    @cached_property
    def distances(self) -> Mapping[str, Floats]:
        """Method to distances, shape (EPCI, EPCI); NaN where two share too few traits."""
        domains = np.array([self._apart(keys) for keys in DOMAINS.values()])
        shared = np.isfinite(domains).mean(axis=0) >= SHARED
        by_domain = np.nanmean(np.where(shared, domains, 0.0), axis=0)
        return {
            "traits": self._apart(TRAITS),
            "domains": np.where(shared, by_domain, np.nan),
            "size": self._apart(["population_2023", "density"]),
            "history": self._apart(HISTORY),
        }

    def nearest(self, method: str) -> pd.DataFrame:
        """The nearest of every EPCI by a method.

        Returns
        -------
        DataFrame
            ``epci``, ``rank`` (from 1), ``near`` (code), ``distance``; of an EPCI with too few of
            the traits there is no row.
        """
        return ranked(self.distances[method], self.codes)


def apart(traits: pd.DataFrame) -> Floats:
    """Distance of each two rows, on columns put on one scale.

    The root of the mean square of the gaps in standard deviations, as
    :class:`bassin.topics.peers.alike.Alike`.

    Returns
    -------
    array of float, shape (rows, rows)
        NaN where two share fewer than :data:`~bassin.topics.peers.alike.SHARED` of the columns, and
        of a row with itself.

    Examples
    --------
    >>> apart(pd.DataFrame({"a": [0.0, 1.0, 2.0]})).round(2)[0].tolist()
    [nan, 1.22, 2.45]
    """
    scores = ((traits - traits.mean()) / traits.std(ddof=0)).clip(-UTMOST, UTMOST).to_numpy()
    squares, both = np.zeros((len(scores),) * 2), np.zeros((len(scores),) * 2)
    for column in scores.T:
        gap = column[:, None] - column[None, :]
        known = np.isfinite(gap)
        squares += np.where(known, gap, 0.0) ** 2
        both += known
    enough = both / scores.shape[1] >= SHARED
    found = np.full(squares.shape, np.nan)
    np.divide(squares, both, out=found, where=enough)
    np.fill_diagonal(found, np.nan)
    distances: Floats = np.sqrt(found)
    return distances


def ranked(distances: Floats, codes: Sequence[str]) -> pd.DataFrame:
    """The nearest of each row, as :meth:`Likeness.nearest`; of two as far, by code."""
    rows = []
    for at, code in enumerate(codes):
        order = np.argsort(distances[at], kind="stable")[:NEAR]
        rows += [
            (code, rank, codes[near], float(distances[at, near]))
            for rank, near in enumerate(order, 1)
            if np.isfinite(distances[at, near])
        ]
    return pd.DataFrame(rows, columns=["epci", "rank", "near", "distance"])
