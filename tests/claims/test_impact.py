"""What depends on a raw file, and what a changed copy of one moves: one file of each publisher."""

from __future__ import annotations

import csv
import gzip
import io
import json
import re
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path
from types import SimpleNamespace

import nbformat
import openpyxl
import pandas as pd
import pytest
from openpyxl.cell import Cell
from tests.fixtures import ROOT

from bassin.claims import impact
from bassin.claims.ledger import Ledger
from bassin.claims.report import impact_report, moves_report
from bassin.files.manifest import RAW
from bassin.files.sources import Sources
from bassin.study import Study

Change = Callable[[bytes], bytes]

# -- Changes: a function from the bytes of a file to those of a copy ------------------------------


def text(old: str, new: str, encoding: str = "utf-8") -> Change:
    """Replace a piece of text wherever it is found."""

    def change(data: bytes) -> bytes:
        assert old.encode(encoding) in data
        return data.replace(old.encode(encoding), new.encode(encoding))

    return change


def packed(change: Change) -> Change:
    """Change what is inside a gzip file."""
    return lambda data: gzip.compress(change(gzip.decompress(data)))


def rows(
    edit: Callable[[dict[str, str]], None], sep: str = ",", skip: int = 0, encoding: str = "utf-8"
) -> Change:
    """Edit each row of a delimited file in place."""

    def change(data: bytes) -> bytes:
        lines = data.decode(encoding).splitlines(keepends=True)
        table = csv.DictReader(lines[skip:], delimiter=sep)
        out = io.StringIO(newline="")
        writer = csv.DictWriter(out, table.fieldnames, delimiter=sep, lineterminator="\n")
        writer.writeheader()
        for row in table:
            edit(row)
            writer.writerow(row)
        return ("".join(lines[:skip]) + out.getvalue()).encode(encoding)

    return change


def table(edit: Callable[[pd.DataFrame], pd.DataFrame]) -> Change:
    """Edit a Parquet file."""

    def change(data: bytes) -> bytes:
        out = io.BytesIO()
        edit(pd.read_parquet(io.BytesIO(data))).to_parquet(out)
        return out.getvalue()

    return change


def sheet(name: str, edit: Callable[[dict[object, Cell]], None], head: int = 1) -> Change:
    """Edit each row of a sheet in place: its cells by what is written in a row of headers."""

    def change(data: bytes) -> bytes:
        book = openpyxl.load_workbook(io.BytesIO(data))
        lines = list(book[name].iter_rows())
        names = [cell.value for cell in lines[head - 1]]
        for line in lines[head:]:
            edit(dict(zip(names, line, strict=True)))
        out = io.BytesIO()
        book.save(out)
        return out.getvalue()

    return change


def drop_a_territory(data: bytes) -> bytes:
    """Take the last Territoire d'industrie out of the list."""
    collection = json.loads(data)
    del collection["features"][-1]
    return json.dumps(collection).encode()


def swap_two_communes(data: bytes) -> bytes:
    """Let Alès and La Grand-Combe change places."""
    collection = json.loads(data)
    places = {one["properties"]["code"]: one for one in collection["features"]}
    ales, mine = places["30007"], places["30132"]
    ales["geometry"], mine["geometry"] = mine["geometry"], ales["geometry"]
    return json.dumps(collection).encode()


def well_served_early(row: dict[str, str]) -> None:
    """Give the Gard more doctors than the country in both editions, in all that decide but one."""
    for column in ("apl_mg2016", "apl_mg2016_65", "apl_mg2018"):
        if row["code"].startswith("30") and row[column]:
            row[column] = "9.5"


def nothing_of_late(row: dict[str, str]) -> None:
    """Let nine tenths of what was consumed since the law have been consumed long before."""
    for year in ("naf21art22", "naf22art23", "naf23art24"):
        moved = int(row[year]) * 9 // 10
        row["naf09art10"] = str(int(row["naf09art10"]) + moved)
        row[year] = str(int(row[year]) - moved)


def low_colliery(row: dict[str, str]) -> None:
    if row["insee"] == "30132":
        row["altitude_moy"] = "10"


