"""Hatches of drawings as lines."""

from __future__ import annotations

import re

from tests.fixtures.printed import SVG

from bassin.book.pdf.drawings import hatched, lines_of

#: Each area is cut out of the lines that meet its box, and has its ground.
AREA = re.compile(
    r'<g><path d="(?P<ground>[^"]*)" style="fill: #cfcfcf"/>'
    r'<clipPath id="(?P<name>[^"]*)"><path d="(?P<cut>[^"]*)"/></clipPath>'
    r'<g clip-path="url\(#(?P<used>[^)]*)\)">(?P<lines>.*?)</g></g>'
)
MOVED = re.compile(r'<path d="([^"]*)"(?: transform="translate\(([\d ]+)\)")? style="stroke')


def test_areas_that_look_alike_are_cut_out_of_lines():
    """One after the other they are one; no pattern fills anything."""
    (area,) = AREA.finditer(hatched(SVG))
    assert area["ground"] == area["cut"] == "M1 1l20 0l0 10l-20 0zM30 20l4 0l0 4z"
    assert area["name"] == area["used"]


def test_only_lines_that_may_show_are_drawn():
    """The tile at the corner has both, the one to the right of the areas has none."""
    area = AREA.search(hatched(SVG.replace('<path d="M30 20l4 0l0 4z" class="s0"/>', "")))
    assert area is not None
    drawn = {to or "0 0": path for path, to in MOVED.findall(area["lines"])}
    assert drawn["0 0"] == "M0 0l8 8M2 1l1 0"
    # Rows from 1 to 11, columns from 1 to 21: the short line of the second row is at 9.
    assert set(drawn) == {f"{x} {y}" for x in (0, 8, 16) for y in (0, 8)}


def test_an_edge_is_drawn_over_the_lines_and_where_it_was():
    """With all else that the area has: its own cut, its place."""
    look = ' clip-path="url(#p)" style="fill: url(#h1); stroke: #ffffff"'
    svg = SVG.replace(' class="s0"', look)
    found = hatched(svg)
    assert found.count('<g clip-path="url(#p)"><path') == 1
    assert 'style="fill:none; stroke: #ffffff"/></g>' in found


def test_what_has_no_pattern_stays():
    """Byte for byte: a drawing without, an area of a pattern unknown, one that is seen through."""
    for svg in (
        "<svg><path d='M0 0'/></svg>",
        SVG.replace("url(#h1)", "url(#h2)"),
        SVG.replace("url(#h1)", "url(#h1); opacity: .5"),
    ):
        assert hatched(svg) == svg


def test_lines_have_the_box_of_their_points():
    """Steps begin where the one before ended; a closed line begins again where it moved to."""
    first, second = lines_of("M1 2l-3.5 0l0-.5z M8 8c.5.5 1 1 2-3")
    assert (first.left, first.top, first.right, first.bottom) == (-2.5, 1.5, 1.0, 2.0)
    assert (second.left, second.top, second.right, second.bottom) == (8.0, 5.0, 10.0, 9.0)
