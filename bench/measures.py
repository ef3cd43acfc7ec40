"""The measures of access against one another: time and memory, on one table of 50 million pairs.

Places stand in a row, each with the 500 around it, at times drawn up to what the distance takes.
All measures and decays run in turn in one process, several times over, and the best time of each is
published in units of that of the two-step catchment with a Gaussian: the machine's speed cancels
out. Memory is the most that a run takes on top of the table, in units of the pairs in double
precision.
"""

from __future__ import annotations

import argparse
import os
import platform
import resource
import sys
import time
import tracemalloc
from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from importlib.metadata import version
from pathlib import Path

import numpy as np
import pandas as pd

from bassin.models import catchments as access
from bassin.models.catchments import OriginDestination

RESULTS = Path(__file__).with_name("README.md")
#: Between these two lines of the results stands what this script writes.
START, END = "<!-- measures: start -->", "<!-- measures: end -->"
WITHIN = 30
#: Places around each, and the pairs of the table.
AROUND, PAIRS = 500, 50_000_000
#: Most that zones may take of what the Gaussian takes, and most memory of any measure.
MOST_TIME, MOST_MEMORY = 1.3, 2.0
UNIT = "two-step, Gaussian"
UNEVEN = (5, 15, 30)
MANY = np.linspace(1, 0.01, 30)

DECAYS: dict[str, access.Decay] = {
    "step": access.step(WITHIN),
    "zones": access.zones(WITHIN),
    "zones of unequal width": access.zones(WITHIN, edges=UNEVEN),
    "thirty zones": access.zones(WITHIN, MANY),
    "Gaussian": access.gaussian(WITHIN),
    "straight line": access.linear(WITHIN),
    "exponential": access.exponential(WITHIN),
    "power": access.power(WITHIN),
    "logistic": access.logistic(WITHIN),
}
GAUSSIAN, ZONES = DECAYS["Gaussian"], DECAYS["zones"]


@dataclass(frozen=True)
class Row:
    """Places in a row, a third of them with doctors, all with nurses and shops."""

    od: OriginDestination
    supplies: pd.DataFrame
    people: pd.Series

    @property
    def doctors(self) -> tuple[OriginDestination, pd.Series]:
        """What each measure of one supply takes first."""
        return self.od, self.supplies["doctors"]


Run = Callable[[Row], object]

MEASURES: dict[str, Run] = {
    **{
        f"two-step, {name}": lambda r, decay=decay: access.two_step_fca(*r.doctors, r.people, decay)
        for name, decay in DECAYS.items()
    },
    "two-step, Gaussian, three supplies": lambda r: access.two_step_fca(
        r.od, r.supplies, r.people, GAUSSIAN
    ),
    "three-step, zones": lambda r: access.three_step_fca(*r.doctors, r.people, ZONES),
    "three-step, Gaussian": lambda r: access.three_step_fca(*r.doctors, r.people, GAUSSIAN),
    "ratio, Gaussian": lambda r: access.fca_ratio(*r.doctors, r.people, GAUSSIAN),
    "balanced, Gaussian": lambda r: access.balanced_fca(*r.doctors, r.people, GAUSSIAN),
    "availability, Gaussian": lambda r: access.spatial_availability(*r.doctors, r.people, GAUSSIAN),
    "gravity, Gaussian": lambda r: access.gravity(*r.doctors, GAUSSIAN),
    "cumulative opportunities": lambda r: access.cumulative_opportunities(*r.doctors, WITHIN),
    "nearest": lambda r: access.nearest(*r.doctors),
    "fifth nearest": lambda r: access.nearest(*r.doctors, 5),
}
#: So long that it runs once: one round of choices, with supply everywhere.
ALONE: dict[str, Run] = {
    "rational agents, one round": lambda r: access.raam(
        r.od, r.supplies["nurses"], r.people, tolerance=0.9
    )
}


