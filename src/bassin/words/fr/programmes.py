"""Words on the instruments of reconversion, the labels and the sums of money, in French."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

NAMES: Mapping[str, str] = {
    # Who pays for an instrument.
    "payer_state": "État",
    "payer_europe": "Europe",
    "payer_local": "Local",
    # Labels of communes.
    "territoires_industrie_1": "Territoires d’industrie 1",
    "territoires_industrie_2": "Territoires d’industrie 2",
    "action_coeur_de_ville": "Action cœur de ville",
    "petites_villes_de_demain": "Petites villes de demain",
    "priority_district_2015": "Quartier prioritaire 2015",
    "priority_district_2024": "Quartier prioritaire 2024",
    "france_services": "France services",
    # How many of them a commune holds.
    "labels_none": "Aucun en propre",
    "labels_1": "1 label",
    "labels_2": "2 labels",
    "labels_3": "3 labels",
    "labels_4": "4 labels",
    # Which lists of priority districts a commune is on.
    "district_none": "Aucune",
    "district_both": "Les deux listes",
    "district_2015_only": "Liste de 2015 seulement",
    "district_2024_only": "Liste de 2024 seulement",
    "district_2015_unknown": "Liste de 2015 inconnue",
    "district_of_2015": "Quartier de 2015",
    # Whether a price index is printed.
    "index_printed": "taux donné",
    "index_needed": "nécessaire, absent du livre",
}

SENTENCES: Mapping[str, str] = {
    "instr-acv": "Sur les {communes} communes, la liste en compte {listed} : {names}.",
    "instr-coal-output": "Si chacune des {everyone:,.0f} personnes au travail avait extrait le "
    "charbon des Cévennes de 1957 (ligne 243) divisé par les {fewest:,.0f} mineurs encore là en "
    "{fewest_in:d}, le plus que permette le texte, le total serait de {ceiling:.0f} millions de "
    "tonnes ; divisé par ceux de {most_in:d}, il serait de {plain:.0f}. Une virgule a pu se "
    "perdre : 57,8.",
    "instr-pillars": "Le texte en énumère {parts:, puis }.",
    "instr-pole-opened": "Ouvert en {opened:d}, {age} ans avant l’étude, après un lancement en "
    "{launched:d}.",
    "instr-programme-start": "La ligne {early_line:d} fait partir le programme des années "
    "{early:d}, comme la ligne 779 ; la ligne {late_line:d}, des années {late:d}. Elle vise "
    "peut-être les premières usines plutôt que les premiers organismes.",
    "instr-pvd": "La liste nomme {names}.",
    "instr-pvd-2010s": "Parmi les {n} conventions du programme en France dont la date est publiée, "
    "les premières ont été signées en {first:d} ; celles de l’agglomération, en {here:, |d}.",
    "instr-qpv": "La liste de 2015, en vigueur quand l’étude a été écrite, en compte {before}, "
    "dans {then} communes. Celle de 2024 en compte {after}, dans {now}.",
    "instr-sixties": "Après Charbonnages de France, la création la plus ancienne datée à l’année "
    "près est de {year:d} : {names: et }.",
    "instr-ti": "Les {n} communes sont toutes dans « {name} ».",
    "instr-ti-renewed": "La liste de 2023-2027 comprend de nouveau l’agglomération, avec une "
    "voisine : {n} communes en tout. Le jour n’est pas dans le fichier.",
    "programmes.chain": "{names:, puis }",
    "programmes.years": "{years:, |d}",
}

EXHIBITS: Mapping[str, Mapping[str, Any]] = {
    "tab-instruments-claims": {
        "caption": "Ce que l’étude dit des instruments et des labels, quand on peut le vérifier.",
    },
    "fig-instruments-lineage": {
        "caption": "Instruments de reconversion, et ce à quoi chacun a mené, selon l’étude. Une "
        "flèche est une succession que l’étude raconte. Deux dates ne viennent pas d’elle : "
        "Charbonnages de France a été dissous par le décret 2007-1806, et Petites villes de demain "
        "est daté par ses conventions, saisies d’après la liste de l’ANCT.",
    },
    "tab-instruments": {
        "folded": "Les instruments, un par un",
        "caption": "Instruments de reconversion nommés par l’étude. Un tiret : elle n’en dit rien.",
        "labels": {
            "name": "Instrument",
            "start": "De",
            "end": "À",
            "pays": "Qui paie",
            "does": "Ce qu’il fait",
            "successor": "Successeur",
            "lines": "Lignes",
        },
    },
    "map-labels": {
        "caption": "Labels de chaque commune, hors Territoires d’industrie, que toutes ont dans "
        "les deux phases. ACV : Action cœur de ville. PVD : Petites villes de demain. QPV : "
        "quartier prioritaire de 2015 ou de 2024. FS : France services.",
        "label": "Labels en propre",
    },
    "tab-labels": {
        "folded": "Labels et habitants concernés",
        "caption": "Labels dans l’agglomération. Habitants des communes concernées, recensement de "
        "2020, qu’ils vivent ou non dans le quartier.",
        "labels": {
            "label": "Label",
            "labels": "Attribués",
            "communes": "Communes",
            "inhabitants": "Habitants",
            "inhabitants_pct": "Part",
        },
    },
    "tab-labels-communes": {
        "folded": "Communes qui ont un label en propre",
        "caption": "Communes qui ont un label en propre, et combien de chaque.",
        "labels": {"name": "Commune", "population": "Habitants en 2020"},
    },
    "map-districts": {
        "caption": "Quartiers prioritaires : contours de 2015 en noir, et communes selon la liste. "
        "Celle de 2024 a un point par commune, qui n’est pas l’endroit où se trouve le quartier.",
        "label": "Communes selon la liste",
        "place": "place",
    },
    "tab-districts": {
        "folded": "Quartiers prioritaires de 2015",
        "caption": "Quartiers prioritaires de 2015, et part de chaque contour qui tombe dans sa "
        "commune.",
        "labels": {
            "id": "Code",
            "name": "Quartier",
            "commune": "Commune",
            "area_ha": "Superficie (ha)",
            "in_commune_pct": "Dans sa commune",
        },
    },
    "tab-labels-match": {
        "folded": "Bénéficiaires selon le code et selon le point",
        "caption": "Bénéficiaires de labels, trouvés par leur code et par leur point.",
        "labels": {
            "label": "Label",
            "listed": "En France",
            "without_point": "Sans point",
            "by_code": "Ici, par le code",
            "by_point": "Ici, par le point",
            "both": "Même commune",
        },
    },
    "tab-money": {
        "folded": "Montants en francs et en euros",
        "caption": "Montants donnés par l’étude, en millions de francs ou d’euros, puis au taux "
        "fixe de 6,55957 francs pour un euro, et en euros de 2022 là où l’étude donne un taux.",
        "labels": {
            "label": "Montant",
            "money_of": "Monnaie de l’année",
            "low": "Donné",
            "euros_low": "Millions d’euros",
            "later_low": "Millions d’euros de 2022",
            "index": "Indice des prix",
            "lines": "Lignes",
        },
    },
    "tab-coal-wages": {
        "folded": "Salaires horaires en francs et en euros",
        "caption": "Salaires horaires donnés par l’étude, en francs des années 1960 et en euros au "
        "taux fixe. Dire ce qu’ils achèteraient aujourd’hui demande un indice des prix qui n’est "
        "pas dans le livre.",
        "labels": {
            "label": "Salaire",
            "low": "Francs, de",
            "high": "à",
            "euros_low": "Euros, de",
            "euros_high": "à ",
            "lines": "Lignes",
        },
    },
    "tab-instruments-untested": {
        "folded": "Énoncés sans fichier, un par un",
        "caption": "Ce que l’étude dit des instruments et des labels, et qu’aucun fichier du livre "
        "ne peut vérifier.",
    },
}
