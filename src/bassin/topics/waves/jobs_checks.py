"""Checks of the claims on industrial jobs, and on the two figures that print them."""

from __future__ import annotations

import math
from itertools import pairwise

import pandas as pd

from bassin.indicators.stats import annual_rate_pct
from bassin.phrase import Name, Phrase
from bassin.places.territory import FRANCE
from bassin.read import insee, urssaf
from bassin.topics.employment.industries import INDUSTRY_YEARS
from bassin.topics.employment.zones import zones_of_region
from bassin.topics.finding import Check, Finding, check
from bassin.topics.gathered import Topics
from bassin.topics.waves.local import ALL_FABRIC, ROUNDED, WRONG, fabric_code
from bassin.topics.waves.local import REVISED as LATER_REVISION

#: Years of figure 1.1.
FIGURE_YEARS = (2008, 2013, 2018, 2022)
#: Years of it that the later revision of URSSAF's totals has too.
REVISED = (2018, 2022)
#: Zone d'emploi of Toulouse, and the departements of the two former regions.
TOULOUSE_ZONE = "7625"
MIDI_PYRENEES = ("09", "12", "31", "32", "46", "65", "81", "82")
LANGUEDOC_DEPARTEMENTS = ("11", "30", "34", "48", "66")
#: How far from the country's share a strong and a weak industry are.
STRONG, WEAK = 1.1, 0.9
#: Industries of figure 1.2 by the end of a claim's name.
FABRIC = {
    "ca": "food",
    "ce": "chemicals",
    "ck": "machinery",
    "ch": "metals",
    "cm": "furniture_repair",
    "cj": "electrical",
    "bz": "mining",
    "other": "other",
}


