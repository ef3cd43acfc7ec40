"""Salaried jobs by zone d'emploi and year."""

from __future__ import annotations

import json

import pytest
from tests.fixtures.spoil import Spoiler, refused

from bassin.files.sources import Sources
from bassin.read import insee


def test_jobs_of_a_zone_and_no_part_of_one(toy: Sources):
    """Mineville as drawn; the parts of Causse are left out."""
    table = insee.salaried_jobs(toy)
    assert table.loc["7601", [1998, 2018, 2023]].tolist() == [400, 360, 400]
    assert not {"7661", "8461"} & set(table.index)
    assert list(table.columns) == list(range(1998, 2024))


def test_jobs_of_the_real_zones(real: Sources):
    """305 zones, with the jobs of Alès at both ends; and 1.02 times those of Flores."""
    table = insee.salaried_jobs(real)
    assert table.shape == (305, 26)
    assert table.loc["7603", [1998, 2023]].tolist() == [40525, 47752]
    flores = insee.flores_by_industry(real)[2023].sum()
    assert table[2023].sum() / flores == pytest.approx(1.018, abs=0.001)


def _changed(spoil: Spoiler, change) -> Sources:
    def rewritten(data: bytes) -> bytes:
        return json.dumps(change(json.loads(data))).encode()

    spoil.data(insee.SALARIED_ZONES, rewritten)
    return spoil.relist(insee.SALARIED_ZONES, rows="")


def _more(rows, code, year, by):
    return [r | {"eff": r["eff"] + by * (r["code_ze"] == code and r["year"] == year)} for r in rows]


@pytest.mark.parametrize(
    ("change", "what", "column", "row"),
    [
        (lambda rows: _more(rows, "7661", 2005, 5), "do not add up to it in 2005", "eff", "0061"),
        (lambda rows: [r for r in rows if r["code_ze"] != "8461"], "do not add up", "eff", "0061"),
        (
            lambda rows: [r for r in rows if (r["code_ze"], r["year"]) != ("8402", 2010)],
            "no jobs of this year",
            "year 2010",
            "8402",
        ),
    ],
)
def test_what_is_no_table_of_jobs_is_refused(spoil: Spoiler, change, what, column, row):
    """A part that misses or is wrong, a year that misses."""
    with refused(insee.SALARIED_ZONES, what, column=column, row=row):
        insee.salaried_jobs(_changed(spoil, change))
