"""Words of the chapter on the basin and its perimeters."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

SENTENCES: Mapping[str, str] = {
    "ti-number": "The programme's file lists {territories} territories.",
    "ti-is-epci": "{members}; the second phase adds another.",
    "perimeters.alone": "Its only member is this intercommunality",
    "perimeters.members": "Its members are {sirens}",
    "epci-2023": "INSEE lists {communes} communes on {day}.",
    "epci-2013": "{communes} on {day}, by the list of the members of each year: those of the "
    "intercommunality that {town} is in. The year before it had {before}.",
    "epci-76": "Between {start:d} and {end:d} it had from {fewest:.0f} to {most:.0f} communes, "
    "never as many as printed.",
    "epci-grows": "It prints {printed}. The files have {most:.0f} in {year:d}, and {last:.0f} in "
    "{last_year:d}.",
    "perimeters.communes_in": "{communes:.0f} in {year:d}",
    # What the perimeters are called.
    "perimeters.zone": "Zone d'emploi {name} ({code})",
    "perimeters.basin": "BMO bassin {name} ({code})",
    "perimeters.industry": "Territoire d'industrie, phase {phase:d}: {name}",
    # Who came and who left, and where the study says so.
    "history.change": "{moves:; }",
    "history.joins": "{name} ({code}) joins",
    "history.leaves": "{name} ({code}) leaves",
    "history.merged": "{name} ({code}) is merged",
    "perimeters.on_line": "Printed by the study, line {line}",
    "perimeters.on_lines": "Printed by the study, lines {lines}",
}

NAMES: Mapping[str, str] = {
    # How the members of an intercommunality are known.
    "members_insee": "INSEE, membership of 2023",
    "members_outlines": "IGN / CARTElette, membership carried by the outlines of 2024",
    "members_still_one": "ANCT, communes of 2023 still one in 2025",
    "members_by_population": "Observatoire des territoires, populations of the EPCI of 2019 "
    "against INSEE's",
}

EXHIBITS: Mapping[str, Mapping[str, Any]] = {
    "tab-territory-claims": {
        "caption": "What the study prints on its perimeters, and what the files say.",
    },
    "map-industry": {
        "caption": "The Territoires d'industrie of the first phase (2018–2022), after figure I of "
        "the study.",
        "label": "Territoires d'industrie, phase 1",
    },
    "tab-history": {
        "caption": "Communes of the intercommunality by year: printed by the study, or found.",
        "labels": {
            "year": "Year",
            "printed": "Printed",
            "found": "Found",
            "change": "Change",
            "basis": "Basis",
        },
    },
    "tab-perimeters": {
        "caption": "Perimeters that go by the name of the basin. Inhabitants of 2020, geography "
        "2023-01-01.",
        "labels": {
            "perimeter": "Perimeter",
            "communes": "Communes",
            "population": "Inhabitants",
            "shared_communes": "Shared",
            "outside_communes": "Left out",
            "beyond_population": "Inhabitants added",
        },
    },
    "map-perimeters": {
        "caption": "In how many of the five perimeters each commune is.",
        "label": "Perimeters",
        "highlight_label": "{place}",
    },
    "map-communes": {
        "caption": "Inhabitants of the communes of the agglomeration in 2020 (geography "
        "2023-01-01).",
    },
}
