"""Which fifteen indicators the two pages show, and which three sentences they say."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from bassin.topics.standing import Standing

#: The indicators of the two pages by subject, in the order of their strips: those that a portrait
#: ranks, with the floods in the place of the jobs of large establishments.
SUBJECTS: Mapping[str, tuple[str, ...]] = {
    "people": ("population_2023", "growth_2013_2023", "migratory_balance", "share_65_plus_2020"),
    "jobs": ("jobs_per_worker", "industry_jobs_2022", "unemployed_2022"),
    "income": ("median_income_2021", "poverty_rate_2021"),
    "diplomas": ("below_bac_2022", "higher_education_2022"),
    "care": ("gp_2023",),
    "housing": ("vacant_census_2022",),
    "risks": ("floods_per_commune",),
    "travel": ("car_pct",),
}
KEYS: tuple[str, ...] = tuple(key for keys in SUBJECTS.values() for key in keys)
#: Indicators of how large a place is, which no sentence is on: both pages begin with it.
SIZE = ("population_2023",)
#: Indicators whose sentence tells their rank: nothing is said of them beside other places.
RANK_ALONE = ("car_pct",)
#: How many sentences are said, at most.
SENTENCES = 3


def most_telling(standings: Mapping[str, Standing]) -> Sequence[str]:
    """Indicators in the order in which a place has something to say of them.

    The rule: the further from the middle of all intercommunalities, the sooner
    (:attr:`bassin.topics.standing.Standing.apart`); of as far the one that is shown first;
    of each subject one, and the others of it after one of each; none on its size, and none whose
    ranks reach over the middle.

    Parameters
    ----------
    standings : mapping
        Those that have one, by key of :data:`KEYS`.

    Examples
    --------
    >>> low, high, mid = Standing(99, 99, 101), Standing(3, 4, 101), Standing(40, 45, 101)
    >>> most_telling({"gp_2023": mid, "median_income_2021": low, "poverty_rate_2021": high})
    ['median_income_2021', 'gp_2023', 'poverty_rate_2021']
    """
    order = sorted(
        (key for key in KEYS if key not in SIZE and _is_apart(standings.get(key))),
        key=lambda key: (-standings[key].apart, KEYS.index(key)),
    )
    first = list(_first_of_each(order))
    return [*first, *(key for key in order if key not in first)]


def _is_apart(standing: Standing | None) -> bool:
    return standing is not None and standing.apart > 0


def _first_of_each(order: Sequence[str]) -> Iterator[str]:
    """The first indicator of each subject."""
    of = {key: subject for subject, keys in SUBJECTS.items() for key in keys}
    told: set[str] = set()
    for key in order:
        if of[key] not in told:
            told.add(of[key])
            yield key
