"""Natural risks, on the toy France and on tables made by hand."""

import pandas as pd
import pytest

from bassin.errors import ChoiceError
from bassin.files.trace import recording
from bassin.indicators import catalogue
from bassin.indicators.aggregate import among, parts
from bassin.places.territory import FRANCE, Territory
from bassin.topics.risk.columns import COLUMNS
from bassin.topics.risk.floods import flood_rates
from bassin.topics.risk.local import Risk
from bassin.words import write

HERE = "EPCI-200000018"


@pytest.fixture(scope="module")
def territory(toy) -> Territory:
    return Territory("200000018", toy)


@pytest.fixture(scope="module")
def mineville(territory, toy) -> Risk:
    """Risks of the Alès-like EPCI of the toy France."""
    return Risk(territory, toy)


def test_a_flood_is_counted_once(mineville):
    """Two decrees on one event, and two parts of one commune, are one flood; a refusal none."""
    counted = mineville.by_commune("floods")["floods"]
    assert counted[counted > 0].to_dict() == {
        "30001": 3,
        "30002": 1,
        "30005": 2,
        "30011": 1,
        "30012": 1,
        "30013": 1,
    }


def test_rates_of_floods(mineville):
    """Nine floods in 12 communes of 6,800 inhabitants; one decision of 13 refused."""
    row = mineville.flood_rates().loc[HERE]
    assert row["floods"] == 9
    assert row["per_commune"] == pytest.approx(9 / 12)
    assert row["per_10000"] == pytest.approx(9 / 6800 * 10_000)
    assert row["of_inhabitant"] == pytest.approx(
        (3 * 3300 + 300 + 2 * 200 + 700 + 600 + 500) / 6800
    )
    assert row["never_pct"] == 50


def test_floods_of_an_area_where_nobody_is_counted(mineville):
    """Mayotte has no inhabitants in the file: a rate of them is missing, and no other is."""
    lived = mineville.selected.among("floods_of_inhabitant", mineville.areas)
    assert lived["value"].to_dict() == mineville.flood_rates()["of_inhabitant"].to_dict()
    table = pd.DataFrame({"floods": [2.0, 0.0], "people": float("nan")}, ["97601", "97602"])
    areas = {"here": ["97601", "97602"]}
    none = pd.DataFrame({"code": [], "decision": []})
    made = {
        key: among(parts(catalogue.find(key).rule, table.assign(communes=1.0)), areas)
        for key in ("floods_per_commune", "floods_of_inhabitant")
    }
    row = flood_rates(*made.values(), table, areas, none).loc["here"]
    assert row[["communes", "floods", "per_commune", "never_pct"]].tolist() == [2, 2, 1, 50]
    assert row[["per_10000", "of_inhabitant"]].isna().all()


def test_decades_add_up(mineville):
    """2 floods in the 1980s, 5 in the 2000s, 2 in the 2010s; the total is theirs."""
    table = mineville.by_decade.drop(columns="name").sum()
    assert table.to_dict() == {
        "1982–1989": 2,
        "2000–2009": 5,
        "2010–2014": 2,
        "total": 9,
    }


def test_episodes_are_named_by_their_dates(mineville):
    """Two periods a day apart make one episode; with no gap allowed, two."""
    table = mineville.episodes().rename(index=write)
    assert table["communes"].to_dict() == {
        "6–10 November 1982": 2,
        "8–10 September 2002": 5,
        "17 September 2014": 2,
    }
    assert table["rank"].tolist() == [2, 1, 2]
    assert table.at["8–10 September 2002", "inhabitants_pct"] == pytest.approx(
        100 * (3300 + 300 + 700 + 600 + 500) / 6800
    )
    assert len(mineville.episodes(0)) == 4


def test_great_episodes(mineville):
    """Only 2002 reaches a quarter of the communes; a year asked for is kept."""
    assert [write(dates) for dates in mineville.great_episodes().index] == ["8–10 September 2002"]
    assert len(mineville.great_episodes(also=[2014])) == 2
    with pytest.raises(ChoiceError, match="year=1999 is no choice"):
        mineville.greatest_of(1999)


def test_a_year_without_a_flood(mineville):
    """It adds no episode and hits no commune; where no year has one there is nothing to map."""
    assert len(mineville.great_episodes(also=[1999])) == 1
    assert mineville.hit_in([1999, 2014]).equals(mineville.hit_in([2014]))
    with pytest.raises(ChoiceError, match="year=1999 is no choice"):
        mineville.hit_in([1999])


def test_communes_hit(mineville):
    """Codes say in which of the episodes."""
    codes = mineville.hit_in([2002, 2014])["episodes"]
    assert codes["30001"] == "hit_2002_2014"
    assert codes["30005"] == "hit_2014"
    assert codes["30006"] == "hit_none"


