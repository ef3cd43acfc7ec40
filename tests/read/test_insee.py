"""INSEE's files give the toy France back, and a damaged one is refused."""

from __future__ import annotations

import numpy as np
import pandas as pd
import pytest
from tests.fixtures.places import places
from tests.fixtures.spoil import Spoiler, refused

from bassin.errors import DataError
from bassin.files.sources import Sources
from bassin.read import insee

# -- Codes and events ------------------------------------------------------------------------------


def test_communes(toy: Sources):
    """The 40 communes of 2023, no delegated one, codes as text with their zero and their letter."""
    table = insee.communes_2023(toy)
    assert len(table) == 40
    assert list(table.index[[0, -1]]) == ["01001", "48005"]
    assert table.loc["01001"].to_list() == ["L'Adret", "01", "84"]
    assert table.loc["2A004"].to_list() == ["Île Seule", "2A", "84"]
    assert "30025" not in table.index
    assert table.index.name == "code"


def test_communes_with_a_lost_zero(spoil: Spoiler):
    """A code that a spreadsheet made a number of is refused by name."""
    sources = spoil.text(insee.COMMUNES, "COM,01001,", "COM,1001,")
    with refused(insee.COMMUNES, "'1001' fails", column="code", row="1001"):
        insee.communes_2023(sources)


def test_communes_listed_twice(spoil: Spoiler):
    """A commune on two rows is refused by name."""
    sources = spoil.text(insee.COMMUNES, "COM,30002,", "COM,30001,")
    with refused(insee.COMMUNES, "field_uniqueness", column="code", row="30001"):
        insee.communes_2023(sources)


def test_communes_without_a_region(spoil: Spoiler):
    """A commune without a region is refused, not kept with an empty one."""
    sources = spoil.text(insee.COMMUNES, "COM,30001,76,", "COM,30001,,")
    with refused(insee.COMMUNES, "'' fails str_matches", column="reg", row="30001"):
        insee.communes_2023(sources)


def test_communes_of_a_truncated_file(spoil: Spoiler):
    """A file cut after a whole line is told by its row count."""
    sources = spoil.data(
        insee.COMMUNES, lambda data: data.replace(data[data.index(b"COM,48005") :], b"")
    )
    with refused(insee.COMMUNES, "39 rows read, 40 recorded", column="rows"):
        insee.communes_2023(sources)


def test_departements_and_regions(toy: Sources):
    """Departements with the region they are in, regions with their name."""
    table = insee.departements_2023(toy)
    assert table["reg"].to_dict() == {"01": "84", "2A": "84", "30": "76", "48": "76"}
    assert table.loc["2A", "name"] == "Île-du-Sud"
    assert insee.regions_2023(toy)["name"].to_dict() == {"76": "Midi", "84": "Levant"}


def test_departement_with_a_lost_zero(spoil: Spoiler):
    """Departement 1 is refused: it is 01."""
    sources = spoil.text(insee.DEPARTEMENTS, "\n01,84", "\n1,84")
    with refused(insee.DEPARTEMENTS, "'1' fails", column="code", row="1"):
        insee.departements_2023(sources)


def test_events_are_between_communes(toy: Sources):
    """Rows to or from a delegated commune are left out; both steps of one day are kept."""
    table = insee.commune_events(toy)
    assert len(table) == 17
    assert table.loc[table["before"] == "48009"].to_numpy().tolist() == [
        ["41", "2018-01-01", "48009", "30029", "Frêne", "Frêne"]
    ]
    assert set(table.loc[table["before"] == "01003", "after"]) == {"01003", "01004"}
    assert set(table["kind"]) <= set(insee.EVENT_KINDS)


def test_event_listed_twice(spoil: Spoiler):
    """A commune does not merge into another twice on one day."""

    def repeat(data: bytes) -> bytes:
        lines = data.splitlines(True)
        return b"".join([*lines, next(line for line in lines[1:] if line.count(b",COM,") == 2)])

    with pytest.raises(DataError, match=r"kind|date|before|after"):
        insee.commune_events(spoil.data(insee.EVENTS, repeat))


def test_event_of_an_unknown_kind(spoil: Spoiler):
    """A kind of event the passage does not know is refused."""
    sources = spoil.text(insee.EVENTS, "41,2018-01-01", "99,2018-01-01")
    with refused(insee.EVENTS, "'99' fails isin", column="kind", row=19):
        insee.commune_events(sources)


