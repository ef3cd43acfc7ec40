"""Checks of the sentences that the chapter on risks draws from its files."""

from __future__ import annotations

from bassin.places.territory import FRANCE
from bassin.topics.gathered import Topics
from bassin.topics.risk.facts import FIRST_FLOOD
from bassin.topics.tried import COUNTED, ORDER, Rule, Tried, above, below, trial, tried, within

#: Communes by which a printed count of plans may be off and be compatible.
NEAR = 2.0
#: Days without rain between two episodes of floods.
GAPS = (0, 1, 2, 3, 5)


@trial("risk-plans")
def plans(study: Topics) -> Tried:
    """The printed number of communes with a plan is near that of the list, on any perimeter."""
    risk, printed = study.risk, study.published("risks")["risk-plans"]
    table = risk.coverage(risk.of_years())
    apart = {year: printed - table.at[risk.in_year(year), "covered"] for year in risk.perimeters}
    return tried(apart, ["perimeter"], 2023, within(-NEAR, NEAR), COUNTED)


@trial("risk-no-76")
def no_76(study: Topics) -> Tried:
    """No perimeter at hand has as many communes as the passage counts."""
    wanted = study.published("territory")["epci-76"]
    every = study.risk.by_perimeter(study.perimeters.codes)["communes"]
    same = float((every == wanted).to_numpy().sum())
    return tried({"every": same}, ["perimeter"], "every", within(0, 0), COUNTED)


@trial("risk-floods-france")
def floods_france(study: Topics) -> Tried:
    """More floods are recognised than in France, by commune, by inhabitant and by decade."""
    rates, here = study.risk.flood_rates(), study.territory.here
    gaps = {
        (measure, "all_years"): rates.at[here, measure] - rates.at[FRANCE, measure]
        for measure in ("per_commune", "of_inhabitant")
    }
    decades = study.risk.decade_rates()
    gaps |= {
        ("per_commune", str(decade)): row[here] - row[FRANCE] for decade, row in decades.iterrows()
    }
    chosen = ("per_commune", "all_years")
    return tried(gaps, ["measure", "period"], chosen, above(0), COUNTED)


@trial("risk-floods-gard")
def floods_gard(study: Topics) -> Tried:
    """Beside the Gard there are more by commune, and fewer where the average inhabitant lives."""
    rates, here = study.risk.flood_rates(), study.territory.here
    gaps = rates.loc[here] - rates.loc[study.territory.in_departement]
    least = min(gaps["per_commune"], -gaps["of_inhabitant"])
    return tried({"both": least}, ["measure"], "both", above(0), COUNTED)


@trial("risk-widest")
def widest(study: Topics) -> Tried:
    """After 1982 the episode of 2002 hit most communes, however episodes are parted."""
    ranks = {}
    for days in GAPS:
        episodes = study.risk.episodes(days)
        since = episodes[episodes["start"].dt.year > FIRST_FLOOD]
        year = since["start"].dt.year[since["communes"].idxmax()]
        ranks[days] = float(year)
    return tried(ranks, ["days"], 3, within(2002, 2002), ORDER)


@trial("risk-fires-often")
def fires_often(study: Topics) -> Tried:
    """More fires start for its area than in France, and than in the Gard."""
    return _fires(study, "per_100_km2", above(0))


@trial("risk-fires-small")
def fires_small(study: Topics) -> Tried:
    """They burn a smaller share of it."""
    return _fires(study, "burnt_per_10000", below(0))


def _fires(study: Topics, measure: str, rule: Rule) -> Tried:
    rates, here = study.risk.fire_rates()[measure], study.territory.here
    places = (FRANCE, study.territory.in_departement)
    gaps = {place: rates[here] - rates[place] for place in places}
    return tried(gaps, ["beside"], FRANCE, rule, COUNTED)


@trial("risk-three")
def three(study: Topics) -> Tried:
    """More of its people live in a commune with all three than in France."""
    shares = study.risk.all_three()
    gaps = {
        measure: shares.at[study.territory.here, measure] - shares.at[FRANCE, measure]
        for measure in shares.columns
        if str(measure).endswith("_pct")
    }
    return tried(gaps, ["measure"], "population_pct", above(0), COUNTED)


@trial("risk-every-commune")
def every_commune(study: Topics) -> Tried:
    """Each commune has had a recognised flood."""
    least = study.risk.by_commune("floods")["floods"].min()
    return tried({"1982": least}, ["since"], "1982", above(0), COUNTED)
