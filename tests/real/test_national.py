"""Every declaration against the raw files: what it reads, where it is, what groups make of it."""

from __future__ import annotations

import gzip
import io
import zipfile
from collections.abc import Iterable

import numpy as np
import pandas as pd
import pytest
from python_calamine import CalamineWorkbook
from tests.fixtures import listed

from bassin.availability import PUBLISHED
from bassin.files.sources import Sources
from bassin.files.trace import recording
from bassin.indicators import catalogue, small_areas
from bassin.indicators.declaration import FIELDS, Indicator, NotAdditive, Read
from bassin.places import membership
from bassin.places.passage import GEOGRAPHY
from bassin.places.territory import Territory
from bassin.read import anct, insee
from bassin.topics.education import national as education
from bassin.topics.health.access import GP
from bassin.topics.health.local import Health
from bassin.topics.land.local import Land
from bassin.topics.national import National
from bassin.topics.population.local import Population
from bassin.topics.poverty.national import rates_of_groups
from bassin.topics.poverty.unemployment import Unemployment
from bassin.topics.risk.local import Risk
from bassin.topics.travel import national as travel

DECLARED = list(catalogue.INDICATORS.values())
#: Files of the geography: no indicator declares them, each that needs them reads them.
GEOGRAPHY_FILES = {listed.COMMUNES, listed.EVENTS, listed.DEPARTEMENTS, anct.DENSITY}
#: EPCI the topics are worked out for one by one: the study's, and nineteen others all over.
HOW_MANY = 20


@pytest.fixture(scope="module")
def france(real: Sources) -> National:
    return National(real)


@pytest.fixture(scope="module")
def grouped(france: National) -> pd.DataFrame:
    return france.by_group()


@pytest.fixture(scope="module")
def chosen(real: Sources) -> list[Territory]:
    """The study's EPCI, and others evenly through the list, none with a divided commune."""
    every = membership.groups(real, "epci").dropna()
    divided = every.get("14666")
    codes = [code for code in sorted(every.unique()) if code != divided]
    step = len(codes) // (HOW_MANY - 1)
    return [Territory(code, real) for code in {"200066918", *codes[::step][: HOW_MANY - 1]}]


def text_of(real: Sources, file: str) -> str:
    """What a file says, wherever its columns are named."""
    data = real.read(file)
    if file.endswith((".xlsx", ".xls")):
        book = CalamineWorkbook.from_filelike(io.BytesIO(data))
        sheets = [book.get_sheet_by_name(name).to_python(nrows=15) for name in book.sheet_names]
        return "\n".join(" ".join(str(cell).split()) for s in sheets for row in s for cell in row)
    if file.endswith(".parquet"):
        return "\n".join(pd.read_parquet(io.BytesIO(data)).columns)
    if file.endswith(".zip"):
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            data = b"".join(archive.read(name)[:20_000] for name in archive.namelist())
    elif file.endswith(".gz"):
        data = gzip.decompress(data)
    return data[:20_000].decode("utf-8", errors="replace")


def reads() -> list[tuple[str, Read]]:
    return [(one.key, read) for one in DECLARED for read in one.reads]


def test_declared_files_are_in_the_manifest(real: Sources):
    """But those that are awaited, which are not: the mark goes when the file comes."""
    for key, read in reads():
        assert bool(read.files(real)) is not read.awaited, (key, read.file)


def test_declared_columns_are_in_the_files(real: Sources):
    """As the publisher names them."""
    wanted: dict[str, set[str]] = {}
    for _, read in reads():
        for file in read.files(real):
            wanted.setdefault(file, set()).update(read.columns)
    for file, columns in wanted.items():
        said = text_of(real, file)
        assert [column for column in columns if column not in said] == [], file


@pytest.mark.parametrize("one", DECLARED, ids=lambda one: one.key)
def test_an_indicator_reads_its_files_and_those_of_the_geography(france: National, one: Indicator):
    """What is observed while it is computed is what it declares."""
    with recording() as noted:
        france.parts(one.key)
    declared = one.files(france.sources, "communes")
    assert declared <= noted.files
    assert noted.files - declared <= GEOGRAPHY_FILES
    with recording() as noted:
        france.published(one.key)
    assert noted.files == one.files(france.sources, "groups")


