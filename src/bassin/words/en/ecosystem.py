"""Words on the actors the text names, their relations, the prize and training, in English."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

NAMES: Mapping[str, str] = {
    # What an actor is.
    "actor_authority": "authority",
    "actor_collective": "collective",
    "actor_culture": "culture",
    "actor_firm": "firm",
    "actor_network": "network",
    "actor_state": "state",
    "actor_support": "support",
    "actor_training": "training",
    # Where it is.
    "around_local": "The basin",
    "around_east": "East",
    "around_west": "West",
    "around_south": "Nîmes",
    "around_gard": "Rest of the Gard",
    "around_occitanie": "Occitanie",
    "around_national": "France",
    "around_abroad": "Abroad",
    # What a relation is about.
    "relation_employment": "employment",
    "relation_founding": "founding",
    "relation_funding": "funding",
    "relation_governance": "governance",
    "relation_membership": "membership",
    "relation_merger": "merger",
    "relation_organisation": "organisation",
    "relation_ownership": "ownership",
    "relation_partnership": "partnership",
    "relation_premises": "premises",
    "relation_prize": "prize",
    "relation_referral": "referral",
    "relation_research": "research",
    "relation_supply": "supply",
    "relation_support": "support",
    "relation_training": "training",
    "relation_young_people": "young people",
    # How it is known, in a table and in the figure.
    "told_named": "two named parties",
    "told_asserted": "said of a place",
    "told_located": "inferred from a place",
    "told_hoped": "hoped for",
    "told_denied": "denied",
    "edge_named": "Two named parties",
    "edge_inferred": "Said or inferred",
    "edge_hoped": "Hoped for",
    "edge_denied": "Denied",
    # Ways to count partners to the east and to the west.
    "reading_all": "All links the text holds to exist",
    "reading_chapter_4": "Chapter 4 alone",
    "reading_named": "Between two named parties only",
    "reading_by_commune": "A commune counted once",
    "reading_south_east": "Nîmes counted as east",
    "reading_region_west": "Bodies of the region counted as west",
    "reading_hoped": "Links hoped for counted too",
    "reading_hoped_region_west": "Both hoped-for links and bodies of the region",
    # The prize.
    "prize_euros_a_laureate": "Euros a laureate",
    "prize_euros_an_edition": "Euros an edition",
    "prize_euros_a_job": "Euros a job",
    "prize_jobs_a_laureate": "Jobs a laureate",
    "prize_active": "Projects still active",
    "prize_jobs_an_active": "Jobs a project still active",
    "prize_industrial": "Industrial laureates",
    "prize_laureates_an_edition": "Laureates an edition",
    "prize_chance_low": "Laureates for 100 applications, at least",
    "prize_chance_high": "Laureates for 100 applications, at most",
    "prize_won_of_10": "Laureates for 10 projects heard",
    "prize_in_euros": "euros",
    "prize_in_jobs": "jobs",
    "prize_in_projects": "projects",
    # Kinds of places of training.
    "training_general_lycee": "General or technological lycée",
    "training_vocational_lycee": "Vocational lycée",
    "training_agricultural_lycee": "Agricultural lycée",
    "training_vocational_section": "Vocational section of a lycée",
    "training_technician_section": "Section of technicians, preparatory class",
    "training_apprentices": "Centre of apprentices",
    "training_engineers": "School of engineers",
    "training_health": "School of care",
    "training_other_higher": "Other higher education",
    "training_greta": "GRETA",
    "training_other_continuing": "Other training of adults",
}

SENTENCES: Mapping[str, str] = {
    "eco-east-told": "{east:.0f} partners to the east, {west:.0f} to the west; an even chance does "
    "as much {chances:.0f} times in 100. Other readings give {least:.0f}-{most:.0f%} to the east.",
    "eco-enclave": "Between two named parties, the text tells {inner} relations within the basin, "
    "{near} with the rest of the region and the east, {far} with the rest of France and abroad.",
    "eco-laureate-years": "{years: and |d} are within {first:d}-{last:d}. The same firm counts "
    "twice among the laureates.",
    "eco-meetings-2016": "Held every {every} years and in {first:d}, they fall in "
    "{falls: and |d}, not in {second:d}.",
    "eco-meetings-2016.follows": "{second:d} follows from {first:d}.",
    "eco-prize-editions": "Edition number {number} falls, {each:; }. That {skipped:d} had none "
    "matters only if they run past it, and the study is of {study:d}.",
    "eco-prize-founder": "By line 492 it is born of a merger in {born:d}, after both years printed "
    "for the prize ({years: and |d}). The Grand Alès came before it.",
    "eco-prize-founder.before": "It is born in {born:d}, by line 492.",
    "eco-prize-year": "Line {lines} says {year:d}.",
    "eco-school-title": "Lines 1047 and 1058 have it founded in {founded:d} and a school of "
    "engineers in {title:d}.",
    "eco-toulouse": "The text tells {held} relations with an actor of Toulouse, and {region} with "
    "bodies of the region as a whole.",
    "eco-uimm-laudun": "Of the communes of the Gard {farther:.0f%} lie farther east than "
    "Laudun-l'Ardoise, which is {apart:.0f} km from Bagnols-sur-Cèze, middle to middle.",
    "ecosystem.edition": "from {founded:d}, in {year:d}",
    "ecosystem.euros": "{n:,.0f euros}",
}

EXHIBITS: Mapping[str, Mapping[str, Any]] = {
    "tab-ecosystem-claims": {
        "caption": "What the study prints on actors, links and the prize, and what can be said of "
        "it.",
    },
    "tab-ecosystem-types": {
        "folded": "Actors by type",
        "caption": "Actors named by the study, by type; those with a relation that the text holds "
        "to exist.",
        "labels": {
            "type": "Type",
            "in_basin": "In the basin",
            "outside": "Out of it",
            "linked": "With a relation",
        },
    },
    "fig-ecosystem-network": {
        "caption": "Actors and relations told by chapter 4 and the conclusion of the study. A "
        "marker grows with the number of relations. Actors out of the basin stand where they are: "
        "east to the right, west to the left.",
    },
    "tab-ecosystem-centrality": {
        "folded": "The actors with most relations",
        "caption": "The actors with most relations between named parties.",
        "labels": {
            "name": "Actor",
            "type": "Type",
            "degree": "Relations",
            "betweenness": "Betweenness",
        },
    },
    "tab-ecosystem-sides": {
        "folded": "Partners by where they are, and how the text knows of them",
        "caption": "Partners out of the basin, each counted once, under the best evidence of a "
        "link.",
        "labels": {
            "side": "Where",
            "named": "Two named parties",
            "asserted": "Said of a place",
            "located": "Inferred from a place",
            "hoped": "Hoped for",
            "denied": "Denied",
        },
    },
    "tab-ecosystem-partners": {
        "folded": "Links to the east, to Nîmes and to the west",
        "caption": "Links to the east, to Nîmes and to the west. Distance from the middle of Alès "
        "as the crow flies.",
        "labels": {
            "name": "Partner",
            "side": "Side",
            "place": "Commune",
            "distance_km": "Distance",
            "basis": "Known by",
            "kind": "Kind",
            "lines": "Lines",
        },
    },
    "tab-ecosystem-odds": {
        "caption": "Partners east and west in several readings of the text.",
        "folded": "Partners east and west, under other readings",
        "labels": {
            "reading": "Reading",
            "east": "East",
            "west": "West",
            "east_pct": "Share east",
        },
    },
    "tab-ecosystem-editions": {
        "folded": "Editions of the prize by founding year",
        "caption": "Year of the last edition counted, for each founding year printed.",
        "labels": {
            "founded": "Founded",
            "lines": "Lines",
            "editions": "Editions",
            "last": "Year of the last",
        },
    },
    "tab-ecosystem-prize": {
        "folded": "What follows from the figures of the prize",
        "caption": "What follows from the figures printed on Alès Audace. None of them can be "
        "checked: the list of laureates is not at hand.",
        "labels": {"measure": "Measure", "value": "Value", "unit": "Unit"},
    },
    "tab-ecosystem-training": {
        "folded": "Places of training that the study names",
        "caption": "Places of training the study names, in the basin and near it.",
        "labels": {
            "place": "Place",
            "where": "Commune",
            "side": "Side",
            "trains_in": "Trains in",
            "since": "Since",
            "lines": "Lines",
        },
    },
    "map-ecosystem-training": {
        "caption": "Lycées and places of training by commune, 2013; outlined, the communes where "
        "the study names one.",
        "label": "Places of training",
        "highlight_label": "named by the study",
    },
    "tab-ecosystem-kinds": {
        "folded": "Places of training in the register",
        "caption": "Lycées and places of training in the communes of the agglomeration, 2013.",
        "labels": {
            "kind": "Kind",
            "places": "Places",
            "communes": "Communes",
            "centre": "In Alès",
        },
    },
    "tab-ecosystem-untested": {
        "folded": "Claims without a file, one by one",
        "caption": "Dates, counts and statements of the study on its actors that no file at hand "
        "can test.",
    },
}
