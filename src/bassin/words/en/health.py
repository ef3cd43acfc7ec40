"""Words of the chapter on access to care."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

NAMES: Mapping[str, str] = {
    "doctors_all": "all",
    "doctors_under_65": "under 65",
    "general_practitioner": "General practitioners",
    "general_practitioner_under_65": "General practitioners under 65",
    "nurse": "Nurses",
    "dentist": "Dentists",
    "midwife": "Midwives",
    "pharmacy": "Pharmacies",
    "zone_priority": "priority intervention",
    "zone_complementary": "complementary action",
    "zone_regional": "regional action",
    "zone_outside": "outside the zoning",
    "zone_unavailable": "not available",
    "access_ratio": "ratio",
    "access_two_step": "two-step",
    "access_three_step": "three-step",
    "decay_step": "step",
    "decay_zones": "zones",
    "decay_gaussian": "Gaussian",
    "decay_linear": "linear",
    "roads_modelled": "as modelled",
    "roads_in_field": "with the field of the errors",
    "roads_between_halls": "all as between town halls",
    "roads_known": "as the known ways of each side",
    "care_inside": "in the agglomeration",
    "care_outside": "in the rest of the departement",
}

SENTENCES: Mapping[str, str] = {
    "care.side_above": "Doctors within 30 minutes for one possible patient, the measure the study "
    "quotes: {quoted} the country in 2019 by modelled minutes. "
    "By the official index it is above in {n} of {of} comparisons of "
    "{years: and |d}{level}{least}, in {since} since.{outdated}",
    "care.side_under": "Doctors within 30 minutes for one possible patient, the measure the study "
    "quotes: {quoted} the country in 2019 by modelled minutes. "
    "By the official index it is under in {n} of {of} comparisons of "
    "{years: and |d}{level}{least}, in {since} since.{outdated}",
    "care.side_detail": "On other roads: {field} with a field of the errors of the "
    "model, {known} with the ways known there (minutes {lean} than modelled); {turn}. "
    "Consultations a year by the straight line, against France on the common field: "
    "{each:; }.{mines}",
    "care.above": "{percent:.0f%} above",
    "care.under": "{percent:.0f%} under",
    "care.longer": "{percent:.0f%} longer",
    "care.shorter": "{percent:.0f%} shorter",
    "care.turn": "it would have as many as the country were its ways {change} than modelled",
    "care.turn_none": "no change of the ways of the side in reach gives it as many as the country",
    "care.level": " and level in {n}",
    "care.least": ", by {least:.2f} or more where {asked:.1f} is asked",
    "care.mines": " By distance to the mines, all doctors {year:d}: near {near:.2f}, far "
    "{far:.2f}, France {country:.2f}.",
    "care.count": "{n} of {of}",
    "care.none": "none",
    "care.outdated": " Outdated since {year:d}.",
    "care.all_doctors": "all doctors {told}",
    "care.doctors_under_65": "doctors under 65 {told}",
    "care.against": "{year:d} {here:.2f} against {country:.2f}",
    "care-filieris": "The register lists {n} Filieris establishments, {centres} of them health "
    "centres, which the law opens to all, in {communes} communes.",
    "care.settings": "{settings}",
    "care.setting": "{decay} at {width:d} minutes",
}

_BOTH = {"doctors": "Doctors", "year": "Year"}
_DOCTORS = "doctors for 10,000 inhabitants"

EXHIBITS: Mapping[str, Mapping[str, Any]] = {
    "tab-health-claims": {
        "caption": "What the study prints on access to care, and what the files say.",
        "source": "the lines given of the study; the files cited in this chapter",
    },
    "map-apl": {
        "caption": "Access to general practitioners by commune, 2016, 2018, 2022 and 2023.",
    },
    "tab-underserved": {
        "caption": "Communes and inhabitants under 2.5 consultations a year, for all doctors and "
        "for those under 65. Inhabitants at the census two years before, as the DREES counts "
        "them. France is the common field, all of France with overseas but Mayotte and "
        "the cities that it leaves out.",
        "labels": {
            **_BOTH,
            "communes": "Communes",
            "communes_pct": "Share of communes",
            "country_communes_pct": "France: communes",
            "inhabitants": "Inhabitants",
            "inhabitants_pct": "Share of inhabitants",
            "country_pct": "France: inhabitants",
            "france_pct": "All of France",
            "without_value": "Communes without a value",
        },
    },
    "fig-apl-areas": {
        "caption": "Mean access to general practitioners, all doctors. The common field is that "
        "of all four editions; France is without Mayotte.",
        "vlines": {2020: "another edition"},
    },
    "tab-apl-areas": {
        "caption": "Mean access to general practitioners, for all doctors and for those under 65. "
        "France is without Mayotte, and has no mean in the editions of 2016 and 2018.",
        "labels": _BOTH,
    },
    "map-apl-change": {
        "caption": "Change of access to general practitioners within each edition of the index.",
        "label": "Change, consultations a year per inhabitant",
        "titles": ["2016 to 2018", "2022 to 2023"],
    },
    "fig-apl-sides": {
        "caption": "Access to general practitioners, all doctors, by commune (dots) and weighted "
        "mean (bars), by side of Alès.",
        "thresholds": {2.5: "underserved"},
    },
    "tab-apl-sides": {
        "caption": "Mean access to general practitioners by side of Alès, weighted by "
        "standardised population, for all doctors and for those under 65.",
        "labels": {**_BOTH, "country": "France, common field"},
    },
    "tab-practitioners": {
        "caption": "Health professionals and pharmacies in the agglomeration.",
        "labels": {"year": "Year", "gp_per_10000": "GPs per 10,000 inhabitants"},
    },
    "fig-professions": {
        "caption": "Access to nurses, dentists and midwives in 2023; France = 100.",
        "xlabel": "Index, France = 100",
    },
    "tab-filieris": {
        "caption": "Establishments of the Filieris network in the agglomeration.",
        "labels": {"commune": "Commune", "name": "Name in the register", "category": "Kind"},
    },
    "map-zoning": {
        "caption": "Zoning of general practitioners, 2025.",
        "label": "Zone",
    },
    "map-care": {
        "caption": "Rebuilt access to general practitioners, 2019, and the interval that holds "
        "nine of ten draws of the error of travel times.",
        "label": "General practitioners for 10,000 inhabitants",
        "titles": ["Index", "Low end", "High end"],
    },
    "tab-care-settings": {
        "caption": "Mean of the rebuilt index on either side of Alès, the country being 100, at "
        "15, 30 and 45 minutes.",
        "labels": {
            "measure": "Measure",
            "decay": "Weights",
            "north_west_15": "N & W, 15 min",
            "north_west_30": "N & W, 30 min",
            "north_west_45": "N & W, 45 min",
            "south_east_15": "S & E, 15 min",
            "south_east_30": "S & E, 30 min",
            "south_east_45": "S & E, 45 min",
        },
    },
    "tab-care-roads": {
        "caption": f"Rebuilt index of 2019, {_DOCTORS}, by what is held of the roads: minutes as "
        "modelled, with what places bring to the errors of the model, all cut as on the ways "
        "between town halls, or each way as the known ones of its side; and draws of the error of "
        "the minutes in which the south and east are above the country.",
        "labels": {
            "roads": "Minutes",
            "north_west": "North and west",
            "south_east": "South and east",
            "country": "Country",
            "above_pct": "South and east above, % of draws",
        },
    },
    "fig-care-apl": {
        "caption": "The rebuilt index of 2019 against the official one of 2018, communes of the "
        "Gard.",
        "xlabel": f"Rebuilt: {_DOCTORS}",
        "ylabel": "Official: consultations a year per inhabitant",
    },
    "tab-care-gaps": {
        "caption": "Communes of the agglomeration where the two indices part most. Gap of ranks "
        "in % of the communes of the Gard: negative where the rebuilt index is the less "
        "favourable.",
        "labels": {
            "commune": "Commune",
            "rebuilt": "Rebuilt",
            "official": "Official",
            "rank_gap": "Gap of ranks",
        },
    },
    "tab-care-more": {
        "caption": "One more general practitioner: index of the commune, communes that gain over "
        "a hundredth of the national mean, part of the doctor's time that stays in the "
        "agglomeration, inhabitants of it brought from under the national mean to it, to two "
        "digits.",
        "labels": {
            "commune": "In",
            "before": "Index before",
            "after": "After",
            "communes": "Communes that gain",
            "inside_pct": "Time inside",
            "lifted": "People brought to the mean",
        },
    },
    "map-care-more": {
        "caption": "Gain from one more general practitioner, by the commune where the practice "
        "opens.",
        "label": f"Gain, {_DOCTORS}",
    },
}