@pytest.mark.parametrize("one", DECLARED, ids=lambda one: one.key)
def test_an_indicator_exists_where_it_says(france: National, one: Indicator):
    """The departements without any commune known are those its field leaves out."""
    left_out = FIELDS[one.field]
    table = france.parts(one.key).table
    departement = membership.groups(france.sources, "departement")
    known = (table["status"] == PUBLISHED).groupby(departement).sum()
    none = set(known.index[known == 0])
    if one.field == "groups":
        assert len(none) == 101
    elif left_out is None:
        assert len(none) > 90
        assert "30" not in none
    else:
        assert none == set(left_out)
    assert (table["status"] == "secret").any() == bool(one.masked)


def test_membership(real: Sources):
    """All of the Code officiel géographique; islands without an EPCI; three labels left out."""
    table = membership.membership(real)
    assert len(table) == 34_945
    assert table.nunique().drop("territoire_industrie").to_dict() == {
        "epci": 1255,
        "zone_emploi": 306,
        "departement": 101,
        "region": 18,
        "france": 1,
    }
    assert table.index[table["epci"].isna()].to_list() == ["22016", "29083", "29155", "85113"]
    lost = membership.unresolved(real)
    assert table["territoire_industrie"].nunique() == 149 - len(lost)
    assert len(lost) == 3
    assert membership.inhabitants(real).notna().all()


def test_values_of_the_study(grouped: pd.DataFrame):
    """Numbers that the files are known to give, of Alès Agglomération and of France."""
    here = grouped["value"].xs(("epci", "200066918"), level=("kind", "group"))
    assert here["population_1968"] == 114_491
    assert here["population_2023"] == 137_470
    assert here["gp_2022"] == pytest.approx(3.393, abs=5e-4)
    assert here["gp_2023"] == pytest.approx(3.256, abs=5e-4)
    assert here["land_taken"] == pytest.approx(762.0, abs=0.05)
    assert here["car_pct"] == pytest.approx(87.61, abs=5e-3)
    assert here[["neet_2008", "neet_2013", "neet_2018"]].to_list() == [19.7, 23.7, 23.5]
    assert grouped.at[("car_pct", "france", "FR"), "value"] == pytest.approx(69.8, abs=0.05)


def test_groups_are_what_the_topics_make_of_twenty_epci(
    real: Sources, grouped: pd.DataFrame, chosen: list[Territory]
):
    """Population, access, unemployment, density, ways to work: one by one, and in one go."""
    assert len(chosen) == HOW_MANY
    compared = 0
    for territory in chosen:
        found = grouped["value"].xs(("epci", territory.code), level=("kind", "group"))
        own = territory.here
        expected = {}
        people = Population(territory, real)
        for year in (1968, 1999, 2013, 2020, 2023):
            expected[f"population_{year}"] = people.total[year]
        health, codes = Health(territory, real), territory.codes
        # Where communes have merged since, their number of doctors is by codes that are gone.
        moved = territory.passage.transition(territory.codes, "2019-01-01", GEOGRAPHY)
        same = all(moved.parts[code] == {code} for code in territory.codes)
        for year in (2016, 2018, 2022, 2023):
            expected[f"gp_{year}"] = health.by_area(GP, [year])[own].iloc[0]
        shares = health.share_under(GP, [2016, 2018, 2022, 2023])[own]
        expected |= {f"underserved_{year}": share for year, share in shares.items()}
        if same:
            expected["doctors_2019"] = health.practitioners().at[2019, "gp_per_10000"]
        rates = Unemployment(territory, real)
        for year in (2007, 2012, 2017, 2018):
            expected[f"unemployment_{year}"] = rates.census_rates(year)[territory.here]
        ways = travel.commuting(real, 2021).loc[codes]
        drive = ways["car_pct"] * ways["workers"]
        expected["car_pct"] = drive.sum() / ways["workers"].where(drive.notna()).sum()
        for key, value in expected.items():
            # A value over too few of the people is not given.
            if pd.notna(found[key]):
                assert found[key] == pytest.approx(value, rel=1e-9, nan_ok=True), (key, territory)
                compared += 1
    assert compared > 0.8 * HOW_MANY * 17


