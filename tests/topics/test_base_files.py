"""A table of a topic rests on its own files, not on those of its neighbours."""

from __future__ import annotations

import pytest
from tests.fixtures import listed

from bassin.errors import ChoiceError
from bassin.files.sources import Sources
from bassin.files.trace import recording
from bassin.places.territory import Territory
from bassin.read import anct, bdiff, ccr, cerema, france_travail
from bassin.topics.base import Topic
from bassin.topics.ecosystem.local import Ecosystem
from bassin.topics.land.local import Land
from bassin.topics.land.recruitment import Recruitment
from bassin.topics.perimeters.local import Perimeters
from bassin.topics.programmes.labels import INDUSTRY_2, SERVICES
from bassin.topics.programmes.local import Programmes
from bassin.topics.risk.local import Risk

#: What says which communes there are, and which there were.
COMMUNES = {listed.EPCI, listed.COMMUNES, listed.EVENTS}


@pytest.mark.parametrize(
    ("topic", "table", "files"),
    [
        (Risk, "flood_counts", {ccr.DECREES}),
        (Risk, "fire_counts", {bdiff.FOREST_FIRES}),
        (Risk, "plans", {listed.path_of(anct.PREVENTION_PLANS, 2024)}),
        (Risk, "absorbed", set()),
        (Land, "take", {cerema.LAND_TAKE}),
        (Land, "sites", {cerema.BROWNFIELDS}),
        (Land, "vacancy", {listed.path_of(cerema.VACANT_DWELLINGS, 2025)}),
        (Land, "law", {"law/land.csv"}),
        (Ecosystem, "prize", {"study/200000018/prize.csv"}),
        (Ecosystem, "relations", {"study/200000018/actors.csv", "study/200000018/relations.csv"}),
        (Programmes, "money", {"study/200000018/sums.csv"}),
        (Programmes, "districts_2024", {anct.PRIORITY_DISTRICTS_2024}),
        (Perimeters, "chosen", {anct.INDUSTRY_149}),
        (Recruitment, "printed", {"study/200000018/figure-ii.csv"}),
        (Recruitment, "basin", {listed.path_of(france_travail.BASINS, 2019)}),
    ],
)
def test_a_table_rests_on_its_files(
    toy: Sources, topic: type[Topic], table: str, files: set[str]
) -> None:
    """Beside those that list the communes."""
    found = topic(Territory("200000018", toy), toy)
    with recording() as noted:
        getattr(found, table)
    assert noted.files - COMMUNES == files


def test_a_label_rests_on_its_list(toy: Sources) -> None:
    """One of the EPCI needs the SIREN of the communes too."""
    found = Programmes(Territory("200000018", toy), toy)
    with recording() as services:
        found.holding(SERVICES)
    with recording() as industry:
        found.holding(INDUSTRY_2)
    assert services.files - COMMUNES == {anct.FRANCE_SERVICES}
    assert industry.files - COMMUNES == {anct.INDUSTRY_183, listed.EPCI_MEMBERS}
    with pytest.raises(ChoiceError, match="label="):
        found.holding("France's services")
