"""Words of the two printed pages of a place, in French."""

from __future__ import annotations

from collections.abc import Mapping

SENTENCES: Mapping[str, str | Mapping[str, str]] = {
    "summary.title": "{place} en deux pages",
    "summary.author": "Les contributeurs de bassin",
    "summary.head": "Deux pages sur une intercommunalité, à partir de fichiers publics",
    "summary.what": "Une {form} de {communes} ; {departements}, région {region:nom} ; "
    "SIREN\u00a0{siren}",
    "summary.what_peopled": "Une {form} de {communes} et {people} habitants en {year:d} ; "
    "{departements}, région {region:nom} ; SIREN\u00a0{siren}",
    "summary.departements": {
        "one": "département {names:, |de}",
        "other": "départements {names:, |de}",
    },
    # The map.
    "summary.others": "autres intercommunalités, avec leurs limites",
    "summary.white": "mer, autre pays, ou hors des contours",
    "summary.undrawn": {
        "one": "{n} commune sans contour",
        "other": "{n} communes sans contour",
    },
    # The sentences.
    "summary.told": "Ce qui distingue ce territoire",
    "summary.rule": "Le choix des phrases : parmi les indicateurs de la page suivante, ceux pour "
    "lesquels le territoire est le plus loin du milieu de toutes les intercommunalités, un par "
    "sujet. Un écart que la marge des nombres ne distingue pas de zéro est dit à peu près nul.",
    "summary.told_instead": "Ce qui peut être dit",
    "summary.rule_instead": "Le choix des phrases : parmi les indicateurs de la page suivante, "
    "autant qu’il y en a, ceux pour lesquels le territoire est le plus loin du milieu de toutes "
    "les intercommunalités ; trop peu sont connus ici, et la suite porte sur son périmètre et ses "
    "risques.",
    # The strips.
    "summary.among": "Parmi les intercommunalités de France",
    "summary.label": "{label} [{sources}]",
    "summary.departement": "département {name:de}",
    "summary.region": "région {name:nom}",
    "summary.dot": "une intercommunalité",
    "summary.rank": "rang {first} sur {of}",
    "summary.ranks": "rang {first} à {last} sur {of}",
    "summary.read": "Un point est une intercommunalité ; une bande est large là où il y en a "
    "beaucoup. Le centième le plus bas et le plus haut sont dessinés aux bouts. Le rang 1 est la "
    "valeur la plus élevée, non la meilleure ; d’un rang à un autre là où la marge des nombres ne "
    "départage pas. Habitants : échelle de puissances de dix.",
    # What is missing, beside the name of the indicator.
    "summary.refused.secret": "pas de valeur : masquée dans {count} des {of} communes",
    "summary.refused.elsewhere": "pas de valeur : le fichier n’a aucune commune de ce territoire",
    "summary.refused.missing": "pas de valeur : elle manque pour {count} des {of} communes",
    "summary.refused.secret_in": "masquée dans {count} des {of} communes : celle des autres",
    "summary.refused.missing_in": "manquante dans {count} des {of} communes : celle des autres",
    "summary.refused.nothing": "pas de valeur : le total est nul",
    "summary.refused.field": "pas de valeur : les fichiers couvrent {field}, pas ce territoire",
    "summary.refused.unlisted": "pas de valeur : le fichier n’est pas disponible",
    "summary.refused.unpublished": "pas de valeur : le fichier n’en a pas de cette "
    "intercommunalité",
    "summary.refused.unsure": "pas de rang : l’erreur de l’échantillon n’est pas connue",
    "summary.refused.few": "pas de rang : moins de {floor} sont comptés",
    # The sources.
    "summary.sources": "Sources",
    "summary.source": "[{rank}] {source}",
    "summary.alike": "{source} ; {licence}",
    # The foot.
    "summary.dated": "Données de {first:d} à {last:d}, sur les communes du 1er janvier 2023",
    "summary.licence": "Pages sous CC BY 4.0 ; données sous les licences de leurs producteurs, "
    "Licence Ouverte 2.0 si aucune n’est nommée. Fait par bassin à partir de fichiers sources, "
    "tous vérifiés.",
    "summary.page": "{name}, page {page} sur {of}",
}
