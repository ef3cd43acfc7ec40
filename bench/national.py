"""Every indicator for every group of France in one pass, against a loop over territories.

All run in processes of their own. The first reports seconds and most memory from the raw files,
then a second call; another writes the data of the atlas. The last makes a study for each of some
EPCI and asks its topics for a few of the same numbers, all that they have of them: what the rest of
the EPCI would take is scaled up.
"""

from __future__ import annotations

import argparse
import contextlib
import json
import os
import platform
import resource
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from importlib.metadata import version
from pathlib import Path

RESULTS = Path(__file__).with_name("README.md")
#: Between these two lines of the results stands what this script writes.
START, END = "<!-- national: start -->", "<!-- national: end -->"
#: Largest time and memory from raw files, and largest time of a second call.
MOST_SECONDS, MOST_GIB, MOST_WARM = 60, 2, 2


def timed(run: Callable[[], object]) -> tuple[float, float]:
    """Seconds of the clock and of the processor that a call takes."""
    clock, processor = time.perf_counter(), time.process_time()
    run()
    return time.perf_counter() - clock, time.process_time() - processor


def everything() -> dict[str, float]:
    """All indicators for all groups, from the raw files and once more."""
    from bassin.files.sources import Sources
    from bassin.topics.national import National

    france = National(Sources())
    cold, cold_processor = timed(france.by_group)
    memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 2**20
    warm, _ = timed(france.by_group)
    table = france.by_group()
    return {
        "cold": cold,
        "processor": cold_processor,
        "gib": memory,
        "warm": warm,
        "indicators": table.index.get_level_values("indicator").nunique(),
        "groups": len(table.droplevel("indicator").index.unique()),
        "epci": table.xs("epci", level="kind").index.get_level_values("group").nunique(),
    }


def loop(sample: int) -> dict[str, float]:
    """What some EPCI take one by one, a study each on one set of files already parsed."""
    from bassin.files.sources import Sources
    from bassin.places.membership import groups
    from bassin.places.territory import Territory
    from bassin.topics.health.access import GP
    from bassin.topics.health.local import Health
    from bassin.topics.population.local import Population
    from bassin.topics.poverty.unemployment import Unemployment

    sources = Sources()
    every = sorted(groups(sources, "epci").dropna().unique())
    chosen = every[:: max(1, len(every) // sample)][:sample]

    def one(code: str) -> None:
        territory = Territory(code, sources)
        _ = Population(territory, sources).total
        _ = Health(territory, sources).by_area(GP, [2016, 2018, 2022, 2023])
        unemployment = Unemployment(territory, sources)
        for year in (2007, 2012, 2017, 2018):
            unemployment.labour(year)

    one("200066918")  # files are parsed before the clock runs
    _, processor = timed(lambda: [one(code) for code in chosen])
    return {"sample": len(chosen), "each": processor / len(chosen), "indicators": 13}


def atlas(folder: str) -> dict[str, float]:
    """The data of the atlas from raw files, written into a folder."""
    from bassin.book.atlas.data import write_data
    from bassin.files.root import project_root

    root = Path(folder)
    (root / "data").symlink_to(project_root() / "data")
    with contextlib.redirect_stdout(sys.stderr):
        seconds, processor = timed(lambda: write_data(root))
    written = [path.stat().st_size for path in (root / "_build/atlas/data").iterdir()]
    return {
        "seconds": seconds,
        "processor": processor,
        "gib": resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 2**20,
        "files": len(written),
        "megabytes": sum(written) / 1e6,
    }


def spawn(*arguments: str) -> dict[str, float]:
    """Run a part of this script in a fresh process."""
    command = [sys.executable, __file__, *arguments]
    done = subprocess.run(command, check=True, capture_output=True, text=True)
    return dict(json.loads(done.stdout))


def report(whole: dict[str, float], one: dict[str, float], data: dict[str, float]) -> str:
    """Results in words."""
    looped = one["each"] * whole["epci"]
    ratio = looped / whole["processor"]
    versions = ", ".join(f"{p} {version(p)}" for p in ("numpy", "pandas", "scipy"))
    return "\n".join(
        [
            "## Every indicator for every group of France",
            "",
            f"One run, Python {platform.python_version()}, {os.cpu_count()} cores, {versions}. "
            f"{whole['indicators']:.0f} indicators for {whole['groups']:,.0f} groups: all EPCI, "
            "zones d'emploi, Territoires d'industrie, departements, regions, France.",
            "",
            "| | Measured | At most |",
            "|---|---:|---:|",
            f"| From raw files, seconds of the clock | {whole['cold']:.0f} | {MOST_SECONDS} |",
            f"| Of the processor | {whole['processor']:.0f} | |",
            f"| Most memory, GiB | {whole['gib']:.2f} | {MOST_GIB} |",
            f"| A second call, seconds of the clock | {whole['warm']:.2f} | {MOST_WARM} |",
            "",
            f"The topics of one EPCI, files parsed, take {one['each']:.1f} seconds of processor",
            f"for {one['indicators']:.0f} of these numbers, on {one['sample']:.0f} EPCI. Over all",
            f"{whole['epci']:,.0f} that is {looped:,.0f} seconds, {ratio:,.0f} times what all of",
            "the indicators take for all groups from raw files.",
            "",
            "The data of the atlas (`bassin atlas`), from raw files, the perimeters of other years "
            "among them:",
            "",
            "| | Measured | At most |",
            "|---|---:|---:|",
            f"| Seconds of the clock | {data['seconds']:.0f} | {MOST_SECONDS} |",
            f"| Of the processor | {data['processor']:.0f} | |",
            f"| Most memory, GiB | {data['gib']:.2f} | {MOST_GIB} |",
            f"| Files, megabytes | {data['files']:.0f}, {data['megabytes']:.0f} | |",
        ]
    )


def written(before: str, text: str) -> str:
    """The results with this part of them replaced, or put at the end."""
    head, _, rest = before.partition(START)
    _, _, tail = rest.partition(END)
    return f"{head.rstrip()}\n\n{START}\n{text}\n{END}\n{tail.lstrip()}"


def main() -> None:
    """Measure and write the results, or one part as a process of it."""
    if sys.argv[1:2] == ["whole"]:
        print(json.dumps(everything()))
        return
    if sys.argv[1:2] == ["loop"]:
        print(json.dumps(loop(int(sys.argv[2]))))
        return
    if sys.argv[1:2] == ["atlas"]:
        with tempfile.TemporaryDirectory() as folder:
            print(json.dumps(atlas(folder)))
        return
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--sample", type=int, default=5)
    sample = str(parser.parse_args().sample)
    text = report(spawn("whole"), spawn("loop", sample), spawn("atlas"))
    RESULTS.write_text(written(RESULTS.read_text(encoding="utf-8"), text), encoding="utf-8")
    print(text)


if __name__ == "__main__":
    main()
