"""Exhibits of the chapter on the waves of reconversion, in English."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

#: Kinds of events, in the order of the lanes.
_KINDS = {
    "opening": "Opening",
    "closure": "Closure",
    "takeover": "Takeover",
    "change": "Change",
    "instrument": "Instrument",
    "law": "Law, policy",
    "milestone": "Milestone",
    "context": "Context",
}

EXHIBITS: Mapping[str, Mapping[str, Any]] = {
    "tab-waves-claims": {
        "caption": "What the study prints on the waves of reconversion, and what can be found.",
    },
    "fig-waves": {
        "caption": "Dated events of the study since {since:d}, by kind. A line is a period of "
        "several years.",
        "kinds": _KINDS,
    },
    "tab-waves-events": {
        "caption": "Every dated event of the study, in the order of time. Jobs are created, or "
        "destroyed (with a minus sign), where the text gives a number.",
        "labels": {
            "date": "Date",
            "label": "Event",
            "kind": "Kind",
            "wave": "Wave",
            "jobs": "Jobs",
            "lines": "Lines",
        },
    },
    "tab-waves-ledger": {
        "caption": "Jobs created and destroyed, as far as the text says.",
        "labels": {
            "wave": "Wave",
            "created": "Created",
            "destroyed": "Destroyed",
            "balance": "Balance",
            "events": "Events added",
            "closures": "Closures told",
            "closures_with_jobs": "Closures with a number",
        },
    },
    "tab-waves-jobs": {
        "caption": "Every number of jobs that the text ties to a date.",
        "labels": {
            "date": "Date",
            "label": "Event",
            "jobs": "Jobs",
            "effect": "What became of them",
            "added": "In the ledger",
            "lines": "Lines",
        },
    },
    "tab-waves-figure-1-1": {
        "caption": "Figure 1.1 as printed, and the share of industry recomputed.",
        "labels": {
            "year": "Year",
            "industry": "Industry",
            "total": "All private jobs",
            "printed": "Share printed",
            "recomputed": "Share recomputed",
        },
    },
    "tab-waves-changes": {
        "caption": "Changes printed in figure 1.1 against those of its own rows.",
        "labels": {
            "measure": "Jobs",
            "period": "Period",
            "start": "From",
            "end": "To",
            "printed": "Printed",
            "recomputed": "Recomputed",
            "verdict": "The printed change",
        },
    },
    "fig-waves-private": {
        "caption": "Private salaried jobs of the agglomeration: printed totals, and a later "
        "revision on the communes of 2025, which cover the same ground.",
        "ylabel": "Private salaried jobs",
    },
    "tab-waves-shares": {
        "caption": "Share of industry in private jobs (%). For 2022 the study prints "
        "{agglomeration:.1f} in the agglomeration, {region:.0f} in Occitanie and {france:.1f} in "
        "France. A region is the zones mostly in it.",
        "labels": {"area": "Area"},
    },
    "tab-waves-fabric": {
        "caption": "Industry of the agglomeration in 2022 as printed, with what follows from it. "
        "The zone d'emploi is another perimeter and a later revision.",
        "labels": {
            "industry": "Industry",
            "establishments": "Establishments",
            "employees": "Employees",
            "size": "Mean size",
            "share_pct": "Share of industry, %",
            "zone": "Employees in the zone",
            "quotient": "Location quotient",
        },
    },
    "fig-waves-quotients": {
        "caption": "Location quotients of the industries of the zone d'emploi {zone}: private jobs "
        "of {end:d} (dots), and how far they go over private jobs of four years and all salaried "
        "jobs of two (lines). At 1 an industry weighs as much as in France.",
        "xlabel": "Location quotient, France = 1",
    },
    "fig-waves-shift-share": {
        "caption": "Shift-share of private jobs in the zone d'emploi {zone}, {start:d}–{end:d}.",
        "xlabel": "Private salaried jobs",
    },
    "tab-waves-shift-share": {
        "caption": "Shift-share of the industries of the zone d'emploi, {start:d}–{end:d}. The "
        "three parts add up to the change.",
        "labels": {
            "industry": "Industry",
            "start": "{start:d}",
            "end": "{end:d}",
            "change": "Change",
            "national": "National growth",
            "mix": "Industry mix",
            "residual": "Residual",
        },
    },
    "tab-waves-windows": {
        "caption": "Change of private jobs in the zone d'emploi {zone} and in France, and "
        "the residual of the shift-share in jobs, between any two years at hand.",
        "labels": {
            "window": "Years",
            "zone_pct": "Industry, zone",
            "france_pct": "Industry, France",
            "residual": "Residual, industry",
            "all_zone_pct": "All, zone",
            "all_france_pct": "All, France",
            "all_residual": "Residual, all",
        },
    },
    "tab-waves-untested": {
        "caption": "Claims on this topic that no file at hand can test, by what would.",
        "labels": {"finding": "Why", "claims": "Claims", "lines": "Lines"},
    },
}

NAMES: Mapping[str, str] = {
    # Kinds of events, in a table.
    **{f"kind_{kind}": said for kind, said in _KINDS.items()},
    # Columns that are there once the publisher's file is.
    "industry_found": "Industry, URSSAF",
    "total_found": "All private jobs, URSSAF",
    "establishments_found": "Establishments, URSSAF",
    "employees_found": "Employees, URSSAF",
    # Series of charts.
    "jobs_national": "National growth",
    "jobs_mix": "Industry mix",
    "jobs_residual": "Residual",
}
