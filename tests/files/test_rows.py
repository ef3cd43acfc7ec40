"""Cells of any text come back whole, and the bytes are those of no Python in particular."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.fixtures.hostile import BREAKS, PAYLOADS

from bassin.files import rows

CELL = st.text(st.sampled_from("\r\n\t\0 ,;\"'=a\u2028\x85\v"), max_size=5)


@given(st.lists(st.lists(CELL, min_size=1, max_size=3), max_size=4))
def test_every_cell_comes_back(table: list[list[str]]):
    """Line breaks of all kinds, tabs and NUL among them."""
    assert rows.read(rows.written(table)) == table


@pytest.mark.parametrize("text", PAYLOADS + BREAKS)
def test_a_hostile_text_comes_back(text: str):
    """At the beginning, in the middle and at the end of a row."""
    table = [[text, "x", "y"], ["x", text, "y"], ["x", "y", text], [text]]
    assert rows.read(rows.written(table)) == table


def test_the_bytes_are_written_down():
    """What Python 3.13 quotes, all quote: the bytes are those of each supported one."""
    table = [["\r=1", "a\rb", "\t=1", "\n=1", "a\0b"], ["", "d'eau", 1, None, "x, y"], ["a\r\nb"]]
    assert rows.written(table) == ('"\r=1","a\rb",\t=1,"\n=1",a\0b\n,d\'eau,1,,"x, y"\n"a\r\nb"\n')
