"""What the tests of the built book ask for."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from tests.fixtures.book import built_pages


@pytest.fixture(scope="module")
def html() -> Iterator[Path]:
    """The pages of this checkout's book, built now where absent or stale; they stay as they are."""
    with built_pages() as pages:
        yield pages
