"""What every test may ask for: a toy France, a copy of it to spoil, the real one."""

from __future__ import annotations

import shutil
import signal
from collections.abc import Iterator
from pathlib import Path

import hypothesis
import pytest
from playwright.sync_api import Browser, sync_playwright
from tests.fixtures import ROOT
from tests.fixtures.parsed import parsed_once
from tests.fixtures.spoil import Spoiler
from tests.fixtures.toy_france import build
from tests.fixtures.worked import folder_of_session, models_once, working_in

from bassin.claims import held, impact
from bassin.claims.chapters import no_exhibits
from bassin.claims.ledger import Ledger
from bassin.files.sources import Sources
from bassin.places.territory import Territory
from bassin.read import printed
from bassin.study import Study
from bassin.topics.travel.local import Travel

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


#: What a test asks for that reads the raw files of the study.
REAL = {"real", "study", "ledger"}


#: Files whose tests take longest, the longest first: begun last, one would be waited for alone.
LONGEST = (
    "book/test_same_bytes.py",
    "claims/test_challenge.py",
    "real/test_national.py",
    "corruption/test_corruption.py",
    "real/test_contrast.py",
    "claims/test_impact.py",
    "book/test_build.py",
    "book/test_hostile.py",
    "book/test_book.py",
    "real/test_lineage_of_claims.py",
    "claims/test_judging.py",
)


def place(item: pytest.Item) -> int:
    """Rank of the file of a test among those that take longest; the others come after."""
    file = item.path.relative_to(ROOT / "tests").as_posix()
    return LONGEST.index(file) if file in LONGEST else len(LONGEST)


def pytest_configure() -> None:
    """Let what the tests start be interrupted, where a shell ran them behind and it is ignored."""
    if signal.getsignal(signal.SIGINT) is signal.SIG_IGN:
        signal.signal(signal.SIGINT, signal.default_int_handler)


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    """Mark as ``real`` what reads the raw files; leave the thorough out; begin with the longest."""
    if "thorough" not in config.option.markexpr:
        items[:] = [item for item in items if "thorough" not in item.keywords]
    for item in items:
        asked = set(getattr(item, "fixturenames", ()))
        if asked & REAL or "real" in item.path.relative_to(ROOT / "tests").parts:
            item.add_marker(pytest.mark.real)
    items.sort(key=place)


@pytest.fixture(scope="session", autouse=True)
def _parsed_once() -> Iterator[None]:
    """Each real file is parsed once, however many tests read it in sources of their own."""
    with parsed_once():
        yield


@pytest.fixture(scope="session")
def worked_out_in(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Folder of what one process of the session works out for all."""
    return folder_of_session(tmp_path_factory)


@pytest.fixture(scope="session", autouse=True)
def _models_once(worked_out_in: Path) -> Iterator[None]:
    """Each model of minutes is fitted once, however many studies ask for it."""
    with models_once(worked_out_in):
        yield


@pytest.fixture(scope="session")
def toy_root(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The ``data/`` folder of the toy France; not to be changed."""
    return build(tmp_path_factory.mktemp("toy") / "data")


@pytest.fixture(scope="session")
def toy(toy_root: Path) -> Sources:
    """The toy France."""
    return Sources(toy_root)


@pytest.fixture(scope="session")
def toy_travel(toy: Sources) -> Travel:
    """The model of the toy France, where minutes are two times the distance to the power 0.7."""
    return Travel(Territory("200000018", toy), toy)


@pytest.fixture
def spoil(toy_root: Path, tmp_path: Path) -> Spoiler:
    """A copy of the toy France that a test may damage."""
    return Spoiler(Path(shutil.copytree(toy_root, tmp_path / "data")))


@pytest.fixture(scope="session")
def real() -> Sources:
    """The raw files of the study."""
    return Sources(ROOT / "data")


@pytest.fixture(scope="session")
def study() -> Study:
    """The study of the real basin."""
    return Study()


@pytest.fixture(scope="session")
def ledger(study: Study, worked_out_in: Path) -> Ledger:
    """Every claim of the study, and no exhibit; it takes minutes, once for all processes."""
    with working_in(worked_out_in):
        table = held.verdicts(study)
    shown = no_exhibits()
    files = impact.by_file(table, shown, study.sources)
    lists = (printed.searches, printed.errata, printed.replies)
    return Ledger(table, shown, files, *(read(study.sources, study.epci) for read in lists))


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
