"""English stands in ``bassin.words``, docstrings, errors and the prose of notebooks alone."""

from __future__ import annotations

import ast
import json
import re
import string
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest
from tests.fixtures import ROOT
from tests.fixtures.phrases import HOLE, is_english, name_of, phrases, text_of
from tests.fixtures.scripts import SCRIPTS

from bassin.show.scripted import words_of
from bassin.words.language import load

#: What code looks for in the text of a file or of a program, or hands to one.
LOOKED_FOR = frozenset(
    [
        "from jupyter_book.cli.main import main; main()",
        " - the publisher's usual licence, not stated where the copy was found",
        "the study quotes",
        "The alternative hypothesis for conditional",
        "footnote mark",
        "list number",
        "set phrase",
        # Units as the list of claims has them.
        "consultations a year",
        "euros a square metre",
        "euros a year",
        "full-time posts for 100,000 inhabitants",
        "full-time posts for 100,000 women",
        "for 10,000 inhabitants",
        "%(?: of \\S.*)?",
        "time frame",
        # Ties the names of places to a legal form.
        "de la",
    ]
)
#: What is kept, for an error that may be raised later.
KEPT_FOR_ERRORS = frozenset(
    [
        "… was divided into … on …",
        "… do not add up to …",
        "… does not hold",
        "writing files of the data folder",
    ]
)
WORDS = ROOT / "src" / "bassin" / "words"
READERS = ROOT / "src" / "bassin" / "read"
#: Why files agree, how numbers and outlines depart, what bytes seem to be: errors of others tell.
TOLD_BY_ERRORS = {"_agreed.py", "blocks.py", "containers.py", "drawn.py"}
MODULES = [
    path
    for path in sorted((ROOT / "src" / "bassin").rglob("*.py"))
    if not path.is_relative_to(WORDS) and path.name not in TOLD_BY_ERRORS
]
NOTEBOOKS = sorted((ROOT / "notebooks").rglob("*.ipynb"))


def cells(notebook: Path) -> Iterator[str]:
    """Code of a notebook, cell by cell."""
    for cell in json.loads(notebook.read_text(encoding="utf-8"))["cells"]:
        if cell["cell_type"] == "code":
            yield "".join(cell["source"])


def sources(path: Path) -> list[str]:
    """Python code of a module or a notebook."""
    return list(cells(path)) if path.suffix == ".ipynb" else [path.read_text(encoding="utf-8")]


def found(path: Path) -> list[str]:
    """English phrases of a module or a notebook; a code that has a name is none."""
    codes, reads = LOOKED_FOR.union(KEPT_FOR_ERRORS, load("en").names), path.is_relative_to(READERS)
    told = [text for code in sources(path) for _, text in phrases(code, reads=reads)]
    return [text for text in told if text not in codes]


def place(path: Path) -> str:
    """Path from the root of the project."""
    return path.relative_to(ROOT).as_posix()


@pytest.mark.parametrize("path", [*MODULES, *NOTEBOOKS], ids=place)
def test_english_is_in_the_words_alone(path: Path):
    """Modules and the code of notebooks hold codes; what they are called is in the words."""
    assert found(path) == []


@pytest.mark.parametrize(
    ("code", "caught"),
    [
        ('x = "the share of jobs"', ["the share of jobs"]),
        ('x = f"{n} of {m}"', ["… of …"]),
        ('x = f"from {start}"', ["from …"]),
        ('x = {"a": ["no value published"]}', ["no value published"]),
        ('x = "Part des pers. âgées de 65 ans ou +"', []),
        ('x = "not_obtained"', []),
        ('def f():\n    """Say what it is."""', []),
        ('raise ValueError(f"{x} is not a number: give one")', []),
        ('def f():\n    cure = "Take it away."\n    raise ValueError(cure)', []),
        ('def f():\n    said = "Take it away."\n    return said', ["Take it away."]),
        ('def f():\n    raise ValueError(g())\ndef g():\n    return "which is not"', []),
        ('why = {"a": 1}\nwhy["it is out of order"] = 2', ["it is out of order"]),
        ('ax.legend(loc="outside upper left")', []),
        ("x = \"<b class='a' of='c'>INSEE</b>\"", []),
    ],
)
def test_what_is_a_phrase_and_what_is_none(code: str, caught: list[str]):
    """French headings, codes, markup, docstrings and what errors say are none."""
    assert [text for _, text in phrases(code)] == caught


def test_what_a_reader_looks_up_is_what_a_file_holds():
    """What it makes of it is a code."""
    code = 'x = {"jobs of the firm": "jobs_of_firm", "b": "number of the jobs"}'
    assert [text for _, text in phrases(code, reads=True)] == ["number of the jobs"]


def test_a_phrase_without_a_telling_word_is_known_by_the_patterns():
    """All its words stand in the words of the language, as those of a label do."""
    assert is_english("Weighted mean")
    assert not is_english("Moyenne pondérée")


@cache
def _calls() -> list[ast.Call]:
    code = [text for path in [*MODULES, *NOTEBOOKS] for text in sources(path)]
    trees = map(ast.parse, code)
    return [node for tree in trees for node in ast.walk(tree) if isinstance(node, ast.Call)]


def _named(pattern: object) -> Iterator[set[str]]:
    for text in pattern.values() if isinstance(pattern, dict) else [pattern]:
        yield {field for _, field, _, _ in string.Formatter().parse(str(text)) if field}


def test_every_phrase_has_a_pattern_that_names_what_it_holds():
    """A key that is written out in code, and the values given beside it."""
    patterns = load("en").sentences
    for call in _calls():
        if name_of(call.func) not in ("Phrase", "told") or not call.args:
            continue
        if isinstance(call.func, ast.Attribute):
            continue  # a section that a portrait tells is no phrase
        key = call.args[0]
        if not (isinstance(key, ast.Constant) and isinstance(key.value, str)):
            continue
        assert key.value in patterns, f"no pattern of {key.value!r}"
        given = {word.arg for word in call.keywords}
        if None not in given:
            assert all(named <= given for named in _named(patterns[key.value])), key.value


def test_every_pattern_is_of_some_phrase():
    """A sentence that nothing says any more leaves the words."""
    written = {key for path in SCRIPTS for key in words_of(path.read_text("utf-8"))}
    made = []
    places = [*MODULES, *NOTEBOOKS, *WORDS.glob("*.py")]
    for code in (one for path in places for one in sources(path)):
        for node in ast.walk(ast.parse(code)):
            text = text_of(node)
            if isinstance(node, ast.JoinedStr) and text and len(text.replace(HOLE, "")) > 3:
                made.append(re.compile(".+".join(map(re.escape, text.split(HOLE)))))
            elif text:
                written.add(text)
    assert [
        key
        for key in load("en").sentences
        if not key.startswith("list.")  # of use to every subject
        and key not in written
        and not any(form.fullmatch(key) for form in made)
    ] == []


def test_every_exhibit_has_words_and_all_words_have_an_exhibit():
    """By the name that a notebook gives; one that shows an indicator may have those of it alone."""
    asked = {
        call.args[0].value: any(word.arg == "shows" for word in call.keywords)
        for call in _calls()
        if name_of(call.func) == "exhibit" and call.args and isinstance(call.args[0], ast.Constant)
    }
    worded = set(load("en").exhibits)
    assert worded <= set(asked)
    assert {name for name, shows in asked.items() if not shows} <= worded
