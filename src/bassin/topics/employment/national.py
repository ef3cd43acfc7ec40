"""Jobs and employed residents, by commune of France; jobs as published of groups."""

from __future__ import annotations

from collections.abc import Collection

import pandas as pd

from bassin.files.sources import Sources
from bassin.files.vintages import first_of
from bassin.indicators import small_areas
from bassin.indicators.geography import carried_later
from bassin.indicators.published import by_kind
from bassin.indicators.stats import total
from bassin.places.membership import FRANCE
from bassin.places.national import EVERY, Ground, carried
from bassin.read import insee, urssaf
from bassin.topics.employment.industries import INDUSTRY

#: Kinds of groups whose private jobs are published, to what the file calls them.
PRIVATE_KINDS = {"epci": "epci", "zone_emploi": "ze", "france": "france"}
#: Ages of the labour force that are added up, by what a declaration calls them.
AGES = {"15_64": tuple(insee.WORKING_AGES.values()), "15_24": ("age_15_24",)}
#: Kinds of groups whose spheres and sectors are published.
SPHERE_KINDS = ("epci", "france")
#: Those of which private jobs are known by industry.
INDUSTRY_KINDS = ("zone_emploi", "france")


def jobs(sources: Sources) -> pd.DataFrame:
    """Jobs at the place of work, and employed residents of 15 to 64, census of 2018.

    Returns
    -------
    DataFrame
        Index ``code``; ``jobs``, ``employed`` (persons).
    """
    table = insee.comparison_2018(sources)[["jobs", "employed"]]
    return carried(sources, table, insee.COMPARISON_GEOGRAPHY)


def by_age(sources: Sources, ages: str, ground: Ground = EVERY) -> pd.DataFrame:
    """People of working age, at work, active and unemployed in 2022, added up from IRIS.

    Parameters
    ----------
    sources : Sources
    ages : str
        Key of :data:`AGES`.
    ground : Ground

    Returns
    -------
    DataFrame
        Index ``code``; ``people``, ``employed``, ``active``, ``unemployed``, ``status``.
    """

    def count(rates: pd.DataFrame) -> pd.DataFrame:
        return small_areas.at_work(rates, AGES[ages])

    names = ["people", "employed", "active", "unemployed"]
    return small_areas.counted(sources, insee.iris_labour_2022, count, names, ground)


def occupations(sources: Sources, category: str, ground: Ground = EVERY) -> pd.DataFrame:
    """People of a socio-professional category beside all of 15 and over, census of 2022.

    Parameters
    ----------
    sources : Sources
    category : str
        A value of :data:`bassin.read.insee.CATEGORIES`.
    ground : Ground

    Returns
    -------
    DataFrame
        Index ``code``; ``people``, ``total``, ``status``.
    """
    table = insee.occupations_2022(sources)[[category, "total"]]
    counts = table.set_axis(["people", "total"], axis=1)
    return carried_later(sources, counts, insee.OCCUPATIONS_GEOGRAPHY, ground)


def private_jobs(sources: Sources, year: int, ground: Ground = EVERY) -> pd.DataFrame:
    """Private salaried jobs at the end of a year.

    A commune without a row has none, or has merged: the file does not say which, and it is missing.
    Hence communes do not add up to groups, which are published.

    Returns
    -------
    DataFrame
        Index ``code``; ``value``.
    """
    table = urssaf.totals(sources, "communes")[[year]]
    return ground.lay(sources, table.set_axis(["value"], axis=1))


def private_jobs_of_groups(
    sources: Sources, year: int, kinds: Collection[str] = tuple(PRIVATE_KINDS)
) -> pd.DataFrame:
    """The same of EPCI, zones d'emploi and France: index ``(kind, group)``; ``value``."""

    def jobs_of(kind: str) -> pd.Series:
        table = urssaf.totals(sources, PRIVATE_KINDS[kind])[year]
        return table.rename(index={urssaf.ALL_FRANCE: FRANCE})

    return by_kind(kinds, PRIVATE_KINDS, jobs_of)


def of_groups_alone(
    sources: Sources,
    what: str | int,  # noqa: ARG001, of groups: a column, or a year
    ground: Ground = EVERY,
) -> pd.DataFrame:
    """A share of jobs that is published of groups alone: ``value``, missing in every commune."""
    nothing = pd.DataFrame({"value": pd.Series(dtype=float)}, index=pd.Index([], dtype=object))
    return ground.lay(sources, nothing)


def spheres_of_groups(
    sources: Sources, column: str, kinds: Collection[str] = SPHERE_KINDS
) -> pd.DataFrame:
    """A share of EPCI and France, as :func:`bassin.read.insee.employment_spheres` has it.

    Returns
    -------
    DataFrame
        Index ``(kind, group)``; ``value`` (%).
    """
    of = first_of(sources, insee.FLORES_EPCI, int(column.rsplit("_", 2)[1]))
    shares = insee.employment_spheres(sources, of)[column]
    shares = shares.rename(index={insee.ALL_FRANCE: FRANCE})
    whole = shares.index == FRANCE
    return by_kind(
        kinds, SPHERE_KINDS, lambda kind: shares[whole] if kind == "france" else shares[~whole]
    )


def industry_share_of_groups(
    sources: Sources, year: int, kinds: Collection[str] = INDUSTRY_KINDS
) -> pd.DataFrame:
    """Share of industry in private jobs of zones d'emploi and of France, which is all of them.

    Returns
    -------
    DataFrame
        Index ``(kind, group)``; ``value`` (%).
    """
    jobs = urssaf.by_industry(sources)
    amounts = pd.DataFrame(
        {"industry": jobs[year].where(jobs["sector"] == INDUSTRY, 0), "all": jobs[year]}
    )
    zones = total(amounts.groupby("zone"))
    sums = {"zone_emploi": zones, "france": total(zones).to_frame(FRANCE).T}
    return by_kind(
        kinds, INDUSTRY_KINDS, lambda kind: 100 * sums[kind]["industry"] / sums[kind]["all"]
    )
