"""Checks of the claims on the waves of reconversion and on industrial jobs."""

from __future__ import annotations

import math
from itertools import pairwise
from typing import TYPE_CHECKING

from bassin.audit import Check, Finding, check
from bassin.indicators.employment import END, START, compound

if TYPE_CHECKING:
    from bassin.study import Study

#: Years of figure 1.1.
YEARS = (2008, 2013, 2018, 2022)
#: Years of it that the later revision of URSSAF's totals has too.
REVISED = (2018, 2022)
#: Where the text speaks of each closing of a pit, of a count of miners, of a report.
PITS, MINERS, REPORT = "205-208", "245-246", "804-809"
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


def _pit_closings(study: Study) -> list[int]:
    events = study.waves.events
    pits = events[(events["kind"] == "closure") & (events["lines"] == PITS)]
    return [int(year) for year in pits["year"]]


@check("waves-closing-years")
def _closing_years(study: Study) -> Finding:
    years = _pit_closings(study)
    slowing = study.waves.events.query("kind == 'closure' and sector == 'mining'")["year"].min()
    return Finding(
        bool(slowing < 1970 and 2000 <= max(years) < 2005),
        "D",
        f"The first closings are in the {slowing}s; those with a name are in "
        f"{', '.join(map(str, years[:-1]))} and {years[-1]}.",
    )


@check("waves-pits-last")
def _pits_last(study: Study) -> Finding:
    years = _pit_closings(study)
    later = [year for year in years if year > 1975]
    return Finding(
        max(years),
        "D",
        f"A note of the same chapter closes {len(later)} of {len(years)} pits after 1975, the last "
        f"in {max(years)}.",
    )


def _miners(study: Study) -> dict[int, float]:
    events = study.waves.events
    counts = events[(events["kind"] == "count") & (events["lines"] == MINERS)]
    return {int(y): float(n) for y, n in zip(counts["year"], counts["jobs"], strict=True)}


@check("waves-miners-source")
def _miners_source(study: Study) -> Finding:
    events = study.waves.events
    report = int(events.loc[events["lines"] == REPORT, "year"].iloc[0])
    last = max(_miners(study))
    return Finding(
        last <= report,
        "D",
        f"A report of {report} cannot count the miners of {last}: another source, or another year.",
    )


@check("waves-destroyed")
def _destroyed(study: Study) -> Finding:
    miners = _miners(study)
    first, last = min(miners), max(miners)
    return Finding(
        miners[first] - miners[last],
        "C",
        f"From {first} to {last} the miners fall from {miners[first]:,.0f} to {miners[last]:,.0f}, "
        f"after the note on line 245: {miners[first] - miners[last]:,.0f} fewer.",
    )


@check("waves-not-made-up")
def _not_made_up(study: Study) -> Finding:
    first = study.waves.ledger().loc["First wave"]
    share = 100 * first["created"] / first["destroyed"]
    return Finding(
        bool(first["created"] < first["destroyed"]),
        "C",
        f"{first['created']:,} created for {first['destroyed']:,} destroyed: {share:.0f}%.",
    )


# -- Figure 1.1 -----------------------------------------------------------------------------------


def _own(year: int, measure: str) -> Check:
    def run(study: Study) -> Finding | None:
        found = study.employment.own_totals([year])
        if found is None:
            return None
        value = float(found.at[year, measure])
        if math.isnan(value):
            return None
        return Finding(value, "B", f"{value:,.0f} in URSSAF's file by commune and activity.")

    return run


for _year in YEARS:
    check(f"waves-industry-{_year}")(_own(_year, "industry"))
    if _year not in REVISED:
        check(f"waves-total-{_year}")(_own(_year, "total"))


def _total(year: int) -> Check:
    def run(study: Study) -> Finding:
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
    def run(study: Study) -> Finding:
        row = study.waves.shares().loc[year]
        return Finding(
            float(row["recomputed"]),
            "C",
            f"{row['industry']:,.0f} of {row['total']:,.0f} is {row['recomputed']:.2f}%.",
        )

    return run


for _year in YEARS:
    check(f"waves-share-{_year}")(_share(_year))


def _change(measure: str, start: int, end: int) -> Check:
    def run(study: Study) -> Finding:
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
    for _start, _end in pairwise(YEARS):
        check(f"waves-change-{_measure}-{_end}")(_change(_measure, _start, _end))


@check("waves-fall-2008")
def _fall(study: Study) -> Finding:
    change = study.waves.changes().at[("industry", "2008\N{EN DASH}2013"), "recomputed"]
    total = study.waves.changes().at[("total", "2008\N{EN DASH}2013"), "recomputed"]
    return Finding(
        bool(change < total < 0),
        "C",
        f"By the printed numbers {change:.1f}%, and {total:.1f}% for all private jobs.",
    )


@check("waves-slower-2013")
def _slower(study: Study) -> Finding:
    jobs = study.waves.jobs.loc["industry"]
    before = compound((jobs[2013] / jobs[2008] - 1) * 100, 5)
    after = compound((jobs[2022] / jobs[2013] - 1) * 100, 9)
    return Finding(
        bool(before < after and abs(after) < abs(before) / 2),
        "C",
        f"By the printed numbers {before:+.1f}% a year in 2008-2013, {after:+.1f}% in 2013-2022.",
    )


def _area_share(rank: int) -> Check:
    def run(study: Study) -> Finding:
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
def _share_same(study: Study) -> Finding:
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
def _resists(study: Study) -> Finding:
    employment = study.employment
    zone, france = employment.growth("BE", [employment.zone]), employment.growth("BE")
    printed = study.waves.jobs.loc["industry"]
    return Finding(
        bool(zone >= 0 > france),
        "B",
        f"From {START} to {END} industry changes by {zone:+.1f}% in the zone d'emploi and "
        f"{france:+.1f}% in France. By figure 1.1 the agglomeration lost "
        f"{100 * (1 - printed[2022] / printed[2008]):.0f}% from 2008 to 2022.",
    )


# -- Figure 1.2 -----------------------------------------------------------------------------------


def _own_fabric(industry: str, column: str) -> Check:
    def run(study: Study) -> Finding | None:
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
    def run(study: Study) -> Finding:
        value = int(study.waves.sums().at[column, "of_rows"])
        rows = len(study.waves.industries) - 1
        return Finding(value, "C", f"The {rows} rows add up to {value:,}.")

    return run


check("waves-sites-total")(_sum("establishments"))
check("waves-jobs-total")(_sum("employees"))


@check("waves-diverse")
def _diverse(study: Study) -> Finding:
    ranks = study.employment.diversity()
    zone = study.employment.zone
    place = list(ranks.index).index(zone) + 1
    return Finding(
        bool(ranks[zone] > ranks.median()),
        "B",
        f"Its industrial jobs are spread as over {ranks[zone]:.1f} industries of equal size; the "
        f"median zone d'emploi has {ranks.median():.1f}, and it is number {place} of {len(ranks)}.",
    )