def test_event_with_another_date_format(spoil: Spoiler):
    """A date that would sort wrongly is refused."""
    sources = spoil.text(insee.EVENTS, "41,2018-01-01", "41,01/01/2018")
    with refused(insee.EVENTS, "'01/01/2018' fails", column="date", row=19):
        insee.commune_events(sources)


# -- Zonings ---------------------------------------------------------------------------------------


def test_epci(toy: Sources):
    """Every commune has its EPCI, and the island the mark of none."""
    table = insee.epci_2023(toy)
    assert len(table) == 40
    sizes = table["epci"].value_counts()
    assert sizes["200000018"] == 12
    assert sizes["243000213"] == 7
    assert table.loc["30001"].to_list() == [
        *("Mineville", "200000018", "CA du Bassin de Mineville", "CA", "30", "76")
    ]
    assert table.loc["2A004", ["epci", "epci_kind"]].to_list() == ["ZZZZZZZZZ", "ZZ"]


def test_epci_whose_sheets_disagree(spoil: Spoiler):
    """Members are counted against the number that the workbook itself states."""
    sources = spoil.cell(insee.EPCI, "EPCI", "200000018", "NB_COM", 13)
    with refused(insee.EPCI, "12 communes listed, 13 stated", column="NB_COM", row="200000018"):
        insee.epci_2023(sources)


def test_epci_listed_twice(spoil: Spoiler):
    """An EPCI with two rows has two numbers of communes."""
    sources = spoil.cell(insee.EPCI, "EPCI", "243000213", "EPCI", "200000018")
    with refused(f"{insee.EPCI} [EPCI]", "listed twice", column="EPCI", row="200000018"):
        insee.epci_2023(sources)


def test_epci_code_as_a_number(spoil: Spoiler):
    """A code that became a number in the workbook is refused, its zero being lost."""
    sources = spoil.cell(insee.EPCI, "Composition_communale", "01001", "CODGEO", 1001)
    with refused(insee.EPCI, "'1001' fails", column="code", row="1001"):
        insee.epci_2023(sources)


def test_employment_zones(toy: Sources):
    """Eleven of the twelve communes are in the zone of their town; a zone keeps its zeros."""
    table = insee.employment_zones_2023(toy)
    mine = [place.code for place in places() if place.epci == "A"]
    assert table.loc[mine, "zone"].value_counts().to_dict() == {"7601": 11, "7602": 1}
    assert table.loc["30014", "zone_name"] == "Garrigues"
    assert table.loc["48001", "zone"] == "0061"


def test_employment_zones_renamed_column(spoil: Spoiler):
    """A header changed by the publisher is named with its sheet."""
    sheet = "Composition_communale"
    sources = spoil.cell(insee.EMPLOYMENT_ZONES, sheet, "ZE2020", "ZE2020", "ZE2030")
    with refused(f"{insee.EMPLOYMENT_ZONES} [{sheet}]", "no such column", column="ZE2020"):
        insee.employment_zones_2023(sources)


# -- Populations -----------------------------------------------------------------------------------


def test_census_populations(toy: Sources):
    """29 censuses of the 45 communes of 2017; no count in Corsica before 1936."""
    table = insee.population_1876_2015(toy)
    assert table.shape == (45, 29)
    assert table.loc["30001", [1876, 1968, 1975, 1999, 2006, 2015]].to_list() == (
        [4000, 4000, 3500, 3500, 3000, 3000]
    )
    assert table.loc["2A001", :1931].isna().all()
    assert table.loc["2A001", 1936:].eq(100).all()
    assert table[[1968, 1975, 2006]].sum().to_list() == [11_700, 10_600, 9_800]


@pytest.mark.parametrize(
    ("cell", "what"),
    [
        ("-4000.0", r"-4000.0 fails greater_than_or_equal_to\(0\)"),
        ("4000.5", "4000.5 fails whole_number"),
    ],
)
def test_census_population_out_of_range(spoil: Spoiler, cell: str, what: str):
    """Fewer inhabitants than none, or half of one, are refused."""
    old = "30001,Mineville,30,4000.0"
    sources = spoil.text(insee.HISTORICAL_POPULATION, old, f"30001,Mineville,30,{cell}")
    with refused(insee.HISTORICAL_POPULATION, what, column="1876", row="30001"):
        insee.population_1876_2015(sources)


def test_census_population_that_is_a_letter(spoil: Spoiler):
    """A letter where a number is due is shown with its commune and year."""
    old = "30001,Mineville,30,4000.0"
    sources = spoil.text(insee.HISTORICAL_POPULATION, old, "30001,Mineville,30,O")
    with refused(insee.HISTORICAL_POPULATION, "'O' is not a number", column="1876", row="30001"):
        insee.population_1876_2015(sources)