def row_of_places(pairs: int) -> Row:
    """So many pairs of places in a row."""
    n = pairs // AROUND
    first = np.clip(np.arange(n) - AROUND // 2, 0, n - AROUND)
    columns = np.repeat(first.astype(np.int32), AROUND)
    columns += np.tile(np.arange(AROUND, dtype=np.int32), n)
    minutes = np.abs(columns - np.repeat(np.arange(n, dtype=np.int32), AROUND)).astype(np.float32)
    # In no order from one pair to the next, as on a map.
    minutes *= np.float32(WITHIN / AROUND) * np.random.default_rng(0).random(
        len(minutes), dtype=np.float32
    )
    codes = pd.RangeIndex(n)
    od = OriginDestination(codes, codes, np.arange(n + 1) * AROUND, columns, minutes, WITHIN)
    rng = np.random.default_rng(1)
    doctors = rng.integers(1, 9, n) * (rng.random(n) < 1 / 3)
    supply = pd.DataFrame(
        {"doctors": doctors.astype(float), "nurses": rng.random(n) + 0.1, "shops": rng.random(n)},
        index=od.destinations,
    )
    return Row(od, supply, pd.Series(rng.integers(1, 5000, n).astype(float), index=od.origins))


def seconds(run: Callable[[], object]) -> float:
    """Time that one run takes of the processor, which others may use as well."""
    start = time.process_time()
    run()
    return time.process_time() - start


def most_memory(run: Callable[[], object]) -> int:
    """Most bytes that a run takes, in a run of its own, for counting slows it down."""
    tracemalloc.start()
    run()
    most = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    return most


def compare(pairs: int, turns: int) -> tuple[pd.DataFrame, float]:
    """Time and memory of each measure, and the memory of the table, a pair."""
    row = row_of_places(pairs)
    runs = {name: partial(run, row) for name, run in {**MEASURES, **ALONE}.items()}
    best: dict[str, float] = {}
    for turn in range(turns):
        for name, run in runs.items():
            if turn and name in ALONE:
                continue
            best[name] = min(best.get(name, np.inf), seconds(run))
            print(f"turn {turn + 1}: {name}, {best[name]:.2f} s", file=sys.stderr, flush=True)
    memory = {name: most_memory(run) / (8 * len(row.od)) for name, run in runs.items()}
    frame = pd.DataFrame({"time": best, "memory": memory})
    frame["time"] /= frame.loc[UNIT, "time"]
    return frame, row.od.nbytes / (8 * len(row.od))


def report(found: pd.DataFrame, table: float, pairs: int) -> str:
    """Results in words and ratios."""
    together = found.loc["two-step, Gaussian, three supplies", "time"]
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * 1024 / (8 * pairs)
    versions = ", ".join(f"{name} {version(name)}" for name in ("numpy", "pandas", "scipy"))
    lines = [
        START,
        "## The measures against one another",
        "",
        f"Time of the processor in one run, Python {platform.python_version()}, "
        f"{os.cpu_count()} cores, {versions}. {pairs:,} pairs: {pairs // AROUND:,} places,",
        f"each with the {AROUND} around it. Time in units of that of the two-step catchment with a "
        "Gaussian; the most",
        "memory a run takes on top of the table, in units of the pairs in double precision. The "
        f"table is {table:.2f} of them;",
        f"the whole process, the making of the table included, took {peak:.1f}.",
        "",
        "| Measure | Time | Memory on top |",
        "|---|---:|---:|",
        *(f"| {row.Index} | {row.time:,.2f} | {row.memory:.2f} |" for row in found.itertuples()),
        "",
        f"Zones take at most {MOST_TIME} of what the Gaussian takes, and no measure more than "
        f"{MOST_MEMORY:g} of memory: the script fails",
        f"otherwise. Three supplies in one pass take {together:.2f}, one by one 3. Rational agents "
        "have supply everywhere, and choose",
        "once.",
        END,
    ]
    return "\n".join(lines)


def refuse(found: pd.DataFrame) -> None:
    """Stop where zones are slow or a measure is large."""
    slow = found.loc[["two-step, zones", "two-step, zones of unequal width"], "time"]
    if (slow > MOST_TIME).any() or (found["memory"] > MOST_MEMORY).any():
        raise SystemExit("zones are slower, or a measure larger, than they should be")


def main() -> None:
    """Run all measures and write the results between the two lines."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--pairs", type=int, default=PAIRS)
    parser.add_argument("--turns", type=int, default=3)
    args = parser.parse_args()
    found, table = compare(args.pairs, args.turns)
    text = report(found, table, args.pairs)
    print(text)
    if args.pairs == PAIRS:
        before = RESULTS.read_text(encoding="utf-8") if RESULTS.exists() else ""
        kept, _, rest = before.partition(START)
        after = rest.partition(END)[2]
        RESULTS.write_text(kept.rstrip() + "\n\n" + text + after.rstrip() + "\n", encoding="utf-8")
    refuse(found)


if __name__ == "__main__":
    main()
