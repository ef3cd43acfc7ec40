"""Checks of the claims on the ecosystem: what the text's own network, sums and dates bear out."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from bassin.audit import Finding, check
from bassin.checks._told import same_where_repeated
from bassin.indicators.network import LOCAL, permutation_p

if TYPE_CHECKING:
    from bassin.study import Study

#: Places the study names.
ALES, BAGNOLS, LAUDUN, TOULOUSE = "30007", "30028", "30141", "31555"
VAUCLUSE = "84"
#: Zone d'emploi of Nîmes.
NIMES_ZONE = "7618"
SCHOOL = "imt-mines-ales"
#: Distance within which two communes are near each other, in km.
NEAR = 10.0


@check("eco-training-inserted")
def _training_inserted(study: Study) -> Finding:
    actors = study.ecosystem.local_degrees()
    gap, p = permutation_p(actors["degree"], actors["type"] == "training")
    rest = actors.drop(SCHOOL)
    without, _ = permutation_p(rest["degree"], rest["type"] == "training")
    return Finding(
        bool(gap > 0 and without > 0),  # not the doing of one body alone
        "D",
        f"Training bodies of the basin have {gap:+.1f} relations against other actors, which "
        f"chance alone would give {100 * p:.0f} times in 100. Without IMT Mines Alès: "
        f"{without:+.1f}.",
    )


@check("eco-enclave")
def _enclave(study: Study) -> Finding:
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


@check("eco-school-hub")
def _school_hub(study: Study) -> Finding:
    ecosystem = study.ecosystem
    ranking = ecosystem.ranking()
    name = ecosystem.actors.at[SCHOOL, "name"]
    row = ranking.loc[name]
    second = ranking["degree"].drop(name).max()
    return Finding(
        bool(row["degree"] > second and row["rank_betweenness"] == 1),
        "D",
        f"It has {row['degree']:.0f} of the text's relations, the next actor {second:.0f}. Take it "
        f"away, and the largest linked set falls from {ecosystem.largest_component()} actors to "
        f"{ecosystem.without(SCHOOL)}.",
    )


@check("eco-local-training")
def _local_training(study: Study) -> Finding:
    kinds = study.ecosystem.training_by_kind()["places"]
    sought = ["vocational_lycee", "apprentices", "engineers", "greta"]
    return Finding(
        bool((kinds[sought] > 0).all()),
        "B",
        f"The register of 2013 lists {kinds['vocational_lycee']} vocational lycées, "
        f"{kinds['apprentices']} centres of apprentices, {kinds['engineers']} school of engineers "
        f"and {kinds['greta']} GRETA in the communes of 2023.",
    )


@check("eco-uimm-laudun")
def _uimm_laudun(study: Study) -> Finding:
    at = study.ecosystem.positions[["east_km", "north_km"]]
    laudun, bagnols = at.loc[LAUDUN], at.loc[BAGNOLS]
    apart = float(np.hypot(*(laudun - bagnols)))
    return Finding(
        bool(laudun["east_km"] > abs(laudun["north_km"]) and apart < NEAR),
        "B",
        f"Laudun-l'Ardoise is {laudun['east_km']:.0f} km east of Alès and {apart:.0f} km from "
        "Bagnols-sur-Cèze, middle to middle.",
    )


@check("eco-toulouse")
def _toulouse(study: Study) -> Finding:
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


@check("eco-east")
def _east(study: Study) -> Finding:
    table = study.ecosystem.directions()
    row = table.iloc[0]
    best, worst = table["east_pct"].max(), table["east_pct"].min()
    return Finding(
        bool(row["east"] > row["west"]),
        "D",
        f"{row['east']:.0f} partners to the east, {row['west']:.0f} to the west in the text's own "
        f"sample; an even chance does as much {100 * row['p_even']:.0f} times in 100. Other "
        f"readings give {worst:.0f}-{best:.0f}% to the east.",
    )


@check("eco-vaucluse")
def _vaucluse(study: Study) -> Finding:
    links = study.ecosystem.links()
    told = links[~links["conclusion"] & (links["side"] == "east")]
    there = int(told["code"].str.startswith(VAUCLUSE).sum())
    gard = int(told.drop_duplicates("partner")["code"].str.startswith("30").sum())
    return Finding(
        there > 0,
        "D",
        f"Of the eastern partners of chapter 4, {there} are placed in the Vaucluse and {gard} in "
        "the Gard.",
    )


@check("eco-prize-year")
def _prize_year(study: Study) -> Finding:
    editions = study.ecosystem.editions()
    other = editions.index[-1]
    return Finding(
        float(other),
        "D",
        f"Line {editions['lines'].iloc[-1]} says {other}.",
    )


@check("eco-prize-founder")
def _prize_founder(study: Study) -> Finding:
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
def _prize_editions(study: Study) -> Finding:
    editions = study.ecosystem.editions()
    skipped = study.ecosystem.printed("edition without a contest")
    said = "; ".join(f"from {year}, in {row['last']}" for year, row in editions.iterrows())
    return Finding(
        bool(editions["last"].iloc[0] > skipped),
        "D",
        f"Edition number {editions['editions'].iloc[0]} falls, {said}. That {skipped:.0f} had none "
        "matters only if they run past it.",
    )


@check("eco-prize-industry")
def _prize_industry(study: Study) -> Finding:
    laureates = study.ecosystem.printed("laureates")
    whole = round(laureates * study.ecosystem.printed("industrial share") / 100)
    return Finding(
        100 * whole / laureates, "C", f"{whole} of {laureates:.0f}, the nearest whole number."
    )


@check("eco-prize-active")
def _prize_active(study: Study) -> Finding:
    laureates = study.ecosystem.printed("laureates")
    active = study.ecosystem.prize_ratios().at["Projects still active", "value"]
    return Finding(
        100 * active / laureates,
        "C",
        f"{active:.0f} of {laureates:.0f} is {100 * active / laureates:.1f}%: a whole number of "
        "projects does round to it.",
    )


@check("eco-laureate-years")
def _laureate_years(study: Study) -> Finding:
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
def _meetings(study: Study) -> Finding:
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
def _prize_twice(study: Study) -> Finding:
    same, says = same_where_repeated(study, "eco-prize-laureates")
    return Finding(same, "D", says)


@check("eco-school-title")
def _school_title(study: Study) -> Finding:
    years = study.claims("ecosystem")["published"]
    founded, title = years["eco-school-1843"], years["eco-school-1966"]
    return Finding(
        bool(founded < title and 1960 <= title < 1970),
        "D",
        f"Lines 1047 and 1058 have it founded in {founded:.0f} and a school of engineers in "
        f"{title:.0f}.",
    )


@check("eco-nimes-industry")
def _nimes_industry(study: Study) -> Finding:
    year = 2022
    nimes, own, france = (
        study.employment.share_of_industry(year, where)
        for where in ([NIMES_ZONE], [study.employment.zone], None)
    )
    return Finding(
        bool(nimes < france),
        "B",
        f"Industry has {nimes:.1f}% of private jobs in the zone d'emploi of Nîmes in {year}, "
        f"{own:.1f}% in that of Alès, {france:.1f}% in France. The file has no sizes of plants.",
    )


@check("eco-no-rebound")
def _no_rebound(study: Study) -> Finding:
    totals = study.employment.totals
    first, last = totals.index[0], totals.index[-1]
    growth = (totals.loc[last] / totals.loc[first] - 1) * 100
    here, france = growth[study.employment.name], growth["France"]
    return Finding(
        bool(here < france),
        "B",
        f"From {first} to {last} private jobs grow by {here:.1f}% in the agglomeration and by "
        f"{france:.1f}% in France. What was hoped for is not said.",
    )
