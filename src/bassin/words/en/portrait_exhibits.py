"""Words of the exhibits of a portrait, in English: of any place, and of none in particular."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

_LABELS = {
    "indicator": "Indicator",
    "years": "Years",
    "rank": "Rank",
    "of": "EPCI ranked",
}
_ENDS = {
    "population": ("change of population, 2013 to 2023", "Change"),
    "income": ("median standard of living, € a year, 2020", "Income"),
    "care": ("consultations of a general practitioner a year for an inhabitant, 2023", "Access"),
    "risks": ("floods recognised as natural disasters, 1982 to 2024", "Floods"),
}
_BESIDE = (
    "The intercommunality beside its departement, its region and France. A dash: no value is "
    "published there, or the file does not reach it. Years are those that a value is of: a census "
    "puts together the surveys of five, and is called by the middle one. Of incomes and of jobs by "
    "industry, France is the mainland. Rank 1 has the highest value; it is from one number to "
    "another where the margin of the numbers does not tell places apart, and a dash where too few "
    "are counted or the error of the sample is not known."
)

SENTENCES: Mapping[str, str] = {
    "portrait.absent": "Not shown: {why}",
    "absent.car": "no car times are modelled in {place:the}; access is rebuilt for the mainland "
    "and Corsica.",
    "absent.commune": "{indicator}: no commune of {place:the} has a value.",
    "absent.file": "{file} has nothing of {place:the}.",
    "absent.other": "{why}",
    "absent.subject": "no indicator of the subject is known of {place:the}.",
    "absent.unlike": "{place:the} has too few of the traits by which places are compared.",
    "absent.zone": "no salaried jobs of its zone d'emploi are published.",
    "absent.zones": "its zone d'emploi is compared with none of the mainland.",
    "portrait.part": "The portrait",
    "portrait.rank": "{first}",
    "portrait.ranks": "{first} to {last}",
    "portrait.title": "{place}: a portrait",
}

EXHIBITS: Mapping[str, Mapping[str, Any]] = {
    "tab-portrait-claims": {
        "caption": "What a text says of the place, claim by claim, held against the files: "
        "{authors}, {title}, {publisher}, {dated}.",
        "source": "the paragraphs given of the text, {where}, restated",
    },
    **{
        f"tab-portrait-{subject}": {"caption": _BESIDE, "labels": _LABELS}
        for subject in (
            *("population", "ages", "jobs", "income", "diplomas", "care", "risks", "land"),
        )
    },
    **{
        f"tab-portrait-ends-{subject}": {
            "caption": f"Communes with the highest and the lowest value: {what}.",
            "labels": {
                "high": "Highest",
                "high_value": name,
                "low": "Lowest",
                "low_value": name,
            },
        }
        for subject, (what, name) in _ENDS.items()
    },
    "fig-portrait-place": {
        "caption": "Where the intercommunality stands among all EPCI of France. The dashed line is "
        "the middle one; number 1 is the highest value, and a place has several numbers where the "
        "margin of the values does not tell it from others. A census is called by the middle one "
        "of its five years.",
    },
    "tab-portrait-alike": {
        "caption": "The intercommunalities most like this one. Distance is the root of the mean "
        "square of the gaps between their traits, each in standard deviations of all EPCI: 1 is a "
        "standard deviation apart in each.",
        "labels": {
            "epci": "SIREN",
            "name": "Intercommunality",
            "departement": "Departement",
            "distance": "Distance",
            "most_unlike": "Where they differ most",
        },
        "formats": {"distance": ".2f"},
    },
    "tab-portrait-perimeters": {
        "caption": "The perimeters that a number on this place may be about. Inhabitants of 2020, "
        "communes of 1 January 2023.",
        "labels": {
            "perimeter": "Perimeter",
            "communes": "Communes",
            "population": "Inhabitants",
            "shared_communes": "Communes in common",
            "outside_communes": "Communes of the EPCI outside",
            "beyond_population": "Inhabitants outside the EPCI",
        },
    },
    "fig-portrait-people": {
        "caption": "Inhabitants since 1876, on the communes of 1 January 2023; the last two years "
        "are on those of their publication.",
        "ylabel": "Inhabitants",
    },
    "fig-portrait-balances": {
        "caption": "Births less deaths, and arrivals less departures, in % of the population a "
        "year. The intercommunality is on its communes of 2019.",
        "xlabel": "Yearly rate",
        "unit": "%",
    },
    "fig-portrait-jobs": {
        "caption": "Salaried jobs of the zone d'emploi that most of the communes are in, 1998 = "
        "100, beside all zones of France, the zones of old coal basins and those alike in 1998.",
        "ylabel": "Jobs, 1998 = 100",
    },
    "fig-portrait-care": {
        "caption": "Mean access to general practitioners, all doctors. The common field is that of "
        "all four editions; France is without Mayotte.",
        "vlines": {2020: "another edition"},
    },
    "map-portrait-catchments": {
        "caption": "Access to general practitioners by car, 2019, rebuilt from where they "
        "practise, and the interval that holds nine of ten draws of the error of travel times.",
        "label": "General practitioners for 10,000 inhabitants",
        "titles": ["Index", "Low end", "High end"],
    },
    "fig-portrait-fires": {
        "caption": "Forest fires by year.",
        "ylabel": "In the intercommunality",
    },
}
