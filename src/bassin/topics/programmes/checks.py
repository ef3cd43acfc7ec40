"""Checks of the claims on instruments, labels and sums of money."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Literal

from bassin.collation import collation_key
from bassin.phrase import Phrase
from bassin.read import anct, printed
from bassin.topics.finding import Finding, check
from bassin.topics.gathered import Topics
from bassin.topics.named import ALES, STUDY_YEAR
from bassin.topics.programmes.instruments import coal_output
from bassin.topics.programmes.labels import DISTRICT_2015, DISTRICT_2024, INDUSTRY_1, INDUSTRY_2
from bassin.topics.statements import (
    number_on_line,
    number_printed,
    numbers_told,
    same_where_repeated,
)

#: Towns of the programme Petites villes de demain that the study names.
SMALL_TOWNS = {"30010", "30132", "30259", "30269"}
ACV, PVD = anct.TOWN_PROGRAMMES
#: First year after the 2010s.
AFTER_2010S = 2020


@check("instr-coal-output")
def _coal_output(study: Topics) -> Finding:
    claimed = number_printed(study, "instr-coal-output")
    found = coal_output(
        printed.events(study.sources, study.epci), number_printed(study, "waves-output-1957")
    )
    return Finding(
        # The text sets a ceiling: a number under it is not denied.
        min(claimed, found.ceiling),
        "D",
        Phrase(
            "instr-coal-output",
            everyone=found.everyone,
            fewest=found.fewest[1],
            fewest_in=found.fewest[0],
            ceiling=found.ceiling,
            most_in=found.most[0],
            plain=found.plain,
        ),
    )


@check("instr-sixties")
def _sixties(study: Topics) -> Finding:
    table = study.programmes.instruments
    # A decade is the date that this very sentence gives.
    exact = table[table["founded_precision"] == "year"].drop(index="charbonnages")
    oldest = exact[exact["founded"] == exact["founded"].min()]
    first = float(exact["founded"].min())
    return Finding(
        1960 <= first < 1970,
        "D",
        Phrase("instr-sixties", names=list(oldest["name"]), year=int(first)),
    )


@check("instr-pole-opened")
def _pole_opened(study: Topics) -> Finding:
    founded = study.programmes.instruments["founded"]
    opened, launched = float(founded["pole"]), float(founded["project"])
    age = int(STUDY_YEAR - opened)
    return Finding(
        launched < opened and round(age, -1) == 20,
        "D",
        Phrase("instr-pole-opened", opened=int(opened), age=age, launched=int(launched)),
    )


@check("instr-acv")
def _acv(study: Topics) -> Finding:
    held = study.programmes.holding(ACV)
    return Finding(
        list(held.index[held > 0]) == [ALES],
        "A",
        Phrase(
            "instr-acv",
            communes=len(held),
            listed=int((held > 0).sum()),
            names=_names(study, held.index[held > 0]),
        ),
    )


@check("instr-ti")
def _ti(study: Topics) -> Finding:
    labels = study.programmes
    held = labels.holding(INDUSTRY_1) > 0
    return Finding(
        bool(held.all()),
        "A",
        Phrase("instr-ti", n=int(held.sum()), name=labels.industry(INDUSTRY_1)[0]),
    )


@check("instr-ti-renewed")
def _ti_renewed(study: Topics) -> Finding:
    held = study.programmes.holding(INDUSTRY_2) > 0
    n = len(next(iter(study.perimeters.phase(2).values()))) if held.all() else 0
    return Finding(
        bool(held.all()),
        "A",
        Phrase("instr-ti-renewed", n=n),
    )


@check("instr-pvd")
def _pvd(study: Topics) -> Finding:
    held = study.programmes.holding(PVD)
    found = set(held.index[held > 0])
    return Finding(
        found == SMALL_TOWNS,
        "A",
        Phrase("instr-pvd", names=_names(study, found)),
    )


@check("instr-pvd-2010s")
def _pvd_2010s(study: Topics) -> Finding:
    everywhere = anct.town_programme(study.sources, PVD)["signed"].dropna().dt.year
    here = sorted(set(study.programmes.signed))
    return Finding(
        bool((everywhere < AFTER_2010S).any()),
        "A",
        Phrase(
            "instr-pvd-2010s",
            n=len(everywhere),
            first=int(everywhere.min()),
            here=list(map(int, here)),
        ),
    )


@check("instr-qpv")
def _qpv(study: Topics) -> Finding:
    labels = study.programmes
    before, after = (labels.number_given(label) for label in (DISTRICT_2015, DISTRICT_2024))
    then, now = (int((labels.holding(label) > 0).sum()) for label in (DISTRICT_2015, DISTRICT_2024))
    return Finding(
        before,
        "A",
        Phrase("instr-qpv", before=int(before), then=then, after=int(after), now=now),
    )


@check("instr-programme-start")
def _programme_start(study: Topics) -> Finding:
    decades = numbers_told(study, "instr-programme-start")
    return Finding(
        float(decades.min()),
        "D",
        Phrase(
            "instr-programme-start",
            early=int(decades.min()),
            early_line=int(decades.idxmin()),
            late=int(decades.max()),
            late_line=int(decades.idxmax()),
        ),
    )


@check("instr-programme-end")
def _programme_end(study: Topics) -> Finding:
    return Finding(*_grade_d(same_where_repeated(study, "instr-programme-end")))


@check("instr-ntn-twice")
def _ntn_twice(study: Topics) -> Finding:
    years = 1900
    return Finding(*_grade_d(same_where_repeated(study, "instr-ntn-lines", below=years)))


def _grade_d(found: tuple[bool, Phrase]) -> tuple[bool, Literal["D"], Phrase]:
    return found[0], "D", found[1]


@check("instr-pillars")
def _pillars(study: Topics) -> Finding:
    _, *parts = numbers_told(study, "instr-pillars").items()
    each = [number_on_line(number, line) for line, number in parts]
    return Finding(sum(number for _, number in parts), "D", Phrase("instr-pillars", parts=each))


def _names(study: Topics, codes: Iterable[str]) -> list[str]:
    return sorted(study.territory.communes.loc[list(codes), "name"], key=collation_key)
