"""Texts of a study and headings of pages, in the language spoken."""

from __future__ import annotations

from pathlib import Path

import pytest

from bassin.phrase import Phrase
from bassin.words import spaced, speaking, told, told_parts, write
from bassin.words.told import _catalogues, _texts, prose

PO = 'msgid ""\nmsgstr ""\n"Content-Type: text/plain; charset=UTF-8\\n"\n\n'


def forget() -> None:
    """Read catalogues anew: those of another project were kept."""
    _catalogues.cache_clear()
    _texts.cache_clear()


@pytest.fixture
def project(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A project with one study and one page in French."""
    (tmp_path / "_config.yml").write_text("", "utf-8")
    (tmp_path / "data").mkdir()
    (tmp_path / "data" / "sources.csv").write_text("", "utf-8")
    study, page = tmp_path / "locale/fr/study", tmp_path / "locale/fr/book"
    study.mkdir(parents=True)
    page.mkdir()
    (study / "1.po").write_text(f'{PO}msgid "The mine"\nmsgstr "La mine"\n', "utf-8")
    (page / "a.po").write_text(
        f'{PO}msgid "(a)=\\n## A title"\nmsgstr "(a)=\\n## Un titre"\n\n'
        'msgid "A text"\nmsgstr "Un texte"\n',
        "utf-8",
    )
    monkeypatch.setenv("BASSIN_ROOT", str(tmp_path))
    forget()
    yield tmp_path
    forget()


@pytest.mark.usefixtures("project")
def test_a_text_is_said_in_the_language_spoken():
    """Alone, and in a phrase; in the first language it is as it was."""
    assert told("The mine") == "The mine"
    with speaking("fr"):
        assert told("The mine") == write("The mine") == "La mine"
        assert write(Phrase("list.more", shown=["The mine"], n=2)).startswith("La mine")


@pytest.mark.usefixtures("project")
def test_each_part_of_a_text_is_said():
    """Such as the periods of several files; what parts them is the language's."""
    assert told_parts("The mine; 2019; The mine") == "The mine; 2019; The mine"
    with speaking("fr"):
        assert told("The mine; 2019") == "The mine; 2019"
        assert told_parts("The mine; 2019; The mine") == "La mine\u202f; 2019\u202f; La mine"
        assert told_parts("The mine") == "La mine"


def test_a_semicolon_has_its_space_once():
    """What is typed in data has none; what was translated has it."""
    assert spaced("a; b") == "a; b"
    with speaking("fr"):
        assert spaced("a; b\u202f; c; d") == "a\u202f; b\u202f; c\u202f; d"


@pytest.mark.usefixtures("project")
def test_a_heading_is_told_and_a_paragraph_is_not():
    """Pages are translated as a whole; the ledger names their headings alone."""
    with speaking("fr"):
        assert told("A title") == "Un titre"
        assert told("A text") == "A text"


@pytest.mark.usefixtures("project")
def test_a_page_is_told_by_its_paragraphs():
    """Those that no catalogue holds stay."""
    page = "(a)=\n## A title\n\nA text\n\nAnother.\n"
    assert prose(page) == page
    with speaking("fr"):
        assert prose(page) == "(a)=\n## Un titre\n\nUn texte\n\nAnother.\n"


def test_without_a_project_nothing_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    """An installed library has no catalogue."""
    monkeypatch.setenv("BASSIN_ROOT", str(tmp_path))
    forget()
    with speaking("fr"):
        assert told("The mine") == "The mine"
    forget()
