"""A project of the toy France, for the commands."""

from __future__ import annotations

from pathlib import Path

import pytest
from tests.fixtures import ROOT


@pytest.fixture
def toy_project(toy_root: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The project that the commands find."""
    (tmp_path / "_config.yml").write_text("title: Toy\n", encoding="utf-8")
    (tmp_path / "data").symlink_to(toy_root, target_is_directory=True)
    monkeypatch.setenv("BASSIN_ROOT", str(tmp_path))
    return tmp_path


@pytest.fixture
def real_project(monkeypatch: pytest.MonkeyPatch) -> None:
    """The commands find the project itself, and its raw files."""
    monkeypatch.setenv("BASSIN_ROOT", str(ROOT))
