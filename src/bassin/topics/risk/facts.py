"""What the chapter on natural risks says."""

from __future__ import annotations

from collections.abc import Iterable

import pandas as pd

from bassin.collation import collation_key
from bassin.indicators.stats import total
from bassin.phrase import Name, Phrase
from bassin.places.territory import FRANCE
from bassin.topics.facts import Facts, joined
from bassin.topics.gathered import Topics
from bassin.topics.risk.checks import YEAR
from bassin.topics.risk.floods import listed
from bassin.topics.risk.plans import COVERED, NOT_COVERED

#: Year of the perimeter before the one of the study, and of that after.
FORMER, LATER = 2019, 2025
#: Years whose largest flood is told of, beside the first.
FIRST_FLOOD, GREAT_FLOODS = 1982, (2002, 2014, 2020)
#: First years of the decades that are told of.
DECADES = (1990, 2010)


def facts(study: Topics) -> Facts:
    """Facts of the chapter; those of a year or of a plan that a place lacks are left out."""
    return joined(
        study,
        _covered,
        _unplanned,
        _printed,
        _series,
        _perimeters,
        _recognised,
        _most_recognised,
        _decades,
        _episodes,
        _fires,
        _last_year,
        _all_three,
        _halves,
        _floods_of_halves,
        _worst,
        _land,
    )


def _areas(study: Topics) -> dict[str, str]:
    """End of a key to the code of the place it is of."""
    return {"": study.territory.here, "_gard": study.territory.in_departement, "_france": FRANCE}


def _covered(study: Topics) -> Facts:
    """Communes with a plan, in each year of the perimeter and around."""
    risk, areas = study.risk, _areas(study)
    plans = risk.coverage(risk.of_years())
    areas[""] = risk.in_year(YEAR)
    found: dict[str, object] = {}
    for end, year in (("", YEAR), (f"_{FORMER}", FORMER), (f"_{LATER}", LATER)):
        if year in risk.perimeters:
            found[f"risk_plans{end}"] = plans.at[risk.in_year(year), "covered"]
            found[f"risk_communes{end}"] = plans.at[risk.in_year(year), "communes"]
    shares = {end or "_pct": plans.at[code, "covered_pct"] for end, code in areas.items()}
    return {**found, **{f"risk_plans{end}": (pct, ".0f", "%") for end, pct in shares.items()}}


def _unplanned(study: Topics) -> Facts:
    """Communes without a plan."""
    bare = sorted(study.territory.communes.loc[study.risk.unplanned, "name"], key=collation_key)
    return {"risk_unplanned": len(bare), "risk_unplanned_names": listed(bare)}


def _printed(study: Topics) -> Facts:
    """The two numbers printed."""
    printed = study.published("risks")["risk-plans"]
    printed_of = study.published("territory")["epci-76"]
    return {
        "risk_printed": printed,
        "risk_printed_of": printed_of,
        "risk_printed_gap": printed_of - printed,
    }


def _series(study: Topics) -> Facts:
    """The perimeters that have as many communes as printed."""
    risk = study.risk
    printed_of = study.published("territory")["epci-76"]
    every = risk.by_perimeter(study.perimeters.codes)
    names = {FRANCE: Name(FRANCE), **risk.names, **study.perimeters.place_names}
    same = [names[str(code)] for code in every.index[every["communes"] == printed_of]]
    return {"risk_of_76": Phrase("risk.series", names=same) if same else Phrase("risk.none")}


def _perimeters(study: Topics) -> Facts:
    """Communes that merged into others, or left."""
    risk = study.risk
    held = {year: set(codes) for year, codes in risk.perimeters.items()}
    now = held[YEAR]
    gone = {
        "risk_left": held.get(FORMER, now) - now,
        "risk_merged": now - held[LATER],
    }
    merged = risk.absorbed
    return {
        "risk_absorbed": Phrase("risk.series", names=merged)
        if merged
        else Phrase("risk.no_commune"),
        **{
            key: Phrase("risk.series", names=_named(risk.register["name"], codes))
            for key, codes in gone.items()
            if codes
        },
    }


def _named(names: pd.Series, codes: Iterable[str]) -> list[str]:
    """Names of communes; the code of one that the register does not have."""
    return sorted((str(names.get(code, code)) for code in codes), key=collation_key)


def _recognised(study: Topics) -> Facts:
    """Floods recognised, a commune and for the average inhabitant."""
    rates = study.risk.flood_rates()
    areas = _areas(study)
    return {
        "risk_floods": rates.at[study.territory.here, "floods"],
        **{
            f"risk_{column}{end}": (rates.at[code, column], ".1f")
            for column in ("per_commune", "of_inhabitant")
            for end, code in areas.items()
        },
        "risk_least": study.risk.by_commune("floods")["floods"].min(),
    }


def _most_recognised(study: Topics) -> Facts:
    """The commune with most floods."""
    most = study.risk.most_floods(1)
    return {"risk_first": str(most.index[0]), "risk_first_floods": most["total"].iloc[0]}


def _decades(study: Topics) -> Facts:
    """Floods a commune in two decades, here and in the country."""
    table = study.risk.decade_rates()
    rows = {str(decade)[:4]: rates for decade, rates in table.iterrows()}
    places = {"": study.territory.here, "_france": FRANCE}
    return {
        f"risk_{year}s{end}": (rows[str(year)][code], ".1f")
        for year in DECADES
        if str(year) in rows
        for end, code in places.items()
    }


