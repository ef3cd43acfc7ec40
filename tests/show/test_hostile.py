"""Data is text: names, labels and words of any kind are drawn and written letter by letter."""

from __future__ import annotations

import csv
import io
import json
import re

import pandas as pd
import pytest
from docutils.core import publish_doctree
from hypothesis import example, given, settings
from hypothesis import strategies as st
from matplotlib.text import Text
from myst_parser.parsers.docutils_ import Parser
from tests.fixtures.hostile import ALL, BREAKS, FIGURES, MAPS, PAYLOADS, TABLES, exhibits, names

from bassin.book.nodes.extension import EscapedIndex
from bassin.markup import Markdown, escape
from bassin.show import cells
from bassin.show.bodies import TableBody
from bassin.show.exhibit import Exhibit
from bassin.show.scripted import script_json

# More than the book has: a caption must not depend on what its configuration leaves out.
EXTENSIONS = "amsmath attrs_inline deflist dollarmath strikethrough substitution tasklist"
ANY = st.text(
    st.one_of(
        st.sampled_from("\\`*_[]{}<>&$~!|#:;()=+-@'\"^%ab1 \t\n"),
        st.characters(exclude_categories=["C", "Zl", "Zp"]),
    ),
    max_size=30,
)


def read_as_myst(*texts: str) -> list[str]:
    """What a reader of the page sees of each of some paragraphs of MyST, on one line."""
    given = {"myst_enable_extensions": EXTENSIONS.split(), "report_level": 5}
    source = "\n\n".join(f"seen: {text}" for text in texts)
    tree = publish_doctree(source, parser=Parser(), settings_overrides=given)
    found = [" ".join(node.astext().split()).removeprefix("seen:") for node in tree.children]
    return [text.strip() for text in found]


@settings(deadline=None, max_examples=40)
@given(st.lists(ANY, min_size=1, max_size=20))
@example(["a_b_ _c_d __e__ é_f_ _", "&amp; &#39; AT&T &; & &no;", "{{ 7*7 }} {glue:text}`x` {.c}"])
@example(list(PAYLOADS))
def test_escaped_text_is_read_as_it_was_written(texts: list[str]):
    """Whatever MyST would make of a text, what is escaped reads the same, but for white space."""
    assert read_as_myst(*map(escape, texts)) == [" ".join(text.split()) for text in texts]


@pytest.mark.filterwarnings("ignore")  # of the reader of MyST, on what it does not know
@pytest.mark.parametrize("text", [p for p in PAYLOADS if re.search(r"[*`]|\$\w+\$|&\w+;|\{\{", p)])
def test_unescaped_text_is_not(text: str):
    """The property is one of the escaping: as markdown, the same texts read otherwise."""
    assert read_as_myst(text) != [text]


def test_words_are_escaped_without_being_disfigured():
    """What cannot be markup stays as it is written."""
    plain = "INSEE, v_region_2023 (1er janvier), 12–14; 3 > 2 - 1 = 2: 50% d'eau #1!"
    assert escape(plain) == plain


def test_text_joined_to_markdown_is_escaped():
    """Markup comes only of what was written as markup; an f-string makes plain text of it."""
    source = Markdown("*INSEE*")
    assert source + " *a*" == Markdown(r"*INSEE* \*a\*")
    assert "*a* " + source == Markdown(r"\*a\* *INSEE*")
    assert Markdown("; ").join(["*a*", source]) == Markdown(r"\*a\*; *INSEE*")
    assert all(isinstance(joined, Markdown) for joined in (source + "a", "a" + source))
    assert not isinstance(f"{source}", Markdown)
    assert escape(source) is source


