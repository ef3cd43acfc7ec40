"""Words of the atlas: its data and what describes them."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

SENTENCES: Mapping[str, str | Mapping[str, str]] = {
    "atlas.writing": "writing the data of the atlas",
    "atlas.written": "{folder}: {n:,} values of {indicators} indicators for {places:,} places, in "
    "{seconds:.0f} s",
    "atlas.package": "Every declared indicator for every group of communes of France",
    "atlas.package.about": "Indicators of population, ages, diplomas, care, work, incomes, "
    "dwellings, ground and risks, added up from communes by one rule each, or published of the "
    "group: for all EPCI, zones d'emploi, Territoires d'industrie, departements, regions and "
    "France, on the communes of 2023-01-01. What is missing is empty, never zero; its row says "
    "why.",
    "atlas.alt.alike": "A list of the {n} intercommunalities that more than one of {of} ways finds "
    "near {place}",
    "atlas.alt.compare": "A table of {n} indicators for {names}",
    "atlas.alt.map": "A map of the intercommunalities of France in five classes of about as many: "
    "{label}; {n} of {of} have a value",
    "atlas.alt.said": "A map of where it is more than in France, by the margins of the portraits: "
    "{label}; {higher} are above, {lower} below, {level} within the margin, of {unsure} it cannot "
    "be told",
    "atlas.alt.scatter": "Each of {n} intercommunalities a dot: {across} across, {up} up; the rank "
    "correlation is {rho:.2f}",
    "atlas.alt.table": "A table of all intercommunalities. The highest by {label}: {names}",
    "atlas.axis.agree": "Ways that find it near",
    "atlas.book": "The atlas of the intercommunalities of France",
    "atlas.part": "The atlas",
    "atlas.sentence": "More than in France: {what}",
    "atlas.title.alike": "Intercommunalities alike",
    "atlas.title.compare": "Intercommunalities beside each other",
    "atlas.title.map": "Map of every indicator",
    "atlas.title.said": "Map of where a sentence is true",
    "atlas.title.table": "Table of the intercommunalities",
    "atlas.page.agree": "Near by more than one way",
    "atlas.page.by": "{name}: {n} of {of} ways",
    "atlas.page.departement": "Dep.",
    "atlas.page.counted": "{label} ({n})",
    "atlas.page.found": {"one": "{n} intercommunality", "other": "{n} intercommunalities"},
    "atlas.page.from_to": "{low} to {high} ({n})",
    "atlas.page.from_under": "{low} to under {high} ({n})",
    "atlas.page.indicator": "Indicator",
    "atlas.page.lacking": "no value ({n})",
    "atlas.page.lacks": "It has too few of these indicators.",
    "atlas.page.map": "Map of the intercommunalities; arrow keys go from one to the next",
    "atlas.page.name": "Intercommunality",
    "atlas.page.nobody": "None is near by more than one way.",
    "atlas.page.none": "–",
    "atlas.page.nth": "Place {n}",
    "atlas.page.place": "Find an intercommunality",
    "atlas.page.rank": "{rank} of {of}",
    "atlas.page.search": "Search by name",
    "atlas.page.sentence": "Sentence",
    "atlas.page.state": "{name}: {state}.",
    "atlas.page.told": "{name}: {value}, number {rank} from the highest",
    "atlas.page.untold_still": "no value",
    "atlas.page.untold": "{name}: no value",
}

NAMES: Mapping[str, str] = {
    "atlas.alike.traits": "Twelve traits, each counting the same",
    "atlas.alike.domains": "Five domains, each counting the same",
    "atlas.alike.size": "Inhabitants and density",
    "atlas.alike.history": "Change of inhabitants since 1968",
    "atlas.said.higher": "true: beyond the margin",
    "atlas.said.lower": "false: below France, beyond the margin",
    "atlas.said.level": "cannot be told: within the margin",
    "atlas.said.unsure": "cannot be told: no value, or no margin",
    "atlas.table.values": "A row an indicator and a place",
    "atlas.table.values_by_perimeter": "A row an indicator of several editions and a perimeter "
    "that an EPCI had since 2014",
    "atlas.table.places_by_indicator": "A row a place, a column an indicator",
    "atlas.table.places": "The places",
    "atlas.table.indicators": "The indicators",
    "atlas.field.kind": "Kind of group of communes",
    "atlas.field.code": "Code of the group: SIREN of an EPCI, code of INSEE, of the ANCT for a "
    "Territoire d'industrie, FR for France",
    "atlas.field.name": "Name of the group, as its publisher has it",
    "atlas.field.indicator": "Key of the indicator, as in the table of indicators",
    "atlas.field.vintage": "Edition of the file of the indicator",
    "atlas.field.value": "Value, in the unit of the indicator; empty where there is none",
    "atlas.field.status": "What the value is, or why there is none",
    "atlas.field.communes": "Communes of 2023 of the group; in a table of values, those with one",
    "atlas.field.missing": "Communes of the group without a value",
    "atlas.field.masked": "Of an indicator, what its publisher masks; of a group, its communes "
    "whose value is masked",
    "atlas.field.merged": "Communes of the group that the file counts in another",
    "atlas.field.inhabitants": "Inhabitants in force on 2023-01-01; empty where a commune has none",
    "atlas.field.lost": "SIREN of its members whose communes no file gives; it has then no value",
    "atlas.field.label": "What the indicator is called",
    "atlas.field.counts": "What it counts",
    "atlas.field.unit": "What a number of it is in",
    "atlas.field.better": "Which of two places is better off",
    "atlas.field.added": "How communes are added up",
    "atlas.field.since": "First year, that the indicator is of or the perimeter was in force",
    "atlas.field.until": "Last year, that the indicator is of or the perimeter was in force",
    "atlas.field.geography": "Date of the communes of its file",
    "atlas.field.where": "Where it exists",
    "atlas.field.publishers": "Publishers of its files",
    "atlas.field.licences": "Licences of its files",
    "atlas.field.files": "Its files, and what their publishers call the columns",
    "atlas.status.whole": "of every commune of the group",
    "atlas.status.part": "of the communes that have one, as many as the indicator asks for",
    "atlas.status.published": "published of the group",
    "atlas.status.mainland": "published of the mainland, given in the row of France",
    "atlas.status.missing": "none: communes of the group have no value",
    "atlas.status.masked": "none: the value of communes of the group is masked",
    "atlas.status.not_published": "none: no sum of communes gives it, and none is published",
    "atlas.status.no_base": "none: there is nothing to be a share or a mean of",
    "atlas.status.lost": "none: no file gives all communes of the group",
}

EXHIBITS: Mapping[str, Mapping[str, Any]] = {
    "map-atlas": {
        "caption": "Every indicator of all intercommunalities of 2023, in five classes of about as "
        "many. Hatched: no value. Places overseas stand beside the mainland, at scales of their "
        "own; the outlines are simplified. Number 1 has the highest value; places written alike "
        "share a number, and those within the error of a survey are ranked too.",
    },
    "map-atlas-said": {
        "caption": "Where an intercommunality is above France, by the same margins as the "
        "sentences of the portraits: half the interval of a census, the precision that a publisher "
        "states, or the last digit written. Within the margin, and where either value is missing, "
        "it cannot be told.",
    },
    "fig-atlas-table": {
        "caption": "All intercommunalities of 2023. A head sorts them, a part of a name finds "
        "them, with or without accents. A name that is underlined leads to its summary.",
    },
    "fig-atlas-compare": {
        "caption": "Up to four intercommunalities on every indicator, each with its rank among "
        "those that have a value. A dash: no value.",
    },
    "fig-atlas-alike": {
        "caption": "The ten intercommunalities nearest to one, by four ways to tell it. Distance "
        "is the root of the mean square of the gaps, in standard deviations of all; of domains, "
        "the mean of those of each.",
    },
    "fig-atlas-scatter": {
        "caption": "Share of jobs in industry, 2022, against the poverty rate, 2021, in each "
        "intercommunality that has both.",
    },
    "tab-atlas-among": {
        "caption": "The middle intercommunality of each kind, and of how many.",
        "labels": {
            "indicator": "Indicator",
            "peer_coal": "Coal basins",
            "n_peer_coal": "of",
            "peer_industry": "Territoires d'industrie",
            "n_peer_industry": "of",
            "peer_other": "Others",
            "n_peer_other": "of",
        },
    },
    "tab-atlas-labelled": {
        "caption": "Territoires d'industrie of 2018 with the largest share of unemployed, census "
        "of 2022, on the communes of their members. Of their jobs in industry no file tells.",
        "labels": {
            "place": "Territoire d'industrie",
            "unemployed_2022": "Unemployed of the active",
            "below_bac_2022": "Diploma below the bac",
            "population_2023": "Inhabitants, 2023",
        },
        "formats": {
            "unemployed_2022": ".1f %",
            "below_bac_2022": ".1f %",
            "population_2023": ",.0f",
        },
    },
}