MINING_VALLEYS = {
    *("30051", "30077", "30080", "30130", "30132", "30142", "30152", "30159", "30203", "30239"),
    *("30268", "30307", "30345"),
}


def dear_hills(row: dict[str, str]) -> None:
    if row["INSEE_COM"] in MINING_VALLEYS and row["PrixMoyen_M2"] != "NA":
        row["PrixMoyen_M2"] = "9000"


def no_freight(row: dict[str, str]) -> None:
    if row["LIBELLE"] == "Salindres":
        row["FRET"] = "N"


def fires_elsewhere(row: dict[str, str]) -> None:
    if row["Département"] == "30":
        row["Code INSEE"] = "30189"


def low_unemployment(row: dict[object, Cell]) -> None:
    if row["ZE2020"].value == "7603":
        row["2022-T4"].value = 3.5


def nothing_difficult(row: dict[object, Cell]) -> None:
    if row["gd_secteur_bmo"].value == "Industrie":
        row["nb_proj_diff"].value = 0


def another_centre(row: dict[object, Cell]) -> None:
    """Let Alès and La Grand-Combe change inhabitants."""
    other = {"30007": "30132", "30132": "30007"}
    row["insee"].value = other.get(row["insee"].value, row["insee"].value)


def more_jobs_at_last(data: pd.DataFrame) -> pd.DataFrame:
    """Give the agglomeration three thousand private jobs more in 2022."""
    there = (data["echelon"] == "epci") & (data["year"] == 2022) & (data["code"] == "200066918")
    return data.assign(eff_total=data["eff_total"].mask(there, data["eff_total"] + 3_000))


def no_births(data: bytes) -> bytes:
    """Let deaths in Occitanie exceed births by far since 2016."""
    regions = json.loads(data)
    occitanie = next(one for one in regions if one["code"] == "76")
    occitanie["dm_sn_vtcam_1622"] = -1.5
    occitanie["dm_sma_vtcam_1622"] = round(occitanie["dm_pop_vtcam_1622"] + 1.5, 2)
    return json.dumps(regions).encode()


def no_flood_recognised(data: pd.DataFrame) -> pd.DataFrame:
    return data[~data["insee"].str.startswith("30") | (data["code_peril"] != "ICB")]


@dataclass(frozen=True)
class Case:
    """A change in one file, and the verdicts it moves.

    ``claims`` are those run again, all that rest on the file by default. ``restated`` are some of
    those whose sentence moves and whose verdict does not. ``refused`` is what a copy is refused for
    that another file at hand denies.
    """

    file: str
    change: Change
    moves: dict[str, tuple[str, str]] = field(default_factory=dict)
    restated: frozenset[str] = frozenset()
    claims: list[str] | None = None
    refused: str = ""


