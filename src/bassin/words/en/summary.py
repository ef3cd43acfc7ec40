"""Words of the two printed pages of a place, in English."""

from __future__ import annotations

from collections.abc import Mapping

SENTENCES: Mapping[str, str | Mapping[str, str]] = {
    "summary.title": "{place} in two pages",
    "summary.author": "The bassin contributors",
    "summary.head": "Two pages on an intercommunality, from public files",
    "summary.what": "A {form} of {communes}; {departements}, region {region:name}; "
    "SIREN\u00a0{siren}",
    "summary.what_peopled": "A {form} of {communes} and {people} inhabitants in {year:d}; "
    "{departements}, region {region:name}; SIREN\u00a0{siren}",
    "summary.departements": {
        "one": "departement {names}",
        "other": "departements {names}",
    },
    # The map.
    "summary.others": "other intercommunalities, with their limits",
    "summary.white": "the sea, another country, or beyond the outlines",
    "summary.undrawn": {
        "one": "{n} commune without an outline",
        "other": "{n} communes without an outline",
    },
    # The sentences.
    "summary.told": "Where it stands apart",
    "summary.rule": "Which sentences: of the indicators overleaf, those by which the place lies "
    "furthest from the middle of all intercommunalities, one a subject. A gap that the margin of "
    "the numbers does not tell from none is called about the same.",
    "summary.told_instead": "What can be told",
    "summary.rule_instead": "Which sentences: of the indicators overleaf, as far as there are, "
    "those by which the place lies furthest from the middle of all intercommunalities; too few are "
    "known here, and what follows is of its perimeters and risks.",
    # The strips.
    "summary.among": "Among the intercommunalities of France",
    "summary.label": "{label} [{sources}]",
    "summary.departement": "departement {name}",
    "summary.region": "region {name:name}",
    "summary.dot": "an intercommunality",
    "summary.rank": "rank {first} of {of}",
    "summary.ranks": "rank {first} to {last} of {of}",
    "summary.read": "A dot is an intercommunality; a strip is wide where many are. The lowest and "
    "the highest hundredth are drawn at the ends. Rank 1 is the highest value, not the best; from "
    "one rank to another where the margin of the numbers does not tell places apart. Inhabitants "
    "are on a scale of powers of ten.",
    # What is missing, beside the name of the indicator.
    "summary.refused.secret": "no value: masked in {count} of the {of} communes",
    "summary.refused.elsewhere": "no value: the file has no commune of this place",
    "summary.refused.missing": "no value: {count} of the {of} communes have none",
    "summary.refused.secret_in": "masked in {count} of the {of} communes: of the others",
    "summary.refused.missing_in": "missing in {count} of the {of} communes: of the others",
    "summary.refused.nothing": "no value: nothing to be a share of",
    "summary.refused.field": "no value: the files have {field}, and not this place",
    "summary.refused.unlisted": "no value: its file is not at hand",
    "summary.refused.unpublished": "no value: the file has none of this intercommunality",
    "summary.refused.unsure": "no rank: the error of its sample is not known",
    "summary.refused.few": "no rank: fewer than {floor} are counted",
    # The sources.
    "summary.sources": "Sources",
    "summary.source": "[{rank}] {source}",
    "summary.alike": "{source}; {licence}",
    # The foot.
    "summary.dated": "Data of {first:d} to {last:d}, on the communes of 1 January 2023",
    "summary.licence": "Pages under CC BY 4.0; data under the licences of their publishers, "
    "Licence Ouverte 2.0 where none is named. Made by bassin from raw files, each checked.",
    "summary.page": "{name}, page {page} of {of}",
}
