"""The book built twice: here, and from nothing in another folder, time zone and locale."""

from __future__ import annotations

import shutil
from hashlib import sha256
from pathlib import Path

import pytest
from tests.fixtures import ROOT
from tests.fixtures.book import NOT_SOURCE, built_site, run_bassin

from bassin.book.environment import source_date


def contents(folder: Path) -> dict[str, str]:
    """Hash of each file under a folder, by its relative path."""
    files = (path for path in folder.rglob("*") if path.is_file())
    return {str(p.relative_to(folder)): sha256(p.read_bytes()).hexdigest() for p in files}


@pytest.mark.book
@pytest.mark.slow
def test_two_builds_give_the_same_bytes(tmp_path: Path):
    """Check that a cold build elsewhere, in another time zone, gives the same bytes."""
    copy = tmp_path / "some other folder"
    shutil.copytree(ROOT, copy, ignore=NOT_SOURCE)
    elsewhere = {"PYTHONHASHSEED": "4711", "TZ": "Pacific/Auckland", "LC_ALL": "C.UTF-8"}
    done = run_bassin(copy, "build", SOURCE_DATE_EPOCH=source_date(ROOT), **elsewhere)
    assert done.returncode == 0, done.stdout + done.stderr
    with built_site() as site:
        first, second = contents(site), contents(copy / "_build" / "html")
    assert len(first) > 100
    assert sorted(name for name in first | second if first.get(name) != second.get(name)) == []
