"""Each language has words for the same, and one is chosen by a context or for an edition."""

from __future__ import annotations

import datetime
import importlib
import pkgutil
import re
import string
from collections.abc import Iterator, Mapping
from types import ModuleType
from typing import Any

import pytest

from bassin.phrase import Phrase
from bassin.words import LANGUAGES, WordError, called, counted, current, date, number, speaking
from bassin.words import language as languages
from bassin.words.language import EDITION, FORMATS, load
from bassin.words.writing import amount, write

FIRST, *OTHERS = LANGUAGES
NNBSP, NBSP = "\N{NARROW NO-BREAK SPACE}", "\N{NO-BREAK SPACE}"
#: What a language alone has: the grammar of its names of places.
OWN = frozenset(["APOSTROPHE", "ARTICLES", "FORMS", "IN", "TIES", "WITHIN"])


def modules(language: str) -> dict[str, ModuleType]:
    """Modules of a language by name."""
    package = importlib.import_module(f"bassin.words.{language}")
    return {
        one.name: importlib.import_module(f"{package.__name__}.{one.name}")
        for one in pkgutil.iter_modules(package.__path__)
    }


def words(module: ModuleType) -> dict[str, Any]:
    """Mappings and texts of a module that are of its own and read from outside."""
    return {
        name: value
        for name, value in vars(module).items()
        if name.isupper() and not name.startswith("_") and name not in OWN
    }


TWINS = [(language, name) for language in OTHERS for name in modules(FIRST)]


def fields(pattern: object) -> set[str]:
    """What a pattern names, in any of its plurals."""
    forms = pattern.values() if isinstance(pattern, Mapping) else [pattern]
    return {
        field for text in forms for _, field, _, _ in string.Formatter().parse(str(text)) if field
    }


def texts(held: Any) -> Iterator[str]:
    """Texts of words, keys aside."""
    if isinstance(held, str):
        yield held
    elif isinstance(held, Mapping):
        for value in held.values():
            yield from texts(value)
    elif isinstance(held, list | tuple):
        for value in held:
            yield from texts(value)


def test_thousands_are_not_broken_over_two_lines_in_french():
    """A space between digits of a number is one that no line ends at."""
    said = [one for module in modules("fr").values() for one in texts([*words(module).values()])]
    assert len(said) > 1000
    assert [one for one in said if re.search(r"(?<!\d)\d{1,3} \d{3}(?!\d)", one)] == []


@pytest.mark.parametrize("language", OTHERS)
def test_every_module_has_its_twin(language: str):
    """What is said in one language is said in each."""
    assert modules(FIRST).keys() == modules(language).keys()


@pytest.mark.parametrize(("language", "name"), TWINS)
def test_twins_have_the_same_keys(language: str, name: str):
    """Of every mapping; a text or a number is in both."""
    first, other = (words(modules(code)[name]) for code in (FIRST, language))
    imported = {"FIELDS"} if name == "portrait" else set()
    assert first.keys() - imported == other.keys()
    for kind in other:
        if isinstance(first[kind], Mapping):
            assert first[kind].keys() == other[kind].keys(), kind


@pytest.mark.parametrize(("language", "name"), TWINS)
def test_twins_name_the_same(language: str, name: str):
    """Sentences and labels say what varies, all of it; exhibits have the same parts."""
    first, other = (words(modules(code)[name]) for code in (FIRST, language))
    for kind in ("SENTENCES", "LABELS", "COUNTS"):
        for key, pattern in first.get(kind, {}).items():
            assert fields(pattern) == fields(other[kind][key]), key
    for key, exhibit in first.get("EXHIBITS", {}).items():
        twin = other["EXHIBITS"][key]
        assert exhibit.keys() == twin.keys(), key
        for part, told in exhibit.items():
            if part in ("formats", "columns", "place"):  # codes
                assert told == twin[part], key
            elif isinstance(told, Mapping):
                assert told.keys() == twin[part].keys(), key
            assert {f for one in texts(told) for f in fields(one)} == {
                f for one in texts(twin[part]) for f in fields(one)
            }, key


@pytest.mark.parametrize(("language", "name"), TWINS)
def test_a_twin_is_no_copy(language: str, name: str):
    """A whole sentence is not left in another language."""
    first, other = (modules(code)[name] for code in (FIRST, language))
    for kind in ("SENTENCES", "COUNTS"):
        for key, pattern in getattr(first, kind, {}).items():
            said = re.sub(r"\{.*?\}", "", " ".join(texts(pattern)))
            if len({*re.findall(r"[a-z]{3,}", said)}) > 2:
                assert pattern != getattr(other, kind)[key], key


