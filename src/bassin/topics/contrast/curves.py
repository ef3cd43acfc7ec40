"""Numbers that contested claims on hills and plain hang on, under every choice."""

from __future__ import annotations

from itertools import product

from bassin.places.lines import APART, CENTRES, HILLS, PLAIN, with_centre
from bassin.topics.contrast import AZIMUTH
from bassin.topics.gathered import Topics
from bassin.topics.population.history import A_YEAR
from bassin.topics.tried import COUNTED, NOT_GIVEN, Tried, above, trial, tried
from bassin.topics.waves.altitudes import MEAN, MINES, SILK, pairs_by_height

#: What a gap of the two sides is told by, and where a claim is counted.
NAMES = ("indicator", "line", "centre")


@trial("claim-rev-plain-grows")
def grows(study: Topics) -> Tried:
    """The plain grows more."""
    return _gaps(study, "argument_population", "growth_1999_2020")


@trial("claim-rev-reach")
def reach(study: Topics) -> Tried:
    """It has better access."""
    return _gaps(study, "argument_reach", "cinema_minutes")


@trial("claim-rev-telephone")
def telephone(study: Topics) -> Tried:
    """It has better telephone coverage."""
    return _gaps(study, "argument_telephone", "worst_4g_pct")


def _gaps(study: Topics, claim: str, shown: str) -> Tried:
    """Gaps of the direction expected, in deviations: by indicator, line, and side of the centre."""
    contrast = study.contrast
    gaps = {}
    for (indicator, line), centre in product(contrast.evidence(claim).index, CENTRES):
        row = contrast.gap(indicator, line, centre)
        # An indicator that does not vary is no gap, and one that is not told is no choice.
        if row["holds"] is not None and row["holds"] == row["holds"]:
            aligned = float(row["aligned"])
            gaps[indicator, line, centre] = aligned if aligned == aligned else 0.0
    return tried(gaps, NAMES, (shown, AZIMUTH, APART), above(0), COUNTED)


@trial("claim-rev-plain-draws")
def draws(study: Topics) -> Tried:
    """More people move to the plain than to the hills, by line and side of the centre."""
    contrast, centre = study.contrast, study.territory.centre
    gaps = {}
    for line, where in product(contrast.kept, CENTRES):
        sides = with_centre(contrast.lines[line], centre, where)
        rates = study.population.rates_of_sides(sides)["migratory"]
        gaps[line, where] = float(rates[PLAIN] - rates[HILLS])
    return tried(gaps, NAMES[1:], (AZIMUTH, APART), above(A_YEAR), NOT_GIVEN)


@trial("claim-rev-mines-high")
def mines_high(study: Topics) -> Tried:
    """The towns of coal lie higher in most pairs, by what the height of a commune is."""
    pairs = len(MINES) * len(SILK)
    shares = {name: 100 * n / pairs for name, n in pairs_by_height(study).items()}
    return tried(shares, ["height"], MEAN, above(50), COUNTED)
