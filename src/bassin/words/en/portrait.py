"""Sentences of the portrait of any intercommunality, in English."""

from __future__ import annotations

from collections.abc import Mapping

from bassin.words.en.declarations import FIELDS

#: What is measured, as the subject of a sentence: key of an indicator without its years.
_MEASURED: Mapping[str, str] = {
    "share_65_plus": "the share of inhabitants of 65 and over",
    "ageing_index": "the number of people of 65 and over for 100 under 20",
    "retired": "the share of retired people among those of 15 and over",
    "one_person": "the share of households of one person",
    "lone_parent": "the share of households of one parent with children",
    "growth": "the change of the number of inhabitants",
    "migratory_balance": "the apparent balance of arrivals and departures a year",
    "jobs_per_worker": "the number of jobs per 100 employed residents",
    "industry_jobs": "the share of industry in all jobs",
    "large_establishments_jobs": "the share of salaried jobs in establishments of 100 and more",
    "unemployed": "the unemployment rate in the census sense, at 15 to 64",
    "youth_unemployed": "the unemployment rate in the census sense, at 15 to 24",
    "median_income": "the median standard of living a year",
    "poverty_rate": "the poverty rate",
    "d9_d1": "the ratio of the floor of the richest tenth to the ceiling of the poorest (D9/D1)",
    "below_bac": "the share of people of 15 and over, out of school, without the bac",
    "higher_education": "the share of people of 15 and over, out of school, with a diploma above "
    "the bac",
    "neet": "the share of people of 15 to 24 neither in work nor in study",
    "gp": "access to general practitioners, in consultations a year for an inhabitant (APL),",
    "underserved": "the share of inhabitants in a commune short of general practitioners (under "
    "2.5 consultations a year)",
    "nurse": "the number of nurses within reach of 100,000 people, in full-time posts,",
    "dentist": "the number of dentists within reach of 100,000 people, in full-time posts,",
    "plan_people_pct": "the share of inhabitants in a commune with a plan for natural risks",
    "floods_per_commune": "the mean number of floods recognised as natural disasters a commune",
    "fires_per_100_km2": "the number of forest fires a year for 100 km²",
    "land_taken_pct": "the share of the ground taken from fields, forests and nature",
    "vacant_census": "the share of dwellings that the census finds vacant",
    "vacant_pct": "the share of private dwellings that are vacant",
    "vacant_2y_pct": "the share of private dwellings vacant for over two years",
    "house_price": "the mean price of a square metre of the dwellings sold",
}
#: Whose change in percent is set beside those of other places.
_GROWN: Mapping[str, str] = {"private_jobs": "the number of salaried jobs of private employers"}
#: What has changed between two vintages.
_CHANGED: Mapping[str, str] = {
    "share_65_plus": _MEASURED["share_65_plus"],
    "one_person": _MEASURED["one_person"],
    "below_bac": _MEASURED["below_bac"],
    "gp": _MEASURED["gp"],
    "private_jobs": "the number of salaried jobs of private employers",
    "vacant_census": _MEASURED["vacant_census"],
}
#: By what intercommunalities are put in order.
_RANKED: Mapping[str, str] = {
    **{
        key: _MEASURED[key].rstrip(",")
        for key in (
            *("growth", "migratory_balance", "share_65_plus", "industry_jobs"),
            *("large_establishments_jobs", "jobs_per_worker", "unemployed", "median_income"),
            *("poverty_rate", "below_bac", "higher_education", "gp", "vacant_census"),
        )
    },
    "population": "the number of inhabitants",
    "car_pct": "the share of workers who drive to work",
}
#: How a value stands beside those of two places, the near one and the country.
_BESIDE: Mapping[str, str] = {
    "alone": "",
    "near_higher": ", higher than in {near} ({near_value})",
    "near_lower": ", lower than in {near} ({near_value})",
    "near_level": ", about the same as in {near} ({near_value})",
    "far_higher": ", higher than in {far} ({far_value})",
    "far_lower": ", lower than in {far} ({far_value})",
    "far_level": ", about the same as in {far} ({far_value})",
    "higher_higher": ", higher than in {near} ({near_value}), and in {far} ({far_value})",
    "higher_lower": ", higher than in {near} ({near_value}), and lower than in {far} ({far_value})",
    "higher_level": ", higher than in {near} ({near_value}), and about the same as in {far} "
    "({far_value})",
    "lower_higher": ", lower than in {near} ({near_value}), and higher than in {far} ({far_value})",
    "lower_lower": ", lower than in {near} ({near_value}), and in {far} ({far_value})",
    "lower_level": ", lower than in {near} ({near_value}), and about the same as in {far} "
    "({far_value})",
    "level_higher": ", about the same as in {near} ({near_value}), and higher than in {far} "
    "({far_value})",
    "level_lower": ", about the same as in {near} ({near_value}), and lower than in {far} "
    "({far_value})",
    "level_level": ", about the same as in {near} ({near_value}), and in {far} ({far_value})",
}
#: Births against deaths, arrivals against departures.
_NATURAL: Mapping[str, str] = {
    "gain": "births outnumbered deaths by {natural:.1f}",
    "loss": "deaths outnumbered births by {natural:.1f}",
    "even": "births and deaths were about as many",
}
_MOVES: Mapping[str, str] = {
    "gain": "arrivals outnumbered departures by {moves:.1f}",
    "loss": "departures outnumbered arrivals by {moves:.1f}",
    "even": "arrivals and departures were about as many",
}

