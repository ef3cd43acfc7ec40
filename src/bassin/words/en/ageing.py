"""Words of the chapter on ageing and the presential economy."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

SENTENCES: Mapping[str, str] = {
    "age-tertiary": "Services and administration go from {then:.1f%} of jobs in {start:d} to "
    "{now:.1f%} in {end:d}; in France from {france_then:.1f%} to {france_now:.1f%}. They rise "
    "between both censuses in {rising} of {of} intercommunalities.",
    "age-rising": "People of 65 and over: {shares}. The share rises by over {precision:.1f} point "
    "between both censuses in {rising} of {of} communes of the region, as far as files reach.",
    "age-faster": "From 2011 to 2022 the share of 65 and over rises by {here:.1f} points, in "
    "{place} by {region:.1f} and in the mainland by {france:.1f}: a census gives a share to "
    "{precision:.1f} point. The ageing index rises by {index:.0f} points, there by "
    "{index_region:.0f} and {index_france:.0f}. In proportion it is not faster: {pct:.0f%}, "
    "{pct_region:.0f%} and {pct_france:.0f%}.",
    "age-above": "People of 65 and over in {year:d}: {share:.1f%}; {around}.",
    "age-65": "The nearest censuses have it on both sides: {shares}.",
    "ageing.share_in_year": "{share:.1f%} in {year:d}",
    "ageing.share_in_place": "{share:.1f%} in {place}",
    "age-15-29": "{share:.1f%} in 2022: {own:.1f%} in {town} and {rest:.1f%} in the other "
    "communes.",
    "age-small-towns": "From 2011 to 2022 it rises by over {precision:.1f} point, what a census "
    "gives a share to, in {rising} of {communes} communes, by {points:.1f} points in the middle "
    "one; in {first:.0f%} of them from 2011 to 2016, in {second:.0f%} from 2016 to 2022. Elsewhere "
    "in the departement it rises so in {around_rising} of {around}, by {around_points:.1f} points.",
    "age-care": "By their ages its people are expected to use {more: and } of a general "
    "practitioner than those of the country.",
    "ageing.more_by_index": "{pct:.1f%} more (index of {year:d})",
    "age-source-2020": "The years written under the figure go from {start:d} to {end:d}. The note "
    "may be that of figure 2.1, which ends in 2020.",
    # Which way a share or a pace goes.
    "ageing.less_than": "less than",
    "ageing.as_much": "about as much as",
    "ageing.more_than": "more than",
    "ageing.loss": "a loss",
    "ageing.level": "level",
    "ageing.gain": "a gain",
    # What rows and places are called.
    "ageing.jobs_printed": "{place} {year:d}, all jobs (printed)",
    "ageing.jobs_found": "{place} {year:d}, salaried jobs",
}

NAMES: Mapping[str, str] = {
    "age_0_14": "0–14",
    "age_0_17": "0–17",
    "age_15_24": "15–24",
    "age_15_29": "15–29",
    "age_18_24": "18–24",
    "age_25_39": "25–39",
    "age_25_54": "25–54",
    "age_30_44": "30–44",
    "age_40_54": "40–54",
    "age_45_59": "45–59",
    "age_55_64": "55–64",
    "age_60_74": "60–74",
    "age_65_79": "65–79",
    "age_75_89": "75–89",
    "age_75_plus": "75 and over",
    "age_80_plus": "80 and over",
    "age_90_plus": "90 and over",
    "age_drawn": "yes",
    "age_not_drawn": "no",
    "presential_sphere": "Presential sphere",
}

EXHIBITS: Mapping[str, Mapping[str, Any]] = {
    "tab-age-claims": {
        "caption": "What the study prints on ageing and the presential sphere, and what the files "
        "say.",
    },
    "tab-age-twin": {
        "caption": "Years of figure 2.2 and nearest censuses. Share of the inhabitants. The study "
        "draws its values and prints none.",
        "labels": {
            "year": "Census",
            "drawn": "Drawn in figure 2.2",
            "printed_65_plus": "65+, printed",
            "found_65_plus": "65+, found",
            "printed_15_29": "15–29, printed",
            "found_15_29": "15–29, found",
        },
    },
    "fig-age-places": {
        "caption": "Share of people of 65 and over. France is the mainland in 2011, 2016 and 2022, "
        "and is without Mayotte in 2018 and 2020.",
    },
    "tab-age-paces": {
        "caption": "Ageing index (people of 65 and over for 100 under 20) in 2011 and 2022, and "
        "its rise.",
        "labels": {
            "place": "Place",
            "first": "2011",
            "last": "2022",
            "points": "Points",
            "pct": "Rise",
        },
        "notes": "The agglomeration is added up from IRIS; the others are added up by a third "
        "party.",
    },
    "map-age-old": {
        "caption": "Share of people of 65 and over by commune at four censuses, on one scale.",
    },
    "map-age-change": {
        "caption": "Change of the share of people of 65 and over, 2011 to 2022. In a village of a "
        "hundred people, one household moves it by points.",
        "label": "Change in points",
    },
    "map-age-index": {
        "caption": "Ageing index by commune, 2011 and 2022.",
    },
    "fig-age-2020": {
        "caption": "Inhabitants by age, census of 2020, in the agglomeration and the places it is "
        "in. France is without Mayotte.",
        "xlabel": "Share of the inhabitants",
        "unit": "%",
    },
    "fig-age-bands": {
        "caption": "Inhabitants by age band, 2022, in Alès, on the two sides of it, and in the "
        "whole.",
        "xlabel": "Share of the inhabitants",
        "unit": "%",
    },
    "map-age-bands": {
        "caption": "Share of each age band by commune, 2022, on one scale. Thoiras holds Corbès.",
        "label": "Share of the inhabitants",
        "titles": ["0–14", "15–29", "30–44", "45–59", "60–74", "75 and over"],
        "unit": "%",
    },
    "map-age-young": {
        "caption": "Share of people of 15 to 29 by commune, 2022. Thoiras holds Corbès.",
        "label": "People of 15 to 29",
        "unit": "%",
    },
    "fig-age-young": {
        "caption": "Share of people of 15 to 29 in the communes of over 2,000 inhabitants, 2012 "
        "and 2018.",
        "ylabel": "People of 15 to 29",
        "unit": "%",
    },
    "fig-age-sphere": {
        "caption": "Share of the presential sphere in jobs: printed by the study (1975 and 2019, "
        "all jobs), recomputed (2023, salaried jobs).",
        "xlabel": "Share of jobs",
        "unit": "%",
    },
}