CASES = [
    Case(
        "anct/territoires_industrie_149.geojson",
        drop_a_territory,
        {"ti-number": ("confirmed by data", "differs")},
    ),
    # Fires are in the table of the two sides, and no claim is judged by them.
    Case(
        "bdiff/incendies_foret_2014_2024.csv",
        rows(fires_elsewhere, sep=";", skip=3),
        claims=["rev-plain-grows", "rev-reach"],
    ),
    Case(
        "ccr/catnat_decrees_1982_2024.parquet",
        table(no_flood_recognised),
        {
            "risk-floods": ("compatible", "not compatible"),
            # That land is unbuildable concludes from it, and that towns are apart from that.
            "risk-unbuildable": ("not obtained", "not compatible"),
            "rev-towns-apart": ("not obtained", "not compatible"),
        },
    ),
    Case(
        "cerema/conso_enaf_2009_2024_alesagglo.csv",
        rows(nothing_of_late, sep=";"),
        {"land-rarer": ("supported", "differs")},
        claims=["land-rarer"],
    ),
    # The line between the sides goes through the most populated commune. Another file counts the
    # same people, and says that it is not the one.
    Case(
        "dgcl/epcicom2023.xlsx",
        sheet("Epcicom2023", another_centre),
        claims=["care-north-west", "care-south-east"],
        refused="population_municipale_communes_2013_2023.csv",
    ),
    # The claims on the two sides share one table with the prices, and none is judged by them.
    Case(
        "dgfip/dvf_communes_2019.csv",
        rows(dear_hills, sep=";"),
        claims=["rev-plain-grows", "rev-telephone"],
    ),
    Case(
        "drees/apl_2016_2018_arcep_2019_communes.csv.gz",
        packed(rows(well_served_early)),
        {"care-north-west": ("compatible", "not compatible")},
        claims=["care-north-west", "care-south-east"],
    ),
    Case(
        "finess/finess_occitanie.csv",
        text("FILIERIS", "MINIERE"),
        {"care-filieris": ("compatible", "not compatible")},
        claims=["care-filieris"],
    ),
    # What the survey of 2019 denies is denied; what it bears out waits for those of the text.
    Case(
        "france_travail/bmo_2019_secteur.xlsx",
        sheet("Sheet1", nothing_difficult),
        {
            "skills-harder": ("not obtained", "not compatible"),
            "skills-tension": ("not obtained", "not compatible"),
        },
    ),
    # Other communes are north of Alès, and they do not lose inhabitants.
    Case(
        "ign/communes-30-gard.geojson",
        swap_two_communes,
        {"pop-north": ("confirmed by data", "differs")},
        claims=["pop-north"],
    ),
    Case(
        "insee/chomage-zone-t1-2003-t3-2023.xlsx",
        sheet("txcho_ze", low_unemployment, head=6),
        {
            "une-twelve": ("confirmed by data", "differs"),
            "une-thirty-years": ("not obtained", "differs"),
        },
    ),
    # The later periods are told beside the one the text is about.
    Case(
        "ptod/agg_reg.json",
        no_births,
        restated=frozenset({"pop-natural"}),
        claims=["pop-natural"],
    ),
    Case(
        "sncf/liste-des-gares_2024.csv",
        rows(no_freight, sep=";"),
        {"rev-freight": ("compatible", "differs")},
        claims=["rev-freight", "rev-line-closed"],
    ),
    Case(
        "toulouse_dataviz/hackaviz2019_par_commune.csv",
        rows(low_colliery, encoding="latin-1"),
        restated=frozenset({"rev-plain-grows"}),
        claims=["rev-plain-grows", "rev-reach"],
    ),
    Case(
        "urssaf/effectifs_prives_2014_2024.parquet",
        table(more_jobs_at_last),
        {"waves-total-2022": ("compatible", "differs")},
        claims=["waves-total-2022"],
    ),
]


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.file.split("/")[0])
def test_a_changed_copy_moves_the_verdicts_that_rest_on_it(
    study: Study, ledger: Ledger, tmp_path: Path, case: Case
):
    """Check which verdicts move, and which sentences, when values of one file change."""
    copy = tmp_path / Path(case.file).name
    copy.write_bytes(case.change((study.sources.root / RAW / case.file).read_bytes()))
    moves = impact.rerun(study, ledger.verdicts, case.file, copy, claims=case.claims)
    assert (case.refused in moves.refused) if case.refused else moves.refused == ""
    if case.refused:
        return
    assert len(moves.checked) >= 1
    assert set(case.claims or moves.checked) == set(moves.checked)
    found = moves.verdicts[["before", "after"]].apply(tuple, axis=1).to_dict()
    assert (found, case.restated - set(moves.restated)) == (case.moves, set())
    said = moves_report(case.file, moves)
    for claim, (before, after) in case.moves.items():
        assert f"  {claim}: {before} -> {after}" in said
    assert case.moves or "No verdict moves." in said


def test_every_publisher_has_a_case(ledger: Ledger, real: Sources):
    """A new publisher's file that a claim rests on is not left without its changed copy."""
    rests = {file for files in ledger.verdicts["files"] for file in files}
    publishers = {file.split("/")[0] for file in real.manifest.index if file in rests}
    assert publishers == {case.file.split("/")[0] for case in CASES}