def _since_2019(study: Topics) -> tuple[pd.DataFrame, Phrase]:
    """Change of industry over every window at hand, and the one sentence that says it."""
    windows = study.employment.windows()
    zone, france = windows["zone_pct"], windows["france_pct"]
    return windows, Phrase(
        "waves.since_2019",
        years=list(INDUSTRY_YEARS[:-1]),
        last=INDUSTRY_YEARS[-1],
        zone_low=float(zone.min()),
        zone_high=float(zone.max()),
        france_low=float(france.min()),
        france_high=float(france.max()),
        ahead=int((zone > france).sum()),
        windows=len(windows),
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
        Phrase("waves-contained", windows=sentence, before=before, after=after),
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
        return Finding(value, "B", Phrase("waves.own_file", value=value))

    return run


for _year in FIGURE_YEARS:
    check(f"waves-industry-{_year}")(_own(_year, "industry"))
    if _year not in REVISED:
        check(f"waves-total-{_year}")(_own(_year, "total"))


def _total(year: int) -> Check:
    def run(study: Topics) -> Finding:
        row = study.waves.gaps().loc[year]
        later, gap = float(row["later"]), float(row["gap_pct"])
        return Finding(later, "B", Phrase("waves.later_revision", jobs=later, gap=gap))

    return run


for _year in REVISED:
    check(f"waves-total-{_year}")(_total(_year))


def _share(year: int) -> Check:
    def run(study: Topics) -> Finding:
        row = study.waves.shares().loc[year]
        share = float(row["recomputed"])
        jobs = {measure: int(row[measure]) for measure in ("industry", "total")}
        return Finding(share, "C", Phrase("waves.share", share=share, **jobs))

    return run


for _year in FIGURE_YEARS:
    check(f"waves-share-{_year}")(_share(_year))


def _change(measure: str, start: int, end: int) -> Check:
    def run(study: Topics) -> Finding:
        row = study.waves.changes().loc[(f"jobs_{measure}", f"{start}\N{EN DASH}{end}")]
        change = float(row["recomputed"])
        parts = [
            Phrase("waves.change", start=int(row["start"]), end=int(row["end"]), change=change)
        ]
        if row["verdict"] == WRONG:
            base, year = study.waves.implied_base()
            near = float(study.waves.series().at[year, LATER_REVISION])
            parts.append(Phrase("waves.change_origin", base=base, near=near, year=year))
        elif row["verdict"] != ROUNDED:
            parts.append(Phrase("waves.decimals_dropped"))
        return Finding(change, "C", Phrase("waves.said", parts=parts))

    return run


for _measure in ("industry", "total"):
    for _start, _end in pairwise(FIGURE_YEARS):
        check(f"waves-change-{_measure}-{_end}")(_change(_measure, _start, _end))


@check("waves-fall-2008")
def _fall(study: Topics) -> Finding:
    changes = study.waves.changes()["recomputed"]
    change, total = (
        float(changes[f"jobs_{measure}", "2008\N{EN DASH}2013"])
        for measure in ("industry", "total")
    )
    return Finding(
        bool(change < total < 0), "C", Phrase("waves-fall-2008", change=change, total=total)
    )


@check("waves-slower-2013")
def _slower(study: Topics) -> Finding:
    before, after = _paces(study)
    return Finding(
        bool(before < after and abs(after) < abs(before) / 2),
        "C",
        Phrase("waves-slower-2013", before=before, after=after),
    )


@check("waves-share-occitanie")
def _share_of_region(study: Topics) -> Finding:
    region = study.employment.territory.in_region
    share = float(study.employment.industry_share([2022]).at[region, 2022])
    area = study.employment.area_names[region]
    return Finding(share, "B", Phrase("waves.share_of_area", share=share, area=area))


@check("waves-share-france")
def _share_of_france(study: Topics) -> Finding:
    share = float(study.employment.industry_share([2022]).at[FRANCE, 2022])
    return Finding(share, "B", Phrase("waves.share_of_area", share=share, area=Name(FRANCE)))


@check("waves-share-same")
def _share_same(study: Topics) -> Finding:
    shares = study.employment.industry_share([2022])[2022]
    own = float(study.waves.shares().at[2022, "recomputed"])
    areas = {"region": study.employment.territory.in_region, "france": FRANCE}
    gaps = {name: own - float(shares[area]) for name, area in areas.items()}
    return Finding(
        all(abs(gap) < 1 for gap in gaps.values()),
        "B",
        Phrase("waves-share-same", own=own, **gaps),
    )


@check("waves-resists")
def _resists(study: Topics) -> Finding:
    windows, sentence = _since_2019(study)
    holds, falls = bool((windows["zone_pct"] >= 0).all()), bool((windows["france_pct"] < 0).all())
    return Finding(
        # No years are printed, and no file goes back to those of the study's figure.
        None,
        "N",
        Phrase(
            "waves-resists",
            windows=sentence,
            here=_stands(holds),
            elsewhere=_stands(falls),
            first=INDUSTRY_YEARS[0],
        ),
    )


def _stands(half: bool) -> Phrase:
    return Phrase("waves.stands" if half else "waves.fails")


def shares_around_toulouse(study: Topics, year: int) -> dict[str, float]:
    """Share of industry in private jobs (%): Toulouse, the two former regions, France.

    Returns
    -------
    dict
        ``toulouse``, ``pyrenees``, ``languedoc``, ``france``; ``zones`` (number of zones d'emploi
        of the former Languedoc-Roussillon).
    """
    employment, sources = study.employment, study.sources
    communes = insee.communes(sources)["dep"]
    jobs, listed = urssaf.totals(sources, "communes")[year], insee.employment_zones(sources)
    around, zones = (
        zones_of_region(
            jobs, listed, communes.isin(former).map({True: "inside", False: ""}), "inside"
        )
        for former in (MIDI_PYRENEES, LANGUEDOC_DEPARTEMENTS)
    )
    toulouse, pyrenees, languedoc, france = (
        employment.share_of_industry(year, where)
        for where in ([TOULOUSE_ZONE], around, zones, None)
    )
    return {
        "toulouse": toulouse,
        "pyrenees": pyrenees,
        "languedoc": languedoc,
        "france": france,
        "zones": len(zones),
    }


@check("waves-toulouse-lr")
def _toulouse_lr(study: Topics) -> Finding:
    year = 2022
    share = shares_around_toulouse(study, year)
    france = share["france"]
    strong = share["toulouse"] > france and share["pyrenees"] >= STRONG * france
    return Finding(
        # Strong and weak are a tenth from the country; the town alone is less far from it.
        bool(strong and share["languedoc"] <= WEAK * france),
        "B",
        Phrase("waves-toulouse-lr", year=year, **share),
    )


# -- Figure 1.2 -----------------------------------------------------------------------------------


def _own_fabric(industry: str, column: str) -> Check:
    def run(study: Topics) -> Finding | None:
        table = study.waves.fabric()
        if f"{column}_found" not in table:
            return None
        value = float(table.at[fabric_code(industry), f"{column}_found"])
        if math.isnan(value):
            return None
        return Finding(value, "B", Phrase("waves.own_file", value=value))

    return run


for _code, _industry in FABRIC.items():
    check(f"waves-sites-{_code}")(_own_fabric(_industry, "establishments"))
    check(f"waves-jobs-{_code}")(_own_fabric(_industry, "employees"))


def _sum(column: str) -> Check:
    def run(study: Topics) -> Finding:
        value = int(study.waves.sums().at[column, "of_rows"])
        rows = len(study.waves.industries) - 1
        return Finding(value, "C", Phrase("waves.rows_add_up", rows=rows, total=value))

    return run


check("waves-sites-total")(_sum("establishments"))
check("waves-jobs-total")(_sum("employees"))


@check("waves-jobs-twice")
def _jobs_twice(study: Topics) -> Finding:
    fabric = int(study.waves.industries.at[ALL_FABRIC, "employees"])
    series = int(study.waves.jobs.at["industry", 2022])
    return Finding(fabric == series, "D", Phrase("waves-jobs-twice", fabric=fabric, series=series))


@check("waves-diverse")
def _diverse(study: Topics) -> Finding:
    ranks = study.employment.diversity()
    zone = study.employment.zone
    place = list(ranks.index).index(zone) + 1
    own, median = float(ranks[zone]), float(ranks.median())
    return Finding(
        own > median,
        "B",
        Phrase("waves-diverse", own=own, median=median, place=place, zones=len(ranks)),
    )
