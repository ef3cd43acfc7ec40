"""Where a sentence of the portraits is true: more than in France, less, or neither can be told."""

from __future__ import annotations

import math
from collections.abc import Sequence

import pandas as pd

from bassin.files.sources import Sources
from bassin.indicators.stats import direction
from bassin.places.membership import FRANCE, groups
from bassin.topics.measured import measured
from bassin.topics.portrait.writer import BESIDE

#: What a portrait says of an EPCI beside France; ``unsure`` where it refuses to, since the margin
#: or one of the two values is not known.
UNSURE = "unsure"
#: Indicators whose place beside France the map of sentences tells.
SENTENCES = (
    *("industry_jobs_2022", "poverty_rate_2021", "median_income_2021", "unemployed_2022"),
    *("youth_unemployed_2022", "employed_2022", "jobs_per_worker", "managers_2022"),
    *("workers_2022", "share_65_plus_2020", "growth_1968_1999", "growth_1999_2020"),
    *("growth_2013_2023", "natural_balance", "migratory_balance", "below_bac_2022"),
    *("higher_education_2022", "gp_2023", "underserved_2023", "dentist_2023", "car_pct"),
    *("vacant_census_2022", "plan_people_pct", "fires_per_100_km2"),
)
STATES = (BESIDE[1], BESIDE[-1], BESIDE[0], UNSURE)


def stated(sources: Sources, keys: Sequence[str]) -> pd.DataFrame:
    """What the portrait of every EPCI says of each indicator beside France.

    The margins are those of the portraits: :meth:`bassin.topics.measured.Measured.margin`.

    Parameters
    ----------
    sources : Sources
    keys : sequence of str
        Of the catalogue.

    Returns
    -------
    DataFrame
        Index ``epci``, a column an indicator: one of :data:`STATES`.
    """
    every = sorted(groups(sources, "epci").dropna().unique())
    table = {}
    for key in keys:
        found = measured(sources, key)
        country = found.at("france", FRANCE)
        said = []
        for epci in every:
            here = found.at("epci", epci)
            margin = found.margin(here.error, country.error)
            known = all(map(math.isfinite, (here.value, country.value, margin)))
            said.append(BESIDE[direction(here.value, country.value, margin)] if known else UNSURE)
        table[key] = said
    return pd.DataFrame(table, index=pd.Index(every, name="epci"))
