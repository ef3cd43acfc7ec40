"""Words of contested claims under every choice, and of what is chosen, in English."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

SENTENCES: Mapping[str, str] = {
    "ledger.no_choice": "How sure: it admits no other choice; {reason}.",
    "ledger.sure": "How sure: {word}, {beside} give this verdict.",
    "no_choice.one_definition": "it is itself on one perimeter or measure",
    "no_choice.one_file": "one file of one date is at hand, and the text says what is counted",
    "no_choice.one_list": "one list says who or what is in it",
}

NAMES: Mapping[str, str] = {
    # What is chosen.
    "choice_centre": "Alès",
    "choice_class": "class",
    "choice_classes": "classes of",
    "choice_editions": "editions",
    "choice_evidence": "among",
    "choice_height": "height",
    "choice_indicator": "indicator",
    "choice_level": "level within",
    "choice_metres": "metres",
    "choice_network": "network",
    "choice_part": "part of the country's",
    "choice_precision": "by more than",
    "choice_reading": "reading",
    "choice_roads": "roads",
    "choice_turn": "turn",
    "choice_wave": "wave",
    "choice_windows": "windows",
    # How.
    "all_editions": "those since as well",
    "anything": "all that anything tests",
    "apart": "in neither side",
    "all_roads": "as modelled, as known and by the field",
    "between_deciles": "read between deciles",
    "both_columns": "all doctors and those under 65",
    "brevet_at_most": "brevet at most",
    "carried": "carried to 2020",
    "chained": "by prices chained",
    "census_to_census": "from census to census",
    "every_window": "all",
    "five_years": "of five years",
    "all_held": "all relations held to exist",
    "halfway": "middle of lowest and highest point",
    "highest_point": "highest point",
    "index_points": "ageing index in points",
    "index_proportion": "ageing index in proportion",
    "known_ways": "known ways",
    "large_communes_2018": "large communes in 2018",
    "lowest_point": "lowest point",
    "middle_commune": "commune in the middle",
    "named_parties": "relations of named parties",
    "no_diploma": "no diploma",
    "of_the_time": "those of the time of the study",
    "on_data": "claims tested on data",
    "other_sections": "without the section on the school",
    "outside_text": "claims tested on data or pages",
    "printed_of_2020": "printed of 2020",
    "published_2019": "published of 2019",
    "published_2020": "published of 2020",
    "published_2021": "published of 2021",
    "share_points": "share of 65 and over in points",
    "share_proportion": "share of 65 and over in proportion",
    "together": "all together",
    "whole_text": "the whole text",
    "without_basin": "without the ways of the basin",
}

EXHIBITS: Mapping[str, Mapping[str, Any]] = {
    "tab-audit-curves": {
        "caption": "Contested claims under every reasonable choice, the least sure first: how many "
        "of the choices tried give the verdict of the ledger, and the number of the claim under "
        "each, the least first. A filled dot bears the claim out, a hollow one does not; the ring "
        "is the choice that the verdict rests on, the line the end of what bears the claim out.",
        "source": "the files that each row names",
    },
}
