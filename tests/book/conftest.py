"""What the tests of the built book ask for."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from sphinx import locale
from tests.fixtures.book import built_site


@pytest.fixture(autouse=True)
def _no_language_is_left(monkeypatch: pytest.MonkeyPatch) -> None:
    """A book that a test wrote in French, in this process, leaves no French to the next test."""
    monkeypatch.setattr(locale, "translators", {})


@pytest.fixture(scope="module")
def site() -> Iterator[Path]:
    """The site of this checkout's book, built now where absent or stale; it stays as it is."""
    with built_site() as site:
        yield site


@pytest.fixture(scope="module")
def html(site: Path) -> Path:
    """The pages in English."""
    return site / "en"


@pytest.fixture(scope="module")
def french(site: Path) -> Path:
    """The pages in French."""
    return site / "fr"
