"""Verdicts on the two halves follow from the comparisons, whichever way these go."""

from __future__ import annotations

from types import SimpleNamespace

import numpy as np
import pandas as pd
import pytest

from bassin.claims.judging import judge
from bassin.errors import MissingFileError
from bassin.files.sources import Sources
from bassin.read import printed
from bassin.study import ALES_AGGLOMERATION
from bassin.topics.checks import CHECKS
from bassin.topics.contrast import checks as reversal
from bassin.topics.contrast import gaps
from bassin.topics.finding import Finding
from bassin.topics.waves import altitudes
from bassin.words import write


def study_with(aligned: list[float], p: float = 0.5, **more: object) -> SimpleNamespace:
    """A study whose comparisons, a row a line, all have these effects and this p-value."""
    row = {"hills": 1.0, "plain": 2.0}
    every = [
        *("growth_1999_2020", "far_workers_pct", "cinema_minutes", "median_income"),
        *("unemployment_2018", "worst_4g_pct", "jobs_per_worker", "car_pct"),
    ]
    table = pd.DataFrame([row] * len(every)).set_index(
        pd.MultiIndex.from_product([every, ["azimuth"]], names=["indicator", "line"])
    )
    evidence = pd.DataFrame({"aligned": aligned, "holds": np.array(aligned) > 0, "p_holm": p})
    contrast = SimpleNamespace(
        gaps=table,
        gap=lambda indicator, line: table.loc[(indicator, line)],
        kept=["azimuth", "massif", "altitude", "mines"],
        evidence=lambda claim: evidence,
        beyond_chance=lambda claim: gaps.beyond_chance(evidence),
        **more,
    )
    return SimpleNamespace(contrast=contrast, sources=None)


def absent(claim: str) -> float:
    """What chance gives, where a file of another indicator is gone."""
    raise MissingFileError(f"{claim}: absent")


SIDED = ("rev-plain-grows", "rev-reach", "rev-telephone")


@pytest.mark.parametrize("claim", SIDED)
@pytest.mark.parametrize(
    ("aligned", "verdict"),
    [([1.0, 0.5, -2.0], True), ([1.0, -0.1, -0.2], False), ([-1.0, -1.0, -1.0], False)],
)
def test_the_middle_gap_decides(claim: str, aligned: list[float], verdict: bool):
    """Two lines in three make a claim hold, one does not; the count is said."""
    finding = CHECKS[claim](study_with(aligned))
    assert finding.value is verdict
    assert f"in {sum(a > 0 for a in aligned)} of 3 comparisons" in write(finding.says)


@pytest.mark.parametrize("claim", SIDED)
def test_the_verdict_stands_without_the_other_tests(claim: str):
    """A file of another indicator is absent: the gaps judge, and chance is said not to be told."""
    study = study_with([1.0, 0.5, -2.0])
    study.contrast.beyond_chance = absent
    finding = CHECKS[claim](study)
    assert finding.value is True
    assert "What chance gives is not told" in write(finding.says)


@pytest.mark.parametrize("claim", SIDED)
@pytest.mark.parametrize(
    ("p", "said", "unsaid"),
    [
        (0.012, "At least one of them is wider than the lie of the land gives by chance", "None"),
        (0.3, "None of these gaps stands out from what the lie of the land gives", "At least"),
        (float("nan"), "No gap that way can be tested", "stands out"),
    ],
)
def test_chance_is_said_beside_the_verdict(claim: str, p: float, said: str, unsaid: str):
    """It does not change it, and no more is said than the tests allow."""
    finding = CHECKS[claim](study_with([1.0], p))
    assert finding.value is True
    assert said in write(finding.says)
    assert unsaid not in write(finding.says)


@pytest.mark.parametrize(
    ("besseges", "higher", "count"),
    [(250.0, True, "5 of 6"), (150.0, False, "3 of 6")],
)
def test_coal_above_silk(monkeypatch, besseges: float, higher: bool, count: str):
    """Most pairs of a town of each decide."""
    metres = {"30010": 200, "30269": 340, "30227": 190, "30132": 400, "30037": besseges}
    table = pd.DataFrame({"altitude_min_m": metres, "altitude_max_m": metres})
    monkeypatch.setattr(altitudes.ign, "town_halls_2012", lambda sources: table)
    means = pd.Series(metres)
    monkeypatch.setattr(altitudes.toulouse_dataviz, "altitudes_2019", lambda sources: means)
    found = CHECKS["rev-mines-high"](study_with([1.0]))
    assert found.value is higher
    assert f"In {count} pairs" in write(found.says)


#: Every date that a window of the decline, or a span told beside it, begins or ends in.
DATES = [1968, 1999, *range(2010, 2021)]


def town(**from_year: float) -> pd.Series:
    """People of a town at each date: 1000, and from the years given on what is given."""
    people = pd.Series(1000.0, DATES)
    for year, count in from_year.items():
        people.loc[int(year[1:]) :] = count
    return people


def losing_from(year: int) -> pd.Series:
    """A town that loses 1% a year from a year on, and nothing before."""
    return pd.Series([1000.0 - 10 * max(0, date - year) for date in DATES], DATES)


LOSING, LEVEL, GROWING = losing_from(2010), town(y2020=998), town(y1999=1100, y2015=1200)
#: It loses in the windows that end in 2020 alone: 6 of 21.
AT_LAST = town(y2020=900)


