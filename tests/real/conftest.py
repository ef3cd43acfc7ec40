"""A copy of the data folder whose files can be taken away, one by one."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
from tests.fixtures import ROOT

from bassin.files.manifest import MANIFEST, RAW
from bassin.files.sources import Sources
from bassin.files.transcribed import FOLDERS


@pytest.fixture(scope="session")
def copied(real: Sources, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A copy of ``data/`` whose files can be taken away: its raw files are links."""
    root = tmp_path_factory.mktemp("lineage") / "data"
    for folder in FOLDERS:
        shutil.copytree(
            ROOT / "data" / folder,
            root / folder,
            copy_function=lambda at, to: Path(to).symlink_to(at),
        )
    for name in (MANIFEST, "agreements.csv"):
        shutil.copy(ROOT / "data" / name, root / name)
    for file in real.manifest.index:
        link = root / RAW / str(file)
        link.parent.mkdir(parents=True, exist_ok=True)
        link.symlink_to(ROOT / "data" / RAW / str(file))
    return root
