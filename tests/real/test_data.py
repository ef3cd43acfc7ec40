"""The real files, read by the project's readers, give the values that were noted from them by hand.

These are checks on reading. The numbers come from the notes that came with the files, not from this
package.
"""

from __future__ import annotations

import numpy as np
import pandas as pd
import pytest
from tests.fixtures import listed

from bassin.errors import PassageError
from bassin.files.sources import Sources
from bassin.files.vintages import file_of
from bassin.places.outlines import commune_outlines, mend_outlines
from bassin.places.territory import Territory
from bassin.read import anct, dgcl, drees, finess, france_travail, ign, insee
from bassin.words import write

START, NOW = "2017-01-01", "2023-01-01"


@pytest.fixture(scope="module")
def ales(real: Sources) -> Territory:
    return Territory("200066918", real)


@pytest.fixture(scope="module")
def censuses(real: Sources) -> pd.DataFrame:
    return insee.census_populations(real)


def test_territory(ales: Territory):
    """72 communes around Alès, 925 km2."""
    assert ales.name == "CA Alès Agglomération"
    assert len(ales.codes) == 72
    assert ales.communes.at[ales.centre, "name"] == "Alès"
    assert ales.outlines["area_km2"].sum() == pytest.approx(925, abs=1)


def test_history(ales: Territory):
    """73 communes in 2019, 72 in 2023 and 2024, 71 in 2025: Bouquet, then Corbès."""
    assert ales.history["communes"].to_dict() == {2019: 73, 2023: 72, 2024: 72, 2025: 71}
    assert ales.former_members() == ["30048"]


def test_census_populations(ales: Territory, censuses: pd.DataFrame):
    """The 72 on constant geography, 1968 to 2013."""
    carried = ales.passage.carry(censuses, START, NOW, ales.codes).sum()
    assert carried[[1968, 1975, 1982, 1990, 1999, 2013]].to_list() == [
        *(114_491, 111_395, 112_982, 115_070, 113_721, 128_202)
    ]
    assert censuses.at["30007", 1968] == 42_818


def test_municipal_populations(real: Sources, ales: Territory):
    """132,799 inhabitants in 2020 by three files, 137,470 in 2023; Alès 42,867 in 2020."""
    populations = insee.municipal_populations(real)
    mine = populations.loc[ales.codes]
    assert mine[2020].sum() == ales.population_2020.sum() == 132_799
    assert insee.legal_population(real).loc[ales.codes, "municipal"].sum() == 132_799
    assert populations.at["30007", 2020] == 42_867
    # Corbès is counted in Thoiras from 2023 on.
    assert mine[2023].sum() == 137_470
    assert list(mine.index[mine[2023].isna()]) == ["30094"]


def test_two_population_files_agree(real: Sources, ales: Territory, censuses: pd.DataFrame):
    """Where the two files overlap, 2013 to 2015, they give the 72 the same inhabitants."""
    years = [2013, 2014, 2015]
    municipal = insee.municipal_populations(real).loc[ales.codes, years]
    pd.testing.assert_frame_equal(municipal, censuses.loc[ales.codes, years])


def test_france_agrees_between_publishers(real: Sources, censuses: pd.DataFrame):
    """50,798,112 inhabitants in 1968 by INSEE's communes and by the balance of France."""
    balance = anct.demographic_balance(real)
    assert balance.at[("france", "FR", 1968), "population_start"] == 50_798_112
    assert censuses[1968].sum() == 50_798_112


@pytest.mark.parametrize(("year", "doctors"), [(2009, 143), (2013, 127), (2018, 110), (2019, 110)])
def test_general_practitioners(real: Sources, ales: Territory, year: int, doctors: int):
    """General practitioners counted in the 72, four times."""
    table = insee.facilities(real, year).reindex(ales.codes, fill_value=0)
    assert table["general_practitioner"].sum() == doctors


def test_apl(real: Sources, ales: Territory):
    """Access to doctors: the weighted mean of the 72 in two years, and two towns."""
    table = drees.apl_years(real, "general_practitioner")
    for year, mean in ((2022, 3.393), (2023, 3.256)):
        mine = table.xs(year, level="year").loc[ales.codes]
        weighted = np.average(mine["apl"], weights=mine["standardised_population"])
        assert weighted == pytest.approx(mean, abs=5e-4)
    assert table.at[("30007", 2022), "apl"] == 3.629
    assert table.at[("30132", 2022), "apl"] == 3.211


def test_employment_zone(real: Sources, ales: Territory):
    """173 communes in the zone d'emploi of Alès, of which 66 of the 72; the 6 others in Nîmes's."""
    zones = insee.employment_zones(real)["zone"]
    assert (zones == "7603").sum() == 173
    assert zones[ales.codes].value_counts().to_dict() == {"7603": 66, "7618": 6}


