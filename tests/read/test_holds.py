"""Sets of codes: what a table must hold, what it may lack, and what it may have besides."""

from __future__ import annotations

import csv
from collections.abc import Callable
from pathlib import Path

import pandas as pd
import pytest
from tests.fixtures.spoil import Spoiler, refused

from bassin.errors import SourceError
from bassin.files.sources import Sources
from bassin.files.trace import recording
from bassin.read import _holds, anct, editions, insee
from bassin.read._reused import calls
from bassin.read.insee.places import communes_on

FILE = "anct/densite.csv"
TABLE = "anct.communes.density_2025"


def declare(root: Path, **cells: str) -> Sources:
    """Write a list of one table that holds all communes of 2023, but for the cells given."""
    row = dict.fromkeys(_holds.COLUMNS, "")
    row |= {"table": TABLE, "places": "communes", "day": "2023-01-01", "field": "france"}
    row |= {"whole": "all", **cells}
    with (root / _holds.GEOGRAPHIES).open("w", encoding="utf-8", newline="") as stream:
        writer = csv.DictWriter(stream, _holds.COLUMNS)
        writer.writeheader()
        writer.writerow(row)
    return Sources(root)


@pytest.fixture
def whole(spoil: Spoiler) -> list[str]:
    """Communes of the toy France of 2023."""
    return [*insee.communes(Sources(spoil.root)).index]


def without(code: str) -> Callable[[bytes], bytes]:
    """Drop the line of a commune."""
    return lambda data: b"".join(
        line for line in data.splitlines(keepends=True) if code.encode() not in line
    )


def test_a_table_that_holds_what_is_declared_is_read(spoil: Spoiler, whole: list[str]):
    """All communes are there; what is known to be absent or in excess is taken."""
    held = {*anct.density_2025(Sources(spoil.root)).index}
    lists = {"absent": {*whole} - held, "others": held - {*whole}}
    cells = {name: " ".join(sorted(codes)) for name, codes in lists.items()}
    sources = declare(spoil.root, **cells, reason="as in the toy files")
    assert {*anct.density_2025(sources).index} == held


@pytest.mark.parametrize("rows", [1, 3])
def test_lost_communes_are_named_and_counted(spoil: Spoiler, whole: list[str], rows: int):
    """The hash and the row count follow the loss; the codes do not."""
    held = [*anct.density_2025(Sources(spoil.root)).index.intersection(whole)]
    lost = held[2 : 2 + rows]
    for code in lost:
        spoil.data(FILE, without(code))
    spoil.relist(FILE, rows="")
    others = {*anct.density_2025(Sources(spoil.root)).index} - {*whole}
    absent = {*whole} - {*held}
    sources = declare(
        spoil.root, absent=" ".join(absent), others=" ".join(others), reason="as in the toy files"
    )
    with refused(
        FILE, f"^{rows} communes of 2023-01-01 missing: {lost[0]}", column="code", row=lost[0]
    ):
        anct.density_2025(sources)


def test_a_code_that_no_list_has_is_named(spoil: Spoiler, whole: list[str]):
    """A table of some communes has no other."""
    held = anct.density_2025(Sources(spoil.root)).index
    strange = sorted({*held} - {*whole})
    one = held[0]
    spoil.data(FILE, lambda data: data.replace(one.encode(), b"98765"))
    sources = declare(spoil.root, whole="some", others=" ".join(strange), reason="toy files")
    with refused(FILE, "^1 communes of 2023-01-01 unknown: 98765", column="code", row="98765"):
        anct.density_2025(sources)


@pytest.mark.parametrize("arrondissements", [19, 15])
def test_a_city_of_arrondissements_is_whole_or_missing(arrondissements: int):
    """Nineteen of the twenty of Paris are not Paris."""
    held = _holds.Held("t", "", "communes", "2023-01-01", "france", True, frozenset(), frozenset())
    codes = pd.Index([f"751{rank:02d}" for rank in range(1, arrondissements + 1)])
    with refused("f", f"^{arrondissements} of the 20 arrondissements", row="75056"):
        _holds._compare("f", held, {"75056"}, codes, "")
    paris = pd.Index([f"751{rank:02d}" for rank in range(1, 21)])
    _holds._compare("f", held, {"75056"}, paris, "")


