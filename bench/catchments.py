"""Floating catchments for all communes of France: this project's against the package ``access``.

Both get the same table of times. Each measure runs in a process of its own, which reports the best
time of a few runs and the most memory one takes on top of the table. What is published are ratios
of one run of this script, for the machine's speed cancels out in them.
"""

from __future__ import annotations

import argparse
import json
import os
import platform
import subprocess
import sys
import tempfile
import time
import tracemalloc
import warnings
from collections.abc import Callable
from importlib.metadata import version
from pathlib import Path

import numpy as np
import pandas as pd

from bassin.models import catchments as access
from bassin.models.catchments import OriginDestination

RESULTS = Path(__file__).with_name("README.md")
WITHIN = 30
SIZES = (1000, 2000, 5000, 10_000, 20_000)
SIGMA = WITHIN / np.sqrt(-2 * np.log(0.01))  # of the same Gaussian, as the other package has it
ZONES = {10: 1, 20: 0.68, 30: 0.22}

OURS: dict[str, Callable[[OriginDestination, pd.Series, pd.Series], access.Access]] = {
    "2SFCA": lambda od, s, d: access.two_step_fca(od, s, d, access.step(WITHIN)),
    "E2SFCA, zones": lambda od, s, d: access.two_step_fca(od, s, d, access.zones(WITHIN)),
    "E2SFCA, Gaussian": lambda od, s, d: access.two_step_fca(od, s, d, access.gaussian(WITHIN)),
    "3SFCA, zones": lambda od, s, d: access.three_step_fca(od, s, d, access.zones(WITHIN)),
    "ratio": lambda od, s, d: access.fca_ratio(od, s, d, access.step(WITHIN)),
}


def theirs(measure: str, costs: pd.DataFrame, supply: pd.DataFrame, demand: pd.DataFrame):
    """Run one measure of the package ``access``, whole numbers as codes: its fastest way."""
    from access import fca, weights

    common = {"max_cost": WITHIN, "demand_index": True}
    names = {"cost_origin": "origin", "cost_dest": "destination", "cost_name": "minutes"}
    if measure == "ratio":
        sides = {
            f"{side}_cost_{key.removeprefix('cost_')}": value
            for side in ("demand", "supply")
            for key, value in names.items()
        }
        return fca.fca_ratio(demand, supply, costs, costs, supply_index=True, **common, **sides)
    weigh = {
        "2SFCA": None,
        "E2SFCA, zones": weights.step_fn(ZONES),
        "E2SFCA, Gaussian": weights.gaussian(SIGMA),
        "3SFCA, zones": weights.step_fn(ZONES),
    }[measure]
    function = fca.three_stage_fca if measure.startswith("3") else fca.two_stage_fca
    return function(demand, supply, costs, weight_fn=weigh, **common, **names)


# -- One measure in one process -------------------------------------------------------------------


def child(side: str, measure: str, file: str, runs: int) -> dict[str, float]:
    """Load a table of times, run one measure, say how long and how much memory it took."""
    with np.load(file) as stored:
        od = OriginDestination(
            origins=pd.RangeIndex(len(stored["demand"])),
            destinations=pd.RangeIndex(len(stored["supply"])),
            starts=stored["starts"],
            columns=stored["columns"],
            minutes=stored["minutes"],
            within=WITHIN,
        )
        supply = pd.Series(stored["supply"], name="supply")
        demand = pd.Series(stored["demand"], name="demand")
    if measure.startswith("3"):
        # Each row of theirs draws alike, be it one doctor or a hundred; here each doctor draws. So
        # both get the places with a doctor, and one doctor in each.
        sites = supply.index[supply > 0]
        od, supply = od.only(None, sites), supply[sites] ** 0
    if side == "ours":
        table = od.nbytes / 2**20
        run = lambda: OURS[measure](od, supply, demand).access  # noqa: E731
    else:
        costs = od.to_table()
        table = float(costs.memory_usage(index=True).sum()) / 2**20
        run = lambda: theirs(measure, costs, supply.to_frame(), demand.to_frame())  # noqa: E731
    times = []
    warnings.simplefilter("ignore")
    for _ in range(runs):
        start = time.perf_counter()
        values = run()
        times.append(time.perf_counter() - start)
    # Memory in a run of its own, for counting slows it down.
    tracemalloc.start()
    run()
    extra = tracemalloc.get_traced_memory()[1] / 2**20
    tracemalloc.stop()
    # Weights that differ by place: demand times access alone adds up to the supply, whatever it is.
    marks = demand * (1 + np.arange(len(demand)) / len(demand))
    total = float((values.reindex(demand.index).fillna(0) * marks).sum())
    return {"seconds": min(times), "extra_mb": extra, "table_mb": table, "check": total}


