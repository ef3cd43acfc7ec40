"""Nine files written by hand are an indicator, with its raw file, its figure and its claim."""

from __future__ import annotations

import dataclasses
import importlib
import re
import shutil
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from types import ModuleType

import pandas as pd
import pytest
from tests.fixtures import ROOT
from tests.fixtures.places import MINEVILLE
from tests.fixtures.spoil import Spoiler
from tests.fixtures.studied import write_text

import bassin.read
from bassin.claims import judging
from bassin.errors import DataError
from bassin.files.sources import Sources
from bassin.files.trace import recording
from bassin.files.transcribed import of_study
from bassin.indicators import catalogue
from bassin.indicators.declaration import Indicator, Ratio, Read, Sum
from bassin.places.membership import codes
from bassin.places.national import EVERY
from bassin.read import _reused
from bassin.show import coverage, maps
from bassin.study import ALES_AGGLOMERATION, Study
from bassin.topics.national import TABLES, National
from bassin.words import WordError, current, exhibit, format_of
from bassin.words.en import indicators as en
from bassin.words.language import load
from bassin.words.writing import shown


def test_a_new_declaration_is_in_every_table(toy: Sources, monkeypatch: pytest.MonkeyPatch):
    """Its values, label, sentence, files, coverage and the words of its map; no other file."""
    new = dataclasses.replace(
        catalogue.find("car_pct"), key="toy_workers", rule=Sum("workers"), unit="jobs", fmt=",.0f"
    )
    monkeypatch.setattr(catalogue, "INDICATORS", {**catalogue.INDICATORS, new.key: new})
    monkeypatch.setattr(en, "LABELS", {**en.LABELS, new.key: "Workers, 2021"})
    monkeypatch.setattr(en, "COUNTS", {**en.COUNTS, new.key: "Employed residents."})
    line = coverage.declared(toy).set_index("indicator").loc["Workers, 2021"]
    assert (line["counts"], line["added"]) == ("Employed residents.", "sum")
    assert line["files"].startswith(new.reads[0].file)
    france = National(toy)
    reach = coverage.lines(france.coverage([new.key])).iloc[0]
    assert (reach["indicator"], reach["of"]) == ("Workers, 2021", "RP 2021")
    assert reach["known"] > 0
    assert france.by_commune(new.key).at["30001", "value"] == 300
    assert format_of(new.key) == ",.0f"
    assert shown(new.key, "map")["label"] == "Workers, 2021"


#: What is written by hand, in the order of data/README.md; a notebook is a call here.
BY_HAND = (
    "raw/<publisher>/<file>",
    "sources.csv",
    "geographies.csv",
    "src/bassin/read/<publisher>.py",
    "src/bassin/topics/<topic>/national.py",
    "src/bassin/indicators/declared/<subject>.py",
    "src/bassin/words/en/indicators.py",
    "notebooks/<chapter>.ipynb",
    "study/200066918/claims.csv",
)
#: Where the reader of the new file may be: a publisher of one module, and those that are a folder,
#: where it is a module beside the others.
PUBLISHERS = ("toy", "insee", "anct")
MODULE = '''"""A new reader."""
from bassin.read._parse import numbers, read_csv
from bassin.read._reused import reused
from bassin.read._schema import check, commune_index, count

FILE = "{publisher}/panels_2021.csv"


@reused
def panels(sources):
    """Roofs and those with panels, by commune."""
    raw = read_csv(sources, FILE, columns=["code", "roofs", "panels"])
    table = raw.set_index("code").apply(numbers, file=FILE)
    return check(table, FILE, sources, {{"roofs": count(), "panels": count()}}, commune_index())
'''


def test_the_data_folder_lists_these_files():
    """As many as there are, each by its path."""
    text = (ROOT / "data" / "README.md").read_text(encoding="utf-8")
    section = text.partition("## Add an indicator\n")[2].partition("\n## ")[0]
    assert tuple(re.findall(r"^\d+\. `([^`]+)`", section, re.MULTILINE)) == BY_HAND


def national(sources: Sources, read: Callable[[Sources], pd.DataFrame]) -> pd.DataFrame:
    """The table of the new indicator by commune of France."""
    return EVERY.lay(sources, read(sources))


@dataclasses.dataclass(frozen=True)
class Added:
    """The toy study once an indicator, its file, its map and its claim are added."""

    study: Study
    file: str


def reader_of(publisher: str, folder: Path, monkeypatch: pytest.MonkeyPatch) -> ModuleType:
    """The module of the new reader, imported as a national table imports it."""
    parent = (
        bassin.read if publisher == "toy" else importlib.import_module(f"bassin.read.{publisher}")
    )
    stem = publisher if publisher == "toy" else "panels"
    folder.mkdir()
    (folder / f"{stem}.py").write_text(MODULE.format(publisher=publisher), encoding="utf-8")
    monkeypatch.setattr(parent, "__path__", [*parent.__path__, str(folder)])
    name = f"{parent.__name__}.{stem}"
    monkeypatch.delitem(sys.modules, name, raising=False)
    monkeypatch.setattr(parent, stem, None, raising=False)
    importlib.invalidate_caches()
    try:
        return importlib.import_module(name)
    finally:
        sys.modules.pop(name, None)


