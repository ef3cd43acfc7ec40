"""What the theme writes, mended for those who listen to a page or go through it by keys."""

from __future__ import annotations

import importlib.util
import re
from pathlib import Path

import pytest
from babel.messages.mofile import read_mo

from bassin.book.accessible import NAMED, OVER, TOGGLES, mend, mend_scripts, mended_page
from bassin.words import speaking


def test_a_button_that_shows_an_arrow_is_named_by_its_page():
    """Text of the page before it, whatever letters it has."""
    told = mended_page('<a class="x" href="#">A &amp; "B"</a><details open><summary><i></i>')
    assert '<summary aria-label="Pages under A &amp; &quot;B&quot;"><i>' in told


def test_a_fold_with_words_keeps_them():
    """No name is laid over a text that shows."""
    text = "<details><summary>Sources</summary>"
    assert mended_page(text) == text


def test_the_bar_is_a_landmark():
    """Once, with a name."""
    bar = '<div id="pst-primary-sidebar" class="bd-sidebar">'
    assert mended_page(bar).count('role="navigation" aria-label="') == 1


def test_works_are_items_of_their_list():
    """Those of the list of works."""
    told = mended_page('<div class="citation" id="id7" role="doc-biblioentry">')
    assert told == '<div class="citation" id="id7" role="listitem">'


def test_a_page_without_fault_is_left(tmp_path: Path):
    """Its file is not written again."""
    page = tmp_path / "a.html"
    page.write_text("<p>é</p>", encoding="utf-8")
    before = page.stat().st_mtime_ns
    mend([page])
    assert page.stat().st_mtime_ns == before
    assert page.read_text("utf-8") == "<p>é</p>"


THEMES = ("sphinx_book_theme", "pydata_sphinx_theme", "sphinx/themes/basic")
#: Where the catalogues of the theme and its extensions have their French.
CATALOGUES = (
    "sphinx/locale/fr/LC_MESSAGES/sphinx.mo",
    "pydata_sphinx_theme/locale/fr/LC_MESSAGES/sphinx.mo",
    "sphinx_book_theme/theme/sphinx_book_theme/static/locales/fr/LC_MESSAGES/booktheme.mo",
)
#: Templates and modules that no page of the book is made with, and why.
NOT_USED = {
    "launch.py": "nothing is run on a server",
    "source.py": "the book names no repository of its source",
    "version-switcher.html": "there is one version",
    "announcement.html": "nothing is announced",
    "icon-links.html": "there are none",
    "sphinx-version.html": "not shown",
    "theme-version.html": "not shown",
    "genindex-split.html": "the index is one page",
    "genindex-single.html": "the index is one page",
    "searchbox.html": "the theme has a field of its own",
    "searchfield.html": "the theme has a field of its own",
    "sourcelink.html": "the theme has a button of its own",
    "basic/layout.html": "the theme has one of its own",
    "basic/changes/versionchanges.html": "not shown",
}
#: Words that are the same in French, or are read by no one.
ALIKE = {"Ctrl", "Index", "Navigation", "Sphinx", "noindex", "logo"}
_CODE = re.compile(
    r"\{\{.*?\}\}|\{%.*?%\}|\{#.*?#\}|<!--.*?-->|<(script|style)\b.*?</\1>", re.DOTALL
)
_LETTERS = r"[^\"<>\0]*[A-Za-z]{2}[^\"<>\0]*"
_SHOWN = re.compile(rf'(?:\b(?:aria-label|title|alt|placeholder)="({_LETTERS})"|>({_LETTERS})<)')
_ASKED = re.compile(r"""(?:\b_|\btranslat(?:e|ion))\(\s*(['"])(.+?)\1""")


def installed(path: str) -> Path:
    """A folder or a file of a package that is installed."""
    package, _, inside = path.partition("/")
    (place,) = importlib.util.find_spec(package).submodule_search_locations
    return Path(place, inside)


def typed(path: Path) -> set[str]:
    """English that a template shows whatever the language."""
    text = _CODE.sub("\0", path.read_text("utf-8"))
    told = {" ".join((one or other).split()) for one, other in _SHOWN.findall(text)}
    return {one for one in told if one}


def asked(path: Path) -> set[str]:
    """What a template or a module asks a translation of."""
    return {text for _, text in _ASKED.findall(path.read_text("utf-8"))}


def catalogue(path: str) -> dict[str, str]:
    """French of an installed catalogue, by what it is of."""
    with installed(path).open("rb") as file:
        return {str(one.id): str(one.string) for one in read_mo(file) if one.id and one.string}


def used(theme: str, *ends: str) -> list[Path]:
    """Files of a theme that pages of the book are made with."""
    found = [path for path in installed(theme).rglob("*") if path.suffix in ends]
    return [path for path in found if not any(path.as_posix().endswith(one) for one in NOT_USED)]


@pytest.mark.parametrize("theme", THEMES)
def test_what_a_theme_has_no_french_for_is_said_by_us(theme: str):
    """Typed in a template, it has a phrase; asked of a catalogue, this has it in French."""
    french = {key: text for path in CATALOGUES for key, text in catalogue(path).items()}
    said = {one for path in used(theme, ".html") for one in typed(path)}
    assert said - ALIKE - NAMED.keys() == set()
    wanted = {one for path in used(theme, ".html", ".py") for one in asked(path)}
    assert {one for one in wanted if french.get(one, one) == one} - ALIKE == set()


def test_every_name_that_is_replaced_is_in_a_theme():
    """A rule that finds nothing any more goes."""
    templates = [path for theme in THEMES for path in installed(theme).rglob("*.html")]
    assert NAMED.keys() <= {one for path in templates for one in typed(path)}
    assert OVER in installed("myst_nb/sphinx_.py").read_text("utf-8")
    assert OVER in installed(f"sphinx_togglebutton/_static/{TOGGLES}").read_text("utf-8")


@pytest.mark.parametrize(
    ("written", "mended"),
    [
        (
            '<nav class="bd-links bd-docs-nav" aria-label="Main">',
            '<nav class="bd-links bd-docs-nav" aria-label="Navigation principale">',
        ),
        (
            '<button class="btn" title="Toggle secondary sidebar" data-bs-toggle="tooltip">',
            '<button class="btn" title="Afficher ou masquer le sommaire de la page" '
            'data-bs-toggle="tooltip">',
        ),
        (
            '<p title="Main">Toggle primary sidebar</p>',
            '<p title="Main">Toggle primary sidebar</p>',
        ),
        (f"<summary {OVER}>\n<p>Afficher</p>", "<summary>\n<p>Afficher</p>"),
    ],
)
def test_names_are_in_the_language_of_the_edition(written: str, mended: str):
    """Of buttons and landmarks; a text stays, and a fold is called by the words it shows."""
    with speaking("fr"):
        assert mended_page(written) == mended


def test_a_button_of_a_script_is_named_by_its_words(tmp_path: Path):
    """Those that the page hands over; where the script is not there, nothing is done."""
    mend_scripts(tmp_path)
    script = tmp_path / TOGGLES
    script.write_text(f"`<button {OVER}>`", "utf-8")
    mend_scripts(tmp_path)
    assert script.read_text("utf-8") == '`<button aria-label="${toggleHintShow}">`'
