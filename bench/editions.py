"""What the book in two languages costs beside the book in one: cold builds of a copy, in one run.

Each build begins from nothing in a copy of the project. They take turns, so that what else the
machine does falls on both.
"""

from __future__ import annotations

import argparse
import os
import platform
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

ROOT = Path(__file__).parents[1]
NOT_SOURCE = shutil.ignore_patterns(".git", "_build", ".venv*", "__pycache__", ".*_cache")
#: Largest ratio of a build of both to one of English alone.
MOST = 1.35
#: What is asked for, to what the environment says of it.
ASKED = {"English alone": {"EDITION": "en"}, "both": {}}


def cold(project: Path, asked: dict[str, str]) -> float:
    """Seconds that a build from nothing takes.

    Raises
    ------
    SystemExit
        If it fails.
    """
    shutil.rmtree(project / "_build", ignore_errors=True)
    env = {**os.environ, "PYTHONPATH": str(project / "src"), **asked}
    for name in {"BASSIN_ROOT", "EDITION"} - asked.keys():
        env.pop(name, None)
    start = time.perf_counter()
    done = subprocess.run([sys.executable, "-m", "bassin", "build"], cwd=project, env=env)
    if done.returncode:
        raise SystemExit(done.returncode)
    return time.perf_counter() - start


def main() -> None:
    """Print the seconds of each build, and the ratio of their medians."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--times", type=int, default=1, help="builds of each")
    args = parser.parse_args()
    took: dict[str, list[float]] = {name: [] for name in ASKED}
    with tempfile.TemporaryDirectory() as folder:
        project = Path(folder) / "book"
        shutil.copytree(ROOT, project, ignore=NOT_SOURCE)
        for _ in range(args.times):
            for name, asked in ASKED.items():
                took[name].append(cold(project, asked))
    print(f"Python {platform.python_version()}, {os.cpu_count()} cores")
    for name, seconds in took.items():
        print(f"{name:14}" + "".join(f"{one:8.0f}" for one in seconds) + " s")
    one, both = (statistics.median(seconds) for seconds in took.values())
    print(f"{'ratio':14}{both / one:8.2f}, at most {MOST}")


if __name__ == "__main__":
    main()
