"""Words of the book's own sentences and of how sure they are, in French."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

SENTENCES: Mapping[str, str | Mapping[str, str]] = {
    "column.curve": "Selon chaque choix",
    "column.estimate": "Son nombre",
    "column.sentence": "Le livre dit",
    "column.word": "Solidité",
    "finding.above": "tient au-dessus de {end}",
    "finding.alone": "il n’y a pas d’autre choix raisonnable.",
    "finding.arithmetic": "pas d’intervalle : calcul sur des nombres donnés par l’étude",
    "finding.at_least": "tient à partir de {end}",
    "finding.at_most": "tient jusqu’à {end}",
    "finding.below": "tient au-dessous de {end}",
    "finding.beside": {"one": "{same} choix sur {n}", "other": "{same} choix sur {n}"},
    "finding.between": "tient de {least} à {most}",
    "finding.chapter": "{title} : ",
    "finding.choice": "{name} : {label}",
    "finding.choice_in_data": "{name} : {label}",
    "finding.choices": "Selon chaque choix : {over}",
    "finding.counted": "pas d’intervalle : tout est compté",
    "finding.equal": "tient à {end}",
    "finding.evidence": "Comment, et sur quoi",
    "finding.exhibit": "figure",
    "finding.grade": "degré {grade}",
    "finding.interval": "intervalle de {low} à {high}",
    "finding.mark": "solide ?",
    "finding.not_given": "pas d’intervalle : le producteur n’en donne pas",
    "finding.note": "{note}.",
    "finding.number": "{estimate} ({where}) ; {wanted} ; {interval}.",
    "finding.of_exhibit": {
        "one": "Phrase qui en est tirée : ",
        "other": "Phrases qui en sont tirées : ",
    },
    "finding.order": "pas d’intervalle : une place dans un ordre",
    "finding.otherwise": "Une autre réponse avec : {choices: ; }.",
    "finding.over": "{n} choix ({chosen}), de {low} à {high}.",
    "finding.row": "Phrase {sentence}.",
    "finding.said": "{n} choix de {low} à {high}, dont {same} avec la réponse de la phrase.",
    "finding.sentence": "phrase",
    "finding.where": "{area}, {period}",
    "report.sentences": "Phrases du livre qui reposent dessus ({n}) :",
    "report.sentences_turned": "Phrases du livre qui s’inversent, ou changent de solidité ({n}) :",
    "report.sentences_unturned": "Aucune phrase du livre ne s’inverse.",
}

NAMES: Mapping[str, str] = {
    "robust": "robuste",
    "mostly": "le plus souvent",
    "fragile": "fragile",
    "turns": "s’inverse",
    "one_reading": "une seule lecture",
    # What is chosen.
    "choice_alike": "zones semblables",
    "choice_among": "ensemble retenu",
    "choice_averaged": "années en moyenne",
    "choice_beside": "référence",
    "choice_census": "recensement",
    "choice_commune": "commune",
    "choice_days": "jours d’écart",
    "choice_decay": "décroissance",
    "choice_doctors": "médecins",
    "choice_edition": "millésime",
    "choice_end": "fin",
    "choice_line": "ligne",
    "choice_jobs": "emplois",
    "choice_km": "km au nord",
    "choice_measure": "mesure",
    "choice_perimeter": "périmètre",
    "choice_period": "période",
    "choice_phase": "phase",
    "choice_place": "lieu",
    "choice_projects": "projets",
    "choice_rounding": "arrondi",
    "choice_since": "point de départ",
    "choice_source": "source",
    "choice_start": "début",
    "choice_until": "dernière année d’ajustement",
    "choice_vintage": "millésime",
    "choice_width": "minutes du cercle",
    "choice_year": "année",
    "choice_zones": "zones",
    "all_years": "toutes les années",
    "every_line": "toutes les lignes",
    "every_epci": "toutes les intercommunalités",
}

EXHIBITS: Mapping[str, Mapping[str, Any]] = {
    "fig-findings": {
        "caption": "Phrases du livre qui ont un contrôle, par chapitre et par solidité.",
        "xlabel": "Phrases",
    },
    "tab-findings": {
        "caption": "Ce que dit le livre, et sa solidité : les choix qui donnent la même réponse, "
        "parmi tous ceux qui ont été essayés, et le nombre de la phrase selon chacun, du plus "
        "petit au plus grand. Un point plein confirme la phrase, un point vide non ; l’anneau est "
        "le choix de la phrase, le trait la limite jusqu’à laquelle elle tient.",
        "source": "les fichiers que nomme chaque ligne",
    },
}
