"""Words of the book's own sentences and of how sure they are, in English."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

SENTENCES: Mapping[str, str | Mapping[str, str]] = {
    "column.curve": "Under every choice",
    "column.estimate": "Its number",
    "column.sentence": "The book says",
    "column.word": "How sure",
    "finding.above": "holds above {end}",
    "finding.alone": "There is no other reasonable choice.",
    "finding.arithmetic": "no interval: arithmetic on what is printed",
    "finding.at_least": "holds from {end} on",
    "finding.at_most": "holds up to {end}",
    "finding.below": "holds below {end}",
    "finding.beside": {"one": "{same} of {n} choice", "other": "{same} of {n} choices"},
    "finding.between": "holds from {least} to {most}",
    "finding.chapter": "{title}: ",
    "finding.choice": "{name} {label}",
    "finding.choice_in_data": "{name}: {label}",
    "finding.choices": "Under every choice: {over}",
    "finding.counted": "no interval: all are counted",
    "finding.equal": "holds at {end}",
    "finding.evidence": "How, and on what",
    "finding.exhibit": "figure",
    "finding.grade": "grade {grade}",
    "finding.interval": "interval {low} to {high}",
    "finding.mark": "sure?",
    "finding.not_given": "no interval: its publisher gives none",
    "finding.note": "{note}.",
    "finding.number": "{estimate} ({where}); {wanted}; {interval}.",
    "finding.of_exhibit": {"one": "Sentence read from it: ", "other": "Sentences read from it: "},
    "finding.order": "no interval: a place in an order",
    "finding.otherwise": "Another answer by: {choices:; }.",
    "finding.over": "{n} choices ({chosen}), from {low} to {high}.",
    "finding.row": "Sentence {sentence}.",
    "finding.said": "{n} choices from {low} to {high}, {same} with the answer of the sentence.",
    "finding.sentence": "sentence",
    "finding.where": "{area}, {period}",
    "report.sentences": "{n} sentence(s) of the book that rest on it:",
    "report.sentences_turned": "{n} sentence(s) of the book turn, or are otherwise sure:",
    "report.sentences_unturned": "No sentence of the book turns.",
}

NAMES: Mapping[str, str] = {
    "robust": "robust",
    "mostly": "mostly",
    "fragile": "fragile",
    "turns": "turns",
    "one_reading": "one reading",
    # What is chosen.
    "choice_alike": "zones alike",
    "choice_among": "among",
    "choice_averaged": "years averaged",
    "choice_beside": "beside",
    "choice_census": "census",
    "choice_commune": "commune",
    "choice_days": "days between",
    "choice_decay": "decay",
    "choice_doctors": "doctors",
    "choice_edition": "edition",
    "choice_end": "end",
    "choice_line": "line",
    "choice_jobs": "jobs",
    "choice_km": "km north",
    "choice_measure": "measure",
    "choice_perimeter": "perimeter",
    "choice_period": "period",
    "choice_phase": "phase",
    "choice_place": "place",
    "choice_projects": "projects",
    "choice_rounding": "rounding",
    "choice_since": "since",
    "choice_source": "source",
    "choice_start": "start",
    "choice_until": "fitted until",
    "choice_vintage": "vintage",
    "choice_width": "minutes of the circle",
    "choice_year": "year",
    "choice_zones": "zones",
    "all_years": "all years",
    "every_line": "all lines",
    "every_epci": "all intercommunalities",
}

EXHIBITS: Mapping[str, Mapping[str, Any]] = {
    "fig-findings": {
        "caption": "Sentences of the book that have a check, by chapter and by how sure they are.",
        "xlabel": "Sentences",
    },
    "tab-findings": {
        "caption": "What the book says, with how sure it is: the choices that give the same "
        "answer, of all that were tried, and the number of the sentence under each, the least "
        "first. A filled dot bears the sentence out, a hollow one does not; the ring is the choice "
        "of the sentence, the line the end of what bears it out.",
        "source": "the files that each row names",
    },
}
