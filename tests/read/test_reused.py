"""Every public reader reads its file once for each set of sources."""

from __future__ import annotations

import importlib
import inspect
import pkgutil
import re
from collections.abc import Callable, Iterator
from pathlib import Path

import pandas as pd
import pytest

from bassin import read
from bassin.files.sources import Sources
from bassin.files.trace import recording
from bassin.read import _reused, bdiff, ccr, printed
from bassin.read._reused import reused
from bassin.study import ALES_AGGLOMERATION


@pytest.fixture(autouse=True)
def _readers_of_the_library_alone(monkeypatch: pytest.MonkeyPatch) -> None:
    """What a test makes a reader of is none to the tests that read all of them."""
    monkeypatch.setattr(_reused, "READERS", dict(_reused.READERS))


def test_a_reused_reader_reads_once_for_each_sources(toy_root: Path):
    """Each caller has a copy of its own; another Sources, or a changed file, reads anew."""
    runs = []

    @reused
    def read(sources: Sources, n: int) -> pd.DataFrame:
        runs.append(n)
        sources.read("insee/v_region_2023.csv")
        return pd.DataFrame({"n": [n]})

    sources = Sources(toy_root)
    first = read(sources, 1)
    first.loc[0, "n"] = 99
    with recording() as noted:
        assert read(sources, 1)["n"].tolist() == [1]
    assert noted.files == {"insee/v_region_2023.csv"}
    read(sources, 2)
    assert runs == [1, 2]
    copy = toy_root / "raw" / "insee/v_region_2023.csv"
    with sources.replaced("insee/v_region_2023.csv", copy):
        read(sources, 1)
    read(sources, 1)
    read(Sources(toy_root), 1)
    assert runs == [1, 2, 1, 1, 1]


#: How the annotation of what cannot be a key begins.
NO_KEY = re.compile(r"(Collection|Iterable|Mapping|Sequence|dict|list|set)\b")
TABLE = re.compile(r"(pd\.DataFrame|pd\.Series|gpd\.GeoDataFrame|gpd\.GeoSeries)\b")


def public_readers() -> Iterator[tuple[str, Callable[..., object]]]:
    """Functions of the readers that take sources and what can be a key, and give a table."""
    for found in pkgutil.walk_packages(read.__path__, f"{read.__name__}."):
        module = importlib.import_module(found.name)
        for name, function in inspect.getmembers(module, inspect.isfunction):
            shape = inspect.signature(function)
            first, *others = [str(part.annotation) for part in shape.parameters.values()] or [""]
            if (
                function.__module__ == found.name
                and "._" not in f"{found.name}.{name}"
                and first == "Sources"
                and TABLE.match(str(shape.return_annotation))
                and not any(NO_KEY.match(other) for other in others)
            ):
                yield f"{found.name}.{name}", function


def is_reused(function: Callable[..., object]) -> bool:
    """Whether a function is what :func:`bassin.read._reused.reused` returns."""
    return function.__code__ is reused(ccr.disaster_decrees).__code__


def test_every_public_reader_is_reused():
    """One that is not would parse its file again for each topic that asks."""
    readers = dict(public_readers())
    assert {"bassin.read.bdiff.forest_fires", "bassin.read.insee.places.epci"} <= set(readers)
    anew = [name for name, function in readers.items() if not is_reused(function)]
    assert anew == ["bassin.read.drees.apl_years"]  # it joins tables that are kept


def test_a_reader_that_is_not_would_be_found():
    """What it wraps is not."""
    assert not is_reused(inspect.unwrap(bdiff.forest_fires))


def test_no_cell_can_be_written_into(real: Sources):
    """Copy-on-write keeps the columns of callers apart, and not what a cell holds."""
    first = printed.claims(real, ALES_AGGLOMERATION, "territory")
    first.loc[:, "chapter"] = "other"
    assert set(printed.claims(real, ALES_AGGLOMERATION, "territory")["chapter"]) == {"territory"}
    for column in printed.claims(real, ALES_AGGLOMERATION).columns:
        cells = printed.claims(real, ALES_AGGLOMERATION)[column]
        assert not cells.map(lambda cell: isinstance(cell, list | dict | set)).any()


@pytest.mark.parametrize("read_it", [bdiff.forest_fires, ccr.disaster_decrees])
def test_a_table_kept_is_the_one_read(toy: Sources, read_it: Callable[[Sources], pd.DataFrame]):
    """The same rows, in a table that the caller may change."""
    kept = read_it(toy)
    kept["code"] = ""
    pd.testing.assert_frame_equal(read_it(toy), inspect.unwrap(read_it)(toy))
