"""Ageing, on the toy France and on tables made by hand."""

import numpy as np
import pandas as pd
import pytest
from tests.fixtures.spoil import Spoiler
from tests.fixtures.toy_national import with_iris

from bassin.files.sources import Sources
from bassin.places import membership
from bassin.places.territory import FRANCE, Territory
from bassin.read import insee
from bassin.topics.ageing.local import Ageing
from bassin.topics.ageing.shares import MAPPED_BANDS
from bassin.words import write

HERE, GRAVON, MIDI = "EPCI-200000018", "DEP-30", "REG-76"


@pytest.fixture(scope="module")
def mineville(toy) -> Ageing:
    """Ageing in the Alès-like EPCI of the toy France."""
    return Ageing(Territory("200000018", toy), toy)


def test_an_iris_counts_by_its_people(mineville):
    """Two IRIS of 1,300 and 2,000 people with 15 and 25 % make 21.06 %, not 20."""
    assert mineville.elderly().at["30001", "2022"] == pytest.approx(100 * 695 / 3300)


def test_the_ageing_index_is_added_up_before_it_is_divided(mineville):
    """695 old people for 790 young ones, which is no mean of 50 and 125."""
    assert mineville.ageing_index().at["30001", "2022"] == pytest.approx(100 * 695 / 790)


def test_nobody_under_20_gives_no_index(mineville):
    """It is missing, neither zero nor infinite, and its commune's share stays known."""
    assert np.isnan(mineville.ageing_index().at["30007", "2022"])
    assert mineville.elderly().at["30007", "2022"] == pytest.approx(25)


def test_a_commune_merged_since_is_missing(mineville):
    """30015 is counted in 30013, and has no share of its own."""
    table = mineville.elderly()
    assert table.loc["30015", ["2011", "2016", "2022", "change"]].isna().all()
    assert table.at["30015", "2018"] == 20.5
    assert mineville.by_band().loc["30015"].drop("name").isna().all()


def test_elderly_by_place(mineville):
    """2018 is as published, 2020 counted; other years are added up."""
    table = mineville.elderly_by_place()
    expected = {HERE: 26, GRAVON: 22, MIDI: 21, FRANCE: (21 * 8500 + 19 * 1300) / 9800}
    assert table.loc[2018, list(expected)].to_dict() == pytest.approx(expected)
    assert table.at[2020, HERE] == pytest.approx((3300 * 24 + 3500 * 27) / 6800)
    people = 3300 + 300 + 8 * 100 + 100
    assert table.at[2011, HERE] == pytest.approx(20 - 10 * 1300 / people)


def test_pace(mineville):
    """Everyone gains five points in the toy France."""
    assert mineville.pace().tolist() == pytest.approx([5, 5])


def test_region_and_mainland_where_the_file_reaches(spoil):
    """With the file of the metropole, the region and the mainland stand beside the territory."""
    sources = with_iris(spoil)
    found = Ageing(Territory("200000018", sources), sources)
    assert {*found.pace().index} == {HERE, GRAVON, MIDI, FRANCE}
    assert found.pace().tolist() == pytest.approx([5] * 4)
    assert [*found.ages.index] == [HERE, GRAVON, MIDI, FRANCE]


def test_the_young(mineville):
    """1,010 of 6,800 people, 660 of them among the 3,300 of the town."""
    assert mineville.young == pytest.approx(100 * 1010 / 6800)
    assert mineville.concentration("30001") == pytest.approx((66000 / 1010, 330000 / 6800))
    assert mineville.young_without("30001") == pytest.approx(10)


def test_bands_of_groups_add_up(mineville):
    """Each group, and the whole, is everyone."""
    sides = pd.Series("hills", mineville.bands.index).where(lambda s: s.index < "30011", "plain")
    table = mineville.bands_of(sides)
    assert table.sum(axis=1).tolist() == pytest.approx([100, 100, 100])
    assert table.at[HERE, "age_15_29"] == pytest.approx(mineville.young)


def test_bands_on_a_map_are_everyone(mineville):
    """The last two bands are one, and missing where there is no row."""
    table = mineville.by_mapped_band
    assert table.loc["30001", list(MAPPED_BANDS)].sum() == pytest.approx(100)
    assert table.loc["30015", list(MAPPED_BANDS)].isna().all()


def test_places_of_another_region_are_left_out(mineville):
    """Those of the territory, and the departements at hand of its region."""
    table = mineville.elderly_by_place()
    assert list(table) == [HERE, GRAVON, MIDI, FRANCE]
    assert all(place in mineville.place_names or place == FRANCE for place in table)


def test_young_in_large_communes_needs_every_census(mineville):
    """Only communes of the territory in both files are compared."""
    assert mineville.young_in_large(["30001", "30018"]).to_dict("index") == {
        "30001": {"name": "Mineville", "2012": 22, "2018": 20}
    }


