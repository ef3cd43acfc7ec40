"""Checks of the claims on industrial jobs, and on the two figures that print them."""

from __future__ import annotations

import math
from itertools import pairwise

import pandas as pd

from bassin.indicators.stats import annual_rate_pct
from bassin.read import insee, urssaf
from bassin.topics.employment.industries import INDUSTRY_YEARS
from bassin.topics.employment.zones import zones_of_region
from bassin.topics.finding import Check, Finding, check
from bassin.topics.gathered import Topics

#: Years of figure 1.1.
FIGURE_YEARS = (2008, 2013, 2018, 2022)
#: Years of it that the later revision of URSSAF's totals has too.
REVISED = (2018, 2022)
#: Zone d'emploi of Toulouse, and the departements of the former Languedoc-Roussillon.
TOULOUSE_ZONE, LANGUEDOC_DEPARTEMENTS = "7625", ("11", "30", "34", "48", "66")
#: A38 industries of figure 1.2 by the end of a claim's name.
FABRIC = {
    "ca": "Food",
    "ce": "Chemicals",
    "ck": "Machinery",
    "ch": "Metals and metal products",
    "cm": "Furniture, other manufacturing, repair and installation",
    "cj": "Electrical equipment",
    "bz": "Mining and quarrying",
    "other": "Other industry",
}


def _since_2019(study: Topics) -> tuple[pd.DataFrame, str]:
    """Change of industry over every window at hand, and the one sentence that says it."""
    windows = study.employment.windows()
    zone, france = windows["zone_pct"], windows["france_pct"]
    ahead = int((zone > france).sum())
    years = ", ".join(map(str, INDUSTRY_YEARS[:-1]))
    return windows, (
        f"Between any two of the years {years} and {INDUSTRY_YEARS[-1]}, private jobs in industry "
        f"change by {zone.min():+.1f} to {zone.max():+.1f}% in the zone d'emploi and by "
        f"{france.min():+.1f} to {france.max():+.1f}% in France; the zone is ahead in {ahead} of "
        f"{len(windows)} windows."
    )


def _paces(study: Topics) -> tuple[float, float]:
    """Yearly change of industry in figure 1.1, in %: 2008-2013 and 2013-2022."""
    jobs = study.waves.jobs.loc["industry"]
    before = annual_rate_pct(jobs[2008], jobs[2013], 5)
    return before, annual_rate_pct(jobs[2013], jobs[2022], 9)


@check("waves-contained")
def _contained(study: Topics) -> Finding:
    windows, sentence = _since_2019(study)
    before, after = _paces(study)
    return Finding(
        bool((windows["zone_pct"] >= 0).all() and after > before),
        "B",
        f"{sentence} By figure 1.1 the agglomeration changes by {before:+.1f}% a year in 2008-2013 "
        f"and {after:+.1f}% in 2013-2022.",
    )


# -- Figure 1.1 -----------------------------------------------------------------------------------


def _own(year: int, measure: str) -> Check:
    def run(study: Topics) -> Finding | None:
        found = study.employment.own_totals([year])
        if found is None:
            return None
        value = float(found.at[year, measure])
        if math.isnan(value):
            return None
        return Finding(value, "B", f"{value:,.0f} in URSSAF's file by commune and activity.")

    return run


for _year in FIGURE_YEARS:
    check(f"waves-industry-{_year}")(_own(_year, "industry"))
    if _year not in REVISED:
        check(f"waves-total-{_year}")(_own(_year, "total"))


def _total(year: int) -> Check:
    def run(study: Topics) -> Finding:
        row = study.waves.gaps().loc[year]
        return Finding(
            float(row["later"]),
            "B",
            f"{row['later']:,.0f} in a later revision of URSSAF's totals, {row['gap_pct']:+.1f}%.",
        )

    return run


for _year in REVISED:
    check(f"waves-total-{_year}")(_total(_year))


def _share(year: int) -> Check:
    def run(study: Topics) -> Finding:
        row = study.waves.shares().loc[year]
        return Finding(
            float(row["recomputed"]),
            "C",
            f"{row['industry']:,.0f} of {row['total']:,.0f} is {row['recomputed']:.2f}%.",
        )

    return run


for _year in FIGURE_YEARS:
    check(f"waves-share-{_year}")(_share(_year))


def _change(measure: str, start: int, end: int) -> Check:
    def run(study: Topics) -> Finding:
        row = study.waves.changes().loc[(measure, f"{start}\N{EN DASH}{end}")]
        says = f"From {row['start']:,} to {row['end']:,} is {row['recomputed']:+.2f}%."
        if row["verdict"] == "does not follow":
            base, year = study.waves.implied_base()
            near = study.waves.series().at[year, "URSSAF, later revision"]
            says += (
                f" The printed change would start from {base:,.0f}; the later revision has "
                f"{near:,.0f} in {year}."
            )
        elif row["verdict"] != "follows":
            says += " The decimals were dropped, not rounded."
        return Finding(float(row["recomputed"]), "C", says)

    return run


for _measure in ("industry", "total"):
    for _start, _end in pairwise(FIGURE_YEARS):
        check(f"waves-change-{_measure}-{_end}")(_change(_measure, _start, _end))


