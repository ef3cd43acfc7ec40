"""Files on income and poverty."""

from __future__ import annotations

from collections.abc import Callable

import numpy as np
import pytest
from tests.fixtures.spoil import Spoiler, refused
from tests.fixtures.toy_poverty import EPCI_2020, epci_of, with_epci_2020

from bassin.errors import SourceError
from bassin.files.sources import Sources
from bassin.files.vintages import vintages
from bassin.read import insee
from bassin.read._reused import calls

FILOSOFI = "insee/cc_filosofi_2020_COM.csv"
POVERTY = "insee/FILO2019_DISP_Pauvres_COM.xlsx"
EPCI_2017 = "insee/FILO2017_DISP_EPCI.csv"


def test_filosofi(toy: Sources):
    """Published, secret and missing values stay apart, and decimal commas are read."""
    table = insee.filosofi(toy, "commune", 2020)
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
        ("28.0", "'28.0' is not a number: decimals are marked ','", "TP6020"),
        ("c", "'c' is not a number", "TP6020"),
        ("280,0", r"280.0 fails in_range\(0, 100\)", "poverty_rate_pct"),
    ],
)
def test_filosofi_with_a_wrong_rate(spoil: Spoiler, cell: str, what: str, column: str):
    """A decimal point, an unknown mark or a share above 100 is refused by commune."""
    sources = spoil.text(FILOSOFI, "17630;48,0;28,0", f"17630;48,0;{cell}")
    with refused(FILOSOFI, what, column=column, row="30001"):
        insee.filosofi(sources, "commune", 2020)


COMMUNES = "insee/FILO2019_DISP_COM.csv"


def test_distribution_of_communes(toy: Sources):
    """Deciles where enough people are, a median elsewhere, no row under the threshold."""
    table = insee.filosofi_distribution(toy, "commune", 2019)
    assert table.loc["30001", ["d1", "d2", "d5", "d9", "gini"]].to_list() == [
        *(7000, 9500, 20000, 32000, 0.28)
    ]
    assert table.loc["30003", "d5"] == 20000
    assert table.loc["30003", ["d1", "d9", "gini"]].isna().all()
    assert "30007" not in table.index


@pytest.mark.parametrize(
    ("level", "code"),
    [("epci", "200000018"), ("departement", "2A"), ("region", "76"), ("france", "1")],
)
def test_distribution_of_areas(toy: Sources, level: str, code: str):
    """Every level has the same columns, and codes as text."""
    assert insee.filosofi_distribution(toy, level, 2019).loc[code, "d5"] == 20000


def test_distribution_of_an_unknown_level(toy: Sources):
    """A level without a file is refused, with those there are."""
    with pytest.raises(ValueError, match="level='canton' is no choice"):
        insee.filosofi_distribution(toy, "canton", 2019)


@pytest.mark.parametrize(
    ("old", "new", "what"),
    [
        (";7000;9500;12500;", ";7000;6500;12500;", "deciles fall"),
        (";7000;9500;12500;", ";6000;9500;12500;", "not the ratio"),
        (";-18,0", ";-15,0", "not 100 %"),
    ],
)
def test_distribution_that_does_not_add_up(spoil: Spoiler, old: str, new: str, what: str):
    """Deciles, their ratio and the parts of income are checked against each other."""

    def change(data: bytes) -> bytes:
        lines = data.decode("utf-8-sig").split("\r\n")
        at = next(n for n, line in enumerate(lines) if line.startswith("30001;"))
        assert old in lines[at]
        lines[at] = lines[at].replace(old, new)
        return "\r\n".join(lines).encode("utf-8-sig")

    sources = spoil.data(COMMUNES, change)
    with refused(COMMUNES, what, row="30001"):
        insee.filosofi_distribution(sources, "commune", 2019)


def test_poverty_at_three_thresholds(toy: Sources):
    """An empty cell is masked, not zero nor missing."""
    table = insee.poverty_thresholds(toy, 2019)
    assert table.loc["30001", ["rate_40_pct", "rate_50_pct", "rate_60_pct"]].to_list() == [
        *(10, 20, 30)
    ]
    assert np.isnan(table.at["30002", "rate_50_pct"])
    assert table.at["30002", "rate_50_pct_status"] == "secret"


def test_poverty_above_that_of_a_higher_threshold(spoil: Spoiler):
    """Fewer people are under 50 % of the median than under 60 %."""
    sources = spoil.cell(POVERTY, "ENSEMBLE", "30001", "TP5019", 35)
    with refused(POVERTY, "above that of a higher threshold", row="30001"):
        insee.poverty_thresholds(sources, 2019)


def test_2020_by_epci_is_read_where_it_is_listed(toy: Sources, spoil: Spoiler):
    """The file that is not at hand has the format of that of the communes."""
    assert EPCI_2020 not in toy
    with pytest.raises(
        SourceError, match=r"no vintage 2020 of filosofi\.epci is listed .* there: none"
    ):
        insee.filosofi(toy, "epci", 2020)
    table = insee.filosofi(with_epci_2020(spoil), "epci", 2020)
    assert table.loc["200000018", ["persons", "poverty_rate_pct"]].to_list() == [6800, 23.5]
    assert table.at["243000213", "poverty_rate_pct_status"] == "secret"