def _episodes(study: Topics) -> Facts:
    """How many episodes there are, and the largest of some years."""
    risk = study.risk
    every = risk.episodes()
    years = set(every["start"].dt.year)
    found: dict[str, object] = {
        "risk_episodes": len(every),
        "risk_great": len(risk.great_episodes()),
        "risk_gap_low": len(risk.episodes(5)),
        "risk_gap_high": len(risk.episodes(0)),
    }
    if FIRST_FLOOD in years:
        first = risk.greatest_of(FIRST_FLOOD)
        found[f"risk_{FIRST_FLOOD}"] = first.name
        found[f"risk_{FIRST_FLOOD}_gard"] = (first["around_pct"], ".0f", "%")
    for year in years.intersection(GREAT_FLOODS):
        row = risk.greatest_of(year)
        found[f"risk_dates_{year}"] = row.name
        found[f"risk_hit_{year}"] = row["communes"]
        found[f"risk_rank_{year}"] = row["rank"]
        found[f"risk_living_{year}"] = (row["inhabitants_pct"], ".0f", "%")
        found[f"risk_gard_{year}"] = (row["around_pct"], ".0f", "%")
    return found


def _fires(study: Topics) -> Facts:
    """Fires that start, and what they burn."""
    rates, areas = study.risk.fire_rates(), _areas(study)
    own = rates.loc[study.territory.here]
    keys = {"density": "per_100_km2", "share_burnt": "burnt_per_10000"}
    return {
        "risk_fires": int(own["fires"]),
        "risk_burnt": (own["burnt_ha"], ".0f", "ha"),
        "risk_median": (own["median_ha"], ".1f", "ha"),
        "risk_no_fire": int((study.risk.by_commune("fires")["fires"] == 0).sum()),
        **{
            f"risk_{key}{end}": (rates.at[code, column], ".1f")
            for key, column in keys.items()
            for end, code in areas.items()
        },
    }


def _last_year(study: Topics) -> Facts:
    """The last year of the list of fires, beside those before."""
    last = study.risk.last_year()
    fires, late = last.loc["fires_in_country"], last.loc["late_fires_around"]
    departements = last.loc["departements_with_fire"]
    return {
        "risk_fires_2024": fires["last"],
        "risk_fires_lowest": fires["lowest"],
        "risk_fires_mean": fires["mean"],
        "risk_late_2024": late["last"],
        "risk_late_lowest": late["lowest"],
        "risk_deps_2024": departements["last"],
        "risk_deps_mean": (departements["mean"], ".0f"),
    }


def _all_three(study: Topics) -> Facts:
    """Communes with most of the three, and the people who live in them."""
    most, strict = study.risk.living().iloc[0], study.risk.living(often=True).iloc[0]
    shares, areas = study.risk.all_three()["population_pct"], _areas(study)
    return {
        "risk_three": most["communes"],
        "risk_three_people": most["population"],
        **{f"risk_three{end or '_pct'}": (shares[code], ".0f", "%") for end, code in areas.items()},
        "risk_strict": strict["communes"],
        "risk_strict_people": strict["population"],
        "risk_strict_marks": Name(strict.name),
    }


def _in_two(study: Topics) -> bool:
    """Whether there are communes with a plan and without."""
    return {COVERED, NOT_COVERED} <= set(study.risk.by_commune("cover")["cover"])


def _halves(study: Topics) -> Facts:
    """Communes with a plan and without, where there are both."""
    if not _in_two(study):
        return {}
    halves = study.risk.halves()
    bare, planned = halves.loc[NOT_COVERED], halves.loc[COVERED]
    return {
        "risk_bare_people": bare["population"],
        "risk_bare_people_pct": (bare["population_pct"], ".1f", "%"),
        "risk_bare_area": (bare["area_km2"], ".0f", "km²"),
        "risk_bare_area_pct": (bare["area_pct"], ".0f", "%"),
        "risk_planned_people_pct": (planned["population_pct"], ".0f", "%"),
    }


def _floods_of_halves(study: Topics) -> Facts:
    """Floods of the mean commune of each, where there are both."""
    if not _in_two(study):
        return {}
    floods = study.risk.floods_by_plan()
    return {
        "risk_bare_floods": (floods[NOT_COVERED], ".1f"),
        "risk_planned_floods": (floods[COVERED], ".1f"),
    }


def _worst(study: Topics) -> Facts:
    """The commune without a plan that has most floods, where others have a plan."""
    if not _in_two(study):
        return {}
    unplanned = study.risk.without_plan()
    return {
        "risk_worst_bare": str(unplanned["rank"].idxmin()),
        "risk_worst_bare_floods": unplanned["floods"].max(),
    }


def _land(study: Topics) -> Facts:
    """Land consumed, and that in communes with a plan, where it is known."""
    halves = study.risk.land_by_plan()
    if COVERED not in halves.index or halves["land_ha"].isna().any():
        return {}
    planned = halves.loc[COVERED]
    return {
        "risk_land": (total(halves["land_ha"]), ".0f", "ha"),
        "risk_land_planned": (planned["land_ha"], ".0f", "ha"),
        "risk_land_pct": (planned["land_pct"], ".0f", "%"),
        "risk_activity": (total(halves["activity_ha"]), ".0f", "ha"),
        "risk_activity_planned": (planned["activity_ha"], ".0f", "ha"),
    }
