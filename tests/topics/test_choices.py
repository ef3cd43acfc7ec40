"""Every method of a topic, and every reader, names what it cannot be asked for.

The methods are found by what their arguments are said to be.
"""

from __future__ import annotations

import inspect
from collections.abc import Iterator
from pathlib import Path
from typing import get_type_hints

import pandas as pd
import pytest

from bassin.choices import choosing
from bassin.errors import AccessError, ChoiceError, PassageError
from bassin.files.sources import Sources
from bassin.files.trace import recording
from bassin.indicators import catalogue
from bassin.places.passage import Passage
from bassin.places.territory import Territory
from bassin.read import editions, insee, printed
from bassin.read._reused import READERS, TOGETHER
from bassin.study import ALES_AGGLOMERATION, Study
from bassin.topics.base import Topic
from bassin.topics.facts import facts
from bassin.topics.gathered import Topics
from bassin.topics.national import National

#: A wrong value of each kind of argument.
WRONG = {
    "str": "no such",
    "int": 1789,
    "str | None": "no such",
    "Sequence[str]": ["no such"],
    "Sequence[str] | None": ["no such"],
    "Sequence[int]": [1789],
    "Sequence[tuple[int, int]]": [(1789, 1790)],
}
#: Arguments that are free, and what they are.
FREE = {
    "n": "how many rows",
    "part": "a part of the median, in %",
    "word": "what is looked for",
    "gap_days": "a length of time",
    "length": "a number of years",
    "doctors": "how many",
    "least": "a number of inhabitants",
}
#: Methods that are not asked here, and why.
APART = {
    "Programmes.chain": "the toy has no transcription of the instruments",
    "Health.named": "it looks for a word",
    "Risk.hits": "it words the years it is given",
    "Employment.fabric": "the toy has no file of the industries of communes",
    "Employment.own_totals": "a year that the file lacks is missing",
    "Ageing.young_in_large": "it keeps the communes that are large",
    "Income.aid_share": "of communes the file lacks it is NaN",
    "Territory.named": "it has its own errors",
}


def cases() -> Iterator[tuple[str, str, dict[str, object]]]:
    """Property of a study, method, and arguments of which all are wrong, or one alone."""
    for name, held in vars(Topics).items():
        made = get_type_hints(held.compute).get("return") if hasattr(held, "compute") else None
        if not inspect.isclass(made) or not issubclass(made, Topic | National | Territory):
            continue
        for method, function in inspect.getmembers(made, inspect.isfunction):
            free = method.startswith("_") or f"{made.__name__}.{method}" in APART
            if free or vars(Topic).get(method) is function:
                continue
            given = [*inspect.signature(function).parameters.values()][1:]
            choices = [p for p in given if p.annotation in WRONG and p.name not in FREE]
            needed = {p.name for p in given if p.default is p.empty and p.name not in FREE}
            if not choices or needed - {p.name for p in choices}:
                continue
            numbers = {p.name: 1 for p in given if p.default is p.empty and p.name in FREE}
            yield name, method, numbers | {p.name: WRONG[p.annotation] for p in choices}
            for alone in choices:
                if not needed - {alone.name} and len(choices) > 1:
                    yield name, method, numbers | {alone.name: WRONG[alone.annotation]}


CASES = [*cases()]


@pytest.mark.parametrize(
    ("topic", "method", "wrong"), CASES, ids=[f"{t}.{m}-{','.join(w)}" for t, m, w in CASES]
)
def test_a_method_names_what_there_is(toy_study: Study, topic: str, method: str, wrong: dict):
    """A wrong year, profession, line, place, label or key is refused, with the choices."""
    asked = getattr(getattr(toy_study, topic), method)
    variable = [
        p.name for p in inspect.signature(asked).parameters.values() if p.kind is p.VAR_POSITIONAL
    ]
    with pytest.raises((ChoiceError, AccessError), match=r"is no choice|is outside|no such"):
        asked(*[wrong.pop(name) for name in variable if name in wrong], **wrong)


def test_most_methods_are_asked():
    """Check that the methods are found, and that none of those left apart is gone."""
    assert len(CASES) > 120
    classes = {
        get_type_hints(h.compute).get("return")
        for h in vars(Topics).values()
        if hasattr(h, "compute")
    }
    there = {
        f"{one.__name__}.{name}" for one in classes if inspect.isclass(one) for name in dir(one)
    }
    assert set(APART) <= there


def test_what_a_choice_is_held_against_is_no_evidence(toy: Sources):
    """A method rests on the files of what it returns, not on those that list the choices."""

    class Asked:
        @choosing(code=lambda self: insee.regions(toy).index)
        def name(self, code: str) -> str:
            return code

    known = insee.regions(toy).index[0]
    with recording() as noted:
        assert Asked().name(known) == known
    assert not noted.files
    with pytest.raises(ChoiceError, match="code='no such' is no choice"):
        Asked().name("no such")


@pytest.fixture(scope="module")
def toy_study(toy_root: Path) -> Study:
    """The study of the toy basin."""
    return Study("200000018", toy_root)


def test_every_reader_names_what_there_is(toy: Sources):
    """A level, year or profession that no file has is refused, with those there are."""
    editions.every_reader()
    tried = 0
    for reader in READERS.values():
        for argument, domain in reader.domains.items():
            known = [*(domain(toy) if callable(domain) else domain)]
            # A text that is not there is refused by its folder.
            if known and TOGETHER not in argument and argument != "epci":
                tried += 1
                with pytest.raises(
                    ChoiceError, match=f"{argument}='no such' is no choice"
                ) as caught:
                    reader.function(toy, **{argument: "no such"})
                assert set(caught.value.choices) == set(known)
    assert tried > 15


@pytest.mark.parametrize("code", [200066918, None, "200066919", "Alès Agglomération", ""])
def test_a_study_of_no_place(toy_root: Path, code: object):
    """A number, nothing, a wrong SIREN and a name are no place: the error is a choice's."""
    with pytest.raises(ChoiceError, match="SIREN"):
        Study(code, toy_root)


@pytest.mark.parametrize(
    ("key", "near"), [("car_ptc", "car_pct"), (None, "There are"), (7, "There are")]
)
def test_an_indicator_that_is_none(key: object, near: str):
    """A misspelt key brings the right one first."""
    with pytest.raises(ChoiceError, match=rf"key=.* is no choice\. .*{near}"):
        catalogue.find(key)


def test_a_claim_chapter_that_is_none(real: Sources):
    """Chapters of claims and of facts are told."""
    with pytest.raises(ChoiceError, match=r"chapter='helth' is no choice\. There are health"):
        printed.claims(real, ALES_AGGLOMERATION, "helth")
    with pytest.raises(ChoiceError, match=r"chapter='helth' is no choice\. There are health"):
        facts(None, "helth")


@pytest.mark.parametrize("day", ["2023", "2017-13-45", "01/01/2023", ""])
def test_a_day_that_is_none(toy: Sources, day: str):
    """A passage tells a day of the calendar from what looks like one; the error is a value's."""
    passage = Passage(insee.commune_events(toy))
    with pytest.raises(PassageError) as caught:
        passage.carry(pd.Series({"30001": 1.0}), "2017-01-01", day)
    assert isinstance(caught.value, ValueError)
