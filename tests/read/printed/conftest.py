"""Transcriptions of which one cell was typed otherwise."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from pathlib import Path

import pandas as pd
import pytest

from bassin.files.sources import Sources
from bassin.files.transcribed import STUDY, of_study
from bassin.study import ALES_AGGLOMERATION

#: File, column, cell, and the claim whose rows get it; the first row by default.
Retype = Callable[..., Sources]


@pytest.fixture
def retyped(real: Sources, tmp_path: Path) -> Retype:
    """Make a copy of the transcriptions where one cell of a list was changed."""
    shutil.copytree(real.root / STUDY, tmp_path / STUDY)

    def change(file: str, column: str, value: str, claim: str = "") -> Sources:
        path = tmp_path / of_study(ALES_AGGLOMERATION, file)
        table = pd.read_csv(path, dtype=str, keep_default_na=False)
        rows = table["claim"] == claim if claim else table.index == 0
        table.loc[rows, column] = value
        table.to_csv(path, index=False, lineterminator="\n")
        return Sources(tmp_path)

    return change
