"""Words on the instruments of reconversion, the labels and the sums of money, in English."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

NAMES: Mapping[str, str] = {
    # Who pays for an instrument.
    "payer_state": "State",
    "payer_europe": "Europe",
    "payer_local": "Local",
    # Labels of communes.
    "territoires_industrie_1": "Territoires d'industrie 1",
    "territoires_industrie_2": "Territoires d'industrie 2",
    "action_coeur_de_ville": "Action cœur de ville",
    "petites_villes_de_demain": "Petites villes de demain",
    "priority_district_2015": "Priority district 2015",
    "priority_district_2024": "Priority district 2024",
    "france_services": "France services",
    # How many of them a commune holds.
    "labels_none": "None of its own",
    "labels_1": "1 label",
    "labels_2": "2 labels",
    "labels_3": "3 labels",
    "labels_4": "4 labels",
    # Which lists of priority districts a commune is on.
    "district_none": "None",
    "district_both": "Both lists",
    "district_2015_only": "List of 2015 only",
    "district_2024_only": "List of 2024 only",
    "district_2015_unknown": "List of 2015 not known",
    "district_of_2015": "District of 2015",
    # Whether a price index is printed.
    "index_printed": "rate printed",
    "index_needed": "needed, not at hand",
}

SENTENCES: Mapping[str, str] = {
    "instr-acv": "Of the {communes} communes the list has {listed}: {names}.",
    "instr-coal-output": "Had each of the {everyone:,.0f} at work dug what the Cévennes' coal of "
    "1957 (line 243) makes for each of the {fewest:,.0f} miners left in {fewest_in:d}, the most "
    "the text allows, it would be {ceiling:.0f} million tonnes; with those of {most_in:d}, "
    "{plain:.0f}. A decimal mark may be lost: 57.8.",
    "instr-pillars": "It tells of {parts:, then }.",
    "instr-pole-opened": "Opened in {opened:d}, {age} years before the study, after a launch in "
    "{launched:d}.",
    "instr-programme-start": "Line {early_line:d} has the programme run from the {early:d}s, as "
    "does line 779; line {late_line:d} from the {late:d}s. It may mean the first plants rather "
    "than the first bodies.",
    "instr-pvd": "The list has {names}.",
    "instr-pvd-2010s": "Of {n} agreements of the programme in France whose date is published, the "
    "first were signed in {first:d}; those of the agglomeration in {here:, |d}.",
    "instr-qpv": "The list of 2015, in force when the study was written, has {before} in {then} "
    "communes. That of 2024 has {after}, in {now}.",
    "instr-sixties": "The oldest it dates to the year after Charbonnages de France: "
    "{names: and } ({year:d}).",
    "instr-ti": "All {n} communes are in '{name}'.",
    "instr-ti-renewed": "The list of 2023-2027 has the agglomeration again, with a neighbour: {n} "
    "communes in all. The day is not in the file.",
    "programmes.chain": "{names:, then }",
    "programmes.years": "{years:, |d}",
}

EXHIBITS: Mapping[str, Mapping[str, Any]] = {
    "tab-instruments-claims": {
        "caption": "What the study prints on instruments and labels, where it can be tested.",
    },
    "fig-instruments-lineage": {
        "caption": "Instruments of reconversion, and what each led to, as printed by the study. An "
        "arrow is a succession the study tells. Two dates are not its own: Charbonnages de France "
        "was dissolved by decree 2007-1806, and Petites villes de demain is dated by its "
        "agreements, typed after the list of the ANCT.",
    },
    "tab-instruments": {
        "folded": "The instruments, one by one",
        "caption": "Instruments of reconversion named by the study. A dash where it says nothing.",
        "labels": {
            "name": "Instrument",
            "start": "From",
            "end": "To",
            "pays": "Who pays",
            "does": "What it does",
            "successor": "Successor",
            "lines": "Lines",
        },
    },
    "map-labels": {
        "caption": "Labels held by each commune besides Territoires d'industrie, which all hold in "
        "both phases. ACV: Action cœur de ville. PVD: Petites villes de demain. QPV: priority "
        "district of 2015 or 2024. FS: France services.",
        "label": "Labels of its own",
    },
    "tab-labels": {
        "folded": "Labels and inhabitants concerned",
        "caption": "Labels in the agglomeration. Inhabitants of the communes concerned, census "
        "2020, in the district or not.",
        "labels": {
            "label": "Label",
            "labels": "Given",
            "communes": "Communes",
            "inhabitants": "Inhabitants",
            "inhabitants_pct": "Share",
        },
    },
    "tab-labels-communes": {
        "folded": "Communes with a label of their own",
        "caption": "Communes with a label of their own, and how many of each.",
        "labels": {"name": "Commune", "population": "Inhabitants 2020"},
    },
    "map-districts": {
        "caption": "Priority districts: outlines of 2015 in black, and communes by list. That of "
        "2024 has one point a commune, which is not where the district lies.",
        "label": "Communes by list",
        "place": "place",
    },
    "tab-districts": {
        "folded": "Priority districts of 2015",
        "caption": "Priority districts of 2015, and how much of each outline falls in its commune.",
        "labels": {
            "id": "Code",
            "name": "District",
            "commune": "Commune",
            "area_ha": "Area (ha)",
            "in_commune_pct": "In its commune",
        },
    },
    "tab-labels-match": {
        "folded": "Holders by code and by point",
        "caption": "Holders of labels found by their code and by their point.",
        "labels": {
            "label": "Label",
            "listed": "In France",
            "without_point": "Without a point",
            "by_code": "Here by code",
            "by_point": "Here by point",
            "both": "Same commune",
        },
    },
    "tab-money": {
        "folded": "Sums in francs and euros",
        "caption": "Sums printed by the study, in million francs or euros, then at the fixed rate "
        "of 6.55957 francs a euro, and in euros of 2022 where the study prints a rate.",
        "labels": {
            "label": "Sum",
            "money_of": "Money of",
            "low": "Printed",
            "euros_low": "Million euros",
            "later_low": "Million euros of 2022",
            "index": "Price index",
            "lines": "Lines",
        },
    },
    "tab-coal-wages": {
        "folded": "Hourly wages in francs and euros",
        "caption": "Hourly wages printed by the study, in francs of the 1960s and in euros at the "
        "fixed rate. What they would buy today needs a price index that is not at hand.",
        "labels": {
            "label": "Wage",
            "low": "Francs, from",
            "high": "to",
            "euros_low": "Euros, from",
            "euros_high": "to ",
            "lines": "Lines",
        },
    },
    "tab-instruments-untested": {
        "folded": "Claims without a file, one by one",
        "caption": "What the study prints on instruments and labels that no file at hand can test.",
    },
}
