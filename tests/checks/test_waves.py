"""Checks of the claims on industry follow from the tables they are given."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from types import SimpleNamespace

import pytest

from bassin import audit
from bassin.checks import waves as checks
from bassin.indicators.employment import Employment
from bassin.indicators.waves import Waves
from bassin.sources import Sources
from bassin.territory import Territory

PRINTED = Sources(Path(__file__).parents[2] / "data")


@pytest.fixture(scope="module")
def study(toy: Sources) -> SimpleNamespace:
    """What the study prints, beside the jobs of the toy France."""
    jobs = Employment.of(Territory("200000018", toy), toy)
    return SimpleNamespace(employment=jobs, waves=Waves.of(jobs, PRINTED))


def found(study: SimpleNamespace, claim: str) -> audit.Finding:
    finding = audit.CHECKS[claim](study)
    assert finding is not None
    return finding


def test_a_printed_change_is_recomputed_from_its_row(study):
    """9.92 % where 6.17 is printed; with another end the finding follows."""
    claim = "waves-change-total-2022"
    assert found(study, claim).value == pytest.approx(9.921, abs=1e-3)
    jobs = study.waves.jobs.copy()
    jobs.loc["total", 2022] = 23112 * 1.0617
    other = SimpleNamespace(waves=replace(study.waves, jobs=jobs))
    assert found(other, claim).value == pytest.approx(6.17)


def test_the_sum_of_the_rows_is_not_the_printed_total(study):
    """A row changed changes the finding."""
    assert found(study, "waves-jobs-total").value == 3895
    industries = study.waves.industries.copy()
    industries.loc["Food", "employees"] += 1
    other = SimpleNamespace(waves=replace(study.waves, industries=industries))
    assert found(other, "waves-jobs-total").value == 3896


def test_the_pits_close_when_the_last_one_does(study):
    """The year comes from the events."""
    assert found(study, "waves-pits-last").value == 2001
    events = study.waves.events
    without = events[~((events["lines"] == checks.PITS) & (events["year"] == 2001))]
    other = SimpleNamespace(waves=replace(study.waves, events=without))
    assert found(other, "waves-pits-last").value == 1986


def test_the_publisher_s_file_is_used_as_soon_as_it_is_there(study):
    """The toy has it: 60 jobs in industry in 2008, none published in food, no year 2013."""
    assert found(study, "waves-industry-2008").value == 60
    assert found(study, "waves-total-2008").value == 90
    assert audit.CHECKS["waves-industry-2013"](study) is None
    assert found(study, "waves-jobs-ce").value == 50
    assert audit.CHECKS["waves-jobs-ca"](study) is None
    assert {"employees_found", "establishments_found"} <= set(study.waves.fabric())
    assert study.waves.shares().loc[2008, "industry_found"] == 60


def test_without_it_the_claim_is_not_testable(study):
    """The check finds nothing rather than something else."""
    jobs = replace(study.employment, own=None, own_file=None)
    other = SimpleNamespace(employment=jobs, waves=replace(study.waves, employment=jobs))
    for claim in ("waves-industry-2008", "waves-jobs-ce", "waves-sites-other"):
        assert audit.CHECKS[claim](other) is None


def test_industry_holds_only_if_it_falls_elsewhere(study):
    """It grows by 10 % here and by 6.7 % in the toy France."""
    finding = found(study, "waves-resists")
    assert finding.value is False
    assert "+10.0% in the zone d'emploi and +6.7% in France" in finding.says
