"""The indicators of one subject, side by side for a territory and the places around it."""

from __future__ import annotations

import math
from collections.abc import Callable, Mapping, Sequence

import numpy as np
import pandas as pd

from bassin.availability import MISSING, PUBLISHED
from bassin.choices import choosing
from bassin.collation import by_name
from bassin.errors import ChoiceError
from bassin.files.trace import cached_property
from bassin.indicators import catalogue
from bassin.phrase import Name, Phrase
from bassin.places.membership import FRANCE as COUNTRY
from bassin.places.territory import FRANCE
from bassin.topics.base import Topic
from bassin.topics.measured import period_of
from bassin.topics.national import National
from bassin.topics.standing import standings, told

#: Declared indicators of each subject, in the order of the rows of its table.
SUBJECTS: Mapping[str, tuple[str, ...]] = {
    "population": (
        *("population_2023", "growth_1968_1999", "growth_1999_2020", "growth_2013_2023"),
        *("natural_balance", "migratory_balance"),
    ),
    "ages": (
        *("share_65_plus_2022", "share_65_plus_2020", "ageing_index_2022", "retired_2022"),
        *("one_person_2022", "lone_parent_2022"),
    ),
    "jobs": (
        *("jobs_2018", "jobs_per_worker", "industry_jobs_2022", "construction_jobs_2022"),
        *("farming_jobs_2022", "services_jobs_2022", "public_jobs_2022"),
        *("large_establishments_jobs_2023", "employed_2022", "youth_unemployed_2022"),
        *("unemployed_2022", "managers_2022", "workers_2022", "car_pct", "private_jobs_2024"),
    ),
    "income": ("median_income_2021", "poverty_rate_2021", "d9_d1_2019"),
    "diplomas": ("below_bac_2022", "higher_education_2022", "bac5_2018", "neet_2018"),
    "care": (
        *("gp_2023", "gp_under_65_2023", "underserved_2023", "nurse_2023", "dentist_2023"),
        *("midwife_2023", "physiotherapist_2023", "pharmacies_2019"),
    ),
    "risks": ("floods_per_commune", "plan_communes_pct", "plan_people_pct", "fires_per_100_km2"),
    # Vacancy of the register is masked where it is low: what is left is of no two places alike.
    "land": (
        *("vacant_census_2022", "house_price", "brownfields", "land_taken", "land_taken_pct"),
    ),
}


