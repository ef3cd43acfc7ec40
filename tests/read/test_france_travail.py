"""France Travail's bassins: communes of several years, some without one."""

from __future__ import annotations

from tests.fixtures.places import places
from tests.fixtures.spoil import Spoiler, refused

from bassin.files.sources import Sources
from bassin.read import france_travail


def test_basins(toy: Sources):
    """Eleven of the twelve are in the bassin of their town; a former commune has none."""
    table = france_travail.basins_2019(toy)
    assert len(table) == 46
    mine = [place.code for place in places() if place.epci == "A"]
    assert table.loc[mine, "basin"].value_counts().to_dict() == {"7636": 11, "7640": 1}
    assert table.loc["30025"].isna().all()
    assert table.loc["48009", "basin_name"] == "CAUSSE"


def test_basin_that_lost_its_zero(spoil: Spoiler):
    """A bassin of three digits is refused by commune."""
    sources = spoil.cell(france_travail.BASINS, "Sheet1", "30007", "code_bassin_bmo", 51)
    with refused(france_travail.BASINS, "'51' fails", column="basin", row="30007"):
        france_travail.basins_2019(sources)


def test_basin_of_a_commune_listed_twice(spoil: Spoiler):
    """A commune in two bassins is refused."""
    sources = spoil.cell(france_travail.BASINS, "Sheet1", "30007", "code_commune", "30001")
    with refused(france_travail.BASINS, "field_uniqueness", column="code", row="30001"):
        france_travail.basins_2019(sources)
