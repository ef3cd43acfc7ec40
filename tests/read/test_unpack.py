"""A container that is damaged is named, whatever its kind."""

from __future__ import annotations

import warnings

import pytest
from tests.fixtures import listed
from tests.fixtures.spoil import Spoiler, refused

from bassin.read import anct, ccr, drees, france_travail, ign, insee
from bassin.read.insee.unemployment import LABOUR_2018

BOOK = "france_travail/passage_commune_bassin_bmo.xlsx"


@pytest.mark.parametrize(
    ("file", "read", "what"),
    [
        (BOOK, lambda s: france_travail.basins(s, 2019), "no workbook"),
        (
            listed.path_of(insee.FACILITIES, 2018),
            lambda s: insee.facilities(s, 2018),
            "no gzipped file",
        ),
        (LABOUR_2018, insee.comparison_2018, "no archive"),
        (LABOUR_2018, lambda s: insee.labour_force(s, 2018), "no archive"),
        (insee.AGE_HISTORY, insee.age_history, "no archive"),
        (
            "drees/apl_infirmiers_2022_2023.xlsx",
            lambda s: drees.apl(s, "nurse", 2023),
            "no workbook",
        ),
        (ign.RIVERS, ign.rivers, "no vector file"),
        ("ign/communes-30-gravon.geojson", lambda s: ign.communes_2018(s, "30"), "no vector file"),
        (ccr.DECREES, ccr.disaster_decrees, "no Parquet file"),
        (anct.FRANCE_SERVICES, anct.france_services, "no JSON"),
    ],
)
def test_a_container_that_is_cut_short_is_refused_by_name(spoil: Spoiler, file, read, what):
    """Half a workbook, archive, gzipped, vector or Parquet file says which file, and what to do."""
    path = spoil.root / "raw" / file
    path.write_bytes(path.read_bytes()[: path.stat().st_size // 2])
    sources = spoil.relist(file)
    with refused(file, what), warnings.catch_warnings():
        warnings.simplefilter("ignore")
        read(sources)
