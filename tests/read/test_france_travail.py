"""France Travail: employment basins, and the surveys of recruitment."""

from __future__ import annotations

import pytest
from tests.fixtures import listed, toy_land
from tests.fixtures.places import places
from tests.fixtures.spoil import Spoiler, refused

from bassin.files.sources import Sources
from bassin.places.territory import Territory
from bassin.read import france_travail, newcomers
from bassin.topics.land.recruitment import Recruitment

SECTORS = "france_travail/bmo_2019_secteur.xlsx"
OCCUPATIONS = "france_travail/Base_open_data_BMO_2024.xlsx"


def test_sectors(toy: Sources):
    """Six rows, weighted estimates that are not rounded, no bassin overseas."""
    table = france_travail.recruitment_by_sector(toy, 2019)
    assert table["projects"].sum() == 170
    assert table["sector"].unique().tolist() == [
        "survey_industry",
        "survey_business_services",
        "survey_personal_services",
    ]
    assert table.loc[table["departement"] == "977", "basin"].isna().all()


def test_an_unknown_sector_is_refused(spoil: Spoiler):
    """It is not left out in silence."""
    sources = spoil.cell(SECTORS, "Sheet1", 20.0, "gd_secteur_bmo", "Banque")
    with refused(SECTORS, "'Banque' is none of", column="sector", row=2):
        france_travail.recruitment_by_sector(sources, 2019)


def test_more_difficult_than_projects(spoil: Spoiler):
    """A part exceeds its whole."""
    sources = spoil.cell(SECTORS, "Sheet1", 20.0, "nb_proj_diff", 21.0)
    with refused(SECTORS, "more than there are projects", column="difficult", row=2):
        france_travail.recruitment_by_sector(sources, 2019)


def test_occupations_keep_secret_counts_apart(toy: Sources):
    """A star is secret; a bassin overseas gets its zero back."""
    table = france_travail.recruitment_by_occupation(toy, 2024)
    assert table["projects"].isna().sum() == 1
    assert (table["difficult_status"] == "secret").sum() == 2
    assert table["basin"].tolist()[-1] == "0104"
    assert table["family"].unique().tolist() == [
        "occupations_industry",
        "occupations_sales",
    ]


@pytest.mark.parametrize("year", [2014, 2022])
def test_other_years_are_read_once_listed(spoil: Spoiler, year: int):
    """The sheet and two columns carry the year of the survey."""
    job, where = ("G0B41", "Mécaniciens", "I"), ("30", "7636", "MINEVILLE")
    data = toy_land.occupations(year, [toy_land.occupation(year, job, where, (12, 6, "*"))])
    file = "france_travail/whatever.xlsx"
    spoil.add(file, data)
    sources = spoil.relist(file, dataset=france_travail.BY_OCCUPATION, vintage=year)
    table = france_travail.recruitment_by_occupation(sources, year)
    assert table.loc[0, ["projects", "difficult"]].tolist() == [12, 6]


def test_a_file_of_another_year_is_refused(spoil: Spoiler):
    """Whatever the sheet is called."""
    sources = spoil.cell(OCCUPATIONS, "BMO_2024_open_data", 2024, "annee", 2023)
    with refused(OCCUPATIONS, "2023 instead of 2024", column="annee", row=0):
        france_travail.recruitment_by_occupation(sources, 2024)


def test_a_new_mark_is_refused(spoil: Spoiler):
    """Only a star is known to be secrecy."""
    sources = spoil.cell(OCCUPATIONS, "BMO_2024_open_data", 50, "met", "ns")
    with refused(OCCUPATIONS, "'ns' is not a number", column="projects", row=3):
        france_travail.recruitment_by_occupation(sources, 2024)


def test_basins(toy: Sources):
    """Eleven of the twelve are in the bassin of their town; a former commune has none."""
    table = france_travail.basins(toy, 2019)
    assert len(table) == 46
    mine = [place.code for place in places() if place.epci == "A"]
    assert table.loc[mine, "basin"].value_counts().to_dict() == {"7636": 11, "7640": 1}
    assert table.loc["30025"].isna().all()
    assert table.loc["48009", "basin_name"] == "CAUSSE"


def test_basin_that_lost_its_zero(spoil: Spoiler):
    """A bassin of three digits is refused by commune."""
    sources = spoil.cell(
        listed.path_of(france_travail.BASINS, 2019), "Sheet1", "30007", "code_bassin_bmo", 51
    )
    with refused(
        listed.path_of(france_travail.BASINS, 2019), "'51' fails", column="basin", row="30007"
    ):
        france_travail.basins(sources, 2019)


def test_basin_of_a_commune_listed_twice(spoil: Spoiler):
    """A commune in two bassins is refused."""
    sources = spoil.cell(
        listed.path_of(france_travail.BASINS, 2019), "Sheet1", "30007", "code_commune", "30001"
    )
    with refused(
        listed.path_of(france_travail.BASINS, 2019), "field_uniqueness", column="code", row="30001"
    ):
        france_travail.basins(sources, 2019)


def test_a_survey_more_is_taken_in_with_no_code(spoil: Spoiler):
    """By sector: read beside that of 2019, and shown with it."""
    cells = {"dataset": france_travail.BY_SECTOR, "vintage": "2025", "obtained_from": "github a/b"}
    copy, file = spoil.root / "copy.xlsx", "france_travail/bmo_2025_secteur.xlsx"
    rows = [("Industrie", "76", "30", "7636", "7601", 118.0, 40.0, 0)]
    copy.write_bytes(toy_land.sectors(rows))
    sources = Sources(spoil.root)
    new = newcomers.newcomer(sources, file, copy, cells, {})
    newcomers.take_in(sources, new, {newcomers.ALL: "one row"} if new.refused([]) else {})
    longer = Sources(spoil.root)
    assert france_travail.recruitment_by_sector(longer, 2025)["projects"].tolist() == [118]
    survey = Recruitment(Territory("200000018", longer), longer)
    assert survey.sector_years == [2019, 2025]
    assert survey.series("projects").at["survey_industry", "survey_2025"] == 118
