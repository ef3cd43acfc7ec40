"""Which languages a site is built in."""

from __future__ import annotations

from pathlib import Path

import pytest
from tests.fixtures import ROOT

from bassin.book.edition.pages import editions_to_build, languages_of
from bassin.errors import BuildError
from bassin.words.language import EDITION, LANGUAGES


@pytest.fixture(autouse=True)
def _none_asked(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv(EDITION, raising=False)


def test_this_book_is_in_every_language_there_is():
    """So that no catalogue is left out of the site."""
    assert languages_of(ROOT) == editions_to_build(ROOT) == LANGUAGES


def test_a_project_without_catalogues_has_no_folders_of_languages(tmp_path: Path):
    """Its pages are those of the site."""
    assert editions_to_build(tmp_path) == ()


def test_one_language_may_be_asked_for(monkeypatch: pytest.MonkeyPatch):
    """And is then the only one, in its own folder."""
    monkeypatch.setenv(EDITION, "fr")
    assert editions_to_build(ROOT) == ("fr",)


def test_a_language_without_a_catalogue_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    """The message says what to add."""
    monkeypatch.setenv(EDITION, "fr")
    with pytest.raises(BuildError, match="Ajoutez locale/fr"):
        editions_to_build(tmp_path)
