"""What the chapter on the model of car minutes says, of the toy France."""

from __future__ import annotations

import pytest

from bassin.models import travel as model
from bassin.study import Study
from bassin.topics.travel.local import MODEL
from bassin.words import called, exhibit


@pytest.fixture(scope="module")
def toy_study(toy_root) -> Study:
    """The study of the Alès-like EPCI."""
    return Study("200000018", toy_root)


def test_facts_of_the_toy(toy_study):
    """Pairs add up; the exponent and the merged communes are those of the toy."""
    facts = toy_study.facts("travel")
    assert facts["pairs_all"] == facts["pairs_kept"] + facts["pairs_left"]
    assert (facts["n_towns"], facts["n_merged"], facts["n_outline"]) == (40, 4, 1)
    assert facts["exponent"] == (pytest.approx(0.7, abs=0.05), ".2f")
    assert facts["side_north_ways"] + facts["side_south_ways"] > 0
    assert facts["margin"] == (model.MARGIN, ".0f")
    assert set(facts) & {"gap_31", "gap_30", "gap_34"} == {"gap_30"}
    starts = toy_study.travel.pairs["origin"].str[:2] == "30"
    mean = toy_study.travel.residuals[starts].mean()
    assert facts["gap_30"] == (pytest.approx(100 * (2.718281828459045**mean - 1)), "+.0f", "%")


def test_every_code_of_the_chapter_has_a_name(toy_study):
    """Models, reasons and classes; those with a limit in them say the limit."""
    travel = toy_study.travel
    for code in (*travel.validation.index, *travel.dropped.index, MODEL):
        assert called(code)
    for table in (travel.by_distance, travel.by_relief):
        assert all(called(code) for code in table.index)
    assert f"{model.LONGEST_KM:.0f} km" in called(model.FAR)
    assert f"{model.FASTEST_KMH:.0f} km/h" in called(model.FAST)
    bound = exhibit("tab-travel-held-out")
    assert f"{model.MARGIN:.0f} minutes" in bound["labels"]["far_broken_pct"]
    assert f"{model.NEIGHBOURS_KM:.0f} km" in bound["caption"]
    assert travel.mean_errors_by_relief.columns.tolist() == [MODEL, model.SPEED, model.DETOUR]
