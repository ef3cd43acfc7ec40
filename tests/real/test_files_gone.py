"""A file that is listed and gone stops whoever reads it, by name: no number is made without it."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from tests.corruption import harness
from tests.fixtures import ROOT

from bassin.errors import BassinError, MissingFileError
from bassin.files.sources import RAW, Sources
from bassin.files.trace import recording
from bassin.files.transcribed import is_transcription
from bassin.read import drees, insee

DATA = ROOT / "data"


@pytest.fixture
def linked(tmp_path: Path) -> Path:
    """The data folder, made of links: a file of it can be taken away."""
    for path in DATA.rglob("*"):
        if path.is_file():
            link = tmp_path / path.relative_to(DATA)
            link.parent.mkdir(parents=True, exist_ok=True)
            link.symlink_to(path)
    return tmp_path


def rested_on() -> Iterator[tuple[harness.Call, str]]:
    """First call of each reader whose files are here, with each file that it reads."""
    sources, known = Sources(DATA), set()
    for _, call in harness.subjects(sources):
        if call.reader.name in known:
            continue
        with recording() as noted:
            try:
                call(sources)
            except BassinError:
                continue
        known.add(call.reader.name)
        for file in sorted(noted.files):
            if not is_transcription(file):
                yield call, file


@pytest.mark.real
@pytest.mark.slow
@pytest.mark.filterwarnings("ignore")
def test_every_reader_names_a_file_that_is_gone(linked: Path):
    """Each file that its table rests on, one at a time, with what to do."""
    pairs = [*rested_on()]
    assert len(pairs) > 60
    for call, file in pairs:
        path = linked / RAW / file
        target = path.readlink()
        path.unlink()
        try:
            with pytest.raises(MissingFileError) as caught:
                call(Sources(linked))
            assert file in str(caught.value), call.name
            assert "Restore it with `git checkout`" in str(caught.value), call.name
        finally:
            path.symlink_to(target)


@pytest.mark.real
@pytest.mark.parametrize(
    ("file", "read"),
    [
        (
            "drees/apl_infirmiers_2022_2023.xlsx",
            lambda s: drees.apl_years(s, "nurse"),
        ),
        ("insee/FILO2017_DISP_EPCI.csv", lambda s: insee.filosofi_distribution(s, "epci", 2017)),
    ],
)
def test_a_series_is_not_shorter_in_silence(linked: Path, file: str, read):
    """The year that is gone is asked for, and named."""
    (linked / RAW / file).unlink()
    with pytest.raises(MissingFileError, match=file):
        read(Sources(linked))
