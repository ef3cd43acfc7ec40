"""Numbers that contested claims on education hang on, under every choice."""

from __future__ import annotations

from bassin.indicators.stats import total
from bassin.topics.education.checks import BREVET, NONE
from bassin.topics.gathered import Topics
from bassin.topics.tried import NOT_GIVEN, Tried, above, trial, tried

#: Column of the figures that what is compared stands in.
SOURCES = {"large_communes_2018": "large_2018", "printed_of_2020": "printed_2020"}


@trial("claim-edu-brevet-or-less")
def brevet_or_less(study: Topics) -> Tried:
    """More hold the brevet at most than in the communes of the departement: counted, printed."""
    table = study.education.beside()
    both, none = total(table.loc[[NONE, BREVET]]), table.loc[NONE]
    gaps = {
        (measure, source): float(row[column] - row["departement_2018"])
        for measure, row in (("brevet_at_most", both), ("no_diploma", none))
        for source, column in SOURCES.items()
    }
    chosen = ("brevet_at_most", "large_communes_2018")
    return tried(gaps, ["measure", "source"], chosen, above(0), NOT_GIVEN)
