"""Verdicts on the two halves follow from the comparisons, whichever way these go."""

from __future__ import annotations

from types import SimpleNamespace

import numpy as np
import pandas as pd
import pytest

from bassin.audit import CHECKS
from bassin.checks import reversal


def study_with(aligned: list[float], p: float = 0.5, **more: object) -> SimpleNamespace:
    """A study whose comparisons, a row a line, all have these effects and this p-value."""
    row = {"hills": 1.0, "plain": 2.0}
    every = [
        *("growth_1999_2020", "far_workers_pct", "cinema_minutes", "fast_internet_pct"),
        *("station_km", "median_income", "worst_4g_pct", "jobs_per_worker", "car_pct"),
    ]
    table = pd.DataFrame([row] * len(every)).set_index(
        pd.MultiIndex.from_product([every, ["azimuth"]], names=["indicator", "line"])
    )
    evidence = pd.DataFrame({"aligned": aligned, "holds": np.array(aligned) > 0})
    contrast = SimpleNamespace(
        table=table,
        kept=["azimuth", "massif", "altitude", "mines"],
        evidence=lambda *names: pd.concat([evidence] * len(names)),
        bears_out=lambda *names: bool(evidence["aligned"].median() > 0),
        beyond_chance=lambda *names: p,
        stations_by_zone=lambda line: pd.DataFrame(
            {"zone": ["hills", "plain"], "open_to": ["passengers", "freight only"]}
        ),
        **more,
    )
    return SimpleNamespace(contrast=contrast, territory=SimpleNamespace(centre="30007"))


SIDED = (
    "rev-plain-grows",
    "rev-reach",
    "rev-internet",
    "rev-telephone",
    "rev-transit",
    "rev-towns-apart",
)


@pytest.mark.parametrize("claim", SIDED)
@pytest.mark.parametrize(
    ("aligned", "verdict"),
    [([1.0, 0.5, -2.0], True), ([1.0, -0.1, -0.2], False), ([-1.0, -1.0, -1.0], False)],
)
def test_the_middle_gap_decides(claim: str, aligned: list[float], verdict: bool):
    """Two lines in three make a claim hold, one does not; the count is said."""
    finding = CHECKS[claim](study_with(aligned))
    assert finding.value is verdict
    assert f"{sum(a > 0 for a in aligned)}" in finding.says


@pytest.mark.parametrize(
    ("p", "said"),
    [(0.012, "beyond chance, p = 0.012"), (0.3, "no gap beyond chance, p = 0.30")],
)
def test_chance_is_said_beside_the_verdict(p: float, said: str):
    """It does not change it."""
    holds, words = reversal._sided(study_with([1.0], p), "growth_1999_2020")
    assert holds
    assert said in words


def test_a_claim_without_a_test_says_so():
    """Too few communes, or no gap of its direction."""
    _, words = reversal._sided(study_with([-1.0], float("nan")), "growth_1999_2020")
    assert "no gap that way can be tested" in words


@pytest.mark.parametrize(("mine", "holds"), [(400.0, True), (300.0, False)])
def test_mines_above_the_silk(mine: float, holds: bool):
    """The mining town has to lie above both towns of silk."""
    altitude = pd.Series({"30132": mine, "30010": 200.0, "30269": 340.0})
    assert CHECKS["rev-mines-high"](study_with([1.0], altitude=altitude)).value is holds


@pytest.mark.parametrize(("now", "holds"), [(90, True), (110, False)])
def test_decline_of_the_towns(now: int, holds: bool):
    """Most of the towns have to lose."""
    towns = pd.DataFrame({2013: [100, 100, 100], 2020: [90, now, 120]})
    people = pd.DataFrame({"hills": [90, 100, 99]}, index=[1999, 2013, 2020])
    study = study_with([1.0], towns=lambda *_: towns, people=lambda _: people)
    finding = CHECKS["rev-decline"](study)
    assert finding.value is holds
    assert "-1.0%" in finding.says


def stations(**passengers: bool) -> pd.DataFrame:
    """Stations on the line to Bessèges, by the code of their commune."""
    codes = [code.removeprefix("c") for code in passengers]
    return pd.DataFrame(
        {
            "name": codes,
            "code": codes,
            "lines": "805000",
            "passengers": list(passengers.values()),
            "freight": True,
        }
    )


@pytest.mark.parametrize(("served", "holds"), [(False, True), (True, False)])
def test_closed_line(served: bool, holds: bool):
    """A station beyond Alès that is open to passengers would deny both claims."""
    study = study_with([1.0], stations=stations(c30007=True, c30305=served))
    assert CHECKS["rev-line-closed"](study).value is holds
    assert CHECKS["rev-freight"](study).value is holds


def test_a_line_without_a_station_says_nothing():
    """No station beyond Alès is no evidence that one is closed."""
    study = study_with([1.0], stations=stations(c30007=True))
    assert CHECKS["rev-line-closed"](study).value is False
    assert CHECKS["rev-freight"](study).value is False


def test_share_of_drivers_is_the_number_compared():
    """The printed share is set against that of the census, not a rounded one."""
    study = study_with([1.0], car_share=lambda: 83.79)
    study.contrast.table.loc[("car_pct", "azimuth"), ["hills", "plain"]] = [83.0, np.pi]
    assert CHECKS["rev-car"](study).value == 83.79
