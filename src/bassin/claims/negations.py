"""What the negation of each statement that holds is: which turns of its evidence make it true.

A statement on who is above whom, then or now, is false where the order is reversed; one on how much
there is, where there is half or twice as much; one on what there is, where it is not there, or is
of another kind. Which of the three a statement is, is a reading of its sentence.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping

REVERSED = frozenset(
    {"time_backwards", "places_traded", "high_for_low", "order_turned", "falls_for_growth"}
)
RESIZED = frozenset({"halved", "doubled", "the_first_halved", "the_first_doubled", "none"})
GONE = frozenset({"nothing_there", "none", "none_counted", "half_of_them", "kinds_traded"})

_ORDER = """
waves-diverse waves-plants-decades pop-fall-mines pop-turn-2000s pop-ales-1968 pop-agglo-migration
pop-grand-combe pop-north pop-attractive-before pop-natural pop-gard-slower age-rising age-faster
age-small-towns age-care pov-lasting pov-region-before une-downward
une-disparities une-twenty-years une-high edu-improves edu-few-higher edu-brevet-or-less
rev-mines-high rev-plain-grows rev-plain-draws rev-reach rev-telephone risk-floods instr-sixties
instr-pole-opened
eco-school-title eco-uimm-laudun eco-east-told land-rarer land-growth epci-grows
"""
#: Of what is handed out number by number, half or twice one of two reverses their order.
_SIZE = """
waves-share-same waves-toulouse-lr waves-jobs-twice pop-perimeter age-above age-65 age-15-29
care-north-west care-south-east pov-above-france pov-threshold une-like-region edu-sum
instr-ntn-twice eco-prize-editions bmo-arithmetic
"""
_THERE = """
ti-is-epci care-filieris rev-line-closed rev-freight instr-programme-end instr-acv instr-ti
instr-ti-renewed instr-pvd eco-prize-twice eco-laureate-years land-power-station
land-carnoules rev-reopen instr-acv-2010s instr-npnru instr-aeronautics
eco-dexel-incubated skills-crouzet
"""
#: Turns that make the negation of a statement true, by claim.
NEGATIONS: Mapping[str, Collection[str]] = {
    claim: turns
    for claims, turns in ((_ORDER, REVERSED), (_SIZE, RESIZED), (_THERE, GONE))
    for claim in claims.split()
}
