"""How files are named at the foot of an exhibit."""

from __future__ import annotations

from dataclasses import replace

import pandas as pd
import pytest
from tests.fixtures import ROOT

from bassin.files.named import MOST, PERIMETERS, Listed, joined, named
from bassin.show.exhibit import cited
from bassin.words import speaking

INCOME = Listed("insee/income.csv", "INSEE", "Income", "2020")
CODES = Listed("insee/v_region_2023.csv", "INSEE", "COG 2023: regions", "2023")
MEMBERS = Listed("dgcl/epcicom2023.xlsx", "DGCL", "Members", "2023")


def test_titles_are_by_publisher_and_the_perimeters_last():
    """Each publisher once for its titles, and once among the perimeters."""
    jobs = Listed("insee/jobs.csv", "INSEE", "Jobs", "2023")
    land = Listed("cerema/land.csv", "Cerema", "Land", "2009-2024")
    line = named([MEMBERS, INCOME, CODES, land, jobs])
    assert cited(line) == (
        "Cerema, *Land* (2009-2024); INSEE, *Income* (2020), *Jobs* (2023); perimeters: DGCL, INSEE"
    )
    assert sorted(line.files) == sorted(one.file for one in (MEMBERS, INCOME, CODES, land, jobs))


def test_perimeters_alone_are_named_as_any_file():
    """What is shown is they; not so beside the lines of a text."""
    assert cited(named([CODES, MEMBERS], beside=True)) == "perimeters: DGCL, INSEE"
    assert cited(named([CODES, MEMBERS])) == "DGCL, *Members* (2023); INSEE, *COG 2023: regions*"


@pytest.mark.parametrize("more", [0, 1])
def test_too_many_titles_are_counted_by_publisher(more: int):
    """From one more on; what is shared alike keeps its title, and no file is left out."""
    files = [Listed(f"a/{n}.csv", "INSEE", f"Title {n}", "") for n in range(MOST - 2 + more)]
    files += [Listed("b.csv", "DREES", "Access", ""), MEMBERS]
    alike = Listed("o.csv", "IGN", "Outlines", "", shared_alike="ODbL")
    line = named([*files, alike])
    text = cited(line)
    assert ("*Title 0*" in text) == (not more)
    assert ("DREES (1 file), INSEE (5 files), each named below" in text) == bool(more)
    assert text.endswith("; IGN, *Outlines* [ODbL]; perimeters: DGCL")
    assert set(line.files) == {one.file for one in (*files, alike)}


def test_one_title_in_several_files_is_named_once():
    """Parts of one publication."""
    parts = [Listed(f"r.{end}", "IGN", "ROUTE 500", "2012") for end in ("shp", "dbf")]
    assert cited(named(parts)) == "IGN, *ROUTE 500* (2012)"
    assert cited(joined([INCOME.cited, INCOME.cited])) == "INSEE, *Income* (2020)"


def test_what_a_publisher_writes_is_text():
    """Its asterisks are no markup."""
    line = cited(named([Listed("a.csv", "A*B", "C_ *d*", "2020 *e*")]))
    assert line == "A\\*B, *C\\_ \\*d\\** (2020 \\*e\\*)"


def test_publishers_and_titles_are_in_the_language_spoken():
    """Wherever they stand: with their titles, counted, among the perimeters."""
    people = Listed("insee/a.csv", "INSEE (compiled by NTD)", "Main rivers of France", "RP 2020")
    many = [replace(INCOME, file=f"{n}.csv", title=str(n), publisher="DREES") for n in range(9)]
    with speaking("fr"):
        line = cited(named([people, CODES]))
        counted = cited(named([*many, people]))
    assert line == (
        "Insee (compilation de NTD), *Principaux cours d’eau de France* (RP 2020)\u202f; "
        "périmètres\u202f: Insee"
    )
    assert counted.startswith("Drees (9 fichiers), Insee (compilation de NTD) (1 fichier), chacun")


def test_each_pattern_of_the_perimeters_is_of_a_file_at_hand():
    """None is left behind by a file that is gone, and none takes a table of numbers."""
    listed = pd.read_csv(ROOT / "data" / "sources.csv", dtype=str, keep_default_na=False)
    found = {
        pattern: [
            file
            for file in listed["file"]
            if Listed(file, "", "", "").is_perimeter
            and pd.Series([file]).str.fullmatch(pattern.replace(".", r"\.").replace("*", ".*"))[0]
        ]
        for pattern in PERIMETERS
    }
    assert [pattern for pattern, files in found.items() if not files] == []
    kinds = set(listed.set_index("file").loc[[f for fs in found.values() for f in fs], "dataset"])
    assert kinds == {
        "",
        "bmo.basins",
        "cog.communes",
        "cog.departements",
        "cog.events",
        "cog.regions",
        "communes-of-epci",
        "communes-of-zones",
        "epci-history",
        "epci-members",
        "outlines.france",
        "outlines.metropole",
    }