# What each figure draws, besides numbers and words of its own.
DRAWN = {
    "map-values": [*PAYLOADS[:9]],
    "map-kinds": [*names(8, 12), PAYLOADS[6]],
    "map-where": [PAYLOADS[1], PAYLOADS[2]],
    "fig-lines": [*names(8), *PAYLOADS[14:18]],
    "fig-bars": [*names(8, 8), *names(3, 16), PAYLOADS[18]],
    "fig-balances": [*names(2, 14), *names(2, 20), PAYLOADS[15]],
    "fig-strip": [*names(8, 10), PAYLOADS[14], PAYLOADS[19], PAYLOADS[21]],
    "fig-slope": [*names(8, 20), *names(3, 14), PAYLOADS[20]],
    "fig-scatter": [*names(8, 14), *names(8, 21), PAYLOADS[14], PAYLOADS[15]],
    "fig-lanes": [*(f"{text} kind" for text in PAYLOADS[14:22]), PAYLOADS[15], PAYLOADS[14]],
    "fig-network": [*PAYLOADS[14:22]],
    "fig-lives": [*(f"{text}, from 1950" for text in PAYLOADS), *PAYLOADS[14:22]],
    "fig-path": [PAYLOADS[14], PAYLOADS[21]],
    "fig-compasses": [*names(3, 14), PAYLOADS[21]],
}


@pytest.mark.slow
def test_every_exhibit_is_listed():
    """The tests here and those in a browser go through all that is made."""
    assert tuple(exhibits()) == FIGURES + TABLES
    assert tuple(DRAWN) == FIGURES
    framed = [name for name, one in exhibits().items() if one.interactive is not None]
    assert tuple(framed) == MAPS


@pytest.mark.slow
@pytest.mark.parametrize("name", DRAWN)
def test_figures_draw_every_letter(name: str):
    """No name is set as a formula, and none is left out, of a legend say."""
    exhibit = exhibits()[name]
    assert exhibit.png is not None
    drawn = [text for text in exhibit.figure.findobj(Text) if text.get_text()]
    assert not any(text.get_parse_math() for text in drawn)
    letters = {"".join(text.get_text().split()) for text in drawn}
    for text in DRAWN[name]:
        assert any("".join(text.split()) in one for one in letters), text


@pytest.mark.slow
@pytest.mark.parametrize("name", FIGURES + TABLES)
def test_exhibits_offer_every_letter_to_any_viewer(name: str):
    """Their HTML, for viewers other than the book, has no element or attribute made of data."""
    exhibit = exhibits()[name]
    written = exhibit._repr_html_().replace(exhibit._frame or "", "")
    assert not re.search(r"<(script|svg|title|b|javascript)\b", written)
    tags = re.findall(r"<[^>]*>", re.sub(r'"[^"]*"', '""', written))
    assert not any(re.search(r"on\w+=", tag) for tag in tags)
    json.dumps(exhibit.payload)


def test_a_caption_is_text_unless_written_as_markdown():
    """Only an author's Markdown is markup, in a caption, a source and a note."""
    data, body = pd.DataFrame({"a": [1]}), TableBody(["a"], [["1"]], [True], 0, "*n*")
    plain = Exhibit("tab-x", "*c*", "`s`", "a", data, table=body)
    assert plain.legend == r"\*c\*. Source: \`s\`."
    assert plain.payload["table"]["notes"] == r"\*n\*"
    marked = Exhibit("tab-x", Markdown("*c*"), Markdown("`s`"), "a", data)
    assert marked.legend == "*c*. Source: `s`."


@pytest.mark.slow
def test_frames_are_sandboxed():
    """A map may run its own script, and has no access to the page."""
    for name in MAPS:
        frame = exhibits()[name]._frame
        assert frame is not None
        assert 'sandbox="allow-scripts"' in frame


@pytest.mark.parametrize("text", [*PAYLOADS, *BREAKS, "</SCRIPT>", "<!--<script>", "\u2028", "é"])
def test_json_ends_no_script_and_is_no_template(text: str):
    """What a map is told is read again as it was, and holds nothing to be run on the way."""
    told = script_json({"a": [text, {text: {"b": 1}}]})
    assert json.loads(told) == {"a": [text, {text: {"b": 1}}]}
    assert not re.search(r"[<>&'\u2028]|\{\{|\{%|\{#", told)


