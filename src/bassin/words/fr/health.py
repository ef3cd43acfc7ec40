"""Words of the chapter on access to care, in French."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

NAMES: Mapping[str, str] = {
    "doctors_all": "tous",
    "doctors_under_65": "moins de 65 ans",
    "general_practitioner": "Médecins généralistes",
    "general_practitioner_under_65": "Médecins généralistes de moins de 65 ans",
    "nurse": "Infirmiers",
    "dentist": "Chirurgiens-dentistes",
    "midwife": "Sages-femmes",
    "pharmacy": "Pharmacies",
    "zone_priority": "intervention prioritaire",
    "zone_complementary": "action complémentaire",
    "zone_regional": "action régionale",
    "zone_outside": "hors zonage",
    "zone_unavailable": "non disponible",
    "access_ratio": "ratio",
    "access_two_step": "deux étapes",
    "access_three_step": "trois étapes",
    "decay_step": "tout ou rien",
    "decay_zones": "par zones",
    "decay_gaussian": "gaussienne",
    "decay_linear": "linéaire",
    "roads_modelled": "selon le modèle",
    "roads_in_field": "avec le champ des erreurs",
    "roads_between_halls": "toutes comme entre mairies",
    "roads_known": "comme les trajets connus de chaque côté",
    "care_inside": "dans l’agglomération",
    "care_outside": "dans le reste du département",
}

#: What the ratio says of a side, then the official index; between the two, above or under.
_RATIO = (
    "Médecins à moins de 30 minutes pour un patient potentiel, la mesure que cite l’étude : "
    "{quoted} qu’en France en 2019 selon les minutes du modèle."
)
_INDEX = "{n} sur {of} pour {years: et |d}{least}{level} ; {since} depuis.{outdated}"

SENTENCES: Mapping[str, str] = {
    "care.side_above": f"{_RATIO} Selon l’indice officiel, comparaisons où ce côté est au-dessus : "
    f"{_INDEX}",
    "care.side_under": f"{_RATIO} Selon l’indice officiel, comparaisons où ce côté est au-dessous "
    f": {_INDEX}",
    "care.side_detail": "Sur d’autres routes : {field} avec un champ des erreurs du "
    "modèle, {known} avec les trajets qui y sont connus ({lean} que selon le modèle) ; {turn}. "
    "Consultations par an selon la ligne droite, face à la France sur le champ commun : "
    "{each: ; }.{mines}",
    "care.above": "{percent:.0f%} de plus",
    "care.under": "{percent:.0f%} de moins",
    "care.longer": "{percent:.0f%} plus longs",
    "care.shorter": "{percent:.0f%} plus courts",
    "care.turn": "il y en aurait autant qu’en France si les trajets y étaient {change} que selon "
    "le modèle",
    "care.turn_none": "aucun changement des trajets de ce côté, dans les limites essayées, n’y en "
    "met autant qu’en France",
    "care.level": ", et {n} à égalité",
    "care.least": ", d’au moins {least:.2f} pour {asked:.1f} exigé",
    "care.mines": " Selon la distance aux mines, tous médecins, {year:d} : près {near:.2f}, loin "
    "{far:.2f}, France {country:.2f}.",
    "care.count": "{n} sur {of}",
    "care.none": "aucune",
    "care.outdated": " Dépassé depuis {year:d}.",
    "care.all_doctors": "tous médecins, {told}",
    "care.doctors_under_65": "médecins de moins de 65 ans, {told}",
    "care.against": "{here:.2f} contre {country:.2f} en {year:d}",
    "care-filieris": "Le répertoire recense {n} établissements Filieris, dont {centres} centres de "
    "santé, que la loi ouvre à tous, dans {communes} communes.",
    "care.settings": "{settings}",
    "care.setting": "{decay} à {width:d} minutes",
}

_BOTH = {"doctors": "Médecins", "year": "Année"}
_DOCTORS = "médecins pour 10\u202f000 habitants"

EXHIBITS: Mapping[str, Mapping[str, Any]] = {
    "tab-health-claims": {
        "caption": "Ce que l’étude dit de l’accès aux soins, et ce que disent les fichiers.",
        "source": "les lignes indiquées de l’étude ; les fichiers cités dans ce chapitre",
    },
    "map-apl": {
        "caption": "Accessibilité aux médecins généralistes par commune, 2016, 2018, 2022 et 2023.",
    },
    "tab-underserved": {
        "caption": "Communes et habitants sous 2,5 consultations par an, pour tous les médecins et "
        "pour ceux de moins de 65 ans. Habitants au recensement de deux ans plus tôt, comme les "
        "compte la Drees. La France est le champ commun ; toute la France comprend aussi "
        "l’outre-mer, hors Mayotte, et les villes que ce champ laisse de côté.",
        "labels": {
            **_BOTH,
            "communes": "Communes",
            "communes_pct": "Part des communes",
            "country_communes_pct": "France : communes",
            "inhabitants": "Habitants",
            "inhabitants_pct": "Part des habitants",
            "country_pct": "France : habitants",
            "france_pct": "Toute la France",
            "without_value": "Communes sans valeur",
        },
    },
    "fig-apl-areas": {
        "caption": "Accessibilité moyenne aux médecins généralistes, tous médecins. Le champ "
        "commun est celui des quatre millésimes ; la France est hors Mayotte.",
        "vlines": {2020: "autre édition"},
    },
    "tab-apl-areas": {
        "caption": "Accessibilité moyenne aux médecins généralistes, pour tous les médecins et "
        "pour ceux de moins de 65 ans. La France est hors Mayotte, et n’a pas de moyenne dans les "
        "millésimes 2016 et 2018.",
        "labels": _BOTH,
    },
    "map-apl-change": {
        "caption": "Évolution de l’accessibilité aux médecins généralistes au sein de chaque "
        "édition de l’indice.",
        "label": "Évolution, consultations par an et par habitant",
        "titles": ["2016 à 2018", "2022 à 2023"],
    },
    "fig-apl-sides": {
        "caption": "Accessibilité aux médecins généralistes, tous médecins, par commune (points) "
        "et en moyenne pondérée (barres), par côté d’Alès.",
        "thresholds": {2.5: "sous-dense"},
    },
    "tab-apl-sides": {
        "caption": "Accessibilité moyenne aux médecins généralistes par côté d’Alès, pondérée par "
        "la population standardisée, pour tous les médecins et pour ceux de moins de 65 ans.",
        "labels": {**_BOTH, "country": "France, champ commun"},
    },
    "tab-practitioners": {
        "caption": "Professionnels de santé et pharmacies dans l’agglomération.",
        "labels": {
            "year": "Année",
            "gp_per_10000": "Généralistes pour 10\u202f000 habitants",
        },
    },
    "fig-professions": {
        "caption": "Accessibilité aux infirmiers, aux chirurgiens-dentistes et aux sages-femmes en "
        "2023 ; France = 100.",
        "xlabel": "Indice, France = 100",
    },
    "tab-filieris": {
        "caption": "Établissements du réseau Filieris dans l’agglomération.",
        "labels": {"commune": "Commune", "name": "Nom au répertoire", "category": "Catégorie"},
    },
    "map-zoning": {
        "caption": "Zonage des médecins généralistes, 2025.",
        "label": "Zone",
    },
    "map-care": {
        "caption": "Accessibilité reconstituée aux médecins généralistes, 2019, et intervalle qui "
        "contient neuf tirages sur dix de l’erreur des temps de trajet.",
        "label": "Médecins généralistes pour 10\u202f000 habitants",
        "titles": ["Indice", "Bas de l’intervalle", "Haut de l’intervalle"],
    },
    "tab-care-settings": {
        "caption": "Moyenne de l’indice reconstitué de chaque côté d’Alès, la France étant à 100, "
        "à 15, 30 et 45 minutes.",
        "labels": {
            "measure": "Mesure",
            "decay": "Pondération",
            "north_west_15": "N et O, 15 min",
            "north_west_30": "N et O, 30 min",
            "north_west_45": "N et O, 45 min",
            "south_east_15": "S et E, 15 min",
            "south_east_30": "S et E, 30 min",
            "south_east_45": "S et E, 45 min",
        },
    },
    "tab-care-roads": {
        "caption": f"Indice reconstitué de 2019, {_DOCTORS}, selon ce qui est admis des routes : "
        "minutes du modèle, minutes corrigées de ce que les lieux apportent à ses erreurs, toutes "
        "réduites comme sur les trajets entre mairies, ou corrigées comme celles des trajets "
        "connus de chaque côté ; et tirages de l’erreur des minutes où le sud et l’est dépassent "
        "la France.",
        "labels": {
            "roads": "Minutes",
            "north_west": "Nord et ouest",
            "south_east": "Sud et est",
            "country": "France",
            "above_pct": "Sud et est au-dessus, % des tirages",
        },
    },
    "fig-care-apl": {
        "caption": "L’indice reconstitué de 2019 face à l’indice officiel de 2018, communes du "
        "Gard.",
        "xlabel": f"Reconstitué : {_DOCTORS}",
        "ylabel": "Officiel : consultations par an et par habitant",
    },
    "tab-care-gaps": {
        "caption": "Communes de l’agglomération où les deux indices s’écartent le plus. Écart des "
        "rangs en % des communes du Gard : négatif là où l’indice reconstitué est le moins "
        "favorable.",
        "labels": {
            "commune": "Commune",
            "rebuilt": "Reconstitué",
            "official": "Officiel",
            "rank_gap": "Écart des rangs",
        },
    },
    "tab-care-more": {
        "caption": "Un médecin généraliste de plus : indice de la commune, communes qui gagnent "
        "plus d’un centième de la moyenne nationale, part du temps du médecin qui reste dans "
        "l’agglomération, habitants de celle-ci qui atteignent la moyenne nationale sans l’avoir "
        "eue avant, à deux chiffres significatifs.",
        "labels": {
            "commune": "Commune",
            "before": "Indice avant",
            "after": "Après",
            "communes": "Communes qui gagnent",
            "inside_pct": "Temps dans l’agglomération",
            "lifted": "Habitants portés à la moyenne",
        },
    },
    "map-care-more": {
        "caption": "Gain dû à un médecin généraliste de plus, selon la commune où le cabinet "
        "ouvre.",
        "label": f"Gain, {_DOCTORS}",
    },
}
