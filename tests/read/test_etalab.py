"""Members of intercommunalities by year: the toy France back, and files that would mislead."""

from __future__ import annotations

import io

import pandas as pd
import pytest
from tests.fixtures.spoil import Spoiler, refused

from bassin.files.sources import Sources
from bassin.read import etalab


def test_members_by_year(toy: Sources):
    """Who left, who merged; populations from 2021 on, and those of 2026 as in 2025."""
    table = etalab.epci_members(toy)
    here = table[table["epci"] == "200000018"]
    assert here.groupby("year").size().to_dict() == {
        **{2019: 14, 2020: 12, 2021: 12, 2022: 12, 2023: 12, 2024: 12, 2025: 11, 2026: 11}
    }
    people = here["municipal_population"].groupby("year").sum(min_count=1)
    assert people[[2021, 2026]].to_list() == [6300, 6800]
    assert people[[2019, 2020]].isna().all()
    assert table.loc[(2023, "30001"), ["kind", "siren"]].to_list() == ["CA", "213000100"]


def changed(spoil: Spoiler, row: int, **cells: object) -> Sources:
    """The file with some cells of a row otherwise."""

    def rewrite(data: bytes) -> bytes:
        table = pd.read_parquet(io.BytesIO(data))
        for name, value in cells.items():
            table.loc[row, name] = value
        stream = io.BytesIO()
        table.to_parquet(stream, index=False)
        return stream.getvalue()

    return spoil.data(etalab.EPCI_MEMBERS, rewrite)


@pytest.mark.parametrize("part", [None, 1.0])
def test_a_part_that_exceeds_its_whole(spoil: Spoiler, part: float | None):
    """One population without the other, or a total below the municipal one."""
    with refused(
        etalab.EPCI_MEMBERS, "no part of the total", column="pop_totale", row=(2026, "48005")
    ):
        last = len(etalab.epci_members(Sources(spoil.root))) - 1
        etalab.epci_members(changed(spoil, last, pop_totale=part))


def test_an_epci_without_its_number(spoil: Spoiler):
    """A SIREN cut short."""
    with refused(etalab.EPCI_MEMBERS, "matches", column="epci", row="(2019, '01001')"):
        etalab.epci_members(changed(spoil, 0, epci="20000"))


def test_it_agrees_with_the_lists_of_insee(real: Sources):
    """Alès Agglomération: 73 communes in 2019, 72 up to 2024, 71 since; 135,747 people in 2022."""
    here = etalab.epci_members(real)
    here = here[here["epci"] == "200066918"]
    assert here.groupby("year").size().to_list() == [73, 72, 72, 72, 72, 72, 71, 71]
    assert here.loc[2025, "municipal_population"].sum() == 135_747