@check("waves-fall-2008")
def _fall(study: Topics) -> Finding:
    change = study.waves.changes().at[("industry", "2008\N{EN DASH}2013"), "recomputed"]
    total = study.waves.changes().at[("total", "2008\N{EN DASH}2013"), "recomputed"]
    return Finding(
        bool(change < total < 0),
        "C",
        f"By the printed numbers {change:.1f}%, and {total:.1f}% for all private jobs.",
    )


@check("waves-slower-2013")
def _slower(study: Topics) -> Finding:
    before, after = _paces(study)
    return Finding(
        bool(before < after and abs(after) < abs(before) / 2),
        "C",
        f"By the printed numbers {before:+.1f}% a year in 2008-2013, {after:+.1f}% in 2013-2022.",
    )


def _area_share(rank: int) -> Check:
    def run(study: Topics) -> Finding:
        shares = study.employment.industry_share([2022])[2022]
        return Finding(
            float(shares.iloc[rank]),
            "B",
            f"{shares.iloc[rank]:.2f}% in 2022 by a later revision: {shares.index[rank]}.",
        )

    return run


check("waves-share-occitanie")(_area_share(1))
check("waves-share-france")(_area_share(2))


@check("waves-share-same")
def _share_same(study: Topics) -> Finding:
    shares = study.employment.industry_share([2022])[2022]
    own = float(study.waves.shares().at[2022, "recomputed"])
    gaps = own - shares.iloc[1:]
    return Finding(
        bool((gaps.abs() < 1).all()),
        "B",
        f"{own:.1f}% as printed: {gaps.iloc[0]:+.1f} points against the region, "
        f"{gaps.iloc[1]:+.1f} against France.",
    )


@check("waves-resists")
def _resists(study: Topics) -> Finding:
    windows, sentence = _since_2019(study)
    holds, falls = bool((windows["zone_pct"] >= 0).all()), bool((windows["france_pct"] < 0).all())
    return Finding(
        holds and falls,
        "B",
        f"{sentence} The first half, that it holds here, {_stands(holds)}; the second, that it "
        f"falls elsewhere, {_stands(falls)}. No file at hand has industry by place before "
        f"{INDUSTRY_YEARS[0]}.",
    )


def _stands(half: bool) -> str:
    return "stands" if half else "fails"


@check("waves-toulouse-lr")
def _toulouse_lr(study: Topics) -> Finding:
    employment, sources = study.employment, study.sources
    year = 2022
    communes = insee.communes_2023(sources)["dep"]
    former = communes.isin(LANGUEDOC_DEPARTEMENTS).map({True: "inside", False: ""})
    jobs = urssaf.totals(sources, "communes")[year]
    zones = zones_of_region(jobs, insee.employment_zones_2023(sources), former, "inside")
    toulouse, languedoc, france = (
        employment.share_of_industry(year, where) for where in ([TOULOUSE_ZONE], zones, None)
    )
    return Finding(
        bool(toulouse > france > languedoc),
        "B",
        f"Industry has {toulouse:.1f}% of private jobs in the zone d'emploi of Toulouse in {year}, "
        f"{languedoc:.1f}% in the {len(zones)} of the former region, {france:.1f}% in France.",
    )


# -- Figure 1.2 -----------------------------------------------------------------------------------


def _own_fabric(industry: str, column: str) -> Check:
    def run(study: Topics) -> Finding | None:
        table = study.waves.fabric()
        if f"{column}_found" not in table:
            return None
        value = float(table.at[industry, f"{column}_found"])
        if math.isnan(value):
            return None
        return Finding(value, "B", f"{value:,.0f} in URSSAF's file by commune and activity.")

    return run


for _code, _industry in FABRIC.items():
    check(f"waves-sites-{_code}")(_own_fabric(_industry, "establishments"))
    check(f"waves-jobs-{_code}")(_own_fabric(_industry, "employees"))


def _sum(column: str) -> Check:
    def run(study: Topics) -> Finding:
        value = int(study.waves.sums().at[column, "of_rows"])
        rows = len(study.waves.industries) - 1
        return Finding(value, "C", f"The {rows} rows add up to {value:,}.")

    return run


check("waves-sites-total")(_sum("establishments"))
check("waves-jobs-total")(_sum("employees"))


@check("waves-jobs-twice")
def _jobs_twice(study: Topics) -> Finding:
    fabric = int(study.waves.industries.at["Total", "employees"])
    series = int(study.waves.jobs.at["industry", 2022])
    return Finding(fabric == series, "D", f"{fabric:,} there, {series:,} in figure 1.1.")


@check("waves-diverse")
def _diverse(study: Topics) -> Finding:
    ranks = study.employment.diversity()
    zone = study.employment.zone
    place = list(ranks.index).index(zone) + 1
    return Finding(
        bool(ranks[zone] > ranks.median()),
        "B",
        f"Its industrial jobs are spread as over {ranks[zone]:.1f} industries of equal size; the "
        f"median zone d'emploi has {ranks.median():.1f}, and it is number {place} of {len(ranks)}.",
    )
