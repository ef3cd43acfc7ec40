"""A claim on a declared indicator is judged without a check or a sentence of its own."""

from __future__ import annotations

import dataclasses

import pandas as pd
import pytest
from tests.fixtures.qualified import QUALIFIED
from tests.fixtures.spoil import Spoiler

from bassin.claims.judging import judge
from bassin.errors import DataError
from bassin.files.manifest import RAW
from bassin.files.sources import Sources
from bassin.files.trace import recording
from bassin.indicators import catalogue
from bassin.read import printed
from bassin.study import Study
from bassin.topics import declared
from bassin.topics.checks import check_of
from bassin.topics.finding import Finding
from bassin.words import write

AREA = "Bassin de Mineville"


def claim(check: str, **given: object) -> pd.Series:
    """A claim of the toy: 81 % of its workers drive, in 2021, unless told otherwise."""
    row = QUALIFIED | {
        "check": check,
        "kind": "number",
        "published": 81.0,
        "rounding": 0.5,
        "tolerance": 1.0,
        "unit": "%",
        "period": "2021",
        "area": AREA,
        "untested": "",
    }
    return pd.Series(row | given, name="toy-claim")


@pytest.fixture
def mineville(toy: Sources) -> Study:
    """The study of the toy basin, its values kept by nothing that another test asked for."""
    return Study("200000018", sources=Sources(toy.root))


def found(study: Study, row: pd.Series) -> Finding:
    """What the check of a claim finds."""
    check = check_of(row)
    assert check is not None
    finding = check(study)
    assert finding is not None
    return finding


@pytest.mark.parametrize(
    ("check", "area", "value"),
    [
        ("indicator:car_pct", AREA, 570 / 7),
        ("indicator:car_pct@EPCI-200000018", AREA, 570 / 7),
        ("indicator:car_pct@30001", "Mineville", 70.0),
        ("indicator:car_pct@DEP-30", "Gravon", 1110 / 13),
        ("indicator:poverty_rate_pct@30001", "Mineville", 28.0),
        ("indicator:presential_jobs_2023", AREA, 75.0),
        ("indicator:presential_jobs_2023@FRANCE", "France", 64.0),
    ],
)
def test_the_value_is_that_of_the_place(mineville: Study, check: str, area: str, value: float):
    """Of the territory, of a commune, of a group; added up, or as it is published."""
    assert found(mineville, claim(check, area=area)).value == pytest.approx(value)


def test_one_sentence_says_any_of_them(mineville: Study):
    """Label, value, unit, vintage, what is known, and what is counted."""
    whole = write(found(mineville, claim("indicator:car_pct")).says)
    assert whole.startswith(
        "Workers who drive to work, 2021: 81.4% (edition RP 2021, known for all inhabitants). "
        "Workers who drive to work as their main way"
    )
    france = claim("indicator:car_pct@FRANCE", area="France")
    assert "known for 99.0% of the inhabitants" in write(found(mineville, france).says)
    town = claim("indicator:poverty_rate_pct@30001", area="Mineville")
    assert "28.0% (edition 2020, as published)" in write(found(mineville, town).says)


@pytest.mark.parametrize(
    ("check", "unit", "period", "grade"),
    [
        ("indicator:population_2020", "inhabitants", "2020", "A"),
        ("indicator:population_2020", "inhabitants", "2019", "B"),
        ("indicator:population_2020", "inhabitants", "", "B"),
        ("indicator:car_pct", "%", "2021", "B"),  # the file is derived by a third party
        ("indicator:car_pct", "%", "not given", "B"),
    ],
)
def test_the_grade_is_that_of_period_and_files(
    mineville: Study, real: Sources, check: str, unit: str, period: str, grade: str
):
    """A where the period is the vintage and the publisher's values are read; else B."""
    for file in catalogue.find(check.removeprefix(declared.PREFIX)).files(mineville.sources):
        mineville.sources.manifest.loc[file, "status"] = real.manifest.at[file, "status"]
    assert found(mineville, claim(check, unit=unit, period=period)).grade == grade


def test_it_rests_on_the_files_of_the_indicator(mineville: Study):
    """A commune rests on no list of members, whose names only say which place is meant."""
    with recording() as noted:
        found(mineville, claim("indicator:car_pct@30001", area="Mineville"))
    assert noted.files == {"insee/rp2021_mode_travail_communes.csv"}


def test_what_places_are_called_is_not_needed(spoil: Spoiler):
    """Without the list of departements no name can be held against the row; the value stays."""
    (spoil.root / RAW / "insee" / "v_departement_2023.csv").unlink()
    study = Study("200000018", sources=Sources(spoil.root))
    assert found(study, claim("indicator:car_pct")).value == pytest.approx(570 / 7)