@pytest.mark.parametrize("epci", ["200066918", "246200364", "242000354"])
def test_wider_places_are_what_the_topics_make_of_them(
    real: Sources, grouped: pd.DataFrame, epci: str
):
    """Of Alès, Lens and Bastia: on the communes of a file, and on those of 2023 in one go."""
    territory = Territory(epci, real)
    risk, unemployment = Risk(territory, real), Unemployment(territory, real)
    groups = {**territory.levels, unemployment.in_zone: ("zone_emploi", unemployment.zone)}

    def declared(key: str, places: Iterable[str]) -> list[float]:
        return [grouped.at[(key, *groups[place]), "value"] for place in places]

    for year in (2007, 2012, 2017, 2018):
        rates = pd.Series(unemployment.census_rates(year)).drop(territory.centre)
        assert rates.to_list() == pytest.approx(
            declared(f"unemployment_{year}", rates.index), rel=1e-9, nan_ok=True
        )
    floods = risk.flood_rates()
    for column, key in (
        ("per_commune", "floods_per_commune"),
        ("of_inhabitant", "floods_of_inhabitant"),
    ):
        assert floods[column].to_list() == pytest.approx(declared(key, floods.index), rel=1e-9)
    plans = risk.coverage(risk.areas)["covered_pct"]
    assert plans.to_list() == pytest.approx(declared("plan_communes_pct", plans.index), rel=1e-9)
    # The chapter measures the ground on its outlines, the declaration takes it from one list.
    fires = risk.fire_rates()["per_100_km2"]
    assert fires.to_list() == pytest.approx(declared("fires_per_100_km2", fires.index), rel=0.03)


def test_what_does_not_add_up_is_what_is_published(
    real: Sources, grouped: pd.DataFrame, chosen: list[Territory]
):
    """Of EPCI, as the files have it; of France where it is published, and nowhere else."""
    neet = education.neither_of_groups(real, 2018)["value"]
    rates = rates_of_groups(real, 2019, ["epci"])["value"]
    for territory in chosen:
        at = ("epci", territory.code)
        rate = grouped.at[("poverty_rate_2019", *at), "value"]
        assert rate == pytest.approx(rates.get(at, np.nan), nan_ok=True)
        assert grouped.at[("neet_2018", *at), "value"] == pytest.approx(
            neet.get(at, np.nan), nan_ok=True
        )
    rules = {one.key: one.rule for one in DECLARED if isinstance(one.rule, NotAdditive)}
    keys = [key for key, rule in rules.items() if "france" not in rule.kinds]
    assert grouped.loc[keys, "value"].xs("france", level="kind").isna().all()


def test_vacancy_and_ages_add_up_as_the_chapters_do(real: Sources, grouped: pd.DataFrame):
    """Over the communes that are published, and only where they are enough."""
    land = Territory("200066918", real)
    table = Land(land, real).vacancy_by_area
    row = grouped.loc[("vacant_pct", "epci", land.code)]
    assert row["communes"] == table.at[land.here, "rated"]
    # Secret is a commune one of whose two terms is.
    assert row["communes"] + row["secret"] == table.at[land.here, "communes"]
    assert row["secret"] >= table.at[land.here, "hidden"]
    assert pd.isna(row["value"])
    census = small_areas.read_by_iris(real, insee.iris_census, land.communes["dep"].unique())
    counts = small_areas.headcounts(census)
    own = counts[counts["code"].isin(land.codes)].groupby(level="year").sum(numeric_only=True)
    for year in insee.IRIS_YEARS:
        found = grouped.at[(f"share_65_plus_{year}", "epci", land.code), "value"]
        assert found == pytest.approx(100 * own.at[year, "over_64"] / own.at[year, "population"])


def test_coverage_of_every_indicator(france: National):
    """The four kinds of communes add up to all; every indicator reaches some group."""
    table = france.coverage()
    assert list(table.index) == list(catalogue.INDICATORS)
    assert table[["known", "missing", "masked", "merged"]].sum(axis=1).eq(34_945).all()
    silent = table.index[table[list(membership.KINDS)].sum(axis=1) == 0].to_list()
    # INSEE's files of 2020 by area are awaited.
    assert silent == ["median_income", "poverty_rate_pct"]
