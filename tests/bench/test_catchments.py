"""The benchmark measures what it says: both packages on one table, and ratios only."""

import importlib.util
import sys
from pathlib import Path

import numpy as np
import pandas as pd
import pytest
from tests.fixtures import ROOT

from bassin.models.catchments import OriginDestination

FILE = ROOT / "bench" / "catchments.py"


@pytest.fixture(scope="module")
def bench():
    """The script as a module."""
    spec = importlib.util.spec_from_file_location("catchments", FILE)
    module = importlib.util.module_from_spec(spec)
    sys.modules["catchments"] = module
    spec.loader.exec_module(module)
    return module


@pytest.fixture(scope="module")
def stored(bench, tmp_path_factory) -> Path:
    """Sixty towns on a line, a minute apart, with no doctor to three."""
    codes = pd.Index([f"{i:05d}" for i in range(60)])
    at = np.arange(60)
    rows, columns = np.nonzero(np.abs(at[:, None] - at) <= 30)
    pairs = pd.DataFrame(
        {"origin": codes[rows], "destination": codes[columns], "minutes": np.abs(rows - columns)}
    )
    counts = pd.DataFrame({"doctors": at % 4, "people": 100 + at}, index=codes)
    file = tmp_path_factory.mktemp("bench") / "table.npz"
    bench.store(OriginDestination.from_table(pairs, 30), counts, file)
    return file


@pytest.mark.parametrize(
    "measure", ["2SFCA", "E2SFCA, zones", "E2SFCA, Gaussian", "3SFCA, zones", "ratio"]
)
def test_both_packages_get_one_table_and_give_one_sum(bench, stored, measure):
    """Check that what is timed is the same work."""
    ours, theirs = (bench.child(side, measure, str(stored), 1) for side in ("ours", "theirs"))
    assert ours["check"] == pytest.approx(theirs["check"], rel=1e-9)
    assert min(ours["seconds"], theirs["seconds"]) > 0


def test_the_sum_tells_two_measures_apart(bench, stored):
    """Inhabitants times access alone is the number of doctors, whatever the decay."""
    sums = {m: bench.child("ours", m, str(stored), 1)["check"] for m in list(bench.OURS)[:3]}
    assert len({round(value, 6) for value in sums.values()}) == 3


def test_slope_of_a_power(bench):
    """Time that grows with the square of the pairs has a slope of two."""
    x = pd.Series([1.0, 10, 100])
    assert bench.slope(x, 3 * x**2) == pytest.approx(2)


def test_the_report_gives_ratios(bench):
    """Times are in units of the smallest country's, building in units of one run."""
    ratios = pd.DataFrame([{"measure": "2SFCA", "time": 31.4, "extra": 9.0, "memory": 4.0}])
    growth = pd.DataFrame(
        {"communes": [10, 20], "pairs": [100, 400], "built": [1.0, 4.0], "seconds": [0.5, 2.0]}
    )
    text = bench.report(ratios, growth)
    assert "| 2SFCA | 31 | 9.0 | 4.0 |" in text
    assert "| 20 | 400 | 4.0 | 2 |" in text
    assert "1.00 against pairs, 2.00 against communes" in text
