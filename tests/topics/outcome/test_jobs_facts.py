"""What the chapter on the outcome says of private jobs follows from the tables of its topics."""

from __future__ import annotations

from types import SimpleNamespace

import pandas as pd
import pytest
from tests.fixtures import ROOT

from bassin.files.sources import Sources
from bassin.places.territory import Territory
from bassin.read import printed
from bassin.study import ALES_AGGLOMERATION
from bassin.topics.employment.local import Employment
from bassin.topics.outcome.jobs_facts import private_jobs
from bassin.topics.waves.local import Waves
from bassin.words import write

PRINTED = Sources(ROOT / "data")


@pytest.fixture(scope="module")
def study(toy: Sources) -> SimpleNamespace:
    """What the study prints, beside the jobs of the toy France and industries made by hand."""
    town = Territory("200000018", toy)
    toy_jobs = Employment(town, toy)
    codes = [f"A38-{code}" for code in ("CE", "CB", "CL")]
    quotients = pd.DataFrame({"jobs": [50, 20, 0], "urssaf": [3.0, 1.1, 0.0]}, index=codes)
    residuals = pd.DataFrame(
        [[-5.0, 7.0], [1.0, 2.0], [-3.0, -1.0]], index=["CJ", "CK", "CM"], columns=["a", "b"]
    )
    jobs = toy_jobs.having(
        location_quotients=lambda: quotients,
        residuals=lambda: residuals,
    )
    return SimpleNamespace(
        employment=jobs,
        waves=Waves(town, PRINTED, jobs),
        territory=town,
        claims=lambda chapter: printed.claims(PRINTED, ALES_AGGLOMERATION, chapter),
    )


def test_the_prose_says_what_the_tables_hold(study):
    """Numbers of the text beside those of another place."""
    said = private_jobs(study)
    assert (said["jobs_members"], said["jobs_communes"]) == (11, 12)
    assert (said["jobs_above"], said["jobs_above_jobs"], said["jobs_none"]) == (1, 50, 1)
    assert (said["jobs_electric_low"][0], said["jobs_electric_high"][0]) == (-5, 7)


def test_windows_in_which_the_zone_is_behind_are_listed(study):
    """The toy stands still in two of six."""
    said = private_jobs(study)
    assert (said["jobs_windows"], said["jobs_industry_ahead"]) == (6, 4)
    assert write(said["jobs_industry_behind"]) == "2019–2022, 2023–2024"