def test_recruitment_basins(real: Sources, ales: Territory):
    """68 of the 72 in the bassin of Alès, 4 in that of Le Vigan."""
    basins = france_travail.basins(real, 2019).loc[ales.codes]
    assert basins["basin"].value_counts().to_list() == [68, 4]
    assert (basins["basin"] == "7636").sum() == 68


def test_poverty(real: Sources):
    """Poverty rates of 2020: 28 % in Alès, 39 % in La Grand-Combe."""
    rates = insee.filosofi(real, "commune", 2020)["poverty_rate_pct"]
    assert rates[["30007", "30132"]].to_list() == [28, 39]


def test_filieris_centres(real: Sources, ales: Territory):
    """The miners' health centres are found in the register, in the 72."""
    table = finess.establishments(real)
    named = (table["name"] + table["long_name"]).str.contains("FILIERIS")
    centres = table[named & (table["category"] == "Centre de Santé")]
    assert "30305" in set(centres["code"]) & set(ales.codes)


def test_industry_territories_are_mended(real: Sources, ales: Territory):
    """149 territories, five of them broken, become 149 polygons."""
    broken = anct.industry_territories_2018(real)
    communes = commune_outlines(real, ales.passage, ales_and_members(real, broken))
    mended = mend_outlines(broken, dgcl.epci_members(real), communes)
    assert len(mended) == 149
    assert sorted(mended.index[mended["mended"]]) == [
        *("ti-2706", "ti-8416", "ti-9301", "ti-9303", "ti-9307")
    ]
    assert set(mended.geom_type) <= {"Polygon", "MultiPolygon"}


def ales_and_members(real: Sources, territories: pd.DataFrame) -> pd.DataFrame:
    """Communes of every member of the territories without a polygon."""
    points = territories[~territories.geom_type.isin(["Polygon", "MultiPolygon"])]
    sirens = set(" ".join(points["members"]).split())
    members = dgcl.epci_members(real)
    chosen = members.index[members["epci"].isin(sirens) | members["siren"].isin(sirens)]
    return insee.communes(real).loc[chosen]


def test_passage_carries_all_of_france(real: Sources, ales: Territory, censuses: pd.DataFrame):
    """From the communes of 2017 to exactly those of 2023, nobody lost on the way.

    Apart stand Mayotte, which the census file leaves out, and the two communes that Saline was
    divided into.
    """
    carried = ales.passage.carry(censuses, START, NOW)
    communes = insee.communes(real)
    expected = set(communes.index[communes["dep"] != "976"])
    assert set(carried.index) == expected - {"14666", "14712"}
    assert (carried[1968].sum() + censuses.at["14712", 1968]) == censuses[1968].sum()
    with pytest.raises(PassageError, match="14712 was divided into 14666, 14712 on 2019-12-31"):
        ales.passage.carry(censuses, START, NOW, ["14666"])


def test_census_populations_missing(censuses: pd.DataFrame):
    """Counts are missing in Corsica before 1936 and overseas before 1962, and nowhere else."""
    missing = censuses.isna()
    lacking = censuses.index[missing.any(axis=1)]
    assert set(lacking.str[:2]) == {"2A", "2B", "97"}
    corsica = lacking.str.startswith("2")
    assert missing.loc[lacking[corsica]].columns[missing.loc[lacking[corsica]].any()].max() == 1931
    assert not missing.loc[:, 1962:].any(axis=None)


def test_outlines_of_2024(real: Sources):
    """The simplified outlines are the communes of 2023, but for 13 mergers and 3 restored."""
    drawn = set(ign.communes_france_2024(real).index)
    listed = set(insee.communes(real).index)
    assert drawn - listed == {"60694", "85165", "85212"}
    assert len(listed - drawn) == 13


def test_every_reader_has_a_recorded_row_count(real: Sources):
    """Each file read above is listed with its number of rows, so that a lost row is an error."""
    rows = {file for file in real.manifest.index if real.rows(file) is not None}
    professions = {file_of(real, one.dataset, 2023) for one in drees.PROFESSIONS.values()}
    assert rows >= {
        *(listed.path_of(insee.FACILITIES, year) for year in (2009, 2013, 2018, 2019)),
        *professions,
        listed.EPCI,
        finess.ESTABLISHMENTS,
    }
    assert len(rows) >= 40


def test_places_of_one_name_stay_apart(real: Sources):
    """In La Réunion the departement and the region have one name, and are two places."""
    everywhere = insee.epci(real)
    code = everywhere.loc[everywhere["dep"] == "974", "epci"].iloc[0]
    territory = Territory(code, real)
    levels = [level for level, _ in territory.levels.values()]
    assert levels == ["epci", "departement", "region", "france"]
    assert len({*territory.levels}) == len(levels)
    assert len({*map(write, territory.place_names.values())}) == len(levels) - 1
