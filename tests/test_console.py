"""What a console shows of an object: a few lines, for which nothing is read."""

from __future__ import annotations

from pathlib import Path

import pandas as pd
import pytest

from bassin import console
from bassin.files.sources import Sources
from bassin.places.territory import Territory
from bassin.show.exhibit import Exhibit
from bassin.show.tables import show
from bassin.study import Study
from bassin.topics.employment.local import Employment
from bassin.topics.gathered import topic_classes

BASIN = "200000018"


@pytest.fixture
def study(toy_root: Path, monkeypatch: pytest.MonkeyPatch) -> Study:
    """A study of the toy basin; from then on no file can be read."""
    made = Study(BASIN, sources=Sources(toy_root))
    _ = made.care  # it takes the car times, which read the terrain

    def refuse(sources: Sources, file: str) -> bytes:
        raise AssertionError(f"{file} is read")

    monkeypatch.setattr(Sources, "read", refuse)
    monkeypatch.setattr(Sources, "transcription", refuse)
    return made


@pytest.mark.parametrize("name", sorted(topic_classes()))
def test_a_topic_says_what_it_is_and_has(study: Study, name: str):
    """In lines of a console; every name that it lists can be asked for."""
    topic = getattr(study, name)
    first, *lines = repr(topic).splitlines()
    assert first == f"{type(topic).__name__}('200000018': CA du Bassin de Mineville, 12 communes)"
    assert lines
    assert all(len(line) <= console.WIDTH for line in lines)
    for line in "".join(lines).replace("  tables:", ",").replace("  methods:", ",").split(","):
        assert not line.strip() or hasattr(type(topic), line.strip().removesuffix("()"))


def test_a_study_lists_its_topics(study: Study):
    """Name, SIREN, communes, each topic."""
    assert "Study('200000018': CA du Bassin de Mineville, 12 communes)" in repr(study)
    assert "  topics: " in repr(study)
    assert all(name in repr(study) for name in topic_classes())


def test_a_notebook_shows_a_row_a_topic(study: Study, monkeypatch: pytest.MonkeyPatch):
    """What a name holds is text."""
    name = property(lambda self: "<script>alert(1)</script>")
    monkeypatch.setattr(Territory, "label", name)
    shown = study._repr_html_()
    assert shown.count("<tr>") == 1 + len(topic_classes())
    assert "<td>health</td><td>Access to health professionals</td>" in shown
    assert "<script>" not in shown


def test_what_is_not_read_yet_is_not_said(toy_root: Path, monkeypatch: pytest.MonkeyPatch):
    """A territory is its code until its communes are asked for; an unknown one too."""
    assert repr(Territory("999999999", Sources(toy_root))) == "Territory('999999999')"
    assert repr(Employment.given()).startswith("Employment()\n")
    assert repr(Sources(toy_root / "nowhere")) == f"Sources({str(toy_root / 'nowhere')!r})"


def test_indicators_are_counted_and_listed(study: Study):
    """In both: those of France with their keys."""
    assert repr(study.national).startswith("National(")
    assert " gp_2023," in repr(study.national).replace("\n", " ")
    assert repr(study.selected).startswith("Selected('200000018': CA du Bassin de Mineville, 12 ")


def test_an_exhibit_is_a_line():
    """Not its table."""
    table = pd.DataFrame({"n": range(500)})
    made: Exhibit = show(table, name="tab-toy", caption="Toy.", source="Toy.")
    assert repr(made) == "Exhibit('tab-toy': 500 x 1, 0 files)"
