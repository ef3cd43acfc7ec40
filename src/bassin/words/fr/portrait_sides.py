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
}

SENTENCES: Mapping[str, str] = {
    "portrait.halves": "Les deux moitiés {place:de court} sont séparées par {line}.",
    "portrait.line.straight": "une droite qui passe par {centre}, tournée {faced} ({bearing:d}° "
    "depuis le nord)",
    "portrait.line.altitude": "l’altitude médiane des communes, {limit:.0f} m",
    "portrait.line.distance": "la distance médiane des communes depuis {centre}, {limit:.1f} km",
    "portrait.line.massif": "la limite du massif",
    "portrait.side.straight.first": "{faced} {centre:de}",
    "portrait.side.straight.second": "{faced}",
    "portrait.side.altitude.first": "à plus de {limit:.0f} m d’altitude",
    "portrait.side.altitude.second": "plus basses",
    "portrait.side.distance.first": "à moins de {limit:.1f} km {centre:de}",
    "portrait.side.distance.second": "plus éloignées",
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
    "portrait.other_lines.none": "De {start:d} à {end:d}, aucune autre limite ne change la "
    "réponse : {same: ; }.",
    "portrait.other_lines.some": "De {start:d} à {end:d}, une autre limite change la réponse : "
    "{turned: ; } ; celles-ci ne la changent pas : {same: ; }.",
    "portrait.other_lines.all": "De {start:d} à {end:d}, une autre limite change la réponse : "
    "{turned: ; }.",
    "portrait.no_other_line": "Aucune autre limite ne partage le territoire {place:de court} en "
    "deux avec {floor} communes de chaque côté.",
    "portrait.no_sides": "{place:Court} n’a pas deux côtés : d’un côté de la limite, il n’y a pas "
    "de commune.",
    "portrait.few_on_a_side": "Le territoire {place:de court} n’est pas partagé en deux : un côté "
    "de la limite aurait moins de {floor} communes.",
    "portrait.no_outline": "{place:Court} n’a pas deux côtés : le contour d’une des communes "
    "manque.",
    "portrait.no_measure": "{place:Court} n’a pas deux côtés pour cette limite : aucun fichier "
    "disponible ne dit de quel côté sont les communes.",
    "portrait.unsided": "Le territoire {place:de court} n’est pas partagé en deux par cette limite "
    ": le côté de {count} des {of} communes n’est pas connu.",
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
