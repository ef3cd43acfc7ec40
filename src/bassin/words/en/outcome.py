"""Words of the chapter on whether reconversion worked, in English."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

SENTENCES: Mapping[str, str] = {
    "outcome.period": "From {start:d} to {end:d} salaried jobs changed by {here:+.1f%} in the zone "
    "d'emploi {zone}, and by {together:+.1f%} in all zones together. It is number {rank} of {of} "
    "zones, the strongest growth first; the middle one has {median:+.1f%}. Of {coal_of} coal zones "
    "it is number {coal_rank} (middle of the others {coal:+.1f%}), of {n_alike} zones alike "
    "number {alike_rank} ({alike:+.1f%}).",
    "outcome.place": "{rank} of {of}",
    "outcome.years": "{start:d} to {end:d}",
}

NAMES: Mapping[str, str] = {
    "counterpart": "Counterpart",
    **{f"alike_{count}": f"The {count} zones most alike" for count in (10, 20, 40, 60, 80)},
    "coal_but_cities": "Other coal zones but Aix-en-Provence and Grenoble",
}

EXHIBITS: Mapping[str, Mapping[str, Any]] = {
    "tab-outcome-claims": {
        "caption": "What the study prints on industry and its jobs since 2008, and what can be "
        "found.",
    },
    "fig-outcome-jobs": {
        "caption": "Salaried jobs at the end of each year, {first:d} = 100: the zone d'emploi "
        "{zone}, all {zones} zones of France together, the median of the other {coal} coal "
        "zones, the median of {alike} zones that were alike at the start.",
        "ylabel": "Salaried jobs, {first:d} = 100",
    },
    "tab-outcome-periods": {
        "caption": "Change of salaried jobs by period, and place of the zone d'emploi {zone}, the "
        "strongest growth first.",
        "labels": {
            "period": "Period",
            "here": "Here",
            "all_zones": "All zones together",
            "rank": "Place among {zones}",
            "coal_zones": "Other coal zones, median",
            "coal_rank": "Place among {coal_and_it} coal zones",
            "alike_zones": "Zones alike, median",
            "alike_rank": "Place among {alike_and_it} alike",
        },
        "formats": dict.fromkeys(("here", "all_zones", "coal_zones", "alike_zones"), "+.1f %"),
    },
    "fig-outcome-periods": {
        "caption": "Change of salaried jobs in the zone d'emploi {zone} less that of all zones "
        "together, in points, over every period between two years. Framed: the periods of the "
        "table above. The interactive view tells the period you choose.",
        "label": "Change here less that of all zones (points)",
    },
    "tab-outcome-coal": {
        "caption": "Salaried jobs of the zones d'emploi of the main towns of the nine coal basins.",
        "labels": {
            "zone": "Zone d'emploi",
            "basins": "Basin",
            "jobs": "Jobs, {last:d}",
            "whole": "{first:d}–{last:d}",
            "to_2018": "2008–2018",
            "since_2018": "2018–{last:d}",
        },
        "formats": dict.fromkeys(("whole", "to_2018", "since_2018"), "+.1f %"),
    },
    "tab-outcome-yardsticks": {
        "caption": "More or fewer zones alike, and fewer coal zones: the middle one of each, and "
        "the place of the zone d'emploi {zone} among them and itself.",
        "labels": {
            "yardstick": "Beside",
            "whole": "{first:d}–{last:d}",
            "whole_place": "Place",
            "lost": "2008–2018",
            "lost_place": "Place",
            "since": "2018–{last:d}",
            "since_place": "Place",
        },
        "formats": dict.fromkeys(("whole", "lost", "since"), "+.1f %"),
    },
    "fig-outcome-counterpart": {
        "caption": "Salaried jobs of the zone d'emploi {zone}, and of the weighted mean of zones "
        "alike that moved as it did until {until:d} ({first:d} = 100).",
        "ylabel": "Salaried jobs, {first:d} = 100",
    },
    "tab-outcome-counterparts": {
        "caption": "The zone d'emploi {zone} against counterparts fitted until four years. "
        "Placebos are zones alike taken in its place.",
        "labels": {
            "until": "Fitted until",
            "before": "Typical gap before",
            "after": "Typical gap after",
            "least": "Lowest gap",
            "gap": "Gap in {last:d}",
            "placebos": "Zones whose gap grew as much",
            "of": "Of",
        },
        "formats": {"before": ".1f %", "after": ".1f %", "least": "+.1f %", "gap": "+.1f %"},
    },
    "tab-outcome-untested": {
        "caption": "Claims on industry and its jobs that no file at hand can test, by what would.",
        "labels": {"finding": "Why", "claims": "Claims", "lines": "Lines"},
    },
}
