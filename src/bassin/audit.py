"""The claims of the study against the raw files: checks, verdicts, grades of evidence.

A check is a small function of :class:`bassin.study.Study` with the identifier of a claim of
``data/study/claims.csv``. It returns a :class:`Finding`; :func:`judge` turns claim and finding
into a verdict. A claim without a check is not testable with the files at hand, and its note says
why.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

import pandas as pd

from bassin.indicators.population import (
    falls_throughout,
    rank_of_migration,
    return_to_level,
)
from bassin.territory import AWAY, FACING

if TYPE_CHECKING:
    from bassin.study import Study

#: A: recomputed from the publisher's raw file, same vintage. B: another vintage or a derived file.
#: C: arithmetic on printed figures. D: consistency inside the text. N: narrative, no public data.
Grade = Literal["A", "B", "C", "D", "N"]

CONFIRMED, CLOSE, DIFFERS = "confirmed", "close", "differs"
CONTRADICTED, NOT_TESTABLE = "contradicted", "not testable"
VERDICTS = (CONFIRMED, CLOSE, DIFFERS, CONTRADICTED, NOT_TESTABLE)


NO_FILE = "No public file at hand."


@dataclass(frozen=True)
class Finding:
    """What the raw files say on a claim.

    Attributes
    ----------
    value : float or bool
        The number recomputed, or whether the statement holds.
    grade : Grade
        Strength of the evidence.
    says : str
        The finding in one sentence, numbers included.
    """

    value: float | bool
    grade: Grade
    says: str


Check = Callable[["Study"], Finding]
CHECKS: dict[str, Check] = {}


def check(claim: str) -> Callable[[Check], Check]:
    """Register a function as the check of a claim.

    Raises
    ------
    ValueError
        If the claim already has one.
    """

    def register(function: Check) -> Check:
        if claim in CHECKS:
            raise ValueError(f"claim {claim!r} has two checks")
        CHECKS[claim] = function
        return function

    return register


def judge(claim: pd.Series, finding: Finding | None) -> str:
    """Verdict on a claim.

    Parameters
    ----------
    claim : Series
        A row of :func:`bassin.read.transcribed.claims`.
    finding : Finding or None
        ``None`` where no check exists.

    Returns
    -------
    str
        One of :data:`VERDICTS`. A number is ``confirmed`` within the printed rounding and ``close``
        within the tolerance; evidence of grade B, of another vintage or place of publication,
        confirms nothing beyond ``close``.
    """
    if finding is None:
        return NOT_TESTABLE
    best = CLOSE if finding.grade == "B" else CONFIRMED
    if claim["kind"] == "statement":
        return best if finding.value else DIFFERS
    gap = abs(float(finding.value) - claim["published"])
    if gap <= claim["rounding"]:
        return best
    if claim["kind"] == "contradiction":
        return CONTRADICTED
    return CLOSE if gap <= claim["tolerance"] else DIFFERS


def typeset(sentence: str) -> str:
    """Give negative numbers a minus sign and ranges of numbers an en dash.

    Examples
    --------
    >>> typeset("-11.1% in 1975-1999")
    '−11.1% in 1975–1999'
    """
    dashed = re.sub(r"(?<=\d)-(?=\d)", "\N{EN DASH}", sentence)
    return re.sub(r"(?<!\w)-(?=\d)", "\N{MINUS SIGN}", dashed)


def verdicts(claims: pd.DataFrame, study: Study) -> pd.DataFrame:
    """Run the checks of some claims.

    Parameters
    ----------
    claims : DataFrame
        As :func:`bassin.read.transcribed.claims`.
    study : Study

    Returns
    -------
    DataFrame
        Index ``id``; ``lines``, ``statement``, ``published``, ``unit``, ``found`` (float; NaN for a
        statement or without a check), ``finding`` (a sentence), ``verdict``, ``grade``.
    """
    rows = {}
    for identifier, claim in claims.iterrows():
        run = CHECKS.get(str(identifier))
        finding = run(study) if run else None
        measured = finding is not None and claim["kind"] != "statement"
        rows[identifier] = {
            "lines": claim["lines"],
            "statement": claim["statement"],
            "published": claim["published"],
            "unit": claim["unit"],
            "found": float(finding.value) if measured and finding else float("nan"),
            "finding": typeset(finding.says) if finding else claim["note"] or NO_FILE,
            "verdict": judge(claim, finding),
            "grade": finding.grade if finding else "N",
        }
    return pd.DataFrame.from_dict(rows, orient="index").rename_axis("id")


# -- The basin and its perimeters -----------------------------------------------------------------


@check("ti-number")
def _ti_number(study: Study) -> Finding:
    n = len(study.perimeters.industry)
    return Finding(n, "A", f"The programme's file lists {n} territories.")


@check("ti-is-epci")
def _ti_is_epci(study: Study) -> Finding:
    industry, chosen = study.perimeters.industry, study.perimeters.chosen
    members = industry.at[chosen, "members"] if chosen else ""
    alone = members == study.territory.code
    says = "Its only member is this intercommunality" if alone else f"Its members are {members}"
    return Finding(alone, "A", f"{says}; the second phase adds another.")


@check("epci-2023")
def _epci_2023(study: Study) -> Finding:
    n = len(study.territory.codes)
    return Finding(n, "A", f"INSEE lists {n} communes on 1 January 2023.")


@check("epci-76")
def _epci_76(study: Study) -> Finding:
    history = study.territory.history["communes"]
    return Finding(
        len(study.territory.codes),
        "A",
        f"Between {history.index.min()} and {history.index.max()} it had from "
        f"{history.min():.0f} to {history.max():.0f} communes, never as many as printed.",
    )


# -- Population -----------------------------------------------------------------------------------

#: Communes the study names.
ALES, LA_GRAND_COMBE = "30007", "30132"
#: Censuses from one to the next, then the last population the study had.
CENSUSES = (1968, 1975, 1982, 1990, 1999, 2006, 2011, 2016, 2020)
#: Last period of the balance file, as (first, last) year.
LAST_PERIOD = (2011, 2016)
OCCITANIE, CORSICA, NOUVELLE_AQUITAINE = "76", "94", "75"


@check("pop-fall-mines")
def _pop_fall_mines(study: Study) -> Finding:
    people = study.population.by_commune.loc[[ALES, LA_GRAND_COMBE]]
    change = (people[1999] / people[1975] - 1) * 100
    return Finding(
        bool((change < 0).all()),
        "A",
        f"From 1975 to 1999 Alès changes by {change[ALES]:+.1f}% and La Grand-Combe by "
        f"{change[LA_GRAND_COMBE]:+.1f}%.",
    )


@check("pop-turn-2000s")
def _pop_turn(study: Study) -> Finding:
    total = study.population.total
    before, after = total[1999] - total[1990], total[2006] - total[1999]
    return Finding(
        bool(before < 0 < after),
        "A",
        f"The {len(study.territory.codes)} communes of 2023 change by {before:+,.0f} inhabitants "
        f"from 1990 to 1999 and by {after:+,.0f} from 1999 to 2006.",
    )


@check("pop-ales-1968")
def _pop_ales(study: Study) -> Finding:
    ales = study.population.by_commune.loc[ALES]
    year = return_to_level(ales, 1968)
    return Finding(
        year is not None and year <= 2020,
        "A",
        f"{ales[1968]:,.0f} inhabitants in 1968, {ales[2020]:,.0f} in 2020: the first year it is "
        f"back is {year}.",
    )


@check("pop-agglo-2020")
def _pop_2020(study: Study) -> Finding:
    total = study.population.total[2020]
    return Finding(total, "A", f"The communes of 2023 had exactly {total:,.0f} inhabitants.")


@check("pop-agglo-2000")
def _pop_2000(study: Study) -> Finding:
    total = study.population.total
    return Finding(
        total[1999],
        "B",
        f"{total[1999]:,.0f} at the census of 1999, the nearest; about "
        f"{study.population.interpolated(2000):,.0f} in 2000 at the pace of 1999-2006.",
    )


@check("pop-grand-combe")
def _pop_grand_combe(study: Study) -> Finding:
    people = study.population.by_commune.loc[LA_GRAND_COMBE]
    yearly = people.loc[2006:2020].diff()
    rises = [int(year) for year in yearly.index[yearly > 0]]
    falls = bool(falls_throughout(study.population.by_commune, CENSUSES)[LA_GRAND_COMBE])
    exception = (
        f" Yearly figures rise a little in {rises[0]}-{rises[-1]} all the same." if rises else ""
    )
    return Finding(
        falls,
        "A",
        f"It falls between every two of {len(CENSUSES)} dates from {people[1968]:,.0f} to "
        f"{people[2020]:,.0f}.{exception}",
    )


@check("pop-north")
def _pop_north(study: Study) -> Finding:
    people = study.population.by_commune
    side = study.territory.sides()
    north = side.index[side == FACING]
    always = falls_throughout(people.loc[north], CENSUSES)
    fewer = people.loc[north, 2020] < people.loc[north, 1968]
    return Finding(
        bool(always.mean() > 0.5),
        "A",
        f"Of {len(north)} communes north and west of Alès, {int(fewer.sum())} had fewer "
        f"inhabitants in 2020 than in 1968, and {int(always.sum())} lost some in every period.",
    )


@check("pop-attractive")
def _pop_attractive(study: Study) -> Finding:
    start, end = LAST_PERIOD
    ranks = rank_of_migration(study.population.balance, "region", start)
    place = list(ranks.index)
    around = place.index(CORSICA) < place.index(OCCITANIE) < place.index(NOUVELLE_AQUITAINE)
    between = "between" if around else "not between"
    return Finding(
        place.index(OCCITANIE) + 1,
        "B",
        f"By net migration of {start}-{end}, {ranks[OCCITANIE]:+.2f}% a year, it ranks "
        f"{place.index(OCCITANIE) + 1} of {len(ranks)}, {between} Corsica and Nouvelle-Aquitaine.",
    )


@check("pop-natural")
def _pop_natural(study: Study) -> Finding:
    start, end = LAST_PERIOD
    row = study.population.balance.loc[("region", OCCITANIE, start)]
    share = 100 * row["natural"] / (row["natural"] + row["migratory"])
    return Finding(
        bool(abs(share) < 5),
        "B",
        f"In {start}-{end} births exceed deaths by {row['natural']:,.0f}: {share:.0f}% of the "
        "growth of the region, not nothing. In the agglomeration deaths exceed births.",
    )


@check("pop-gard-slower")
def _pop_gard(study: Study) -> Finding:
    start, end = LAST_PERIOD
    there = study.population.balance.loc["departement"].xs(start, level="start")
    growth = (
        (there["population_end"] / there["population_start"]) ** (1 / (end - start)) - 1
    ) * 100
    gard, haute_garonne, herault = (growth[code] for code in ("30", "31", "34"))
    return Finding(
        bool(gard < min(haute_garonne, herault)),
        "B",
        f"In {start}-{end}: Gard {gard:+.2f}% a year, Haute-Garonne {haute_garonne:+.2f}%, Hérault "
        f"{herault:+.2f}%.",
    )


# -- Medical deserts ------------------------------------------------------------------------------

GP = "general_practitioner"
#: Years of the index nearest to the study, printed in 2023.
RECENT = (2022, 2023)
EARLIER = (2016, 2018)


@check("care-deserts")
def _care_deserts(study: Study) -> Finding:
    low = study.health.underserved(RECENT).loc[RECENT[0]]
    return Finding(
        bool(low["communes"] > 0),
        "B",
        f"In {RECENT[0]}, {low['communes']:.0f} of {len(study.territory.codes)} communes, with "
        f"{low['inhabitants_pct']:.1f}% of the inhabitants, are under 2.5 consultations a year.",
    )


@check("care-north-west")
def _care_north_west(study: Study) -> Finding:
    zones, france = _zones_and_france(study)
    short = bool((zones[FACING] < france).all())
    return Finding(short, "B", _by_year(zones[FACING], france))


@check("care-south-east")
def _care_south_east(study: Study) -> Finding:
    zones, france = _zones_and_france(study)
    above = bool((zones.loc[list(RECENT), AWAY] > france[list(RECENT)]).all())
    return Finding(above, "B", _by_year(zones[AWAY], france))


def _zones_and_france(study: Study) -> tuple[pd.DataFrame, pd.Series]:
    years = [*EARLIER, *RECENT]
    return study.health.by_zone(GP, years), study.health.by_area(GP, years)["France"]


def _by_year(zone: pd.Series, france: pd.Series) -> str:
    years = "; ".join(f"{y} {zone[y]:.2f} against {france[y]:.2f}" for y in zone.index)
    return f"Consultations a year per inhabitant, against the national mean: {years}."


@check("care-filieris")
def _care_filieris(study: Study) -> Finding:
    found = study.health.named("filieris")
    centres = int((found["category"] == "Centre de Santé").sum())
    return Finding(
        centres > 0,
        "B",
        f"The register lists {len(found)} Filieris establishments in {found['code'].nunique()} "
        f"communes, {centres} of them health centres.",
    )
