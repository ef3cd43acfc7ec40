"""Words of what there is of a territory, and of what is missing."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

#: Topics and tables that are none of an indicator; the states.
NAMES: Mapping[str, str] = {
    "reach_missing": "missing",
    "reach_partial": "some communes",
    "reach_there": "there",
    "table.actors": "actors and relations that a study names",
    "table.age_bands": "inhabitants by age band, 2022",
    "table.altitudes": "mean altitude",
    "table.by_industry": "private jobs by industry of the zone d'emploi",
    "table.establishments": "health establishments",
    "table.fires": "forest fires, one by one",
    "table.floods": "recognised floods, one by one",
    "table.iris": "tables by IRIS",
    "table.land_take": "land taken, year by year",
    "table.large_communes": "diplomas of communes of over 2,000 inhabitants",
    "table.network": "towns that the model of car minutes joins",
    "table.outlines": "outline",
    "table.priority_districts": "outlines of priority districts, 2015",
    "table.town_halls": "lowest and highest altitude",
    "topic.ageing": "ageing",
    "topic.contrast": "reversal",
    "topic.ecosystem": "ecosystem",
    "topic.education": "education",
    "topic.employment": "employment",
    "topic.health": "health",
    "topic.income": "income",
    "topic.land": "land",
    "topic.population": "population",
    "topic.poverty": "poverty",
    "topic.programmes": "programmes",
    "topic.reach": "reach",
    "topic.risk": "risks",
    "topic.territory": "territory",
    "topic.travel": "travel",
}

SENTENCES: Mapping[str, str | Mapping[str, str]] = {
    "available.known": "{n:,d} of {of:,d}",
    "reach.all": "All {all} indicators and tables are there for {place}.",
    "reach.told": "{there} of {all} indicators and tables are there for {place}{partial}{missing}.",
    "reach.partial": "; {n} for some communes",
    "reach.missing": {
        "one": "; {n} is missing: {names}",
        "other": "; {n} are missing: {names}",
    },
}

EXHIBITS: Mapping[str, Mapping[str, Any]] = {
    "tab-files-available": {
        "caption": (
            "What there is of {place}: the indicators and main tables that do not reach all of "
            "it, and the file that would have the rest."
        ),
        "labels": {
            "topic": "Topic",
            "indicator": "Indicator or table",
            "state": "State",
            "known": "Communes with a value",
            "masked": "Masked",
            "vintage": "Vintage",
            "mends": "The rest would be in",
        },
    },
}
