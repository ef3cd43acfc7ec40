"""Words of the chapter on the basin and its perimeters, in French."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

SENTENCES: Mapping[str, str] = {
    "ti-number": "Le fichier du programme liste {territories} territoires.",
    "ti-is-epci": "{members} ; la seconde phase en ajoute un autre.",
    "perimeters.alone": "Son seul membre est cette intercommunalité",
    "perimeters.members": "Ses membres sont {sirens}",
    "epci-2023": "L’Insee liste {communes} communes au {day}.",
    "epci-2013": "{communes} au {day}, d’après la liste des membres de chaque année : ceux de "
    "l’intercommunalité où se trouve {town}. L’année précédente, elle en avait {before}.",
    "epci-76": "De {start:d} à {end:d}, elle a eu de {fewest:.0f} à {most:.0f} communes, jamais "
    "autant que ne le dit le texte.",
    "epci-grows": "L’étude donne {printed}. Les fichiers en comptent {most:.0f} en {year:d}, et "
    "{last:.0f} en {last_year:d}.",
    "perimeters.communes_in": "{communes:.0f} en {year:d}",
    # What the perimeters are called.
    "perimeters.zone": "Zone d’emploi « {name} » ({code})",
    "perimeters.basin": "Bassin BMO « {name} » ({code})",
    "perimeters.industry": "Territoire d’industrie, phase {phase:d} : {name}",
    # Who came and who left, and where the study says so.
    "history.change": "{moves: ; }",
    "history.joins": "{name} ({code}) entre",
    "history.leaves": "{name} ({code}) sort",
    "history.merged": "{name} ({code}) disparaît par fusion",
    "perimeters.on_line": "Donné par l’étude, ligne {line}",
    "perimeters.on_lines": "Donné par l’étude, lignes {lines}",
}

NAMES: Mapping[str, str] = {
    # How the members of an intercommunality are known.
    "members_insee": "Insee, appartenance de 2023",
    "members_outlines": "IGN / CARTElette, appartenance portée par les contours de 2024",
    "members_still_one": "ANCT, communes de 2023 qui existent encore en 2025",
    "members_by_population": "Observatoire des territoires, populations des EPCI de 2019 "
    "confrontées à celles de l’Insee",
}

EXHIBITS: Mapping[str, Mapping[str, Any]] = {
    "tab-territory-claims": {
        "caption": "Ce que l’étude dit de ses périmètres, et ce que disent les fichiers.",
    },
    "map-industry": {
        "caption": "Les Territoires d’industrie de la première phase (2018–2022), d’après la "
        "figure I de l’étude.",
        "label": "Territoires d’industrie, phase 1",
    },
    "tab-history": {
        "caption": "Communes de l’intercommunalité par année, selon l’étude et selon les fichiers.",
        "labels": {
            "year": "Année",
            "printed": "Selon l’étude",
            "found": "Selon les fichiers",
            "change": "Changement",
            "basis": "Source",
        },
    },
    "tab-perimeters": {
        "caption": "Les périmètres qui portent le nom du bassin. Habitants de 2020, géographie du "
        "1er janvier 2023.",
        "labels": {
            "perimeter": "Périmètre",
            "communes": "Communes",
            "population": "Habitants",
            "shared_communes": "Partagées",
            "outside_communes": "Laissées de côté",
            "beyond_population": "Habitants ajoutés",
        },
    },
    "map-perimeters": {
        "caption": "Dans combien des cinq périmètres se trouve chaque commune.",
        "label": "Périmètres",
        "highlight_label": "{place}",
    },
    "map-communes": {
        "caption": "Habitants des communes de l’agglomération en 2020 (géographie du 1er janvier "
        "2023).",
    },
}