def test_a_file_that_no_check_rests_on_moves_nothing(study, ledger: Ledger, tmp_path: Path):
    """The report gives that as the reason."""
    file, copy = "dgfip/dvf_epci_2010_2024.parquet", tmp_path / "copy.parquet"
    copy.write_bytes(b"anything")
    moves = impact.rerun(study, ledger.verdicts, file, copy)
    assert moves_report(file, moves) == f"No check rests on {file}: no verdict can move."
    listed = impact_report(file, ledger.files.loc[file], ledger.verdicts)
    assert "0 claim(s) whose checks rest on it:" in listed


def test_a_copy_that_its_reader_refuses_is_reported(study, ledger: Ledger, tmp_path: Path):
    """A copy is let past the hash, and past nothing else."""
    file, copy = "sncf/liste-des-gares_2024.csv", tmp_path / "copy.csv"
    copy.write_bytes(b"CODE_UIC;LIBELLE\n1;Nowhere\n")
    moves = impact.rerun(study, ledger.verdicts, file, copy, claims=["rev-freight"])
    assert moves_report(file, moves).startswith(f"The copy of {file} is refused: DataError: {file}")
    assert study.sources.read(file) != copy.read_bytes()


def test_what_rests_on_a_file_is_listed():
    """Claims by what their checks read, exhibits by what was read to make them."""
    claims = pd.DataFrame(
        {"chapter": ["north", "north", "south"], "files": [["a.csv"], ["b.csv"], ["b.csv"]]},
        index=["one", "two", "three"],
    ).assign(statement="So it is.", verdict="differs", grade="A")
    shown = pd.DataFrame(
        {
            "files": [
                ["a.csv", "b.csv", "study/200066918/claims.csv"],
                ["c.csv", "a.csv"],
                ["c.csv"],
            ]
        },
        index=["tab-north-claims", "map-one", "fig-two"],
    )
    manifest = pd.DataFrame({"publisher": "INSEE", "title": "T"}, ["a.csv", "b.csv", "c.csv", "d"])
    found = impact.by_file(claims, shown, SimpleNamespace(manifest=manifest))
    assert found["claims"].to_dict() == {
        "a.csv": ["one"],
        "b.csv": ["two", "three"],
        "c.csv": [],
        "d": [],
    }
    assert found["exhibits"].to_dict() == {
        "a.csv": ["tab-north-claims", "map-one"],
        "b.csv": ["tab-north-claims"],
        "c.csv": ["map-one", "fig-two"],
        "d": [],
    }
    said = impact_report("a.csv", found.loc["a.csv"], claims)
    assert said.startswith("a.csv: INSEE, T")
    assert "1 claim(s) whose checks rest on it:" in said
    assert said.endswith(
        "2 figure(s), map(s), table(s) that rest on it:\n  tab-north-claims\n  map-one"
    )
    said = impact_report("a.csv", found.loc["a.csv"], claims, unlisted="No chapter is executed.")
    assert said.endswith("tables that rest on it: not listed. No chapter is executed.")


def test_each_claim_is_placed_by_an_exhibit_of_the_chapters(ledger: Ledger):
    """The list of claims gives none that no chapter makes, and each the chapter of its claims."""
    made = {}
    for path in sorted((ROOT / "notebooks").glob("*.ipynb")):
        cells = nbformat.read(path, as_version=4).cells
        code = "\n".join(cell.source for cell in cells if cell.cell_type == "code")
        names = re.findall(r'\bexhibit\(\s*"((?:fig|map|tab)-[a-z0-9-]+)"', code)
        made |= dict.fromkeys(names, path.stem)
    placed = ledger.verdicts["section"]
    assert set(placed) <= set(made)
    assert placed.map(made).groupby(ledger.verdicts["chapter"]).nunique().eq(1).all()


def test_claims_near_a_series_rest_on_its_family(toy: Sources):
    """Those on another level or table of it; not those on other series, nor on none."""
    files = {
        "a": ["insee/FILO2019_DISP_COM.csv", "insee/v_region_2023.csv"],
        "b": ["insee/v_region_2023.csv"],
        "c": [],
    }
    assert impact.near("filosofi.epci", files, toy) == ["a"]
    assert impact.near("cog.regions", files, toy) == ["a", "b"]
