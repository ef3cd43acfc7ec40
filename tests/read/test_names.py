"""The table of the names of EPCI: the toy one comes back, and one that is gone is an error."""

from __future__ import annotations

import pytest
from tests.fixtures.spoil import Spoiler

from bassin.errors import DataError, MissingFileError
from bassin.files.sources import Sources
from bassin.read.names import EPCI_NAMES, epci_names


def test_parts_of_names(toy: Sources):
    """One row an EPCI."""
    table = epci_names(toy)
    assert len(table) == 7
    assert table.loc["240100560", ["form", "link", "article", "bare"]].tolist() == [
        *("CC", "de l'", "", "Adret")
    ]


def test_a_table_that_is_gone_is_an_error(spoil: Spoiler):
    """It says how to get it back."""
    (spoil.root / EPCI_NAMES).unlink()
    with pytest.raises(MissingFileError, match=r"places/epci-names\.csv.*Restore it from git"):
        epci_names(Sources(spoil.root))


def test_an_epci_that_is_there_twice_is_refused(spoil: Spoiler):
    """By its SIREN."""
    path = spoil.root / EPCI_NAMES
    text = path.read_text(encoding="utf-8")
    path.write_text(text + text.splitlines()[1] + "\n", encoding="utf-8")
    with pytest.raises(DataError, match=r"column 'siren', row '200000018'"):
        epci_names(Sources(spoil.root))
