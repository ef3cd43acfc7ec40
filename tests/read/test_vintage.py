"""A year more of each series that is read a file a year: rows of the manifest, no line of code."""

from __future__ import annotations

import gzip
import io
import re
from collections.abc import Callable

import openpyxl
import pandas as pd
import pytest
from tests.fixtures.spoil import Spoiler, refused

from bassin.errors import SourceError
from bassin.files.sources import Sources
from bassin.files.vintages import file_of, vintages
from bassin.indicators import catalogue
from bassin.places.territory import Territory
from bassin.read import anct, ars, cerema, dgcl, dgfip, france_travail, insee, newcomers, sncf
from bassin.read._vintage import years_in
from bassin.read.insee.places import communes_on
from bassin.topics.health.local import Health
from bassin.topics.land.recruitment import Recruitment
from bassin.topics.national import published_of

Change = Callable[[bytes], bytes]
OURS = "200000018"


def text(*pairs: tuple[str, str]) -> Change:
    """Replace pieces of delimited text or JSON, each found once at least; gzip is opened."""

    def change(data: bytes) -> bytes:
        packed = data[:2] == b"\x1f\x8b"
        found = gzip.decompress(data) if packed else data
        for old, new in pairs:
            assert old.encode() in found, old
            found = found.replace(old.encode(), new.encode())
        return gzip.compress(found, mtime=0) if packed else found

    return change


def book(cells: dict[object, object], **sheets: str) -> Change:
    """Replace cells of a workbook by their value, and rename sheets."""

    def change(data: bytes) -> bytes:
        opened = openpyxl.load_workbook(io.BytesIO(data))
        left = dict(cells)
        for sheet in opened:
            sheet.title = sheets.get(sheet.title, sheet.title)
            for line in sheet.iter_rows():
                for cell in line:
                    if cell.value in cells:
                        cell.value = cells[cell.value]
                        left.pop(cell.value, None)
        stream = io.BytesIO()
        opened.save(stream)
        return stream.getvalue()

    return change


def taken_in(spoil: Spoiler, dataset: str, near: int, year: int, change: Change) -> Sources:
    """The toy with a year more of a dataset, as `bassin accept` takes it in."""
    sources = Sources(spoil.root)
    like = file_of(sources, dataset, near)
    copy = spoil.root / "copy"
    copy.write_bytes(change((spoil.root / "raw" / like).read_bytes()))
    file = re.sub(r"^(\w+)/", rf"\1/of_{year}_", like)
    cells = {"dataset": dataset, "vintage": str(year), "obtained_from": "github a/b"}
    new = newcomers.newcomer(sources, file, copy, cells, {})
    newcomers.take_in(sources, new, {newcomers.ALL: "made up"} if new.refused([]) else {})
    copy.unlink()
    return Sources(spoil.root)