@pytest.fixture(params=PUBLISHERS)
def nine(
    request: pytest.FixtureRequest,
    spoil: Spoiler,
    toy: Sources,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> Added:
    """An indicator of a file of each kind of publisher, added by the nine."""
    monkeypatch.setattr(_reused, "READERS", {**_reused.READERS})
    module = reader_of(request.param, tmp_path / "readers", monkeypatch)
    file, read = module.FILE, module.panels
    rows = "".join(f"{code},20,{5 if code == '30001' else 1}\n" for code in codes(toy))
    spoil.add(file, f"code,roofs,panels\n{rows}".encode())  # raw file and its row
    spoil.relist(file, period="2021", rows=len(codes(toy)))
    reader = f"{module.__name__.removeprefix('bassin.read.')}.panels"
    with (spoil.root / "geographies.csv").open("a", encoding="utf-8") as stream:
        stream.write(f"{reader},,communes,2023-01-01,france,all,,,\n")
    monkeypatch.setitem(TABLES, "reach.panels", lambda sources: national(sources, read))
    new = Indicator(
        key="toy_panels_pct",
        table="reach.panels",
        rule=Ratio("panels", "roofs"),
        reads=(Read(file, ("roofs", "panels")),),
        vintage="2021",
        since=2021,
        until=2021,
        unit="percent",
        fmt=".1f",
    )
    monkeypatch.setattr(catalogue, "INDICATORS", {**catalogue.INDICATORS, new.key: new})
    monkeypatch.setattr(en, "LABELS", {**en.LABELS, new.key: "Roofs with panels, 2021"})
    monkeypatch.setattr(en, "COUNTS", {**en.COUNTS, new.key: "Roofs with panels, of all roofs."})
    for name in ("claims.csv", "headings.csv"):
        of_ales = ROOT / "data" / of_study(ALES_AGGLOMERATION, name)
        shutil.copy(of_ales, spoil.root / of_study(MINEVILLE, name))
    write_text(spoil.root)
    path = spoil.root / of_study(MINEVILLE, "claims.csv")
    header = path.read_text(encoding="utf-8").partition("\n")[0].split(",")
    row = dict.fromkeys(header, "") | {
        "id": "toy-panels",
        "chapter": "population",
        "locus": "chapter 2",
        "lines": "473",
        "topic": "roofs",
        "section": "map-toy-panels",
        "statement": "Share of the roofs that have panels",
        "published": "6.7",
        "unit": "%",
        "period": "2021",
        "area": "Bassin de Mineville",
        "kind": "number",
        "rounding": "0.05",
        "rounds": "nearest",
        "tolerance": "0.5",
        "tolerance_basis": "sampling",
        **dict.fromkeys(("match_period", "match_perimeter", "match_definition"), "yes"),
        "importance": "detail",
        "check": "indicator:toy_panels_pct",
        "expected": "confirmed by data",
    }
    path.write_text(f"{','.join(header)}\n{','.join(row.values())}\n", encoding="utf-8")
    load.cache_clear()  # the words are gathered once
    return Added(Study("200000018", sources=Sources(spoil.root)), file)


@pytest.fixture(autouse=True)
def _words_as_they_were() -> Iterator[None]:
    """No other test meets the words of these."""
    yield
    load.cache_clear()


def test_a_file_its_indicator_its_map_and_its_claim(nine: Added):
    """Nothing but the nine: value, map with a caption, verdict with a sentence."""
    study = nine.study
    values = study.selected.by_commune("toy_panels_pct")
    assert (values["30001"], values["30002"]) == (25.0, 5.0)
    with recording():
        map_of_it = maps.choropleth(
            study.territory.mapped(study.selected.by_commune("toy_panels_pct").to_frame("value")),
            "value",
            bins=[10],
            **exhibit("map-toy-panels", shows="toy_panels_pct"),
        )
    assert nine.file in map_of_it.payload["cites"]
    assert map_of_it.caption == (
        "Roofs with panels, 2021 (%, edition 2021). Roofs with panels, of all roofs."
    )
    assert "Roofs with panels, 2021 from 5.0% in" in map_of_it.alt
    claim = judging.verdicts(study.all_claims, study).loc["toy-panels"]
    assert (claim["verdict"], claim["grade"]) == ("confirmed by data", "A")
    assert claim["found"] == pytest.approx(100 * 16 / 240)
    assert claim["finding"] == (
        "Roofs with panels, 2021: 6.7% (edition 2021, known for all inhabitants). "
        "Roofs with panels, of all roofs."
    )
    assert nine.file in claim["files"]


def test_its_table_is_held_against_its_geography(nine: Added, spoil: Spoiler):
    """The row of the geographies is read: a commune that is gone is missed."""
    sources = spoil.data(nine.file, lambda data: data.replace(b"30001,20,5\n", b""))
    sources = spoil.relist(nine.file, rows=sources.rows(nine.file) - 1)
    with pytest.raises(DataError, match="30001"):
        Study("200000018", sources=sources).selected.by_commune("toy_panels_pct")


def test_an_exhibit_without_words_needs_an_indicator():
    """Else nothing could be said of it; nor of a table, whose columns have names."""
    with pytest.raises(WordError, match="no EXHIBITS of 'map-toy-panels'"):
        exhibit("map-toy-panels")
    with pytest.raises(WordError, match="no EXHIBITS of 'tab-toy-panels'"):
        exhibit("tab-toy-panels", shows="car_pct")
    assert exhibit("fig-toy-car", shows="car_pct")["caption"].startswith("Workers who drive")
    assert exhibit("map-apl", shows="gp_2023")["caption"] == current().exhibit("map-apl")["caption"]
