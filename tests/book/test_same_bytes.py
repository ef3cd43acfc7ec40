"""The book built twice: here, and in another folder, time zone, locale and order of hashes."""

from __future__ import annotations

import shutil
from hashlib import sha256
from pathlib import Path

import pytest
from tests.fixtures import ROOT
from tests.fixtures.book import NOT_SOURCE, built_site, run_bassin

from bassin.book.environment import source_date
from bassin.book.kept import RECORD
from bassin.claims.chapters import EXECUTED, chapters, kept_at

ELSEWHERE = {"PYTHONHASHSEED": "4711", "TZ": "Pacific/Auckland", "LC_ALL": "C.UTF-8"}
#: Chapters that are executed anew in the quick comparison: with maps, networks, models and ranks.
#: Those that read the others are executed with them.
SAMPLE = ("01_territory", "05_ageing", "12_ecosystem")


def contents(folder: Path) -> dict[str, str]:
    """Hash of each file under a folder, by its relative path."""
    files = (path for path in folder.rglob("*") if path.is_file())
    return {str(p.relative_to(folder)): sha256(p.read_bytes()).hexdigest() for p in files}


def differing(site: Path, copy: Path, *arguments: str) -> list[str]:
    """Files of the site that are others, or absent, where a copy of the project is built."""
    done = run_bassin(copy, "build", *arguments, SOURCE_DATE_EPOCH=source_date(ROOT), **ELSEWHERE)
    assert done.returncode == 0, done.stdout + done.stderr
    first, second = contents(site), contents(copy / "_build" / "html")
    assert len(first) > 200
    return sorted(name for name in first | second if first.get(name) != second.get(name))


@pytest.fixture
def copy(tmp_path: Path) -> Path:
    """The project in another folder, with nothing that was built."""
    folder = tmp_path / "some other folder"
    shutil.copytree(ROOT, folder, ignore=NOT_SOURCE)
    return folder


@pytest.mark.book
@pytest.mark.slow
def test_pages_and_some_chapters_give_the_same_bytes_twice(copy: Path):
    """Check that every page is written alike, and that some chapters are executed alike."""
    with built_site() as site:
        (copy / "_build").mkdir()
        shutil.copy(ROOT / "_build" / RECORD, copy / "_build")
        shutil.copytree(ROOT / EXECUTED, copy / EXECUTED)
        assert set(SAMPLE) <= set(chapters(copy))
        for name in SAMPLE:
            kept_at(copy / EXECUTED, name).unlink()
        assert differing(site, copy, "--fast") == []
    assert all(kept_at(copy / EXECUTED, name).is_file() for name in SAMPLE)


@pytest.mark.book
@pytest.mark.thorough
def test_two_builds_give_the_same_bytes(copy: Path):
    """Check that a cold build of all of it elsewhere gives the same bytes."""
    with built_site() as site:
        assert differing(site, copy) == []
