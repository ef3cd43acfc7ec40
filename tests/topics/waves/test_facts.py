"""What the chapter on the waves says follows from the tables of its topics."""

from __future__ import annotations

from collections.abc import Callable
from types import SimpleNamespace

import pandas as pd
import pytest
from tests.fixtures import ROOT

from bassin.files.sources import Sources
from bassin.places.territory import Territory
from bassin.read import printed
from bassin.study import ALES_AGGLOMERATION
from bassin.topics.employment.local import Employment
from bassin.topics.waves.facts import MOTOR_PARK, facts
from bassin.topics.waves.local import Waves

PRINTED = Sources(ROOT / "data")


def as_printed(_file: str, read: Callable[[Sources, str], pd.DataFrame]) -> pd.DataFrame:
    """What the text on the real basin prints, of the toy one."""
    return read(PRINTED, ALES_AGGLOMERATION)


@pytest.fixture(scope="module")
def study(toy: Sources) -> SimpleNamespace:
    """What the study prints, beside the jobs of the toy France."""
    town = Territory("200000018", toy)
    toy_jobs = Employment(town, toy)
    jobs = toy_jobs.having(communes=pd.DataFrame({2023: [647]}, index=[MOTOR_PARK]))
    return SimpleNamespace(
        employment=jobs,
        waves=Waves(town, PRINTED, jobs).having(_printed=as_printed),
        territory=town,
        published=lambda chapter: printed.claims(PRINTED, ALES_AGGLOMERATION, chapter)["published"],
    )


def test_the_prose_says_what_the_tables_hold(study):
    """Numbers of the text beside those of another place."""
    said = facts(study)
    assert (said["waves_created"], said["waves_destroyed"]) == (4_750, 15_375)
    assert said["waves_pits_note"] == (2001, ".0f")
    assert said["waves_mines_counted"] == 14_384
