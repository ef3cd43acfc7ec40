"""Files on unemployment, by quarter and by census, give the toy France back."""

from __future__ import annotations

import io
import zipfile

import numpy as np
import pandas as pd
import pytest
from tests.fixtures.spoil import Spoiler, refused

from bassin.files.sources import Sources
from bassin.read import insee

ZONES, AREAS = insee.UNEMPLOYMENT_ZONES, insee.UNEMPLOYMENT_AREAS


def test_zones(toy: Sources):
    """A column a quarter; a zone overseas is missing before it is published, not zero."""
    table = insee.unemployment_zones(toy)
    assert table.loc["7601", ["2003-T1", "2004-T4"]].to_list() == [13, 12]
    assert np.isnan(table.at["8402", "2003-T4"])
    assert table.at["8402", "2004-T1"] == 8
    assert "0061" in table.index


def test_zones_without_a_quarter(spoil: Spoiler):
    """A gap in time would shift a curve: it is refused."""
    sources = spoil.cell(ZONES, "txcho_ze", "2003-T2", "2003-T2", "2nd quarter")
    with refused(ZONES, "do not follow each other", column="quarters"):
        insee.unemployment_zones(sources)


def test_areas(toy: Sources):
    """Departements, regions and France are told apart by their label."""
    table = insee.unemployment_areas(toy)
    assert table.at[("departement", "Gravon"), "2003-T1"] == 10
    assert table.at[("region", "Midi"), "2003-T1"] == 9
    assert table.at[("france", "mainland"), "2003-T1"] == 8
    assert table.loc[("france", "without_mayotte")].isna().all()


def test_areas_with_a_strange_label(spoil: Spoiler):
    """A series that names no area is refused."""
    label = "Taux de chômage localisé par région - Midi"
    sources = spoil.cell(AREAS, "valeurs_trimestrielles", label, "Libellé", "Midi")
    with refused(AREAS, "'Midi' names no area", column="Libellé"):
        insee.unemployment_areas(sources)


@pytest.mark.parametrize("year", list(insee.LABOUR_GEOGRAPHY))
def test_labour_force(toy: Sources, year: int):
    """A thousand active in the town at each census, from three files."""
    table = insee.labour_force(toy, year)
    assert table.loc["30001"].to_list() == [1000, 200]
    assert ("30015" in table.index) == (year < 2022)


def test_labour_force_of_another_year(toy: Sources):
    """A census without a file is refused, with those there are."""
    with pytest.raises(ValueError, match="There are "):
        insee.labour_force(toy, 1999)


def test_labour_force_that_does_not_add_up(spoil: Spoiler):
    """Active less employed are the unemployed."""
    sources = spoil.data(
        insee.LABOUR_2007_2017,
        lambda data: data.replace(b"1000.0,800.0,200.0", b"1000.0,700.0,200.0", 1),
    )
    with refused(insee.LABOUR_2007_2017, "active less employed", row="30001"):
        insee.labour_force(sources, 2017)


def test_labour_force_with_more_unemployed_than_active(spoil: Spoiler):
    """A row shifted by a column is refused where there is nothing else to check it with."""
    sources = spoil.text(insee.LABOUR_2022, "30002;10;80;10;2;6;2", "30002;2;6;2;10;80;10")
    with refused(insee.LABOUR_2022, "more unemployed than active", row="30002"):
        insee.labour_force(sources, 2022)


def test_labour_force_of_all_communes_is_preferred(spoil: Spoiler):
    """INSEE's own archive of 2022 is read as soon as it is listed, its list of variables aside."""
    head = "CODGEO;P22_ACT1524;P22_ACT2554;P22_ACT5564;P22_CHOM1524;P22_CHOM2554;P22_CHOM5564"
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w") as archive:
        archive.writestr("base-cc-emploi-pop-active-2022.CSV", f"{head}\n01001;1;2;3;0;1;0\n")
        archive.writestr("meta_base-cc-emploi-pop-active-2022.CSV", "COD_VAR;LIB_VAR\n")
    sources = spoil.add(insee.LABOUR_2022_OFFICIAL, stream.getvalue())
    assert insee.labour_force(sources, 2022).loc["01001"].to_list() == [6, 1]


def test_a_blank_age_leaves_the_labour_force_unknown(spoil: Spoiler):
    """Three ages of which one is blank do not add up to the other two."""
    sources = spoil.text(insee.LABOUR_2022, "30002;10;80;10;2;6;2", "30002;10;;10;2;6;2")
    row = insee.labour_force(sources, 2022).loc["30002"]
    assert (bool(pd.isna(row["active"])), row["unemployed"]) == (True, 10)
