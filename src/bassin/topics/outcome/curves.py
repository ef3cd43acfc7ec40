"""Numbers that contested claims on jobs hang on, under every choice."""

from __future__ import annotations

from itertools import product

from bassin.topics.gathered import Topics
from bassin.topics.outcome.findings import YEARS
from bassin.topics.tried import COUNTED, Rule, Tried, trial, tried
from bassin.topics.waves.jobs_checks import STRONG, shares_around_toulouse

#: How far from the share of the country, as a part of it, a strong and a weak industry may be.
PARTS = (0.0, 0.05, round(STRONG - 1, 2), 0.15)


@trial("claim-waves-toulouse-lr")
def toulouse(study: Topics) -> Tried:
    """Industry is strong around Toulouse and weak in the former Languedoc-Roussillon."""
    gaps = {}
    for year, part in product(YEARS, PARTS):
        share = shares_around_toulouse(study, year)
        france = share["france"]
        gaps[year, part] = min(
            share["toulouse"] - france,
            share["pyrenees"] - (1 + part) * france,
            (1 - part) * france - share["languedoc"],
        )
    names, chosen = ["year", "part"], (2022, round(STRONG - 1, 2))
    return tried(gaps, names, chosen, Rule(least=0.0), COUNTED)
