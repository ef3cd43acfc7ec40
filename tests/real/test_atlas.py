"""The atlas on the raw files: how much there is, and the same numbers by two other paths."""

from __future__ import annotations

import numpy as np
import pandas as pd
import pytest

from bassin.files.sources import Sources
from bassin.read import insee
from bassin.study import Study
from bassin.topics.atlas.tables import Atlas
from bassin.topics.peers.beside import SUBJECTS

#: Alès, Lens, an island of Mayotte.
PLACES = ("200066918", "246200364", "200060465")


@pytest.fixture(scope="module")
def rows(real: Sources) -> pd.DataFrame:
    return Atlas(real).rows()


def test_every_group_the_library_knows(rows: pd.DataFrame):
    counted = rows.drop_duplicates(["kind", "code"])["kind"].value_counts()
    assert counted.to_dict() == {
        "epci": 1255,
        "zone_emploi": 306,
        "territoire_industrie": 149,
        "departement": 101,
        "region": 18,
        "france": 1,
    }
    assert rows["indicator"].nunique() >= 135


@pytest.mark.parametrize("siren", PLACES)
def test_as_a_study_has_them_beside_each_other(real: Sources, rows: pd.DataFrame, siren: str):
    """The same numbers as :class:`bassin.topics.peers.beside.Beside`, asked place by place."""
    study = Study(siren, sources=real)
    values = rows.set_index(["indicator", "kind", "code"])["value"]
    compared = 0
    for subject in SUBJECTS:
        table = study.beside.table(subject)
        for place, group in study.territory.levels.items():
            mine = np.array([values[(key, *group)] for key in table.index])
            np.testing.assert_allclose(mine, table[place].to_numpy(), rtol=1e-12)
            compared += len(mine)
    assert compared > 150


def test_inhabitants_by_plain_pandas(real: Sources, rows: pd.DataFrame):
    """Straight from INSEE's file of populations and its list of members."""
    file = real.root / "raw" / "insee/population_municipale_communes_2013_2023.csv"
    people = pd.read_csv(file, sep=";", dtype=str).set_index("codgeo")
    counts = people["p20_pop"].astype(float)
    members = insee.epci(real)["epci"]
    whole = rows[(rows["indicator"] == "population_2020") & (rows["kind"] == "epci")]
    whole = whole[(whole["status"] == "whole") & (whole["merged"] == 0)].set_index("code")["value"]
    same = counts.reindex(members.index).groupby(members).sum(min_count=1)
    apart = (whole - same.reindex(whole.index)).abs()
    # A commune of 2023 that the list of the file has under another code is not in the second path.
    assert len(whole) > 1200
    assert (apart == 0).mean() > 0.98
    assert whole["200066918"] == same["200066918"]
