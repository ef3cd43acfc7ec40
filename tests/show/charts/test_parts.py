"""One bar in parts: what is drawn, what is said, what is refused."""

from __future__ import annotations

import pandas as pd
import pytest

from bassin.show import charts, tokens

COUNTS = pd.Series({"hold": 30, "do not": 10, "not tested": 0}, name="claims").rename_axis("part")
COLORS = {"hold": tokens.BLUE, "do not": tokens.VERMILION, "not tested": tokens.GREYS["pale"]}


def test_parts_are_shares_of_the_whole(words):
    """Side by side, from 0 to 100; a part of none is named and has no length."""
    exhibit = charts.parts(COUNTS, colors=COLORS, name="fig-t", **words)
    (ax,) = exhibit.figure.axes
    assert [patch.get_width() for patch in ax.patches] == [75, 25, 0]
    assert [patch.get_x() for patch in ax.patches] == [0, 75, 100]
    assert exhibit.data["share_pct"].tolist() == [75, 25, 0]
    assert exhibit.alt == "One bar of 40. hold: 30 (75%); do not: 10 (25%); not tested: 0 (0%)"


def test_what_is_no_part_is_refused(words):
    """Without a colour, below zero, or all of none."""
    with pytest.raises(ValueError, match="none for 'not tested'"):
        charts.parts(COUNTS, colors={"hold": "#000000", "do not": "#ffffff"}, name="fig-t", **words)
    for wrong in (COUNTS - 20, COUNTS * 0):
        with pytest.raises(ValueError, match="zero or more"):
            charts.parts(wrong, colors=COLORS, name="fig-t", **words)
