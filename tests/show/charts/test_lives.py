"""Lineages: what is drawn, what is said, what is refused."""

from __future__ import annotations

import pandas as pd
import pytest
from matplotlib.patches import FancyArrowPatch

from bassin.show import charts
from bassin.show.charts.lives import families, years

NONE = float("nan")


@pytest.fixture
def lives():
    """A board that leads to an agency, that to an office; a grant; a fund last seen in 1980."""
    rows = [
        ("board", "Board", 1946, False, 2008, 2001, "State", "agency"),
        ("grant", "Grant", 1968, False, 1968, 1968, "Europe", ""),
        ("fund", "Fund", 1967, False, NONE, 1980, "State", ""),
        ("agency", "Agency", 1960, True, 1999, 1999, "State", "office"),
        ("office", "Office", 1999, False, NONE, 2023, "Local", ""),
    ]
    columns = ["id", "name", "start", "decade", "end", "last_seen", "group", "successor"]
    return pd.DataFrame(rows, columns=columns).set_index("id")


def test_each_life_is_named_and_each_succession_has_an_arrow(lives, words):
    """A name a life, an arrow a succession, and a row for each."""
    exhibit = charts.lives(lives, name="fig-lives", until=2023, **words)
    (ax,) = exhibit.figure.axes
    named = [text.get_text() for text in ax.texts]
    assert named == [
        "Board, 1946–2008",
        "Agency, 1960s–1999",
        "Office, from 1999",
        "Fund, 1967 to after 1980",
        "Grant, 1968",
    ]
    assert sum(isinstance(patch, FancyArrowPatch) for patch in ax.patches) == 2
    assert len(exhibit.data) == 5


def test_alt_text_is_made_from_the_data(lives, words):
    """It counts the lives and says what led to what."""
    exhibit = charts.lives(lives, name="fig-lives", until=2023, what="place", **words)
    assert exhibit.alt == (
        "Lives of 5 places from 1946 to 2023, 1 of them at work in 2023. By group: State 3; "
        "Local 1; Europe 1. Board (1946–2008) leads to Agency (1960s–1999); "
        "Agency (1960s–1999) leads to Office (from 1999)"
    )


def test_families_stay_together(lives):
    """Those that lead to one another follow each other, whatever came between."""
    assert families(lives) == ["board", "agency", "office", "fund", "grant"]


def test_what_is_not_known_is_said(lives):
    """A life of a decade, one without an end, and one that goes on are worded apart."""
    life = lives.assign(end=NONE).loc["agency"]
    assert years(life, 2023) == "1960s to after 1999"
    assert years(life.replace({1999: 1965}), 2023) == "1960s"
    assert years(life.replace({1999: 2023}), 2023) == "from the 1960s"
    assert years(lives.loc["fund"].replace({1980: 1967}), 2023) == "1967, end not given"


def test_groups_are_told_apart_in_grey(lives, words):
    """Two colours alike in grey do not share a hatch."""
    colors = {"State": "#777777", "Europe": "#787878", "Local": "#797979"}
    exhibit = charts.lives(lives, name="fig-lives", until=2023, colors=colors, **words)
    (legend,) = exhibit.figure.legends
    hatches = [patch.get_hatch() for patch in legend.get_patches()[:3]]
    assert len(set(hatches)) == 3


@pytest.mark.parametrize(
    ("spoil", "message"),
    [
        (lambda t: t.assign(successor="heir"), "successor 'heir' is no row"),
        (lambda t: t.assign(start=NONE), "row 'board' has no date"),
        (lambda t: pd.concat([t, t]), "'board' comes more than once"),
        (lambda t: t.drop(columns="group"), "column 'group' is absent"),
        (lambda t: t.iloc[:0], "nothing to show"),
    ],
)
def test_a_table_that_cannot_be_drawn_is_refused(lives, words, spoil, message):
    """The message says what is wrong, and where."""
    with pytest.raises(ValueError, match=message):
        charts.lives(spoil(lives), name="fig-lives", until=2023, **words)


def test_a_group_without_a_colour_is_refused(lives, words):
    """No colour is made up where some are given."""
    with pytest.raises(ValueError, match="colors has none for 'Europe'"):
        charts.lives(
            lives,
            name="fig-lives",
            until=2023,
            colors={"State": "#000000", "Local": "#ffffff"},
            **words,
        )
