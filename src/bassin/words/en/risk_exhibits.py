"""Words of the figures, maps and tables on natural risks, in English."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

#: Headers of columns that several tables have.
_PEOPLE = {"population": "Inhabitants"}
_AREA = {"area_km2": "Area (km²)"}
_SHARES = {
    "communes": "Communes",
    **_PEOPLE,
    "population_pct": "Share of inhabitants",
    **_AREA,
    "area_pct": "Share of area",
}
#: Formats of the same columns, where a number is not whole and has not one decimal.
_WHOLE = ",.0f"
_SHARE = ".1f %"
_OF_SHARES = {
    **dict.fromkeys(["population", "area_km2"], _WHOLE),
    **dict.fromkeys(["population_pct", "area_pct"], _SHARE),
}
_FLOODS = {"floods": "Floods recognised"}
_BURNT = {"fires": "Fires", "burnt_ha": "Burnt (ha)"}
_FIRES = ["Fires", "Hectares burnt"]

EXHIBITS: Mapping[str, Mapping[str, Any]] = {
    "tab-risk-claims": {
        "caption": "What the study prints on natural risks, and what the files say.",
    },
    "map-risk-plans": {
        "caption": "Communes covered by a plan for the prevention of natural risks, July 2024. A "
        "commune is covered when any part of it is.",
        "label": "Prevention plan",
    },
    "tab-risk-perimeters": {
        "caption": "Communes and those with a plan in July 2024, in every perimeter at hand. The "
        "study prints {printed:.0f} of {printed_of:.0f}. The {unlisted} communes of France that "
        "are not in the register have merged since 2023.",
        "labels": {
            "perimeter": "Perimeter",
            "communes": "Communes",
            "covered": "With a plan",
            "covered_pct": "Share",
            "unlisted": "Not in the register",
        },
        "columns": {"covered_pct": "plan_communes_pct"},
    },
    "map-risk-floods": {
        "caption": "Floods recognised as natural disasters by commune, 1982 to June 2024.",
    },
    "tab-risk-areas": {
        "caption": "Recognised floods, 1982 to June 2024. Inhabitants of 2020, without Mayotte. "
        "Refusals are a share of decisions. Of France, {unplaced:d} decisions are left out: their "
        "code leads to no single commune of 2023.",
        "labels": {
            "area": "Area",
            **_FLOODS,
            "per_commune": "Per commune",
            "per_10000": "Per 10,000 inhabitants",
            "of_inhabitant": "In the commune of the average inhabitant",
            "refused_pct": "Requests refused",
        },
        "columns": {"per_commune": "floods_per_commune", "of_inhabitant": "floods_of_inhabitant"},
        "formats": {"refused_pct": _SHARE},
    },
    "map-risk-per-head": {
        "caption": "Recognised floods per 1,000 inhabitants of 2020, by commune, 1982 to June "
        "2024.",
        "label": "Floods per 1,000 inhabitants",
    },
    "tab-risk-most-floods": {
        "caption": "The communes with most recognised floods, by decade, and by inhabitant of "
        "2020. The file ends in June 2024. The data of the maps below have every commune.",
        "labels": {
            "name": "Commune",
            "total": "All",
            **_PEOPLE,
            "floods_per_1000": "Per 1,000 inhabitants",
        },
        "columns": {"population": "population_2020"},
    },
    "map-risk-decades": {
        "caption": "Recognised floods by commune and decade of the event. The first begins with "
        "the law, in 1982; the last ends in June 2024.",
    },
    "fig-risk-decades": {
        "caption": "Recognised floods per commune, by decade of the event. The first and the last "
        "are not whole.",
        "xlabel": "Recognised floods per commune",
    },
    "fig-risk-episodes": {
        "caption": "Great episodes: share of the communes recognised, in the agglomeration and in "
        "the Gard at the same dates. Dates are those of the events.",
        "xlabel": "Communes recognised",
        "unit": "%",
    },
    "map-risk-episodes": {
        "caption": "Communes recognised in the largest episodes of {years:, |d}.",
        "label": "Recognised in",
    },
    "tab-risk-fires": {
        "caption": "Forest fires, 2014 to 2023, by commune where they started. France is the "
        "mainland and Corsica.",
        "labels": {
            "area": "Area",
            **_BURNT,
            "per_100_km2": "A year per 100 km²",
            "burnt_per_10000": "Burnt a year (ha per 10,000)",
            "mean_ha": "Mean fire (ha)",
            "median_ha": "Median fire (ha)",
        },
        # Fires of a small place are few: more digits than of the others.
        "formats": dict.fromkeys(["per_100_km2", "median_ha"], ".2f"),
    },
    "map-risk-fires": {
        "caption": "Forest fires by commune where they started, 2014 to 2023.",
        "label": "Forest fires",
    },
    "fig-risk-fire-years": {
        "caption": "Forest fires in the agglomeration by year. The last year is not used in the "
        "rates.",
        "ylabel": "In the agglomeration",
        "panels": [[name] for name in _FIRES],
        "titles": _FIRES,
    },
    "tab-risk-2024": {
        "caption": "Fires of 2024 in the list, beside the years 2014 to 2023. Overseas included.",
        "labels": {
            "measure": "Measure",
            "last": "Last year",
            "lowest": "Lowest before",
            "mean": "Mean before",
            "highest": "Highest before",
        },
        "formats": dict.fromkeys(["last", "lowest", "mean", "highest"], _WHOLE),
    },
    "map-risk-three": {
        "caption": "Floods recognised (1982 to 2024), a prevention plan (2024) and forest fires "
        "(2014 to 2023), at least one of each, by commune.",
        "label": "In the commune",
    },
    "tab-risk-living": {
        "caption": "Communes, inhabitants (2020) and area by what the commune has of the three.",
        "labels": {"marks": "In the commune", **_SHARES},
        "formats": _OF_SHARES,
    },
    "tab-risk-by-plan": {
        "caption": "The agglomeration, by whether a plan covers the commune. Land consumed from "
        "2009 to 2024; plans of 2024, some of which may be younger.",
        "labels": {
            "cover": "Plan",
            **_SHARES,
            "land_ha": "Land consumed (ha)",
            "activity_ha": "For activities (ha)",
        },
        "columns": {"land_ha": "land_taken"},
        "formats": {**_OF_SHARES, "activity_ha": _WHOLE},
    },
    "tab-risk-without-plan": {
        "caption": "Communes without a plan: floods recognised since 1982, their rank among the "
        "communes of the agglomeration, fires from 2014 to 2023.",
        "labels": {
            "name": "Commune",
            **_PEOPLE,
            **_AREA,
            **_FLOODS,
            "rank": "Rank by floods",
            **_BURNT,
        },
        "columns": {"population": "population_2020"},
        "formats": {"area_km2": _WHOLE},
    },
}
