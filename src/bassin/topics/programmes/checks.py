"""Checks of the claims on instruments, labels and sums of money."""

from __future__ import annotations

from typing import Literal

from bassin.phrase import Phrase
from bassin.read import anct, printed
from bassin.topics.finding import Finding, check
from bassin.topics.gathered import Topics
from bassin.topics.named import ALES, STUDY_YEAR
from bassin.topics.programmes.labels import DISTRICT_2015, DISTRICT_2024, INDUSTRY_1, INDUSTRY_2
from bassin.topics.statements import number_printed, numbers_told, same_where_repeated

#: Towns of the programme Petites villes de demain that the study names.
SMALL_TOWNS = {"30010", "30132", "30259", "30269"}
ACV, PVD = "Action cœur de ville", "Petites villes de demain"
#: First year after the 2010s.
AFTER_2010S = 2020


@check("instr-coal-output")
def _coal_output(study: Topics) -> Finding:
    events = printed.events(study.sources)
    counts = events[events["kind"] == "count"].set_index(["place", "year"])["jobs"]
    miners = counts.loc["Cévennes"].dropna()
    everyone = float(counts.loc[("France", 1960)])
    tonnes, claimed = (
        number_printed(study, key) for key in ("waves-output-1957", "instr-coal-output")
    )
    most = tonnes / miners.min() * everyone / 1e6
    plain = tonnes / miners.max() * everyone / 1e6
    return Finding(
        # The text sets a ceiling: a number under it is not denied.
        min(claimed, most),
        "D",
        f"Had each of the {everyone:,.0f} at work dug what the Cévennes' coal of 1957 (line 243) "
        f"makes for each of the {miners.min():,.0f} miners left in {miners.idxmin()}, the most the "
        f"text allows, it would be {most:.0f} million tonnes; with those of {miners.idxmax()}, "
        f"{plain:.0f}. A decimal mark may be lost: 57.8.",
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
        f"The oldest it dates to the year after Charbonnages de France: "
        f"{' and '.join(oldest['name'])} ({first:.0f}).",
    )


@check("instr-pole-opened")
def _pole_opened(study: Topics) -> Finding:
    founded = study.programmes.instruments["founded"]
    opened, launched = float(founded["pole"]), float(founded["project"])
    age = STUDY_YEAR - opened
    return Finding(
        launched < opened and round(age, -1) == 20,
        "D",
        f"Opened in {opened:.0f}, {age:.0f} years before the study, after a launch in "
        f"{launched:.0f}.",
    )


@check("instr-acv")
def _acv(study: Topics) -> Finding:
    held = study.programmes.holding(ACV)
    return Finding(
        list(held.index[held > 0]) == [ALES],
        "A",
        f"Of the {len(held)} communes the list has {int((held > 0).sum())}: "
        f"{_names(study, held.index[held > 0])}.",
    )


@check("instr-ti")
def _ti(study: Topics) -> Finding:
    labels = study.programmes
    held = labels.holding(INDUSTRY_1) > 0
    return Finding(
        bool(held.all()),
        "A",
        f"All {int(held.sum())} communes are in '{labels.industry(INDUSTRY_1)[0]}'.",
    )


@check("instr-ti-renewed")
def _ti_renewed(study: Topics) -> Finding:
    held = study.programmes.holding(INDUSTRY_2) > 0
    n = len(next(iter(study.perimeters.phase(2).values()))) if held.all() else 0
    return Finding(
        bool(held.all()),
        "A",
        f"The list of 2023-2027 has the agglomeration again, with a neighbour: {n} communes in "
        "all. The day is not in the file.",
    )


@check("instr-pvd")
def _pvd(study: Topics) -> Finding:
    held = study.programmes.holding(PVD)
    found = set(held.index[held > 0])
    return Finding(
        found == SMALL_TOWNS,
        "A",
        f"The list has {_names(study, sorted(found))}.",
    )


@check("instr-pvd-2010s")
def _pvd_2010s(study: Topics) -> Finding:
    everywhere = anct.town_programme(study.sources, PVD)["signed"].dropna().dt.year
    here = sorted(set(study.programmes.signed))
    return Finding(
        bool((everywhere < AFTER_2010S).any()),
        "A",
        f"Of {len(everywhere):,} agreements of the programme in France whose date is published, "
        f"the first were signed in {everywhere.min()}; those of the agglomeration in "
        f"{', '.join(map(str, here))}.",
    )


@check("instr-qpv")
def _qpv(study: Topics) -> Finding:
    labels = study.programmes
    before, after = (labels.number_given(label) for label in (DISTRICT_2015, DISTRICT_2024))
    then, now = (int((labels.holding(label) > 0).sum()) for label in (DISTRICT_2015, DISTRICT_2024))
    return Finding(
        before,
        "A",
        f"The list of 2015, in force when the study was written, has {before:.0f} in {then} "
        f"communes. That of 2024 has {after:.0f}, in {now}.",
    )


@check("instr-programme-start")
def _programme_start(study: Topics) -> Finding:
    decades = numbers_told(study, "instr-programme-start")
    return Finding(
        float(decades.min()),
        "D",
        f"Line {decades.idxmin()} has the programme run from the {decades.min():.0f}s, as does "
        f"line 779; line {decades.idxmax()} from the {decades.max():.0f}s. It may mean the first "
        "plants rather than the first bodies.",
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
    each = ", then ".join(f"{number:.0f} on line {line}" for line, number in parts)
    return Finding(sum(number for _, number in parts), "D", f"It tells of {each}.")


def _names(study: Topics, codes: object) -> str:
    return ", ".join(study.territory.communes.loc[list(codes), "name"])  # type: ignore[call-overload]
