"""What scripts say: words of the language of the edition, and none of their own."""

from __future__ import annotations

import json
import re
import string
from collections.abc import Iterator, Mapping
from pathlib import Path

import geopandas as gpd
import pytest
from playwright.sync_api import Browser, Page
from shapely.geometry import box
from tests.fixtures.scripts import SCRIPTS, name, shown

from bassin.collation import collation_key
from bassin.files.sources import Sources
from bassin.read import insee
from bassin.show import maps
from bassin.show.atlas import frames
from bassin.show.scripted import SPEAKER, speaker, words_of
from bassin.words import LANGUAGES, WordError, number, speaking

SPEAKING = [path for path in SCRIPTS if path.name != Path(SPEAKER[1]).name]


def squares() -> gpd.GeoDataFrame:
    """Four places in a row."""
    cells = [box(780e3 + 1e3 * x, 633e4, 781e3 + 1e3 * x, 6331e3) for x in range(4)]
    return gpd.GeoDataFrame(
        {"name": list("abcd"), "value": [1.0, 2, 3, 4]},
        index=["30001", "30002", "30003", "30004"],
        geometry=cells,
        crs=2154,
    )


@pytest.mark.parametrize("path", SCRIPTS, ids=name)
def test_no_script_has_words_of_its_own(path: Path):
    """Whatever a reader sees or hears of it comes from the words, by a key."""
    assert shown(path.read_text("utf-8")) == []


@pytest.mark.parametrize(
    ("code", "caught"),
    [
        ('label.append("search", box);', ["search"]),
        ("count.textContent = `${n} of ${all}`;", ["\0 of \0"]),
        ("node.setAttribute('aria-label', `close ${it}`);", ["close \0"]),
        ("make('p', list, { title: 'more' });", ["more"]),
        ("const said = x ? `${name}: ${value}` : '';", ["\0: \0"]),
        ('const words = { all: "Everything" };', ["Everything"]),
        ('throw new Error(`${x} is not there`); say("table.search"); // Of a comment', []),
        ("x = text.replace(/[ \"']/g, '').split('x'); y = a / b; // it's", []),
        ("if (event.key === 'ArrowDown') node.className = 'bassin-a b';", []),
        ("draw('path', svg, { d: 'M0,8l8,-8', style: `height:${n}px` });", []),
        ("line.textContent = `${start}…`;", []),
    ],
)
def test_what_a_reader_would_see(code: str, caught: list[str]):
    """Words, counts, names of controls and punctuation; no code, no error, no key."""
    assert shown(code) == caught


@pytest.mark.parametrize("path", SPEAKING, ids=name)
def test_every_key_is_written_out_and_has_words(path: Path):
    """In each language, with names that a script fills: it sets the format of a number itself."""
    code = path.read_text("utf-8")
    for language in LANGUAGES:
        with speaking(language):
            words = words_of(code)
        assert {key for _, key in re.findall(r"\bsay\((['\"])(.*?)\1", code)} == words.keys()
        for forms in words.values():
            for text in forms.values() if isinstance(forms, Mapping) else [forms]:
                fields = [part for part in string.Formatter().parse(text) if part[1] is not None]
                assert all(re.fullmatch(r"\w+", field) and not spec for _, field, spec, _ in fields)
    assert len(re.findall(r"\bsay\((?!['\"])", code)) == 0


def test_a_key_without_words_is_refused():
    """By name: it would be a hole in the page."""
    with pytest.raises(WordError, match=r"table\.nothing"):
        words_of('say("table.nothing")')


def given(document: str) -> dict[str, str]:
    """Words that a document hands to its script."""
    held = re.search(r'"words":(\{.*?\})[,}]', document)
    assert held
    found: dict[str, str] = json.loads(held[1])
    return found


def test_a_map_speaks_the_language_of_the_edition():
    """The buttons of Leaflet, which is in English, and what is said of a place."""
    with speaking("fr"):
        exhibit = maps.choropleth(
            squares(), "value", name="map-a", bins=[2], caption="c", source="s", label="l"
        )
    words = given(exhibit.interactive)
    assert '"language":"fr"' in exhibit.interactive
    assert words["map.zoom_in"] == "Zoom avant"
    assert words["map.value"] == "{what}\N{NARROW NO-BREAK SPACE}: {value}"


def test_the_atlas_speaks_the_language_of_the_edition():
    """Plural forms are the language's; the script chooses one."""
    with speaking("fr"):
        page = frames.document("alike", "A", {"names": []})
    assert '"language":"fr"' in page
    held = json.loads(re.search(r"atlas\.alike\((\{.*\})\);", page)[1])
    assert held["words"]["atlas.page.found"]["one"] == "{n} intercommunalité"


@pytest.fixture(scope="module")
def page(browser: Browser) -> Iterator[Page]:
    """An empty page with the script that speaks for the others."""
    page = browser.new_page()
    page.add_script_tag(content=speaker())
    yield page
    page.close()


def run(page: Page, language: str, code: str, words: Mapping[str, object] | None = None) -> object:
    """What an expression gives that may say, read and write numbers."""
    given = f"const {{ say, read, number }} = bassinWords.speaker({json.dumps(words or {})}, "
    return page.evaluate(f"() => {{ {given}'{language}'); return {code}; }}")


@pytest.mark.slow
@pytest.mark.parametrize(
    ("language", "written"),
    [("en", ["0 rows", "1 row", "1,234 rows"]), ("fr", ["0 row", "1 row", "1\u202f234 rows"])],
)
def test_a_plural_and_a_number_are_those_of_the_language(
    page: Page, language: str, written: list[str]
):
    """Nothing is plural in English and singular in French."""
    words = {"rows": {"one": "{n} row", "other": "{n} rows"}}
    code = "[0, 1, 1234].map((n) => say('rows', { n }))"
    assert run(page, language, code, words) == written


@pytest.mark.slow
@pytest.mark.parametrize("value", [1234567.8, -0.5, 12.0])
@pytest.mark.parametrize("language", LANGUAGES)
def test_a_number_is_read_as_it_was_written(page: Page, language: str, value: float):
    """By the book, with its unit; so a column is in the order of its numbers."""
    with speaking(language):
        text = number(value, ",.1f", "%")
    assert run(page, language, f"read({json.dumps(text)})") == value
    assert run(page, language, "Number.isNaN(read('–'))") is True
    with speaking(language):
        assert run(page, language, f"number({value}, 1)") == number(value, ",.1f")


@pytest.mark.slow
def test_scripts_order_names_as_the_book_does(page: Page, real: Sources):
    """Every commune and every intercommunality of France."""
    members = insee.epci(real)
    names = sorted({*members["name"], *members["epci_name"]})
    ordered = page.evaluate("(names) => names.sort(bassinWords.compare)", names)
    assert ordered == sorted(names, key=collation_key)
