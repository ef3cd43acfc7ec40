"""Verdicts on the two halves follow from the comparisons, whichever way these go."""

from __future__ import annotations

from types import SimpleNamespace

import numpy as np
import pandas as pd
import pytest

from bassin.claims.judging import judge
from bassin.files.sources import Sources
from bassin.read import printed
from bassin.topics.checks import CHECKS
from bassin.topics.contrast import checks as reversal
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
        **more,
    )
    return SimpleNamespace(contrast=contrast, sources=None)


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
    found = CHECKS["rev-mines-high"](study_with([1.0]))
    assert found.value is higher
    assert f"In {count} pairs" in write(found.says)


#: Towns by the census they are chosen in: 1968, 2013, 2020; then people in 1968, 1999, 2013, 2020.
LOSING, LEVEL, GROWING = (100, 100, 100, 90), (1000, 1000, 1000, 998), (100, 60, 60, 61)


@pytest.mark.parametrize(
    ("chosen", "holds", "said"),
    [
        ([[LOSING, LOSING, GROWING]] * 3, True, "2 of 3 lost over 0.5% from 2013 to 2020"),
        ([[GROWING] * 3] * 3, False, "0 of 3 lost"),
        ([[LEVEL] * 3] * 3, False, "0 of 3 lost"),
        ([[LOSING], [LOSING, GROWING], [LOSING, GROWING]], False, "in 2013, 1 of 2; in 2020"),
        ([[LOSING], [LOSING], [GROWING, GROWING]], True, "in 2013, 1 of 1; in 2020, 0 of 2"),
        ([[], [], []], False, "0 of 0"),
    ],
    ids=["lasting", "long ago alone", "a slip", "chosen by an old size", "two of three", "no town"],
)
def test_decline_of_the_towns(chosen: list[list[tuple[int, ...]]], holds: bool, said: str):
    """Most of the towns lose in the last window, by the middle one of three ways to choose them."""
    tables = {
        year: pd.DataFrame(rows, columns=[1968, 1999, 2013, 2020], dtype=float)
        for year, rows in zip((1968, 2013, 2020), chosen, strict=True)
    }
    people = pd.DataFrame({"hills": [90, 100, 99.8]}, index=[1999, 2013, 2020])
    finding = CHECKS["rev-decline"](
        study_with(
            [1.0], towns=lambda line, zone, year, least: tables[year], people=lambda _: people
        )
    )
    assert (finding.value, finding.grade) == (holds, "B")
    says = write(finding.says)
    assert said in says
    assert "changes by +11% from 1999 to 2020 and stands level from 2013" in says


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
    monkeypatch.setattr(reversal.sncf, "stations_2024", lambda sources: stations(**rows))
    study = study_with([1.0])
    assert CHECKS["rev-line-closed"](study).value is closed
    assert CHECKS["rev-freight"](study).value is freight


def test_share_of_drivers_is_the_number_compared():
    """The printed share is set against that of the census, not a rounded one."""
    study = study_with([1.0], car_share=lambda: 87.61)
    study.contrast.gaps.loc[("car_pct", "azimuth"), ["hills", "plain"]] = [83.0, np.pi]
    assert CHECKS["rev-car"](study).value == 87.61


@pytest.mark.parametrize(
    ("share", "verdict"), [(87.61, "compatible"), (88.6, "differs"), (85.4, "differs")]
)
def test_share_of_drivers_may_be_wrong(real: Sources, share: float, verdict: str):
    """A point and a half to either side, and no more."""
    claim = printed.claims(real).loc["rev-car"]
    assert judge(claim, Finding(share, "B", "")) == verdict


@pytest.mark.parametrize(
    "claim", ["rev-internet", "rev-transit", "rev-line-2012", "rev-towns-apart", "rev-wealth"]
)
def test_what_nothing_at_hand_tests_has_no_check(real: Sources, claim: str):
    """What was tested was another thing: the row names the file that would tell."""
    row = printed.claims(real).loc[claim]
    assert (row["check"], row["untested"]) == ("", "not obtained")
    assert claim not in CHECKS
