"""A measure over every period, as a triangle: what is drawn, said and refused."""

from __future__ import annotations

import json
import re

import pandas as pd
import pytest

from bassin.show import charts


@pytest.fixture
def periods():
    """Three years, three periods."""
    index = pd.MultiIndex.from_tuples([(2000, 2001), (2000, 2002), (2001, 2002)])
    return pd.DataFrame({"gap": [-3.0, 0.5, 4.0], "rank": [3, 2, 1]}, index=index)


@pytest.fixture
def said(periods):
    return pd.Series(["It fell.", "It held.", "It </script> rose."], index=periods.index)


def drawn(periods, said, words, **more):
    options = {"bins": [-2, 0, 2], "label": "Gap", "name": "fig-t"} | words | more
    return charts.triangle(periods, "gap", said=said, **options)


def test_each_period_is_a_cell(periods, said, words):
    """And each that is marked has a frame besides."""
    exhibit = drawn(periods, said, words, marked=[(2000, 2002)])
    (ax,) = exhibit.figure.axes
    assert len(ax.patches) == 4
    assert exhibit.data.equals(periods)
    assert exhibit.alt == (
        "Gap, over each of 3 periods: above zero in 2; from −3.0 (2000–2001) to +4.0 (2001–2002)"
    )


def test_the_interactive_view_tells_each_period_as_text(periods, said, words):
    """A sentence that holds markup stays one string of the script."""
    exhibit = drawn(periods, said, words, marked=[(2000, 2001)])
    page = exhibit.interactive
    assert page.count("</script>") == 3
    held = re.search(r"bassinPeriods\((\{.*\})\);", page)[1]
    settings = json.loads(held)
    assert settings["years"] == [2000, 2001, 2002]
    assert settings["cells"]["2001-2002"]["said"] == "It </script> rose."
    assert settings["chosen"] == [2000, 2001]
    assert [one["label"] for one in settings["legend"]] == [
        *("under −2", "−2 to 0", "0 to +2", "+2 and over")
    ]


def test_values_of_one_class_have_one_colour(periods, said, words):
    """A limit belongs to the class above it."""
    periods["gap"] = [0.0, 1.9, 2.0]
    page = drawn(periods, said, words).interactive
    cells = json.loads(re.search(r"bassinPeriods\((\{.*\})\);", page)[1])["cells"]
    colors = [cells[key]["color"] for key in ("2000-2001", "2000-2002", "2001-2002")]
    assert colors[0] == colors[1] != colors[2]


@pytest.mark.parametrize(
    ("change", "why"),
    [
        (lambda t: t.set_axis(pd.MultiIndex.from_tuples([(2, 1), (1, 3), (2, 3)])), "before it"),
        (lambda t: t.assign(gap=[1.0, None, 2.0]), "is missing for the period"),
        (lambda t: pd.concat([t, t]), "more than once"),
        (lambda t: t.iloc[:0], "nothing to show"),
    ],
)
def test_what_a_triangle_refuses(periods, said, words, change, why):
    """Periods that end first or come twice, missing values, nothing."""
    with pytest.raises(ValueError, match=why):
        drawn(change(periods), said, words)


def test_a_marked_period_that_is_absent_is_refused(periods, said, words):
    """So is one without a sentence."""
    with pytest.raises(ValueError, match="has no sentence, or is not in the table"):
        drawn(periods, said, words, marked=[(1990, 2002)])
    with pytest.raises(ValueError, match="has no sentence, or is not in the table"):
        drawn(periods, said.iloc[:2], words)
