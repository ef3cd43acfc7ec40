"""Checks of the sentences that the book draws from the instruments of reconversion."""

from __future__ import annotations

from bassin.read import printed
from bassin.topics.gathered import Topics
from bassin.topics.programmes.instruments import coal_output
from bassin.topics.programmes.labels import DISTRICT_2015
from bassin.topics.statements import number_printed
from bassin.topics.tried import ARITHMETIC, COUNTED, Tried, above, trial, tried


@trial("coal-too-much")
def too_much(study: Topics) -> Tried:
    """The printed tonnes are more than the most generous output a miner would make."""
    tonnes = number_printed(study, "waves-output-1957")
    most = coal_output(printed.events(study.sources, study.epci), tonnes).ceiling
    times = number_printed(study, "instr-coal-output") / most
    return tried({"printed": times}, ["vintage"], "printed", above(1), ARITHMETIC)


@trial("districts-four")
def districts(study: Topics) -> Tried:
    """There were more priority districts than the three printed."""
    printed_of = number_printed(study, "instr-qpv")
    more = study.programmes.number_given(DISTRICT_2015) - printed_of
    return tried({2015: more}, ["vintage"], 2015, above(0), COUNTED)
