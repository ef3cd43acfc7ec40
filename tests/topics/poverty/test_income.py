"""Income and poverty, on the toy France and on tables made by hand."""

import numpy as np
import pandas as pd
import pytest
from tests.fixtures.toy_poverty import caf_of_epci, caf_of_france, with_epci_2020

from bassin.files.sources import Sources
from bassin.files.trace import recording
from bassin.places.territory import FRANCE, Territory
from bassin.read import cnaf
from bassin.show import named
from bassin.topics.poverty.districts import DISTRICT, WITH, WITHOUT
from bassin.topics.poverty.income import Income
from bassin.topics.poverty.standing import standing_of

#: Departement of the Alès-like EPCI, and its region.
GRAVON, MIDI = "DEP-30", "REG-76"


def test_secret_and_missing_stay_apart(mineville):
    """Two communes have a rate; in 2021 a divided and a merged one are missing, not secret."""
    table = mineville.secrecy()
    assert table[["published", "secret", "missing"]].to_numpy().tolist() == [
        *([2, 10, 0], [2, 10, 0], [1, 9, 2])
    ]
    assert table.loc[2020, ["secret_people", "secret_pct"]].tolist() == pytest.approx(
        [3200, 47.0588], abs=1e-3
    )
    assert mineville.rates.loc[["30001", "30015"], "status_2021"].tolist() == ["missing"] * 2


def test_mean_of_the_masked(mineville):
    """(25 % of 6,800 - 990 - 123) / 3,200."""
    interval, people = mineville.hidden()
    assert (people, interval.value) == (3200, pytest.approx(18.34375))
    assert interval.low < interval.value < interval.high


def test_places_are_read_between_their_deciles(mineville):
    """25, 20, 15 and 18 % under 12,000 euros."""
    assert mineville.interpolated().tolist() == pytest.approx([25, 20, 15, 18])
    told = mineville.having(printed_rates={GRAVON: 19.6}).compared()
    assert told.at[GRAVON, "printed"] == 19.6
    assert named(told, mineville.place_names).index[1] == "Gravon"


def test_the_rate_of_2020_is_carried_until_it_is_there(mineville, spoil):
    """Without the file, 25 less what the communes lost; with it, what it says."""
    assert mineville.rate_2020() == pytest.approx(25 - (30 - 28) * 3300 / 3600 - 1.5 * 300 / 3600)
    sources = with_epci_2020(spoil)
    dropped_in = Income(Territory("200000018", sources), sources).having(printed_rates={})
    assert dropped_in.rate_2020() == 23.5
    assert dropped_in.compared().at[dropped_in.here, "2020"] == 23.5


def test_housing_aid_is_over_recipients(mineville):
    """200 of 400 in the town, 400 of 1,000 in the file; the masked row counts for neither."""
    assert mineville.aid_communes == ["30001"]
    assert mineville.aid_share(["30001"]) == 50
    assert mineville.aid_share() == 40
    assert np.isnan(mineville.aid_share(["30002"]))


def test_neighbourhoods_are_poorest_first(mineville):
    """Two of them, with their shares."""
    table = mineville.neighbourhoods("30001")
    assert table["poverty_rate_pct"].tolist() == [55, 25]
    assert table["aid_pct"].tolist() == [80, 40]
    assert mineville.neighbourhoods("30002").empty


def test_neighbourhoods_of_the_centre_are_drawn(mineville):
    """By name, poorest first, with what each share is called."""
    table = mineville.town()
    assert table["town_poor_2021"].tolist() == [55, 25]
    assert list(named(table)) == ["Poor, 2021", "Housing aid, 2019"]


def test_districts_are_cut_out_of_their_commune(mineville, territory):
    """No place is drawn twice: areas add up."""
    areas = mineville.district_areas(territory.outlines)
    assert areas["kind"].value_counts().to_dict() == {
        WITHOUT: 6,
        WITH: 2,
        DISTRICT: 1,
    }
    assert areas.loc["30001"].geometry.area == pytest.approx(24e6, rel=0.01)
    assert areas.area.sum() == pytest.approx(areas.union_all().area)


def test_a_territory_without_districts_is_drawn_whole(toy):
    """No hull, no cut; and no file by IRIS: 2021 is missing everywhere."""
    elsewhere = Territory("244800405", toy)
    topic = Income(elsewhere, toy)
    assert set(topic.district_areas(elsewhere.outlines)["kind"]) == {WITHOUT}
    assert set(topic.rates["status_2021"]) == {"missing"}
    assert topic.iris.empty


