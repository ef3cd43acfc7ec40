"""Words of the indicators in French: plain mappings by key."""

from __future__ import annotations

from collections.abc import Mapping

_GP = "Médecins généralistes accessibles depuis une commune, pondérés par leur activité et par"
_PER = "pour 100\u202f000 habitants comptés selon les soins que consomme leur âge"
_UNEMPLOYED = (
    "Personnes qui se déclarent au chômage et cherchent un emploi, parmi les actifs de 15 à"
)
_SCHOOLED = (
    "parmi les personnes non scolarisées de 15 ans ou plus ; chaque IRIS pèse selon ses habitants "
    "de 20 ans ou plus."
)
_BY_PEOPLE = "la moyenne pondère chaque commune par ses habitants."
_CATEGORIES = {"managers": "Cadres", "workers": "Ouvriers", "retired": "Retraités"}
_WAYS = {
    "car": "Actifs occupés qui vont travailler en voiture",
    "walking": "Actifs occupés qui vont travailler à pied",
    "cycling": "Actifs occupés qui vont travailler à vélo",
    "motorcycle": "Actifs occupés qui vont travailler en deux-roues motorisé",
    "transit": "Actifs occupés qui vont travailler en transports en commun",
    "no_transport": "Actifs occupés qui ne se déplacent pas pour travailler",
}
_PROFESSIONALS = {
    "doctors": "Médecins généralistes",
    "nurses": "Infirmiers",
    "dentists": "Chirurgiens-dentistes",
    "pharmacies": "Pharmacies",
}
#: Spheres and sectors to how a label and a sentence call them.
_SPHERES = {
    "presential": ("la sphère présentielle", "de la sphère présentielle"),
    "farming": ("l’agriculture", "de l’agriculture"),
    "industry": ("l’industrie", "de l’industrie"),
    "construction": ("la construction", "de la construction"),
    "services": (
        "le commerce, les transports et les services",
        "du commerce, des transports et des services divers",
    ),
    "public": (
        "l’administration, l’enseignement et la santé",
        "de l’administration publique, de l’enseignement, de la santé et de l’action sociale",
    ),
}
#: Shares of jobs by sphere or sector, and their year.
_SHARES = [
    ("presential", 2023),
    *((sector, 2022) for sector in list(_SPHERES)[1:]),
    *((sector, year) for sector in ("services", "public") for year in (2016, 2011)),
]
#: Years of private jobs by industry, of access, of its rates.
_INDUSTRY = (2019, 2022, 2023, 2024)
_GENERAL, _RECENT = (2016, 2018, 2022, 2023), (2022, 2023)
_PEOPLE, _OLD = (1968, 1999, 2013, 2019, 2020, 2023), (2011, 2016, 2018, 2020, 2022)
_GROWTH = ((1968, 1999), (1999, 2020), (2013, 2020), (2013, 2023))