#: Dataset, a year at hand and one more, what differs in its file, its reader, and a cell of each.
SERIES = [
    (
        insee.COMMUNES,
        (2023, 2024),
        text((",Mineville,Mineville,", ",Mineville,Mineville-la-Neuve,")),
        insee.communes,
        ("30001", "name", "Mineville", "Mineville-la-Neuve"),
    ),
    (
        insee.DEPARTEMENTS,
        (2023, 2024),
        text((",Gravon\r\n", ",Gravonne\r\n")),
        insee.departements,
        ("30", "name", "Gravon", "Gravonne"),
    ),
    (
        insee.REGIONS,
        (2023, 2024),
        text((",Midi\r\n", ",Sud\r\n")),
        insee.regions,
        ("76", "name", "Midi", "Sud"),
    ),
    (
        insee.EVENTS,
        (2023, 2024),
        text(("10,2021-03-01", "10,2023-03-01")),
        insee.commune_events,
        (0, "date", "2021-03-01", "2023-03-01"),
    ),
    (
        insee.EPCI,
        (2023, 2024),
        book({"CA du Bassin de Mineville": "CA de Mineville"}),
        insee.epci,
        ("30001", "epci_name", "CA du Bassin de Mineville", "CA de Mineville"),
    ),
    (
        insee.EMPLOYMENT_ZONES,
        (2023, 2024),
        book({"Garrigues": "Garrigue"}),
        insee.employment_zones,
        ("30014", "zone_name", "Garrigues", "Garrigue"),
    ),
    (
        dgcl.EPCI_MEMBERS,
        (2023, 2024),
        book(
            {"pmun_2023": "pmun_2024", "CA du Bassin de Mineville": "CA de Mineville"},
            Epcicom2023="Epcicom2024",
        ),
        dgcl.epci_members,
        ("30001", "epci_name", "CA du Bassin de Mineville", "CA de Mineville"),
    ),
    (
        insee.LEGAL_POPULATION,
        (2020, 2021),
        text(("Mineville;3300;10;3310", "Mineville;3400;10;3410")),
        insee.legal_population,
        ("30001", "municipal", 3300, 3400),
    ),
    (
        insee.COMMUTING,
        (2021, 2022),
        text(),
        insee.commuting_modes,
        None,
    ),
    (insee.CAF_IRIS, (2019, 2020), text(), insee.caf_iris, None),
    (cerema.VACANT_DWELLINGS, (2025, 2026), text(), cerema.vacant_dwellings, None),
    (dgfip.HOUSE_PRICES, (2019, 2020), text(), dgfip.house_prices, None),
    (anct.PREVENTION_PLANS, (2024, 2025), book({}), anct.prevention_plans, None),
    (ars.GP_ZONING, (2025, 2026), text(("Bel Air,3_HZ", "Bel Air,2_ZAC")), ars.gp_zoning, None),
    (
        sncf.STATIONS,
        (2024, 2025),
        text(("Plaine;O;N", "Plaine;N;N")),
        sncf.stations,
        ("87000003", "freight", True, False),
    ),
    (
        france_travail.BASINS,
        (2019, 2024),
        book({"7636": "7699"}),
        france_travail.basins,
        ("30001", "basin", "7636", "7699"),
    ),
    (
        insee.FACILITIES,
        (2019, 2020),
        text((",2019,", ",2020,"), (",30001,2020,D201,4", ",30001,2020,D201,3")),
        insee.facilities,
        ("30001", "general_practitioner", 4, 3),
    ),
    (
        insee.FACILITIES,
        (2013, 2014),
        book({}, Bpe13_ensemble_Analyse_croisée="BPE14_ensemble_Analyse_croisée"),
        insee.facilities,
        None,
    ),
    (
        insee.FLORES_EPCI,
        (2023, 2024),
        text(
            ("eco_emp_pres_pct_23", "eco_emp_pres_pct_24"),
            ("eco_eff_petites_pct_23", "eco_eff_petites_pct_24"),
            ("eco_eff_grandes_pct_23", "eco_eff_grandes_pct_24"),
        ),
        insee.employment_spheres,
        None,
    ),
]


@pytest.mark.parametrize(
    ("dataset", "years", "change", "read", "cell"),
    SERIES,
    ids=[f"{dataset}-{years[1]}" for dataset, years, *_ in SERIES],
)
def test_a_year_more_is_read_with_no_code(
    spoil: Spoiler,
    dataset: str,
    years: tuple[int, int],
    change: Change,
    read: Callable[[Sources, int], pd.DataFrame],
    cell: tuple[object, str, object, object] | None,
):
    """Beside the years at hand, which stay as they were."""
    near, year = years
    before = read(Sources(spoil.root), near)
    longer = taken_in(spoil, dataset, near, year, change)
    assert {near, year} <= {*vintages(longer, dataset)}
    pd.testing.assert_frame_equal(read(longer, near), before)
    later = read(longer, year)
    assert len(later) == len(before)
    if cell is not None:
        row, column, old, new = cell
        assert (before.at[row, column], later.at[row, column]) == (old, new)


def test_places_of_a_day_are_those_of_the_list_of_its_year(spoil: Spoiler):
    """A commune merged on the first of January 2024 is none of 2024, and one of 2023."""
    gone = text(("COM,30015,", "COMD,30015,"))
    longer = taken_in(spoil, insee.COMMUNES, 2023, 2024, gone)
    on = {year: communes_on(longer, f"{year}-01-01") for year in (2023, 2024)}
    assert on[2023] - on[2024] == {"30015"}
    assert communes_on(longer, "2024-06-01") == on[2023]