def test_housing_aid_waits_for_the_files_of_the_caf(mineville):
    """With no file by EPCI or of France, both are missing; the divided communes are not."""
    told = mineville.having(printed_aid={mineville.here: 53.5, FRANCE: 46.1})
    table = told.aid_beside()
    assert named(table, told.place_names).index[2:].tolist() == [
        *("Divided communes: Mineville", "Divided communes of France")
    ]
    assert table.loc[[mineville.here, FRANCE], "printed"].tolist() == [53.5, 46.1]
    assert table.filter(like="found").iloc[:2].isna().all(axis=None)
    assert table["found_2019"].iloc[2:].tolist() == [50, 40]


def test_housing_aid_is_found_once_the_files_are_listed(spoil):
    """600 of 1,000 recipients in the territory; 46 % in France in 2019."""
    spoil.add(cnaf.EPCI, caf_of_epci())
    sources = spoil.add(cnaf.FRANCE, caf_of_france())
    aid = Income(Territory("200000018", sources), sources).aid
    assert aid.loc[FRANCE].tolist() == pytest.approx([46, 100 * 4500 / 10200])
    assert np.isnan(aid.iloc[0, 0])
    assert aid.iloc[0, 1] == 60


def test_places_are_carried_alike(mineville):
    """Each from its own rate of 2019, or that read between deciles, by its own communes."""
    moved = mineville.moves["after"] - mineville.moves["before"]
    assert mineville.moves.at[mineville.here, "communes"] == 2
    assert mineville.rate_2020(GRAVON) == pytest.approx(20.5 + moved[GRAVON])
    bare = mineville.having(rate_of=lambda *_: np.nan)
    assert bare.rate_2020(GRAVON) == pytest.approx(20 + moved[GRAVON])
    # 01001, of another region, has a rate of 2019 alone: it tells of no move.
    assert mineville.moves.at[FRANCE, "communes"] == 2
    assert mineville.moves.at[FRANCE, "people_pct"] < mineville.moves.at[MIDI, "people_pct"]


STANDING = pd.DataFrame(
    {2016: [1.0, *range(2, 21)], 2017: [1.0, *range(2, 21)], 2018: [30.0, *range(2, 21)]},
    index=[f"{n:09d}" for n in range(20)],
)


def test_to_stay_low_is_to_be_low_each_year(mineville):
    """Of the two lowest of twenty, the first rises to the top and the third takes its place."""
    one = mineville.having(standing=STANDING)
    assert one.stayed_low() == (2, 1, 20)
    assert one.among_the_lowest().loc["000000001"].tolist() == [True, True, True]
    assert one.place_among_epci("000000000").tolist() == [5, 5, 100]
    assert standing_of(STANDING, "000000000").loc[2018].tolist() == [30, 100, 20]


def test_an_epci_that_was_not_there_is_not_low(mineville):
    """Without a median in one year it is left out, and the others are ranked without it."""
    table = STANDING.copy()
    table.loc["000000001", 2017] = np.nan
    assert "000000001" not in mineville.having(standing=table).among_the_lowest().index


def test_standing_is_of_epci(mineville):
    """France, listed in the same file, is no EPCI; each file adds its year."""
    assert "00FR" not in mineville.standing.index
    assert list(mineville.standing) == [2016, 2017, 2018, 2019, 2021]
    assert mineville.standing.loc["200000018", [2016, 2019]].tolist() == [15000, 20000]


def test_the_poorest_regions_by_year(mineville):
    """In 2021 as a third party has them, without France; no other year is known."""
    assert list(mineville.poorest_regions(2021).index) == ["76", "84"]
    with pytest.raises(ValueError, match="There are"):
        mineville.poorest_regions(2020)


def test_a_map_of_one_year_rests_on_the_file_of_that_year(toy):
    """The rates and the medians of 2020 on that of 2020, and not on those beside it."""
    filosofi = {file for file in toy.manifest.index if "filo" in file.lower()}
    for asked in (lambda one: one.rate(2020), lambda one: one.medians()):
        fresh = Sources(toy.root)
        with recording() as noted:
            table = asked(Income(Territory("200000018", fresh), fresh))
        assert len(table) == 12
        assert noted.files & filosofi == {"insee/cc_filosofi_2020_COM.csv"}
