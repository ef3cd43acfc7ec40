"""Checks of the claims on natural risks."""

from __future__ import annotations

from bassin.topics.finding import Finding, check
from bassin.topics.gathered import Topics


@check("risk-plans")
def _plans(study: Topics) -> Finding:
    years = {str(year): codes for year, codes in study.risk.perimeters.items()}
    table = study.risk.coverage(years)
    now = table.loc["2023"]
    others = "; ".join(
        f"{row['covered']:.0f} of {row['communes']:.0f} in {year}"
        for year, row in table.drop("2023").iterrows()
    )
    return Finding(
        now["covered"],
        "B",
        f"The register of July 2024 lists {now['covered']:.0f} of the {now['communes']:.0f} "
        f"communes of 2023, a year after the study; on the perimeter of other years, {others}. The "
        "number of communes printed beside it is judged as a claim of its own.",
    )


@check("risk-floods")
def _floods(study: Topics) -> Finding:
    table = study.risk.flood_rates()
    here, around, country = table["per_commune"]
    lived, lived_around, lived_country = table["of_inhabitant"]
    return Finding(
        bool(here > country and lived > lived_country),
        "B",
        f"Recognised floods a commune from 1982 to 2024: {here:.1f}, against {around:.1f} in the "
        f"{table.index[1]} and {country:.1f} in {table.index[2]}; in the commune of the average "
        f"inhabitant, {lived:.1f} against {lived_around:.1f} in the {table.index[1]} and "
        f"{lived_country:.1f} in {table.index[2]}. These are decisions made on request, not "
        "hazard.",
    )
