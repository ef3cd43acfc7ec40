"""What a table of a topic rests on: its files, all of them, and no others."""

from __future__ import annotations

import inspect
import shutil
from pathlib import Path

import pandas as pd
import pytest

from bassin.files.manifest import RAW
from bassin.files.sources import Sources
from bassin.files.trace import cached_property, recording
from bassin.files.transcribed import is_transcription
from bassin.places.territory import Territory
from bassin.topics.base import Topic
from bassin.topics.ecosystem.local import Ecosystem
from bassin.topics.health.local import Health
from bassin.topics.land.local import Land
from bassin.topics.land.recruitment import Recruitment
from bassin.topics.perimeters.local import Perimeters
from bassin.topics.population.local import Population
from bassin.topics.poverty.income import Income
from bassin.topics.programmes.local import Programmes
from bassin.topics.risk.local import Risk

MINEVILLE = "200000018"
TOPICS = [
    *(Ecosystem, Health, Income, Land, Perimeters),
    *(Population, Programmes, Recruitment, Risk),
]


def tables(topic: type[Topic]) -> list[str]:
    """Names of the tables that a topic makes public, less those the study of Alès prints."""
    found = inspect.getmembers(topic, lambda one: isinstance(one, cached_property))
    own = [name for name, _ in found if not hasattr(Topic, name)]
    return [name for name in own if not name.startswith(("_", "printed_"))]


CASES = [pytest.param(topic, name, id=name) for topic in TOPICS for name in tables(topic)]


def same(one: object, other: object) -> bool:
    """Whether two tables, or what else a topic hands out, are equal."""
    if isinstance(one, pd.DataFrame | pd.Series):
        return one.equals(other)
    return one == other


def path_of(root: Path, file: str) -> Path:
    """Where a file of the manifest, or a transcription, lies."""
    return root / file if is_transcription(file) else root / RAW / file


@pytest.mark.parametrize(("topic", "name"), CASES)
def test_a_table_needs_the_files_it_cites_and_no_other(
    topic: type[Topic], name: str, toy_root: Path, tmp_path: Path
):
    """It is the same where every other file is gone, and is not made where one of its own is."""
    whole = Sources(toy_root)
    with recording() as noted:
        table = getattr(topic(Territory(MINEVILLE, whole), whole), name)
    assert noted.files

    root = Path(shutil.copytree(toy_root, tmp_path / "data"))
    for file in set(whole.manifest.index) - noted.files:
        (root / RAW / file).write_bytes(b"gone\n")
    alone = Sources(root)
    assert same(getattr(topic(Territory(MINEVILLE, alone), alone), name), table)

    for file in noted.files:
        path = path_of(root, file)
        held = path.read_bytes()
        path.write_bytes(b"gone\n")
        without = Sources(root)
        with pytest.raises(Exception, match=r"sha256|gone|study"):
            getattr(topic(Territory(MINEVILLE, without), without), name)
        path.write_bytes(held)


@pytest.mark.parametrize("topic", TOPICS)
def test_what_was_asked_before_changes_no_files(topic: type[Topic], toy: Sources):
    """The files of each table are the same in whatever order they are asked for."""

    def cited(names: list[str]) -> dict[str, set[str]]:
        sources = Sources(toy.root)
        one = topic(Territory(MINEVILLE, sources), sources)
        found = {}
        for name in names:
            with recording() as noted:
                getattr(one, name)
            found[name] = noted.files
        return found

    names = tables(topic)
    assert cited(names) == cited(names[::-1])
