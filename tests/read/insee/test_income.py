"""Files on income and poverty."""

from __future__ import annotations

import numpy as np
import pytest
from tests.fixtures.spoil import Spoiler, refused
from tests.fixtures.toy_poverty import with_epci_2020

from bassin.errors import SourceError
from bassin.files.sources import Sources
from bassin.read import insee


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
        ("28.0", "'28.0' is not a number: decimals are marked ','", "TP6020"),
        ("c", "'c' is not a number", "TP6020"),
        ("280,0", r"280.0 fails in_range\(0, 100\)", "poverty_rate_pct"),
    ],
)
def test_filosofi_with_a_wrong_rate(spoil: Spoiler, cell: str, what: str, column: str):
    """A decimal point, an unknown mark or a share above 100 is refused by commune."""
    sources = spoil.text(insee.FILOSOFI_2020, "17630;48,0;28,0", f"17630;48,0;{cell}")
    with refused(insee.FILOSOFI_2020, what, column=column, row="30001"):
        insee.filosofi_2020(sources)


COMMUNES = insee.FILOSOFI_2019["commune"]
EPCI_2020 = insee.FILOSOFI_2020_AREAS["epci"]


def test_distribution_of_communes(toy: Sources):
    """Deciles where enough people are, a median elsewhere, no row under the threshold."""
    table = insee.filosofi_2019(toy, "commune")
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
    assert insee.filosofi_2019(toy, level).loc[code, "d5"] == 20000


def test_distribution_of_an_unknown_level(toy: Sources):
    """A level without a file is refused, with those there are."""
    with pytest.raises(ValueError, match="There are "):
        insee.filosofi_2019(toy, "canton")


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
        insee.filosofi_2019(sources, "commune")


def test_poverty_at_three_thresholds(toy: Sources):
    """An empty cell is masked, not zero nor missing."""
    table = insee.poverty_2019(toy)
    assert table.loc["30001", ["rate_40_pct", "rate_50_pct", "rate_60_pct"]].to_list() == [
        *(10, 20, 30)
    ]
    assert np.isnan(table.at["30002", "rate_50_pct"])
    assert table.at["30002", "rate_50_pct_status"] == "secret"


def test_poverty_above_that_of_a_higher_threshold(spoil: Spoiler):
    """Fewer people are under 50 % of the median than under 60 %."""
    sources = spoil.cell(insee.POVERTY_2019, "ENSEMBLE", "30001", "TP5019", 35)
    with refused(insee.POVERTY_2019, "above that of a higher threshold", row="30001"):
        insee.poverty_2019(sources)


def test_2020_by_epci_is_read_where_it_is_listed(toy: Sources, spoil: Spoiler):
    """The file that is not at hand has the format of that of the communes."""
    assert EPCI_2020 not in toy
    with pytest.raises(SourceError, match="is not listed"):
        insee.filosofi_2020_areas(toy, "epci")
    table = insee.filosofi_2020_areas(with_epci_2020(spoil), "epci")
    assert table.loc["200000018", ["persons", "poverty_rate_pct"]].to_list() == [6800, 23.5]
    assert table.at["243000213", "poverty_rate_pct_status"] == "secret"


def test_2020_with_a_lost_digit(spoil: Spoiler):
    """A SIREN of eight digits is refused by name."""
    sources = with_epci_2020(spoil)
    sources = spoil.text(EPCI_2020, "200000018;", "20000018;")
    with refused(EPCI_2020, "'20000018' fails", column="code", row="20000018"):
        insee.filosofi_2020_areas(sources, "epci")


def test_epci_in_two_years(toy: Sources):
    """Two years from one wide table; France has the second only."""
    rates = insee.epci_income(toy)["poverty_rate_pct"]
    assert rates["200000018"].to_dict() == {2019: 25, 2021: 24}
    assert np.isnan(rates["00FR", 2019])


def test_medians_of_epci_before_2019(toy: Sources):
    """The empty column that ends each line is no matter."""
    assert [insee.epci_medians(toy, year)["200000018"] for year in (2016, 2017, 2018)] == [
        *(15000, 15500, 16000)
    ]
    with pytest.raises(ValueError, match="There are "):
        insee.epci_medians(toy, 2015)


def test_a_median_below_the_first_decile(spoil: Spoiler):
    """The columns were shifted."""
    file = insee.FILOSOFI_EPCI[2017]
    sources = spoil.data(file, lambda data: data.replace(b";9000;15500;", b";15500;9000;"))
    with refused(file, "not between the first decile and the last", row="200000018"):
        insee.epci_medians(sources, 2017)