def spawn(side: str, measure: str, file: Path, runs: int) -> dict[str, float]:
    """Run :func:`child` in a fresh process."""
    command = [sys.executable, __file__, "child", side, measure, str(file), str(runs)]
    done = subprocess.run(command, check=True, capture_output=True, text=True)
    return json.loads(done.stdout)


# -- The whole comparison -------------------------------------------------------------------------


def around(towns: pd.DataFrame, n: int, centre: str = "30007") -> pd.DataFrame:
    """The towns nearest to one: a country of any size, as dense as the real one."""
    gap = np.hypot(*(towns[["x", "y"]] - towns.loc[centre, ["x", "y"]]).to_numpy(dtype=float).T)
    return towns.iloc[np.sort(np.argsort(gap, kind="stable")[:n])]


def store(od: OriginDestination, counts: pd.DataFrame, file: Path) -> None:
    """Write the table of times, supply and demand for the processes to read."""
    np.savez(
        file,
        starts=od.starts,
        columns=od.columns,
        minutes=od.minutes,
        supply=counts["doctors"].loc[od.destinations].to_numpy(dtype=float),
        demand=counts["people"].loc[od.origins].to_numpy(dtype=float),
    )


def slope(x: pd.Series, y: pd.Series) -> float:
    """Exponent of the power law that fits best: 1 where ``y`` is proportional to ``x``."""
    return float(np.polyfit(np.log(x), np.log(y), 1)[0])


def compare(sizes: list[int], runs: int) -> tuple[pd.DataFrame, pd.DataFrame]:
    """Time both packages on all communes, and ours on countries of several sizes."""
    from bassin.study import Study

    care = Study().care
    rows, growth = [], []
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder) / "table.npz"
        for n in [*sizes, len(care.towns)]:
            towns = around(care.towns, n)
            start = time.perf_counter()
            od = access.origin_destination(towns, care.time, WITHIN)
            built = time.perf_counter() - start
            store(od, care.counts, file)
            ours = spawn("ours", "E2SFCA, Gaussian", file, runs)
            growth.append(
                {"communes": n, "pairs": len(od), "built": built, "seconds": ours["seconds"]}
            )
            print(f"{n} communes, {len(od)} pairs", file=sys.stderr, flush=True)
        for measure in OURS:
            ours, other = (spawn(side, measure, file, runs) for side in ("ours", "theirs"))
            if not np.isclose(ours["check"], other["check"], rtol=1e-9):
                raise AssertionError(f"{measure}: {ours['check']} against {other['check']}")
            rows.append(
                {
                    "measure": measure,
                    "time": other["seconds"] / ours["seconds"],
                    "extra": other["extra_mb"] / ours["extra_mb"],
                    "memory": (other["extra_mb"] + other["table_mb"])
                    / (ours["extra_mb"] + ours["table_mb"]),
                }
            )
            print(rows[-1], file=sys.stderr, flush=True)
    return pd.DataFrame(rows), pd.DataFrame(growth)


def processor() -> str:
    """Name of the processor, as the system gives it."""
    info = Path("/proc/cpuinfo")
    if info.exists():
        for line in info.read_text(encoding="utf-8").splitlines():
            if line.startswith("model name"):
                return line.partition(":")[2].strip()
    return platform.processor() or platform.machine()


