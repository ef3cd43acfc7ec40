"""Checks of the sentences that the chapter on the model of car minutes draws from its pairs."""

from __future__ import annotations

from bassin.indicators.stats import how_many
from bassin.places.departements import departements_of
from bassin.places.territory import AWAY, FACING
from bassin.topics.gathered import Topics
from bassin.topics.travel.local import NEAR_HALL
from bassin.topics.tried import COUNTED, NOT_GIVEN, Tried, above, below, trial, tried, within

#: How near a town hall, in metres, both points of a pair may have to be.
NEAR = (NEAR_HALL / 2, NEAR_HALL, 2 * NEAR_HALL)
#: Departements of Paris, of the Alps and of Brittany.
UNSEEN = {
    "paris": ("75",),
    "alps": ("04", "05", "06", "38", "73", "74"),
    "brittany": ("22", "29", "35", "56"),
}


@trial("travel-beats")
def beats(study: Topics) -> Tried:
    """The model is nearer than both rules of thumb, in every class of distance and of relief."""
    gains = {}
    for what, table in (("distance", study.travel.by_distance), ("relief", study.travel.by_relief)):
        for band, row in table.iterrows():
            gains[what, str(band)] = float(min(row["speed"], row["detour"]) - row["mean_abs"])
    return tried(gains, ["classes", "class"], next(iter(gains)), above(0), NOT_GIVEN)


@trial("travel-near-halls")
def near(study: Topics) -> Tried:
    """Near the town halls the road takes less time than the model says."""
    gaps = {metres: float(study.travel.near_halls(metres)["gap_pct"]) for metres in NEAR}
    return tried(gaps, ["metres"], NEAR_HALL, below(0), NOT_GIVEN)


@trial("travel-sides")
def sides(study: Topics) -> Tried:
    """The known ways take longer than the model in the hills, and less long in the plain."""
    gaps = study.travel.by_side(study.territory.sides())
    known = study.care.roads["gap_pct"]
    least = {
        "known_ways": min(known[FACING], -known[AWAY]),
        **{
            name: min(gaps.at[FACING, column], -gaps.at[AWAY, column])
            for name, column in {"model": "model", "without_basin": "without"}.items()
        },
    }
    return tried(least, ["source"], "known_ways", above(0), NOT_GIVEN)


@trial("travel-unseen")
def unseen(study: Topics) -> Tried:
    """No pair has an end in Paris, the Alps or Brittany."""
    ends = [departements_of(study.travel.pairs[end]) for end in ("origin", "destination")]
    counted = {
        place: how_many(ends[0].isin(deps) | ends[1].isin(deps)) for place, deps in UNSEEN.items()
    }
    return tried(counted, ["place"], "paris", within(0, 0), COUNTED)
