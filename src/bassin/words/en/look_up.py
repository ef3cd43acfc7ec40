"""Words of the front page and of the page of numbers, in English."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

NAMES: Mapping[str, str] = {
    # What the verdicts come down to.
    "brief_data": "hold, against public data",
    "brief_source": "hold, against a public source read by hand",
    "brief_text": "agree with the rest of the text, which alone speaks of them",
    "brief_failing": "do not hold",
    "brief_untested": "not tested: no public file tells, or none is in the book",
    # Plain questions.
    "question_people": "How many people live here, at the latest count?",
    "question_least_care": "Which communes have the least access to a general practitioner?",
    "question_one_more_doctor": "Who gains from one more doctor?",
    "question_alike": "Which places are most like it?",
    "question_young": "Are the young leaving?",
    "question_graduates": "Are there fewer graduates than in France?",
    "question_highest": "By what does it stand out?",
    "question_licence": "May I use a figure?",
    "question_cite": "How do I cite a number?",
}

SENTENCES: Mapping[str, str | Mapping[str, str]] = {
    "look_up.alike": "By size, people, work, income and care: {places:; }.",
    "look_up.cite": "Name the book, its version, the figure and the publisher of the data.",
    "look_up.gain": {
        "one": "in {place}, whose own index goes from {before:.1f} to {after:.1f}, {n} commune of "
        "the territory gains",
        "other": "in {place}, whose own index goes from {before:.1f} to {after:.1f}, {n} communes "
        "of the territory gain",
    },
    "look_up.graduates": "{here} of those out of school, {france} in France: number {rank} of {of} "
    "EPCI, the highest first.",
    "look_up.of": "Of {n} indicators it is in the highest or the lowest tenth of EPCI by none.",
    "look_up.of_highest": "Of {n} indicators it is in the highest tenth of EPCI by: {highest:; }; "
    "in the lowest by none.",
    "look_up.of_lowest": "Of {n} indicators it is in the lowest tenth of EPCI by: {lowest:; }; in "
    "the highest by none.",
    "look_up.of_highest_lowest": "Of {n} indicators it is in the highest tenth of EPCI by: "
    "{highest:; }. In the lowest tenth by: {lowest:; }.",
    "look_up.least_care": "{places:; }, in consultations a year and inhabitant. The territory as a "
    "whole has {mean}.",
    "look_up.licence": "Yes, by naming the book (CC BY 4.0); the data keep the licence of their "
    "source.",
    "look_up.one_more_doctor": "In general practitioners within reach by car for 10,000 people, by "
    "a model of car minutes and the doctors of {year:d}: {places:; }.",
    "look_up.people": "{n} inhabitants in {year:d}.",
    "look_up.place": "{place} {value}",
    "look_up.where": "figure or page",
    "look_up.young": "No file in the book counts moves by age. Of all ages, the balance of moves "
    "was {moves} a year from 2013 to 2018. {neet} of those of 15 to 24 were neither in work nor "
    "in study in 2018, number {rank} of {of} EPCI, the highest first.",
}

EXHIBITS: Mapping[str, Mapping[str, Any]] = {
    "map-front": {
        "caption": "Change of population by commune, 1968–2023 (geography 2023-01-01).",
        "label": "Change 1968–2023",
        "unit": "%",
    },
    "fig-verdicts": {
        "caption": "The claims of the study, by what became of them. Share of all claims; one that "
        "is not tested may be true or false.",
        "source": "the study; the files that the ledger names for each claim",
    },
    "tab-slips": {
        "caption": "Not to be printed again: of each kind of error, the claim that matters most to "
        "the text, and what the evidence says.",
        "labels": {
            "error": "Kind of error",
            "statement": "The study says",
            "finding": "The evidence says",
            "lines": "Lines",
            "others": "More of this kind",
        },
    },
    "tab-answers": {
        "caption": "Plain questions, and what the files say.",
        "labels": {"question": "Question", "answer": "Answer", "where": "See"},
    },
    "tab-look-up": {
        "caption": "Every indicator at its latest: the territory, its departement and France; its "
        "rank among EPCI, 1 the highest, from one number to another where the margin of the values "
        "does not tell places apart. A dash: no value is published, or none can be put together; "
        "no rank is told of too few or of a sample of unknown error.",
        "labels": {
            "indicator": "Indicator",
            "rank": "Rank",
            "of": "EPCI ranked",
            "vintage": "Edition",
            "publisher": "Data",
            "where": "Figure",
        },
    },
}
