"""What the portraits of intercommunalities take: the first, with the national tables, and one more.

It prints seconds; ``--every N`` writes one intercommunality in N, in one process, in the language
of the edition (``EDITION=fr``).
"""

from __future__ import annotations

import argparse
import time

from bassin.files.sources import Sources
from bassin.places.membership import groups
from bassin.show import portrait
from bassin.study import Study


def written(code: str, sources: Sources) -> int:
    """Write all sections of one; how many sentences, refusals included, they have."""
    made = Study(code, sources=sources).portrait
    shown = [
        portrait.told(made.told(section), name=f"tab-portrait-{section}")
        for section in made.sections
    ]
    return sum(len(one.prose.said) + len(one.prose.refused) for one in shown if one.prose)


def main() -> None:
    """Time the first, then the others."""
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("--every", type=int, default=50, metavar="N")
    every, sources = options.parse_args().every, Sources()
    codes = sorted(groups(sources, "epci").dropna().unique())[::every]
    start = time.perf_counter()
    sentences = written(codes[0], sources)
    first = time.perf_counter() - start
    sentences += sum(written(code, sources) for code in codes[1:])
    others = (time.perf_counter() - start - first) / max(1, len(codes) - 1)
    print(f"{len(codes)} portraits, {sentences:,} sentences: ", end="")
    print(f"the first {first:.0f} s, another {others:.2f} s")


if __name__ == "__main__":
    main()
