"""Exhibits of the chapter on the waves of reconversion, in French."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

#: Kinds of events, in the order of the lanes.
_KINDS = {
    "opening": "Ouverture",
    "closure": "Fermeture",
    "takeover": "Rachat",
    "change": "Transformation",
    "instrument": "Instrument",
    "law": "Loi, politique",
    "milestone": "Jalon",
    "context": "Contexte",
}

EXHIBITS: Mapping[str, Mapping[str, Any]] = {
    "tab-waves-claims": {
        "caption": "Ce que l’étude dit des vagues de reconversion, et ce que l’on en retrouve.",
    },
    "fig-waves": {
        "caption": "Événements datés de l’étude depuis {since:d}, par nature. Un trait marque une "
        "période de plusieurs années.",
        "kinds": _KINDS,
    },
    "tab-waves-events": {
        "caption": "Tous les événements datés de l’étude, dans l’ordre du temps. Emplois créés, ou "
        "détruits (avec un signe moins), là où le texte donne un nombre.",
        "labels": {
            "date": "Date",
            "label": "Événement",
            "kind": "Nature",
            "wave": "Vague",
            "jobs": "Emplois",
            "lines": "Lignes",
        },
    },
    "tab-waves-ledger": {
        "caption": "Emplois créés et détruits, pour autant que le texte le dise.",
        "labels": {
            "wave": "Vague",
            "created": "Créés",
            "destroyed": "Détruits",
            "balance": "Solde",
            "events": "Événements additionnés",
            "closures": "Fermetures racontées",
            "closures_with_jobs": "Fermetures chiffrées",
        },
    },
    "tab-waves-jobs": {
        "caption": "Tous les nombres d’emplois que le texte rattache à une date.",
        "labels": {
            "date": "Date",
            "label": "Événement",
            "jobs": "Emplois",
            "effect": "Ce qu’ils sont devenus",
            "added": "Dans le bilan",
            "lines": "Lignes",
        },
    },
    "tab-waves-figure-1-1": {
        "caption": "La figure 1.1 telle que l’étude la donne, et la part de l’industrie "
        "recalculée.",
        "labels": {
            "year": "Année",
            "industry": "Industrie",
            "total": "Ensemble de l’emploi salarié privé",
            "printed": "Part donnée",
            "recomputed": "Part recalculée",
        },
    },
    "tab-waves-changes": {
        "caption": "Les évolutions que donne la figure 1.1, à côté de celles de ses propres "
        "lignes.",
        "labels": {
            "measure": "Emplois",
            "period": "Période",
            "start": "De",
            "end": "À",
            "printed": "Donnée",
            "recomputed": "Recalculée",
            "verdict": "L’évolution donnée",
        },
    },
    "fig-waves-private": {
        "caption": "Emploi salarié privé de l’agglomération : les totaux de l’étude, et une "
        "révision ultérieure sur les communes de 2025, qui couvrent le même sol.",
        "ylabel": "Emplois salariés privés",
    },
    "tab-waves-shares": {
        "caption": "Part de l’industrie dans l’emploi salarié privé (%). Pour 2022, l’étude donne "
        "{agglomeration:.1f} dans l’agglomération, {region:.0f} en Occitanie et {france:.1f} en "
        "France. Une région est faite des zones qui s’y trouvent en majeure partie.",
        "labels": {"area": "Territoire"},
    },
    "tab-waves-fabric": {
        "caption": "L’industrie de l’agglomération en 2022 telle que l’étude la donne, et ce qui "
        "s’en déduit. La zone d’emploi est un autre périmètre et une révision ultérieure.",
        "labels": {
            "industry": "Industrie",
            "establishments": "Établissements",
            "employees": "Salariés",
            "size": "Taille moyenne",
            "share_pct": "Part de l’industrie, %",
            "zone": "Salariés de la zone",
            "quotient": "Indice de spécificité",
        },
    },
    "fig-waves-quotients": {
        "caption": "Indices de spécificité des industries de la zone d’emploi « {zone} » : emploi "
        "salarié privé de {end:d} (points), et étendue de ces indices sur l’emploi salarié privé "
        "de quatre années et sur l’ensemble de l’emploi salarié de deux (traits). À 1, une "
        "industrie pèse autant qu’en France.",
        "xlabel": "Indice de spécificité, France = 1",
    },
    "fig-waves-shift-share": {
        "caption": "Analyse structurelle-résiduelle de l’emploi salarié privé dans la zone "
        "d’emploi « {zone} », {start:d}–{end:d}.",
        "xlabel": "Emplois salariés privés",
    },
    "tab-waves-shift-share": {
        "caption": "Analyse structurelle-résiduelle des industries de la zone d’emploi, "
        "{start:d}–{end:d}. La somme des trois effets est l’évolution.",
        "labels": {
            "industry": "Industrie",
            "start": "{start:d}",
            "end": "{end:d}",
            "change": "Évolution",
            "national": "Effet national",
            "mix": "Effet de structure",
            "residual": "Effet résiduel",
        },
    },
    "tab-waves-windows": {
        "caption": "Évolution de l’emploi salarié privé dans la zone d’emploi « {zone} » et en "
        "France, et effet résiduel de l’analyse structurelle-résiduelle, en emplois, pour toutes "
        "les paires d’années disponibles.",
        "labels": {
            "window": "Années",
            "zone_pct": "Industrie, zone",
            "france_pct": "Industrie, France",
            "residual": "Effet résiduel, industrie",
            "all_zone_pct": "Ensemble, zone",
            "all_france_pct": "Ensemble, France",
            "all_residual": "Effet résiduel, ensemble",
        },
    },
    "tab-waves-untested": {
        "caption": "Énoncés sur ce sujet qu’aucun fichier disponible ne peut tester, selon ce qui "
        "le pourrait.",
        "labels": {"finding": "Pourquoi", "claims": "Énoncés", "lines": "Lignes"},
    },
}

NAMES: Mapping[str, str] = {
    # Kinds of events, in a table.
    **{f"kind_{kind}": said for kind, said in _KINDS.items()},
    # Columns that are there once the publisher's file is.
    "industry_found": "Industrie, Urssaf",
    "total_found": "Ensemble de l’emploi salarié privé, Urssaf",
    "establishments_found": "Établissements, Urssaf",
    "employees_found": "Salariés, Urssaf",
    # Series of charts.
    "jobs_national": "Effet national",
    "jobs_mix": "Effet de structure",
    "jobs_residual": "Effet résiduel",
}
