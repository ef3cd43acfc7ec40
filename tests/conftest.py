"""What every test may ask for: a toy France, a copy of it to spoil, the real one."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path

import hypothesis
import pytest
from playwright.sync_api import Browser, sync_playwright
from tests.fixtures.spoil import Spoiler
from tests.fixtures.toy_france import build

from bassin.ledger import Ledger
from bassin.sources import Sources
from bassin.study import Study

# How long an example takes depends on the machine, and on what else runs on it.
hypothesis.settings.register_profile("bassin", deadline=None)
hypothesis.settings.load_profile("bassin")
BROWSER_ARGUMENTS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]


@pytest.fixture(scope="session")
def toy_root(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The ``data/`` folder of the toy France; not to be changed."""
    return build(tmp_path_factory.mktemp("toy") / "data")


@pytest.fixture(scope="session")
def toy(toy_root: Path) -> Sources:
    """The toy France."""
    return Sources(toy_root)


@pytest.fixture
def spoil(toy_root: Path, tmp_path: Path) -> Spoiler:
    """A copy of the toy France that a test may damage."""
    return Spoiler(Path(shutil.copytree(toy_root, tmp_path / "data")))


@pytest.fixture(scope="session")
def real() -> Sources:
    """The raw files of the study."""
    return Sources(Path(__file__).parents[1] / "data")


@pytest.fixture(scope="session")
def study() -> Study:
    """The study of the real basin."""
    return Study()


@pytest.fixture(scope="session")
def ledger(study: Study) -> Ledger:
    """Every claim of the study; it takes about a minute, once."""
    return study.ledger


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    """The Chromium that is installed on this machine."""
    program = shutil.which("chromium") or shutil.which("chromium-browser")
    if program is None:
        pytest.skip("the browser test needs Chromium, and none is on PATH")
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=program, args=BROWSER_ARGUMENTS)
        yield browser
        browser.close()
