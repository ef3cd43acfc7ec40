"""What the chapter on perimeters says, on the toy France."""

from __future__ import annotations

import pandas as pd

from bassin.files.sources import Sources
from bassin.topics.facts import facts
from bassin.topics.gathered import Topics


def test_the_facts_are_those_of_another_territory(toy: Sources):
    """Twelve communes, 13 in 2019 and 11 in 2025; one of the zone d'emploi is left out."""
    study = Topics("200000018", toy)
    claims = pd.DataFrame(
        {"published": [76.0, 72.0, 9.0], "unit": "communes"},
        index=["epci-76", "epci-2023", "epci-2000"],
    ).assign(period="2023", lines="1")
    study.claims = lambda chapter: claims
    said = dict(facts(study, "territory"))
    assert said["communes_now"] == 12
    assert (said["epci_most"], said["epci_most_year"], said["epci_last"]) == (13, (2019, "d"), 11)
    assert said["zone_left_out"] == 1
    assert said["covered_communes"] >= said["covered_all"] > 0
