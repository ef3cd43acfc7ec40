"""The intercommunalities that are most like one: by size, people, work, income and care."""

from __future__ import annotations

import numpy as np
import pandas as pd

from bassin.errors import ChoiceError, TerritoryError
from bassin.files.trace import cached_property
from bassin.phrase import Phrase
from bassin.read import insee
from bassin.topics.base import Topic
from bassin.topics.national import National

#: Indicators by which two EPCI are alike, each counting the same; inhabitants by their logarithm.
TRAITS = (
    *("population_2023", "growth_1999_2020", "growth_2013_2023", "share_65_plus_2020"),
    *("industry_jobs_2022", "jobs_per_worker", "workers_2022", "unemployment_2018"),
    *("median_income_2021", "bac5_2018", "gp_2023", "car_pct"),
)
BY_LOGARITHM = ("population_2023",)
#: Least share of the traits that two must both have to be compared.
SHARED = 0.75
#: Scores beyond this many standard deviations count as this many: one trait alone never decides.
UTMOST = 3.0


class Alike(Topic):
    """How far each EPCI of France is from the territory, on traits put on one scale."""

    @cached_property
    def scores(self) -> pd.DataFrame:
        """Traits of every EPCI in standard deviations from their mean: index ``epci``."""
        found = National(self.sources).by_group(list(TRAITS), ["epci"])["value"]
        table = found.droplevel("kind").unstack("indicator").reindex(columns=list(TRAITS))
        table[list(BY_LOGARITHM)] = np.log(table[list(BY_LOGARITHM)])
        return ((table - table.mean()) / table.std(ddof=0)).clip(-UTMOST, UTMOST)

    @cached_property
    def distances(self) -> pd.Series:
        """Distance of each other EPCI, the nearest first.

        The root of the mean square of the gaps, over the traits that both have: 0 is alike in all,
        1 is a standard deviation apart in each. Those that share too few traits are left out.

        Raises
        ------
        TerritoryError
            If the territory has too few of the traits.
        """
        scores = self.scores
        if self.territory.code not in scores.index:
            raise TerritoryError(
                f"{self.territory.code} has none of the traits it is compared by.",
                told=Phrase("absent.unlike", place=self.territory.called),
            )
        here = scores.loc[self.territory.code]
        if here.notna().mean() < SHARED:
            known = here.count()
            raise TerritoryError(
                f"{self.territory.code} has {known} of the {len(TRAITS)} traits by which places "
                f"are compared, fewer than {SHARED:.0%}: none is said to be like it.",
                told=Phrase("absent.unlike", place=self.territory.called),
            )
        gaps = scores.drop(index=self.territory.code) - here
        both = gaps.notna().mean(axis=1)
        apart = np.sqrt((gaps**2).mean(axis=1))[both >= SHARED]
        order = pd.DataFrame({"apart": apart, "epci": apart.index}, index=apart.index)
        return apart[order.sort_values(["apart", "epci"]).index].rename("distance")

    def nearest(self, n: int = 10) -> pd.DataFrame:
        """The nearest EPCI.

        Parameters
        ----------
        n : int
            How many, from 1.

        Returns
        -------
        DataFrame
            Index ``epci``; ``name`` (as INSEE has it), ``departement`` (code, of most of its
            communes), ``distance``, ``most_unlike`` (key of the trait with the widest gap).
        """
        if n < 1:
            raise ChoiceError(f"n={n!r}: ask for one place or more.")
        near = self.distances.head(n)
        gaps = (self.scores.loc[near.index] - self.scores.loc[self.territory.code]).abs()
        members = insee.epci(self.sources)
        of = members[members["epci"].isin(near.index)].groupby("epci")
        return pd.DataFrame(
            {
                "name": of["epci_name"].first().reindex(near.index),
                "departement": of["dep"].agg(lambda codes: codes.mode()[0]).reindex(near.index),
                "distance": near,
                "most_unlike": gaps.idxmax(axis=1).map(lambda key: f"indicator.{key}"),
            }
        ).rename_axis("epci")
