"""Checks of the sentences that the chapter on the waves draws from the text and its own sums."""

from __future__ import annotations

from itertools import combinations

from bassin.indicators.stats import total
from bassin.topics.gathered import Topics
from bassin.topics.tried import ARITHMETIC, COUNTED, Tried, above, below, trial, tried, within
from bassin.topics.waves.local import ALL_WAVES, BEFORE, FIRST, SECOND, THIRD

#: Share of closures, in %, under which few have a number of jobs.
HALF = 50.0


@trial("waves-openings-fall")
def openings(study: Topics) -> Tried:
    """Each wave has fewer openings than those before it."""
    told = study.waves.tally()["opening"]
    fewer = {
        (start, end): float(told[start] - told[end])
        for start, end in combinations((FIRST, SECOND, THIRD), 2)
    }
    return tried(fewer, ["start", "end"], (FIRST, THIRD), above(0), COUNTED)


@trial("waves-takeovers-none")
def takeovers(study: Topics) -> Tried:
    """There is no takeover before the second wave."""
    told = study.waves.tally()["takeover"]
    counted = {wave: float(told[wave]) for wave in (FIRST, BEFORE)}
    return tried(counted, ["period"], FIRST, within(0, 0), COUNTED)


@trial("waves-balance-less")
def balance(study: Topics) -> Tried:
    """Fewer jobs were created than destroyed, whichever loss of the mines is taken."""
    ledger, miners = study.waves.ledger(), study.waves.miners
    printed = study.published("waves")["waves-destroyed"]
    counted = miners[min(miners)] - miners[max(miners)]
    lost = {"printed": 0.0, "counted": float(printed - counted)}
    balances = {
        (source, wave): float(ledger.at[wave, "balance"]) + more
        for source, more in lost.items()
        for wave in (ALL_WAVES, FIRST)
    }
    return tried(balances, ["source", "wave"], ("printed", ALL_WAVES), below(0), ARITHMETIC)


@trial("waves-closures-few")
def closures(study: Topics) -> Tried:
    """Most closures told have no number of jobs, up to the second wave and up to the third."""
    ledger = study.waves.ledger()
    until = {SECOND: [FIRST, SECOND], THIRD: [FIRST, SECOND, THIRD]}
    shares = {}
    for last, waves in until.items():
        told = total(ledger.loc[waves, ["closures", "closures_with_jobs"]])
        shares[last] = float(100 * told["closures_with_jobs"] / told["closures"])
    return tried(shares, ["end"], THIRD, below(HALF), COUNTED)


@trial("waves-pits-later")
def pits(study: Topics) -> Tried:
    """A note has pits at work after the year in which the body closes them for good."""
    closed = study.published("waves")["waves-pits-last"]
    later = {"note": max(study.waves.pit_closings) - closed}
    return tried(later, ["source"], "note", above(0), ARITHMETIC)