def test_the_official_series_is_used_where_it_is(mineville):
    """The years of figure 2.2 are recomputed from INSEE's file, the others stay missing."""
    table = mineville.twin()
    assert table.loc[[1968, 2019], "found_65_plus"].tolist() == pytest.approx([10, 20])
    assert table.at[1968, "found_15_29"] == pytest.approx(10)
    assert table["printed_65_plus"].isna().all()


def test_without_the_official_series_the_nearest_censuses_stand(mineville):
    """The years the study draws have no value, and those found are marked as others."""
    table = mineville.having(history=None).twin()
    assert table.loc[[1968, 2019], "found_65_plus"].isna().all()
    assert table.at[2018, "found_65_plus"] == 26
    assert table["drawn"].to_dict()[2018] == "age_not_drawn"


def test_presential(mineville):
    """The territory has the largest share of seven."""
    assert mineville.more_presential() == (0, 7)
    printed = mineville.having(printed_presential=pd.Series({1975: 52.4}))
    table = printed.presential_series()["presential_sphere"]
    assert table.tolist() == [52.4, 75, 64]
    assert [write(name) for name in map(printed.sphere_names.get, table.index)] == [
        "Bassin de Mineville 1975, all jobs (printed)",
        "Bassin de Mineville 2023, salaried jobs",
        "France 2023, salaried jobs",
    ]
    assert mineville.tertiary().tolist() == [74, 74, 78]


def test_a_territory_without_files_has_no_value(toy):
    """Far away, what only exists around Alès is missing, and what is national is there."""
    golfe = Ageing(Territory("200042001", toy), toy)
    assert golfe.bands.isna().all(axis=None)
    assert golfe.elderly()[["2011", "2016", "2022"]].isna().all(axis=None)
    assert golfe.territory.here not in golfe.places.index.get_level_values("place")
    assert np.isnan(golfe.young)
    assert golfe.published[golfe.territory.here] == 20.5
    assert golfe.elderly_by_place().at[2018, golfe.territory.here] == 20.5
    assert golfe.elderly()["2018"].notna().all()


def test_ages_of_2022(mineville):
    """Ages by IRIS add up to everyone in the territory and in the departement."""
    assert mineville.ages.sum(axis=1).tolist() == pytest.approx([100, 100])


def test_a_missing_file_is_no_error(spoil: Spoiler):
    """Without INSEE's series since 1968 and the larger communes, the rest is computed."""
    manifest = pd.read_csv(spoil.root / "sources.csv", dtype=str, keep_default_na=False)
    gone = [insee.AGE_HISTORY, *insee.LARGE_COMMUNES.values()]
    manifest[~manifest["file"].isin(gone)].to_csv(spoil.root / "sources.csv", index=False)
    sources = Sources(spoil.root)
    found = Ageing(Territory("200000018", sources), sources)
    assert found.history is None
    assert found.young_in_large(["30001"]).empty


def test_a_pace_in_points_and_in_proportion(mineville):
    """Gravon goes from 80 to 100: 20 points, a quarter more."""
    table = mineville.paces()
    assert list(table.index) == [HERE, GRAVON, MIDI, FRANCE]
    assert table.loc[GRAVON].tolist() == [80, 100, 20, 25]
    assert table.at[FRANCE, "pct"] == pytest.approx(100 * 20 / 70)
    assert table.at[HERE, "last"] == pytest.approx(mineville.index_by_place().at[2022, HERE])


def test_changes_around_are_of_other_communes(mineville):
    """Those of the departement, none of the territory: five points each."""
    around = mineville.changes_around()
    assert not around.index.isin(mineville.names.index).any()
    assert set(around.index.str[:2]) == {"30"}
    assert around.tolist() == pytest.approx([5.0] * len(around))


def test_rising_is_rising_at_each_census(mineville):
    """A commune that falls once, or rises within half a point, is not among those that rise."""
    shares = pd.DataFrame(
        [[20.0, 22, 25], [20, 19, 30], [20, 22, np.nan], [20, 20.5, 30]],
        [*"abcd"],
        columns=[2011, 2016, 2022],
    )
    assert mineville.having(around=shares).rising_around == (1, 3)


def test_more_tertiary_is_by_more_than_rounding(mineville):
    """A twentieth of a point more is no rise; France is no intercommunality."""
    columns = [f"{part}_{year}_pct" for year in insee.IRIS_YEARS for part in ("services", "public")]
    rows = {
        "rises": [40, 30, 41, 30, 42, 30],
        "rounds": [40, 30, 40.05, 30, 42, 30],
        "falls": [40, 30, 39, 30, 42, 30],
        "unknown": [40, 30, np.nan, 30, 42, 30],
        membership.FRANCE: [40, 30, 41, 30, 42, 30],
    }
    table = pd.DataFrame.from_dict(rows, orient="index", columns=columns, dtype=float)
    one = mineville.having(spheres=table)
    assert one.more_tertiary() == (2, 3)
    assert one.more_tertiary(0.1) == (1, 3)