#: Key of an indicator to its label, its vintage included.
LABELS: Mapping[str, str] = {
    **{f"population_{y}": f"Habitants, {y}" for y in _PEOPLE},
    **{f"growth_{a}_{b}": f"Évolution de la population, {a}–{b}" for a, b in _GROWTH},
    "natural_balance": "Naissances moins décès, 2013–2018",
    "migratory_balance": "Arrivées moins départs, 2013–2018",
    **{f"share_65_plus_{y}": f"65 ans ou plus, {y}" for y in _OLD},
    **{
        f"ageing_index_{y}": f"65 ans ou plus pour 100 personnes de moins de 20 ans, {y}"
        for y in (2011, 2016, 2022)
    },
    **{f"below_bac_{y}": f"Sans baccalauréat, {y}" for y in (2011, 2016, 2022)},
    **{f"higher_education_{y}": f"Diplôme du supérieur, {y}" for y in (2016, 2022)},
    **{f"above_bac2_{y}": f"Diplôme supérieur à bac+2, {y}" for y in (2011, 2022)},
    "bac5_2018": "Bac+5 ou plus, 2018",
    **{f"neet_{y}": f"15–24 ans ni en emploi, ni en formation, {y}" for y in (2008, 2013, 2018)},
    **{f"gp_{y}": f"Consultations de généraliste par an, {y}" for y in _GENERAL},
    **{
        f"gp_under_65_{y}": f"Consultations de généraliste de moins de 65 ans par an, {y}"
        for y in _GENERAL
    },
    **{f"nurse_{y}": f"Infirmiers pour 100\u202f000 habitants, {y}" for y in _RECENT},
    **{f"dentist_{y}": f"Chirurgiens-dentistes pour 100\u202f000 habitants, {y}" for y in _RECENT},
    **{f"midwife_{y}": f"Sages-femmes pour 100\u202f000 femmes, {y}" for y in _RECENT},
    **{f"underserved_{y}": f"Dans une commune sous-dense, {y}" for y in _GENERAL},
    **{
        f"underserved_under_65_{y}": f"Dans une commune sous-dense en généralistes de moins de "
        f"65 ans, {y}"
        for y in _GENERAL
    },
    **{
        f"{k}_2019": f"{name} pour 10\u202f000 habitants, 2019"
        for k, name in _PROFESSIONALS.items()
    },
    "best_4g_pct": "4G, meilleur opérateur (surface couverte), 2019",
    "best_3g_pct": "3G, meilleur opérateur (surface couverte), 2019",
    "worst_4g_pct": "4G, moins bon opérateur (surface couverte), 2019",
    "worst_3g_pct": "3G, moins bon opérateur (surface couverte), 2019",
    "fast_internet_pct": "Locaux éligibles au très haut débit, 2017",
    "far_workers_pct": "Actifs occupés à plus de 30 minutes de leur emploi, 2014",
    "cinema_minutes": "Minutes jusqu’à un cinéma ou un théâtre, 2017",
    **{
        f"unemployment_{y}": f"Chômeurs parmi les actifs, {y}"
        for y in (2007, 2012, 2017, 2018, 2022)
    },
    "median_income": "Niveau de vie médian, 2020",
    "poverty_rate_pct": "Taux de pauvreté, 2020",
    "median_income_2019": "Niveau de vie médian, 2019",
    "d9_d1_2019": "Rapport interdécile (D9/D1) des niveaux de vie, 2019",
    "gini_2019": "Indice de Gini des niveaux de vie, 2019",
    "poverty_rate_2019": "Taux de pauvreté, 2019",
    "median_income_2021": "Niveau de vie médian, 2021",
    "poverty_rate_2021": "Taux de pauvreté, 2021",
    "jobs_2018": "Emplois, 2018",
    "jobs_per_worker": "Emplois pour 100 actifs occupés résidents, 2018",
    **{f"private_jobs_{y}": f"Emplois privés, {y}" for y in range(2014, 2025)},
    **{f"{k}_jobs_{y}": f"Emplois dans {_SPHERES[k][0]}, {y}" for k, y in _SHARES},
    "small_establishments_jobs_2023": "Emplois des établissements de moins de 10 salariés, 2023",
    "large_establishments_jobs_2023": "Emplois des établissements de 100 salariés ou plus, 2023",
    **{f"industry_private_jobs_{y}": f"Emplois privés de l’industrie, {y}" for y in _INDUSTRY},
    "employed_2022": "15 à 64 ans en emploi, 2022",
    "unemployed_2022": "Chômeurs parmi les actifs, 2022, par IRIS",
    "youth_unemployed_2022": "Chômeurs parmi les actifs de 15 à 24 ans, 2022",
    **{f"{k}_2022": f"{name} parmi les 15 ans ou plus, 2022" for k, name in _CATEGORIES.items()},
    **{f"one_person_{y}": f"Ménages d’une personne, {y}" for y in (2011, 2016, 2022)},
    **{f"lone_parent_{y}": f"Ménages monoparentaux, {y}" for y in (2011, 2016, 2022)},
    **{f"vacant_census_{y}": f"Logements vacants, recensement {y}" for y in (2011, 2016, 2022)},
    **{
        f"physiotherapist_{y}": f"Accessibilité aux masseurs-kinésithérapeutes, {y}"
        for y in _RECENT
    },
    **{f"{way}_pct": f"{words}, 2021" for way, words in _WAYS.items()},
    "vacant_pct": "Logements privés vacants, 2025",
    "vacant_2y_pct": "Logements privés vacants depuis plus de deux ans, 2025",
    "house_price": "Prix d’un logement au mètre carré, 2019",
    "brownfields": "Friches recensées, 2024",
    "brownfields_confirmed": "Friches vérifiées, 2024",
    "land_taken": "Espaces consommés, 2009–2024",
    "land_taken_pct": "Part de la surface consommée, 2009–2024",
    "land_housing_pct": "Espaces consommés pour l’habitat, 2009–2024",
    "land_activity_pct": "Espaces consommés pour l’activité, 2009–2024",
    "floods_per_commune": "Inondations reconnues par commune, 1982–2024",
    "floods_of_inhabitant": "Inondations reconnues dans la commune de l’habitant moyen, 1982–2024",
    "fires_per_100_km2": "Feux de forêt par an pour 100 km², 2014–2023",
    "plan_communes_pct": "Communes couvertes par un plan de prévention des risques naturels, 2024",
    "plan_people_pct": "Habitants couverts par un plan de prévention des risques naturels, 2024",
}

