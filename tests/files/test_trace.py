"""Which files a value rests on: through caches, across objects, after a change."""

from __future__ import annotations

import re
from pathlib import Path

import pandas as pd
import pytest

import bassin
from bassin.errors import SourceError
from bassin.files import trace
from bassin.files.manifest import RAW
from bassin.files.sources import Sources
from bassin.files.trace import Edition, cached_method, cached_property, opened, recording


class Topic:
    """A topic of two values, the second made from the first."""

    def __init__(self) -> None:
        self.runs = 0
        self.files = {name: Edition(name) for name in ("people.csv", "areas.csv")}

    def replace(self, name: str) -> None:
        """Put another edition in the place of a file."""
        self.files[name].outdated = True
        self.files[name] = Edition(name)

    @cached_property
    def people(self) -> int:
        """People."""
        self.runs += 1
        opened(self.files["people.csv"])
        return 12

    @cached_method
    def households(self, size: float = 2.0) -> pd.Series:
        """Households of so many people."""
        return pd.Series([self.people / size])

    @cached_property
    def density(self) -> float:
        opened(self.files["areas.csv"])
        return self.people / 3


class Chapter:
    """Another object, that uses a topic."""

    def __init__(self, topic: Topic) -> None:
        self.topic = topic

    @cached_property
    def claim(self) -> bool:
        return self.topic.density > 3


def test_a_value_rests_on_the_files_opened_for_it():
    """What is opened inside is noted, what is opened after is not."""
    with recording() as noted:
        opened(Edition("a.csv"))
    opened(Edition("b.csv"))
    assert noted.files == {"a.csv"}


def test_a_cached_value_says_its_files_again():
    """Whoever asks second rests on them too, through as many objects as lie between."""
    topic = Topic()
    assert topic.people == 12
    with recording() as first:
        assert Chapter(topic).claim
    with recording() as second:
        assert topic.density == 4
    assert first.files == second.files == {"people.csv", "areas.csv"}
    assert topic.runs == 1


def test_nested_recordings_add_up():
    """The outer one rests on what the inner one does, not the other way round."""
    with recording() as outer:
        opened(Edition("a.csv"))
        with recording() as inner:
            opened(Edition("b.csv"))
    assert (outer.files, inner.files) == ({"a.csv", "b.csv"}, {"b.csv"})


def fail_after_opening(file: str) -> None:
    with recording():
        opened(Edition(file))
        raise ZeroDivisionError


def test_what_was_noted_so_far_is_of_what_runs():
    """What others use is noted with it; nothing is where nobody records."""
    one, other = Edition("a.csv"), Edition("b.csv")
    assert trace.so_far() == frozenset()
    with recording():
        opened(one)
        with recording():
            assert trace.so_far() == frozenset()
            trace.note({other})
            assert trace.so_far() == {other}
        assert trace.so_far() == {one, other}


def test_a_failure_leaves_the_recording_in_order():
    """A check that raises does not mix its files with those of the next."""
    with recording() as outer:
        with pytest.raises(ZeroDivisionError):
            fail_after_opening("a.csv")
        opened(Edition("b.csv"))
    with recording() as after:
        opened(Edition("c.csv"))
    assert (outer.files, after.files) == ({"a.csv", "b.csv"}, {"c.csv"})


def test_what_rests_on_a_replaced_file_is_computed_again():
    """And nothing else is."""
    topic = Topic()
    assert topic.density == 4
    topic.replace("areas.csv")
    assert topic.density == 4
    assert topic.runs == 1
    topic.replace("people.csv")
    assert topic.density == 4
    assert topic.runs == 2


def test_a_method_is_computed_once_for_each_of_its_arguments():
    """However they are given; anew once a file is another; nobody writes in another's table."""
    topic = Topic()
    with recording() as noted:
        own = topic.households()
    own[0] = -1.0
    with recording() as again:
        assert [topic.households(2.0)[0], topic.households(size=3.0)[0]] == [6.0, 4.0]
    assert noted.files == again.files == {"people.csv"}
    assert topic.runs == 1
    topic.replace("people.csv")
    assert topic.households()[0] == 6.0
    assert topic.runs == 2


def test_a_cached_property_cannot_be_set():
    """A value set by hand would rest on no file."""
    with pytest.raises(AttributeError, match="people is computed, not set"):
        Topic().people = 3
    assert Topic.people.__doc__ == "People."


def test_sources_say_what_they_open(toy: Sources):
    """Raw files by their path in the manifest, transcriptions under study/."""
    with recording() as noted:
        toy.read("insee/v_region_2023.csv")
        toy.transcription("study/200000018/land.csv")
    assert noted.files == {"insee/v_region_2023.csv", "study/200000018/land.csv"}


def test_a_copy_stands_for_one_file_while_the_block_runs(toy: Sources, tmp_path: Path):
    """Its hash and rows are not asked for; those of other files are."""
    file, copy = "insee/v_region_2023.csv", tmp_path / "copy.csv"
    copy.write_bytes(b"other")
    whole = (toy.root / RAW / file).read_bytes()
    with toy.replaced(file, copy):
        assert toy.read(file) == b"other"
        assert toy.rows(file) is None
        assert toy.rows("insee/v_departement_2023.csv") is not None
    assert toy.read(file) == whole
    with pytest.raises(SourceError, match=r"absent\.csv: no such file"):
        toy.replaced(file, tmp_path / "absent.csv").__enter__()
    with pytest.raises(SourceError, match="is not listed"):
        toy.replaced("insee/nothing.csv", copy).__enter__()


def test_no_cache_of_the_library_is_untraced():
    """A value kept by another cache would hide the files it was made from."""
    package = Path(bassin.__file__).parent
    # The manifest and the words are no raw files; nothing in show/, nodes or printing reads one.
    exempt = {package / "files/sources.py", package / "words/language.py"}
    exempt |= {package / "words/told.py"}
    exempt |= {package / "show/exhibit.py", package / "show/maps/leaflet.py"}
    exempt |= {package / "show/scripted.py", package / "book/nodes/findings.py"}
    exempt |= {package / "show/summary/paper.py", package / "book/pdf/printing.py"}
    # Its tables are handed to it: whoever made it has read them.
    exempt |= {package / "places/passage.py", package / "models/travel/field.py"}
    exempt |= {package / "models/travel/planned.py"}
    assert all(path.is_file() for path in exempt)
    untraced = [
        str(path)
        for path in sorted(set(package.rglob("*.py")) - exempt)
        if re.search(r"functools import .*cache|functools\.\w*cache", path.read_text("utf-8"))
        and path.name != "trace.py"
    ]
    assert untraced == []
