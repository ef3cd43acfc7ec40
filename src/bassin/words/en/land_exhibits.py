"""Words of the figures, maps and tables on land and recruitment, in English."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

EXHIBITS: Mapping[str, Mapping[str, Any]] = {
    "tab-land-claims": {
        "caption": "What the study prints on land and skills, where a file or arithmetic can tell.",
    },
    "tab-land-offer": {
        "caption": "Land for firms, as printed by the study.",
        "labels": {"item": "Land", "year": "Year", "hectares": "Area", "lines": "Lines"},
    },
    "fig-land-years": {
        "caption": "Land consumed a year in the agglomeration, from the first of January of the "
        "year shown to the next. The flows of 2009 and 2010 are one flow of two years cut in half.",
        "xlabel": "Natural, farm and forest land consumed",
        "unit": "ha",
    },
    "map-land-periods": {
        "caption": "Land consumed by commune in runs of three years; the last begins with the "
        "period of the law.",
    },
    "map-land-take": {
        "caption": "Land consumed by commune and use, 2009 to 2024.",
        "titles": ["All uses", "Housing", "Activities", "Other"],
    },
    "tab-land-top": {
        "caption": "Land consumed by commune and use, 2009-2024, in hectares. Other: mixed, "
        "unknown.",
        "labels": {
            "commune": "Commune",
            "total": "All",
            "housing": "Housing",
            "activity": "Activities",
            "other": "Other",
            "share_pct": "Share of the commune",
        },
    },
    "fig-land-budget": {
        "caption": "Land consumed in the agglomeration since 1 January 2021, known until 2024, "
        "against the pace of 2011-2021, half of it, and the pace of 2021-2024 kept until 2031.",
        "ylabel": "Hectares since 2021",
        "unit": "ha",
    },
    "tab-land-sites": {
        "caption": "Brownfields of the agglomeration by state, 10 March 2024.",
        "labels": {
            "state": "State",
            "records": "Records",
            "places": "Places",
            "communes": "Communes",
            "hectares": "Area",
            "polluted": "Soil known to be polluted",
        },
    },
    "map-land-sites": {
        "caption": "Brownfield places, confirmed and potential, on the communes with and without a "
        "plan for the prevention of natural risks. A disc shows where a place is, not how large it "
        "is.",
        "label": "Brownfields and plans",
        "place": "area",
    },
    "tab-land-risk": {
        "caption": "Brownfield places by what the registers of natural risks list in their "
        "commune.",
        "labels": {
            "sites": "Places",
            "places": "Number",
            "plan": "Prevention plan",
            "flood": "Floods",
            "fire": "Forest fires",
            "all_three": "All three",
            "floods": "Recognised floods, mean",
        },
    },
    "map-land-vacant": {
        "caption": "Vacant private dwellings, 2025. Secret: the vacant or all the dwellings are "
        "masked.",
    },
    "tab-land-vacant": {
        "caption": "Vacant private dwellings, 2025. Rates are over the communes where both terms "
        "are published; the count allows 1 to 10 for each masked commune.",
        "labels": {
            "area": "Area",
            "hidden": "Communes masked",
            "rated": "Communes rated",
            "vacant_pct": "Vacant",
            "vacant_2y_pct": "Over two years",
            "vacant_low": "Vacant, at least",
            "vacant_high": "At most",
        },
    },
    "tab-figure-ii": {
        "caption": "Figure II as printed, and what follows. Number: projects times share, in tens.",
        "labels": {
            "sector": "Sector",
            "projects_2014": "Projects 2014",
            "projects_2022": "Projects 2022",
            "projects_change_pct": "Change",
            "share_2014": "Difficult 2014",
            "share_2022": "Difficult 2022",
            "share_change": "Points",
            "difficult_2014": "Number 2014",
            "difficult_2022": "Number 2022",
        },
    },
    "fig-figure-ii-share": {
        "caption": "Share of recruitment projects judged difficult: figure II as printed (2014 and "
        "2022), and the survey of 2019 for the bassin and for France. The study does not name its "
        "perimeter.",
        "xlabel": "Projects judged difficult",
        "unit": "%",
    },
    "fig-figure-ii-projects": {
        "caption": "Recruitment projects: figure II as printed (2014 and 2022), and the survey of "
        "2019 for the bassin.",
        "xlabel": "Projects",
    },
    "tab-bmo-2019": {
        "caption": "Recruitment projects by sector in the bassin, 2019.",
        "labels": {
            "sector": "Sector",
            "projects": "Projects",
            "difficult": "Difficult",
            "seasonal": "Seasonal",
            "difficult_pct": "Share difficult",
            "seasonal_pct": "Share seasonal",
            "france_pct": "Share difficult, France",
        },
    },
    "tab-bmo-families": {
        "caption": "Recruitment projects by family of occupations in the bassin, 2024, and the "
        "least and the most that the share judged difficult can be. Masked: occupations whose "
        "count is.",
        "labels": {
            "family": "Family",
            "projects": "Projects",
            "difficult_hidden": "Masked",
            "low_pct": "Difficult, at least",
            "high_pct": "At most",
            "france_low_pct": "France, at least",
            "france_high_pct": "At most",
        },
    },
    "tab-bmo-hardest": {
        "caption": "The twelve occupations hardest to fill in the bassin, 2024, among those with "
        "twenty projects or more. Names are those of the survey.",
        "labels": {
            "name": "Occupation",
            "projects": "Projects",
            "difficult_pct": "Difficult",
            "france_low_pct": "France, at least",
            "france_high_pct": "At most",
        },
    },
    "tab-land-untested": {
        "caption": "What the study prints on land and skills that cannot be tested here, and what "
        "could tell.",
    },
}