def test_french_is_typeset():
    """No line breaks before double punctuation or within guillemets; apostrophes are true."""
    french = load("fr")
    own = [french.module(name) for name in ("declarations", "indicators")]
    shown = [{k: v for k, v in one.items() if k not in FORMATS} for one in french.exhibits.values()]
    held = [french.sentences, shown, french.names, *map(words, own)]
    found = [text for one in held for text in texts(one)]
    assert len(found) > 1500
    assert [text for text in found if re.search(r" [:;!?%‰»]|« |[a-zé]'[a-zé]|\.\.\.", text)] == []
    assert any(f"{NNBSP};" in text for text in found)
    assert f"«{NNBSP}{{name}}{NNBSP}»" in french.pattern("portrait.its_zone")
    assert f"60{NNBSP}%" in french.module("indicators").COUNTS["poverty_rate_pct"]
    assert load("en").module("indicators") is modules("en")["indicators"]


def test_numbers_and_days_are_written_as_the_language_has_them():
    """Signs and spaces of the CLDR; the first of a month is no number in French."""
    with speaking("fr"):
        assert number(132799) == f"132{NNBSP}799"
        assert number(9.92, ".2f", "%") == f"9,92{NNBSP}%"
        assert number(-3.24, "+.1f", "%") == f"\N{MINUS SIGN}3,2{NNBSP}%"
        assert amount(21340, ",.0f", "euros_a_unit") == f"21{NNBSP}340{NBSP}€"
        assert amount(2.1, "+.1f", "per_mille_a_year") == f"+2,1{NBSP}‰"
        assert date(datetime.date(2023, 1, 1)) == "1er janvier 2023"
        assert date(datetime.date(2023, 1, 1), "d MMMM") == "1er janvier"
        assert date(datetime.date(2023, 8, 11)) == "11 août 2023"
        assert [counted(n, "commune") for n in (0, 1, 2, 1500)] == [
            "0 commune",
            "1 commune",
            "2 communes",
            f"1{NNBSP}500 communes",
        ]
    assert number(132799) == "132,799"


def test_a_unit_agrees_with_a_number_under_two_in_french():
    """By its first word; where more of it agrees, as a whole. Decimals under two are singular."""
    with speaking("fr"):
        said = [
            number(0, unit="régions"),
            number(1.34, ".2f", "euros"),
            number(-0.49, ".2f", "consultations par rapport à la France"),
            number(0.6, ".1f", "écarts-types"),
            number(1, unit="évolutions qui ne s’en déduisent pas"),
            number(2, unit="régions"),
            number(1, unit="ha"),
        ]
    assert [one.replace(NBSP, " ") for one in said] == [
        "0 région",
        "1,34 euro",
        "\N{MINUS SIGN}0,49 consultation par rapport à la France",
        "0,6 écart-type",
        "1 évolution qui ne s’en déduit pas",
        "2 régions",
        "1 ha",
    ]
    assert number(0, unit="regions") == f"0{NBSP}regions"


def test_a_language_is_spoken_for_a_while():
    """Within another too; then what was spoken before."""
    assert current().code == "en"
    with speaking("fr"):
        assert called("north_west") == "nord et ouest"
        with speaking("en"):
            assert called("north_west") == "north and west"
        assert write(Phrase("list.more", shown=["Alès"], n=1)) == "Alès et 1 autre"
    assert current().code == "en"


def test_an_edition_names_its_language(monkeypatch: pytest.MonkeyPatch):
    """A context wins over it; one that is none is refused, with the languages that there are."""
    monkeypatch.setenv(EDITION, "fr")
    assert current().code == "fr"
    with speaking("en"):
        assert current().code == "en"
    monkeypatch.setenv(EDITION, "")
    assert current().code == "en"
    monkeypatch.setenv(EDITION, "de")
    with pytest.raises(WordError, match=r"no words in 'de'; languages: en, fr.*EDITION"):
        current()


def test_what_has_no_words_is_refused():
    """Rather than said in another language."""
    with (
        speaking("fr"),
        pytest.raises(
            WordError, match=r"bassin\.words\.fr: no SENTENCES of 'evidence.none'; add it"
        ),
    ):
        write(Phrase("evidence.none"))
    assert languages.edition() == FIRST


def test_no_column_with_a_header_of_its_own_has_a_name_that_hides_it():
    """What is chosen of a claim or a finding is named in every table that is named."""
    english = modules("en")
    names = {name for one in ("curves", "findings") for name in english[one].NAMES}
    labelled = {
        (exhibit, column)
        for one in english.values()
        for exhibit, words in getattr(one, "EXHIBITS", {}).items()
        for column in words.get("labels", {})
    }
    assert sorted((exhibit, column) for exhibit, column in labelled if column in names) == []
