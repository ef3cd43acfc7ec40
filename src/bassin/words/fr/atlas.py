"""Words of the atlas, in French: its data and what describes them."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

SENTENCES: Mapping[str, str | Mapping[str, str]] = {
    "atlas.writing": "écriture des données de l’atlas",
    "atlas.written": "{folder} : {n:,} valeurs de {indicators} indicateurs pour {places:,} lieux, "
    "en {seconds:.0f} s",
    "atlas.package": "Tous les indicateurs déclarés, pour tous les groupes de communes de France",
    "atlas.package.about": "Indicateurs de population, d’âges, de diplômes, de soins, d’emploi, de "
    "revenus, de logements, de sols et de risques, additionnés à partir des communes, chacun par "
    "une règle, ou publiés pour le groupe : pour tous les EPCI, zones d’emploi, Territoires "
    "d’industrie, départements, régions et la France, sur les communes du 1er janvier 2023. Ce qui "
    "manque est vide, jamais zéro ; sa ligne dit pourquoi.",
    "atlas.alt.alike": "Liste des {n} intercommunalités que plus d’une méthode sur {of} trouve "
    "proches de la suivante : {place}",
    "atlas.alt.compare": "Tableau de {n} indicateurs pour {names}",
    "atlas.alt.map": "Carte des intercommunalités de France en cinq classes de taille à peu près "
    "égale : {label} ; {n} sur {of} ont une valeur",
    "atlas.alt.said": "Carte des lieux où il y en a plus qu’en France, selon les marges des "
    "portraits : {label} ; au-dessus {higher}, au-dessous {lower}, dans la marge {level}, ne "
    "peuvent être tranchés {unsure}",
    "atlas.alt.scatter": "Un point pour chacune des {n} intercommunalités : {across} en abscisse, "
    "{up} en ordonnée ; la corrélation des rangs est de {rho:.2f}",
    "atlas.alt.table": "Tableau de toutes les intercommunalités. Les plus élevées, {label} : "
    "{names}",
    "atlas.axis.agree": "Méthodes qui la trouvent proche",
    "atlas.book": "L’atlas des intercommunalités de France",
    "atlas.part": "L’atlas",
    "atlas.sentence": "Plus qu’en France : {what}",
    "atlas.title.alike": "Intercommunalités semblables",
    "atlas.title.compare": "Intercommunalités côte à côte",
    "atlas.title.map": "Carte de chaque indicateur",
    "atlas.title.said": "Carte des lieux où une phrase est vraie",
    "atlas.title.table": "Tableau des intercommunalités",
    "atlas.page.agree": "Proches selon plus d’une méthode",
    "atlas.page.by": "{name} : {n} méthodes sur {of}",
    "atlas.page.departement": "Dép.",
    "atlas.page.counted": "{label} ({n})",
    "atlas.page.found": {"one": "{n} intercommunalité", "other": "{n} intercommunalités"},
    "atlas.page.from_to": "de {low} à {high} ({n})",
    "atlas.page.from_under": "de {low} à moins de {high} ({n})",
    "atlas.page.indicator": "Indicateur",
    "atlas.page.lacking": "aucune valeur ({n})",
    "atlas.page.lacks": "Trop peu de ces indicateurs y ont une valeur.",
    "atlas.page.map": "Carte des intercommunalités ; les flèches du clavier mènent de l’une à la "
    "suivante",
    "atlas.page.name": "Intercommunalité",
    "atlas.page.nobody": "Aucune n’est proche selon plus d’une méthode.",
    "atlas.page.none": "–",
    "atlas.page.nth": "Lieu {n}",
    "atlas.page.place": "Trouver une intercommunalité",
    "atlas.page.rank": "{rank} sur {of}",
    "atlas.page.search": "Chercher par le nom",
    "atlas.page.sentence": "Phrase",
    "atlas.page.state": "{name} : {state}.",
    "atlas.page.told": "{name} : {value}, rang {rank} à partir de la valeur la plus élevée",
    "atlas.page.untold_still": "aucune valeur",
    "atlas.page.untold": "{name} : aucune valeur",
}

NAMES: Mapping[str, str] = {
    "atlas.alike.traits": "Douze traits, chacun comptant autant",
    "atlas.alike.domains": "Cinq domaines, chacun comptant autant",
    "atlas.alike.size": "Habitants et densité",
    "atlas.alike.history": "Évolution du nombre d’habitants depuis 1968",
    "atlas.said.higher": "vraie : au-delà de la marge",
    "atlas.said.lower": "fausse : au-dessous de la France, au-delà de la marge",
    "atlas.said.level": "ne peut être tranchée : dans la marge",
    "atlas.said.unsure": "ne peut être tranchée : aucune valeur, ou aucune marge",
    "atlas.table.values": "Une ligne par indicateur et par lieu",
    "atlas.table.values_by_perimeter": "Une ligne par indicateur à plusieurs millésimes et par "
    "périmètre qu’un EPCI a eu depuis 2014",
    "atlas.table.places_by_indicator": "Une ligne par lieu, une colonne par indicateur",
    "atlas.table.places": "Les lieux",
    "atlas.table.indicators": "Les indicateurs",
    "atlas.field.kind": "Sorte de groupe de communes",
    "atlas.field.code": "Code du groupe : SIREN d’un EPCI, code de l’Insee, de l’ANCT pour un "
    "Territoire d’industrie, FR pour la France",
    "atlas.field.name": "Nom du groupe, tel que son producteur l’écrit",
    "atlas.field.indicator": "Clé de l’indicateur, celle du tableau des indicateurs",
    "atlas.field.vintage": "Millésime du fichier de l’indicateur",
    "atlas.field.value": "Valeur, dans l’unité de l’indicateur ; vide s’il n’y en a pas",
    "atlas.field.status": "Ce qu’est la valeur, ou pourquoi il n’y en a pas",
    "atlas.field.communes": "Communes de 2023 du groupe ; dans un tableau de valeurs, celles qui "
    "en ont une",
    "atlas.field.missing": "Communes du groupe sans valeur",
    "atlas.field.masked": "D’un indicateur, ce que son producteur masque ; d’un groupe, ses "
    "communes dont la valeur est masquée",
    "atlas.field.merged": "Communes du groupe que le fichier compte dans une autre",
    "atlas.field.inhabitants": "Habitants, chiffres en vigueur au 1er janvier 2023 ; vide si une "
    "commune n’en a pas",
    "atlas.field.lost": "SIREN de ses membres dont aucun fichier ne donne les communes ; il n’a "
    "alors pas de valeur",
    "atlas.field.label": "Nom de l’indicateur",
    "atlas.field.counts": "Ce qu’il compte",
    "atlas.field.unit": "Ce en quoi ses nombres sont exprimés",
    "atlas.field.better": "Lequel de deux lieux est le mieux placé",
    "atlas.field.added": "Comment les communes sont additionnées",
    "atlas.field.since": "Première année : celle de l’indicateur, ou celle où le périmètre est "
    "entré en vigueur",
    "atlas.field.until": "Dernière année : celle de l’indicateur, ou celle où le périmètre était "
    "en vigueur",
    "atlas.field.geography": "Date des communes de son fichier",
    "atlas.field.where": "Où il existe",
    "atlas.field.publishers": "Producteurs de ses fichiers",
    "atlas.field.licences": "Licences de ses fichiers",
    "atlas.field.files": "Ses fichiers, et comment leurs producteurs nomment les colonnes",
    "atlas.status.whole": "de toutes les communes du groupe",
    "atlas.status.part": "des communes qui en ont une, autant que l’indicateur en demande",
    "atlas.status.published": "publiée pour le groupe",
    "atlas.status.mainland": "publiée pour la France métropolitaine, donnée à la ligne de la "
    "France",
    "atlas.status.missing": "aucune : des communes du groupe n’ont pas de valeur",
    "atlas.status.masked": "aucune : la valeur de communes du groupe est masquée",
    "atlas.status.not_published": "aucune : nulle somme de communes ne la donne, et aucune n’est "
    "publiée",
    "atlas.status.no_base": "aucune : il n’y a rien dont elle serait une part ou une moyenne",
    "atlas.status.lost": "aucune : nul fichier ne donne toutes les communes du groupe",
}

EXHIBITS: Mapping[str, Mapping[str, Any]] = {
    "map-atlas": {
        "caption": "Chaque indicateur pour toutes les intercommunalités de 2023, en cinq classes "
        "de taille à peu près égale. Hachuré : aucune valeur. L’outre-mer est placé à côté de la "
        "métropole, chaque territoire à son échelle ; les contours sont simplifiés. Le rang 1 est "
        "celui de la valeur la plus élevée ; les lieux dont la valeur s’écrit de même le "
        "partagent, et ceux que l’erreur d’une enquête ne départage pas sont classés aussi.",
    },
    "map-atlas-said": {
        "caption": "Où une intercommunalité est au-dessus de la France, selon les mêmes marges que "
        "les phrases des portraits : la moitié de l’intervalle d’un recensement, la précision "
        "qu’indique un producteur, ou le dernier chiffre écrit. Dans la marge, et là où l’une des "
        "deux valeurs manque, la question ne peut être tranchée.",
    },
    "fig-atlas-table": {
        "caption": "Toutes les intercommunalités de 2023. Un en-tête les trie, une partie d’un nom "
        "les trouve, avec ou sans accents. Un nom souligné mène à ses deux pages.",
    },
    "fig-atlas-compare": {
        "caption": "Jusqu’à quatre intercommunalités sur chaque indicateur, chacune avec son rang "
        "parmi celles qui ont une valeur. Un tiret : aucune valeur.",
    },
    "fig-atlas-alike": {
        "caption": "Les dix intercommunalités les plus proches de l’une d’elles, selon quatre "
        "méthodes. La distance est la racine de la moyenne des carrés des écarts, en écarts-types "
        "de l’ensemble ; pour les domaines, la moyenne de celles de chacun.",
    },
    "fig-atlas-scatter": {
        "caption": "Part de l’industrie dans l’emploi, 2022, et taux de pauvreté, 2021, dans "
        "chaque intercommunalité qui a les deux.",
    },
    "tab-atlas-among": {
        "caption": "L’intercommunalité du milieu dans chaque catégorie, et sur combien.",
        "labels": {
            "indicator": "Indicateur",
            "peer_coal": "Bassins houillers",
            "n_peer_coal": "sur",
            "peer_industry": "Territoires d’industrie",
            "n_peer_industry": "sur",
            "peer_other": "Autres",
            "n_peer_other": "sur",
        },
    },
    "tab-atlas-labelled": {
        "caption": "Territoires d’industrie de 2018 où la part des chômeurs est la plus élevée, "
        "recensement de 2022, sur les communes de leurs membres. De leurs emplois dans "
        "l’industrie, aucun fichier ne dit rien.",
        "labels": {
            "place": "Territoire d’industrie",
            "unemployed_2022": "Chômeurs parmi les actifs",
            "below_bac_2022": "Sans baccalauréat",
            "population_2023": "Habitants, 2023",
        },
        "formats": {
            "unemployed_2022": ".1f %",
            "below_bac_2022": ".1f %",
            "population_2023": ",.0f",
        },
    },
}
