"""Words on natural risks, in French."""

from __future__ import annotations

from collections.abc import Mapping

NAMES: Mapping[str, str] = {
    # Whether a plan covers a commune.
    "covered_by_plan": "couverte par un plan",
    "not_covered_by_plan": "sans plan",
    # What a commune has of the three.
    "marks_flood_plan_fire": "inondations, plan et feux",
    "marks_flood_plan": "inondations et plan",
    "marks_flood_fire": "inondations et feux",
    "marks_plan_fire": "plan et feux",
    "marks_flood": "inondations seulement",
    "marks_plan": "plan seulement",
    "marks_fire": "feux seulement",
    "marks_none": "aucun des trois",
    # In which of the great floods a commune was recognised.
    "hit_none": "aucun d’eux",
    # Measures of forest fires.
    "departements_with_fire": "Départements où il y a eu un feu",
    "fires_unchecked": "Lignes partielles ou non validées",
    # Months, in a period that spans two.
    "month_1": "janvier",
    "month_2": "février",
    "month_3": "mars",
    "month_4": "avril",
    "month_5": "mai",
    "month_6": "juin",
    "month_7": "juillet",
    "month_8": "août",
    "month_9": "septembre",
    "month_10": "octobre",
    "month_11": "novembre",
    "month_12": "décembre",
}

SENTENCES: Mapping[str, str] = {
    "risk-floods": "Inondations reconnues par commune de 1982 à 2024 : {here:.1f}, contre "
    "{around:.1f} {departement:dans} et {country:.1f} en {france} ; dans la commune de "
    "l’habitant moyen, {lived:.1f}, contre {lived_around:.1f} {departement:dans} et "
    "{lived_country:.1f} en {france}. Ce sont des décisions prises sur demande, non l’aléa.",
    "risk-plans": "Le registre de juillet 2024 compte {covered} des {communes} communes de "
    "{year:d}, un an après l’étude ; sur le périmètre d’autres années, {others: ; }. Le nombre "
    "de communes que l’étude donne à côté est jugé comme un énoncé à part.",
    "risk.and": "{first} et {last}",
    "risk.day": "{day}",
    "risk.days": "{first:d}–{last}",
    "risk.fires": "Feux, {place}",
    "risk.in_year": "{place}, {year:d}",
    "risk.late_fires": "Feux à partir d’octobre, {place}",
    "risk.months": "{first:d} {month} – {last}",
    "risk.no_commune": "aucune commune",
    "risk.none": "aucun",
    "risk.one": "{name}",
    "risk.plans_in_year": "{covered} sur {communes} en {year:d}",
    "risk.series": "{names}",
    "risk.years": "{first} – {last}",
}
