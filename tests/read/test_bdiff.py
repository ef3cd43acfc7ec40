"""BDIFF states above its header how many fires it lists."""

from __future__ import annotations

import pytest
from tests.fixtures.spoil import Spoiler, refused

from bassin.files.sources import Sources
from bassin.read import bdiff


def test_fires(toy: Sources):
    """Square metres become hectares, an area not detailed stays missing."""
    table = bdiff.forest_fires(toy)
    assert len(table) == 8
    assert table["burnt_ha"].tolist() == pytest.approx([2, 1, 0.5, 0.5, 10, 0.1, 200, 0.3])
    assert table["forest_ha"].isna().tolist() == [0, 1, 0, 0, 0, 0, 1, 0]
    assert table["unchecked"].tolist() == [0, 0, 0, 0, 1, 0, 0, 0]


def test_fewer_fires_than_stated(spoil: Spoiler):
    """A file cut on the way is not read."""
    sources = spoil.text(bdiff.FOREST_FIRES, "sélection : 8", "sélection : 9")
    with refused(bdiff.FOREST_FIRES, "8 fires listed, 9 stated", column="Nombre d'incendies"):
        bdiff.forest_fires(sources)


def test_parts_above_the_whole(spoil: Spoiler):
    """Forest and the rest cannot burn more than what burnt."""
    sources = spoil.text(bdiff.FOREST_FIRES, "20000;10000;10000", "20000;10000;10001")
    with refused(bdiff.FOREST_FIRES, "more than the whole", column="Surface parcourue (m2)", row=0):
        bdiff.forest_fires(sources)


def test_year_of_another_alert(spoil: Spoiler):
    """The year is that of the alert."""
    sources = spoil.text(bdiff.FOREST_FIRES, "2014;0;30;", "2013;0;30;")
    with refused(bdiff.FOREST_FIRES, "not the year of the alert", column="Année", row=0):
        bdiff.forest_fires(sources)


def test_alert_that_is_no_date(spoil: Spoiler):
    """A date that cannot be read is named, not dropped."""
    sources = spoil.text(bdiff.FOREST_FIRES, "2014-07-14 10:00:00", "14/07/2014 10:00")
    with refused(bdiff.FOREST_FIRES, "not the year of the alert", column="Année", row=0):
        bdiff.forest_fires(sources)
