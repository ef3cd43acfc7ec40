"""Drawings written short look as they did."""

from __future__ import annotations

import io
import re

import matplotlib as mpl
import numpy as np
import pytest
from matplotlib.figure import Figure

from bassin.show.vector import compact


def absolute(path: str) -> np.ndarray:
    """Ends of the parts of a path of straight lines, whichever way it is written."""
    at, ends = np.zeros(2), []
    for kind, given in re.findall(r"([MLl])([^MLlz]*)", path):
        numbers = [float(one) for one in re.findall(r"-?(?:\d+\.?\d*|\.\d+)", given)]
        point = np.array(numbers)
        at = at + point if kind == "l" else point
        ends.append(at)
    return np.array(ends)


def test_a_path_goes_where_it_went():
    """To a tenth of a point, however many parts it has: no error adds up."""
    walk = np.cumsum(np.random.default_rng(1).uniform(0.5, 1.5, (500, 2)), axis=0)
    path = "M " + "\nL ".join(f"{x:.6f} {y:.6f}" for x, y in walk)
    (short,) = re.findall(r'd="([^"]*)"', compact(f'<path d="{path}"/>'))
    assert np.abs(absolute(short) - walk).max() <= 0.0500001
    assert len(short) < len(path) / 2


def test_a_corner_near_the_one_before_is_left_out_but_the_last():
    """So that a line ends where it ended."""
    path = '<path d="M 0 0 \nL 5 0 \nL 5.2 0 \nL 9 0 \nL 9.2 0 \nz"/>'
    assert compact(path) == '<path d="M0 0l5 0l4 0l.2 0z"/>'


def test_curves_keep_their_controls():
    """Each from where the part before it ends."""
    path = '<path d="M 1 1 \nC 1 2 2 3 3 3 \nQ 4 3 4 2.5 \nL 0 0"/>'
    assert compact(path) == '<path d="M1 1c0 1 1 2 2 2q1 0 1-.5l-4-2.5"/>'


def test_a_style_that_comes_often_is_written_once():
    """One that comes seldom stays where it is."""
    sheet = '<style type="text/css">*{x: y}</style>'
    often, seldom = '<g style="fill: #ff0000"/>' * 4, '<g style="fill: #00ff00"/>'
    found = compact(sheet + often + seldom)
    assert found.count("#ff0000") == 1
    assert found.count('class="s0"') == 4
    assert seldom in found


@pytest.mark.parametrize("hatch", ["", "..", "//"])
def test_a_figure_is_whole(hatch: str):
    """Every element and every text of it is there."""
    figure = Figure()
    axes = figure.subplots()
    axes.bar([1, 2], [3, 4], hatch=hatch, label="A")
    axes.plot([1, 2], [1, 5])
    axes.legend()
    out = io.StringIO()
    with mpl.rc_context({"svg.hashsalt": "1"}):
        figure.savefig(out, format="svg")
    before, after = out.getvalue(), compact(out.getvalue())
    for tag in ("<path", "<use", "<g", "clip-path", "xlink:href"):
        assert before.count(tag) == after.count(tag)
    assert len(after) < len(before)