@pytest.mark.parametrize(
    ("text", "cell"),
    [
        ("=cmd|'/C calc'!A0", "'=cmd|'/C calc'!A0"),
        ("+1+cmd", "'+1+cmd"),
        ("-2+3", "'-2+3"),
        ("@SUM(A1)", "'@SUM(A1)"),
        ("\t=1", "'\t=1"),
        ("\r=1", "'\r=1"),
        (" =1", "' =1"),
        ("\uff1d1", "'\uff1d1"),
        ("-3.2 %", "'-3.2 %"),
        ("'=1+1", "''=1+1"),
        ("-3.2", "-3.2"),
        ("+2.5e-3", "+2.5e-3"),
        ("-inf", "-inf"),
        ("-", "-"),
        ("\N{MINUS SIGN}3.2", "\N{MINUS SIGN}3.2"),
        ("'tis", "'tis"),
        ("Alès = 1", "Alès = 1"),
        ("", ""),
    ],
)
def test_no_cell_is_a_formula(text: str, cell: str):
    """A text that a spreadsheet would run gets an apostrophe; a number stays one."""
    assert cells.guard(text) == cell
    assert cells.restore(cell) == text


@given(st.text(st.sampled_from("'=+-@ \t\n1.e"), max_size=6))
def test_every_cell_is_given_back(text: str):
    """One apostrophe less gives the text back, whatever it was."""
    assert cells.restore(cells.guard(text)) == text
    guarded = cells.guard(text)
    assert not re.match(r"[=+@-]", guarded) or re.fullmatch(r"[+-]?[\d.e+-]*", guarded)


def test_a_csv_without_formulas_is_left_alone():
    """Numbers, signs and dashes in words keep their bytes."""
    text = 'code,"a, b",c\n30001,-1.5,"two\nlines"\n30002,,1–2\n'
    assert cells.guarded(text) == text


def test_offered_data_are_read_again():
    """Texts and headers come back as they were, and numbers stay numbers."""
    texts = PAYLOADS + BREAKS
    table = pd.DataFrame({"=a": list(texts), "n": -1.5}, pd.Index(texts, name="@at"))
    written = Exhibit("tab-x", "c", "s", "a", table).csv
    for row in csv.reader(io.StringIO(written, newline="")):
        for cell in row:
            assert not re.match(r"[=+@\t\r-]", cell) or cell == "-1.5"
    read = cells.read(io.StringIO(written, newline=""))
    assert list(read.columns) == ["@at", "=a", "n"]
    assert list(read["@at"]) == list(read["=a"]) == list(texts)
    assert set(read["n"].astype(float)) == {-1.5}


def test_offered_data_are_the_same_bytes_on_every_python():
    """A lone carriage return ends no row, in a cell, a header or an index."""
    table = pd.DataFrame(
        {"a\rb": ["\r=1", "x\r=1+1"], "n": [1.5, 2]}, pd.Index(["\r", "b"], name="i")
    )
    written = Exhibit("tab-x", "c", "s", "a", table).csv
    assert written == 'i,"a\rb",n\n"\'\r","\'\r=1",1.5\nb,"x\r=1+1",2\n'
    read = cells.read(io.StringIO(written, newline=""))
    assert list(read["a\rb"]) == list(table["a\rb"])
    assert list(read["i"]) == ["\r", "b"]


def test_headings_of_the_search_index_are_escaped():
    """The page of results takes them as HTML; an index that is read again is what it was."""
    index = {"alltitles": {ALL: [[0, "a"]], "R&D": [[1, None]]}, "titles": ["x"]}
    written = EscapedIndex().dumps(index)
    assert "<" not in written
    assert "R&amp;D" in written
    assert EscapedIndex().loads(written) == index
