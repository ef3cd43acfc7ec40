"""A territory on one side of its centre: what two sides are needed for is left out, and said."""

from __future__ import annotations

import pandas as pd
import pytest

from bassin.errors import TerritoryError
from bassin.files.sources import Sources
from bassin.places.lines import MINES
from bassin.places.territory import AWAY, FACING, parted
from bassin.study import Study
from bassin.topics.checks import CHECKS
from bassin.topics.contrast import AZIMUTH, HILLS, LINES, PLAIN
from bassin.topics.facts import facts


@pytest.fixture(scope="module")
def north(real: Sources) -> Study:
    """The north of La Réunion: Saint-Denis, and two communes that are both east of it."""
    return Study("249740119", real.root)


def test_a_side_has_no_commune(north: Study):
    """Saint-Denis is the centre; Sainte-Marie and Sainte-Suzanne are on the same side."""
    sides = north.territory.sides()
    assert sides.to_dict() == {"97411": "Saint-Denis", "97418": AWAY, "97420": AWAY}
    assert not parted(sides)


def test_no_line_is_kept_and_each_says_why(north: Study):
    """Four lines, none of which cuts it in two."""
    assert dict(north.contrast.without) == {
        "azimuth": "side_empty",
        "massif": "side_empty",
        "altitude": "no_altitude_known",
        "mines": "no_mine_named",
    }
    assert north.contrast.kept == []


@pytest.mark.parametrize("line", [line for line in LINES if line != MINES])
def test_what_is_asked_of_one_line_has_no_second_side(north: Study, line: str):
    """A gap without one of its means is missing; nobody passes a side without inhabitants."""
    contrast = north.contrast
    assert contrast.crossing(line) is None or {HILLS, PLAIN} <= set(contrast.line(line))
    gap = contrast.gap("median_income", line)
    assert gap[[HILLS, PLAIN]].isna().any() == (not {HILLS, PLAIN} <= set(contrast.line(line)))


@pytest.mark.parametrize("asked", ["line", "gap"])
def test_mines_that_no_text_names_are_refused_by_name(north: Study, asked: str):
    """Those of Alès are of its text: no commune of La Réunion is near or far from them."""
    contrast = north.contrast
    ask = {
        "line": lambda: contrast.line(MINES),
        "gap": lambda: contrast.gap("median_income", MINES),
    }[asked]
    with pytest.raises(TerritoryError, match=r"mining-communes.*\(CINOR\).*Transcribe"):
        ask()


def test_no_mine_is_at_a_distance_that_no_system_measures(north: Study):
    """An ocean lies between: metres of Lambert-93 and of La Réunion start elsewhere."""
    mining = pd.DataFrame({"name": ["Alès"]}, index=pd.Index(["30007"], name="commune"))
    contrast = north.contrast.having(mining=mining)
    assert contrast.mines_km.isna().all()
    assert contrast.line(MINES).dropna().to_dict() == {"97411": "zone_centre"}


@pytest.mark.parametrize("asked", ["table", "tested", "headline gaps", "share held", "aligned"])
def test_what_compares_sides_is_refused_by_name(north: Study, asked: str):
    """No line, no comparison: the error names the place, the lines and what can be asked."""
    contrast = north.contrast
    ask = {
        "table": lambda: contrast.table,
        "tested": lambda: contrast.tested,
        "headline gaps": contrast.adjusted,
        "share held": contrast.share_held,
        "aligned": contrast.aligned,
    }[asked]
    with pytest.raises(TerritoryError, match=r"\(CINOR\): no line has communes.*azimuth.*Ask for"):
        ask()


def test_shares_of_zones_over_time(north: Study):
    """A row a zone of a line that cuts: none here."""
    assert north.contrast.turns([1968, 2020]).empty


def test_access_by_side(north: Study):
    """The side without a commune has no mean in the tables that turn the line."""
    straight = {315.0: north.territory.sides(), 0.0: north.territory.sides(0.0)}
    table = north.health.by_bearing("general_practitioner", [2023], straight)
    assert table["facing"].isna().all()
    assert table["away"].notna().all()


def test_rebuilt_access_by_side(real: Sources):
    """Fifteen communes south and east of Cavaillon: one mean, and nothing that holds of two."""
    luberon = Study("200040442", real.root)
    sides = luberon.care.sides()
    assert sides[AWAY] > 0
    assert sides[[FACING]].isna().all()
    with pytest.raises(TerritoryError, match=r"'north_west' of the centre has no commune.*Ask"):
        luberon.care.holds()
    assert CHECKS["care-north-west"](luberon) is None
    assert CHECKS["care-south-east"](luberon).grade == "B"


@pytest.mark.parametrize("chapter", ["population", "health", "reversal"])
def test_facts_of_sides_are_left_out(real: Sources, north: Study, chapter: str):
    """What the prose says of the sides of Alès is not said here; the rest of the page is."""
    said = facts(north, chapter)
    sided = [key for key in said if key.startswith(("side_", "north_", "needed_"))]
    assert sided == []
    assert bool(said) == (chapter != "reversal")


def test_the_basin_has_two_sides(study: Study):
    """Where both sides are there nothing is left out."""
    assert parted(study.territory.sides())
    assert set(study.territory.sides()) >= {FACING, AWAY}
    assert AZIMUTH in study.contrast.kept
