"""Every indicator for every place of France, each read from its own files when it is asked for."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from functools import partial
from inspect import isfunction, signature
from types import ModuleType

import pandas as pd

from bassin import console
from bassin.choices import choosing, chosen
from bassin.files.shared import is_sharing, shared
from bassin.files.sources import Sources
from bassin.indicators import aggregate, catalogue
from bassin.indicators.aggregate import Parts
from bassin.indicators.declaration import Indicator, NotAdditive
from bassin.places.membership import KINDS, inhabitants, membership
from bassin.places.national import EVERY, Ground
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
MODULES: Mapping[str, ModuleType] = {
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
    for topic, module in MODULES.items()
    for name, made in vars(module).items()
    if isfunction(made) and made.__module__ == module.__name__ and not name.startswith("_")
}

#: Those that are made of some communes, or of those of their file, as well as of all of France.
ANYWHERE = {name for name, made in TABLES.items() if "ground" in signature(made).parameters}


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


def table_of(sources: Sources, indicator: Indicator, ground: Ground = EVERY) -> pd.DataFrame:
    """National table of an indicator, or a part of it: the columns of its rule by commune.

    Parameters
    ----------
    sources : Sources
    indicator : Indicator
    ground : Ground
        Of some communes, or of those of its file, no list of communes is read, and of an indicator
        with a file for each departement only the files of its own.

    Raises
    ------
    ValueError
        If the table is asked for on the ground of its file, and has no other than that of 2023.
    """
    if ground == EVERY:
        return table(sources, indicator.table, *indicator.args)
    if indicator.table in ANYWHERE:
        return table(sources, indicator.table, *indicator.args, ground=ground)
    if ground.filed:
        raise ValueError(f"{indicator.table} has no table on the communes of its file")
    return ground.lay(sources, table(sources, indicator.table, *indicator.args))


def parts_of(sources: Sources, key: str, ground: Ground = EVERY) -> Parts:
    """As :func:`bassin.indicators.aggregate.parts`, of one indicator of the catalogue.

    Raises
    ------
    KeyError
        If the indicator is not declared.
    """
    indicator = catalogue.find(key)

    def made() -> Parts:
        return aggregate.parts(indicator.rule, table_of(sources, indicator, ground))

    def one() -> Parts:
        return shared(sources, f"parts {key}", made) if ground == EVERY else made()

    return sources.kept.get(("parts", key, ground), one)


def published_of(
    sources: Sources, key: str, kinds: Sequence[str] | None = None
) -> pd.DataFrame | None:
    """What is published of groups on an indicator that does not add up; ``None`` if it does.

    Parameters
    ----------
    sources : Sources
    key : str
    kinds : sequence of str, optional
        Kinds of groups; all that are declared by default. Where each has a file of its own, those
        of the others are not read. Incomes have one more, ``"france"``, which is the mainland.

    Returns
    -------
    DataFrame
        Index ``(kind, group)``; ``value``.
    """
    indicator = catalogue.find(key)
    rule = indicator.rule
    if not isinstance(rule, NotAdditive) or not rule.published:
        return None
    if kinds is None or "kinds" not in signature(TABLES[rule.published]).parameters:
        return table(sources, rule.published, *indicator.args)
    return table(sources, rule.published, *indicator.args, kinds=tuple(kinds))


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

    def __repr__(self) -> str:
        return console.summary(
            f"National({len(catalogue.INDICATORS)} indicators)",
            indicators=catalogue.INDICATORS,
            methods=console.methods(type(self)),
        )

    def parts(self, key: str) -> Parts:
        """As :func:`bassin.indicators.aggregate.parts`, of one indicator."""
        return parts_of(self.sources, key)

    def published(self, key: str, kinds: Sequence[str] | None = None) -> pd.DataFrame | None:
        """What is published of groups on an indicator that does not add up."""
        return published_of(self.sources, key, kinds)

    def by_commune(self, key: str) -> pd.DataFrame:
        """Value of an indicator by commune: index ``code``; ``value``, ``status``."""
        parts = self.parts(key)
        return pd.DataFrame({"value": parts.values(), "status": parts.table["status"]})

    @choosing(kinds=KINDS)
    def by_group(
        self, keys: Sequence[str] | None = None, kinds: Sequence[str] = KINDS
    ) -> pd.DataFrame:
        """As :func:`bassin.indicators.aggregate.by_group`, of some indicators or all."""
        wanted = list(catalogue.at_hand(self.sources)) if keys is None else list(keys)
        asked = tuple(kinds)
        if not is_sharing() or not wanted:
            return self._over(wanted, asked)
        # One by one, each rests on its own files, for whichever process asks for it next.
        return pd.concat(
            [
                shared(self.sources, f"groups {key} {asked}", partial(self._over, [key], asked))
                for key in wanted
            ]
        )

    def _over(self, wanted: Sequence[str], asked: tuple[str, ...]) -> pd.DataFrame:
        """Some indicators, in one pass."""
        published = {key: found for key in wanted if (found := self.published(key)) is not None}
        kept = self.sources.kept
        return aggregate.by_group(
            {key: self.parts(key) for key in wanted},
            kept.get(("membership", asked), lambda: membership(self.sources, asked)),
            kept.get("inhabitants", lambda: inhabitants(self.sources)),
            published,
        )

    def coverage(self, keys: Sequence[str] | None = None) -> pd.DataFrame:
        """As :func:`bassin.indicators.catalogue.coverage`, of some indicators or all."""
        wanted = list(catalogue.at_hand(self.sources)) if keys is None else list(keys)
        parts = {key: self.parts(key) for key in wanted}
        return catalogue.coverage(parts, self.by_group(wanted))
