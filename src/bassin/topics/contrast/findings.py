"""Checks of the sentences that the chapter on hills and plain draws from its files."""

from __future__ import annotations

from bassin.places.lines import HILLS, MINES, PLAIN
from bassin.topics.contrast.inference import LEVEL
from bassin.topics.gathered import Topics
from bassin.topics.tried import COUNTED, ORDER, Rule, Tried, above, trial, tried

#: Share of comparisons, in %, from which the direction expected is that of most.
MOST = 50.0


@trial("reversal-passed")
def passed(study: Topics) -> Tried:
    """The plain has more inhabitants than the hills, by each line but the mines'."""
    contrast = study.contrast
    ahead = {}
    for line in contrast.kept:
        people = contrast.people(line)
        if line != MINES:
            ahead[line] = float(people[PLAIN].iloc[-1] - people[HILLS].iloc[-1])
    return tried(ahead, ["line"], next(iter(ahead)), above(0), COUNTED)


@trial("reversal-held")
def held(study: Topics) -> Tried:
    """The direction expected is found in most comparisons, by each line."""
    lines = study.contrast.share_held("line")["share_pct"].to_dict()
    whole = float(study.contrast.share_held()["share_pct"].iloc[0])
    return tried({**lines, "every_line": whole}, ["line"], "every_line", above(MOST), ORDER)


@trial("reversal-chance")
def chance(study: Topics) -> Tried:
    """No gap stands out once all tests are counted, by any line."""
    least = study.contrast.tested["p_holm"].groupby(level="line").min().dropna()
    values = {**least.to_dict(), "every_line": float(least.min())}
    return tried(values, ["line"], "every_line", Rule(least=LEVEL, closed=False), ORDER)
