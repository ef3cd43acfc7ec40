"""Verdicts on poverty and unemployment follow from the files, and turn when these do."""

from __future__ import annotations

from types import SimpleNamespace

import pytest

from bassin.places.territory import FRANCE
from bassin.study import Study
from bassin.topics.checks import CHECKS, check_of
from bassin.words import write


def turned(study: Study, **topics: object) -> SimpleNamespace:
    """The study with some topics replaced."""
    kept = {name: getattr(study, name) for name in ("income", "unemployment", "wages")}
    return SimpleNamespace(territory=study.territory, **{**kept, **topics})


def test_every_claim_has_a_check_or_says_what_would_tell(study: Study):
    """A claim that nothing tests names what would."""
    claims = study.claims("poverty")
    without = claims.index[claims["check"] == ""]
    assert (claims.loc[without, "note"] != "").all()


@pytest.mark.parametrize(
    ("claim", "found"), [("pov-ales", 28), ("pov-grand-combe", 39), ("une-twelve", 11.9)]
)
def test_numbers(study: Study, claim: str, found: float):
    """Printed rates found again in the publisher's own files."""
    check = check_of(study.all_claims.loc[claim])
    assert check is not None
    finding = check(study)
    assert (finding.value, finding.grade) == (found, "A")


def column(quarters):
    """Rates of a place from a table of all, the first one by default."""
    return lambda place=None: quarters[place or quarters.columns[0]]


def test_no_verdict_is_constant(study: Study):
    """With every rate of the zone raised at the end and the wages turned over, verdicts turn."""
    unemployment = study.unemployment
    quarters = unemployment.quarters.copy()
    quarters.loc["2016-Q1":, unemployment.in_zone] = range(20, 20 + len(quarters.loc["2016-Q1":]))
    flat = unemployment.all_departements.copy()
    flat.loc[:] = 7.0
    worse = unemployment.having(rates_of=column(quarters), all_departements=flat)
    standing = study.income.standing.copy()
    standing.loc[study.territory.code, 2019] = standing[2019].max()
    risen = study.income.having(standing=standing)
    other = turned(study, unemployment=worse, income=risen, wages=study.wages * -1)
    for claim in ("une-downward", "une-twenty-years", "une-disparities", "pov-lasting"):
        assert CHECKS[claim](study).value is True
        assert CHECKS[claim](other).value is False
    assert CHECKS["wage-higher"](other).value is False


def test_disparities_are_wider_than_elsewhere(study: Study):
    """Occitanie as even as Brittany, or as the middle region, has none to speak of."""
    rates, region = study.unemployment.all_departements.copy(), study.territory.in_region
    even = rates.loc[[region]].mean()
    rates.loc[region] = even.to_numpy()
    other = turned(study, unemployment=study.unemployment.having(all_departements=rates))
    assert CHECKS["une-disparities"](other).value is False


@pytest.mark.parametrize(("year", "holds"), [("2020", False), ("2010", True)])
def test_high_is_asked_of_each_recent_year(study: Study, year: str, holds: bool):
    """One year among the middle zones is enough not to be high; one long ago is not."""
    unemployment = study.unemployment
    zones = unemployment.zones.copy()
    zones.loc[unemployment.zone, [f"{year}-Q{n}" for n in range(1, 5)]] = 7.5
    other = turned(study, unemployment=unemployment.having(zones=zones))
    assert CHECKS["une-high"](other).value is holds


def test_two_years_do_not_make_a_thing_last(study: Study):
    """Nor does an EPCI that was not there throughout; neither has a verdict."""
    short = study.income.having(standing=study.income.standing[[2019, 2021]])
    assert CHECKS["pov-lasting"](turned(study, income=short)) is None
    gone = study.income.having(standing=study.income.standing.drop(study.territory.code))
    assert CHECKS["pov-lasting"](turned(study, income=gone)) is None


def test_the_gard_and_the_agglomeration_are_treated_alike(study: Study):
    """Each is carried by its own communes: 19.6 and 22.1 % in 2019 make 19.5 and 21.5."""
    gard, here = CHECKS["pov-gard"](study), CHECKS["pov-agglo"](study)
    assert (gard.value, here.value) == pytest.approx((19.475, 21.459), abs=1e-3)
    assert "Its 74 communes" in write(gard.says)
    assert "The carried rate is no measurement." in write(gard.says)
    assert "Its 16 communes" in write(here.says)
    known = turned(study, income=study.income.having(rate_of=lambda *_: 19.0))
    assert (CHECKS["pov-gard"](known).value, CHECKS["pov-gard"](known).grade) == (19.0, "A")


