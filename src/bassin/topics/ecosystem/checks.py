"""Checks of the claims on the ecosystem: what the text's own network, sums and dates bear out."""

from __future__ import annotations

import numpy as np

from bassin.topics.ecosystem.network import LOCAL
from bassin.topics.finding import Finding, check
from bassin.topics.gathered import Topics
from bassin.topics.named import BAGNOLS, GARD, LAUDUN, STUDY_YEAR, TOULOUSE
from bassin.topics.statements import same_where_repeated

#: Distance within which two communes are near each other, in km.
NEAR = 10.0
#: A commune is in the east of its departement if fewer than so many lie farther (%).
FAR_EAST = 25.0


@check("eco-enclave")
def _enclave(study: Topics) -> Finding:
    ecosystem = study.ecosystem
    named = ecosystem.relations[ecosystem.relations["basis"] == "named"]
    sides = ecosystem.actors["side"]
    inner = int(
        ((named["source"].map(sides) == LOCAL) & (named["target"].map(sides) == LOCAL)).sum()
    )
    links = ecosystem.links()
    links = links[links["basis"] == "named"]
    near = int((~links["side"].isin(["national", "abroad"])).sum())
    return Finding(
        near < inner,
        "D",
        f"Between two named parties, the text tells {inner} relations within the basin, {near} "
        f"with the rest of the region and the east, {len(links) - near} with the rest of France "
        "and abroad.",
    )


@check("eco-uimm-laudun")
def _uimm_laudun(study: Topics) -> Finding:
    at = study.ecosystem.positions[["east_km", "north_km"]]
    laudun, bagnols = at.loc[LAUDUN], at.loc[BAGNOLS]
    apart = float(np.hypot(*(laudun - bagnols)))
    gard = at.loc[at.index.str.startswith(GARD), "east_km"]
    farther = 100 * float((gard > laudun["east_km"]).mean())
    return Finding(
        bool(farther < FAR_EAST and apart < NEAR),
        "B",
        f"Of the communes of the Gard {farther:.0f}% lie farther east than Laudun-l'Ardoise, which "
        f"is {apart:.0f} km from Bagnols-sur-Cèze, middle to middle.",
    )


@check("eco-toulouse")
def _toulouse(study: Topics) -> Finding:
    links = study.ecosystem.links()
    there = links[links["code"] == TOULOUSE]
    held = int((~there["basis"].isin(["hoped", "denied"])).sum())
    region = links[(links["side"] == "Occitanie") & (links["basis"] == "named")]
    return Finding(
        held == 0,
        "D",
        f"The text tells {held} relations with an actor of Toulouse, and "
        f"{region['partner'].nunique()} with bodies of the region as a whole.",
    )


@check("eco-east-told")
def _east(study: Topics) -> Finding:
    table = study.ecosystem.directions()
    row = table.iloc[0]
    best, worst = table["east_pct"].max(), table["east_pct"].min()
    return Finding(
        bool(row["east"] > row["west"]),
        "D",
        f"{row['east']:.0f} partners to the east, {row['west']:.0f} to the west; an even chance "
        f"does as much {100 * row['p_even']:.0f} times in 100. Other readings give "
        f"{worst:.0f}-{best:.0f}% to the east.",
    )


@check("eco-prize-year")
def _prize_year(study: Topics) -> Finding:
    editions = study.ecosystem.editions()
    other = editions.index[-1]
    return Finding(
        float(other),
        "D",
        f"Line {editions['lines'].iloc[-1]} says {other}.",
    )


@check("eco-prize-founder")
def _prize_founder(study: Topics) -> Finding:
    born = int(study.claims("territory").at["epci-2013", "period"])
    years = sorted(study.ecosystem.editions().index)
    return Finding(
        born <= years[-1],
        "D",
        f"By line 492 it is born of a merger in {born}, after both years printed for the prize "
        f"({years[0]} and {years[-1]}). The Grand Alès came before it."
        if born > years[-1]
        else f"It is born in {born}, by line 492.",
    )


@check("eco-prize-editions")
def _prize_editions(study: Topics) -> Finding:
    editions = study.ecosystem.editions()
    skipped = study.ecosystem.printed("edition without a contest")
    said = "; ".join(f"from {year}, in {row['last']}" for year, row in editions.iterrows())
    return Finding(
        bool(skipped < editions["last"].iloc[0] <= STUDY_YEAR),
        "D",
        f"Edition number {editions['editions'].iloc[0]} falls, {said}. That {skipped:.0f} had none "
        f"matters only if they run past it, and the study is of {STUDY_YEAR}.",
    )


@check("eco-laureate-years")
def _laureate_years(study: Topics) -> Finding:
    figures = study.ecosystem.prize
    won = sorted(int(year) for year in figures.loc[figures["item"] == "laureate", "value"])
    editions = study.ecosystem.editions().iloc[0]
    first, skipped = (
        study.ecosystem.editions().index[0],
        study.ecosystem.printed("edition without a contest"),
    )
    held = [first <= year <= editions["last"] and year != skipped for year in won]
    return Finding(
        len(won) == 2 and all(held),
        "D",
        f"{' and '.join(map(str, won))} are within {first}-{editions['last']}. The same firm "
        "counts twice among the laureates.",
    )


@check("eco-meetings-2016")
def _meetings(study: Topics) -> Finding:
    years = study.claims("ecosystem")["published"]
    first, second = years["eco-meetings-2011"], years["eco-meetings-2016"]
    every = 2
    nearest = first + every * ((second - first) // every)
    return Finding(
        nearest,
        "D",
        f"Held every {every} years and in {first:.0f}, they fall in {nearest:.0f} and "
        f"{nearest + every:.0f}, not in {second:.0f}."
        if nearest != second
        else f"{second:.0f} follows from {first:.0f}.",
    )


@check("eco-prize-twice")
def _prize_twice(study: Topics) -> Finding:
    same, says = same_where_repeated(study, "eco-prize-laureates")
    return Finding(same, "D", says)


@check("eco-school-title")
def _school_title(study: Topics) -> Finding:
    years = study.claims("ecosystem")["published"]
    founded, title = years["eco-school-1843"], years["eco-school-1966"]
    return Finding(
        bool(founded < title and 1960 <= title < 1970),
        "D",
        f"Lines 1047 and 1058 have it founded in {founded:.0f} and a school of engineers in "
        f"{title:.0f}.",
    )
