"""Numbers that contested claims on ageing hang on, under every choice."""

from __future__ import annotations

from itertools import combinations

from bassin.indicators.stats import ROUNDING_OF_TENTHS
from bassin.read import insee
from bassin.topics.ageing.checks import CARE_YEARS, more_care
from bassin.topics.ageing.findings import WHOLE, index_rises, paces, proportions
from bassin.topics.ageing.shares import SHARE_PRECISION
from bassin.topics.gathered import Topics
from bassin.topics.tried import COUNTED, NOT_GIVEN, Tried, above, trial, tried

#: Points by which the share of a commune may have to rise to be said to.
PRECISIONS = (0.0, SHARE_PRECISION, 1.0)
#: Share of communes, in %, from which they are most.
MOST = 50.0


@trial("claim-age-rising")
def rising(study: Topics) -> Tried:
    """The share of the old rose, and the ageing index, over every window."""
    here = study.territory.here
    series = {
        "share": study.ageing.elderly_by_place().loc[[*insee.IRIS_YEARS], here].dropna(),
        "index": study.ageing.areas.loc[here].dropna(),
    }
    rises = {
        (measure, f"{start}\N{EN DASH}{end}"): float(values[end] - values[start])
        for measure, values in series.items()
        for start, end in combinations(values.index, 2)
    }
    chosen = ("share", WHOLE)
    return tried(rises, ["measure", "period"], chosen, above(ROUNDING_OF_TENTHS), NOT_GIVEN)


@trial("claim-age-faster")
def faster(study: Topics) -> Tried:
    """It ages faster than the region and the country: in points or in proportion, by any window."""
    _, _, *larger = study.territory.levels
    index = index_rises(study)
    measures = {
        "share_points": paces(study, larger),
        "share_proportion": proportions(study, larger),
        "index_points": {key: points for key, (points, _) in index.items()},
        "index_proportion": {key: percent for key, (_, percent) in index.items()},
    }
    gaps = {(measure, *key): gap for measure, each in measures.items() for key, gap in each.items()}
    chosen = ("share_points", WHOLE, larger[-1])
    return tried(gaps, ["measure", "period", "beside"], chosen, above(0), NOT_GIVEN)


@trial("claim-age-small-towns")
def small_towns(study: Topics) -> Tried:
    """The share rose in most of the other communes."""
    table = study.ageing.elderly_counted.drop(index=study.territory.centre)
    known = table[[str(year) for year in insee.IRIS_YEARS]].dropna()
    shares = {
        (f"{start}\N{EN DASH}{end}", points): float(
            100 * (known[str(end)] - known[str(start)] > points).mean()
        )
        for start, end in combinations(insee.IRIS_YEARS, 2)
        for points in PRECISIONS
    }
    return tried(shares, ["period", "precision"], (WHOLE, SHARE_PRECISION), above(MOST), NOT_GIVEN)


@trial("claim-age-care")
def care(study: Topics) -> Tried:
    """By their ages its people are expected to use more care than those of the country."""
    return tried(more_care(study), ["edition"], CARE_YEARS[0], above(0), COUNTED)