def test_plans_by_perimeter(mineville):
    """10 of 12 in 2023, one more of each in 2019, one less of each in 2025."""
    table = mineville.coverage(mineville.of_years())
    assert table["covered"].tolist()[:3] == [11, 10, 9]
    assert table["communes"].tolist()[:3] == [13, 12, 11]
    assert mineville.without_plan().index.tolist() == ["Bois Noir", "Les Bures"]
    assert mineville.unplanned == ["30006", "30007"]
    assert mineville.absorbed == ["30025"]


def test_other_perimeters_stand_below_those_of_the_years(mineville):
    """The EPCI is not counted again under its own code."""
    table = mineville.by_perimeter({HERE: ["30001"], "two": ["30001", "99999"]})
    years = [f"{HERE}-{year}" for year in (2019, 2023, 2025)]
    assert table.index.tolist() == [*years, "DEP-30", FRANCE, "two"]
    assert write(mineville.names[years[0]]) == "Bassin de Mineville, 2019"
    assert table.at[FRANCE, "unlisted"] == mineville.unlisted


def test_a_commune_off_the_register_is_counted_apart(mineville):
    """It is neither covered nor not."""
    row = mineville.coverage({"two": ["30001", "99999"]}).loc["two"]
    assert row[["covered", "covered_pct", "unlisted"]].tolist() == [1, 100, 1]
    none = mineville.coverage({"none": ["99999"]}).loc["none"]
    assert none[["communes", "covered", "unlisted"]].tolist() == [1, 0, 1]
    assert pd.isna(none["covered_pct"])


def test_by_plan(mineville):
    """200 of 6,800 inhabitants and 50 of 325 km2 without a plan; land is not known."""
    table = mineville.by_plan()
    assert table.loc["not_covered_by_plan", ["population", "communes"]].tolist() == [200, 2]
    assert table.at["not_covered_by_plan", "area_pct"] == pytest.approx(100 * 50 / 325, rel=1e-4)


def test_fires_leave_the_last_year_out(mineville):
    """Five fires and 14 hectares in 325 km2 over ten years."""
    row = mineville.fire_rates().loc[HERE]
    assert row["fires"] == 5
    assert row["burnt_ha"] == pytest.approx(14)
    assert row["per_100_km2"] == pytest.approx(5 / 10 / 325 * 100, rel=1e-4)
    assert mineville.fire_years()[HERE].to_dict()[2024] == 1
    assert mineville.fires_here().loc[2024, "fires_started"] == 1
    assert write(mineville.names["late_fires_around"]).startswith("Fires from October on, ")
    assert mineville.last_year().at["fires_here", "last"] == 1


def test_the_three_together(mineville):
    """Mineville and Grande Veine have all three; Les Bures burns without a plan."""
    table = mineville.living()
    assert table.index[0] == "marks_flood_plan_fire"
    assert table.iloc[0][["communes", "population"]].tolist() == [2, 3500]
    marks = mineville.marks()
    assert marks.at["30006", "marks"] == "marks_fire"
    assert marks.at["30007", "marks"] == "marks_none"
    assert table["communes"].sum() == 12
    assert table["area_pct"].sum() == pytest.approx(100)


def test_all_three_in_the_country_is_of_known_communes(mineville):
    """The share here is that of the table of the territory."""
    share = mineville.all_three().at[HERE, "population_pct"]
    assert share == pytest.approx(mineville.living()["population_pct"].iloc[0])


#: Files of the registers, by the columns of the communes that are made of them.
REGISTERS = {
    "anct/pprn_communes_2024.xlsx": {"plan", "cover", "cover_status"},
    "ccr/catnat_decrees_1982_2024.parquet": {"floods", "floods_per_1000"},
    "bdiff/incendies_foret_2014_2024.csv": {"fires", "burnt_ha", "fires_per_100_km2"},
    "insee/populations_legales_2020_communes.csv": {"population", "floods_per_1000"},
    "ign/communes-30-gravon.geojson": {"area_km2", "fires_per_100_km2", "name"},
}


@pytest.mark.parametrize("column", COLUMNS)
def test_a_column_of_the_communes_rests_on_its_own_register(territory, toy, column):
    """Asked for alone, in a topic that has kept nothing; and it is that of the whole table."""
    with recording() as noted:
        table = Risk(territory, toy).by_commune(column)
    assert {file for file in REGISTERS if column in REGISTERS[file]} == noted.files & set(REGISTERS)
    assert table[column].equals(Risk(territory, toy).by_commune()[column])


def test_a_column_that_is_not_there_is_refused(mineville):
    """With those there are."""
    with pytest.raises(ChoiceError, match=r"columns='flood' is no choice\. There are floods"):
        mineville.by_commune("flood")
