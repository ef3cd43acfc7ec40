"""Checks of the claims on the waves of reconversion and on industrial jobs."""

from __future__ import annotations

import math
from itertools import pairwise

import pandas as pd

from bassin.read import ign, insee, printed, urssaf
from bassin.topics.employment.local import YEARS as INDUSTRY_YEARS
from bassin.topics.employment.local import compound, zones_of_region
from bassin.topics.finding import Check, Finding, check
from bassin.topics.gathered import Topics
from bassin.topics.statements import number_printed, numbers_told

#: Years of figure 1.1.
YEARS = (2008, 2013, 2018, 2022)
#: Years of it that the later revision of URSSAF's totals has too.
REVISED = (2018, 2022)
#: Where the text speaks of each closing of a pit, of a count of miners.
PITS, MINERS = "205-208", "245-246"
#: Years that can be called the early 2000s.
EARLY_2000S = (2000, 2004)
#: First years of the three waves, and the years told with the first.
FIRST, SECOND, THIRD, SIXTIES = 1970, 1990, 2010, 1960
#: Who opens a plant, in the events: a group of the country.
GROUP = "group"
#: Lines that tell of the firms of the second wave.
SECOND_LINES = range(270, 343)
#: Sectors of the events that are no branch of industry.
NOT_INDUSTRY = ("culture", "energy", "mining", "public action", "services", "several", "training")
#: Communes the study names (lines 198-199): towns of silk, towns of coal.
SILK = {"30010": "Anduze", "30269": "Saint-Jean-du-Gard", "30227": "Saint-Ambroix"}
MINES = {"30132": "La Grand-Combe", "30037": "Bessèges"}
#: Zone d'emploi of Toulouse, and the departements of the former Languedoc-Roussillon.
TOULOUSE, LANGUEDOC = "7625", ("11", "30", "34", "48", "66")
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


def _pit_closings(study: Topics) -> list[int]:
    events = study.waves.events
    pits = events[(events["kind"] == "closure") & (events["lines"] == PITS)]
    return [int(year) for year in pits["year"]]


@check("waves-closing-years")
def _closing_years(study: Topics) -> Finding:
    years = _pit_closings(study)
    before, left = number_printed(study, "waves-pits-21"), number_printed(study, "waves-pits-4")
    return Finding(
        bool(left < before and EARLY_2000S[0] <= max(years) <= EARLY_2000S[1]),
        "D",
        f"A note has {left:.0f} of {before:.0f} pits left at the start of the 1970s, so that the "
        f"others close before, and closes the last in {max(years)}. No passage dates the first "
        "closing to a year.",
    )


@check("waves-pits-last")
def _pits_last(study: Topics) -> Finding:
    years = _pit_closings(study)
    later = [year for year in years if year > 1975]
    return Finding(
        max(years),
        "D",
        f"A note of the same chapter closes {len(later)} of {len(years)} pits after 1975, the last "
        f"in {max(years)}.",
    )


def _miners(study: Topics) -> dict[int, float]:
    events = study.waves.events
    counts = events[(events["kind"] == "count") & (events["lines"] == MINERS)]
    return {int(y): float(n) for y, n in zip(counts["year"], counts["jobs"], strict=True)}


@check("waves-destroyed")
def _destroyed(study: Topics) -> Finding:
    miners = _miners(study)
    first, last = min(miners), max(miners)
    return Finding(
        miners[first] - miners[last],
        "C",
        f"From {first} to {last} the miners fall from {miners[first]:,.0f} to {miners[last]:,.0f}, "
        f"after the note on line 245: {miners[first] - miners[last]:,.0f} fewer.",
    )


@check("waves-not-made-up")
def _not_made_up(study: Topics) -> Finding:
    first = study.waves.ledger().loc["First wave"]
    share = 100 * first["created"] / first["destroyed"]
    return Finding(
        bool(first["created"] < first["destroyed"]),
        "C",
        f"{first['created']:,} created for {first['destroyed']:,} destroyed: {share:.0f}%.",
    )


@check("waves-pits-4")
def _pits_4(study: Topics) -> Finding:
    years = _pit_closings(study)
    later = ", ".join(map(str, years))
    return Finding(len(years), "D", f"The note names {len(years)}, closed in {later}.")


def coal_above_silk(study: Topics) -> tuple[int, int, str]:
    """In how many pairs of a town of coal and a town of silk that of coal lies higher.

    Two passages of the study say the contrary of each other; this count says which the land bears
    out.

    Returns
    -------
    higher, pairs : int
    said : str
        The height of each town, and the count.
    """
    halls = ign.town_halls_2012(study.sources)
    middle = (halls["altitude_min_m"] + halls["altitude_max_m"]) / 2
    each = ", ".join(f"{name} {middle[code]:.0f} m" for code, name in {**SILK, **MINES}.items())
    higher = sum(bool(middle[coal] > middle[silk]) for coal in MINES for silk in SILK)
    pairs = len(MINES) * len(SILK)
    return (
        higher,
        pairs,
        f"Half-way from the lowest to the highest point: {each}. In {higher} of {pairs} pairs of a "
        "town of each the town of coal lies higher.",
    )


