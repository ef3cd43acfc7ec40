"""Words that weigh a claim, in French: its evidence, its weight, what went wrong, why untested."""

from __future__ import annotations

from collections.abc import Mapping

SENTENCES: Mapping[str, str] = {
    # What evidence is, by its grade.
    "evidence.A": "le fichier du producteur, de la même date",
    "evidence.B": "un fichier d’une autre date, d’un autre périmètre ou d’une autre mesure, ou "
    "retravaillé par des tiers",
    "evidence.S": "une source publique lue à la main",
    "evidence.C": "un calcul sur les nombres de l’étude",
    "evidence.D": "un autre passage de l’étude",
    "evidence.N": "rien ne le teste",
    # What becomes of a sentence with what is found in the place of what is printed.
    "effect.none": "tient",
    "effect.weakens": "s’affaiblit",
    "effect.reverses": "s’inverse",
    # How much of the text hangs on a claim.
    "importance.essential": "essentiel",
    "importance.detail": "détail",
    # What went wrong.
    "error.slip": "inadvertance",
    "error.date": "date",
    "error.unit": "unité",
    "error.arithmetic": "calcul",
    "error.perimeter": "périmètre",
    "error.definition": "définition",
    "error.source": "source",
    "error.overstatement": "exagération",
    # Errors planted.
    "planted.last_digit": "un de plus au dernier chiffre",
    "planted.another_year": "le nombre d’une autre année",
    "planted.another_place": "le nombre d’un autre lieu",
    "planted.swapped_digits": "deux chiffres permutés",
    "planted.first_digit": "un autre premier chiffre",
    "planted.less": "30 % de moins, ou dix ans",
    "planted.more": "30 % de plus, ou dix ans",
    "planted.complement": "le complément à cent",
    "planted.dropped_digit": "le premier chiffre omis",
    "planted.tenfold": "le décuple",
    "planted.hundredth": "une proportion à la place d’un pourcentage",
    "planted.sign": "le signe opposé",
    "planted.moved": "un nombre déplacé de 30 %, ou une année de dix ans",
    "planted.misprinted": "un nombre faussé d’une autre façon",
    "planted.negated": "une affirmation niée",
    # Why a claim is not tested.
    "reason.archive": "des papiers d’avant le web",
    "reason.opinion": "un jugement, non un fait",
    "reason.register": "un registre public, non disponible ici",
    "reason.restricted": "un fichier ouvert sous convention",
    "reason.statistics": "un fichier statistique publié, non disponible ici",
    "reason.undefined": "trop peu défini pour être testé",
    "reason.unpublished": "des papiers que personne ne publie",
    "reason.work": "un ouvrage que l’étude cite, ou un autre imprimé",
    # Why a number found may be off the printed one.
    "basis.rounding": "arrondi",
    "basis.revision": "révision",
    "basis.sampling": "échantillonnage",
    "basis.period": "autre période",
    "basis.perimeter": "autre périmètre",
    "basis.definition": "autre définition",
}
