"""Checks of the claims on natural risks."""

from __future__ import annotations

from bassin.phrase import Name, Phrase
from bassin.places.territory import FRANCE
from bassin.topics.finding import Finding, check
from bassin.topics.gathered import Topics

#: Year whose communes the study works on.
YEAR = 2023


@check("risk-plans")
def _plans(study: Topics) -> Finding:
    years = {str(year): codes for year, codes in study.risk.perimeters.items()}
    table = study.risk.coverage(years)
    now = table.loc[str(YEAR)]
    others = [
        Phrase(
            "risk.plans_in_year",
            covered=int(row["covered"]),
            communes=int(row["communes"]),
            year=int(str(year)),
        )
        for year, row in table.drop(str(YEAR)).iterrows()
    ]
    return Finding(
        now["covered"],
        "B",
        Phrase(
            "risk-plans",
            covered=int(now["covered"]),
            communes=int(now["communes"]),
            year=YEAR,
            others=others,
        ),
    )


@check("risk-floods")
def _floods(study: Topics) -> Finding:
    table, territory = study.risk.flood_rates(), study.territory
    here, around, country = map(float, table["per_commune"])
    lived, lived_around, lived_country = map(float, table["of_inhabitant"])
    return Finding(
        here > country and lived > lived_country,
        "B",
        Phrase(
            "risk-floods",
            here=here,
            around=around,
            country=country,
            lived=lived,
            lived_around=lived_around,
            lived_country=lived_country,
            departement=territory.place_names[territory.in_departement],
            france=Name(FRANCE),
        ),
    )
