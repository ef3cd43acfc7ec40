"""Where the project lies, told from where one stands."""

from __future__ import annotations

from pathlib import Path

import pytest
from tests.fixtures import ROOT

from bassin.errors import SourceError
from bassin.files.manifest import MANIFEST
from bassin.files.root import project_root


@pytest.fixture
def project(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder with the two files that make a project."""
    monkeypatch.delenv("BASSIN_ROOT", raising=False)
    folder = tmp_path / "project"
    (folder / "data").mkdir(parents=True)
    (folder / "_config.yml").touch()
    (folder / "data" / MANIFEST).touch()
    return folder


def test_a_project_is_found_from_any_folder_in_it(project: Path):
    """The nearest one above."""
    inside = project / "notebooks" / "drafts"
    inside.mkdir(parents=True)
    assert project_root(inside) == project_root(project) == project.resolve()


def test_elsewhere_it_is_the_checkout_of_the_package(project: Path):
    """A folder that lacks one of the two files is none."""
    (project / "_config.yml").unlink()
    assert project_root(project) == ROOT


def test_the_environment_wins_over_where_one_stands(project: Path, monkeypatch):
    """And is an error where there is no project, not the one at hand."""
    monkeypatch.setenv("BASSIN_ROOT", str(project))
    assert project_root(ROOT) == project
    monkeypatch.setenv("BASSIN_ROOT", str(project / "data"))
    with pytest.raises(SourceError, match=r"no project found from .*data: looked for _config\.yml"):
        project_root(ROOT)
