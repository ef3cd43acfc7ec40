"""Lines that fit on paper."""

from __future__ import annotations

import pytest

from bassin.show.summary.paper import MARGIN, WIDTH, Sheet, fitting, lines, printed, width_of

TEXT = "In 2020-2024, the unemployment rate was 17.4 %, higher than in mainland France."


@pytest.mark.parametrize("width", [20.0, 45.0, 180.0])
def test_no_line_is_wider_than_asked_for(width: float):
    """And no word is lost."""
    broken = lines(TEXT, width, 9.0)
    assert " ".join(broken) == TEXT
    assert all(width_of(line, 9.0) <= width or " " not in line for line in broken)


def test_a_number_and_its_unit_stay_together():
    """A space that does not break is no end of a word."""
    said = "+8.5\N{NO-BREAK SPACE}‰"
    assert said in lines(f"a balance of {said}", 14.0, 9.0)


def test_widths_are_those_that_are_drawn():
    """To a hundredth, as the text is laid out by matplotlib."""
    sheet = Sheet()
    sheet.text(MARGIN, 20.0, TEXT, 9.0)
    with printed():
        drawn = sheet.figure.texts[0].get_window_extent()
    millimetres = drawn.width / sheet.figure.dpi * 25.4
    assert width_of(TEXT, 9.0) == pytest.approx(millimetres, rel=0.01)


def test_a_long_name_is_written_smaller():
    """The largest size at which it fits on a line."""
    sizes = (22.0, 15.0, 11.0)
    assert fitting("Alès", 180.0, sizes, 1, bold=True) == 22.0
    assert fitting("Monts de Lacaune et de la Montagne", 120.0, sizes, 1, bold=True) == 15.0
    assert fitting("word " * 60, 120.0, sizes, 1, bold=True) == 11.0


def test_a_legend_goes_on_below_where_the_page_ends():
    """No mark is beyond the margin."""
    sheet = Sheet()
    entries = [({"marker": "o"}, "an intercommunality of France")] * 6
    end = sheet.legend(20.0, entries, 7.0)
    tops = {round(text.get_position()[1], 4) for text in sheet.figure.texts}
    assert len(tops) > 1
    assert end > 24.0
    for text in sheet.figure.texts:
        left = text.get_position()[0] * WIDTH
        assert left + width_of(text.get_text(), 7.0) <= WIDTH - MARGIN + 0.01
