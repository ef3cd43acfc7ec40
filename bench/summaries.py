"""What the two printed pages of places take, from national tables that are there.

It prints seconds of the clock and of the processor, places a minute, the most memory of a process,
and from these how long all intercommunalities would take. ``--places N`` writes N of them;
``--processes N`` shares them out among N processes, each of which begins anew for every ``--each``
places, as jobs of the workflow do.
"""

from __future__ import annotations

import argparse
import os
import resource
import subprocess
import sys
import time
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from tempfile import TemporaryDirectory

from bassin.book.summaries import every, prepare_tables
from bassin.book.tables import sharing
from bassin.files.root import project_root

BASSIN = Path(sys.executable).with_name("bassin")


def job(places: list[str], into: str) -> None:
    """One job: some places, by a process of their own."""
    subprocess.run(
        [BASSIN, "summary", *places, "--into", into], check=True, stdout=subprocess.DEVNULL
    )


def main() -> None:
    """Make the tables, then time the places."""
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("--places", type=int, default=12, metavar="N")
    options.add_argument("--processes", type=int, default=1, metavar="N")
    options.add_argument("--each", type=int, default=1, metavar="N")
    asked = options.parse_args()
    root = project_root()
    everywhere = every(root)
    places = everywhere[:: len(everywhere) // asked.places][: asked.places]
    jobs = [places[at : at + asked.each] for at in range(0, len(places), asked.each)]
    with sharing(root), TemporaryDirectory() as into:
        start = time.perf_counter()
        prepare_tables(root)
        tables, start = time.perf_counter() - start, time.perf_counter()
        before = os.times()
        with ThreadPoolExecutor(asked.processes) as pool:
            list(pool.map(lambda some: job(some, into), jobs))
        clock, after = time.perf_counter() - start, os.times()
    spent = after.children_user + after.children_system
    spent -= before.children_user + before.children_system
    memory = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss / 2**20
    a_place = spent / len(places)
    print(f"{len(places)} places, {asked.each} a job, {asked.processes} processes: ", end="")
    print(f"tables {tables:.0f} s, then {60 * len(places) / clock:.1f} places a minute; ", end="")
    print(f"{a_place:.1f} s of a processor a place, {memory:.2f} GiB at most a process")
    for cores in (1, 16, 256):
        hours = a_place * len(everywhere) / cores / 3600
        print(f"all {len(everywhere):,} on {cores} cores: {hours:.2f} hours, tables aside")


if __name__ == "__main__":
    main()
