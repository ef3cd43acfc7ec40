"""``bassin words``: what is to be translated."""

from __future__ import annotations

from pathlib import Path

import pytest
from tests.fixtures import ROOT

from bassin.cli.run import main
from bassin.words.catalogues import path_of


@pytest.fixture
def project(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A project of one page, and no catalogue."""
    (tmp_path / "_config.yml").write_text("", "utf-8")
    (tmp_path / "_toc.yml").write_text("format: jb-book\nroot: index\n", "utf-8")
    (tmp_path / "data").mkdir()
    (tmp_path / "data" / "sources.csv").write_text("", "utf-8")
    (tmp_path / "index.md").write_text("# Title\n\nIn 2020.\n", "utf-8")
    monkeypatch.setenv("BASSIN_ROOT", str(tmp_path))
    return tmp_path


@pytest.mark.usefixtures("project")
def test_what_is_not_translated_is_listed(capsys: pytest.CaptureFixture[str]):
    """Paragraph by paragraph; the command says by its code that there is some."""
    assert main(["words"]) == 1
    assert capsys.readouterr().out.splitlines() == [
        "index, Title: not translated: # Title",
        "index, Title: not translated: In 2020.",
        "2 faults",
    ]


def test_a_catalogue_is_brought_up_to_its_page(project: Path):
    """A paragraph that is new waits in it; what was said of the others stays."""
    assert main(["words", "--update"]) == 1
    path = path_of(project, "fr", "index")
    text = path.read_text("utf-8")
    path.write_text(
        text.replace('"# Title"\nmsgstr ""', '"# Title"\nmsgstr "# Titre"').replace(
            '"In 2020."\nmsgstr ""', '"In 2020."\nmsgstr "En 2020."'
        ),
        "utf-8",
    )
    assert main(["words"]) == 0
    (project / "index.md").write_text("# Title\n\nIn 2021.\n", "utf-8")
    assert main(["words", "--update"]) == 1
    assert "fuzzy" in path.read_text("utf-8")
    assert "# Titre" in path.read_text("utf-8")


def test_a_language_that_is_none_is_refused():
    """The choices are named."""
    with pytest.raises(SystemExit):
        main(["words", "xx"])


def test_the_book_is_translated(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
):
    """Nothing is left in English."""
    monkeypatch.setenv("BASSIN_ROOT", str(ROOT))
    assert main(["words"]) == 0
    assert capsys.readouterr().out == "0 faults\n"
