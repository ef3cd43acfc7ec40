"""Words of what declarations of indicators say, in English: plain mappings by key."""

from __future__ import annotations

from collections.abc import Mapping

#: Unit of an indicator, as it follows a number.
UNITS: Mapping[str, str] = {
    "a_year_per_100_km2": "",
    "consultations": "",
    "euros_a_m2": "€",
    "euros_a_unit": "€",
    "floods": "",
    "full_time_per_100_000": "",
    "full_time_per_100_000_women": "",
    "hectares": "ha",
    "index": "",
    "inhabitants": "inhabitants",
    "jobs": "jobs",
    "kilometres": "km",
    "minutes": "min",
    "per_10_000": "",
    "per_100_workers": "",
    "per_100_young": "",
    "per_mille_a_year": "‰",
    "percent": "%",
    "places": "places",
    "times": "",
}

#: Unit of an indicator, as the legend of a map has it; none where its title says it.
LEGENDS: Mapping[str, str] = {
    "consultations": "consultations",
    "euros_a_unit": "euros a year",
    "hectares": "ha",
    "inhabitants": "inhabitants",
    "percent": "%",
}
#: The same on the axis of a figure.
AXES: Mapping[str, str] = {"percent": "%"}

#: What a number of a unit is, in full.
MEASURES: Mapping[str, str] = {
    "a_year_per_100_km2": "a year for 100 km²",
    "consultations": "consultations a year for an inhabitant",
    "euros_a_m2": "€ a square metre",
    "euros_a_unit": "€ a year a consumption unit",
    "floods": "floods a commune",
    "full_time_per_100_000": "full-time posts for 100,000 inhabitants",
    "full_time_per_100_000_women": "full-time posts for 100,000 women",
    "hectares": "hectares",
    "index": "from 0 to 1",
    "inhabitants": "inhabitants",
    "jobs": "jobs",
    "minutes": "minutes",
    "per_10_000": "for 10,000 inhabitants",
    "per_100_workers": "for 100 employed residents",
    "per_100_young": "for 100 people under 20",
    "per_mille_a_year": "‰ a year",
    "percent": "%",
    "places": "places",
    "times": "times",
}

#: Which of two places is better off.
BETTER: Mapping[str | None, str] = {
    "high": "more is better",
    "low": "less is better",
    None: "neither",
}

#: How communes are added up, by the name of the rule.
RULES: Mapping[str, str] = {
    "Sum": "sum",
    "WeightedMean": "weighted mean",
    "Ratio": "ratio of two sums",
    "NotAdditive": "as published",
}

#: A mean of communes, and what each counts by in it.
WEIGHED = "{rule}, by {weight}"
WEIGHTS: Mapping[str, str] = {
    "communes": "commune",
    "people": "inhabitants",
    "sales": "sales",
    "standardised_population": "standardised population",
    "workers": "employed residents",
}

#: Where an indicator exists.
FIELDS: Mapping[str, str] = {
    "france": "France",
    "without_mayotte": "France but Mayotte",
    "without_guiana": "France but French Guiana and Mayotte",
    "metropole": "mainland and Corsica",
    "metropole_without_cities": "mainland and Corsica but Paris, Lyon and Marseille",
    "filosofi": "France but Guadeloupe, French Guiana and Mayotte",
    "land_register": "mainland and Corsica but Alsace and Moselle",
    "without_corsica": "France but Corsica and Mayotte",
    "territory_at_hand": "communes whose rows are at hand",
    "groups": "groups of communes alone",
}

#: What is masked.
MASKS: Mapping[str, str] = {
    "": "",
    "small_communes": "communes with too few households",
    "small_counts": "counts from 1 to 10",
}

#: Kinds of groups.
KINDS: Mapping[str, str] = {
    "epci": "EPCI",
    "zone_emploi": "Zones d'emploi",
    "territoire_industrie": "Territoires d'industrie",
    "departement": "Departements",
    "region": "Regions",
    "france": "France",
}