def test_municipal_populations(toy: Sources):
    """A merged commune is missing from its merger on, and counted in the one that took it in."""
    table = insee.population_2013_2023(toy)
    assert list(table.columns) == list(range(2013, 2024))
    nan = np.nan
    expected = pd.DataFrame(
        {
            # Merged on 2020-01-01, where the column of 2018 came into force.
            "30025": [100] * 5 + [nan] * 6,
            "30005": [100] * 5 + [200] * 6,
            # Restored on 2019-12-31.
            "01004": [nan] * 5 + [100] * 6,
            # Merged on 2025-01-01.
            "30015": [100] * 10 + [nan],
            "30013": [400] * 7 + [500] * 3 + [600],
        },
        index=table.columns,
    )
    pd.testing.assert_frame_equal(
        table.loc[expected.columns].T, expected.astype(float), check_names=False
    )


def test_municipal_populations_drop_early_mergers(toy: Sources):
    """A commune merged by 2019 has no row at all, whatever its population was in 2013."""
    assert "30038" not in insee.population_2013_2023(toy).index


def test_municipal_population_with_a_thousands_point(spoil: Spoiler):
    """'3.3' for 3 300 inhabitants is refused, being no whole number."""
    old = "30001;Mineville;3000"
    sources = spoil.text(insee.MUNICIPAL_POPULATION, old, "30001;Mineville;3.3")
    with refused(insee.MUNICIPAL_POPULATION, "3.3 fails whole", column="2013", row="30001"):
        insee.population_2013_2023(sources)


def test_legal_populations(toy: Sources):
    """Code put together from its two parts; the total is the sum of the two counts."""
    table = insee.legal_population_2020(toy)
    assert table.loc["30001"].to_list() == [3300, 10, 3310]
    assert table.loc["2A001"].to_list() == [100, 10, 110]
    assert table["municipal"].sum() == 10_400


def test_legal_population_code_overseas(spoil: Spoiler):
    """Overseas the departement has three characters, of which the code takes two."""
    old = "Levant;2A;1;01;004;"
    sources = spoil.text(insee.LEGAL_POPULATION, old, "Levant;971;1;01;101;")
    assert insee.legal_population_2020(sources).loc["97101", "municipal"] == 100


def test_legal_population_that_does_not_add_up(spoil: Spoiler):
    """A total that is not the sum of its parts is refused by commune."""
    sources = spoil.text(insee.LEGAL_POPULATION, "3300;10;3310", "3300;10;3311")
    with refused(insee.LEGAL_POPULATION, "do not add up", column="PTOT", row="30001"):
        insee.legal_population_2020(sources)


# -- Facilities ------------------------------------------------------------------------------------

FIRST = ["general_practitioner", "dentist", "midwife", "nurse", "pharmacy"]


@pytest.mark.parametrize(
    ("year", "town", "rows", "doctors"),
    [
        (2009, [6, 2, 1, 5, 3], 10, 10),
        (2013, [5, 2, 1, 5, 3], 9, 8),
        (2018, [4, 2, 1, 6, 3], 9, 6),
        (2019, [4, 2, 1, 6, 3], 8, 5),
    ],
)
def test_facilities(toy: Sources, year: int, town: list[int], rows: int, doctors: int):
    """Four files in two layouts give the same columns; a commune with nothing has no row."""
    table = insee.facilities(toy, year)
    assert list(table.columns) == FIRST
    assert table.loc["30001"].to_list() == town
    assert len(table) == rows
    assert "30007" not in table.index
    mine = [place.code for place in places("2017-01-01") if place.epci == "A"]
    assert table.reindex(mine, fill_value=0)["general_practitioner"].sum() == doctors


@pytest.mark.parametrize("year", [2009, 2018])
def test_facilities_of_other_kinds_only(toy: Sources, year: int):
    """A commune with facilities, but none of those kept, has a row of zeros."""
    assert insee.facilities(toy, year).loc["30012"].to_list() == [0] * 5


def test_facilities_of_another_year(toy: Sources):
    """A year without a file is refused, with the years there are."""
    with pytest.raises(ValueError, match="years are 2009, 2013, 2018, 2019"):
        insee.facilities(toy, 2020)


SHEET_2009 = "bpe09_ensemble_Analyse_croisée"


