"""Checks of the claims on the basin and its perimeters."""

from __future__ import annotations

from bassin.topics.finding import Finding, check
from bassin.topics.gathered import Topics


@check("ti-number")
def _ti_number(study: Topics) -> Finding:
    n = len(study.perimeters.industry_2018)
    return Finding(n, "A", f"The programme's file lists {n} territories.")


@check("ti-is-epci")
def _ti_is_epci(study: Topics) -> Finding:
    industry, chosen = study.perimeters.industry_2018, study.perimeters.chosen
    members = industry.at[chosen, "members"] if chosen else ""
    alone = members == study.territory.code
    says = "Its only member is this intercommunality" if alone else f"Its members are {members}"
    return Finding(alone, "A", f"{says}; the second phase adds another.")


@check("epci-2023")
def _epci_2023(study: Topics) -> Finding:
    n = len(study.territory.codes)
    return Finding(n, "A", f"INSEE lists {n} communes on 1 January 2023.")


@check("epci-76")
def _epci_76(study: Topics) -> Finding:
    history = study.territory.history["communes"]
    return Finding(
        len(study.territory.codes),
        "A",
        f"Between {history.index.min()} and {history.index.max()} it had from "
        f"{history.min():.0f} to {history.max():.0f} communes, never as many as printed.",
    )


@check("epci-grows")
def _epci_grows(study: Topics) -> Finding:
    claims = study.claims("territory")
    printed = claims[(claims["unit"] == "communes") & (claims["kind"] == "number")]
    counts = printed["published"].set_axis(printed["period"]).sort_index()
    series = ", ".join(f"{n:.0f} in {year}" for year, n in counts.items())
    found = study.territory.history["communes"]
    return Finding(
        bool((counts.diff().dropna() > 0).all()),
        "D",
        f"It prints {series}. The files have {found.max():.0f} in {found.idxmax()}, and "
        f"{found.iloc[-1]:.0f} in {found.index[-1]}.",
    )
