"""Checks of the sentences that the book draws from the instruments of reconversion."""

from __future__ import annotations

from bassin.read import printed
from bassin.topics.gathered import Topics
from bassin.topics.programmes.facts import COAL_COMPANY, GRANT
from bassin.topics.programmes.instruments import coal_output
from bassin.topics.programmes.labels import DISTRICT_2015
from bassin.topics.statements import number_printed
from bassin.topics.tried import ARITHMETIC, COUNTED, Tried, above, below, trial, tried, within

#: Share of the communes, in %, under which they are few.
FEW = 25.0
#: By how much, as a part, two rates of half a century may differ and be about the same.
ABOUT = 0.05


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


@trial("instr-chain")
def chain(study: Topics) -> Tried:
    """Each instrument of the succession is founded after the one before it."""
    programmes = study.programmes
    founded = programmes.instruments.set_index("name")["founded"]
    steps = founded[programmes.chain(COAL_COMPANY)].diff().dropna()
    return tried({"printed": float(steps.min())}, ["vintage"], "printed", above(0), ARITHMETIC)


@trial("instr-few-labels")
def few(study: Topics) -> Tried:
    """Few communes have a label of their own."""
    share = 100 * len(study.programmes.own) / len(study.territory.codes)
    return tried({2024: share}, ["year"], 2024, below(FEW), COUNTED)


@trial("instr-franc")
def franc(study: Topics) -> Tried:
    """A franc is worth about as many times its face by prices chained as by the printed rate."""
    programmes = study.programmes
    face, later = programmes.money.loc[GRANT, ["euros_low", "later_low"]]
    printed_times = float(later / face)
    chained = printed_times * programmes.chained_rate / programmes.rates[GRANT]
    times = {"printed": printed_times, "chained": float(chained)}
    about = within(printed_times * (1 - ABOUT), printed_times * (1 + ABOUT))
    return tried(times, ["source"], "printed", about, ARITHMETIC)
