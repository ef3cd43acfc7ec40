"""Words of the exhibits on poverty, housing aid, wages and unemployment."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

_ACTIVE = "Unemployed among the active of 15 to 64"

EXHIBITS: Mapping[str, Mapping[str, Any]] = {
    "tab-poverty-claims": {
        "caption": "What the study prints on poverty and unemployment, and what the files say.",
    },
    "map-poverty": {
        "caption": "Poverty rate by commune, 2020. Outlined: communes with a priority district in "
        "2024.",
        "highlight_label": "priority district",
    },
    "tab-secrecy": {
        "caption": "Communes by what is published of their poverty rate, and inhabitants of those "
        "that are masked (population of 2020).",
        "labels": {
            "year": "Year",
            "published": "Published",
            "secret": "Masked",
            "missing": "Not in the file",
            "secret_people": "Inhabitants, masked",
            "secret_pct": "Their share",
        },
    },
    "map-median": {
        "caption": "Median standard of living by commune, 2020.",
    },
    "tab-poverty-communes": {
        "caption": "Poverty rates of the communes that have one, at 40%, 50% and 60% of the "
        "median.",
        "labels": {
            "commune": "Commune",
            "rate_40": "40%, 2019",
            "rate_50": "50%, 2019",
            "2019": "60%, 2019",
            "2020": "60%, 2020",
            "2021": "60%, 2021",
        },
        "notes": "A dash is masked.",
    },
    "tab-poverty-places": {
        "caption": "Income and poverty. France is the mainland in 2019. Rates under 50% and 60% of "
        "the median are read between the deciles of 2019.",
        "labels": {
            "place": "Place",
            "median": "Median 2019, euros",
            "d9_d1": "D9/D1",
            "read_50": "50%, read",
            "read_60": "60%, read",
            "2019": "60% in 2019",
            "2020": "60% in 2020",
            "2021": "60% in 2021",
            "printed": "2020, as printed",
        },
        "notes": "A dash: in no file at hand, or under the first decile.",
    },
    "tab-work": {
        "caption": "At work, unemployed, managers: census of 2022. France is the mainland but for "
        "managers.",
        "labels": {
            "indicator": "Indicator",
            "middle_epci": "Middle EPCI",
            "place": "Place among EPCI",
        },
        "notes": "Places are among all EPCI, highest first; those that the sampling of the census "
        "does not tell apart are level, and share theirs.",
    },
    "tab-standing": {
        "caption": "Median standard of living of the agglomeration, and its place among EPCI.",
        "labels": {
            "year": "Year",
            "median": "Median, euros a year",
            "share": "EPCI not above it",
            "of": "EPCI known",
        },
        "notes": "EPCI of 2023, made of those of each year; where of several, by putting their "
        "deciles together. EPCI that are not made of whole ones are left out. 2020 is not at hand.",
    },
    "fig-housing-aid": {
        "caption": "Neighbourhoods of Alès: people who are poor (2021), and recipients of the Caf "
        "with an aid for housing (2019).",
        "xlabel": "Share",
        "unit": "%",
    },
    "tab-housing-aid": {
        "caption": "Recipients of the Caf with an aid for housing, in December, in % of all "
        "recipients.",
        "labels": {
            "place": "Place",
            "printed": "Printed for 2019",
            "found_2019": "Found for 2019",
            "found_2020": "Found for 2020",
        },
        "notes": "A dash: not printed, or in no file at hand. Divided: into IRIS, of 2019 only.",
    },
    "map-priority": {
        "caption": "Priority districts (red, outlines of 2015) and communes that have one in 2024. "
        "From north to south: La Grand-Combe, Alès, Anduze. Shown: the {shown} communes, of {of}, "
        "in the area that holds them.",
        "label": "Priority districts",
        "place": "area",
    },
    "fig-unemployment": {
        "caption": "Unemployment rate (ILO), seasonally adjusted, by quarter. The zone d'emploi "
        "{zone} is not the agglomeration: it has {communes} communes, among them {inside} of its "
        "{of}. Its series is that of late 2023; the others, revised since, are of 2025. The gap is "
        "to the mean of all zones of the mainland in the series of late 2023.",
        "ylabel": "Unemployment, % or points",
        "titles": ["Rate, %", "Gap to mainland France, points"],
    },
    "tab-unemployment-census": {
        "caption": f"{_ACTIVE}, in the sense of the census.",
        "labels": {"year": "Census"},
        "notes": "{basis}",
    },
    "map-unemployment": {
        "caption": f"{_ACTIVE} by commune. {{basis}}",
    },
    "tab-wages": {
        "caption": "Hourly wages of the 1960s as printed by the study, and what the mines paid "
        "more.",
        "labels": {
            "group": "Work",
            "low": "Lowest, francs",
            "high": "Highest, francs",
            "low_gap_pct": "More, lowest",
            "high_gap_pct": "More, highest",
        },
    },
}