NAMES: Mapping[str, str] = {
    **{f"field.{key}": said for key, said in FIELDS.items()},
    **{f"france_of.{key}": said for key, said in FIELDS.items()},
    "france_of.without_mayotte": "France without Mayotte",
    "france_of.without_guiana": "France without French Guiana and Mayotte",
    "france_of.metropole": "mainland France",
    "france_of.filosofi": "mainland France",
    "france_of.without_corsica": "France without Corsica and Mayotte",
    "france_of.groups": "mainland France",
    "france_of.territory_at_hand": "France",
    "france_of.land_register": "mainland France without Alsace and Moselle",
}

SENTENCES: Mapping[str, str | Mapping[str, str]] = {
    **{
        f"portrait.{key}.{beside}": f"In {{period}}, {said} in {{place:the}} was {{here}}{end}."
        for key, said in _MEASURED.items()
        for beside, end in _BESIDE.items()
    },
    **{
        f"portrait.{key}.{became}": f"In {{place:the}}, {said} {end}."
        for key, said in _CHANGED.items()
        for became, end in {
            "rose": "rose from {before} in {start} to {after} in {end}",
            "fell": "fell from {before} in {start} to {after} in {end}",
            "held": "was about the same in {end} ({after}) as in {start} ({before})",
        }.items()
    },
    **{
        f"portrait.{key}.grown_{beside}": f"From {{start:d}} to {{end:d}}, the change of {said} in "
        f"{{place:the}} was {{here:+.1f%}}{end}.".replace("_value}", "_value:+.1f%}")
        for key, said in _GROWN.items()
        for beside, end in _BESIDE.items()
    },
    **{
        f"portrait.{key}.rank": f"By {said} ({{period}}), {{place:the}} ranks "
        "{first} of {of} EPCI, the highest first ({here})."
        for key, said in _RANKED.items()
    },
    **{
        f"portrait.{key}.ranks": f"By {said} ({{period}}), {{place:the}} ranks between "
        "{first} and {last} of {of} EPCI, the highest first ({here}): those between cannot be "
        "told apart."
        for key, said in _RANKED.items()
    },
    **{
        f"portrait.balance.{natural}_{moves}": "In {place:the}, from {start:d} to {end:d}, a year "
        "and "
        f"for 1,000 inhabitants, {said} and {moved}."
        for natural, said in _NATURAL.items()
        for moves, moved in _MOVES.items()
    },
    "portrait.year": "{year:d}",
    "portrait.span": "{start:d}–{end:d}",
    "portrait.its_departement": "its departement, {name}",
    "portrait.most_departement": "the departement of most of its communes, {name}",
    "portrait.its_zone": "its zone d'emploi, {name}",
    "portrait.first_departement": "the first of its departements, {name}",
    "portrait.largest_zone": "the zone d'emploi of the largest part of its inhabitants, {name}",
    # Around the text.
    "portrait.caption": {
        "one": "{n} sentence; each of its numbers is in the data.",
        "other": "{n} sentences; each of their numbers is in the data.",
    },
    "portrait.unsaid": "What could not be said ({n})",
    "portrait.nothing": "Nothing is said.",
    # Perimeters.
    "portrait.size": {
        "one": "{place:The} is made of {n} commune and has {people} inhabitants in {year:d}.",
        "other": "{place:The} is made of {n} communes and has {people} inhabitants in {year:d}.",
    },
    "portrait.largest": "The largest commune of {place:the}, {name}, has {people} inhabitants, "
    "{share:.0f%} of them all.",
    "portrait.two_largest": "The two largest communes of {place:the}, {name} and {other}, have "
    "about as many inhabitants ({people} and {other_people}).",
    "portrait.departement": {
        "one": "The commune of {place:the} is in the departement {name}, region {region:name}.",
        "other": "All communes of {place:the} are in the departement {name}, region {region:name}.",
    },
    "portrait.straddles": "{place:The} straddles {departements} departements ({names}), in the "
    "region {region:name}; it is compared with {name}, which has {count} of its {of} communes.",
    "portrait.straddles_regions": "{place:The} straddles {departements} departements ({names}) "
    "and the regions {regions: and |name}; it is compared with {name}, which has {count} of its "
    "{of} "
    "communes.",
    "portrait.one_zone": {
        "one": "The commune of {place:the} is in the zone d'emploi {zone}.",
        "other": "All {n} communes of {place:the} are in the zone d'emploi {zone}.",
    },
    "portrait.zones": "The communes of {place:the} are in {zones} zones d'emploi; the largest "
    "part of its inhabitants is in that of {zone}, with {count} of its {of} communes.",
    "portrait.labelled": "{place:The} is named among the members of a Territoire d'industrie in "
    "2018 ({names: and }) and in 2023 ({later: and }).",
    "portrait.labelled_2018": "{place:The} is named among the members of a Territoire d'industrie "
    "in 2018 ({names: and }) and no more in 2023.",
    "portrait.labelled_2023": "{place:The} is named among the members of a Territoire d'industrie "
    "in 2023 ({names: and }), and was not in 2018.",
    "portrait.unlabelled": "{place:The} is named among the members of no Territoire d'industrie, "
    "neither in 2018 nor in 2023.",
    # Population.
    "portrait.people": "In {year:d}, {place:the} has {people} inhabitants.",
    "portrait.people.rose": "On its communes of 2023, {place:the} had {before} inhabitants in "
    "{start:d} and has more in {end:d}, {after}.",
    "portrait.people.fell": "On its communes of 2023, {place:the} had {before} inhabitants in "
    "{start:d} and has fewer in {end:d}, {after}.",
    "portrait.people.held": "On its communes of 2023, {place:the} had {before} inhabitants in "
    "{start:d} and has about as many in {end:d}, {after}.",
    "portrait.grown.rose": "From {start:d} to {end:d}, the population of {place:the} grew by "
    "{pct:.1f%}.",
    "portrait.grown.fell": "From {start:d} to {end:d}, the population of {place:the} fell by "
    "{pct:.1f%}.",
    "portrait.grown.held": "From {start:d} to {end:d}, the population of {place:the} stayed about "
    "the same.",
    # Communes that are counted.
    **{
        f"portrait.masked.{key}": f"In {{period}}, {said} is masked, for statistical secrecy, in "
        "{n} of the {of} communes of {place:the}."
        for key, said in (
            ("median_income", _MEASURED["median_income"]),
            ("poverty_rate", _MEASURED["poverty_rate"]),
        )
    },
    "portrait.underserved_communes": {
        "one": "In {period}, {n} of the {of} communes of {place:the} has fewer than "
        "{threshold:.1f} consultations of a general practitioner a year for an inhabitant.",
        "other": "In {period}, {n} of the {of} communes of {place:the} have fewer than "
        "{threshold:.1f} consultations of a general practitioner a year for an inhabitant.",
    },
    "portrait.planned": {
        "one": "In {period}, {n} of the {of} communes of {place:the} has a plan for the "
        "prevention of natural risks.",
        "other": "In {period}, {n} of the {of} communes of {place:the} have a plan for the "
        "prevention of natural risks.",
    },
    "portrait.underserved_communes.none": "In {period}, no commune of {place:the} has fewer than "
    "{threshold:.1f} consultations of a general practitioner a year for an inhabitant.",
    "portrait.underserved_communes.all": "In {period}, each of the {of} communes of {place:the} "
    "has fewer than {threshold:.1f} consultations of a general practitioner a year for an "
    "inhabitant.",
    "portrait.planned.none": "In {period}, no commune of {place:the} has a plan for the "
    "prevention of natural risks.",
    "portrait.planned.all": "In {period}, each of the {of} communes of {place:the} has a plan for "
    "the prevention of natural risks.",
    # Sources.
    "portrait.rests": "The sentences on {place:the} rest on {facts} numbers from {files} raw "
    "files of {publishers} publishers, of years from {first:d} to {last:d}.",
    "portrait.refusals": {
        "one": "{said} sentences are said of {place:the}, and {n} could not be.",
        "other": "{said} sentences are said of {place:the}, and {n} could not be.",
    },
    # What is not said.
    "portrait.refused.secret": "{what}: cannot be added up, for it is masked in {count} of the "
    "{of} communes ({file}).",
    "portrait.refused.elsewhere": "{what}: the file at hand has no commune of this place ({file}).",
    "portrait.refused.missing": "{what}: no value, for {count} of the {of} communes have none "
    "({file}).",
    "portrait.refused.secret_in": "{what}: masked in {count} of the {of} communes; the value is "
    "of the others.",
    "portrait.refused.missing_in": "{what}: missing in {count} of the {of} communes; the value is "
    "of the others.",
    "portrait.refused.nothing": "{what}: nothing to be a share of ({file}).",
    "portrait.refused.field": "{what}: the files have {field}, and not this place.",
    "portrait.refused.unlisted": "{what}: no value, for its file is not at hand ({file}).",
    "portrait.refused.unpublished": "{what}: the file at hand has no value of this EPCI ({file}).",
    "portrait.refused.uncompared": "{what}: not compared with {other}, which has no value.",
    "portrait.refused.unsure": "{what}: not set beside another number, for the error of its "
    "sample is not known.",
    "portrait.refused.size": "How many people a household has: no value, for its file is not at "
    "hand (INSEE, Couples, familles, ménages).",
    "portrait.refused.few": "{what}: no place among EPCI, for fewer than {floor} are counted.",
    "portrait.refused.uncounted": "Inhabitants, {year:d}: no value, for {count} of the {of} "
    "communes have none.",
    "portrait.refused.side": "{what}: the inhabitants of a side are not known.",
}
