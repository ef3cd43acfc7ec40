"""Words on the actors the text names, their relations, the prize and training, in French."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

NAMES: Mapping[str, str] = {
    # What an actor is.
    "actor_authority": "collectivité",
    "actor_collective": "ensemble",
    "actor_culture": "culture",
    "actor_firm": "entreprise",
    "actor_network": "réseau",
    "actor_state": "État",
    "actor_support": "accompagnement",
    "actor_training": "formation",
    # Where it is.
    "around_local": "Le bassin",
    "around_east": "Est",
    "around_west": "Ouest",
    "around_south": "Nîmes",
    "around_gard": "Reste du Gard",
    "around_occitanie": "Occitanie",
    "around_national": "France",
    "around_abroad": "Étranger",
    # What a relation is about.
    "relation_employment": "emploi",
    "relation_founding": "création",
    "relation_funding": "financement",
    "relation_governance": "gouvernance",
    "relation_membership": "adhésion",
    "relation_merger": "fusion",
    "relation_organisation": "organisation",
    "relation_ownership": "propriété",
    "relation_partnership": "partenariat",
    "relation_premises": "locaux",
    "relation_prize": "concours",
    "relation_referral": "orientation",
    "relation_research": "recherche",
    "relation_supply": "fourniture",
    "relation_support": "accompagnement",
    "relation_training": "formation",
    "relation_young_people": "jeunesse",
    # How it is known, in a table and in the figure.
    "told_named": "deux acteurs nommés",
    "told_asserted": "dit d’un lieu",
    "told_located": "déduit d’un lieu",
    "told_hoped": "espéré",
    "told_denied": "nié",
    "edge_named": "Deux acteurs nommés",
    "edge_inferred": "Dit ou déduit",
    "edge_hoped": "Espéré",
    "edge_denied": "Nié",
    # Ways to count partners to the east and to the west.
    "reading_all": "Tous les liens que le texte tient pour existants",
    "reading_chapter_4": "Chapitre 4 seul",
    "reading_named": "Entre deux acteurs nommés seulement",
    "reading_by_commune": "Une commune comptée une fois",
    "reading_south_east": "Nîmes comptée à l’est",
    "reading_region_west": "Organismes de la région comptés à l’ouest",
    "reading_hoped": "Liens espérés comptés aussi",
    "reading_hoped_region_west": "À la fois liens espérés et organismes de la région",
    # The prize.
    "prize_euros_a_laureate": "Euros par lauréat",
    "prize_euros_an_edition": "Euros par édition",
    "prize_euros_a_job": "Euros par emploi",
    "prize_jobs_a_laureate": "Emplois par lauréat",
    "prize_active": "Projets encore actifs",
    "prize_jobs_an_active": "Emplois par projet encore actif",
    "prize_industrial": "Lauréats industriels",
    "prize_laureates_an_edition": "Lauréats par édition",
    "prize_chance_low": "Lauréats pour 100 candidatures, au moins",
    "prize_chance_high": "Lauréats pour 100 candidatures, au plus",
    "prize_won_of_10": "Lauréats pour 10 projets auditionnés",
    "prize_in_euros": "euros",
    "prize_in_jobs": "emplois",
    "prize_in_projects": "projets",
    # Kinds of places of training.
    "training_general_lycee": "Lycée général ou technologique",
    "training_vocational_lycee": "Lycée professionnel",
    "training_agricultural_lycee": "Lycée agricole",
    "training_vocational_section": "Section d’enseignement professionnel d’un lycée",
    "training_technician_section": "Section de techniciens supérieurs, classe préparatoire",
    "training_apprentices": "Centre de formation d’apprentis",
    "training_engineers": "École d’ingénieurs",
    "training_health": "Formation aux métiers de la santé",
    "training_other_higher": "Autre enseignement supérieur",
    "training_greta": "GRETA",
    "training_other_continuing": "Autre formation d’adultes",
}

SENTENCES: Mapping[str, str] = {
    "eco-east-told": "{east:.0f} partenaires à l’est, {west:.0f} à l’ouest ; le hasard, à chances "
    "égales, en ferait autant {chances:.0f} fois sur 100. D’autres lectures en mettent de "
    "{least:.0f} à {most:.0f%} à l’est.",
    "eco-enclave": "Entre deux acteurs nommés, le texte rapporte {inner} relations au sein du "
    "bassin, {near} avec le reste de la région et l’est, {far} avec le reste de la France et "
    "l’étranger.",
    "eco-laureate-years": "{years: et |d} sont dans la période {first:d}-{last:d}. La même "
    "entreprise compte deux fois parmi les lauréats.",
    "eco-meetings-2016": "Organisées tous les {every} ans, et en {first:d}, les rencontres tombent "
    "en {falls: et |d}, non en {second:d}.",
    "eco-meetings-2016.follows": "{second:d} découle de {first:d}.",
    "eco-prize-editions": "L’édition numéro {number} tombe ainsi : {each: ; }. Qu’il n’y en ait "
    "pas eu en {skipped:d} ne compte que si elles vont au-delà, et l’étude est de {study:d}.",
    "eco-prize-founder": "D’après la ligne 492, l’agglomération naît d’une fusion en {born:d}, "
    "après les deux années données pour le concours ({years: et |d}). Le Grand Alès l’a précédée.",
    "eco-prize-founder.before": "L’agglomération naît en {born:d}, d’après la ligne 492.",
    "eco-prize-year": "À la ligne {lines}, l’étude donne {year:d}.",
    "eco-school-title": "Les lignes 1047 et 1058 la disent fondée en {founded:d} et école "
    "d’ingénieurs en {title:d}.",
    "eco-toulouse": "Relations que rapporte le texte : avec un acteur de Toulouse, {held} ; avec "
    "des organismes de la région dans son ensemble, {region}.",
    "eco-uimm-laudun": "{farther:.0f%} des communes du Gard sont plus à l’est que "
    "Laudun-l’Ardoise, qui est à {apart:.0f} km de Bagnols-sur-Cèze, de centre à centre.",
    "ecosystem.edition": "à partir de {founded:d}, en {year:d}",
    "ecosystem.euros": "{n:,.0f euros}",
}

EXHIBITS: Mapping[str, Mapping[str, Any]] = {
    "tab-ecosystem-claims": {
        "caption": "Ce que l’étude dit des acteurs, de leurs liens et du concours, et ce qu’on "
        "peut en dire.",
    },
    "tab-ecosystem-types": {
        "folded": "Acteurs par type",
        "caption": "Acteurs nommés par l’étude, par type ; ceux qui ont une relation que le texte "
        "tient pour existante.",
        "labels": {
            "type": "Type",
            "in_basin": "Dans le bassin",
            "outside": "Hors du bassin",
            "linked": "Avec une relation",
        },
    },
    "fig-ecosystem-network": {
        "caption": "Acteurs et relations que rapportent le chapitre 4 et la conclusion de l’étude. "
        "Un point grandit avec le nombre de relations. Les acteurs hors du bassin sont placés du "
        "côté où ils se trouvent : l’est à droite, l’ouest à gauche.",
    },
    "tab-ecosystem-centrality": {
        "folded": "Les acteurs qui ont le plus de relations",
        "caption": "Les acteurs qui ont le plus de relations avec d’autres acteurs nommés.",
        "labels": {
            "name": "Acteur",
            "type": "Type",
            "degree": "Relations",
            "betweenness": "Intermédiarité",
        },
    },
    "tab-ecosystem-sides": {
        "folded": "Partenaires selon le lieu, et comment le texte les connaît",
        "caption": "Partenaires hors du bassin, chacun compté une fois, selon le meilleur indice "
        "d’un lien.",
        "labels": {
            "side": "Où",
            "named": "Deux acteurs nommés",
            "asserted": "Dit d’un lieu",
            "located": "Déduit d’un lieu",
            "hoped": "Espéré",
            "denied": "Nié",
        },
    },
    "tab-ecosystem-partners": {
        "folded": "Liens vers l’est, vers Nîmes et vers l’ouest",
        "caption": "Liens vers l’est, vers Nîmes et vers l’ouest. Distance au centre d’Alès, à vol "
        "d’oiseau.",
        "labels": {
            "name": "Partenaire",
            "side": "Côté",
            "place": "Commune",
            "distance_km": "Distance",
            "basis": "Connu par",
            "kind": "Nature",
            "lines": "Lignes",
        },
    },
    "tab-ecosystem-odds": {
        "caption": "Partenaires à l’est et à l’ouest selon plusieurs lectures du texte.",
        "folded": "Partenaires à l’est et à l’ouest, selon d’autres lectures",
        "labels": {
            "reading": "Lecture",
            "east": "Est",
            "west": "Ouest",
            "east_pct": "Part de l’est",
        },
    },
    "tab-ecosystem-editions": {
        "folded": "Éditions du concours selon l’année de création",
        "caption": "Année de la dernière édition comptée, pour chaque année de création donnée.",
        "labels": {
            "founded": "Création",
            "lines": "Lignes",
            "editions": "Éditions",
            "last": "Année de la dernière",
        },
    },
    "tab-ecosystem-prize": {
        "folded": "Ce qui découle des chiffres du concours",
        "caption": "Ce qui découle des chiffres donnés sur Alès Audace. Aucun ne peut être "
        "contrôlé : la liste des lauréats n’est pas dans le livre.",
        "labels": {"measure": "Mesure", "value": "Valeur", "unit": "Unité"},
    },
    "tab-ecosystem-training": {
        "folded": "Lieux de formation que nomme l’étude",
        "caption": "Lieux de formation que nomme l’étude, dans le bassin et près de lui.",
        "labels": {
            "place": "Lieu",
            "where": "Commune",
            "side": "Côté",
            "trains_in": "Forme à",
            "since": "Depuis",
            "lines": "Lignes",
        },
    },
    "map-ecosystem-training": {
        "caption": "Lycées et lieux de formation par commune, 2013 ; entourées d’un trait, les "
        "communes où l’étude en nomme un.",
        "label": "Lieux de formation",
        "highlight_label": "nommés par l’étude",
    },
    "tab-ecosystem-kinds": {
        "folded": "Lieux de formation dans le répertoire",
        "caption": "Lycées et lieux de formation dans les communes de l’agglomération, 2013.",
        "labels": {
            "kind": "Catégorie",
            "places": "Lieux",
            "communes": "Communes",
            "centre": "À Alès",
        },
    },
    "tab-ecosystem-untested": {
        "folded": "Énoncés sans fichier, un par un",
        "caption": "Dates, décomptes et affirmations de l’étude sur ses acteurs, qu’aucun fichier "
        "du livre ne peut vérifier.",
    },
}