def test_2020_with_a_lost_digit(spoil: Spoiler):
    """A SIREN of eight digits is refused by name."""
    sources = with_epci_2020(spoil)
    sources = spoil.text(EPCI_2020, "200000018;", "20000018;")
    with refused(EPCI_2020, "'20000018' fails", column="code", row="20000018"):
        insee.filosofi(sources, "epci", 2020)


def test_epci_in_two_years(toy: Sources):
    """Two years from one wide table; France has the second only."""
    rates = insee.epci_income(toy)["poverty_rate_pct"]
    assert rates["200000018"].to_dict() == {2019: 25, 2021: 24}
    assert np.isnan(rates["00FR", 2019])


def test_every_vintage_of_epci_is_read_by_its_year(toy: Sources):
    """The empty column that ends each line is no matter."""
    found = [
        insee.filosofi_distribution(toy, "epci", year).at["200000018", "d5"]
        for year in vintages(toy, f"{insee.DISTRIBUTION}.epci")
    ]
    assert found == [15000, 15500, 16000, 20000]
    with pytest.raises(SourceError, match=r"no vintage 2015 .* there: 2016, 2017, 2018, 2019"):
        insee.filosofi_distribution(toy, "epci", 2015)


def listed(spoil: Spoiler, file: str, data: bytes, dataset: str, vintage: int) -> Sources:
    """A toy France with one file more, of a dataset and a vintage."""
    spoil.add(file, data)
    return spoil.relist(file, dataset=dataset, vintage=vintage)


def test_a_year_that_no_one_knew_is_read(spoil: Spoiler):
    """Of each layout, under any name: the year of the columns is that of the row."""
    _, data, _ = epci_of(2041)
    sources = listed(spoil, "insee/made-up.csv", data, f"{insee.DISTRIBUTION}.epci", 2041)
    assert insee.filosofi_distribution(sources, "epci", 2041).at["200000018", "d5"] == 27500
    table = b"CODGEO;NBMENFISC41;NBPERSMENFISC41;MED41;TP6041\n30001;10;20;30000;12,5\n"
    sources = listed(spoil, "insee/another.csv", table, f"{insee.FILOSOFI}.commune", 2041)
    assert insee.filosofi(sources, "commune", 2041).at["30001", "poverty_rate_pct"] == 12.5
    names = {call.name for call in calls(sources)}
    asked = {"filosofi_distribution(epci, 2041)", "filosofi(commune, 2041)"}
    assert {f"insee.income.{call}" for call in asked} <= names
    assert "insee.income.filosofi(epci, 2041)" not in names


def test_columns_renamed_by_a_third_party_are_read(spoil: Spoiler):
    """They say no year, and decimals have a point."""
    table = b"codgeo,libgeo,revenu_median,taux_pauvrete,nb_menages,nb_personnes\n"
    table += b"200000018,,20020,22.3,60374,127074\n"
    sources = listed(spoil, "insee/renamed.csv", table, f"{insee.FILOSOFI}.epci", 2041)
    found = insee.filosofi(sources, "epci", 2041).loc["200000018"]
    assert found[["persons", "median_income", "poverty_rate_pct"]].to_list() == [
        127074,
        20020,
        22.3,
    ]


def test_wages_with_benefits_are_the_layout_of_2014(spoil: Spoiler):
    """Activity is in two columns that add up with the rest; benefits are not told apart."""

    def change(data: bytes) -> bytes:
        lines = data.decode("utf-8-sig").split("\r\n")
        lines[0] = lines[0].replace("PACT17;PTSA17;PCHO17", "PACU17;PTSAC17;PXXX17")
        return "\r\n".join(lines).replace(";70,0;60,0;", ";70,0;63,0;").encode("utf-8-sig")

    sources = spoil.data(EPCI_2017, change)
    table = insee.filosofi_distribution(sources, "epci", 2017)
    assert table["unemployment_benefit_pct"].isna().all()
    assert table.at["200000018", "social_benefit_pct"] == 8


@pytest.mark.parametrize(
    ("file", "column", "read"),
    [
        (EPCI_2017, "NBMEN17", lambda s: insee.filosofi_distribution(s, "epci", 2041)),
        (FILOSOFI, "NBMENFISC20", lambda s: insee.filosofi(s, "commune", 2041)),
        (POVERTY, "TP4019", lambda s: insee.poverty_thresholds(s, 2041)),
    ],
)
def test_columns_of_another_year_than_the_row_are_refused(
    spoil: Spoiler, file: str, column: str, read: Callable[[Sources], object]
):
    """The file, a column that tells, and both ways to mend it."""
    sources = spoil.relist(file, vintage=2041)
    with refused(file, "are of 20.., and it is listed as the vintage 2041", column=column) as told:
        read(sources)
    assert "give its row of data/sources.csv the vintage" in str(told.value)


def test_medians_before_the_first_decile(spoil: Spoiler):
    """The columns were shifted."""
    sources = spoil.data(EPCI_2017, lambda data: data.replace(b";9300;10850;", b";19300;10850;"))
    with refused(EPCI_2017, "deciles fall", row="200000018"):
        insee.filosofi_distribution(sources, "epci", 2017)
