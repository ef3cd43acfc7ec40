"""Tables of letters."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from bassin.show.plain import clean, table

WORDS = st.lists(st.text("abé ", max_size=30), min_size=3, max_size=3)


@given(st.lists(WORDS, min_size=1, max_size=5))
def test_a_table_fits_and_loses_nothing(rows: list[list[str]]):
    """Whatever its cells, as long as no word is wider than its column can be."""
    short = [[" ".join(w[:8] for w in cell.split()) for cell in row] for row in rows]
    shown = table(["one", "two", "three"], short, left=3, most=40)
    assert max(map(len, shown.splitlines())) <= 40
    letters = sorted("".join(cell for row in [["one", "two", "three"], *short] for cell in row))
    assert sorted(shown.replace(" ", "").replace("\n", "")) == [c for c in letters if c != " "]


def test_a_word_is_kept_whole():
    """A key can be copied, though the table is then too wide."""
    assert "underserved_under_65_2016" in table(
        ["key"], [["underserved_under_65_2016"]], left=1, most=9
    )


def test_nothing_is_done_to_a_terminal():
    """A name may hold anything."""
    assert clean("a\x1b[2Jb\nc\N{RIGHT-TO-LEFT OVERRIDE}d\N{NARROW NO-BREAK SPACE}e") == "a[2Jbcd e"