class Beside(Topic):
    """Each indicator of the catalogue for a territory, its departement, its region and France."""

    @cached_property
    def _national(self) -> National:
        return National(self.sources)

    @choosing(subject=tuple(SUBJECTS))
    def table(self, subject: str) -> pd.DataFrame:
        """The indicators of a subject.

        Parameters
        ----------
        subject : str
            Of :data:`SUBJECTS`.

        Returns
        -------
        DataFrame
            Index ``indicator`` (its key); a column a place, by its code in
            :attr:`~bassin.places.territory.Territory.levels`, missing where the indicator has no
            value; ``rank`` and ``last``, the first and the last rank that the territory may have
            (1 the highest), ``of`` how many EPCI with a value, as
            :func:`bassin.topics.standing.standings` has them.
            Indicators that the territory lacks come with their row: :meth:`lacking` says which.
        """
        return self.of(SUBJECTS[subject])

    def of(self, keys: Sequence[str]) -> pd.DataFrame:
        """As :meth:`table`, of any indicators of the catalogue.

        Raises
        ------
        ChoiceError
            If one of them is not declared.
        """
        keys = list(keys)
        groups = self.territory.levels
        kinds = [kind for kind, _ in groups.values()]
        values = self._national.by_group(keys, kinds)["value"]
        table = pd.DataFrame(
            {
                place: [values.get((key, *group), math.nan) for key in keys]
                for place, group in groups.items()
            },
            index=pd.Index(keys, name="indicator"),
            dtype=float,
        )
        for key in table.index[table[FRANCE].isna()]:
            # Incomes are published of the mainland, apart from the other groups.
            table.at[key, FRANCE] = self.selected.published_at(str(key), "france", COUNTRY)
        return table.join(standings(self.sources, keys, self.territory.code))

    def written(self, subject: str, write: Callable[[float, str, str], str]) -> pd.DataFrame:
        """As :meth:`table`, of the indicators that the territory has, each in its own format.

        Parameters
        ----------
        subject : str
        write : callable
            Writes a number, its format and its unit, as :func:`bassin.words.amount`.

        Returns
        -------
        DataFrame
            Index ``indicator`` (a code of its label); ``years`` (a phrase: those that the value is
            of, the five whose surveys a census puts together); a column of text a place; ``rank``
            (a phrase: from which to which; ``None`` where none is told) ``of`` how many EPCI with
            a value.

        Raises
        ------
        ChoiceError
            If the territory has none of them.
        """
        table = self.table(subject)
        table = table[table[self.territory.here].notna()]
        if table.empty:
            raise ChoiceError(
                f"{self.territory.code} has no indicator of {subject}.",
                told=Phrase("absent.subject", place=self.territory.called),
            )
        about = [catalogue.find(str(key)) for key in table.index]
        shown = pd.DataFrame({"years": [period_of(one) for one in about]}, table.index)
        for place in self.territory.levels:
            shown[place] = [
                None if math.isnan(value) else write(value, one.fmt, one.unit)
                for one, value in zip(about, table[place], strict=True)
            ]
        ranks = map(told, table["rank"], table["last"])
        shown["rank"] = pd.Series(list(ranks), table.index, dtype=object)
        shown["of"] = table["of"].astype(int)
        return shown.rename(index=lambda key: f"indicator.{key}")

    @choosing(subject=tuple(SUBJECTS))
    def lacking(self, subject: str) -> list[str]:
        """Keys of the indicators of a subject that the territory has no value of."""
        here = self.table(subject)[self.territory.here]
        return [str(key) for key in here.index[here.isna()]]

    def by_commune(self, key: str) -> pd.DataFrame:
        """One indicator by commune of the territory, for a map.

        Returns
        -------
        DataFrame
            Index ``code``; ``name``, ``value``, ``status`` (published, secret or missing).

        Raises
        ------
        ChoiceError
            If no commune of the territory has a value.
        """
        parts = self._national.parts(key)
        codes = self.territory.codes
        value = parts.values().reindex(codes)
        if value.isna().all():
            raise ChoiceError(
                f"{self.territory.code} has no commune with {key}.",
                told=Phrase(
                    "absent.commune",
                    place=self.territory.called,
                    indicator=Name(f"indicator.{key}"),
                ),
            )
        status = parts.table["status"].reindex(codes).fillna(MISSING)
        known = status.mask(value.notna(), PUBLISHED).mask(
            value.isna() & (status == PUBLISHED), MISSING
        )
        return pd.DataFrame({"name": self.names, "value": value, "status": known})

    def bins(self, key: str, classes: int = 5) -> list[float]:
        """Limits that part the communes of France into classes of about as many, in round numbers.

        The same for every territory: maps of two of them can be compared.
        """
        values = self._national.parts(key).values().dropna().to_numpy(float)
        cuts = np.quantile(values, np.arange(1, classes) / classes)
        return round_cuts(cuts[cuts > values.min()])

    def ends(self, key: str, n: int = 3) -> pd.DataFrame:
        """Communes with the highest and the lowest value.

        Parameters
        ----------
        key : str
        n : int
            How many at each end; fewer where the territory has fewer than twice as many.

        Returns
        -------
        DataFrame
            ``high``, ``high_value``, ``low``, ``low_value``: names and numbers, the utmost first.
        """
        table = by_name(self.by_commune(key).dropna(subset=["value"]))
        down = table.sort_values("value", ascending=False, kind="stable")
        up = table.sort_values("value", kind="stable")
        n = min(n, len(table) // 2) or 1
        return pd.DataFrame(
            {
                "high": down["name"].head(n).to_numpy(),
                "high_value": down["value"].head(n).to_numpy(),
                "low": up["name"].head(n).to_numpy(),
                "low_value": up["value"].head(n).to_numpy(),
            }
        )


def round_cuts(cuts: Sequence[float]) -> list[float]:
    """Limits of classes in as few digits as keep them apart; those that stay alike count once.

    Examples
    --------
    >>> round_cuts([1.9231, 2.4187, 3.104, 3.998])
    [1.9, 2.4, 3.1, 4.0]
    >>> round_cuts([0.0, 0.0, 0.31, 2.2])
    [0.0, 0.31, 2.2]
    """
    apart = sorted({float(cut) for cut in cuts})
    digits = 2
    while True:
        rounded = [float(f"{cut:.{digits}g}") for cut in apart]
        if len(set(rounded)) == len(apart) or digits == 15:
            return sorted(set(rounded))
        digits += 1
