"""Words of a portrait on its two halves and the line between them, in English."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

_LIVING = "In {year:d}, in {place:the}, {facing} inhabitants live in the {facing_communes} {here}, "
_AWAY = "in the {away_communes} {there} ({away}); {centre} itself is on neither side."
_CHANGES = (
    "From {start:d} to {end:d}, in {place:the}, the change of the number of inhabitants is "
    "{facing:+.1f%} in the communes {here}, "
)

NAMES: Mapping[str, str] = {
    # Where the communes of a half are, by the direction that a straight line faces.
    "faced_0": "north",
    "faced_45": "north-east",
    "faced_90": "east",
    "faced_135": "south-east",
    "faced_180": "south",
    "faced_225": "south-west",
    "faced_270": "west",
    "faced_315": "north-west",
    "side_higher": "higher communes",
    "side_lower": "lower communes",
    "side_nearer": "nearer communes",
    "side_farther": "farther communes",
    "side_massif": "massif",
    "side_outside": "outside a massif",
}

SENTENCES: Mapping[str, str] = {
    "portrait.halves": "The halves of {place:the} are parted by {line}.",
    "portrait.line.straight": "a straight line through {centre} that faces {faced} ({bearing:d}° "
    "from north)",
    "portrait.line.altitude": "the median altitude of its communes, {limit:.0f} m",
    "portrait.line.distance": "the median distance of its communes to {centre}, {limit:.1f} km",
    "portrait.line.massif": "the limit of the massif",
    "portrait.side.straight.first": "{faced} of {centre}",
    "portrait.side.straight.second": "{faced} of it",
    "portrait.side.altitude.first": "over {limit:.0f} m",
    "portrait.side.altitude.second": "at most as high",
    "portrait.side.distance.first": "within {limit:.1f} km of {centre}",
    "portrait.side.distance.second": "farther",
    "portrait.side.massif.first": "in a massif",
    "portrait.side.massif.second": "outside",
    "portrait.sides.higher": f"{_LIVING}more than {_AWAY}",
    "portrait.sides.lower": f"{_LIVING}fewer than {_AWAY}",
    "portrait.sides.level": f"{_LIVING}about as many as {_AWAY}",
    "portrait.sides_changed.higher": f"{_CHANGES}higher than in those {{there}} ({{away:+.1f%}}).",
    "portrait.sides_changed.lower": f"{_CHANGES}lower than in those {{there}} ({{away:+.1f%}}).",
    "portrait.sides_changed.level": f"{_CHANGES}about the same as in those {{there}} "
    "({away:+.1f%}).",
    "portrait.other_line": "{first} {here:+.1f%} against {second} {there:+.1f%}",
    "portrait.other_lines.none": "From {start:d} to {end:d}, no other line gives another answer: "
    "{same:; }.",
    "portrait.other_lines.some": "From {start:d} to {end:d}, another line gives another answer: "
    "{turned:; }; these the same one: {same:; }.",
    "portrait.other_lines.all": "From {start:d} to {end:d}, another line gives another answer: "
    "{turned:; }.",
    "portrait.no_other_line": "No other line cuts {place:the} in two with {floor} communes a side.",
    "portrait.no_sides": "{place:The} has no two sides: one of the line has no commune.",
    "portrait.few_on_a_side": "{place:The} is not cut in two: a side of the line would have fewer "
    "than {floor} communes.",
    "portrait.no_outline": "{place:The} has no two sides: a commune of it has no outline.",
    "portrait.no_measure": "{place:The} has no two sides by this line: no file at hand says on "
    "which side its communes are.",
    "portrait.unsided": "{place:The} is not cut in two by this line: on which side {count} of its "
    "{of} communes are is not known.",
}

EXHIBITS: Mapping[str, Mapping[str, Any]] = {
    "map-portrait-halves": {
        "caption": "The communes on either side of {line}.",
        "label": "Side",
    },
    "fig-portrait-halves": {
        "caption": "Inhabitants on either side of {line}, and in the largest commune.",
        "ylabel": "Inhabitants",
    },
}
