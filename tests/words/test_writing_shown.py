"""What an exhibit shows of a declared indicator is said by the declaration, and nowhere again."""

from __future__ import annotations

import ast
import json
from collections.abc import Iterator

import pytest
from tests.fixtures import ROOT
from tests.fixtures.phrases import name_of

from bassin.errors import ChoiceError
from bassin.indicators import catalogue
from bassin.words import amount, current, exhibit, format_of
from bassin.words.writing import shown

#: What the declaration gives a map or a figure.
GIVEN = {"map": ("label", "unit", "fmt"), "fig": ("ylabel", "unit", "fmt")}


def shown_by_cells() -> Iterator[tuple[str, str, set[str]]]:
    """Each exhibit that a cell shows: name, indicator if it is of one, what is given by hand."""
    for path in sorted((ROOT / "notebooks").rglob("*.ipynb")):
        for cell in json.loads(path.read_text(encoding="utf-8"))["cells"]:
            if cell["cell_type"] == "code":
                yield from in_cell("".join(cell["source"]))


def in_cell(code: str) -> Iterator[tuple[str, str, set[str]]]:
    """As :func:`shown_by_cells`, of one cell."""
    for call in ast.walk(ast.parse(code)):
        if not isinstance(call, ast.Call):
            continue
        words = [one.value for one in call.keywords if one.arg is None]
        for of in words:
            if isinstance(of, ast.Call) and name_of(of.func) == "exhibit":
                key = {one.arg: one.value for one in of.keywords}.get("shows")
                if isinstance(of.args[0], ast.Constant):
                    given = {one.arg for one in call.keywords if one.arg is not None}
                    yield str(of.args[0].value), str(getattr(key, "value", "")), given


CELLS = list(shown_by_cells())
SHOWN = [(name, key, given) for name, key, given in CELLS if key]


def test_chapters_show_indicators():
    """Maps and figures of most chapters do."""
    assert len(SHOWN) >= 20
    assert {name.partition("-")[0] for name, *_ in SHOWN} == {"map", "fig"}


@pytest.mark.parametrize(("name", "key", "given"), SHOWN, ids=[name for name, *_ in SHOWN])
def test_what_is_declared_is_not_given_again(name: str, key: str, given: set[str]):
    """Neither by the notebook, nor by the words, but for a label of several indicators."""
    declared = shown(key, name.partition("-")[0])
    typed = current().exhibits.get(name, {})  # one that says itself has none
    assert not given & {*GIVEN[name.partition("-")[0]], "formats"}
    assert not {"unit", "fmt"} & typed.keys()
    assert all(typed.get(what) != words for what, words in declared.items())


def test_a_title_of_an_indicator_is_typed_once():
    """No map or figure has the words of a title of its own."""
    titles = set(current().module("indicators").TITLES.values())
    labels = {
        name: {words.get("label"), words.get("ylabel")} & titles
        for name, words in current().exhibits.items()
        if isinstance(words.get("label", words.get("ylabel", "")), str)
    }
    assert {name for name, found in labels.items() if found} == set()


def test_a_map_and_a_figure_have_what_the_declaration_says():
    """Title of all years, unit of a legend or of an axis, digits of a drawing."""
    drawn = exhibit("map-apl", shows="gp_2023")
    assert (drawn["label"], drawn["unit"], drawn["fmt"]) == (
        "Consultations a year per inhabitant",
        "consultations",
        ".1f",
    )
    figure = exhibit("fig-apl-areas", shows="gp_2016")
    assert (figure["ylabel"], figure["unit"]) == (drawn["label"], "")
    assert exhibit("map-communes", shows="population_2020")["label"] == "Inhabitants, 2020"
    assert exhibit("map-reversal-networks", shows="worst_4g_pct")["label"] == "Share"


def test_a_cell_and_a_sentence_have_it_too():
    """A percent sign, a sign of money; an unknown key says the nearest."""
    for key, about in catalogue.INDICATORS.items():
        assert format_of(key).removesuffix(" %") == about.fmt
    assert format_of("vacant_pct") == ".1f %"
    assert amount(1234.4, ",.0f", "euros_a_unit") == "1,234\N{NO-BREAK SPACE}€"
    with pytest.raises(ChoiceError, match="vacant_pct"):
        exhibit("map-land-vacant", shows="vacant_pc")


def test_a_column_that_shows_an_indicator_has_its_format():
    """The words name the key; the format is the declaration's, beside those that are typed."""
    words = exhibit("tab-risk-by-plan")
    assert "columns" not in words
    assert words["formats"]["land_ha"] == format_of("land_taken") == ",.0f"
    assert words["formats"]["population_pct"] == ".1f %"
    assert "formats" not in exhibit("tab-risk-claims")


def test_a_format_is_typed_or_declared_and_of_a_column():
    """Never both; a key is declared, and a format one that writes a number."""
    told = [one for one in current().exhibits.values() if {"columns", "formats"} & one.keys()]
    assert len(told) >= 8
    for words in told:
        columns, formats = words.get("columns", {}), words.get("formats", {})
        assert set(columns.values()) <= set(catalogue.INDICATORS)
        assert not columns.keys() & formats.keys()
        for fmt in formats.values():
            assert format(1234.5, fmt.split(" ")[0])


def test_no_cell_gives_what_the_words_of_its_exhibit_give():
    """An argument given twice would fail only when the chapter is executed."""
    words = current().exhibits
    assert len([name for name, *_ in CELLS if name in words]) > 100
    assert [
        (name, sorted(twice))
        for name, _, given in CELLS
        if name in words and (twice := given & words[name].keys())
    ] == []
