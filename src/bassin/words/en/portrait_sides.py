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
    # What a line of altitude cuts at its median.
    "altitude_mean": "mean altitude",
    "altitude_middle": "altitude half-way between the lowest and the highest point",
}

SENTENCES: Mapping[str, str | Mapping[str, str]] = {
    "portrait.halves": "The halves of {place:the} are parted by {line}.",
    "portrait.line.straight": "a straight line through {centre} that faces {faced} ({bearing:d}° "
    "from north)",
    "portrait.towards": "{way} ({bearing:d}°)",
    "portrait.line.altitude": "the median of the {measure} of its communes other than {centre}, "
    "{limit:m}",
    "portrait.line.distance": "the median distance of its other communes to {centre}, {limit:km}",
    "portrait.line.massif": "the limit of the massif",
    "portrait.side.straight.first": "{faced} of {centre}",
    "portrait.side.straight.second": "{faced} of it",
    "portrait.side.altitude.first": "over {limit:m}",
    "portrait.side.altitude.second": "at most as high",
    "portrait.side.distance.first": "nearer to {centre} than {limit:km}",
    "portrait.side.distance.second": "at that distance or farther",
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
    # What the answer of another line is compared on: the first where both are straight.
    "portrait.asked.straight": "what is compared is whether the two halves change apart or alike "
    "and, of two straight lines alone, which half is ahead",
    "portrait.asked.named": "what is compared is whether the two halves change apart or alike, "
    "whichever is ahead",
    "portrait.other_lines.none": "From {start:d} to {end:d}, of the other lines tried, none gives "
    "another answer: {same:; } ({asked}).",
    "portrait.other_lines.some": "From {start:d} to {end:d}, of the other lines tried, another "
    "answer comes from {turned:; }; the same one from {same:; } ({asked}).",
    "portrait.other_lines.all": "From {start:d} to {end:d}, of the other lines tried, each gives "
    "another answer: {turned:; } ({asked}).",
    "portrait.untried.some": {
        "one": "Of the other lines, one could not be tried in {place:the}: {lines:; }.",
        "other": "Of the other lines, some could not be tried in {place:the}: {lines:; }.",
    },
    "portrait.untried.all": "None of the other lines could be tried in {place:the}: {lines:; }.",
    "portrait.untried_line": "{first} against {second} ({why})",
    "portrait.untried.no_sides": "no commune on one side",
    "portrait.untried.few_on_a_side": "fewer than {floor} communes on a side",
    "portrait.untried.no_outline": "a commune has no outline",
    "portrait.untried.no_measure": "no file at hand says on which side its communes are",
    "portrait.untried.no_people": "the inhabitants of a side are not known",
    "portrait.untried.unsided": {
        "one": "the side of {n} of its {of} communes is not known",
        "other": "the sides of {n} of its {of} communes are not known",
    },
    "portrait.no_sides": "{place:The} has no two sides: one of the line has no commune.",
    "portrait.few_on_a_side": "{place:The} is not cut in two: a side of the line would have fewer "
    "than {floor} communes.",
    "portrait.no_outline": "{place:The} has no two sides: a commune of it has no outline.",
    "portrait.no_measure": "{place:The} has no two sides by this line: no file at hand says on "
    "which side its communes are.",
    "portrait.unsided": {
        "one": "{place:The} is not cut in two by this line: the side of {n} of its {of} communes "
        "is not known.",
        "other": "{place:The} is not cut in two by this line: the sides of {n} of its {of} "
        "communes are not known.",
    },
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
