"""Words of what declarations of indicators say, in French: plain mappings by key."""

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
    "inhabitants": "habitants",
    "jobs": "emplois",
    "kilometres": "km",
    "minutes": "min",
    "per_10_000": "",
    "per_100_workers": "",
    "per_100_young": "",
    "per_mille_a_year": "‰",
    "percent": "%",
    "places": "sites",
    "times": "",
}

#: Unit of an indicator, as the legend of a map has it; none where its title says it.
LEGENDS: Mapping[str, str] = {
    "consultations": "consultations",
    "euros_a_unit": "euros par an",
    "hectares": "ha",
    "inhabitants": "habitants",
    "percent": "%",
}
#: The same on the axis of a figure.
AXES: Mapping[str, str] = {"percent": "%"}

#: What a number of a unit is, in full.
MEASURES: Mapping[str, str] = {
    "a_year_per_100_km2": "par an pour 100 km²",
    "consultations": "consultations par an et par habitant",
    "euros_a_m2": "€ par mètre carré",
    "euros_a_unit": "€ par an et par unité de consommation",
    "floods": "inondations par commune",
    "full_time_per_100_000": "équivalents temps plein pour 100\u202f000 habitants",
    "full_time_per_100_000_women": "équivalents temps plein pour 100\u202f000 femmes",
    "hectares": "hectares",
    "index": "de 0 à 1",
    "inhabitants": "habitants",
    "jobs": "emplois",
    "minutes": "minutes",
    "per_10_000": "pour 10\u202f000 habitants",
    "per_100_workers": "pour 100 actifs occupés résidents",
    "per_100_young": "pour 100 personnes de moins de 20 ans",
    "per_mille_a_year": "‰ par an",
    "percent": "%",
    "places": "sites",
    "times": "fois",
}

#: Which of two places is better off.
BETTER: Mapping[str | None, str] = {
    "high": "une valeur élevée",
    "low": "une valeur faible",
    None: "ni l’une ni l’autre",
}

#: How communes are added up, by the name of the rule.
RULES: Mapping[str, str] = {
    "Sum": "somme",
    "WeightedMean": "moyenne pondérée",
    "Ratio": "rapport de deux sommes",
    "NotAdditive": "tel que publié",
}

#: A mean of communes, and what each counts by in it.
WEIGHED = "{rule}, par {weight}"
WEIGHTS: Mapping[str, str] = {
    "communes": "commune",
    "people": "habitant",
    "sales": "vente",
    "standardised_population": "habitant standardisé",
    "workers": "actif occupé résident",
}

#: Where an indicator exists.
FIELDS: Mapping[str, str] = {
    "france": "France",
    "without_mayotte": "France hors Mayotte",
    "without_guiana": "France hors Guyane et Mayotte",
    "metropole": "France métropolitaine",
    "metropole_without_cities": "France métropolitaine hors Paris, Lyon et Marseille",
    "filosofi": "France hors Guadeloupe, Guyane et Mayotte",
    "land_register": "France métropolitaine hors Alsace et Moselle",
    "without_corsica": "France hors Corse et Mayotte",
    "territory_at_hand": "communes dont les lignes sont disponibles",
    "groups": "groupes de communes seulement",
}

#: What is masked.
MASKS: Mapping[str, str] = {
    "": "",
    "small_communes": "communes de trop peu de ménages",
    "small_counts": "effectifs de 1 à 10",
}

#: Kinds of groups.
KINDS: Mapping[str, str] = {
    "epci": "EPCI",
    "zone_emploi": "Zones d’emploi",
    "territoire_industrie": "Territoires d’industrie",
    "departement": "Départements",
    "region": "Régions",
    "france": "France",
}
