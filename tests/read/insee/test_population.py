"""Populations: the toy France comes back, a damaged file is refused."""

from __future__ import annotations

import numpy as np
import pandas as pd
import pytest
from tests.fixtures import listed
from tests.fixtures.spoil import Spoiler, refused

from bassin.files.sources import Sources
from bassin.indicators import catalogue
from bassin.read import editions, insee
from bassin.topics.national import National


def test_census_populations(toy: Sources):
    """29 censuses of the 45 communes of 2017; no count in Corsica before 1936."""
    table = insee.census_populations(toy)
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
        insee.census_populations(sources)


def test_census_population_that_is_a_letter(spoil: Spoiler):
    """A letter where a number is due is shown with its commune and year."""
    old = "30001,Mineville,30,4000.0"
    sources = spoil.text(insee.HISTORICAL_POPULATION, old, "30001,Mineville,30,O")
    with refused(insee.HISTORICAL_POPULATION, "'O' is not a number", column="1876", row="30001"):
        insee.census_populations(sources)


def one_more(data: bytes) -> bytes:
    """Municipal populations with a year more, as the last."""
    lines = data.decode("utf-8-sig").splitlines()
    added = [f"{lines[0]};p24_pop", *(f"{line};{line.rpartition(';')[2]}" for line in lines[1:])]
    return ("\ufeff" + "\r\n".join(added) + "\r\n").encode()


def test_a_year_more_of_municipal_populations_is_read_with_no_code(spoil: Spoiler):
    """Taken in as the vintage of its last column; its indicator is there."""
    file, cells = insee.MUNICIPAL_POPULATION, {"vintage": "2024"}
    sources, copy = Sources(spoil.root), spoil.root / "copy.csv"
    copy.write_bytes(one_more((spoil.root / "raw" / file).read_bytes()))
    new = editions.edition(sources, file, copy, cells)
    reasons = {one.column or "rows": "a year more" for of in new.departures.values() for one in of}
    editions.take_in(sources, new, reasons, cells)
    copy.unlink()
    longer = Sources(spoil.root)
    table = insee.municipal_populations(longer)
    assert [*table.columns] == [*range(2013, 2025)]
    assert table[2024].equals(table[2023].rename(2024))
    assert (
        National(longer).by_commune("population_2024").at["30001", "value"]
        == (table.at["30001", 2024])
    )
    assert "population_2024" in catalogue.at_hand(longer)


def test_populations_to_another_year_than_their_row_are_refused(spoil: Spoiler):
    """File, column and cure are told."""
    sources = spoil.data(insee.MUNICIPAL_POPULATION, one_more)
    with refused(
        insee.MUNICIPAL_POPULATION, "its last year is 2024, and it is listed", column="p24_pop"
    ) as caught:
        insee.municipal_populations(sources)
    assert "--set vintage=2024" in str(caught.value)


def test_municipal_populations(toy: Sources):
    """A merged commune is missing from its merger on, and counted in the one that took it in."""
    table = insee.municipal_populations(toy)
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
    assert "30038" not in insee.municipal_populations(toy).index


def test_municipal_population_with_a_thousands_point(spoil: Spoiler):
    """'3.3' for 3 300 inhabitants is refused, being no whole number."""
    old = "30001;Mineville;3000"
    sources = spoil.text(insee.MUNICIPAL_POPULATION, old, "30001;Mineville;3.3")
    with refused(insee.MUNICIPAL_POPULATION, "3.3 fails whole", column="2013", row="30001"):
        insee.municipal_populations(sources)


def test_legal_populations(toy: Sources):
    """Code put together from its two parts; the total is the sum of the two counts."""
    table = insee.legal_population(toy)
    assert table.loc["30001"].to_list() == [3300, 10, 3310]
    assert table.loc["2A001"].to_list() == [100, 10, 110]
    assert table["municipal"].sum() == 10_400


def test_legal_population_code_overseas(spoil: Spoiler):
    """Overseas the departement has three characters, of which the code takes two."""
    old = "Levant;2A;1;01;004;"
    sources = spoil.text(listed.path_of(insee.LEGAL_POPULATION, 2020), old, "Levant;971;1;01;101;")
    assert insee.legal_population(sources).loc["97101", "municipal"] == 100


def test_legal_population_that_does_not_add_up(spoil: Spoiler):
    """A total that is not the sum of its parts is refused by commune."""
    sources = spoil.text(
        listed.path_of(insee.LEGAL_POPULATION, 2020), "3300;10;3310", "3300;10;3311"
    )
    with refused(
        listed.path_of(insee.LEGAL_POPULATION, 2020), "do not add up", column="PTOT", row="30001"
    ):
        insee.legal_population(sources)
