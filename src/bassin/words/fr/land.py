"""Words on land, brownfields, vacant dwellings and recruitment, in French."""

from __future__ import annotations

from collections.abc import Mapping

NAMES: Mapping[str, str] = {
    # What land was consumed for.
    "land_consumed": "Espaces consommés",
    "land_housing": "Habitat",
    "land_activity": "Activité",
    "land_mixed": "Mixte",
    "land_roads": "Routes",
    "land_railways": "Voies ferrées",
    "land_unknown": "Inconnu",
    # Ways to go on.
    "land_used": "Consommé",
    "land_recent_pace": "Rythme récent maintenu",
    "land_reference_pace": "Rythme de référence",
    "land_half_pace": "Moitié du rythme de référence",
    # States of a brownfield site.
    "site_with_project": "Vérifiée, avec projet",
    "site_without_project": "Vérifiée, sans projet",
    "site_reused": "Reconvertie",
    "site_potential": "Potentielle, non vérifiée",
    "sites_confirmed": "Vérifiés",
    "sites_potential": "Potentiels",
    # What the map of them shows.
    "place_confirmed": "site vérifié",
    "place_potential": "site potentiel",
    "commune_with_plan": "commune avec un plan",
    "commune_without_plan": "commune sans plan",
    "commune_not_listed": "commune absente du registre",
    # Sectors of the survey of recruitment.
    "survey_agriculture": "Agriculture",
    "survey_industry": "Industrie",
    "survey_construction": "Construction",
    "survey_trade": "Commerce",
    "survey_business_services": "Services aux entreprises",
    "survey_personal_services": "Services aux particuliers",
    "survey_all": "Ensemble",
    # Families of occupations.
    "occupations_administration": "Fonctions administratives",
    "occupations_managers": "Fonctions d’encadrement",
    "occupations_industry": "Ouvriers de l’industrie",
    "occupations_building": "Ouvriers du bâtiment",
    "occupations_health": "Fonctions sociales et médico-sociales",
    "occupations_technicians": "Autres techniciens et employés",
    "occupations_sales": "Vente, tourisme et services",
    "occupations_other": "Autres métiers",
    # Where a year of figure II comes from.
    "printed_2014": "2014, étude",
    "printed_2022": "2022, étude",
    "survey_2014": "2014, enquête",
    "survey_2019": "2019, enquête",
    "survey_2022": "2022, enquête",
    "survey_2024": "2024, enquête",
    "survey_france_2019": "2019, France",
}

SENTENCES: Mapping[str, str] = {
    "bmo-arithmetic": "C’est le cas de {follow} sur {all} ; dans l’industrie, nombre de projets "
    "difficiles : {tens: et }.",
    "land-growth": "Habitants : {each: et }, entre des recensements qui n’ont aucune année "
    "d’enquête en commun.",
    "land-half": "C’est ce que demande la loi pour {start:d}-{end:d} (article {article}).",
    "land-halving": "La loi réduit de moitié la consommation en {start:d}-{end:d}, par rapport à "
    "{against} et pour l’ensemble du pays (article {article}). Pour {end:d}-{last:d}, la "
    "période que donne l’étude, elle laisse le rythme à des plans établis par tranches de dix "
    "ans.",
    "land-law-2021": "C’est la loi n°\u202f{year}‑{number}.",
    "land-rarer": "La moitié de 2011-2021 donne {allowed:.1f} ha par an, si la moitié nationale "
    "était répartie également ; {recent:.1f} ont été consommés par an en 2021-2024. Au bout de "
    "{years} ans sur dix, {used:.0f%} d’une part égale sont utilisés.",
    "land-zan": "Article {article} de la loi : {year:d}.",
    "skills-harder": "Selon l’étude, {before:.1f%} des projets de l’industrie sont jugés "
    "difficiles en {first:d} et {after:.1f%} en {last:d} ; l’enquête de {survey:d}, entre les "
    "deux, donne {here:.1f%} dans le bassin et {france:.1f%} en France.",
    "land.all": "Ensemble",
    "land.change": "{change:+,.0f} de {start:d} à {end:d}",
    "land.no_record": "Aucune fiche de ce genre.",
    "land.one_record": "1 fiche : {each: ; }.",
    "land.others": "Les {n} autres",
    "land.place": "{commune} : {activity}",
    "land.place_unknown": "{commune} : non connu",
    "land.record": "{name} ({status})",
    "land.records": "{n} fiches : {each: ; }.",
    "land.site_potential": "potentielle",
    "land.site_reused": "reconvertie",
    "land.site_with_project": "avec projet",
    "land.site_without_project": "sans projet",
    "land.survey": "L’enquête de {year:d} donne {value:,.1f} dans le bassin.",
    "land.window": "{start:d}-{end:d}",
}
