"""Checks of the claims on the basin and its perimeters."""

from __future__ import annotations

from datetime import date

from bassin.phrase import Phrase
from bassin.topics.finding import Finding, check
from bassin.topics.gathered import Topics
from bassin.topics.perimeters.local import FOUNDED, counts_printed


@check("ti-number")
def _ti_number(study: Topics) -> Finding:
    n = len(study.perimeters.industry_2018)
    return Finding(n, "A", Phrase("ti-number", territories=n))


@check("ti-is-epci")
def _ti_is_epci(study: Topics) -> Finding:
    industry, chosen = study.perimeters.industry_2018, study.perimeters.chosen
    members = industry.at[chosen, "members"] if chosen else ""
    alone = members == study.territory.code
    told = Phrase("perimeters.alone") if alone else Phrase("perimeters.members", sirens=members)
    return Finding(alone, "A", Phrase("ti-is-epci", members=told))


@check("epci-2023")
def _epci_2023(study: Topics) -> Finding:
    n = len(study.territory.codes)
    return Finding(n, "A", Phrase("epci-2023", communes=n, day=date(2023, 1, 1)))


@check("epci-2013")
def _epci_2013(study: Topics) -> Finding | None:
    sizes = study.perimeters.sizes_of_town
    if FOUNDED not in sizes.index:
        return None
    return Finding(
        int(sizes[FOUNDED]),
        "B",
        Phrase(
            "epci-2013",
            communes=sizes[FOUNDED],
            before=sizes[FOUNDED - 1],
            town=str(study.territory.communes.at[study.territory.centre, "name"]),
            day=date(FOUNDED, 1, 1),
        ),
    )


@check("epci-76")
def _epci_76(study: Topics) -> Finding:
    history = study.territory.history["communes"]
    return Finding(
        len(study.territory.codes),
        "A",
        Phrase(
            "epci-76",
            start=history.index.min(),
            end=history.index.max(),
            fewest=history.min(),
            most=history.max(),
        ),
    )


@check("epci-grows")
def _epci_grows(study: Topics) -> Finding:
    printed = counts_printed(study.claims("territory"))
    counts = printed["published"].set_axis(printed["period"]).sort_index()
    found = study.territory.history["communes"]
    return Finding(
        bool((counts.diff().dropna() > 0).all()),
        "D",
        Phrase(
            "epci-grows",
            printed=[
                Phrase("perimeters.communes_in", communes=n, year=int(year))
                for year, n in counts.items()
            ],
            most=found.max(),
            year=found.idxmax(),
            last=found.iloc[-1],
            last_year=found.index[-1],
        ),
    )
