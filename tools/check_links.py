"""Ask for the pages and addresses of the raw files, and list those that no longer answer."""

from __future__ import annotations

import csv
import sys
from collections.abc import Iterator
from http.client import HTTPException
from pathlib import Path
from urllib.error import HTTPError
from urllib.request import Request, urlopen

#: Lists of the data folder, and their column of addresses.
LISTS = {"sources.csv": "page", "addresses.csv": "address"}
TIMEOUT = 30  # seconds
#: Codes by which a host keeps programs out, or asks for patience: the page is there.
KEPT_OUT = (401, 403, 405, 406, 429)


def addresses(data: Path) -> Iterator[str]:
    """Each address of the lists, once."""
    seen: set[str] = set()
    for name, column in LISTS.items():
        with (data / name).open(encoding="utf-8", newline="") as file:
            for row in csv.DictReader(file):
                if row[column] and row[column] not in seen:
                    seen.add(row[column])
                    yield row[column]


def fault(address: str) -> str:
    """What is wrong with an address; empty where its page is there."""
    agent = {"User-Agent": "bassin (checks the links of its sources)"}
    try:
        request = Request(address, headers=agent)
        with urlopen(request, timeout=TIMEOUT):
            return ""
    except HTTPError as error:
        error.close()
        return "" if error.code in KEPT_OUT else f"{error.code} {error.reason}"
    except (OSError, ValueError, HTTPException) as error:
        return str(error) or type(error).__name__


def main(data: Path) -> int:
    """Check all; the exit code."""
    every = list(addresses(data))
    faults = {address: said for address in every if (said := fault(address))}
    for address, said in faults.items():
        print(f"{address}: {said}")
    print(f"{len(every) - len(faults)} of {len(every)} addresses answer")
    return int(bool(faults))


if __name__ == "__main__":
    sys.exit(main(Path(__file__).resolve().parent.parent / "data"))
