"""Checks of the claims on land and on recruitment."""

from __future__ import annotations

from collections.abc import Callable

import pandas as pd

from bassin.phrase import Phrase
from bassin.topics.finding import Finding, check
from bassin.topics.gathered import Topics
from bassin.topics.land.recruitment import follows_from_tens

LA_GRAND_COMBE, SAINT_SEBASTIEN = "30132", "30298"
#: Year of the survey by sector at hand.
BY_SECTOR = 2019
INDUSTRY = "survey_industry"
#: A census gathers surveys of five years: two that share none are five years apart.
CYCLE = 5
CENSUSES = tuple((year, year + CYCLE) for year in (2013, 2018))


@check("land-power-station")
def _land_power_station(study: Topics) -> Finding:
    return _listed(study, "thermique", LA_GRAND_COMBE)


@check("land-carnoules")
def _land_carnoules(study: Topics) -> Finding:
    return _listed(study, "carnoul", SAINT_SEBASTIEN)


def _listed(study: Topics, word: str, code: str) -> Finding:
    found = study.land.listed(word)
    # A word may be in the history of another site: keep those named after it.
    found = found[(found["code"] == code) & found["name"].str.contains(word, case=False)]
    each = [
        Phrase("land.record", name=row["name"], status=Phrase(f"land.{row['status']}"))
        for _, row in found.iterrows()
    ]
    key = {0: "land.no_record", 1: "land.one_record"}.get(len(each), "land.records")
    return Finding(bool(each), "B", Phrase(key, n=len(each), each=each))


def _numbered(law: pd.Series) -> tuple[str, str]:
    """Year and number of an act, as in "loi 2021-1104"."""
    year, _, number = str(law["act"]).split()[-1].partition("-")
    return year, number


def _from_law(value: float, says: Phrase, law: pd.Series) -> Finding:
    # No raw file dates an act: the year is in its number.
    return Finding(value, "B", says, _numbered(law)[0])


def _window(provision: pd.Series) -> dict[str, int]:
    """First and last year of a provision of the law."""
    return {"start": int(provision["start"]), "end": int(provision["end"])}


@check("land-zan")
def _land_zan(study: Topics) -> Finding:
    law = study.land.law.loc["net-zero"]
    says = Phrase("land-zan", article=law["article"], year=int(law["start"]))
    return _from_law(int(law["start"]), says, law)


@check("land-law-2021")
def _land_law(study: Topics) -> Finding:
    law = study.land.law.loc["halving"]
    year, number = _numbered(law)
    return _from_law(int(year), Phrase("land-law-2021", number=number, year=year), law)


@check("land-half")
def _land_half(study: Topics) -> Finding:
    half = study.land.law.loc["halving"]
    return _from_law(
        100 * (1 - float(half["ratio"])),
        Phrase("land-half", **_window(half), article=half["article"]),
        half,
    )


@check("land-halving")
def _land_halving(study: Topics) -> Finding:
    law = study.land.law
    half, reference = law.loc["halving"], law.loc["reference"]
    return _from_law(
        int(half["start"]),
        Phrase(
            "land-halving",
            **_window(half),
            against=Phrase("land.window", **_window(reference)),
            article=half["article"],
            last=int(law.at["net-zero", "end"]),
        ),
        half,
    )


@check("land-rarer")
def _land_rarer(study: Topics) -> Finding:
    found = study.land.calendar
    return Finding(
        bool(found["pace_recent"] > found["pace_allowed"]),
        "B",
        Phrase(
            "land-rarer",
            allowed=found["pace_allowed"],
            recent=found["pace_recent"],
            years=int(found["years"]),
            used=found["used_pct"],
        ),
    )


@check("land-growth")
def _land_growth(study: Topics) -> Finding:
    total = study.population.total
    steps = [(start, total[end] - total[start]) for start, end in CENSUSES]
    each = [
        # A census does not count to the person.
        Phrase("land.change", change=round(change, -2), start=year, end=year + CYCLE)
        for year, change in steps
    ]
    return Finding(
        all(change > 0 for _, change in steps),
        "A",
        Phrase("land-growth", each=each),
    )


@check("skills-harder")
def _skills_harder(study: Topics) -> Finding:
    printed = study.recruitment.printed.loc[INDUSTRY]["difficult_pct"]
    survey = study.recruitment.by_sector(BY_SECTOR).loc[INDUSTRY]
    first, last = printed.index.min(), printed.index.max()
    holds = bool(printed[first] < survey["difficult_pct"] < printed[last])
    return Finding(
        holds,
        # Printed numbers alone rise or fall; where they rise, it is the survey that denies.
        "B" if printed[first] < printed[last] and not holds else "C",
        Phrase(
            "skills-harder",
            before=printed[first],
            first=int(first),
            after=printed[last],
            last=int(last),
            survey=BY_SECTOR,
            here=survey["difficult_pct"],
            france=survey["france_pct"],
        ),
    )


@check("bmo-arithmetic")
def _bmo_arithmetic(study: Topics) -> Finding:
    follows = follows_from_tens(study.recruitment.printed)
    tens = study.recruitment.changes.loc[INDUSTRY, ["difficult_2014", "difficult_2022"]]
    return Finding(
        bool(follows.all()),
        "C",
        Phrase(
            "bmo-arithmetic", follow=int(follows.sum()), all=len(follows), tens=list(map(int, tens))
        ),
    )


def _from_survey(sector: str, year: int, column: str) -> Callable[[Topics], Finding | None]:
    def run(study: Topics) -> Finding | None:
        if year not in study.recruitment.sector_years:
            return None
        value = float(study.recruitment.by_sector(year).loc[sector, column])
        return Finding(value, "A", Phrase("land.survey", year=year, value=value))

    return run


for _key, _sector in (
    ("industry", INDUSTRY),
    ("business", "survey_business_services"),
    ("personal", "survey_personal_services"),
):
    for _year in (2014, 2022):
        check(f"bmo-{_key}-projects-{_year}")(_from_survey(_sector, _year, "projects"))
        check(f"bmo-{_key}-share-{_year}")(_from_survey(_sector, _year, "difficult_pct"))