@pytest.mark.parametrize(
    ("chosen", "holds", "said"),
    [
        ([[LOSING, LOSING, GROWING]] * 3, True, "in 21 of 21 windows of 5 years or more"),
        ([[GROWING] * 3] * 3, False, "in 0 of 21 windows of 5 years or more from 2010 to 2020."),
        ([[LEVEL] * 3] * 3, False, "in 0 of 21"),
        (
            [[AT_LAST] * 3] * 3,
            None,
            "in 6 of 21 windows of 5 years or more from 2010 to 2020, which begin in 2010 and end "
            "in 2020 at the earliest. Losing, by choice: 3 of 3, 3 of 3, 3 of 3 from 2015",
        ),
        ([[losing_from(2017)] * 2] * 3, None, "in 15 of 21"),
        ([[town(y1999=900)]] * 3, False, "1 of 1, 1 of 1, 1 of 1 from 1968 to 2020"),
        ([[LOSING], [LOSING, GROWING], [LOSING, GROWING]], False, "1 of 1, 1 of 2, 1 of 2 from"),
        ([[LOSING], [LOSING], [GROWING, GROWING]], True, "1 of 1, 1 of 1, 0 of 2 from 2010"),
        ([[], [], []], False, "0 of 0"),
    ],
    ids=[
        "lasting",
        "growing",
        "a slip",
        "the last census alone",
        "most windows",
        "long ago alone",
        "chosen by an old size",
        "two of three",
        "no town",
    ],
)
def test_decline_of_the_towns(chosen: list[list[pd.Series]], holds: bool | None, said: str):
    """It is judged where the middle one of three choices of towns says one thing in each window."""
    tables = {
        year: pd.DataFrame([list(row) for row in rows], columns=DATES)
        for year, rows in zip((1968, 2010, 2020), chosen, strict=True)
    }
    people = pd.DataFrame({"hills": town(y1999=900, y2010=1000, y2020=998)})
    finding = CHECKS["rev-decline"](
        study_with(
            [1.0], towns=lambda line, zone, year, least: tables[year], people=lambda _: people
        )
    )
    assert (finding.value, finding.grade) == (holds, "N" if holds is None else "B")
    says = write(finding.says)
    assert said in says
    assert "up to 2020: level from 2015; level from 2010; +11% from 1999; level from 1968." in says


@pytest.mark.parametrize(
    ("ahead", "holds"), [(["azimuth", "massif", "mines"], True), (["azimuth", "mines"], False)]
)
def test_the_plain_draws_where_moves_say_so_along_most_lines(ahead: list[str], holds: bool):
    """By over a tenth of a percent a year; growth by births is none."""
    lines = ["azimuth", "massif", "altitude", "mines"]
    study = study_with([1.0])
    study.contrast.lines = {line: line for line in lines}
    rates = pd.DataFrame(
        {"migratory": [0.3, 0.5], "natural": [-1.0, 1.0]}, index=["hills", "plain"]
    )
    level = rates.assign(migratory=[0.3, 0.35])
    study.population = SimpleNamespace(
        rates_of_sides=lambda line: rates if line in ahead else level
    )
    found = CHECKS["rev-plain-draws"](study)
    assert (found.value, found.grade) == (holds, "B")
    assert f"along {len(ahead)} of 4 lines" in write(found.says)


def stations(**rows: tuple[bool, bool]) -> pd.DataFrame:
    """Stations, by their commune; whether each is open to passengers and to freight."""
    return pd.DataFrame(
        {
            "name": [commune.title() for commune in rows],
            "commune": [commune.replace("_", "-") for commune in rows],
            "passengers": [both[0] for both in rows.values()],
            "freight": [both[1] for both in rows.values()],
        }
    )


@pytest.mark.parametrize(
    ("rows", "closed", "freight"),
    [
        ({"ALES": (True, True), "SALINDRES": (False, True)}, True, True),
        ({"ALES": (True, True), "SALINDRES": (True, True)}, False, False),
        (
            {"ALES": (True, True), "SALINDRES": (False, True), "BESSEGES": (True, False)},
            False,
            False,
        ),
        (
            {"ALES": (True, True), "SALINDRES": (False, True), "SAINT_AMBROIX": (False, True)},
            True,
            False,
        ),
        ({"ALES": (True, True)}, True, False),
        ({"NIMES": (True, True)}, False, False),
    ],
    ids=["as told", "Salindres", "Bessèges, outside", "freight farther", "dropped", "no list"],
)
def test_the_line_to_besseges(monkeypatch, rows: dict, closed: bool, freight: bool):
    """A station open to passengers anywhere on it denies both; a list that ends at Nîmes, too."""
    monkeypatch.setattr(reversal.sncf, "stations", lambda *_: stations(**rows))
    study = study_with([1.0])
    assert CHECKS["rev-line-closed"](study).value is closed
    assert CHECKS["rev-freight"](study).value is freight


@pytest.mark.parametrize(
    ("share", "verdict"),
    [(87.61, "compatible"), (88.6, "not compatible"), (85.4, "not compatible")],
)
def test_share_of_drivers_may_be_wrong(real: Sources, share: float, verdict: str):
    """A point and a half to either side, and no more."""
    claim = printed.claims(real, ALES_AGGLOMERATION).loc["rev-car"]
    assert judge(claim, Finding(share, "B", "")) == verdict


@pytest.mark.parametrize("claim", ["rev-internet", "rev-transit", "rev-towns-apart", "rev-wealth"])
def test_what_nothing_at_hand_tests_has_no_check(real: Sources, claim: str):
    """What was tested was another thing: the row names the file that would tell."""
    row = printed.claims(real, ALES_AGGLOMERATION).loc[claim]
    assert (row["check"], row["untested"]) == ("", "not obtained")
    assert claim not in CHECKS
