"""What is kept of a table, and what departs from it."""

from __future__ import annotations

import json

import geopandas as gpd
import numpy as np
import pandas as pd
import pytest
import shapely

from bassin.errors import SourceError
from bassin.files import anchors
from bassin.files.anchors import anchor
from bassin.files.departures import departures
from bassin.files.moves import moves

CODES = pd.Index([f"300{n:02d}" for n in range(1, 21)], name="code")


@pytest.fixture
def table() -> pd.DataFrame:
    """Twenty communes: a count, a share, another like it, a status."""
    people = 100.0 * np.arange(1, 21)
    share = np.linspace(10, 48, 20)
    return pd.DataFrame(
        {
            "people": people,
            "poor_pct": share,
            "young_pct": share[::-1] / 2,
            "status": ["published"] * 19 + ["secret"],
        },
        index=CODES,
    )


def told(before: pd.DataFrame, now: pd.DataFrame) -> set[str]:
    """Columns that depart, ``""`` for the rows."""
    found = [*departures(anchor(before), anchor(now)), *moves(before, now)]
    return {one.column for one in found}


def test_the_commune_first_and_four_spread_are_kept(table):
    """Alès, the first, and those a quarter of the way apart; none where rows are only numbered."""
    kept = anchor(table)["columns"]["people"]["places"]
    assert list(kept) == ["30007", "30001", "30005", "30009", "30013"]
    assert kept["30007"] == 700
    assert "places" not in anchor(table.reset_index(drop=True))["columns"]["people"]


def test_the_same_table_departs_in_nothing(table):
    """Nor does one that moves as a year does: a few per cent, one commune more or less."""
    assert told(table, table.copy()) == set()
    later = table.assign(people=table["people"] * 1.03, poor_pct=table["poor_pct"] + 0.4)
    assert told(table, later) == set()


@pytest.mark.parametrize(
    ("spoil", "column"),
    [
        (lambda t: t.assign(poor_pct=t["poor_pct"] / 100), "poor_pct"),
        (lambda t: t.assign(people=t["people"] * 1000), "people"),
        (lambda t: t.assign(people=t["people"] * 6.55957), "people"),
        (lambda t: t.assign(poor_pct=t["young_pct"], young_pct=t["poor_pct"]), "poor_pct"),
        (lambda t: t.assign(people=np.roll(t["people"], 1)), "people"),
        (
            lambda t: t.assign(people=t["people"].sample(frac=1, random_state=1).to_numpy()),
            "people",
        ),
        (lambda t: t.set_axis(np.roll(t.index, 7)), "people"),
        (lambda t: t.assign(people=t["people"].where(t.index != "30012")), "people"),
        (lambda t: t.assign(people=t["people"].where(t.index != "30012", 0.0)), "people"),
        (lambda t: t.assign(people=-t["people"]), "people"),
        (lambda t: t.assign(status="published"), "status"),
        (lambda t: t.assign(status=t["status"].replace("secret", "masked")), "status"),
        (lambda t: t.assign(people=t["people"].astype(str)), "people"),
        (lambda t: t.drop(columns="young_pct"), "young_pct"),
        (lambda t: t.assign(new=1.0), "new"),
        (lambda t: t.drop(index="30012"), ""),
        (lambda t: t.rename(index={"30012": "99999"}), ""),
        (lambda t: t.iloc[:0], ""),
        (lambda t: t.assign(people=t["people"].where(t.index != "30015", 1501.0)), "people"),
        (lambda t: t.assign(status=t["status"].where(t.index != "30015", "secret")), "status"),
    ],
)
def test_what_is_another_table_departs(table, spoil, column):
    """Units, exchanged or shifted columns, blanks, zeros, signs, words, rows and codes."""
    assert column in told(table, spoil(table))


def test_two_years_that_changed_places_are_told_by_name():
    """Columns alike in every sum and quartile: each says, row by row, what the other said."""
    rng = np.random.default_rng(1)
    people = rng.lognormal(6, 1, 400).round()
    years = {f"y{year}": people + rng.integers(-5, 6, 400) for year in (2013, 2014)}
    before = pd.DataFrame(years, index=[f"{n:05d}" for n in range(400)])
    now = before.rename(columns={"y2013": "y2014", "y2014": "y2013"})[["y2013", "y2014"]]
    assert {str(one) for one in moves(before, now)} == {
        "y2013: says what y2014 said of 100% of the rows",
        "y2014: says what y2013 said of 100% of the rows",
    }
    assert not moves(before, before + 3)


def test_coordinates_that_move_depart():
    """Half a kilometre is too far, the same way for all; so are degrees in place of metres."""
    here = gpd.GeoDataFrame(geometry=[shapely.box(7e5, 63e5, 71e4, 631e4)], crs=2154)
    near, far = (here.set_geometry(here.translate(by, 0)) for by in (10, 500))
    assert told(here, near) == set()
    assert told(here, far) == {"geometry"}
    assert told(here, here.to_crs(4326)) == {"geometry"}


def test_anchors_are_read_as_they_were_written(table, tmp_path):
    """A line a column; several keys, a year among them, and what is missing."""
    long = pd.concat([table.assign(year=y).set_index("year", append=True) for y in (2019, 2020)])
    long.iloc[0, 0] = np.nan
    path = anchors.path_of(tmp_path, "insee/a.csv")
    path.parent.mkdir(parents=True)
    tables = {"insee.a.b()": anchor(table), "insee.a.b(2020)": anchor(long)}
    path.write_text(anchors.text("0" * 64, tables), encoding="utf-8")
    assert anchors.read(tmp_path, "insee/a.csv") == {"sha256": "0" * 64, "tables": tables}
    places = tables["insee.a.b(2020)"]["columns"]["people"]["places"]
    assert (places["30001 | 2019"], places["30007 | 2019"]) == (None, 700)
    assert len(path.read_text(encoding="utf-8").splitlines()) == 17
    assert anchors.read(tmp_path, "insee/none.csv") is None


@pytest.mark.parametrize("text", ["", "{", "[]", json.dumps({"sha256": "0"})])
def test_anchors_that_are_none_are_refused(tmp_path, text):
    """A file cut short is not taken for one without anchors."""
    path = anchors.path_of(tmp_path, "a.csv")
    path.parent.mkdir(parents=True)
    path.write_text(text, encoding="utf-8")
    with pytest.raises(SourceError, match="no anchors"):
        anchors.read(tmp_path, "a.csv")
