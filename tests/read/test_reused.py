"""Every public reader reads its file once for each set of sources."""

from __future__ import annotations

import importlib
import inspect
import pkgutil
import re
from collections.abc import Callable, Iterator

import pandas as pd
import pytest

from bassin import read
from bassin.files.sources import Sources
from bassin.read import bdiff, ccr, transcribed
from bassin.read._table import reused

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
    """Whether a function is what :func:`bassin.read._table.reused` returns."""
    return function.__code__ is reused(ccr.disaster_decrees).__code__


def test_every_public_reader_is_reused():
    """One that is not would parse its file again for each topic that asks."""
    readers = dict(public_readers())
    assert {"bassin.read.bdiff.forest_fires", "bassin.read.insee.places.epci_2023"} <= set(readers)
    assert [name for name, function in readers.items() if not is_reused(function)] == []


def test_a_reader_that_is_not_would_be_found():
    """What it wraps is not."""
    assert not is_reused(inspect.unwrap(bdiff.forest_fires))


def test_no_cell_can_be_written_into(real: Sources):
    """Copy-on-write keeps the columns of callers apart, and not what a cell holds."""
    first = transcribed.claims(real, "territory")
    first.loc[:, "chapter"] = "other"
    assert set(transcribed.claims(real, "territory")["chapter"]) == {"territory"}
    for column in transcribed.claims(real).columns:
        cells = transcribed.claims(real)[column]
        assert not cells.map(lambda cell: isinstance(cell, list | dict | set)).any()


@pytest.mark.parametrize("read_it", [bdiff.forest_fires, ccr.disaster_decrees])
def test_a_table_kept_is_the_one_read(toy: Sources, read_it: Callable[[Sources], pd.DataFrame]):
    """The same rows, in a table that the caller may change."""
    kept = read_it(toy)
    kept["code"] = ""
    pd.testing.assert_frame_equal(read_it(toy), inspect.unwrap(read_it)(toy))
