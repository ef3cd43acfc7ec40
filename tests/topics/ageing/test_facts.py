"""What the chapter on ageing says, on the toy France."""

from __future__ import annotations

import pandas as pd
import pytest

from bassin.files.sources import Sources
from bassin.files.trace import kept_by
from bassin.topics.facts import facts
from bassin.topics.gathered import Topics
from bassin.words import write


def said_of(epci: str, sources: Sources) -> dict[str, object]:
    """Facts of an EPCI of the toy France, of which the study prints two shares."""
    study = Topics(epci, sources)
    shares = pd.Series({1975: 52.4, 2019: 73.6})
    kept_by(study).put("ageing", study.ageing.having(printed_presential=shares))
    return dict(facts(study, "ageing"))


def test_the_facts_are_those_of_another_territory(toy: Sources):
    """26 % in 2018, five points in the departement as in the territory."""
    said = said_of("200000018", toy)
    assert said["age_2018"] == (26, ".1f", "%")
    assert said["age_pace_dep30"] == (pytest.approx(5), ".1f")
    assert write(said["age_than_dep30"]) == "about as much as"
    assert said["age_points_here"][1] == ".1f"
    assert said["age_sphere_rise"] == (pytest.approx(21.2), ".1f")


def test_what_no_file_tells_is_left_out(toy: Sources):
    """Far away there is no census by IRIS; what is national is there."""
    said = said_of("200042001", toy)
    assert said["age_2018"] == (20.5, ".1f", "%")
    assert not {"age_2022", "age_pace", "age_young"} & said.keys()
