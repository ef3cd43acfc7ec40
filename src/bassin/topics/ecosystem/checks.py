"""Checks of the claims on the ecosystem: what the text's own network, sums and dates bear out."""

from __future__ import annotations

import numpy as np

from bassin.phrase import Phrase
from bassin.topics.ecosystem.directions import ABROAD, NATIONAL, REGION
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
    near = int((~links["side"].isin([NATIONAL, ABROAD])).sum())
    return Finding(
        # A network that a text tells says nothing of the links that it leaves out.
        None,
        "N",
        Phrase("eco-enclave", inner=inner, near=near, far=len(links) - near),
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
        Phrase("eco-uimm-laudun", farther=farther, apart=apart),
    )


@check("eco-toulouse")
def _toulouse(study: Topics) -> Finding:
    links = study.ecosystem.links()
    there = links[links["code"] == TOULOUSE]
    held = int((~there["basis"].isin(["hoped", "denied"])).sum())
    region = links[(links["side"] == REGION) & (links["basis"] == "named")]
    return Finding(
        # The one row on Toulouse is this claim, typed in.
        None,
        "N",
        Phrase("eco-toulouse", held=held, region=region["partner"].nunique()),
    )


@check("eco-east-told")
def _east(study: Topics) -> Finding:
    table = study.ecosystem.directions()
    row = table.iloc[0]
    best, worst = table["east_pct"].max(), table["east_pct"].min()
    return Finding(
        bool(row["east"] > row["west"]),
        "D",
        Phrase(
            "eco-east-told",
            east=row["east"],
            west=row["west"],
            chances=100 * row["p_even"],
            least=worst,
            most=best,
        ),
    )


@check("eco-prize-year")
def _prize_year(study: Topics) -> Finding:
    editions = study.ecosystem.editions()
    other = editions.index[-1]
    return Finding(
        float(other),
        "D",
        Phrase("eco-prize-year", lines=str(editions["lines"].iloc[-1]), year=int(other)),
    )


@check("eco-prize-founder")
def _prize_founder(study: Topics) -> Finding:
    born = int(study.claims("territory").at["epci-2013", "period"])
    years = sorted(study.ecosystem.editions().index)
    return Finding(
        born <= years[-1],
        "D",
        Phrase("eco-prize-founder", born=born, years=[int(year) for year in years])
        if born > years[-1]
        else Phrase("eco-prize-founder.before", born=born),
    )


@check("eco-prize-editions")
def _prize_editions(study: Topics) -> Finding:
    editions = study.ecosystem.editions()
    skipped = study.ecosystem.printed("edition_without_a_contest")
    said = [
        Phrase("ecosystem.edition", founded=int(year), year=int(last))
        for year, last in editions["last"].items()
    ]
    return Finding(
        bool(skipped < editions["last"].iloc[0] <= STUDY_YEAR),
        "D",
        Phrase(
            "eco-prize-editions",
            number=int(editions["editions"].iloc[0]),
            each=said,
            skipped=int(skipped),
            study=STUDY_YEAR,
        ),
    )


@check("eco-laureate-years")
def _laureate_years(study: Topics) -> Finding:
    figures = study.ecosystem.prize
    won = sorted(int(year) for year in figures.loc[figures["item"] == "laureate", "value"])
    editions = study.ecosystem.editions().iloc[0]
    first, skipped = (
        study.ecosystem.editions().index[0],
        study.ecosystem.printed("edition_without_a_contest"),
    )
    held = [first <= year <= editions["last"] and year != skipped for year in won]
    return Finding(
        len(won) == 2 and all(held),
        "D",
        Phrase("eco-laureate-years", years=won, first=int(first), last=int(editions["last"])),
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
        Phrase(
            "eco-meetings-2016",
            every=every,
            first=int(first),
            falls=[int(nearest), int(nearest + every)],
            second=int(second),
        )
        if nearest != second
        else Phrase("eco-meetings-2016.follows", first=int(first), second=int(second)),
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
        Phrase("eco-school-title", founded=int(founded), title=int(title)),
    )
