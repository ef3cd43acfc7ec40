"""Words of the command line, in French: its help, and what its commands print."""

from __future__ import annotations

from collections.abc import Mapping

SENTENCES: Mapping[str, str | Mapping[str, str]] = {
    "cli.accept": "adopter une autre version d’un fichier source, ou une année de plus d’une "
    "série : ce qui s’écarte, ce qui s’allonge, ce qui change, puis sa ligne du manifeste et ses "
    "repères",
    "cli.accept.accept": "pourquoi une colonne peut s’écarter (rows pour les lignes) ; une fois "
    "pour chacune. D’une année de plus, places pour les lieux qui lui manquent ou qu’elle a en "
    "plus, * pour toutes les colonnes",
    "cli.accept.copy": "l’autre version",
    "cli.accept.file": "chemin du fichier source, relatif à data/raw ; d’une année de plus, là où "
    "il sera",
    "cli.accept.no_claims": "ne pas refaire les vérifications avec la copie",
    "cli.accept.set": "une autre cellule de sa ligne qui change, comme period ; une fois pour "
    "chacune. D’une année de plus : dataset, vintage et obtained_from, et day (des communes ou des "
    "EPCI dont elle est) s’il change",
    "cli.accepted": "{file} est remplacé ; sa ligne de data/sources.csv et ses repères sont "
    "écrits. Lisez les différences, puis lancez make test et make audit.",
    "cli.added": "{file} est à sa place ; sa ligne de data/sources.csv, celle de "
    "data/geographies.csv et ses repères sont écrits. Lisez les différences, puis lancez make test "
    "et make audit.",
    "cli.anchor": "écrire les repères des fichiers sources qui n’en ont pas encore",
    "cli.anchor.files": "chemins relatifs à data/raw ; par défaut, tous les fichiers sans repères",
    "cli.anchored": {
        "one": "{file} : {n} tableau",
        "other": "{file} : {n} tableaux",
    },
    "cli.column.code": "code",
    "cli.column.commune": "commune",
    "cli.column.communes": "communes",
    "cli.column.departement": "département",
    "cli.column.departements": "département(s)",
    "cli.column.france": "France",
    "cli.column.indicator": "indicateur",
    "cli.column.indicators": "combien",
    "cli.column.inhabitants": "habitants",
    "cli.column.keys": "indicateurs",
    "cli.column.label": "ce que c’est",
    "cli.column.name": "nom",
    "cli.column.place": "territoire",
    "cli.column.rank": "rang",
    "cli.column.region": "région",
    "cli.column.since": "depuis",
    "cli.column.siren": "SIREN",
    "cli.column.topic": "sujet",
    "cli.column.until": "jusqu’à",
    "cli.column.vintage": "millésime",
    "cli.completion": "écrire ce par quoi un interpréteur complète la ligne de commande",
    "cli.completion.shell": "bash ou zsh",
    "cli.csv": "écrire du CSV, nombres en entier",
    "cli.json": "écrire du JSON, nombres en entier",
    "cli.list": "lister les intercommunalités",
    "cli.list.communes": "lister aussi leurs communes",
    "cli.list.none": "Aucune intercommunalité, commune ni aucun département de 2023 n’a {part} "
    "dans son nom.",
    "cli.list.part": "une partie du nom du territoire, d’une commune ou d’un département, son "
    "code, ou un SIREN ; tous par défaut",
    "cli.drawn": "L’ancien contre le nouveau, ligne à ligne : {path}",
    "cli.about": "Construit et vérifie le livre.",
    "cli.audit": "confronter aux fichiers chaque énoncé de l’étude",
    "cli.audit.json": "où écrire le procès-verbal de cette vérification ; par défaut "
    "_build/reproduction.json",
    "cli.audit.linked": "où écrire le registre en données liées, une critique de schema.org pour "
    "chaque énoncé que quelque chose vérifie",
    "cli.audit.record": "le garder aussi sous gestion de versions, comme procès-verbal avec lequel "
    "les verdicts sont figés",
    "cli.atlas": "écrire chaque indicateur de chaque EPCI, département, région, zone d’emploi et "
    "Territoire d’industrie dans _build/atlas/data",
    "cli.atlas.pages": "construire plutôt ses pages dans _build/atlas/pages",
    "cli.book": "construire le portrait d’une intercommunalité",
    "cli.book.line": "ce qui la partage en deux moitiés : altitude, distance (à la commune la plus "
    "peuplée), massif, ou la direction d’une droite, en degrés depuis le nord (315 par défaut)",
    "cli.book.place": "son SIREN, ou son nom, ou une partie qu’elle seule a",
    "cli.build": "construire le livre à partir des fichiers sources",
    "cli.build.fast": "garder les résultats des chapitres pour lesquels rien n’a changé",
    "cli.clean": "supprimer ce qui a été construit",
    "cli.faults": {
        "one": "{n} défaut dans {folder}",
        "other": "{n} défauts dans {folder}",
    },
    "cli.fetch": "prendre chez leurs producteurs les fichiers sources absents ou changés",
    "cli.fetch.fetched": "{file} : téléchargé de {address}",
    "cli.fetch.files": "chemins relatifs à data/raw ; par défaut, tous ceux de data/addresses.csv",
    "cli.fetch.there": "{file} : présent, tel qu’il est inscrit",
    "cli.impact": "lister ce qui dépend d’un fichier source",
    "cli.impact.changed": "une copie modifiée : lister les verdicts qui changent avec elle à la "
    "place du fichier",
    "cli.impact.file": "chemin du fichier source, relatif à data/raw",
    "cli.list_file": "écrire le début d’une nouvelle ligne du manifeste",
    "cli.list_file.file": "chemin du nouveau fichier source, relatif à data/raw",
    "cli.no_record": "pas de {record}",
    "cli.outdated": "Chaque verdict est celui qui a été figé. {record} n’est plus à jour de :",
    "cli.record_anew": "Écrivez-le de nouveau par `bassin audit --record`.",
    "cli.pdf": "imprimer le livre construit, ou un portrait, en un PDF, avec un Chromium installé",
    "cli.pdf.place": "SIREN ou nom de l’intercommunalité dont on veut le portrait",
    "cli.show": "montrer ce qu’il y a sur un territoire",
    "cli.show.head": {
        "one": "{siren} {name} : {n} commune, {departement}, {region}",
        "other": "{siren} {name} : {n} communes, {departement}, {region}",
    },
    "cli.show.indicator": "un de ses indicateurs",
    "cli.show.none": "-",
    "cli.show.rank": "{rank} sur {of}",
    "cli.show.ranks": "Rangs parmi celles qui ont une valeur, la plus élevée d’abord ; "
    "de l’un à l’autre dans la marge.",
    "cli.show.topic": "un sujet, pour voir ses indicateurs",
    "cli.stopped": "arrêté par {signal}",
    "cli.summary": "écrire les deux pages imprimées d’intercommunalités",
    "cli.summary.all": "de toutes les intercommunalités",
    "cli.summary.failed": "{place} a échoué : {why}",
    "cli.summary.failures": {
        "one": "{n} échec sur {of}",
        "other": "{n} échecs sur {of}",
    },
    "cli.summary.into": "dossier où écrire ; par défaut _build/summaries",
    "cli.summary.places": "SIREN de chacune, ou son nom, ou une partie qu’elle seule a",
    "cli.summary.prepare": "faire d’abord les tableaux nationaux que tous les territoires "
    "partagent",
    "cli.verified": {
        "one": "{n} fichier source, celui qui est inscrit",
        "other": "{n} fichiers sources, chacun celui qui est inscrit",
    },
    "cli.verify": "comparer les fichiers sources à data/sources.csv",
    "cli.words": "lister ce qui est à traduire, et ce qu’une traduction a perdu",
    "cli.words.of": "langue des traductions",
    "cli.words.update": "mettre d’abord les catalogues à jour d’après les pages",
}
