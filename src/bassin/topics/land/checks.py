"""Checks of the claims on land and on recruitment."""

from __future__ import annotations

from collections.abc import Callable

import pandas as pd

from bassin.topics.finding import Finding, check
from bassin.topics.gathered import Topics
from bassin.topics.land.recruitment import follows_from_tens

LA_GRAND_COMBE, SAINT_SEBASTIEN = "30132", "30298"
#: Year of the survey by sector at hand.
BY_SECTOR = 2019
INDUSTRY = "Industry"
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
    names = "; ".join(f"{row['name']} ({row['status']})" for _, row in found.iterrows())
    records = "1 record" if len(found) == 1 else f"{len(found)} records"
    return Finding(len(found) > 0, "B", f"{records}: {names}." if names else "No such record.")


def _numbered(law: pd.Series) -> tuple[str, str]:
    """Year and number of an act, as in "loi 2021-1104"."""
    year, _, number = str(law["act"]).split()[-1].partition("-")
    return year, number


def _from_law(value: float, says: str, law: pd.Series) -> Finding:
    # No raw file dates an act: the year is in its number.
    return Finding(value, "B", says, _numbered(law)[0])


@check("land-zan")
def _land_zan(study: Topics) -> Finding:
    law = study.land.law.loc["net-zero"]
    return _from_law(
        int(law["start"]), f"Article {law['article']} of the law: {law['start']}.", law
    )


@check("land-law-2021")
def _land_law(study: Topics) -> Finding:
    law = study.land.law.loc["halving"]
    year, number = _numbered(law)
    return _from_law(int(year), f"It is law number {number} of {year}.", law)


@check("land-half")
def _land_half(study: Topics) -> Finding:
    half = study.land.law.loc["halving"]
    return _from_law(
        100 * (1 - float(half["ratio"])),
        f"The law asks for it over {half['start']}-{half['end']} (article {half['article']}).",
        half,
    )


@check("land-halving")
def _land_halving(study: Topics) -> Finding:
    law = study.land.law
    half, reference = law.loc["halving"], law.loc["reference"]
    return _from_law(
        int(half["start"]),
        f"The law halves consumption over {half['start']}-{half['end']}, against "
        f"{reference['start']}-{reference['end']} and for the whole country (article "
        f"{half['article']}). For {half['end']}-{law.at['net-zero', 'end']}, which the study "
        "prints, it leaves the pace to plans drawn by ten years.",
        half,
    )


@check("land-rarer")
def _land_rarer(study: Topics) -> Finding:
    found = study.land.calendar
    return Finding(
        bool(found["pace_recent"] > found["pace_allowed"]),
        "B",
        f"Half of 2011-2021 is {found['pace_allowed']:.1f} ha a year, were the national half "
        f"shared evenly; {found['pace_recent']:.1f} were consumed in 2021-2024. After "
        f"{found['years']:.0f} of ten years, {found['used_pct']:.0f}% of an even share is used.",
    )


@check("land-growth")
def _land_growth(study: Topics) -> Finding:
    total = study.population.total
    steps = [(start, total[end] - total[start]) for start, end in CENSUSES]
    each = " and ".join(f"{change:+,.0f} from {year} to {year + CYCLE}" for year, change in steps)
    return Finding(
        all(change > 0 for _, change in steps),
        "A",
        f"Inhabitants: {each}, between censuses that share no year of survey.",
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
        f"{printed[first]:.1f}% of the projects of industry are judged difficult in {first} and "
        f"{printed[last]:.1f}% in {last}, as printed; the survey of {BY_SECTOR}, between them, has "
        f"{survey['difficult_pct']:.1f}% in the bassin, {survey['france_pct']:.1f}% in France.",
    )


@check("bmo-arithmetic")
def _bmo_arithmetic(study: Topics) -> Finding:
    follows = follows_from_tens(study.recruitment.printed)
    tens = study.recruitment.changes.loc[INDUSTRY, ["difficult_2014", "difficult_2022"]]
    return Finding(
        bool(follows.all()),
        "C",
        f"{int(follows.sum())} of {len(follows)} do; in industry the difficult projects are "
        f"{tens.iloc[0]:.0f} and {tens.iloc[1]:.0f}.",
    )


def _from_survey(sector: str, year: int, column: str) -> Callable[[Topics], Finding | None]:
    def run(study: Topics) -> Finding | None:
        if year not in study.recruitment.sector_years:
            return None
        value = float(study.recruitment.by_sector(year).loc[sector, column])
        return Finding(value, "A", f"The survey of {year} has {value:,.1f} in the bassin.")

    return run


for _key, _sector in (
    ("industry", INDUSTRY),
    ("business", "Business services"),
    ("personal", "Personal services"),
):
    for _year in (2014, 2022):
        check(f"bmo-{_key}-projects-{_year}")(_from_survey(_sector, _year, "projects"))
        check(f"bmo-{_key}-share-{_year}")(_from_survey(_sector, _year, "difficult_pct"))
