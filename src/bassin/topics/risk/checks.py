"""Checks of the claims on natural risks."""

from __future__ import annotations

from bassin.phrase import Phrase
from bassin.topics.finding import Finding, check
from bassin.topics.gathered import Topics


@check("risk-plans")
def _plans(study: Topics) -> Finding:
    years = {str(year): codes for year, codes in study.risk.perimeters.items()}
    table = study.risk.coverage(years)
    now = table.loc["2023"]
    others = [
        Phrase("risk.covered", n=int(row["covered"]), of=int(row["communes"]), year=int(str(year)))
        for year, row in table.drop("2023").iterrows()
    ]
    return Finding(
        now["covered"],
        "B",
        Phrase("risk-plans", n=int(now["covered"]), of=int(now["communes"]), others=others),
    )


@check("risk-floods")
def _floods(study: Topics) -> Finding:
    table = study.risk.flood_rates()
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
            departement=table.index[1],
            whole=table.index[2],
        ),
    )
