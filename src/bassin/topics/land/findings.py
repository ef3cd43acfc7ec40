"""Checks of the sentences that the book draws from land and recruitment."""

from __future__ import annotations

from bassin.topics.gathered import Topics
from bassin.topics.land.facts import BUILDERS, BY_OCCUPATION, BY_SECTOR, INDUSTRY, WORKERS
from bassin.topics.land.recruitment import ALL
from bassin.topics.tried import (
    ARITHMETIC,
    COUNTED,
    NOT_GIVEN,
    Tried,
    above,
    below,
    trial,
    tried,
    within,
)


@trial("land-ahead")
def ahead(study: Topics) -> Tried:
    """More of an even share is used than of its years, taken over the decade or a last pace."""
    even = study.land.calendar
    return tried({2023: even["used_pct"] - even["years_pct"]}, ["year"], 2023, above(0), COUNTED)


@trial("recruiting-harder")
def harder(study: Topics) -> Tried:
    """By the printed figures recruiting in industry grew harder, by share and by number."""
    row = study.recruitment.changes.loc[INDUSTRY]
    more = {
        "share": row["share_2022"] - row["share_2014"],
        "number": row["difficult_2022"] - row["difficult_2014"],
    }
    return tried(more, ["measure"], "share", above(0), ARITHMETIC)


@trial("recruiting-easier")
def easier(study: Topics) -> Tried:
    """A smaller share is judged difficult than in France: all projects, and those of industry."""
    survey = study.recruitment.by_sector(BY_SECTOR)
    families = study.recruitment.by_family(BY_OCCUPATION)
    gaps = {
        (sector, BY_SECTOR): survey.at[sector, "difficult_pct"] - survey.at[sector, "france_pct"]
        for sector in (ALL, INDUSTRY)
    }
    # The most it may be, less the least of the country.
    gaps |= {
        (family, BY_OCCUPATION): families.at[family, "high_pct"]
        - families.at[family, "france_low_pct"]
        for family in (ALL, WORKERS)
    }
    return tried(gaps, ["projects", "year"], (ALL, BY_SECTOR), below(0), NOT_GIVEN)


@trial("recruiting-builders")
def builders(study: Topics) -> Tried:
    """Of building workers a larger share is, whatever is masked."""
    row = study.recruitment.by_family(BY_OCCUPATION).loc[BUILDERS]
    gaps = {
        "least": row["low_pct"] - row["france_high_pct"],
        "most": row["high_pct"] - row["france_low_pct"],
    }
    return tried(gaps, ["rounding"], "least", above(0), NOT_GIVEN)


@trial("recruiting-between")
def between(study: Topics) -> Tried:
    """The survey of 2019 lies between the two years printed of industry."""
    row = study.recruitment.changes.loc[INDUSTRY]
    share = study.recruitment.by_sector(BY_SECTOR).at[INDUSTRY, "difficult_pct"]
    least = min(share - row["share_2014"], row["share_2022"] - share)
    return tried({BY_SECTOR: least}, ["year"], BY_SECTOR, above(0), NOT_GIVEN)


@trial("land-housing")
def housing(study: Topics) -> Tried:
    """Most of the land consumed is for housing."""
    share = study.land.selected.value("land_housing_pct")
    return tried({2023: share}, ["until"], 2023, above(50), COUNTED)


@trial("brownfields-plan")
def brownfields(study: Topics) -> Tried:
    """All confirmed brownfields are in communes with a plan for natural risks."""
    exposed = study.land.exposure(study.risk.by_commune("plan", "floods", "fires"))
    row = exposed.loc["sites_confirmed"]
    return tried({2024: row["places"] - row["plan"]}, ["year"], 2024, within(0, 0), COUNTED)
