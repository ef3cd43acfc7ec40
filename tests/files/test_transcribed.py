"""Files that were typed in: told by their folder, read from no other."""

from __future__ import annotations

import pytest

from bassin.errors import MissingFileError, SourceError
from bassin.files.sources import Sources
from bassin.files.transcribed import FOLDERS, folder_of, is_transcription, of_study
from bassin.study import ALES_AGGLOMERATION


def test_folders_of_what_was_typed(real: Sources):
    """All are there; no publisher has the name of one."""
    assert all((real.root / folder).is_dir() for folder in FOLDERS)
    assert {file.partition("/")[0] for file in real.manifest.index} & {*FOLDERS} == set()
    assert folder_of("places/epci-names.csv") == "places"
    assert not is_transcription("insee/v_region_2023.csv")


def test_each_is_read_by_its_path(real: Sources):
    """A name without a folder is none: a study is of a place."""
    land = real.transcription(of_study(ALES_AGGLOMERATION, "land.csv"))
    assert land.startswith(b"key,item,")
    for name in ("land.csv", "sources.csv"):
        with pytest.raises(SourceError, match="is in none of study, places, law"):
            real.transcription(name)
    assert real.transcription("places/epci-names.csv").startswith(b"siren,published,")
    assert real.listed("places/epci-names.csv") is None


def test_nothing_else_is_read_as_one(real: Sources):
    """Neither what lies beside the folders, nor what is not there."""
    for name in ("places/../sources.csv", "study/../places/epci-names.csv"):
        with pytest.raises(SourceError, match="Give its name there"):
            real.transcription(name)
    with pytest.raises(MissingFileError, match=r"places/zones\.csv: no such file"):
        real.transcription("places/zones.csv")