@pytest.mark.parametrize("cell", ["x", 1.5, "1,5"])
def test_facility_count_that_is_no_whole_number(spoil: Spoiler, cell: object):
    """A letter or a fraction in the crosstab is shown with its commune and facility."""
    file = insee.FACILITIES[2009]
    sources = spoil.cell(file, SHEET_2009, "30001", "Infirmier", cell)
    with refused(file, f"'{cell}' is not a", column="Infirmier", row="30001"):
        insee.facilities(sources, 2009)


def test_facilities_that_do_not_add_up(spoil: Spoiler):
    """A row of the crosstab must add up to its own total."""
    file = insee.FACILITIES[2009]
    sources = spoil.cell(file, SHEET_2009, "30002", "Infirmier", 3)
    with refused(file, "do not add up to the total", column="Total de NB_EQUIP", row="30002"):
        insee.facilities(sources, 2009)


def test_facilities_with_a_negative_count(spoil: Spoiler):
    """A negative count is refused though the row add up."""
    file = insee.FACILITIES[2009]
    spoil.cell(file, SHEET_2009, "30002", "Infirmier", -2)
    sources = spoil.cell(file, SHEET_2009, "30002", "Total de NB_EQUIP", 0)
    with refused(file, "-2 fails greater_than", column="nurse", row="30002"):
        insee.facilities(sources, 2009)


def test_facilities_of_a_commune_listed_twice(spoil: Spoiler):
    """A commune on two rows of the crosstab is refused, not added up."""
    file = insee.FACILITIES[2009]
    sources = spoil.cell(file, SHEET_2009, "30002", "INSEECOM", "30001")
    with refused(file, "field_uniqueness", column="code", row="30001"):
        insee.facilities(sources, 2009)


def test_facilities_without_the_doctors(spoil: Spoiler):
    """A facility renamed in the crosstab is refused, not counted as none."""
    file = insee.FACILITIES[2013]
    sheet, label = "Bpe13_ensemble_Analyse_croisée", "Médecin omnipraticien"
    sources = spoil.cell(file, sheet, label, label, "Médecin généraliste")
    with refused(file, "no such facility", column=label):
        insee.facilities(sources, 2013)


def test_facility_list_of_another_year(spoil: Spoiler):
    """A list with a row of another year is refused."""
    file = insee.FACILITIES[2018]
    sources = spoil.text(file, "30001,2018,D201,4", "30001,2017,D201,4")
    with refused(file, "year is not 2018", column="AN", row=5):
        insee.facilities(sources, 2018)


def test_facility_list_with_a_row_twice(spoil: Spoiler):
    """A facility listed twice for a commune is refused, not added up."""
    file = insee.FACILITIES[2018]
    sources = spoil.text(file, "30001,2018,D221,2", "30001,2018,D201,2")
    with refused(file, "listed twice", column="TYPEQU", row=5):
        insee.facilities(sources, 2018)


# -- Incomes ---------------------------------------------------------------------------------------


def test_filosofi(toy: Sources):
    """Published, secret and missing values stay apart, and decimal commas are read."""
    table = insee.filosofi_2020(toy)
    assert table.loc["30001", ["households", "median_income"]].to_list() == [1650, 17630]
    assert table["poverty_rate_pct"].dropna().to_dict() == {"30001": 28.0, "30002": 39.5}
    statuses = table.filter(like="_status").loc[["30001", "30003", "30007", "2A004"]]
    assert statuses.to_numpy().tolist() == [
        ["published"] * 4,
        ["published"] * 3 + ["secret"],
        ["secret"] * 4,
        ["missing"] * 4,
    ]
    assert table["poverty_rate_pct_status"].value_counts().to_dict() == {
        "secret": 37,
        "published": 2,
        "missing": 1,
    }


@pytest.mark.parametrize(
    ("cell", "what", "column"),
    [
        ("28.0", "'28.0' has a point where decimals are marked ','", "TP6020"),
        ("c", "'c' is not a number", "TP6020"),
        ("280,0", r"280.0 fails in_range\(0, 100\)", "poverty_rate_pct"),
    ],
)
def test_filosofi_with_a_wrong_rate(spoil: Spoiler, cell: str, what: str, column: str):
    """A decimal point, an unknown mark or a share above 100 is refused by commune."""
    sources = spoil.text(insee.FILOSOFI_2020, "17630;48,0;28,0", f"17630;48,0;{cell}")
    with refused(insee.FILOSOFI_2020, what, column=column, row="30001"):
        insee.filosofi_2020(sources)
