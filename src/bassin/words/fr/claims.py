"""Words of claims and verdicts, in French: panels, the ledger, reports; the chapters of lists."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from bassin.words.fr.declarations import KINDS

#: Verdicts, and a vintage, by codes that are spelt as in the list of claims and in the record.
NAMES: Mapping[str, str] = {
    "confirmed by data": "confirmé par les données",
    "compatible": "compatible",
    "supported": "étayé",
    "consistent in the text": "cohérent dans le texte",
    "not compatible": "non compatible",
    "differs": "diffère",
    "contradicted": "contredit",
    "not obtained": "non obtenu",
    "not public": "non public",
    "context": "contexte",
    "as printed": "tel que l’étude le donne",
}

SENTENCES: Mapping[str, str | Mapping[str, str]] = {
    "edition.alike": "Rien ne s’écarte.",
    "edition.before": "avant",
    "edition.blanks": "vides",
    "edition.column": "colonne",
    "edition.departs": "Ce qui s’écarte, et demande une raison :",
    "edition.median": "médiane",
    "edition.now": "maintenant",
    "edition.sum": "somme",
    "edition.table": "{call} : {before} ligne(s) avant, {now} maintenant.",
    "edition.what": "",
    "newcomer.beside": "À côté de {file}, du millésime le plus proche :",
    "newcomer.longer": "{dataset} s’allonge : {before} avant, {now} maintenant.",
    "newcomer.places": "{call} : {places} du {day}.",
    "newcomer.row": "Ligne de {file} dans data/sources.csv :",
    "verdict.confirmed_by_data": "un fichier public de la même date redonne le nombre de l’étude, "
    "à l’arrondi près, ou confirme ce qui est affirmé",
    "verdict.compatible": "un fichier d’une autre date, d’un autre périmètre ou d’une autre mesure "
    "redonne le nombre de l’étude ou confirme ce qui est affirmé, ou l’écart reste dans la "
    "tolérance",
    "verdict.supported": "une source publique le dit (une loi, quelques lignes d’un tableau ou des "
    "pages de tiers), lue à la main ; aucun fichier de son producteur n’a été lu",
    "verdict.consistent_in_the_text": "il s’accorde avec d’autres nombres et d’autres passages de "
    "l’étude ; aucun fichier extérieur n’a été consulté",
    "verdict.not_compatible": "une preuve d’une autre date, d’un autre périmètre ou d’une autre "
    "mesure dit autre chose, au-delà de la tolérance",
    "verdict.differs": "une preuve de la même date, du même périmètre et de la même mesure dit "
    "autre chose",
    "verdict.contradicted": "le texte lui-même, ou son propre calcul, dit autre chose",
    "verdict.not_obtained": "un fichier public le dirait ; son nom figure à côté de l’énoncé, et "
    "il n’est pas disponible ici",
    "verdict.not_public": "ce qui le dirait est conservé par une entreprise ou un service, et "
    "n’est pas publié",
    "verdict.context": "un élément de contexte, sur lequel l’argument ne repose pas ; il n’est pas "
    "audité",
    "claims.chapters": "{chapters}",
    "claims.no_better": "{own}. Pas mieux établi que ce dont il est tiré : {premises: ; }.",
    "claims.no_file": "Aucun fichier public disponible.",
    "claims.not_judged": "{own}. Non jugé, car l’étude le tire d’énoncés non testés : "
    "{premises: ; }.",
    "claims.seen": "{wanted}. Vu, sans que cela fonde un verdict. {says}",
    "claims.premise": "{statement} ({verdict})",
    "claims.drawn": "Ce que l’étude tire d’énoncés non testés",
    "claims.quoted": "ouvrages que cite l’étude",
    "claims.quoting": "cite l’étude",
    "claims.unnamed": "Aucun détenteur n’est nommé",
    "column.finding": "Les fichiers disent",
    "column.found": "Trouvé",
    "column.gap": "Écart",
    "column.grade": "Degré de preuve",
    "column.importance": "Poids",
    "column.lines": "Lignes",
    "column.published": "Donné",
    "column.statement": "L’étude dit",
    "column.unit": "Unité",
    "column.untested": "Non testé",
    "column.verdict": "Verdict",
    "column.would_tell": "Ce qui trancherait, ou ce dont c’est tiré",
    "panel.fails": "ne tient pas",
    "panel.found": "Trouvé : {found}. ",
    "panel.grade": "degré {grade}, ",
    "panel.holding": {"one": "{n} énoncé qui tient", "other": "{n} énoncés qui tiennent"},
    "panel.holds": "tient",
    "panel.ledger": "registre",
    "panel.more_holding": {
        "one": "{n} autre énoncé qui tient",
        "other": "{n} autres énoncés qui tiennent",
    },
    "panel.points": "points",
    "panel.century_found": "{number:R}e",
    "panel.century_printed": "{number:R}e siècle",
    "panel.rank_found": "{number:d}",
    "panel.rank_printed": "rang {number:d}",
    "panel.printed": "Donné : {printed}. ",
    "panel.score": "{verdict} : {n}",
    "panel.untested": {
        "one": "{n} énoncé non testé, au verdict « {why} »",
        "other": "{n} énoncés non testés, au verdict « {why} »",
    },
    "panel.where": {
        "one": "{locus}, {heading}ligne {lines}",
        "other": "{locus}, {heading}lignes {lines}",
    },
    "ledger.cannot_fail": "Rien ne pourrait le démentir : {why}",
    "ledger.claim": "Énoncé {claim}.",
    "ledger.concludes": "Tiré de : {claims}.",
    "ledger.data": "Données de la section : {file}.",
    "ledger.answer": "Ce livre répond : {answer}",
    "ledger.erratum": "Le {day}, le verdict est passé de « {was} » à « {now} » : {why}",
    "ledger.effect": "Avec ce qui est trouvé, la phrase {effect} ; nature de l’erreur : {error}.",
    "ledger.gap": "Trouvé moins donné : {gap}.",
    "ledger.grade": "Degré {grade} : {evidence}.",
    "ledger.later": "Une partie des preuves est postérieure à la parution de l’étude : elle dit ce "
    "qui est devenu vrai, non ce que l’on pouvait savoir en l’écrivant.",
    "linked.author": "Les contributeurs de bassin",
    "linked.aspect": "preuve de degré {grade}",
    "linked.lines": "lignes {lines} du texte",
    "ledger.margin": "La phrase qui s’en sert s’inverse à {turn} ; jusque-là : {stands}.",
    "ledger.match": "De la période de l’énoncé : {period} ; de son périmètre : {perimeter} ; de sa "
    "définition : {definition}.",
    "ledger.offered": "Tout le registre : {files}",
    "ledger.reply": "{who}, {day} : {reply}",
    "ledger.reason": "Ce qui trancherait : {reason}.",
    "ledger.searched": "Recherché le {day}, {place}, avec : {query}. Vu : {seen}.",
    "ledger.tolerance": "Toléré : {tolerance} dans un sens ou dans l’autre (motif : {basis}).",
    "ledger.tolerance_changed": "La tolérance a été modifiée le {day}, une fois le contrôle écrit.",
    "ledger.no": "non",
    "ledger.view_all": "tous",
    "ledger.view_chapter": "Chapitre",
    "ledger.view_clear": "Effacer",
    "ledger.view_elsewhere": "{n} de plus parmi tous les énoncés",
    "ledger.view_for": {"one": "{n} énoncé sur {total}", "other": "{n} énoncés sur {total}"},
    "ledger.view_more": "Afficher la suite (reste : {n})",
    "ledger.view_tested": "testés",
    "ledger.view_untested": "non testés",
    "ledger.weighs": "Poids dans le texte : {weight}.",
    "ledger.weight": "{importance} ; {error} ; la phrase {effect}",
    "ledger.yes": "oui",
    "ledger.files": "Repose au plus sur : {files}.",
    "ledger.vintage": "Millésime : {vintage}.",
    "moves.failing_failing": "ne tenait pas, et ne tient pas à un autre titre",
    "moves.failing_holding": "ne tenait pas, et tient",
    "moves.failing_untested": "ne tenait pas, et n’est plus testé",
    "moves.holding_failing": "tenait, et ne tient pas",
    "moves.holding_holding": "tenait, et tient à un autre titre",
    "moves.holding_untested": "tenait, et n’est plus testé",
    "moves.untested_failing": "n’était pas testé, et ne tient pas",
    "moves.untested_holding": "n’était pas testé, et tient",
    "moves.untested_untested": "n’était pas testé, et ne l’est pas pour une autre raison",
    # Reports of an audit and of what a file moves.
    "report.checked": "Contrôles refaits avec la copie : {n}.",
    "report.citing": "Figures, cartes et tableaux qui reposent dessus ({n}) :",
    "report.claim": "énoncé",
    "report.claims": "{n} énoncés.",
    "report.each": "{counted} : {each}.",
    "report.file": "{file} : {publisher}, {title}",
    "report.found": "trouvé",
    "report.gap": "écart",
    "report.grade": "degré",
    "report.moved": "Verdicts qui changent ({n}) :",
    "report.no": "non",
    "report.none": "{counted}.",
    "report.on_data": "{n} testés sur des données publiques",
    "report.on_source": "{n} sur une source publique saisie à la main",
    "report.on_text": "{n} où le texte est confronté à lui-même",
    "report.published": "donné",
    "report.numbers_moved": "Nombres donnés par les chapitres qui changent ({n}) :",
    "report.numbers_unmoved": "Aucun nombre donné par un chapitre ne change.",
    "report.refused": "La copie de {file} est refusée : {why}",
    "report.resting": "Énoncés dont les contrôles reposent dessus ({n}) :",
    "report.statement": "l’étude dit",
    "report.restated": "Énoncés de plus dont la valeur ou la phrase change ({n}) :",
    "report.unchecked": "Aucun contrôle ne repose sur {file} : aucun verdict ne peut changer.",
    "report.unlisted": "Figures, cartes et tableaux qui reposent dessus : non répertoriés. {why}",
    "report.unmoved": "Aucun verdict ne change.",
    "report.untested": "{n} non testés",
    "report.verdict": "verdict",
    "report.with_verdict": "{verdict} {n}",
    "report.yes": "oui",
}

_EVERY = "l’étude, aux lignes indiquées ; les fichiers sources sur lesquels repose chaque énoncé"
_LISTED = "la liste des énoncés"

EXHIBITS: Mapping[str, Mapping[str, Any]] = {
    "fig-audit-counts": {
        "caption": "Énoncés que testent des données publiques, une source saisie à la main ou "
        "le texte lui-même, par verdict et par degré de preuve.",
        "source": _EVERY,
        "xlabel": "Énoncés",
    },
    "tab-audit-chapters": {
        "caption": "Verdicts par chapitre de ce livre.",
        "source": _EVERY,
        "labels": {"chapter": "Chapitre", "claims": "Énoncés"}
        | {code: word.capitalize() for code, word in NAMES.items() if code != "as printed"},
    },
    "tab-audit-grades": {
        "caption": "Énoncés testés, par degré de preuve, et combien tiennent.",
        "source": _EVERY,
        "labels": {
            "grade": "Degré de preuve",
            "claims": "Énoncés",
            "holding": "Tiennent",
            "failing": "Ne tiennent pas",
            "holding_pct": "Tiennent (%)",
        },
        "formats": {"holding_pct": ".0f"},
    },
    "tab-audit-seen": {
        "caption": "Erreurs glissées dans les énoncés qui tiennent, et combien sont vues.",
        "source": _EVERY,
        "labels": {
            "error": "Erreur",
            "claims": "Énoncés",
            "planted": "Glissées",
            "caught": "Vues",
            "missed": "Non vues",
        },
    },
    "tab-audit-planted": {
        "caption": "Erreurs glissées dans les nombres qui tiennent, par nature, et combien sont "
        "vues.",
        "source": _EVERY,
        "labels": {
            "error": "Erreur",
            "planted": "Glissées",
            "caught": "Vues",
            "missed": "Non vues",
        },
    },
    "tab-audit-errata": {
        "caption": "Verdicts de ce livre qui ont changé, par ce qu’ils disaient avant et après.",
        "source": "la liste des errata",
        "labels": {"move": "L’énoncé", "moves": "Changements", "claims": "Énoncés"},
    },
    "tab-audit-reasons": {
        "caption": "Pourquoi des énoncés ne sont pas testés, et pour combien ce qui trancherait a "
        "été recherché.",
        "source": "la liste des recherches",
        "labels": {
            "reason": "Ce qui trancherait",
            "claims": "Énoncés",
            "searched": "Recherchés",
        },
    },
    "tab-audit-contradictions": {
        "caption": "Énoncés que contredit le texte lui-même, ou son propre calcul.",
        "source": _EVERY,
        "labels": {"finding": "Ce qui parle contre"},
    },
    "tab-audit-differs": {
        "caption": "Énoncés dont la preuve dit autre chose.",
        "source": _EVERY,
        "labels": {"finding": "La preuve dit"},
    },
    "tab-audit-second": {
        "caption": "Verdicts de deux lecteurs sur cent énoncés, tirés au sort par verdict.",
        "source": _LISTED,
        "labels": {
            "verdict": "Verdict",
            "read": "Lus deux fois",
            "same": "Le même verdict",
            "other": "Un autre",
        },
    },
    "tab-audit-publishers": {
        "caption": "Énoncés dont le fichier public n’est pas disponible ici, par producteur.",
        "source": _LISTED,
        "labels": {"publisher": "Producteur", "claims": "Énoncés"},
    },
    "tab-audit-wanted": {
        "caption": "Ce qui trancherait plus d’un énoncé que rien ne teste.",
        "source": _LISTED,
        "labels": {
            "wanted": "Ce qui trancherait",
            "publisher": "Producteur",
            "verdict": "Verdict",
            "claims": "Énoncés",
            "lines": "Lignes",
        },
    },
    "tab-audit-files": {
        "caption": "Énoncés, figures, cartes et tableaux qui reposent au plus sur chaque fichier "
        "source ; les fichiers qui n’en portent aucun sont omis.",
        "source": "les contrôles de ce chapitre tels qu’exécutés ; les chapitres tels qu’exécutés",
        "labels": {
            "file": "Fichier",
            "publisher": "Producteur",
            "claims": "Énoncés",
            "exhibits": "Figures, cartes et tableaux",
        },
    },
    "tab-ledger": {
        "caption": "Chaque énoncé de l’étude, dans l’ordre de ce livre, avec son verdict.",
        "source": _EVERY,
    },
    "fig-files-status": {
        "caption": "Fichiers sources par dossier de leur producteur, et ce qu’est la copie.",
        "source": "data/sources.csv",
        "xlabel": "Fichiers",
    },
    "tab-files-spoiled": {
        "caption": "Copies des fichiers sources qui ont été abîmées, de quelle façon, et ce qui en "
        "est advenu.",
        "source": "data/corruption.csv",
        "labels": {
            "family": "Ce qui a été fait",
            "tried": "Copies",
            "refused": "Refusées",
            "departs": "S’écartent",
            "correction": "S’écartent comme une correction",
            "right": "Nombres justes",
            "silent": "Passées sous silence",
            "raw_error": "Erreur brute",
        },
    },
    "tab-files-declared": {
        "caption": "Les indicateurs tels qu’ils sont déclarés : ce que chacun compte, comment il "
        "s’additionne, où il est lu.",
        "source": "les déclarations",
        "labels": {
            "indicator": "Indicateur",
            "counts": "Ce qu’il compte",
            "unit": "Unité",
            "better": "Favorable",
            "added": "Addition",
            "years": "Années",
            "geography": "Communes du",
            "where": "Où",
            "masked": "Sous secret",
            "files": "Fichiers et colonnes",
        },
    },
    "tab-files-indicators": {
        "caption": "Indicateurs : millésime, géographie, communes connues ou non, groupes qui ont "
        "une valeur.",
        "source": "les déclarations et les fichiers sources qu’elles nomment",
        "labels": {
            "indicator": "Indicateur",
            "added": "Addition",
            "of": "Millésime",
            "geography": "Communes du",
            "where": "Où",
            "known": "Connues",
            "missing": "Non publiées",
            "masked": "Sous secret",
            **KINDS,
        },
    },
    "tab-files-twice": {
        "caption": "Indicateurs que mesurent deux fichiers : {place}, et l’écart entre les deux "
        "pour l’ensemble des intercommunalités.",
        "labels": {
            "indicator": "Indicateur",
            "here": "Tel qu’additionné ici",
            "other": "Tel que publié",
            "epci": "EPCI dans les deux",
            "gap_middle": "Écart médian",
            "gap_most": "95 sur 100 au plus",
            "gap_widest": "Le plus grand",
        },
        "notes": "En %, pour 100 jeunes, ou en euros. Les écarts sont sans leur signe.",
    },
    "tab-files-typed": {
        "caption": "Fichiers saisis à la main : ce que contient chacun, et d’après quoi.",
        "source": "les fichiers de data/study, data/places et data/law",
        "labels": {
            "file": "Fichier",
            "origin": "Saisi d’après",
            "holds": "Ce qu’il contient",
            "rows": "Lignes",
        },
    },
    "tab-files-pages": {
        "caption": "Pages de tiers : ce que chacune dit d’un énoncé de l’étude, dans nos mots.",
        "source": "secondary.csv de l’étude",
        "labels": {
            "statement": "L’étude dit",
            "found": "La page dit",
            "agreement": "Accord",
            "by": "Qui, quand",
            "independent": "Ne doit rien à l’étude",
        },
        "notes": "Une page ne doit rien à l’étude si elle lui est antérieure et si elle ne cite "
        "pas son autrice. L’adresse de chacune, et le jour où elle a été lue, sont dans "
        "secondary.csv de l’étude.",
    },
    "tab-files-copied": {
        "caption": "Fichiers sources recopiés à la main, ligne à ligne.",
        "source": "data/sources.csv",
        "labels": {"file": "Fichier", "title": "Titre", "notes": "Comment le contrôler"},
    },
}
