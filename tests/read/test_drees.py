"""DREES's workbooks give access by commune and year, with the weight their means need."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

import numpy as np
import pandas as pd
import pytest
from tests.fixtures.others import APL_2023, apl
from tests.fixtures.places import places
from tests.fixtures.spoil import Spoiler, refused

from bassin.errors import ChoiceError, DataError
from bassin.files import anchors
from bassin.files.sources import Sources
from bassin.files.trace import recording
from bassin.indicators import catalogue
from bassin.read import drees, newcomers
from bassin.show import coverage
from bassin.topics.national import National
from bassin.words import current


def test_coverage(toy: Sources):
    """Shares become percentages; one above the whole commune is missing."""
    table = drees.mobile_coverage_2019(toy)
    assert table.loc["30001"].to_list() == [50, 25, 100, 75]
    assert table.index[table["best_4g_pct"].isna()].to_list() == ["30015"]
    assert table.loc["30015", "worst_4g_pct"] == 25


def test_coverage_of_the_worst(spoil: Spoiler):
    """The worst operator cannot cover more than the best."""
    file = drees.APL_2016_2018
    sources = spoil.text(file, "30001,0.5,Orange,0.25", "30001,0.5,Orange,0.75")
    with refused(file, "covers more than the best", column="worst_4g_pct", row="30001"):
        drees.mobile_coverage_2019(sources)


DOCTORS = drees.PROFESSIONS["general_practitioner"]
FILE = "drees/apl_medecins_generalistes_2022_2023.xlsx"
GP = "general_practitioner"
MINE = [place.code for place in places() if place.epci == "A"]


def test_apl_of_doctors(toy: Sources):
    """Both years, without the row of units; the mean weighted by hand: 3.2, then 2.9."""
    table = drees.apl(toy, "general_practitioner", 2023)
    assert table.shape == (80, 3)
    assert table.loc[("30001", 2022)].to_list() == [4.0, 3000, 3300]
    for year, mean in ((2022, 3.2), (2023, 2.9)):
        mine = table.xs(year, level="year").loc[MINE]
        assert np.average(mine["apl"], weights=mine["standardised_population"]) == (
            pytest.approx(mean)
        )


def test_apl_under_a_threshold(toy: Sources):
    """Eight communes and 1,700 of 6,800 inhabitants have fewer than 2.5 consultations."""
    mine = drees.apl(toy, "general_practitioner", 2023).xs(2022, level="year").loc[MINE]
    few = mine["apl"] < 2.5
    assert (few.sum(), mine.loc[few, "population"].sum()) == (8, 1700)
    assert mine["population"].sum() == 6800


@pytest.mark.parametrize(
    ("profession", "town", "weight"),
    [("nurse", 150, 3300), ("dentist", 60, 3300), ("midwife", 20, 1650)],
)
def test_apl_of_the_others(toy: Sources, profession: str, town: float, weight: float):
    """The other workbooks have fewer or more columns; midwives are weighted by women."""
    table = drees.apl(toy, profession, 2023)
    assert table.loc[("30001", 2022)].to_list() == [town, weight, 3300]


def test_apl_of_an_unknown_profession(toy: Sources):
    """A profession without a workbook is refused, with those there are."""
    with pytest.raises(ValueError, match="There are "):
        drees.apl(toy, "plumber", 2023)


@pytest.mark.parametrize("value", ["s", "3,5"])
def test_apl_that_is_no_number(spoil: Spoiler, value: str):
    """A mark or a decimal comma in a workbook is refused by commune."""
    sources = spoil.cell(FILE, "APL 2023", "30001", DOCTORS.column, value)
    with refused(FILE, f"'{value}' is not a number", column="apl", row="30001"):
        drees.apl(sources, "general_practitioner", 2023)


def test_apl_that_is_negative(spoil: Spoiler):
    """A negative access is refused by commune and year."""
    sources = spoil.cell(FILE, "APL 2023", "30001", DOCTORS.column, -1)
    with refused(FILE, "-1.0 fails greater", column="apl", row="('30001', 2023)"):
        drees.apl(sources, "general_practitioner", 2023)


def test_apl_of_a_commune_listed_twice(spoil: Spoiler):
    """A commune twice in a year is refused."""
    sources = spoil.cell(FILE, "APL 2023", "30002", "Code commune INSEE", "30001")
    with refused(FILE, "listed twice", column="code, year", row=("30001", 2023)):
        drees.apl(sources, "general_practitioner", 2023)


def test_apl_with_a_renamed_column(spoil: Spoiler):
    """A renamed measure is named with its sheet."""
    sources = spoil.cell(FILE, "APL 2022", DOCTORS.column, DOCTORS.column, "APL")
    with refused(FILE, "no such column in 'APL 2022'", column=DOCTORS.column):
        drees.apl(sources, "general_practitioner", 2023)


def test_apl_without_its_weight(spoil: Spoiler):
    """Without the standardised population no mean can be taken: the workbook is refused."""
    weight = "Population standardisée 2020 pour la médecine générale"
    sources = spoil.cell(FILE, "APL 2022", weight, weight, "Population")
    with pytest.raises(DataError, match=r"0 columns match .*standardisée.* in 'APL 2022'"):
        drees.apl(sources, "general_practitioner", 2023)


def test_apl_workbook_without_a_year(spoil: Spoiler):
    """A workbook without a sheet a year is refused, with the sheets it has."""
    data = spoil.root / "raw" / "france_travail/passage_commune_bassin_bmo.xlsx"
    sources = spoil.data(FILE, lambda _: data.read_bytes())
    with pytest.raises(DataError, match="no sheet 'APL <year>' among Sheet1"):
        drees.apl(sources, "general_practitioner", 2023)


def test_apl_2016_2018(toy: Sources):
    """Two years from one wide file; the commune without a value in 2016 is missing, not zero."""
    table = drees.apl_2016_2018(toy)
    assert len(table) == 2 * 41
    assert table.loc["30001"].to_dict("index") == {
        2016: {"apl": 4.0, "standardised_population": 300},
        2018: {"apl": 3.5, "standardised_population": 100},
    }
    assert table["apl"].isna().sum() == 1
    assert np.isnan(table.loc[("48005", 2016), "apl"])


def test_each_early_edition_is_weighted_by_its_own_people(toy: Sources):
    """The town at 4 for 300 and eleven communes at 3.5 for 100 each, then 3.5 and 3 for 100."""
    table, mine = drees.apl_2016_2018(toy), [*MINE]
    means = {}
    for year in (2016, 2018):
        rows = table.xs(year, level="year").reindex(mine).dropna()
        others = len(rows) - 1
        means[year] = np.average(rows["apl"], weights=rows["standardised_population"])
        town, rest, people = (4.0, 3.5, 300) if year == 2016 else (3.5, 3.0, 100)
        by_hand = (town * people + rest * 100 * others) / (people + 100 * others)
        assert means[year] == pytest.approx(by_hand)
    assert means[2016] - means[2018] != pytest.approx(0.5, abs=1e-3)


def test_doctors_under_65_are_another_column(toy: Sources):
    """Three quarters of the consultations in each edition, with the same weights."""
    young = "general_practitioner_under_65"
    everyone = drees.apl(toy, "general_practitioner", 2023)
    fewer = drees.apl(toy, young, 2023)
    assert fewer["apl"].to_numpy() == pytest.approx(0.75 * everyone["apl"].to_numpy())
    assert fewer["standardised_population"].equals(everyone["standardised_population"])
    early = drees.apl_2016_2018(toy, young)
    assert early.loc["30001", "apl"].to_dict() == {2016: 3, 2018: 2.625}
    with pytest.raises(ValueError, match=r"profession='nurse' is no choice\. There are general_pr"):
        drees.apl_2016_2018(toy, "nurse")


def test_apl_2016_2018_with_a_lost_zero(spoil: Spoiler):
    """A lost zero is refused by name."""
    sources = spoil.text(drees.APL_2016_2018, "\n01001,", "\n1001,")
    with refused(drees.APL_2016_2018, "'1001' fails", column="code", row="1001"):
        drees.apl_2016_2018(sources)


def test_a_city_given_by_arrondissement_is_their_weighted_mean():
    """1 for 1 person and 4 for 3 make 3.25; the other communes keep their value."""
    index = pd.MultiIndex.from_tuples(
        [("13001", 2022), ("13201", 2022), ("13202", 2022)], names=["code", "year"]
    )
    table = pd.DataFrame(
        {"apl": [2.0, 1.0, 4.0], "standardised_population": [5.0, 1.0, 3.0]}, index=index
    )
    whole = drees._whole_cities(table, "drees/a.xlsx")
    assert whole["apl"].to_dict() == {("13001", 2022): 2, ("13055", 2022): 3.25}
    assert whole["standardised_population"].tolist() == [5, 4]


# -- An edition more --------------------------------------------------------------------------

NEXT = "drees/apl_medecins_generalistes_2023_2024.xlsx"
CELLS = {"dataset": DOCTORS.dataset, "vintage": "2024", "obtained_from": "github a/b"}


def edition(years: Iterable[tuple[int, int]]) -> bytes:
    """Workbook of general practitioners of other years."""
    return dict(apl(years))["medecins_generalistes"]


@pytest.fixture
def longer(spoil: Spoiler, tmp_path: Path) -> Sources:
    """The toy with the workbook of 2023 and 2024, as it is taken in."""
    copy, sources = tmp_path / "copy.xlsx", Sources(spoil.root)
    copy.write_bytes(edition([(2023, 2021), (2024, 2022)]))
    new = newcomers.newcomer(sources, NEXT, copy, CELLS, {})
    assert new.years == ([2023], [2023, 2024])
    newcomers.take_in(sources, new, {newcomers.ALL: "a made-up year"} if new.refused([]) else {})
    return Sources(spoil.root)


def test_an_edition_more_is_read_with_no_code(longer: Sources):
    """Both columns of the workbook are; a year that is given again stays of the first edition."""
    assert longer.describe(NEXT)["vintage"] == "2024"
    held = set(anchors.read(longer.root, NEXT)["tables"])
    assert held == {f"drees.apl({name}, 2024)" for name in (GP, f"{GP}_under_65")}
    years = drees.apl_years(longer, GP).index.unique("year")
    assert [*years] == [2022, 2023, 2024]
    for year, file in ((2022, FILE), (2023, FILE), (2024, NEXT)):
        with recording() as noted:
            drees.apl_years(longer, GP, year)
        assert {one for one in noted.files if one.startswith("drees/")} == {file}
    assert [*drees.apl_years(longer, "nurse").index.unique("year")] == [2022, 2023]


def test_an_edition_more_has_its_indicators(longer: Sources):
    """By commune and by group, in words, with their file; those of other professions are not."""
    france = National(longer)
    assert france.by_commune("gp_2024").at["30001", "value"] == APL_2023["30001"]
    assert france.by_group(["underserved_2024"], ["epci"])["value"].notna().any()
    added = catalogue.at_hand(longer).keys() - catalogue.INDICATORS
    assert added == {"gp_2024", "gp_under_65_2024", "underserved_2024", "underserved_under_65_2024"}
    table = coverage.declared(longer).set_index("indicator")
    line = table.loc["Consultations of a GP a year, 2024"]
    assert (line["years"], line["geography"]) == ("2024", "2025")
    assert line["files"] == f"{NEXT} ({DOCTORS.column})"
    assert current().name("indicator.gp_2024") == "Consultations of a GP a year, 2024"


def test_an_indicator_of_a_year_that_is_not_at_hand(toy: Sources):
    """It is refused with the years there are."""
    with pytest.raises(ChoiceError, match=r"year=2041 is no choice\. There are 20"):
        National(toy).by_commune("gp_2041")


def test_an_edition_of_another_year_is_refused(spoil: Spoiler):
    """The sheets say another year than its row: the sheet is named, with the cure."""
    sources = spoil.data(FILE, lambda _: edition([(2023, 2021), (2024, 2022)]))
    with refused(FILE, "last sheet is of 2024", column="APL 2024") as caught:
        drees.apl(sources, GP, 2023)
    assert "vintage 2023" in str(caught.value)
    assert "Put the workbook of 2023" in str(caught.value)


def test_a_sheet_that_has_taken_the_name_of_another_year_is_refused(spoil: Spoiler):
    """The people of its columns are those of another census: the column is named."""
    sources = spoil.data(FILE, lambda _: edition([(2022, 2020), (2023, 2020)]))
    column = "Population standardisée 2020 pour la médecine générale"
    with refused(FILE, "whose inhabitants are those of 2021", column=column) as caught:
        drees.apl(sources, GP, 2023)
    assert "Put the workbook of 2023" in str(caught.value)


def test_physiotherapists(toy: Sources):
    """Two years of one table; general practitioners are not read from it."""
    table = drees.apl_compiled(toy, "physiotherapist")
    assert table.loc["30001", "apl"].to_list() == [80, 90]
    assert table.at[("30001", 2023), "standardised_population"] == 3300
    with pytest.raises(ChoiceError, match="profession='general_practitioner'"):
        drees.apl_compiled(toy, GP)


def test_the_compiled_table_is_held_against_the_workbooks(spoil: Spoiler):
    """An index that another compilation gives otherwise is refused, with both files."""
    path = spoil.root / "raw" / drees.APL_COMPILED
    table = pd.read_parquet(path)
    nurses = table["profession"] == "infirmiere"
    table["score_apl"] = table["score_apl"].mask(nurses & (table["code_commune"] == "30002"), 99.0)
    table.to_parquet(path, index=False)
    sources = spoil.relist(drees.APL_COMPILED)
    drees.apl(sources, "nurse", 2023)
    with refused(drees.APL_COMPILED, "apl_infirmiers", column="apl", row=("30002", 2022)):
        drees.apl_compiled(sources, "nurse")


def test_physiotherapists_of_the_metropole(real: Sources):
    """Without Corsica and Mayotte; the three cities are whole."""
    table = drees.apl_compiled(real, "physiotherapist")
    codes = table.index.get_level_values("code")
    assert {"75056", "13055", "69123", "97411"} <= {*codes}
    assert not codes.str.startswith(("2A", "2B", "976")).any()
