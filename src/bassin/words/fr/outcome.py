"""Words of the chapter on whether reconversion worked, in French."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

SENTENCES: Mapping[str, str] = {
    "outcome.period": "De {start:d} à {end:d}, l’emploi salarié évolue de {here:+.1f%} dans la "
    "zone d’emploi « {zone} », et de {together:+.1f%} dans l’ensemble des zones. Elle est au rang "
    "{rank} sur {of} zones, de la plus forte croissance à la plus faible ; la médiane est de "
    "{median:+.1f%}. Rang {coal_rank} sur {coal_of} zones houillères (médiane des autres : "
    "{coal:+.1f%}), rang {alike_rank} sur {n_alike} zones semblables ({alike:+.1f%}).",
    "outcome.place": "{rank} sur {of}",
    "outcome.years": "{start:d} à {end:d}",
}

NAMES: Mapping[str, str] = {
    "counterpart": "Contrôle synthétique",
    **{
        f"alike_{count}": f"Les {count} zones les plus semblables" for count in (10, 20, 40, 60, 80)
    },
    "coal_but_cities": "Autres zones houillères, hors Aix-en-Provence et Grenoble",
}

EXHIBITS: Mapping[str, Mapping[str, Any]] = {
    "tab-outcome-claims": {
        "caption": "Ce que l’étude dit de l’industrie et de ses emplois depuis 2008, et ce que "
        "l’on en retrouve.",
    },
    "fig-outcome-jobs": {
        "caption": "Emploi salarié à la fin de chaque année, base 100 en {first:d} : la zone "
        "d’emploi « {zone} », l’ensemble des {zones} zones de France, la médiane des {coal} autres "
        "zones houillères, la médiane de {alike} zones semblables au départ.",
        "ylabel": "Emplois salariés, base 100 en {first:d}",
    },
    "tab-outcome-periods": {
        "caption": "Évolution de l’emploi salarié par période, et rang de la zone d’emploi "
        "« {zone} », de la plus forte croissance à la plus faible.",
        "labels": {
            "period": "Période",
            "here": "Ici",
            "all_zones": "Ensemble des zones",
            "rank": "Rang sur {zones}",
            "coal_zones": "Autres zones houillères, médiane",
            "coal_rank": "Rang sur {coal_and_it} zones houillères",
            "alike_zones": "Zones semblables, médiane",
            "alike_rank": "Rang sur {alike_and_it} zones semblables",
        },
        "formats": dict.fromkeys(("here", "all_zones", "coal_zones", "alike_zones"), "+.1f %"),
    },
    "fig-outcome-periods": {
        "caption": "Évolution de l’emploi salarié dans la zone d’emploi « {zone} » moins celle de "
        "l’ensemble des zones, en points, sur chaque période entre deux années. Encadrées : les "
        "périodes du tableau ci-dessus. La vue interactive donne la période que vous choisissez.",
        "label": "Évolution ici moins celle de l’ensemble des zones (points)",
    },
    "tab-outcome-coal": {
        "caption": "Emploi salarié des zones d’emploi des villes principales des neuf bassins "
        "houillers.",
        "labels": {
            "zone": "Zone d’emploi",
            "basins": "Bassin",
            "jobs": "Emplois, {last:d}",
            "whole": "{first:d}–{last:d}",
            "to_2018": "2008–2018",
            "since_2018": "2018–{last:d}",
        },
        "formats": dict.fromkeys(("whole", "to_2018", "since_2018"), "+.1f %"),
    },
    "tab-outcome-yardsticks": {
        "caption": "Plus ou moins de zones semblables, et moins de zones houillères : la "
        "médiane de chaque groupe, et le rang de la zone d’emploi « {zone} » parmi ces zones, elle "
        "comprise.",
        "labels": {
            "yardstick": "Par rapport à",
            "whole": "{first:d}–{last:d}",
            "whole_place": "Rang",
            "lost": "2008–2018",
            "lost_place": "Rang",
            "since": "2018–{last:d}",
            "since_place": "Rang",
        },
        "formats": dict.fromkeys(("whole", "lost", "since"), "+.1f %"),
    },
    "fig-outcome-counterpart": {
        "caption": "Emploi salarié de la zone d’emploi « {zone} », et de la moyenne pondérée de "
        "zones semblables qui a évolué comme elle jusqu’en {until:d} (base 100 en {first:d}).",
        "ylabel": "Emplois salariés, base 100 en {first:d}",
    },
    "tab-outcome-counterparts": {
        "caption": "La zone d’emploi « {zone} » comparée à des contrôles synthétiques ajustés "
        "jusqu’à quatre années. Les placebos sont des zones semblables mises à sa place.",
        "labels": {
            "until": "Ajusté jusqu’en",
            "before": "Écart typique avant",
            "after": "Écart typique après",
            "least": "Écart le plus bas",
            "gap": "Écart en {last:d}",
            "placebos": "Zones dont l’écart s’est creusé autant",
            "of": "Sur",
        },
        "formats": {"before": ".1f %", "after": ".1f %", "least": "+.1f %", "gap": "+.1f %"},
    },
    "tab-outcome-untested": {
        "caption": "Énoncés sur l’industrie et ses emplois qu’aucun fichier disponible ne peut "
        "tester, selon ce qui le pourrait.",
        "labels": {"finding": "Pourquoi", "claims": "Énoncés", "lines": "Lignes"},
    },
}