def report(ratios: pd.DataFrame, growth: pd.DataFrame) -> str:
    """Results in words and ratios."""
    last, first = growth.iloc[-1], growth.iloc[0]
    versions = ", ".join(f"{p} {version(p)}" for p in ("access", "numpy", "scipy", "pandas"))
    by_pairs, by_communes = (slope(growth[x], growth["seconds"]) for x in ("pairs", "communes"))
    lines = [
        "# Benchmarks",
        "",
        "Written by `make bench`, which times three things, each by a script of its own:",
        "",
        "1. the floating catchments against the package `access`, and as communes are added",
        "   (`catchments.py`);",
        "2. the measures of access against one another, on one table of 50 million pairs",
        "   (`measures.py`);",
        "3. every declared indicator for every group of France, against a loop over territories",
        "   (`national.py`).",
        "",
        "The numbers of the first two are ratios of measurements of one run, so that the machine's",
        "speed cancels out; those of the third are seconds and GiB, beside their limits. A part",
        "that was not run since its script was written has no section here.",
        "",
        "## Floating catchments",
        "",
        f"- Machine: {processor()}, {os.cpu_count()} cores; Python {platform.python_version()}, "
        f"{versions}.",
        "- Table: general practitioners and inhabitants of 2019, "
        f"{last['communes']:,.0f} communes of the mainland and Corsica, "
        f"{last['pairs']:,.0f} pairs within {WITHIN} minutes by car.",
        "- Both packages get the same table, with whole numbers as codes. Sums of access, with a",
        "  weight of its own for each place, agree to nine digits.",
        "- In the three-step catchment, `access` lets each row of its table draw alike, and",
        "  `bassin.models.catchments` each doctor. For this measure both get one doctor in each",
        "  place that has any. A test gives `access` a row a doctor, and finds the same numbers.",
        "",
        "### Against `access`",
        "",
        "What `access` takes for one that `bassin.models.catchments` takes: time, the most memory",
        "a run takes on top of the table of times, and that with the table.",
        "",
        "| Measure | Time | Memory on top | With the table |",
        "|---|---:|---:|---:|",
        *(
            f"| {r.measure} | {r.time:,.0f} | {r.extra:,.1f} | {r.memory:,.1f} |"
            for r in ratios.itertuples()
        ),
        "",
        "### Against the number of communes",
        "",
        "The communes nearest to Alès, so that a small country is as dense as the whole. Time is",
        f"that of the Gaussian E2SFCA, in units of that of {first['communes']:,.0f} communes; the",
        "last column is building the table, in units of one run on it.",
        "",
        "| Communes | Pairs | Time | Building the table |",
        "|---:|---:|---:|---:|",
        *(
            f"| {r.communes:,.0f} | {r.pairs:,.0f} | {r.seconds / first['seconds']:,.1f} | "
            f"{r.built / r.seconds:,.0f} |"
            for r in growth.itertuples()
        ),
        "",
        f"Slope of time, both in logarithms (1 is linear): {by_pairs:.2f} against pairs, "
        f"{by_communes:.2f} against communes;",
        f"of building, {slope(growth['pairs'], growth['built']):.2f} against pairs.",
        "",
    ]
    return "\n".join(lines)


def main() -> None:
    """Run the comparison and write the results, or one measure as a process of it."""
    if sys.argv[1:2] == ["child"]:
        side, measure, file, runs = sys.argv[2:]
        print(json.dumps(child(side, measure, file, int(runs))))
        return
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--sizes", type=int, nargs="*", default=list(SIZES))
    parser.add_argument("--runs", type=int, default=3)
    args = parser.parse_args()
    text = report(*compare(args.sizes, args.runs))
    RESULTS.write_text(text, encoding="utf-8")
    print(text)


if __name__ == "__main__":
    main()
