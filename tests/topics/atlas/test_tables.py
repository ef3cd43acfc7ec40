"""Every indicator for every group, on the toy France: values, what they are, why there is none."""

from __future__ import annotations

import numpy as np
import pandas as pd
import pytest

from bassin.files.sources import Sources
from bassin.places.membership import KINDS, membership
from bassin.topics.atlas.tables import COLUMNS, STATUSES, Atlas, wide
from bassin.topics.national import National

A, D = "200000018", "200000042"
COUNTS = ["communes", "missing", "masked", "merged"]


@pytest.fixture(scope="module")
def atlas(toy: Sources) -> Atlas:
    return Atlas(toy)


@pytest.fixture(scope="module")
def rows(atlas: Atlas) -> pd.DataFrame:
    return atlas.rows()


def at(rows: pd.DataFrame, key: str, kind: str, code: str) -> pd.Series:
    found = rows[(rows["indicator"] == key) & (rows["kind"] == kind) & (rows["code"] == code)]
    assert len(found) == 1
    return found.iloc[0]


def test_every_indicator_for_every_place_once(atlas: Atlas, rows: pd.DataFrame):
    assert list(rows) == list(COLUMNS)
    assert len(rows) == len(atlas.keys) * len(atlas.places)
    assert not rows.duplicated(["indicator", "kind", "code"]).any()
    assert set(rows["status"]) <= set(STATUSES)


def test_answers_of_the_toy(rows: pd.DataFrame):
    """Those worked out by hand where the toy is drawn."""
    found = {key: at(rows, key, "epci", A)["value"] for key in ("population_1968", "gp_2023")}
    assert found == pytest.approx({"population_1968": 8000, "gp_2023": 2.9})
    assert at(rows, "population_1968", "epci", A)["name"] == "CA du Bassin de Mineville"
    assert at(rows, "population_1968", "epci", A)["vintage"] == "1968"


def test_a_second_path_by_plain_pandas(atlas: Atlas, rows: pd.DataFrame):
    """A sum and a ratio of two, group by group with groupby."""
    groups = membership(atlas.sources, KINDS)
    people = National(atlas.sources).parts("population_2020").table["top"]
    for kind in KINDS:
        expected = people.groupby(groups[kind]).sum(min_count=1)
        mine = rows[(rows["indicator"] == "population_2020") & (rows["kind"] == kind)]
        mine = mine[mine["status"] == "whole"].set_index("code")["value"]
        assert len(mine)
        pd.testing.assert_series_equal(mine, expected[mine.index], check_names=False)


def test_the_communes_of_a_place_are_all_told(atlas: Atlas, rows: pd.DataFrame):
    """With a value, missing, masked and merged add up to the communes of the place."""
    told = rows[COUNTS].sum(axis=1, skipna=False)
    index = pd.MultiIndex.from_frame(rows[["kind", "code"]])
    communes = atlas.places["communes"].reindex(index)
    pd.testing.assert_series_equal(
        told.reset_index(drop=True), communes.reset_index(drop=True), check_names=False
    )
    assert (told.isna() == (rows["status"] == "lost")).all()


def test_a_value_and_its_status_agree(rows: pd.DataFrame):
    known = rows["status"].isin(["whole", "part", "published", "mainland"])
    assert (rows["value"].notna() == known).all()
    whole = rows[rows["status"] == "whole"]
    assert (whole[["missing", "masked"]] == 0).all(axis=None)


def test_a_place_whose_communes_no_file_gives_has_a_row_and_no_value(atlas: Atlas, rows):
    lost = atlas.places.index[atlas.places["lost"] != ""]
    assert len(lost) == 1
    of = rows[(rows["kind"] == lost[0][0]) & (rows["code"] == lost[0][1])]
    assert len(of) == len(atlas.keys)
    assert set(of["status"]) == {"lost"}
    assert of["value"].isna().all()
    assert of[COUNTS].isna().all(axis=None), "how many communes it has is not known: it is no 0"


def test_what_is_published_of_nobody_is_said_to_be(rows: pd.DataFrame):
    row = at(rows, "poverty_rate_pct", "zone_emploi", "7601")
    assert np.isnan(row["value"])
    assert row["status"] == "not_published"


def test_wide_holds_the_same_values(rows: pd.DataFrame):
    table = wide(rows)
    assert list(table)[:3] == ["kind", "code", "name"]
    assert len(table) == len(rows) / rows["indicator"].nunique()
    back = table.melt(["kind", "code", "name"], var_name="indicator", value_name="value")
    one = back.set_index(["indicator", "kind", "code"])["value"]
    other = rows.set_index(["indicator", "kind", "code"])["value"]
    pd.testing.assert_series_equal(one.sort_index(), other.sort_index())
    assert list(table["code"][:2]) == list(rows["code"][:2])
