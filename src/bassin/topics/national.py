"""Every indicator for every place of France, each read from its own files when it is asked for."""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping, Sequence
from inspect import isfunction
from types import ModuleType

import pandas as pd

from bassin.choices import chosen
from bassin.files.sources import Sources
from bassin.indicators import aggregate, catalogue
from bassin.indicators.aggregate import Parts
from bassin.indicators.declaration import Indicator, NotAdditive
from bassin.places.membership import KINDS, inhabitants, membership
from bassin.topics.ageing import national as ageing
from bassin.topics.education import national as education
from bassin.topics.employment import national as employment
from bassin.topics.health import national as health
from bassin.topics.land import national as land
from bassin.topics.population import national as population
from bassin.topics.poverty import national as poverty
from bassin.topics.reach import national as reach
from bassin.topics.risk import national as risk
from bassin.topics.travel import national as travel

#: The modules of national tables, by topic.
_MODULES: Mapping[str, ModuleType] = {
    "population": population,
    "ageing": ageing,
    "education": education,
    "health": health,
    "poverty": poverty,
    "employment": employment,
    "travel": travel,
    "land": land,
    "risk": risk,
    "reach": reach,
}
#: What a declaration calls a national table, its topic and its name, to the public function of the
#: topic's module that makes it from the raw files.
TABLES: Mapping[str, Callable[..., pd.DataFrame]] = {
    f"{topic}.{name}": made
    for topic, module in _MODULES.items()
    for name, made in vars(module).items()
    if isfunction(made) and made.__module__ == module.__name__ and not name.startswith("_")
}


def table(sources: Sources, name: str, *args: str | int, **kwargs: object) -> pd.DataFrame:
    """National table of a name, made once for each :class:`Sources` and kept with its files.

    Raises
    ------
    ChoiceError
        If there is no such table.
    """
    chosen("name", name, TABLES)
    key = ("national", name, args, tuple(sorted(kwargs.items())))
    return sources.kept.get(key, lambda: TABLES[name](sources, *args, **kwargs))


def table_of(
    sources: Sources, indicator: Indicator, within: Collection[str] | None = None
) -> pd.DataFrame:
    """National table of an indicator: the columns of its rule by commune of 2023.

    Parameters
    ----------
    sources : Sources
    indicator : Indicator
    within : collection of str, optional
        Departements: of an indicator with a file for each, the files of the others are not read.
    """
    if indicator.by_departement and within is not None:
        only = tuple(sorted(set(within)))
        return table(sources, indicator.table, *indicator.args, within=only)
    return table(sources, indicator.table, *indicator.args)


class National:
    """The indicators of the catalogue, for all communes and all groups of them.

    Parameters
    ----------
    sources : Sources

    Examples
    --------
    >>> france = National(Sources())  # doctest: +SKIP
    >>> table = france.by_group(["car_pct"], ["epci"])  # doctest: +SKIP
    >>> round(table.loc[("car_pct", "epci", "200066918"), "value"], 1)  # doctest: +SKIP
    87.6
    """

    def __init__(self, sources: Sources) -> None:
        self.sources = sources

    def parts(self, key: str) -> Parts:
        """As :func:`bassin.indicators.aggregate.parts`, of one indicator."""
        indicator = catalogue.find(key)
        return self.sources.kept.get(
            ("parts", key),
            lambda: aggregate.parts(indicator.rule, table_of(self.sources, indicator)),
        )

    def published(self, key: str) -> pd.DataFrame | None:
        """What is published of groups on an indicator that does not add up."""
        indicator = catalogue.find(key)
        rule = indicator.rule
        if not isinstance(rule, NotAdditive) or not rule.published:
            return None
        return table(self.sources, rule.published, *indicator.args)

    def by_commune(self, key: str) -> pd.DataFrame:
        """Value of an indicator by commune: index ``code``; ``value``, ``status``."""
        parts = self.parts(key)
        return pd.DataFrame({"value": parts.values(), "status": parts.table["status"]})

    def by_group(
        self, keys: Sequence[str] | None = None, kinds: Sequence[str] = KINDS
    ) -> pd.DataFrame:
        """As :func:`bassin.indicators.aggregate.by_group`, of some indicators or all."""
        wanted = list(catalogue.INDICATORS) if keys is None else list(keys)
        published = {key: found for key in wanted if (found := self.published(key)) is not None}
        kept, asked = self.sources.kept, tuple(kinds)
        return aggregate.by_group(
            {key: self.parts(key) for key in wanted},
            kept.get(("membership", asked), lambda: membership(self.sources, asked)),
            kept.get("inhabitants", lambda: inhabitants(self.sources)),
            published,
        )

    def coverage(self, keys: Sequence[str] | None = None) -> pd.DataFrame:
        """As :func:`bassin.indicators.catalogue.coverage`, of some indicators or all."""
        wanted = list(catalogue.INDICATORS) if keys is None else list(keys)
        parts = {key: self.parts(key) for key in wanted}
        return catalogue.coverage(parts, self.by_group(wanted))
