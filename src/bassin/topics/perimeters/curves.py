"""Numbers that contested claims on perimeters and labels hang on, under every choice."""

from __future__ import annotations

from bassin.topics.gathered import Topics
from bassin.topics.programmes.labels import DISTRICT_2015, DISTRICT_2024
from bassin.topics.statements import number_printed
from bassin.topics.tried import COUNTED, Tried, trial, tried, within


@trial("claim-epci-76")
def communes(study: Topics) -> Tried:
    """Communes of the agglomeration, on the list of each year."""
    printed = number_printed(study, "epci-76")
    listed = {int(year): int(n) for year, n in study.perimeters.listed.items()}
    return tried(listed, ["year"], 2023, within(printed, printed), COUNTED)


@trial("claim-instr-qpv")
def districts(study: Topics) -> Tried:
    """Priority districts of the agglomeration, on the list of each decree."""
    printed = number_printed(study, "instr-qpv")
    lists = {2015: DISTRICT_2015, 2024: DISTRICT_2024}
    given = {year: study.programmes.number_given(label) for year, label in lists.items()}
    return tried(given, ["edition"], 2015, within(printed, printed), COUNTED)


@trial("claim-risk-plans")
def plans(study: Topics) -> Tried:
    """Communes with a prevention plan, on the perimeter of each year."""
    claim = study.claims("risks").loc["risk-plans"]
    table = study.risk.coverage(study.risk.of_years())
    covered = {
        year: float(table.at[study.risk.in_year(year), "covered"]) for year in study.risk.perimeters
    }
    near = within(claim["published"] - claim["tolerance"], claim["published"] + claim["tolerance"])
    return tried(covered, ["perimeter"], 2023, near, COUNTED)