@pytest.mark.parametrize(
    ("check", "given", "column", "cure"),
    [
        ("indicator:car_pc", {}, "check", "no indicator 'car_pc' is declared.*car_pct"),
        ("indicator:car_pct", {"kind": "statement"}, "kind", "tests no statement.*Write a check"),
        ("indicator:car_pct", {"rounding": 0.005}, "rounding", "2 decimal.*car_pct.* with 1"),
        (
            "indicator:car_pct",
            {"rounding": 0.0, "published": 81.25},
            "rounding",
            "2 decimal.*mend the cell",
        ),
        ("indicator:car_pct", {"unit": "jobs"}, "unit", "'jobs' is not the unit of car_pct"),
        ("indicator:population_2020", {"unit": "%"}, "unit", "'%' is not the unit"),
        ("indicator:population_2020", {"unit": "km2"}, "unit", "'km2' is not the unit"),
        ("indicator:population_2020", {"unit": ""}, "unit", "'' is not the unit"),
        ("indicator:car_pct", {"unit": "% points"}, "unit", "'% points' is not the unit"),
        ("indicator:car_pct@01001", {"area": "Nowhere"}, "check", "is not 'Nowhere'"),
        ("indicator:car_pct@99999", {"area": "Nowhere"}, "check", "'99999' is no place"),
        ("indicator:car_pct", {"area": "Gravon"}, "check", "Write indicator:car_pct@DEP-30"),
        ("indicator:car_pct@30001", {"area": "La Fosse"}, "check", "'Mineville'.*@30002"),
        ("indicator:car_pct@30001", {"area": "Elsewhere"}, "check", "'Mineville'.*mend the col"),
        ("indicator:car_pct@99999", {"area": "Elsewhere"}, "check", "'99999' is no place.*DEP-"),
        ("indicator:car_pct@DEP-99", {"area": "Elsewhere"}, "check", "'DEP-99' is no place"),
        (
            "indicator:poverty_rate_pct@30007",
            {"area": "Bois Noir"},
            "check",
            "poverty_rate_pct has no value for 30007. Write in `untested`",
        ),
        ("indicator:presential_jobs_2023@DEP-30", {"area": "Gravon"}, "check", "no value for DEP"),
        ("toy-chek", {}, "check", "no check is called 'toy-chek'.*module `checks`"),
    ],
)
def test_what_no_verdict_can_be_made_of_is_refused(
    mineville: Study, check: str, given: dict[str, object], column: str, cure: str
):
    """The error names the list of claims, the column, the claim, and what to write."""
    where = rf"^claims\.csv, column '{column}', row 'toy-claim': .*{cure}"
    with pytest.raises(DataError, match=where):
        found(mineville, claim(check, **given))


def test_a_value_that_is_missing_has_the_word_of_its_row(mineville: Study):
    """As a check that lacks its file: nothing is found, and the claim says why."""
    row = claim("indicator:poverty_rate_pct@30007", area="Bois Noir", untested="not public")
    check = check_of(row)
    assert check is not None
    assert check(mineville) is None
    assert judge(row, None) == "not public"


def test_a_claim_without_a_check_has_none():
    """Nothing is made up for it."""
    assert check_of(claim("")) is None


def test_a_new_declaration_tests_a_claim(mineville: Study, monkeypatch: pytest.MonkeyPatch):
    """A row of the list of claims, and no line of code."""
    car = catalogue.find("car_pct")
    new = dataclasses.replace(car, key="toy_way", vintage="Toy 2021")
    monkeypatch.setattr(catalogue, "INDICATORS", {**catalogue.INDICATORS, new.key: new})
    row = claim("indicator:toy_way")
    finding = found(mineville, row)
    assert finding.says.given["vintage"] == "Toy 2021"
    assert judge(row, finding) == "confirmed by data"
    assert judge(claim("indicator:toy_way", published=80.0), finding) == "differs"


def test_claims_of_the_study_are_judged_so(study: Study):
    """Five of them are; each is a number of a declared indicator, about its own place."""
    listed = printed.claims(study.sources, study.epci)
    rows = listed[listed["check"].map(declared.is_declared)]
    assert set(rows.index) == {
        "age-presential-2019",
        "pop-agglo-2020",
        "pov-ales",
        "pov-grand-combe",
        "rev-car",
    }
    for _, row in rows.iterrows():
        finding = found(study, row)
        assert judge(row, finding) == row["expected"]
