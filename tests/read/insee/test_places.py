"""Communes, EPCI, zones and events: the toy France comes back, a damaged file is refused."""

from __future__ import annotations

import pytest
from tests.fixtures import listed
from tests.fixtures.places import places
from tests.fixtures.spoil import Spoiler, refused

from bassin.errors import DataError
from bassin.files.sources import Sources
from bassin.read import insee


def test_communes(toy: Sources):
    """The 40 communes of 2023, no delegated one, codes as text with their zero and their letter."""
    table = insee.communes(toy)
    assert len(table) == 40
    assert list(table.index[[0, -1]]) == ["01001", "48005"]
    assert table.loc["01001"].to_list() == ["L'Adret", "01", "84"]
    assert table.loc["2A004"].to_list() == ["Île Seule", "2A", "84"]
    assert "30025" not in table.index
    assert table.index.name == "code"


def test_communes_with_a_lost_zero(spoil: Spoiler):
    """A code that a spreadsheet made a number of is refused by name."""
    sources = spoil.text(listed.COMMUNES, "COM,01001,", "COM,1001,")
    with refused(listed.COMMUNES, "'1001' fails", column="code", row="1001"):
        insee.communes(sources)


def test_communes_listed_twice(spoil: Spoiler):
    """A commune on two rows is refused by name."""
    sources = spoil.text(listed.COMMUNES, "COM,30002,", "COM,30001,")
    with refused(listed.COMMUNES, "field_uniqueness", column="code", row="30001"):
        insee.communes(sources)


def test_communes_without_a_region(spoil: Spoiler):
    """A commune without a region is refused, not kept with an empty one."""
    sources = spoil.text(listed.COMMUNES, "COM,30001,76,", "COM,30001,,")
    with refused(listed.COMMUNES, "'' fails matches", column="reg", row="30001"):
        insee.communes(sources)


def test_communes_of_a_truncated_file(spoil: Spoiler):
    """A file cut after a whole line is told by its row count."""
    sources = spoil.data(
        listed.COMMUNES, lambda data: data.replace(data[data.index(b"COM,48005") :], b"")
    )
    with refused(listed.COMMUNES, "39 rows read, 40 recorded", column="rows"):
        insee.communes(sources)


def test_departements_and_regions(toy: Sources):
    """Departements with the region they are in, regions with their name."""
    table = insee.departements(toy)
    assert table["reg"].to_dict() == {"01": "84", "2A": "84", "30": "76", "48": "76"}
    assert table.loc["2A", "name"] == "Île-du-Sud"
    assert insee.regions(toy)["name"].to_dict() == {"76": "Midi", "84": "Levant"}


def test_departement_with_a_lost_zero(spoil: Spoiler):
    """Departement 1 is refused: it is 01."""
    sources = spoil.text(listed.DEPARTEMENTS, "\n01,84", "\n1,84")
    with refused(listed.DEPARTEMENTS, "'1' fails", column="code", row="1"):
        insee.departements(sources)


def test_events_are_between_communes(toy: Sources):
    """Rows to or from a delegated commune are left out; both steps of one day are kept."""
    table = insee.commune_events(toy)
    assert len(table) == 17
    assert table.loc[table["before"] == "48009"].to_numpy().tolist() == [
        ["41", "2018-01-01", "48009", "30029", "Frêne", "Frêne"]
    ]
    assert set(table.loc[table["before"] == "01003", "after"]) == {"01003", "01004"}
    assert set(table["kind"]) <= set(insee.EVENT_KINDS)


def test_event_of_an_unknown_kind(spoil: Spoiler):
    """A kind of event the passage does not know is refused."""
    sources = spoil.text(listed.EVENTS, "41,2018-01-01", "99,2018-01-01")
    with refused(listed.EVENTS, "'99' fails isin", column="kind", row=19):
        insee.commune_events(sources)


def test_event_with_another_date_format(spoil: Spoiler):
    """A date that would sort wrongly is refused."""
    sources = spoil.text(listed.EVENTS, "41,2018-01-01", "41,01/01/2018")
    with refused(listed.EVENTS, "'01/01/2018' fails", column="date", row=19):
        insee.commune_events(sources)


def test_epci(toy: Sources):
    """Every commune has its EPCI, and the island the mark of none."""
    table = insee.epci(toy)
    assert len(table) == 40
    sizes = table["epci"].value_counts()
    assert sizes["200000018"] == 12
    assert sizes["243000213"] == 7
    assert table.loc["30001"].to_list() == [
        *("Mineville", "200000018", "CA du Bassin de Mineville", "CA", "30", "76")
    ]
    assert table.loc["2A004", ["epci", "epci_kind"]].to_list() == ["ZZZZZZZZZ", "ZZ"]


def test_epci_whose_sheets_disagree(spoil: Spoiler):
    """Members are counted against the number that the workbook itself states."""
    sources = spoil.cell(listed.EPCI, "EPCI", "200000018", "NB_COM", 13)
    with refused(listed.EPCI, "12 communes listed, 13 stated", column="NB_COM", row="200000018"):
        insee.epci(sources)


def test_epci_code_as_a_number(spoil: Spoiler):
    """A code that became a number in the workbook is refused, its zero being lost."""
    sources = spoil.cell(listed.EPCI, "Composition_communale", "01001", "CODGEO", 1001)
    with refused(listed.EPCI, "'1001' fails", column="code", row="1001"):
        insee.epci(sources)


def test_employment_zones(toy: Sources):
    """Eleven of the twelve communes are in the zone of their town; a zone keeps its zeros."""
    table = insee.employment_zones(toy)
    mine = [place.code for place in places() if place.epci == "A"]
    assert table.loc[mine, "zone"].value_counts().to_dict() == {"7601": 11, "7602": 1}
    assert table.loc["30014", "zone_name"] == "Garrigues"
    assert table.loc["48001", "zone"] == "0061"


def test_employment_zones_renamed_column(spoil: Spoiler):
    """A header changed by the publisher is named with its sheet."""
    sheet = "Composition_communale"
    sources = spoil.cell(listed.EMPLOYMENT_ZONES, sheet, "ZE2020", "ZE2020", "ZE2030")
    with refused(f"{listed.EMPLOYMENT_ZONES} [{sheet}]", "no such column", column="ZE2020"):
        insee.employment_zones(sources)


def test_event_listed_twice(spoil: Spoiler):
    """A commune does not merge into another twice on one day."""

    def repeat(data: bytes) -> bytes:
        lines = data.splitlines(True)
        return b"".join([*lines, next(line for line in lines[1:] if line.count(b",COM,") == 2)])

    with pytest.raises(DataError, match=r"kind|date|before|after"):
        insee.commune_events(spoil.data(listed.EVENTS, repeat))


def test_epci_listed_twice(spoil: Spoiler):
    """An EPCI with two rows has two numbers of communes."""
    sources = spoil.cell(listed.EPCI, "EPCI", "243000213", "EPCI", "200000018")
    with refused(f"{listed.EPCI} [EPCI]", "listed twice", column="EPCI", row="200000018"):
        insee.epci(sources)