def test_a_year_that_lost_a_commune_is_told_from_the_others():
    """Of a table by commune and year each year holds them all."""
    index = pd.MultiIndex.from_tuples(
        [("a", 2022), ("b", 2022), ("a", 2023)], names=["code", "year"]
    )
    table = pd.DataFrame({"n": [1, 2, 3]}, index=index)
    assert [(year, [*codes]) for year, codes in _holds._codes_of(table, "code")] == [
        ("2022", ["a", "b"]),
        ("2023", ["a"]),
    ]


def test_communes_of_a_day_are_those_of_the_next_with_its_events_undone(toy: Sources):
    """A merger undone gives its parts, and takes nothing else away."""
    events = insee.commune_events(toy)
    last = events["date"].max()
    after = communes_on(toy, last)
    before = communes_on(toy, str(pd.Timestamp(last) - pd.Timedelta(days=1))[:10])
    day = events[events["date"] == last]
    assert before - after <= {*day["before"]}
    assert after - before <= {*day["after"]}
    assert before | after <= communes_on(toy, _holds.EVER)


def test_what_a_check_reads_is_no_source_of_the_table(spoil: Spoiler, whole: list[str]):
    """The lists of communes are read for the check, and the table does not rest on them."""
    held = {*anct.density_2025(Sources(spoil.root)).index}
    cells = {"absent": " ".join({*whole} - held), "others": " ".join(held - {*whole})}
    sources = declare(spoil.root, **cells, reason="toy files")
    with recording() as noted:
        anct.density_2025(sources)
    assert noted.files == {FILE}


@pytest.mark.parametrize(
    "cells",
    [
        *({"places": "villages"}, {"whole": "most"}, {"absent": "30007"}),
        *({"absent": "30007", "reason": " "}, {"day": "2023-13-45"}, {"day": ""}),
        *({"field": "frnace"}, {"table": "anct.communes.density_2026"}, {"table": "nobody.at"}),
    ],
    ids=str,
)
def test_a_row_that_says_nothing_is_refused(spoil: Spoiler, cells: dict[str, str]):
    """Places of no kind, a reason of blanks, no day, no part of the country, no reader."""
    with pytest.raises(SourceError, match=f"row '{cells.get('table', TABLE)}'"):
        anct.density_2025(declare(spoil.root, **cells))


def test_every_declared_table_is_one_of_a_reader(real: Sources):
    """A reader that is renamed leaves no row behind."""
    editions.every_reader()
    names = {call.name for call in calls(real)}
    known = names | {name.partition("(")[0] for name in names}
    assert {*_holds.declared(real)} <= known


def test_tables_of_communes_are_declared(real: Sources):
    """Every table by commune says which it holds, but those of a few communes, as found."""
    editions.every_reader()
    sets = _holds.declared(real)
    assert sum(held.places == "communes" for held in sets.values()) > 40
    assert sum(held.whole for held in sets.values()) > 30


def test_what_a_table_lacks_is_told_of_its_part_of_the_country(toy: Sources):
    """Of one departement, no commune of another is missing."""
    held = _holds.Held(
        "", "code", "communes", "2023-01-01", _holds.ASKED, True, frozenset(), frozenset()
    )
    census = insee.iris_census(toy, "30")
    missing, unknown = _holds.apart(toy, held, ["30"], census)
    assert (missing, unknown) == ({"30015"}, set())


def test_a_list_that_is_emptied_is_refused(spoil: Spoiler):
    """It would turn off what holds the places; so would one in another encoding."""
    declare(spoil.root)
    path = spoil.root / _holds.GEOGRAPHIES
    text = path.read_text(encoding="utf-8")
    for data, said in (
        (b"", "its header is to be"),
        (text.splitlines()[0].encode() + b"\n", "has no row"),
        (text.encode("utf-16"), "is not UTF-8"),
        (text.replace("all", '"all', 1).encode(), "no table to read"),
    ):
        path.write_bytes(data)
        with pytest.raises(SourceError, match=said):
            anct.density_2025(Sources(spoil.root))