def test_places_stay_those_of_the_pivot(spoil: Spoiler):
    """Lists of a later year move no territory."""
    longer = taken_in(
        spoil, insee.EPCI, 2023, 2024, book({"CA du Bassin de Mineville": "CA de Mineville"})
    )
    assert Territory(OURS, longer).name == "CA du Bassin de Mineville"


def test_members_of_another_year_are_refused(spoil: Spoiler):
    """The sheet is named after the year."""
    file = file_of(Sources(spoil.root), dgcl.EPCI_MEMBERS, 2023)
    sources = spoil.relist(file, vintage=2024)
    with refused(file, "no sheet 'Epcicom2024'"):
        dgcl.epci_members(sources, 2024)


def test_a_survey_has_the_bassins_of_its_year(spoil: Spoiler):
    """The first list from it on; those before keep theirs."""
    longer = taken_in(spoil, france_travail.BASINS, 2019, 2024, book({"7636": "7699"}))
    survey = Recruitment(Territory(OURS, longer), longer)
    assert (survey.basin, survey.basin_in(2019), survey.basin_in(2024)) == ("7636", "7636", "7699")


def test_facilities_of_a_year_more_join_the_series(spoil: Spoiler):
    """The chapter has the year."""
    change = text((",2019,", ",2020,"), (",30001,2020,D201,4", ",30001,2020,D201,3"))
    longer = taken_in(spoil, insee.FACILITIES, 2019, 2020, change)
    counts = Health(Territory(OURS, longer), longer).facilities["general_practitioner"]
    assert (counts[2019, "30001"], counts[2020, "30001"]) == (4, 3)


@pytest.mark.parametrize(
    ("dataset", "year", "read"),
    [
        (insee.EPCI, 2023, insee.epci),
        (insee.FACILITIES, 2013, insee.facilities),
    ],
)
def test_a_year_that_is_listed_and_gone_is_named(
    spoil: Spoiler, dataset: str, year: int, read: Callable[[Sources, int], pd.DataFrame]
):
    """Whether others are left or not: the error has the file."""
    file = file_of(Sources(spoil.root), dataset, year)
    (spoil.root / "raw" / file).unlink()
    with pytest.raises(SourceError, match=re.escape(file)):
        read(Sources(spoil.root), year)


def test_the_presential_sphere_of_a_year_more(spoil: Spoiler):
    """Its indicator is there; those of the census stay those of the first file that has them."""
    change = text(
        ('"eco_emp_pres_pct_23": 75.0', '"eco_emp_pres_pct_24": 76.0'),
        ("eco_emp_pres_pct_23", "eco_emp_pres_pct_24"),
        ("eco_eff_petites_pct_23", "eco_eff_petites_pct_24"),
        ("eco_eff_grandes_pct_23", "eco_eff_grandes_pct_24"),
        ('"eco_sectservi_pct_22": 40.0', '"eco_sectservi_pct_22": 41.0'),
        ('"eco_sectadmin_pct_22": 38.0', '"eco_sectadmin_pct_22": 37.0'),
    )
    longer = taken_in(spoil, insee.FLORES_EPCI, 2023, 2024, change)
    assert "presential_jobs_2024" in catalogue.at_hand(longer)
    found = {
        key: published_of(longer, key).at[("epci", OURS), "value"]
        for key in ("presential_jobs_2023", "presential_jobs_2024", "services_jobs_2022")
    }
    assert [*found.values()] == [75, 76, 40]


def test_spheres_of_another_year_are_refused(spoil: Spoiler):
    """File, column and cure are told."""
    file = file_of(Sources(spoil.root), insee.FLORES_EPCI, 2023)
    sources = spoil.relist(file, vintage=2024)
    with refused(file, "its columns are of 2023", column="eco_emp_pres_pct_23") as caught:
        insee.employment_spheres(sources, 2024)
    assert "the vintage that its columns say" in str(caught.value)


def test_no_column_of_a_year_is_refused():
    """A file that lost them is not read as one of no year."""
    with refused("a.csv", "no column of a year", column="p{y}_pop"):
        years_in("a.csv", ["code", "pop"], "p{y}_pop")