def test_a_rate_without_a_date_is_judged_where_two_years_agree(study: Study):
    """Of 2021 and 2022, the last whole years the study had; that one of them fits is no verdict."""
    found = CHECKS["une-region"](study)
    assert (found.value, found.grade) == (None, "N")
    assert "9.3% in 2021, 8.7% in 2022" in write(found.says)
    unemployment, region = study.unemployment, study.territory.in_region
    quarters = unemployment.quarters.copy()
    for earlier, judged in ((12.0, None), (9.1, 9.1), (11.5, None)):
        quarters.loc["2022-Q1":"2022-Q4", region] = 9.3
        quarters.loc["2021-Q1":"2021-Q4", region] = earlier
        other = turned(study, unemployment=unemployment.having(rates_of=column(quarters)))
        other.claims = study.claims
        found = CHECKS["une-region"](other)
        assert (found.value, found.grade) == (judged, "B" if judged else "N")
    quarters.loc["2021-Q1":"2022-Q4", region] = 12.0
    other = turned(study, unemployment=unemployment.having(rates_of=column(quarters)))
    other.claims = study.claims
    assert CHECKS["une-region"](other).value == 12.0


def test_a_fall_says_what_it_is_not_below(study: Study):
    """From the top of 2015 the rate falls, and ends above 2008: a window of the book, grade B."""
    found = CHECKS["une-downward"](study)
    assert found.grade == "B"
    assert "It is not below 2008 (11.7%): 11.9% in 2022-Q4, 12.3% in 2023-Q3." in write(found.says)
    quarters = study.unemployment.quarters.copy()
    quarters.loc["2022-Q1":"2022-Q4", study.unemployment.in_zone] = 9.0
    lower = turned(study, unemployment=study.unemployment.having(rates_of=column(quarters)))
    assert "It is below 2008 (11.7%): 9.0% in 2022-Q4" in write(CHECKS["une-downward"](lower).says)


def test_the_note_under_the_figure_would_hold_of_a_census(study: Study):
    """It differs because the series is not of the census; it would hold if it were."""
    assert CHECKS["une-figure-note"](study).value is False
    quarters = study.unemployment.quarters.copy()
    census = study.unemployment.census.at[2017, study.unemployment.in_zone]
    quarters.loc["2015-Q1":"2019-Q4", study.unemployment.in_zone] = census
    other = turned(study, unemployment=study.unemployment.having(rates_of=column(quarters)))
    assert CHECKS["une-figure-note"](other).value is True


@pytest.mark.parametrize(("here", "holds"), [(46.2, True), (45.1, False), (44.0, False)])
def test_aid_above_is_of_the_places_said(study: Study, here: float, holds: bool):
    """The divided communes are other places; a tenth of a point apart is level."""
    assert CHECKS["aid-above"](study) is None
    aid = study.income.aid.copy()
    aid.loc[study.income.here, 2020], aid.loc[FRANCE, 2020] = here, 45.0
    found = CHECKS["aid-above"](turned(study, income=study.income.having(aid=aid)))
    assert (found.value, found.grade) == (holds, "B")


def test_housing_aid_is_judged_once_a_file_has_it(study: Study):
    """No finding without a file; of the printed year grade A, of the next year grade B."""
    for claim in ("aid-agglo", "aid-france"):
        assert CHECKS[claim](study) is None
    aid = study.income.aid.copy()
    aid.loc[study.income.here, 2020] = 54.2
    aid.loc[FRANCE, [2019, 2020]] = [46.1, 45.0]
    other = turned(study, income=study.income.having(aid=aid))
    of_here = write(CHECKS["aid-agglo"](other).says)
    assert of_here.endswith("of the Caf in Alès Agglomération in December 2020.")
    assert (CHECKS["aid-agglo"](other).value, CHECKS["aid-agglo"](other).grade) == (54.2, "B")
    assert (CHECKS["aid-france"](other).value, CHECKS["aid-france"](other).grade) == (46.1, "A")
