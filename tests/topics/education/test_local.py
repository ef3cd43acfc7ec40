"""Education, on the toy France and on tables made by hand."""

import pandas as pd
import pytest

from bassin.errors import TerritoryError
from bassin.places.territory import Territory
from bassin.read import printed
from bassin.read.insee import CLASSES
from bassin.show import named
from bassin.topics.education import local as education
from bassin.topics.education.local import Education

HERE = "EPCI-200000018"


@pytest.fixture(scope="module")
def mineville(toy) -> Education:
    """Education in the Alès-like EPCI of the toy France."""
    return Education(Territory("200000018", toy), toy)


def test_the_official_file_is_used_where_it_is(mineville):
    """Figure 2.4 is recomputed, whatever the study prints, and says so."""
    assert mineville.figure()["2009"].tolist() == pytest.approx([35, 8, 25, 15, 17])
    assert mineville.figure()["2020"].tolist() == pytest.approx([25, 5, 30, 20, 20])
    assert mineville.figure_basis == education.OFFICIAL


def test_without_it_the_figure_is_the_printed_one(mineville):
    """It is then said to be printed."""
    bare = mineville.having(official=None)
    assert bare.figure()["2020"].tolist() == [24.8, 6.5, 27.9, 17.8, 23]
    assert bare.figure_basis == education.PRINTED


def test_without_it_the_figure_of_another_place_is_refused(toy):
    """What the study prints is of its territory alone."""
    other = Education(Territory("243000213", toy), toy).having(official=None)
    with pytest.raises(
        TerritoryError, match=r"study/\d+/figure-2-4\.csv.*CC des Garrigues.*Transcribe"
    ):
        other.figure()


def test_sums_follow_from_the_printed_classes(mineville):
    """Five classes, and what they add up to."""
    table = mineville.sums()
    assert table.loc["diplomas_below_bac"].tolist() == pytest.approx([67.3, 59.2, -8.1])
    assert table.loc["diplomas_all"].tolist() == pytest.approx([100, 100, 0])


def test_classes_of_communes_are_weighted_by_their_people():
    """1,000 people with 10 % and 3,000 with 30 % make 25 %."""
    table = pd.DataFrame(
        {name: [10.0, 30.0] for name in CLASSES} | {"over_14": [1000.0, 3000.0]}, ["a", "b"]
    )
    assert education.weighted_classes(table)[CLASSES[0]] == pytest.approx(25)
    assert education.weighted_classes(table, ["a", "z"])[CLASSES[0]] == pytest.approx(10)


def test_beside_the_printed_figure(mineville):
    """Mineville alone in the territory; in the departement 2,400 and 80 people of 15 and over."""
    row = mineville.beside().loc[CLASSES[0]]
    assert row[["large_2012", "large_2018"]].tolist() == pytest.approx([35, 30])
    assert row["departement_2018"] == pytest.approx((30 * 2400 + 10 * 80) / 2480)


def test_below_bac_is_weighted_by_adults(mineville):
    """910 adults with 70 % and 1,600 with 50 % in the two IRIS of Mineville."""
    found = mineville.below_bac().at["30001", "2022"]
    assert found == pytest.approx((910 * 70 + 1600 * 50) / 2510)


def test_above_bac2_has_no_2016(mineville):
    """Two censuses are compared, the third is left out."""
    table = mineville.above_bac2()
    assert list(table) == ["name", "2011", "2022", "change"]
    assert table.at["30002", "change"] == pytest.approx(6)
    assert mineville.levels().loc[(HERE, 2016)].isna().tolist() == [False, False, True]


def test_a_year_between_two_censuses():
    """On a straight line; outside is an error."""
    series = pd.Series({2011: 60.0, 2016: 50.0, 2022: 44.0})
    assert education.interpolated(series, 2020) == pytest.approx(46)
    with pytest.raises(ValueError, match="2009 is outside 2011-2022"):
        education.interpolated(series, 2009)


def test_the_young_against_the_middle_epci(mineville):
    """A has 30 %, the others 10 %."""
    table = mineville.neither_by_place()
    assert table.loc[2018].tolist() == [30, 10, 10, 10]
    called = named(table, mineville.place_names)
    assert called.columns[[0, 3]].tolist() == ["Bassin de Mineville", "Middle EPCI, France"]
    assert mineville.fare_better(2018) == pytest.approx(600 / 7)
    assert mineville.neither().loc["30001", ["2008", "2013", "2018"]].tolist() == [10, 20, 25.5]


def test_higher_education_at_the_rate_of_the_country(mineville):
    """Four places, where nine for 9,800 people would make 5.8 for 6,300."""
    total = mineville.higher_expected().loc[education.TOTAL]
    assert total["here"] == 4
    assert total["expected"] == pytest.approx(9 * 6300 / 9800)


def test_a_territory_without_files_has_no_value(toy):
    """Far away, the files of one departement are of no use, and the national ones are."""
    golfe = Education(Territory("200042001", toy), toy)
    for ask in (golfe.below_bac, golfe.beside, lambda: golfe.in_large(2018)):
        with pytest.raises(TerritoryError, match=r"insee/.*it has nothing of CC du Golfe.*2A"):
            ask()
    assert not golfe.prints(printed.FIGURE_2_4)
    assert golfe.neither_by_place().at[2018, golfe.here] == 10
