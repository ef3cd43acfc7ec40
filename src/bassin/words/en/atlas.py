"""Words of the atlas: its data and what describes them."""

from __future__ import annotations

from collections.abc import Mapping

SENTENCES: Mapping[str, str] = {
    "atlas.writing": "writing the data of the atlas",
    "atlas.written": "{folder}: {n:,} values of {indicators} indicators for {places:,} places, in "
    "{seconds:.0f} s",
    "atlas.package": "Every declared indicator for every group of communes of France",
    "atlas.package.about": "Indicators of population, ages, diplomas, care, work, incomes, "
    "dwellings, ground and risks, added up from communes by one rule each, or published of the "
    "group: for all EPCI, zones d'emploi, Territoires d'industrie, departements, regions and "
    "France, on the communes of 2023-01-01. What is missing is empty, never zero; its row says "
    "why.",
}

NAMES: Mapping[str, str] = {
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
