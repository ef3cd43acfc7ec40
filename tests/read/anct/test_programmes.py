"""Lists of labels of communes."""

from __future__ import annotations

import pandas as pd
import pytest
from tests.fixtures.spoil import Spoiler, refused

from bassin.files.sources import Sources
from bassin.read import anct

ACV, PVD = anct.TOWN_PROGRAMMES


def test_a_shared_label_has_a_row_a_commune(toy: Sources):
    """Two communes of one label share its points and its missing date."""
    table = anct.town_programme(toy, ACV)
    assert table.index.to_list() == [("acv-001", "48001"), ("acv-001", "30001")]
    assert table["signed"].isna().all()
    assert table.crs.to_epsg() == 2154


def test_dates_of_agreements(toy: Sources):
    """A date is read, an empty one is missing, and a name may hold brackets."""
    table = anct.town_programme(toy, PVD).droplevel("label")
    assert table.at["30002", "signed"] == pd.Timestamp("2021-07-20")
    assert pd.isna(table.at["30011", "signed"])
    assert table.at["30011", "name"] == "Plaine lès Mines (Bourg)"


def test_an_unknown_programme_lists_the_known_ones(toy: Sources):
    """The error says which programmes there are."""
    with pytest.raises(ValueError, match="There are "):
        anct.town_programme(toy, "Rebond")


def test_france_services_have_a_row_a_house(toy: Sources):
    """Two houses of one commune are two rows, and one without a point is kept."""
    table = anct.france_services(toy)
    assert table["code"].to_dict() == {
        "fs-1": "30002",
        "fs-2": "30002",
        "fs-3": "30011",
        "fs-4": "48001",
    }
    assert table.index[table.geometry.is_empty].to_list() == ["fs-3"]


@pytest.mark.parametrize(
    ("file", "old", "new", "what", "column", "row"),
    [
        (anct.TOWN_PROGRAMMES[PVD], "(30002)", "(3002)", "no name and code", "liste_geo", None),
        (anct.TOWN_PROGRAMMES[PVD], "2021-07-20", "20 juillet", "is no date", None, None),
        (
            anct.TOWN_PROGRAMMES[ACV],
            "; Mineville (30001)",
            "",
            r"2 point\(s\) for 1 commune",
            "geometry",
            "acv-001",
        ),
        (anct.FRANCE_SERVICES, "fs-1; fs-2", "fs-1", "house", "id_territoire", "30002"),
    ],
)
def test_a_spoilt_list_of_labels_is_refused(
    spoil: Spoiler, file: str, old: str, new: str, what: str, column: str | None, row: object
):
    """A lost zero, a date in words, a commune or a house too few."""
    sources = spoil.text(file, old, new)
    column = column or "date_signature"
    row = row or ("pvd-76-30-0" if column == "liste_geo" else ("pvd-76-30-0", "30002"))
    with refused(file, what, column=column, row=row):
        if file == anct.FRANCE_SERVICES:
            anct.france_services(sources)
        else:
            anct.town_programme(sources, ACV if "coeur" in file else PVD)


def test_an_absent_property_is_named(spoil: Spoiler):
    """A renamed property is an error, not an empty column."""
    file = anct.TOWN_PROGRAMMES[ACV]
    sources = spoil.text(file, '"liste_geo"', '"communes"')
    with refused(file, "no such property", column="liste_geo", row=0):
        anct.town_programme(sources, ACV)
