"""The project of a portrait, and its notebooks."""

from __future__ import annotations

from pathlib import Path

import nbformat
import pytest
import yaml
from tests.fixtures import ROOT

from bassin.book.build import LOCK, clean
from bassin.book.edition.catalogue import of_book
from bassin.book.edition.faithful import refuse_incomplete
from bassin.book.edition.pages import languages_of
from bassin.book.portrait import (
    INJECTED,
    LEDGER,
    NOTEBOOKS,
    PORTRAITS,
    build_portrait,
    with_parameters,
    write_project,
)
from bassin.book.project import settings_of
from bassin.book.tables import shared_tables
from bassin.claims.chapters import chapters, toc_pages
from bassin.errors import BuildError, ChoiceError
from bassin.files.atomic import LockedError, lock
from bassin.files.sources import Sources
from bassin.phrase import Phrase
from bassin.places.territory import Territory
from bassin.words import speaking

LENS = "246200364"
PAGES = sorted((ROOT / NOTEBOOKS).glob("*.ipynb"))


@pytest.fixture(scope="module")
def project(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The project of the portrait of Lens, written and not built."""
    folder = tmp_path_factory.mktemp("portrait")
    write_project(ROOT, folder, Territory(LENS, Sources(ROOT / "data")))
    return folder


@pytest.mark.real
def test_a_portrait_is_a_project_of_its_own(project: Path):
    """All pages are there but the one on a text; it reads the data of the whole."""
    assert [path.stem for path in PAGES if path.stem != LEDGER] == sorted(
        Path(page).name for page in toc_pages(project)
    )
    assert (project / "data" / "sources.csv").samefile(ROOT / "data" / "sources.csv")
    settings = yaml.safe_load((project / "_config.yml").read_text(encoding="utf-8"))
    assert "Lens" in settings["title"]
    assert "bibtex_bibfiles" not in settings


def test_what_a_portrait_is_built_with_is_in_its_language():
    """Its settings that are words; a formula has no menu, which would be in English."""
    with speaking("fr"):
        settings = yaml.safe_load(settings_of(ROOT, Phrase("portrait.part")))
    own = settings["sphinx"]["config"]
    assert settings["author"] == "Les contributeurs de bassin"
    assert own["language"] == "fr"
    assert own["nb_code_prompt_show"] == "Afficher le code"
    assert own["html_theme_options"]["search_bar_text"] == "Chercher dans ce livre"
    assert own["numfig_format"]["table"] == "Tableau %s"
    assert own["mathjax3_config"]["options"]["enableMenu"] is False


@pytest.mark.real
def test_every_chapter_is_of_the_place(project: Path):
    """Its SIREN follows the default one, in a cell that papermill would know."""
    for path in chapters(project).values():
        notebook = nbformat.read(path, as_version=4)
        given = [c for c in notebook.cells if INJECTED in c.metadata.get("tags", [])]
        (cell,) = given
        said = [f"epci = '{LENS}'", *(["line = '315'"] if "line" in cell.source else [])]
        assert cell.source.splitlines() == said, path.name


@pytest.mark.real
def test_the_line_is_a_parameter_of_the_pages_that_it_cuts(tmp_path: Path):
    """Of the one on the halves, and of the one that counts their sentences; of no other."""
    folder = tmp_path / "portrait"
    lens = Territory(LENS, Sources(ROOT / "data"))
    write_project(ROOT, folder, lens, line="altitude")
    cut = {
        path.stem
        for path in chapters(folder).values()
        if "line = 'altitude'" in path.read_text(encoding="utf-8")
    }
    assert cut == {"10_halves", "16_files"}


def test_a_line_that_is_none_is_refused_before_anything_is_built():
    """With what there is."""
    with pytest.raises(ChoiceError, match="altitude, distance, massif"):
        build_portrait(LENS, ROOT, line="river")


@pytest.mark.real
def test_a_portrait_is_in_every_language(project: Path):
    """Nothing that its pages say, or show of the data, is without a translation."""
    for language in languages_of(ROOT)[1:]:
        assert languages_of(project) == languages_of(ROOT)
        refuse_incomplete(project, language, of_book(project))


@pytest.mark.real
def test_a_second_writing_changes_nothing(project: Path):
    """So that a build that follows is quick."""
    before = {p: p.read_bytes() for p in project.rglob("*") if p.is_file() and not p.is_symlink()}
    write_project(ROOT, project, Territory(LENS, Sources(ROOT / "data")))
    after = {p: p.read_bytes() for p in project.rglob("*") if p.is_file() and not p.is_symlink()}
    assert before == after


@pytest.mark.parametrize("tags", [[], [["parameters"], ["parameters"]]])
def test_a_notebook_without_its_one_cell_of_parameters_is_refused(tmp_path: Path, tags):
    """The message says which cell to tag."""
    cells = [nbformat.v4.new_code_cell("x = 1", metadata={"tags": own}) for own in tags]
    path = tmp_path / "page.ipynb"
    nbformat.write(nbformat.v4.new_notebook(cells=cells), path)
    with pytest.raises(BuildError, match=f"{len(tags)} cells are tagged"):
        with_parameters(path, epci=LENS)


@pytest.mark.parametrize("path", PAGES, ids=lambda path: path.stem)
def test_a_page_of_a_portrait_names_no_place(path: Path):
    """Its prose is of any place; the default parameter alone is of one."""
    notebook = nbformat.read(path, as_version=4)
    prose = " ".join(c.source for c in notebook.cells if c.cell_type == "markdown")
    for name in ("Alès", "Gard", "Cévennes", "Occitanie", "agglomeration"):
        assert name not in prose
    code = [c for c in notebook.cells if c.cell_type == "code"]
    assert all(not cell.outputs for cell in code)
    assert sum("200066918" in cell.source for cell in code) == 1


def test_tables_of_another_state_are_deleted(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    """Those of this one stay."""
    monkeypatch.setattr("bassin.book.digests.library_digest", lambda root: "now")
    old = tmp_path / "_build" / "portraits" / "tables" / "before"
    old.mkdir(parents=True)
    own = shared_tables(tmp_path)
    (own / "table").write_bytes(b"x")
    assert shared_tables(tmp_path) == own
    assert own.name == "now"
    assert (own / "table").is_file()
    assert not old.exists()


@pytest.mark.real
def test_nothing_of_anybody_is_deleted_where_a_link_is_due(tmp_path: Path):
    """A folder that stands there is kept and named; a link that leads elsewhere is replaced."""
    lens = Territory(LENS, Sources(ROOT / "data"))
    own, elsewhere = tmp_path / "portrait" / "data", tmp_path / "elsewhere"
    for folder in (own, elsewhere / "_static"):
        folder.mkdir(parents=True)
        (folder / "kept.csv").write_text("mine", encoding="utf-8")
    with pytest.raises(BuildError, match=r"data: a link to .* is due here"):
        write_project(ROOT, own.parent, lens)
    assert (own / "kept.csv").read_text(encoding="utf-8") == "mine"
    own.rename(tmp_path / "away")
    for name in ("data", "book"):
        (own.parent / name).symlink_to(elsewhere, target_is_directory=True)
    write_project(ROOT, own.parent, lens)
    assert own.samefile(ROOT / "data")
    assert [path.name for path in elsewhere.rglob("*.csv")] == ["kept.csv"]


@pytest.mark.real
def test_one_portrait_is_built_by_one_process(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    """A second one is refused before it touches the notebooks; nor is it deleted meanwhile."""
    (tmp_path / "data").symlink_to(ROOT / "data", target_is_directory=True)
    written = []
    monkeypatch.setattr("bassin.book.portrait.write_project", lambda *args: written.append(args))
    monkeypatch.setattr("bassin.book.within.shared_tables", lambda root: root)
    with (
        lock(tmp_path / PORTRAITS / LENS / LOCK, "building"),
        pytest.raises(LockedError, match="has been building"),
    ):
        build_portrait(LENS, tmp_path)
    assert not written
    with (
        lock(tmp_path / PORTRAITS / LENS / LOCK, "building"),
        pytest.raises(LockedError, match="has been building"),
    ):
        clean(tmp_path)
    assert (tmp_path / PORTRAITS / LENS).is_dir()
    clean(tmp_path)
    assert not (tmp_path / "_build").exists()


@pytest.mark.real
def test_a_portrait_that_cannot_be_written_is_a_fault_of_the_build(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
):
    """As a disk that is full, or a system without links."""

    def full(*args: object) -> None:
        raise OSError(28, "No space left on device")

    (tmp_path / "data").symlink_to(ROOT / "data", target_is_directory=True)
    monkeypatch.setattr("bassin.book.portrait.write_project", full)
    with pytest.raises(BuildError, match=r"could not be written: .* No space left"):
        build_portrait(LENS, tmp_path)
