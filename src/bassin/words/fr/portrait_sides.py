"""Words of a portrait on its two halves and the line between them, in French."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

_LIVING = (
    "En {year:d}, {place:dans court}, {facing} habitants vivent dans les {facing_communes} {here}, "
)
_AWAY = (
    "dans les {away_communes} {there} ({away}) ; la commune {centre:de} n’est comptée d’aucun côté."
)
_CHANGES = (
    "De {start:d} à {end:d}, {place:dans court}, l’évolution du nombre d’habitants est de "
    "{facing:+.1f%} dans les communes {here} ; elle y est "
)

NAMES: Mapping[str, str] = {
    # Where the communes of a half are, by the direction that a straight line faces.
    "faced_0": "au nord",
    "faced_45": "au nord-est",
    "faced_90": "à l’est",
    "faced_135": "au sud-est",
    "faced_180": "au sud",
    "faced_225": "au sud-ouest",
    "faced_270": "à l’ouest",
    "faced_315": "au nord-ouest",
    "side_higher": "communes hautes",
    "side_lower": "communes basses",
    "side_nearer": "communes proches",
    "side_farther": "communes éloignées",
    "side_massif": "massif",
    "side_outside": "hors massif",
    # What a line of altitude cuts at its median.
    "altitude_mean": "l’altitude moyenne",
    "altitude_middle": "l’altitude à mi-chemin du point le plus bas et du point le plus haut",
}

SENTENCES: Mapping[str, str | Mapping[str, str]] = {
    "portrait.halves": "Les deux moitiés {place:de court} sont séparées par {line}.",
    "portrait.line.straight": "une droite qui passe par {centre}, tournée {faced} ({bearing:d}° "
    "depuis le nord)",
    "portrait.towards": "{way} ({bearing:d}°)",
    "portrait.line.altitude": "la médiane de {measure} des communes, {centre} mise à part, "
    "{limit:m}",
    "portrait.line.distance": "la distance médiane des autres communes depuis {centre}, {limit:km}",
    "portrait.line.massif": "la limite du massif",
    "portrait.side.straight.first": "{faced} {centre:de}",
    "portrait.side.straight.second": "{faced}",
    "portrait.side.altitude.first": "à plus de {limit:m} d’altitude",
    "portrait.side.altitude.second": "à cette altitude ou plus basses",
    "portrait.side.distance.first": "à moins de {limit:km} {centre:de}",
    "portrait.side.distance.second": "à cette distance ou plus éloignées",
    "portrait.side.massif.first": "en zone de massif",
    "portrait.side.massif.second": "hors massif",
    "portrait.sides.higher": f"{_LIVING}davantage que {_AWAY}",
    "portrait.sides.lower": f"{_LIVING}moins que {_AWAY}",
    "portrait.sides.level": f"{_LIVING}à peu près autant que {_AWAY}",
    "portrait.sides_changed.higher": f"{_CHANGES}plus favorable que dans les communes {{there}} "
    "({away:+.1f%}).",
    "portrait.sides_changed.lower": f"{_CHANGES}moins favorable que dans les communes {{there}} "
    "({away:+.1f%}).",
    "portrait.sides_changed.level": f"{_CHANGES}à peu près la même que dans les communes {{there}} "
    "({away:+.1f%}).",
    "portrait.other_line": "{first} {here:+.1f%} contre {second} {there:+.1f%}",
    # What the answer of another line is compared on: the first where both are straight.
    "portrait.asked.straight": "on compare si les deux moitiés évoluent de la même façon ou non "
    "et, entre deux droites seulement, laquelle est en tête",
    "portrait.asked.named": "on compare si les deux moitiés évoluent de la même façon ou non, "
    "quelle que soit celle qui est en tête",
    "portrait.other_lines.none": "De {start:d} à {end:d}, parmi les autres limites essayées, "
    "aucune ne change la réponse : {same: ; } ({asked}).",
    "portrait.other_lines.some": "De {start:d} à {end:d}, parmi les autres limites essayées, la "
    "réponse change avec {turned: ; } ; elle reste la même avec {same: ; } ({asked}).",
    "portrait.other_lines.all": "De {start:d} à {end:d}, parmi les autres limites essayées, "
    "chacune change la réponse : {turned: ; } ({asked}).",
    "portrait.untried.some": {
        "one": "Parmi les autres limites, une n’a pas pu être essayée {place:dans court} : "
        "{lines: ; }.",
        "other": "Parmi les autres limites, certaines n’ont pas pu être essayées "
        "{place:dans court} : {lines: ; }.",
    },
    "portrait.untried.all": "Aucune des autres limites n’a pu être essayée {place:dans court} : "
    "{lines: ; }.",
    "portrait.untried_line": "{first} contre {second} ({why})",
    "portrait.untried.no_sides": "un côté sans commune",
    "portrait.untried.few_on_a_side": "moins de {floor} communes d’un côté",
    "portrait.untried.no_outline": "une commune sans contour",
    "portrait.untried.no_measure": "aucun fichier disponible ne dit de quel côté sont les communes",
    "portrait.untried.no_people": "le nombre d’habitants d’un côté n’est pas connu",
    "portrait.untried.unsided": {
        "one": "le côté de {n} des {of} communes n’est pas connu",
        "other": "les côtés de {n} des {of} communes ne sont pas connus",
    },
    "portrait.no_sides": "{place:Court} n’a pas deux côtés : d’un côté de la limite, il n’y a pas "
    "de commune.",
    "portrait.few_on_a_side": "Le territoire {place:de court} n’est pas partagé en deux : un côté "
    "de la limite aurait moins de {floor} communes.",
    "portrait.no_outline": "{place:Court} n’a pas deux côtés : le contour d’une des communes "
    "manque.",
    "portrait.no_measure": "{place:Court} n’a pas deux côtés pour cette limite : aucun fichier "
    "disponible ne dit de quel côté sont les communes.",
    "portrait.unsided": {
        "one": "Le territoire {place:de court} n’est pas partagé en deux par cette limite : le "
        "côté de {n} des {of} communes n’est pas connu.",
        "other": "Le territoire {place:de court} n’est pas partagé en deux par cette limite : les "
        "côtés de {n} des {of} communes ne sont pas connus.",
    },
}

EXHIBITS: Mapping[str, Mapping[str, Any]] = {
    "map-portrait-halves": {
        "caption": "Les communes de part et d’autre de la limite : {line}.",
        "label": "Côté",
    },
    "fig-portrait-halves": {
        "caption": "Habitants de part et d’autre de la limite, et dans la commune la plus "
        "peuplée : {line}.",
        "ylabel": "Habitants",
    },
}
