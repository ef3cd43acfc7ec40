"""Checks of the claims on ageing and education, where a finding hangs on the data."""

from __future__ import annotations

from types import SimpleNamespace

import pandas as pd
import pytest

from bassin.study import Study
from bassin.topics.checks import CHECKS
from bassin.words import write


@pytest.fixture(scope="module")
def study(toy_root) -> Study:
    """The study of the Alès-like EPCI of the toy France."""
    return Study("200000018", toy_root)


def test_official_diplomas_make_the_evidence_of_the_first_grade(study):
    """With INSEE's file, a class of figure 2.4 is recomputed; without it, it is only neared."""
    whole = CHECKS["edu-none-2020"](study)
    assert (whole.value, whole.grade) == (pytest.approx(25), "A")
    bare = SimpleNamespace(education=study.education.having(official=None))
    neared = CHECKS["edu-none-2020"](bare)
    assert (neared.value, neared.grade) == (pytest.approx(30), "B")


def test_a_class_too_few_does_not_add_up(study):
    """Without a class, the printed shares are no longer everyone."""
    assert CHECKS["edu-sum"](study).value is True
    printed = study.education.printed.iloc[1:]
    less = SimpleNamespace(education=study.education.having(printed=printed))
    assert CHECKS["edu-sum"](less).value is False


def test_over_a_quarter_hangs_on_the_nearest_censuses(study):
    """26 % in 2018, and under 25 % in 2022 in the toy: the statement does not hold there."""
    assert CHECKS["age-65"](study).value is False


def test_faster_hangs_on_points_of_two_measures(study):
    """Half a point beyond the precision, and the index; without the file nothing is judged."""
    assert CHECKS["age-faster"](study) is None
    here, places = study.territory.here, [study.territory.in_region, "FRANCE"]
    pace = pd.Series({here: 4.0, **dict.fromkeys(places, 3.4)})
    index = pd.DataFrame(
        {
            "points": {here: 25.0, **dict.fromkeys(places, 20.0)},
            "pct": {here: 24.0, **dict.fromkeys(places, 24.0)},
        }
    )

    def judged(pace: pd.Series, index: pd.DataFrame) -> object:
        ageing = SimpleNamespace(pace=lambda: pace, paces=lambda: index)
        finding = CHECKS["age-faster"](SimpleNamespace(territory=study.territory, ageing=ageing))
        assert write(finding.says)
        return finding.value

    assert judged(pace, index) is True
    assert judged(pace.mask(pace.index == here, 3.8), index) is False
    assert judged(pace, index.assign(points=20.0)) is False


def test_above_hangs_on_every_place(study):
    """26 % against 22, 21 and 20.7 %; with a region of 30 %, no longer."""
    assert CHECKS["age-above"](study).value is True
    older = {**study.ageing.published, study.territory.in_region: 30.0}
    other = SimpleNamespace(territory=study.territory, ageing=study.ageing.having(published=older))
    assert CHECKS["age-above"](other).value is False


def test_small_towns_are_all_but_the_centre(study):
    """Ten communes of the toy gain five points, the town is not among them."""
    finding = CHECKS["age-small-towns"](study)
    assert finding.value is True
    assert "10 of 10 communes, by 5.0 points" in write(finding.says)


def test_growth_hangs_on_each_census(study):
    """A single fall is enough for the share of the old not to grow throughout."""
    places = study.ageing.places.copy()
    places.loc[(study.territory.here, 2016), "share_65_plus_pct"] = 1.0
    falls = SimpleNamespace(territory=study.territory, ageing=study.ageing.having(places=places))
    assert CHECKS["age-rising"](falls).value is False


def test_few_places_of_study(study):
    """Four, where the rate of the toy France would give 5.8."""
    assert CHECKS["edu-few-higher"](study).value is True
    many = study.education.higher.copy()
    many["EPCI-200000018"] *= 3
    full = SimpleNamespace(education=study.education.having(higher=many))
    assert CHECKS["edu-few-higher"](full).value is False
    assert isinstance(many, pd.DataFrame)