#: Title of the legend or the axis of what shows an indicator, by its key or by that of all its
#: years; the label where there is none.
TITLES: Mapping[str, str] = {
    "growth_2013_2020": "Évolution 2013–2020",
    "share_65_plus": "Personnes de 65 ans ou plus",
    "ageing_index": "65 ans ou plus pour 100 personnes de moins de 20 ans",
    "below_bac": "Sans le baccalauréat",
    "above_bac2": "Plus de bac+2",
    "neet": "Ni en emploi, ni en formation",
    "gp": "Consultations par an et par habitant",
    "unemployment": "Taux de chômage au sens du recensement",
    "median_income": "Niveau de vie médian",
    "poverty_rate_pct": "Taux de pauvreté",
    "vacant_pct": "Part des logements vacants dans le parc privé",
    "land_taken": "Espaces consommés",
    "floods_per_commune": "Inondations reconnues",
}

#: Key of an indicator to what it counts, in a sentence.
COUNTS: Mapping[str, str] = {
    **{f"population_{y}": f"Habitants de {y}, sur les communes de 2023." for y in _PEOPLE},
    **{
        f"growth_{a}_{b}": f"Ce qui s’est ajouté aux habitants de {a} jusqu’en {b}, en % de "
        "ceux-ci."
        for a, b in _GROWTH
    },
    "natural_balance": "Naissances moins décès par an, pour 1\u202f000 habitants de l’année "
    "moyenne.",
    "migratory_balance": "Évolution annuelle de la population qui ne vient ni des naissances ni "
    "des décès, pour 1\u202f000 habitants de l’année moyenne ; elle contient les erreurs des "
    "comptages.",
    **{f"share_65_plus_{y}": "Personnes de 65 ans ou plus, parmi les habitants." for y in _OLD},
    **{
        f"ageing_index_{y}": "Personnes de 65 ans ou plus pour 100 personnes de moins de 20 ans."
        for y in (2011, 2016, 2022)
    },
    **{
        f"below_bac_{y}": "Personnes dont le diplôme le plus élevé est inférieur au baccalauréat, "
        f"{_SCHOOLED}"
        for y in (2011, 2016, 2022)
    },
    **{
        f"higher_education_{y}": "Personnes qui ont un diplôme supérieur au baccalauréat, "
        f"{_SCHOOLED}"
        for y in (2016, 2022)
    },
    **{
        f"above_bac2_{y}": "Personnes qui ont un diplôme supérieur à deux années d’études, "
        f"{_SCHOOLED}"
        for y in (2011, 2022)
    },
    "bac5_2018": "Personnes qui ont un diplôme de cinq années d’études ou plus, parmi les "
    "personnes non scolarisées de 15 ans ou plus.",
    **{
        f"neet_{y}": "Personnes ni en emploi, ni en formation, parmi celles de 15 à 24 ans."
        for y in (2008, 2013, 2018)
    },
    **{
        f"gp_{y}": f"{_GP} l’âge des habitants : consultations par an pour un habitant."
        for y in _GENERAL
    },
    **{
        f"gp_under_65_{y}": f"{_GP} l’âge des habitants, sans ceux de plus de 65 ans : "
        "consultations par an pour un habitant."
        for y in _GENERAL
    },
    **{
        f"nurse_{y}": f"Infirmiers accessibles, en équivalents temps plein, {_PER}."
        for y in _RECENT
    },
    **{
        f"dentist_{y}": f"Chirurgiens-dentistes accessibles, en équivalents temps plein, {_PER}."
        for y in _RECENT
    },
    **{
        f"midwife_{y}": "Sages-femmes accessibles, en équivalents temps plein, pour 100\u202f000 "
        "femmes comptées selon les soins que consomme leur âge."
        for y in _RECENT
    },
    **{
        f"underserved_{y}": "Habitants des communes où l’accessibilité est inférieure à 2,5 "
        "consultations de généraliste par an, parmi ceux des communes qui ont une valeur."
        for y in _GENERAL
    },
    **{
        f"underserved_under_65_{y}": "Habitants des communes où l’accessibilité est inférieure à "
        "2,5 consultations par an d’un généraliste de moins de 65 ans, parmi ceux des communes qui "
        "ont une valeur."
        for y in _GENERAL
    },
    **{
        f"{k}_2019": f"{name} en exercice dans les communes, pour 10\u202f000 habitants."
        for k, name in _PROFESSIONALS.items()
    },
    **{
        f"{bound}_{g}_pct": f"Surface couverte en {g.upper()} par l’opérateur qui en couvre {most} "
        f"; {_BY_PEOPLE}"
        for g in ("4g", "3g")
        for bound, most in (("best", "le plus"), ("worst", "le moins"))
    },
    "fast_internet_pct": f"Locaux qui peuvent avoir 30 Mbit/s ou plus ; {_BY_PEOPLE}",
    "far_workers_pct": "Actifs occupés dont l’emploi est à plus de 30 minutes par la route ; "
    f"{_BY_PEOPLE}",
    "cinema_minutes": "Minutes par la route jusqu’au cinéma ou au théâtre le plus proche ; "
    f"{_BY_PEOPLE}",
    **{f"unemployment_{y}": f"{_UNEMPLOYED} 64 ans." for y in (2007, 2012, 2017, 2018, 2022)},
    "median_income": "Revenu disponible par unité de consommation qui partage les habitants en "
    "deux moitiés.",
    "poverty_rate_pct": "Personnes sous 60 % du niveau de vie médian national.",
    **{
        f"median_income_{y}": "Revenu disponible par unité de consommation qui partage les "
        "habitants en deux moitiés."
        for y in (2019, 2021)
    },
    "d9_d1_2019": "Niveau de vie que dépasse un dixième des habitants, sur celui qu’un dixième "
    "n’atteint pas.",
    "gini_2019": "Indice de Gini des revenus disponibles par unité de consommation : 0 si tous "
    "sont égaux.",
    **{
        f"poverty_rate_{y}": "Personnes sous 60 % du niveau de vie médian national."
        for y in (2019, 2021)
    },
    "jobs_2018": "Emplois au lieu de travail.",
    "jobs_per_worker": "Emplois au lieu de travail pour 100 actifs occupés résidents de 15 à 64 "
    "ans.",
    **{
        f"private_jobs_{y}": "Emplois salariés du secteur privé à la fin de l’année."
        for y in range(2014, 2025)
    },
    **{
        f"{k}_jobs_{y}": f"{'Emplois salariés' if k == 'presential' else 'Emplois'} "
        f"{_SPHERES[k][1]}, parmi tous."
        for k, y in _SHARES
    },
    "small_establishments_jobs_2023": "Emplois salariés des établissements de moins de 10 "
    "salariés, parmi tous.",
    "large_establishments_jobs_2023": "Emplois salariés des établissements de 100 salariés ou "
    "plus, parmi tous.",
    **{
        f"industry_private_jobs_{y}": "Emplois salariés de l’industrie, parmi tous ceux du secteur "
        "privé."
        for y in _INDUSTRY
    },
    **{
        f"{way}_pct": f"{words}, comme mode principal, parmi les actifs occupés résidents."
        for way, words in _WAYS.items()
    },
    "employed_2022": "Personnes de 15 à 64 ans qui ont un emploi, parmi toutes celles de cet âge.",
    "unemployed_2022": f"{_UNEMPLOYED} 64 ans ; tiré des parts par IRIS.",
    "youth_unemployed_2022": f"{_UNEMPLOYED} 24 ans ; tiré des parts par IRIS.",
    "managers_2022": "Cadres et professions intellectuelles supérieures, parmi les personnes de 15 "
    "ans ou plus.",
    "workers_2022": "Ouvriers, qualifiés ou non, parmi les personnes de 15 ans ou plus.",
    "retired_2022": "Retraités, parmi les personnes de 15 ans ou plus.",
    **{
        f"one_person_{y}": "Ménages d’une seule personne, parmi tous ; tiré des parts par IRIS."
        for y in (2011, 2016, 2022)
    },
    **{
        f"lone_parent_{y}": "Ménages d’un seul parent avec enfants, parmi tous ; tiré des parts "
        "par IRIS."
        for y in (2011, 2016, 2022)
    },
    **{
        f"vacant_census_{y}": "Logements vacants, parmi tous ; tiré des parts par IRIS."
        for y in (2011, 2016, 2022)
    },
    **{
        f"physiotherapist_{y}": "Masseurs-kinésithérapeutes accessibles, en équivalents temps "
        f"plein, {_PER}."
        for y in _RECENT
    },
    "vacant_pct": "Logements privés vacants, parmi tous les logements privés.",
    "vacant_2y_pct": "Logements privés vacants depuis plus de deux ans, parmi tous les logements "
    "privés.",
    "house_price": "Prix moyen au mètre carré des logements vendus ; chaque commune pèse selon ses "
    "ventes.",
    "brownfields": "Sites de l’inventaire national des friches, que quelqu’un les ait vérifiés ou "
    "non.",
    "brownfields_confirmed": "Sites de l’inventaire national des friches qui ont été vérifiés.",
    "land_taken": "Espaces naturels, agricoles et forestiers consommés, d’après les fichiers "
    "fonciers.",
    "land_taken_pct": "Espaces naturels, agricoles et forestiers consommés, rapportés à la surface "
    "des communes.",
    "land_housing_pct": "Part de l’habitat dans les espaces naturels, agricoles et forestiers "
    "consommés.",
    "land_activity_pct": "Part de l’activité dans les espaces naturels, agricoles et forestiers "
    "consommés.",
    "floods_per_commune": "Inondations reconnues catastrophes naturelles, chacune comptée une fois "
    "par commune.",
    "floods_of_inhabitant": "Inondations reconnues catastrophes naturelles dans la commune de "
    "chaque habitant, en moyenne.",
    "fires_per_100_km2": "Feux de forêt partis du territoire, par an, pour 100 km².",
    "plan_communes_pct": "Communes couvertes par un plan de prévention des risques naturels.",
    "plan_people_pct": "Habitants des communes couvertes par un plan de prévention des risques "
    "naturels.",
}