@check("waves-silk-high")
def _silk_high(study: Topics) -> Finding:
    table = printed.altitudes(study.sources)
    own = table["lines"] == printed.claims(study.sources).at["waves-silk-high", "lines"]
    here = table[own].set_index("trade")["height"]
    others = table[~own]
    denying = others[others["height"] != others["trade"].map(here)]
    said = [
        f"Lines {lines} have {' and '.join(rows['trade'] + ' ' + rows['height'])}."
        for lines, rows in denying.groupby("lines", sort=False)
    ]
    return Finding(
        denying.empty,
        "D",
        f"{' '.join(said) or 'No other passage says otherwise.'} {coal_above_silk(study)[2]}",
    )


# -- The waves ------------------------------------------------------------------------------------


def _openings(study: Topics) -> pd.DataFrame:
    """Openings of firms of industry that have a name."""
    events = study.waves.events
    named = (events["kind"] == "opening") & (events["firm"] != "")
    return events[named & ~events["sector"].isin(NOT_INDUSTRY)]


def _first_wave(study: Topics) -> pd.DataFrame:
    """Those of the decades of the first wave, the 1960s included."""
    openings = _openings(study)
    return openings[openings["year"].between(SIXTIES, SECOND - 1)]


@check("waves-count")
def _count(study: Topics) -> Finding:
    numbers = numbers_told(study, "waves-wave-3")
    third = numbers[numbers < THIRD]
    return Finding(
        float(third.max()) - 1,
        "D",
        f"Lines {third.index[0]} and {third.index[-1]} call the one since {THIRD} the third.",
    )


@check("waves-wave-1")
def _wave_1(study: Topics) -> Finding:
    first, openings = _first_wave(study), _openings(study)
    second = openings[openings["year"].between(SECOND, THIRD - 1)]
    early, late = ((wave["owner"] == GROUP) for wave in (first, second))
    dated = bool((first.loc[early, "year"] >= FIRST).all())
    return Finding(
        bool(dated and early.sum() > len(first) / 2 and late.mean() < early.mean()),
        "D",
        f"Of {len(first)} openings of firms of industry that the chapter dates from {SIXTIES} to "
        f"{SECOND - 1}, {early.sum()} are of large groups, "
        f"{'none' if dated else 'one or more'} before {FIRST}. Of {len(second)} from {SECOND} to "
        f"{THIRD - 1}, {late.sum()} are. No register says whether the firms it names stand for "
        "the others.",
    )


@check("waves-wave-2")
def _wave_2(study: Topics) -> Finding:
    openings = _openings(study)
    lines = openings["lines"].str.partition("-")[0].astype(int)
    told_there = openings[lines.isin(SECOND_LINES)]
    early = told_there[told_there["year"] < SECOND]
    older = " and ".join(f"{row.firm} ({row.year})" for row in early.itertuples())
    return Finding(
        bool(len(early) < len(told_there) / 2),
        "D",
        f"Of the {len(told_there)} firms it dates there, {len(told_there) - len(early)} opened in "
        f"{SECOND}-{THIRD - 1}." + (f" {older} are older." if older else ""),
    )


@check("waves-plants-decades")
def _plants_decades(study: Topics) -> Finding:
    openings = _openings(study)
    groups = openings[openings["owner"] == GROUP]
    snr = groups[groups["firm"] == "SNR"].iloc[0]
    return Finding(
        bool(FIRST <= snr["year"] < SECOND and snr["year"] == groups["year"].min()),
        "D",
        f"Line {snr['lines'].partition('-')[0]} has SNR come from {snr['year']}; of the "
        f"{len(groups)} openings by groups, none is dated before it.",
    )


@check("waves-plants-1960s")
def _plants_1960s(study: Topics) -> Finding:
    first = int(_first_wave(study)["year"].min())
    return Finding(
        first,
        "D",
        f"Nowhere else is a plant dated before {first}: lines 58 and 231 say the 1970s and 1980s, "
        "line 809 from 1970, after a report of 1972 that had seen no new firm. The printed period "
        "may be meant loosely.",
    )


@check("waves-tamaris-sector")
def _tamaris_sector(study: Topics) -> Finding:
    events = study.waves.events
    sector = str(events.loc[events["firm"] == "Tamaris", "sector"].iloc[0])
    return Finding(
        sector == "chemicals",
        "D",
        f"Lines 390-391 have Tamaris a foundry, in {sector}. A word may be lost: in chemicals and "
        "metals.",
    )


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
    before = compound((jobs[2013] / jobs[2008] - 1) * 100, 5)
    return before, compound((jobs[2022] / jobs[2013] - 1) * 100, 9)


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


for _year in YEARS:
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


for _year in YEARS:
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
    for _start, _end in pairwise(YEARS):
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
    former = communes.isin(LANGUEDOC).map({True: "inside", False: ""})
    jobs = urssaf.totals(sources, "communes")[year]
    zones = zones_of_region(jobs, insee.employment_zones_2023(sources), former, "inside")
    toulouse, languedoc, france = (
        employment.share_of_industry(year, where) for where in ([TOULOUSE], zones, None)
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
