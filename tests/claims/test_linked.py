"""The ledger as linked data: a rating for each verdict, and the verdicts back."""

from __future__ import annotations

import json

import pandas as pd
import pytest
from tests.fixtures.qualified import QUALIFIED

from bassin.claims import linked
from bassin.errors import BassinError
from bassin.files.sources import Sources
from bassin.verdict import HOLDING, RANK, UNTESTED, VERDICTS

REGIONS = "insee/v_region_2023.csv"


@pytest.fixture
def table() -> pd.DataFrame:
    """A claim of each verdict."""
    common = QUALIFIED | {
        "statement": "Regions",
        "lines": "12",
        "finding": "So many.",
        "grade": "A",
        "epci": "200066918",
    }
    rows = {
        f"c-{rank}": common | {"verdict": verdict, "files": [REGIONS, "study/200066918/land.csv"]}
        for rank, verdict in enumerate(VERDICTS)
    }
    return pd.DataFrame.from_dict(rows, orient="index").rename_axis("id")


def test_the_verdicts_come_back(table: pd.DataFrame, real: Sources):
    """Through the text; what nothing tests is a claim without a review."""
    graph = json.loads(linked.written(table, real))
    back = linked.verdicts_in(graph)
    told = {
        linked.ADDRESS.format(claim): verdict
        for claim, verdict in table["verdict"].items()
        if verdict not in UNTESTED
    }
    assert back == told
    bare = [node for node in graph["@graph"] if node["@type"] == "Claim"]
    assert len(bare) == len(UNTESTED)


def test_a_better_verdict_has_a_better_rating():
    """The best is the largest, as the scale says; each has its own, and what holds is above."""
    ratings = {verdict: linked.rating_of(verdict) for verdict in linked.RATED}
    by_rating = sorted(ratings, key=ratings.__getitem__)
    assert [RANK[verdict] for verdict in by_rating] == sorted(map(RANK.get, ratings), reverse=True)
    assert len(set(ratings.values())) == len(ratings)
    holding = [ratings[verdict] for verdict in HOLDING]
    assert min(holding) > max(n for verdict, n in ratings.items() if verdict not in HOLDING)


@pytest.mark.parametrize(
    "changed",
    [
        {"worstRating": 7, "bestRating": 1},
        {"bestRating": 5},
        {"ratingValue": 1},
    ],
)
def test_a_scale_the_wrong_way_round_is_refused(table: pd.DataFrame, real: Sources, changed):
    """And a number that says another thing than its word."""
    graph = linked.linked(table.iloc[:1], real)
    graph["@graph"][-1]["reviewRating"] |= changed
    with pytest.raises(BassinError, match="a rating"):
        linked.verdicts_in(graph)


def test_each_review_names_its_files_with_their_hashes(table: pd.DataFrame, real: Sources):
    """By an address that is in the graph once."""
    graph = linked.linked(table, real)["@graph"]
    names = [node["@id"] for node in graph]
    assert len(set(names)) == len(names)
    files = {node["@id"]: node for node in graph if node["@type"] == "DataDownload"}
    assert files[f"data/raw/{REGIONS}"]["identifier"]["value"] == real.describe(REGIONS)["sha256"]
    reviews = [node for node in graph if node["@type"] == "ClaimReview"]
    assert all(based["@id"] in files for review in reviews for based in review["isBasedOn"])


def test_addresses_are_relative_to_the_book(table: pd.DataFrame, real: Sources):
    """Where a text lies elsewhere it says where the book is, and its verdicts are the same."""
    here, away = (json.loads(linked.written(table, real, base)) for base in ("", "../../"))
    assert here["@context"] == linked.CONTEXT
    assert away["@context"] == [linked.CONTEXT, {"@base": "../../"}]
    assert here["@graph"] == away["@graph"]
